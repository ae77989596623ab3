/** Whether a text is in English: what is not is kept, set aside with a note, and not coded. */
import { detectAll } from 'tinyld/light'
import { plainlyEnglish } from '../core/text/language.ts'

export interface Language { /** ISO 639-1; "und" where it cannot be told. */ readonly code: string; readonly english: boolean }

/** Code units that are looked at, from the middle of a long text, where bylines and menus are not. */
const SAMPLE = 2000
/** Letters a text must have for its language to be told; shorter ones are taken for English. */
const ENOUGH = 40
/** Share of letters that are Latin in any English text, names and quotations allowed for. */
const LATIN = 0.7

export function languageOf(text: string): Language {
  const start = Math.max(0, Math.floor((text.length - SAMPLE) / 2)), sample = text.slice(start, start + SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0, latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters < ENOUGH) return { code: 'und', english: true }
  // Letter statistics take one English report in thirty for another language, mostly for its names: English words are counted first.
  if (latin / letters > LATIN && plainlyEnglish(sample.toLowerCase().split(/[^\p{L}]+/u))) return { code: 'en', english: true }
  const found = detectAll(latin / letters > LATIN ? sample.toLowerCase() : sample), best = found[0]
  if (best === undefined) return { code: 'und', english: latin / letters > LATIN }
  return { code: best.lang, english: best.lang === 'en' }
}
