/** One coded event: who did what to whom, where, when, with what losses, according to whom; each field with the rule behind it. */
import type { ReactNode } from 'react'
import type { Claim, Event, Explained, Participant, Place, Quantity, Step } from '../../core/index.ts'
import { countryName, plain, sayWhen } from '../filters/words.ts'
import { AddedBadge, StatusBadge, TypeMark } from '../ui/marks.tsx'
import { Said } from '../ui/text.tsx'
import { percent } from './shown-marks.ts'

interface EventCardProps {
  readonly event: Event
  readonly explained: Explained
  readonly chosen: boolean
  readonly onChoose: () => void
  /** What stands below the fields, as the buttons of a reviewer. */
  readonly children?: ReactNode
}

export function EventCard({ event, explained, chosen, onChoose, children }: EventCardProps): ReactNode {
  return (
    <article className={`event-card${chosen ? ' chosen' : ''}`} data-type={event.type} id={`event-${event.id}`}>
      <header>
        <button type="button" className="head" aria-pressed={chosen} onClick={onChoose}>
          <span className="event-id">{event.id}</span> <TypeMark type={event.type} mode={event.mode} />
        </button>
        <StatusBadge status={event.status} />
        {event.addedBy !== undefined ? <AddedBadge by={[event.addedBy]} /> : <span className="quiet" title="How surely this is an event of interest, as calibrated on coded reports">{percent(event.confidence)}</span>}
      </header>
      <dl className="fields">{linesOf(event).map(([name, value, fields]) => <Line key={name} name={name} value={value} steps={chosen ? stepsOf(explained, event.id, fields) : []} />)}</dl>
      {event.claims.length === 0 ? null : <ul className="claims-list" aria-label="Claims">{event.claims.map((claim, i) => <li key={i}><b><Said text={claim.speaker.name} /></b> <span className={`badge${claim.stance === 'denies' ? ' bad' : ''}`}>{plain(claim.stance)}</span> <Said text={claimWords(claim)} /></li>)}</ul>}
      {children}
    </article>
  )
}

type Row = readonly [name: string, value: string, fields: readonly string[]]

/** The fields that say something, in the order of a report's questions. */
export function linesOf(event: Event): readonly Row[] {
  const rows: readonly Row[] = [
    [event.reciprocal ? 'Between' : 'Who', names(event.actors), ['actors', 'reciprocal']],
    [event.reciprocal ? 'and' : 'To whom', names(event.recipients), ['recipients']],
    ['Where', event.places.map(placeWords).join('; '), ['places']],
    ['When', event.date === null ? '' : `${sayWhen(event.date)}${event.date.stated ? '' : ' (not said; taken from the report)'}`, ['date']],
    ['Killed', quantityWords(event.killed), ['killed']],
    ['Injured', quantityWords(event.injured), ['injured']],
    ['Attackers killed', quantityWords(event.attackersKilled), ['attackersKilled']],
    ['Detained', quantityWords(event.detained), ['detained']],
    ['How many', quantityWords(event.count), ['count']],
    ['With', [...new Set(event.weapons.map(w => w.exact))].join(', '), ['weapons']],
    ['Because of', event.becauseOf.map(link => `${link.kind} for ${link.event}`).join('; '), ['becauseOf']],
    ['Labels used', [...new Set([...event.actors, ...event.recipients].flatMap(p => p.labels))].join(', '), []],
  ]
  return rows.filter(([, value]) => value !== '')
}

const names = (parties: readonly Participant[]): string => parties.map(p => p.country === null ? p.name : `${p.name} (${countryName(p.country)})`).join('; ')
const placeWords = (place: Place): string => `${[place.name, place.admin1, place.country === null ? null : countryName(place.country)].filter((part, i, all) => part !== null && all.indexOf(part) === i).join(', ')} · ${place.precision}`
const claimWords = (claim: Claim): string => claim.about === 'event' ? '' : claim.value === null ? claim.about : `${claim.about}: ${typeof claim.value === 'string' ? claim.value : quantityWords(claim.value)}`

/** "at least 12 soldiers", "3 to 5", "up to 9". */
export function quantityWords(quantity: Quantity | null): string {
  if (quantity === null) return ''
  const { min, max, of } = quantity
  const count = min === null && max === null ? 'some' : min === max ? String(min) : max === null ? `at least ${min}` : min === null ? `up to ${max}` : `${min} to ${max}`
  return of === null ? count : `${count} (${of})`
}

const stepsOf = ({ trail }: Explained, event: string, fields: readonly string[]): readonly Step[] => trail.filter(step => step.event === event && fields.includes(step.field))

function Line({ name, value, steps }: { readonly name: string; readonly value: string; readonly steps: readonly Step[] }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd><Said text={value} />{steps.length === 0 ? null : <Trail name={name} steps={steps} />}</dd>
    </div>
  )
}

/** Rules that were applied, each once with its words; what a model weighed stands behind a click. */
function Trail({ name, steps }: { readonly name: string; readonly steps: readonly Step[] }): ReactNode {
  const rules = distinct(steps.filter(step => !isWeighing(step))), weighings = distinct(steps.filter(isWeighing))
  return (
    <div className="trail" role="group" aria-label={`Why: ${name}`}>
      <ul>{rules.map((step, i) => <li key={i}><code>{step.rule}</code>{step.span === null ? null : <> on “<Said text={step.span.exact} longest={120} />”</>}</li>)}</ul>
      {weighings.length === 0 ? null : <details><summary>What was weighed ({weighings.length})</summary><ul>{weighings.map((step, i) => <li key={i}><code>{step.rule}</code></li>)}</ul></details>}
    </div>
  )
}

/** A model's decision tells its share and its weights: "Gunmen 0.72: bias -2.33, …". */
const isWeighing = ({ rule }: Step): boolean => / [01]\.\d\d: /.test(rule)

const distinct = (steps: readonly Step[]): readonly Step[] => [...new Map(steps.map(step => [`${step.rule} ${step.span?.exact ?? ''}`, step])).values()]
