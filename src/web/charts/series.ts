/** Counts of the interface as series over time, with what is firm, weak and disputed told apart. */
import type { Total } from '../api/queries.ts'
import { choose, chosenOf, withValue, type Search } from '../filters/search.ts'
import { sayCount } from '../filters/words.ts'
import { firstDay, isTime, lastDay, sayTime, timesBetween, type Unit } from './time.ts'

export type Measure = 'incidents' | 'killed' | 'injured'
export const MEASURES: readonly Measure[] = ['incidents', 'killed', 'injured']
export type Standing = 'firm' | 'weak' | 'disputed'
/** In the order in which they are stacked. */
export const STANDINGS: readonly Standing[] = ['firm', 'weak', 'disputed']

export interface Toll { readonly known: number; readonly min: number; readonly max: number }
export interface Part { readonly incidents: number; readonly killed: Toll; readonly injured: Toll }

/** What is counted of one time, or of several together. `beyond`: incidents that last beyond the time, or are dated no nearer. */
export interface Tally extends Part { readonly by: Readonly<Record<Standing, Part>>; readonly beyond: number }

const NO_TOLL: Toll = { known: 0, min: 0, max: 0 }
const NO_PART: Part = { incidents: 0, killed: NO_TOLL, injured: NO_TOLL }
export const NOTHING: Tally = { ...NO_PART, by: { firm: NO_PART, weak: NO_PART, disputed: NO_PART }, beyond: 0 }

const addTolls = (a: Toll, b: Toll): Toll => ({ known: a.known + b.known, min: a.min + b.min, max: a.max + b.max })
const addParts = (a: Part, b: Part): Part => ({ incidents: a.incidents + b.incidents, killed: addTolls(a.killed, b.killed), injured: addTolls(a.injured, b.injured) })
const add = (a: Tally, b: Tally): Tally => ({ ...addParts(a, b), by: { firm: addParts(a.by.firm, b.by.firm), weak: addParts(a.by.weak, b.by.weak), disputed: addParts(a.by.disputed, b.by.disputed) }, beyond: a.beyond + b.beyond })

function tallyOf(row: Total, standing: string | null): Tally {
  const part: Part = { incidents: row.incidents, killed: { known: row.killedKnown, min: row.killedMin, max: row.killedMax }, injured: { known: row.injuredKnown, min: row.injuredMin, max: row.injuredMax } }
  return { ...part, by: { ...NOTHING.by, [standing === 'disputed' || standing === 'weak' ? standing : 'firm']: part }, beyond: row.beyond }
}

/** `value` is the split value; null for all together. `points` by time; `undated` is in none. */
export interface Series { readonly value: string | null; readonly points: ReadonlyMap<string, Tally>; readonly total: Tally; readonly undated: Tally }

/** Series of rows whose keys are time, value and standing (`split`), or time and standing; most incidents first. */
export function seriesOf(rows: readonly Total[], unit: Unit, split: boolean): readonly Series[] {
  const found = new Map<string | null, { points: Map<string, Tally>; total: Tally; undated: Tally }>()
  for (const row of rows) {
    const [time = null] = row.keys, value = split ? row.keys[1] ?? null : null, tally = tallyOf(row, row.keys[split ? 2 : 1] ?? null)
    let one = found.get(value)
    if (one === undefined) found.set(value, one = { points: new Map(), total: NOTHING, undated: NOTHING })
    if (isTime(unit, time)) one.points.set(time, add(one.points.get(time) ?? NOTHING, tally))
    else one.undated = add(one.undated, tally)
    one.total = add(one.total, tally)
  }
  return [...found].map(([value, one]) => ({ value, ...one })).sort((a, b) => b.total.incidents - a.total.incidents || ((a.value ?? '') < (b.value ?? '') ? -1 : 1))
}

/** All times that the series together span. */
export function timesOf(series: readonly Series[], unit: Unit): readonly string[] {
  const keys = series.flatMap(s => [...s.points.keys()]), first = keys.reduce<string | null>((a, b) => (a === null || b < a ? b : a), null), last = keys.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null)
  return first === null || last === null ? [] : timesBetween(unit, first, last)
}

/** The least that is counted, and the most: one number for incidents, the sums of lower and upper ends for tolls. */
export const rangeOf = (part: Part, measure: Measure): { readonly min: number; readonly max: number } => (measure === 'incidents' ? { min: part.incidents, max: part.incidents } : part[measure])

