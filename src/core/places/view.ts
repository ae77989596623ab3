/** The tokens of a report as the place rules read them: lower-cased words, capitals, tags and model names by token. */
import type { SyntaxLayer, TextLayer } from '../model/index.ts'

export interface View {
  readonly text: TextLayer
  readonly syntax: SyntaxLayer
  readonly size: number
  /** Lower-cased `norm` of a token, '' outside the report. */
  readonly low: (i: number) => string
  /** True when the token is written with a capital that models may read. Never true in a report without capitals. */
  readonly capital: (i: number) => boolean
  /** True when the token can be a word of a name: it has a capital, or the report has none to go by. */
  readonly nameable: (i: number) => boolean
  /** False when the whole report is in capitals or without any. */
  readonly cased: boolean
  readonly upos: (i: number) => string
  readonly label: (i: number) => string
  /** True when the model of names has read this report. */
  readonly labelled: boolean
  /** True when the two tokens are in one sentence. */
  readonly together: (i: number, j: number) => boolean
  readonly startsSentence: (i: number) => boolean
  /** The text from token `first` up to, not including, token `last`. */
  readonly slice: (first: number, last: number) => string
}

const CAPITAL = /^['’‘"]?\p{Lu}/u
const WORD = /^['’‘]?\p{L}/u

export function readView(text: TextLayer, syntax: SyntaxLayer): View {
  const { tokens, sentences } = text, cased = text.casing === 'mixed'
  const labels: string[] = []
  for (const name of syntax.names) for (let i = name.first; i < name.last; i++) labels[i] = name.label
  const capital = (i: number): boolean => cased && CAPITAL.test(tokens[i]?.norm ?? '')
  return {
    text, syntax, size: tokens.length, cased, capital, labelled: syntax.names.length > 0,
    low: i => tokens[i]?.norm.toLowerCase() ?? '',
    nameable: i => cased ? capital(i) : WORD.test(tokens[i]?.norm ?? ''),
    upos: i => syntax.upos[i] ?? '',
    label: i => labels[i] ?? '',
    together: (i, j) => tokens[i] !== undefined && tokens[i]!.sentence === tokens[j]?.sentence,
    startsSentence: i => startsAt(text, sentences[tokens[i]?.sentence ?? -1]?.first ?? -1, i),
    slice: (first, last) => first < last ? text.text.slice(tokens[first]!.start, tokens[last - 1]!.end) : '',
  }
}

/** True when only punctuation stands between the sentence's start and token `i`. */
function startsAt(text: TextLayer, first: number, i: number): boolean {
  for (let k = i - 1; k >= first; k--) if (/[\p{L}\p{N}]/u.test(text.tokens[k]?.form ?? '')) return false
  return true
}
