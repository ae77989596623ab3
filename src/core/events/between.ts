/** What one given party does to another in a sentence: for codings that name both sides and ask for the act between them. */
import { overlaps, type EventType, type Extent } from '../model/index.ts'
import { parseTable } from '../lexicon/table.ts'
import { childrenWith, isVerb } from './arguments.ts'
import { lemmaAt, lemmaIn, matchWords, type Reading } from './reading.ts'
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
 * Finds the trigger that joins `actor` and `recipient`, extents of the text. The way between their heads in the dependency tree is walked
 * from its top, first down to the recipient, then down to the actor, then up from the top: the first word with a trigger, or that governs
 * one ("launched an attack on"), is taken, else the trigger nearest to the way. Words that bear on acts ("refused to", "threatened to",
 * "called for") then make of its type what data/act-operators.tsv says. Null where no trigger stands in their sentences.
 */
export function actBetween(r: Reading, actor: Extent, recipient: Extent, operators: ActOperators): ActBetween | null {
  const from = headOf(r, actor), to = headOf(r, recipient)
  if (from < 0 && to < 0) return null
  const way = wayBetween(r, from < 0 ? to : from, to < 0 ? from : to), sentences = new Set([from, to].filter(i => i >= 0).map(i => r.text.tokens[i]!.sentence))
  const all = findTriggers(r).filter(t => sentences.has(t.sentence)), free = all.filter(t => !overlaps(t, actor) && !overlaps(t, recipient))
  const found = onWay(r, way, free) ?? nearWay(r, way, free.length > 0 ? free : all), said = saidOf(r, way, found)
  if (said !== null) return { ...said, rule: 'between/on-path' }
  if (found === null) return null
  const born = bornOn(r, found.trigger, operators), shared = born.operators.length === 0 && (from === way.top || to === way.top) ? SHARED[born.type] : undefined
  return { trigger: found.trigger, ...born, type: shared ?? born.type, rule: found.rule }
}

/** What an act is where both are its subject: an exercise that they hold together. */
const SHARED: Readonly<Partial<Record<EventType, EventType>>> = { MOBILIZE: 'COOPERATE' }

interface Found { readonly trigger: Trigger; readonly rule: ActBetween['rule'] }
/** From the recipient's side of the top to the actor's side of it, and what governs the top. */
interface Way { readonly top: number; readonly path: readonly number[]; readonly topDown: readonly number[]; readonly above: readonly number[] }

/** Relations by which a verb governs the noun or verb that names its act. */
const ACT_BELOW = ['obj', 'xcomp', 'obl', 'nsubj:pass']

function onWay(r: Reading, way: Way, triggers: readonly Trigger[]): Found | null {
  const at = new Map(triggers.map(t => [t.token, t]))
  for (const token of [...way.topDown, ...way.above]) {
    const trigger = at.get(token)
    if (trigger !== undefined) return { trigger, rule: 'between/on-path' }
    if (!isVerb(r.syntax, token)) continue
    const below = childrenWith(r.syntax, token, ...ACT_BELOW).map(i => at.get(i)).find(t => t !== undefined)
    if (below !== undefined) return { trigger: below, rule: 'between/near-path' }
  }
  return null
}

const OUGHT = new Set(['must', 'should', 'ought'])
const HOSTILE: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'THREATEN', 'REJECT', 'ACCUSE', 'PROTEST'])

/** Who says of the other what it must do demands it; who says that the other does harm accuses it. */
function saidOf(r: Reading, { top, topDown }: Way, found: Found | null): Pick<ActBetween, 'trigger' | 'type' | 'operators'> | null {
  const verb = topDown[1] ?? -1, below = topDown[2] ?? -1, s = r.syntax
  if (!lemmaIn(r, top, 'argue-verb') || s.deprel[verb] !== 'ccomp' || s.head[verb] !== top || !(s.deprel[below] ?? '').startsWith('nsubj') || s.head[below] !== verb) return null
  const modal = childrenWith(s, verb, 'aux').find(i => OUGHT.has(lemmaAt(r, i)))
  if (modal !== undefined) return { trigger: found?.trigger ?? wordTrigger(r, modal, 'REQUEST'), type: 'REQUEST', operators: [lemmaAt(r, modal)] }
  return found !== null && !HOSTILE.has(found.trigger.lexeme.type) ? null : { trigger: found?.trigger ?? wordTrigger(r, top, 'ACCUSE'), type: 'ACCUSE', operators: [lemmaAt(r, top)] }
}

/** A word that is in no lexicon as a trigger. */
function wordTrigger(r: Reading, token: number, type: EventType): Trigger {
  const { start, end, sentence } = r.text.tokens[token]!, word = lemmaAt(r, token)
  const lexeme = { id: `act:${word}/V/${type}`, words: [word], pos: 'V', type, mode: null, frame: 'do', prior: 1, rate: 1, when: [] } as const
  return { index: 0, token, first: token, last: token + 1, sentence, start, end, lexeme, nominal: false, arguments: { passive: false, list: [] } }
}

function nearWay(r: Reading, { path }: Way, triggers: readonly Trigger[]): Found | null {
  const best = triggers.map(trigger => ({ trigger, off: hopsTo(r, trigger, path), last: path.indexOf(nearest(r, trigger, path)) }))
    .sort((a, b) => a.off - b.off || b.last - a.last || a.trigger.token - b.trigger.token)[0]
  return best === undefined ? null : { trigger: best.trigger, rule: best.off <= NEAR ? 'between/near-path' : 'between/in-sentence' }
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

/** The way from one token to the other over their lowest common governor. */
function wayBetween(r: Reading, from: number, to: number): Way {
  const up = upFrom(r, from), down = upFrom(r, to), meet = up.find(i => down.includes(i))
  if (meet === undefined) return { top: -1, path: [...up, ...down.toReversed()], topDown: [...down.toReversed(), ...up.toReversed()], above: [] }
  const actorSide = up.slice(0, up.indexOf(meet)), recipientSide = down.slice(0, down.indexOf(meet)).toReversed()
  return { top: meet, path: [...actorSide, meet, ...recipientSide], topDown: [meet, ...recipientSide, ...actorSide.toReversed()], above: up.slice(up.indexOf(meet) + 1) }
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
