/** Writes readings of incidents: the old one ends with the change, the new one begins. */
import { sql } from 'kysely'
import type { Incident, Participant, Quantity } from '../../core/model/index.ts'
import type { Engine, PlacedRow, Tx } from '../engine/engine.ts'
import { dayNumber } from '../query/space.ts'
import { FOREVER, type Tables } from '../schema/tables.ts'
import { inChunks, type Writing } from '../writing.ts'

/** Incidents looked up and written at a time. */
const CHUNK = 200

/** Writes incidents that differ from what is stored. Returns how many did. */
export async function putIncidents(engine: Engine, writing: Writing, incidents: readonly Incident[]): Promise<number> {
  let written = 0
  await inChunks(incidents, async some => {
    const before = await writing.tx.selectFrom('incidents').select(['number', 'id', 'body']).where('id', 'in', some.map(i => i.id)).where('until', '=', FOREVER).execute()
    const stored = new Map(before.map(row => [row.id, row]))
    const fresh = some.map(incident => ({ incident, body: JSON.stringify(incident) })).filter(({ incident, body }) => stored.get(incident.id)?.body !== body)
    await end(writing, fresh.flatMap(({ incident }) => stored.get(incident.id)?.number ?? []))
    await begin(engine, writing, fresh)
    written += fresh.length
  }, CHUNK)
  return written
}

/** Ends incidents that are no more. Returns how many there were. */
export async function removeIncidents(writing: Writing, ids: readonly string[]): Promise<number> {
  let removed = 0
  await inChunks(ids, async some => {
    const rows = await writing.tx.selectFrom('incidents').select(['number', 'id']).where('id', 'in', [...some]).where('until', '=', FOREVER).execute()
    await end(writing, rows.map(r => r.number))
    for (const { id } of rows) writing.note({ kind: 'incident', id, op: 'delete' })
    await forget(writing.tx, rows.map(r => r.id))
    removed += rows.length
  }, CHUNK)
  return removed
}

async function end({ tx, change }: Writing, numbers: readonly number[]): Promise<void> {
  if (numbers.length > 0) await tx.updateTable('incidents').set({ until: change }).where('number', 'in', [...numbers]).execute()
}

async function forget(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('events').set({ incident: null }).where('incident', 'in', [...ids]).execute()
  await tx.updateTable('claims').set({ incident: null }).where('incident', 'in', [...ids]).execute()
}

interface Fresh { readonly incident: Incident; readonly body: string }

async function begin(engine: Engine, writing: Writing, fresh: readonly Fresh[]): Promise<void> {
  if (fresh.length === 0) return
  const { tx, note } = writing
  const rows = fresh.map(({ incident, body }) => incidentRow(writing, incident, body)), numbers = new Map<string, number>()
  await inChunks(rows, async some => { for (const { number, id } of await tx.insertInto('incidents').values([...some]).returning(['number', 'id']).execute()) numbers.set(id, number) })
  const owned = fresh.map(({ incident }) => ({ incident, owner: numbers.get(incident.id)! }))
  await putChildren(tx, owned, await publishersOf(tx, fresh))
  await tellRows(tx, owned.map(o => o.owner))
  await engine.indexPlace(tx, rows.flatMap(({ id, latitude, longitude, date_start, date_end }): readonly PlacedRow[] => latitude === null || longitude === null ? [] : [{ number: numbers.get(id)!, latitude, longitude, first: dayNumber(date_start), last: dayNumber(date_end) }]))
  for (const { incident } of fresh) note({ kind: 'incident', id: incident.id, op: 'put' })
}

async function publishersOf(tx: Tx, fresh: readonly Fresh[]): Promise<ReadonlyMap<string, string | null>> {
  const documents = [...new Set(fresh.flatMap(({ incident }) => incident.members.map(m => m.document)))], found = new Map<string, string | null>()
  await inChunks(documents, async ids => {
    for (const { id, publisher } of await tx.selectFrom('documents').select(['id', 'publisher']).where('id', 'in', [...ids]).execute()) found.set(id, publisher)
  })
  return found
}

/** Columns of an incident; an end of a range that is not known takes the other. */
export function incidentRow({ change, at }: Pick<Writing, 'change' | 'at'>, incident: Incident, body: string): Omit<Tables['incidents'], 'number'> {
  const { id, type, mode, status, contexts, grade, disputed, date, independent, confidence, summary, members, places: [place] } = incident
  return {
    id, since: change, until: FOREVER, at, type, mode, status, contexts: contexts.length === 0 ? '' : ` ${contexts.join(' ')} `, grade, disputed: Number(disputed),
    date_start: date?.start ?? date?.end ?? null, date_end: date?.end ?? date?.start ?? null,
    country: place?.country ?? null, admin1: place?.admin1 ?? null, place: place?.gazetteer ?? place?.name ?? null, place_name: place?.name ?? null, precise: place?.precision ?? null,
    latitude: place?.latitude ?? null, longitude: place?.longitude ?? null,
    killed_least: least(incident.killed), killed_most: most(incident.killed), injured_least: least(incident.injured), injured_most: most(incident.injured),
    reports: new Set(members.map(m => m.document)).size, independent, confidence, summary, body,
  }
}

const least = (q: Quantity | null): number | null => q === null ? null : q.min ?? q.max
const most = (q: Quantity | null): number | null => q === null ? null : q.max ?? q.min

interface Owned { readonly incident: Incident; readonly owner: number }

async function putChildren(tx: Tx, all: readonly Owned[], publishers: ReadonlyMap<string, string | null>): Promise<void> {
  await inChunks(all.flatMap(({ incident, owner }) => incident.members.map(({ document, event }) => ({ owner, document, event, publisher: publishers.get(document) ?? null }))), rows => tx.insertInto('incident_members').values([...rows]).execute())
  await inChunks(all.flatMap(({ incident, owner }) => [...incident.actors.map(p => sideOf(p, 'actor')), ...incident.recipients.map(p => sideOf(p, 'recipient'))].map((side, n) => ({ owner, n, ...side }))), rows => tx.insertInto('incident_actors').values([...rows]).execute())
  await inChunks(all.flatMap(({ incident, owner }) => incident.links.map((link, n) => ({ owner, n, to_id: link.incident, kind: link.kind, evidence: JSON.stringify(link.evidence) }))), rows => tx.insertInto('incident_links').values([...rows]).execute())
}

/** Events and claims of the members are told of the incident. */
async function tellRows(tx: Tx, owners: readonly number[]): Promise<void> {
  for (const [table, document] of [['events', 'document_id'], ['claims', 'document']] as const) await inChunks(owners, some => sql`update ${sql.table(table)} set incident = incidents.id from incident_members join incidents on incidents.number = incident_members.owner
    where incident_members.owner in (${sql.join(some)}) and ${sql.ref(`${table}.${document}`)} = incident_members.document and ${sql.ref(`${table}.event`)} = incident_members.event`.execute(tx))
}

const sideOf = ({ entity, name, country }: Participant, role: string) => ({ role, actor: entity ?? name, name, country })
