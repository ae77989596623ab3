/** People's decisions worked out: which stand, on which events of the present coding, and what could not be placed. */
import type { Analysis, Decision, Event, EventAnchor, EventRef, IncidentField, LinkKind, Note, Span } from '../model/index.ts'
import type { FieldVerdict } from './choose.ts'
import { fieldTakes, fitsField } from './field-value.ts'
import type { Verdicts } from './incident-index.ts'
import { byText, keyOfRef } from './profile.ts'

/** A link that somebody made or took away. */
export interface LinkVerdict { readonly decision: string; readonly from: EventRef; readonly to: EventRef; readonly link: LinkKind; readonly made: boolean; readonly evidence: Span }

/** Why a decision does nothing now. */
export interface DecisionNote extends Note { readonly decision: string }

/** Decisions by the events they are about (keys of keyOfRef). */
export interface Settled {
  readonly verdicts: Verdicts
  readonly fields: ReadonlyMap<string, ReadonlyMap<IncidentField | null, readonly FieldVerdict[]>>
  readonly links: readonly LinkVerdict[]
  readonly remarks: readonly { readonly decision: string; readonly kind: 'flag' | 'comment'; readonly event: EventRef; readonly text: string; readonly by: string }[]
  /** Decisions whose events are not found, that a later one overrules, or whose value its field cannot have; none is lost. */
  readonly notes: readonly DecisionNote[]
}

/** Decisions in force: those that no later `undo` takes back; an undo can itself be undone. Oldest first. */
export function inForce(decisions: readonly Decision[]): readonly Decision[] {
  const sorted = decisions.toSorted((a, b) => byText(a.at, b.at) || byText(a.id, b.id)), undone = new Set<string>()
  for (const d of sorted.toReversed()) if (d.kind === 'undo' && !undone.has(d.id)) undone.add(d.decision)
  return sorted.filter(d => d.kind !== 'undo' && !undone.has(d.id))
}

/** The event of a report that an anchor means now: the one whose mention overlaps most, of the anchor's type if possible; null where none overlaps. */
export function eventAt(anchor: EventAnchor, analysis: Analysis | null): Event | null {
  let best: Event | null = null, top = 0
  for (const event of analysis?.events ?? []) {
    const overlap = Math.max(0, ...event.mentions.map(m => Math.min(m.end, anchor.mention.end) - Math.max(m.start, anchor.mention.start)))
    const score = overlap <= 0 ? 0 : overlap + (event.type === anchor.type ? SAME_TYPE : 0) + (event.id === anchor.event ? 0.5 : 0)
    if (score > top) { best = event; top = score }
  }
  return best
}

/** More than any overlap: type goes before length. */
const SAME_TYPE = 1e6

/** Works out `decisions` over the analyses that `analysisOf` gives. */
export function settle(decisions: readonly Decision[], analysisOf: (document: string) => Analysis | null): Settled {
  const notes: DecisionNote[] = []
  const find = (d: Decision, anchor: EventAnchor): EventRef | null => {
    const event = eventAt(anchor, analysisOf(anchor.document))
    if (event === null) notes.push({ decision: d.id, code: 'anchor-lost', message: `Decision ${d.id} (${d.kind}, by ${d.by}): ${analysisOf(anchor.document) === null ? 'there is no report' : 'no event is coded any more at these words of report'} ${anchor.document}.`, span: anchor.mention })
    return event === null ? null : { document: anchor.document, event: event.id }
  }
  const standing = inForce(decisions)
  return {
    verdicts: { ...pairVerdicts(standing, find, notes), rejected: new Set(standing.flatMap(d => (d.kind === 'reject' && d.field === null ? keyFor(find(d, d.event)) : []))) },
    fields: fieldVerdicts(standing, find, notes),
    links: standing.flatMap((d): readonly LinkVerdict[] => {
      if (d.kind !== 'link' && d.kind !== 'unlink') return []
      const from = find(d, d.from), to = find(d, d.to)
      return from === null || to === null ? [] : [{ decision: d.id, from, to, link: d.link, made: d.kind === 'link', evidence: d.from.mention }]
    }),
    remarks: standing.flatMap(d => { const event = d.kind === 'flag' || d.kind === 'comment' ? find(d, d.event) : null; return event === null || (d.kind !== 'flag' && d.kind !== 'comment') ? [] : [{ decision: d.id, kind: d.kind, event, text: d.text, by: d.by }] }),
    notes,
  }
}

type Find = (d: Decision, anchor: EventAnchor) => EventRef | null

const keyFor = (ref: EventRef | null): readonly string[] => (ref === null ? [] : [keyOfRef(ref)])

/** Merges and splits, newest first: an older one that contradicts what stands gives way, with a note. */
function pairVerdicts(standing: readonly Decision[], find: Find, notes: DecisionNote[]): Pick<Verdicts, 'must' | 'mustNot'> {
  const must = new Map<string, Set<string>>(), mustNot = new Map<string, Set<string>>(), root = new Map<string, string>()
  const rootOf = (key: string): string => { let at = key; for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up; return at }
  const apart = new Set<string>()
  for (const d of standing.toReversed()) {
    if (d.kind !== 'merge' && d.kind !== 'split') continue
    const a = find(d, d.a), b = find(d, d.b)
    if (a === null || b === null) continue
    const x = keyOfRef(a), y = keyOfRef(b), merged = rootOf(x) === rootOf(y)
    const barred = [...apart].some(pair => { const [p, q] = pair.split('\u0001').map(k => rootOf(k)); return (p === rootOf(x) && q === rootOf(y)) || (p === rootOf(y) && q === rootOf(x)) })
    if (x === y || (d.kind === 'merge' ? barred : merged)) { notes.push({ decision: d.id, code: 'decision-overruled', message: `Decision ${d.id} (${d.kind}, by ${d.by}) gives way to later ones.`, span: d.a.mention }); continue }
    if (d.kind === 'merge') root.set(rootOf(x), rootOf(y))
    else apart.add(`${x}\u0001${y}`)
    tie(d.kind === 'merge' ? must : mustNot, x, y)
  }
  return { must, mustNot }
}

function tie(map: Map<string, Set<string>>, x: string, y: string): void {
  for (const [a, b] of [[x, y], [y, x]] as const) { const set = map.get(a); if (set) set.add(b); else map.set(a, new Set([b])) }
}

function fieldVerdicts(standing: readonly Decision[], find: Find, notes: DecisionNote[]): Settled['fields'] {
  const out = new Map<string, Map<IncidentField | null, FieldVerdict[]>>()
  for (const d of standing) {
    if (d.kind !== 'accept' && d.kind !== 'correct' && !(d.kind === 'reject' && d.field !== null)) continue
    const ref = find(d, d.event)
    if (ref === null) continue
    if (d.kind === 'correct' && !fitsField(d.field, d.value)) { notes.push({ decision: d.id, code: 'decision-unfit', message: `Decision ${d.id} (correct, by ${d.by}): ${d.field} takes ${fieldTakes(d.field)}.`, span: d.event.mention }); continue }
    const fields = out.get(keyOfRef(ref)) ?? new Map<IncidentField | null, FieldVerdict[]>(), list = fields.get(d.field) ?? []
    out.set(keyOfRef(ref), fields.set(d.field, [...list, { ...ref, decision: d.id, by: d.by, kind: d.kind, value: d.kind === 'correct' ? d.value : null }]))
  }
  return out
}
