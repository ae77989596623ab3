/**
 * Learns who and what has a part in MUC-4's incidents from its 1,300 development texts: as GTT's lower-cased JSON and as the upper-case
 * originals, with the keys for the human targets that have no name. Prints what the weights make of a folder's own development half;
 * with `--write` writes them. Only weights of named features are written, no text.
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
import { indexed, type Indexed } from '../scoreboard/muc/role-features.ts'
import { writeModel, type RoleModel } from '../scoreboard/muc/role-model.ts'
import { merge, readGold, ROLES, type GoldDocument, type RoleFills } from '../scoreboard/muc/templates.ts'
import { learn, pruned, type Example } from './muc/learn.ts'

const { values: options, positionals: [folder = join('..', 'shared', 'corpora')] } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean', default: false } } })
const muc = (...path: readonly string[]): string => join(folder, 'muc4', ...path)
const knowledge = loadKnowledge()

/** Weights whose classes differ by less are left out. */
const LEAST = 0.1

function read(id: string, text: string, published: string | null): Indexed {
  const report = { id, text, published }, { layers } = layersOf(report, knowledge)
  return indexed({ layers, events: explainReport(report, knowledge).analysis.events, triggers: findTriggers(readingOf(layers)) })
}

const TYPE = 4, DESCRIPTION = 19

function examples(): readonly Example[] {
  const keys = new Map(globSync(muc('dev', 'key-dev-*')).flatMap(file => [...readTemplates(readFileSync(file, 'utf8'))])), gold = readGold(readFileSync(muc('gtt', 'train.json'), 'utf8'))
  const described = (id: string): Example['described'] => (keys.get(id) ?? []).map(t => [t.slots[TYPE]?.[0]?.values[0] ?? '', (t.slots[DESCRIPTION] ?? []).flatMap(f => f.values)])
  const messages = new Map(globSync(muc('dev', 'dev-muc3-*')).flatMap(file => readMessages(readFileSync(file, 'utf8'))).map(m => [m.id, m]))
  const lower = gold.map((g): Example => ({ gold: g, described: described(g.id), told: read(g.id, g.text, null) }))
  return [...lower, ...gold.flatMap((g): readonly Example[] => { const m = messages.get(g.id); return m === undefined ? [] : [{ gold: g, described: described(g.id), told: read(g.id, m.text, m.date) }] })]
}

function entitiesF1(golds: readonly GoldDocument[], model: RoleModel): number {
  const sums = [0, 0, 0, 0]
  for (const gold of golds) {
    const templates = fill(read(gold.id, gold.text, null), model).map(({ type, fillers }) => ({ type, fills: Object.fromEntries(ROLES.map(role => [role, fillers.filter(f => f.role === role).map(f => f.strings.slice(0, 1))])) as unknown as RoleFills }))
    for (const [i, n] of ceafRee(gold.merged, merge(templates)).entries()) sums[i]! += n
  }
  return sharesF1(sums)
}

const { reports, roles, types } = learn(examples()), model = { reports: reports.map(w => pruned(w, LEAST)), roles: pruned(roles, LEAST), types: pruned(types, LEAST) }
console.log(`CEAF-REE of the development half: ${entitiesF1(readGold(readFileSync(muc('gtt', 'dev.json'), 'utf8')), model).toFixed(1)}`)
if (options.write) writeFileSync(join(import.meta.dirname, '..', 'scoreboard', 'muc', 'role-weights.tsv.br'), brotliCompressSync(writeModel(model)))
