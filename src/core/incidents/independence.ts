/** Which reports speak with one voice: copies of one text, one publisher, one agency. */
import type { Analysis } from '../model/index.ts'
import { fold } from './bag.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { byText } from './profile.ts'
import { agencyNamed, type Provenance } from './provenance.ts'
import { BINS, likeness } from './signature.ts'

/** An analysis with what is kept of its text's provenance; null where the text was not at hand. */
export interface FiledReport { readonly analysis: Analysis; readonly provenance: Provenance | null }

export interface Voices {
  /** For each document the id of the first report of its text, where others share it; absent for a text that stands alone. */
  readonly copyOf: ReadonlyMap<string, string>
  /** For each document its voice; reports of one voice count once. */
  readonly voice: ReadonlyMap<string, string>
}

/** Likeness from which a text is a copy of another, edited or cut. */
const COPY = 0.4

/** Rows of a band: only texts that agree in all numbers of some band are compared, so that many reports cost no square. */
const ROWS = 2

/** Sorts the reports of one incident into voices. */
export function voicesOf(reports: readonly FiledReport[], lexicon: IncidentLexicon): Voices {
  const sorted = [...reports].sort((a, b) => byText(a.analysis.document.published ?? '9', b.analysis.document.published ?? '9') || byText(idOf(a), idOf(b)))
  const copies = unionOf(sorted.length), voices = unionOf(sorted.length)
  joinAlike(bandsOf(sorted), (i, j) => { if (likeness(sorted[i]!.provenance!.signature!, sorted[j]!.provenance!.signature!) >= COPY) { copies.join(i, j); voices.join(i, j) } })
  joinAlike(sorted.map(r => signsOf(r, lexicon)), voices.join)
  const sizes = new Map<number, number>()
  for (let i = 0; i < sorted.length; i++) sizes.set(copies.root(i), (sizes.get(copies.root(i)) ?? 0) + 1)
  return {
    copyOf: new Map(sorted.flatMap((r, i) => (sizes.get(copies.root(i))! > 1 ? [[idOf(r), idOf(sorted[copies.root(i)]!)] as const] : []))),
    voice: new Map(sorted.map((r, i) => [idOf(r), idOf(sorted[voices.root(i)]!)])),
  }
}

const idOf = (r: FiledReport): string => r.analysis.document.id

/** What two reports of one voice share: the publisher, or the agency that one credits or is. */
function signsOf({ analysis: { document: { publisher } }, provenance }: FiledReport, lexicon: IncidentLexicon): readonly string[] {
  const agencies = [agencyNamed(publisher, lexicon), provenance?.agency ?? null].filter(a => a !== null)
  return [...publisher === null ? [] : [`publisher ${fold(publisher)}`], ...agencies.map(a => `agency ${a}`)]
}

const bandsOf = (reports: readonly FiledReport[]): readonly (readonly string[])[] => reports.map(r => {
  const s = r.provenance?.signature ?? null, out: string[] = []
  if (s !== null) for (let i = 0; i < BINS; i += ROWS) out.push(`${i} ${s.subarray(i, i + ROWS).join(' ')}`)
  return out
})

/** Calls `visit` for each index and the first one before it under the same sign. */
function joinAlike(signs: readonly (readonly string[])[], visit: (i: number, j: number) => void): void {
  const first = new Map<string, number>()
  signs.forEach((list, i) => { for (const sign of list) { const j = first.get(sign); if (j === undefined) first.set(sign, i); else visit(j, i) } })
}

/** Union-find whose roots are the least of their sets. */
function unionOf(n: number): { readonly root: (i: number) => number; readonly join: (i: number, j: number) => void } {
  const parent = Int32Array.from({ length: n }, (_, i) => i)
  const root = (i: number): number => { let at = i; while (parent[at] !== at) { parent[at] = parent[parent[at]!]!; at = parent[at]! } return at }
  return { root, join: (i, j) => { const a = root(i), b = root(j); parent[Math.max(a, b)] = Math.min(a, b) } }
}
