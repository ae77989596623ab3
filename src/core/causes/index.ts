/** The cause layer: which event answered, avenged or caused which. Order in time alone ("after") makes no link. */
import { isVerb } from '../events/arguments.ts'
import type { EventLayer, FoundEvent } from '../events/find.ts'
import { lemmaAt, matchWords, type Reading } from '../events/reading.ts'
import { spanOf, VERBAL_TYPES, type BecauseOf, type Span } from '../model/index.ts'
import { range } from '../text/range.ts'
import type { CauseCue, CauseLexicon } from './lexicon.ts'

export { CAUSAL, causality } from './causality.ts'
export { causalSpans } from './spans.ts'
export { buildCauseLexicon, type CauseLexicon } from './lexicon.ts'

/** Links by the id of the later event, and the events that another was done for: what is avenged or answered has happened, however its words stand. */
export interface CauseLayer {
  readonly links: ReadonlyMap<string, readonly BecauseOf[]>
  readonly happened: ReadonlySet<string>
  readonly trail: readonly { readonly event: string; readonly field: string; readonly rule: string; readonly span: Span | null }[]
}

interface Cue { readonly first: number; readonly last: number; readonly cue: CauseCue }
/** The cues that begin at one token, the longest first. */
type Cues = readonly Cue[]
/** A place in the text where an event is told of. */
interface Telling { readonly token: number; readonly sentence: number; readonly found: FoundEvent }

/** How many sentences back the act may be told that "in retaliation" without an object answers. */
const REACH = 4

/** Finds the links of a report. */
export function findCauses(layer: EventLayer, lexicon: CauseLexicon): CauseLayer {
  const r = layer.reading, tellings = tellingsOf(layer), links = new Map<string, BecauseOf[]>(), happened = new Set<string>(), trail: CauseLayer['trail'][number][] = []
  for (const cues of cuesOf(r, lexicon)) {
    const hit = cues.map(found => ({ found, pair: pairOf(r, tellings, found) })).find(x => x.pair !== null)
    if (!hit?.pair) continue
    const { found, pair: [effect, cause] } = hit, list = links.get(effect.event.id) ?? []
    if (effect === cause || list.some(l => l.event === cause.event.id) || links.get(cause.event.id)?.some(l => l.event === effect.event.id)) continue
    const evidence = clauseAround(r, found)
    links.set(effect.event.id, [...list, { event: cause.event.id, kind: found.cue.kind, evidence }])
    trail.push({ event: effect.event.id, field: 'becauseOf', rule: `cause:${found.cue.phrase.replaceAll(' ', '-')}`, span: evidence })
    if (cause.event.status === 'hypothetical' && (effect.event.status === 'occurred' || effect.event.status === 'ongoing')) {
      happened.add(cause.event.id)
      trail.push({ event: cause.event.id, field: 'status', rule: 'status:answered', span: evidence })
    }
  }
  return { links, happened, trail }
}

const tellingsOf = (layer: EventLayer): readonly Telling[] => layer.events.filter(f => !VERBAL_TYPES.has(f.event.type))
  .flatMap(found => found.accounts.flatMap(a => a.triggers.map((t): Telling => ({ token: t.token, sentence: a.sentence, found })))).sort((a, b) => a.token - b.token)

function cuesOf(r: Reading, lexicon: CauseLexicon): readonly Cues[] {
  const out: Cues[] = []
  for (let i = 0; i < r.text.tokens.length; i++) for (const key of new Set([lemmaAt(r, i), r.text.tokens[i]!.norm.toLowerCase()])) {
    const hits = (lexicon.cues.get(key) ?? []).map((cue): Cue => ({ cue, first: i, last: matchWords(r, cue.words, i) })).filter(x => x.last > 0)
    if (hits.length > 0) { out.push(hits); i = hits[0]!.last - 1; break }
  }
  return out
}

