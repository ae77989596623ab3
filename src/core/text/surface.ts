/** The readable surface of a report: what is left without tags and invisible marks, spaces and quotes made plain, with the way back to the text. */
import { entityAt, tagAt, type Markup } from './markup.ts'

/** `chars[i]` stands for the text from `from[i]` to `to[i]` (UTF-16). A newline is "\n", any other space " ". */
export interface Surface {
  readonly chars: string
  readonly from: Int32Array
  readonly to: Int32Array
  /** Extents of tags that were read as space, as [start, end] pairs. */
  readonly tags: readonly (readonly [number, number])[]
}

const SPACE = 0x20, NEWLINE = 0x0a, UNKNOWN = 0xfffd, DROP = -1

/** Characters that other characters stand for; data, not procedure. Quotes and rare dashes take the form that UD treebanks mostly use. */
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", '´': "'", 'ʼ': "'", 'ʻ': "'", 'ʾ': "'", 'ʿ': "'",
  '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '″': '"',
  '‐': '-', '‑': '-', '‒': '–', '−': '-', '﹣': '-', '―': '—', '⸺': '—',
  'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', '،': ',', '؛': ';', '؟': '?', '。': '.', '、': ',',
}
const plainCodes = new Map(Object.entries(PLAIN).map(([mark, plain]) => [mark.charCodeAt(0), Array.from(plain, c => c.charCodeAt(0))]))

const isNewline = (c: number): boolean => c === 0x0a || c === 0x0d || c === 0x0b || c === 0x0c || c === 0x85 || c === 0x2028
const isSpace = (c: number): boolean => c <= 0x20 || c === 0x7f || c === 0xa0 || c === 0x1680 || (c >= 0x80 && c < 0xa0) || (c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x205f || c === 0x3000
const isInvisible = (c: number): boolean => c === 0xad || c === 0x61c || c === 0x180e || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f) || c === 0xfeff || (c >= 0xfff9 && c <= 0xfffb)
const isHigh = (c: number): boolean => c >= 0xd800 && c < 0xdc00
const isLow = (c: number): boolean => c >= 0xdc00 && c < 0xe000


/** What one code unit becomes: itself, a space, a newline, a full-width form's plain twin, or DROP. */
function fold(c: number, before: number, after: number): number {
  if (isNewline(c)) return NEWLINE
  if (isSpace(c)) return SPACE
  if (isInvisible(c)) return DROP
  if (c >= 0xff01 && c <= 0xff5e) return c - 0xfee0
  if (isHigh(c)) return isLow(after) ? c : UNKNOWN
  if (isLow(c)) return isHigh(before) ? c : UNKNOWN
  return c
}

class Writer {
  codes: Uint16Array
  from: Int32Array
  to: Int32Array
  size = 0
  constructor(capacity: number) {
    this.codes = new Uint16Array(capacity)
    this.from = new Int32Array(capacity)
    this.to = new Int32Array(capacity)
  }
  put(code: number, start: number, end: number): void {
    this.codes[this.size] = code
    this.from[this.size] = start
    this.to[this.size++] = end
  }
  done(tags: readonly (readonly [number, number])[]): Surface {
    return { chars: decode(this.codes.subarray(0, this.size)), from: this.from.slice(0, this.size), to: this.to.slice(0, this.size), tags }
  }
}

function decode(codes: Uint16Array): string {
  const parts: string[] = []
  for (let i = 0; i < codes.length; i += 8192) parts.push(String.fromCharCode(...codes.subarray(i, i + 8192)))
  return parts.join('')
}

/** Reads the surface of `text`. Linear in its length; never throws. */
export function readSurface(text: string): Surface {
  const out = new Writer(text.length * 3 + 4)
  const tags: (readonly [number, number])[] = []
  const state: Markup = { text, noEndBeyond: new Map() }
  for (let i = 0; i < text.length;) {
    const c = text.charCodeAt(i)
    const tag = c === 0x3c ? tagAt(state, i) : null
    if (tag !== null) {
      for (const mark of tag.as) out.put(mark.charCodeAt(0), i, tag.end)
      tags.push([i, tag.end])
      i = tag.end
      continue
    }
    const entity = c === 0x26 ? entityAt(text, i) : null
    const end = entity !== null ? entity.end : c === 0x0d && text.charCodeAt(i + 1) === 0x0a ? i + 2 : i + 1
    if (entity !== null) for (const unit of entity.units) putFolded(out, unit, 0xd800, 0xdc00, i, end)
    else putFolded(out, c, i > 0 ? text.charCodeAt(i - 1) : 0, i + 1 < text.length ? text.charCodeAt(i + 1) : 0, i, end)
    i = end
  }
  return out.done(tags)
}

function putFolded(out: Writer, code: number, before: number, after: number, start: number, end: number): void {
  const plain = plainCodes.get(code)
  if (plain !== undefined) { for (const p of plain) out.put(p, start, end); return }
  if (code === 0x2029) { out.put(NEWLINE, start, end); out.put(NEWLINE, start, end); return }
  const folded = fold(code, before, after)
  if (folded !== DROP) out.put(folded, start, end)
}

/** A word as models read it, case kept: marks dropped, quotes and dashes plain. The same folding that `readText` applies. */
export const plainForm = (form: string): string => readSurface(form).chars
