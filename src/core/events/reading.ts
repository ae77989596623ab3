/** Everything below the event layer for one report, and the questions the event layer asks of it. */
import type { WordList } from '../lexicon/word-lists.ts'
import type { Count, EntityLayer, EntityMention, PlaceMention, SyntaxLayer, TextLayer, Timex } from '../model/index.ts'
import type { AnswerWord, EventLexicon, WeaponTerm } from './lexicon.ts'

/** The lower layers of one report plus look-ups by token. */
export interface Reading {
  readonly text: TextLayer
  readonly syntax: SyntaxLayer
  readonly entities: EntityLayer
  readonly times: readonly Timex[]
  readonly places: readonly PlaceMention[]
  readonly counts: readonly Count[]
  readonly lexicon: EventLexicon
  readonly published: string | null
  /** For each token the index of the place, time, count or weapon term that covers it, or -1. */
  readonly placeAt: Int32Array
  readonly timeAt: Int32Array
  readonly countAt: Int32Array
  readonly weaponAt: Int32Array
  /** For each token the index of the count whose noun it is, or -1. */
  readonly countFor: Int32Array
  readonly weapons: readonly WeaponMention[]
  /** Different words of one other domain (sport, business ...) that the report uses, the most of any domain. */
  readonly otherDomain: number
  /** Whether that domain is what befalls people by accident or by nature. */
  readonly ofMishaps: boolean
}

/** A weapon named in the text: tokens half-open, its term. */
export interface WeaponMention { readonly first: number; readonly last: number; readonly term: WeaponTerm }

export type Layers = Pick<Reading, 'text' | 'syntax' | 'entities' | 'times' | 'places' | 'counts' | 'lexicon' | 'published'>

/** Reports of at most so many sentences are briefs: they have no background, and their every sentence is a lead. */
const BRIEF = 4

export const isBrief = (r: Pick<Reading, 'text'>): boolean => r.text.sentences.length <= BRIEF

/** "12 of the 30 hostages": the first number counts them, and the second the whole that they are of. */
const isWhole = ({ syntax }: Pick<Reading, 'syntax'>, part: Count, whole: Count): boolean => syntax.lemma[part.last] === 'of' && whole.first > part.last && whole.first - part.last <= 2

/** Lower-cased lemma of a token, '' out of range. */
export const lemmaAt = (r: Pick<Reading, 'syntax'>, i: number): string => (r.syntax.lemma[i] ?? '').toLowerCase()

/** The word by which one act answers another, if a token is one. */
export function answerWordAt(r: Pick<Reading, 'syntax' | 'lexicon'>, i: number): AnswerWord | undefined {
  const word = r.lexicon.answers.get(lemmaAt(r, i))
  return word === undefined || word.next !== '' && word.next !== lemmaAt(r, i + 1) ? undefined : word
}

/** Whether the lemma of a token stands in a list of data/word-lists.tsv. */
export const lemmaIn = (r: Pick<Reading, 'syntax' | 'lexicon'>, i: number, list: WordList): boolean => r.lexicon.lists[list].has(lemmaAt(r, i))

/**
 * Matches `words` from token `i` on, hyphen tokens skipped, each word against lemma or form; with `gap` > 0 that many
 * other tokens may stand between the words (particle verbs). Returns the token after the match, or -1.
 */
export function matchWords(r: Pick<Reading, 'text' | 'syntax'>, words: readonly string[], i: number, gap = 0): number {
  let at = i
  for (const [k, word] of words.entries()) {
    let skipped = 0
    while (at < r.text.tokens.length && !sameWord(r, word, at)) {
      const hyphen = k > 0 && r.text.tokens[at]?.form === '-'
      if (!hyphen && (k === 0 || skipped >= gap)) return -1
      if (!hyphen) skipped++
      at++
    }
    if (at >= r.text.tokens.length || r.text.tokens[at]?.sentence !== r.text.tokens[i]?.sentence) return -1
    at++
  }
  return at
}

export const NOT: ReadonlySet<string> = new Set(['not', "n't", 'never', 'neither', 'nor'])

const REFLEXIVE = /^[a-z]+sel(?:f|ves)$/

/** Forms of verbs that are nouns as well, and that the tagger takes for them. */
const NOUNLIKE: ReadonlyMap<string, string> = new Map([['shot', 'shoot']])

/** "Soldiers shot dead a farmer", "the police shot two men": a verb by what stands around it. */
export function isVerbTakenForNoun(r: Pick<Reading, 'text' | 'syntax'>, i: number): boolean {
  if (r.syntax.upos[i] !== 'NOUN' || !NOUNLIKE.has(r.text.tokens[i]?.norm.toLowerCase() ?? '')) return false
  const own = (relation: RegExp): boolean => (r.syntax.children[i] ?? []).some(c => relation.test(r.syntax.deprel[c] ?? ''))
  return r.text.tokens[i + 1]?.norm.toLowerCase() === 'dead' || own(/^aux/) || own(/^nsubj/) && own(/^(?:obj|iobj)/)
}

