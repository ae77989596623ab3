/** Those of an act's losses who are told apart as a part of them: "12 people were hurt, nine of them guards", "killing five, including two policemen". */
import { conjuncts } from './arguments.ts'
import { entityAt, isHuman, lemmaIn, type Reading } from './reading.ts'

/** Tokens from those counted to the word that opens a part of them, and from that word to the part. */
const REACH = 20, NEAR = 4

const word = (r: Reading, i: number): string => r.text.tokens[i]?.norm.toLowerCase() ?? ''
const THEM = /^(?:them|whom|these|those)$/

/** Head tokens of the trades and sides that share a loss with the rest of those counted at `counted`; age, sex and rank tell of nobody who they are. */
export function sharesOf(r: Reading, counted: number): readonly number[] {
  const sentence = r.text.sentences[r.text.tokens[counted]?.sentence ?? 0]!
  for (let i = counted + 1; i < Math.min(sentence.last, counted + REACH); i++) {
    const from = opened(r, i)
    if (from >= 0) return partFrom(r, from, sentence.last)
    if (word(r, i) === ';') return []
  }
  return []
}

/** The token after "nine of them", "most of whom were", "including", "among them"; -1 where none of these ends before it. */
function opened(r: Reading, i: number): number {
  if (word(r, i) === 'including') return i + 1
  if (!THEM.test(word(r, i + 1)) || !(word(r, i) === 'among' || word(r, i) === 'of' && (r.syntax.upos[i - 1] === 'NUM' || lemmaIn(r, i - 1, 'measure') || /^(?:most|many|some|several|all)$/.test(word(r, i - 1))))) return -1
  return /^(?:were|are|was|being)$/.test(word(r, i + 2)) ? i + 3 : i + 2
}

function partFrom(r: Reading, from: number, end: number): readonly number[] {
  for (let i = from; i < Math.min(end, from + NEAR); i++) {
    const m = entityAt(r, i)
    if (m !== null && m.first >= from && isHuman(m) && m.form === 'nominal') return conjuncts(r.syntax, i).filter(h => tellsWho(r, h))
    if (r.syntax.upos[i] === 'VERB' || r.syntax.upos[i] === 'ADP') return []
  }
  return []
}

/** Several of one trade or side. */
function tellsWho(r: Reading, head: number): boolean {
  const m = entityAt(r, head)
  return m !== null && m.form !== 'pronoun' && isHuman(m) && (r.syntax.xpos[head] === 'NNS' || lemmaIn(r, head, 'collective')) && !['age-or-sex', 'kin', 'only-counted'].some(list => lemmaIn(r, head, list as 'kin')) && !lemmaIn(r, head, 'attacker-noun')
}