/** [the answer, what it answers], or null. */
function pairOf(r: Reading, tellings: readonly Telling[], { first, last, cue }: Cue): readonly [FoundEvent, FoundEvent] | null {
  const sentence = r.text.tokens[first]!.sentence, here = tellings.filter(t => t.sentence === sentence)
  const following = here.filter(t => t.token >= last), preceding = here.filter(t => t.token < first)
  const near = preceding.at(-1) ?? here.find(t => t.token >= first && t.token < last), next = following[0]
  if (cue.needs === 'before' && OBJECT.test(lemmaAt(r, last))) return null
  if (cue.needs === 'effect-follows') return near && next && (governs(r, first, near.token) || rounds(r, first, near.token)) ? [next.found, near.found] : null
  if (cue.needs === 'measure') return measureAfter(r, here, first, last)
  if (cue.needs === 'crowd') return crowdDispersed(r, tellings, here, { first, last, sentence })
  if (cue.needs === 'answers') return answering(r, tellings, here, { first, last, sentence })
  if (cue.needs === 'object') return answered(r, tellings, here, { first, last, sentence })
  if (cue.needs === 'measure-before') return measureOfCase(tellings, here, first, sentence)
  if (cue.needs === 'against') return protestAgainst(here, first, last)
  if (cue.needs === 'protest-before') return protestBefore(tellings, here, last, sentence)
  if (cue.needs === 'protest') {
    const protest = here.findLast(t => t.found.event.type === 'PROTEST' && t.token < last)
    const other = following.find(t => t.found.event.type !== 'PROTEST' && t.found !== protest?.found)
    return protest && other ? [protest.found, other.found] : null
  }
  // "Killed 40 in a revenge attack after rebels shot a pilot": the cue stands amid the words of the answer.
  const amid = near && cue.needs !== 'before' && near.found === next?.found && following.some(t => t.found !== near.found)
  const effect = near && (amid || near.found !== next?.found) ? near : here.find(t => t.found !== next?.found && t.token < last) ?? (cue.needs === 'before' ? here[0] : undefined)
  const named = cue.needs === 'before' ? undefined : following.find(t => t.found !== effect?.found) ?? namedByPlace(r, tellings, last, effect ?? near)
  if (effect && named) return [effect.found, named.found]
  const before = (of: FoundEvent): Telling | undefined => tellings.findLast(t => t.sentence < sentence && sentence - t.sentence <= REACH && t.found !== of)
  // "He said it was a response to the bombing": what answers was told before, and the words behind the cue name what it answers.
  if (named && effect === undefined && named.token < last + NAMED) {
    const fronted = following.find(t => t.found !== named.found && t.token > named.token), answer = fronted ?? before(named.found)
    return answer ? [answer.found, named.found] : null
  }
  const told = effect ?? (cue.needs === 'before' ? undefined : next), earlier = told && before(told.found)
  return told && earlier && (cue.needs === 'before' || named === undefined && (r.syntax.xpos[last] !== 'DT' || ANAPHORIC.has(lemmaAt(r, last)))) ? [told.found, earlier.found] : null
}

/** Words that lead to what is answered, so that it is not what was told before. */
const OBJECT = /^(?:to|for|against|of|on)$/
const ANAPHORIC = new Set(['the', 'this', 'that', 'these', 'those', 'such'])

/** Tokens from a cue to the words that name what was answered, at most. */
const NAMED = 8

/** The act last told before the cue whose place the words behind it name: "an answer for Lozova", "the crime of Aguacayo". */
function namedByPlace(r: Reading, tellings: readonly Telling[], last: number, effect: Telling | undefined): Telling | undefined {
  const end = Math.min(r.text.sentences[r.text.tokens[last - 1]!.sentence]!.last, last + NAMED)
  for (let i = last; i < end; i++) {
    if (r.syntax.upos[i] !== 'PROPN') continue
    const word = r.text.tokens[i]!.norm, there = tellings.filter(t => t.found !== effect?.found && t.found.event.places.some(p => p.precision !== 'country' && p.name.split(' ').includes(word)))
    const at = there.findLast(t => t.token < last) ?? there[0]
    if (at !== undefined) return at
  }
  return undefined
}

