/** Finds who says what: a cue, its speaker, and the words that are said. */
import { childrenWith, isVerb, prepositionOf, subjectOf, verbArguments } from '../events/arguments.ts'
import { entityAt, hasClass, isHuman, lemmaAt, type Reading } from '../events/reading.ts'
import type { ClaimLexicon, Cue, CueKind } from './lexicon.ts'

/** One act of speech. Token indices; `content` are the tokens of what is said, in text order. */
export interface SpeechFrame {
  readonly kind: CueKind
  /** First and last token of the cue, inclusive. */
  readonly cue: readonly [number, number]
  /** Head token of who speaks. */
  readonly speaker: number
  readonly content: readonly number[]
  /** Head token of who is accused, or -1. */
  readonly target: number
  /** What is denied, condemned or charged is said in so many words, so that no other act may be meant. */
  readonly specific: boolean
  readonly rule: string
}

/** Tokens of the subtree of `head`, those below `without` left out. */
export function subtree(r: Reading, head: number, without = -1): readonly number[] {
  const out: number[] = [], stack = [head]
  while (stack.length > 0) {
    const i = stack.pop()!
    if (i === without) continue
    out.push(i)
    stack.push(...(r.syntax.children[i] ?? []))
  }
  return out.sort((a, b) => a - b)
}

/** All frames in text order. */
export function findFrames(r: Reading, lexicon: ClaimLexicon): readonly SpeechFrame[] {
  const out: SpeechFrame[] = []
  for (let i = 0; i < r.text.tokens.length; i++) {
    const lemma = lemmaAt(r, i)
    if (lemma === 'accord' || lemma === 'according') { const frame = accordingTo(r, i); if (frame) out.push(frame) }
    if (!isVerb(r.syntax, i)) continue
    const frame = behind(r, i) ?? ownClaim(r, lexicon, i)
    if (frame) { out.push(frame); continue }
    for (const cue of lexicon.verbs.get(lemma) ?? []) { const found = byVerb(r, lexicon, i, cue); if (found) { out.push(found); break } }
  }
  return out
}

/** "according to police". */
function accordingTo(r: Reading, i: number): SpeechFrame | null {
  const head = r.syntax.head[i] ?? -1, to = (r.syntax.children[i] ?? []).find(c => /^obl|^nmod/.test(r.syntax.deprel[c] ?? ''))
  const fixed = to === undefined && r.syntax.deprel[i] === 'case' ? head : to
  if (fixed === undefined || fixed < 0) return null
  const governor = fixed === head ? r.syntax.head[head] ?? -1 : head
  if (governor < 0) return null
  return { kind: 'say', cue: [i, i + 1], speaker: fixed, content: subtree(r, governor, fixed === head ? fixed : i), target: -1, specific: true, rule: 'claim:according-to' }
}

/** "said it was behind the attack": the verb of being with "behind", its subject the speaker. */
function behind(r: Reading, i: number): SpeechFrame | null {
  const noun = childrenWith(r.syntax, i, 'obl', 'nmod').find(c => prepositionOf(r.syntax, c) === 'behind')
  if (noun === undefined || lemmaAt(r, i) !== 'be') return null
  const speaker = subjectOf(r.syntax, i)
  return speaker < 0 ? null : { kind: 'own', cue: [i, noun], speaker, content: subtree(r, noun), target: -1, specific: false, rule: 'claim:behind' }
}

const TAKE = new Set(['claim', 'take', 'accept', 'admit', 'assume', 'acknowledge', 'deny', 'disclaim', 'reject', 'refuse'])

