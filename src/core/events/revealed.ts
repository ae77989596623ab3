/** Joins one who is first only described to the name that the report gives him afterwards: "a taxi driver was shot … Amir Hadad, 41, died at the wheel". */
import type { EntityMention } from '../model/index.ts'
import { childrenWith, conjuncts, prepositionOf } from './arguments.ts'
import { gathered, union, type Party } from './participants.ts'
import { entityAt, isArmed, lemmaAt, lemmaIn, type Reading } from './reading.ts'

/** The parties of one side, a lone person without a name joined to the one name that tells who it was. */
export function revealed(r: Reading, found: readonly Party[]): readonly Party[] {
  const all = sameMan(r, found)
  const unnamed = all.filter(x => isPerson(r, x) && nameOf(r, x) === undefined && !isAnother(r, x)), names = all.filter(x => isPerson(r, x) && nameOf(r, x) !== undefined)
  const [one] = unnamed, [name] = names
  if (one === undefined || unnamed.length > 1 || names.length > 1) return all
  if (name !== undefined) return isIntroduced(r, one) && startOf(r, one) < startOf(r, name) && sentenceOf(r, one) < sentenceOf(r, name) && !areTogether(r, one, name) && !isKin(r, name) && !isCalled(r, one, name) ? all.filter(x => x !== one).map(x => (x === name ? union(name, one) : x)) : all
  const told = namedLater(r, one), party = told === undefined ? undefined : gathered(r, [told.head])[0]
  return party === undefined ? all : all.map(x => (x === one ? union({ ...party, votes: 0, rank: Math.max(party.rank, one.rank) }, one) : x))
}

const chainOf = (r: Reading, x: Party): readonly EntityMention[] => x.chains.flatMap(k => r.entities.chains[k]?.mentions ?? []).map(k => r.entities.mentions[k]!).filter(m => m.form !== 'pronoun')

/** A lone person: a name, or a noun in the singular that no table has for a body or an armed side. */
const isPerson = (r: Reading, x: Party): boolean => x.made.entity === null && x.state === null && x.mentions.some(m => m.form !== 'pronoun' || r.entities.chains[m.chain]?.kind === 'person' && isFull(nameOf(r, x) ?? m)) && x.mentions.every(m => m.form === 'pronoun' || (m.form === 'name' ? m.kind === 'person' || m.kind === 'unknown' && (isFull(m) || r.entities.chains[m.chain]?.kind === 'person') : m.kind === 'person' && r.syntax.xpos[m.head] !== 'NNS' && (r.counts[r.countFor[m.head] ?? -1]?.max ?? 1) === 1 && !['collective', 'unit-noun', 'crew-word'].some(list => lemmaIn(r, m.head, list as 'collective'))))

/** "A motorist was killed. His wife, Grace Nfor, was hurt". */
const isKin = (r: Reading, x: Party): boolean => chainOf(r, x).some(m => m.form === 'nominal' && (lemmaIn(r, m.head, 'kin') && !lemmaIn(r, m.head, 'age-or-sex') || childrenWith(r.syntax, m.head, 'nmod:poss').length > 0))

const isFull = (m: EntityMention): boolean => m.last - m.first > 1
/** "Amir Hadad", "jailed journalist Aziz Orujov". */
const isName = (r: Reading, m: EntityMention): boolean => m.form === 'name' || m.form === 'nominal' && m.last - 1 > m.head && r.syntax.upos[m.last - 1] === 'PROPN'
/** His longest name, one that is only a name before one behind what he is. */
const nameOf = (r: Reading, x: Party): EntityMention | undefined => chainOf(r, x).filter(m => isName(r, m)).toSorted((a, b) => Number(b.form === 'name') - Number(a.form === 'name') || b.last - b.first - (a.last - a.first))[0]

const startOf = (r: Reading, x: Party): number => Math.min(...chainOf(r, x).map(m => m.first))
const sentenceOf = (r: Reading, x: Party): number => r.text.tokens[startOf(r, x)]?.sentence ?? 0

/** "Another man", "a second driver": one more than those told before. */
const isAnother = (r: Reading, x: Party): boolean => x.mentions.some(m => [m.first - 1, m.first].some(i => /^(?:another|other|second|third|fourth|fellow)$/.test(r.text.tokens[i]?.norm.toLowerCase() ?? '')))

const areTogether = (r: Reading, x: Party, y: Party): boolean => x.mentions.some(m => y.mentions.some(n => conjuncts(r.syntax, m.head).includes(n.head) || conjuncts(r.syntax, n.head).includes(m.head)))

/** "Alberto Ruiz … Mr Ruiz", "jailed blogger Alberto Ruiz": names of one person. */
function sameMan(r: Reading, found: readonly Party[]): readonly Party[] {
  return found.reduce<readonly Party[]>((out, x) => {
    const words = wordsOf(r, x), k = words.length === 0 ? -1 : out.findIndex(y => { const [short, long] = [words, wordsOf(r, y)].sort((a, b) => a.length - b.length) as [readonly string[], readonly string[]]; return short.length > 0 && long.length > 1 && long.slice(-short.length).join(' ') === short.join(' ') && !areTogether(r, x, y) })
    return k < 0 ? [...out, x] : out.map((y, i) => (i === k ? wordsOf(r, y).length < words.length ? union(x, y) : union(y, x) : y))
  }, [])
}