/** "Skirmishes flared": the first word of a sentence, which its capital made a name. */
const isOpeningPlural = (r: Pick<Reading, 'text' | 'syntax'>, i: number): boolean => /^NNPS?$/.test(r.syntax.xpos[i] ?? '') && r.text.tokens[i - 1]?.sentence !== r.text.tokens[i]?.sentence && /^[A-Z][a-z]+s$/.test(r.text.tokens[i]?.norm ?? '')

/** "The curfew was eased": the verbs that a participle may be of, where the tagger took it for an adjective after "be" and its lemma says none. */
export function stemsAt(r: Pick<Reading, 'text' | 'syntax'>, i: number): readonly string[] {
  const form = r.text.tokens[i]?.norm.toLowerCase() ?? ''
  if (isVerbTakenForNoun(r, i)) return [NOUNLIKE.get(form)!]
  if (isOpeningPlural(r, i)) return [form.slice(0, -1), form.slice(0, -2)]
  if (r.syntax.upos[i] !== 'ADJ' || !/[a-z]ed$/.test(form) || !(r.syntax.children[i] ?? []).some(c => r.syntax.deprel[c] === 'cop')) return []
  return [form.slice(0, -1), form.slice(0, -2), form.replace(/([b-df-hj-np-tv-z])\1ed$/, '$1')]
}

/** In a term "oneself" stands for every such pronoun ("gave themselves up"). */
export function sameWord(r: Pick<Reading, 'text' | 'syntax'>, word: string, i: number): boolean {
  const form = r.text.tokens[i]?.norm.toLowerCase()
  return lemmaAt(r, i) === word || form === word || stemsAt(r, i).includes(word) || (word === 'oneself' && r.syntax.upos[i] === 'PRON' && REFLEXIVE.test(form ?? ''))
}

function findWeapons(layers: Layers): readonly WeaponMention[] {
  const out: WeaponMention[] = []
  for (let i = 0; i < layers.text.tokens.length; i++) {
    const found = weaponFrom(layers, i)
    if (found) { out.push(found); i = found.last - 1 }
  }
  return out
}

function weaponFrom(layers: Layers, i: number): WeaponMention | null {
  if (!/^(NOUN|PROPN|ADJ|VERB|NUM|X|SYM)$/.test(layers.syntax.upos[i] ?? '')) return null
  const keys = new Set([lemmaAt(layers, i), layers.text.tokens[i]?.norm.toLowerCase() ?? ''])
  for (const key of keys) for (const term of layers.lexicon.weapons.get(key) ?? []) {
    const last = matchWords(layers, term.words, i)
    if (last > 0 && layers.syntax.upos[last - 1] !== 'VERB') return { first: i, last, term }
  }
  return null
}

/** Words of the longest terms of other domains ("ballon d'or"). */
const LONGEST = 3

/** What stands as the domain of terms that hold a word of one and are of none: the gas of "tear gas". */
const NO_DOMAIN = 'none'

/** The domain that a report uses most words of, and how many different ones; what nature does and what befalls by accident are told together. */
function otherDomainOf(layers: Layers): { readonly domain: string; readonly words: number } {
  const seen = new Map<string, Set<string>>(), lemmas = layers.syntax.lemma.map(lemma => lemma.toLowerCase()), { otherDomains } = layers.lexicon
  for (let i = 0; i < lemmas.length; i++) for (let size = LONGEST; size > 0; size--) {
    const term = lemmas.slice(i, i + size).join(' '), found = otherDomains.get(term), domain = found === 'nature' ? 'accident' : found
    if (domain === undefined) continue
    seen.set(domain, (seen.get(domain) ?? new Set()).add(term))
    i += size - 1
    break
  }
  return [...seen].filter(([domain]) => domain !== NO_DOMAIN).map(([domain, words]) => ({ domain, words: words.size })).reduce((most, d) => d.words > most.words ? d : most, { domain: '', words: 0 })
}

/** A report with so many different words of one other domain is of that domain: sport, business and accidents are told in the words of war. */
export const ELSEWHERE = 3

/** Armed parties and weapons to a word of another domain from which on that domain is only where the war came: a grenade beside a football pitch. */
const SCENERY = 3

/** The words of the other domain that a report is of; none where it tells of many more arms and those who bear them. */
function domainOf(layers: Layers, weapons: readonly WeaponMention[]): Pick<Reading, 'otherDomain' | 'ofMishaps'> {
  const { domain, words } = otherDomainOf(layers), armed = new Set(layers.entities.mentions.filter(isArmed).map(m => m.chain)).size
  return armed + weapons.length > SCENERY * words ? { otherDomain: 0, ofMishaps: false } : { otherDomain: words, ofMishaps: domain === 'accident' && words >= ELSEWHERE }
}

