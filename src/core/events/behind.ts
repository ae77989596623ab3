/** Who stands behind an act beside the doer that its own words name, or in his place: who fights alongside him, whose order it was, at whose checkpoint people were held, whose work it is called, who owns to it, and whom a protest drew. */
import { childrenWith, conjuncts, isPassive, isVerb, prepositionOf, verbArguments } from './arguments.ts'
import { doerOf } from './before.ts'
import { add, type RoleDraft } from './fillers.ts'
import { isOwner, ownersOf } from './owners.ts'
import { isSide } from './party.ts'
import { entityAt, isHuman, lemmaAt, lemmaIn, NOT, type Reading } from './reading.ts'
import type { Trigger } from './triggers.ts'

/** Adds them to the roles of a trigger; the first needs the doers that are already there. */
export function behindRoles(r: Reading, t: Trigger, out: RoleDraft): void {
  add(out, 'actor', 'ally', alliesOf(r, t, out.fillers.filter(f => f.side === 'actor').map(f => f.head)))
  add(out, 'actor', 'post', postsOf(r, t, out))
  add(out, 'actor', 'behest', behestsOf(r, t))
  if (t.nominal) {
    add(out, 'actor', 'handiwork', [...handiworkOf(r, t), ...behindOf(r, t), ...responsibleFor(r, t)])
    add(out, 'actor', 'claimed', claimantsOf(r, t))
    if (t.lexeme.type === 'PROTEST') add(out, 'actor', 'drawn', drawnBy(r, t))
  }
}

const isParty = (r: Reading, head: number): boolean => isOwner(r, head) || isSide(r, head)
const word = (r: Reading, i: number): string => r.text.tokens[i]?.norm.toLowerCase() ?? ''

/** Tokens between a doer and whoever is told to be with him. */
const NEAR = 12

/** "Police, backed by soldiers", "the navy, together with the coast guard": between the doer and the verb, or right behind the doer of a passive. */
function alliesOf(r: Reading, t: Trigger, doers: readonly number[]): readonly number[] {
  const s = r.syntax, backing = doers.flatMap(h => childrenWith(s, h, 'acl')).filter(v => lemmaIn(r, v, 'backing-participle') && s.xpos[v] === 'VBN').flatMap(v => childrenWith(s, v, 'obl').filter(c => prepositionOf(s, c) === 'by'))
  const { first, last } = r.text.sentences[t.sentence]!, beside: number[] = []
  for (let i = first; i < last; i++) {
    const open = lemmaIn(r, i, 'beside-adverb') && word(r, i + 1) === 'with' ? i : word(r, i) === 'alongside' && s.upos[i] === 'ADP' ? i : -1
    if (open < 0) continue
    const noun = s.head[word(r, i) === 'alongside' ? i : i + 1] ?? -1
    if (noun > i && isParty(r, noun) && doers.some(h => joins(r, t, h, open))) beside.push(...conjuncts(s, noun))
  }
  return [...backing, ...beside]
}

/** Whether a phrase that opens at a token goes with a doer: no verb stands between the two, and where the doer comes first the act does not either. */
function joins(r: Reading, t: Trigger, doer: number, open: number): boolean {
  if (open < doer || open - doer > NEAR || doer < t.token && open > t.token && !t.nominal) return false
  for (let i = doer + 1; i < open; i++) if (r.syntax.upos[i] === 'VERB' && !/^(?:amod|acl)/.test(r.syntax.deprel[i] ?? '')) return false
  return true
}

/** Acts that are done where those who do them stand. */
const HOLDING = new Set(['arrest', 'abduct', 'restrict', 'seize', 'withhold', 'targeted', 'torture', 'beat'])

/** "Stopped at an army checkpoint", "killed in police custody": whose post it is, where the act names no doer. */
function postsOf(r: Reading, t: Trigger, out: RoleDraft): readonly number[] {
  if (t.nominal || !t.arguments.passive || !HOLDING.has(t.lexeme.mode ?? '') || out.fillers.some(f => f.side === 'actor')) return []
  return t.arguments.list.filter(a => a.relation === 'oblique' && /^(?:at|in|by)$/.test(a.preposition) && lemmaIn(r, a.head, 'holding-post')).flatMap(a => ownersOf(r, a.head)).filter(h => isSide(r, h))
}

/** "On instructions from Kyiv", "at the call of the Front", "on the orders of the governor": whose word it was. */
function behestsOf(r: Reading, t: Trigger): readonly number[] {
  const s = r.syntax, up = s.head[t.token] ?? -1, over = up >= 0 && isVerb(s, up) && /^(?:obj|nsubj|obl|xcomp)/.test(s.deprel[t.token] ?? '') ? [t.token, up] : [t.token]
  const words = over.flatMap(at => childrenWith(s, at, 'obl', 'nmod')).filter(c => lemmaIn(r, c, 'behest-noun') && /^(?:on|at|under|upon|by)$/.test(prepositionOf(s, c)) && (lemmaAt(r, c) !== 'call' || t.lexeme.type === 'PROTEST' || t.lexeme.type === 'COERCE'))
  return words.flatMap(c => [...ownersOf(r, c), ...childrenWith(s, c, 'nmod').filter(n => prepositionOf(s, n) === 'from')]).filter(h => isParty(r, h) || entityAt(r, h)?.form === 'nominal' && entityAt(r, h)!.kind === 'unknown' && prepositionOf(s, h) === 'of')
}

