/** Counts and tolls of incidents by time, kind, place or side. */
import { sql, type RawBuilder } from 'kysely'
import { StoreError } from '../errors.ts'
import { changeAt } from '../query/as-of.ts'
import { conditionsOf, type Condition } from '../query/filter.ts'
import { wherever } from '../query/page.ts'
import type { Engine } from '../engine/engine.ts'
import type { AggregateBy, AggregateQuery, AggregateRow } from '../types/incident.ts'
import type { Context } from '../writing.ts'
import { incidentSource } from './source.ts'

/** What rows are grouped by: an expression over `incidents`, perhaps with a table joined to it. `each`: the same with a value perhaps twice an incident, which is faster. `of` gives the key of another day, where it is a time. */
interface Grouping { readonly key: RawBuilder<unknown>; readonly join?: RawBuilder<unknown>; readonly each?: RawBuilder<unknown>; readonly of?: (day: RawBuilder<unknown>) => RawBuilder<unknown> }

const START = sql.ref('incidents.date_start'), END = sql.ref('incidents.date_end')
const column = (name: string): Grouping => ({ key: sql.ref(`incidents.${name}`) })
const time = (of: (day: RawBuilder<unknown>) => RawBuilder<unknown>): Grouping => ({ key: of(START), of })
const prefix = (length: number): Grouping => time(day => sql`substr(${day}, 1, ${sql.lit(length)})`)
const several = (alias: string, table: string, column: string, roles: RawBuilder<unknown> = sql``): Grouping => {
  const joined = (rows: RawBuilder<unknown>): RawBuilder<unknown> => sql` join (select ${rows} from ${sql.table(table)}${roles}) as ${sql.ref(alias)} on ${sql.ref(`${alias}.owner`)} = incidents.number`, both = sql`owner, ${sql.ref(column)}`
  return { key: sql.ref(`${alias}.${column}`), join: joined(sql`distinct ${both}`), each: joined(both) }
}
const side = (role: 'actor' | 'recipient'): Grouping => several(`${role}s`, 'incident_actors', 'actor', sql` where role = ${sql.lit(role)}`)

const GROUPINGS: Readonly<Record<AggregateBy, (engine: Engine) => Grouping>> = {
  day: () => prefix(10), week: engine => time(engine.weekOf), month: () => prefix(7), year: () => prefix(4),
  type: () => column('type'), mode: () => column('mode'), status: () => column('status'), grade: () => column('grade'),
  standing: () => ({ key: sql`case when incidents.disputed = 1 then 'disputed' when incidents.grade in ('weak', 'contested') then 'weak' else 'firm' end` }),
  country: () => column('country'), admin1: () => column('admin1'), place: () => column('place'),
  actor: () => side('actor'), recipient: () => side('recipient'), participant: () => several('sides', 'incident_actors', 'actor'),
  publisher: () => several('outlets', 'incident_members', 'publisher'),
}

/** Cells of one answer, at most. */
const MOST_CELLS = 50_000
/** Fields counted by together, at most. */
export const MOST_KEYS = 3

interface Cell {
  readonly key_0: string | null; readonly key_1?: string | null; readonly key_2?: string | null
  readonly incidents: number; readonly beyond: number; readonly killed_known: number; readonly killed_least: number; readonly killed_most: number; readonly injured_known: number; readonly injured_least: number; readonly injured_most: number
}

/** Cells in the order of their keys; an incident with two actors counts under each. `top`: of the second field only the values with most incidents. */
export async function aggregate({ engine }: Context, by: readonly AggregateBy[], { top, ...query }: AggregateQuery): Promise<readonly AggregateRow[]> {
  const groupings = groupingsOf(engine, by), source = incidentSource(await changeAt(engine.db, query.asOf))
  const where = [...source.always, ...conditionsOf(engine, source, query.filters ?? [])], joins = sql.join(groupings.map(g => g.join ?? sql``), sql``)
  const second = groupings[1], among = top === undefined || second === undefined ? [] : [sql`${second.key} in (${sql.join(await topValues(engine, second, where, top))})`]
  const { rows } = await sql<Cell>`select ${sql.join(groupings.map(({ key }, i) => sql`${key} as ${sql.ref(`key_${i}`)}`))}, count(*) as incidents, ${beyondOf(groupings)} as beyond, ${sql.join([...TOLLS, ...KNOWN])}
    from incidents${joins}${wherever([...where, ...among])} group by ${sql.join(groupings.map((_, i) => sql.lit(i + 1)))} limit ${MOST_CELLS + 1}`.execute(engine.db)
  if (rows.length > MOST_CELLS) throw new StoreError('answer-too-large', `The answer would have more than ${MOST_CELLS} rows; ask for fewer incidents, or for the top values of the second field.`)
  return rows.map(rowOf(by.length)).sort(inKeys)
}

/** The values with most incidents; asked apart, so that the engine can look the sides up by them. */
async function topValues({ db }: Engine, { key, each = sql`` }: Grouping, where: readonly Condition[], top: number): Promise<readonly unknown[]> {
  const { rows } = await sql<{ value: unknown }>`select ${key} as value, count(distinct incidents.number) as n from incidents${each}${wherever([...where, sql`${key} is not null`])} group by 1 order by 2 desc, 1 limit ${top}`.execute(db)
  return rows.length === 0 ? [null] : rows.map(r => r.value)
}

const TOLLS = ['killed_least', 'killed_most', 'injured_least', 'injured_most'].map(name => sql`coalesce(sum(${sql.ref(`incidents.${name}`)}), 0) as ${sql.ref(name)}`)
const KNOWN = ['killed', 'injured'].map(name => sql`count(${sql.ref(`incidents.${name}_least`)}) as ${sql.ref(`${name}_known`)}`)

/** Incidents whose days do not all lie in the cell's own; none where no key is a time. */
function beyondOf(groupings: readonly Grouping[]): RawBuilder<unknown> {
  const of = groupings.find(g => g.of !== undefined)?.of
  return of === undefined ? sql`0` : sql`sum(case when ${END} > ${START} and ${of(END)} <> ${of(START)} then 1 else 0 end)`
}

function groupingsOf(engine: Engine, by: readonly AggregateBy[]): readonly Grouping[] {
  const found = by.flatMap(name => (Object.hasOwn(GROUPINGS, name) ? [GROUPINGS[name](engine)] : []))
  if (by.length < 1 || by.length > MOST_KEYS || new Set(by).size < by.length || found.length < by.length) throw new StoreError('field-unknown', `Incidents are counted by one to ${MOST_KEYS} different ones of ${Object.keys(GROUPINGS).join(', ')}.`)
  return found
}

const rowOf = (keys: number) => (cell: Cell): AggregateRow => ({
  keys: [cell.key_0, cell.key_1 ?? null, cell.key_2 ?? null].slice(0, keys), incidents: cell.incidents, beyond: Number(cell.beyond),
  killedKnown: cell.killed_known, killedMin: Number(cell.killed_least), killedMax: Number(cell.killed_most),
  injuredKnown: cell.injured_known, injuredMin: Number(cell.injured_least), injuredMax: Number(cell.injured_most),
})

/** Unknown first, as the engines differ in it. */
const inKeys = (a: AggregateRow, b: AggregateRow): number => compare(a.keys[0], b.keys[0]) || compare(a.keys[1], b.keys[1]) || compare(a.keys[2], b.keys[2])
const compare = (a: string | null = null, b: string | null = null): number => a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1
