/** What a sentence gives for and against its telling a cause: words, pairs of words, dependencies, and the kinds of acts on both sides of a connective. */
import type { Lexeme } from '../events/lexicon.ts'
import type { SyntaxLayer } from '../model/index.ts'

/** One sentence: tokens `first..last)` of the layer. */
export interface Stretch { readonly first: number; readonly last: number }

/** What is known of words: which acts they tell, and which phrases tell a cause. */
export interface CausalWords { readonly triggers: ReadonlyMap<string, readonly Lexeme[]>; readonly phrases: readonly string[] }

/** Distinct features of a sentence, names and numbers reduced to their class. */
export function causalFeatures(s: SyntaxLayer, { first, last }: Stretch, words: CausalWords): ReadonlySet<string> {
  const out = new Set<string>(['bias', `length ${Math.min(6, (last - first) >> 3)}`]), lemmas = Array.from({ length: last - first }, (_, k) => (s.lemma[first + k] ?? '').toLowerCase())
  const word = (i: number): string => (i < first ? '^' : i >= last ? '$' : /^(?:PROPN|NUM)$/.test(s.upos[i] ?? '') ? s.upos[i]! : lemmas[i - first]!)
  const kinds = lemmas.map((lemma, k) => kindOf(s, first + k, lemma, words))
  for (let i = first; i <= last; i++) { if (i < last) out.add(`u ${word(i)}`); out.add(`b ${word(i - 1)} ${word(i)}`) }
  for (let i = first; i < last; i++) dependency(s, i, first, word, kinds, out)
  acts(s, first, kinds, out)
  phrases(lemmas, words, out)
  return out
}

/** The type of act that the word alone tells, else its part of speech. */
function kindOf(s: SyntaxLayer, i: number, lemma: string, { triggers }: CausalWords): string {
  const pos = /^(?:VERB|AUX)/.test(s.upos[i] ?? '') ? 'V' : 'N'
  return (triggers.get(lemma) ?? []).find(t => t.pos === pos && t.words.length === 1)?.type ?? s.upos[i] ?? ''
}

const CLAUSE = /^(?:advcl|acl|obl|nmod|ccomp|xcomp|conj|parataxis)/

function dependency(s: SyntaxLayer, i: number, first: number, word: (i: number) => string, kinds: readonly string[], out: Set<string>): void {
  const head = s.head[i] ?? -1, rel = s.deprel[i] ?? '', kind = kinds[i - first]!
  if (head < 0) { out.add(`root ${word(i)}`); out.add(`rt ${kind}`); return }
  out.add(`d ${rel} ${word(head)}`); out.add(`e ${rel} ${word(i)}`); out.add(`r ${rel} ${s.upos[head]} ${s.upos[i]}`)
  if (rel === 'mark' || rel === 'case') {
    const up = s.head[head] ?? -1
    out.add(`m ${word(i)} ${s.deprel[head]} ${s.upos[head]}`); out.add(`m2 ${word(i)} ${s.deprel[head]} ${up < 0 ? '' : word(up)}`); out.add(`m3 ${word(i)} ${word(head)}`); out.add(`m4 ${word(i)} ${s.xpos[head]} ${up < 0 ? '' : s.xpos[up]}`)
  }
  if (!CLAUSE.test(rel)) return
  const base = rel.split(':')[0]!, link = (s.children[i] ?? []).find(c => s.deprel[c] === 'mark' || s.deprel[c] === 'case'), by = `${base} ${link === undefined ? '-' : (s.lemma[link] ?? '').toLowerCase()}`, other = kinds[head - first] ?? ''
  out.add(`a ${rel} ${s.xpos[i]} ${s.xpos[head]} ${i > head}`); out.add(`pair ${rel} ${word(head)} ${word(i)}`)
  out.add(`cc ${by} ${kind} ${other}`); out.add(`ch ${by} ${other}`); out.add(`ci ${by} ${kind}`); out.add(`cx ${by} ${s.xpos[i]}`); out.add(`cm ${by} ${i > head}`)
}

/** How many acts of which kinds, how many verbs. */
function acts(s: SyntaxLayer, first: number, kinds: readonly string[], out: Set<string>): void {
  const types = kinds.filter((kind, k) => kind !== s.upos[first + k]), verbs = kinds.filter((_, k) => s.upos[first + k] === 'VERB').length
  for (const type of new Set(types)) out.add(`type ${type}`)
  out.add(`types ${Math.min(4, types.length)}`); out.add(`kinds ${new Set(types).size}`); out.add(`verbs ${Math.min(6, verbs)}`)
}

function phrases(lemmas: readonly string[], words: CausalWords, out: Set<string>): void {
  const text = ` ${lemmas.join(' ')} `, told = words.phrases.filter(phrase => text.includes(` ${phrase} `))
  for (const phrase of told) out.add(`cue ${phrase}`)
  out.add(`cues ${Math.min(3, told.length)}`)
}
