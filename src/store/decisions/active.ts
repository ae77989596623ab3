/** The decisions that hold. */
import type { Decision } from '../../core/model/index.ts'
import type { Db, Tx } from '../engine/engine.ts'

/** All that were not undone, oldest first; undoings themselves say nothing more and are left out. */
export async function activeDecisions(db: Db | Tx): Promise<readonly Decision[]> {
  const rows = await db.selectFrom('decisions').select('body').where('undone', '=', 0).where('kind', '<>', 'undo').orderBy('number').execute()
  return rows.map(row => JSON.parse(row.body) as Decision)
}
