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

/** Who did it to whom, as far as is known; empty where neither is. */
export const saySides = ({ actors, recipients }: Pick<Incident, 'actors' | 'recipients'>): string => [actors, recipients].map(side => side.map(p => p.name).join(', ')).filter(Boolean).join(' → ')

export const InALine = ({ incident: i }: { readonly incident: Incident }): ReactNode => (
  <span className="in-a-line"><TypeMark type={i.type} mode={i.mode} /> <Said text={saySides(i)} longest={90} />{i.places[0] !== undefined && <span>{saySides(i) !== '' && ', '}<Said text={i.places[0].name} longest={40} /></span>}<span className="quiet">, {sayDays(i.date?.start ?? null, i.date?.end ?? null)}{i.killed !== null && sayCount(i.killed) !== '' && `, ${sayCount(i.killed)} killed`}</span></span>
)
