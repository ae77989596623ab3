/** Actors that people hold to be others: what was decided before follows them. */
import { sameOf, type OwnEntry } from '../../core/lexicon/own.ts'
import type { Db, Tx } from '../engine/engine.ts'

/** Whom each merged actor is held to be, by id. */
export async function mergedActors(db: Db | Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('own_steps').select(['id', 'body']).where('kind', '=', 'actor').orderBy('number').execute(), latest = new Map(rows.map(r => [r.id, r.body]))
  return sameOf([...latest.values()].flatMap(body => (body === null ? [] : [JSON.parse(body) as OwnEntry])))
}

/** Reports with decisions that name one of these actors by its id. */
export async function documentsNaming(db: Db | Tx, actors: readonly string[]): Promise<readonly string[]> {
  if (actors.length === 0) return []
  const rows = await db.selectFrom('decisions').innerJoin('decision_events', 'owner', 'number').select(['document', 'body']).where('kind', 'in', ['correct', 'add']).where('undone', '=', 0).execute()
  return [...new Set(rows.filter(r => actors.some(id => r.body.includes(`"entity":${JSON.stringify(id)}`))).map(r => r.document))]
}
