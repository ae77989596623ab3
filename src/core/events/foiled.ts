/** Attacks that came to nothing: the charge that did not go off, the rocket that missed or fell short, the grenade that was defused. */
import { childrenWith, isPassive } from './arguments.ts'
import { entityAt, isHuman, lemmaAt, lemmaIn, NOT, type Reading } from './reading.ts'
import { doers, patients } from './senses.ts'
import type { Trigger } from './triggers.ts'

/** The word that says so of what trigger `t` sent, threw or laid, by its token; -1 where nothing does. */
export function foiledBy(r: Reading, t: Trigger): number {
  if (t.nominal || t.lexeme.type !== 'ASSAULT') return -1
  if (goesOff(r, t.token) && isNegated(r, t.token) && subjects(r, t.token).some(w => isWeapon(r, w) || r.syntax.upos[w] === 'NOUN' && !isHuman(entityAt(r, w)))) return t.token
  const sent = weaponsOf(r, t), behind = childrenWith(r.syntax, t.token, 'conj').filter(v => subjects(r, v).length === 0 && lemmaIn(r, v, 'miss-verb') && !isPassive(r.syntax, v))
  const own = [...behind, ...sent.flatMap(w => predicatesOf(r, w))].find(v => v !== t.token && (fails(r, v) || (r.syntax.deprel[v] ?? '').startsWith('acl:relcl') && stops(r, v)))
  return own ?? (sent.length === 0 ? -1 : nextSentence(r, t, sent))
}

/** "Explode", "go off". */
const goesOff = (r: Reading, verb: number): boolean => lemmaIn(r, verb, 'go-off') || lemmaAt(r, verb) === 'go' && childrenWith(r.syntax, verb, 'compound:prt', 'advmod').some(c => lemmaAt(r, c) === 'off')

const isNegated = (r: Reading, verb: number): boolean => childrenWith(r.syntax, verb, 'advmod').some(c => NOT.has(lemmaAt(r, c)))

const isWeapon = (r: Reading, token: number): boolean => (r.weaponAt[token] ?? -1) >= 0

const subjects = (r: Reading, verb: number): readonly number[] => childrenWith(r.syntax, verb, 'nsubj', 'nsubj:pass')

/** Tokens of the weapons that a trigger sends: among its own words, its object, its subject ("a shell fell"), or what its clause hangs on ("a rocket fired at the town"). */
function weaponsOf(r: Reading, t: Trigger): readonly number[] {
  const inside = Array.from({ length: t.last - t.first }, (_, k) => t.first + k), above = (r.syntax.deprel[t.token] ?? '').startsWith('acl') ? [r.syntax.head[t.token] ?? -1] : []
  return [...new Set([...inside, ...[...patients(t.arguments, r, t.token), ...doers(t.arguments)].map(a => a.head), ...above])].filter(i => isWeapon(r, i) && r.syntax.upos[i] !== 'VERB')
}

/** Verbs that tell what became of a weapon: those it is the subject of, and the relative clauses behind it. */
function predicatesOf(r: Reading, weapon: number): readonly number[] {
  const up = (r.syntax.deprel[weapon] ?? '').startsWith('nsubj') ? [r.syntax.head[weapon] ?? -1] : []
  return [...up, ...childrenWith(r.syntax, weapon, 'acl:relcl')].flatMap(v => withConjuncts(r, v))
}

/** A verb and those coordinated with it that share its subject. */
const withConjuncts = (r: Reading, verb: number): readonly number[] => [verb, ...childrenWith(r.syntax, verb, 'conj').filter(c => subjects(r, c).length === 0)]

/** "Israel intercepted", "the navy brought them down": somebody stopped it. */
const stops = (r: Reading, verb: number): boolean => !isPassive(r.syntax, verb) && lemmaIn(r, verb, 'make-harmless') && !isNegated(r, verb) && subjects(r, verb).some(x => !isWeapon(r, x))

/** "Failed to go off", "did not explode", "missed", "fell short", "was defused". */
function fails(r: Reading, verb: number): boolean {
  if (isPassive(r.syntax, verb)) return lemmaIn(r, verb, 'make-harmless') && !isNegated(r, verb)
  if (goesOff(r, verb)) return isNegated(r, verb)
  if (isNegated(r, verb)) return false
  if (lemmaIn(r, verb, 'fail-verb')) return childrenWith(r.syntax, verb, 'xcomp').every(v => goesOff(r, v) || lemmaIn(r, v, 'reach-verb'))
  return lemmaIn(r, verb, 'miss-verb') || lemmaAt(r, verb) === 'fall' && childrenWith(r.syntax, verb, 'advmod', 'xcomp', 'amod', 'obj').some(c => lemmaAt(r, c) === 'short')
}

/** "It failed to go off", "both fell short": what the next sentence says of all that was sent. "Three of them missed" is not that. */
function nextSentence(r: Reading, t: Trigger, sent: readonly number[]): number {
  const next = r.text.sentences[t.sentence + 1]
  if (next === undefined) return -1
  const many = sent.some(w => /^NNP?S$/.test(r.syntax.xpos[w] ?? ''))
  for (let i = next.first; i < next.last; i++) {
    if (!lemmaIn(r, i, many ? 'they-all' : 'it-alone') && !isSame(r, i, sent)) continue
    const verb = r.syntax.head[i] ?? -1
    if (r.syntax.deprel[i] === 'obj' && stops(r, verb)) return verb
    const found = (r.syntax.deprel[i] ?? '').startsWith('nsubj') ? withConjuncts(r, verb).find(v => fails(r, v)) : undefined
    if (found !== undefined) return found
  }
  return -1
}

/** "The bomb", "the device". */
const isSame = (r: Reading, token: number, sent: readonly number[]): boolean => isWeapon(r, token) && childrenWith(r.syntax, token, 'det').some(c => lemmaIn(r, c, 'back-pointing')) && childrenWith(r.syntax, token, 'nummod', 'amod', 'nmod').length === 0 && sent.some(w => (r.syntax.xpos[w] ?? '').endsWith('S') === (r.syntax.xpos[token] ?? '').endsWith('S'))
