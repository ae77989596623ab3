/** Reads lists of those counted off the words themselves, where trees go wrong: "two soldiers, a doctor and three children". */
import type { EntityMention } from '../model/index.ts'
import { entityAt, isHuman, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { behind, LEADING, partyFrom, PHRASE, REACH, sameSentence, word, type Befalls, type Party, type Range } from './victim-party.ts'

/** A list of parties and the token after it. */
export interface Victims { readonly parties: readonly Party[]; readonly last: number }

/** Parties of one list. */
const MOST = 12

/** The parties named from token `i` on, joined by commas, "and", "as well as"; null where none stands there. A party that has a word of its own (not at or after `end`) for what befell it ends the list. */
export function victimsFrom(r: Reading, i: number, befalls: Befalls, end = Infinity): Victims | null {
  const parties: Party[] = []
  let at = i, last = i, closed = false
  for (let party = partyFrom(r, at, befalls); party !== null && parties.length < MOST; party = at < 0 ? null : partyFrom(r, at, befalls)) {
    if (parties.length > 0 && hasOwnWord(r, party.last, token => token < end && befalls(token))) break
    // "Treated nine people, one for a lost eye": a number alone behind a mere comma is of those before it.
    if (parties.length > 0 && lemmaAt(r, party.first - 1) === ',' && party.counted && r.syntax.upos[party.head] === 'NUM' && parties.at(-1)!.counted) break
    parties.push(party)
    last = behind(r, party.last, befalls)
    const next = afterJoint(r, last)
    // "Five children and two women, and fourteen were wounded": a list has one "and" before its last.
    if (closed && word(r, next - 1) === 'and' && lemmaAt(r, next - 2) === ',') break
    if (word(r, next - 1) === 'and') closed = true
    at = next
  }
  const own = withoutApposed(r, withoutSpeakers(r, parties))
  return own.length > 0 ? { parties: own, last: own.length < parties.length ? own.at(-1)!.last : last } : null
}

/** "shot dead Anas Deek and two farmers": one who is named right there, and those that "and" adds. */
export function namedFrom(r: Reading, i: number, befalls: Befalls): Victims | null {
  const m = namedAt(r, i)
  if (m === null || [r.placeAt, r.timeAt, r.weaponAt].some(covers => (covers[m.head] ?? -1) >= 0)) return null
  const one = { head: m.head, first: i, last: m.last, min: 1, max: 1, vague: false, counted: false }, rest = word(r, m.last) === 'and' ? victimsFrom(r, m.last + 1, befalls) : null
  return { parties: [one, ...rest?.parties ?? []], last: rest?.last ?? m.last }
}

/** The mention of one person by name that a token begins, a title before it or in it ("comrade Tadesse"); null where none stands there. */
function namedAt(r: Reading, i: number): EntityMention | null {
  const at = r.entities.mentions.find(m => m.first <= i && m.last > i), titled = at?.form === 'nominal' && r.syntax.xpos[at.head] === 'NN'
  const m = titled && r.syntax.xpos[at.last - 1] !== 'NNP' ? r.entities.mentions.find(next => next.first === at.last) : at
  if (m === undefined || m.form !== 'name' && !(m === at && titled)) return null
  return (m.kind === 'person' || m.kind === 'unknown' || m.rule === 'entity:model/ORG' && m.last - m.first > 1) && /^NNP?$/.test(r.syntax.xpos[m.head] ?? '') ? m : null
}

/** "killed 49 soldiers, a tale that nobody believes": what follows a number after a mere comma says what they or it were. */
function withoutApposed(r: Reading, parties: readonly Party[]): readonly Party[] {
  const last = parties.at(-1)
  return last !== undefined && parties.length > 1 && !last.counted && parties[0]!.counted && word(r, last.first - 1) === ',' && !isHuman(entityAt(r, last.head)) ? parties.slice(0, -1) : parties
}

/** "wounding 34, a doctor and residents said": who speaks is no victim, with all since the last comma before a number. */
function withoutSpeakers(r: Reading, parties: readonly Party[]): readonly Party[] {
  const last = parties.at(-1)?.last ?? -1, { last: end } = r.text.sentences[r.text.tokens[last - 1]?.sentence ?? 0]!
  let at = last
  while (at < end && at < last + PHRASE && /^(?:NOUN|PROPN|ADJ|CCONJ|DET)$/.test(r.syntax.upos[at] ?? '')) at++
  if (parties.length < 2 || !lemmaIn(r, at, 'tell-verb')) return parties
  const from = parties.findLastIndex(p => word(r, p.first - 1) === ',')
  return from > 0 ? parties.slice(0, from) : parties
}

/** The list that ends at the word `i` for what befell it, with nothing but auxiliaries and `between` before that word; null where none does. */
export function victimsBefore(r: Reading, i: number, between: ReadonlySet<string>, befalls: Befalls): Victims | null {
  const from = Math.max(r.text.sentences[r.text.tokens[i]!.sentence]!.first, i - REACH), others = new Set<number>()
  for (let p = from; p < i; p++) {
    if (others.has(p)) continue
    if (p > 0 && sameSentence(r, p - 1, i) && isLed(r, p, befalls)) {
      for (const party of victimsFrom(r, p, befalls, i)?.parties ?? []) others.add(party.first)
      continue
    }
    const found = victimsFrom(r, p, befalls, i)
    if (found === null || found.last > i) continue
    let at = found.last
    while (at < i && between.has(lemmaAt(r, at))) at++
    if (at === i && i - found.last <= GAP) return found
  }
  return null
}

/** Whether what begins at the token belongs to a verb or to a word that leads to a place, a doer or a whole; with it all of its list does. */
function isLed(r: Reading, p: number, befalls: Befalls): boolean {
  const before = lemmaAt(r, p - 1)
  if (before === 'of' && lemmaIn(r, p - 2, 'of-toll') || before === 'in' && lemmaIn(r, p - 2, 'in-toll')) return false
  if (before === 'be' && lemmaAt(r, p - 2) === 'there') return false
  return r.syntax.upos[p - 1] === 'VERB' && !r.lexicon.lists['before-list'].has(before) && !(befalls(p - 1) && (r.countAt[p - 2] ?? -1) >= 0) || LEADING.has(before) || before === 'they' && LEADING.has(lemmaAt(r, p - 2))
}

/** Tokens at most between a list and the word for what befell it. */
const GAP = 6
/** Whether a word for what befell people follows at once, auxiliaries aside: the party is another list's. */
function hasOwnWord(r: Reading, last: number, befalls: Befalls): boolean {
  for (let i = last; i < last + GAP && sameSentence(r, i, last - 1); i++) {
    if (befalls(i)) return true
    if (!/^(?:AUX|ADV)$/.test(r.syntax.upos[i] ?? '') && !/^(?:other|more|people)$/.test(lemmaAt(r, i))) return false
  }
  return false
}

/** The token after ",", "and", "as well as" and their like; -1 where no joint stands. */
function afterJoint(r: Reading, i: number): number {
  let at = i
  if (lemmaAt(r, at) === ',' || lemmaAt(r, at) === ';' && word(r, at + 1) === 'and') at++
  const own = word(r, at), next = word(r, at + 1)
  if (own === 'and' || own === '&' || own === 'plus') at++
  else if (own === 'as' && next === 'well') at += 3
  else if ((own === 'along' || own === 'together') && next === 'with') at += 2
  return at > i && sameSentence(r, at, i - 1) ? at : -1
}

/** Sum over parties; an end that one of them leaves open stays open. */
export function sumRanges(ranges: readonly Range[]): Range | null {
  const add = (ends: readonly (number | null)[]): number | null => ends.reduce((a, b) => (a === null || b === null ? null : a + b), 0)
  return ranges.length === 0 ? null : { min: add(ranges.map(x => x.min)), max: add(ranges.map(x => x.max)) }
}
