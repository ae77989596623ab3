/** Learns what fills MUC-4's five roles from coded reports and their templates: which reports tell of incidents and of which types, which part a phrase has, and in an incident of which type. */
import { featuresOf, reportFeatures, type Indexed } from '../../scoreboard/muc/role-features.ts'
import { FILLED_TYPES, leaning, PARTS, phraseFeatures, typeFeatures, type RoleModel } from '../../scoreboard/muc/role-model.ts'
import type { Weights } from '../../scoreboard/muc/softmax.ts'
import { phrasesOf, wordsOf, type Phrase } from '../../scoreboard/muc/spans.ts'
import { normalise, type GoldDocument } from '../../scoreboard/muc/templates.ts'
import { trainSoftmax, type Instance, type Settings } from './softmax.ts'

/** A report, GTT's templates of it, and for each template of the official key its human targets without a name. */
export interface Example { readonly told: Indexed; readonly gold: GoldDocument; readonly described: readonly (readonly [type: string, words: readonly string[]])[] }

const REPORTS: Settings = { classes: 2, epochs: 6, rate: 0.05, decay: 1e-3, least: 3 }
const PHRASES: Settings = { classes: PARTS.length + 1, epochs: 6, rate: 0.03, decay: 1e-3, least: 4 }
const TYPES: Settings = { classes: FILLED_TYPES.length, epochs: 6, rate: 0.05, decay: 1e-3, least: 3 }
/** Parts by which a report's own templates are kept from what is said of it when the phrases are learned. */
const FOLDS = 4

export function learn(examples: readonly Example[]): RoleModel {
  const reports = examples.map(e => ({ ...e, features: reportFeatures(e.told) })), ids = [...new Set(examples.map(e => e.gold.id))]
  const fold = (id: string): number => ids.indexOf(id) % FOLDS
  const judges = Array.from({ length: FOLDS }, (_, f) => judgesOf(reports.filter(r => fold(r.gold.id) !== f)))
  const judged = reports.map(r => ({ ...r, leanings: leaning(judges[fold(r.gold.id)]!, r.features) }))
  const phrases = judged.flatMap(r => labelled(r).map(({ phrase, role, type }) => ({ role, type, features: phraseFeatures(featuresOf(r.told, phrase), r.leanings), leanings: r.leanings })))
  return {
    reports: judgesOf(reports),
    roles: trainSoftmax(phrases.map(({ features, role }): Instance => ({ features, label: role })), PHRASES),
    types: trainSoftmax(phrases.filter(p => p.role > 0 && p.type >= 0).map(({ features, role, type, leanings }): Instance => ({ features: typeFeatures(features, PARTS[role - 1]!, leanings), label: type })), TYPES),
  }
}

/** The first judges whether a report tells of any incident, the others of one of each type. */
function judgesOf(reports: readonly (Example & { readonly features: readonly string[] })[]): readonly Weights[] {
  const labels = [(g: GoldDocument): boolean => g.templates.length > 0, ...FILLED_TYPES.map(type => (g: GoldDocument): boolean => g.templates.some(t => t.type.includes(type)))]
  return labels.map(label => trainSoftmax(reports.map(({ features, gold }): Instance => ({ features, label: label(gold) ? 1 : 0 })), REPORTS))
}

interface Labelled { readonly phrase: Phrase; readonly role: number; readonly type: number }

/** Every phrase with its role (0 for none) and the type of the first template that holds it. */
function labelled({ told, gold, described }: Example): readonly Labelled[] {
  const roles = new Map<string, number>(), types = new Map<string, number>()
  const put = (mention: string, role: number, type: string): void => {
    const words = normalise(mention)
    if (roles.has(words)) return
    roles.set(words, role)
    types.set(words, FILLED_TYPES.findIndex(known => type.startsWith(known)))
  }
  for (const [k, part] of PARTS.entries()) if (part !== 'Described') for (const t of gold.templates) for (const mention of t.fills[part].flat()) put(mention, k + 1, t.type)
  for (const [type, all] of described) for (const mention of all) put(mention, PARTS.length, type.toLowerCase())
  return phrasesOf(told.layers).map(phrase => { const words = normalise(wordsOf(told.layers, phrase)); return { phrase, role: roles.get(words) ?? 0, type: types.get(words) ?? -1 } })
}

/** Weights that tell something, rounded. */
export const pruned = (weights: Weights, least: number): Weights => new Map([...weights].map(([f, row]) => [f, row.map(w => Math.round(w * 100) / 100)] as const).filter(([, row]) => Math.max(...row) - Math.min(...row) >= least))

