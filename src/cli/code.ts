/** `casus code`: codes reports and writes an analysis for each, in order. */
import type { Analysis, Report } from '../index.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { loadLibrary, type Library } from './library.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import { formatGiven, type Format } from './format.ts'
import { readReports } from './input.ts'
import type { Invocation } from './options.ts'
import { reportTable } from './table.ts'
import type { ColourChoice, Terminal } from './terminal.ts'

export const code: Command = {
  name: 'code',
  summary: 'Code reports: who did what to whom, where, when, according to whom',
  usage: '[FILE|FOLDER|-]...',
  about: [
    'Reads reports and writes one analysis for each, in the order of the input. A file is plain text (.txt, .md, .html), one report in JSON (.json) or a report a line (.jsonl, .ndjson); a folder stands for the files of these kinds in it; - is standard input, plain text or JSON.',
    'A report in JSON is {"id", "url", "publisher", "title", "published", "text"}, of which only "text" is needed. The day it was published matters: "on Monday" is counted from it.',
    'On a terminal the result is a table, on a pipe NDJSON. An input that cannot be read gives a line on standard error, the rest goes on, and the exit status is 1.',
  ],
  options: [
    { name: 'format', short: 'f', value: 'FORM', choices: ['table', 'ndjson', 'json'], help: 'Table for reading, one analysis a line, or one indented JSON list. Default: table on a terminal, ndjson on a pipe.' },
    SHARED.lines, SHARED.published, SHARED.title,
    { name: 'id', value: 'ID', help: 'Id of the report, where the input has none. Default: the name of the file; with :LINE added for a report a line.' },
    { name: 'text', help: 'Put the text of the report into the analysis.' },
    { name: 'quiet', short: 'q', help: 'No progress and no summary.' },
    SHARED.colour, SHARED.help,
  ],
  examples: [
    { line: 'casus code examples', does: 'code the bundled reports and show a table' },
    { line: 'casus code report.txt --published 2024-01-20', does: 'code a text file' },
    { line: 'casus code - < reports.ndjson > analyses.ndjson', does: 'code many reports, a report a line' },
    { line: 'casus code reports.ndjson --format ndjson | jq .events[].summary', does: 'one line an event' },
  ],
  run: runCode,
}

interface Tally { reports: number; events: number; failed: number; exit: Exit; shown: number; readonly started: number }

async function runCode(given: Invocation, terminal: Terminal): Promise<Exit> {
  const paths = pathsOf(given, terminal)
  const format = formatGiven(given, terminal)
  const show = shower(format, given, terminal)
  const tally: Tally = { reports: 0, events: 0, failed: 0, exit: EXIT.ok, shown: 0, started: Date.now() }
  const options = { text: given.on('text') }
  let library: Library | null = null
  if (format === 'json') await terminal.out('[')
  for await (const found of readReports(paths, { id: given.text('id'), title: given.text('title'), published: given.text('published') }, terminal.stdin)) {
    if (terminal.closed()) return EXIT.ok
    if ('error' in found) { fail(found.where, found.error, tally, terminal); continue }
    library ??= await loadLibrary()
    const analysis = library.analyse(found.report, options)
    await terminal.out(show(found.report, analysis, tally.reports === 0))
    tally.reports++
    tally.events += analysis.events.length
    if (!given.on('quiet')) progress(tally, terminal)
  }
  if (format === 'json') await terminal.out(tally.reports === 0 ? ']\n' : '\n]\n')
  if (format === 'table' && !given.on('quiet')) terminal.err(summary(tally))
  terminal.progress('')
  return tally.exit
}

function pathsOf(given: Invocation, terminal: Terminal): readonly string[] {
  if (given.text('id') !== null && given.args.length > 1) throw new CliError('option-value', '--id names one input, and several are given.')
  if (given.args.length > 0) return given.args
  if (terminal.stdin.isTTY === true) throw new CliError('argument-missing', 'Give a file, a folder, or - for standard input.')
  return ['-']
}

function fail(where: string, error: CliError, tally: Tally, terminal: Terminal): void {
  terminal.err(`casus: ${clean(where)}: ${clean(error.message)} [${error.code}]`)
  tally.failed++
  tally.exit = EXIT.some
}

function shower(format: Format, given: Invocation, terminal: Terminal): (report: Report, analysis: Analysis, first: boolean) => string {
  const look = { width: terminal.width, paint: terminal.paint((given.text('color') ?? 'auto') as ColourChoice) }
  if (format === 'table') return (report, analysis) => `${reportTable(report, analysis, look)}\n`
  if (format === 'ndjson') return (_, analysis) => `${safeJson(analysis)}\n`
  return (_, analysis, first) => `${first ? '' : ','}\n${safeJson(analysis, 2).replace(/^/gm, '  ')}`
}

/** Milliseconds before progress is shown, and between two showings. */
const PATIENCE = 2000, PACE = 200

function progress(tally: Tally, terminal: Terminal): void {
  const passed = Date.now() - tally.started
  if (passed < Math.max(PATIENCE, tally.shown + PACE) || terminal.outIsTerminal) return
  tally.shown = passed
  terminal.progress(`${summary(tally)} · ${(tally.reports * 1000 / passed).toFixed(1)} reports/s`)
}

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`
const summary = ({ reports, events, failed }: Tally): string => [plural(reports, 'report'), plural(events, 'event'), ...failed === 0 ? [] : [`${failed} not read`]].join(' · ')
