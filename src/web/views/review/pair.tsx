/** Two events side by side, field by field, with the machine's reasons for and against their being one. */
import type { CSSProperties, ReactNode } from 'react'
import type { Incident, PairDecision } from '../../../core/model/index.ts'
import { FIELD_NAMES } from '../../correct/drafts.ts'
import { sayFieldValue } from './say.ts'
import { IncidentLink } from '../../router/links.tsx'
import { Said } from '../../ui/text.tsx'
import { InBrief } from './brief.tsx'
import { Sentence } from './sentence.tsx'
import { bestOf, type QuestionProps, type TaskOf } from './task.ts'

const COMPARED = ['type', 'mode', 'date', 'place', 'actors', 'recipients', 'killed', 'injured', 'weapons'] as const

export function Pair({ task: { told, incidents, pair, body } }: QuestionProps & { readonly task: TaskOf<'pair'> }): ReactNode {
  const [one, two] = [body.a, body.b].map(ref => incidents.find(i => i.members.some(m => m.document === ref.document && m.event === ref.event)))
  return (
    <>
      <div className="pair">{told.map((t, i) => <div key={i}><h3>{'AB'[i]}</h3><Sentence of={t} /></div>)}</div>
      {one !== undefined && two !== undefined && one !== two && <Compared one={one} two={two} />}
      {body.same && one !== undefined && <InBrief of={one} />}
      {pair !== null && <Reasons of={pair} same={body.same} />}
    </>
  )
}

function Compared({ one, two }: { readonly one: Incident; readonly two: Incident }): ReactNode {
  const of = (incident: Incident, field: (typeof COMPARED)[number]): string => sayFieldValue(field, bestOf(incident.fields.find(f => f.field === field) ?? null))
  const rows = COMPARED.map(field => [field, of(one, field), of(two, field)] as const).filter(([, a, b]) => a !== 'not known' || b !== 'not known')
  return (
    <table className="compared">
      <thead><tr><th scope="col"><span className="sr">Field</span></th>{[one, two].map((incident, i) => <th key={incident.id} scope="col"><IncidentLink id={incident.id}>{`${'AB'[i]!} · ${new Set(incident.members.map(m => m.document)).size} ${incident.members.length === 1 ? 'report' : 'reports'}`}</IncidentLink></th>)}</tr></thead>
      <tbody>{rows.map(([field, a, b]) => <tr key={field} className={a === b ? '' : 'differs'}><th scope="row">{FIELD_NAMES[field]}{a !== b && <span className="sr"> (differs)</span>}</th><td><Said text={a} longest={80} /></td><td><Said text={b} longest={80} /></td></tr>)}</tbody>
    </table>
  )
}

/** Weights on a line through 0: to the right for one incident, to the left for two. */
function Reasons({ of: { reasons, score }, same }: { readonly of: PairDecision; readonly same: boolean }): ReactNode {
  const shown = reasons.filter(r => r.feature !== 'bias' && r.weight !== 0).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 8), most = Math.max(1, ...shown.map(r => Math.min(6, Math.abs(r.weight))))
  return (
    <details className="reasons" open>
      <summary>Why the machine thinks so <span className="quiet">score {String(score).replace('-', '−')}: {score > 0 ? 'rather one' : 'rather two'}</span></summary>
      {score > 0 !== same && <p className="quiet">{same ? 'These two alone would be two; other reports that go with both join them.' : 'These two alone would be one; other reports that go with one of them and not with the other keep them apart.'}</p>}
      <ul>{shown.map(r => <li key={r.feature}><span className={`weight ${r.weight > 0 ? 'for' : 'against'}`} style={{ '--w': Math.min(1, Math.abs(r.weight) / most) } as CSSProperties} aria-hidden="true" /><span><span className="sr">{r.weight > 0 ? 'For one: ' : 'Against: '}</span><Said text={r.says} longest={140} /></span><span className="quiet num">{r.weight > 0 ? '+' : '−'}{Math.abs(r.weight).toFixed(1)}</span></li>)}</ul>
    </details>
  )
}
