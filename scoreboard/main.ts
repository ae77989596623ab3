/** `npm run score`: measures Casus on public corpora, prints one table, keeps the figures, and fails where one fell. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { CliError, messageOf } from '../src/cli/errors.ts'
import { nearest } from '../src/core/lexicon/nearest.ts'
import { readArguments, type Invocation, type Option } from '../src/cli/options.ts'
import type { Board, Part } from './board.ts'
import { BOARDS } from './boards.ts'
import { filesOf, type Reading } from './measure.ts'
import { bootstrap } from './metrics/bootstrap.ts'
import { runAll } from './pool.ts'
import { page } from './report/page.ts'
import { HEAD, mistakeLines, readingRows } from './report/table.ts'
import { fallsIn, joined, ordered, type Fall, type Scores } from './scores.ts'
import type { Reply, Task } from './worker.ts'

const ROOT = join(import.meta.dirname, '..'), KEPT = join(ROOT, 'scoreboard', 'scores.json'), PAGE = join(ROOT, 'docs', 'scoreboard.md')

const isCount = (value: string): string | null => /^[1-9]\d{0,6}$/.test(value) ? null : `${JSON.stringify(value)} is not a number of 1 or more.`

const OPTIONS: readonly Option[] = [
  { name: 'corpora', value: 'DIR', help: 'The folder of corpora (CASUS_CORPORA, or ../shared/corpora).' },
  { name: 'gold', value: 'DIR', help: 'Another folder of gold reports; its figures are shown and not kept.' },
  { name: 'only', value: 'NAME', help: 'One board.' },
  { name: 'split', value: 'SPLIT', choices: ['dev', 'test'], help: 'One split.' },
  { name: 'errors', value: 'N', help: 'Show so many mistakes of each board; keep nothing.', check: isCount },
  { name: 'output', value: 'FILE', help: 'With --only: measure this raw output of another system (muc4, muc4-gtt) in place of Casus; keep nothing.' },
  { name: 'check', help: 'Compare with scores.json, on samples of large corpora; exit 1 where a figure fell.' },
  { name: 'dry', help: 'Keep nothing.' },
  { name: 'jobs', value: 'N', help: 'Processes (2).', check: isCount },
  { name: 'help', short: 'h', help: 'Show this help.' },
]

interface Job { readonly board: Board; readonly part: Part; readonly files: readonly (readonly string[])[] }

const say = (line: string): void => { process.stdout.write(`${line}\n`) }

function readScores(): Scores {
  try { return JSON.parse(readFileSync(KEPT, 'utf8')) as Scores } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return { scores: [], speeds: [] }
    throw thrown
  }
}

/** The boards that were asked for; `--gold` is the gold board on another folder, alone. */
function boardsFor(given: Invocation): readonly Board[] {
  const only = given.text('only') ?? (given.text('gold') === null ? null : 'gold')
  if (only === null) return BOARDS
  const board = BOARDS.find(b => b.name === only)
  if (board === undefined) {
    const near = nearest(only, BOARDS.map(b => b.name))
    throw new CliError('option-value', `There is no board ${only}.${near === null ? ` Boards: ${BOARDS.map(b => b.name).join(', ')}.` : ` Did you mean ${near}?`}`)
  }
  const other = given.text('gold')
  return [other === null ? board : { ...board, parts: [{ name: basename(resolve(other)), split: 'dev', files: [join(resolve(other), '*.json'), ...board.parts[0]!.files.slice(1)] }] }]
}

/** The jobs whose files are there; says which are not. */
function jobsFor(given: Invocation): readonly Job[] {
  const folder = resolve(given.text('corpora') ?? process.env['CASUS_CORPORA'] ?? join(ROOT, '..', 'shared', 'corpora')), split = given.text('split')
  return boardsFor(given).flatMap(board => board.parts.filter(p => split === null || p.split === split).flatMap((part): readonly Job[] => {
    const found = filesOf(part, folder)
    if ('files' in found) return [{ board, part, files: found.files }]
    say(`absent: ${board.name} ${part.name} needs ${found.absent} under ${folder}`)
    return []
  }))
}

