/** Routes of incidents and of what is read off them: history, claims, actors, places, links, counts, points. */
import { z } from '@hono/zod-openapi'
import type { Subject } from '../core/codebooks/index.ts'
import { featureOf } from '../export/index.ts'
import { ACTOR_QUERY, CLAIM_QUERY, INCIDENT_QUERY, LINK_QUERY, PLACE_QUERY, POINT_COLUMNS, type ActorCount, type AggregateBy, type AggregateRow, type ClaimRow, type LinkRow, type Page, type PlaceCount, type PointColumn, type StoredIncident } from '../store/index.ts'
import { properties, subjectsCsv, table } from './answer.ts'
import { ApiError } from './errors.ts'
import { list, route, type Ask, type Shape } from './route.ts'
import { storedIncident } from './schemas.ts'

/** Incidents with the lines of the reports that tell of them, as the columns of exports want them. */
async function subjectsOf(rows: readonly StoredIncident[], { around: { store, lexicon } }: Ask): Promise<readonly Subject[]> {
  const ids = [...new Set(rows.flatMap(r => r.incident.members.map(m => m.document)))], lines = new Map<string, Subject['reports'][number]>()
  for (let at = 0; at < ids.length; at += PART) {
    const page = await store.documents.query({ filters: [{ field: 'id', op: 'in', value: ids.slice(at, at + PART) }], size: PART })
    for (const { id, url, publisher, title, published } of page.rows) lines.set(id, { id, url, publisher, title, published })
  }
  return rows.map(({ incident }) => ({ incident, reports: [...new Set(incident.members.map(m => m.document))].flatMap(id => lines.get(id) ?? []), lexicon: lexicon() }))
}
/** Reports looked up together. */
const PART = 500

const INCIDENTS: Shape<StoredIncident> = {
  csv: async (rows, ask) => subjectsCsv(await subjectsOf(rows, ask)),
  features: async (rows, ask) => (await subjectsOf(rows, ask)).map(featureOf),
}

async function oneIncident({ around: { store }, path, query }: Ask): Promise<StoredIncident> {
  const found = await store.incidents.get(path['id']!, query.asOf)
  if (found === null) throw new ApiError('incident-unknown', `There is no incident ${JSON.stringify(path['id'])}${query.asOf === undefined ? '' : ' at that time'}.`)
  return found
}

const CLAIMS = properties<ClaimRow>('id', 'document', 'event', 'incident', 'publisher', 'published', 'speaker', 'entity', 'stance', 'about', 'claim')
const text = z.string(), nullable = text.nullable()
const claimRow = z.object({ id: text, document: text, event: text, incident: nullable, publisher: nullable, published: nullable, speaker: text, entity: nullable, stance: text, about: text, claim: z.looseObject({}) }).openapi('ClaimRow', { description: '`claim` is a Claim.' })

const BY = ['day', 'week', 'month', 'year', 'type', 'mode', 'status', 'grade', 'standing', 'country', 'admin1', 'place', 'actor', 'recipient', 'participant', 'publisher'] as const satisfies readonly AggregateBy[]
/** Values of the second field, at most. */
const MOST_TOP = 1000
const AGGREGATE_PARAMETERS = [
  { name: 'by', required: true, about: `One to three of ${BY.join(', ')}, with commas between them. A week is its Monday. standing is disputed, weak (graded weak or contested, not disputed) or firm.` },
  { name: 'top', about: `Of the second field of by only that many values, those with most incidents; 1 to ${MOST_TOP}.`, kind: 'whole' },
] as const
const COUNTS = ['incidents', 'killedMin', 'killedMax', 'injuredMin', 'injuredMax', 'killedKnown', 'injuredKnown', 'beyond'] as const
const count = z.int()
const aggregateRow = z.object({ keys: z.array(nullable), incidents: count, killedMin: z.number(), killedMax: z.number(), injuredMin: z.number(), injuredMax: z.number(), killedKnown: count, injuredKnown: count, beyond: count })
  .openapi('AggregateRow', { description: '`keys` in the order of `by`. Incidents are counted by their first day; `beyond` of them last beyond the day, week, month or year. Tolls are sums of what incidents give at least and at most; `killedKnown` and `injuredKnown` of them give one.' })
const points = z.object({ id: z.array(text), latitude: z.array(z.number()), longitude: z.array(z.number()), type: z.array(text), mode: z.array(nullable), date: z.array(nullable), end: z.array(nullable), killed: z.array(z.number().nullable()), grade: z.array(text), precision: z.array(text), disputed: z.array(z.boolean()) }).partial().extend({ cut: z.boolean() }).openapi('Points', { description: 'Column by column, all or those that `columns` names; entries with one index belong together. `cut`: more match than are given.' })

/** One page that holds all there is. */
export const whole = <T>(rows: readonly T[]): Page<T> => ({ rows, next: null, total: rows.length, facets: {} })

const READ = { method: 'get', role: 'reader', tag: 'incidents' } as const

