/** Text of reports on the page: isolated in its own direction, with steering characters shown by their code. */
import type { ReactNode } from 'react'
import { LONGEST_LINE, stretchesOf } from '../text/safe.ts'
import type { Passage } from '../text/passage.ts'

/** A name, a headline, a value: inside a line. `longest` cuts it. */
export function Said({ text, longest = LONGEST_LINE }: { readonly text: string; readonly longest?: number }): ReactNode {
  const short = text.length > longest ? `${text.slice(0, longest - 1)}…` : text
  return <bdi title={text.length > longest ? `${text.length.toLocaleString('en')} characters; cut here` : undefined}><Stretches text={short} /></bdi>
}

/** Text with its steering characters made visible. */
export const Stretches = ({ text }: { readonly text: string }): ReactNode => stretchesOf(text).map(({ text: part, bare }, i) => (bare ? <span key={i} className="bare" title="A character that would steer the text; shown, not obeyed">{part}</span> : part))

/** A sentence of the program's own, in which commands stand between backticks. */
export const Told = ({ text }: { readonly text: string }): ReactNode => text.split(/`([^`]*)`/).map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))

/** A sentence of a report with the words that count marked. */
export function Quote({ passage }: { readonly passage: Passage }): ReactNode {
  return (
    <blockquote className="quote" dir="auto">
      {passage.before && '… '}
      {passage.parts.map(({ text, marked }, i) => (marked ? <mark key={i}><Stretches text={text} /></mark> : <Stretches key={i} text={text} />))}
      {passage.after && ' …'}
    </blockquote>
  )
}
