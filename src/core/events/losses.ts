/** The losses of an event: which of the tolls that are told of it count, and the range over them. */
import { spanOf, type EntityMention, type Participant, type Quantity, type Span } from '../model/index.ts'
import { countsAttackers, isAttackers, type Account } from './account.ts'
import { childrenWith } from './arguments.ts'
import { entityAt, isArmed, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { countOf, type Toll, type TollKind } from './toll.ts'
import { ORDINAL } from './victim-party.ts'
import { sumRanges } from './victims.ts'
import { CLOSE } from './where.ts'

/** Who is on which side of an event, as its words and its fields say. */
export interface Parties { readonly actors: readonly Participant[]; /** Tokens that name the actors. */ readonly heads: readonly number[]; readonly recipients: readonly Participant[]; readonly reciprocal: boolean }

/** Who is on which side of an event, by head tokens, and as it came out. */
type Sides = Pick<Account, 'actors' | 'recipients' | 'reciprocal'> & { readonly made: Parties }

/** Types of acts that have dead and hurt of their own: those of an arrest, a sentence or an aid convoy are another act's. */
const LOSING: ReadonlySet<string> = new Set(['ASSAULT', 'PROTEST'])

/** Whether what an account tells did not happen, or only might: its figures are nobody's losses. What only stands below a purpose ("to retake the city, killing hundreds") may have happened. */
export const isUnreal = ({ status: { status, rule } }: Account): boolean => status === 'negated' || status === 'hypothetical' && !/^status:(?:infinitive|purpose)$/.test(rule)

/** The toll of one kind: the widest range over rival figures, but the later of an update ("rose to"). What is denied, rumoured or only thought of tells no losses of an act that is asserted besides. */
export function tollOfEvent(r: Reading, accounts: readonly Account[], made: Parties, kind: TollKind, attackers: boolean, strays: readonly Toll[] = []): Quantity | null {
  if (kind !== 'detained' && !LOSING.has(accounts[0]?.type ?? '')) return null
  // In a clash of which no side is told to have begun it both sides' dead are its dead.
  const clash = accounts[0] !== undefined && isClash(accounts[0])
  const sides: Sides = { actors: made.actors.length > 0 ? made.heads : accounts.flatMap(a => a.actors), recipients: accounts.flatMap(a => a.recipients), reciprocal: clash || accounts.some(a => a.reciprocal), made: clash ? { ...made, reciprocal: true } : made }
  const fought = new Set(accounts.filter(isClash).map(a => a.sentence))
  const ofKind = (list: readonly Toll[]): readonly Toll[] => list.filter(t => t.kind === kind && !isOfHarmed(r, t) && !(kind === 'killed' && isHeldUnhurt(r, accounts, t))).flatMap(t => (kind !== 'killed' ? t : t.parties.length > 1 && fought.has(t.sentence) ? attackers ? [] : t : partOn(r, sides, t, attackers) ?? []))
  const unreal = accounts.every(isUnreal), told = ofKind(accounts.flatMap(a => a.tolls.filter(t => (unreal || t.max === 0 || !isUnreal(a)) && !isOnlyTried(a, t))))
  const lost = kind === 'injured' && accounts.some(a => a.tolls.some(t => t.kind === 'killed' && t.max !== 0))
  const own = told.filter(t => !(lost && isOfSome(r, t)) && sizeOf(t) < WAR && !isOfMore(r, accounts, t)), others = ofKind(strays)
  const all = withoutShot(own.length === 0 ? others : [...own, ...others.filter(t => isTold(r, t))], accounts, strays)
  return all.length === 0 ? null : rangeOver(r, all, fought.size > 0)
}

/** "The hostages were unhurt": of those taken away nobody thought them dead. */
const isHeldUnhurt = (r: Reading, accounts: readonly Account[], t: Toll): boolean => t.max === 0 && lemmaIn(r, t.anchor, 'unharmed') && accounts[0]!.mode === 'abduct'

/** "Soldiers shot six men": dead, unless the report says how many died of it, or tells of as many hurt. */
function withoutShot(tolls: readonly Toll[], accounts: readonly Account[], strays: readonly Toll[]): readonly Toll[] {
  const hurt = Math.max(0, ...[...accounts.flatMap(a => a.tolls), ...strays].filter(t => t.kind === 'injured').map(sizeOf)), sure = tolls.filter(t => !isOfShot(t))
  return sure.length > 0 ? sure : tolls.filter(t => sizeOf(t) > hurt)
}
const isOfShot = (t: Toll): boolean => t.rule.endsWith('/shot')

/** "Shelling has killed nine since May", told with one shell of today: a sum over a stretch of time is no loss of an act that is told without it, unless the act itself has gone on. */
export const isOfMore = (r: Reading, accounts: readonly Account[], t: Toll): boolean => accounts.length > 1 && isCumulative(r, t) && !accounts.some(a => !a.tolls.some(x => x.anchor === t.anchor) && isLasting(r, a))

/** "The attempted assassination of two judges", "planned the murder of a mayor", "tried to lynch one of them": whom a killing was meant for is not dead. */
const isOnlyTried = ({ status: { status, rule }, triggers, main }: Account, t: Toll): boolean => (status === 'attempted' || status === 'planned') && (t.rule.endsWith('/noun-of') ? triggers.some(x => x.nominal && x.token === t.anchor) : rule.startsWith('status:governor') && main.token === t.anchor)

/** Whether an account tells of what has gone on since a day: its losses are a sum. */
const isLasting = (r: Reading, a: Account): boolean => a.count >= 0 || a.status.status === 'ongoing' || a.times.some(t => t.distance < CLOSE && (r.times[t.index]!.edtf?.endsWith('/..') || r.times[t.index]!.rule === 'nth-day-of'))

/** Whether an account speaks of a fight of two sides, whether or not it names them. */
const isClash = (a: Account): boolean => a.triggers.some(t => /^(?:n-)?both$/.test(t.lexeme.frame))

/** "No casualties" and "no civilians were hurt" beside people killed speak of one side, or of those not yet told. */
const isOfSome = (r: Reading, { max, anchor, of }: Toll): boolean => max === 0 && (/^(?:casualty|loss)$/.test(lemmaAt(r, anchor)) || of.some(h => lemmaAt(r, h) === 'civilian') || lemmaAt(r, anchor - 2) === 'civilian')

/** The part of a toll that counts the attackers, or that counts the others ("45 militants and 20 soldiers were killed"); null where it counts none of them. */
function partOn(r: Reading, whole: Sides, t: Toll, attackers: boolean): Toll | null {
  // Who is known only by being counted there did not do it.
  const sides: Sides = { ...whole, actors: whole.actors.filter(h => !t.of.includes(h)), made: { ...whole.made, actors: whole.made.actors.filter(p => p.evidence.length === 0 || p.evidence.some(e => e.end <= t.start || e.start >= t.end)) } }
  // Whoever is counted is the recipient of the word that counts them; in a list of both sides that tells nothing.
  const named = t.parties.filter(p => isAttackers(r, t.parties.length > 1 ? { ...sides, recipients: [] } : sides, p.head))
  const camp = named.length > 0 ? [] : t.parties.filter(p => isTheirs(r, sides.made, p.head, t.parties.length > 1)), theirs = camp.length > 1 && camp.length === t.parties.length ? [] : [...named, ...camp]
  if (theirs.length === 0 || theirs.length === t.parties.length) return (theirs.length > 0 || countsAttackers(r, sides, t)) === attackers ? t : null
  const on = attackers ? theirs : t.parties.filter(p => !theirs.includes(p)), range = sumRanges(on)
  return range === null ? null : { ...t, ...range, parties: on, of: on.map(p => p.head) }
}

type Camp = 'rebel' | 'state'
const REBELS = new Set(['REB', 'PRM', 'CRM']), FORCES = new Set(['MIL', 'COP', 'GOV'])
const campOf = (sectors: readonly string[]): Camp | null => (sectors.some(s => FORCES.has(s)) ? 'state' : sectors.some(s => REBELS.has(s)) ? 'rebel' : null)
const campOfMention = (r: Reading, m: EntityMention): Camp | null => { const chain = r.entities.chains[m.chain]; return campOf(chain?.sectors.length ? chain.sectors : m.sectors) ?? (m.kind === 'armed-group' ? 'rebel' : null) }

/** Whether those whom a token heads are of the attackers' camp, as the event's parties came out: "19 terrorists were neutralised" where rebels ambushed an army's convoy. In a clash both sides' dead are its dead. In a list of both sides' dead (`listed`) soldiers may be the attackers', though they are told as struck. */
function isTheirs(r: Reading, { actors, recipients, reciprocal }: Parties, head: number, listed: boolean): boolean {
  const m = entityAt(r, head), camp = m !== null && isArmed(m) ? campOfMention(r, m) : null
  if (m === null || camp === null || reciprocal || actors.length === 0 || !recipients.some(p => campOf(p.sectors) !== camp)) return false
  // "Eleven fighters died when the rebels ambushed a column": of those attacked, where nobody of the other camp is.
  if (recipients.some(p => p.name === m.name) && recipients.every(p => [null, camp].includes(campOf(p.sectors)))) return false
  const own = r.entities.chains[m.chain]?.entity ?? m.entity
  if (own !== null && actors.every(p => p.entity !== null && p.entity !== own)) return false
  if (!listed && camp === 'state' && (recipients.some(p => campOf(p.sectors) === camp) || !recipients.some(p => campOf(p.sectors) === 'rebel'))) return false
  return actors.every(p => campOf(p.sectors) === camp && (camp === 'rebel' || p.country === null || m.country === null || p.country === m.country))
}

/** From so many on a toll is a war's. */
const WAR = 10_000

/** "More than 2,500 have been killed in the fighting this year", "since May raids have killed 90", "brought the toll in the Syrian conflict to 18": the sum of a war is not the toll of one act. */
export function isCumulative(r: Reading, { anchor, sentence, min, max, rule }: Toll): boolean {
  const { first, last } = r.text.sentences[sentence]!, verb = r.syntax.head[anchor] ?? -1
  if ((max ?? min ?? 0) >= WAR) return true
  const perfect = rule.endsWith('/reckoned') || [anchor, verb].some(v => v >= 0 && childrenWith(r.syntax, v, 'aux').some(c => lemmaAt(r, c) === 'have'))
  for (let i = first; i < last; i++) {
    if (lemmaIn(r, i, 'summed-span') && [1, 2, 3].some(k => i - k >= first && /^(?:this|the|in|of)$/.test(lemmaAt(r, i - k))) && perfect) return true
    if (perfect && (lemmaAt(r, i) === 'since' && (i > anchor || i === first) || lemmaAt(r, i) === 'far' && lemmaAt(r, i - 1) === 'so')) return true
  }
  return false
}

/** Tokens before a figure within which it is called an earlier one, and between that word and the verb that gives it. */
const CALLED = 12, TOLD = 6

/** "revised an earlier toll of 27", "withdrew its earlier statement that two had died": replaced by what the report gives besides; so is what was "earlier put at four", of which the mayor "had at first spoken", where a larger figure stands. */
const isWithdrawn = (r: Reading, all: readonly Toll[], t: Toll): boolean => {
  const outdone = all.some(o => sizeOf(o) > sizeOf(t)), { first } = r.text.sentences[t.sentence]!
  for (let i = Math.max(first, t.anchor - CALLED); i < t.anchor; i++) {
    if (!r.lexicon.lists['earlier-word'].has(r.text.tokens[i]!.norm.toLowerCase())) continue
    if (lemmaIn(r, i + 1, 'figure-noun') && lemmaAt(r, i) !== 'first') return true
    if (outdone && gives(r, i, t.anchor)) return true
  }
  return false
}

/** Whether a verb that gives figures follows "earlier" or "at first" and leads to the figure at `anchor`; in a sentence that an adverb opens its subject stands between. */
function gives(r: Reading, at: number, anchor: number): boolean {
  const { first } = r.text.sentences[r.text.tokens[at]!.sentence]!, reach = at - first <= 1 ? TOLD : 2
  for (let i = at + 1; i < Math.min(anchor + 1, at + reach + 1); i++) if (lemmaIn(r, i, 'give-figure')) return true
  return lemmaIn(r, at - 2, 'give-figure') && lemmaAt(r, at - 1) === 'at'
}

/** "the other five injured", "two of the dead", "a third soldier": some of those told elsewhere. */
export const isPart = (r: Reading, { of, rule }: Toll): boolean => !rule.endsWith('/nth') && of.some(h => {
  const c = r.counts[countOf(r, h)]
  if (c === undefined) return childrenWith(r.syntax, h, 'amod').some(a => ORDINAL.test(lemmaAt(r, a)))
  return lemmaAt(r, c.first) === 'the' && lemmaAt(r, c.first + 1) === 'other' || lemmaAt(r, c.last) === 'of' && /^(?:the|they|those|that)$/.test(lemmaAt(r, c.last + 1))
})

/** "Four of the injured died", "seven of the dead were clerks": how many there were is told elsewhere. */
const isOfHarmed = (r: Reading, { of, anchor }: Toll): boolean => of.some(h => { const c = r.counts[countOf(r, h)]; return c !== undefined && lemmaAt(r, c.last) === 'of' && /^(?:the|those)$/.test(lemmaAt(r, c.last + 1)) && anchor === c.last + 2 })

/** Those, and "two more" or those who "were also killed", who come on top or are another act's. */
const isSome = (r: Reading, t: Toll): boolean => isPart(r, t) || childrenWith(r.syntax, t.anchor, 'advmod').some(c => lemmaAt(r, c) === 'also') || t.of.some(h => { const c = r.counts[countOf(r, h)]; return c !== undefined && (lemmaAt(r, c.first) === 'another' || lemmaAt(r, c.last) === 'more' || lemmaAt(r, c.first - 1) === 'further' || lemmaAt(r, c.first + 1) === 'further') })

/** Those that hold, or all where none does. */
const preferred = (tolls: readonly Toll[], holds: (t: Toll) => boolean): readonly Toll[] => (tolls.some(holds) ? tolls.filter(holds) : tolls)

const sizeOf = ({ min, max }: Pick<Toll, 'min' | 'max'>): number => max ?? min ?? 0

/** The figure that is told first and again is the event's: a larger one that stands once, and that nobody gives, is another act's. */
function mainOf(r: Reading, tolls: readonly Toll[]): readonly Toll[] {
  const first = [...tolls].sort((a, b) => a.start - b.start)[0], size = first === undefined ? 0 : sizeOf(first)
  if (size === 0 || new Set(tolls.filter(t => sizeOf(t) === size).map(t => t.sentence)).size < 2) return tolls
  return tolls.filter(t => sizeOf(t) <= size || t.rule.endsWith('/reckoned') || isTold(r, t) || tolls.some(o => o.sentence !== t.sentence && sizeOf(o) === sizeOf(t)))
}

/** "The claim that thirty of our men died is a lie", "this is a fabrication; nobody was hurt": a figure that its own sentence, or the words right before it, call false. */
const isCalledFalse = (r: Reading, { sentence }: Toll): boolean => { const { first, last } = r.text.sentences[sentence]!; for (let i = first; i < last; i++) if (lemmaIn(r, i, 'falsehood') && [1, 2, 3].some(k => lemmaAt(r, i - k) === 'be')) return true; return false }

/** "Four died; a fifth died in hospital": a count brought up to date replaces the one before it. */
const upToDate = (tolls: readonly Toll[]): readonly Toll[] => { const nth = tolls.filter(t => t.rule.endsWith('/nth')); return nth.length === 0 ? tolls : tolls.filter(t => !nth.some(n => n.start > t.start && t.max !== null && t.max === (n.max ?? 0) - 1)) }

/** The widest range over rival figures, exact ones before vague. */
function rangeOver(r: Reading, tolls: readonly Toll[], fought: boolean): Quantity | null {
  const valid = preferred(upToDate(tolls), t => !isWithdrawn(r, tolls, t)), whole = valid.filter(t => !isSome(r, t))
  // "Dozens were wounded", "another 43 were wounded": others than the dead, where no other figure says how many.
  const kept = mainOf(r, whole.some(t => !t.vague) ? whole : preferred(valid, t => !isPart(r, t))), hit = preferred(kept, t => t.max !== 0), nil = hit.length < kept.length && kept.some(t => t.max === 0 && (isTold(r, t) || isCalledFalse(r, t)) && !hit.some(o => o.sentence === t.sentence)) && hit.every(t => isTold(r, t)) || hit.length > 0 && hit.every(t => isCalledFalse(r, t)), exact = preferred(hit, t => !t.vague)
  const sides = bySide(r, exact, stateOf) ?? (fought ? bySide(r, exact, campAt) : null)
  if (sides !== null) return { ...sides, of: null, evidence: spansOf(r, exact) }
  const full = exact.filter(t => !partOfAnother(r, exact, t))
  if (!full.length) return null
  const mins = full.map(t => t.min), maxs = full.map(t => t.max)
  const known = mins.filter((x): x is number => x !== null), tops = maxs.filter((x): x is number => x !== null)
  const least = known.length ? Math.min(...known) : null, top = tops.length ? Math.max(...tops) : null
  // "At least 110" stays open, whoever says 200.
  const open = full.some(t => t.max === null)
  // "The army says two died; the rebels admit no losses": nobody is the least that anyone gives.
  const range = { min: nil ? 0 : least, max: open ? null : top }
  return { ...range, of: ofWhom(r, full), evidence: spansOf(r, full) }
}

const stateOf = (r: Reading, t: Toll): string | null => { const m = t.of.map(h => entityAt(r, h)).find(x => x?.country != null); return m == null || m.kind === 'state' ? null : m.country }
const campAt = (r: Reading, t: Toll): string | null => { const m = t.of.map(h => entityAt(r, h)).find(x => x !== null); return t.parties.length > 1 || m == null || !isArmed(m) ? null : campOfMention(r, m) }

/** Forces of different states counted apart ("four US soldiers", "an Iraqi policeman") add up, and so do the two camps of a fight ("two rebels were killed and a constable died"); null where they are not told so. */
function bySide(r: Reading, tolls: readonly Toll[], sideOf: (r: Reading, t: Toll) => string | null): { readonly min: number | null; readonly max: number | null } | null {
  const sides = new Map<string, Toll>()
  for (const t of tolls) {
    const side = sideOf(r, t)
    if (side === null) return null
    const old = sides.get(side)
    if (old && (old.min !== t.min || old.max !== t.max)) return null
    sides.set(side, t)
  }
  if (sides.size < 2) return null
  const all = [...sides.values()], sum = (values: readonly (number | null)[]): number | null => (values.includes(null) ? null : values.reduce((a, b) => (a ?? 0) + (b ?? 0), 0))
  return { min: sum(all.map(t => t.min)), max: sum(all.map(t => t.max)) }
}

/** Whether somebody gives the figure in its sentence. */
export const isTold = (r: Reading, { sentence }: Toll): boolean => { const { first, last } = r.text.sentences[sentence]!; return r.syntax.lemma.slice(first, last).some((lemma, k) => r.lexicon.lists['figure-teller'].has(lemma.toLowerCase()) && !(r.syntax.upos[first + k] === 'PROPN' || lemma === 'state' && r.syntax.upos[first + k] !== 'VERB')) }

/** A smaller toll beside a larger one is a part of it ("12 people, two of them children"), but a rival where somebody gives it in a sentence of its own and both count the same or just anyone. */
function partOfAnother(r: Reading, tolls: readonly Toll[], toll: Toll): boolean {
  const size = sizeOf(toll), whom = (t: Toll): string => (t.of.length === 1 && (r.countAt[t.of[0]!] ?? -1) < 0 ? lemmaAt(r, t.of[0]!) : '')
  if (size === 1 && !toll.of.some(h => countOf(r, h) >= 0) && tolls.some(o => (o.min ?? 0) > 1)) return true
  if (toll.parties.length === 1 && tolls.some(o => o.parties.length > 1 && o.parties.some(p => p.min === toll.min && p.max === toll.max))) return true
  const wide = (lemma: string): boolean => lemma === '' || r.lexicon.lists['wide-victim'].has(lemma)
  // "The government has spoken of nine", "put the toll at 12": the sum of all, whoever others count.
  if (isTold(r, toll) && /\/(?:bare|reckoned)$/.test(toll.rule)) return tolls.some(o => o !== toll && o.sentence === toll.sentence && sizeOf(o) > size)
  // A figure without a noun ("the militants say 14") counts what was counted before it, whatever the report itself says.
  if (isCountered(r, toll)) return false
  const rivals = (o: Toll): boolean => o.sentence !== toll.sentence && (o.rule.endsWith('/bare') && isTold(r, o) || whom(o) === whom(toll) && whom(o) !== '' || isTold(r, toll) && (whom(o) === whom(toll) || wide(whom(toll))) || isOutbid(r, tolls, toll, o))
  return tolls.some(o => o !== toll && (o.min ?? o.max ?? 0) > size * 1.5 && size > 0 && !rivals(o))
}

/** "Two were killed, the ministry said. The group put the dead at 18": what the report counts first is no part of a larger figure that somebody gives later, unless that brings it up to date ("rose to 18"). A figure that only the headline gives may be of another act. */
const isOutbid = (r: Reading, tolls: readonly Toll[], toll: Toll, o: Toll): boolean => toll.start < o.start && !toll.vague && isTold(r, o) && (!isHeadline(r, toll) || tolls.some(x => !isHeadline(r, x) && sizeOf(x) === sizeOf(toll))) && !(o.rule.endsWith('/reckoned') && !/^(?:at|as)$/.test(lemmaAt(r, (r.counts[countOf(r, o.of[0]!)]?.first ?? 0) - 1)))

/** Tokens before a figure within which it is set against another. */
const AGAINST = 4
/** "The commissioner confirmed only eight deaths", "but said four policemen had died": whoever gives it gives it against a larger one. */
function isCountered(r: Reading, t: Toll): boolean {
  const first = r.counts[countOf(r, t.of[0] ?? -1)]?.first ?? -1, only = r.text.tokens[first]?.norm.toLowerCase()
  if (first < 0 || t.of.length > 1 || isPart(r, t) || !isTold(r, t)) return false
  return only === 'only' || Array.from({ length: AGAINST }, (_, k) => first - 1 - k).some(i => r.text.tokens[i]?.sentence === t.sentence && /^(?:only|just|but|however)$/.test(lemmaAt(r, i)))
}

const isHeadline = (r: Reading, { sentence }: Toll): boolean => r.text.sections[r.text.sentences[sentence]!.section]?.kind === 'headline'

function ofWhom(r: Reading, tolls: readonly Toll[]): string | null {
  for (const t of tolls) for (const h of t.of) { const m = entityAt(r, h); if (m && m.form !== 'pronoun' && r.syntax.upos[h] !== 'NUM') return m.name }
  return null
}

export function spansOf(r: Reading, list: readonly { start: number; end: number }[]): readonly Span[] {
  const seen = new Set<string>()
  return list.map(x => spanOf(r.text.text, x)).filter(s => !seen.has(s.exact) && seen.add(s.exact)).slice(0, 4)
}
