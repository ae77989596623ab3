/** Cheap checks of what kind of text this is: English, another language, or no text at all. */

/** Function words of English that are rare in other languages written in Latin letters. */
const ENGLISH = new Set(['the', 'of', 'and', 'to', 'in', 'that', 'was', 'were', 'is', 'are', 'for', 'with', 'on', 'by', 'from', 'at', 'has', 'have', 'had', 'said', 'his', 'they', 'their', 'been', 'which', 'who', 'this', 'an', 'it', 'as', 'not', 'after', 'but', 'he', 'she', 'we', 'you', 'be', 'or'])
/** English prose has about 0.4 of these a word; headlines and lists far fewer. */
const LEAST_SHARE = 0.06
const LEAST_WORDS = 25
/** A text of fewer different words is no prose of any language: one word a thousand times over. */
const LEAST_DIFFERENT = 12

/** False only where the words are clearly not English. `words` are lower-cased. */
export function looksEnglish(words: readonly string[]): boolean {
  const letters = words.filter(word => /\p{L}/u.test(word))
  if (letters.length === 0) return true
  const foreign = letters.filter(word => !/\p{Script=Latin}/u.test(word)).length
  if (foreign > letters.length / 2) return false
  if (letters.length < LEAST_WORDS || new Set(letters).size < LEAST_DIFFERENT) return true
  return letters.filter(word => ENGLISH.has(word)).length >= LEAST_SHARE * letters.length
}

/** Of them, those that other languages have as well, in their own sense. */
const SHARED = new Set(['in', 'is', 'was', 'on', 'an', 'as', 'or', 'he', 'we', 'be', 'of', 'at', 'to', 'not', 'are', 'had', 'you', 'it', 'for'])
/**
 * A text that holds this share of words which only English has is English; in a short one chance does more. Measured: 522 English reports hold 0.06 and
 * more over 100 words and more; 250 words of translated messages of programs 0.044 at most in 100 languages (Norwegian 0.024), mostly names of commands.
 */
const PLAIN_SHARE = 0.1, PLAIN_SHARE_LONG = 0.055, LONG = 100

/** True where a text holds words enough that only English has. `words` are lower-cased. */
export function plainlyEnglish(words: readonly string[]): boolean {
  const letters = words.filter(word => /\p{L}/u.test(word))
  return letters.length > 0 && letters.filter(word => ENGLISH.has(word) && !SHARED.has(word)).length >= (letters.length < LONG ? PLAIN_SHARE : PLAIN_SHARE_LONG) * letters.length
}

/** True where control characters and unreadable ones are too many for a text. Reads at most the first 20,000 code units. */
export function looksBinary(text: string): boolean {
  const end = Math.min(text.length, 20_000)
  let bad = 0
  for (let i = 0; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c < 9 || (c > 13 && c < 32) || c === 0x7f || (c >= 0x80 && c < 0xa0) || c === 0xfffd) bad++
  }
  return bad > 4 && bad > 0.05 * end
}
