/** The graph: incidents as cards in columns of days, arrows from what was answered to the answer. */
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { addersOf } from '../../../core/incidents/by-hand.ts'
import type { Incident } from '../../../core/model/index.ts'
import { sayCount, sayDays } from '../../filters/words.ts'
import { IncidentLink } from '../../router/links.tsx'
import { AddedBadge, DisputedBadge, TypeMark } from '../../ui/marks.tsx'
import { Said } from '../../ui/text.tsx'
import { arrange, type Link } from './layout.ts'
import { LINK_WORDS } from './words.ts'

interface GraphProps { readonly incidents: readonly Incident[]; readonly links: readonly Link[]; readonly of: string; readonly link: string | null; readonly onPick: (link: string) => void }

/** Room at the right for arrows between incidents of one day, which go round there, and their words. */
const ROUND = 128
const WIDE = 240, HIGH = 106, GAP_X = 88, GAP_Y = 20, TOP = 36, LEFT = 16

export function Graph({ incidents, links, of, link: picked, onPick }: GraphProps): ReactNode {
  const box = useRef<HTMLDivElement>(null), { placed, days, rows } = arrange(incidents.map(i => ({ id: i.id, day: (i.date?.start ?? i.date?.end ?? null)?.slice(0, 10) ?? null })), links), at = new Map(placed.map(p => [p.id, { x: LEFT + p.column * (WIDE + GAP_X), y: TOP + p.row * (HIGH + GAP_Y) }]))
  const last = LEFT + (days.length - 1) * (WIDE + GAP_X), width = LEFT * 2 + days.length * (WIDE + GAP_X) - GAP_X + (links.some(l => at.get(l.from)?.x === last && at.get(l.to)?.x === last) ? ROUND : 0), height = TOP + rows * (HIGH + GAP_Y) + GAP_Y, start = at.get(of)
  useEffect(() => { if (start !== undefined) centre(box.current, start) }, [start?.x, start?.y])
  return (
    <div className="graph" ref={box} role="region" aria-label="Incidents in the order of time, with arrows to what answers them" tabIndex={0}>
      <div className="ground" style={{ width, height }}>
        {days.map((day, n) => <span key={day ?? 'none'} className="day" style={{ left: LEFT + n * (WIDE + GAP_X), width: WIDE }}>{sayDays(day)}</span>)}
        <svg width={width} height={height} aria-hidden="true">
          <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 10 5 0 10Z" fill="context-stroke" /></marker></defs>
          {links.map(l => { const from = at.get(l.to), to = at.get(l.from); return from === undefined || to === undefined ? null : <Arrow key={l.id} from={from} to={to} link={l} picked={l.id === picked} onPick={onPick} /> })}
        </svg>
        {incidents.map(i => { const place = at.get(i.id); return place === undefined ? null : <Node key={i.id} incident={i} self={i.id === of} lit={links.some(l => l.id === picked && (l.from === i.id || l.to === i.id))} style={{ left: place.x, top: place.y, width: WIDE, height: HIGH }} /> })}
      </div>
    </div>
  )
}

/** Scrolls so that an incident is in the middle, as far as the graph goes. */
function centre(box: HTMLElement | null, { x, y }: Spot): void { box?.scrollTo({ left: x + WIDE / 2 - box.clientWidth / 2, top: y - 120 }) }

interface Spot { readonly x: number; readonly y: number }

/** From the right of what was answered to the left of the answer; below both where they share a column or run back. */
function Arrow({ from, to, link: { id, kind }, picked, onPick }: { readonly from: Spot; readonly to: Spot; readonly link: Link; readonly picked: boolean; readonly onPick: (link: string) => void }): ReactNode {
  const forward = to.x > from.x, a = { x: from.x + WIDE, y: from.y + HIGH / 2 }, b = forward ? { x: to.x, y: to.y + HIGH / 2 } : { x: to.x + WIDE, y: to.y + HIGH / 2 + 8 }, bend = forward ? Math.max(36, (b.x - a.x) / 2) : 56
  const path = forward ? `M${a.x} ${a.y}C${a.x + bend} ${a.y} ${b.x - bend} ${b.y} ${b.x - 2} ${b.y}` : `M${a.x} ${a.y}C${a.x + bend} ${a.y} ${b.x + bend} ${b.y} ${b.x + 2} ${b.y}`
  return <g className={`arrow ${kind} ${picked ? 'picked' : ''}`} onClick={() => { onPick(id) }}><path className="wide" d={path} /><path d={path} markerEnd="url(#arrow)" /><text x={forward ? (a.x + b.x) / 2 : a.x + bend * 0.75 + 6} y={(a.y + b.y) / 2 - 6} textAnchor={forward ? 'middle' : 'start'}>{LINK_WORDS[kind]?.short ?? kind}</text></g>
}

const Node = ({ incident: i, self, lit, style }: { readonly incident: Incident; readonly self: boolean; readonly lit: boolean; readonly style: CSSProperties }): ReactNode => (
  <article className={`node card ${self ? 'self' : ''} ${lit ? 'lit' : ''}`} style={style}>
    <p><IncidentLink id={i.id}><TypeMark type={i.type} mode={i.mode} /></IncidentLink>{i.disputed && <DisputedBadge />}<AddedBadge by={addersOf(i)} /></p>
    <p className="sides"><Said text={[i.actors.map(a => a.name).join(', '), i.recipients.map(a => a.name).join(', ')].filter(Boolean).join(' → ') || i.summary} longest={60} /></p>
    <p className="quiet where">{i.places[0] !== undefined && <Said text={i.places[0].name} longest={28} />}{i.killed !== null && sayCount(i.killed) !== '' && ` · ${sayCount(i.killed)} killed`}</p>
  </article>
)
