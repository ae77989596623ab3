/** Gives the tree back the names that the parser read as little words: "IS had carried out an attack". */
import type { SyntaxLayer, TextLayer } from '../model/index.ts'
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
