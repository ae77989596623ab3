/** `casus explain`: shows which rule or model decision made each field of an event, and on which words. */
import type { Event, Explained, Report, Step } from '../index.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { contextOf } from './context.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import { readReports } from './input.ts'
import { loadLibrary } from './library.ts'
import type { Invocation } from './options.ts'
import { paintLine, piece } from './style.ts'
import { labelled, type Look } from './table.ts'
import type { ColourChoice, Terminal } from './terminal.ts'
import { clip, pad, widthOf } from './width.ts'
import { withStore } from './with-store.ts'
import { kind } from './words.ts'

export const explain: Command = {
  name: 'explain',
  summary: 'Show the rules behind an event, field by field, with the words',
  usage: 'FILE [EVENT]',
  about: [
    'Codes the report in FILE (- for standard input) and lists for every field of the event the rule or model decision that made it and the words it rests on. Without EVENT every event is explained, and then the candidates that were found and let go, with what spoke against them.',
  ],
  options: [
    { name: 'report', value: 'ID', help: 'Which report, where FILE holds several. Default: the first.' },
    { name: 'store', value: 'FILE|URL', help: 'Code as for this store: with the actors and places that its people added. Default: as Casus ships.' },
    { name: 'format', short: 'f', value: 'FORM', choices: ['table', 'ndjson'], help: 'Table for reading, or one step a line. Default: table.' },
    SHARED.lines,
    SHARED.published, SHARED.title, SHARED.colour, SHARED.help,
  ],
  examples: [
    { line: 'casus explain examples/market-raid.json e1', does: 'the first event of a report' },
    { line: 'casus explain reports.ndjson --report wire-17', does: 'every event of one report among many' },
  ],
  run: runExplain,
}

async function runExplain(given: Invocation, terminal: Terminal): Promise<Exit> {
  const [file, wanted, extra] = given.args
  if (file === undefined) throw new CliError('argument-missing', 'Give the file of the report to explain.')
  if (extra !== undefined) throw new CliError('argument-extra', `One event at a time: ${JSON.stringify(extra)} is too much.`)
  const report = await findReport(file, given, terminal)
  if (given.text('store') !== null) await withStore(given, async store => { (await import('../resources/load.ts')).useOwn(await store.own.now()) })
  const { analyseWithTrail } = await loadLibrary()
  const explained = analyseWithTrail(report), { events } = explained.analysis
  const chosen = wanted === undefined ? events : events.filter(e => e.id === wanted)
  if (wanted !== undefined && chosen.length === 0) throw new CliError('event-unknown', `The report has no event ${wanted}; it has ${events.length === 0 ? 'none' : events.map(e => e.id).join(', ')}.`)
  const look: Look = { width: terminal.width, paint: terminal.paint((given.text('color') ?? 'auto') as ColourChoice) }
  if (given.text('format') === 'ndjson' || given.on('json')) for (const step of explained.trail.filter(s => chosen.some(e => e.id === s.event))) await terminal.out(`${safeJson(step)}\n`)
  else await terminal.out(page(report, explained, chosen, wanted === undefined, look))
  return EXIT.ok
}

async function findReport(file: string, given: Invocation, terminal: Terminal): Promise<Report> {
  const id = given.text('report')
  for await (const found of readReports([file], { id: null, title: given.text('title'), published: given.text('published') }, terminal.stdin)) {
    if ('report' in found && (id === null || found.report.id === id)) return found.report
    if ('error' in found && id === null) throw new CliError(found.error.code, `${found.where}: ${found.error.message}`, { cause: found.error })
  }
  throw new CliError('report-unknown', `${file} holds no report ${id ?? 'at all'}.`)
}

function page(report: Report, explained: Explained, events: readonly Event[], withDropped: boolean, look: Look): string {
  const parts = events.flatMap(event => [...eventPage(report, event, explained.trail.filter(s => s.event === event.id), look), ''])
  return `${[...parts, ...withDropped ? droppedPage(report, explained, look) : []].join('\n')}\n`
}

function eventPage(report: Report, event: Event, steps: readonly Step[], look: Look): readonly string[] {
  const { paint, width } = look, fields = Math.max(5, ...steps.map(s => widthOf(s.field))), room = width - fields - 4
  const head = `${event.id}  ${kind(event)} · ${event.status} · confidence ${event.confidence.toFixed(2)}`
  const rows = steps.flatMap(({ field, rule, span }, i) => [
    `  ${paint(pad(i > 0 && steps[i - 1]!.field === field ? '' : clean(field), fields), 'strong')}  ${paint(clip(clean(rule), room), 'dim')}`,
    ...span === null ? [] : [`  ${' '.repeat(fields)}  ${paintLine(contextOf(report.text, span, [{ ...span, style: 'event', bracket: true }], room), paint)}`],
  ])
  return [paint(clip(head, width), 'event'), ...clip(clean(event.summary), width) === '' ? [] : [clip(clean(event.summary), width)], '', ...rows]
}

function droppedPage(report: Report, { dropped }: Explained, look: Look): readonly string[] {
  if (dropped.length === 0) return []
  return [look.paint('Found and let go:', 'strong'), ...dropped.flatMap(({ type, span, confidence, reasons }) => [
    `  ${type} · confidence ${confidence.toFixed(2)} · ${clip(reasons.map(clean).join(', '), look.width - 30)}`,
    ...labelled('', [...contextOf(report.text, span, [{ ...span, style: 'event', bracket: true }], look.width - 14), piece('')], look),
  ])]
}
