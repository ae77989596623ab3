/** Choosing words of the report with keys alone. What is chosen is shown by the highlights of the browser, so that it stays while the focus is elsewhere. */
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Extent, Span } from '../../core/index.ts'
import { spanOf } from '../../core/model/span.ts'
import { rangeOf } from './points.ts'
import { chosenAt, extentOf, stepped, wordsOf, type Chosen, type Words } from './word-steps.ts'

const NAME = 'picked', ABOVE = 96, BELOW = 32
const shownText = (): HTMLElement | null => document.querySelector<HTMLElement>('.report-text')

export interface Picking {
  /** What is chosen; null while nobody chooses with keys. */
  readonly words: Span | null
  readonly begin: () => void
  readonly end: () => void
  /** For the text of the report. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

interface Picked { readonly text: string; readonly of: Words; readonly chosen: Chosen }

/** `startAt` says where choosing begins, unless a mark has the focus. `onDone` is called for Enter. */
export function usePicking(text: string, startAt: () => number, onDone: () => void): Picking {
  const [kept, setKept] = useState<Picked | null>(null), picked = kept?.text === text ? kept : null, words = useMemo(() => (picked === null ? null : spanOf(text, extentOf(picked.of, picked.chosen))), [text, picked])
  useEffect(() => { show(words); return () => { show(null) } }, [words])
  const end = (): void => { setKept(null) }
  return {
    words, end,
    begin: () => {
      const focused = document.activeElement, piece = shownText()?.contains(focused) === true ? focused?.closest<HTMLElement>('[data-from]') : null
      if (picked === null) { const of = wordsOf(text), chosen = chosenAt(of, piece == null ? startAt() : Number(piece.dataset['from'])); if (chosen !== null) flushSync(() => { setKept({ text, of, chosen }) }) }
      // The text is a stop of its own by now, and takes the focus before the next key.
      shownText()?.focus({ preventScroll: true })
    },
    onKeyDown: event => {
      if (picked === null || event.ctrlKey || event.metaKey || event.altKey) return
      const chosen = stepped(picked.of, picked.chosen, event.key, event.shiftKey)
      // From what is chosen by then: keys that follow fast must not start from the same words.
      if (chosen !== null) setKept(now => (now?.text === text ? { ...now, chosen: stepped(now.of, now.chosen, event.key, event.shiftKey) ?? now.chosen } : now))
      // On a mark within the text Enter opens that.
      else if (event.key === 'Enter' && event.target === event.currentTarget) onDone()
      else if (event.key === 'Escape') end()
      else return
      event.preventDefault()
    },
  }
}

/** Marks the words on the page and brings them into sight. */
function show(words: Extent | null): void {
  const root = shownText(), range = root === null || words === null ? null : rangeOf(root, words.start, words.end)
  if ('highlights' in CSS) { if (range === null) CSS.highlights.delete(NAME); else CSS.highlights.set(NAME, new Highlight(range)) } else if (range !== null) { getSelection()?.removeAllRanges(); getSelection()?.addRange(range) }
  const main = document.getElementById('main'), box = main?.getBoundingClientRect(), rect = range?.getBoundingClientRect()
  if (main === null || box === undefined || rect === undefined) return
  if (rect.top < box.top + ABOVE) main.scrollBy(0, rect.top - box.top - ABOVE)
  else if (rect.bottom > box.bottom - BELOW) main.scrollBy(0, Math.min(rect.bottom - box.bottom + BELOW, rect.top - box.top - ABOVE))
}
