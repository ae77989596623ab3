/** The name that a speaker bears: the fullest of his chain, the body that is meant by its kind, the voice with those for whom it speaks. */
import { childrenWith } from '../events/arguments.ts'
import { entityAt, isHuman, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import { spanOf, type EntityMention, type Span } from '../model/index.ts'
import { range } from '../text/range.ts'

/** A speaker of the wire form with the head token that names him; for a pronoun, that of the phrase it stands for. */
export interface Speaker { readonly name: string; readonly entity: string | null; readonly evidence: Span; readonly head: number; readonly chain: number }

/** Words of the text on one line. */
export const plain = ({ exact }: Span): string => exact.replace(/\s+/g, ' ')

/** The speaker that the mention at `head` names. */
export function namedSpeaker(r: Reading, head: number, m: EntityMention, evidence: Span): Speaker {
  const called = namedAs(r, m)
  if (called !== null) return { name: called.name, entity: called.entity, evidence, head: called.head, chain: m.chain }
  const members = membersOf(r, m)
  const best = m.form === 'name' || isOfSeveral(r, head, m) || bearsName(r, m) || lemmaIn(r, head, 'state-body') && m.last - m.first === 1 ? m : members.find(x => x.form === 'name' && (!lemmaIn(r, head, 'state-body') || x.name.toLowerCase().includes(lemmaAt(r, head))) && (x.first < m.first || x.last > m.last) && (x.kind === 'person' || !lemmaIn(r, head, 'speaks-for') && !(r.syntax.xpos[head] === 'NN' && isHuman(m) && ['a', 'an', 'another'].includes(lemmaAt(r, m.first - 1))))) ?? bodyNamed(r, head, m) ?? m
  const whole = best === m ? voiceOf(r, head, m) : null, principal = entityAt(r, principalOf(r, head))
  const chain = r.entities.chains[best.chain], full = whole ? plain(whole) : fullest([best, ...(best.form === 'nominal' ? [] : membersOf(r, best).filter(x => x.form === best.form && shares(x.name, best.name)))]).name
  // "… in Gao, Mali, police said": parsers make the country a modifier of the police.
  const name = unbroken(r, withoutLead(full).replace(/^\p{Lu}[^,]*, (?=\p{Ll})/u, ''))
  return { name, entity: (whole ? principal?.entity : null) ?? chain?.entity ?? best.entity, evidence: whole && evidence.start === m.start ? whole : evidence, head: best.head, chain: best.chain }
}

/** "… its grim and merciless mind Foreign Secretary Ann Lee said", in copy that lost its stops: a name begins behind two joined words without capitals that lead up to a capital; "police and UN" of "police and UN officials" stays. */
const withoutLead = (name: string): string => name.replace(/^[\p{Ll} -]*\band [\p{Ll} -]+ (?=(?:\p{Lu}\S* ){2,}\p{Lu}\S*$)/u, '')

/** "The rebels say" where the report names two armed groups or more before: both are meant, or nobody knows which. */
function isOfSeveral(r: Reading, head: number, m: EntityMention): boolean {
  if (m.form !== 'nominal' || r.syntax.xpos[head] !== 'NNS' || m.last - m.first > 1 || !lemmaIn(r, head, 'any-fighters')) return false
  return new Set(r.entities.mentions.filter(x => x.first < m.first && x.form === 'name' && x.kind === 'armed-group' && x.chain >= 0).map(x => r.entities.chains[x.chain]?.entity ?? x.chain)).size > 1
}

/** "A farmer who wants to be known only as Ko Min": the name that stands behind what somebody is called by; null for nobody. */
function namedAs(r: Reading, m: EntityMention): EntityMention | null {
  if (m.form !== 'nominal' || r.text.tokens[m.last]?.form !== 'who' && r.text.tokens[m.last + 1]?.form !== 'who') return null
  const { last } = r.text.sentences[r.text.tokens[m.head]!.sentence]!, as = range(m.last, Math.min(last, m.last + CALLED)).find(t => lemmaAt(r, t) === 'as' && range(t - 2, t).some(k => lemmaIn(r, k, 'call-oneself'))) ?? -1
  return as < 0 ? null : r.entities.mentions.filter(x => x.first > as && x.first < as + 3 && x.form === 'name' && x.kind !== 'place').toSorted((x, y) => y.last - y.first - x.last + x.first)[0] ?? null
}

/** Tokens behind him in which it is looked for. */
const CALLED = 12

/** "The front's spokesman Colonel Omar Hadi": a rank or an office with the name behind it. */
const bearsName = (r: Reading, m: EntityMention): boolean => m.last - m.head > 2 && r.syntax.upos[m.head] === 'NOUN' && range(m.head + 1, m.last).every(t => r.syntax.upos[t] === 'PROPN' && r.syntax.deprel[t] === 'flat')

/** A name that breaks off before a hyphen ("banned Tehreek" of "banned Tehreek-i-Nizam"): with what the hyphens join to it and the capitalised words that follow. */
function unbroken(r: Reading, name: string): string {
  const at = r.text.text.indexOf(`${name}-`), rest = at < 0 || !/^\p{Lu}/u.test(name.split(' ').at(-1)!) ? null : /^(?:-[\p{L}’']+)+(?: \p{Lu}[\p{L}-]*)*/u.exec(r.text.text.slice(at + name.length, at + name.length + NAME_REST))
  return rest === null || !/-\p{Lu}/u.test(rest[0]) ? name : name + rest[0]
}

/** Characters read on for it. */
const NAME_REST = 60

/** One's words are among the other's: "Mr Diaz" and "Ana Diaz", not "ISIS" and "Islamic State". */
const shares = (a: string, b: string): boolean => a.includes(b) || b.includes(a) || a.split(' ').at(-1) === b.split(' ').at(-1)

const membersOf = (r: Reading, m: EntityMention): readonly EntityMention[] => (r.entities.chains[m.chain]?.mentions ?? []).map(x => r.entities.mentions[x]!).filter(x => x.form !== 'pronoun' && (r.timeAt[x.head] ?? -1) < 0)

/** "a monitor", "the monitoring group", "the ministry" where one body of the report bears a name of that kind: it is meant, the nearest before, else the first. */
function bodyNamed(r: Reading, head: number, m: EntityMention): EntityMention | null {
  const lemma = lemmaAt(r, head), watches = lemmaIn(r, head, 'watchdog') || (lemma === 'group' && childrenWith(r.syntax, head, 'compound', 'amod').some(c => lemmaIn(r, c, 'watching-group')))
  if (m.form !== 'nominal' || (!watches && (!lemmaIn(r, head, 'body-by-kind') || ['a', 'an', 'another'].includes(lemmaAt(r, m.first - 1))))) return null
  // "Monitors at the Rivers Watch", "the ministry of the interior": what it is named after is meant and nobody else.
  const own = watches ? childrenWith(r.syntax, head, 'nmod').map(c => entityAt(r, c)).find(x => x?.form === 'name' && x.kind !== 'place' && x.kind !== 'state') : undefined
  if (own) return own
  const besides = watches ? [] : range(m.first, m.last).filter(t => t !== head && /^(?:NOUN|PROPN|ADJ)$/.test(r.syntax.upos[t] ?? '')).map(t => lemmaAt(r, t).replace(/['’]s$/, ''))
  const isCapital = (x: EntityMention): boolean => x.form === 'nominal' && r.text.casing === 'mixed' && range(x.first, x.last).every(t => /^\p{Lu}/u.test(r.text.tokens[t]!.form))
  const fits = (x: EntityMention): boolean => (x.form === 'name' || !watches && isCapital(x)) && (watches ? x.sectors.includes('NGO') : x.last - x.first > 1 && x.name.toLowerCase().includes(lemma) && besides.every(w => x.name.toLowerCase().includes(w)))
  const all = r.entities.mentions.filter(fits)
  return all.findLast(x => x.start < m.start) ?? all[0] ?? null
}

/** A voice with those for whom it speaks behind it: "spokesman for Ukraine's navy"; null for other speakers. */
function voiceOf(r: Reading, head: number, m: EntityMention): Span | null {
  const principal = entityAt(r, principalOf(r, head))
  return m.form === 'nominal' && principal !== null && principal.start > m.start && principal.end - m.start < VOICE_LENGTH ? spanOf(r.text.text, { start: m.start, end: Math.max(m.end, principal.end) }) : null
}

/** Characters of the longest such phrase. */
const VOICE_LENGTH = 80

const fullest = (list: readonly EntityMention[]): EntityMention => list.reduce((a, b) => (b.form === 'name' && b.name.length > a.name.length ? b : a))

/** For whom a voice speaks: "a spokesman for the group" is the group. */
export function principalOf(r: Reading, head: number): number {
  if (!lemmaIn(r, head, 'speaks-for')) return head
  const beside = childrenWith(r.syntax, head, 'nmod', 'compound', 'amod', 'appos').flatMap(c => [c, ...(r.syntax.children[c] ?? [])])
  return beside.find(c => entityAt(r, c)?.entity != null) ?? head
}
