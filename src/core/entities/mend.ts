/** Gives the tree back what the parser read wrongly and the words of the registry tell: names taken for little words, deeds taken for clauses. */
import type { SyntaxLayer, TextLayer } from '../model/index.ts'
import { childrenOf } from '../syntax/children.ts'
import type { EntityLexicon } from './lexicon.ts'

const NAMELESS = /^(?:AUX|VERB|PRON|ADP|SCONJ|ADV)$/
const AUXILIARY = /^(?:aux|cop)/

/** The syntax with acronyms of the registry as proper nouns, an auxiliary among them as the subject of a verb that has none. Changes nothing in place. */
export function mendNames(text: TextLayer, syntax: SyntaxLayer, lexicon: EntityLexicon): SyntaxLayer {
  if (text.casing !== 'mixed') return syntax
  const found = text.tokens.flatMap((t, i) => (NAMELESS.test(syntax.upos[i] ?? '') && /^\p{Lu}{2,}$/u.test(t.form) && isAcronym(lexicon, t.form) && !shouted(text, i) ? [i] : []))
  if (found.length === 0) return syntax
  const upos = [...syntax.upos], xpos = [...syntax.xpos], lemma = [...syntax.lemma], deprel = [...syntax.deprel]
  for (const i of found) {
    upos[i] = 'PROPN'; xpos[i] = 'NNP'; lemma[i] = text.tokens[i]!.form
    const verb = syntax.head[i] ?? -1
    if (AUXILIARY.test(deprel[i] ?? '') && verb > i && !(syntax.children[verb] ?? []).some(c => (deprel[c] ?? '').startsWith('nsubj'))) deprel[i] = 'nsubj'
  }
  return { ...syntax, upos, xpos, lemma, deprel }
}

const isAcronym = (lexicon: EntityLexicon, form: string): boolean => (lexicon.aliases.get(form.toLowerCase()) ?? []).some(a => a.words.length === 1 && a.exact === form)

/** Whether a neighbour is in capitals too, as in a headline that is. */
const shouted = (text: TextLayer, i: number): boolean => [i - 1, i + 1].some(k => text.tokens[k]?.sentence === text.tokens[i]!.sentence && /^\p{Lu}{2,}$/u.test(text.tokens[k]!.form))

/** Prepositions that no clause with a subject of its own follows. */
const NO_CLAUSE = new Set(['in', 'during', 'under', 'by', 'of', 'from', 'to'])

/**
 * "Killed in police firing", "died in army shelling": the deed of those named before it is a noun, whatever the parser took it for.
 * One that has an object of its own ("by soldiers firing tear gas") stays a verb. Changes nothing in place.
 */
export function mendDeeds(text: TextLayer, syntax: SyntaxLayer, lexicon: EntityLexicon): SyntaxLayer {
  const found = text.tokens.flatMap((_, i) => (isDeed(text, syntax, lexicon, i) ? [i] : []))
  if (found.length === 0) return syntax
  const upos = [...syntax.upos], xpos = [...syntax.xpos], lemma = [...syntax.lemma], deprel = [...syntax.deprel], head = Int32Array.from(syntax.head)
  for (const i of found) {
    const doer = i - 1, governor = head[i] === doer ? head[doer]! : head[i]!, preposition = startOf(syntax, i) - 1
    for (const c of syntax.children[i] ?? []) if (deprel[c] === 'obl') deprel[c] = 'nmod'
    upos[i] = 'NOUN'; xpos[i] = 'NN'; lemma[i] = text.tokens[i]!.norm.toLowerCase()
    head[i] = governor; deprel[i] = syntax.upos[governor] === 'VERB' ? 'obl' : 'nmod'
    head[doer] = i; deprel[doer] = 'compound'
    head[preposition] = i; deprel[preposition] = 'case'
  }
  return { ...syntax, upos, xpos, lemma, deprel, head, children: childrenOf(head) }
}

/** Whether a progressive stands behind a preposition and a bare word for those who do it, has no object, and hangs with them on what stands before. */
function isDeed(text: TextLayer, syntax: SyntaxLayer, lexicon: EntityLexicon, i: number): boolean {
  const { xpos, lemma, head, deprel, children } = syntax, doer = i - 1
  if (xpos[i] !== 'VBG' || xpos[doer] !== 'NN' || !isDoer(lexicon, text.tokens[doer]!.norm)) return false
  const from = startOf(syntax, i), governor = head[i] === doer ? head[doer]! : head[i]!
  if (from < 1 || text.tokens[from - 1]!.sentence !== text.tokens[i]!.sentence || !NO_CLAUSE.has(lemma[from - 1]!) || governor < 0 || governor >= from - 1) return false
  if ((children[i] ?? []).some(c => c > i && /^(?:obj|iobj|xcomp|ccomp)$/.test(deprel[c]!))) return false
  return head[doer] === i || head[doer] === governor || head[i] === doer
}

/** First token of the noun phrase that ends before `i`: its doer with the nouns and adjectives before it. */
function startOf({ upos }: SyntaxLayer, i: number): number {
  let from = i - 1
  while (from > 0 && /^(?:NOUN|PROPN|ADJ)$/.test(upos[from - 1]!)) from--
  return from
}

/** Participles that are no past tense as well. */
export const ONLY_PARTICIPLE = /(?:en|wn|rn|ne|un|um|ung)$/

/**
 * "The adviser, Omar Hadi, denied that …", "A guard who was there told us …": in a sentence that the parser gave no verb but a participle
 * without "was", the participle behind what is said of its first noun is its verb. Changes nothing in place.
 */
