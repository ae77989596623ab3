/** Joins those of one side of an event that are one party told twice: victims who are first only counted and then described, bearers of arms who are first unnamed and then named. */
import { spanOf, type EntityMention } from '../model/index.ts'
import { childrenWith, conjuncts, prepositionOf } from './arguments.ts'
import type { Side } from './fillers.ts'
import { union, type Party } from './participants.ts'
import { revealed } from './revealed.ts'
import { isArmed, isHuman, lemmaAt, lemmaIn, type Reading } from './reading.ts'

/** The parties of one side, those without a description of their own joined to the one that describes them. */
export const described = (r: Reading, found: readonly Party[], side: Side): readonly Party[] => (side === 'recipient' ? revealed(r, manned(r, held(r, alike(r, named(r, toldWidely(r, sameCrowd(r, counted(r, paired(r, found, arePair))))))))) : named(r, alike(r, paired(r, found, areBarePair))))

/** "A woman and her two children", "teachers and pupils": two words for one party, which stands under both. */
function paired(r: Reading, found: readonly Party[], arePair: (r: Reading, first: EntityMention, second: EntityMention) => boolean): readonly Party[] {
  return found.reduce((out, second) => {
    const m = second.mentions.find(x => r.syntax.deprel[x.head] === 'conj'), up = m === undefined ? -1 : r.syntax.head[m.head] ?? -1
    const first = m === undefined ? undefined : out.find(x => x !== second && x.mentions.some(n => n.head === up && (arePair(r, n, m) || isShare(r, m))))
    if (m === undefined || first === undefined || !out.includes(second)) return out
    if (isShare(r, m)) return out.filter(x => x !== second)
    const span = spanOf(r.text.text, { start: first.mentions.find(n => n.head === up)!.start, end: m.end }), whole = union(first, second)
    const pair = { ...whole, made: { ...whole.made, name: span.exact.replace(/\s+/g, ' '), evidence: [span, ...whole.made.evidence] } }
    return out.filter(x => x !== second).map(x => (x === first ? pair : x))
  }, found)
}

/** "People, mostly children", "farmers, nine of them women": some of those told before. */
const isShare = (r: Reading, m: EntityMention): boolean => /^(?:mostly|mainly|them|whom)$/.test(r.text.tokens[m.first - 1]?.norm.toLowerCase() ?? '')

/** Tokens from the first word of a pair to the second. */
const PAIR = 7

/** Two unarmed crowds in bare words, or someone with those who are theirs. */
function areBarePair(r: Reading, first: EntityMention, second: EntityMention): boolean {
  if (!areJoined(r, first, second) || ![first, second].every(m => isHuman(m) && !isArmed(m))) return false
  return childrenWith(r.syntax, second.head, 'nmod:poss').some(c => r.syntax.upos[c] === 'PRON') || areBare(r, first, second)
}

/** Those, and what is destroyed together ("a house and two cars"), people of whom only age and sex are told ("two women and a child"), men of two trades in bare words ("six sappers and drivers"). */
function arePair(r: Reading, first: EntityMention, second: EntityMention): boolean {
  if (areBarePair(r, first, second)) return true
  if (!areJoined(r, first, second)) return false
  if ([first, second].every(m => /^(?:facility|equipment)$/.test(m.kind)) || [first, second].every(m => lemmaIn(r, m.head, 'age-or-sex'))) return true
  return [first, second].every(m => isHuman(m) && !lemmaIn(r, m.head, 'inhabitant-word')) && areBare(r, first, second)
}

const areJoined = (r: Reading, first: EntityMention, second: EntityMention): boolean => [first, second].every(m => m.form === 'nominal' && m.entity === null) && second.head - first.head <= PAIR && childrenWith(r.syntax, second.head, 'cc').some(c => lemmaAt(r, c) === 'and') && conjuncts(r.syntax, first.head).length === 2

const areBare = (r: Reading, first: EntityMention, second: EntityMention): boolean => [first, second].every(m => r.syntax.xpos[m.head] === 'NNS') && childrenWith(r.syntax, second.head, 'det', 'nummod', 'amod').length === 0 && childrenWith(r.syntax, first.head, 'det').length === 0

/** "Killed 12 people ... the dead were worshippers": those who are only counted are the people that the event is told of most. */
function counted(r: Reading, found: readonly Party[]): readonly Party[] {
  const anyone = found.filter(x => x.mentions.every(m => isCountedOnly(r, m)))
  const named = found.filter(x => !anyone.includes(x) && !x.mentions.every(m => isPart(r, m)) && x.rank >= 2 && x.mentions.some(m => isHuman(m) && m.form !== 'pronoun' && !lemmaIn(r, m.head, 'settlement') && !lemmaIn(r, m.head, 'attacker-noun'))).sort((a, b) => b.votes - a.votes)
  const whole = named.find(x => addsUp(r, [x, ...named.filter(y => y !== x && areBeside(r, x, y))], anyone)) ?? named[0]
  if (whole === undefined) return numbered(r, found, anyone)
  if (anyone.length === 0) return found
  const all = anyone.reduce(union, whole)
  return found.filter(x => !anyone.includes(x)).map(x => (x === whole ? all : x))
}

