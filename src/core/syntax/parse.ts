/** Runs the parser over a report: sentences in batches of like length, results as one layer over all tokens. */
import type { ModelName, SyntaxLayer, TextLayer } from '../model/index.ts'
import { childrenOf } from './children.ts'
import { parseRows, project } from './biaffine.ts'
import { batchOf, encode, withoutRoot } from './encoder.ts'
import { lemmaOf } from './lemmatise.ts'
import { apply } from './linear.ts'
import type { Matrix } from './matrix.ts'
import { mendJoined } from './mend.ts'
import type { ParserModel } from './model.ts'

/** Longer sentences are read in pieces of this many tokens, because arc scores grow with the square. */
const WINDOW = 160
/** Tokens of one batch, so that a long report takes no more memory than a short one. */
const BATCH = 1600

interface Piece { readonly first: number; readonly last: number }
interface Growing { readonly upos: string[]; readonly xpos: string[]; readonly lemma: string[]; readonly head: Int32Array; readonly deprel: string[]; readonly names: ModelName[] }

/** Tags, lemmas, dependencies and names of every token. Pure: the model's memory is working space only. */
export function parseText(model: ParserModel, text: TextLayer): SyntaxLayer {
  const n = text.tokens.length
  const out: Growing = { upos: Array<string>(n).fill('X'), xpos: Array<string>(n).fill('FW'), lemma: text.tokens.map(t => t.norm), head: new Int32Array(n).fill(-1), deprel: Array<string>(n).fill('root'), names: [] }
  for (const batch of batches(piecesOf(text))) parseBatch(model, text, batch, out)
  mendJoined(out)
  return { ...out, names: out.names.sort((a, b) => a.first - b.first), children: childrenOf(out.head) }
}

function piecesOf(text: TextLayer): readonly Piece[] {
  const out: Piece[] = []
  for (const { first, last } of text.sentences) for (let at = first; at < last;) {
    const end = last - at <= WINDOW ? last : cutAfter(text, at)
    out.push({ first: at, last: end })
    at = end
  }
  return out.sort((a, b) => (b.last - b.first) - (a.last - a.first) || a.first - b.first)
}

/** The end of a piece: after the last comma, semicolon or the like in the second half of the window. */
function cutAfter(text: TextLayer, at: number): number {
  for (let i = at + WINDOW - 1; i > at + WINDOW / 2; i--) if (/^[,;:.–—]$/.test(text.tokens[i]!.norm)) return i + 1
  return at + WINDOW
}

function batches(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const out: Piece[][] = []
  let tokens = Infinity
  for (const piece of pieces) {
    if (tokens + piece.last - piece.first > BATCH) { out.push([]); tokens = 0 }
    out.at(-1)!.push(piece)
    tokens += piece.last - piece.first
  }
  return out
}

function parseBatch(model: ParserModel, text: TextLayer, pieces: readonly Piece[], out: Growing): void {
  const mark = model.arena.mark
  const batch = batchOf(pieces.map(({ first, last }) => text.tokens.slice(first, last).map(t => t.norm)))
  const encoded = encode(model, batch), y = withoutRoot(encoded), tags = apply(model, model.heads.tag, y), names = apply(model, model.heads.name, y), projected = project(model, encoded)
  pieces.forEach(({ first, last }, k) => {
    const offset = batch.offsets[k]!, length = last - first
    const { heads, relations } = parseRows(model, projected, offset, length)
    for (let i = 0; i < length; i++) {
      const [upos = 'X', xpos = 'FW'] = (model.tags[bestOf(model, tags, offset + i, model.tags.length)] ?? '').split('|')
      const at = first + i
      out.upos[at] = upos
      out.xpos[at] = xpos
      out.lemma[at] = lemmaOf(model.lemmas, text.tokens[at]!.norm, xpos)
      out.head[at] = heads[i] === 0 ? -1 : first + heads[i]! - 1
      out.deprel[at] = relations[i]!
    }
    out.names.push(...namesOf(model, names, offset, length, first))
  })
  model.arena.release(mark)
}

function bestOf(model: ParserModel, scores: Matrix, row: number, count: number): number {
  const floats = model.arena.floats, from = (scores.at >> 2) + row * scores.columns
  let best = 0
  for (let k = 1; k < count; k++) if (floats[from + k]! > floats[from + best]!) best = k
  return best
}

/** Spans of BIO labels; an I without a B begins a name as well. */
function namesOf(model: ParserModel, scores: Matrix, offset: number, length: number, first: number): readonly ModelName[] {
  const out: ModelName[] = []
  let from = -1, kind = '', score = 0
  const close = (last: number): void => {
    if (from >= 0) out.push({ first: first + from, last: first + last, label: kind as ModelName['label'], score })
    from = -1
  }
  for (let i = 0; i < length; i++) {
    const label = model.names[bestOf(model, scores, offset + i, model.names.length)] ?? 'O'
    if (label === 'O') { close(i); continue }
    const share = shareOf(model, scores, offset + i)
    if (label.startsWith('B') || from < 0 || kind !== label.slice(2)) { close(i); from = i; kind = label.slice(2); score = share }
    else score = Math.min(score, share)
  }
  close(length)
  return out
}

/** How far the best label stands above the next, on 0..1; made without exp so that every machine gives the same bits. */
function shareOf(model: ParserModel, scores: Matrix, row: number): number {
  const floats = model.arena.floats, from = (scores.at >> 2) + row * scores.columns
  let top = -Infinity, next = -Infinity
  for (let k = 0; k < model.names.length; k++) { const v = floats[from + k]!; if (v > top) { next = top; top = v } else if (v > next) next = v }
  const margin = top - next
  return Math.round(1000 * margin / (1 + margin)) / 1000
}
