/** Which two events a phrase of cause or answer ties: by where it stands, and by what the words behind it name. */
import { isVerb } from '../events/arguments.ts'
import type { FoundEvent } from '../events/find.ts'
import { lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import { range } from '../text/range.ts'
import { REACH } from './likelihood.ts'
import { actNamed, answerBefore, answerNamed, phraseAfter, struckBefore } from './named.ts'
import type { Telling } from './telling.ts'
import type { CauseCue, CauseLexicon } from './lexicon.ts'

/** A phrase of the table where it stands: tokens first..last). */
export interface Cue { readonly first: number; readonly last: number; readonly cue: CauseCue }

/** What a phrase is read against: the report's acts in text order, those of its own sentence, and the words behind it. */
interface At { readonly r: Reading; readonly tellings: readonly Telling[]; readonly here: readonly Telling[]; readonly first: number; readonly last: number; readonly sentence: number; readonly lexicon: CauseLexicon }

export type Pair = readonly [answer: FoundEvent, answered: FoundEvent]

/** [the answer, what it answers], or null. */
export function pairOf(r: Reading, tellings: readonly Telling[], { first, last, cue }: Cue, lexicon: CauseLexicon): Pair | null {
  const sentence = r.text.tokens[first]!.sentence, here = tellings.filter(t => t.sentence === sentence), at: At = { r, tellings, here, first, last, sentence, lexicon }
  switch (cue.needs) {
    case 'effect-follows': return effectAfter(at)
    case 'measure': return measureAfter(at, MEASURES, ACTS)
    case 'reason': return measureAfter(at, REASONED, REASONS)
    case 'because': return becauseOf(at)
    case 'charge': return measureAfter({ ...at, first: last }, MEASURES, ACTS)
    case 'demand': return demanded(at)
    case 'dedication': return dedicated(at)
    case 'clash': return clashOf(at)
    case 'case': return caseOf(at)
    case 'follow-up': return followUp(at)
    case 'crowd': return crowdDispersed(at)
    case 'answers': return answering(at)
    case 'object': return answered(at)
    case 'measure-before': return measureOfCase(at)
    case 'against': return protestAgainst(at)
    case 'protest-before': return protestBefore(at)
    case 'protest': return protestAt(at)
    case 'pursuit': return pursuit(at)
    case 'noun': return r.syntax.upos[first] === 'NOUN' ? answerTo(at, true) : null
    case 'before': return OBJECT.test(lemmaAt(r, last)) ? null : /^(?:for|to|against|after)$/.test(lemmaAt(r, last + 1)) && r.syntax.upos[last] === 'NOUN' ? answerTo({ ...at, last: last + 2 }, true) : answerTo(at, false)
    default: return answerTo(at, true)
  }
}

/** Words that lead to what is answered, so that it is not what was told before. */
const OBJECT = /^(?:to|for|against|of|on)$/

/** "The killing sparked protests": the act that governs the cue, and the next. */
function effectAfter({ r, here, first, last }: At): Pair | null {
  const near = here.findLast(t => t.token < first) ?? here.find(t => t.token >= first && t.token < last), next = here.find(t => t.token >= last)
  return near && next && near.found !== next.found && (governs(r, first, near.token) || rounds(r, first, near.token) || trails(r, first, near.token, next.token)) ? [next.found, near.found] : null
}

/** "Bombed the town in reply to the raid", "In revenge, herders burned a village", "It was a response to the bombing": the act before the cue, or the one behind the words that open a sentence, answers what those words name; where they name nothing, what was told before. */
function answerTo(at: At, hasObject: boolean): Pair | null {
  const { r, tellings, here, first, last, sentence, lexicon } = at
  const near = here.findLast(t => t.token < first) ?? here.find(t => t.token >= first && t.token < last), behind = isFronted(at, hasObject, near) ? behindPhrase(at, hasObject) : undefined
  const told = behind ?? near ?? (hasObject ? answerBefore(r, tellings, phraseAfter(r, last), first, sentence) : undefined)
  if (told === undefined) return null
  const not = { found: told.found, before: told.sentence === sentence ? Math.min(told.token, first) : first, sentence }, whole = phraseAfter(r, last)
  const answered = hasObject ? actNamed(r, tellings, behind === undefined ? whole : { from: last, to: Math.min(whole.to, behind.token) }, not, lexicon) : tellings.findLast(t => t.token < not.before && sentence - t.sentence <= REACH && t.found !== told.found)?.found
  if (!answered) return null
  const answer = hasObject && behind === undefined && told.sentence === sentence ? answerNamed(r, tellings, told, first, answered) : told.found
  return [answer, answered]
}

/** "In reply to the raid, jets bombed the camp", "and, in response, jets bombed it": the phrase turns to what follows. "The raid was in reply to" and "in reply, it said, to" do not. */
function isFronted({ r, first, last, sentence }: At, hasObject: boolean, near: Telling | undefined): boolean {
  const opens = near === undefined && !range(r.text.sentences[sentence]!.first, first).some(i => /^(?:VERB|AUX)$/.test(r.syntax.upos[i] ?? ''))
  return opens || !hasObject && lemmaAt(r, last) === ',' && !range(last, last + ASIDE).some(i => OBJECT.test(lemmaAt(r, i)))
}

/** Tokens of "it said" between two commas, at most. */
const ASIDE = 6

/** The answer behind a phrase that a comma ends, else behind the act that it names. */
function behindPhrase({ r, here, last }: At, hasObject: boolean): Telling | undefined {
  const { to } = phraseAfter(r, last), named = here.find(t => t.token >= last)
  if (!hasObject) return named
  return here.find(t => t.token >= to) ?? here.find(t => named !== undefined && t.token > named.token && t.found !== named.found)
}

/** "The attacks answer Monday's raids", "This action answers the bombardment": what the subject tells, or what was told last, answers the object. "The army answered the ambush with a strike": what stands behind "with" is the answer. */
function answered({ r, tellings, here, first, last, sentence, lexicon }: At): Pair | null {
  const following = here.filter(t => t.token >= last), next = following[0]
  if (!isVerb(r.syntax, first) || r.syntax.upos[last] === 'ADP' || next === undefined) return null
  const told = (of: FoundEvent): FoundEvent | undefined => (here.findLast(t => t.token < first && t.found !== of) ?? tellings.findLast(t => t.sentence < sentence && sentence - t.sentence <= REACH && t.found !== of))?.found
  const by = lemmasOf(r, last, last + NAMED).findIndex(w => w === 'with' || w === 'by'), means = by < 0 ? undefined : following.find(t => t.token > last + by)?.found
  const answer = means ?? told(next.found), named = (): FoundEvent | null => actNamed(r, tellings, { from: last, to: last + by }, { found: means, before: first, sentence }, lexicon)
  const cause = means === undefined || next.token < last + by ? next.found : named() ?? told(means)
  return answer && cause && answer !== cause && (means !== undefined || next.token < last + NAMED) ? [answer, cause] : null
}

/** Tokens from "answer" to the act that is answered, and to "with", at most. */
const NAMED = 8

/** Tokens between "answered with" and the word for what it was answered with, at most. */
const WITH = 8

/** "Police replied with plastic bullets", "The coalition answered within hours": the act behind the cue, or in the next sentence where its own tells none, answers the one told before. */
function answering({ r, tellings, here, first, last, sentence }: At): Pair | null {
  const answer = here.find(t => t.token >= first && t.token < last + WITH) ?? (here.length === 0 ? tellings.find(t => t.sentence === sentence + 1) : here.findLast(t => t.token < first))
  const end = answer === undefined || answer.token >= first ? first : r.text.sentences[sentence]!.first
  const earlier = tellings.filter(t => t.token < end && sentence - t.sentence <= REACH && t.found !== answer?.found), before = earlier.findLast(t => ACTS.has(t.found.event.type) && t.sentence === sentence) ?? earlier.at(-1)
  return answer && before ? [answer.found, before.found] : null
}

type Types = ReadonlySet<string>
const MEASURES: Types = new Set(['COERCE', 'MOBILIZE', 'SANCTION']), ACTS: Types = new Set(['ASSAULT', 'PROTEST'])
/** What a reason is given for, and what may be one. */
const REASONED: Types = new Set(['COERCE', 'MOBILIZE', 'SANCTION', 'RETREAT', 'AID', 'PROTEST']), REASONS: Types = new Set(['ASSAULT', 'PROTEST', 'COERCE'])

/** Tokens between the cue and the act that a measure answers. */
const CLOSE = 9

/** "sentenced for the bombing", "arrested in connection with the killing", "following the incident": a measure of the authorities and the act it answers. */
function measureAfter({ r, tellings, here, first, last, sentence, lexicon }: At, measures: Types, acts: Types): Pair | null {
  // "Following their takeover" they answer nobody.
  if (r.syntax.xpos[last] === 'PRP$') return null
  const phrase = phraseAfter(r, last), close = { from: last, to: Math.min(phrase.to, last + CLOSE) }, act = here.find(t => t.token >= last && t.token < close.to && !parted(r, last, t.token))
  if (act !== undefined && !acts.has(act.found.event.type)) return null
  const measure = here.findLast(t => t.token < first && measures.has(t.found.event.type) && !parted(r, t.token, first)) ?? (here.some(t => t.token < first) ? undefined : here.find(t => t.token > (act?.token ?? last) && measures.has(t.found.event.type)))
  const named = measure && (act !== undefined || isThat(r, last) || isDefinite(r, last) && lemmasOf(r, last, close.to).some(w => lexicon.nouns.has(w))) ? actNamed(r, tellings, close, { found: measure.found, before: Math.min(first, measure.token), sentence }, lexicon) : null
  return measure && named && acts.has(named.event.type) ? [measure.found, named] : null
}

/** "They called the strike because gendarmes had shot a rider": the clause behind tells why. */
function becauseOf({ r, here, first, last }: At): Pair | null {
  const act = here.find(t => t.token >= last && t.token < phraseAfter(r, last).to), answer = here.findLast(t => t.token < first && t.found.event.mode !== 'release' && !parted(r, t.token, first))
  return act && answer && answer.found !== act.found && REASONS.has(act.found.event.type) ? [answer.found, act.found] : null
}

/** "This one is for Puerto Nidia", "claimed the salvo \"for Beit Lahiya\"": an act done in the name of those whom the words name. */
function dedicated({ r, tellings, here, first, last, sentence, lexicon }: At): Pair | null {
  const before = r.text.tokens[first - 1], isQuoted = before !== undefined && /^["\u201c\u2018'`]+$/.test(before.form) && before.end === r.text.tokens[first]!.start
  if (!isQuoted && !(lemmaAt(r, first - 1) === 'be' && /^(?:it|this|that|salvo|attack)$/.test(lemmaAt(r, first - 2)) && r.syntax.upos[last] === 'PROPN')) return null
  const near = here.findLast(t => t.token < first && t.found.event.type === 'ASSAULT'), phrase = phraseAfter(r, last)
  const told = near ?? tellings.findLast(t => t.sentence < sentence && sentence - t.sentence <= 3 && t.found.event.type === 'ASSAULT')
  if (told === undefined) return null
  const named = actNamed(r, tellings, phrase, { found: told.found, before: first, sentence, named: true }, lexicon)
  return named && named.event.type === 'ASSAULT' && named !== told.found ? [told.found, named] : null
}

const CONTROL = new Set(['COP', 'MIL'])

/** "Soldiers fired when some of them threw stones": force of the police or army at what a crowd does. */
function clashOf({ r, here, first, last }: At): Pair | null {
  const end = phraseAfter(r, last).to, did = here.find(t => t.token >= last && t.token < end && (t.found.event.type === 'PROTEST' || t.found.event.type === 'ASSAULT' && t.found.event.actors.some(a => a.sectors.some(x => CIVIL.has(x)))))
  const force = here.findLast(t => t.token < first && isForce(t)) ?? here.find(t => t.token >= end && isForce(t))
  return did && force && did.found !== force.found ? [force.found, did.found] : null
}

const isForce = ({ found: { event } }: Telling): boolean => event.type === 'ASSAULT' && event.actors.some(a => a.sectors.some(x => CONTROL.has(x)))

/** "He is suspected of the attack", "arrested over it": the measure told before of those of whom it is said. */
function caseOf({ r, tellings, here, first, last, sentence, lexicon }: At): Pair | null {
  if (here.some(t => t.token < first) || !/^(?:he|she|they|all|both)$/.test(lemmaAt(r, r.text.sentences[sentence]!.first))) return null
  const measure = tellings.findLast(t => t.sentence < sentence && sentence - t.sentence <= 2 && MEASURES.has(t.found.event.type))
  const named = measure && actNamed(r, tellings, phraseAfter(r, last), { found: measure.found, before: first, sentence, acts: true }, lexicon)
  return measure && named && ACTS.has(named.event.type) ? [measure.found, named] : null
}

/** "Killed four in a follow-up operation": what was done about the act told before. */
function followUp({ tellings, here, first, last, sentence }: At): Pair | null {
  const answer = here.findLast(t => t.token < first) ?? here.find(t => t.token >= last), act = answer && tellings.findLast(t => t.token < first && sentence - t.sentence <= REACH && t.found.event.type === 'ASSAULT' && t.found !== answer.found)
  return answer && act ? [answer.found, act.found] : null
}

/** "Blocked the road to demand the release of the pupils": a protest answers what was done to those for whom it demands something. */
function demanded(at: At): Pair | null {
  const { r, tellings, first, sentence, lexicon } = at, last = lemmaAt(r, at.last) === 'that' ? at.last + 1 : at.last, phrase = phraseAfter(r, last), protest = protestOf(at, phrase.to)
  if (protest === undefined) return null
  const not = { found: protest.found, before: Math.min(first, protest.token), sentence }, named = actNamed(r, tellings, phrase, { ...not, acts: true }, lexicon) ?? struckBefore(r, tellings, phrase, not)
  return named && WRONGS.has(named.event.type) ? [protest.found, named] : null
}

/** "Arrested over it": what was told before, with no noun of its own. */
const isThat = (r: Reading, i: number): boolean => /^(?:it|this|that)$/.test(lemmaAt(r, i)) && r.syntax.upos[i] === 'PRON'

/** "The incident", "this attack": what was told before. */
const isDefinite = (r: Reading, i: number): boolean => /^(?:the|this|that|these|those)$/.test(lemmaAt(r, i))

const lemmasOf = (r: Reading, from: number, to: number): readonly string[] => range(from, to).map(t => lemmaAt(r, t))

/** Whether another clause begins between two tokens. */
const parted = (r: Reading, from: number, to: number): boolean => lemmasOf(r, from, to).some(w => /^(?:after|when|as|while|during)$/.test(w))

/** Tokens between a word of pursuit and those who are sought, at most. */
const SOUGHT = 5

/** "Set off in pursuit of the attackers", "an operation to catch the killers": what is done to find those who did it answers the act of those told before that the report says most of. */
function pursuit({ r, tellings, here, first, last, sentence }: At): Pair | null {
  const sought = range(last, last + SOUGHT).find(i => r.text.tokens[i]?.sentence === sentence && (lemmaIn(r, i, 'perpetrator') || r.text.tokens[i]!.norm.toLowerCase() === 'those' && /^(?:responsible|behind)$/.test(lemmaAt(r, i + 1))))
  const answer = sought === undefined ? undefined : here.findLast(t => t.token < first) ?? here.find(t => t.token < last) ?? here.find(t => t.token > sought && isDescribed(r, first))
  const acts = answer === undefined ? [] : tellings.filter(t => t.token < answer.token && sentence - t.sentence <= REACH && t.found.event.type === 'ASSAULT' && t.found !== answer.found)
  const most = Math.max(...acts.map(t => t.found.accounts.length)), act = acts.findLast(t => t.found.accounts.length === most)
  return answer && act ? [answer.found, act.found] : null
}

/** "Soldiers pursuing the kidnappers killed three": the pursuit only says which soldiers. */
const isDescribed = (r: Reading, i: number): boolean => (r.syntax.deprel[i] ?? '').startsWith('acl')

/** "Four men were taken into custody in this case", "a curfew to forestall reprisals": the act told before that the report says most of. */
function measureOfCase({ tellings, here, first, sentence }: At): Pair | null {
  const measure = here.findLast(t => t.token < first && MEASURES.has(t.found.event.type)), acts = tellings.filter(t => t.sentence < sentence && sentence - t.sentence <= REACH && ACTS.has(t.found.event.type))
  const most = Math.max(...acts.map(t => t.found.accounts.length)), act = acts.findLast(t => t.found.accounts.length === most)
  return measure && act ? [measure.found, act.found] : null
}

/** "fired tear gas to disperse them": force against a crowd answers what that crowd did, where it is named, else the protest last told of, or the next. */
function crowdDispersed(at: At): Pair | null {
  const { tellings, here, first, last, sentence } = at
  const force = here.findLast(t => t.token < last && t.found.event.type !== 'PROTEST') ?? here.find(t => t.token >= first && t.found.event.type !== 'PROTEST')
  const protests = tellings.filter(t => t.found.event.type === 'PROTEST' && Math.abs(t.sentence - sentence) <= CROWD)
  const protest = here.find(t => t.token >= last && t.token < last + RIGHT_BEHIND && t.found.event.type === 'PROTEST' && t.found !== force?.found) ?? ofCrowd(at, force) ?? protests.findLast(t => t.token < first) ?? protests[0]
  return force && protest ? [force.found, protest.found] : null
}

/** The act last told whose doers are those that are dispersed ("the supporters", "the mob"), or that civilians did where they are only "them"; a crowd or protesters may be anyone. */
function ofCrowd({ r, tellings, last, sentence }: At, force: Telling | undefined): Telling | undefined {
  const end = r.text.sentences[sentence]!.last, before = tellings.filter(t => t.token < last && ACTS.has(t.found.event.type) && t.found !== force?.found)
  const lately = (holds: (t: Telling) => boolean): Telling | undefined => before.findLast(t => sentence - t.sentence <= 1 && holds(t))
  if (lemmaAt(r, last) === 'they') return lately(t => t.found.event.type === 'PROTEST') ?? lately(t => t.found.event.actors.some(a => a.sectors.some(s => CIVIL.has(s)) && !wordsOf(a.name).some(w => r.lexicon.lists['any-crowd'].has(w.replace(/s$/, '')))))
  let who: string | undefined
  for (let i = last; i < end && i < last + 6 && who === undefined; i++) if (r.syntax.upos[i] === 'NOUN' && r.syntax.upos[i + 1] !== 'NOUN') who = lemmaAt(r, i)
  return who === undefined || r.lexicon.lists['any-crowd'].has(who) ? undefined : before.findLast(t => t.found.event.actors.some(a => wordsOf(a.name).some(word => word === who || word === `${who}s`)))
}

const wordsOf = (name: string): readonly string[] => name.toLowerCase().split(/\s+/)
const CIVIL = new Set(['CVL', 'EDU', 'LAB', 'REL'])

/** "They have been out since Friday": who or what was told before. */
const isMeant = (r: Reading, sentence: number): boolean => /^(?:they|it|this|these)$/.test(lemmaAt(r, r.text.sentences[sentence]!.first))

/** What a protest is against: force, a measure, a sentence. */
const WRONGS = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE'])

/** The protest before a cue, or, where none of the sentence's acts stands before it, the first behind its phrase. */
const protestOf = ({ r, tellings, here, first, last, sentence }: At, from: number): Telling | undefined => here.findLast(t => t.token < last && t.found.event.type === 'PROTEST') ?? (here.some(t => t.token < first) ? undefined : here.find(t => t.token >= from && t.found.event.type === 'PROTEST') ?? (isMeant(r, sentence) ? tellings.findLast(t => t.sentence < sentence && sentence - t.sentence <= REACH && t.found.event.type === 'PROTEST') : undefined))

/** "Blew up a pipeline to protest the arrest": whatever is done to protest. */
const doneTo = ({ r, here, first }: At): Telling | undefined => (lemmaAt(r, first) === 'to' ? here.findLast(t => t.token < first && (ACTS.has(t.found.event.type) || t.found.event.type === 'RETREAT')) : undefined)

/** "Marched to condemn the raid", "Protesting the killing, shopkeepers closed the road": a protest and the act that the words name. */
function protestAt(at: At): Pair | null {
  const { r, tellings, here, first, last, sentence, lexicon } = at, phrase = phraseAfter(r, last), protest = doneTo(at) ?? protestOf(at, phrase.to)
  if (protest === undefined) return null
  const other = here.find(t => t.token >= last && t.found.event.type !== 'PROTEST' && t.found !== protest.found)
  const named = actNamed(r, tellings, phrase, { found: protest.found, before: Math.min(first, protest.token), sentence, acts: true }, lexicon)
  return named && WRONGS.has(named.event.type) ? [protest.found, named] : other ? [protest.found, other.found] : null
}

/** "a strike against the killings": the act stands right behind the cue. */
function protestAgainst(at: At): Pair | null {
  const { r, tellings, here, first, last, sentence, lexicon } = at, protest = here.findLast(t => t.token < first && t.found.event.type === 'PROTEST')
  if (protest === undefined) return null
  const named = actNamed(r, tellings, { from: last, to: Math.min(last + RIGHT_BEHIND, phraseAfter(r, last).to) }, { found: protest.found, before: protest.token, sentence, acts: true }, lexicon)
  return named && WRONGS.has(named.event.type) ? [protest.found, named] : null
}

/** "blocked the road in protest": a protest answers the wrong last told of. */
function protestBefore(at: At): Pair | null {
  const { tellings, first, last, sentence } = at, protest = protestOf(at, last)
  const earlier = tellings.findLast(t => t.token < first && sentence - t.sentence <= REACH && t.found !== protest?.found && (t.found.event.type === 'ASSAULT' || t.found.event.type === 'COERCE'))
  return protest && earlier ? [protest.found, earlier.found] : null
}

/** Tokens from a cue to the noun that it governs, at most. */
const RIGHT_BEHIND = 4

/** Sentences between a crowd's dispersal and the telling of its protest. */
const CROWD = 8

/** Whether `token` is an argument of the word at `head`. */
const governs = (r: Reading, head: number, token: number): boolean => {
  for (let at = token, hops = 0; at >= 0 && hops < 4; hops++) { if (r.syntax.head[at] === head) return true; at = r.syntax.head[at] ?? -1 }
  return false
}

/** "A raid killed three, the ministry said, setting off a strike": the cue opens the last clause, and what it set off stands right behind. */
const trails = (r: Reading, cue: number, act: number, next: number): boolean => act < cue && next - cue < NAMED && r.syntax.xpos[cue] === 'VBG' && lemmaAt(r, cue - 1) === ','

/** "Rebels attacked the town, prompting air strikes": the cue rounds off the clause of the act. */
function rounds(r: Reading, cue: number, act: number): boolean {
  if (r.syntax.xpos[cue] !== 'VBG' || act > cue || !/^(?:advcl|acl|parataxis)/.test(r.syntax.deprel[cue] ?? '')) return false
  const head = r.syntax.head[cue] ?? -1
  return head >= 0 && (head === act || governs(r, head, act))
}
