/** Whom a pronoun stands for that the words of an act govern, where the sentence tells it better than the run of the report: "seized two men and beat them", "the bus was full when it was hit", "one of them, Ana Ruiz". */
import { childrenWith, isVerb, prepositionOf } from './arguments.ts'
import type { Filler } from './fillers.ts'
import { partiesOf } from './party.ts'
import { entityAt, isHuman, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import type { Trigger } from './triggers.ts'

/** The head of the words that a pronoun among the recipients stands for; the filler's own head where nothing in the sentence says so. */
export function meantBy(r: Reading, t: Trigger, { head, side }: Filler): number {
  if (side !== 'recipient' || entityAt(r, head)?.form !== 'pronoun') return head
  const found = namedBeside(r, head) ?? (t.nominal ? undefined : undergoneBefore(r, t, head) ?? subjectAbove(r, t, head))
  return found ?? head
}

/** "One of them, Ana Ruiz, was hit". */
function namedBeside(r: Reading, head: number): number | undefined {
  const one = r.syntax.head[head] ?? -1
  return prepositionOf(r.syntax, head) === 'of' && one >= 0 && lemmaAt(r, one) === 'one' ? [one, head].flatMap(h => childrenWith(r.syntax, h, 'appos')).find(h => entityAt(r, h)?.form === 'name' && isHuman(entityAt(r, h))) : undefined
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
  if (!(s.deprel[t.token] ?? '').startsWith('advcl') || !/^nsubj/.test(s.deprel[head] ?? '') || up < 0 || lemmaIn(r, up, 'speaker-verb')) return undefined
  return childrenWith(s, up, 'nsubj', 'nsubj:pass').filter(o => o < head).flatMap(o => partiesOf(r, o, t)).find(h => agrees(r, head, h))
}

/** Whether words can be what a pronoun stands for, by number and by whether they are people. */
function agrees(r: Reading, pronoun: number, head: number): boolean {
  const m = entityAt(r, head), plural = /^(?:NNS|NNPS)$/.test(r.syntax.xpos[head] ?? '') || (r.counts[r.countFor[head] ?? -1]?.min ?? 1) > 1
  if (m === null || m.form === 'pronoun') return false
  if (/^(?:they|them|their)$/.test(r.text.tokens[pronoun]!.norm.toLowerCase())) return plural
  return !plural && (/^(?:it|its)$/.test(r.text.tokens[pronoun]!.norm.toLowerCase()) ? m.kind !== 'person' : m.kind === 'person')
}
