/**
 * Learns how MUC-4's templates are filled from its 1,300 development texts: once from GTT's lower-cased JSON, for lower-cased texts, and
 * once from that and the upper-case originals with their official keys, for all others. Prints what the folds make of texts that they did not see
 * (CEAF-REE and CEAF-RME of the lower-cased, the official F by the bar under which templates are let go), and what the weights make of
 * GTT's development half; with `--write` writes them. Only weights of named features and trees over numbers are written, no text.
 *
 *     node --max-old-space-size=14000 training/muc-roles.ts [CORPORA] [--only lower|original] [--write]
 *
 * `--only` learns one of the two, so that both can be learned side by side.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { explainReport, layersOf } from '../src/core/analysis/analyse.ts'
import type { Knowledge } from '../src/core/analysis/knowledge.ts'
import { readingOf } from '../src/core/events/reading.ts'
import { findTriggers } from '../src/core/events/triggers.ts'
import { loadKnowledge } from '../src/resources/load.ts'
import { ceafRee, ceafRme, sharesF1 } from '../scoreboard/muc/ceaf.ts'
import { fill } from '../scoreboard/muc/fill.ts'
import { readMessages, readTemplates } from '../scoreboard/muc/key.ts'
import { readPlaceList } from '../scoreboard/muc/place-list.ts'
import { indexed, type Indexed } from '../scoreboard/muc/role-features.ts'
import { writeModel, type MucModel, type RoleModel } from '../scoreboard/muc/role-model.ts'
import { officialPrf, scoreMessage } from '../scoreboard/muc/score.ts'
import { merge, readGold, ROLES, type GoldDocument, type RoleFills, type Template } from '../scoreboard/muc/templates.ts'
import type { Example } from './muc/example.ts'
import { FOLDS, foldsOf, learnOfficial, learnRoles, type Unseen } from './muc/learn.ts'

const { values: options, positionals: [folder = join('..', 'shared', 'corpora')] } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, write: { type: 'boolean', default: false } } })
if (options.only !== undefined && !['lower', 'original'].includes(options.only)) throw new Error(`--only is “lower” or “original”, not “${options.only}”.`)
const muc = (...path: readonly string[]): string => join(folder, 'muc4', ...path)

/** Each text is parsed once, though its layers and its events both ask for it. */
function parsedOnce(knowledge: Knowledge): Knowledge {
  let last: readonly [text: string, parse: ReturnType<Knowledge['parse']>] | null = null
  return { ...knowledge, parse: text => { if (last?.[0] !== text.text) last = [text.text, knowledge.parse(text)]; return last[1] } }
}
const knowledge = parsedOnce(loadKnowledge())

function read(id: string, text: string, published: string | null): Indexed {
  const report = { id, text, published }, { layers } = layersOf(report, knowledge)
  return indexed({ layers, events: explainReport(report, knowledge).analysis.events, triggers: findTriggers(readingOf(layers)) })
}

const keys = new Map(globSync(muc('dev', 'key-dev-*')).flatMap(file => [...readTemplates(readFileSync(file, 'utf8'))])), golds = readGold(readFileSync(muc('gtt', 'train.json'), 'utf8'))
const example = (gold: GoldDocument, told: Indexed): Example => ({ gold, told, keys: keys.get(gold.id) ?? [] })
const lowerCased = (): readonly Example[] => golds.map(g => example(g, read(g.id, g.text, null)))
function originals(): readonly Example[] {
  const messages = new Map(globSync(muc('dev', 'dev-muc3-*')).flatMap(file => readMessages(readFileSync(file, 'utf8'))).map(m => [m.id, m]))
  return golds.flatMap(g => { const m = messages.get(g.id); return m === undefined ? [] : [example(g, read(g.id, m.text, m.date))] })
}

function officialF(unseen: readonly Unseen[], bar: number): number {
  const sums = [0, 0, 0, 0, 0]
  for (const { keys, responses } of unseen) for (const [i, n] of scoreMessage(keys, responses.flatMap(([share, response]) => share < bar ? [] : [response])).tally.entries()) sums[i]! += n
  return officialPrf(sums).f1
}

/** CEAF-REE and CEAF-RME of what models fill. */
function printGtt(what: string, reports: readonly (readonly [gold: GoldDocument, told: Indexed, model: RoleModel])[]): void {
  const entities = [0, 0, 0, 0], mentions = [0, 0, 0, 0]
  for (const [gold, told, model] of reports) {
    const { templates } = fill(told, model), strings = (most: number): readonly Template[] => templates.map(({ type, fillers }) => ({ type, fills: Object.fromEntries(ROLES.map(role => [role, fillers.filter(f => f.role === role).map(f => f.strings.slice(0, most))])) as unknown as RoleFills }))
    for (const [i, n] of ceafRee(gold.merged, merge(strings(1))).entries()) entities[i]! += n
    for (const [i, n] of ceafRme(gold.templates, strings(Infinity)).entries()) mentions[i]! += n
  }
  console.log(`${what}: CEAF-REE ${sharesF1(entities).toFixed(1)}, CEAF-RME ${sharesF1(mentions).toFixed(1)}`)
}

function write(file: string, model: MucModel): void { if (options.write) writeFileSync(join(import.meta.dirname, '..', 'scoreboard', 'muc', file), brotliCompressSync(writeModel(model))) }

function learnLower(examples: readonly Example[]): void {
  const fold = foldsOf(examples), { model, without } = learnRoles(examples, 'lower')
  for (let f = 0; f < FOLDS; f++) printGtt(`Unseen lower-cased training texts, fold ${f}`, examples.filter(e => fold(e) === f).map(e => [e.gold, e.told, without[f]!]))
  printGtt('All folds', examples.map(e => [e.gold, e.told, without[fold(e)]!]))
  printGtt('GTT\'s development half', readGold(readFileSync(muc('gtt', 'dev.json'), 'utf8')).map(g => [g, read(g.id, g.text, null), model]))
  write('role-weights-lower.tsv.br', { ...model, keep: new Map(), place: new Map(), day: new Map(), sets: new Map() })
}

function learnOriginals(lower: readonly Example[]): void {
  const examples = originals(), { model, unseen } = learnOfficial(examples, learnRoles([...lower, ...examples], 'original'), readPlaceList(muc()))
  for (const bar of [0, 0.1, 0.2, 0.3, 0.4, 0.5]) console.log(`Official F on unseen development texts, templates from ${bar} on: ${officialF(unseen, bar).toFixed(1)}`)
  write('role-weights.tsv.br', model)
}

const lower = lowerCased()
if (options.only !== 'original') learnLower(lower)
if (options.only !== 'lower') learnOriginals(lower)
