/** How far two coders agree, field by field, and how fast people decide. */
import { cohensKappa, krippendorffsAlpha } from '../core/agreement/index.ts'
import type { DecisionBody } from '../core/model/index.ts'
import type { Choice, Pace, Review, Store } from '../store/index.ts'

/** Agreement on one field, or one kind of task. `observed` is the share on which both said the same. */
export interface FieldAgreement { readonly field: string; readonly n: number; readonly observed: number; readonly kappa: number | null; readonly alpha: number | null }

export interface Agreement {
  readonly fields: readonly FieldAgreement[]
  readonly pace: readonly Pace[]
  readonly open: Readonly<Record<string, number>>
  readonly batches: Readonly<Record<string, number>>
}

/** One thing that two people answered: what each said, in the order of their names. */
interface Unit { readonly field: string; readonly said: readonly [string, string] }

/** Reviews compared, newest first. */
const REVIEWS = 2000

export async function agreementOf(store: Store, since: string | null): Promise<Agreement> {
  const reviews = await store.reviews.query({ filters: [{ field: 'state', op: 'in', value: ['submitted', 'adjudicated'] }], size: REVIEWS }, ''), units = [...ofChoices(await store.batches.choices()), ...reviews.rows.flatMap(ofReview)]
  const counted = async (page: Promise<{ readonly facets: Readonly<Record<string, readonly { readonly value: unknown; readonly count: number }[]>> }>, facet: string): Promise<Record<string, number>> => Object.fromEntries((await page).facets[facet]!.map(f => [String(f.value), f.count]))
  return {
    fields: [...new Set(units.map(u => u.field))].sort().map(field => agreementOn(field, units.filter(u => u.field === field).map(u => u.said))),
    pace: await store.decisions.pace(since), open: await counted(store.tasks.query({ size: 1, facets: ['kind'] }, ''), 'kind'), batches: await counted(store.batches.query({ size: 1, facets: ['state'] }), 'state'),
  }
}

function agreementOn(field: string, said: readonly (readonly [string, string])[]): FieldAgreement {
  const found = cohensKappa(said)!
  return { field, n: found.n, observed: found.observed, kappa: found.kappa, alpha: krippendorffsAlpha(said) }
}

/** Tasks that both have answered; what is about no field stands under its kind. */
function ofChoices(choices: readonly Choice[]): readonly Unit[] {
  const byTask = Map.groupBy(choices, c => `${c.batch} ${c.task}`)
  return [...byTask.values()].flatMap(([a, b]) => (a === undefined || b === undefined ? [] : [{ field: a.field ?? a.kind, said: [a.choice, b.choice] as const }]))
}

/** Events and fields of a report on which either has decided. */
function ofReview({ coders }: Review): readonly Unit[] {
  const [a, b] = coders.map(c => saidOf(c.answers ?? []))
  if (a === undefined || b === undefined) return []
  return [...new Set([...a.keys(), ...b.keys()])].map(key => ({ field: key.split(' ')[0]!, said: [a.get(key) ?? 'nothing', b.get(key) ?? 'nothing'] as const }))
}

function saidOf(answers: readonly DecisionBody[]): ReadonlyMap<string, string> {
  return new Map(answers.flatMap((d): readonly (readonly [string, string])[] => {
    switch (d.kind) {
      case 'accept': case 'reject': return [[`${d.field ?? 'event'} ${d.event.event}`, d.kind]]
      case 'correct': return [[`${d.field} ${d.event.event}`, JSON.stringify(withoutEvidence(d.value))]]
      case 'merge': case 'split': return [[`pair ${[d.a, d.b].map(e => `${e.document}/${e.event}`).sort().join(' ')}`, d.kind]]
      case 'link': case 'unlink': return [[`link ${d.from.event} ${d.to.event} ${d.link}`, d.kind]]
      default: return []
    }
  }))
}

/** Two people may point at different words for one value. */
const withoutEvidence = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null, (key, inner: unknown) => (key === 'evidence' ? undefined : inner)))
