/** A chart over time that a keyboard walks along and a screen reader reads: every bar opens its incidents. */
import { useNavigate } from '@tanstack/react-router'
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject } from 'react'
import type { Search } from '../filters/search.ts'
import { ViewLink } from '../router/links.tsx'
import { barAt, shapeOf, type Box } from './shape.ts'
import { NOTHING, peakOf, sayChart, sayTally, searchOfTime, STANDINGS, type Measure, type Series } from './series.ts'
import { sayTime, ticksOf, type Unit } from './time.ts'
import './charts.css'

export interface ChartProps {
  readonly name: string; readonly series: Series; readonly times: readonly string[]; readonly unit: Unit; readonly measure: Measure
  /** What opens with a bar, besides its time. */
  readonly search: Search
  readonly height?: number
  /** What is said below while no bar is chosen; all of it where it is not given. */
  readonly says?: string
  /** What the highest bar may reach; that of this chart where it is not given. */
  readonly most?: number
  /** Chooses a span of days by dragging. */
  readonly onSpan?: (from: string, to: string) => void
}

const HINTS = { day: 'from day to day', week: 'from week to week', month: 'from month to month', year: 'from year to year' } as const

export function Chart({ name, series, times, unit, measure, search, height = 220, says, most, onSpan }: ChartProps): ReactNode {
  const plot = useRef<HTMLDivElement>(null), width = useWidth(plot), [at, setAt] = useState<number | null>(null), [from, setFrom] = useState<number | null>(null), hint = useId(), navigate = useNavigate()
  const box: Box = { width, height, left: 34, top: 8, bottom: 20 }, peak = most ?? peakOf([series], measure)
  const shape = useMemo(() => shapeOf(series, times, measure, peak, { width, height, left: 34, top: 8, bottom: 20 }), [series, times, measure, peak, width, height])
  const key = at === null ? undefined : times[at], words = key === undefined ? '' : `${sayTime(unit, key)}: ${sayTally(series.points.get(key) ?? NOTHING)}`
  const open = (bar: number | null): void => { const time = bar === null ? undefined : times[bar]; if (time !== undefined && series.points.has(time)) void navigate({ to: '/table', search: searchOfTime(search, unit, time) as never }) }
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); open(at); return }
    const next = stepOf(event.key, at ?? times.length, times, series)
    if (next !== null) { event.preventDefault(); setAt(next) }
  }
  const bar = (event: PointerEvent): number | null => barAt(event.clientX - plot.current!.getBoundingClientRect().left, box, shape.step, times.length)
  const release = (event: PointerEvent): void => {
    const to = bar(event), [a, b] = [from, to].sort((x, y) => (x ?? 0) - (y ?? 0)), dragged = from !== null && to !== null && from !== to
    setFrom(null)
    if (dragged) onSpan?.(times[a!]!, times[b!]!)
    else if (event.pointerType === 'mouse') open(to)
  }
  return (
    <div className="chart">
      <div ref={plot} className="plot" style={{ height }} role="slider" tabIndex={0} aria-label={name} aria-describedby={hint} aria-valuemin={0} aria-valuemax={Math.max(0, times.length - 1)} aria-valuenow={at ?? Math.max(0, times.length - 1)} aria-valuetext={words === '' ? sayChart(series, unit, measure) : words}
        onKeyDown={move} onFocus={() => { if (at === null) setAt(stepOf('End', 0, times, series)) }} onBlur={() => { setAt(null) }} onPointerMove={event => { setAt(bar(event)) }} onPointerLeave={() => { if (document.activeElement !== plot.current) setAt(null); setFrom(null) }} onPointerDown={event => { setFrom(onSpan === undefined || event.pointerType !== 'mouse' ? null : bar(event)); setAt(bar(event)) }} onPointerUp={release}>
        {width > 0 && <Drawing box={box} shape={shape} unit={unit} times={times} at={at} from={from} />}
      </div>
      <p className="readout" id={hint}>
        {key === undefined ? <span className="quiet">{says ?? sayChart(series, unit, measure)}</span> : <><b>{words[0]!.toUpperCase() + words.slice(1)}</b>{series.points.has(key) && <> <ViewLink path="/table" search={searchOfTime(search, unit, key)}>Open</ViewLink></>}</>}
        <span className="sr"> Arrow keys go {HINTS[unit]}, Enter opens the incidents.</span>
      </p>
    </div>
  )
}

/** Where a key leads: arrows to the next bar that counts something, Page keys ten bars on. */
function stepOf(key: string, at: number, times: readonly string[], { points }: Series): number | null {
  const filled = times.flatMap((time, i) => (points.has(time) ? [i] : []))
  switch (key) {
    case 'ArrowRight': case 'ArrowUp': return filled.find(i => i > at) ?? filled.at(-1) ?? null
    case 'ArrowLeft': case 'ArrowDown': return filled.findLast(i => i < at) ?? filled[0] ?? null
    case 'PageDown': return filled.find(i => i >= at + 10) ?? filled.at(-1) ?? null
    case 'PageUp': return filled.findLast(i => i <= at - 10) ?? filled[0] ?? null
    case 'Home': return filled[0] ?? null
    case 'End': return filled.at(-1) ?? null
    default: return null
  }
}

interface DrawingProps { readonly box: Box; readonly shape: ReturnType<typeof shapeOf>; readonly unit: Unit; readonly times: readonly string[]; readonly at: number | null; readonly from: number | null }

function Drawing({ box: { width, height, left, top, bottom }, shape, unit, times, at, from }: DrawingProps): ReactNode {
  const stripes = useId(), x = (bar: number): number => left + bar * shape.step, floor = height - bottom
  return (
    <svg width={width} height={height} aria-hidden="true">
      <defs><pattern id={stripes} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" className="bar-disputed-ground" /><rect width="2.4" height="5" className="bar-disputed" /></pattern></defs>
      {shape.levels.map(({ value, y }) => <g key={value}><line x1={left} x2={width} y1={y} y2={y} className="level" /><text x={left - 6} y={y + 3.5} textAnchor="end">{short(value)}</text></g>)}
      {from !== null && at !== null && <rect x={x(Math.min(from, at))} width={(Math.abs(at - from) + 1) * shape.step} y={top} height={floor - top} className="span" />}
      {at !== null && <rect x={x(at)} width={Math.max(2, shape.step)} y={top} height={floor - top} className="here" />}
      {STANDINGS.map(standing => <path key={standing} d={shape.parts[standing]} {...standing === 'disputed' ? { fill: `url(#${stripes})` } : { className: `bar-${standing}` }} />)}
      <path d={shape.between} className="bar-between" />
      {ticksOf(unit, times, Math.ceil(62 / shape.step)).filter((tick, i, all) => i === 0 || Math.min(x(tick.at) + 3, width - 28) - x(all[i - 1]!.at) >= 55).map(tick => <g key={tick.at}><line x1={x(tick.at)} x2={x(tick.at)} y1={floor} y2={floor + 4} className="tick" /><text x={Math.min(x(tick.at) + 3, width - 28)} y={height - 5}>{tick.label}</text></g>)}
    </svg>
  )
}

const short = (value: number): string => (value >= 10_000 ? `${value / 1000}k` : value.toLocaleString('en'))

/** Width of an element, followed as it changes. */
function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = of.current
    if (element === null) return
    setWidth(element.clientWidth)
    const watch = new ResizeObserver(() => { setWidth(element.clientWidth) })
    watch.observe(element)
    return () => { watch.disconnect() }
  }, [of])
  return width
}
