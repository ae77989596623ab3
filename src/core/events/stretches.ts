/** Stretches that a sentence tells in two parts: "from Friday until Sunday morning", "for three days from Thursday", "on Sunday, after a three-day siege", "since the truce collapsed on 3 May". */
import type { Timex } from '../model/index.ts'
import { range } from '../text/range.ts'
import { isoDay, readIsoDay } from '../times/calendar.ts'
import type { Account } from './account.ts'
import { lemmaAt, lemmaIn, tokensOf, type Reading } from './reading.ts'
import type { Scene } from './scene.ts'
import { clauseDistance, headOf, isUnder, measuresRarity, type Tied } from './setting.ts'
import { CLOSE } from './where.ts'

/** A stretch of which a tied date is one end; `kind` names what tells the other. */
export interface Stretched { readonly edtf: string; readonly kind: 'until' | 'for' | 'after' | 'so-far' | 'open' | 'when' }

/** The stretches that begin or end with the date of `tie`. */
export function stretchesFrom(r: Reading, scene: Scene, accounts: readonly Account[], tie: Tied): readonly Stretched[] {
  const time = r.times[tie.index]!, own = accounts.filter(a => a.times.some(t => t.index === tie.index && t.distance < CLOSE))
  if (own.length === 0) return []
  return [sinceClause(r, own, time), sinceWhen(r, own, time), tie.distance < ATTACHED ? soFar(r, scene, own, time) : null, ...own.flatMap(a => [lasted(r, scene, a, time, tie.index), ended(r, scene, a, time, tie.index), afterFight(r, scene, a, time, tie.index)])].filter(s => s !== null)
}

/** A tie of syntax is below this. */
const ATTACHED = 0.5

const before = (r: Reading, offset: number, length = 40): string => r.text.text.slice(Math.max(0, offset - length), offset)
const timesBeside = (scene: Scene, a: Account): readonly number[] => { const { from, to } = scene.timesIn[a.sentence]!; return range(from, to) }
const headToken = (r: Reading, time: Timex): number => { const { first, last } = tokensOf(r.text, time); return headOf(r, first, last) }
const dayIn = (time: Timex): number | null => (time.first !== null && time.first === time.last ? readIsoDay(time.first) : null)

/** "Have been killed since the truce collapsed on 3 May": from then on, for the act that "since" hangs on. */
function sinceClause(r: Reading, own: readonly Account[], time: Timex): Stretched | null {
  if (time.edtf!.includes('/')) return null
  const top = sinceOver(r, headToken(r, time)), over = top < 0 ? -1 : r.syntax.head[top] ?? -1
  const hangs = over >= 0 && own.every(a => a.triggers.every(t => !isUnder(r, t.token, top)) && a.triggers.some(t => t.token === over || r.syntax.head[t.token] === over && r.syntax.upos[over] === 'VERB'))
  return !hangs || measuresRarity(r, r.text.tokens[top]!.start) ? null : { edtf: `${time.edtf!.replace('~', '')}/..`, kind: 'open' }
}

/** The word governed by "since" in whose clause or phrase a token stands, itself left out; -1 where there is none. */
function sinceOver(r: Reading, token: number): number {
  for (let i = r.syntax.head[token] ?? -1, steps = 0; i >= 0 && steps < CLIMB; i = r.syntax.head[i] ?? -1, steps++) {
    if ((r.timeAt[i] ?? -1) >= 0) continue
    if ((r.syntax.children[i] ?? []).some(c => c < token && lemmaAt(r, c) === 'since' && /^(?:mark|case|advmod)/.test(r.syntax.deprel[c] ?? ''))) return i
  }
  return -1
}
const CLIMB = 5

/** "The deadliest since May, when a rocket killed nine": the rocket fell in May. */
function sinceWhen(r: Reading, own: readonly Account[], time: Timex): Stretched | null {
  return time.edtf!.endsWith('/..') && WHEN.test(r.text.text.slice(time.end, time.end + 8)) && !/(?:^|[.\n]\s*)Since\s+$/.test(before(r, time.start, 8)) && own.every(a => a.triggers.every(t => t.start > time.end)) ? { edtf: time.edtf!.slice(0, -3), kind: 'when' } : null
}
const WHEN = /^,?\s+when\s/

