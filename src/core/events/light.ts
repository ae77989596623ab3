/** Light verbs: what the verb above an event noun ("launched an attack", "came under fire", "beat back an assault") says of who did it. */
import { childrenWith, isVerb, prepositionOf, verbArguments } from './arguments.ts'
import { doerOf } from './before.ts'
import type { LightVerb } from './lexicon.ts'
import { entityAt, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { add, ONTO, type RoleDraft } from './fillers.ts'
import { isCalled, isJudged } from './look-alike.ts'
import type { Trigger } from './triggers.ts'

/** The light verb that governs an event noun, directly or over a word that counts it ("carried out a series of attacks"); but "called it an attack" only names it. */
function lightVerbOf(r: Reading, t: Trigger): { verb: number; light: LightVerb; rel: string } | null {
  const noun = measured(r, t.token), head = r.syntax.head[noun] ?? -1, rel = r.syntax.deprel[noun] ?? ''
  if (head < 0 || !isVerb(r.syntax, head)) return null
  if (!['obj', 'nsubj:pass', 'obl', 'xcomp', 'obl:agent'].includes(rel) && !(rel === 'nsubj' && r.syntax.xpos[head] === 'VBN')) return null
  if (lemmaAt(r, head) === 'call' && (rel === 'xcomp' || isJudged(r, head, noun) || isCalled(r, noun) || (r.syntax.children[head] ?? []).some(c => r.syntax.deprel[c] === 'xcomp'))) return null
  const lemma = lemmaAt(r, head), shifted = rel === 'obl' && noun > head && prepositionOf(r.syntax, noun) === '' && !(r.syntax.children[head] ?? []).some(c => r.syntax.deprel[c] === 'obj'), under = rel === 'obl' ? prepositionOf(r.syntax, noun) : ''
  const light = r.lexicon.lightVerbs.get(under === '' ? lemma : `${lemma} ${under}`) ?? particled(r, head)
  return !light || (rel === 'obl' && under === '' && !shifted) ? null : { verb: head, light, rel }
}

/** "beat back", "fought off": the verb with its particle. */
export function particled(r: Reading, verb: number): LightVerb | undefined {
  const particle = r.text.tokens[verb + 1]
  return particle === undefined ? undefined : r.lexicon.lightVerbs.get(`${lemmaAt(r, verb)} ${particle.norm.toLowerCase()}`)
}

/** The word that counts the acts, where it stands between ("a series of attacks"); else the noun itself. */
function measured(r: Reading, noun: number): number {
  const head = r.syntax.head[noun] ?? -1
  return head >= 0 && r.syntax.deprel[noun] === 'nmod' && prepositionOf(r.syntax, noun) === 'of' && lemmaIn(r, head, 'measure-of-acts') ? head : noun
}

export function lightVerbRoles(r: Reading, t: Trigger, out: RoleDraft): void {
  ascribedRoles(r, t, out)
  const found = lightVerbOf(r, t)
  if (!found || found.light.role === 'charged') return
  const { verb, light } = found
  out.lightVerb = verb
  out.status = light.status
  const args = verbArguments(r.syntax, verb)
  const agents = args.passive ? args.list.filter(a => a.relation === 'agent').map(a => a.head) : [doerOf(r, verb)]
  if (light.role === 'actor') { add(out, 'actor', 'light-verb', agents); add(out, 'recipient', 'onto', args.list.filter(a => a.relation === 'oblique' && ONTO.has(a.preposition)).map(a => a.head)) }
  if (light.role === 'recipient') {
    add(out, 'recipient', light.status === 'attempted' ? 'repeller' : 'light-verb', agents)
    add(out, 'actor', 'from', args.list.filter(a => a.preposition === 'from').map(a => a.head))
    out.repelled = light.status === 'attempted'
  }
}

/** "charged a captain over the killing", "was involved in the bombing", "are in custody over the raid": who is charged with an act is its actor. */
export function chargedRoles(r: Reading, t: Trigger, out: RoleDraft): void {
  const s = r.syntax, { noun, preposition } = chargedWith(r, t), up = s.head[noun] ?? -1, verb = verbOf(r, noun)
  if (preposition === '' || up < 0) return
  if (isWordOf(r, up, 'lockup') && prepositionOf(s, up) === 'in' && /^(?:over|for)$/.test(preposition)) { add(out, 'actor', 'charged', childrenWith(s, up, 'nsubj')); return }
  // "Arrested in 64 search operations", "in police raids": who is arrested in an arrest did nothing.
  if (verb < 0 || !isVerb(s, verb) || preposition === 'in' && (t.lexeme.type === 'COERCE' || r.lexicon.lists['hunt'].has(t.lexeme.words.at(-1) ?? ''))) return
  const held = /^(?:over|for)$/.test(preposition) && childrenWith(s, verb, 'obl').some(c => c !== noun && isWordOf(r, c, 'lockup') && prepositionOf(s, c) === 'into')
  if (!held && r.lexicon.lightVerbs.get(`${lemmaAt(r, verb)} ${preposition}`)?.role !== 'charged') return
  const args = verbArguments(s, verb)
  add(out, 'actor', 'charged', args.list.flatMap(a => (a.relation === (args.passive ? 'subject' : 'object') ? [a.head, ...alsoJudged(r, verb, a.head)] : [])))
}

/** The noun by which a charge names the act, with its preposition: the act's own, "connection" before it, or the thing that did it ("over the mine that killed four"). */
function chargedWith(r: Reading, t: Trigger): { readonly noun: number; readonly preposition: string } {
  const s = r.syntax, up = s.head[t.token] ?? -1, preposition = prepositionOf(s, t.token)
  if (preposition === 'with' && lemmaAt(r, up) === 'connection' && prepositionOf(s, up) === 'in') return { noun: up, preposition: 'over' }
  if (!t.nominal && (s.deprel[t.token] ?? '').startsWith('acl') && (r.weaponAt[up] ?? -1) >= 0) return { noun: up, preposition: prepositionOf(s, up) }
  return { noun: t.token, preposition: t.nominal ? preposition : '' }
}

/** The verb above a noun, over the nouns that it hangs on ("sentenced two natives to thirteen years for the arson"). */
function verbOf(r: Reading, noun: number): number {
  const s = r.syntax
  let at = s.head[noun] ?? -1
  for (let hops = 0; hops < 3 && at >= 0 && !isVerb(s, at) && /^(?:obj|obl|nmod|nsubj:pass|conj)$/.test(s.deprel[at] ?? ''); hops++) at = s.head[at] ?? -1
  return at
}

/** "Sentenced Perić to 19 years and Tomić to 11": the second, whom the tree joins to the years of the first. */
const alsoJudged = (r: Reading, verb: number, first: number): readonly number[] => childrenWith(r.syntax, verb, 'obl').filter(c => prepositionOf(r.syntax, c) === 'to' && c > first).flatMap(c => childrenWith(r.syntax, c, 'conj')).filter(c => entityAt(r, c)?.kind === 'person')

/** "Blamed the kidnapping on the brigade", "the raid was pinned on the rebels": whom an act is laid to, also where the tree hangs them on what is said of it. */
function ascribedRoles(r: Reading, t: Trigger, out: RoleDraft): void {
  const s = r.syntax, verb = s.head[t.token] ?? -1, preposition = r.lexicon.blame.ascribe.get(lemmaAt(r, verb))
  if (verb < 0 || preposition === undefined || !isVerb(s, verb) || !/^(?:obj|nsubj:pass)$/.test(s.deprel[t.token] ?? '')) return
  const fits = (c: number): boolean => prepositionOf(s, c) === preposition && (r.timeAt[c] ?? -1) < 0
  const later = (at: number): readonly number[] => (s.children[at] ?? []).flatMap(c => (c > at && /^(?:nmod|obl)/.test(s.deprel[c] ?? '') ? [...(fits(c) ? [c] : []), ...later(c)] : []))
  add(out, 'actor', 'ascribed', [Math.max(-1, ...later(t.token), ...later(verb))])
}
