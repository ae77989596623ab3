/** The head of an incident: what, where, when, with what losses, and how well it is borne out. */
import type { ReactNode } from 'react'
import { addersOf } from '../../../core/incidents/by-hand.ts'
import type { Incident, Participant } from '../../../core/model/index.ts'
import { sayCount, sayWhen } from '../../filters/words.ts'
import { ChainLink } from '../../router/links.tsx'
import { AddedBadge, DisputedBadge, GradeBadge, StatusBadge, TypeMark } from '../../ui/marks.tsx'
import { Said } from '../../ui/text.tsx'
import { sayPlace } from './said.ts'

export function Head({ incident: i }: { readonly incident: Incident }): ReactNode {
  const place = i.places[0], reports = new Set(i.members.map(m => m.document)).size, tolls = [['killed', i.killed], ['injured', i.injured], ['attackers killed', i.attackersKilled], ['held or missing', i.detained]] as const
  return (
    <header className="incident-head">
      <p className="kinds"><TypeMark type={i.type} mode={i.mode} /><StatusBadge status={i.status} /><GradeBadge grade={i.grade} />{i.disputed && <DisputedBadge />}<AddedBadge by={addersOf(i)} /></p>
      <h2><Sides sides={i.actors} otherwise="Somebody" />{i.recipients.length > 0 && <> <span className="quiet" aria-label={i.reciprocal ? 'and' : 'against'}>{i.reciprocal ? '↔' : '→'}</span> <Sides sides={i.recipients} otherwise="" /></>}</h2>
      <p className="where">{place !== undefined && <Said text={sayPlace(place)} />}{i.date !== null && <span>{sayWhen(i.date)}{!i.date.stated && ' (inferred)'}</span>}{tolls.map(([word, count]) => count !== null && sayCount(count) !== '' && <b key={word}>{sayCount(count)} {word}</b>)}</p>
      <p className="quiet">{reports} report{reports === 1 ? '' : 's'}{/independent voice|single voice/.test(i.gradeWhy) ? '' : `, ${i.independent} independent voice${i.independent === 1 ? '' : 's'}`}. {i.gradeWhy} {i.links.length > 0 && <ChainLink id={i.id}>Its chain</ChainLink>}</p>
    </header>
  )
}

const Sides = ({ sides, otherwise }: { readonly sides: readonly Participant[]; readonly otherwise: string }): ReactNode => (sides.length === 0 ? otherwise : sides.map((side, n) => <span key={n}>{n > 0 && ', '}<Said text={side.name} longest={80} /></span>))
