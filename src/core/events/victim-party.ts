/** One party of those whom losses count, as its own words tell it: "two Levies personnel", "a 22-year-old man", "his wife", with what belongs to it. */
import { entityAt, hasClass, isHuman, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'

export interface Range { readonly min: number | null; readonly max: number | null }

/** One party of a list: the token that heads it and the tokens `first..last)` of its words. */
export interface Party extends Range { readonly head: number; readonly first: number; readonly last: number; readonly vague: boolean; readonly counted: boolean }

/** What a word says befell those beside it; null for other words. */
export type Befalls = (token: number) => boolean

export const word = (r: Reading, i: number): string => r.text.tokens[i]?.norm.toLowerCase() ?? ''
export const sameSentence = (r: Reading, a: number, b: number): boolean => r.text.tokens[a] !== undefined && r.text.tokens[a].sentence === r.text.tokens[b]?.sentence

/** Whether a number phrase can count people by its unit. */
export const usable = (r: Reading, k: number): boolean => { const unit = r.counts[k]?.unit; return unit === 'people' || unit === 'unknown' || unit === 'things' }

/** Whether what is counted can be people: a human noun, none, or one the entity layer cannot place. */
export function countsPeople(r: Reading, k: number): boolean {
  const { of, unit } = r.counts[k]!
  if (unit === 'people' || of < 0) return true
  const m = entityAt(r, of)
  return isHuman(m) || (m?.kind === 'state' && r.syntax.xpos[of] === 'NNPS') || (m?.kind === 'unknown' && !r.lexicon.objects.has(lemmaAt(r, of)) && !hasClass(r, of, 'event'))
}

/** Tokens before a word within which its list begins. */
export const REACH = 40

/** Words after which a number belongs to a place, a doer or a whole. */
export const LEADING = new Set(['of', 'in', 'on', 'against', 'from', 'by', 'for', 'include', 'including', 'among', 'amongst', 'near'])

/** The party whose words begin at the token. */
export function partyFrom(r: Reading, i: number, befalls: Befalls): Party | null {
  const party = wholeFrom(r, i, befalls) ?? countedFrom(r, i, befalls) ?? oneFrom(r, i, befalls) ?? beforeKin(r, i, befalls)
  // "Nine people had died, two nurses among them, and 31 had been injured": the nurses are some of the nine; "nine people, among them two nurses" are nine.
  return party !== null && word(r, party.last) === 'among' && /^(?:them|whom)$/.test(word(r, party.last + 1)) && (r.countAt[party.last + 2] ?? -1) < 0 && r.syntax.upos[party.last + 2] !== 'DET' ? null : party
}

/** "12 of the 30 hostages": hostages, and as many as the first number says. */
function wholeFrom(r: Reading, i: number, befalls: Befalls): Party | null {
  const count = r.counts[r.countAt[i] ?? -1]
  if (count === undefined || count.first !== i || word(r, count.last) !== 'of') return null
  const inner = r.counts[r.countAt[count.last + 1] ?? -1] ?? r.counts[r.countAt[count.last + 2] ?? -1]
  const whole = inner !== undefined && inner.first <= count.last + 2 && inner !== count ? countedFrom(r, inner.first, befalls) : null
  return whole === null ? null : { ...whole, first: i, min: count.min, max: count.max, vague: count.rule === 'count:vague' }
}

function countedFrom(r: Reading, i: number, befalls: Befalls): Party | null {
  const k = r.countAt[i] ?? -1, count = r.counts[k]
  if (count === undefined || count.first !== i || !usable(r, k) || count.of >= count.last && !befalls(count.of) && isWordOf(r, count.of, 'loss')) return null
  const party = { first: i, min: count.min, max: count.max, vague: count.rule === 'count:vague', counted: true }
  const cut = spans(r, count.last, count.of, befalls), own = count.of >= count.last && count.of < count.last + REACH && !befalls(count.of) && !cut
  // "Five received wounds": a number whose noun stands behind the word for what befell them counts no wounds.
  if (!own) return count.of < 0 || cut || count.unit !== 'things' ? { ...party, head: count.last - 1, last: count.last } : null
  const head = fullHead(r, count.of)
  return countsPeople(r, k) || head !== count.of ? { ...party, head, last: head + 1 } : null
}

/** "two Levies personnel": the people whom the noun that a number leans on belongs to. */
function fullHead(r: Reading, of: number): number {
  const next = of + 1
  return r.syntax.head[of] === next && r.syntax.deprel[of] === 'compound' && r.syntax.upos[next] === 'NOUN' && isHuman(entityAt(r, next)) ? next : of
}

/** Whether a comma or a word for what befell people stands between two tokens. */
function spans(r: Reading, first: number, last: number, befalls: Befalls): boolean {
  for (let i = first; i < last; i++) if (lemmaAt(r, i) === ',' || befalls(i)) return true
  return false
}

const ARTICLES = new Set(['a', 'an', 'another']), NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM'])
/** Words of one party after its article. */
const WORDS = 5

/** "a soldier", "his wife", "another child"; "a married couple" are two. */
export function oneFrom(r: Reading, i: number, befalls: Befalls): Party | null {
  if (!ARTICLES.has(lemmaAt(r, i)) && r.syntax.xpos[i] !== 'PRP$') return null
  if (isOrdinal(r, i + 1) && !befalls(i + 1)) return { head: i + 1, first: i, last: i + 2, min: 1, max: 1, vague: false, counted: true }
  const from = ageAfter(r, i)
  let last = from
  while (last <= from + WORDS && NOMINAL.has(r.syntax.upos[last] ?? '') && (r.countAt[last] ?? -1) < 0 && !befalls(last) && !(last > from && HARMED.test(word(r, last)))) last++
  if (r.syntax.xpos[i] === 'PRP$' && last === i + 1) return countedFrom(r, i + 1, befalls)
  const head = last - 1, mention = entityAt(r, head)
  if (NAMED.test(word(r, last)) && r.syntax.upos[last + 1] === 'PROPN') { last++; while (r.syntax.upos[last] === 'PROPN') last++ }
  if (head > from && word(r, head) === 'couple') return { head, first: i, last, min: 2, max: 2, vague: false, counted: true }
  if (head < from || r.syntax.xpos[head] === 'NNS' || !(isHuman(mention) || isUnplaced(r, head)) || lemmaIn(r, head, 'collective')) return null
  return { head, first: i, last, min: 1, max: 1, vague: false, counted: false }
}

/** "The mayor of the town and his wife", "nurse Ana Ruiz and two of her patients": one who is told by an office or a name, where those who belong to him are counted with him. */
function beforeKin(r: Reading, i: number, befalls: Befalls): Party | null {
  const article = word(r, i) === 'the', from = article ? i + 1 : i
  let last = from
  while (last <= from + WORDS && NOMINAL.has(r.syntax.upos[last] ?? '') && r.syntax.xpos[last] !== 'NNS' && (r.countAt[last] ?? -1) < 0 && !befalls(last)) last++
  let head = last - 1
  while (head > from && entityAt(r, head)?.last !== last) head--
  const mention = entityAt(r, head)
  if (last === from || mention?.last !== last || !isHuman(mention) || lemmaIn(r, head, 'collective') || (r.placeAt[head] ?? -1) >= 0) return null
  if (!article && (r.syntax.upos[last - 1] !== 'PROPN' || r.syntax.upos[i - 1] === 'PROPN') || LEADING.has(lemmaAt(r, i - 1))) return null
  const and = behind(r, last, befalls), kin = and + (r.countAt[and + 1] === undefined || r.countAt[and + 1]! < 0 ? 1 : word(r, and + 2) === 'of' ? 3 : 0)
  return word(r, and) === 'and' && kin > and && r.syntax.xpos[kin] === 'PRP$' ? { head, first: i, last, min: 1, max: 1, vague: false, counted: false } : null
}

/** "A driver dead": the adjective behind its noun says what befell him. */
const HARMED = /^(?:dead|wounded|injured|hurt)$/

/** "A girl named Ruba". */
const NAMED = /^(?:named|called)$/

export const ORDINAL = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/
/** "a third was wounded", "a fifth": one more of those counted before. */
const isOrdinal = (r: Reading, i: number): boolean => ORDINAL.test(word(r, i)) && !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(r.syntax.upos[i + 1] ?? '') && word(r, i + 1) !== 'of'

/** The token after the article, or after the age behind it ("a 22-year-old man"). */
function ageAfter(r: Reading, i: number): number {
  let at = i + 1
  while (at < i + AGE && /^(?:\d{1,3}|-|year|old|[\p{L}-]*\d*-?year-?s?-?(?:old)?|month)$/u.test(lemmaAt(r, at)) || r.counts[r.countAt[at] ?? -1]?.unit === 'time') at++
  return word(r, at - 1).endsWith('old') ? at : i + 1
}
const AGE = 6

/** A noun that neither the entities nor the tables of things know. */
const isUnplaced = (r: Reading, head: number): boolean => { const m = entityAt(r, head); return (m === null || m.kind === 'unknown') && !r.lexicon.objects.has(lemmaAt(r, head)) && (r.weaponAt[head] ?? -1) < 0 && (r.placeAt[head] ?? -1) < 0 && !hasClass(r, head, 'event') }

/** After a party, what belongs to it: "of the army", "(DI-MG)", ", including nine children,", ", two of them seriously,". */
export function behind(r: Reading, last: number, befalls: Befalls): number {
  let at = last
  for (let next = phraseAfter(r, at) ?? partAfter(r, at, befalls); next !== null; next = phraseAfter(r, at) ?? partAfter(r, at, befalls)) at = next
  return at
}

/** Tokens of a phrase that belongs to a party. */
export const PHRASE = 8
const isComma = (r: Reading, i: number): boolean => lemmaAt(r, i) === ','

function phraseAfter(r: Reading, at: number): number | null {
  const bracket = lemmaAt(r, at) === '('
  if (!bracket && !/^(?:of|from|belong)$/.test(lemmaAt(r, at))) return null
  for (let i = at + 1; i < at + PHRASE && sameSentence(r, i, at); i++) {
    if (bracket ? lemmaAt(r, i) === ')' : (r.countAt[i] ?? -1) >= 0) return bracket ? i + 1 : null
    if (!bracket && !/^(?:NOUN|PROPN|ADJ|DET|ADP|PRON|SYM|X)$/.test(r.syntax.upos[i] ?? '') && !/^[-–’']/.test(r.text.tokens[i]!.form) || lemmaAt(r, i) === 'as') return bracket || i === at + 1 ? null : i
  }
  return null
}

/** What ends a part by what began it. */
const CLOSING: Readonly<Record<string, string>> = { ',': ',', '(': ')', '-': '-' }

/** Words that open a part of those counted before. */
const PART = new Set(['including', 'includes', 'mostly', 'most', 'among', 'them', 'whom', 'all'])

function partAfter(r: Reading, at: number, befalls: Befalls): number | null {
  const comma = lemmaAt(r, at) === ',' || lemmaAt(r, at) === '(' || lemmaAt(r, at) === '-', opens = comma ? at + 1 : at
  const reach = comma ? [0, 1, 2, 3] : [0]
  const opener = reach.find(k => PART.has(word(r, opens + k)) && sameSentence(r, opens + k, at) && !(k > 0 && befalls(opens + k - 1)))
  if (opener === undefined) return null
  const ofThem = /^(?:them|whom)$/.test(word(r, opens + opener))
  for (let i = opens + 1; i < opens + 2 * PHRASE && sameSentence(r, i, at); i++) {
    if (comma && lemmaAt(r, i) === CLOSING[lemmaAt(r, at)]) return i + 1
    // "A crowd of 200, of whom five died": those five alone.
    // "Eleven people, of whom seven are civilians, were wounded": what the seven are, not what befell them.
    if (comma && lemmaAt(r, i) === 'be' && !befalls(i + 1) && !befalls(i + 2) && word(r, opens + opener) === 'whom') continue
    if (r.syntax.upos[i] === 'AUX' || befalls(i) && lemmaAt(r, i - 1) !== 'include') return word(r, opens + opener) === 'whom' && (r.countAt[opens + opener + 1] ?? -1) >= 0 && !isComma(r, i - 1) ? null : i
    if (r.syntax.upos[i] === 'VERB' && lemmaAt(r, i) !== 'include' && !ofThem) return null
    if (i + 1 === r.text.sentences[r.text.tokens[i]!.sentence]!.last) return i
  }
  return null
}
