/** The words around: a stretch of a report with its evidence marked, the active one in sight. */
import { useEffect, useRef, type ReactNode } from 'react'
import type { Report } from '../api/queries.ts'
import { sayDays } from '../filters/words.ts'
import { ReportLink } from '../router/links.tsx'
import { cut, type Words } from '../text/passage.ts'
import { Said, Stretches } from './text.tsx'

/** How much of a report is shown to either side of the words, in UTF-16 code units; a report is longer than a screen. */
const REACH = 3000

/** Words as they were when the report was coded. */
export interface Exact extends Words { readonly exact: string }

interface AroundProps { readonly report: Report; readonly marks: readonly Exact[]; readonly active: Exact | null }

/** A report's head and the words around `active`; `marks` stand out, `active` most. Words that the text no longer has at their place are not marked. */
export function Around({ report, marks: given, active: asked }: AroundProps): ReactNode {
  const marks = given.filter(m => isThere(report.text, m)), active = asked !== null && isThere(report.text, asked) ? asked : null
  const pane = useRef<HTMLDivElement>(null), word = useRef<HTMLElement>(null), { id, title, publisher, published, text } = report
  const from = Math.max(0, (active?.start ?? 0) - REACH), to = Math.min(text.length, (active?.end ?? 0) + REACH)
  useEffect(() => { if (pane.current !== null && word.current !== null) pane.current.scrollTop = word.current.offsetTop - pane.current.offsetTop - pane.current.clientHeight / 3 }, [id, active?.start, active?.end])
  return (
    <article className="around">
      <header><h3><ReportLink id={id}><Said text={title ?? id} longest={140} /></ReportLink></h3><p className="quiet">{publisher !== null && <><Said text={publisher} longest={60} /> · </>}{sayDays(published)}</p></header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <div ref={pane} className="words" dir="auto" tabIndex={0} role="region" aria-label="The words around">
        {from > 0 && '… '}
        {cut(text, from, to, sorted(marks, active)).map(({ text: part, marked }, i, parts) => (marked ? <mark key={i} {...isActive(parts, i, from, active) ? { ref: word, className: 'active' } : {}}><Stretches text={part} /></mark> : <Stretches key={i} text={part} />))}
        {to < text.length && ' …'}
      </div>
    </article>
  )
}

const isThere = (text: string, { start, end, exact }: Exact): boolean => text.slice(start, end) === exact

const sorted = (marks: readonly Words[], active: Words | null): readonly Words[] => [...marks, ...active === null ? [] : [active]].toSorted((a, b) => a.start - b.start || b.end - a.end)

/** Whether the part at `i` holds the beginning of what is active. */
function isActive(parts: readonly { readonly text: string }[], i: number, from: number, active: Words | null): boolean {
  const start = from + parts.slice(0, i).reduce((n, p) => n + p.text.length, 0)
  return active !== null && active.start >= start && active.start < start + parts[i]!.text.length
}
