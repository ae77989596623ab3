/** What an incident answers, and what answers it, each with the sentence that says so. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { EventRef, Incident, Span } from '../../../core/model/index.ts'
import { linksQuery, reportQuery } from '../../api/queries.ts'
import { IncidentLink } from '../../router/links.tsx'
import { passageOf } from '../../text/passage.ts'
import { Quote } from '../../ui/text.tsx'
import { IncidentName } from './name.tsx'

interface Joined { readonly id: string; readonly other: string; readonly words: string; readonly evidence: readonly (EventRef & { readonly span: Span })[] }

export function Links({ incident }: { readonly incident: Incident }): ReactNode {
  const { data: later } = useQuery(linksQuery({ to: incident.id }))
  const joined: readonly Joined[] = [
    ...incident.links.map(l => ({ id: `${l.incident}${l.kind}`, other: l.incident, words: ANSWERS[l.kind], evidence: l.evidence })),
    ...(later ?? []).map(l => ({ id: l.id, other: l.from, words: ANSWERED[l.kind] ?? l.kind, evidence: l.evidence as unknown as Joined['evidence'] })),
  ]
  if (joined.length === 0) return null
  return <section className="part"><h3>Before and after</h3><ul className="joined">{joined.map(j => <li key={j.id} className="card"><p>{j.words} <IncidentLink id={j.other}><IncidentName id={j.other} /></IncidentLink></p>{j.evidence.slice(0, 2).map((e, i) => <Sentence key={i} document={e.document} span={e.span} />)}</li>)}</ul></section>
}

const ANSWERS = { retaliation: 'In retaliation for', response: 'In response to', cause: 'Because of' } as const
const ANSWERED: Readonly<Record<string, string>> = { retaliation: 'Retaliated for by', response: 'Answered by', cause: 'Led to' }

/** The sentence of a report around some words. */
export function Sentence({ document, span }: { readonly document: string; readonly span: Span }): ReactNode {
  const { data: report } = useQuery(reportQuery(document)), there = report?.text.slice(span.start, span.end) === span.exact
  return <Quote passage={report !== undefined && there ? passageOf(report.text, [span]) : { parts: [{ text: span.exact, marked: true }], before: false, after: false }} />
}