/** "The attacks answer Monday's raids", "This action answers the bombardment": what the subject tells, or what was told last, answers the object. "The army answered the ambush with a strike": what stands behind "with" is the answer. */
function answered(r: Reading, tellings: readonly Telling[], here: readonly Telling[], { first, last, sentence }: { readonly first: number; readonly last: number; readonly sentence: number }): readonly [FoundEvent, FoundEvent] | null {
  const following = here.filter(t => t.token >= last), next = following[0]
  if (!isVerb(r.syntax, first) || r.syntax.upos[last] === 'ADP' || next === undefined) return null
  const told = (of: FoundEvent): Telling | undefined => here.findLast(t => t.token < first && t.found !== of) ?? tellings.findLast(t => t.sentence < sentence && sentence - t.sentence <= REACH && t.found !== of)
  const by = lemmasOf(r, last, last + NAMED).findIndex(w => w === 'with' || w === 'by'), means = by < 0 ? undefined : following.find(t => t.token > last + by)
  const answer = means ?? told(next.found), cause = means === undefined ? next : next.token < last + by ? next : namedByPlace(r, tellings, last, means) ?? told(means.found)
  return answer && cause && answer.found !== cause.found && (means !== undefined || next.token < last + NAMED) ? [answer.found, cause.found] : null
}

/** Tokens between "answered with" and the word for what it was answered with, at most. */
const WITH = 8

/** "Police replied with plastic bullets", "The coalition answered within hours": the act behind the cue, or in the next sentence where its own tells none, answers the one told before. */
function answering(r: Reading, tellings: readonly Telling[], here: readonly Telling[], { first, last, sentence }: { readonly first: number; readonly last: number; readonly sentence: number }): readonly [FoundEvent, FoundEvent] | null {
  const answer = here.find(t => t.token >= first && t.token < last + WITH) ?? (here.length === 0 ? tellings.find(t => t.sentence === sentence + 1) : here.findLast(t => t.token < first))
  const end = answer === undefined || answer.token >= first ? first : r.text.sentences[sentence]!.first
  const earlier = tellings.filter(t => t.token < end && sentence - t.sentence <= REACH && t.found !== answer?.found), before = earlier.findLast(t => ACTS.has(t.found.event.type) && t.sentence === sentence) ?? earlier.at(-1)
  return answer && before ? [answer.found, before.found] : null
}

const MEASURES = new Set(['COERCE', 'MOBILIZE', 'SANCTION']), ACTS = new Set(['ASSAULT', 'PROTEST'])
/** Tokens between the cue and the act that a measure answers. */
const CLOSE = 9

/** "sentenced for the bombing", "arrested in connection with the killing": a measure of the authorities and the act it answers. */
function measureAfter(r: Reading, here: readonly Telling[], first: number, last: number): readonly [FoundEvent, FoundEvent] | null {
  const act = here.find(t => t.token >= last && t.token < last + CLOSE && !parted(r, last, t.token))
  // "Following their takeover" they answer nobody.
  if (!act || !ACTS.has(act.found.event.type) || r.syntax.xpos[last] === 'PRP$') return null
  const measure = here.findLast(t => t.token < first && MEASURES.has(t.found.event.type) && !parted(r, t.token, first)) ?? (here.some(t => t.token < first) ? undefined : here.find(t => t.token > act.token && MEASURES.has(t.found.event.type)))
  return measure ? [measure.found, act.found] : null
}

const lemmasOf = (r: Reading, from: number, to: number): readonly string[] => range(from, to).map(t => lemmaAt(r, t))

/** Whether another clause begins between two tokens. */
const parted = (r: Reading, from: number, to: number): boolean => lemmasOf(r, from, to).some(w => /^(?:after|when|as|while)$/.test(w))

/** "Four men were taken into custody in this case": the act last told before. */
function measureOfCase(tellings: readonly Telling[], here: readonly Telling[], first: number, sentence: number): readonly [FoundEvent, FoundEvent] | null {
  const measure = here.findLast(t => t.token < first && MEASURES.has(t.found.event.type)), act = tellings.findLast(t => t.sentence < sentence && sentence - t.sentence <= REACH && t.found.event.type === 'ASSAULT')
  return measure && act ? [measure.found, act.found] : null
}