/** "Killed five people ... three nuns and two soldiers were killed": a list that counts as many as were counted before it. */
function addsUp(r: Reading, list: readonly Party[], anyone: readonly Party[]): boolean {
  const size = (x: Party): number => Math.max(...x.mentions.map(m => r.counts[r.countFor[m.head] ?? -1]?.max ?? 0)), sizes = list.map(size)
  return list.length > 1 && !sizes.includes(0) && anyone.some(x => size(x) === sizes.reduce((a, b) => a + b, 0))
}

/** "Six sentenced ... the court sentenced six men": a bare number and the word for people that stands nearest. */
function numbered(r: Reading, found: readonly Party[], anyone: readonly Party[]): readonly Party[] {
  const numbers = anyone.filter(x => x.mentions.every(m => r.syntax.upos[m.head] === 'NUM')), noun = anyone.find(x => !numbers.includes(x))
  if (noun === undefined || numbers.length === 0) return found
  const all = numbers.reduce(union, noun)
  return found.filter(x => !numbers.includes(x)).map(x => (x === noun ? all : x))
}

/** Words for the people of a place, and for those who protest, any of which a report may call them by. */
const CROWDS = ['inhabitant-word', 'marcher-word'] as const

/** "Shelled civilians ... the locals", "protesters ... the marchers": two words for one crowd. */
function sameCrowd(r: Reading, found: readonly Party[]): readonly Party[] {
  const crowdOf = (x: Party): string | undefined => CROWDS.find(list => x.made.entity === null && x.mentions.some(m => lemmaIn(r, m.head, list)) && x.mentions.every(m => m.form !== 'name' && (lemmaIn(r, m.head, list) || isCountedOnly(r, m))))
  return found.reduce<readonly Party[]>((out, x) => {
    const crowd = crowdOf(x), k = crowd === undefined ? -1 : out.findIndex(y => crowdOf(y) === crowd && !areBeside(r, x, y))
    return k < 0 ? [...out, x] : out.map((y, i) => (i === k ? union(y, x) : y))
  }, [])
}

/** "Shells hit a group of fruit sellers ... two civilians died": a word for any unarmed people stands for the only ones of whom the report tells more, in another sentence. */
function toldWidely(r: Reading, found: readonly Party[]): readonly Party[] {
  const unarmed = found.filter(x => x.rank >= 2 && x.made.entity === null && x.mentions.every(m => m.form === 'nominal' && isHuman(m) && !isArmed(m))), wide = unarmed.filter(x => x.mentions.every(m => lemmaIn(r, m.head, 'wide-victim')))
  const [first] = wide, other = unarmed.find(x => !wide.includes(x) && x.mentions.every(m => m.kind === 'person' && r.syntax.xpos[m.head] === 'NNS'))
  if (first === undefined || other === undefined || wide.length > 1 || unarmed.length > 2 || areTogether(r, first, other)) return found
  return found.filter(x => x !== first).map(x => (x === other ? union(other, first) : x))
}

const areTogether = (r: Reading, x: Party, y: Party): boolean => x.mentions.some(m => y.mentions.some(n => r.text.tokens[m.head]?.sentence === r.text.tokens[n.head]?.sentence))

/** "Freed a French teacher ... the hostage": whom a word only says to be held is the one party that is told to suffer the same act. */
function held(r: Reading, found: readonly Party[]): readonly Party[] {
  const isHeld = (x: Party): boolean => x.made.entity === null && x.mentions.some(m => lemmaIn(r, m.head, 'held-person')) && x.mentions.every(m => m.form !== 'name' && (lemmaIn(r, m.head, 'held-person') || isCountedOnly(r, m)))
  const captives = found.filter(isHeld), others = found.filter(x => !captives.includes(x) && x.mentions.some(m => isHuman(m)))
  const [captive] = captives, [whole] = others
  if (captive === undefined || whole === undefined || captives.length > 1 || others.length > 1 || isOne(r, captive) !== isOne(r, whole) || areBeside(r, captive, whole)) return found
  return found.filter(x => x !== captive).map(x => (x === whole ? union(whole, captive) : x))
}

const isCountedOnly = (r: Reading, m: EntityMention): boolean => m.entity === null && (lemmaIn(r, m.head, 'only-counted') || r.syntax.upos[m.head] === 'NUM')

/** One man: a name of a person, or a noun in the singular ("a retired colonel"). */
const isOne = (r: Reading, x: Party): boolean => x.mentions.every(m => m.form === 'pronoun' || m.kind === 'person' && (m.form === 'name' || r.syntax.xpos[m.head] === 'NN'))