export function mendPredicates(text: TextLayer, syntax: SyntaxLayer): SyntaxLayer {
  const found = text.sentences.flatMap(({ first, last }) => predicateOf(text, syntax, first, last) ?? [])
  if (found.length === 0) return syntax
  const xpos = [...syntax.xpos], deprel = [...syntax.deprel], head = Int32Array.from(syntax.head)
  for (const { root, verb, who, within } of found) {
    const governor = head[verb]!
    xpos[verb] = 'VBD'
    head[verb] = -1; deprel[verb] = 'root'
    head[root] = verb; deprel[root] = 'nsubj'
    if (within >= 0) {
      for (const c of syntax.children[verb] ?? []) if (c >= who && c < verb) head[c] = within
      head[within] = governor; deprel[within] = 'acl:relcl'
    }
  }
  return { ...syntax, xpos, deprel, head, children: childrenOf(head) }
}

/** "Intelligence agents detained the deputy at her home, her party said": in what is said, a bare noun with a participle right behind it that has an object is no clause; the participle is its verb. Changes nothing in place. */
export function mendReported(text: TextLayer, syntax: SyntaxLayer): SyntaxLayer {
  const { upos, xpos, deprel, head, children } = syntax, kids = (t: number): readonly number[] => children[t] ?? []
  const found = upos.flatMap((tag, n) => {
    const verb = n + 1, bare = /^(?:NOUN|PROPN)$/.test(tag) && deprel[n] === 'ccomp' && kids(n).every(c => !/^(?:cop|nsubj|aux|mark|case)/.test(deprel[c]!))
    return bare && head[verb] === n && deprel[verb] === 'acl' && /^VB[DN]$/.test(xpos[verb]!) && !ONLY_PARTICIPLE.test(text.tokens[verb]!.form) && kids(verb).some(c => c > verb && deprel[c] === 'obj') && kids(verb).every(c => !deprel[c]!.startsWith('aux')) ? [n] : []
  })
  if (found.length === 0) return syntax
  const tags = [...xpos], relations = [...deprel], heads = Int32Array.from(head)
  for (const n of found) {
    const verb = n + 1
    tags[verb] = 'VBD'
    heads[verb] = head[n]!; relations[verb] = 'ccomp'
    heads[n] = verb; relations[n] = 'nsubj'
    for (const c of kids(n)) if (c > verb) heads[c] = verb
  }
  return { ...syntax, xpos: tags, deprel: relations, head: heads, children: childrenOf(heads) }
}

interface Predicate { readonly root: number; readonly verb: number; /** The relative pronoun before it with the verb of its clause; -1 where a comma stands before it. */ readonly who: number; readonly within: number }

function predicateOf(text: TextLayer, { upos, xpos, lemma, head, deprel, children }: SyntaxLayer, first: number, last: number): Predicate | null {
  const form = (t: number): string => text.tokens[t]!.form, all = Array.from({ length: last - first }, (_, k) => first + k), root = all.find(t => head[t] === -1)
  if (root === undefined || form(last - 1) !== '.') return null
  const isFinite = (t: number): boolean => /^(?:VB[DPZ]|MD)$/.test(xpos[t]!), under = (t: number, of: number): boolean => { for (let at = t, hops = 0; at >= 0 && hops < 12; hops++) { if (at === of) return true; at = head[at]! } return false }
  // "Who was there told us": the auxiliary is no auxiliary.
  const helps = (c: number): boolean => /^(?:aux|cop)/.test(deprel[c]!) && lemma[c + 1] !== 'there'
  const unhelped = (t: number): boolean => /^VB[DN]$/.test(xpos[t]!) && !ONLY_PARTICIPLE.test(form(t)) && !(children[t] ?? []).some(helps) && t + 1 < last && lemma[t + 1] !== 'by' && upos[t + 1] !== 'PUNCT'
  const subject = (children[root] ?? []).find(c => c < root && deprel[c] === 'nsubj:pass')
  if (subject !== undefined) return unhelped(root) && !all.some(t => t > subject && t < root && upos[t] === 'AUX' && !under(t, subject)) && (children[root] ?? []).some(c => c > root && /^(?:obj|iobj|ccomp)$/.test(deprel[c]!)) ? { root: subject, verb: root, who: -1, within: -1 } : null
  if (!/^(?:NOUN|PROPN)$/.test(upos[root]!)) return null
  const verb = all.find(t => t > root && unhelped(t) && deprel[t]!.startsWith('acl') && under(t, root))
  if (verb === undefined) return null
  const finite = all.filter(t => t < verb && isFinite(t)), who = (children[verb] ?? []).find(c => c > root && c < verb && ['who', 'which'].includes(lemma[c]!) && deprel[c] === 'nsubj') ?? -1
  if (who >= 0) { const within = (children[verb] ?? []).find(c => c > who && c < verb && finite.length === 1 && c === finite[0] && !helps(c)) ?? -1; return within < 0 ? null : { root, verb, who, within } }
  const commas = all.filter(t => t > root && t < verb && form(t) === ',')
  return deprel[verb] === 'acl' && finite.length === 0 && commas.length > 1 && commas.at(-1) === verb - 1 ? { root, verb, who, within: -1 } : null
}

const isDoer = (lexicon: EntityLexicon, word: string): boolean => (lexicon.roles.get(word.toLowerCase()) ?? []).some(role => role.words.length === 1 && role.sectors.length > 0)
