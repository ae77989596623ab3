/** Finds who and what has a part in a report's incidents, by the learned weights: phrases get a role, phrases for one party are joined, parties of one type of incident make a template. */
import type { Layers } from '../../src/core/events/reading.ts'
import { partyFeatures, type Report } from './party-features.ts'
import { memberNumbers, type Acts } from './member-numbers.ts'
import { partyNumbers } from './party-numbers.ts'
import { featuresOf, reportFeatures, type Indexed } from './role-features.ts'
import { MANNERS, type Manner } from './manner.ts'
import { FILLED_TYPES, leaning, PARTS, phraseFeatures, typeFeatures, type PartName, type RoleModel } from './role-model.ts'
import { sharesOf } from './softmax.ts'
import { phrasesOf, wordsOf, type Phrase } from './spans.ts'
import { normalise } from './templates.ts'
import { chanceOf, type Boosted } from './trees.ts'

/** One party: `strings` the likeliest first; `share` how likely it is that it has the role; `types` by type of incident. */
export interface Filler {
  readonly role: PartName
  readonly strings: readonly string[]
  readonly phrases: readonly Phrase[]
  readonly share: number
  readonly types: readonly number[]
  /** How many strings it goes by. */
  readonly all: number
  readonly best: Best
  /** What the judges of parties say of it, 0 where they have not been asked. */
  readonly worth: number
}

/** Of its surest phrase: its words, its share, those of no part and of the next best part, the kind of its mention; and the share of each phrase. */
interface Best { readonly words: string; readonly share: number; readonly none: number; readonly second: PartName; readonly secondShare: number; readonly kind: string; readonly shares: readonly number[] }

export interface Filled { readonly type: (typeof FILLED_TYPES)[number]; readonly fillers: readonly Filler[] }

interface Part { readonly phrase: Phrase; readonly words: string; readonly text: string; readonly role: number; readonly share: number; readonly shares: readonly number[]; readonly features: readonly string[] }

/** Share below which a phrase is not looked at. */
const SEEN = 0.05
/** What a role's share counts beside what the judge of parties says: groups are named often without a part. */
const COUNTS: Readonly<Partial<Record<PartName, number>>> = { PerpOrg: 0.6 }
/** Share from which another string of a party is told besides the likeliest. */
const ALSO = 0.2
/** Share of a type from which a perpetrator has done that too. */
const ALSO_DID = 0.1

/** Chances below which a party is none of an incident: of any, and of the one that it stands in at last. */
const BELONGS = 0.3, STAYS = 0.27

/** `leanings` are the log odds that the report tells of any incident, and of one of each type. */
export interface FilledReport { readonly templates: readonly Filled[]; readonly leanings: readonly number[] }

export function fill(told: Indexed, model: RoleModel): FilledReport {
  const acts = actsIn(told, model)
  return { templates: model.members === null ? acts.templates : belonging(acts, model.members, MANNERS[model.manner]), leanings: acts.report.leanings }
}

/** Templates of all parties that the judges of parties keep. */
export function actsIn(told: Indexed, model: RoleModel): Acts {
  const found = partiesIn(told, model), report = { ...found, parties: found.parties.map(party => ({ ...party, worth: worthOf(party, found, model) })) }, manner = MANNERS[model.manner]
  return { told, report, templates: templatesOf(report.parties.filter(p => p.worth >= (p.role === 'Described' ? manner.described : manner.worth)), manner) }
}

/** Parties that belong to none of the templates are let go, and templates made anew of the rest, so that nobody who is none ties two acts or parts one. */
function belonging(acts: Acts, members: Boosted, manner: Manner): readonly Filled[] {
  const kept = (of: Acts, bar: number): readonly Filled[] => of.templates.map(t => ({ ...t, fillers: t.fillers.filter(f => chanceOf(members, memberNumbers(f, t, of)) >= bar) })).filter(t => t.fillers.length > 0)
  const left = new Set(kept(acts, BELONGS).flatMap(t => t.fillers))
  return kept({ ...acts, templates: templatesOf(acts.report.parties.filter(p => left.has(p)), manner) }, STAYS)
}

/** What is asked of a model before parties are judged. */
type PhraseModel = Pick<RoleModel, 'manner' | 'reports' | 'roles' | 'types'>

