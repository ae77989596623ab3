/** What incidents hold, as lists of their own: actors, places, claims, links. */
import { sql, type RawBuilder } from 'kysely'
import type { Claim } from '../../core/model/index.ts'
import { changeAt, heldAt } from '../query/as-of.ts'
import { ACTOR_QUERY, CLAIM_QUERY, LINK_QUERY, PLACE_QUERY } from '../query/fields.ts'
import { readPage } from '../query/page.ts'
import { writtenAs } from '../query/names.ts'
import type { ActorCount, ClaimRow, LinkRow, PlaceCount } from '../types/incident.ts'
import type { Page, Query } from '../types/query.ts'
import type { Context } from '../writing.ts'

interface ActorRow { readonly actor: string; readonly name: string; readonly country: string | null; readonly known: number; readonly incidents: number }

/** Actors and recipients by how many incidents they are in. */
export async function actorCounts({ engine }: Context, query: Query): Promise<Page<ActorCount>> {
  const held = heldAt(await changeAt(engine.db, query.asOf)), { roles, others } = byRole(query)
  const role = roles === null ? sql`` : sql` and role = ${roles}`
  const page = await readPage<ActorRow>(engine, {
    fields: ACTOR_QUERY, table: 'found', id: 'actor', order: { field: 'incidents', descending: true }, columns: sql.raw('found.*'), always: [],
    from: sql`(select actor, ${writtenAs('name')} as name, ${ofAll('incident_actors.country')} as country, count(distinct owner) as incidents from incident_actors join incidents on incidents.number = owner where ${held}${role} group by actor) as found`,
  }, { ...query, filters: others })
  return { ...page, rows: page.rows.map(({ actor, name, country, incidents }) => ({ id: actor === name ? null : actor, name, country, incidents })) }
}

/** What all rows of a group agree on; null where they differ or some have none, as with the countries of "soldiers". */
const ofAll = (column: string): RawBuilder<string | null> => sql`case when min(${sql.ref(column)}) = max(${sql.ref(column)}) and count(${sql.ref(column)}) = count(*) then min(${sql.ref(column)}) end`

/** The role is asked before actors are counted. */
function byRole({ filters = [] }: Query): { readonly roles: string | null; readonly others: NonNullable<Query['filters']> } {
  const role = filters.find(f => f.field === 'role' && f.op === 'eq')
  return { roles: role === undefined ? null : String(role.value), others: filters.filter(f => f !== role) }
}

interface PlaceRow { readonly place: string; readonly place_name: string; readonly country: string | null; readonly admin1: string | null; readonly latitude: number | null; readonly longitude: number | null; readonly incidents: number }

/** Places by how many incidents happened there. */
export async function placeCounts({ engine }: Context, query: Query): Promise<Page<PlaceCount>> {
  const held = heldAt(await changeAt(engine.db, query.asOf))
  const page = await readPage<PlaceRow>(engine, {
    fields: PLACE_QUERY, table: 'found', id: 'place', order: { field: 'incidents', descending: true }, columns: sql.raw('found.*'), always: [],
    from: sql`(select place, ${writtenAs('place_name')} as place_name, min(country) as country, min(admin1) as admin1, min(latitude) as latitude, min(longitude) as longitude, count(*) as incidents from incidents where ${held} and place is not null group by place) as found`,
  }, query)
  return { ...page, rows: page.rows.map(({ place, place_name: name, country, admin1, latitude, longitude, incidents }) => ({ id: place === name ? null : place, name, country, admin1, latitude, longitude, incidents })) }
}

interface StoredClaim extends Omit<ClaimRow, 'claim'> { readonly body: string }

/** Claims of current analyses. */
export async function claimRows({ engine }: Context, query: Query): Promise<Page<ClaimRow>> {
  const page = await readPage<StoredClaim>(engine, { fields: CLAIM_QUERY, table: 'claims', id: 'id', order: { field: 'id' }, from: sql.table('claims'), columns: sql.raw('claims.*'), always: [] }, query)
  return { ...page, rows: page.rows.map(({ id, document, event, incident, publisher, published, speaker, entity, stance, about, body }) => ({ id, document, event, incident, publisher, published, speaker, entity, stance, about, claim: JSON.parse(body) as Claim })) }
}

interface StoredLink { readonly id: string; readonly from_id: string; readonly to_id: string; readonly kind: string; readonly evidence: string }

/** Links between incidents. */
export async function linkRows({ engine }: Context, query: Query): Promise<Page<LinkRow>> {
  const held = heldAt(await changeAt(engine.db, query.asOf))
  const page = await readPage<StoredLink>(engine, {
    fields: LINK_QUERY, table: 'found', id: 'id', order: { field: 'id' }, columns: sql.raw('found.*'), always: [],
    from: sql`(select incidents.id || ' ' || kind || ' ' || to_id as id, incidents.id as from_id, to_id, kind, evidence from incident_links join incidents on incidents.number = owner where ${held}) as found`,
  }, query)
  return { ...page, rows: page.rows.map(({ id, from_id: from, to_id: to, kind, evidence }) => ({ id, from, to, kind, evidence: JSON.parse(evidence) as LinkRow['evidence'] })) }
}
