/** Counts and tolls of incidents by time, kind, place or side. */
import { sql, type RawBuilder } from 'kysely'
import { StoreError } from '../errors.ts'
import { changeAt } from '../query/as-of.ts'
import { conditionsOf } from '../query/filter.ts'
import { wherever } from '../query/page.ts'
import type { AggregateBy, AggregateRow } from '../types/incident.ts'
import type { Query } from '../types/query.ts'
import type { Context } from '../writing.ts'
import { incidentSource } from './source.ts'

/** What rows are grouped by: an expression over `incidents`, perhaps with a table joined to it. */
interface Grouping { readonly key: RawBuilder<unknown>; readonly join?: RawBuilder<unknown> }

const column = (name: string): Grouping => ({ key: sql.ref(`incidents.${name}`) })
const prefix = (length: number): Grouping => ({ key: sql`substr(incidents.date_start, 1, ${sql.lit(length)})` })
const side = (role: 'actor' | 'recipient'): Grouping => {
  const alias = `${role}s`
  return { key: sql.ref(`${alias}.actor`), join: sql` join (select distinct owner, actor from incident_actors where role = ${sql.lit(role)}) as ${sql.ref(alias)} on ${sql.ref(`${alias}.owner`)} = incidents.number` }
}

const GROUPINGS: Readonly<Record<AggregateBy, Grouping>> = {
  day: prefix(10), week: prefix(10), month: prefix(7), year: prefix(4),
  type: column('type'), mode: column('mode'), status: column('status'), grade: column('grade'), country: column('country'), admin1: column('admin1'), place: column('place'),
  actor: side('actor'), recipient: side('recipient'),
  publisher: { key: sql.ref('outlets.publisher'), join: sql` join (select distinct owner, publisher from incident_members) as outlets on outlets.owner = incidents.number` },
}

/** Cells of one answer, at most. */
const MOST_CELLS = 50_000

interface Cell { readonly a: string | null; readonly b: string | null; readonly incidents: number; readonly killed_least: number; readonly killed_most: number; readonly injured_least: number; readonly injured_most: number }

/** Cells in the order of their keys; an incident with two actors counts under each. */
export async function aggregate({ engine }: Context, by: readonly AggregateBy[], query: Query): Promise<readonly AggregateRow[]> {
  const groupings = by.map(name => Object.hasOwn(GROUPINGS, name) ? GROUPINGS[name] : undefined)
  if (by.length < 1 || by.length > 2 || new Set(by).size < by.length || groupings.includes(undefined)) throw new StoreError('field-unknown', `Incidents are counted by one or two different ones of ${Object.keys(GROUPINGS).join(', ')}.`)
  const [a, b] = groupings as readonly Grouping[], source = incidentSource(await changeAt(engine.db, query.asOf))
  const where = [...source.always, ...conditionsOf(engine, source, query.filters ?? [])]
  const sum = (name: string): RawBuilder<unknown> => sql`coalesce(sum(${sql.ref(`incidents.${name}`)}), 0) as ${sql.ref(name)}`
  const { rows } = await sql<Cell>`select ${a!.key} as a, ${b?.key ?? sql`null`} as b, count(*) as incidents, ${sql.join(['killed_least', 'killed_most', 'injured_least', 'injured_most'].map(sum))}
    from incidents${a!.join ?? sql``}${b?.join ?? sql``}${wherever(where)} group by 1, 2 order by 1, 2 limit ${MOST_CELLS}`.execute(engine.db)
  const cells = rows.map((cell): AggregateRow => ({
    keys: by.map((name, i) => keyOf(name, i === 0 ? cell.a : cell.b)), incidents: cell.incidents,
    killedMin: Number(cell.killed_least), killedMax: Number(cell.killed_most), injuredMin: Number(cell.injured_least), injuredMax: Number(cell.injured_most),
  }))
  return by.includes('week') ? joined(cells) : cells.sort(inKeys)
}

/** A day becomes the Monday of its week; everything else stays. */
function keyOf(name: AggregateBy, value: string | null): string | null {
  if (name !== 'week' || value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const day = new Date(`${value}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - (day.getUTCDay() + 6) % 7)
  return day.toISOString().slice(0, 10)
}

function joined(cells: readonly AggregateRow[]): readonly AggregateRow[] {
  const weeks = new Map<string, AggregateRow>()
  for (const cell of cells) {
    const key = JSON.stringify(cell.keys), before = weeks.get(key)
    weeks.set(key, before === undefined ? cell : {
      keys: cell.keys, incidents: before.incidents + cell.incidents, killedMin: before.killedMin + cell.killedMin, killedMax: before.killedMax + cell.killedMax,
      injuredMin: before.injuredMin + cell.injuredMin, injuredMax: before.injuredMax + cell.injuredMax,
    })
  }
  return [...weeks.values()].sort(inKeys)
}

/** Unknown first, as the engines differ in it. */
const inKeys = (a: AggregateRow, b: AggregateRow): number => compare(a.keys[0], b.keys[0]) || compare(a.keys[1], b.keys[1])
const compare = (a: string | null = null, b: string | null = null): number => a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1
