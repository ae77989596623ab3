/** Finds what stands between quotation marks, over sentence borders and over the paragraphs of one long quotation. */
import type { TextLayer } from '../model/index.ts'

/** Tokens of one quotation with its marks, half-open. */
export interface Quotation { readonly first: number; readonly last: number }

const OPENING = /^["“„«]$|^``$/, CLOSING = /^["”»]$|^''$/
/** Paragraphs that one quotation may run on through: each but the last has no closing mark. */
const RUN = 6

/** All quotations in text order. A mark that nothing closes ends with its paragraph, unless the next one opens with a mark again. */
export function findQuotations(text: Pick<TextLayer, 'tokens' | 'sentences'>): readonly Quotation[] {
  const out: Quotation[] = [], { tokens, sentences } = text
  const paragraphOf = (i: number): number => sentences[tokens[i]!.sentence]!.paragraph
  let open = -1, run = 0
  for (let i = 0; i < tokens.length; i++) {
    const two = isDoubled(tokens, i), starts = i === 0 || paragraphOf(i) !== paragraphOf(i - 1), form = tokens[i]!.form
    if (open >= 0 && starts && paragraphOf(i) !== paragraphOf(open)) {
      if ((two || OPENING.test(form)) && run < RUN) { run++; i += Number(two); continue }
      if (run > 0) out.push({ first: open, last: i })
      open = -1
    }
    if (open < 0) { if (two || OPENING.test(form) && !isInchMark(tokens, i)) { open = i; run = 0 } }
    else if (two || CLOSING.test(form)) { out.push({ first: open, last: i + 1 + Number(two) }); open = -1 }
    if (two) i++
  }
  return out
}

/** `''`: a mark typed as two straight apostrophes without a blank between, which are two tokens. */
const isDoubled = (tokens: TextLayer['tokens'], i: number): boolean => tokens[i]!.form === "'" && tokens[i + 1]?.form === "'" && tokens[i + 1]!.start === tokens[i]!.end && tokens[i + 2]?.form !== "'"

/** `6"`: a straight mark after a digit with no blank between is no quotation mark. */
function isInchMark(tokens: TextLayer['tokens'], i: number): boolean {
  const before = tokens[i - 1], own = tokens[i]!
  return before !== undefined && before.end === own.start && /\d$/.test(before.form)
}
