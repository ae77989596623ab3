/** Tables: CSV and TSV of reports or of addresses, among them Media Cloud's and GDELT's lists. */
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { IngestError } from '../errors.ts'
import type { Found } from '../found.ts'
import { dateOf } from '../page/metadata.ts'

/** Which column holds which field. */
export type Mapping = Partial<Readonly<Record<'id' | 'url' | 'publisher' | 'title' | 'published' | 'text', string>>>

/** Names a column may have without being named by the person, in lower case: our own, Media Cloud's, GDELT's. */
const NAMES: Readonly<Record<keyof Required<Mapping>, readonly string[]>> = {
  id: ['id', 'document_id', 'stories_id'],
  url: ['url', 'link', 'address', 'documentidentifier', 'sourceurl'],
  publisher: ['publisher', 'media_name', 'outlet', 'domain', 'sourcecommonname'],
  title: ['title', 'headline', 'article_title'],
  published: ['published', 'publish_date', 'publication_date', 'date', 'seendate', 'pub_date'],
  text: ['text', 'body', 'article_content', 'content', 'article', 'fulltext'],
}
const FIELDS = Object.keys(NAMES) as readonly (keyof Required<Mapping>)[]

/** Longest row in code units, so that a quote that never ends does not fill the memory. */
const LONGEST = 4_000_000

export interface TableOptions { readonly mapping?: Mapping; readonly delimiter?: string }

/** The rows of a table as reports, or as links where it has addresses and no texts. Throws IngestError column-missing. */
export async function* readTable(text: AsyncIterable<string> | Iterable<string>, where: string, options: TableOptions = {}): AsyncGenerator<Found> {
  const parser = Readable.from(text).pipe(parse({ delimiter: options.delimiter ?? ',', bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LONGEST, info: true }))
  let columns: ReadonlyMap<keyof Mapping, number> | null = null, row = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: readonly string[]; info: { lines: number } }>) {
      if (columns === null) { columns = columnsOf(record, where, options.mapping); continue }
      yield rowFound(record, columns, `${where} row ${++row} (line ${info.lines})`)
    }
  } catch (cause) {
    if (cause instanceof IngestError) throw cause
    yield { where: `${where} after row ${row}`, failed: new IngestError('line-invalid', `The table cannot be read further: ${(cause as Error).message}.`, { cause }) }
  }
}

function columnsOf(header: readonly string[], where: string, mapping: Mapping = {}): ReadonlyMap<keyof Mapping, number> {
  const at = new Map(header.map((name, k) => [name.trim().toLowerCase(), k])), out = new Map<keyof Mapping, number>()
  for (const field of FIELDS) {
    const named = mapping[field]
    const found = named === undefined ? NAMES[field].map(n => at.get(n)).find(k => k !== undefined) : at.get(named.toLowerCase())
    if (named !== undefined && found === undefined) throw new IngestError('column-missing', `${where} has no column ${JSON.stringify(named)}. Its columns: ${header.slice(0, 30).join(', ')}.`)
    if (found !== undefined) out.set(field, found)
  }
  if (!out.has('text') && !out.has('url')) throw new IngestError('column-missing', `${where} has neither a column of texts nor one of addresses. Name one: --column text=NAME. Its columns: ${header.slice(0, 30).join(', ')}.`)
  return out
}

function rowFound(row: readonly string[], columns: ReadonlyMap<keyof Mapping, number>, where: string): Found {
  const of = (field: keyof Mapping): string | null => { const k = columns.get(field); return k === undefined ? null : row[k]?.trim() || null }
  const text = of('text'), url = of('url'), rest = { publisher: of('publisher'), title: of('title'), published: dateOf(of('published')) }
  if (text !== null) return { where, document: { id: of('id'), url, ...rest, text: row[columns.get('text')!]! } }
  if (url !== null) return { where, link: url, listed: rest }
  return { where, failed: new IngestError('line-invalid', `${where} has neither text nor address.`) }
}
