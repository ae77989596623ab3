/** Measures, clips and pads text by the columns it takes on a terminal. */

const PLAIN = /^[\u0020-\u007e\u00a0-\u02ff]*$/
const WIDE = /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const NARROW_ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Columns of one grapheme: 0, 1 or 2. */
const columnsOf = (grapheme: string): number => NARROW_ZERO.test(grapheme) ? 0 : WIDE.test(grapheme) || grapheme.includes('\ufe0f') ? 2 : 1

/** Columns that `text` takes. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  let columns = 0
  for (const { segment } of graphemes.segment(text)) columns += columnsOf(segment)
  return columns
}

/** The longest beginning of `text` that takes at most `columns`. */
export function takeWidth(text: string, columns: number): string {
  if (PLAIN.test(text)) return text.slice(0, Math.max(0, columns))
  let used = 0
  for (const { segment, index } of graphemes.segment(text)) {
    used += columnsOf(segment)
    if (used > columns) return text.slice(0, index)
  }
  return text
}

/** `text` in at most `columns`, with an ellipsis where it was cut, at a space if one is near. */
export function clip(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  if (columns < 2) return ''
  const cut = takeWidth(text, columns - 1), space = cut.lastIndexOf(' ')
  return `${(space > cut.length * 0.7 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** `text` filled up with spaces to `columns`. */
export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - widthOf(text)))
