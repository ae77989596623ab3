/** `casus doctor`: checks the installation and codes a bundled report to see that everything works. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { Analysis, Report, Span } from '../index.ts'
import { importedIndexPath, readIndexFile } from '../resources/gazetteer.ts'
import { packageFile } from '../resources/package.ts'
import { SHARED, type Command } from './command.ts'
import { EXIT, messageOf, type Exit } from './errors.ts'
import { loadLibrary } from './library.ts'
import type { Invocation } from './options.ts'
import { isPostgres, type Page, type Query } from '../store/index.ts'
import { storeAddress, withStore } from './with-store.ts'
import type { ColourChoice, Terminal } from './terminal.ts'
import { clean, safeJson } from './clean.ts'

export const doctor: Command = {
  name: 'doctor',
  summary: 'Check the installation: Node, models, tables, gazetteer, a trial run, and a store',
  usage: '',
  about: ['Lists what Casus finds of itself, with the sizes and SHA-256 of the models, and codes a bundled report. Where there is a store, it is looked at too: whether what it holds fits together, and how much that is. The exit status is 1 where something is wrong.'],
  options: [SHARED.store, SHARED.json, SHARED.colour, SHARED.help],
  examples: [{ line: 'casus doctor', does: 'check everything' }],
  run: runDoctor,
}

interface Finding { readonly name: string; readonly good: boolean; readonly says: string }
type Check = () => readonly Finding[] | Promise<readonly Finding[]>

const NEEDED_MODELS = ['causality.bin', 'gazetteer.bin.gz', 'parser.bin', 'sentences.bin']
const TRIAL_REPORT = 'market-raid.json'

/** The checks in the order they are shown. */
const CHECKS: readonly (readonly [string, Check])[] = [['node', nodeVersion], ['models', models], ['tables', tables], ['gazetteer', importedGazetteer], ['trial run', trialRun]]

async function runDoctor(given: Invocation, terminal: Terminal): Promise<Exit> {
  const paint = terminal.paint((given.text('color') ?? 'auto') as ColourChoice)
  const found: Finding[] = [], asJson = given.on('json')
  for (const [name, check] of [...CHECKS, ['store', () => storeCheck(given)] as const]) for (const finding of await attempt(name, check)) {
    found.push(finding)
    if (!asJson) await terminal.out(`${finding.good ? paint('ok   ', 'good') : paint('wrong', 'bad')}  ${finding.name.padEnd(10)}  ${clean(finding.says)}\n`)
  }
  const good = found.every(f => f.good)
  if (asJson) await terminal.out(`${safeJson({ good, findings: found })}\n`)
  return good ? EXIT.ok : EXIT.some
}

async function attempt(name: string, check: Check): Promise<readonly Finding[]> {
  try {
    return await check()
  } catch (thrown) {
    return [{ name, good: false, says: messageOf(thrown) }]
  }
}

function nodeVersion(): readonly Finding[] {
  const { versions, platform, arch } = process
  return [{ name: 'node', good: Number(versions.node.split('.')[0]) >= 24, says: `${versions.node} on ${platform} ${arch}` }]
}

function models(): readonly Finding[] {
  return NEEDED_MODELS.map(file => {
    const path = packageFile('models', file)
    if (!existsSync(path)) return { name: 'model', good: false, says: `${file} is missing; install Casus again` }
    const bytes = readFileSync(path)
    return { name: 'model', good: bytes.length > 0, says: `${file}  ${(bytes.length / 1e6).toFixed(2)} MB  sha256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}` }
  })
}

function tables(): readonly Finding[] {
  const names = readdirSync(packageFile('data')).filter(name => name.endsWith('.tsv')).sort()
  const counted = names.map(name => ({ name, rows: readFileSync(packageFile('data', name), 'utf8').split('\n').filter(line => line.trim() !== '' && !line.startsWith('#')).length - 1 }))
  const empty = counted.filter(t => t.rows < 1).map(t => t.name)
  const all = counted.reduce((sum, t) => sum + t.rows, 0)
  return [{ name: 'tables', good: names.length > 0 && empty.length === 0, says: empty.length > 0 ? `without rows: ${empty.join(', ')}` : `${names.length} tables, ${all} rows` }]
}

function importedGazetteer(): readonly Finding[] {
  const path = importedIndexPath()
  if (!existsSync(path)) return [{ name: 'gazetteer', good: true, says: 'the shipped index; nothing is imported (casus gazetteer import FILE)' }]
  readIndexFile(path)
  return [{ name: 'gazetteer', good: true, says: `an import of ${(statSync(path).size / 1e6).toFixed(1)} MB at ${path}` }]
}

/** Codes a bundled report and looks whether it found events and whether every piece of evidence is where it says. */
async function trialRun(): Promise<readonly Finding[]> {
  const report = JSON.parse(readFileSync(packageFile('examples', TRIAL_REPORT), 'utf8')) as Report
  const { analyse } = await loadLibrary()
  const started = performance.now(), analysis = analyse(report), took = performance.now() - started
  const astray = spansOf(analysis).filter(s => report.text.slice(s.start, s.end) !== s.exact).length
  const says = astray > 0 ? `${astray} pieces of evidence are not where they say` : `${analysis.events.length} events in ${took.toFixed(0)} ms, engine ${analysis.engine.version}, model ${analysis.engine.model ?? 'none'}`
  return [{ name: 'trial run', good: analysis.events.length > 0 && astray === 0, says }]
}

/** Looks whether a store is sound; none is no fault unless one was named. */
async function storeCheck(given: Invocation): Promise<readonly Finding[]> {
  const address = storeAddress(given)
  if (given.text('store') === null && !isPostgres(address) && !existsSync(address)) return [{ name: 'store', good: true, says: 'none here (casus init)' }]
  return await withStore(given, async store => {
    const wrong = await store.check(), count = async (list: (query: Query) => Promise<Page<unknown>>): Promise<number> => (await list({ size: 1, count: true })).total ?? 0
    const says = `${store.where} (${store.engine}): ${await count(store.documents.query)} reports, ${await count(store.incidents.query)} incidents, ${await count(store.decisions.query)} decisions, change ${await store.changes.last()}`
    return [{ name: 'store', good: wrong.length === 0, says }, ...wrong.map(sentence => ({ name: 'store', good: false, says: sentence }))]
  })
}

/** Every span in a value, wherever it stands. */
function spansOf(value: unknown): readonly Span[] {
  if (typeof value !== 'object' || value === null) return []
  if ('exact' in value && 'start' in value) return [value as Span]
  return Object.values(value as Analysis).flatMap(spansOf)
}
