/** The words that a claim rests on, marked in the text of their report. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import type { IncidentField, Testimony } from '../../../core/model/index.ts'
import { reportQuery } from '../../api/queries.ts'
import { sayDays } from '../../filters/words.ts'
import { ReportLink } from '../../router/links.tsx'
import { cut, sentencesAround, type Words } from '../../text/passage.ts'
import { oneLine, safeAddress } from '../../text/safe.ts'
import { Bones, ErrorNotice } from '../../ui/states.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Quote, Said, Stretches } from '../../ui/text.tsx'
import { FIELD_TITLES } from './said.ts'

interface EvidenceProps { readonly said: Testimony; readonly field: IncidentField; readonly onClose: () => void; readonly onStep: (by: number) => () => void }

/** Code units of the report shown to either side of the words. */
const AROUND = 12_000

export function Evidence({ said, field, onClose, onStep }: EvidenceProps): ReactNode {
  const { data: report, error } = useQuery(reportQuery(said.document)), url = safeAddress(report?.url ?? null)
  return (
    <article className="evidence">
      <header>
        <h3>{FIELD_TITLES[field]}, as <Said text={said.speaker ?? said.publisher ?? said.document} longest={60} /> has it</h3>
        <span className="steps"><button type="button" className="button small" aria-label="Previous evidence" onClick={onStep(-1)}>‹<KeyHint id="evidence-previous" /></button><button type="button" className="button small" aria-label="Next evidence" onClick={onStep(1)}>›<KeyHint id="evidence-next" /></button><button type="button" className="button plain small square" aria-label="Close the evidence" onClick={onClose}>✕</button></span>
      </header>
      {error !== null && <ErrorNotice thrown={error} />}
      {report === undefined ? error === null && <Bones lines={6} /> : <>
        <p className="whence"><b dir="auto"><Said text={report.title ?? report.id} longest={200} /></b><span className="quiet"><Said text={report.publisher ?? 'unknown publisher'} longest={60} />{report.published !== null && `, ${sayDays(report.published)}`}{said.copyOf !== null && ' (its text stands in other reports too)'}</span></p>
        <Text text={report.text} said={said} />
        <p className="ways"><ReportLink id={report.id} search={{ event: said.event }}>Whole report</ReportLink>{url !== null && <a href={url} target="_blank" rel="noreferrer noopener" title={oneLine(url)}>Where it was published</a>}</p>
      </>}
    </article>
  )
}

/** The report around the words, scrolled to them; only the words themselves where the text has changed since it was coded. */
function Text({ text, said: { evidence } }: { readonly text: string; readonly said: Testimony }): ReactNode {
  const box = useRef<HTMLDivElement>(null), there = evidence.filter(({ start, end, exact }) => text.slice(start, end) === exact).toSorted((a, b) => a.start - b.start), first = there[0]
  useEffect(() => { box.current?.querySelector('mark')?.scrollIntoView({ block: 'center' }) }, [text, evidence])
  if (first === undefined) return evidence.length === 0 ? <p className="quiet">No words were kept for it.</p> : <><p className="quiet">The report has changed since it was coded. The words then were:</p>{evidence.map((e, i) => <Quote key={i} passage={{ parts: [{ text: e.exact, marked: true }], before: false, after: false }} />)}</>
  const from = Math.max(0, first.start - AROUND), to = Math.min(text.length, there.at(-1)!.end + AROUND)
  return (
    <div className="text" ref={box} dir="auto" tabIndex={0} role="region" aria-label={`Text of the report, ${there.length} passage${there.length === 1 ? '' : 's'} marked`}>
      {from > 0 && '… '}{aroundSentences(sentencesAround(text, there), from, to).map(({ start, end, sentence }) => {
        const parts = cut(text, start, end, there.filter(m => m.end > start && m.start < end)).map(({ text: part, marked }, i) => (marked ? <mark key={i}><Stretches text={part} /></mark> : <Stretches key={i} text={part} />))
        return sentence ? <span key={start} className="sentence">{parts}</span> : parts
      })}{to < text.length && ' …'}
    </div>
  )
}

/** The stretches of the text from one end to the other, those that are sentences told apart. */
function aroundSentences(sentences: readonly Words[], from: number, to: number): readonly (Words & { readonly sentence: boolean })[] {
  const edges = [from, ...sentences.flatMap(s => [s.start, s.end]), to]
  return edges.slice(1).map((end, i) => ({ start: edges[i]!, end, sentence: i % 2 === 1 })).filter(s => s.end > s.start)
}
