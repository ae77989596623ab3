/** Learns what fills MUC-4's templates from coded reports and their keys: which reports tell of incidents and of which types, which part a phrase has and in an incident of which type, the official slots, and which templates to keep. */
import { actsIn, fill, partiesIn, type Filler } from '../../scoreboard/muc/fill.ts'
import { incidentsOf } from '../../scoreboard/muc/incident.ts'
import { keepFeatures } from '../../scoreboard/muc/keep-features.ts'
import { creditOf } from '../../scoreboard/muc/fills.ts'
import type { Fill, OfficialTemplate } from '../../scoreboard/muc/key.ts'
import { memberNumbers } from '../../scoreboard/muc/member-numbers.ts'
import { MANNERS, type MannerName } from '../../scoreboard/muc/manner.ts'
import { partyFeatures } from '../../scoreboard/muc/party-features.ts'
import { partyNumbers } from '../../scoreboard/muc/party-numbers.ts'
import type { PlaceList } from '../../scoreboard/muc/place-list.ts'
import { responseOf } from '../../scoreboard/muc/response.ts'
import { featuresOf, reportFeatures } from '../../scoreboard/muc/role-features.ts'
import { FILLED_TYPES, leaning, PARTS, phraseFeatures, typeFeatures, type MucModel, type PartName, type RoleModel } from '../../scoreboard/muc/role-model.ts'
import { scoreMessage, type MessageScore } from '../../scoreboard/muc/score.ts'
import { sharesOf, type Weights } from '../../scoreboard/muc/softmax.ts'
import { phrasesOf, wordsOf } from '../../scoreboard/muc/spans.ts'
import { normalise, type GoldDocument } from '../../scoreboard/muc/templates.ts'
import type { Example } from './example.ts'
import { learnSlots } from './slots.ts'
import type { Boosted } from '../../scoreboard/muc/trees.ts'
import { boost, type Growth, type Row } from './boost.ts'
import { noNames, numbered, pruned, trainSoftmax, type Instance, type Settings } from './softmax.ts'

const PHRASES: Settings = { classes: PARTS.length + 1, epochs: 6, rate: 0.03, decay: 1e-2, least: 4 }
const PARTIES: Settings = { classes: 2, epochs: 8, rate: 0.03, decay: 1e-1, least: 4 }
const MEMBERS: Growth = { trees: 150, depth: 4, rate: 0.06, decay: 5, least: 8, rows: 0.7, columns: 0.4 }
const KEEP: Settings = { classes: 2, epochs: 8, rate: 0.03, decay: 1e-2, least: 4 }
/** Parts by which a report's own templates are kept from what is said of it when what comes after is learned. */
export const FOLDS = 4
/** Weights of phrases whose classes differ by less are left out. */
const LEAST = 0.15

/** `least` and `parts`: which weights are written, and how finely. */
interface Written extends Settings { readonly written: readonly [least: number, parts: number] }
/** What is learned in another way for each manner. */
const BY_MANNER: Readonly<Record<MannerName, { readonly reports: Written; readonly types: Written; readonly trees: Growth | null }>> = {
  lower: {
    reports: { classes: 2, epochs: 6, rate: 0.01, decay: 1e-2, least: 3, written: [0.02, 100] }, types: { classes: FILLED_TYPES.length, epochs: 6, rate: 0.02, decay: 1e-2, least: 3, written: [0.05, 100] },
    trees: { trees: 150, depth: 4, rate: 0.06, decay: 5, least: 8, rows: 0.7, columns: 0.4 },
  },
  original: {
    reports: { classes: 2, epochs: 6, rate: 0.05, decay: 1e-3, least: 3, written: [LEAST, 20] }, types: { classes: FILLED_TYPES.length, epochs: 6, rate: 0.05, decay: 1e-3, least: 3, written: [LEAST, 20] },
    trees: null,
  },
}

/** What was learned from all, and for each fold from all but it. */
export interface Roles { readonly model: RoleModel; readonly without: readonly RoleModel[] }

/** The fold of each example, by its report. */
export function foldsOf(examples: readonly Example[]): (e: Example) => number {
  const ids = new Map([...new Set(examples.map(e => e.gold.id))].map((id, i) => [id, i % FOLDS]))
  return e => ids.get(e.gold.id) ?? -1
}

