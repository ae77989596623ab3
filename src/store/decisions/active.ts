/** The decisions that hold. */
import { withMerges } from '../../core/lexicon/own.ts'
import type { Decision } from '../../core/model/index.ts'
import type { Db, Tx } from '../engine/engine.ts'
import { mergedActors } from './merges.ts'

/** All that were not undone, oldest first; undoings themselves say nothing more and are left out. Actors that were merged since stand as the ones they are held to be. */
export async function activeDecisions(db: Db | Tx): Promise<readonly Decision[]> {
  const rows = await db.selectFrom('decisions').select('body').where('undone', '=', 0).where('kind', '<>', 'undo').orderBy('number').execute()
  const same = await mergedActors(db)
  return rows.map(row => withMerges(JSON.parse(row.body) as Decision, same))
}
