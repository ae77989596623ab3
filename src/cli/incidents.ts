/** `casus incidents`: shows the incidents of a store, or brings the events of analyses in files together. */
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { Analysis, Decision, Incident, PairDecision } from '../index.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import { eventNamed } from './event-name.ts'
import { AS_OF, FILTER } from './filters.ts'
import { formatGiven } from './format.ts'
import { incidentTable, pairTable } from './incident-table.ts'
import { filesOf, isBlank, readingError } from './input.ts'
import { loadIncidents } from './library.ts'
import { MAX_BYTES, splitLines } from './lines.ts'
import type { Invocation } from './options.ts'
import { decode, parseJson } from './report.ts'
import { LIMIT, SORT, storedEvent, storedIncidents } from './stored-incidents.ts'
import type { Look } from './table.ts'
import type { ColourChoice, Terminal } from './terminal.ts'
import { asAnalysis, asDecision } from './wire.ts'
import { beginsHere, withStore } from './with-store.ts'

export const incidents: Command = {
  name: 'incidents',
  summary: 'Show the incidents of the store, or bring analyses in files together',
  usage: '[--filter FIELD=VALUE]...\n--pair REPORT/EVENT REPORT/EVENT\nFILE|FOLDER|-... [--pair REPORT/EVENT REPORT/EVENT]',
  about: [
    'Without a file, shows the incidents of the store: which events of which reports are one occurrence, every value of every field with who gives it, the best one with the reason, what is in dispute, a grade and the links to other incidents.',
    'With files, or - for standard input, reads analyses, one a line, as casus code writes them, and brings them together without a store. The order of the reports makes no difference. Reports that copy one text count once; that shows only where the analyses hold their texts (casus code --text).',
    '--pair tells why two events are taken for one occurrence or not: give the first after --pair and the second as the last argument.',
    'On a terminal the result is a table, on a pipe NDJSON. A line that is no analysis gives a line on standard error, the rest goes on, and the exit status is 1.',
  ],
  options: [
    SHARED.store, FILTER, SORT, LIMIT, AS_OF,
    { name: 'several', help: 'Only incidents that more than one report tells of.' },
    { name: 'pair', value: 'REPORT/EVENT', help: 'Explain the decision on this event and the one named by the last argument.' },
    { name: 'decisions', value: 'FILE', help: 'Decisions of people on analyses in files, one a line in JSON: merges, splits, corrections and the like.' },
    { name: 'format', short: 'f', value: 'FORM', choices: ['table', 'ndjson'], help: 'Table for reading, or one incident a line. Default: table on a terminal, ndjson on a pipe.' },
    SHARED.lines,
    { name: 'quiet', short: 'q', help: 'No summary.' },
    SHARED.colour, SHARED.help,
  ],
  examples: [
    { line: 'casus incidents --filter country=ML --filter killed__gte=10', does: 'show incidents of the store' },
    { line: 'casus incidents --pair wire-17/e1 daily-4/e2', does: 'tell why two events of the store are one occurrence or not' },
    { line: 'casus code reports.ndjson --text | casus incidents - > incidents.ndjson', does: 'from reports to incidents, without a store' },
  ],
  run: (given, terminal) => {
    if (given.text('pair') !== null && given.args.length === 0) throw new CliError('argument-missing', 'Give the second event as the last argument: --pair REPORT/EVENT REPORT/EVENT.')
    return given.args.length === (given.text('pair') === null ? 0 : 1) ? showStored(given, terminal) : showFiles(given, terminal)
  },
}

/** How incidents are shown: as a table or a line each. */
function shownAs(given: Invocation, terminal: Terminal): { readonly asTable: boolean; readonly look: Look } {
  return { asTable: formatGiven(given, terminal) === 'table', look: { width: terminal.width, paint: terminal.paint((given.text('color') ?? 'auto') as ColourChoice) } }
}

async function showStored(given: Invocation, terminal: Terminal): Promise<Exit> {
  const { asTable, look } = shownAs(given, terminal)
  if (given.text('decisions') !== null) throw new CliError('option-value', '--decisions goes with files; the store has decisions of its own.')
  if (beginsHere(given)) throw new CliError('store-missing', 'There is no store in this folder; casus init makes one. Analyses are read from files, or from standard input where - is given.')
  return await withStore(given, async store => {
    const [other] = given.args
    if (other !== undefined) return await showPair(await storedEvent(store, given.text('pair')!), await storedEvent(store, other), asTable, look, terminal)
    let shown = 0, all = 0
    for await (const { incidents: page, textOf, total } of storedIncidents(store, given, asTable)) {
      shown += await write(page, false, i => (asTable ? incidentTable(i, textOf, look) : `${safeJson(i)}\n`), terminal)
      all = total
      if (terminal.closed()) break
    }
    if (asTable && !given.on('quiet')) terminal.err(shown < all ? `${shown} of ${all} incidents` : `${all} incident${all === 1 ? '' : 's'}`)
    return EXIT.ok
  })
}