/** Who has which part. The judges of parties learn from what models found in reports that they had not seen. */
export function learnRoles(examples: readonly Example[], manner: MannerName): Roles {
  const fold = foldsOf(examples), prepared = prepare(examples, fold, manner), partly = Array.from({ length: FOLDS }, (_, f) => rolesOf(prepared.filter(p => fold(p.example) !== f), manner))
  const judged = examples.map(e => ({ fold: fold(e), parties: judgedIn(e, partly[fold(e)]!) })), judges = (f: number): ReturnType<typeof partyJudges> => partyJudges(judged.filter(j => j.fold !== f).flatMap(j => j.parties), manner)
  return { model: { ...rolesOf(prepared, manner), ...judges(-1), members: null }, without: partly.map((model, f) => ({ ...model, ...judges(f), members: null })) }
}

/** What the folds say of templates they did not see, so that a bar can be set: the share and how it was scored. */
export interface Unseen { readonly id: string; readonly keys: readonly OfficialTemplate[]; readonly responses: readonly (readonly [share: number, response: OfficialTemplate])[] }

/** The official slots, and which templates to keep. */
export function learnOfficial(examples: readonly Example[], roles: Roles, list: PlaceList): { readonly model: MucModel; readonly unseen: readonly Unseen[] } {
  const fold = foldsOf(examples), slots = learnSlots(examples, list), bare = roles.without.map((model): MucModel => ({ ...model, ...slots, keep: new Map() }))
  const members = examples.flatMap(e => membersOf(e, bare[fold(e)]!, list).map(row => ({ row, fold: fold(e) }))), judgeOf = (f: number): Boosted => boost(members.flatMap(m => m.fold === f ? [] : [m.row]), MEMBERS)
  const without = bare.map((model, f): MucModel => ({ ...model, members: judgeOf(f) }))
  const cases = examples.map(e => ({ ...templatesOf(e, without[fold(e)]!, list), fold: fold(e) }))
  const names = noNames(), rows = cases.map(c => c.features.map((f, k): Instance => ({ features: numbered(names, f), label: c.score.mapped.some(m => m.response === c.responses[k]) ? 1 : 0 })))
  const judge = (f: number): Weights => trainSoftmax(rows.flatMap((r, k) => cases[k]!.fold === f ? [] : r), names, KEEP), judges = Array.from({ length: FOLDS }, (_, f) => judge(f))
  return {
    model: { ...roles.model, ...slots, members: judgeOf(-1), keep: pruned(judge(-1), 0) },
    unseen: cases.map(c => ({ id: c.id, keys: c.keys, responses: c.responses.map((response, k) => [sharesOf(judges[c.fold]!, c.features[k]!, 2)[1]!, response] as const) })),
  }
}

/** The slot that each part is given in. */
const SLOT_OF: Readonly<Record<PartName, number>> = { PerpInd: 9, PerpOrg: 10, Target: 12, Victim: 18, Weapon: 6, Described: 19 }

/** The parties of incidents that are mapped to a key, each right where the key has it and no surer party of ours is that one already. */
function membersOf({ told, gold, keys }: Example, model: MucModel, list: PlaceList): readonly Row[] {
  const acts = actsIn(told, model), { templates } = acts, incidents = incidentsOf({ templates, leanings: acts.report.leanings }, told, model, list), responses = incidents.map(i => responseOf(gold.id, i)), { mapped } = scoreMessage(keys, responses)
  return templates.flatMap((template, k) => {
    const key = mapped.find(m => m.response === responses[k])?.key
    if (key === undefined) return []
    const taken = new Set<Fill>()
    return template.fillers.toSorted((a, b) => b.worth - a.worth).map((filler): Row => {
      const slot = SLOT_OF[filler.role], found = key.slots[slot]!.find(fill => !taken.has(fill) && creditOf(slot, fill, { values: [filler.strings[0]!.toUpperCase().replace(/\s+/g, ' ')], tags: fill.tags.slice(0, 1), optional: false }) > 0)
      if (found !== undefined) taken.add(found)
      return { numbers: memberNumbers(filler, template, acts), label: found === undefined ? 0 : 1 }
    })
  })
}

interface Prepared { readonly example: Example; readonly report: readonly string[]; readonly phrases: readonly Labelled[]; readonly leanings: readonly number[] }

