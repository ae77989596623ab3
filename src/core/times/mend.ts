/** Mends the tree with what the time layer knows: nobody is part of "last night". */
import type { SyntaxLayer, TextLayer, Timex } from '../model/index.ts'
import { childrenOf } from '../syntax/children.ts'
import { mendShifted } from './shifted.ts'

/**
 * "The army last night shelled the town": parsers read "army" as a modifier of "night". Nouns that hang on the head of a
 * time expression from before it become the subject of the verb it hangs on, where that verb has none. Returns a new layer.
 */
export function mendTimes(text: TextLayer, syntax: SyntaxLayer, times: readonly Timex[]): SyntaxLayer {
  const head = syntax.head.slice(), deprel = [...syntax.deprel]
  let changed = false
  for (const time of times) {
    const inside = misreadInside(text, syntax, time)
    if (inside !== null) {
      const { verb, top } = inside
      head[verb] = syntax.head[top]!
      deprel[verb] = syntax.deprel[top]!
      head[top] = verb
      deprel[top] = 'obl'
      for (const c of inside.rest) { head[c] = verb; deprel[c] = AS_PASSIVE[syntax.deprel[c]!] ?? syntax.deprel[c]! }
      changed = true
      continue
    }
    const after = misreadAfter(text, syntax, time)
    if (after !== null) {
      for (const c of [after.time, ...after.cases]) head[c] = c === after.time ? after.verb : after.time
      deprel[after.time] = 'obl'
      head[after.noun] = after.verb
      deprel[after.noun] = hasPassive(syntax, after.verb) ? 'nsubj:pass' : 'nsubj'
      changed = true
      continue
    }
    const found = misread(text, syntax, time)
    if (found === null) continue
    const [noun, ...rest] = found.nouns
    head[noun!] = found.verb
    deprel[noun!] = /^(?:VBN)$/.test(syntax.xpos[found.verb] ?? '') && hasPassive(syntax, found.verb) ? 'nsubj:pass' : 'nsubj'
    for (const other of rest) { head[other] = noun!; if (deprel[other] === 'amod' || deprel[other] === 'compound') deprel[other] = 'compound' }
    changed = true
  }
  return mendShifted(text, changed ? { ...syntax, head, deprel, children: childrenOf(head) } : syntax, times)
}

const hasPassive = (s: SyntaxLayer, verb: number): boolean => (s.children[verb] ?? []).some(c => s.deprel[c] === 'aux:pass')

/** What the dependents of a predicate are when it is a passive. */
const AS_PASSIVE: Readonly<Record<string, string>> = { nsubj: 'nsubj:pass', cop: 'aux:pass' }

/** "Were on Monday arrested": a day between the auxiliary and its participle, which was read as the predicate; `rest` belongs to the participle. */
function misreadInside(text: TextLayer, s: SyntaxLayer, time: Timex): { readonly top: number; readonly verb: number; readonly rest: readonly number[] } | null {
  const tokens = tokensWithin(text, time), top = tokens.find(i => !tokens.includes(s.head[i] ?? -1)), last = tokens.at(-1)
  if (top === undefined || last === undefined) return null
  const children = s.children[top] ?? [], verb = children.find(c => c > last && c <= last + 2 && s.deprel[c] === 'acl' && s.xpos[c] === 'VBN')
  if (verb === undefined || !children.some(c => s.deprel[c] === 'cop') || !children.some(c => s.deprel[c] === 'nsubj' && c < top)) return null
  return { top, verb, rest: children.filter(c => c !== verb && !tokens.includes(c) && !/^(?:case|det|nummod|amod|compound)/.test(s.deprel[c] ?? '')) }
}

interface MisreadAfter { readonly verb: number; readonly noun: number; readonly time: number; readonly cases: readonly number[] }

/** "On Sunday soldiers raided a camp": the noun after the day was read as the day's head. */
function misreadAfter(text: TextLayer, s: SyntaxLayer, time: Timex): MisreadAfter | null {
  const tokens = tokensWithin(text, time), top = tokens.findLast(i => !tokens.includes(s.head[i] ?? -1)), last = tokens.at(-1)
  if (top === undefined || last === undefined) return null
  const noun = s.head[top] ?? -1, verb = s.head[noun] ?? -1
  if (noun <= last || noun > last + 4 || verb <= noun || !/^(?:NOUN|PROPN)$/.test(s.upos[noun] ?? '') || !/^(?:compound|nmod|amod|nummod)/.test(s.deprel[top] ?? '')) return null
  if (!(s.deprel[noun] ?? '').startsWith('obl') || !/^VB[DPZN]$/.test(s.xpos[verb] ?? '') || (s.children[verb] ?? []).some(c => (s.deprel[c] ?? '').startsWith('nsubj'))) return null
  return { verb, noun, time: top, cases: (s.children[noun] ?? []).filter(c => s.deprel[c] === 'case' && c <= top) }
}

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