async function showFiles(given: Invocation, terminal: Terminal): Promise<Exit> {
  const wrong = ['store', 'filter', 'sort', 'limit', 'as-of'].find(name => given.text(name) !== null)
  if (wrong !== undefined) throw new CliError('option-value', `--${wrong} goes with a store, and files are given.`)
  const pair = given.text('pair'), paths = pair === null ? given.args : given.args.slice(0, -1)
  const { found: analyses, failed } = await readLines(paths, asAnalysis, terminal)
  const decided = await decisionsOf(given, terminal), exit = failed + decided.failed > 0 ? EXIT.some : EXIT.ok
  const library = await loadIncidents(), { asTable, look } = shownAs(given, terminal)
  if (pair !== null) { await showPair(eventOf(analyses, pair), eventOf(analyses, given.args.at(-1)!), asTable, look, terminal); return exit }
  const result = library.readIncidents(analyses, decided.found), texts = new Map(analyses.map(a => [a.document.id, a.document.text]))
  for (const note of result.notes) terminal.err(`casus: ${clean(note.message)} [${note.code}]`)
  const shown = await write(result.incidents, given.on('several'), i => (asTable ? incidentTable(i, document => texts.get(document), look) : `${safeJson(i)}\n`), terminal)
  if (asTable && !given.on('quiet')) terminal.err(`${analyses.length} reports · ${shown} incidents`)
  return exit
}

async function showPair(a: readonly [Analysis, string], b: readonly [Analysis, string], asTable: boolean, look: Look, terminal: Terminal): Promise<Exit> {
  const decision = (await loadIncidents()).decidePair(a, b)
  await terminal.out(asTable ? pairTable(decision!, look) : `${safeJson(decision satisfies PairDecision | null)}\n`)
  return EXIT.ok
}

async function write(all: Iterable<Incident>, several: boolean, show: (incident: Incident) => string, terminal: Terminal): Promise<number> {
  let shown = 0
  for (const incident of all) {
    if (several && new Set(incident.members.map(m => m.document)).size < 2) continue
    if (terminal.closed()) break
    await terminal.out(show(incident))
    shown++
  }
  return shown
}

const decisionsOf = (given: Invocation, terminal: Terminal): Promise<Read<Decision>> => {
  const file = given.text('decisions')
  return file === null ? Promise.resolve({ found: [], failed: 0 }) : readLines([file], asDecision, terminal)
}

/** The analysis and event that a name means. Throws CliError. */
function eventOf(analyses: readonly Analysis[], name: string): readonly [Analysis, string] {
  const { document, event } = eventNamed(name), analysis = analyses.findLast(a => a.document.id === document)
  if (analysis === undefined) throw new CliError('report-unknown', `The input holds no analysis of ${document}.`)
  if (!analysis.events.some(e => e.id === event)) throw new CliError('event-unknown', `The report ${document} has no event ${event}; it has ${analysis.events.map(e => e.id).join(', ') || 'none'}.`)
  return [analysis, event]
}

interface Read<T> { readonly found: readonly T[]; readonly failed: number }

/** The values of JSON lines; what is none gives a line on standard error. */
async function readLines<T>(paths: readonly string[], as: (value: unknown) => T, terminal: Terminal): Promise<Read<T>> {
  const found: T[] = []
  let failed = 0
  const fail = (where: string, error: CliError): void => { failed++; terminal.err(`casus: ${clean(where)}: ${clean(error.message)} [${error.code}]`) }
  for (const path of paths) for await (const file of path === '-' ? ['-'] : filesOf(path)) {
    if (typeof file !== 'string') { if ('error' in file) fail(file.where, file.error); continue }
    const where = file === '-' ? 'stdin' : file, stream: Readable = file === '-' ? terminal.stdin : createReadStream(file)
    try {
      for await (const { number, bytes } of splitLines(stream)) {
        if (bytes !== null && isBlank(bytes)) continue
        try { found.push(as(bytesToJson(bytes))) } catch (thrown) { fail(`${where}:${number}`, readingError(thrown)) }
      }
    } catch (thrown) { fail(where, readingError(thrown)) }
  }
  return { found, failed }
}

function bytesToJson(bytes: Uint8Array | null): unknown {
  if (bytes === null) throw new CliError('line-too-long', `The line is longer than ${MAX_BYTES} bytes.`)
  return parseJson(decode(bytes))
}
