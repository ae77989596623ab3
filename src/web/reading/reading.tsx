/** A coded report to read: its text with the marks of the layers that are switched on, its events, and what stands behind a mark. */
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Event, Explained, Extent, Span } from '../../core/index.ts'
import { spanOf } from '../../core/model/span.ts'
import { useKeys } from '../keys/use-keys.ts'
import { Said } from '../ui/text.tsx'
import { EventCard } from './event-card.tsx'
import { LAYER_NAMES, SHOWN_LAYERS, shownMarks, unreadSentences, type ShownLayer, type ShownMark } from './shown-marks.ts'
import { ReportText } from './report-text.tsx'

interface ReadingProps {
  readonly text: string
  readonly explained: Explained
  readonly event: string | null
  readonly onEvent: (event: string | null) => void
  readonly layers: ReadonlySet<ShownLayer>
  readonly onLayers: (layers: ReadonlySet<ShownLayer>) => void
  /** What stands below the fields of an event. */
  readonly renderBelow?: (event: Event) => ReactNode
  /** Asked of words that were let go and tell of an event after all; absent where none can be added. */
  readonly onMissed?: (words: Span, type: string | null) => void
  /** While words are chosen with keys. */
  readonly onKeys?: ((event: KeyboardEvent) => void) | undefined
}

/** Layers shown unless the reader chooses others. */
export const FIRST_LAYERS: readonly ShownLayer[] = ['event', 'field', 'claim']

export function Reading({ text, explained, event, onEvent, layers, onLayers, renderBelow, onMissed, onKeys }: ReadingProps): ReactNode {
  const [opened, setOpened] = useState<readonly ShownMark[]>([])
  const { all, marks, unread } = useMarks(explained, layers)
  useKeys({ 'evidence-next': () => { step(1) }, 'evidence-previous': () => { step(-1) } })
  const open = (covering: readonly ShownMark[]): void => { setOpened(covering); const own = covering.find(m => m.event !== null)?.event; if (own != null) onEvent(own) }
  return (
    <div className="reading">
      <section className="reading-text" aria-label="Text of the report">
        <LayerSwitches all={all} layers={layers} onLayers={onLayers} unread={unread.length} />
        <ReportText text={text} marks={marks} event={event} unread={unread} onOpen={open} onKeys={onKeys} />
      </section>
      <section className="reading-side" aria-label="What was coded">
        {opened.length === 0 ? null : <Opened marks={opened} text={text} onMissed={onMissed} onClose={() => { setOpened([]) }} />}
        {explained.analysis.events.length === 0 ? <p className="quiet">No event of political violence or conflict was found in this text.</p> : null}
        {explained.analysis.events.map(e => <EventCard key={e.id} event={e} explained={explained} chosen={e.id === event} onChoose={() => { onEvent(e.id === event ? null : e.id) }}>{renderBelow?.(e)}</EventCard>)}
        {explained.analysis.notes.length === 0 ? null : <details className="notes"><summary>Notes ({explained.analysis.notes.length})</summary><ul>{explained.analysis.notes.map((note, i) => <li key={i}><Said text={note.message} /></li>)}</ul></details>}
      </section>
    </div>
  )
}

function useMarks(explained: Explained, layers: ReadonlySet<ShownLayer>): { readonly all: readonly ShownMark[]; readonly marks: readonly ShownMark[]; readonly unread: readonly Extent[] } {
  const { all, unread } = useMemo(() => ({ all: shownMarks(explained), unread: unreadSentences(explained) }), [explained])
  const marks = useMemo(() => all.filter(m => layers.has(m.layer)), [all, layers])
  return { all, marks, unread }
}

function LayerSwitches({ all, layers, onLayers, unread }: { readonly all: readonly ShownMark[]; readonly layers: ReadonlySet<ShownLayer>; readonly onLayers: ReadingProps['onLayers']; readonly unread: number }): ReactNode {
  const flip = (layer: ShownLayer): void => { const next = new Set(layers); if (!next.delete(layer)) next.add(layer); onLayers(next) }
  return (
    <div className="layer-switches" role="group" aria-label="Layers shown">
      {SHOWN_LAYERS.map(layer => <button key={layer} type="button" className={`button small layer-switch`} aria-pressed={layers.has(layer)} onClick={() => { flip(layer) }}>{LAYER_NAMES[layer]} <span className="quiet">{all.filter(m => m.layer === layer).length}</span></button>)}
      {unread === 0 ? null : <span className="quiet unread-note">{unread} {unread === 1 ? 'sentence' : 'sentences'} without an event, shown paler</span>}
    </div>
  )
}

function Opened({ marks, text, onMissed, onClose }: { readonly marks: readonly ShownMark[]; readonly text: string; readonly onMissed: ReadingProps['onMissed']; readonly onClose: () => void }): ReactNode {
  return (
    <aside className="opened" aria-label="What stands behind the mark" aria-live="polite">
      <header><b>What stands behind these words</b><button type="button" className="button plain small" onClick={onClose}>Close</button></header>
      <ul>{marks.map((mark, i) => <li key={i}><span className="badge">{LAYER_NAMES[mark.layer]}</span> <q><Said text={text.slice(mark.start, mark.end)} longest={160} /></q> <span><Said text={mark.says} /></span> <code>{mark.why}</code>{mark.layer === 'let-go' && onMissed !== undefined && <button type="button" className="button small" onClick={() => { onMissed(spanOf(text, mark), mark.type) }}>It is an event…</button>}</li>)}</ul>
    </aside>
  )
}

/** Moves the focus to the next or the last piece that is marked. */
function step(by: 1 | -1): void {
  const pieces = [...document.querySelectorAll<HTMLElement>('.report-text .piece')], at = pieces.indexOf(document.activeElement as HTMLElement)
  const next = pieces[at < 0 ? by === 1 ? 0 : pieces.length - 1 : (at + by + pieces.length) % pieces.length]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
