/** The words by which texts are found: the same on both engines, so that a search gives the same documents. */
import { stemmer } from 'stemmer'

/** Words of a text that are indexed; what comes after is found by nothing. PostgreSQL takes a megabyte of them at most. */
const MAX_WORDS = 60_000
/** Letters of a word; longer runs are no words. */
const MAX_LETTERS = 60

export interface WordAt { readonly word: string; readonly start: number; readonly end: number }

const RUN = /[\p{L}\p{N}\p{M}]+/gu

/** Each word of `text` in its searchable form (without marks, lower case, stemmed) with its UTF-16 offsets. */
export function* wordsOf(text: string): Generator<WordAt> {
  for (const match of text.matchAll(RUN)) {
    if (match[0].length <= MAX_LETTERS) yield { word: searchable(match[0]), start: match.index, end: match.index + match[0].length }
  }
}

/** "Attacks", "attacked" and "attacking" are one; "İzmir" is found by "izmir". */
function searchable(run: string): string {
  const plain = run.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return /^[a-z]+$/.test(plain) ? stemmer(plain) : plain
}

/** The words of a text as the engines index them, a blank between two. */
export function indexable(text: string): string {
  const words: string[] = []
  for (const { word } of wordsOf(text)) {
    if (word !== '') words.push(word)
    if (words.length >= MAX_WORDS) break
  }
  return words.join(' ')
}

/** A search: every phrase must occur (a word is a phrase of one), none of `without` may. */
export interface WordQuery { readonly phrases: readonly (readonly string[])[]; readonly without: readonly (readonly string[])[] }

/** Phrases of a search at most: more is no search. */
const MAX_PHRASES = 32

/** Reads what a person typed: words, "a phrase", -word. Null where nothing is left to look for. */
export function parseWords(typed: string): WordQuery | null {
  const parts = [...typed.slice(0, 2000).matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)].slice(0, MAX_PHRASES)
    .map(([, minus, quoted, bare]) => ({ out: minus === '-', words: [...wordsOf(quoted ?? bare ?? '')].map(w => w.word).filter(w => w !== '') }))
    .filter(part => part.words.length > 0)
  const phrases = parts.filter(p => !p.out).map(p => p.words)
  return phrases.length === 0 ? null : { phrases, without: parts.filter(p => p.out).map(p => p.words) }
}
