/** Conditions that show the dataset as it was. */
import { sql } from 'kysely'
import type { Db } from '../engine/engine.ts'
import { StoreError } from '../errors.ts'
import type { AsOf } from '../types/query.ts'
import type { Condition } from './filter.ts'

/** The number of the last change that had happened; null for now. Throws StoreError filter-value. */
export async function changeAt(db: Db, asOf: AsOf | undefined): Promise<number | null> {
  if (asOf === undefined) return null
  if ('change' in asOf) {
    if (!Number.isSafeInteger(asOf.change) || asOf.change < 0) throw new StoreError('filter-value', `A change is a number from 0 on, not ${String(asOf.change)}.`)
    return asOf.change
  }
  const time = Date.parse(asOf.time)
  if (Number.isNaN(time)) throw new StoreError('filter-value', `A moment is written in RFC 3339, as 2024-01-20T12:00:00Z, not ${asOf.time}.`)
  const found = await db.selectFrom('changes').select('change').where('at', '<=', new Date(time).toISOString()).orderBy('at', 'desc').orderBy('change', 'desc').limit(1).executeTakeFirst()
  return found?.change ?? 0
}

/** Readings of incidents that held after the change. The literal lets partial indexes answer for the present. */
export const heldAt = (change: number | null): Condition => change === null ? sql`incidents.until = 9007199254740991` : sql`incidents.since <= ${change} and incidents.until > ${change}`