/** Acts that are over as soon as they are done: "arrested 40 people since Monday" has its end on the day of the report. */
const MOMENTARY = new Set(['arrest', 'deport', 'seize'])

function soFar(r: Reading, scene: Scene, own: readonly Account[], time: Timex): Stretched | null {
  const from = time.edtf!.endsWith('/..') && time.first !== null && /^\d{4}-\d\d-\d\d$/.test(time.edtf!.slice(0, -3)) && /\bsince\s+(?:\w+\s+){0,2}$/i.test(before(r, time.start)) ? readIsoDay(time.first) : null
  const momentary = own.every(a => (a.type === 'ASSAULT' || a.type === 'COERCE' && MOMENTARY.has(a.mode ?? '')) && a.status.status === 'occurred')
  return from === null || scene.day === null || !momentary || time.first! >= scene.day ? null : { edtf: `${time.first!}/${scene.day}`, kind: 'so-far' }
}

/** What stands before the end of a stretch. */
const UNTIL = /\b(?:until|till|through|up\s+to)\s+(?:at\s+least\s+|about\s+|the\s+|dawn\s+on\s+|noon\s+on\s+)*$/i

/** "Imposed a curfew from 6 p.m. on Friday until Sunday morning". */
function lasted(r: Reading, scene: Scene, a: Account, time: Timex, index: number): Stretched | null {
  const begin = dayIn(time) === null ? null : time.first
  if (begin === null) return forLength(r, scene, a, time, index)
  for (const k of timesBeside(scene, a)) {
    const end = r.times[k]!, last = end.last
    if (k === index || last === null || last <= begin || end.type === 'DURATION' || end.type === 'SET' || !UNTIL.test(before(r, end.start)) || !isNear(r, a, end)) continue
    return { edtf: `${begin}/${nextAfter(begin, last, end.rule)}`, kind: 'until' }
  }
  return forLength(r, scene, a, time, index)
}

/** The first weekday of that name after the beginning. */
function nextAfter(begin: string, last: string, rule: string): string {
  const from = readIsoDay(begin)!, to = readIsoDay(last)!
  return rule === 'weekday' && to - from > 7 ? isoDay(from + ((to - from) % 7 || 7)) : last
}

const isNear = (r: Reading, a: Account, time: Timex): boolean => a.triggers.some(t => clauseDistance(r, headToken(r, time), t.token) <= 1)

/** Measures that hold for the length told, from the day they are taken; acts of other kinds count that day in. */
const isMeasure = (a: Account): boolean => a.type === 'COERCE' || a.type === 'SANCTION' || a.type === 'RETREAT'
/** A sentence or a stay in custody is no length of the act. */
const TERMS = new Set(['convict', 'arrest', 'abduct', 'seize', 'release', 'resign'])

/** "Held an exercise for three days from Thursday", "suspended mobile internet for five days on Sunday", "a 48-hour truce from this evening". */
function forLength(r: Reading, scene: Scene, a: Account, time: Timex, index: number): Stretched | null {
  const day = dayIn(time)
  if (day === null || TERMS.has(a.mode ?? '') || lemmaIn(r, r.syntax.head[headToken(r, time)] ?? -1, 'end-verb')) return null
  for (const k of timesBeside(scene, a)) {
    const length = r.times[k]!
    if (k === index || length.type !== 'DURATION' || length.edtf !== null || NO_LENGTH.test(r.text.text.slice(length.end, length.end + 12)) || !(FOR.test(before(r, length.start)) ? isOwn(r, scene, a, length) : isOfTrigger(r, a, length)) || NTH_DAY.test(before(r, length.start)) && !/\bfrom\s+$/i.test(before(r, time.start))) continue
    const last = lastDay(day, length.value, isMeasure(a), clockOf(time.value))
    if (last !== null && last > day) return { edtf: `${isoDay(day)}/${isoDay(last)}`, kind: 'for' }
  }
  return null
}

const FOR = /\b(?:for|on)\s+(?:a\s+(?:further\s+)?|another\s+|about\s+|at\s+least\s+|the\s+next\s+)?$/i, NO_LENGTH = /^[\s-]*(?:after|before|ago|earlier|later|old|since)\b/i

