/** Mends the tree with what the quantity layer knows: the words of a bound are no prepositions. */
import type { Count, SyntaxLayer } from '../model/index.ts'

/**
 * "Gunmen killed at least 12 people", "up to 30 were hurt": parsers hang the noun on the verb by "at" or "to". Where the
 * preposition of a counted noun is part of its number phrase, the noun becomes the object after its verb, the subject before it.
 */
export function mendCounts(syntax: SyntaxLayer, counts: readonly Count[]): SyntaxLayer {
  const deprel = [...syntax.deprel]
  let changed = false
  for (const count of counts) for (const noun of [count.of, count.last - 1]) {
    const verb = syntax.head[noun] ?? -1
    if (noun < 0 || verb < 0 || !/^(?:obl|nmod)/.test(deprel[noun] ?? '') || !(syntax.xpos[verb] ?? '').startsWith('VB')) continue
    const cases = (syntax.children[noun] ?? []).filter(c => syntax.deprel[c] === 'case')
    if (!(cases.length === 0 ? syntax.upos[count.first] === 'ADP' : cases.every(c => c >= count.first && c < count.last))) continue
    const relation = relationOf(syntax, deprel, verb, noun)
    if (relation === null) continue
    for (const c of cases) deprel[c] = 'advmod'
    deprel[noun] = relation
    changed = true
    break
  }
  return changed ? { ...syntax, deprel } : syntax
}

function relationOf(s: SyntaxLayer, deprel: readonly string[], verb: number, noun: number): string | null {
  const has = (...relations: readonly string[]): boolean => (s.children[verb] ?? []).some(c => relations.includes(deprel[c] ?? ''))
  if (noun > verb) return has('obj', 'nsubj:pass', 'aux:pass') ? null : 'obj'
  return has('nsubj', 'nsubj:pass') ? null : has('aux:pass') ? 'nsubj:pass' : 'nsubj'
}
