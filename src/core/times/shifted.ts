/** Mends objects that stand behind the place and day of their verb. */
import type { SyntaxLayer, TextLayer, Timex } from '../model/index.ts'
import { childrenOf } from '../syntax/children.ts'

/**
 * "Handed over at Mannar on Monday six soldiers", "turned over to priests two marines", "has forbidden, from Friday, the sale
 * of fuel": parsers take what a verb acts on, behind its adjuncts, for one more of them or for another name of the last. Where the verb
 * has no object, a noun that no preposition stands before and that tells no time becomes it. Returns a new layer.
 */
export function mendShifted(text: TextLayer, syntax: SyntaxLayer, times: readonly Timex[]): SyntaxLayer {
  const found = shifted(text, syntax, inTimes(text, times))
  if (found.length === 0) return syntax
  const head = syntax.head.slice(), deprel = [...syntax.deprel]
  for (const { verb, noun } of found) { head[noun] = verb; deprel[noun] = 'obj' }
  return { ...syntax, head, deprel, children: childrenOf(head) }
}

interface Shifted { readonly verb: number; readonly noun: number }

function shifted(text: TextLayer, s: SyntaxLayer, timed: ReadonlySet<number>): readonly Shifted[] {
  const out: Shifted[] = []
  s.xpos.forEach((tag, verb) => {
    if (!tag.startsWith('VB') || s.upos[verb] !== 'VERB' || kidsOf(s, verb).some(c => TAKEN.test(s.deprel[c] ?? ''))) return
    const noun = objectBehind(text, s, verb)
    if (noun >= 0 && !timed.has(noun)) out.push({ verb, noun })
  })
  return out
}

/** What a verb has beside it that leaves no room for an object. */
const TAKEN = /^(?:obj|iobj|ccomp|xcomp|cop|aux:pass|nsubj:pass)$/

const kidsOf = (s: SyntaxLayer, i: number): readonly number[] => s.children[i] ?? []

/** The noun behind the verb's adjuncts that is what it acts on, or -1. */
function objectBehind(text: TextLayer, s: SyntaxLayer, verb: number): number {
  const adjuncts = kidsOf(s, verb).filter(c => c > verb && s.deprel[c] === 'obl'), cased = adjuncts.filter(c => caseOf(s, c) >= 0), first = cased[0]
  if (first === undefined) return -1
  const bare = adjuncts.find(c => c > first && caseOf(s, c) < 0 && opensFully(s, c))
  if (bare !== undefined) return bare
  return cased.flatMap(c => nounsOf(s, c).flatMap(of => kidsOf(s, of).filter(a => a > of && s.deprel[a] === 'appos' && opensFully(s, a) && isApart(text, s, c, of, a))))[0] ?? -1
}

/** An adjunct's noun with those that hang on it behind: "to priests and a nun", "to a delegation of the Red Cross". */
const nounsOf = (s: SyntaxLayer, noun: number): readonly number[] => [noun, ...kidsOf(s, noun).filter(c => c > noun && /^(?:conj|nmod)$/.test(s.deprel[c] ?? '')).flatMap(c => nounsOf(s, c))]

const caseOf = (s: SyntaxLayer, noun: number): number => kidsOf(s, noun).find(c => s.deprel[c] === 'case' && c < noun) ?? -1

const firstOf = (s: SyntaxLayer, at: number): number => kidsOf(s, at).reduce((first, c) => Math.min(first, s.deprel[c] === 'punct' ? first : firstOf(s, c)), at)

/** A noun phrase that opens with an article or a number, as what is acted on does: "six soldiers", "the sale". */
const opensFully = (s: SyntaxLayer, noun: number): boolean => /^(?:NOUN|PROPN|NUM)$/.test(s.upos[noun] ?? '') && /^(?:DET|NUM)$/.test(s.upos[firstOf(s, noun)] ?? '')

/** Right behind the adjunct, or behind one that commas part from the verb: no other name of it. */
function isApart(text: TextLayer, s: SyntaxLayer, adjunct: number, of: number, noun: number): boolean {
  const first = firstOf(s, noun), comma = (i: number): boolean => text.tokens[i]?.form === ','
  return first === of + 1 || comma(first - 1) && comma(caseOf(s, adjunct) - 1)
}

function inTimes(text: TextLayer, times: readonly Timex[]): ReadonlySet<number> {
  const out = new Set<number>()
  let i = 0
  for (const time of times) {
    while (i < text.tokens.length && text.tokens[i]!.end <= time.start) i++
    for (let k = i; k < text.tokens.length && text.tokens[k]!.start < time.end; k++) out.add(k)
  }
  return out
}