/** "Ambushed a patrol, killing nine soldiers": those who bear arms and are counted are the men of the one unit that was struck. */
function manned(r: Reading, found: readonly Party[]): readonly Party[] {
  const units = found.filter(x => x.made.entity === null && x.mentions.every(m => m.form !== 'name' && lemmaIn(r, m.head, 'unit-noun'))), men = found.filter(x => isBare(r, x) && !units.includes(x))
  const [unit] = units, [crew] = men
  if (unit === undefined || crew === undefined || units.length + men.length > 2 || areBeside(r, unit, crew) || kindOfArms(unit) !== 'other' && kindOfArms(unit) !== kindOfArms(crew)) return found
  return found.filter(x => x !== crew).map(x => (x === unit ? union(unit, crew) : x))
}

/** Sectors of those who bear arms for a state. */
const REGULAR = new Set(['MIL', 'COP', 'GOV'])

/** "Killed 20 militants ... strikes on the Front": a bare word for those who bear arms stands for the armed party of its kind that is named on the same side, where it is the only one. */
function named(r: Reading, found: readonly Party[]): readonly Party[] {
  return found.filter(x => isBare(r, x)).reduce((out, bare) => {
    const regular = bare.mentions.some(m => m.sectors.some(s => REGULAR.has(s)))
    const fits = out.filter(x => x !== bare && hasName(r, x) && (regular ? x.state !== null || x.made.sectors.some(s => REGULAR.has(s)) : x.state === null && x.mentions.some(m => m.kind === 'armed-group')))
    if (fits.length !== 1) return out
    const whole = union(fits[0]!, bare)
    return out.filter(x => x !== bare).map(x => (x === fits[0] ? whole : x))
  }, found)
}

/** "Gunmen opened fire … the attackers fled", "police … officers": two bare words for those who bear arms of one kind are one doer, unless they stand side by side or each says something of its own. */
function alike(r: Reading, found: readonly Party[]): readonly Party[] {
  return found.reduce<readonly Party[]>((out, x) => {
    const k = isBare(r, x) ? out.findIndex(y => isBare(r, y) && kindOfArms(x) === kindOfArms(y) && saysNoMore(r, x, y) && !areBeside(r, x, y)) : -1
    return k < 0 ? [...out, x] : out.map((y, i) => (i === k ? union(y, x) : y))
  }, [])
}

/** The police, the forces, or those who bear arms of their own. */
const kindOfArms = (x: Party): string => ['COP', 'MIL'].find(s => x.mentions.some(m => m.sectors.includes(s))) ?? 'other'

function saysNoMore(r: Reading, x: Party, y: Party): boolean {
  // "Off-duty soldiers": by their own words where the report calls them by another's name elsewhere.
  const own = (p: Party): readonly string[] => { const m = p.mentions.find(k => k.form === 'nominal'); return m === undefined ? p.made.name.toLowerCase().split(/\s+/) : Array.from({ length: m.last - m.first }, (_, k) => lemmaAt(r, m.first + k)) }
  const [a, b] = [x, y].map(p => own(p).slice(0, -1).join(' '))
  return a === '' || b === '' || a === b
}

const areBeside = (r: Reading, x: Party, y: Party): boolean => x.mentions.some(m => y.mentions.some(n => conjuncts(r.syntax, m.head).includes(n.head) || conjuncts(r.syntax, n.head).includes(m.head) || r.syntax.deprel[m.head] === 'conj' && r.syntax.deprel[n.head] === 'conj' && r.syntax.head[m.head] === r.syntax.head[n.head]))

/** Words of a phrase that says no more than who bears arms ("masked gunmen"). */
const BARE = 3

const isBare = (r: Reading, x: Party): boolean => x.made.entity === null && x.state === null && x.made.country === null && x.mentions.some(m => isArmed(m)) && x.mentions.every(m => isCountedOnly(r, m) || m.form !== 'name' && isArmed(m) && m.last - m.first <= BARE)
const hasName = (r: Reading, x: Party): boolean => x.made.entity !== null || x.state !== null || x.mentions.some(m => m.form === 'name' && /^(?:armed-group|force)$/.test(r.entities.chains[m.chain]?.kind ?? ''))

export const isPart = (r: Reading, m: { readonly head: number; readonly first: number }): boolean => r.lexicon.lists['part-of-counted'].has(prepositionOf(r.syntax, m.head)) || lemmaIn(r, m.first - 1, 'part-of-counted') || lemmaIn(r, m.first - 2, 'part-of-counted') || lemmaIn(r, m.first - 3, 'part-of-counted') || isOfThem(r, m.first)

/** "Nine of them guards", "most of whom were pilgrims". */
const isOfThem = (r: Reading, first: number): boolean => [first, first - 1].some(i => /^(?:them|whom|these|those)$/.test(r.text.tokens[i - 1]?.norm.toLowerCase() ?? '') && lemmaAt(r, i - 2) === 'of')
