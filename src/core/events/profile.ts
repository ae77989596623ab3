/** What the report says of one account, made comparable with others: parties, places, days, tolls, how it is told. */
import type { Account } from './account.ts'
import { childrenWith, isVerb, prepositionOf } from './arguments.ts'
import { clausesOf, spreadOf, type Clause } from './likeness.ts'
import { isCumulative } from './losses.ts'
import { partyKey } from './party-key.ts'
import { answerWordAt, isWordOf, lemmaAt, type Reading } from './reading.ts'
import { isNamed } from './setting.ts'

/** What the document says of an account, made comparable: chains, places, days. */
export interface Profile {
  readonly account: Account
  readonly actors: ReadonlySet<string>
  readonly recipients: ReadonlySet<string>
  /** Place indices tied closely enough to be the act's own. */
  readonly places: readonly number[]
  /** First and last day, or null when the sentence gives none; `attached` where the day is the act's own, as in "Monday's raid" but not in "said on Monday that the raid". */
  readonly days: { readonly first: string; readonly last: string; readonly attached: boolean } | null
  readonly killed: readonly [number | null, number | null] | null
  readonly injured: readonly [number | null, number | null] | null
  readonly lemma: string
  readonly headline: boolean
  /** Lemmas of those it was done to, and of the weapons. */
  readonly victims: ReadonlySet<string>
  readonly weapons: ReadonlySet<string>
  /** "a blast", "another attack": the words bring in something new. */
  readonly indefinite: boolean
  /** Told without place, date and toll of its own. */
  readonly thin: boolean
  /** What has gone on since a day, or a loss told of such a stretch: "have killed nine since June". */
  readonly sum: boolean
  readonly side: 'answering' | 'answered' | null
  /** The words that set it apart: "another", "Meanwhile," "the previous". */
  readonly apart: ReadonlySet<string>
  /** Index of the item of a round-up or live report that tells it; -1 in running text. */
  readonly item: number
  readonly tense: 'perfect' | 'past' | 'other'
  /** Which account of its type it is, in text order from 0. */
  readonly rank: number
  /** How many acts it tells as one ("150 attacks"); 1 where it gives no number. */
  readonly count: number
  readonly clause: Clause
  /** In how many clauses of the report each word stands. */
  readonly spread: ReadonlyMap<string, number>
  /** Accounts of its type in the report. */
  readonly peers: number
}

/** Tokens after an answering word ("retaliation for") within which the act that was answered is told. */
const ANSWERED = 10

/** Whether the sentence tells the act as an answer to another, or as what was answered; null where it tells neither. */
export function sideOf(r: Reading, a: Account): 'answering' | 'answered' | null {
  const sentence = r.text.sentences[a.sentence]
  if (sentence) for (let i = sentence.first; i < sentence.last; i++) {
    if (!answerWordAt(r, i) || a.triggers.some(t => i >= t.first && i < t.last)) continue
    if (a.type === 'ASSAULT' && isBare(r, i)) { const verb = verbOver(r, i); if (verb >= 0 && a.main.token < i) return a.triggers.some(t => isBelow(r, t.token, verb)) ? 'answering' : 'answered'; continue }
    if (r.syntax.deprel[i] === 'amod') return a.triggers.some(t => t.token === r.syntax.head[i]) ? 'answering' : 'answered'
    if (isMeansOf(r, a, i)) return 'answering'
    if (a.main.token > i && a.main.token <= i + ANSWERED) return 'answered'
    if (a.main.token < i) return 'answering'
  }
  return null
}

/** "Troops answered with artillery fire", "responded by shelling the hills": what the verb of answering was done with. */
const isMeansOf = (r: Reading, a: Account, verb: number): boolean => isVerb(r.syntax, verb) && a.triggers.some(t => r.syntax.head[t.token] === verb && ((r.syntax.deprel[t.token] ?? '').startsWith('obl') && prepositionOf(r.syntax, t.token) === 'with' || childrenWith(r.syntax, t.token, 'mark').some(c => lemmaAt(r, c) === 'by')))

/** Whether an account is what somebody answered with. */
export const isAnswerBy = (r: Reading, a: Account): boolean => a.triggers.some(t => { const up = r.syntax.head[t.token] ?? -1; return up >= 0 && answerWordAt(r, up) !== undefined && isMeansOf(r, a, up) })