/** Indexes the layers by token. */
export function readingOf(layers: Layers): Reading {
  const n = layers.text.tokens.length
  const cover = (spans: readonly { first: number; last: number }[]): Int32Array => {
    const at = new Int32Array(n).fill(-1)
    spans.forEach((span, k) => { for (let i = span.first; i < span.last; i++) at[i] = k })
    return at
  }
  const weapons = findWeapons(layers)
  const countFor = new Int32Array(n).fill(-1)
  // "38 villagers, 12 of them minors": the number before a noun is its own, not one behind it.
  layers.counts.forEach((c, k) => { if (c.of >= 0 && (countFor[c.of]! < 0 || c.last <= c.of && !isWhole(layers, layers.counts[countFor[c.of]!]!, c))) countFor[c.of] = k })
  return { ...layers, weapons, ...domainOf(layers, weapons), countFor, placeAt: cover(layers.places), countAt: cover(layers.counts), weaponAt: cover(weapons), timeAt: cover(layers.times.map(t => tokensOf(layers.text, t))) }
}

/** Tokens that an extent covers, half-open. Binary search over the tokens' offsets. */
export function tokensOf(text: TextLayer, extent: { start: number; end: number }): { first: number; last: number } {
  let low = 0, high = text.tokens.length
  while (low < high) { const mid = (low + high) >> 1; if ((text.tokens[mid]?.end ?? 0) <= extent.start) low = mid + 1; else high = mid }
  let last = low
  while (last < text.tokens.length && (text.tokens[last]?.start ?? Infinity) < extent.end) last++
  return { first: low, last }
}

/** The entity mention headed by a token, or null. */
export const entityAt = (r: Reading, head: number): EntityMention | null => r.entities.mentions[r.entities.byHead[head] ?? -1] ?? null

const ARMED = new Set(['MIL', 'REB', 'PRM', 'COP', 'CRM', 'SPY'])

/** True for those who carry arms or act by force. */
export const isArmed = (m: EntityMention | null): boolean => m !== null && (m.kind === 'force' || m.kind === 'armed-group' || m.sectors.some(s => ARMED.has(s)))

export const isHuman = (m: EntityMention | null): boolean => m !== null && (m.kind === 'person' || m.kind === 'people' || m.kind === 'force' || m.kind === 'armed-group')

/** The country of a mention's chain where that is a state, its government or its armed forces, which are one party of an act ("Turkey", "the Turkish army"); else null. */
export function stateOf(r: Reading, m: EntityMention): string | null {
  const chain = r.entities.chains[m.chain], kind = chain?.kind ?? m.kind, sectors = chain?.sectors.length ? chain.sectors : m.sectors
  return kind === 'state' || ((kind === 'government' || kind === 'force') && sectors.some(s => s === 'GOV' || s === 'MIL')) ? chain?.country ?? m.country : null
}

const HUMAN_PRONOUN = new Set(['he', 'she', 'him', 'her', 'who', 'whom', 'someone', 'anyone', 'others'])

/** "9,000 Afghans": people, though the name is their state's. */
const isNationals = (r: Reading, m: EntityMention | null, token: number): boolean => m?.kind === 'state' && ((r.countFor[token] ?? -1) >= 0 || (r.syntax.xpos[token] === 'NNS' && r.syntax.upos[token] === 'NOUN'))

/** Those who carry arms and are no state's. */
function isRebel(r: Reading, m: EntityMention): boolean {
  const { kind, sectors } = r.entities.chains[m.chain] ?? m, all = sectors.length > 0 ? sectors : m.sectors
  return (kind === 'armed-group' || m.kind === 'armed-group' || all.some(s => s === 'REB' || s === 'PRM' || s === 'CRM')) && !all.some(s => s === 'MIL' || s === 'COP' || s === 'GOV')
}

/** "180 men of the Fifteenth Brigade", "Wagner men", "the militia's men": the force that they are of. */
function forceOf(r: Reading, token: number): EntityMention | null {
  const { children, deprel } = r.syntax, behind = (c: number): boolean => c > token && deprel[c] === 'nmod' && (children[c] ?? []).some(k => deprel[k] === 'case' && lemmaAt(r, k) === 'of')
  const of = lemmaIn(r, token, 'men-of') ? (children[token] ?? []).find(c => behind(c) || c < token && /^(?:compound|nmod:poss)$/.test(deprel[c] ?? '') && isArmed(entityAt(r, c))) : undefined
  return of === undefined ? null : entityAt(r, of)
}

