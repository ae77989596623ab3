/** Learns what fills MUC-4's templates from coded reports and their keys: which reports tell of incidents and of which types, which part a phrase has and in an incident of which type, the official slots, and which templates to keep. */
import { fill, partiesIn, type Filler } from '../../scoreboard/muc/fill.ts'
import { incidentsOf } from '../../scoreboard/muc/incident.ts'
import { keepFeatures } from '../../scoreboard/muc/keep-features.ts'
import type { OfficialTemplate } from '../../scoreboard/muc/key.ts'
import { partyFeatures } from '../../scoreboard/muc/party-features.ts'
import type { PlaceList } from '../../scoreboard/muc/place-list.ts'
import { responseOf } from '../../scoreboard/muc/response.ts'
import { featuresOf, reportFeatures } from '../../scoreboard/muc/role-features.ts'
import { FILLED_TYPES, leaning, PARTS, phraseFeatures, typeFeatures, type MucModel, type RoleModel } from '../../scoreboard/muc/role-model.ts'
import { scoreMessage, type MessageScore } from '../../scoreboard/muc/score.ts'
import { sharesOf, type Weights } from '../../scoreboard/muc/softmax.ts'
import { phrasesOf, wordsOf, type Phrase } from '../../scoreboard/muc/spans.ts'
import { normalise, type GoldDocument } from '../../scoreboard/muc/templates.ts'
import type { Example } from './example.ts'
import { learnSlots } from './slots.ts'
import { noNames, numbered, pruned, trainSoftmax, type Instance, type Settings } from './softmax.ts'

const REPORTS: Settings = { classes: 2, epochs: 6, rate: 0.05, decay: 1e-3, least: 3 }
const PHRASES: Settings = { classes: PARTS.length + 1, epochs: 6, rate: 0.03, decay: 1e-2, least: 4 }
const TYPES: Settings = { classes: FILLED_TYPES.length, epochs: 6, rate: 0.05, decay: 1e-3, least: 3 }
const PARTIES: Settings = { classes: 2, epochs: 8, rate: 0.03, decay: 1e-1, least: 4 }
const KEEP: Settings = { classes: 2, epochs: 8, rate: 0.03, decay: 1e-2, least: 4 }
/** Parts by which a report's own templates are kept from what is said of it when what comes after is learned. */
const FOLDS = 4
/** Weights whose classes differ by less are left out. */
const LEAST = 0.15

/** What was learned, and what the folds say of templates they did not see, so that a bar can be set: the share and how it was scored. */
export interface Learned { readonly model: MucModel; readonly unseen: readonly Unseen[] }
export interface Unseen { readonly id: string; readonly keys: readonly OfficialTemplate[]; readonly responses: readonly (readonly [share: number, response: OfficialTemplate])[] }

export function learn(examples: readonly Example[], list: PlaceList): Learned {
  const ids = [...new Set(examples.map(e => e.gold.id))], fold = (e: Example): number => ids.indexOf(e.gold.id) % FOLDS
  const prepared = prepare(examples, fold), slots = learnSlots(examples.filter(e => e.original), list)
  const partly = Array.from({ length: FOLDS }, (_, f): RoleModel => ({ ...rolesOf(prepared.filter(p => fold(p.example) !== f)), parties: new Map() })), roles = { ...rolesOf(prepared), parties: new Map() }
  const judged = examples.map(e => ({ fold: fold(e), parties: judgedIn(e, partly[fold(e)]!) })), partiesBut = (f: number): Weights => partyJudge(judged.filter(j => j.fold !== f).flatMap(j => j.parties))
  const without = partly.map((model, f): MucModel => ({ ...model, parties: partiesBut(f), ...slots, keep: new Map() }))
  const cases = examples.filter(e => e.original).map(e => ({ ...templatesOf(e, without[fold(e)]!, list), fold: fold(e) }))
  const names = noNames(), rows = cases.map(c => c.features.map((f, k): Instance => ({ features: numbered(names, f), label: c.score.mapped.some(m => m.response === c.responses[k]) ? 1 : 0 })))
  const judge = (f: number): Weights => trainSoftmax(rows.flatMap((r, k) => cases[k]!.fold === f ? [] : r), names, KEEP), judges = Array.from({ length: FOLDS }, (_, f) => judge(f))
  return {
    model: { ...roles, parties: partiesBut(-1), ...slots, keep: pruned(judge(-1), 0) },
    unseen: cases.map(c => ({ id: c.id, keys: c.keys, responses: c.responses.map((response, k) => [sharesOf(judges[c.fold]!, c.features[k]!, 2)[1]!, response] as const) })),
  }
}

interface Prepared { readonly example: Example; readonly report: readonly string[]; readonly phrases: readonly (Labelled & { readonly features: readonly string[] })[]; readonly leanings: readonly number[] }

