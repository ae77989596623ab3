/** Choosing words of the text and saying which field of the chosen event they are. */
import { useEffect, useState, type ReactNode } from 'react'
import type { Event, IncidentField, Span } from '../../../core/model/index.ts'
import { FIELD_NAMES, WORD_FIELDS } from '../../correct/drafts.ts'
import { oneLine } from '../../text/safe.ts'

interface WordBarProps { readonly text: string; readonly event: Event | null; readonly onField: (field: IncidentField, words: readonly Span[]) => void; readonly onMissed: (words: Span) => void }

export function WordBar({ text, event, onField, onMissed }: WordBarProps): ReactNode {
  const words = useChosenWords(text)
  if (words === null) return <p className="word-bar quiet no-print">{event === null ? 'Select words of the text to add an event that was missed; with an event chosen, to say which of its fields they are.' : `Select words of the text to say which field of ${event.id} they are.`}</p>
  return (
    <div className="word-bar chosen no-print" role="group" aria-label="What the selected words are">
      <span>“{oneLine(words.exact, 60)}” {event === null ? 'tells of' : `is, of ${event.id}:`}</span>
      {event !== null && WORD_FIELDS.map(field => <button key={field} type="button" className="button small" onMouseDown={e => { e.preventDefault() }} onClick={() => { onField(field, [words]) }}>{FIELD_NAMES[field]}</button>)}
      <button type="button" className="button small primary" onMouseDown={e => { e.preventDefault() }} onClick={() => { onMissed(words) }}>an event that was missed…</button>
    </div>
  )
}

/** What is selected in the text of the report, as a span of it; null for nothing. */
function useChosenWords(text: string): Span | null {
  const [words, setWords] = useState<Span | null>(null)
  useEffect(() => {
    const look = (): void => { setWords(chosenIn(text)) }
    document.addEventListener('selectionchange', look)
    return () => { document.removeEventListener('selectionchange', look) }
  }, [text])
  return words
}

function chosenIn(text: string): Span | null {
  const selection = getSelection(), shown = document.querySelector('.report-text')
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0 || shown === null || !shown.contains(selection.anchorNode) || !shown.contains(selection.focusNode)) return null
  const range = selection.getRangeAt(0), from = offsetOf(range.startContainer, range.startOffset), to = offsetOf(range.endContainer, range.endOffset)
  if (from === null || to === null) return null
  const raw = text.slice(from, to), start = from + raw.length - raw.trimStart().length, exact = raw.trim()
  // Signs that are shown by their code are longer on the page than in the text: what does not agree is not taken.
  return exact === '' || squeezed(exact) !== squeezed(selection.toString()) ? null : { start, end: start + exact.length, exact }
}

const squeezed = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** Offset in the report of a point of the page: every piece of the text tells where it begins. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node.children[offset] ?? node.lastElementChild ?? node : node.parentElement, piece = element?.closest<HTMLElement>('[data-from]')
  if (piece == null) return null
  const begin = Number(piece.dataset['from'])
  if (node instanceof Element) return node.children[offset] === undefined ? begin + (piece.textContent ?? '').length : begin
  let before = 0
  for (const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT); walker.nextNode() !== null && walker.currentNode !== node;) before += (walker.currentNode.textContent ?? '').length
  return begin + before + offset
}
