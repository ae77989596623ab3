/** One transaction that writes: it gets the next change number, and all it changed stands in the feed under that number. */
import type { Engine, Tx } from './engine/engine.ts'
import type { NewAudit } from './types/access.ts'
import type { Change } from './types/change.ts'

/** A line of the audit that the next change carries: it is written in the same transaction, once. */
export interface Auditing { readonly line: (result: unknown) => NewAudit; done: boolean }
export interface Context { readonly engine: Engine; readonly now: () => string; readonly auditing?: Auditing }

/** Runs `work` in a transaction, with the line of the audit that stands with it. */
export const transact = <T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> => context.engine.db.transaction().execute(async tx => {
  const result = await work(tx)
  await putAudit(tx, context, result)
  return result
})

async function putAudit(tx: Tx, { auditing, now }: Context, result: unknown): Promise<void> {
  if (auditing === undefined || auditing.done) return
  await insertAudit(tx, now(), auditing.line(result))
  auditing.done = true
}

export async function insertAudit(tx: Tx, at: string, { by, action, subject, detail }: NewAudit): Promise<void> {
  await tx.insertInto('audits').values({ at, by_whom: by, action, subject, detail: JSON.stringify(detail ?? null) }).execute()
}

export type Noted = Pick<Change, 'kind' | 'id' | 'op'> & Partial<Pick<Change, 'by' | 'reason'>>

export interface Writing {
  readonly tx: Tx
  /** Number of this transaction's change. */
  readonly change: number
  /** Its moment; never before that of an earlier change. */
  readonly at: string
  readonly note: (change: Noted) => void
}

/** Runs `work` as the only writer. Resolves after commit; without a note no change is counted. */
export const write = <T>(context: Context, work: (writing: Writing) => Promise<T>): Promise<T> => transact(context, async tx => {
  const { writing, finish } = await beginWriting(context.engine, tx, context.now)
  const result = await work(writing)
  await finish()
  return result
})

/** The same inside a transaction that has begun; `finish` puts the notes down. */
export async function beginWriting(engine: Engine, tx: Tx, now: () => string): Promise<{ readonly writing: Writing; readonly finish: () => Promise<void> }> {
  const change = await engine.lockChange(tx) + 1
  const before = await tx.selectFrom('changes').select('at').orderBy('change', 'desc').orderBy('n', 'desc').limit(1).executeTakeFirst()
  const clock = now(), at = before !== undefined && before.at > clock ? before.at : clock
  const notes: Noted[] = []
  return { writing: { tx, change, at, note: noted => { notes.push(noted) } }, finish: () => putNotes(tx, change, at, notes) }
}

async function putNotes(tx: Tx, change: number, at: string, notes: readonly Noted[]): Promise<void> {
  if (notes.length === 0) return
  await tx.updateTable('meta').set({ value: change }).where('key', '=', 'change').execute()
  await inChunks(notes.map(({ kind, id, op, by = null, reason = null }, n) => ({ change, n, at, kind, id, op, by_whom: by, reason })), rows => tx.insertInto('changes').values(rows).execute())
}

/** Rows of one statement, at most: both engines bound the number of parameters. */
const CHUNK = 500

/** Calls `step` on stretches of `rows`, in order. */
export async function inChunks<T>(rows: readonly T[], step: (rows: readonly T[]) => Promise<unknown>, size: number = CHUNK): Promise<void> {
  for (let first = 0; first < rows.length; first += size) await step(rows.slice(first, first + size))
}
