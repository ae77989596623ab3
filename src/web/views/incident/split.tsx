/** Splitting: which of the events of an incident tell of something else. */
import { useQueries } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Incident } from '../../../core/model/index.ts'
import { analysisQuery, reportQuery, type NewDecision } from '../../api/queries.ts'
import { passageOf } from '../../text/passage.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Quote, Said } from '../../ui/text.tsx'

interface SplitProps { readonly incident: Incident; readonly onClose: () => void; readonly onGive: (decisions: readonly NewDecision[], reason: string | null, done: string) => void }

/** Pairs of one request, at most. */
const MOST = 500

export function SplitDialog({ incident: { members }, onClose, onGive }: SplitProps): ReactNode {
  const [out, setOut] = useState<ReadonlySet<string>>(new Set()), [reason, setReason] = useState(''), keyOf = (m: { readonly document: string; readonly event: string }): string => `${m.document}/${m.event}`
  const leave = members.filter(m => out.has(keyOf(m))), stay = members.filter(m => !out.has(keyOf(m))), pairs = leave.flatMap(a => stay.map((b): NewDecision => ({ kind: 'split', a, b }))).slice(0, MOST)
  const documents = [...new Set(members.map(m => m.document))].slice(0, 60), reports = useQueries({ queries: documents.map(reportQuery) }), analyses = useQueries({ queries: documents.map(analysisQuery) })
  return (
    <Dialog open onClose={onClose} wide title="Split the incident" about="Mark what tells of another occurrence. It leaves this incident and becomes one of its own, or joins another that it fits." footer={<button type="submit" form="split" className="button primary" disabled={pairs.length === 0 || reason.trim() === ''}>Split</button>}>
      <form id="split" className="split" onSubmit={event => { event.preventDefault(); onGive(pairs, reason.trim(), 'Split.') }}>
        <fieldset><legend className="sr">Events that leave</legend>
          {members.map(m => {
            const n = documents.indexOf(m.document), report = reports[n]?.data, words = analyses[n]?.data?.events.find(e => e.id === m.event)?.mentions ?? []
            return (
              <label key={keyOf(m)} className="card">
                <input type="checkbox" checked={out.has(keyOf(m))} onChange={() => { setOut(new Set(out.has(keyOf(m)) ? [...out].filter(k => k !== keyOf(m)) : [...out, keyOf(m)])) }} />
                <span><b><Said text={report?.publisher ?? m.document} longest={60} /></b> <span className="quiet"><Said text={report?.title ?? ''} longest={100} /></span>{report !== undefined && words[0] !== undefined && <Quote passage={passageOf(report.text, words.slice(0, 1))} />}</span>
              </label>
            )
          })}
        </fieldset>
        <label className="field"><span>Why?</span><textarea className="input" required maxLength={10_000} value={reason} onChange={event => { setReason(event.target.value) }} /></label>
      </form>
    </Dialog>
  )
}
