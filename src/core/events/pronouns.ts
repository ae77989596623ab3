/** Whom a pronoun stands for that the words of an act govern, where the sentence tells it better than the run of the report: "seized two men and beat them", "the bus was full when it was hit", "one of them, Ana Ruiz". */
import type { EntityMention } from '../model/index.ts'
import { childrenWith, isVerb, prepositionOf } from './arguments.ts'
import type { Filler } from './fillers.ts'
import { partiesOf } from './party.ts'
import { entityAt, hasClass, isHuman, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import type { Trigger } from './triggers.ts'

/** The head of the words that a pronoun among the recipients stands for; the filler's own head where nothing in the sentence says so. */
export function meantBy(r: Reading, t: Trigger, { head, side }: Filler): number {
  if (side !== 'recipient' || entityAt(r, head)?.form !== 'pronoun') return head
  const found = namedBeside(r, head) ?? spokenFor(r, head) ?? (t.nominal ? undefined : undergoneBefore(r, t, head) ?? subjectAbove(r, t, head)) ?? likelier(r, t, head)
  return found === undefined || entityAt(r, found)?.chain === entityAt(r, head)!.chain ? head : found
}

/** "One of them, Ana Ruiz, was hit". */
function namedBeside(r: Reading, head: number): number | undefined {
  const one = r.syntax.head[head] ?? -1
  if (prepositionOf(r.syntax, head) !== 'of' || one < 0 || lemmaAt(r, one) !== 'one') return undefined
  const next = r.entities.mentions[r.entities.byToken[head + 2] ?? -1], isNamed = (h: number): boolean => { const m = entityAt(r, h); return m?.form === 'name' && (isHuman(m) || m.kind === 'unknown') }
  return [...childrenWith(r.syntax, one, 'appos'), ...childrenWith(r.syntax, head, 'appos'), ...lemmaAt(r, head + 1) === ',' && next?.first === head + 2 ? [next.head] : []].find(isNamed)
}

/** "Dragged four men from the lock-up and hacked them": what the verb before it was done to. */
function undergoneBefore(r: Reading, t: Trigger, head: number): number | undefined {
  const s = r.syntax, up = s.head[t.token] ?? -1
  if (head < t.token || up < 0 || up > t.token || !isVerb(s, up) || !/^(?:conj|advcl)/.test(s.deprel[t.token] ?? '')) return undefined
  return childrenWith(s, up, 'obj', 'nsubj:pass').filter(o => o < t.token).flatMap(o => partiesOf(r, o, t)).find(h => agrees(r, head, h))
}

/** "The convoy was on its way when it was stopped": the subject of the clause that the act's own hangs on. */
function subjectAbove(r: Reading, t: Trigger, head: number): number | undefined {
  const s = r.syntax, up = s.head[t.token] ?? -1
  if (!(s.deprel[t.token] ?? '').startsWith('advcl') || !(s.deprel[head] ?? '').startsWith('nsubj') || up < 0 || lemmaIn(r, up, 'speaker-verb')) return undefined
  return childrenWith(s, up, 'nsubj', 'nsubj:pass').filter(o => o < head).flatMap(o => partiesOf(r, o, t)).find(h => agrees(r, head, h))
}

/** "Their relatives said they had been taken from home", "the lawyer of the two said they were beaten": those for whom somebody speaks who belongs to them, where the pronoun was taken for the speaker. */
function spokenFor(r: Reading, head: number): number | undefined {
  const s = r.syntax, verb = clauseOf(r, head), up = s.head[verb] ?? -1, speaker = childrenWith(s, up, 'nsubj')[0] ?? -1
  if (s.deprel[verb] !== 'ccomp' || speaker < 0 || !lemmaIn(r, speaker, 'speaks-of-own') || entityAt(r, speaker)?.chain !== entityAt(r, head)?.chain) return undefined
  const whose = [...childrenWith(s, speaker, 'nmod:poss'), ...childrenWith(s, speaker, 'nmod').filter(c => ['of', 'for'].includes(prepositionOf(s, c)))].find(c => entityAt(r, c) !== null)
  if (whose !== undefined) return whose
  return before(r, speaker, h => agrees(r, head, h) && isHuman(entityAt(r, h)) && !lemmaIn(r, h, 'speaks-of-own') && entityAt(r, h)?.chain !== entityAt(r, head)?.chain && /^(?:obj|nsubj:pass)$/.test(s.deprel[h] ?? ''))
}

/** The verb of the clause that a subject stands in. */
const clauseOf = (r: Reading, head: number): number => (r.syntax.deprel[head] ?? '').startsWith('nsubj') ? r.syntax.head[head] ?? -1 : -1

/** Sentences back in which those are named whom a pronoun stands for. */
const BACK = 2

/** Acts that are done to people one by one. */
const TO_PEOPLE = new Set(['kill', 'hurt', 'free'])

/** "The ministry had promised food to 340 families. It was brought to them on Friday", "the council remits the terms of 90 prisoners. They were let out": who aid is for are those in need, and who is let go or killed are people, not a body. */
function likelier(r: Reading, t: Trigger, head: number): number | undefined {
  const chain = r.entities.chains[entityAt(r, head)!.chain], named = (chain?.mentions ?? []).map(k => r.entities.mentions[k]!).filter(m => m.form !== 'pronoun')
  if (!/^(?:they|them)$/.test(r.text.tokens[head]!.norm.toLowerCase()) || named.length === 0) return undefined
  if (t.lexeme.type === 'AID') return named.some(m => isNeedy(r, m.head)) ? undefined : before(r, head, h => isNeedy(r, h))
  return TO_PEOPLE.has(t.lexeme.frame) && named.every(m => isBody(r, m)) ? before(r, head, h => isHuman(entityAt(r, h)) && r.syntax.xpos[h] === 'NNS') : undefined
}
const BODIES = new Set(['organisation', 'government', 'state', 'place'])
/** "Stormed parliament, and police shot five of them": an assembly, though it is made of people, is none of those who are shot one by one. */
const isBody = (r: Reading, m: EntityMention): boolean => BODIES.has(m.kind) || m.form === 'nominal' && m.sectors.includes('LEG') && r.syntax.xpos[m.head] === 'NN' && m.kind === 'people'
const isNeedy = (r: Reading, head: number): boolean => isHuman(entityAt(r, head)) && (isWordOf(r, head, 'needy-word') || hasClass(r, head, 'REF'))

/** The last head before a token, in its sentence or those right before it, of a mention that holds. */
function before(r: Reading, token: number, holds: (head: number) => boolean): number | undefined {
  const from = r.text.sentences[Math.max(0, (r.text.tokens[token]?.sentence ?? 0) - BACK)]!.first
  for (let i = token - 1; i >= from; i--) if (entityAt(r, i) !== null && entityAt(r, i)?.form !== 'pronoun' && holds(i)) return i
  return undefined
}

/** Whether words can be what a pronoun stands for, by number and by whether they are people. */
function agrees(r: Reading, pronoun: number, head: number): boolean {
  const m = entityAt(r, head), plural = /^(?:NNS|NNPS)$/.test(r.syntax.xpos[head] ?? '') || (r.counts[r.countFor[head] ?? -1]?.min ?? 1) > 1
  if (m === null || m.form === 'pronoun') return false
  if (/^(?:they|them|their)$/.test(r.text.tokens[pronoun]!.norm.toLowerCase())) return plural
  return !plural && (/^(?:it|its)$/.test(r.text.tokens[pronoun]!.norm.toLowerCase()) ? m.kind !== 'person' : m.kind === 'person')
}
