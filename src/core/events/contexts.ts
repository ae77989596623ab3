/** PLOVER contexts: the spheres an act belongs to, from the words of its sentences (data/contexts.tsv). */
import type { Account } from './account.ts'
import { lemmaAt, matchWords, type Reading } from './reading.ts'

/** Most contexts of one event: those with the most words, in order of their names. */
const MOST = 4

/** Contexts whose words stand in the sentences that tell of the act. */
export function contextsOf(r: Reading, accounts: readonly Account[]): readonly string[] {
  const votes = new Map<string, number>()
  for (const index of new Set(accounts.map(a => a.sentence))) {
    const sentence = r.text.sentences[index]
    if (sentence) for (let i = sentence.first; i < sentence.last; i++) for (const term of r.lexicon.contexts.get(lemmaAt(r, i)) ?? []) {
      if (matchWords(r, term.words, i) > 0) votes.set(term.context, (votes.get(term.context) ?? 0) + 1)
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST).map(([context]) => context).sort()
}
