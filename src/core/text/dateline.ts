/** Reads the dateline before a paragraph: place, date and agency, in the forms that wires, newspapers and press offices use. */

/** A dateline at the start of `line`, offsets from its first character; `end` is where the text proper starts. */
export interface DatelineParts {
  readonly end: number
  readonly place: readonly [number, number] | null
  readonly date: readonly [number, number] | null
  readonly agency: string | null
}

const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|muharram|safar|rabi al-\\p{L}+|jumada al-\\p{L}+|rajab|sha\'?ban|ramadan|shawwal|dhu al-\\p{L}+)\\.?'
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+'
const CLOCK = '(?:,?\\s+\\d{1,2}:\\d\\d)?'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const DATED = `(?:${WEEKDAY})?(?:${MONTH}\\s+${DAY}(?:(?:[,.]\\s*|\\s+)\\d{4})?|${DAY}\\s+${MONTH}(?:,?\\s+\\d{2,4})?|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}-\\d\\d-\\d\\d)${CLOCK}`
const YEARED = `(?:${WEEKDAY})?(?:${MONTH}\\s+${DAY}(?:[,.]\\s*|\\s+)\\d{4}|${DAY}\\s+${MONTH},?\\s+\\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}-\\d\\d-\\d\\d)${CLOCK}`
/** Place words are matched without case folding, so the parts above are spelled out once for both cases. */
const anyCase = (source: string): string => source.replace(/\\.|\[[^\]]*\]|\(\?[:!=]|[a-z]/g, part => (part.length === 1 ? `[${part}${part.toUpperCase()}]` : part))
const DATE = anyCase(DATED), FULL_DATE = anyCase(YEARED)

const CAPITALS = "\\p{Lu}[\\p{Lu}'.]*\\p{Lu}(?:-(?:[\\p{Lu}']+|al-\\p{Lu}+))*"
const PLACE = `${CAPITALS}(?:\\s+${CAPITALS}){0,3}`
const REGION = "(?:,\\s+\\p{Lu}[\\p{L}'.]+(?:\\s+\\p{Lu}[\\p{L}']+){0,2}|\\s+\\(\\p{Lu}[\\p{L}' ]+\\)(?=,))"
const NAME = "(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|On)[a-z]*[,. ])\\p{Lu}[\\p{L}'-]+(?:\\s+\\p{L}[\\p{L}'-]+){0,3}"
const RULE = '\\s*(?:--+|[-–—\uFFFD])\\s+'
const AGENCY = "\\((?<agency>\\p{Lu}[^()]{1,48})\\)|\\/(?<slashed>\\p{Lu}[^\\/\\d]{1,30})\\/"

const PATTERNS: readonly RegExp[] = [
  `(?<place>${PLACE}${REGION}{0,2}(?:\\s*\\/\\s*${PLACE})?),?\\s+\\(?(?<date>${DATE})\\)?\\.?,?\\s*(?:${AGENCY})?(?:${RULE}|\\s*:\\s+|(?<=[)\\/])\\.?\\s+|\\.\\s+(?=\\p{Lu}))`,
  `(?<place>${PLACE}${REGION}{0,2}(?:\\s*\\/\\s*${PLACE})?),?\\s+(?:${AGENCY}),?(?:\\s+(?<date>${DATE}))?(?:${RULE}|\\s*:\\s+|\\.?\\s+(?=\\p{Lu}))`,
  `(?<place>${PLACE}${REGION}{0,2}(?:\\s*\\/\\s*${PLACE})?)(?:\\s*[–—\uFFFD]\\s*|\\s+--?\\s+|:\\s+)(?=\\[|.{0,40}\\p{Ll}{2})`,
  `(?<place>${NAME}${REGION}{0,1}),?\\s+\\(?(?<date>${DATE})\\)?,?\\s*(?:${AGENCY})?(?:${RULE}|\\s*:\\s+|\\s*:?$)`,
  `(?<place>${NAME}${REGION}{0,1}),?\\s+(?:${AGENCY})${RULE}`,
  `(?<place>${NAME}),\\s+(?<bare>\\p{Lu}{2,8})${RULE}`,
  `(?:${AGENCY})${RULE}`,
  `(?:(?:[Pp]ublished|[Dd]ate of publication|[Pp]osted(?: on)?|[Uu]pdated)(?: on|:)?\\s+)?(?<date>${FULL_DATE})(?:\\s*[-–—:|]\\s+|\\s+(?=["'\\p{Lu}\\d])|$)`,
  `(?:[\\p{Lu}][^.!?]{0,80},\\s+)?(?<place>${NAME}),\\s+(?<date>${DATE})\\.?$`,
  `(?:[^.!?]{0,60}\\s)?(?<place>${CAPITALS}),\\s+(?<date>${DATE})$`,
].map(source => new RegExp(`^(?:${source})`, 'du'))

/** Editors' tags of the Foreign Broadcast Information Service: "[REPORT] [TEXT]". */
const TAGS = /^(?:\s*\[[^\]]{2,90}\]){0,3}?\s*\[(?:TEXT|EXCERPTS?|SUMMARY|FROM [^\]]{2,60}|PASSAGE [^\]]{2,40})\]\s*/i

/** Words that tell datelines from other openings. */
export interface DatelineWords { readonly isAgency: (name: string) => boolean; readonly isNoPlace: (word: string) => boolean }

/** The dateline that `line` starts with, or null. `line` should be the first 240 characters of a paragraph, newlines as spaces. */
export function readDateline(line: string, words: DatelineWords): DatelineParts | null {
  const bare = /^(\p{Lu}[\p{L}/-]{1,20})\s*[-–—]+\s+(?=["'\p{Lu}])/u.exec(line)
  if (bare !== null && words.isAgency(bare[1] ?? '')) return withTags(line, { end: bare[0].length, place: null, date: null, agency: bare[1] ?? null })
  for (const pattern of PATTERNS) {
    const match = pattern.exec(line)
    if (match === null || match[0].length === 0) continue
    const groups = match.groups ?? {}, spans = match.indices?.groups ?? {}
    const agency = groups['agency'] ?? groups['slashed'] ?? groups['bare'] ?? null
    if (groups['place'] === undefined && groups['date'] === undefined && !words.isAgency(agency ?? '')) continue
    if (groups['place'] !== undefined && words.isNoPlace(groups['place'])) continue
    return withTags(line, { end: match[0].length, place: spans['place'] ?? null, date: spans['date'] ?? null, agency })
  }
  return null
}

function withTags(line: string, parts: DatelineParts): DatelineParts {
  const tags = TAGS.exec(line.slice(parts.end))
  return tags === null ? parts : { ...parts, end: parts.end + tags[0].length }
}
