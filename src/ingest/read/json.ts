/** Reports in JSON: one, a list, GDELT's article list, a report a line. */
import { IngestError } from '../errors.ts'
import type { Found } from '../found.ts'
import { dateOf } from '../page/metadata.ts'

type Raw = Readonly<Record<string, unknown>>

/** A JSON file: a report, a list of reports, or an object with `articles` (GDELT) or `documents`. */
export function readJson(text: string, where: string): readonly Found[] {
  let value: unknown
  try { value = JSON.parse(text) } catch (cause) { return [{ where, failed: new IngestError('line-invalid', `It is no JSON: ${(cause as Error).message}.`, { cause }) }] }
  const list = Array.isArray(value) ? value : listIn(value)
  return list === null ? [reportOf(value, where)] : list.map((one, k) => reportOf(one, `${where} #${k + 1}`))
}

const listIn = (value: unknown): readonly unknown[] | null => {
  const raw = value as Raw | null
  return [raw?.['articles'], raw?.['documents']].find(Array.isArray) ?? null
}

/** Lines of NDJSON. */
export async function* readLines(lines: AsyncIterable<string>, where: string): AsyncGenerator<Found> {
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() !== '') yield* readJson(line, `${where} line ${number}`)
  }
}

function reportOf(value: unknown, where: string): Found {
  if (typeof value !== 'object' || value === null) return { where, failed: new IngestError('line-invalid', `It is no report: an object with "text" or "url" is.`) }
  const raw = value as Raw, of = (...names: readonly string[]): string | null => { const v = names.map(n => raw[n]).find(x => typeof x === 'string' && x.trim() !== ''); return typeof v === 'string' ? v : null }
  const text = of('text'), url = of('url'), rest = { publisher: of('publisher', 'domain', 'media_name'), title: of('title'), published: dateOf(of('published', 'seendate', 'publish_date', 'date')) }
  if (text !== null) return { where, document: { id: typeof raw['id'] === 'number' ? String(raw['id']) : of('id'), url, ...rest, text } }
  if (url !== null) return { where, link: url, listed: rest }
  return { where, failed: new IngestError('line-invalid', `It has neither "text" nor "url".`) }
}
