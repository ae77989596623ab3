/** Turns role-filling heads into participants: one a chain, with the fullest name and every phrase that names it. */
import { spanOf, type EntityMention, type Extent, type Participant, type Span } from '../model/index.ts'
import { nameWords } from '../entities/lexicon.ts'
import type { Side } from './fillers.ts'
import { fullPhrase } from './full-phrase.ts'
import { entityAt, isArmed, lemmaAt, lemmaIn, stateOf, type Reading } from './reading.ts'

/** One party of an event: as a participant, and the mentions and tokens it was made of. `rank` says how well it is named: 0 says nothing of who, 0.5 is a thing, 1 is vague, 2 are people or a body, 3 is listed in the registry. */
export interface Party {
  readonly made: Participant
  readonly rank: number
  readonly votes: number
  readonly lemma: string
  readonly state: string | null
  readonly mentions: readonly EntityMention[]
  readonly chains: readonly number[]
  readonly heads: readonly number[]
}

/** Participants of an event from the head tokens of its accounts, in order of first mention; pronouns give way to their antecedents. */
export function participantsOf(r: Reading, heads: readonly number[], side: Side): readonly Participant[] {
  return telling(gathered(r, heads), side).map(x => x.made)
}

/** The parties that head tokens stand for, one a chain, those joined that are one party under two names. */
export function gathered(r: Reading, heads: readonly number[]): readonly Party[] {
  const byChain = new Map<number, EntityMention[]>()
  for (const head of heads) {
    const m = entityAt(r, head)
    if (!m) continue
    const list = byChain.get(m.chain)
    if (list) list.push(m)
    else byChain.set(m.chain, [m])
  }
  return joined([...byChain.entries()].flatMap(([chain, mentions]): readonly Party[] => {
    const made = participant(r, chain, mentions)
    return made ? [{ made, rank: rankOf(r, mentions), votes: mentions.length, lemma: lemmaAt(r, mentions[0]!.head), state: stateOf(r, mentions[0]!), mentions, chains: [chain], heads: mentions.map(m => m.head) }] : []
  }))
}

/** Most that an event names on one side; more are mostly parts or repetitions of the others. */
const MOST = 3

/** Joins those that are the same in all but words: one state's organs, a name and its short form, "protesters" and "unarmed protesters". */
function joined(found: readonly Party[]): readonly Party[] {
  const out: Party[] = []
  for (const x of found) {
    const k = out.findIndex(y => sameParty(x, y))
    if (k >= 0) out[k] = union(out[k]!, x)
    else out.push(x)
  }
  return out
}

export function sameParty(x: Party, y: Party): boolean {
  if (x.made.entity !== null && x.made.entity === y.made.entity) return true
  if (x.state !== null && x.state === y.state) return true
  if (x.rank < 2 || y.rank < 2) return x.lemma === y.lemma
  const a = stemsOf(x), b = stemsOf(y), [small, large] = a.size < b.size ? [a, b] : [b, a]
  const named = x.rank === 3 || y.rank === 3
  return [...small].every(w => large.has(w) || isCapital(x) && isCapital(y) && [...large].some(v => isSpelling(w, v))) && (named || singular(x.lemma) === singular(y.lemma))
}

const isCapital = (x: Party): boolean => /\p{Lu}/u.test(x.made.name)

/** Letters from which on a word that differs in one is another's misspelling ("Diyawadana", "Diywadana"). */
const LONG = 8

/** Whether two long words differ by one letter that is put in, left out or another. */
function isSpelling(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < LONG || long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  return short.slice(long.length === short.length ? i + 1 : i) === long.slice(i + 1)
}

const singular = (word: string): string => (word.length > 3 ? word.replace(/s$/, '') : word)
const stemsOf = (x: Party): ReadonlySet<string> => new Set(nameWords(x.made.name).filter(w => !/^(?:mr|mrs|ms|dr)$/.test(w)).map(singular))

/** Two parties as one, named as the better named of them. */
export function union(a: Party, b: Party): Party {
  const plural = b.rank === a.rank && b.made.name.toLowerCase() === `${a.made.name.toLowerCase()}s`, [first, second] = b.rank > a.rank || plural ? [b, a] : [a, b]
  const seen = new Set(first.made.evidence.map(e => e.exact.toLowerCase()))
  const evidence = [...first.made.evidence, ...[...second.made.evidence, ...plainly(second)].filter(e => !seen.has(e.exact.toLowerCase()) && seen.add(e.exact.toLowerCase()))].slice(0, EVIDENCE)
  const made: Participant = {
    ...first.made, entity: first.made.entity ?? second.made.entity, country: first.made.country ?? second.made.country,
    sectors: first.made.sectors.length ? first.made.sectors : second.made.sectors, labels: [...new Set([...first.made.labels, ...second.made.labels])], evidence,
  }
  return { made, rank: first.rank, votes: a.votes + b.votes, lemma: first.lemma, state: a.state === b.state ? a.state : null, mentions: [...a.mentions, ...b.mentions], chains: [...a.chains, ...b.chains], heads: [...a.heads, ...b.heads] }
}

