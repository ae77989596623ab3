/** Writes readings of incidents: the old one ends with the change, the new one begins. */
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
  const publishers = await publishersOf(tx, fresh)
  const placed: PlacedRow[] = []
  for (const { incident, body } of fresh) {
    const row = incidentRow(writing, incident, body)
    const { number } = await tx.insertInto('incidents').values(row).returning('number').executeTakeFirstOrThrow()
    await putChildren(tx, number, incident, publishers)
    if (row.latitude !== null && row.longitude !== null) placed.push({ number, latitude: row.latitude, longitude: row.longitude, first: dayNumber(row.date_start), last: dayNumber(row.date_end) })
    note({ kind: 'incident', id: incident.id, op: 'put' })
  }
  await engine.indexPlace(tx, placed)
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

async function putChildren(tx: Tx, owner: number, incident: Incident, publishers: ReadonlyMap<string, string | null>): Promise<void> {
  const sides = [...incident.actors.map(p => sideOf(p, 'actor')), ...incident.recipients.map(p => sideOf(p, 'recipient'))]
  await inChunks(incident.members, rows => tx.insertInto('incident_members').values(rows.map(({ document, event }) => ({ owner, document, event, publisher: publishers.get(document) ?? null }))).execute())
  await inChunks(sides, rows => tx.insertInto('incident_actors').values(rows.map((side, i) => ({ owner, n: sides.indexOf(rows[0]!) + i, ...side }))).execute())
  await inChunks(incident.links, rows => tx.insertInto('incident_links').values(rows.map((link, i) => ({ owner, n: incident.links.indexOf(rows[0]!) + i, to_id: link.incident, kind: link.kind, evidence: JSON.stringify(link.evidence) }))).execute())
  for (const { document, event } of incident.members) {
    await tx.updateTable('events').set({ incident: incident.id }).where('document_id', '=', document).where('event', '=', event).execute()
    await tx.updateTable('claims').set({ incident: incident.id }).where('document', '=', document).where('event', '=', event).execute()
  }
}

const sideOf = ({ entity, name, country }: Participant, role: string) => ({ role, actor: entity ?? name, name, country })
