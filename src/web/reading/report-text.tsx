/** A report's text with its marks: every piece that is marked can be reached and opened by keyboard and pointer alike. */
import { memo, useMemo, type KeyboardEvent, type ReactNode } from 'react'
import type { Extent } from '../../core/index.ts'
import { oneLine } from '../text/safe.ts'
import { Stretches } from '../ui/text.tsx'
import { segmentsOf, type Segment } from './segments.ts'
import type { ShownMark } from './shown-marks.ts'

interface ReportTextProps {
  readonly text: string
  readonly marks: readonly ShownMark[]
  /** The event whose words stand out. */
  readonly event: string | null
  /** Where sentences were left unread; shown paler. */
  readonly unread?: readonly Extent[]
  readonly onOpen: (marks: readonly ShownMark[]) => void
  /** While words are chosen with keys: the text takes them. */
  readonly onKeys?: ((event: KeyboardEvent) => void) | undefined
}

/** Pieces are made anew only where the marks change, for reports are long. */
export const ReportText = memo(function ReportText({ text, marks, event, unread = [], onOpen, onKeys }: ReportTextProps): ReactNode {
  const pieces = useMemo(() => segmentsOf(text.length, [...marks, ...unread.map(u => ({ ...u, unread: true as const }))]), [text, marks, unread])
  const choosing = onKeys === undefined ? {} : { role: 'application', tabIndex: 0, onKeyDownCapture: onKeys, 'aria-label': 'Text of the report: arrow keys choose words' }
  return <div className="report-text" dir="auto" {...choosing}>{pieces.map(piece => <Piece key={piece.start} text={text} piece={piece} event={event} onOpen={onOpen} />)}</div>
})

type Covering = ShownMark | (Extent & { readonly unread: true })
const isMark = (covering: Covering): covering is ShownMark => 'layer' in covering

function Piece({ text, piece, event, onOpen }: { readonly text: string; readonly piece: Segment<Covering>; readonly event: string | null; readonly onOpen: ReportTextProps['onOpen'] }): ReactNode {
  const words = <Stretches text={text.slice(piece.start, piece.end)} />, marks = piece.marks.filter(isMark), unread = marks.length < piece.marks.length
  if (marks.length === 0) return <span data-from={piece.start} className={unread ? 'unread' : undefined}>{words}</span>
  const top = topOf(marks), own = event !== null && marks.some(m => m.event === event), open = (): void => { onOpen(marks) }
  // No button element: its words could not be selected. Only events are stops of the tabulator; the keys [ and ] reach the rest.
  return (
    <span role="button" tabIndex={top.layer === 'event' ? 0 : -1} className={`piece ${marks.map(m => `of-${m.layer}`).join(' ')}${own ? ' own' : ''}${unread ? ' unread' : ''}`} data-type={top.type ?? undefined} data-from={piece.start}
      title={oneLine(marks.map(m => m.says).join(' · '))} onClick={open} onKeyDown={e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); open() } }}>{words}</span>
  )
}

const ORDER = ['event', 'let-go', 'claim', 'field', 'place', 'time', 'count', 'entity']
const topOf = (marks: readonly ShownMark[]): ShownMark => marks.toSorted((a, b) => ORDER.indexOf(a.layer) - ORDER.indexOf(b.layer))[0]!