/** "The second day of the 71-hour blockade" tells what day of it a date is. */
const NTH_DAY = /\bday\s+of\s+(?:(?:the|a|an|its|their)\s+)?$/i

/** The act next above a length is this one: "jailed for nine days for a scuffle on Sunday" is no scuffle of nine days. */
function isOwn(r: Reading, scene: Scene, a: Account, length: Timex): boolean {
  for (let i = headToken(r, length), steps = 0; i >= 0 && steps < CLIMB; i = r.syntax.head[i] ?? -1, steps++) { const act = scene.actAt.get(i); if (act !== undefined) return act === a.index }
  return isNear(r, a, length)
}

/** "A 24-hour strike", "a five-day exercise": the length is an attribute of what names the act. */
const isOfTrigger = (r: Reading, a: Account, length: Timex): boolean => a.triggers.some(t => { const head = headToken(r, length), over = r.syntax.head[head] ?? -1; return length.end <= t.start && (over === t.token && t.nominal || !t.nominal && over > head && r.syntax.head[over] === t.token && /^(?:obj|nsubj:pass)/.test(r.syntax.deprel[over] ?? '')) })

/** Whether a beginning is told by the hour: "from 6 a.m. on Sunday". */
const clockOf = (value: string): 'midnight' | 'hour' | null => (/T00:00/.test(value) ? 'midnight' : /T\d\d/.test(value) ? 'hour' : null)

/** The last day of a length of some days that begins on `first`; a strike of 24 hours is its day's, one of 48 hours on Tuesday that day's and the next's unless it begins at an hour, and what is told in weeks or longer has its beginning. */
function lastDay(first: number, value: string, measure: boolean, clock: 'midnight' | 'hour' | null): number | null {
  const m = /^P(?:T(\d+)H|(\d+)D)$/.exec(value), days = m === null ? 0 : m[1] === undefined ? Number(m[2]) : Math.floor(Number(m[1]) / 24)
  if (m === null || days < 1 || days > LONG) return null
  return first + days - (m[1] === undefined ? (measure ? 0 : 1) : clock === 'midnight' || !measure && (clock === null || days === 1) ? 1 : 0)
}
const LONG = 14

/** "A two-day truce that ended on Sunday": it began as long before. */
function ended(r: Reading, scene: Scene, a: Account, time: Timex, index: number): Stretched | null {
  const day = dayIn(time), verb = r.syntax.head[headToken(r, time)] ?? -1
  if (day === null || verb < 0 || !lemmaIn(r, verb, 'end-verb') || time.edtf!.includes('..')) return null
  const length = timesBeside(scene, a).filter(k => k !== index).map(k => r.times[k]!).find(l => l.type === 'DURATION' && l.edtf === null && isOfTrigger(r, a, l))
  const last = length === undefined ? null : lastDay(day, length.value, false, 'midnight')
  return last === null || last <= day ? null : { edtf: `${isoDay(2 * day - last)}/${isoDay(day)}`, kind: 'after' }
}

/** "Seized the base on Sunday after a three-day siege", "after two days of fighting": the fight is part of what was done. */
function afterFight(r: Reading, scene: Scene, a: Account, time: Timex, index: number): Stretched | null {
  const day = dayIn(time)
  if (day === null || a.type !== 'ASSAULT') return null
  for (const k of timesBeside(scene, a)) {
    const length = r.times[k]!, m = /^P(\d+)D$/.exec(length.value), { last } = tokensOf(r.text, length), after = r.text.text.slice(length.end, length.end + 30)
    if (k === index || m === null || !/\bafter\s+(?:a\s+|an\s+)?(?:(?:siege|battle|fight|standoff)\s+(?:of|lasting)\s+)?$/i.test(before(r, length.start)) || !isNear(r, a, length)) continue
    const of = /^\s+of\s/.test(after), named = lemmaIn(r, of ? last + 1 : last, 'fight-noun') || lemmaIn(r, of ? last + 2 : last + 1, 'fight-noun') || before(r, length.start).endsWith('siege of ')
    if (named) return { edtf: `${isoDay(day - Number(m[1]) + (of ? 0 : 1))}/${isoDay(day)}`, kind: 'after' }
  }
  return null
}