/** All parties of a report, likely or not. */
export function partiesIn(told: Indexed, model: PhraseModel): Report {
  const phrases = phrasesOf(told.layers).map(phrase => ({ phrase, features: featuresOf(told, phrase) })), leanings = leaning(model.reports, reportFeatures(told, MANNERS[model.manner].telling ? phrases.map(p => p.features) : [])), parties = partiesOf(told.layers, partsOf(told, phrases, model, leanings))
  return { parties: parties.map(parts => fillerOf(told.layers, parts, model, leanings)), leanings, sentences: told.layers.text.sentences.length }
}

/** What its phrases and its standing among the others say of it, by names and by numbers; descriptions are worth their share. */
function worthOf(party: Filler, report: Report, model: RoleModel): number {
  if (party.role === 'Described') return party.share
  const named = (sharesOf(model.parties, partyFeatures(party, report), 2)[1]! + party.share * (COUNTS[party.role] ?? 1)) / 2
  return model.trees === null ? named : (chanceOf(model.trees, partyNumbers(party, report)) + named) / 2
}

/** Phrases with their likeliest role, the surest first, none over another's words. */
function partsOf(told: Indexed, phrases: readonly Pick<Part, 'phrase' | 'features'>[], model: PhraseModel, leanings: readonly number[]): readonly Part[] {
  const all = phrases.map(({ phrase, features: own }): Part => {
    const features = phraseFeatures(own, leanings, MANNERS[model.manner]), shares = sharesOf(model.roles, features, PARTS.length + 1), share = Math.max(...shares.slice(1)), text = wordsOf(told.layers, phrase)
    return { phrase, text, words: normalise(text), role: shares.indexOf(share, 1), share, shares, features }
  })
  const taken = new Set<number>(), out: Part[] = []
  for (const part of all.filter(p => p.share > SEEN && p.words !== '').toSorted((a, b) => b.share - a.share)) {
    const tokens = Array.from({ length: part.phrase.last - part.phrase.first }, (_, k) => part.phrase.first + k)
    if (tokens.some(i => taken.has(i))) continue
    for (const i of tokens) taken.add(i)
    out.push(part)
  }
  return out
}

const chainOf = ({ entities }: Layers, { head }: Phrase): number => entities.mentions[entities.byHead[head] ?? -1]?.chain ?? -1
const within = (a: readonly string[], b: readonly string[]): boolean => a.every(word => b.includes(word))
const initials = (words: readonly string[]): string => words.filter(w => w !== 'of' && w !== 'and' && w !== 'for').map(w => w[0]).join('')

/** Whether two phrases are words for one: the words of one in the other, initials, or one chain. */
function sameParty(layers: Layers, a: Part, b: Part): boolean {
  if (a.role !== b.role) return false
  const one = a.words.split(' '), other = b.words.split(' '), chain = chainOf(layers, a.phrase)
  return within(one, other) || within(other, one) || (one.length === 1 && initials(other) === one[0]) || (other.length === 1 && initials(one) === other[0]) || (chain >= 0 && chain === chainOf(layers, b.phrase))
}

function partiesOf(layers: Layers, parts: readonly Part[]): readonly (readonly Part[])[] {
  const out: Part[][] = []
  for (const part of parts) {
    const party = out.find(all => all.some(other => sameParty(layers, other, part)))
    if (party === undefined) out.push([part])
    else party.push(part)
  }
  return out
}

/** The chance that one at least of the shares is right. */
const joint = (parts: readonly Part[]): number => 1 - parts.reduce((none, p) => none * (1 - p.share), 1)

