/** Where and when: the place and time expressions that belong to a trigger, by attachment first and nearness after. */
import type { PlaceMention, Timex } from '../model/index.ts'
import { isVerb, prepositionOf } from './arguments.ts'
import { answerWordAt, lemmaAt, lemmaIn, tokensOf, type Reading } from './reading.ts'
import type { Trigger } from './triggers.ts'

/** A place or time tied to a trigger; `distance` 0 is attached by syntax, larger is looser. */
export interface Tied { readonly index: number; readonly distance: number; readonly rule: string }

const NOT_WHERE = new Set(['to', 'for', 'of', 'about', 'like', 'as', 'with', 'by', 'since', 'after', 'before'])
/** Prepositions that say where. */
export const WHERE = new Set(['in', 'at', 'near', 'on', 'outside', 'inside', 'around', 'across', 'over', 'between', 'along', 'through', 'throughout', 'within', 'into', 'against', 'towards', 'toward', 'from', 'off', 'close to', 'next to', 'outside of', 'north of', 'around', 'behind', 'under'])

/** The chain of governors from a token up to the root, the token first. */
function pathUp(r: Reading, token: number): readonly number[] {
  const out: number[] = []
  for (let i = token; i >= 0 && out.length < 60; i = r.syntax.head[i] ?? -1) out.push(i)
  return out
}

const CLAUSAL = /^(ccomp|advcl|acl|parataxis|csubj|conj|root)/

/** How many clause borders lie between two tokens on the tree; Infinity across sentences. */
export function clauseDistance(r: Reading, a: number, b: number): number {
  if (r.text.tokens[a]?.sentence !== r.text.tokens[b]?.sentence) return Infinity
  const up = pathUp(r, a), over = pathUp(r, b)
  const meet = up.find(x => over.includes(x)) ?? -1
  const borders = (path: readonly number[]): number => path.slice(0, meet < 0 ? path.length : path.indexOf(meet)).filter(x => CLAUSAL.test(r.syntax.deprel[x] ?? '')).length
  return borders(up) + borders(over)
}

/** Whether a token is another or hangs below it. */
export const isUnder = (r: Reading, token: number, top: number): boolean => pathUp(r, token).includes(top)

/** How a mention reaches a trigger of its sentence on the tree: the tokens from the mention up to where the two meet, the meeting point, and the tokens from the trigger up to it; null across sentences. */
export function routeOf(r: Reading, head: number, trigger: number): { readonly up: readonly number[]; readonly meet: number; readonly down: readonly number[] } | null {
  if (r.text.tokens[head]?.sentence !== r.text.tokens[trigger]?.sentence) return null
  const up = pathUp(r, head), down = pathUp(r, trigger), meet = up.find(x => down.includes(x))
  return meet === undefined ? null : { up: up.slice(0, up.indexOf(meet)), meet, down: down.slice(0, down.indexOf(meet)) }
}

/** The token by which a mention hangs in the tree. */
export function headOf(r: Reading, first: number, last: number): number {
  for (let i = last - 1; i >= first; i--) { const h = r.syntax.head[i] ?? -1; if (h < first || h >= last) return i }
  return first
}

/** The token by which a place hangs in the tree: the type word before it where one governs it ("the village of Tha Lone", "Hama's town of Salamiya"). */
export function placeHead(r: Reading, place: PlaceMention): number {
  const head = headOf(r, place.first, place.last), above = r.syntax.head[head] ?? -1
  return place.asked !== null && above >= 0 && above < place.first && above >= place.first - TYPED && r.syntax.upos[above] === 'NOUN' && /^(?:of|)$/.test(prepositionOf(r.syntax, head)) ? above : head
}

/** A type word stands at most this many tokens before its name. */
const TYPED = 3

/** Places of one trigger, nearest first. */
export function placesOf(r: Reading, t: Trigger, from: number, to: number): readonly Tied[] {
  const out: Tied[] = []
  for (let k = from; k < to; k++) {
    const place = r.places[k]
    if (!place || !usablePlace(r, place)) continue
    const head = placeHead(r, place)
    const distance = placeDistance(r, t, head)
    if (distance < Infinity) out.push({ index: k, distance, rule: distance === 0 ? 'place:attached' : distance < 2 ? 'place:clause' : 'place:sentence' })
  }
  return out.sort((a, b) => a.distance - b.distance || a.index - b.index)
}

/** True for a place that is named, and not only pointed back to ("the village"). */
export const isNamed = (r: Reading, place: number): boolean => r.places[place]!.rule !== 'place:anaphor'

/** Names used for governments or as parts of other names say nothing of where. */
export const usablePlace = (r: Reading, place: PlaceMention): boolean => !/metonym|organisation|person/.test(place.rule) && !describesOthers(r, place)

/** "Moscow-installed officials", "the Beirut-based group": where they are from. */
const describesOthers = (r: Reading, { last }: PlaceMention): boolean => /^[-–]$/.test(r.text.tokens[last]?.norm ?? '') && r.text.tokens[last]!.start === r.text.tokens[last - 1]!.end && r.syntax.xpos[last + 1] === 'VBN'

