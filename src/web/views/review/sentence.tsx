/** A sentence of a report with the event's words marked, and whose report it is. */
import type { ReactNode } from 'react'
import { sayDays } from '../../filters/words.ts'
import { cut } from '../../text/passage.ts'
import { Quote, Said } from '../../ui/text.tsx'
import type { Told } from './task.ts'

export const Sentence = ({ of: { publisher, published, document, sentence, span } }: { readonly of: Told }): ReactNode => (
  <figure className="told">
    {sentence !== null && <Quote passage={{ parts: cut(sentence.text, 0, sentence.text.length, span === null ? [] : [{ start: span.start - sentence.start, end: span.end - sentence.start }]), before: false, after: false }} />}
    <figcaption className="quiet"><Said text={publisher ?? document} longest={60} />, {sayDays(published)}</figcaption>
  </figure>
)