/** Each report as judges see it that were taught without it. */
function prepare(examples: readonly Example[], fold: (e: Example) => number): readonly Prepared[] {
  const reports = examples.map(example => ({ example, report: reportFeatures(example.told) })), judges = Array.from({ length: FOLDS }, (_, f) => judgesOf(reports.filter(r => fold(r.example) !== f)))
  return reports.map(({ example, report }) => {
    const leanings = leaning(judges[fold(example)]!, report)
    return { example, report, leanings, phrases: labelled(example).map(l => ({ ...l, features: phraseFeatures(featuresOf(example.told, l.phrase), leanings) })) }
  })
}

/** A party's features, and whether the key has it by its likeliest string. */
interface Judged { readonly features: readonly string[]; readonly right: boolean }

/** The parties that a model which did not see the report finds in it. */
function judgedIn({ told, gold }: Example, model: RoleModel): readonly Judged[] {
  const report = partiesIn(told, model), isRight = ({ role, strings }: Filler): boolean => role !== 'Described' && gold.merged[role].some(entity => entity.some(mention => normalise(mention) === normalise(strings[0]!)))
  return report.parties.filter(p => p.role !== 'Described').map(party => ({ features: partyFeatures(party, report), right: isRight(party) }))
}

function partyJudge(judged: readonly Judged[]): Weights {
  const names = noNames()
  return pruned(trainSoftmax(judged.map(({ features, right }): Instance => ({ features: numbered(names, features), label: right ? 1 : 0 })), names, PARTIES), 0.05)
}

function rolesOf(prepared: readonly Prepared[]): Omit<RoleModel, 'parties'> {
  const names = noNames(), phrases = prepared.flatMap(p => p.phrases), typed = prepared.flatMap(p => p.phrases.filter(l => l.role > 0 && l.type >= 0).map(l => ({ ...l, features: typeFeatures(l.features, PARTS[l.role - 1]!, p.leanings) })))
  const instances = (of: readonly { readonly features: readonly string[] }[], label: (k: number) => number): readonly Instance[] => of.map((o, k) => ({ features: numbered(names, o.features), label: label(k) }))
  return {
    reports: judgesOf(prepared).map(w => pruned(w, LEAST)),
    roles: pruned(trainSoftmax(instances(phrases, k => phrases[k]!.role), names, PHRASES), LEAST),
    types: pruned(trainSoftmax(instances(typed, k => typed[k]!.type), names, TYPES), LEAST),
  }
}

/** The first judges whether a report tells of any incident, the others of one of each type. */
function judgesOf(reports: readonly Pick<Prepared, 'example' | 'report'>[]): readonly Weights[] {
  const names = noNames(), rows = reports.map(r => numbered(names, r.report)), labels = [(g: GoldDocument): boolean => g.templates.length > 0, ...FILLED_TYPES.map(type => (g: GoldDocument): boolean => g.templates.some(t => t.type.includes(type)))]
  return labels.map(label => trainSoftmax(rows.map((features, k): Instance => ({ features, label: label(reports[k]!.example.gold) ? 1 : 0 })), names, REPORTS))
}

interface Labelled { readonly phrase: Phrase; readonly role: number; readonly type: number }

const TYPE = 4, DESCRIPTION = 19

/** Every phrase with its role (0 for none) and the type of the first template that holds it. */
function labelled({ told, gold, keys }: Example): readonly Labelled[] {
  const roles = new Map<string, number>(), types = new Map<string, number>()
  const put = (mention: string, role: number, type: string): void => {
    const words = normalise(mention)
    if (roles.has(words)) return
    roles.set(words, role)
    types.set(words, FILLED_TYPES.findIndex(known => type.startsWith(known)))
  }
  for (const [k, part] of PARTS.entries()) if (part !== 'Described') for (const t of gold.templates) for (const mention of t.fills[part].flat()) put(mention, k + 1, t.type)
  for (const t of keys) for (const mention of t.slots[DESCRIPTION]!.flatMap(f => f.values)) put(mention, PARTS.length, (t.slots[TYPE]![0]?.values[0] ?? '').toLowerCase())
  return phrasesOf(told.layers).map(phrase => { const words = normalise(wordsOf(told.layers, phrase)); return { phrase, role: roles.get(words) ?? 0, type: types.get(words) ?? -1 } })
}

interface Case { readonly id: string; readonly keys: readonly OfficialTemplate[]; readonly responses: readonly OfficialTemplate[]; readonly features: readonly (readonly string[])[]; readonly score: MessageScore }

/** What a model makes of a report, and how the key scores it. */
function templatesOf({ told, gold, keys }: Example, model: MucModel, list: PlaceList): Case {
  const { templates, leanings } = fill(told, model), incidents = incidentsOf({ templates, leanings }, told, model, list), responses = incidents.map(i => responseOf(gold.id, i))
  return { id: gold.id, keys, responses, features: templates.map((t, k) => keepFeatures(t, incidents[k]!, templates.length, leanings, told)), score: scoreMessage(keys, responses) }
}
