/** The feed of changes of a store. */
import { sql } from 'kysely'
import { StoreError } from './errors.ts'
import type { Change, ChangePage, ChangeQuery, Changes } from './types/change.ts'
import type { Context } from './writing.ts'

export const changesOf = (context: Context): Changes => ({
  last: () => last(context),
  since: query => read(context, query, false),
  deletions: query => read(context, query, true),
})

const last = async ({ engine }: Context): Promise<number> => (await engine.db.selectFrom('meta').select('value').where('key', '=', 'change').executeTakeFirstOrThrow()).value

const ROWS = 1000, MOST_ROWS = 10_000

async function read(context: Context, { since, size = ROWS, next = null, kinds }: ChangeQuery, deletions: boolean): Promise<ChangePage> {
  const [change, n] = next === null ? [since, Number.MAX_SAFE_INTEGER] as const : markOf(next)
  const most = Math.min(Math.max(size, 1), MOST_ROWS), end = await last(context)
  const rows = await context.engine.db.selectFrom('changes').selectAll()
    .where(sql<boolean>`(change >= ${change} and (change > ${change} or n > ${n}))`).where('change', '<=', end)
    .$if(deletions, q => q.where('op', '=', sql.lit('delete'))).$if(kinds !== undefined, q => q.where('kind', 'in', [...kinds!]))
    .orderBy('change').orderBy('n').limit(most + 1).execute()
  const given = rows.slice(0, most), final = given.at(-1)
  return {
    rows: given.map(({ change, at, kind, id, op, by_whom: by, reason }) => ({ change, at, kind, id, op, by, reason }) as Change),
    next: rows.length > most ? `${final!.change}.${final!.n}` : null,
    last: rows.length > most ? Math.max(since, final!.change - 1) : end,
  }
}

function markOf(next: string): readonly [number, number] {
  const [, change, n] = /^(\d{1,15})\.(\d{1,15})$/.exec(next) ?? []
  if (change === undefined) throw new StoreError('page-invalid', 'The mark of the next page is not one of the feed; start again from a number.', { field: 'next' })
  return [Number(change), Number(n)]
}