/** The class of a thing by its noun, or by a compound's two words ("phone service"). */
function objectClass(r: Reading, token: number): string | undefined {
  const compound = token > 0 && r.syntax.head[token - 1] === token ? r.lexicon.objects.get(`${lemmaAt(r, token - 1)} ${lemmaAt(r, token)}`) : undefined
  return compound ?? r.lexicon.objects.get(lemmaAt(r, token))
}

/** "Four MiG-29s", "a by-election": a word with what a hyphen joins before it, "" where none does. */
function hyphenedAt(r: Reading, token: number): string {
  const [first, hyphen, last] = [token - 2, token - 1, token].map(i => r.text.tokens[i])
  return hyphen?.form === '-' && first?.end === hyphen.start && hyphen.end === last?.start ? `${first.norm.toLowerCase()}-${lemmaAt(r, token)}` : ''
}

/** Whether a word is of a class of things or of data/word-classes.tsv, by its lemma or as it is written ("Youths", which a capital makes a name), whoever is named by it. */
export function isWordOf(r: Reading, token: number, wanted: string): boolean {
  const words = r.lexicon.classes.get(wanted), form = r.text.tokens[token]?.norm.toLowerCase() ?? ''
  if (objectClass(r, token) === wanted) return true
  if (words === undefined) return false
  const capital = /^NNPS?$/.test(r.syntax.xpos[token] ?? '')
  return words.has(lemmaAt(r, token)) || words.has(hyphenedAt(r, token)) || words.has(form) || capital && (words.has(form.replace(/s$/, '')) || words.has(form.replace(/men$/, 'man')))
}

/** A class in capitals is a PLOVER sector: `takes=JRN` is whatever belongs to the press. */
const SECTOR = /^[A-Z]{3}$/

const isOfSector = (r: Reading, m: EntityMention | null, sector: string): boolean => m !== null && (m.sectors.includes(sector) || (r.entities.chains[m.chain]?.sectors.includes(sector) ?? false))

/** Whether the token heads something of the class that a trigger's `when` asks for. */
export function hasClass(r: Reading, token: number, wanted: string): boolean {
  const mention = entityAt(r, token), lemma = lemmaAt(r, token), object = objectClass(r, token)
  const count = r.countAt[token] ?? -1
  switch (wanted) {
    case 'armed': return isArmed(mention) || isArmed(forceOf(r, token)) || bearsArms(r, token)
    case 'troops': return [mention, forceOf(r, token)].some(m => m !== null && isArmed(m) && !isRebel(r, m))
    case 'rebel': return mention !== null && isRebel(r, mention)
    case 'human': return isHuman(mention) || isNationals(r, mention, token) || HUMAN_PRONOUN.has(lemma) || (count >= 0 && r.counts[count]?.unit === 'people')
    case 'police': return mention !== null && mention.sectors.some(s => s === 'COP' || s === 'JUD')
    case 'person': return isHuman(mention) || mention?.kind === 'unknown' || isNationals(r, mention, token) || ['NUM', 'PRON', 'DET'].includes(r.syntax.upos[token] ?? '') || (count >= 0 && r.counts[count]?.unit === 'people')
    // "Fourteen were held": people counted and left unnamed.
    case 'number': return (r.syntax.upos[token] === 'NUM' || count >= 0 && r.counts[count]!.of < 0) && object === undefined && (r.timeAt[token] ?? -1) < 0
    case 'people': return mention !== null && (mention.kind === 'people' || mention.sectors.some(s => ['CVL', 'OPP', 'PTY', 'EDU', 'LAB', 'REL'].includes(s)))
    case 'place': return (r.placeAt[token] ?? -1) >= 0 || object === 'site' || mention?.kind === 'place' || mention?.kind === 'facility' || mention?.kind === 'state'
    case 'weapon': return (r.weaponAt[token] ?? -1) >= 0 || object === 'weapon'
    case 'vehicle': return object === 'vehicle'
    case 'state': return mention?.kind === 'state' || mention?.kind === 'government'
    case 'diplomat': return lemmaIn(r, token, 'diplomat-noun')
    case 'thing': return object !== undefined && object !== 'document'
    case 'event': return (r.lexicon.triggers.get(lemma) ?? []).some(t => t.pos === 'N' && t.words.length === 1)
    case 'mob': case 'young-crowd': case 'youth-word': return isWordOf(r, token, wanted) && !bearsArms(r, token)
    default: return SECTOR.test(wanted) ? isOfSector(r, mention, wanted) : isWordOf(r, token, wanted)
  }
}

/** "Armed youths", "villagers armed with rifles": a crowd by its word, no crowd by what it carries. */
const bearsArms = (r: Reading, token: number): boolean => (r.syntax.children[token] ?? []).some(c => /^(?:amod|acl)$/.test(r.syntax.deprel[c] ?? '') && isWordOf(r, c, 'bearing-arms'))