function fillerOf({ entities }: Layers, parts: readonly Part[], model: PhraseModel, leanings: readonly number[]): Filler {
  const top = parts[0]!, role = PARTS[top.role - 1]!, byWords = [...Map.groupBy(parts, p => p.words).values()]
  const [first, ...others] = byWords.map(same => ({ text: same[0]!.text, share: joint(same) })).toSorted((a, b) => b.share - a.share)
  const second = [...top.shares.keys()].filter(k => k > 0 && k !== top.role).toSorted((a, b) => top.shares[b]! - top.shares[a]!)[0]!, mention = entities.mentions[entities.byHead[top.phrase.head] ?? -1]
  return {
    role, worth: 0, share: joint(parts), strings: [first!, ...others.filter(o => o.share >= ALSO)].map(o => o.text), phrases: parts.map(p => p.phrase), all: byWords.length,
    types: mean((MANNERS[model.manner].typedByAll ? parts : [top]).map(p => sharesOf(model.types, typeFeatures(p.features, role, leanings), FILLED_TYPES.length)), parts.map(p => p.share)),
    best: { words: top.words, share: top.share, none: top.shares[0]!, second: PARTS[second - 1]!, secondShare: top.shares[second]!, kind: mention === undefined ? '-' : `${mention.kind} ${mention.form}`, shares: parts.map(p => p.share) },
  }
}

/** The mean of lists, weighted. */
const mean = (lists: readonly (readonly number[])[], weights: readonly number[]): readonly number[] => { const all = lists.reduce((sum, _, i) => sum + weights[i]!, 0); return lists[0]!.map((_, k) => lists.reduce((sum, list, i) => sum + weights[i]! * list[k]!, 0) / all) }

const PERPETRATORS: ReadonlySet<PartName> = new Set(['PerpInd', 'PerpOrg'])

/** One template for each type and each of its acts that stand apart; perpetrators stand in every one that they may have done, and in one at least. */
function templatesOf(fillers: readonly Filler[], manner: Manner): readonly Filled[] {
  const sums = FILLED_TYPES.map((_, k) => fillers.reduce((sum, f) => sum + f.share * f.types[k]!, 0)), best = (f: Filler): number => indexOfMost(f.types.map((t, k) => t * (sums[k]! + 0.05)))
  const others = fillers.filter(f => !PERPETRATORS.has(f.role)), kinds = [...new Set((others.length > 0 ? others : fillers).map(best))]
  const did = (f: Filler, kind: number): boolean => others.length === 0 ? best(f) === kind : f.types[kind]! >= ALSO_DID || kind === kinds[indexOfMost(kinds.map(k => f.types[k]!))]
  return kinds.flatMap(kind => actsOf(others.filter(f => best(f) === kind), manner).map(act => ({ type: FILLED_TYPES[kind]!, fillers: [...fillers.filter(f => PERPETRATORS.has(f.role) && did(f, kind)), ...act] })))
}

const distance = (a: Filler, b: Filler): number => Math.min(...a.phrases.flatMap(p => b.phrases.map(q => Math.abs(p.sentence - q.sentence))))

/** Victims who stand together are of one act, things likewise; each act of things goes to the nearest of victims, and whatever else with the nearest. */
function actsOf(fillers: readonly Filler[], manner: Manner): readonly (readonly Filler[])[] {
  const acts = together(fillers.filter(f => f.role === 'Victim'), manner).map(all => [...all])
  const nearest = (all: readonly Filler[]): Filler[] => acts.toSorted((a, b) => between(a, all) - between(b, all))[0]!
  const taken = new Set<Filler[]>()
  for (const things of together(fillers.filter(f => f.role === 'Target'), manner).toSorted((a, b) => b[0]!.share - a[0]!.share)) {
    const free = acts.filter(act => !taken.has(act)), act = free.toSorted((a, b) => between(a, things) - between(b, things))[0]
    if (act === undefined) { const own = [...things]; acts.push(own); taken.add(own) } else { act.push(...things); taken.add(act) }
  }
  if (acts.length === 0) return [fillers]
  for (const f of fillers) if (f.role !== 'Victim' && f.role !== 'Target') nearest([f]).push(f)
  return acts
}

const between = (a: readonly Filler[], b: readonly Filler[]): number => Math.min(...a.flatMap(x => b.map(y => distance(x, y))))

/** Groups in which each stands near another. */
function together(fillers: readonly Filler[], { apart }: Manner): readonly (readonly Filler[])[] {
  let groups: readonly (readonly Filler[])[] = []
  for (const f of fillers) {
    const near = groups.filter(g => g.some(other => distance(f, other) < (apart[f.role] ?? Infinity)))
    groups = [...groups.filter(g => !near.includes(g)), [f, ...near.flat()]]
  }
  return groups
}

const indexOfMost = (values: readonly number[]): number => values.indexOf(Math.max(...values))
