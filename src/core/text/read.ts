/** Reads a report's text: sections, paragraphs, sentences and tokens, each with its place in the text as given. */
import { spanOf, type Dateline, type Extent, type Note, type Paragraph, type Report, type Section, type Sentence, type TextLayer, type Token } from '../model/index.ts'
import { sentenceStarts } from './boundaries.ts'
import { isShouted, isTitleCase, readCasing, readOwnCase, unshouted, untitled, type OwnCase } from './casing.ts'
import { looksBinary, looksEnglish } from './language.ts'
import type { TextLexicon } from './lexicon.ts'
import { readBlocks } from './paragraphs.ts'
import { readSections, type Piece } from './sections.ts'
import { readSurface, type Surface } from './surface.ts'
import { tokenise } from './tokenise.ts'

/** Longer texts are read up to here (UTF-16 code units). */
export const MAX_LENGTH = 2_000_000

export interface ReadText { readonly text: TextLayer; readonly notes: readonly Note[] }

interface Draft { readonly sections: Section[]; readonly paragraphs: Paragraph[]; readonly sentences: Sentence[]; readonly tokens: Token[] }

/** Reads `report.text`. Never throws: what is odd about the text is said in notes. */
export function readText(report: Report, lexicon: TextLexicon): ReadText {
  const { text } = report
  const notes: Note[] = []
  if (looksBinary(text)) return { text: emptyLayer(text), notes: [note('binary-text', 'This does not look like text: it was not read.')] }
  const readable = clipped(text)
  if (readable.length < text.length) notes.push(note('text-truncated', `Only the first ${readable.length} of ${text.length} characters were read.`))
  const surface = readSurface(readable)
  const tag = surface.tags[0]
  if (tag !== undefined) notes.push({ code: 'html-in-text', message: `${surface.tags.length} HTML tags were read as space.`, span: spanOf(text, { start: tag[0], end: tag[1] }) })
  const pieces = readSections(surface.chars, readBlocks(surface.chars), report.title ?? null, lexicon)
  const draft = layOut(text, surface, pieces, lexicon)
  const words = draft.tokens.map(token => token.norm)
  if (!looksEnglish(words.map(word => word.toLowerCase()))) notes.push(note('language-not-english', 'The text does not look like English; what is read from it is unreliable.'))
  const casing = readCasing(words)
  return { text: { text, casing, ...draft, tokens: recase(draft, casing, lexicon), dateline: datelineOf(surface, pieces) }, notes }
}

const note = (code: string, message: string): Note => ({ code, message, span: null })
const emptyLayer = (text: string): TextLayer => ({ text, casing: 'mixed', sections: [], paragraphs: [], sentences: [], tokens: [], dateline: null })

function clipped(text: string): string {
  if (text.length <= MAX_LENGTH) return text
  const last = text.charCodeAt(MAX_LENGTH - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? MAX_LENGTH - 1 : MAX_LENGTH)
}

/** The extent in the text of a stretch of the surface. */
const placed = (surface: Surface, start: number, end: number): Extent => ({ start: surface.from[start] ?? 0, end: surface.to[end - 1] ?? 0 })

function layOut(text: string, surface: Surface, pieces: readonly Piece[], lexicon: TextLexicon): Draft {
  const draft: Draft = { sections: [], paragraphs: [], sentences: [], tokens: [] }
  let previous: Piece | null = null
  for (const piece of pieces) {
    const extent = placed(surface, piece.start, piece.end), last = draft.sections[draft.sections.length - 1]
    if (last !== undefined && previous?.kind === piece.kind && (piece.kind === 'body' || piece.kind === 'boilerplate' || piece.kind === 'key-point')) draft.sections[draft.sections.length - 1] = { ...last, end: extent.end }
    else draft.sections.push({ ...extent, kind: piece.kind })
    draft.paragraphs.push({ ...extent, section: draft.sections.length - 1 })
    addSentences(draft, text, surface, piece, lexicon)
    previous = piece
  }
  return draft
}

function addSentences(draft: Draft, text: string, surface: Surface, piece: Piece, lexicon: TextLexicon): void {
  const { sentences, tokens } = draft
  const cuts = tokenise(surface.chars, piece.start, piece.end, lexicon, at => surface.from[at] === surface.from[at - 1]), base = tokens.length
  const starts = piece.kind === 'dateline' ? [0] : sentenceStarts(surface.chars, cuts, lexicon)
  starts.forEach((first, k) => {
    const next = starts[k + 1] ?? cuts.starts.length
    const extent = placed(surface, cuts.starts[first] ?? 0, cuts.ends[next - 1] ?? 0)
    const index = sentences.push({ ...extent, index: sentences.length, paragraph: draft.paragraphs.length - 1, section: draft.sections.length - 1, first: base + first, last: base + next }) - 1
    for (let i = first; i < next; i++) {
      const start = cuts.starts[i] ?? 0, end = cuts.ends[i] ?? 0, at = placed(surface, start, end)
      tokens.push({ ...at, form: text.slice(at.start, at.end), norm: surface.chars.slice(start, end), sentence: index })
    }
  })
}

/** Gives each token the casing that models should read. */
function recase(draft: Draft, casing: TextLayer['casing'], lexicon: TextLexicon): readonly Token[] {
  const { tokens, sections } = draft
  if (casing === 'upper') return tokens.map(token => ({ ...token, norm: token.norm.toLowerCase() }))
  if (casing === 'lower') return tokens
  const sentences = draft.sentences.map(sentence => ({ kind: sections[sentence.section]?.kind, words: tokens.slice(sentence.first, sentence.last).map(token => token.norm) }))
  const own = readOwnCase(sentences.filter(s => s.kind === 'body' && !isShouted(s.words) && !isTitleCase(s.words, lexicon.smallWords)).map(s => s.words))
  return sentences.flatMap(({ kind, words }, k) => {
    const forms = recased(words, kind === 'dateline', own, lexicon), first = draft.sentences[k]?.first ?? 0
    return forms.map((norm, i) => ({ ...(tokens[first + i] as Token), norm }))
  })
}

function recased(words: readonly string[], dateline: boolean, own: OwnCase, lexicon: TextLexicon): readonly string[] {
  if (dateline) return words.map(word => own.title.get(word.toLowerCase()) ?? (word.length > 4 && word === word.toUpperCase() ? word[0] + word.slice(1).toLowerCase() : word))
  if (isShouted(words)) return words.map(word => unshouted(word, own))
  return isTitleCase(words, lexicon.smallWords) ? words.map((word, i) => untitled(word, i, own, lexicon.commonWords)) : words
}

/** Place, date and agency of filing: the first of each among the datelines. */
function datelineOf(surface: Surface, pieces: readonly Piece[]): Dateline | null {
  const found = pieces.slice(0, 8).filter(piece => piece.dateline !== null)
  if (found.length === 0) return null
  const extentOf = (key: 'place' | 'date'): Extent | null => {
    const piece = found.find(p => p.dateline?.[key] != null), part = piece?.dateline?.[key]
    return piece === undefined || part == null ? null : placed(surface, piece.start + part[0], piece.start + part[1])
  }
  const start = found[0] as Piece
  return { ...placed(surface, start.start, start.end), place: extentOf('place'), date: extentOf('date'), agency: found.find(p => p.dateline?.agency != null)?.dateline?.agency ?? null }
}