/** "claimed responsibility for", "took credit for", "denied responsibility"; "was claimed by". */
function ownClaim(r: Reading, lexicon: ClaimLexicon, i: number): SpeechFrame | null {
  const lemma = lemmaAt(r, i), s = r.syntax
  if (!TAKE.has(lemma)) return null
  const args = verbArguments(s, i), subject = args.list.find(a => a.relation === 'subject')?.head ?? -1, agent = args.list.find(a => a.relation === 'agent')?.head ?? -1
  const object = args.list.find(a => a.relation === 'object')?.head ?? -1
  const named = [object, args.passive ? subject : -1].find(h => h >= 0 && lexicon.responsibility.has(lemmaAt(r, h)))
  if (named !== undefined) {
    const speaker = args.passive ? agent : subject
    const negated = isNegated(r, i) || childrenWith(s, named, 'det').some(c => lemmaAt(r, c) === 'no')
    if (speaker < 0 || negated || NOBODY.has(lemmaAt(r, speaker)) || childrenWith(s, speaker, 'det').some(c => lemmaAt(r, c) === 'no') || lemmaAt(r, speaker - 1) === 'no') return null
    return { kind: /^(?:deny|disclaim|reject|refuse)$/.test(lemma) ? 'deny' : 'own', cue: [Math.min(i, named), Math.max(i, named)], speaker, content: [...subtree(r, named), ...childrenWith(s, i, 'obl').filter(c => prepositionOf(s, c) === 'for').flatMap(c => subtree(r, c))].sort((a, b) => a - b), target: -1, specific: false, rule: 'claim:responsibility' }
  }
  if (lemma === 'claim' && args.passive && agent >= 0 && subject >= 0) return { kind: 'own', cue: [i, i], speaker: agent, content: subtree(r, i, agent), target: -1, specific: false, rule: 'claim:claimed-by' }
  const claimed = entityAt(r, object)
  if (lemma === 'claim' && !args.passive && subject >= 0 && object >= 0 && hasClass(r, object, 'event') && claimed?.entity == null && entityAt(r, subject)?.kind !== 'person') return { kind: 'own', cue: [i, i], speaker: subject, content: subtree(r, object), target: -1, specific: true, rule: 'claim:claimed' }
  return null
}

const NOBODY = new Set(['nobody', 'none', 'anyone', 'no-one'])
const isNegated = (r: Reading, i: number): boolean => childrenWith(r.syntax, i, 'advmod').some(c => ['not', 'never', "n't"].includes(lemmaAt(r, c)))

function byVerb(r: Reading, lexicon: ClaimLexicon, i: number, cue: Cue): SpeechFrame | null {
  switch (cue.kind) {
    case 'say': case 'confirm': return saying(r, i, cue)
    case 'quoted': return quoted(r, i)
    case 'accuse': return accusing(r, i, cue)
    case 'condemn': return withObject(r, lexicon, i, 'condemn', 'claim:condemn', false)
    case 'deny': return withObject(r, lexicon, i, 'deny', 'claim:deny', cue.frame === 'statement')
    default: return null
  }
}

const HEARD = new Set(['see', 'witness', 'hear', 'show', 'record', 'document', 'count', 'report', 'announce', 'describe', 'confirm', 'put', 'find', 'estimate', 'acknowledge', 'admit', 'verify', 'corroborate', 'claim'])

const PERCEIVED = new Set(['see', 'hear', 'witness', 'count', 'put', 'find', 'record'])

function saying(r: Reading, i: number, cue: Cue): SpeechFrame | null {
  const s = r.syntax, args = verbArguments(s, i), subject = args.list.find(a => a.relation === 'subject')?.head ?? -1
  if (args.passive || isNegated(r, i)) return null
  const up = s.head[i] ?? -1, speaker = subject
  if (speaker < 0) return null
  const make = (content: readonly number[], rule: string): SpeechFrame => ({ kind: cue.kind, cue: [i, i], speaker, content, target: -1, specific: true, rule })
  const clauses = childrenWith(s, i, 'ccomp').concat((s.children[i] ?? []).filter(c => s.deprel[c] === 'parataxis' && isClause(r, c)))
  if (clauses.length > 0) return make(clauses.flatMap(c => subtree(r, c)).sort((a, b) => a - b), 'claim:that')
  if (s.deprel[i] === 'parataxis' && up >= 0) return make(subtree(r, up, i), 'claim:after-quote')
  const object = args.list.find(a => a.relation === 'object')?.head ?? -1
  if (PERCEIVED.has(lemmaAt(r, i)) && !isHuman(entityAt(r, speaker))) return null
  if (object >= 0 && HEARD.has(lemmaAt(r, i))) return make(subtree(r, i, speaker).filter(t => t !== i), 'claim:object')
  if (up < 0 && object < 0) return quoteBefore(r, i, make)
  return null
}

