/** Takes a data package of Casus into a store: reports, analyses, decisions; incidents are read anew from them. */
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Analysis, Decision } from '../core/model/index.ts'
import type { NewDocument, Store } from '../store/index.ts'
import { batches } from './dataset.ts'
import { ExportError } from './errors.ts'
import { LAYERS, PACKAGE_FILE, PACKAGE_VERSION } from './package.ts'

export interface Imported { readonly documents: number; readonly analyses: number; readonly decisions: number }

const BATCH = 100

/** Reads a package from `folder`. What the store holds already is left as it is, so an import that was cut off can be run again. */
export async function importPackage(folder: string, store: Store, by: string, progress?: (documents: number) => void): Promise<Imported> {
  await checkPackage(folder)
  let documents = 0, analyses = 0
  for await (const batch of batches(linesOf<NewDocument>(folder, LAYERS.reports, d => typeof d.text === 'string'), BATCH)) {
    const added = await store.documents.add(batch, by)
    documents += added.filter(a => a.outcome === 'added').length
    progress?.(documents)
  }
  for await (const batch of batches(linesOf<Analysis>(folder, LAYERS.analyses, a => a.version === 1 && Array.isArray(a.events)), BATCH)) analyses += await store.analyses.put(batch)
  const decisions: Decision[] = []
  for await (const decision of linesOf<Decision>(folder, LAYERS.decisions, d => typeof d.id === 'string' && typeof d.kind === 'string')) decisions.push(decision)
  if (decisions.length > 0) await store.decisions.append(decisions)
  await store.incidents.refresh()
  return { documents, analyses, decisions: decisions.length }
}

async function checkPackage(folder: string): Promise<void> {
  let version: unknown
  try { version = (JSON.parse(await readFile(join(folder, PACKAGE_FILE), 'utf8')) as { version?: unknown }).version }
  catch (cause) { throw new ExportError('package-unreadable', `${folder} is no data package of Casus: ${PACKAGE_FILE} is missing or damaged.`, { cause }) }
  if (Number(version) > PACKAGE_VERSION) throw new ExportError('package-newer', `${folder} was made by a newer Casus (layout ${String(version)}, this one reads up to ${PACKAGE_VERSION}). Update Casus.`)
  if (!existsSync(join(folder, LAYERS.reports))) throw new ExportError('package-without-texts', `${folder} was written without the texts of its reports. Ask for a package written with texts.`)
}

async function* linesOf<T>(folder: string, file: string, fits: (value: T) => boolean): AsyncGenerator<T> {
  const path = join(folder, file)
  if (!existsSync(path)) throw new ExportError('package-unreadable', `${file} is missing in ${folder}. The package is not whole: copy it again.`)
  let number = 0
  for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    number++
    if (text.trim() !== '') yield parsed<T>(text, `${file} line ${number}`, fits)
  }
}

function parsed<T>(text: string, where: string, fits: (value: T) => boolean): T {
  let value: T
  try { value = JSON.parse(text) as T }
  catch (cause) { throw new ExportError('package-unreadable', `${where} is no JSON. The package is damaged: copy it again.`, { cause }) }
  if (typeof value !== 'object' || value === null || !fits(value)) throw new ExportError('package-unreadable', `${where} does not have the shape it should have. The package is damaged: copy it again.`)
  return value
}