/** The words of a person's fullest name, without titles and what he is. */
function wordsOf(r: Reading, x: Party): readonly string[] {
  const name = isPerson(r, x) ? nameOf(r, x) : undefined
  return name === undefined ? [] : (/(?:\p{Lu}[\p{L}.'’-]*\s*)+$/u.exec(name.name)?.[0] ?? '').trim().split(/\s+/).filter(w => !/^(?:mr|mrs|ms|dr|sir)\.?$/i.test(w))
}

/** "The mayor, Teodoro Quispe … the secretary, Elena Rojas, was killed with him": one whom the report gives another name right behind what he is. */
function isCalled(r: Reading, one: Party, name: Party): boolean {
  const lemmas = new Set(one.mentions.map(m => lemmaAt(r, m.head))), chains = new Set(name.chains)
  return r.entities.mentions.some(m => { const n = r.text.tokens[m.last]?.form === ',' ? r.entities.mentions[r.entities.byToken[m.last + 1] ?? -1] : undefined; return m.form === 'nominal' && lemmas.has(lemmaAt(r, m.head)) && n?.form === 'name' && n.first === m.last + 1 && n.last - n.first + Number(r.entities.mentions[r.entities.byToken[n.last] ?? -1]?.form === 'name') > 1 && !chains.has(n.chain) })
}

/** Sentences after a description within which it is given its name. */
const NAMED_WITHIN = 3

/** "Amir Hadad, 41, …", "the dead man was named as Amir Hadad": the first new name behind an indefinite description that stands alone in its sentence. */
function namedLater(r: Reading, x: Party): EntityMention | undefined {
  const first = chainOf(r, x).toSorted((a, b) => a.first - b.first)[0], here = r.text.tokens[first?.first ?? 0]?.sentence ?? 0
  if (first === undefined || !isIndefinite(r, first) || r.entities.mentions.some(m => m !== first && m.chain !== first.chain && r.text.tokens[m.head]?.sentence === here && m.form === 'nominal' && m.kind === 'person' && !isArmed(m) && isIndefinite(r, m))) return undefined
  const news = r.entities.mentions.filter(m => { const s = r.text.tokens[m.head]?.sentence ?? 0; return s > here && s <= here + NAMED_WITHIN && m.form === 'name' && (m.kind === 'person' || m.kind === 'unknown') && m.entity === null && isFull(m) && isNew(r, m) && (hasAge(r, m) && isSubject(r, m) || isIdentified(r, m, first)) })
  return news.length === 1 || news[0] !== undefined && isIdentified(r, news[0], first) ? news[0] : undefined
}

/** "A baker" where he is first told of, and in a headline "Baker". */
const isIntroduced = (r: Reading, x: Party): boolean => { const m = chainOf(r, x).toSorted((a, b) => a.first - b.first)[0]; return m !== undefined && (isIndefinite(r, m) || r.text.sections[r.text.sentences[r.text.tokens[m.head]?.sentence ?? 0]?.section ?? 0]?.kind === 'headline') }

/** "A baker". */
const isIndefinite = (r: Reading, m: EntityMention): boolean => /^NNP?$/.test(r.syntax.xpos[m.head] ?? '') && (r.syntax.children[m.head] ?? []).some(c => r.syntax.deprel[c] === 'det' && /^an?$/.test(lemmaAt(r, c)))

const isNew = (r: Reading, m: EntityMention): boolean => !(r.entities.chains[m.chain]?.mentions ?? []).some(k => r.entities.mentions[k]!.first < m.first)

/** "Amir Hadad, 41, who", "Amir Hadad (41)". */
const hasAge = (r: Reading, m: EntityMention): boolean => /^[,(]$/.test(r.text.tokens[m.last]?.form ?? '') && /^[1-9]\d$/.test(r.text.tokens[m.last + 1]?.form ?? '') && /^[,)]$/.test(r.text.tokens[m.last + 2]?.form ?? '')

/** Who is told of and does not speak: witnesses have an age too. */
const isSubject = (r: Reading, m: EntityMention): boolean => ((r.syntax.deprel[m.head] ?? '').startsWith('nsubj') || r.text.tokens[m.first - 1]?.sentence !== r.text.tokens[m.first]?.sentence) && !lemmaIn(r, r.syntax.head[m.head] ?? -1, 'tell-verb')

/** "Police named the victim as Amir Hadad", "he was identified as". */
function isIdentified(r: Reading, m: EntityMention, one: EntityMention): boolean {
  const up = r.syntax.head[m.head] ?? -1, verb = r.syntax.deprel[m.head] === 'nmod' ? r.syntax.head[up] ?? -1 : up
  if (!lemmaIn(r, verb, 'identify-verb') || prepositionOf(r.syntax, m.head) !== 'as') return false
  return childrenWith(r.syntax, verb, 'obj', 'nsubj:pass').some(o => lemmaAt(r, o) === lemmaAt(r, one.head) || lemmaIn(r, o, 'only-counted') || entityAt(r, o)?.form === 'pronoun' || lemmaIn(r, o, 'age-or-sex'))
}
