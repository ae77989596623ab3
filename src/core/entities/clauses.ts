/** Gives clauses back their verbs, where the parser took a past tense for a participle or a noun for a verb. */
import type { SyntaxLayer, TextLayer } from '../model/index.ts'
import { childrenOf } from '../syntax/children.ts'
import type { EntityLexicon } from './lexicon.ts'
import { ONLY_PARTICIPLE } from './mend.ts'

/** Words that open a clause as well as a phrase. */
const OPENERS = new Set(['after', 'before', 'since', 'until', 'till', 'as', 'once', 'when', 'while'])
const NOUN = /^(?:NOUN|PROPN)$/

interface Editable { readonly upos: string[]; readonly xpos: string[]; readonly lemma: string[]; readonly deprel: string[]; readonly head: Int32Array }

/**
 * Four readings that parsers miss:
 * “… after inmates at a prison in Machala killed 27”: who stands behind “after” did it;
 * “a car bomb near the station wounded 12”: a noun of two words is no verb, and what is behind it is one;
 * “sent troops to Idlib and shelled positions”: what has an object of its own behind “and” goes on with the verb before;
 * “an attack on pilgrims that killed 20 people”: the attack did, not the pilgrims.
 * Changes nothing in place.
 */
export function mendClauses(text: TextLayer, syntax: SyntaxLayer, lexicon: EntityLexicon): SyntaxLayer {
  const edit: Editable = { upos: [...syntax.upos], xpos: [...syntax.xpos], lemma: [...syntax.lemma], deprel: [...syntax.deprel], head: Int32Array.from(syntax.head) }
  const found = text.tokens.map((_, i) => openedBy(text, syntax, lexicon, edit, i) || nounOfTwo(text, syntax, lexicon, edit, i) || goesOn(text, syntax, lexicon, edit, i) || ofTheAct(syntax, lexicon, edit, i))
  if (!found.includes(true)) return syntax
  return { ...syntax, ...edit, children: childrenOf(edit.head) }
}

/** Whether the token may be a past tense: none that is only a participle (“driven”), none with a subject or an auxiliary of its own. */
function isPast(text: TextLayer, { xpos, deprel, children }: SyntaxLayer, i: number): boolean {
  return /^VB[DN]$/.test(xpos[i]!) && !ONLY_PARTICIPLE.test(text.tokens[i]!.norm) && !(children[i] ?? []).some(c => /^(?:nsubj|csubj|aux|cop|expl)/.test(deprel[c]!))
}

/** The object behind a verb, -1 where there is none; a bare number is one (“wounded 12”), a day or a measure is none (“killed Sunday”, “stabbed 12 times”). */
function objectOf(text: TextLayer, { deprel, children, upos, lemma }: SyntaxLayer, lexicon: EntityLexicon, i: number): number {
  const object = (children[i] ?? []).find(c => c > i && (deprel[c] === 'obj' ? NOUN.test(upos[c]!) || upos[c] === 'NUM' || upos[c] === 'PRON' : deprel[c] === 'obl:unmarked' && upos[c] === 'NUM'))
  return object !== undefined && text.tokens[object]!.sentence === text.tokens[i]!.sentence && !(children[object] ?? []).some(c => deprel[c] === 'case') && lemma[object] !== 'time' && !lexicon.lists['span-of-time'].has(lemma[object]!) ? object : -1
}

/** “After inmates at a prison in Machala killed 27 prisoners”. */
function openedBy(text: TextLayer, syntax: SyntaxLayer, lexicon: EntityLexicon, edit: Editable, i: number): boolean {
  const { deprel, head, children, lemma, upos } = syntax
  if (!isPast(text, syntax, i) || !/^(?:advcl|acl|conj|obl)$/.test(deprel[i]!) || objectOf(text, syntax, lexicon, i) < 0) return false
  const sentence = text.tokens[i]!.sentence
  for (let at = i - 1, hops = 0; at >= 0 && text.tokens[at]!.sentence === sentence && hops < 12; at--, hops++) {
    if (upos[at] === 'PUNCT' || upos[at] === 'VERB' || upos[at] === 'AUX' || upos[at] === 'CCONJ') return false
    const opener = (children[at] ?? []).find(c => c < at && deprel[c] === 'case' && OPENERS.has(lemma[c]!))
    if (opener === undefined) continue
    const governor = head[at] === i ? head[i]! : head[at]!
    if (!NOUN.test(upos[at]!) || !/^(?:obl|nmod)$/.test(deprel[at]!) || governor < 0 || upos[governor] !== 'VERB' || governor >= opener) return false
    edit.xpos[i] = 'VBD'; edit.head[i] = governor; edit.deprel[i] = 'advcl'
    edit.head[at] = i; edit.deprel[at] = 'nsubj'
    edit.head[opener] = i; edit.deprel[opener] = 'mark'
    return true
  }
  return false
}

