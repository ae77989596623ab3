/** What a report tells beside a toll of whom it counts: the attackers among the dead, and dead who may only be captured. */
import type { WordList } from '../lexicon/word-lists.ts'
import { lemmaAt, lemmaIn, type Reading } from './reading.ts'
import type { Toll } from './toll.ts'

/** Tokens behind a toll within which its attackers are told apart. */
const APART = 12
/** "Nine died, including four of the raiders", "seven were dead, five of them gunmen": the attackers among those counted make a toll of their own. */
export function withoutAttackers(r: Reading, all: Toll): readonly Toll[] {
  const [one] = all.parties, from = Math.max(all.anchor, ...all.of), { last } = r.text.sentences[all.sentence]!
  if (all.kind === 'detained' || one === undefined || all.parties.length > 1 || one.min === null || lemmaIn(r, one.head, 'attacker-noun')) return [all]
  for (let at = from + 1; at < Math.min(last, from + APART); at++) {
    const k = r.countAt[at] ?? -1, count = r.counts[k], before = lemmaAt(r, at - 1), them = count !== undefined && lemmaAt(r, count.last) === 'of' && /^(?:they|them|whom)$/.test(lemmaAt(r, count.last + 1))
    if (count === undefined || count.first !== at || count.min === null || !(them && before === ',' || before === 'include' || before === 'including' || before === 'they' && lemmaAt(r, at - 2) === 'among')) continue
    const noun = [0, 1, 2, 3].map(d => count.last + d).find(i => lemmaIn(r, i, 'attacker-noun'))
    if (noun === undefined || count.min >= one.min) return [all]
    const rest = { min: one.min - count.min, max: one.max === null ? null : one.max - count.min }
    return [{ ...all, ...rest, parties: [{ ...one, ...rest }] }, { ...all, min: count.min, max: count.max, of: [noun], parties: [{ head: noun, min: count.min, max: count.max }], rule: `toll:${all.kind}/attackers-among` }]
  }
  return [all]
}

/** "Neutralised seven", in a report that says that the word means killed, wounded or captured: seven at most. */
export const asMuch = (r: Reading, t: Toll): Toll => (t.kind === 'killed' && t.max !== 0 && lemmaIn(r, t.anchor, 'neutralise') && isExplained(r) ? { ...t, min: null, max: t.max ?? t.min, parties: t.parties.map(p => ({ ...p, min: null, max: p.max ?? p.min })), rule: 'toll:killed/at-most' } : t)

/** Whether the report says what its source means by "neutralised"; read once a report, which may tell of thousands. */
function isExplained(r: Reading): boolean {
  const known = explained.get(r.text) ?? r.text.sentences.some(({ first, last }) => { const lemmas = r.syntax.lemma.slice(first, last).map(l => l.toLowerCase()), has = (list: WordList): boolean => lemmas.some(l => r.lexicon.lists[list].has(l)); return has('neutralise') && has('word-sense') && has('taken-alive') })
  explained.set(r.text, known)
  return known
}
const explained = new WeakMap<Reading['text'], boolean>()