/** `"…" he said` where the parser made no clause of the quotation: the rest of the sentence. */
function quoteBefore(r: Reading, i: number, make: (content: readonly number[], rule: string) => SpeechFrame): SpeechFrame | null {
  const sentence = r.text.sentences[r.text.tokens[i]!.sentence]!, content: number[] = []
  for (let t = sentence.first; t < i; t++) content.push(t)
  return content.some(t => /^["“”]$/.test(r.text.tokens[t]!.form)) ? make(content, 'claim:quotation') : null
}

const isClause = (r: Reading, c: number): boolean => isVerb(r.syntax, c) || childrenWith(r.syntax, c, 'nsubj', 'cop').length > 0

/** "was quoted as saying that". */
function quoted(r: Reading, i: number): SpeechFrame | null {
  const speaker = verbArguments(r.syntax, i).list.find(a => a.relation === 'subject')?.head ?? -1
  const say = (r.syntax.children[i] ?? []).find(c => lemmaAt(r, c) === 'say')
  if (speaker < 0 || say === undefined) return null
  return { kind: 'say', cue: [i, say], speaker, content: subtree(r, say), target: -1, specific: true, rule: 'claim:quoted' }
}

/** "accused X of attacking", "blamed the attack on X", "held X responsible for". */
function accusing(r: Reading, i: number, cue: Cue): SpeechFrame | null {
  const args = verbArguments(r.syntax, i), find = (relation: string): number => args.list.find(a => a.relation === relation)?.head ?? -1
  const speaker = args.passive ? find('agent') : find('subject'), done = args.passive ? find('subject') : find('object')
  if (speaker < 0 || done < 0 || isNegated(r, i)) return null
  if (cue.frame === 'responsible' && !childrenWith(r.syntax, i, 'xcomp', 'amod').concat(childrenWith(r.syntax, done, 'amod', 'acl')).some(c => lemmaAt(r, c) === 'responsible')) return null
  const on = args.list.find(a => a.relation === 'oblique' && a.preposition === (cue.frame === 'to' ? 'to' : 'on') && (r.timeAt[a.head] ?? -1) < 0)?.head ?? -1
  return { kind: 'accuse', cue: [i, i], speaker, content: subtree(r, i, speaker), target: on >= 0 ? on : done, specific: on < 0 && hasCharge(r, i, done), rule: 'claim:accuse' }
}

function withObject(r: Reading, lexicon: ClaimLexicon, i: number, kind: CueKind, rule: string, statementsOnly: boolean): SpeechFrame | null {
  const args = verbArguments(r.syntax, i), find = (relation: string): number => args.list.find(a => a.relation === relation)?.head ?? -1
  const speaker = args.passive ? find('agent') : find('subject'), done = args.passive ? find('subject') : find('object')
  if (speaker < 0 || isNegated(r, i)) return null
  if (statementsOnly && (done < 0 || !lexicon.statements.has(lemmaAt(r, done)))) return null
  return { kind, cue: [i, i], speaker, content: subtree(r, i, speaker).filter(t => t !== i), target: -1, specific: done >= 0 ? !VAGUE_ACT.has(lemmaAt(r, done)) && !lexicon.statements.has(lemmaAt(r, done)) : childrenWith(r.syntax, i, 'ccomp', 'xcomp', 'advcl').length > 0, rule }
}

const VAGUE_ACT = new Set(['it', 'this', 'that', 'they', 'act', 'incident', 'crime', 'violence', 'atrocity', 'action', 'tragedy', 'bloodshed', 'brutality', 'outrage', 'attack', 'assault', 'killing', 'event'])

/** "accused Pakistan of arming the rebels": what the charge is. */
const hasCharge = (r: Reading, verb: number, done: number): boolean => [...childrenWith(r.syntax, verb, 'obl', 'advcl', 'xcomp'), ...childrenWith(r.syntax, done, 'nmod', 'acl')].some(c => ['of', 'for', 'with'].includes(prepositionOf(r.syntax, c)) || childrenWith(r.syntax, c, 'mark').some(k => ['of', 'for'].includes(lemmaAt(r, k))))