/** "And artillery pounded the hills in response": an answer that does not say again to what; the clause before tells it. */
const isBare = (r: Reading, i: number): boolean => lemmaAt(r, i - 1) === 'in' && !/^(?:to|for|against|of|after|when|because)$/.test(lemmaAt(r, i + 1))

/** "Youths killed three herders in revenge": a deed that answers what was told before. */
export const isBareAnswer = (r: Reading, a: Account): boolean => a.triggers.some(t => !t.nominal && (r.syntax.children[t.token] ?? []).some(c => c > t.token && answerWordAt(r, c) !== undefined && isBare(r, c)))

function verbOver(r: Reading, i: number): number {
  let at = r.syntax.head[i] ?? -1
  for (let hops = 0; at >= 0 && hops < HOPS && !isVerb(r.syntax, at); hops++) at = r.syntax.head[at] ?? -1
  return at >= 0 && isVerb(r.syntax, at) ? at : -1
}

const rangeOf = (a: Account, kind: string): readonly [number | null, number | null] | null => { const t = a.tolls.find(x => x.kind === kind); return t ? [t.min, t.max] : null }

/** Words that open a sentence: this many tokens from its first. */
const OPENING = 3

function apartOf(r: Reading, a: Account): ReadonlySet<string> {
  const out = new Set<string>(), first = r.text.sentences[a.sentence]?.first ?? 0
  const note = (i: number, ...kinds: readonly string[]): void => { const kind = r.lexicon.apart.get(lemmaAt(r, i)); if (kind !== undefined && kinds.includes(kind)) out.add(kind) }
  for (const t of a.triggers) for (const c of r.syntax.children[t.token] ?? []) { note(c, 'before', ...(t.nominal ? ['other'] : [])); for (const d of r.syntax.children[c] ?? []) if (!t.nominal) note(d, 'other') }
  for (let i = first; i < first + OPENING; i++) note(i, 'turn')
  return out
}

function tenseOf(r: Reading, a: Account): Profile['tense'] {
  const verbs = a.triggers.filter(t => !t.nominal).map(t => t.token)
  if (verbs.some(i => childrenWith(r.syntax, i, 'aux').some(c => lemmaAt(r, c) === 'have'))) return 'perfect'
  return verbs.some(i => /^VB[DN]$/.test(r.syntax.xpos[i] ?? '')) ? 'past' : 'other'
}

const isSum = (r: Reading, a: Account): boolean => a.tolls.some(t => isCumulative(r, t)) || a.times.some(t => t.distance < SINCE && r.times[t.index]!.edtf?.endsWith('/..') === true)

/** Clause distance within which "since June" is said of an act. */
const SINCE = 1.6

/** Steps from an act to the word by which somebody looks back on it, and from a day or a place to the act that it belongs to. */
const HOPS = 3, BELOW = 6

/** Tokens behind an act's noun within which a place is its own, whatever the parser hangs it on ("the raid on Bukavu"). */
const BEHIND = 2

/** "On Monday condemned the raid", "a strike from Wednesday in protest against the killing": the day and the place beside it are those of what was said or done about the act. */
function isLookedBackOn(r: Reading, a: Account): boolean {
  if (!a.triggers.every(t => t.nominal)) return false
  let at = a.main.token
  for (let hops = 0; hops < HOPS && /^(?:obj|obl|nmod|conj|ccomp|xcomp|appos|compound)/.test(r.syntax.deprel[at] ?? ''); hops++) {
    at = r.syntax.head[at] ?? -1
    if (at < 0) return false
    if (isWordOf(r, at, 'looking-back')) return true
  }
  return false
}

/** "Denied Monday's attack", "the March 3 killing": a day before the noun is its own, and so is a longer time ("condemned the raid on Bukavu in March"); a day behind may be that of "condemned". */
const isOwnDay = (r: Reading, a: Account, time: number): boolean => r.times[time]!.first !== r.times[time]!.last || a.triggers.some(t => (r.syntax.children[t.token] ?? []).some(c => c < t.token && r.timeAt[c] === time))

function isBelow(r: Reading, token: number, top: number): boolean {
  for (let at = token, hops = 0; at >= 0 && hops < BELOW; hops++) { if (at === top) return true; at = r.syntax.head[at] ?? -1 }
  return false
}

/** Its own places; of an act told without one, the place that opens its sentence ("In Hebron, troops arrested a man accused of a stabbing"). */
function placesOf(r: Reading, a: Account, own: (first: number) => boolean): readonly number[] {
  const named = a.places.filter(p => isNamed(r, p.index) && own(r.places[p.index]!.first)), near = named.filter(p => p.distance < 1.6)
  const { first } = r.text.sentences[a.sentence]!
  return (near.length > 0 || lemmaAt(r, first) !== 'in' ? near : named.filter(p => r.places[p.index]!.first === first + 1)).map(p => p.index)
}

