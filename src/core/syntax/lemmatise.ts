/** Lemmas from models/lemmas.tsv: a word's own row, else its longest listed ending under the same tag, else the word. */

/** "form⇥tag" to a lemma and "-ending⇥tag" to a new ending. */
export type Lemmas = ReadonlyMap<string, string>

const LONGEST = 6

/** Rows "-ending tag new-ending" or "form tag lemma". */
export const readLemmas = (tsv: string): Lemmas => new Map(tsv.split(/\r?\n/).filter(line => line !== '' && !line.startsWith('#')).map(line => {
  const [form = '', tag = '', lemma = ''] = line.split('\t')
  return [`${form}\t${tag}`, lemma]
}))

/** The lemma of a word with its Penn Treebank tag; names keep their capitals. */
export function lemmaOf(lemmas: Lemmas, form: string, tag: string): string {
  if (tag === 'NNP' || tag === 'CD' || form.length > 60) return form
  const low = form.toLowerCase().replaceAll('’', "'")
  const lemma = lemmas.get(`${low}\t${tag}`) ?? ownPast(lemmas, low, tag) ?? byEnding(lemmas, low, pastIn(low, tag))
  return tag === 'NNPS' && lemma !== '' ? form.slice(0, 1) + (/\p{Ll}/u.test(form) ? lemma.slice(1) : lemma.slice(1).toUpperCase()) : lemma
}

/** "Washington froze the assets": a past with a row of its own that the tagger took for a present. A bare infinitive may be a verb of its own ("to found"). */
const ownPast = (lemmas: Lemmas, low: string, tag: string): string | undefined => (tag === 'VBZ' || tag === 'VBP' ? lemmas.get(`${low}\tVBD`) ?? lemmas.get(`${low}\tVBN`) : undefined)

/** "vetoed" under a tag of the present is a past that the tagger missed; "need" is none. */
const pastIn = (low: string, tag: string): string => /^VB[PZ]?$/.test(tag) && (/[^e]ed$/.test(low) && low.length > 5 || FREED.test(low)) ? 'VBD' : tag

/** Pasts in "eed"; other verbs that end so are presents ("succeed"). */
const FREED = /^(?:fr|agr|disagr|decr|guarant)eed$/

function byEnding(lemmas: Lemmas, low: string, tag: string): string {
  for (let n = Math.min(LONGEST, low.length - 1); n >= 0; n--) {
    const ending = lemmas.get(`-${low.slice(low.length - n)}\t${tag}`)
    if (ending !== undefined) return low.slice(0, low.length - n) + ending
  }
  return low
}
