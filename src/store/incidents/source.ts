/** Incidents as something to ask. */
import { sql } from 'kysely'
import { heldAt } from '../query/as-of.ts'
import { INCIDENT_QUERY } from '../query/fields.ts'
import type { Source } from '../query/page.ts'

/** What a stored reading is made from. */
export const INCIDENT_COLUMNS = sql.raw('incidents.since, incidents.until, incidents.at, incidents.body')

/** Incidents that hold at a change (null: now), as something to ask. */
export const incidentSource = (change: number | null): Source => ({
  fields: INCIDENT_QUERY, table: 'incidents', id: 'id', order: { field: 'date', descending: true }, from: sql.table('incidents'), columns: INCIDENT_COLUMNS, always: [heldAt(change)],
})
