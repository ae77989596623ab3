/** The tokens of a report as the place rules read them: lower-cased words, capitals, tags and model names by token. */
import type { Sentence, SyntaxLayer, TextLayer } from '../model/index.ts'
import { isShouted, readOwnCase } from '../text/casing.ts'

export interface View {
  readonly text: TextLayer
  readonly syntax: SyntaxLayer
  readonly size: number
  /** Lower-cased `norm` of a token, '' outside the report. */
  readonly low: (i: number) => string
  /** True when the token is written with a capital that tells it from others. Never true where there are no capitals to go by. */
  readonly capital: (i: number) => boolean
  /** True when the token can be a word of a name: it has a capital, or its sentence has none to go by and the report does not write it small elsewhere. */
  readonly nameable: (i: number) => boolean
  /** True when the report writes the word small elsewhere, so that its capital here is the sentence's or the headline's. */
  readonly writtenSmall: (i: number) => boolean
  /** False for a token of a sentence in capitals, and of a report without any. */
  readonly cased: (i: number) => boolean
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
/** A word of small letters, long enough to be no measure or particle. */
const SMALL = /^\p{Ll}{3,}$/u

export function readView(text: TextLayer, syntax: SyntaxLayer): View {
  const { tokens, sentences } = text, { cased, lower } = readCase(text)
  const labels: string[] = []
  for (const name of syntax.names) for (let i = name.first; i < name.last; i++) labels[i] = name.label
  const hasCase = (i: number): boolean => cased[tokens[i]?.sentence ?? -1] ?? false
  const capital = (i: number): boolean => text.casing === 'mixed' ? CAPITAL.test(tokens[i]?.norm ?? '') : hasCase(i) && CAPITAL.test(tokens[i]!.form)
  return {
    text, syntax, size: tokens.length, cased: hasCase, capital, labelled: syntax.names.length > 0,
    writtenSmall: i => lower.has((tokens[i]?.norm ?? '').toLowerCase()),
    low: i => tokens[i]?.norm.toLowerCase() ?? '',
    nameable: i => capital(i) || !hasCase(i) && WORD.test(tokens[i]?.norm ?? '') && !lower.has(tokens[i]!.norm),
    upos: i => syntax.upos[i] ?? '',
    label: i => labels[i] ?? '',
    together: (i, j) => tokens[i] !== undefined && tokens[i]!.sentence === tokens[j]?.sentence,
    startsSentence: i => startsAt(text, sentences[tokens[i]?.sentence ?? -1]?.first ?? -1, i),
    slice: (first, last) => first < last && tokens[first] !== undefined && tokens[last - 1] !== undefined ? text.text.slice(tokens[first]!.start, tokens[last - 1]!.end) : '',
  }
}

/** Whether the capitals of each sentence tell names from other words, and the words that sentences with such capitals write small. A dateline's capitals always do. */
function readCase(text: TextLayer): { readonly cased: readonly boolean[]; readonly lower: ReadonlySet<string> } {
  const words = (sentence: Sentence): readonly string[] => text.tokens.slice(sentence.first, sentence.last).map(token => token.form)
  const cased = text.sentences.map(sentence => text.casing === 'mixed'
    ? text.sections[sentence.section]?.kind === 'dateline' || !isShouted(words(sentence))
    : text.casing === 'upper' && words(sentence).some(word => SMALL.test(word)))
  return { cased, lower: readOwnCase(text.sentences.filter((_, k) => cased[k]).map(words)).lower }
}

/** True when only punctuation stands between the sentence's start and token `i`. */
function startsAt(text: TextLayer, first: number, i: number): boolean {
  for (let k = i - 1; k >= first; k--) if (/[\p{L}\p{N}]/u.test(text.tokens[k]?.form ?? '')) return false
  return true
}

/** "MOMBASA - A magistrate", "3. Ariha: at dawn", "Yekaterinburg. Police": the tokens open a paragraph, of which they are the heading. */
export function headsParagraph({ text }: Pick<View, 'text'>, first: number, last: number): boolean {
  const start = text.tokens[first]!, sentence = text.sentences[start.sentence]!, kind = text.sections[sentence.section]?.kind
  const lead = text.text.slice(text.paragraphs[sentence.paragraph]!.start, start.start)
  if (kind === 'dateline') return lead.trim() === ''
  return kind === 'body' && /^[\s*•▪·–—-]*(?:\d{1,2}[.)]\s*)?$/.test(lead) && /^\s*(?:[:–—]|-\s|\.\s+\p{Lu})/u.test(text.text.slice(text.tokens[last - 1]!.end, text.tokens[last - 1]!.end + 8))
}
