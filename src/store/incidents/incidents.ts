/** Incidents of a store: reading them as they are or were. */
import { sql } from 'kysely'
import type { Incident } from '../../core/model/index.ts'
import { changeAt, heldAt } from '../query/as-of.ts'
import { conditionsOf } from '../query/filter.ts'
import { readPage, wherever } from '../query/page.ts'
import { FOREVER } from '../schema/tables.ts'
import { POINT_COLUMNS, type Incidents, type PointColumn, type Points, type StoredIncident } from '../types/incident.ts'
import type { AsOf, Filter, Page, Query } from '../types/query.ts'
import type { Context } from '../writing.ts'
import { aggregate } from './aggregate.ts'
import { INCIDENT_COLUMNS, incidentSource } from './source.ts'
import { actorCounts, claimRows, linkRows, placeCounts } from './lists.ts'

export const incidentsOf = (context: Context, { refresh, ready }: Pick<Incidents, 'refresh' | 'ready'>): Incidents => ({
  refresh, ready,
  get: (id, asOf) => get(context, id, asOf),
  of: (document, event) => of(context, document, event),
  history: id => history(context, id),
  query: query => queryIncidents(context, query),
  points: (query: Query, columns?: readonly PointColumn[]) => points(context, query, columns),
  aggregate: (by, query = {}) => aggregate(context, by, query),
  actors: query => actorCounts(context, query),
  places: query => placeCounts(context, query),
  claims: query => claimRows(context, query),
  links: query => linkRows(context, query),
  each: (filters, asOf) => each(context, filters ?? [], asOf),
})

interface Row { readonly since: number; readonly until: number; readonly at: string; readonly body: string }

const incidentFrom = ({ since, until, at, body }: Row): StoredIncident => ({ incident: JSON.parse(body) as Incident, since, until: until === FOREVER ? null : until, at })

async function get({ engine: { db } }: Context, id: string, asOf?: AsOf): Promise<StoredIncident | null> {
  const change = await changeAt(db, asOf)
  const { rows: [row] } = await sql<Row>`select ${INCIDENT_COLUMNS} from incidents where id = ${id} and ${heldAt(change)}`.execute(db)
  return row === undefined ? null : incidentFrom(row)
}

async function of({ engine: { db } }: Context, document: string, event: string): Promise<StoredIncident | null> {
  const { rows: [row] } = await sql<Row>`select ${INCIDENT_COLUMNS} from incidents join incident_members on incident_members.owner = incidents.number where document = ${document} and event = ${event} and ${heldAt(null)}`.execute(db)
  return row === undefined ? null : incidentFrom(row)
}

async function history({ engine: { db } }: Context, id: string): Promise<readonly StoredIncident[]> {
  const { rows } = await sql<Row>`select ${INCIDENT_COLUMNS} from incidents where id = ${id} order by since desc`.execute(db)
  return rows.map(incidentFrom)
}

async function queryIncidents({ engine }: Context, query: Query): Promise<Page<StoredIncident>> {
  const page = await readPage<Row>(engine, incidentSource(await changeAt(engine.db, query.asOf)), query)
  return { ...page, rows: page.rows.map(incidentFrom) }
}

/** Rows that one reading of `each` takes at a time. */
const EACH = 500

async function* each(context: Context, filters: readonly Filter[], asOf: AsOf | undefined): AsyncGenerator<StoredIncident> {
  const { db } = context.engine
  // One state from first page to last, whatever is written meanwhile.
  const change = await changeAt(db, asOf) ?? (await db.selectFrom('meta').select('value').where('key', '=', 'change').executeTakeFirstOrThrow()).value
  for (let next: string | null = null; ;) {
    const page: Page<StoredIncident> = await queryIncidents(context, { filters, asOf: { change }, sort: { field: 'id' }, size: EACH, next })
    yield* page.rows
    if (page.next === null) return
    next = page.next
  }
}

/** A metre is enough for a map. */
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** Points of one map, at most. */
const MOST_POINTS = 200_000

const POINT_SQL: Readonly<Record<PointColumn, string>> = { id: 'id', latitude: 'latitude', longitude: 'longitude', type: 'type', mode: 'mode', date: 'date_start', end: 'date_end', killed: 'killed_least', grade: 'grade', precision: 'precise', disputed: 'disputed' }

/** Each column comes as one JSON list: a hundred thousand rows as objects take three times as long. */
async function points({ engine }: Context, query: Query, columns: readonly PointColumn[] = POINT_COLUMNS): Promise<Points> {
  const source = incidentSource(await changeAt(engine.db, query.asOf)), most = Math.min(Math.max(query.size ?? MOST_POINTS, 1), MOST_POINTS), all = [...new Set(columns)]
  const where = [...source.always, sql`incidents.latitude is not null and incidents.longitude is not null`, ...conditionsOf(engine, source, query.filters ?? [])]
  const { rows: [row] } = await sql<Readonly<Record<string, string | readonly unknown[] | number | null>>>`select count(*) as found, ${sql.join(all.map(name => sql`${engine.gathered(`c_${name}`)} as ${sql.ref(name)}`))}
    from (select ${sql.join(all.map(name => sql`incidents.${sql.ref(POINT_SQL[name])} as ${sql.ref(`c_${name}`)}`))} from incidents${wherever(where)} order by coalesce(date_start, '') desc, id desc limit ${most + 1}) as found`.execute(engine.db)
  const list = (name: PointColumn): readonly unknown[] => { const given = row?.[name], values = typeof given === 'string' ? JSON.parse(given) as unknown[] : given as readonly unknown[] | null ?? []; return values.length > most ? values.slice(0, most) : values }
  const told = Object.fromEntries(all.map(name => [name, name === 'latitude' || name === 'longitude' ? list(name).map(n => round(Number(n))) : name === 'disputed' ? list(name).map(n => Number(n) === 1) : list(name)]))
  return { ...told as unknown as Points, cut: Number(row?.['found'] ?? 0) > most }
}
