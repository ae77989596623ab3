/** Days that are counted from another act's: "let go on Wednesday, two days after seizing them" puts the seizing on Monday, "two days after Monday's raid he was held" the holding on Wednesday. */
import type { Timex } from '../model/index.ts'
import { range } from '../text/range.ts'
import { addMonths, type Day, isoDay, isoMonth, partsOf, readIsoDay } from '../times/calendar.ts'
import type { Account } from './account.ts'
import { tokensOf, type Reading } from './reading.ts'
import type { Scene } from './scene.ts'
import { isUnder } from './setting.ts'
import type { Trigger } from './triggers.ts'

/** A day reached by counting; `index` is the length of time that counts. `afar`: the day counted from stands in an earlier sentence or is the report's own. `earlier`: the act is the one from which the other is counted. */
export interface Counted { readonly edtf: string; readonly index: number; readonly afar: boolean; readonly earlier: boolean; /** Whether the event is told by itself elsewhere, before. */ readonly aside: boolean }

/** All days that the lengths of time in an event's sentences count to. */
export const countedDays = (r: Reading, scene: Scene, accounts: readonly Account[]): readonly Counted[] =>
  accounts.flatMap(a => {
    const { from, to } = scene.timesIn[a.sentence]!
    return range(from, to).flatMap(k => a.triggers.map(t => countedBy(r, scene, t, k)).filter(c => c !== null).map(c => ({ ...c, aside: a !== accounts[0] })))
  })

/** "A week after she was sworn in, one of thirty murders": the act is told of the whole, and not of what was counted from. */
const isApart = (r: Reading, clause: number, t: Trigger): boolean => t.nominal && t.token > clause && range(clause, t.token).some(i => r.text.tokens[i]!.norm === ',')

const AFTER = /^\s+(?:after|following)\s/i

function countedBy(r: Reading, scene: Scene, t: Trigger, k: number): Omit<Counted, 'aside'> | null {
  const time = r.times[k]!, length = time.type === 'DURATION' && AFTER.test(r.text.text.slice(time.end, time.end + 12)) ? lengthOf(time.value) : null
  const clause = length === null ? -1 : clauseOf(r, tokensOf(r.text, time).last)
  if (length === null || clause < 0) return null
  const earlier = isUnder(r, t.token, clause)
  if (earlier && (t.start < time.end || isApart(r, clause, t))) return null
  const { from, to } = scene.timesIn[t.sentence]!, inside = (i: number): boolean => isUnder(r, tokensOf(r.text, r.times[i]!).first, clause)
  const near = earlier ? lastDay(r, scene, k, from, i => !inside(i)) ?? firstDay(r, k, to, i => !inside(i)) : firstDay(r, k, to, inside)
  if (!earlier && near === null && !(opens(r, time) && length.count === 0)) return null
  const base = near ?? lastDay(r, scene, from, 0, () => true) ?? scene.day, day = base === null ? null : readIsoDay(base)
  return day === null ? null : { edtf: shifted(day, earlier ? -length.count : length.count, length.unit), index: k, afar: near === null, earlier }
}

/** What "after" governs; where the tree takes it for the subject's, the verb of that subject. */
function clauseOf(r: Reading, after: number): number {
  const head = r.syntax.head[after] ?? -1
  return head >= 0 && (r.syntax.deprel[head] ?? '').startsWith('nsubj') ? r.syntax.head[head]! : head
}

/** "Hours after the attack, ...": the sentence begins with it. */
const opens = (r: Reading, time: Timex): boolean => { const { first } = tokensOf(r.text, time); return r.text.sentences[r.text.tokens[first]!.sentence]!.first === first }

/** The day that a time tells, or null. */
const dayOf = (time: Timex): string | null => (time.first !== null && time.first === time.last ? time.first : null)

/** The last day that is told before mention `k`, from mention `from` on, and has come. */
function lastDay(r: Reading, scene: Scene, k: number, from: number, among: (time: number) => boolean): string | null {
  for (let i = k - 1; i >= from; i--) { const day = dayOf(r.times[i]!); if (day !== null && day <= (scene.day ?? day) && among(i)) return day }
  return null
}

function firstDay(r: Reading, k: number, to: number, among: (time: number) => boolean): string | null {
  for (let i = k + 1; i < to; i++) { const day = dayOf(r.times[i]!); if (day !== null && among(i)) return day }
  return null
}

interface Length { readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'year' }
const UNITS: Readonly<Record<string, Length['unit']>> = { D: 'day', W: 'week', M: 'month', Y: 'year' }

/** The count and unit of a length; hours stay on their day unless they fill one. */
function lengthOf(value: string): Length | null {
  const days = /^P(\d+)([DWMY])$/.exec(value), hours = /^PT(\d+|X)(?:\.5)?([HM])$/.exec(value)
  if (days !== null) return { count: Number(days[1]), unit: UNITS[days[2]!]! }
  return hours === null ? null : { count: hours[2] === 'H' && Number(hours[1]) >= 24 ? Math.floor(Number(hours[1]) / 24) : 0, unit: 'day' }
}

/** Weeks and months are as rough as the words. */
function shifted(day: Day, count: number, unit: Length['unit']): string {
  const { year, month } = partsOf(day), to = addMonths(year, month, count)
  return unit === 'day' ? isoDay(day + count) : unit === 'week' ? `${isoDay(day + 7 * count)}~` : unit === 'month' ? `${isoMonth(to.year, to.month)}~` : String(year + count)
}
