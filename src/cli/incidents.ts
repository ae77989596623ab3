/** `casus incidents`: brings the events of many reports together and writes an incident for each occurrence. */
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { Analysis, Decision, Incident, PairDecision } from '../index.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import { incidentTable, pairTable } from './incident-table.ts'
import { filesOf, isBlank, readingError } from './input.ts'
import { loadIncidents } from './library.ts'
import { MAX_BYTES, splitLines } from './lines.ts'
import type { Invocation } from './options.ts'
import { decode, parseJson } from './report.ts'
import type { Look } from './table.ts'
import type { ColourChoice, Terminal } from './terminal.ts'
import { asAnalysis, asDecision } from './wire.ts'

export const incidents: Command = {
  name: 'incidents',
  summary: 'Bring reports together: one incident for each occurrence, rival claims side by side',
  usage: '[FILE|FOLDER|-]... [--pair DOC:EVENT DOC:EVENT]',
  about: [
    'Reads analyses, one a line, as casus code writes them, and writes the incidents they tell of: which events of which reports are one occurrence, every value of every field with who gives it, the best one with the reason, what is in dispute, a grade and the links to other incidents. The order of the reports makes no difference.',
    'Reports that copy one text count once; that shows only where the analyses hold their texts (casus code --text).',
    '--pair tells why two events are taken for one occurrence or not: give the first after --pair and the second as the last argument.',
    'On a terminal the result is a table, on a pipe NDJSON. A line that is no analysis gives a line on standard error, the rest goes on, and the exit status is 1.',
  ],
  options: [
    { name: 'format', short: 'f', value: 'FORM', choices: ['table', 'ndjson'], help: 'Table for reading, or one incident a line. Default: table on a terminal, ndjson on a pipe.' },
    { name: 'decisions', value: 'FILE', help: 'Decisions of people, one a line in JSON: merges, splits, corrections and the like.' },
    { name: 'pair', value: 'DOC:EVENT', help: 'Explain the decision on this event and the one named by the last argument.' },
    { name: 'several', help: 'Only incidents that more than one report tells of.' },
    { name: 'quiet', short: 'q', help: 'No summary.' },
    SHARED.colour, SHARED.help,
  ],
  examples: [
    { line: 'casus code reports.ndjson --text | casus incidents - > incidents.ndjson', does: 'from reports to incidents' },
    { line: 'casus incidents analyses.ndjson --format table --several', does: 'show what more than one report tells of' },
    { line: 'casus incidents analyses.ndjson --pair wire-17:e1 daily-4:e2', does: 'tell why two events are one occurrence or not' },
  ],
  run: runIncidents,
}

async function runIncidents(given: Invocation, terminal: Terminal): Promise<Exit> {
  const pair = given.text('pair'), other = pair === null ? null : given.args.at(-1) ?? null
  if (pair !== null && other === null) throw new CliError('argument-missing', 'Give the second event as the last argument: --pair DOC:EVENT DOC:EVENT.')
  const paths = pair === null ? given.args : given.args.slice(0, -1)
  if (paths.length === 0 && terminal.stdin.isTTY === true) throw new CliError('argument-missing', 'Give a file of analyses, or - for standard input.')
  const { found: analyses, failed } = await readLines(paths.length === 0 ? ['-'] : paths, asAnalysis, terminal)
  const decided = await decisionsOf(given, terminal), exit = failed + decided.failed > 0 ? EXIT.some : EXIT.ok
  const library = await loadIncidents(), look: Look = { width: terminal.width, paint: terminal.paint((given.text('color') ?? 'auto') as ColourChoice) }
  const asTable = (given.text('format') ?? (terminal.outIsTerminal ? 'table' : 'ndjson')) === 'table'
  if (pair !== null) {
    const decision = library.decidePair(eventNamed(analyses, pair), eventNamed(analyses, other!))
    await terminal.out(asTable ? pairTable(decision!, look) : `${safeJson(decision satisfies PairDecision | null)}\n`)
    return exit
  }
  const result = library.readIncidents(analyses, decided.found)
  for (const note of result.notes) terminal.err(`casus: ${clean(note.message)} [${note.code}]`)
  const shown = await write(result.incidents, given.on('several'), i => (asTable ? incidentTable(i, analyses, look) : `${safeJson(i)}\n`), terminal)
  if (asTable && !given.on('quiet')) terminal.err(`${analyses.length} reports · ${shown} incidents`)
  return exit
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

/** The analysis and event that "DOC:EVENT" names; the last colon parts the two. */
function eventNamed(analyses: readonly Analysis[], name: string): readonly [Analysis, string] {
  const at = name.lastIndexOf(':'), document = name.slice(0, at), event = name.slice(at + 1)
  if (at <= 0) throw new CliError('option-value', `An event is named DOC:EVENT, not ${JSON.stringify(name)}.`)
  const analysis = analyses.findLast(a => a.document.id === document)
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
