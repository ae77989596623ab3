/** Bars of a chart as paths: one path for each standing and one for what lies between least and most. */
import { levelsOf } from './time.ts'
import { NOTHING, rangeOf, STANDINGS, type Measure, type Series, type Standing } from './series.ts'

export interface Box { readonly width: number; readonly height: number; readonly left: number; readonly top: number; readonly bottom: number }
export interface Shape { readonly parts: Readonly<Record<Standing, string>>; readonly between: string; readonly levels: readonly { readonly value: number; readonly y: number }[]; readonly step: number }

/** Narrowest gap between bars that is drawn, and the widest bar. */
const GAP = 0.18, WIDEST = 44

/** `most`: what the highest bar may reach, shared between charts that are to be compared. */
export function shapeOf({ points }: Series, times: readonly string[], measure: Measure, most: number, { width, height, left, top, bottom }: Box): Shape {
  const levels = levelsOf(most, height < 120 ? 2 : 4), high = levels.at(-1)!, step = Math.max(0, width - left) / Math.max(1, times.length), wide = Math.min(WIDEST, step * (step > 4 ? 1 - GAP : 1))
  const y = (value: number): number => round(top + (height - top - bottom) * (1 - value / high)), parts: Record<Standing, string> = { firm: '', weak: '', disputed: '' }
  let between = ''
  times.forEach((key, at) => {
    const tally = points.get(key) ?? NOTHING, x = round(left + at * step + (step - wide) / 2)
    if (tally.incidents === 0) return
    let up = 0
    for (const standing of STANDINGS) { const { min } = rangeOf(tally.by[standing], measure); parts[standing] += rect(x, y(up + min), wide, y(up)); up += min }
    between += rect(x, y(rangeOf(tally, measure).max), wide, y(up))
  })
  return { parts, between, levels: levels.map(value => ({ value, y: y(value) })), step }
}

const round = (n: number): number => Math.round(n * 10) / 10
const rect = (x: number, from: number, width: number, to: number): string => (to - from < 0.05 ? '' : `M${x} ${from}h${round(width)}V${to}h${-round(width)}Z`)

/** The bar under a place of the chart, or null beside them. */
export function barAt(x: number, { left }: Box, step: number, bars: number): number | null {
  const at = Math.floor((x - left) / step)
  return at >= 0 && at < bars ? at : null
}
