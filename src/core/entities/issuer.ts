/** Whose words a report in the first person is: "we" and "our forces" in a communiqué are who issued it. */
import type { WordLists } from '../lexicon/word-lists.ts'
import type { EntityKind, SyntaxLayer, TextLayer } from '../model/index.ts'
import { findQuotations } from '../text/quotations.ts'
import { range } from '../text/range.ts'
import type { Draft } from './mentions.ts'

/** Sentences at the start in which the issuer is named, and sentences in the first person that make a communiqué. */
const NEAR = 4, OWN = 2
/** Words by which an issuer means itself. */
export const FIRST_PERSON: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours'])
const BODIES: ReadonlySet<EntityKind> = new Set(['armed-group', 'force', 'government', 'organisation'])

/** The drafts that speak for the issuer, and the draft that names it; null for a report that is nobody's own words. */
export function issuerOf(text: TextLayer, s: SyntaxLayer, drafts: readonly Draft[], lists: WordLists): { readonly issuer: Draft; readonly own: ReadonlySet<Draft> } | null {
  const quoted = new Set(findQuotations(text).flatMap(q => range(q.first, q.last))), isFirst = (t: number): boolean => FIRST_PERSON.has(text.tokens[t]?.norm.toLowerCase() ?? '') && !quoted.has(t) && !isNewsroom(s, t, lists)
  if (text.sentences.filter(x => range(x.first, x.last).some(isFirst)).length < OWN) return null
  const early = text.sentences[Math.min(NEAR, text.sentences.length) - 1]?.last ?? 0, last = text.sentences.at(-1)?.first ?? 0
  const bodies = drafts.filter(d => (d.form === 'name' || /^\p{Lu}/u.test(d.name)) && d.form !== 'pronoun' && BODIES.has(d.kind) && !quoted.has(d.head)), issuer = bodies.find(d => d.head < early && isIssuing(text, s, d, lists)) ?? bodies.find(d => d.first === last || d.head > last && lists['communique-owner'].has(lemmaOf(s, s.head[d.head] ?? -1)))
  if (issuer === undefined) return null
  return { issuer, own: new Set(drafts.filter(d => (d.form === 'pronoun' ? isFirst(d.head) : d.form === 'nominal' && lists['own-arms'].has(d.lemma) && (s.children[d.head] ?? []).some(c => s.deprel[c] === 'nmod:poss' && isFirst(c))))) }
}

const lemmaOf = (s: SyntaxLayer, i: number): string => (s.lemma[i] ?? '').toLowerCase()

/** "Statement of the front", "the front announces", "the front brings to the attention of the world:". */
function isIssuing({ tokens, sentences }: TextLayer, s: SyntaxLayer, { head }: Draft, lists: WordLists): boolean {
  const up = s.head[head] ?? -1, lemma = lemmaOf(s, up), end = (sentences[tokens[head]?.sentence ?? 0]?.last ?? 0) - 1
  return up >= 0 && (lists['communique-owner'].has(lemma) || s.deprel[head] === 'nsubj' && (lists['issue-verb'].has(lemma) || tokens[end]?.form === ':'))
}

/** "Our correspondent", "told us": the paper, not a party. */
export function isNewsroom(s: SyntaxLayer, t: number, lists: WordLists): boolean {
  return /^(?:obj|iobj|obl)$/.test(s.deprel[t] ?? '') || lists['newsroom'].has(lemmaOf(s, s.head[t] ?? -1))
}
