/** Mends the tree with what the time layer knows: nobody is part of "last night". */
import type { SyntaxLayer, TextLayer, Timex } from '../model/index.ts'

/**
 * "The army last night shelled the town": parsers read "army" as a modifier of "night". Nouns that hang on the head of a
 * time expression from before it become the subject of the verb it hangs on, where that verb has none. Returns a new layer.
 */
export function mendTimes(text: TextLayer, syntax: SyntaxLayer, times: readonly Timex[]): SyntaxLayer {
  const head = syntax.head.slice(), deprel = [...syntax.deprel]
  let changed = false
  for (const time of times) {
    const found = misread(text, syntax, time)
    if (found === null) continue
    const [noun, ...rest] = found.nouns
    head[noun!] = found.verb
    deprel[noun!] = /^(?:VBN)$/.test(syntax.xpos[found.verb] ?? '') && hasPassive(syntax, found.verb) ? 'nsubj:pass' : 'nsubj'
    for (const other of rest) { head[other] = noun!; if (deprel[other] === 'amod' || deprel[other] === 'compound') deprel[other] = 'compound' }
    changed = true
  }
  return changed ? { ...syntax, head, deprel, children: childrenOf(head) } : syntax
}

const hasPassive = (s: SyntaxLayer, verb: number): boolean => (s.children[verb] ?? []).some(c => s.deprel[c] === 'aux:pass')

interface Misread { readonly verb: number; readonly nouns: readonly number[] }

/** The verb that the time expression hangs on and the nouns before it that were taken into it, the last one first. */
function misread(text: TextLayer, s: SyntaxLayer, time: Timex): Misread | null {
  const tokens = tokensWithin(text, time), first = tokens[0]
  if (first === undefined) return null
  const top = tokens.find(i => !tokens.includes(s.head[i] ?? -1)), verb = top === undefined ? -1 : s.head[top] ?? -1
  if (top === undefined || verb < first || !(s.xpos[verb] ?? '').startsWith('VB') || (s.children[verb] ?? []).some(c => (s.deprel[c] ?? '').startsWith('nsubj'))) return null
  const children = (s.children[top] ?? []).filter(c => c < first)
  if (children.some(c => s.deprel[c] === 'case' && /^(?:on|in|at|by|during|since|until|for|from|of)$/.test(s.lemma[c] ?? ''))) return null
  const nouns = children.filter(c => /^(?:NOUN|PROPN)$/.test(s.upos[c] ?? '') && /^(?:compound|nmod|amod|nsubj|dep)/.test(s.deprel[c] ?? '')).toReversed()
  return nouns.length > 0 && nouns[0]! >= first - 6 ? { verb, nouns: [...nouns, ...children.filter(c => s.deprel[c] === 'det' && c < nouns[0]!)] } : null
}

function tokensWithin(text: TextLayer, time: Timex): readonly number[] {
  let low = 0, high = text.tokens.length
  while (low < high) { const mid = (low + high) >> 1; if (text.tokens[mid]!.end <= time.start) low = mid + 1; else high = mid }
  const out: number[] = []
  while (low < text.tokens.length && text.tokens[low]!.start < time.end) out.push(low++)
  return out
}

function childrenOf(head: Int32Array): readonly (readonly number[])[] {
  const children: number[][] = Array.from(head, () => [])
  head.forEach((h, i) => { if (h >= 0) children[h]!.push(i) })
  return children
}
