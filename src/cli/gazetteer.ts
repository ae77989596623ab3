/** `casus gazetteer`: looks place names up, imports a GeoNames file, says where the import is kept. */
import { existsSync, statSync } from 'node:fs'
import type { GazetteerPlace } from '../core/places/gazetteer.ts'
import { importGeonames } from '../resources/gazetteer-import.ts'
import { GazetteerError, importedIndexPath, loadGazetteer } from '../resources/gazetteer.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import { formatGiven } from './format.ts'
import type { Invocation } from './options.ts'
import type { Terminal } from './terminal.ts'
import { clip, pad, widthOf } from './width.ts'

export const gazetteer: Command = {
  name: 'gazetteer',
  summary: 'Look up place names; import GeoNames',
  usage: 'NAME...\nimport FILE\nwhere',
  about: [
    'NAME... lists the places of that name: our own tables first, then by population. The names of one place may be written in many ways; transliterations meet.',
    'import FILE reads a file of GeoNames as published (allCountries.txt or a country\'s, unzipped, from the export server of geonames.org) into an index that is used from then on. where says where that index is kept; to undo an import, delete it.',
  ],
  options: [
    { name: 'country', short: 'c', value: 'CC', help: 'Only places of this country (two letters, ISO 3166-1).', check: value => /^[A-Za-z]{2}$/.test(value) ? null : 'a country is two letters, such as IQ.' },
    { name: 'limit', short: 'n', value: 'N', help: 'At most so many places a name. Default: 10.', check: value => /^[1-9]\d{0,5}$/.test(value) ? null : 'the limit is a whole number from 1 on.' },
    { name: 'format', short: 'f', value: 'FORM', choices: ['table', 'ndjson'], help: 'Default: table on a terminal, ndjson on a pipe.' },
    SHARED.lines, SHARED.help,
  ],
  examples: [
    { line: 'casus gazetteer Hodeidah Goma', does: 'two names' },
    { line: 'casus gazetteer "Al Qaim" --country IQ', does: 'a name of two words, in Iraq' },
    { line: 'casus gazetteer import IQ.txt', does: 'use all of GeoNames for Iraq' },
  ],
  run: runGazetteer,
}

async function runGazetteer(given: Invocation, terminal: Terminal): Promise<Exit> {
  const [first, ...rest] = given.args
  if (first === undefined) throw new CliError('argument-missing', 'Give a name, or import FILE, or where.')
  try {
    if (first === 'where' && rest.length === 0) return await where(terminal)
    if (first === 'import') return await importFile(rest, terminal)
    return await lookUp(given, terminal)
  } catch (thrown) {
    if (!(thrown instanceof GazetteerError)) throw thrown
    throw new CliError(first === 'import' ? 'import-failed' : 'resource-damaged', thrown.message, { cause: thrown })
  }
}

async function where(terminal: Terminal): Promise<Exit> {
  const path = importedIndexPath()
  await terminal.out(`${path}\n`)
  terminal.err(existsSync(path) ? `An import of ${(statSync(path).size / 1e6).toFixed(1)} MB is in use.` : 'Nothing is imported; the shipped index is in use.')
  return EXIT.ok
}

async function importFile(files: readonly string[], terminal: Terminal): Promise<Exit> {
  if (files[0] === undefined) throw new CliError('argument-missing', 'Give the GeoNames file to import.')
  if (files.length > 1) throw new CliError('argument-extra', 'One file is imported at a time and takes the place of the last; allCountries.txt holds them all.')
  const made = await importGeonames(files[0], { onProgress: (lines, places) => terminal.progress(`${lines} lines · ${places} places`) })
  await terminal.out(`${made.places} places of ${made.lines} lines imported into ${made.path} (${(made.bytes / 1e6).toFixed(1)} MB); ${made.damaged} damaged lines passed over\n`)
  return EXIT.ok
}

async function lookUp(given: Invocation, terminal: Terminal): Promise<Exit> {
  const known = loadGazetteer(), country = given.text('country')?.toUpperCase() ?? null, limit = Number(given.text('limit') ?? 10)
  const format = formatGiven(given, terminal)
  let exit: Exit = EXIT.ok
  for (const name of given.args) {
    const exact = known.lookup(name).filter(p => country === null || p.country === country)
    const places = (exact.length > 0 || country === null ? exact : known.lookupLoose(name, [country])).slice(0, limit)
    if (places.length === 0) {
      terminal.err(`casus: The gazetteer does not know ${JSON.stringify(clean(name))}${country === null ? '' : ` in ${country}`}. [place-unknown]`)
      exit = EXIT.some
    } else await terminal.out(format === 'table' ? placeTable(places, terminal.width) : places.map(p => `${safeJson({ query: name, ...wire(p) })}\n`).join(''))
  }
  return exit
}

const wire = ({ id, name, country, admin1, latitude, longitude, precision, population }: GazetteerPlace): object => ({ id, name, country, admin1, latitude, longitude, precision, population })

function placeTable(places: readonly GazetteerPlace[], width: number): string {
  const rows = [['id', 'name', 'country', 'admin1', 'latitude', 'longitude', 'precision', 'population'], ...places.map(p => [p.id, p.name, p.country ?? '', p.admin1 ?? '', p.latitude?.toFixed(4) ?? '', p.longitude?.toFixed(4) ?? '', p.precision, p.population > 0 ? `${p.population}` : ''].map(clean))]
  const widths = rows[0]!.map((_, i) => Math.min(30, Math.max(...rows.map(row => widthOf(row[i]!)))))
  return `${rows.map(row => clip(row.map((cell, i) => pad(clip(cell, widths[i]!), widths[i]!)).join('  ').trimEnd(), width)).join('\n')}\n\n`
}