/** What stands between a place or time and the trigger: the act that it answers, or a time expression, keeps its own where and when. */
function barrier(r: Reading, head: number, trigger: number): number {
  const over = new Set(pathUp(r, trigger)), below = pathUp(r, head).slice(1)
  for (const i of below) {
    if (answerWordAt(r, i)?.own === true || (r.timeAt[i] ?? -1) >= 0 && (r.timeAt[head] ?? -1) < 0) return BARRIER
    if (over.has(i)) break
  }
  return 0
}

const BARRIER = 1.6

function placeDistance(r: Reading, t: Trigger, head: number): number {
  const clauses = clauseDistance(r, head, t.token)
  if (clauses === Infinity) return Infinity
  const preposition = prepositionOf(r.syntax, head), rel = r.syntax.deprel[head] ?? ''
  const attached = pathUp(r, head).slice(0, 4).includes(t.token)
  const bare = preposition === '' && (rel === 'compound' || rel === 'amod' || rel.startsWith('nmod:poss') || rel.startsWith('nsubj'))
  const penalty = NOT_WHERE.has(preposition) ? 1.5 : WHERE.has(preposition) ? 0 : bare ? 0.9 : 0.4
  return (attached ? 0 : 0.5 + clauses) + penalty + barrier(r, head, t.token) + Math.abs(head - t.token) / 200
}

/** "In the last 24 hours" dates an act; "it comes a week after" dates what comes after it in the sentence. Other lengths of time date nothing. */
const isStretch = (time: Timex, t: Trigger): boolean => time.first !== null && time.last !== null && (time.rule !== 'came-after' || t.start > time.end)

/** "The week-old truce": how long the act has gone on. */
export const isAge = (r: Reading, time: Timex, head: number, t: Trigger): boolean => time.edtf!.endsWith('/..') && r.syntax.head[head] === t.token && head < t.token

const RARITY = /\b(?:[Ff]irst(?! [A-Z])|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)(?! [A-Z])|latest|only|worst|deadliest|biggest|largest|heaviest|bloodiest|fiercest|strongest|highest|longest|greatest|gravest|the most [a-z]+)\b[^.;:,]{0,90}\bsince\s+(?:[\w’-]+\s+){0,4}$/

/** "The deadliest bombing since March", "the first since Christmas": what "since" tells before `offset` says how rare the act is, and not when it was. */
export const measuresRarity = (r: Reading, offset: number): boolean => RARITY.test(r.text.text.slice(Math.max(0, offset - 140), offset))

/** "A resident born in 1991". */
export const isBirth = (r: Reading, head: number): boolean => lemmaAt(r, r.syntax.head[head] ?? -1) === 'bear'

/** Times of one trigger, nearest first; lengths of time and sets are left out. */
export function timesOf(r: Reading, t: Trigger, from: number, to: number): readonly Tied[] {
  const out: Tied[] = []
  for (let k = from; k < to; k++) {
    const time = r.times[k]
    if (!time || time.edtf === null || time.type === 'SET') continue
    const { first, last } = tokensOf(r.text, time)
    const head = headOf(r, first, last)
    if (isBirth(r, head) || time.type === 'DURATION' && !isStretch(time, t) && !isAge(r, time, head, t) || t.start < time.start && time.edtf.endsWith('/..') && measuresRarity(r, time.start)) continue
    const clauses = clauseDistance(r, head, t.token)
    if (clauses === Infinity) continue
    const attached = pathUp(r, head).slice(0, 4).includes(t.token)
    out.push({ index: k, distance: (attached ? 0 : 0.5 + clauses) + (belongsToSpeech(r, head, t) ? 1.5 : 0) + barrier(r, head, t.token) + Math.abs(head - t.token) / 200, rule: attached ? 'time:attached' : clauses < 2 ? 'time:clause' : 'time:sentence' })
  }
  return out.sort((a, b) => a.distance - b.distance || a.index - b.index)
}

/** "officials said on Tuesday": the day is the statement's. */
function belongsToSpeech(r: Reading, head: number, t: Trigger): boolean {
  const governor = r.syntax.head[head] ?? -1
  return governor >= 0 && governor !== t.token && isVerb(r.syntax, governor) && lemmaIn(r, governor, 'news-verb')
}

/** First and last place or time index of each sentence, so that look-ups stay local. */
export function bySentence(r: Reading, spans: readonly { start: number; end: number }[]): readonly { from: number; to: number }[] {
  const out = r.text.sentences.map(() => ({ from: 0, to: 0 }))
  let k = 0
  for (const sentence of r.text.sentences) {
    while (k < spans.length && (spans[k]?.start ?? 0) < sentence.start) k++
    const from = k
    while (k < spans.length && (spans[k]?.start ?? Infinity) < sentence.end) k++
    const slot = out[sentence.index]
    if (slot) { slot.from = from; slot.to = k }
  }
  return out
}

