/** Looks for what should never be: rows without what they belong to, two current readings, words or boxes out of step. */
import { sql } from 'kysely'
import type { Context } from './writing.ts'

/** Each counts rows that contradict an invariant; `n` is 0 in a sound store. */
const INVARIANTS: readonly (readonly [says: string, query: string])[] = [
  ['documents whose text is not there', `select count(*) as n from documents where not exists (select 1 from texts where texts.document = documents.number and texts.revision = documents.revision and texts.sha256 = documents.sha256)`],
  ['documents whose analysis is of another text or another document', `select count(*) as n from documents join analyses on analyses.number = documents.analysis where analyses.document <> documents.number or analyses.sha256 <> documents.sha256`],
  ['documents whose newest analysis is lost', `select count(*) as n from documents where analysis is not null and not exists (select 1 from analyses where analyses.number = documents.analysis)`],
  ['addresses of documents that never were', `select count(*) as n from addresses where id not in (select id from documents) and id not in (select id from tombstones)`],
  ['events that two current incidents claim', `select count(*) as n from (select 1 as one from incident_members join incidents on incidents.number = owner where until = 9007199254740991 group by document, event having count(*) > 1) as twice`],
  ['readings of incidents that overlap in time', `select count(*) as n from incidents a join incidents b on a.id = b.id and a.number < b.number and a.until > b.since and b.until > a.since`],
  ['changes above the newest number', `select count(*) as n from changes where change > (select value from meta where key = 'change')`],
  ['decisions that the feed does not know', `select count(*) as n from decisions where not exists (select 1 from changes where kind = 'decision' and changes.change = decisions.change and changes.id = decisions.id)`],
]

/** A sentence for each thing that is wrong. */
export async function checkStore({ engine }: Context): Promise<readonly string[]> {
  const found = [...await engine.integrity()]
  for (const [says, query] of INVARIANTS) {
    const { rows } = await sql<{ n: number }>`${sql.raw(query)}`.execute(engine.db)
    if (rows[0]!.n > 0) found.push(`There are ${rows[0]!.n} ${says}.`)
  }
  return found
}
