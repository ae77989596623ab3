/** Decides where an event took place: every place of its sentences, of those around them and of the lead is weighed by what the text says of it. */
import type { PlaceMention } from '../model/index.ts'
import type { Account } from './account.ts'
import { childrenWith, prepositionOf } from './arguments.ts'
import { choose, type Option } from './choice.ts'
import type { Weights } from './lexicon.ts'
import { entityAt, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { ACCOUNTS, closestTies, gapFeatures, gapOf, isInParagraphBefore, LEAD, nearby, ownerFeatures, sentenceOf, sharesParagraph, tieFeatures, type Scene } from './scene.ts'
import { placeHead, usablePlace, WHERE, type Tied } from './setting.ts'

/** A place that may be where an event happened: its mentions nearby and the closest tie to the event's words. Without mentions: nowhere that the text tells. */
export interface PlaceOption extends Option { readonly mentions: readonly number[]; readonly tie: Tied | null }

export interface PlaceChoice { readonly option: PlaceOption; readonly share: number }

const RANK: Readonly<Record<string, number>> = { site: 0, town: 1, district: 2, unknown: 2, province: 3, country: 4 }
/** Ties up to this distance make a place or day the act's own. */
export const CLOSE = 1.6
/** By this much another act must be closer to a place to take it. */
const CLOSER = 0.4
/** From this share of the mentions on a place is one that the report is about; below it a country is foreign to the report. */
const MAIN = 0.3, FOREIGN = 0.15

export function choosePlace(r: Reading, scene: Scene, accounts: readonly Account[], weights: Weights): PlaceChoice {
  const options = placeOptions(r, scene, accounts), { best, share } = choose(options, weights)
  return { option: options[best]!, share }
}

/** All places that are weighed for an event, and last the option that the text tells none. */
export function placeOptions(r: Reading, scene: Scene, all: readonly Account[]): readonly PlaceOption[] {
  const accounts = all.slice(0, ACCOUNTS), told = [...new Set(accounts.map(a => a.sentence))]
  const groups = new Map<string, number[]>()
  for (const k of nearby(r, scene, scene.placesIn, told)) {
    if (!usablePlace(r, r.places[k]!) || isRefuge(r, placeHead(r, r.places[k]!), accounts)) continue
    const key = scene.placeKeys[k]!, group = groups.get(key)
    if (group) group.push(k)
    else groups.set(key, [k])
  }
  const ties = closestTies(accounts.map(a => a.places)), frames = [...groups.values()].map(mentions => frameOf(r, ties, mentions))
  const about = partiesOf(r, accounts), latest = latestBefore(r, frames, told), type = accounts[0]!.type === 'ASSAULT' ? 'assault' : 'other'
  const heading = headingOf(r, scene, Math.min(...told)), kin = kinBefore(scene, accounts)
  const options = frames.map((frame): PlaceOption => {
    const bare = [...textFeatures(r, scene, frame, accounts), ...reportFeatures(r, scene, frame, told, latest), ...(frame.tie === null && kin !== null && isAt(kin, frame) ? ['act-before-same'] : []), ...relationFeatures(r, scene, frame, frames, about), ...(heading < 0 || !frame.mentions.includes(heading) ? [] : [`heads-${frame.tie === null ? 'untied' : 'tied'}`]), ...(frame.precision === 'country' ? [`${type}-country`] : [])]
    return { mentions: frame.mentions, tie: frame.tie, features: bare }
  })
  return [...options, { mentions: [], tie: null, features: nowhere(frames, accounts) }]
}

/** The account told right before an event's first, where it is of the same kind of act; else null. */
function kinBefore(scene: Scene, accounts: readonly Account[]): Account | null {
  const own = new Set(accounts.map(a => a.index)), first = Math.min(...accounts.map(a => a.main.start))
  const before = scene.accounts.findLast(a => a.main.start < first && !own.has(a.index))
  return before?.type === accounts[0]!.type ? before : null
}

const isAt = ({ places }: Account, { mentions }: Frame): boolean => places.some(t => t.distance < CLOSE && mentions.includes(t.index))

/** The place that heads the paragraph of a sentence, or -1. */
function headingOf(r: Reading, scene: Scene, sentence: number): number {
  const home = r.text.sentences[sentence]!.paragraph
  return scene.headings.findLast(k => {
    const at = r.text.sentences[r.text.tokens[r.places[k]!.first]!.sentence]!
    return at.index <= sentence && (at.paragraph === home || at.paragraph === home - 1 && r.text.sections[at.section]?.kind === 'dateline')
  }) ?? -1
}

interface Frame { readonly mentions: readonly number[]; readonly tie: Tied | null; readonly place: PlaceMention; readonly precision: string }

function frameOf(r: Reading, ties: ReadonlyMap<number, Tied>, mentions: readonly number[]): Frame {
  const tie = mentions.map(k => ties.get(k)).filter(t => t !== undefined).sort((a, b) => a.distance - b.distance)[0] ?? null
  const place = r.places[tie?.index ?? mentions[0]!]!
  return { mentions, tie, place, precision: place.part !== null ? 'province' : place.entry?.precision ?? place.asked ?? 'unknown' }
}

/** How wide a place is, as growing features. */
const widths = (prefix: string, precision: string): readonly string[] => ['district', 'province', 'country'].filter(p => RANK[precision]! >= RANK[p]!).map(p => `${prefix}${p}`)

/** What the event's own words say of a place. */
function textFeatures(r: Reading, scene: Scene, { mentions, tie, precision, place }: Frame, accounts: readonly Account[]): readonly string[] {
  if (tie === null) return ['untied', ...widths('untied-', precision), ...(mentions.every(k => (scene.placeTies.get(k)?.distance ?? 9) < CLOSE) ? ['untied-taken'] : [])]
  const close = accounts.filter(a => a.places.some(t => t.distance < CLOSE && mentions.includes(t.index))).length, head = placeHead(r, place)
  const word = !isBoundFor(r, head, accounts) ? wordOf(r, head) : isLater(r, head) ? 'later' : 'toward'
  const out = [...tieFeatures(tie.distance), ...widths('tied-', precision), `word-${word}`, ...(word === 'to' || word === 'from' || word === 'into' ? [`${word}-${accounts[0]!.type}`] : [])]
  if (isHealing(r, place)) out.push('tied-hospital')
  if (scene.heads.has(sentenceOf(r, place)) && accounts.some(a => !scene.heads.has(a.sentence))) out.push('tied-in-head')
  if (close > 1) out.push('close-to-several')
  if (accounts[0]!.places.some(t => t.distance < CLOSE && mentions.includes(t.index))) out.push('close-to-first')
  if ((scene.placeTies.get(tie.index)?.distance ?? 9) < tie.distance - CLOSER) out.push('taken')
  out.push(...ownerFeatures(r, scene, head, accounts))
  if (isParty(r, head, accounts)) out.push('is-actor')
  if (isBareSeat(r, place)) out.push('capital-bare')
  const telling = accounts.filter(a => a.places.some(t => mentions.includes(t.index)))
  if (telling.every(a => a.anaphoric)) out.push('tied-anaphoric')
  if (telling.every(a => a.main.nominal) && accounts.some(a => !a.main.nominal)) out.push('tied-by-noun')
  return [...out, ...aboveFeatures(r, place, head, accounts)]
}

/** "Moscow intervened": the place stands for who did it. */
const isParty = (r: Reading, head: number, accounts: readonly Account[]): boolean => accounts.some(a => a.actors.includes(head)) || (r.syntax.deprel[head] ?? '').startsWith('nsubj') && accounts.some(a => a.triggers.some(t => t.token === r.syntax.head[head]))

/** "Washington froze the funds", "the Tripoli government's brigade": a capital that no word says to be where stands for those who govern. */
const isBareSeat = (r: Reading, place: PlaceMention): boolean => place.entry?.seat === true && !AT.has(prepositionOf(r.syntax, placeHead(r, place)))

/** What a place hangs on between itself and the act: another place ("Jayrud near Damascus"), a person ("Ortiz, 42, of Toledo"), one who speaks ("sources in Akcakale said"). */
function aboveFeatures(r: Reading, place: PlaceMention, head: number, accounts: readonly Account[]): readonly string[] {
  const out: string[] = [], acts = new Set(accounts.flatMap(a => a.triggers.map(t => t.token)))
  for (let i = r.syntax.head[head] ?? -1, below = head, hops = 0; i >= 0 && hops < HOPS && !acts.has(i); below = i, i = r.syntax.head[i] ?? -1, hops++) {
    const over = r.placeAt[i] ?? -1
    if (over >= 0 && r.places[over] !== place) { out.push(r.places[over]!.entry?.precision === 'country' ? 'below-country' : 'below-place'); break }
    if (hops === 0 && entityAt(r, i)?.kind === 'person') out.push('of-person')
    if (lemmaIn(r, i, 'news-verb') && (r.syntax.deprel[below] ?? '').startsWith('nsubj')) out.push('of-speaker')
  }
  // "Ortiz, of Toledo, in Nairobi": where a person is from lies in no place told next.
  if (out.includes('of-person') && !AT.has(prepositionOf(r.syntax, head))) return out
  const before = r.places.indexOf(place) - 1
  if (before >= 0 && isChained(r, r.places[before]!, place)) out.push('after-place')
  if (before + 2 < r.places.length && isChained(r, place, r.places[before + 2]!)) out.push('before-place')
  return out
}

const HOPS = 5
/** Tokens between a place and the next that still belong to one description: "Jayrud 60 kilometres (35 miles) from Damascus", "Hass in rural Idlib". */
const CHAIN = 9
const CHAIN_SIGNS = /^(?:[,()]|\d+)$/

const isChainWord = (r: Reading, form: string): boolean => r.lexicon.lists['place-chain'].has(form) || CHAIN_SIGNS.test(form)

/** True when only words of distance, direction and kind stand between two places. */
function isChained(r: Reading, a: PlaceMention, b: PlaceMention): boolean {
  if (b.first <= a.last || b.first - a.last > CHAIN || r.text.tokens[a.first]!.sentence !== r.text.tokens[b.first]!.sentence) return false
  for (let i = a.last; i < b.first; i++) if (!isChainWord(r, r.text.tokens[i]!.norm.toLowerCase())) return false
  return b.first - a.last > 1 || r.text.tokens[a.last]!.norm !== 'and'
}

const BOUND_FOR = new Set(['to', 'toward', 'towards', 'for'])

/** "Marching toward the capital", "a bus bound for the coast", "fled towards the hills": where somebody was going is not where it befell him. An act that itself is such a move is at the place it leads to. */
function isBoundFor(r: Reading, head: number, accounts: readonly Account[]): boolean {
  const up = r.syntax.head[head] ?? -1
  const preposition = prepositionOf(r.syntax, head)
  return BOUND_FOR.has(preposition) && (preposition.startsWith('toward') || lemmaIn(r, up, 'under-way')) && !accounts.some(a => a.triggers.some(t => up >= t.first && up < t.last))
}

/** "Fled to the hills": where somebody ran is no place of what was done before. */
const isRefuge = (r: Reading, head: number, accounts: readonly Account[]): boolean => isBoundFor(r, head, accounts) && lemmaIn(r, r.syntax.head[head] ?? -1, 'run-away')

/** "Burned the shops before fleeing towards the hills": the move came after the act. */
const isLater = (r: Reading, head: number): boolean => childrenWith(r.syntax, r.syntax.head[head] ?? -1, 'mark').some(m => lemmaAt(r, m) === 'before')

/** Words that say where outright, and words each of which is a reason of its own. */
const AT = new Set(['in', 'at', 'on', 'near']), OWN_WORD = new Set(['of', 'from', 'to', 'by', 'into'])

/** The kind of word by which a place hangs on its governor. */
function wordOf(r: Reading, head: number): string {
  const preposition = prepositionOf(r.syntax, head), relation = (r.syntax.deprel[head] ?? '').split(':')[0]!
  if (preposition !== '') return AT.has(preposition) ? 'in' : OWN_WORD.has(preposition) ? preposition : WHERE.has(preposition) ? 'where' : 'other'
  return ['nsubj', 'obj', 'compound', 'amod', 'appos', 'conj', 'nmod', 'obl'].includes(relation) ? relation : 'bare'
}

/** What the rest of the report says of a place; where the event's own words give it, where else it stands counts for little. */
function reportFeatures(r: Reading, scene: Scene, frame: Frame, told: readonly number[], latest: Frame | null): readonly string[] {
  const share = (scene.placeCounts.get(scene.placeKeys[frame.mentions[0]!]!) ?? 0) / Math.max(1, scene.placeTotal), out: string[] = []
  if (frame.place.entry === null) out.push(frame.place.asked === null ? 'no-entry' : 'no-entry-typed')
  else if (scene.countryShare(frame.place.entry.country) < FOREIGN) out.push('foreign')
  if (frame.precision === 'site') out.push('is-site')
  if (frame.tie !== null) return share >= MAIN ? [...out, 'tied-main'] : out
  const sentences = frame.mentions.map(k => sentenceOf(r, r.places[k]!))
  if (share >= MAIN / 3) out.push(share >= MAIN ? 'main' : 'repeated')
  out.push(...gapFeatures(sentences.map(s => gapOf(s, told))))
  if (sentences.some(s => scene.heads.has(s))) out.push('headline')
  if (sentences.some(s => s >= scene.firstBody && s < scene.firstBody + LEAD && !scene.heads.has(s))) out.push('lead')
  if (frame.mentions.every(k => r.places[k]!.rule === 'place:dateline')) out.push('dateline')
  if (frame === latest) out.push('latest')
  if (isInParagraphBefore(r, sentences, told)) out.push('paragraph-before')
  if (sharesParagraph(r, sentences, told)) out.push('same-paragraph')
  if (isHealing(r, frame.place)) out.push('untied-hospital')
  if (frame.mentions.every(k => isBareSeat(r, r.places[k]!))) out.push('untied-capital-bare')
  if (frame.mentions.some(k => setsScene(r, k, told))) out.push('untied-fronted')
  if (frame.mentions.every(k => isOfSpeaker(r, placeHead(r, r.places[k]!)))) out.push('untied-speaker')
  if (frame.mentions.every(k => isBoundFor(r, placeHead(r, r.places[k]!), []))) out.push('untied-toward')
  return out
}

/** Sentences on which a place at the head of one sets the scene, and characters within which it stands there. */
const SETS = 3, FRONT = 40
const FRONTED = /^["'“‘—–-]?\s?(?:\w+,? )?(?:in|at|near|on)\b/i

/** "In Tarsova, a patrol was shot at. Two men were hurt": the place at the head of a sentence is that of what the next ones tell. */
function setsScene(r: Reading, k: number, told: readonly number[]): boolean {
  const place = r.places[k]!, at = sentenceOf(r, place), { start, end } = r.text.sentences[at]!, gap = gapOf(at, told)
  return gap < 0 && gap >= -SETS && place.start - start < FRONT && AT.has(prepositionOf(r.syntax, placeHead(r, place))) && FRONTED.test(r.text.text.slice(start, Math.min(place.start, end)))
}

/** "Shefar Hospital": where the wounded are taken, more often than where it befell them. */
const isHealing = (r: Reading, { name }: PlaceMention): boolean => name.toLowerCase().split(' ').some(word => r.lexicon.lists['healing-site'].has(word))

/** "A police spokesman in Ayacucho said". */
function isOfSpeaker(r: Reading, head: number): boolean {
  for (let i = r.syntax.head[head] ?? -1, below = head, hops = 0; i >= 0 && hops < HOPS; below = i, i = r.syntax.head[i] ?? -1, hops++) if (lemmaIn(r, i, 'news-verb')) return (r.syntax.deprel[below] ?? '').startsWith('nsubj')
  return false
}

/** The place narrower than a country that was last named before the event is first told. */
function latestBefore(r: Reading, frames: readonly Frame[], told: readonly number[]): Frame | null {
  const first = r.text.sentences[Math.min(...told)]?.start ?? 0
  let best: Frame | null = null, at = -1
  for (const frame of frames) if (frame.precision !== 'country') for (const k of frame.mentions) { const place = r.places[k]!; if (place.start < first && place.start > at && !isBoundFor(r, placeHead(r, place), [])) [best, at] = [frame, place.start] }
  return best
}

interface Parties { readonly actors: ReadonlySet<string>; readonly recipients: ReadonlySet<string> }

function partiesOf(r: Reading, accounts: readonly Account[]): Parties {
  const countries = (heads: readonly number[]): ReadonlySet<string> => new Set(heads.map(h => entityAt(r, h)?.country).filter(c => c != null))
  return { actors: countries(accounts.flatMap(a => a.actors)), recipients: countries(accounts.flatMap(a => a.recipients)) }
}

/** What the other places say of this one: whether it holds one that is tied as well, or lies in one, and whose country it is. */
function relationFeatures(r: Reading, scene: Scene, frame: Frame, frames: readonly Frame[], { actors, recipients }: Parties): readonly string[] {
  const country = frame.place.entry?.country ?? null, out: string[] = []
  const isClose = (f: Frame): boolean => f !== frame && f.tie !== null && f.tie.distance < CLOSE
  if (frames.some(f => isClose(f) && holds(r, frame, f))) out.push('holds-close')
  else if (frames.some(f => f !== frame && f.tie !== null && holds(r, frame, f))) out.push('holds-tied')
  // What an event's own sentences name is nearer to it than where its reporter writes from.
  if (frame.tie === null && frames.some(f => f.tie !== null)) out.push(frame.mentions.every(k => r.places[k]!.rule === 'place:dateline') ? 'dateline-beside' : 'untied-beside')
  // "GUSAU, March 14 - Gunmen stormed a market in Kaura Namoda": where the report's other acts were is likelier than where it was written.
  else if (frame.mentions.every(k => r.places[k]!.rule === 'place:dateline') && frames.some(f => f !== frame && RANK[f.precision]! < RANK['province']! && f.place.entry?.country === country && f.mentions.some(k => (scene.placeTies.get(k)?.distance ?? 9) < CLOSE))) out.push('dateline-outdone')
  if (frames.some(f => isClose(f) && holds(r, f, frame))) out.push('held-by-close')
  if (frame.precision === 'country' && country !== null && actors.has(country)) out.push('actor-country')
  if (country !== null && recipients.has(country)) out.push(frame.precision === 'country' ? 'recipient-country' : 'in-recipient-country')
  return out
}

/** True when the text or the gazetteer puts `inner` in `outer`. */
function holds(r: Reading, outer: Frame, inner: Frame): boolean {
  if (inner.mentions.some(k => outer.mentions.includes(r.places[k]!.container))) return true
  const a = outer.place.entry, b = inner.place.entry
  if (outer.place.part !== null && inner.precision === 'country') return false
  if (a === null || b === null || a.country !== b.country || RANK[outer.precision]! <= RANK[inner.precision]!) return false
  return a.precision === 'country' || a.precision === 'province' && a.admin1 !== null && a.admin1 === b.admin1
}

/** The option that the text tells no place. */
function nowhere(frames: readonly Frame[], accounts: readonly Account[]): readonly string[] {
  const nearest = Math.min(9, ...frames.map(f => f.tie?.distance ?? 9)), type = accounts[0]!.type
  return ['nowhere', ...(nearest < 9 ? tieFeatures(nearest).map(f => `nowhere-${f}`) : []), ...(type === 'ASSAULT' ? [] : ['nowhere-other']), ...(type === 'SANCTION' || type === 'RETREAT' ? [`nowhere-${type}`] : []), ...accounts[0]!.mode === null ? [] : [`nowhere-mode-${accounts[0]!.mode}`], ...(accounts.every(a => a.status.status === 'planned') ? ['nowhere-planned'] : [])]
}