/** "fired tear gas to disperse them": force against a crowd answers what that crowd did, where it is named, else the protest last told of, or the next. */
function crowdDispersed(r: Reading, tellings: readonly Telling[], here: readonly Telling[], { first, last, sentence }: { readonly first: number; readonly last: number; readonly sentence: number }): readonly [FoundEvent, FoundEvent] | null {
  const force = here.findLast(t => t.token < last && t.found.event.type !== 'PROTEST') ?? here.find(t => t.token >= first && t.found.event.type !== 'PROTEST')
  const protests = tellings.filter(t => t.found.event.type === 'PROTEST' && Math.abs(t.sentence - sentence) <= CROWD)
  const protest = here.find(t => t.token >= last && t.token < last + RIGHT_BEHIND && t.found.event.type === 'PROTEST' && t.found !== force?.found) ?? ofCrowd(r, tellings, last, force) ?? protests.findLast(t => t.token < first) ?? protests[0]
  return force && protest ? [force.found, protest.found] : null
}

/** The act last told whose doers are those that are dispersed ("the supporters", "the mob"); a crowd or protesters may be anyone. */
function ofCrowd(r: Reading, tellings: readonly Telling[], last: number, force: Telling | undefined): Telling | undefined {
  const end = r.text.sentences[r.text.tokens[last - 1]!.sentence]!.last, nouns: string[] = []
  for (let i = last; i < end && i < last + 6 && nouns.length === 0; i++) if (r.syntax.upos[i] === 'NOUN' && r.syntax.upos[i + 1] !== 'NOUN') nouns.push(lemmaAt(r, i))
  const who = nouns[0]
  if (who === undefined || ANYONE.has(who)) return undefined
  const before = tellings.filter(t => t.token < last && ACTS.has(t.found.event.type) && t.found !== force?.found)
  return before.findLast(t => t.found.event.actors.some(a => a.name.toLowerCase().split(/\s+/).some(word => word === who || word === `${who}s`)))
}

const ANYONE = new Set(['crowd', 'protester', 'demonstrator', 'people', 'protest', 'demonstration', 'rally', 'gathering', 'march', 'group'])

/** "a strike against the killings": the act stands right behind the cue. */
function protestAgainst(here: readonly Telling[], first: number, last: number): readonly [FoundEvent, FoundEvent] | null {
  const act = here.find(t => t.token >= last && t.token < last + RIGHT_BEHIND), protest = here.findLast(t => t.token < first && t.found.event.type === 'PROTEST')
  return act && protest && act.found !== protest.found && (act.found.event.type === 'ASSAULT' || act.found.event.type === 'COERCE') ? [protest.found, act.found] : null
}

/** "blocked the road in protest": a protest answers the violence last told of. */
function protestBefore(tellings: readonly Telling[], here: readonly Telling[], last: number, sentence: number): readonly [FoundEvent, FoundEvent] | null {
  const protest = here.findLast(t => t.token < last && t.found.event.type === 'PROTEST')
  const earlier = tellings.findLast(t => t.sentence < sentence && sentence - t.sentence <= REACH && t.found.event.type === 'ASSAULT')
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

/** "Rebels attacked the town, prompting air strikes": the cue rounds off the clause of the act. */
function rounds(r: Reading, cue: number, act: number): boolean {
  if (r.syntax.xpos[cue] !== 'VBG' || act > cue || !/^(?:advcl|acl|parataxis)/.test(r.syntax.deprel[cue] ?? '')) return false
  const head = r.syntax.head[cue] ?? -1
  return head >= 0 && (head === act || governs(r, head, act))
}

/** The cue with the words after it, up to the next comma or stop. */
function clauseAround(r: Reading, { first, last }: Cue): Span {
  const sentence = r.text.sentences[r.text.tokens[first]!.sentence]!
  let end = last
  while (end < sentence.last && end < last + 14 && !/^[,;:.!?"”]$/.test(r.text.tokens[end]!.form)) end++
  return spanOf(r.text.text, { start: r.text.tokens[first]!.start, end: r.text.tokens[end - 1]!.end })
}
