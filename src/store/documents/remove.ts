/** Takes documents out of coding or out of the store. */
import { StoreError } from '../errors.ts'
import type { SetAside } from '../types/document.ts'
import type { Context, Writing } from '../writing.ts'

/** The row of a document. Throws StoreError document-unknown. */
async function documentRow({ tx }: Writing, id: string): Promise<{ readonly number: number; readonly sha256: string; readonly aside_code: string | null }> {
  const row = await tx.selectFrom('documents').select(['number', 'sha256', 'aside_code']).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new StoreError('document-unknown', `There is no document "${id}".`)
  return row
}

/** Sets a document aside with a reason, or takes it back in (`null`). Its incidents are read anew without it. */
export async function setDocumentAside(writing: Writing, id: string, why: SetAside | null, by: string | null): Promise<void> {
  const { tx, change, note } = writing
  const { number } = await documentRow(writing, id)
  await tx.updateTable('documents').set({ aside_code: why?.code ?? null, aside_reason: why?.reason ?? null, change }).where('number', '=', number).execute()
  await markPending(writing, [id])
  note({ kind: 'document', id, op: 'put', by, reason: why?.reason ?? null })
}

/** Leaves a tombstone: id, address and hash, so that the report is known and not taken in again. */
export async function deleteDocument({ engine }: Context, writing: Writing, id: string, by: string, reason: string): Promise<void> {
  const { tx, change, at, note } = writing
  const { number, sha256 } = await documentRow(writing, id)
  await engine.indexWords(tx, number, null)
  await tx.insertInto('tombstones').values({ id, sha256, at, by_whom: by, reason, change }).execute()
  await tx.deleteFrom('documents').where('number', '=', number).execute()
  await markPending(writing, [id])
  note({ kind: 'document', id, op: 'delete', by, reason })
}

/** Remembers that incidents around these documents are to be read anew. */
export async function markPending({ tx, change }: Writing, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return
  await tx.insertInto('pending').values(documents.map(document => ({ document, change }))).onConflict(c => c.column('document').doUpdateSet({ change })).execute()
}
