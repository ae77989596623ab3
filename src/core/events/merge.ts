/** Whether two accounts tell of one act: a scored, explained decision for each pair; clusters.ts makes events of them. */
import type { PlaceMention } from '../model/index.ts'
import { range } from '../text/range.ts'
import type { Account } from './account.ts'
import type { Weights } from './lexicon.ts'
import { childrenWith, verbArguments } from './arguments.ts'
import { likeness } from './likeness.ts'
import { isGrandTotal, isLongBefore, isNewVictim } from './other-acts.ts'
import { isAnswerBy, isBareAnswer, type Profile } from './profile.ts'
import type { Trigger } from './triggers.ts'
import { answerWordAt, entityAt, isBrief, isHuman, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'

/** One reason for or against a merge. */
export interface Reason { readonly feature: string; readonly weight: number }

export interface Decision { readonly score: number; readonly reasons: readonly Reason[] }

const OUTCOME = new Set(['kill', 'hurt', 'die'])
const intersects = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some(x => b.has(x))

const LATER = new Set(['after', 'following', 'before', 'since', 'over'])

/** Acts counted together from this number on are a total, which none of its parts joins. */
const TOTAL = 10

/** How `b` hangs on `a`: as what it answers ("in retaliation for"), as what came before or after, or neither. */
function linkBetween(r: Reading, a: Account, b: Account): 'answer' | 'sequel' | null {
  const own = new Set(a.triggers.map(t => t.token))
  for (let at = b.main.token, hops = 0; at >= 0 && hops < 7; hops++) {
    if (own.has(at)) return null
    if (at !== b.main.token && answerWordAt(r, at)) return ancestorOf(r, own, at) ? 'answer' : null
    if (childrenWith(r.syntax, at, 'case').some(c => answerWordAt(r, c - 1) !== undefined)) return ancestorOf(r, new Set([at]), a.main.token) ? null : 'answer'
    if (childrenWith(r.syntax, at, 'case', 'mark').some(c => LATER.has(lemmaAt(r, c)))) return ancestorOf(r, own, at) ? 'sequel' : null
    at = r.syntax.head[at] ?? -1
  }
  return null
}

/** "The raid came two days after a bombing": a stretch of time lies between the two. Whoever died that long after an attack died of it. Read by order, since such clauses are often parsed wrong. */
function hasLapse(r: Reading, a: Account, b: Account): boolean {
  if (a.main.lexeme.frame === 'die' || b.main.lexeme.frame === 'die') return false
  const ends = [a, b].map(x => x.main.token), from = Math.min(...ends), to = Math.max(...ends), first = r.text.sentences[a.sentence]?.first ?? from
  // "Hours after the raid soldiers fired": the stretch opens the sentence, before both.
  for (let i = first + 1; i < to; i++) if (/^(?:after|before)$/.test(lemmaAt(r, i)) && lemmaIn(r, i - 1, 'span-of-time') && lemmaAt(r, i + 1) !== ',' && (i > from || i <= first + OPENING && !hasVerb(r, first, i))) return true
  return false
}

/** Tokens from a sentence's first, or behind an act's words, within which "hours later" is said of it. */
const LATER_WITHIN = 5

/** "Troops killed three. An IED blast hours later wounded two": so long after the act before; "two days later he died" tells of a wound's end. */
function isLater(r: Reading, a: Profile, b: Profile): boolean {
  if (b.account.sentence !== a.account.sentence + 1 || a.headline || b.account.anaphoric || b.account.main.lexeme.frame === 'die') return false
  const { first } = r.text.sentences[b.account.sentence]!, at = b.account.main
  for (let i = first + 1; i < at.last + LATER_WITHIN && i < r.text.sentences[b.account.sentence]!.last; i++) if (r.text.tokens[i]!.norm === 'later' && lemmaIn(r, i - 1, 'span-of-time') && (i < first + LATER_WITHIN || i >= at.token)) return true
  return false
}

/** "It came a month after gunmen overran the base and seized its guns": what the stretch opens is told before it. */
const hasVerb = (r: Reading, from: number, to: number): boolean => { for (let i = from; i < to; i++) if (r.syntax.upos[i] === 'VERB') return true; return false }

/** Tokens from a sentence's first within which a stretch of time opens it. */
const OPENING = 5

/** Whether one of `tokens`, or what it hangs on within two steps, stands above `at`. */
function ancestorOf(r: Reading, tokens: ReadonlySet<number>, at: number): boolean {
  const above = new Set<number>()
  for (let up = r.syntax.head[at] ?? -1, hops = 0; up >= 0 && hops < 6; hops++) { above.add(up); up = r.syntax.head[up] ?? -1 }
  return [...tokens].some(t => above.has(t) || above.has(r.syntax.head[t] ?? -1))
}

/** "Strikes killed nine after rockets were fired at the town": who acted in the main clause did so after an act of others; of somebody who "was killed after gunmen opened fire" the clause tells how. */
function isDoneAfter(r: Reading, a: Profile, b: Profile): boolean {
  const main = a.account, other = b.account
  if (a.actors.size === 0 || intersects(a.actors, b.actors) || main.actors.some(x => other.actors.some(y => areBare(r, x, y))) || main.triggers.some(t => t.arguments.passive) || main.main.lexeme.frame === 'die') return false
  return other.main.nominal ? b.recipients.size > 0 && !intersects(a.recipients, b.recipients) : verbArguments(r.syntax, other.main.token).list.some(x => x.relation === 'subject')
}

/** "Gunmen burned a clinic as police tried to retake the street", "soldiers shot a man who tried to stab a guard": two verbs, each with people of its own that do it. */
function areOwnDeeds(r: Reading, a: Profile, b: Profile): boolean {
  const [x, y] = [a.account, b.account].map(account => (account.reciprocal || !account.triggers.some(isDeed) ? [] : account.fillers.filter(f => f.side === 'actor' && f.rule === 'role:subject' && isActing(r, f.head)).map(f => f.head)))
  return x!.length > 0 && y!.length > 0 && !intersects(a.actors, b.actors) && !x!.some(m => y!.some(n => areBare(r, m, n)))
}

/** A verb with somebody or something that it is done to; of "militants overrun base, 11 soldiers killed" the second has none. */
const isDeed = (t: Trigger): boolean => !t.nominal && t.arguments.list.some(x => x.relation === 'object' || x.relation === 'oblique' && /^(?:at|on|into|against)$/.test(x.preposition))

/** People and armed sides, but no pronouns, aircraft and guns. */
const isActing = (r: Reading, head: number): boolean => { const m = entityAt(r, head); return m !== null && m.form !== 'pronoun' && (isHuman(m) || m.kind === 'force' || m.kind === 'armed-group' || m.kind === 'state') && (r.weaponAt[head] ?? -1) < 0 }

/** "The army killed nine after troops opened fire": two words for men of one calling, neither of whom has a name or a country. */
function areBare(r: Reading, x: number, y: number): boolean {
  const [a, b] = [entityAt(r, x), entityAt(r, y)]
  return [a, b].every(m => m?.form === 'nominal' && m.country === null && m.entity === null) && a!.sectors.some(s => b!.sectors.includes(s))
}

type Camp = 'rebel' | 'force' | 'crowd'

/** Sectors by camp: who fights for a state, who against one, and people without arms; jets and helicopters are a state's. */
const CAMPS: readonly (readonly [Camp, readonly string[]])[] = [['rebel', ['REB', 'CRM']], ['force', ['MIL', 'COP']], ['crowd', ['CVL', 'LAB', 'EDU']]]

/** The one camp of those who did it; null where a doer has none, or two camps did it together. */
function campOf(r: Reading, account: Account): Camp | null {
  if (account.actors.length === 0) return account.mode === 'aerial' && account.triggers.some(t => t.arguments.list.some(x => x.relation === 'subject' && (r.weaponAt[x.head] ?? -1) >= 0)) ? 'force' : null
  const camps = new Set(account.actors.map(head => { const m = entityAt(r, head), sectors = m === null ? [] : r.entities.chains[m.chain]?.sectors ?? m.sectors; return CAMPS.find(([, list]) => sectors.some(s => list.includes(s)))?.[0] ?? null }))
  return camps.size === 1 ? [...camps][0]! : null
}

/** "Gunmen stormed a church. Police shot a protester": deeds of a state's forces and of those who fight or face them, each told by a sentence of its own. Who fires back or repels them takes part in their attack. */
function areOpposed(r: Reading, a: Account, b: Account): boolean {
  if (a.type !== 'ASSAULT' || [a, b].some(x => x.reciprocal || x.main.lexeme.words.some(w => r.lexicon.lists['fight-back'].has(w))) || b.anaphoric) return false
  const x = campOf(r, a), y = campOf(r, b)
  return x !== null && y !== null && x !== y && (x === 'force' || y === 'force')
}

/** Sentences back to the act that somebody answers ("troops answered with artillery fire"). */
const ANSWERS = 3

/** Whether `b` is what others than those of `a` answered with; a headline often tells the answer itself. */
const isAnswered = (r: Reading, a: Profile, b: Profile): boolean => b.account.sentence - a.account.sentence <= ANSWERS && a.actors.size > 0 && b.actors.size > 0 && !intersects(a.actors, b.actors) && (isAnswerBy(r, b.account) || a.side === null && isBareAnswer(r, b.account)) && !a.headline

/** Tokens behind a word of answering within which it says what is answered. */
const BEHIND = 10

/** "Youths burned huts at Ndala to avenge the dead of Largu": an answer to what was done at a place, or to whom it names, is not what was done there. */
function isAvenged(r: Reading, a: Profile, b: Profile): boolean {
  const { last } = r.text.sentences[b.account.sentence]!, from = b.account.main.last
  if (b.side !== 'answering' || b.account.anaphoric) return false
  const cue = range(from, last).find(i => answerWordAt(r, i) !== undefined)
  if (cue === undefined) return false
  const end = range(cue + 1, Math.min(last, cue + BEHIND)).find(i => /^(?:,|and|;)$/.test(lemmaAt(r, i))) ?? Math.min(last, cue + BEHIND)
  const behind = range(cue + 1, end), own = new Set(b.places.map(k => r.places[k]!.name))
  const named = (k: number): boolean => { const { name } = r.places[k]!; return !own.has(name) && behind.some(i => r.syntax.upos[i] === 'PROPN' && name.split(/[ -]/).includes(r.text.tokens[i]!.norm)) }
  return a.places.some(named) || behind.some(i => { const m = entityAt(r, i), chain = m === null || m.form === 'pronoun' ? -1 : m.chain; return chain >= 0 && a.account.recipients.some(h => entityAt(r, h)?.chain === chain) })
}

/** Scores whether `b` (later) tells of the act of `a` (earlier). */
export function decide(r: Reading, a: Profile, b: Profile, weights: Weights = r.lexicon.merge): Decision {
  const reasons: Reason[] = []
  const say = (feature: string): void => { reasons.push({ feature, weight: weights[feature] ?? 0 }) }
  say('bias')
  if (!sameKind(a.account, b.account) && !isOneCourse(a.account, b.account)) say('other-type')
  if (a.account.sentence === b.account.sentence) { const link = linkBetween(r, a.account, b.account) ?? linkBetween(r, b.account, a.account); if (link) say(link); if (link === 'sequel' && isDoneAfter(r, a, b)) say('done-after'); else if (areOwnDeeds(r, a, b)) say('own-doers') }
  else if (isAnswered(r, a, b) || isAvenged(r, a, b)) say('answer')
  else if (areOpposed(r, a.account, b.account)) say('opposed')
  if (a.account.sentence === b.account.sentence ? hasLapse(r, a.account, b.account) : isLater(r, a, b)) say('lapse')
  if ((a.count > 1) !== (b.count > 1)) say('other-count')
  if (a.sum !== b.sum) say('other-span')
  if (isGrandTotal(a, b)) say('grand-total')
  if (isLongBefore(r, a, b)) say('long-before')
  if (Math.max(a.count, b.count) >= TOTAL && a.count !== b.count && !uncounted(a) && !uncounted(b)) say('total')
  if (isNewVictim(r, a, b)) say('new-victim')
  words(a, b, say)
  parties(a, b, say)
  places(r, a, b, say)
  days(a, b, say)
  tolls(a, b, say)
  distance(a, b, isBrief(r), say)
  told(a, b, say)
  likeness(a.clause, b.clause, b.spread, say)
  kinds(a, b, say)
  return { score: reasons.reduce((sum, x) => sum + x.weight, 0), reasons }
}

/** "The raids", "strikes killed 30": as many as were counted elsewhere. */
const uncounted = (p: Profile): boolean => p.count === 1 && p.clause.number === 'plural'

type Say = (feature: string) => void

/** Modes that "the attack" does not call. */
const UNLIKE = new Set(['abduct', 'torture', 'sexual', 'beat', 'crowd-control'])

function sameKind(a: Account, b: Account): boolean { return a.type === b.type && (a.type === 'ASSAULT' || a.mode === b.mode || a.mode === null || b.mode === null || isTheProtest(b)) }

/** "Blocked a highway. The protest was called after a killing": the noun names whatever a crowd did; "a protest" is one more. */
const isTheProtest = (b: Account): boolean => b.type === 'PROTEST' && b.anaphoric && b.triggers.every(t => t.nominal) && b.main.lexeme.words.join(' ') === 'protest'

/** What one crowd does in the course of one protest: it marches, blocks a road, throws stones. */
const COURSE = new Set(['demo', 'riot', 'obstruct', 'vandalize'])

const isOneCourse = (a: Account, b: Account): boolean => a.type === 'PROTEST' && b.type === 'PROTEST' && a.sentence === b.sentence && [a.mode, b.mode].every(m => COURSE.has(m ?? ''))

/** Letters that two words of one root share at their beginning, and how many the shorter may have besides ("kill" and "killing", "explode" and "explosion"). */
const ROOT = 4, ENDING = 2

function sameRoot(x: string, y: string): boolean {
  let shared = 0
  while (shared < x.length && x[shared] === y[shared]) shared++
  return x === y || (shared >= ROOT && shared >= Math.min(x.length, y.length) - ENDING)
}

function words(a: Profile, b: Profile, say: Say): void {
  if (b.account.anaphoric) { say('anaphor'); if (b.account.mode !== null && b.account.mode === a.account.mode) say('anaphor-mode') }
  else if (b.account.main.nominal && b.account.actors.length + b.account.recipients.length === 0) say('bare-noun')
  if (sameRoot(a.lemma, b.lemma)) say('same-lemma')
  const x = a.account.mode, y = b.account.mode, loose = (m: string | null): boolean => m === null || m === 'targeted'
  if (x !== null && x === y) say('same-mode')
  else if (!loose(x) && !loose(y)) say('other-mode')
  if (UNLIKE.has(x ?? '') !== UNLIKE.has(y ?? '')) say('unlike')
  if (OUTCOME.has(b.account.main.lexeme.frame) && b.account.actors.length === 0) say('outcome')
  const planned = (p: Profile): boolean => p.account.status.status === 'planned' || p.account.status.status === 'hypothetical' || p.account.status.status === 'negated'
  if (planned(a) !== planned(b)) say('other-status')
  const imagined = (p: Profile): boolean => p.account.status.status === 'hypothetical'
  if (imagined(a) !== imagined(b)) say('imagined')
}

function parties(a: Profile, b: Profile, say: Say): void {
  if (a.actors.size && b.actors.size) say(intersects(a.actors, b.actors) ? 'same-actor' : 'other-actor')
  if (a.recipients.size && b.recipients.size) say(intersects(a.recipients, b.recipients) ? 'same-recipient' : 'other-recipient')
  if ([...a.victims].some(v => b.victims.has(v))) say('same-victims')
  if ([...a.weapons].some(w => b.weapons.has(w))) say('same-weapon')
  if (!a.account.reciprocal && !b.account.reciprocal && (intersects(a.actors, b.recipients) || intersects(a.recipients, b.actors))) say('role-swap')
}

function places(r: Reading, a: Profile, b: Profile, say: Say): void {
  const x = a.places[0], y = b.places[0]
  if (x === undefined || y === undefined) return
  const p = r.places[x], q = r.places[y]
  if (!p || !q) return
  if (p.name.toLowerCase() === q.name.toLowerCase() || (p.entry && q.entry && (p.entry.id === q.entry.id || (kilometres(p.entry, q.entry) ?? 99) < SAME_KM))) { say('same-place'); return }
  const contains = p.container === y || q.container === x || a.places.some(i => b.places.includes(i))
  const wide = [p.entry?.precision, q.entry?.precision].some(k => k === 'country' || k === 'province')
  const apart = kilometres(p.entry, q.entry)
  if (contains || (wide && p.entry?.country === q.entry?.country) || (apart !== null && apart < 30)) say('near-place')
  else if (apart !== null || isOutside(r, p, q) || isOutside(r, q, p)) { say('other-place'); if (isBrief(r) && b.account.sentence > a.account.sentence && !wide && !b.account.anaphoric) say('elsewhere') }
}

/** A village that the gazetteer lacks, told of no other place, is another than any that it has; a quarter or a street may lie in it. */
const isOutside = (r: Reading, unknown: PlaceMention, known: PlaceMention): boolean => unknown.entry === null && known.entry !== null && unknown.container < 0 && known.container < 0 && !isWordOf(r, unknown.last - 1, 'town-part')

/** Entries this near are one place under two names. */
const SAME_KM = 3

interface Point { readonly latitude: number | null; readonly longitude: number | null }

/** Great-circle distance in km (haversine, mean radius 6371 km); null without coordinates. */
export function kilometres(a: Point | null, b: Point | null): number | null {
  if (!a || !b || a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null
  const rad = Math.PI / 180
  const h = Math.sin((b.latitude - a.latitude) * rad / 2) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin((b.longitude - a.longitude) * rad / 2) ** 2
  return 12742 * Math.asin(Math.sqrt(h))
}

function days(a: Profile, b: Profile, say: Say): void {
  if (!a.days || !b.days) return
  const apart = a.days.last < b.days.first || b.days.last < a.days.first
  say(apart ? 'other-day' : 'same-day')
  if (apart && a.days.attached && b.days.attached) say('sure-other-day')
}

const sameFigure = (x: Profile['killed'], y: Profile['killed']): boolean => x !== null && y !== null && (x[0] === y[0] || (x[1] !== null && x[1] === y[1]))

function tolls(a: Profile, b: Profile, say: Say): void {
  if (a.killed && b.killed) say(sameFigure(a.killed, b.killed) ? 'same-toll' : 'other-toll')
  if (a.injured && b.injured) say(sameFigure(a.injured, b.injured) ? 'same-injured' : 'other-injured')
}

/** How the words set the two apart, and whose act the report is about. */
function told(a: Profile, b: Profile, say: Say): void {
  for (const kind of b.apart) say(`apart-${kind}`)
  if ([...a.apart].some(kind => kind !== 'turn')) say('apart-earlier')
  if (a.item >= 0 && b.item >= 0 && a.item !== b.item) say('other-item')
  if (a.tense !== b.tense && (a.tense === 'perfect' || b.tense === 'perfect')) say('other-tense')
  if (b.tense === 'perfect') say('perfect')
  if (a.rank === 0) say('first-told')
  if (b.rank === a.rank + 1) say('next-told')
  if (b.places.length > 0) say(a.places.length > 0 ? 'both-placed' : 'placed')
  if (b.days !== null) say(a.days !== null ? 'both-dated' : 'dated')
}

/** Which acts they are, and of how many that the report tells. */
function kinds(a: Profile, b: Profile, say: Say): void {
  say(`type:${b.account.type}`)
  say(`first:${a.lemma}`)
  say(`second:${b.lemma}`)
  say(`frames:${a.account.main.lexeme.frame}-${b.account.main.lexeme.frame}`)
  say(b.peers <= FEW ? 'few' : b.peers >= MANY ? 'many' : 'some')
}

/** Accounts of one type that a short report and a long one hold. */
const FEW = 5, MANY = 16

function distance(a: Profile, b: Profile, brief: boolean, say: Say): void {
  if (a.headline !== b.headline || (a.headline && b.headline)) say('headline')
  const gap = Math.abs(b.account.sentence - a.account.sentence)
  say(gap <= 1 ? 'adjacent' : gap <= 3 ? 'near' : 'far')
  if (a.side !== null && b.side !== null) say(a.side === b.side ? 'same-side' : 'other-side')
  if (b.indefinite) say('indefinite')
  if (b.thin) say('thin')
  if (a.account.sentence === b.account.sentence) say('same-sentence')
  if (!brief && a.account.sentence <= 2 && b.account.sentence <= 4) say('both-in-lead')
}