export const INCIDENT_ROUTES = [
  list({ path: '/incidents', role: 'reader', summary: 'Incidents that match', fields: INCIDENT_QUERY, past: true, answer: storedIncident, shape: INCIDENTS, run: ({ around, query }) => around.store.incidents.query(query) }),
  route({ ...READ, path: '/incidents/{id}', summary: 'One incident, with every rival value and its evidence', past: true, answer: storedIncident, run: oneIncident }),
  list({ path: '/incidents/{id}/history', role: 'reader', summary: 'Every reading of an incident, newest first', paged: false, answer: storedIncident, shape: INCIDENTS, run: async ask => {
    const rows = await ask.around.store.incidents.history(ask.path['id']!)
    if (rows.length === 0) throw new ApiError('incident-unknown', `There never was an incident ${JSON.stringify(ask.path['id'])}.`)
    return whole(rows)
  } }),
  list({ path: '/incidents/{id}/claims', role: 'reader', summary: 'What is claimed of one incident, and by whom', fields: CLAIM_QUERY, answer: claimRow, shape: CLAIMS, run: async ask => {
    const { incident } = await oneIncident(ask)
    return await ask.around.store.incidents.claims({ ...ask.query, filters: [...ask.filters, { field: 'incident', op: 'eq', value: incident.id }] })
  } }),
  list({ path: '/claims', role: 'reader', summary: 'Claims of reports', fields: CLAIM_QUERY, answer: claimRow, shape: CLAIMS, run: ({ around, query }) => around.store.incidents.claims(query) }),
  list({ path: '/actors', role: 'reader', summary: 'Who acts or is acted on, and in how many incidents', fields: ACTOR_QUERY, answer: z.object({ id: nullable, name: text, country: nullable, incidents: z.int() }).openapi('ActorCount'), shape: properties<ActorCount>('id', 'name', 'country', 'incidents'), run: ({ around, query }) => around.store.incidents.actors(query) }),
  list({ path: '/places', role: 'reader', summary: 'Places, and how many incidents each has', fields: PLACE_QUERY, answer: z.object({ id: nullable, name: text, country: nullable, admin1: nullable, latitude: z.number().nullable(), longitude: z.number().nullable(), incidents: z.int() }).openapi('PlaceCount'), shape: {
    ...properties<PlaceCount>('id', 'name', 'country', 'admin1', 'latitude', 'longitude', 'incidents'),
    features: async rows => rows.map(place => ({ type: 'Feature', id: place.id ?? place.name, geometry: place.latitude === null || place.longitude === null ? null : { type: 'Point', coordinates: [place.longitude, place.latitude] }, properties: { ...place } })),
  }, run: ({ around, query }) => around.store.incidents.places(query) }),
  list({ path: '/links', role: 'reader', summary: 'Which incident answers or follows which', fields: LINK_QUERY, answer: z.object({ id: text, from: text, to: text, kind: text, evidence: z.array(z.looseObject({})) }).openapi('LinkRow'), shape: properties<LinkRow>('id', 'from', 'to', 'kind', 'evidence'), run: ({ around, query }) => around.store.incidents.links(query) }),
  list({
    path: '/aggregates', tag: 'incidents', role: 'reader', summary: 'Incidents and tolls counted by one to three fields', paged: false, fields: INCIDENT_QUERY, past: true, parameters: AGGREGATE_PARAMETERS, answer: aggregateRow,
    shape: { csv: (rows: readonly AggregateRow[], ask: Ask) => aggregateCsv(rows, byOf(ask)) },
    run: async ask => whole(await ask.around.store.incidents.aggregate(byOf(ask), { ...ask.query, ...topOf(ask) })),
  }),
  route({ ...READ, path: '/points', summary: 'Incidents for a map, column by column', fields: INCIDENT_QUERY, past: true, parameters: [{ name: '_size', about: 'Points, at most.', kind: 'whole' }, { name: 'columns', about: `Only these, with commas between them: ${POINT_COLUMNS.join(', ')}.` }], answer: points, run: ask => ask.around.store.incidents.points(ask.query, pointColumns(ask)) }),
]

function pointColumns({ values: { columns } }: Ask): readonly PointColumn[] {
  const asked = columns?.split(',') ?? POINT_COLUMNS, strange = asked.find(name => !(POINT_COLUMNS as readonly string[]).includes(name))
  if (strange !== undefined) throw new ApiError('parameter-value', `columns are ${POINT_COLUMNS.join(', ')}, not ${JSON.stringify(strange.slice(0, 60))}.`, 'columns')
  return asked as readonly PointColumn[]
}

function byOf({ values }: Ask): readonly AggregateBy[] {
  const by = values['by']!.split(','), strange = by.find(b => !(BY as readonly string[]).includes(b))
  if (strange !== undefined || by.length > 3 || new Set(by).size < by.length) throw new ApiError('parameter-value', `by is one to three different ones of ${BY.join(', ')}.`, 'by')
  return by as readonly AggregateBy[]
}

function topOf({ values: { top } }: Ask): { readonly top?: number } {
  if (top === undefined) return {}
  if (Number(top) < 1 || Number(top) > MOST_TOP) throw new ApiError('parameter-value', `top is 1 to ${MOST_TOP}.`, 'top')
  return { top: Number(top) }
}

const aggregateCsv = (rows: readonly AggregateRow[], by: readonly AggregateBy[]): Promise<string> => table<AggregateRow>([
  ...by.map((name, k) => [name, (row: AggregateRow) => row.keys[k]] as const),
  ...COUNTS.map(name => [name, (row: AggregateRow) => row[name]] as const),
]).csv(rows, null as never)
