/** The timeline: incidents by week, and a brush that narrows the days; the map follows while it is drawn. */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { sayDays } from '../../filters/words.ts'
import { ticksOf, type Timeline as Bars } from './bars.ts'
import { dayText, type Range } from './columns.ts'

interface TimelineProps { readonly bars: Bars; readonly range: Range; /** While it is drawn. */ readonly onBrush: (range: Range) => void; /** When it is done. */ readonly onDone: (range: Range) => void }

const HEIGHT = 72, AXIS = 18, LEAST_PIXELS = 4

export function Timeline({ bars, range, onBrush, onDone }: TimelineProps): ReactNode {
  const box = useRef<HTMLDivElement>(null), [width, setWidth] = useState(600), drag = useRef<{ readonly from: number; readonly keep: number | null } | null>(null)
  useEffect(() => { const watch = new ResizeObserver(([entry]) => { if (entry !== undefined) setWidth(Math.max(100, entry.contentRect.width)) }); if (box.current !== null) watch.observe(box.current); return () => { watch.disconnect() } }, [])
  const x = (day: number): number => (day - bars.from) / (bars.to - bars.from) * width, dayAt = (px: number): number => Math.round(Math.max(bars.from, Math.min(bars.to - 1, bars.from + px / width * (bars.to - bars.from))))
  const pixel = (event: PointerEvent): number => event.clientX - (box.current?.getBoundingClientRect().left ?? 0)
  const brushed = (event: PointerEvent): Range => { const a = drag.current?.keep ?? dayAt(drag.current?.from ?? 0), b = dayAt(pixel(event)); return [Math.min(a, b), Math.max(a, b)] }
  const end = (event: PointerEvent): void => {
    if (drag.current === null) return
    const range = Math.abs(pixel(event) - drag.current.from) < LEAST_PIXELS && drag.current.keep === null ? null : brushed(event)
    drag.current = null
    onBrush(range)
    onDone(range)
  }
  return (
    <div className="timeline no-print" role="group" aria-label="Timeline">
      <div className="said">{range === null ? <span className="quiet">All days: drag to choose some</span> : <><b>{sayDays(dayText(range[0]), dayText(range[1]))}</b><button type="button" className="button plain small" onClick={() => { onBrush(null); onDone(null) }}>All days</button></>}</div>
      <div className="chart" ref={box} onPointerDown={event => { event.currentTarget.setPointerCapture(event.pointerId); drag.current = { from: pixel(event), keep: null } }} onPointerMove={event => { if (drag.current !== null) onBrush(brushed(event)) }} onPointerUp={end} onPointerCancel={end}>
        <svg width={width} height={HEIGHT + AXIS} aria-hidden="true">
          {bars.bars.map(b => { const h = Math.max(1.5, b.count / bars.most * (HEIGHT - 4)), on = range === null || b.to > range[0] && b.from <= range[1]; return <rect key={b.from} className={on ? 'on' : ''} x={x(b.from)} y={HEIGHT - h} width={Math.max(1, x(b.to) - x(b.from) - 0.6)} height={h} /> })}
          <line x1={0} x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
          {ticksOf(bars, width).map(({ day, text }) => <g key={day} transform={`translate(${x(day)} ${HEIGHT})`}><line y2={4} /><text x={3} y={13}>{text}</text></g>)}
          {range !== null && <rect className="brush" x={x(range[0])} y={0} width={Math.max(2, x(range[1] + 1) - x(range[0]))} height={HEIGHT} />}
        </svg>
        {(['first', 'last'] as const).map((edge, n) => <Handle key={edge} edge={edge} day={range?.[n] ?? (n === 0 ? bars.from : bars.to - 1)} bars={bars} left={x((range?.[n] ?? (n === 0 ? bars.from : bars.to - 1)) + n)} onGrab={(event, day) => { event.stopPropagation(); box.current?.setPointerCapture(event.pointerId); drag.current = { from: pixel(event), keep: range?.[1 - n] ?? (n === 0 ? bars.to - 1 : bars.from) }; void day }} onMove={day => { const other = range?.[1 - n] ?? (n === 0 ? bars.to - 1 : bars.from), next: Range = [Math.min(day, other), Math.max(day, other)]; onBrush(next); onDone(next) }} />)}
      </div>
    </div>
  )
}

interface HandleProps { readonly edge: 'first' | 'last'; readonly day: number; readonly bars: Bars; readonly left: number; readonly onGrab: (event: PointerEvent, day: number) => void; readonly onMove: (day: number) => void }

/** An end of the brush, for the keyboard too: arrows move it by a week, with Shift by four. */
function Handle({ edge, day, bars, left, onGrab, onMove }: HandleProps): ReactNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = ({ ArrowLeft: -7, ArrowDown: -7, ArrowRight: 7, ArrowUp: 7, PageDown: -91, PageUp: 91 } as Readonly<Record<string, number>>)[event.key], to = event.key === 'Home' ? bars.from : event.key === 'End' ? bars.to - 1 : by === undefined ? null : day + by * (event.shiftKey ? 4 : 1)
    if (to === null) return
    event.preventDefault()
    onMove(Math.max(bars.from, Math.min(bars.to - 1, to)))
  }
  return <span className="edge" role="slider" tabIndex={0} aria-label={`The ${edge} day`} aria-valuemin={bars.from} aria-valuemax={bars.to - 1} aria-valuenow={day} aria-valuetext={sayDays(dayText(day))} style={{ insetInlineStart: left }} onKeyDown={onKeyDown} onPointerDown={event => { onGrab(event, day) }} />
}