/** Everything that merging compares; `items` from `itemsOf`, the rest as in Profile. */
function profileOf(r: Reading, a: Account, items: readonly number[], given: Pick<Profile, 'rank' | 'clause' | 'spread' | 'peers'>): Profile {
  const back = isLookedBackOn(r, a), own = (first: number): boolean => !back || a.triggers.some(t => isBelow(r, first, t.token) || first >= t.last && first <= t.last + BEHIND)
  const time = a.times.find(t => t.distance < (a.anaphoric ? 0.5 : 2.2) && (!back || isOwnDay(r, a, t.index))), when = time ? r.times[time.index] : undefined
  const nouns = a.triggers.filter(t => t.nominal), articles = nouns.flatMap(t => childrenWith(r.syntax, t.token, 'det').map(c => lemmaAt(r, c)))
  const kind = r.text.sections[r.text.sentences[a.sentence]?.section ?? 0]?.kind
  return {
    account: a, ...given, item: items[a.sentence] ?? -1, apart: apartOf(r, a), tense: tenseOf(r, a),
    side: sideOf(r, a),
    sum: isSum(r, a),
    count: r.counts[a.count]?.min ?? r.counts[a.count]?.max ?? 1,
    victims: new Set(a.recipients.map(h => lemmaAt(r, h))), weapons: new Set(a.weapons.map(k => r.weapons[k]!.term.words.join(' '))),
    indefinite: articles.some(d => d === 'a' || d === 'an' || d === 'another'), thin: a.tolls.length === 0 && !time && a.places.every(p => p.distance >= 1.6 || !isNamed(r, p.index)),
    actors: new Set(a.actors.map(h => partyKey(r, h) || `token:${h}`)),
    recipients: new Set(a.recipients.map(h => partyKey(r, h) || `token:${h}`)),
    places: placesOf(r, a, own),
    days: when?.first && when.last ? { first: when.first, last: when.last, attached: (time?.distance ?? 9) < 0.5 && (!a.anaphoric || nouns.some(t => childrenWith(r.syntax, t.token, 'nmod:poss').some(c => (r.timeAt[c] ?? -1) >= 0))) } : null,
    killed: rangeOf(a, 'killed'), injured: rangeOf(a, 'injured'),
    lemma: a.main.lexeme.words.at(-1) ?? '',
    headline: kind === 'headline' || kind === 'key-point',
  }
}

/** Profiles of all accounts of a report. */
export function profilesOf(r: Reading, accounts: readonly Account[]): readonly Profile[] {
  const items = itemsOf(r), seen = new Map<string, number>(), clauses = clausesOf(r, accounts), spread = spreadOf(clauses), peers = new Map<string, number>()
  for (const a of accounts) peers.set(a.type, (peers.get(a.type) ?? 0) + 1)
  return accounts.map((a, i) => { const rank = seen.get(a.type) ?? 0; seen.set(a.type, rank + 1); return profileOf(r, a, items, { rank, clause: clauses[i]!, spread, peers: peers.get(a.type)! }) })
}

/** A paragraph that opens an item: a place in capitals before a colon or dash, a bullet, a number, an hour. */
const ITEM = /^(?:[•▪●◦‣·*]|[-–—]\s|\d{1,2}[.)]\s|\d{1,2}[:.h]\d\d\b|[\p{Lu}][\p{Lu} ,.'-]{2,40}(?:,\s\p{Lu}[\p{L} .]{2,30})?\s*(?::|[-–—])\s)/u

/** For each sentence the item of a round-up or live report that it stands in; all -1 where the report has fewer than three. */
function itemsOf(r: Reading): readonly number[] {
  let item = -1
  const opens = r.text.paragraphs.map(p => ({ p, opens: ITEM.test(r.text.text.slice(p.start, p.start + 90).replace(/^\W*\uFE0F/u, '• ')) && !/headline|key-point/.test(r.text.sections[p.section]?.kind ?? '') }))
  if (opens.filter(x => x.opens).length < 3) return r.text.sentences.map(() => -1)
  const of = opens.map(x => { if (x.opens) item++; return item })
  return r.text.sentences.map(s => of[s.paragraph] ?? -1)
}
