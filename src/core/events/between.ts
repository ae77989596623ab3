/** What one given party does to another in a sentence: for codings that name both sides and ask for the act between them. */
import { overlaps, type EventType, type Extent } from '../model/index.ts'
import { parseTable } from '../lexicon/table.ts'
import { childrenWith } from './arguments.ts'
import { lemmaAt, matchWords, type Reading } from './reading.ts'
import { findTriggers, type Trigger } from './triggers.ts'

/** The act between two parties; `rule` says how it stands to them: on the way between the two in the tree, beside it, or only in their sentence. */
export interface ActBetween {
  readonly trigger: Trigger
  /** The type of the trigger, or what the words that bear on it make of it. */
  readonly type: EventType
  /** Words of data/act-operators.tsv that were applied, nearest first. */
  readonly operators: readonly string[]
  readonly rule: 'between/on-path' | 'between/near-path' | 'between/in-sentence'
}

/** Hops that a trigger may be off the way between the two and still stand beside it. */
const NEAR = 2

/**
 * Finds the trigger that joins `actor` and `recipient`, extents of the text. The way between their heads in the dependency tree is walked;
 * the trigger nearest to it is taken, of several on it the one nearest to the recipient. Words that bear on acts ("refused to",
 * "threatened to", "called for") then make of its type what data/act-operators.tsv says. Null where no trigger stands in their sentences.
 */
export function actBetween(r: Reading, actor: Extent, recipient: Extent, operators: ActOperators): ActBetween | null {
  const from = headOf(r, actor), to = headOf(r, recipient)
  if (from < 0 && to < 0) return null
  const path = wayBetween(r, from < 0 ? to : from, to < 0 ? from : to), sentences = new Set([from, to].filter(i => i >= 0).map(i => r.text.tokens[i]!.sentence))
  const all = findTriggers(r).filter(t => sentences.has(t.sentence)), free = all.filter(t => !overlaps(t, actor) && !overlaps(t, recipient))
  const ranked = (free.length > 0 ? free : all).map(trigger => ({ trigger, off: hopsTo(r, trigger, path), last: path.indexOf(nearest(r, trigger, path)) }))
    .sort((a, b) => a.off - b.off || b.last - a.last || a.trigger.token - b.trigger.token)
  const best = ranked[0]
  if (best === undefined) return null
  return { trigger: best.trigger, ...bornOn(r, best.trigger, operators), rule: best.off === 0 ? 'between/on-path' : best.off <= NEAR ? 'between/near-path' : 'between/in-sentence' }
}

/** The token of an extent whose governor lies outside it; -1 for an extent without tokens. */
function headOf(r: Reading, extent: Extent): number {
  let first = -1
  for (const [i, token] of r.text.tokens.entries()) {
    if (token.end <= extent.start || token.start >= extent.end) continue
    if (first < 0) first = i
    const governor = r.text.tokens[r.syntax.head[i] ?? -1]
    if (governor === undefined || governor.end <= extent.start || governor.start >= extent.end) return i
  }
  return first
}

/** Longest way up a tree, against circles. */
const DEEPEST = 100

function upFrom(r: Reading, token: number): readonly number[] {
  const out: number[] = []
  for (let i = token; i >= 0 && out.length < DEEPEST; i = r.syntax.head[i] ?? -1) out.push(i)
  return out
}

/** Tokens from one to the other over their lowest common governor, both included. */
function wayBetween(r: Reading, from: number, to: number): readonly number[] {
  const up = upFrom(r, from), down = upFrom(r, to), meet = up.find(i => down.includes(i))
  if (meet === undefined) return [...up, ...down.toReversed()]
  return [...up.slice(0, up.indexOf(meet) + 1), ...down.slice(0, down.indexOf(meet)).toReversed()]
}

/** The token of the way that a trigger hangs on, or that hangs on it. */
function nearest(r: Reading, { token }: Trigger, path: readonly number[]): number {
  return upFrom(r, token).find(i => path.includes(i)) ?? path[0]!
}

function hopsTo(r: Reading, trigger: Trigger, path: readonly number[]): number {
  const up = upFrom(r, trigger.token), at = up.findIndex(i => path.includes(i))
  return at < 0 ? DEEPEST : at
}

/** One word of data/act-operators.tsv: `over` is empty where it bears on acts of any type. */
export interface ActOperator { readonly word: string; readonly words: readonly string[]; readonly over: ReadonlySet<string>; readonly gives: EventType }
/** By first word. */
export type ActOperators = ReadonlyMap<string, readonly ActOperator[]>

/** `table`: text of data/act-operators.tsv. */
export function buildActOperators(table: string): ActOperators {
  const out = new Map<string, ActOperator[]>()
  for (const { word = '', over = '', gives } of parseTable(table)) {
    const words = word.split(' '), first = words[0]!
    out.set(first, [...(out.get(first) ?? []), { word, words, over: new Set(over === '*' ? [] : over.split(' ')), gives: gives as EventType }].sort((a, b) => b.words.length - a.words.length))
  }
  return out
}

/** Governors above an act that are asked whether they bear on it. */
const ABOVE = 6

/** What the auxiliaries of a trigger and the words that govern it make of its type. */
function bornOn(r: Reading, trigger: Trigger, operators: ActOperators): { readonly type: EventType; readonly operators: readonly string[] } {
  let type = trigger.lexeme.type
  const applied: string[] = []
  for (const token of bearers(r, trigger)) {
    const found = (operators.get(lemmaAt(r, token)) ?? []).find(o => (o.over.size === 0 || o.over.has(type)) && o.gives !== type && matchWords(r, o.words, token, o.words.length > 1 ? 2 : 0) > 0)
    if (found === undefined) continue
    type = found.gives
    applied.push(found.word)
  }
  return { type, operators: applied }
}

/** Tokens before a verb within which "not" denies it. */
const NOT_BEFORE = 4

/** Auxiliaries and denials of the act, then each governor with its auxiliaries and what describes it ("is ready to"), nearest first. */
function bearers(r: Reading, trigger: Trigger): readonly number[] {
  const out: number[] = []
  for (const token of upFrom(r, trigger.token).slice(0, ABOVE)) {
    if (token < trigger.first || token >= trigger.last) out.push(token)
    out.push(...childrenWith(r.syntax, token, 'aux').filter(i => i < trigger.first || i >= trigger.last), ...childrenWith(r.syntax, token, 'advmod').filter(i => i < token && token - i < NOT_BEFORE))
  }
  return out
}
