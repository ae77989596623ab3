/** Sides of an act that the tree hung elsewhere: "by" and "between" phrases that follow it in the same clause, and those its outcome names. */
import { childrenWith, conjuncts, prepositionOf } from './arguments.ts'
import { entityAt, isArmed, isHuman, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { add, type RoleDraft } from './fillers.ts'
import type { Trigger } from './triggers.ts'

/** Tokens after the noun within which its "by" or "between" is looked for. */
const REACH = 9

/** "Clashes erupted for the first time between X and Y", "bombardment of the area by X". */
export function asideOf(r: Reading, t: Trigger, out: RoleDraft): void {
  predicate(r, t, out)
  interrupted(r, t, out)
  target(r, t, out)
  aimed(r, t, out)
  if (out.fillers.some(f => f.side === 'actor')) return
  if (t.lexeme.frame === 'n-both') between(r, t, out)
  else by(r, t, out)
}

/** "The dead are 14 civilians": who is said to be the outcome. */
function predicate(r: Reading, t: Trigger, out: RoleDraft): void {
  const head = r.syntax.head[t.token] ?? -1
  if (head > t.token && t.lexeme.frame === 'n-of' && (r.syntax.deprel[t.token] ?? '').startsWith('nsubj') && (r.syntax.children[head] ?? []).some(c => r.syntax.deprel[c] === 'cop') && isParty(r, head)) add(out, 'recipient', 'predicate', [head])
}

/** "A convoy of the army was the target of an attack". */
function target(r: Reading, t: Trigger, out: RoleDraft): void {
  const noun = r.syntax.head[t.token] ?? -1
  if (t.lexeme.type === 'ASSAULT' && /^(?:target|victim|object)$/.test(lemmaAt(r, noun)) && prepositionOf(r.syntax, t.token) === 'of' && (r.syntax.children[noun] ?? []).some(c => r.syntax.deprel[c] === 'cop')) add(out, 'recipient', 'predicate', childrenWith(r.syntax, noun, 'nsubj'))
}

/** "Nine people died in a raid on a clinic", "a raid late on Sunday against the town": what stands behind the noun of an attack by "on" or "against", which the tree hung on the verb or on the day. */
function aimed(r: Reading, t: Trigger, out: RoleDraft): void {
  if (t.lexeme.frame !== 'n-on' || t.lexeme.type !== 'ASSAULT' || out.fillers.some(f => f.side === 'recipient')) return
  for (let i = t.last; i < t.last + REACH && r.text.tokens[i]?.sentence === t.sentence; i++) {
    const noun = r.syntax.head[i] ?? -1, isCase = r.syntax.deprel[i] === 'case', timed = [i, noun].some(k => (r.timeAt[k] ?? -1) >= 0)
    if (isCase && !timed && noun > i && /^(?:on|against|upon)$/.test(lemmaAt(r, i))) { add(out, 'recipient', 'onto', [noun]); return }
    if (!timed && r.syntax.upos[i] !== 'ADV') return
  }
}

/** "The abduction, at dawn on Friday, of three elders", "the killing, last Thursday, of the mayor": whom the act was done to, behind what stands between two commas. */
function interrupted(r: Reading, t: Trigger, out: RoleDraft): void {
  if (t.lexeme.frame !== 'n-of' || lemmaAt(r, t.last) !== ',' || out.fillers.some(f => f.side === 'recipient')) return
  for (let i = t.last + 2; i < t.last + BRACKET && r.text.tokens[i]?.sentence === t.sentence && r.syntax.upos[i] !== 'VERB'; i++) {
    if (lemmaAt(r, i) !== 'of' || lemmaAt(r, i - 1) !== ',') continue
    const next = r.syntax.head[i] ?? -1, noun = r.syntax.deprel[next] === 'nummod' ? r.syntax.head[next] ?? -1 : next
    const m = entityAt(r, noun)
    if (noun > i && (isHuman(m) || m?.form === 'name' && m.kind === 'unknown')) add(out, 'recipient', 'of', [noun])
    return
  }
}
/** Tokens between an act and its "of" at most. */
const BRACKET = 16

/** "were killed in the town on Sunday by gang members": the doer of a passive, further on than the tree has it. */
export function byPassive(r: Reading, t: Trigger, out: RoleDraft): void {
  if (t.arguments.passive && !out.fillers.some(f => f.side === 'actor')) by(r, t, out)
}

function by(r: Reading, t: Trigger, out: RoleDraft): void {
  const at = following(r, t, 'by', /^(?:VERB|PUNCT|SCONJ)$/)
  if (at < 0) return
  const noun = r.syntax.head[at] ?? -1, head = lemmaIn(r, noun, 'order-noun') ? childrenWith(r.syntax, noun, 'nmod', 'nmod:poss')[0] ?? noun : noun
  if (noun > at && r.syntax.deprel[at] === 'case' && isParty(r, head)) add(out, 'actor', 'by-nearby', [head])
}

function between(r: Reading, t: Trigger, out: RoleDraft): void {
  const at = following(r, t, 'between', /^(?:PUNCT|SCONJ)$/)
  if (at < 0) return
  const first = r.syntax.head[at] ?? -1, second = secondSide(r, first)
  if (first <= at || !isParty(r, first)) return
  add(out, 'actor', 'between-nearby', second >= 0 && !conjuncts(r.syntax, first).includes(second) ? [first, second] : [first])
  out.reciprocal = true
}

/** The party after the first "and" behind `first`. */
function secondSide(r: Reading, first: number): number {
  const sentence = r.text.tokens[first]?.sentence
  let and = false
  for (let i = first + 1; i < r.text.tokens.length && r.text.tokens[i]!.sentence === sentence && i < first + 2 * REACH; i++) {
    if (lemmaAt(r, i) === 'and') and = true
    else if (and && isParty(r, i)) return i
    else if (and && r.syntax.upos[i] === 'VERB') return -1
  }
  return -1
}

/** The first token `word` after the noun, before anything of `barred`; -1 when there is none. */
function following(r: Reading, t: Trigger, word: string, barred: RegExp): number {
  for (let i = t.last; i < t.last + REACH && r.text.tokens[i]?.sentence === t.sentence; i++) {
    if (lemmaAt(r, i) === word && r.syntax.upos[i] === 'ADP') return i
    if (barred.test(r.syntax.upos[i] ?? '') && r.text.tokens[i]!.form !== '-') return -1
  }
  return -1
}

function isParty(r: Reading, head: number): boolean {
  const m = entityAt(r, head)
  return m !== null && (m.kind === 'state' || m.kind === 'government' || isArmed(m) || isHuman(m)) && m.form !== 'pronoun'
}
