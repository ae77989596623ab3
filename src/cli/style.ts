/** Styled text: pieces with a style each, wrapped to a width and painted with or without colour. */
import { takeWidth, widthOf } from './width.ts'

export type Style = 'plain' | 'strong' | 'dim' | 'event' | 'actor' | 'recipient' | 'place' | 'date' | 'toll' | 'weapon' | 'good' | 'bad'

/** SGR parameters of each style. */
const SGR: Readonly<Record<Style, string>> = {
  plain: '', strong: '1', dim: '2', event: '1;33', actor: '36', recipient: '35', place: '32', date: '34', toll: '31', weapon: '33', good: '32', bad: '1;31',
}

export interface Piece { readonly text: string; readonly style: Style }
export type Paint = (text: string, style: Style) => string

/** Paints with terminal colours. */
export const inColour: Paint = (text, style) => SGR[style] === '' || text === '' ? text : `\u001b[${SGR[style]}m${text}\u001b[0m`
/** Leaves text as it is. */
export const inPlain: Paint = text => text

export const piece = (text: string, style: Style = 'plain'): Piece => ({ text, style })

/** Lines of at most `columns`, broken at spaces; a word longer than a line is cut. */
export function wrap(pieces: readonly Piece[], columns: number): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]]
  let used = 0
  for (const word of pieces.flatMap(splitWords)) {
    for (let rest = word.text; rest !== '';) {
      const wide = widthOf(rest)
      if (used + widthOf(rest.trimEnd()) > columns && used > 0) { lines.push([]); used = 0 }
      if (used === 0 && rest.trim() === '') break
      const part = wide <= columns - used ? rest : cutWord(rest, columns - used)
      lines.at(-1)!.push(piece(part, word.style))
      used += widthOf(part)
      rest = rest.slice(part.length)
    }
  }
  return lines
}

/** At least one character, so that wrapping always moves on. */
const cutWord = (text: string, columns: number): string => takeWidth(text, columns) || [...text][0]!

/** Words with the spaces after them. */
const splitWords = ({ text, style }: Piece): readonly Piece[] => (text.match(/\s+|\S+\s*/g) ?? []).map(word => piece(word, style))

/** One painted line. */
export const paintLine = (line: readonly Piece[], paint: Paint): string => joined(line).map(p => paint(p.text, p.style)).join('').trimEnd()

/** Neighbours of one style as one piece, so that few escapes are written. */
function joined(line: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = []
  for (const p of line) {
    const last = out.at(-1)
    if (last?.style === p.style) out[out.length - 1] = piece(last.text + p.text, p.style)
    else out.push(p)
  }
  return out
}
