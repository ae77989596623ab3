/** Labelled spans over tokens: reading them from tags, and counting exact and fair matches. */

/** Tokens `first` inclusive to `last` exclusive. */
export interface LabelledSpan { readonly label: string; readonly first: number; readonly last: number }

/**
 * Spans of a tag sequence. "B-X" opens a span; "I-X" goes on with it, or opens one where none of X is open, as the CoNLL-2003
 * scorer reads both its own notation and IOB2.
 */
export function spansOfTags(tags: readonly string[]): readonly LabelledSpan[] {
  const out: LabelledSpan[] = []
  let open: { label: string; first: number } | null = null
  const close = (last: number): void => { if (open !== null) out.push({ ...open, last }); open = null }
  for (const [i, tag] of tags.entries()) {
    const [place = '', label = ''] = [tag.slice(0, 1), tag.slice(2)]
    const current: string | undefined = (open as { label: string } | null)?.label
    if (place === 'I' && current === label) continue
    close(i)
    if (place === 'B' || place === 'I') open = { label, first: i }
  }
  close(tags.length)
  return out
}

const keyOf = (span: LabelledSpan): string => `${span.label} ${span.first} ${span.last}`

/** [right, false, missed] by exact label and boundaries; doubles count once. */
export function countExact(gold: readonly LabelledSpan[], found: readonly LabelledSpan[]): readonly [number, number, number] {
  const expected = new Set(gold.map(keyOf)), given = new Set(found.map(keyOf))
  const right = [...given].filter(key => expected.has(key)).length
  return [right, given.size - right, expected.size - right]
}

/** Errors by kind, each counted once. */
export interface FairCounts { readonly right: number; readonly wrong: number; readonly missed: number; readonly label: number; readonly boundary: number; readonly both: number }

interface Live extends LabelledSpan { readonly tokens: Set<number> }

/**
 * FairEval (Ortmann 2022, "Fine-Grained Error Analysis and Fair Evaluation of Labeled Spans", LREC): identical spans are right or have
 * the wrong label; overlapping spans of one label are a boundary error, of two labels an error of both kinds; the rest is false or
 * missed. A span may share in a second error as long as it has tokens that no error has used up.
 */
export function countFair(gold: readonly LabelledSpan[], found: readonly LabelledSpan[]): FairCounts {
  const target = gold.map(alive), system = found.map(alive)
  const right = takePairs(target, system, (t, s) => t.label === s.label && same(t, s))
  const label = takePairs(target, system, (t, s) => t.label !== s.label && same(t, s))
  target.sort(byLength)
  system.sort(byLength)
  const counted = { target: [] as Live[], system: [] as Live[] }
  const boundary = takeOverlaps(target, system, counted, (t, s) => t.label === s.label)
  const both = takeOverlaps(target, system, counted, (t, s) => t.label !== s.label)
  return { right, wrong: system.length, missed: target.length, label, boundary, both }
}

const alive = (span: LabelledSpan): Live => ({ ...span, tokens: new Set(Array.from({ length: span.last - span.first }, (_, i) => span.first + i)) })
const same = (a: LabelledSpan, b: LabelledSpan): boolean => a.first === b.first && a.last === b.last
const byLength = (a: LabelledSpan, b: LabelledSpan): number => a.last - a.first - (b.last - b.first)
const meet = (a: LabelledSpan, b: LabelledSpan): boolean => a.first < b.last && b.first < a.last && !same(a, b)
const shared = (a: Live, b: Live): readonly number[] => [...a.tokens].filter(token => b.tokens.has(token))

type Fits = (target: Live, system: Live) => boolean

function takePairs(target: Live[], system: Live[], fits: Fits): number {
  let count = 0
  for (const t of target.slice()) {
    const s = system.find(candidate => fits(t, candidate))
    if (s === undefined) continue
    remove(target, t)
    remove(system, s)
    count++
  }
  return count
}

/** Overlaps of free spans, then of free ones with those already counted. */
function takeOverlaps(target: Live[], system: Live[], counted: { readonly target: Live[]; readonly system: Live[] }, fits: Fits): number {
  let count = 0
  const settle = (t: Live, s: Live): void => {
    for (const token of shared(t, s)) { t.tokens.delete(token); s.tokens.delete(token) }
    if (remove(target, t)) counted.target.push(t)
    if (remove(system, s)) counted.system.push(s)
    count++
  }
  for (const t of target.slice()) { const s = closest(t, system.filter(x => fits(t, x) && meet(t, x))); if (s) settle(t, s) }
  for (const t of target.slice()) { const s = closest(t, counted.system.filter(x => fits(t, x) && meet(t, x) && shared(t, x).length > 0)); if (s) settle(t, s) }
  for (const s of system.slice()) { const t = closest(s, counted.target.filter(x => fits(x, s) && meet(x, s) && shared(x, s).length > 0)); if (t) settle(t, s) }
  return count
}

/** The candidate that shares most tokens with the span, leaves fewest over on either side, and is shortest. */
function closest(span: Live, candidates: readonly Live[]): Live | undefined {
  const cost = (c: Live): readonly number[] => { const n = shared(span, c).length; return [-n, span.tokens.size - n, c.tokens.size - n, c.last - c.first] }
  return [...candidates].sort((a, b) => { const [p, q] = [cost(a), cost(b)], at = p.findIndex((n, i) => n !== q[i]); return at < 0 ? 0 : p[at]! - q[at]! })[0]
}

function remove(list: Live[], span: Live): boolean {
  const at = list.indexOf(span)
  if (at >= 0) list.splice(at, 1)
  return at >= 0
}

/** F1 in points where errors of label, of boundary and of both count as half a false and half a missed span. */
export function fairF1({ right, wrong, missed, label, boundary, both }: FairCounts): number {
  const half = (label + boundary + both) / 2, all = 2 * right + wrong + missed + 2 * half
  return all === 0 ? 0 : 100 * 2 * right / all
}
