/** `casus export` and `casus import`: the dataset to other forms, and a data package back into a store. */
import { FORMATS } from '../export/index.ts'
import { safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import { AS_OF, asOfGiven, FILTER, filterOf } from './filters.ts'
import type { Invocation } from './options.ts'
import { progressOf } from './progress.ts'
import type { Terminal } from './terminal.ts'
import { version } from '../resources/version.ts'
import { personOf, withStore } from './with-store.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write the dataset in another form, with its codebook',
  usage: '--format NAME --out FOLDER',
  about: ['Writes the incidents of the store into a folder, in a form that other tools read, with a codebook beside them and, where a schema of other people cannot hold something, a sidecar. See docs/exports.md.', `Forms: ${FORMATS.map(f => `${f.name} (${f.summary})`).join('; ')}.`],
  options: [SHARED.store, { name: 'format', short: 'f', value: 'NAME', choices: FORMATS.map(f => f.name), help: 'The form.' }, { name: 'out', short: 'o', value: 'FOLDER', help: 'Where to write: a new or empty folder, or one with an earlier export of the same form.' }, FILTER, AS_OF, { name: 'no-texts', help: 'Leave the texts of the reports out of a data package.' }, SHARED.json, { name: 'quiet', short: 'q', help: 'No progress and no summary.' }, SHARED.help],
  examples: [{ line: 'casus export --format acled-csv --out acled --filter country=SD --filter date__gte=2024-01-01', does: "write Sudan since 2024 in ACLED's columns" }, { line: 'casus export --format datapackage --out package', does: 'write everything' }],
  run: runExport,
}

async function runExport(given: Invocation, terminal: Terminal): Promise<Exit> {
  const format = FORMATS.find(f => f.name === given.text('format')), out = given.text('out')
  if (format === undefined) throw new CliError('argument-missing', `Give a form: --format ${FORMATS.map(f => f.name).join(', ')}.`)
  if (out === null) throw new CliError('argument-missing', 'Give the folder to write to: --out FOLDER.')
  const filters = given.texts('filter').map(filterOf)
  return await withStore(given, async store => {
    const [{ datasetOf, folderSink }, { buildCodebookLexicon }, { loadTables }] = await Promise.all([import('../export/index.ts'), import('../core/codebooks/index.ts'), import('../resources/load.ts')])
    const asOf = asOfGiven(given), show = progressOf(terminal, 'incidents', given.on('quiet')), { total } = await store.incidents.query({ filters, size: 1, count: true, ...asOf === undefined ? {} : { asOf } })
    const sink = await folderSink(out, name => format.files.includes(name))
    const context = { dataset: datasetOf(store, filters, asOf), lexicon: buildCodebookLexicon(loadTables()), engine: { name: 'casus', version: version() }, made: new Date().toISOString(), texts: !given.on('no-texts'), progress: (n: number) => { show(n, total) } }
    try {
      const summary = await format.write(context, sink)
      terminal.progress('')
      if (given.on('json')) await terminal.out(`${safeJson({ ...summary, files: format.files })}\n`)
      else if (!given.on('quiet')) await terminal.out(`${summary.written} incidents in ${out}/${format.main}${summary.left > 0 ? `; ${summary.left} that the form cannot hold stand in the sidecar with the reason` : ''}.\n`)
    } finally { await sink.abandon() }
    return EXIT.ok
  })
}

export const importCommand: Command = {
  name: 'import',
  summary: 'Take a data package of Casus into the store',
  usage: 'FOLDER',
  about: ['Takes in reports, analyses and decisions of a data package and reads incidents from them: the dataset is the same as where the package was made. What the store has is left as it is.'],
  options: [SHARED.store, { name: 'by', value: 'NAME', help: 'Who takes it in. Default: your account.' }, SHARED.json, { name: 'quiet', short: 'q', help: 'No progress and no summary.' }, SHARED.help],
  examples: [{ line: 'casus init --store copy.casus && casus import package --store copy.casus', does: 'make the same dataset again' }],
  run: (given, terminal) => {
    const [folder] = given.args
    if (folder === undefined) throw new CliError('argument-missing', 'Give the folder of the data package.')
    return withStore(given, async store => {
      const { importPackage } = await import('../export/index.ts'), show = progressOf(terminal, 'reports', given.on('quiet'))
      const done = await importPackage(folder, store, personOf(given), n => { show(n, null) })
      terminal.progress('')
      if (given.on('json')) await terminal.out(`${safeJson(done)}\n`)
      else if (!given.on('quiet')) await terminal.out(`${done.documents} new reports, ${done.analyses} analyses, ${done.decisions} decisions.\n`)
      return EXIT.ok
    })
  },
}
