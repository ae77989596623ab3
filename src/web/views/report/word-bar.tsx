/** Choosing words of the text, by pointer or by keys, and saying which field of the chosen event they are. */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Event, IncidentField, Span } from '../../../core/model/index.ts'
import { spanOf } from '../../../core/model/span.ts'
import { FIELD_NAMES, WORD_FIELDS } from '../../correct/drafts.ts'
import { Keycaps } from '../../ui/keycap.tsx'
import type { Picking } from '../../reading/pick-words.ts'
import { offsetOf } from '../../reading/points.ts'
import { oneLine } from '../../text/safe.ts'

interface WordBarProps { readonly text: string; readonly event: Event | null; readonly picking: Picking; readonly bar: RefObject<HTMLDivElement | null>; readonly onField: (field: IncidentField, words: readonly Span[]) => void; readonly onMissed: (words: Span) => void }

export function WordBar({ text, event, picking, bar, onField, onMissed }: WordBarProps): ReactNode {
  const words = useChosenWords(text, picking)
  return (
    <>
      <p className="sr" role="status">{picking.words === null ? '' : `Chosen: ${oneLine(picking.words.exact, 300)}`}</p>
      {words === null ? <Hint event={event} onBegin={picking.begin} /> : (
        <div className="word-bar chosen no-print" role="group" aria-label="What the selected words are" ref={bar} onKeyDown={e => { if (e.key === 'Escape' && picking.words !== null) { e.preventDefault(); picking.begin() } }}>
          <span>“{oneLine(words.exact, 60)}” {event === null ? 'tells of' : `is, of ${event.id}:`}</span>
          {event !== null && WORD_FIELDS.map(field => <button key={field} type="button" className="button small" onMouseDown={e => { e.preventDefault() }} onClick={() => { onField(field, [words]) }}>{FIELD_NAMES[field]}</button>)}
          <button type="button" className="button small primary" onMouseDown={e => { e.preventDefault() }} onClick={() => { onMissed(words) }}>an event that was missed…</button>
          {picking.words !== null && <span className="quiet keys-hint"><kbd className="kbd">←</kbd> <kbd className="kbd">→</kbd> word, <kbd className="kbd">↑</kbd> <kbd className="kbd">↓</kbd> sentence, with <Keycaps keys="Shift" /> longer; <Keycaps keys="Enter" /> to the buttons, <Keycaps keys="Escape" /> ends</span>}
        </div>
      )}
    </>
  )
}

const Hint = ({ event, onBegin }: { readonly event: Event | null; readonly onBegin: () => void }): ReactNode => (
  <div className="word-bar quiet no-print">
    <span>{event === null ? 'Select words of the text to add an event that was missed; with an event chosen, to say which of its fields they are.' : `Select words of the text to say which field of ${event.id} they are.`}</span>
    <button type="button" className="button plain small" onClick={onBegin}>Choose with keys <Keycaps keys="w" /></button>
  </div>
)

/** What is chosen with keys, else what is selected in the text; null for nothing. Selecting with the pointer ends choosing with keys. */
function useChosenWords(text: string, { words: picked, end }: Picking): Span | null {
  const [selected, setSelected] = useState<Span | null>(null), ends = useRef(end)
  useEffect(() => { ends.current = end })
  useEffect(() => {
    const look = (): void => { const found = selectedIn(text); setSelected(found); if (found !== null && 'highlights' in CSS) ends.current() }
    document.addEventListener('selectionchange', look)
    return () => { document.removeEventListener('selectionchange', look) }
  }, [text])
  return picked ?? selected
}

function selectedIn(text: string): Span | null {
  const selection = getSelection(), shown = document.querySelector('.report-text')
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0 || shown === null || !shown.contains(selection.anchorNode) || !shown.contains(selection.focusNode)) return null
  const range = selection.getRangeAt(0), from = offsetOf(range.startContainer, range.startOffset), to = offsetOf(range.endContainer, range.endOffset)
  if (from === null || to === null) return null
  const raw = text.slice(from, to), start = from + raw.length - raw.trimStart().length, exact = raw.trim()
  return exact === '' ? null : spanOf(text, { start, end: start + exact.length })
}
