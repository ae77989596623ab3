/** Keys under which place names are stored and looked up: plain keys (case, marks, articles) and loose keys (transliteration). */
import { listCell, parseTable } from '../lexicon/table.ts'

const LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', đ: 'd', ð: 'd', þ: 'th', ə: 'a', ǝ: 'a', ħ: 'h', ŋ: 'n', ƙ: 'k', ɓ: 'b', ɗ: 'd' }
const LETTER = /[øłßæœıđðþəǝħŋƙɓɗ]/g
const APOSTROPHES = /['’‘`´ʼʻʽʾʿʹʺˈ′ˊ‛]/g
const NOT_WORD = /[^\p{L}\p{N}]+/gu
const SAINT: Readonly<Record<string, string>> = { saint: 'st', sainte: 'st', mount: 'mt', fort: 'ft' }
const SUN_ARTICLE = /^(?:al|el|ul|il|as|ash|es|esh|ad|ed|ar|er|ur|an|en|un|at|et|ut|az|ez|ath|adh|edh|uz|us|ud)$/
const ASSIMILATED: Readonly<Record<string, RegExp>> = { s: /^s/, sh: /^s[hy]/, d: /^d/, r: /^r/, n: /^n/, t: /^t/, z: /^[zd]/, th: /^th/, dh: /^[dz]/, l: /^/ }

/** True when `word` is the Arabic article before `next`: al-/el-, or one that has taken the sound of a sun letter (as-Suwayda). */
function isArticle(word: string, next: string | undefined): boolean {
  return next !== undefined && next.length > 1 && SUN_ARTICLE.test(word) && ASSIMILATED[word.slice(1)]!.test(next)
}

/** The words of a name, lower-cased, without marks, apostrophes and punctuation; every Arabic article is "al". */
export function keyWords(name: string): readonly string[] {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(LETTER, c => LETTERS[c]!)
  const words = plain.replace(APOSTROPHES, '').replace(NOT_WORD, ' ').trim().split(' ')
  return words.map((word, i) => isArticle(word, words[i + 1]) ? 'al' : SAINT[word] ?? word)
}

/** The plain key of a name: "As-Suwaydā’" and "al-Suwayda" give "al suwayda"; '' when nothing is left. */
export const placeKey = (name: string): string => keyWords(name).join(' ')

/** The key without a leading article, or null when it has none worth leaving out. */
export function withoutArticle(key: string): string | null {
  return key.startsWith('al ') && key.length > 5 ? key.slice(3) : null
}

/** One curated alternation: where it holds, every `from` reads as `to`. */
interface Alternation { readonly scope: string; readonly pattern: RegExp; readonly to: string }

/** Transliteration alternations by scope, in the order of the table. */
export type Transliteration = ReadonlyMap<string, readonly Alternation[]>

/** Reads data/place-transliteration.tsv: scope (a name of countries-geo's `script` column, or `any`), from (" | "), to, where (any, start, end). */
export function readTransliteration(tsv: string): Transliteration {
  const byScope = new Map<string, Alternation[]>()
  for (const row of parseTable(tsv)) for (const from of listCell(row['from'])) {
    const list = byScope.get(row['scope'] ?? '') ?? []
    list.push({ scope: row['scope'] ?? '', pattern: alternationPattern(from, row['where'] ?? 'any'), to: row['to'] ?? '' })
    byScope.set(row['scope'] ?? '', list)
  }
  return byScope
}

/** A mark of a table's text (FNV-1a, hexadecimal), to tell whether an index was made with it. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

function alternationPattern(from: string, where: string): RegExp {
  if (where === 'start') return new RegExp(`(?<![a-z])${from}`, 'g')
  return where === 'end' ? new RegExp(`${from}(?![a-z])`, 'g') : new RegExp(from, 'g')
}

/** The loose key of a plain key within one script's alternations; null where the script has none or too little is left to match on. */
export function looseKey(key: string, script: string, table: Transliteration): string | null {
  const own = table.get(script)
  if (own === undefined) return null
  const bare = key.replace(/\bal /g, '')
  const loose = [...own, ...(table.get('any') ?? [])].reduce((k, a) => k.replace(a.pattern, a.to), bare).replace(/ /g, '')
  return loose.length >= 4 ? loose : null
}
