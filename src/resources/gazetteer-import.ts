/** Turns a GeoNames dump into a compact index: the one shipped in models/, and the one a user imports. */
import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { readCountries } from '../core/places/countries.ts'
import { geonamesKeys, readGeonamesLine } from '../core/places/geonames.ts'
import { indexWriter } from '../core/places/index-bytes.ts'
import { fingerprint, readTransliteration } from '../core/places/key.ts'
import { GazetteerError, gazetteerTables, importedIndexPath } from './gazetteer.ts'

/** What an import did. `bytes` is the size of the index on disk. */
export interface ImportSummary { readonly path: string; readonly lines: number; readonly places: number; readonly skipped: number; readonly damaged: number; readonly bytes: number }

export interface ImportOptions {
  /** Where the index goes; the user's data folder if not given. */
  readonly to?: string
  /** What the index says it was made from; the file's name if not given. */
  readonly source?: string
  readonly onProgress?: (lines: number, places: number) => void
}

/** Lines looked at before a file is judged not to be a GeoNames dump, and lines between two calls of onProgress. */
const TRIAL_LINES = 100, PROGRESS_LINES = 50_000

/**
 * Imports allCountries.txt, a country's file or cities500.txt (tab-separated, 19 columns, UTF-8, unzipped), a line at a time.
 * The index is written beside its final name and then moved, so that a broken import leaves the old one in place.
 * Throws GazetteerError: gazetteer-missing, gazetteer-format (not a GeoNames file), gazetteer-empty (no place kept), gazetteer-unwritable.
 */
export async function importGeonames(path: string, options: ImportOptions = {}): Promise<ImportSummary> {
  await mustBeFile(path)
  const tables = gazetteerTables(), countries = readCountries(tables.countries), transliteration = tables.transliteration ?? ''
  const writer = indexWriter(geonamesKeys(code => countries.get(code)?.script ?? '', readTransliteration(transliteration)))
  const counts = { lines: 0, skipped: 0, damaged: 0 }
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    const place = readGeonamesLine(counts.lines === 0 ? line.replace(/^\uFEFF/, '') : line)
    counts.lines++
    if (place === 'damaged') counts.damaged++
    else if (place === null) counts.skipped++
    else writer.add(place)
    if (counts.lines === TRIAL_LINES && counts.damaged === TRIAL_LINES) break
    if (counts.lines % PROGRESS_LINES === 0) options.onProgress?.(counts.lines, writer.size())
  }
  if (counts.damaged > 0 && counts.damaged >= counts.lines - counts.skipped - writer.size() && counts.damaged * 2 > counts.lines) {
    throw new GazetteerError('gazetteer-format', `${path} is not a GeoNames dump: ${counts.damaged} of ${counts.lines} lines read have not its 19 tab-separated columns.`)
  }
  if (writer.size() === 0) throw new GazetteerError('gazetteer-empty', `${path} holds no place that Casus keeps.`)
  const bytes = gzipSync(writer.finish({ source: options.source ?? path.split(/[\\/]/).at(-1)!, transliteration: fingerprint(transliteration) }), { level: 9 })
  const to = options.to ?? importedIndexPath()
  await replaceFile(to, bytes)
  return { path: to, places: writer.size(), bytes: bytes.length, ...counts }
}

async function mustBeFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new GazetteerError('gazetteer-missing', `There is no file ${path}.`)
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${process.pid}.part`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(part, bytes)
    await rename(part, path)
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined)
    throw new GazetteerError('gazetteer-unwritable', `The gazetteer index cannot be written to ${path}: ${(cause as Error).message}.`, { cause })
  }
}
