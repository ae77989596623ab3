/** An incident in three lines. */
import type { ReactNode } from 'react'
import { addersOf } from '../../../core/incidents/by-hand.ts'
import type { Incident } from '../../../core/model/index.ts'
import { sayFieldValue } from './say.ts'
import { sayDays } from '../../filters/words.ts'
import { IncidentLink } from '../../router/links.tsx'
import { AddedBadge, DisputedBadge, GradeBadge, StatusBadge, TypeMark } from '../../ui/marks.tsx'
import { Said } from '../../ui/text.tsx'
import { saySides } from '../incident/name.tsx'

export const InBrief = ({ of: { id, type, mode, summary, actors, recipients, date, places, killed, disputed, grade, status, members, fields } }: { readonly of: Incident }): ReactNode => (
  <div className="brief">
    <p className="marks"><TypeMark type={type} mode={mode} /> <GradeBadge grade={grade} /> {disputed && <DisputedBadge />} <AddedBadge by={addersOf({ fields })} /> <StatusBadge status={status} /></p>
    <p><IncidentLink id={id}><Said text={saySides({ actors, recipients }) || summary} longest={240} /></IncidentLink></p>
    <p className="quiet">{sayDays(date?.start ?? null, date?.end)}{places[0] !== undefined && <> · <Said text={sayFieldValue('place', places[0])} longest={80} /></>}{killed !== null && ` · killed ${sayFieldValue('killed', killed)}`} · {new Set(members.map(m => m.document)).size} {members.length === 1 ? 'report' : 'reports'}</p>
  </div>
)