/** "People" of "nineteen people": the words that a party goes by, which would be lost with its name where another is better named. */
const plainly = ({ made: { name, evidence } }: Party): readonly Span[] => evidence.filter(e => e.exact.length > name.length && e.exact.endsWith(name)).slice(0, 1).map(e => ({ ...e, start: e.end - name.length, exact: name }))

/** People and groups before things, the named and specific before "people" and bare numbers; at most MOST, in order of first mention. */
export function telling(found: readonly Party[], side: Side): readonly Party[] {
  const best = Math.max(0, ...found.map(x => x.rank)), least = side === 'actor' || best >= 2 ? 2 : Math.max(best, 0.5)
  const kept = found.filter(x => x.rank >= least)
  const chosen = new Set([...kept].sort((a, b) => b.votes - a.votes || b.rank - a.rank).slice(0, MOST))
  const names = new Set<string>()
  return kept.filter(x => chosen.has(x) && !names.has(x.made.name.toLowerCase()) && names.add(x.made.name.toLowerCase()))
}

/** Most phrases kept as evidence of one participant. */
const EVIDENCE = 8

/** See `Party.rank`. */
function rankOf(r: Reading, mentions: readonly EntityMention[]): number {
  const rank = (m: EntityMention): number => {
    if (m.form === 'pronoun') return 2
    if (/^[\d.,]+$/.test(m.name) || r.syntax.upos[m.head] === 'NUM') return 0
    if (lemmaIn(r, m.head, 'vague-participant') && m.entity === null) return 1
    if (m.entity !== null) return 3
    if (m.kind === 'facility' || m.kind === 'equipment') return 0.5
    return m.kind === 'place' || (m.kind === 'unknown' && m.form !== 'name') ? 0 : 2
  }
  return Math.max(0, ...mentions.map(rank))
}

function participant(r: Reading, index: number, mentions: readonly EntityMention[]): Participant | null {
  const chain = r.entities.chains[index]
  const all = (chain?.mentions ?? []).map(k => r.entities.mentions[k]).filter((m): m is EntityMention => m !== undefined)
  const naming = [...mentions, ...all].filter(m => m.form !== 'pronoun')
  const named = bestName(naming)
  if (!named) return null
  const evidence = evidenceOf(r, mentions, naming)
  return { name: named.name, entity: chain?.entity ?? named.entity, country: chain?.country ?? named.country, sectors: chain?.sectors.length ? chain.sectors : named.sectors, labels: [...new Set([...mentions, ...all].flatMap(m => m.labels))], evidence }
}

/** A proper name before a description, a longer one before a shorter, the earlier among equals. */
function bestName(mentions: readonly EntityMention[]): EntityMention | null {
  const rank = (m: EntityMention): number => (m.form === 'name' ? 100 : 0) + Math.min(6, m.last - m.first)
  return mentions.length ? mentions.reduce((best, m) => (rank(m) > rank(best) ? m : best)) : null
}

/** The mentions in the event first, then other names of the chain; equal words once. */
function evidenceOf(r: Reading, own: readonly EntityMention[], naming: readonly EntityMention[]): readonly Span[] {
  const seen = new Set<string>(), out: Span[] = []
  for (const extent of [...own.map(m => fullPhrase(r, m)), ...own.flatMap(m => ownPhrase(r, m)), ...naming.map(m => fullPhrase(r, m))]) {
    const span = spanOf(r.text.text, extent)
    const key = span.exact.toLowerCase()
    if (seen.has(key) || out.length >= EVIDENCE) continue
    seen.add(key)
    out.push(span)
  }
  return out
}

/** "Police outposts", "candidates' offices": the phrase for a thing of theirs that the words name. */
function ownPhrase(r: Reading, m: EntityMention): readonly Extent[] {
  const thing = entityAt(r, r.syntax.head[m.head] ?? -1)
  // "Attacked an army checkpoint south of the town": the parser may hang the two words side by side on the verb.
  const token = r.text.tokens[m.last]
  if (m.form === 'nominal' && isArmed(m) && r.syntax.xpos[m.head] === 'NN' && token?.sentence === r.text.tokens[m.head]!.sentence && (thing === null || thing.head !== m.last) && r.lexicon.objects.get(lemmaAt(r, m.last)) === 'site') return [{ start: m.start, end: token.end }]
  return thing !== null && m.form !== 'pronoun' && /^(?:facility|equipment)$/.test(thing.kind) && thing.head > m.head && /^(?:compound|amod|nmod:poss)$/.test(r.syntax.deprel[m.head] ?? '') ? [{ start: Math.min(m.start, thing.start), end: thing.end }] : []
}