/** Measures a file of another system's answers on the parts of the one board that was asked for. */
function scoreOutput(given: Invocation, file: string): number {
  if (given.text('only') === null) throw new CliError('option-value', '--output needs --only: the board to measure the file on.')
  const output = readFileSync(file, 'utf8')
  say(HEAD)
  for (const { board, part, files } of jobsFor(given)) {
    if (board.measureOutput === undefined) throw new CliError('option-value', `Board ${board.name} reads no output of other systems.`)
    const figures = board.measureOutput({ part, files }, output).map(m => ({ metric: m.metric, ...bootstrap(m) }))
    for (const line of readingRows({ board: board.name, part: part.name, figures, mistakes: [], seconds: 0, documents: 0, sentences: 0, crashes: 0 }, board)) say(line)
  }
  return 0
}

/** Measures the jobs and answers 0, or 1 where a board failed or a figure fell. */
async function score(given: Invocation): Promise<number> {
  const jobs = jobsFor(given), check = given.on('check'), errors = Number(given.text('errors') ?? 0), kept = readScores()
  const keeps = !check && !given.on('dry') && errors === 0 && given.text('gold') === null
  const readings = new Map<string, Reading>(), falls: Fall[] = []
  let scores = kept, failed = 0
  const finish = (job: Job, sampled: boolean, reading: Reading): void => {
    const key = `${job.board.name} ${job.part.name}`, whole = readings.get(key)
    if (whole === undefined) { readings.set(key, reading); for (const line of readingRows(reading, job.board)) say(line); for (const line of mistakeLines(reading.mistakes, errors)) say(line) }
    if (check) falls.push(...fallsIn(reading, kept, job.board))
    if (keeps) scores = joined(scores, whole ?? reading, sampled ? reading : whole ?? reading)
  }
  say(HEAD)
  const rounds = check ? [true] : keeps ? [false, true] : [false]
  for (const sampled of rounds) {
    const tasks = new Map(jobs.filter(job => check || !sampled || job.board.sample !== null).map((job): [Task, Job] => [{ board: job.board.name, part: job.part, files: job.files, sample: sampled ? job.board.sample : null }, job]))
    await runAll([...tasks.keys()], Number(given.text('jobs') ?? 2), (task: Task, reply: Reply) => {
      if ('reading' in reply) finish(tasks.get(task)!, sampled, reply.reading)
      else { failed++; say(`FAILED: ${task.board} ${task.part.name}: ${reply.failed}`) }
    })
  }
  if (keeps) keep(scores)
  for (const fall of falls) say(`FELL: ${fall.board} ${fall.part} ${fall.metric} from ${fall.was} to ${fall.is ?? 'nothing'}, by more than its noise ${fall.noise}`)
  say(`${jobs.length} parts measured, ${failed} failed${check ? `, ${falls.length} figures fell` : ''}`)
  return failed + falls.length > 0 ? 1 : 0
}

function keep(scores: Scores): void {
  const kept = ordered(scores, BOARDS)
  const lines = (rows: readonly object[]): string => rows.map(row => `    ${JSON.stringify(row)}`).join(',\n')
  writeFileSync(KEPT, `{\n  "scores": [\n${lines(kept.scores)}\n  ],\n  "speeds": [\n${lines(kept.speeds)}\n  ]\n}\n`)
  writeFileSync(PAGE, page(BOARDS, kept))
}

try {
  const given = readArguments(process.argv.slice(2), OPTIONS)
  if (given.on('help')) for (const o of OPTIONS) say(`  --${`${o.name} ${o.choices?.join('|') ?? o.value ?? ''}`.padEnd(20)} ${o.help}`)
  else process.exitCode = given.text('output') === null ? await score(given) : scoreOutput(given, given.text('output')!)
} catch (thrown) {
  process.stderr.write(`score: ${messageOf(thrown)}${thrown instanceof CliError ? ` [${thrown.code}]` : ''}\n`)
  process.exitCode = thrown instanceof CliError ? thrown.exit : 3
}