/** Times between which nineteen in twenty lie, where they are less than half of all times; null where a closer look shows no more. */
export function denseSpan({ points, total, undated }: Series, times: readonly string[]): { readonly from: string; readonly to: string; readonly incidents: number } | null {
  const counts = times.map(key => points.get(key)?.incidents ?? 0), dated = total.incidents - undated.incidents
  let from = 0, to = times.length - 1, left = Math.floor(dated / 20)
  // The sparser end gives way first, as far as what may be left out lasts.
  for (;;) {
    const low = counts[from] ?? 0, high = counts[to] ?? 0, least = Math.min(low, high)
    if (from >= to || least > left) break
    left -= least
    if (low <= high) from++; else to--
  }
  const incidents = counts.slice(from, to + 1).reduce((a, b) => a + b, 0)
  return times.length < 8 || to - from + 1 > times.length / 2 || incidents === 0 ? null : { from: times[from]!, to: times[to]!, incidents }
}

/** The highest bar of some series. */
export const peakOf = (series: readonly Series[], measure: Measure): number => Math.max(0, ...series.flatMap(s => [...s.points.values()].map(p => rangeOf(p, measure).max)))

const number = (n: number): string => n.toLocaleString('en')
const incidents = (n: number): string => `${number(n)} incident${n === 1 ? '' : 's'}`

/** "12 incidents (8 firm, 3 weak, 1 disputed); killed 30–41, injured 7". */
export function sayTally(tally: Tally): string {
  if (tally.incidents === 0) return 'no incidents'
  const parts = STANDINGS.filter(s => tally.by[s].incidents > 0).map(s => `${number(tally.by[s].incidents)} ${s}`).join(', ')
  const tolls = (['killed', 'injured'] as const).filter(m => tally[m].known > 0).map(m => `${m} ${sayCount(tally[m])}`).join(', ')
  return `${incidents(tally.incidents)} (${parts})${tolls === '' ? '' : `; ${tolls}`}`
}

/** A chart in two sentences: how much in all, from when to when, where most lies. */
export function sayChart(series: Series, unit: Unit, measure: Measure): string {
  const { points, total, undated } = series, keys = [...points.keys()].sort(), first = keys[0], last = keys.at(-1), without = undated.incidents > 0 ? `; ${number(undated.incidents)} without a date` : ''
  if (first === undefined || last === undefined) return `${capital(sayTally(total))}${without}.`
  return `${capital(sayTally(total))}${without}, ${first === last ? inTime(unit, first) : `from ${sayTime(unit, first)} to ${sayTime(unit, last)}`}. ${sayPeak(series, unit, measure)}`.trim()
}

/** "Most in the week of 4 Mar 2024: 45."; empty where there is but one time, or nothing to compare. */
export function sayPeak({ points }: Series, unit: Unit, measure: Measure): string {
  const most = (key: string): number => rangeOf(points.get(key) ?? NOTHING, measure).max, keys = [...points.keys()].sort(), peak = keys.reduce<string | null>((best, key) => (best === null || most(key) > most(best) ? key : best), null)
  return peak === null || keys.length < 2 || most(peak) === 0 ? '' : `Most${measure === 'incidents' ? '' : ` ${measure}`} ${inTime(unit, peak)}: ${sayCount(rangeOf(points.get(peak) ?? NOTHING, measure))}.`
}

const inTime = (unit: Unit, key: string): string => (unit === 'day' ? `on ${sayTime(unit, key)}` : unit === 'week' ? `in the ${sayTime(unit, key)}` : `in ${sayTime(unit, key)}`)
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** The question whose answer is exactly what a bar counts. */
export const searchOfTime = (search: Search, unit: Unit, key: string): Search => {
  const later = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b), earlier = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b)
  return { ...search, start__gte: later(search['start__gte'], firstDay(unit, key)), start__lte: earlier(search['start__lte'], lastDay(unit, key)) }
}

/** The question for incidents of one standing among those asked for. */
export function searchOfStanding(search: Search, standing: Standing): Search {
  if (standing === 'disputed') return withValue(choose(search, 'disputed', []), 'disputed', 'true')
  const grades = standing === 'weak' ? ['weak', 'contested'] : ['confirmed', 'fair'], chosen = chosenOf(search, 'grade'), both = chosen.length === 0 ? grades : grades.filter(g => chosen.includes(g))
  return withValue(choose(choose(search, 'disputed', []), 'grade', both.length === 0 ? grades : both), 'disputed', 'false')
}
