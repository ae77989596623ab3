/** An incident named in a line: what, where, when. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Incident } from '../../../core/model/index.ts'
import { incidentQuery } from '../../api/queries.ts'
import { sayCount, sayDays } from '../../filters/words.ts'
import { TypeMark } from '../../ui/marks.tsx'
import { Said } from '../../ui/text.tsx'

export function IncidentName({ id }: { readonly id: string }): ReactNode {
  const { data: stored } = useQuery(incidentQuery(id))
  return stored === undefined ? id : <InALine incident={stored.incident} />
}

export const InALine = ({ incident: i }: { readonly incident: Incident }): ReactNode => (
  <span className="in-a-line"><TypeMark type={i.type} mode={i.mode} /> <Said text={[i.actors.map(a => a.name).join(', '), i.recipients.map(a => a.name).join(', ')].filter(Boolean).join(' → ')} longest={90} />{i.places[0] !== undefined && <span>, <Said text={i.places[0].name} longest={40} /></span>}<span className="quiet">, {sayDays(i.date?.start ?? null, i.date?.end ?? null)}{i.killed !== null && sayCount(i.killed) !== '' && `, ${sayCount(i.killed)} killed`}</span></span>
)