const isDenied = (r: Reading, at: number): boolean => (r.syntax.children[at] ?? []).some(c => NOT.has(lemmaAt(r, c)))

/** "The killings were the work of rivals", "he called the raid the work of soldiers", "denied the killing and said it was the work of others". */
function handiworkOf(r: Reading, t: Trigger): readonly number[] {
  const s = r.syntax, { first, last } = r.text.sentences[t.sentence]!, out: number[] = []
  for (let i = first; i < last; i++) {
    const of = lemmaIn(r, i, 'handiwork-noun') ? childrenWith(s, i, 'nmod').filter(c => prepositionOf(s, c) === 'of' && (isHuman(entityAt(r, c)) || isParty(r, c))) : []
    if (of.length === 0 || isDenied(r, i)) continue
    const subject = childrenWith(s, i, 'nsubj')[0] ?? -1, up = s.head[i] ?? -1
    const said = childrenWith(s, i, 'cop').length > 0 ? subject === t.token || subject > t.last && /^(?:it|this|that|they)$/.test(lemmaAt(r, subject)) : s.head[t.token] === up && /^(?:obj|nsubj:pass)$/.test(s.deprel[t.token] ?? '') && up >= 0 && isVerb(s, up) && /^(?:xcomp|obl)/.test(s.deprel[i] ?? '')
    if (said) out.push(...of)
  }
  return out
}

/** "Partisans were behind the blast", "the group behind the bombing". */
function behindOf(r: Reading, t: Trigger): readonly number[] {
  const s = r.syntax, up = s.head[t.token] ?? -1
  if (prepositionOf(s, t.token) !== 'behind' || isDenied(r, t.token)) return []
  return childrenWith(s, t.token, 'cop').length > 0 ? childrenWith(s, t.token, 'nsubj') : s.deprel[t.token] === 'nmod' && up >= 0 && isParty(r, up) ? [up] : s.deprel[t.token] === 'obl' && lemmaAt(r, up) === 'be' ? childrenWith(s, up, 'nsubj') : []
}

/** "The militia was responsible for the massacre", "held the army responsible for the shelling". */
function responsibleFor(r: Reading, t: Trigger): readonly number[] {
  const s = r.syntax, up = s.head[t.token] ?? -1
  if (up < 0 || lemmaAt(r, up) !== 'responsible' || prepositionOf(s, t.token) !== 'for' || isDenied(r, up)) return []
  const verb = s.head[up] ?? -1
  return childrenWith(s, up, 'cop').length > 0 ? childrenWith(s, up, 'nsubj') : s.deprel[up] === 'xcomp' && verb >= 0 ? childrenWith(s, verb, 'obj', 'nsubj:pass') : []
}

/** "The brigade claimed the bombing", "took responsibility for the ambush": who owns to it. */
function claimantsOf(r: Reading, t: Trigger): readonly number[] {
  const s = r.syntax, words = r.lexicon.blame, up = s.head[t.token] ?? -1, credit = words.credit.has(lemmaAt(r, up)) && prepositionOf(s, t.token) === 'for'
  const verb = credit ? s.head[up] ?? -1 : up
  if (verb < 0 || !isVerb(s, verb) || isDenied(r, verb)) return []
  const owned = credit ? words.claim.has(lemmaAt(r, verb)) : lemmaAt(r, verb) === 'claim' && /^(?:obj|nsubj:pass)$/.test(s.deprel[t.token] ?? '') || words.claim.has(lemmaAt(r, verb)) && prepositionOf(s, t.token) === 'for' && childrenWith(s, verb, 'obj', 'nsubj:pass').some(o => words.credit.has(lemmaAt(r, o)))
  return !owned ? [] : isPassive(s, verb) ? verbArguments(s, verb).list.filter(a => a.relation === 'agent').map(a => a.head) : [doerOf(r, verb)]
}

/** "The march drew 400 teachers", "a rally, which brought out thousands", "took part in a protest", "a nurse on hunger strike". */
function drawnBy(r: Reading, t: Trigger): readonly number[] {
  const s = r.syntax, up = s.head[t.token] ?? -1, rel = s.deprel[t.token] ?? ''
  const drawing = [...(rel === 'nsubj' ? [up] : []), ...childrenWith(s, t.token, 'acl').filter(v => !isPassive(s, v))].filter(v => lemmaIn(r, v, 'draw-verb'))
  const part = prepositionOf(s, t.token) === 'in' ? (lemmaAt(r, up) === 'part' ? s.head[up] ?? -1 : childrenWith(s, up, 'obj').some(o => lemmaAt(r, o) === 'part') ? up : -1) : -1
  return [...drawing.flatMap(v => childrenWith(s, v, 'obj')).filter(h => isHuman(entityAt(r, h))), ...(part >= 0 && lemmaAt(r, part) === 'take' ? [doerOf(r, part)] : []), ...(rel === 'nmod' && prepositionOf(s, t.token) === 'on' && isHuman(entityAt(r, up)) ? [up] : [])]
}
