/** Documents of a store: taking in, reading, searching, setting aside, deleting. */
import { sql } from 'kysely'
import { StoreError } from '../errors.ts'
import { DOCUMENT_QUERY } from '../query/fields.ts'
import { readPage, type Source } from '../query/page.ts'
import { changeAt } from '../query/as-of.ts'
import { snippetOf } from '../text/snippet.ts'
import { parseWords, type WordQuery } from '../text/words.ts'
import type { Documents, DocumentText, SearchHit, StoredDocument } from '../types/document.ts'
import type { Page, Query } from '../types/query.ts'
import { write, type Context } from '../writing.ts'
import { addDocuments } from './add.ts'
import { formsOf } from './address.ts'
import { eraseWords } from './erase.ts'
import { deleteDocument, setDocumentAside } from './remove.ts'

export const documentsOf = (context: Context, refresh: () => Promise<unknown>): Documents => ({
  add: (documents, by = null) => addDocuments(context, documents, by),
  get: async id => (await byIds(context, [id]))[0] ?? null,
  at: async canonical => (await context.engine.db.selectFrom('addresses').select('id').where('canonical', 'in', formsOf(canonical)).executeTakeFirst())?.id ?? null,
  texts: id => textsOf(context, id),
  query: query => queryDocuments(context, query),
  search: (words, options = {}) => searchDocuments(context, words, options),
  setAside: (id, why, by = null) => write(context, writing => setDocumentAside(writing, id, why, by)),
  delete: async (id, by, reason, { forGood = false } = {}) => {
    if (!forGood) return await write(context, writing => deleteDocument(context, writing, id, by, reason))
    await context.engine.forGood(async () => {
      await write(context, async writing => {
        await eraseWords(context, writing, id)
        await deleteDocument(context, writing, id, by, reason)
      })
      await refresh()
    })
  },
})

/** A row of `documents` joined with its present text. */
export interface DocumentRow {
  readonly number: number; readonly id: string; readonly url: string | null; readonly canonical: string | null; readonly publisher: string | null; readonly title: string | null; readonly published: string | null
  readonly language: string; readonly text: string; readonly sha256: string; readonly revision: number; readonly added: string; readonly aside_code: string | null; readonly aside_reason: string | null; readonly change: number
}

export const DOCUMENT_COLUMNS = sql.raw('documents.number, documents.id, url, canonical, publisher, title, published, language, texts.text, documents.sha256, documents.revision, added, aside_code, aside_reason, documents.change')
export const DOCUMENTS_WITH_TEXT = sql.raw('documents join texts on texts.document = documents.number and texts.revision = documents.revision')

export const documentFrom = ({ aside_code: code, aside_reason: reason, id, url, canonical, publisher, title, published, language, text, sha256, revision, added, change }: DocumentRow): StoredDocument =>
  ({ id, url, canonical, publisher, title, published, language, text, sha256, revision, added, setAside: code === null ? null : { code, reason: reason ?? '' }, change })

async function byIds({ engine }: Context, ids: readonly string[]): Promise<readonly StoredDocument[]> {
  const { rows } = await sql<DocumentRow>`select ${DOCUMENT_COLUMNS} from ${DOCUMENTS_WITH_TEXT} where documents.id in (${sql.join(ids)})`.execute(engine.db)
  return rows.map(documentFrom)
}

async function textsOf({ engine }: Context, id: string): Promise<readonly DocumentText[]> {
  return await engine.db.selectFrom('texts').innerJoin('documents', 'documents.number', 'texts.document').select(['texts.revision', 'texts.sha256', 'texts.text', 'texts.at']).where('documents.id', '=', id).orderBy('texts.revision', 'desc').execute()
}

async function queryDocuments({ engine }: Context, query: Query): Promise<Page<StoredDocument>> {
  const change = await changeAt(engine.db, query.asOf)
  const source: Source = {
    fields: DOCUMENT_QUERY, table: 'documents', id: 'id', order: { field: 'number', descending: true }, from: DOCUMENTS_WITH_TEXT, columns: DOCUMENT_COLUMNS,
    always: change === null ? [] : [sql`documents.born <= ${change}`],
  }
  const page = await readPage<DocumentRow>(engine, source, query)
  return { ...page, rows: page.rows.map(documentFrom) }
}

/** Hits of a search in all: beyond them, other words help more than other pages. */
const MOST_HITS = 1000

async function searchDocuments(context: Context, typed: string, { size = 20, next = null }: { readonly size?: number; readonly next?: string | null }): Promise<Page<SearchHit>> {
  const words = parseWords(typed)
  if (words === null) throw new StoreError('text-query-invalid', `"${typed.slice(0, 100)}" holds no word to look for.`)
  const offset = offsetOf(next), most = Math.min(Math.max(size, 1), 100, Math.max(0, MOST_HITS - offset))
  const { rows: numbers } = await context.engine.ranked(words, most + 1, offset).execute(context.engine.db)
  const rows = await hitsOf(context, numbers.slice(0, most).map(r => r.number), words)
  return { rows, next: numbers.length > most && offset + most < MOST_HITS ? String(offset + most) : null, total: null, facets: {} }
}

function offsetOf(next: string | null): number {
  const offset = next === null ? 0 : Number(next)
  if (!Number.isInteger(offset) || offset < 0) throw new StoreError('page-invalid', 'The mark of the next page does not belong to this search; start again from the first page.', { field: 'next' })
  return offset
}

async function hitsOf({ engine }: Context, numbers: readonly number[], words: WordQuery): Promise<readonly SearchHit[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<DocumentRow>`select ${DOCUMENT_COLUMNS} from ${DOCUMENTS_WITH_TEXT} where documents.number in (${sql.join(numbers)})`.execute(engine.db)
  const byNumber = new Map(rows.map(row => [row.number, documentFrom(row)]))
  return numbers.flatMap(number => byNumber.get(number) ?? []).map(document => ({ document, ...snippetOf(document.text, words) }))
}
