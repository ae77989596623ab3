/** Light verbs: what the verb above an event noun ("launched an attack", "came under fire", "beat back an assault") says of who did it. */
import { isVerb, prepositionOf, subjectOf, verbArguments } from './arguments.ts'
import type { LightVerb } from './lexicon.ts'
import { lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { add, ONTO, type RoleDraft } from './fillers.ts'
import type { Trigger } from './triggers.ts'

/** The light verb that governs an event noun, directly or over a word that counts it ("carried out a series of attacks"); but "called it an attack" only names it. */
function lightVerbOf(r: Reading, t: Trigger): { verb: number; light: LightVerb; rel: string } | null {
  const noun = measured(r, t.token), head = r.syntax.head[noun] ?? -1, rel = r.syntax.deprel[noun] ?? ''
  if (head < 0 || !isVerb(r.syntax, head)) return null
  if (!['obj', 'nsubj:pass', 'obl', 'xcomp', 'obl:agent'].includes(rel) && !(rel === 'nsubj' && r.syntax.xpos[head] === 'VBN')) return null
  if (lemmaAt(r, head) === 'call' && (rel === 'xcomp' || (r.syntax.children[head] ?? []).some(c => r.syntax.deprel[c] === 'xcomp'))) return null
  const lemma = lemmaAt(r, head), under = rel === 'obl' ? prepositionOf(r.syntax, noun) : ''
  const light = r.lexicon.lightVerbs.get(under === '' ? lemma : `${lemma} ${under}`) ?? particled(r, head)
  return !light || (rel === 'obl' && under === '') ? null : { verb: head, light, rel }
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
  chargedRoles(r, t, out)
  ascribedRoles(r, t, out)
  const found = lightVerbOf(r, t)
  if (!found || found.light.role === 'charged') return
  const { verb, light } = found
  out.lightVerb = verb
  out.status = light.status
  const args = verbArguments(r.syntax, verb)
  const agents = args.passive ? args.list.filter(a => a.relation === 'agent').map(a => a.head) : [subjectOf(r.syntax, verb)]
  if (light.role === 'actor') { add(out, 'actor', 'light-verb', agents); add(out, 'recipient', 'onto', args.list.filter(a => a.relation === 'oblique' && ONTO.has(a.preposition)).map(a => a.head)) }
  if (light.role === 'recipient') {
    add(out, 'recipient', light.status === 'attempted' ? 'repeller' : 'light-verb', agents)
    add(out, 'actor', 'from', args.list.filter(a => a.preposition === 'from').map(a => a.head))
    out.repelled = light.status === 'attempted'
  }
}

/** "charged a captain over the killing", "was involved in the bombing": who is charged with an act is its actor. */
function chargedRoles(r: Reading, t: Trigger, out: RoleDraft): void {
  const s = r.syntax, up = s.head[t.token] ?? -1, preposition = prepositionOf(s, t.token)
  const verb = up >= 0 && !isVerb(s, up) && /^(?:obj|nsubj:pass|conj)$/.test(s.deprel[up] ?? '') ? s.head[up] ?? -1 : up
  // "Arrested in 64 search operations", "in police raids": who is arrested in an arrest did nothing.
  if (preposition === '' || verb < 0 || !isVerb(s, verb) || preposition === 'in' && (t.lexeme.type === 'COERCE' || r.lexicon.lists['hunt'].has(t.lexeme.words.at(-1) ?? '')) || r.lexicon.lightVerbs.get(`${lemmaAt(r, verb)} ${preposition}`)?.role !== 'charged') return
  const args = verbArguments(s, verb)
  add(out, 'actor', 'charged', args.list.filter(a => a.relation === (args.passive ? 'subject' : 'object')).map(a => a.head))
}

/** "Blamed the kidnapping on the brigade", "the raid was pinned on the rebels": whom an act is laid to, also where the tree hangs them on what is said of it. */
function ascribedRoles(r: Reading, t: Trigger, out: RoleDraft): void {
  const s = r.syntax, verb = s.head[t.token] ?? -1, preposition = r.lexicon.blame.ascribe.get(lemmaAt(r, verb))
  if (verb < 0 || preposition === undefined || !isVerb(s, verb) || !/^(?:obj|nsubj:pass)$/.test(s.deprel[t.token] ?? '')) return
  const fits = (c: number): boolean => prepositionOf(s, c) === preposition && (r.timeAt[c] ?? -1) < 0
  const later = (at: number): readonly number[] => (s.children[at] ?? []).flatMap(c => (c > at && /^(?:nmod|obl)/.test(s.deprel[c] ?? '') ? [...(fits(c) ? [c] : []), ...later(c)] : []))
  add(out, 'actor', 'ascribed', [Math.max(-1, ...later(t.token), ...later(verb))])
}