/** Each report as judges see it that were taught without it. */
function prepare(examples: readonly Example[], fold: (e: Example) => number, manner: MannerName): readonly Prepared[] {
  const reports = examples.map(example => { const phrases = labelled(example); return { example, phrases, report: reportFeatures(example.told, MANNERS[manner].telling ? phrases.map(p => p.features) : []) } }), judges = Array.from({ length: FOLDS }, (_, f) => judgesOf(reports.filter(r => fold(r.example) !== f), manner))
  return reports.map(({ example, report, phrases }) => {
    const leanings = leaning(judges[fold(example)]!, report)
    return { example, report, leanings, phrases: phrases.map(l => ({ ...l, features: phraseFeatures(l.features, leanings, MANNERS[manner]) })) }
  })
}

/** A party's features and numbers, and whether the key has it by its likeliest string. */
interface Judged extends Row { readonly features: readonly string[] }

/** The parties that a model which did not see the report finds in it. */
function judgedIn({ told, gold }: Example, model: Omit<RoleModel, 'parties' | 'trees' | 'members'>): readonly Judged[] {
  const report = partiesIn(told, model), isRight = ({ role, strings }: Filler): boolean => role !== 'Described' && gold.merged[role].some(entity => entity.some(mention => normalise(mention) === normalise(strings[0]!)))
  return report.parties.filter(p => p.role !== 'Described').map(party => ({ features: partyFeatures(party, report), numbers: partyNumbers(party, report), label: isRight(party) ? 1 : 0 }))
}

function partyJudges(judged: readonly Judged[], manner: MannerName): Pick<RoleModel, 'parties' | 'trees'> {
  const names = noNames(), { trees } = BY_MANNER[manner]
  return { parties: pruned(trainSoftmax(judged.map(({ features, label }): Instance => ({ features: numbered(names, features), label })), names, PARTIES), 0.05), trees: trees === null ? null : boost(judged, trees) }
}

function rolesOf(prepared: readonly Prepared[], manner: MannerName): Omit<RoleModel, 'parties' | 'trees' | 'members'> {
  const names = noNames(), { reports, types } = BY_MANNER[manner], phrases = prepared.flatMap(p => p.phrases), typed = prepared.flatMap(p => p.phrases.filter(l => l.role > 0 && l.type >= 0).map(l => ({ ...l, features: typeFeatures(l.features, PARTS[l.role - 1]!, p.leanings) })))
  const instances = (of: readonly { readonly features: readonly string[] }[], label: (k: number) => number): readonly Instance[] => of.map((o, k) => ({ features: numbered(names, o.features), label: label(k) }))
  return {
    manner, reports: judgesOf(prepared, manner).map(w => pruned(w, ...reports.written)),
    roles: pruned(trainSoftmax(instances(phrases, k => phrases[k]!.role), names, PHRASES), LEAST),
    types: pruned(trainSoftmax(instances(typed, k => typed[k]!.type), names, types), ...types.written),
  }
}

/** The first judges whether a report tells of any incident, the others of one of each type. */
function judgesOf(reports: readonly Pick<Prepared, 'example' | 'report'>[], manner: MannerName): readonly Weights[] {
  const names = noNames(), rows = reports.map(r => numbered(names, r.report)), labels = [(g: GoldDocument): boolean => g.templates.length > 0, ...FILLED_TYPES.map(type => (g: GoldDocument): boolean => g.templates.some(t => t.type.includes(type)))]
  return labels.map(label => trainSoftmax(rows.map((features, k): Instance => ({ features, label: label(reports[k]!.example.gold) ? 1 : 0 })), names, BY_MANNER[manner].reports))
}

interface Labelled { readonly features: readonly string[]; readonly role: number; readonly type: number }

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
  return phrasesOf(told.layers).map(phrase => { const words = normalise(wordsOf(told.layers, phrase)); return { features: featuresOf(told, phrase), role: roles.get(words) ?? 0, type: types.get(words) ?? -1 } })
}

interface Case { readonly id: string; readonly keys: readonly OfficialTemplate[]; readonly responses: readonly OfficialTemplate[]; readonly features: readonly (readonly string[])[]; readonly score: MessageScore }

/** What a model makes of a report, and how the key scores it. */
function templatesOf({ told, gold, keys }: Example, model: MucModel, list: PlaceList): Case {
  const { templates, leanings } = fill(told, model), incidents = incidentsOf({ templates, leanings }, told, model, list), responses = incidents.map(i => responseOf(gold.id, i))
  return { id: gold.id, keys, responses, features: templates.map((t, k) => keepFeatures(t, incidents[k]!, templates.length, leanings, told)), score: scoreMessage(keys, responses) }
}
