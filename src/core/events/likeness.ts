/** What the clauses of two accounts speak of alike: persons and things named in both, who may be the same, singular and plural, paragraphs. */
import type { EntityMention } from '../model/index.ts'
import type { Account } from './account.ts'
import { isVerb } from './arguments.ts'
import { entityAt, lemmaAt, lemmaIn, stateOf, type Reading } from './reading.ts'

/** An account's clause as far as two can be compared. */
export interface Clause {
  /** Lemmas of nouns and names, without those that name the act itself, times and numbers. */
  readonly words: ReadonlySet<string>
  /** Parties that have names, by chain or state. */
  readonly named: { readonly actors: ReadonlySet<string>; readonly recipients: ReadonlySet<string> }
  readonly number: 'singular' | 'plural' | null
  readonly paragraph: number
}

/** Tokens of one clause that are read, so that a long sentence takes time in proportion to its length. */
const MOST = 60

/** The clause of each account, in their order. */
export function clausesOf(r: Reading, accounts: readonly Account[]): readonly Clause[] {
  const acts = new Set(accounts.flatMap(a => a.triggers.map(t => t.token)))
  return accounts.map(a => ({ words: wordsOf(r, a, acts), named: { actors: namesOf(r, a.actors), recipients: namesOf(r, a.recipients) }, number: numberOf(r, a), paragraph: r.text.sentences[a.sentence]?.paragraph ?? -1 }))
}

/** Nouns and names below the triggers, or below the verb that an act's noun hangs on, down to where another act is told. */
function wordsOf(r: Reading, a: Account, acts: ReadonlySet<number>): ReadonlySet<string> {
  const own = new Set(a.triggers.map(t => t.token)), out = new Set<string>(), queue = a.triggers.flatMap(t => [t.token, ...above(r, t.token, t.nominal, acts)]), seen = new Set(queue)
  for (let k = 0; k < queue.length; k++) {
    const i = queue[k]!
    if (!own.has(i) && !acts.has(i) && isContent(r, i)) out.add(lemmaAt(r, i))
    for (const c of r.syntax.children[i] ?? []) {
      if (queue.length >= MOST) break
      if (!seen.has(c) && (!acts.has(c) || own.has(c))) { seen.add(c); queue.push(c) }
    }
  }
  return out
}

const above = (r: Reading, token: number, nominal: boolean, acts: ReadonlySet<number>): readonly number[] => {
  const head = r.syntax.head[token] ?? -1
  return nominal && head >= 0 && isVerb(r.syntax, head) && !acts.has(head) ? [head] : []
}

const isContent = (r: Reading, i: number): boolean => /^(?:NOUN|PROPN)$/.test(r.syntax.upos[i] ?? '') && (r.timeAt[i] ?? -1) < 0 && (r.countAt[i] ?? -1) < 0 && !lemmaIn(r, i, 'common-word')

const isNamed = (m: EntityMention | null): m is EntityMention => m !== null && (m.form === 'name' || m.entity !== null)

function namesOf(r: Reading, heads: readonly number[]): ReadonlySet<string> {
  return new Set(heads.flatMap(h => { const m = entityAt(r, h); return isNamed(m) ? [stateOf(r, m) ?? `chain:${m.chain}`] : [] }))
}

function numberOf(r: Reading, a: Account): Clause['number'] {
  const nouns = a.triggers.filter(t => t.nominal)
  return nouns.length === 0 ? null : nouns.some(t => (r.syntax.xpos[t.token] ?? '').endsWith('S')) ? 'plural' : 'singular'
}

/** In how many clauses a word may stand that still tells one from others. */
const RARE = 3

/** How many clauses hold each word. */
export function spreadOf(clauses: readonly Clause[]): ReadonlyMap<string, number> {
  const out = new Map<string, number>()
  for (const { words } of clauses) for (const w of words) out.set(w, (out.get(w) ?? 0) + 1)
  return out
}

/** The features of a pair. */
export function likeness(a: Clause, b: Clause, spread: ReadonlyMap<string, number>, say: (feature: string) => void): void {
  const shared = [...b.words].filter(w => a.words.has(w))
  if (shared.length > 0) say('shared-word')
  if (shared.length > 1) say('shared-words')
  if (shared.some(w => (spread.get(w) ?? 0) <= RARE)) say('shared-rare-word')
  if (shared.length === 0 && a.words.size > 1 && b.words.size > 1) say('no-shared-word')
  for (const side of ['actors', 'recipients'] as const) {
    const x = a.named[side], y = b.named[side]
    if (x.size > 0 && y.size > 0) say([...x].some(n => y.has(n)) ? `same-named-${side}` : `other-named-${side}`)
  }
  if (a.number !== null && b.number !== null && a.number !== b.number) say(`then-${b.number}`)
  if (a.paragraph === b.paragraph) say('same-paragraph')
}
