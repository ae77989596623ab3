/**
 * Learns how MUC-4's templates are filled from its 1,300 development texts: as GTT's lower-cased JSON and as the upper-case originals
 * with their official keys. Prints the official F of the templates that the folds make of what they did not see, by the bar under which
 * templates are let go, and what the weights make of GTT's development half; with `--write` writes them. Only weights of named features
 * are written, no text.
 *
 *     node --max-old-space-size=14000 training/muc-roles.ts [CORPORA] [--write]
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { explainReport, layersOf } from '../src/core/analysis/analyse.ts'
import { readingOf } from '../src/core/events/reading.ts'
import { findTriggers } from '../src/core/events/triggers.ts'
import { loadKnowledge } from '../src/resources/load.ts'
import { ceafRee, sharesF1 } from '../scoreboard/muc/ceaf.ts'
import { fill } from '../scoreboard/muc/fill.ts'
import { readMessages, readTemplates } from '../scoreboard/muc/key.ts'
import { readPlaceList } from '../scoreboard/muc/place-list.ts'
import { indexed, type Indexed } from '../scoreboard/muc/role-features.ts'
import { writeModel, type RoleModel } from '../scoreboard/muc/role-model.ts'
import { officialPrf, scoreMessage } from '../scoreboard/muc/score.ts'
import { merge, readGold, ROLES, type GoldDocument, type RoleFills } from '../scoreboard/muc/templates.ts'
import type { Example } from './muc/example.ts'
import { learn, type Unseen } from './muc/learn.ts'

const { values: options, positionals: [folder = join('..', 'shared', 'corpora')] } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean', default: false } } })
const muc = (...path: readonly string[]): string => join(folder, 'muc4', ...path)
const knowledge = loadKnowledge()

function read(id: string, text: string, published: string | null): Indexed {
  const report = { id, text, published }, { layers } = layersOf(report, knowledge)
  return indexed({ layers, events: explainReport(report, knowledge).analysis.events, triggers: findTriggers(readingOf(layers)) })
}

function examples(): readonly Example[] {
  const keys = new Map(globSync(muc('dev', 'key-dev-*')).flatMap(file => [...readTemplates(readFileSync(file, 'utf8'))])), gold = readGold(readFileSync(muc('gtt', 'train.json'), 'utf8'))
  const messages = new Map(globSync(muc('dev', 'dev-muc3-*')).flatMap(file => readMessages(readFileSync(file, 'utf8'))).map(m => [m.id, m])), of = (id: string): Example['keys'] => keys.get(id) ?? []
  const lower = gold.map((g): Example => ({ gold: g, keys: of(g.id), told: read(g.id, g.text, null), original: false }))
  return [...lower, ...gold.flatMap((g): readonly Example[] => { const m = messages.get(g.id); return m === undefined ? [] : [{ gold: g, keys: of(g.id), told: read(g.id, m.text, m.date), original: true }] })]
}

function officialF(unseen: readonly Unseen[], bar: number): number {
  const sums = [0, 0, 0, 0, 0]
  for (const { keys, responses } of unseen) for (const [i, n] of scoreMessage(keys, responses.flatMap(([share, response]) => share < bar ? [] : [response])).tally.entries()) sums[i]! += n
  return officialPrf(sums).f1
}

function entitiesF1(golds: readonly GoldDocument[], model: RoleModel): number {
  const sums = [0, 0, 0, 0]
  for (const gold of golds) {
    const templates = fill(read(gold.id, gold.text, null), model).templates.map(({ type, fillers }) => ({ type, fills: Object.fromEntries(ROLES.map(role => [role, fillers.filter(f => f.role === role).map(f => f.strings.slice(0, 1))])) as unknown as RoleFills }))
    for (const [i, n] of ceafRee(gold.merged, merge(templates)).entries()) sums[i]! += n
  }
  return sharesF1(sums)
}

const { model, unseen } = learn(examples(), readPlaceList(muc()))
for (const bar of [0, 0.1, 0.2, 0.3, 0.4, 0.5]) console.log(`Official F on unseen development texts, templates from ${bar} on: ${officialF(unseen, bar).toFixed(1)}`)
console.log(`CEAF-REE of the development half: ${entitiesF1(readGold(readFileSync(muc('gtt', 'dev.json'), 'utf8')), model).toFixed(1)}`)
if (options.write) writeFileSync(join(import.meta.dirname, '..', 'scoreboard', 'muc', 'role-weights.tsv.br'), brotliCompressSync(writeModel(model)))
