/** Which events the store takes for one occurrence now. */
import { sql, type RawBuilder } from 'kysely'
import type { Group } from '../../core/incidents/index.ts'
import type { EventRef } from '../../core/model/index.ts'
import type { Tx } from '../engine/engine.ts'
import { FOREVER } from '../schema/tables.ts'
import { inChunks } from '../writing.ts'

/** The groups of these events, whole, by id. */
export const storedGroups = (tx: Tx, refs: readonly EventRef[]): Promise<ReadonlyMap<string, Group>> =>
  groupsWhere(tx, refs, some => sql`(incident_members.document, incident_members.event) in (values ${sql.join(some.map(r => sql`(${r.document}, ${r.event})`))})`)

/** The groups that hold an event of these documents, whole, by id. */
export const groupsOfDocuments = (tx: Tx, documents: readonly string[]): Promise<ReadonlyMap<string, Group>> =>
  groupsWhere(tx, documents, some => sql`incident_members.document in (${sql.join(some)})`)

async function groupsWhere<T>(tx: Tx, all: readonly T[], where: (some: readonly T[]) => RawBuilder<unknown>): Promise<ReadonlyMap<string, Group>> {
  const found = new Map<string, { readonly id: string; readonly members: EventRef[] }>()
  await inChunks(all, async some => {
    const { rows } = await sql<EventRef & { readonly id: string }>`select incidents.id, whole.document, whole.event from incidents join incident_members as whole on whole.owner = incidents.number
      where incidents.number in (select incidents.number from incident_members join incidents on incidents.number = incident_members.owner where incidents.until = ${sql.lit(FOREVER)} and ${where(some)}) order by incidents.id, whole.document, whole.event`.execute(tx)
    const fresh = Map.groupBy(rows, r => r.id)
    for (const [id, members] of fresh) found.set(id, { id, members: members.map(({ document, event }) => ({ document, event })) })
  })
  return found
}
