/** Writes made-up reports with their analyses, all to be read. */
import { sql } from 'kysely'
import type { Analysis } from '../../src/core/model/index.ts'
import type { Engine } from '../../src/store/engine/engine.ts'
import { bulk, inBatches, range } from './rows.ts'

const AT = '2024-12-31T00:00:00.000Z'

/** Fills an empty store past the slow road of one transaction a report. */
export async function fillAnalyses(engine: Engine, reports: number, make: (k: number) => Analysis): Promise<void> {
  await inBatches(engine, reports, async (tx, first, last) => {
    const made = range(first, last).map(k => ({ k, analysis: make(k) }))
    await bulk(engine, tx, 'documents', made.map(({ k, analysis }) => ({ number: k + 1, id: `r${k}`, publisher: analysis.document.publisher, published: analysis.document.published, language: 'en', sha256: `sha${k}`, revision: 1, added: AT, analysis: k + 1, born: 1, change: 1 })))
    await bulk(engine, tx, 'texts', made.map(({ k }) => ({ document: k + 1, revision: 1, sha256: `sha${k}`, text: `Report ${k}.`, at: AT })))
    await bulk(engine, tx, 'analyses', made.map(({ k, analysis }) => ({ number: k + 1, document: k + 1, engine: 'casus 0', sha256: `sha${k}`, at: AT, change: 1, body: JSON.stringify(analysis) })))
    await bulk(engine, tx, 'pending', made.map(({ k }) => ({ document: `r${k}`, change: 1 })))
  })
  await engine.db.updateTable('meta').set({ value: 1 }).where('key', '=', 'change').execute()
  // Rows came with numbers of their own: new ones go on after them.
  if (engine.name === 'postgres') for (const table of ['documents', 'analyses']) await sql`select setval(pg_get_serial_sequence(${table}, 'number'), (select max(number) from ${sql.table(table)}))`.execute(engine.db)
}