/** “A car bomb near the station wounded 12.” */
function nounOfTwo(text: TextLayer, syntax: SyntaxLayer, lexicon: EntityLexicon, edit: Editable, i: number): boolean {
  const { upos, xpos, deprel, head, children, lemma } = syntax, sentence = text.tokens[i]!.sentence
  if (!lexicon.lists['hurt-verb'].has(lemma[i]!) || !isPast(text, syntax, i) || deprel[i] !== 'acl' || !/^(?:NUM|DET)$/.test(upos[i + 1] ?? '') || text.tokens[i + 1]?.sentence !== sentence) return false
  let root = head[i]!
  for (let hops = 0; root >= 0 && head[root]! >= 0 && hops < 8; hops++) root = head[root]!
  if (root < 0 || head[root] !== -1 || root >= i) return false
  const before = root - 1, verbal = xpos[root] === 'VBP' && xpos[before] === 'NN' && head[before] === root && deprel[before]!.startsWith('nsubj')
  if (!verbal && !NOUN.test(upos[root]!)) return false
  for (let at = root + 1; at < i; at++) if (/^(?:VB[DPZ]|MD)$/.test(xpos[at]!) || upos[at] === 'AUX' || text.tokens[at]!.form === ':') return false
  if (verbal) { edit.upos[root] = 'NOUN'; edit.xpos[root] = 'NN'; edit.lemma[root] = text.tokens[root]!.norm; edit.deprel[before] = 'compound' }
  for (const c of children[root] ?? []) {
    if (c < i) { if (verbal && c !== before && deprel[c] === 'obl') edit.deprel[c] = 'nmod'; continue }
    edit.head[c] = i
  }
  for (const c of children[before] ?? []) if (verbal && deprel[c] === 'det') edit.head[c] = root
  const behind = (children[i] ?? []).find(c => c > i && deprel[c] === 'obl:unmarked')
  if (behind !== undefined) edit.deprel[behind] = 'obj'
  edit.xpos[i] = 'VBD'; edit.head[i] = -1; edit.deprel[i] = 'root'
  edit.head[root] = i; edit.deprel[root] = 'nsubj'
  return true
}

/** “Sent troops to Idlib and shelled positions”: the parser hangs the verb and its object on the last noun. */
function goesOn(text: TextLayer, syntax: SyntaxLayer, lexicon: EntityLexicon, edit: Editable, i: number): boolean {
  const { upos, xpos, deprel, head, children } = syntax, sentence = text.tokens[i]!.sentence, host = head[i]!
  if (!isPast(text, syntax, i) || deprel[i] !== 'conj' || host < 0 || !NOUN.test(upos[host]!) || upos[i - 1] !== 'CCONJ' || head[i - 1] !== i) return false
  const own = objectOf(text, syntax, lexicon, i), object = own >= 0 ? own : [i + 1, i + 2, i + 3].find(t => text.tokens[t]?.sentence === sentence && head[t] === host && deprel[t] === 'conj' && NOUN.test(upos[t]!)) ?? -1
  if (object < 0) return false
  let verb = head[host]!
  for (let hops = 0; verb >= 0 && upos[verb] !== 'VERB' && hops < 6; hops++) verb = head[verb]!
  if (verb < 0 || xpos[verb] !== 'VBD' || !(children[verb] ?? []).some(c => deprel[c] === 'nsubj')) return false
  edit.xpos[i] = 'VBD'; edit.head[i] = verb
  edit.head[object] = i; edit.deprel[object] = 'obj'
  return true
}

/** Verbs besides those of wounds by which an act is told to end. */
const ENDING = new Set(['kill', 'leave', 'claim'])

/** “An attack on pilgrims that killed 20 people”, “a strike against the militia which wounded nine”: the parser hangs the clause on those who were attacked. */
function ofTheAct({ upos, deprel, head, children, lemma }: SyntaxLayer, lexicon: EntityLexicon, edit: Editable, i: number): boolean {
  const struck = head[i]!, act = struck < 0 ? -1 : head[struck]!
  if (deprel[i] !== 'acl:relcl' || act < 0 || act >= struck || deprel[struck] !== 'nmod' || upos[act] !== 'NOUN' || !lexicon.lists['strike-noun'].has(lemma[act]!) || !ENDING.has(lemma[i]!) && !lexicon.lists['hurt-verb'].has(lemma[i]!)) return false
  const own = children[i] ?? [], aimed = (children[struck] ?? []).some(c => deprel[c] === 'case' && /^(?:on|against|at)$/.test(lemma[c]!))
  if (!aimed || !own.some(c => deprel[c] === 'nsubj' && /^(?:that|which)$/.test(lemma[c]!)) || !own.some(c => deprel[c] === 'obj' && c > i)) return false
  edit.head[i] = act
  return true
}
