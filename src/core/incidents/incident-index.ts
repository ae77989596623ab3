/** The state of clustering: events in their buckets, the pairs that may be one occurrence, and the groups they form. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Analysis, EventRef } from '../model/index.ts'
import { entryOf, fillBuckets, meet, neighboursOf, putIn, takeOut, type Buckets, type Entry } from './buckets.ts'
import { clusterComponent, type Edge, type Ties } from './cluster.ts'
import { scorePair } from './decide.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { byText, keyOfRef, profilesOf } from './profile.ts'

/** Events taken for one occurrence. `id` is made from the member that sorts first. */
export interface Group { readonly id: string; readonly members: readonly EventRef[] }

/** What a change did: groups that are new or have other members, and ids that are no more. */
export interface Changes { readonly changed: readonly Group[]; readonly gone: readonly string[] }

/** People's word on pairs of events and on what is no event, by the keys of events (keyOfRef). */
export interface Verdicts extends Ties { readonly rejected: ReadonlySet<string> }

export const NO_VERDICTS: Verdicts = { must: new Map(), mustNot: new Map(), rejected: new Set() }

/**
 * The whole state. Its functions change it in place. What it holds depends on the analyses and verdicts put in,
 * never on their order: adding reports one by one gives the groups that all of them at once give.
 */
export interface IncidentIndex {
  readonly lexicon: IncidentLexicon
  readonly buckets: Buckets
  readonly entries: Map<string, Entry>
  readonly reports: Map<string, readonly Entry[]>
  /** Scores above 0 of pairs that meet in a bucket, both ways. */
  readonly edges: Map<Entry, Map<Entry, number>>
  readonly groups: Map<Entry, Group>
  verdicts: Verdicts
  seen: Int32Array
  slots: number
}

export const emptyIndex = (lexicon: IncidentLexicon): IncidentIndex => ({ lexicon, buckets: new Map(), entries: new Map(), reports: new Map(), edges: new Map(), groups: new Map(), verdicts: NO_VERDICTS, seen: new Int32Array(1024), slots: 0 })

/** An index over many analyses at once; of two with one document id the later counts. */
export function indexOf(analyses: Iterable<Analysis>, lexicon: IncidentLexicon, verdicts: Verdicts = NO_VERDICTS): IncidentIndex {
  const index = emptyIndex(lexicon)
  index.verdicts = verdicts
  addMany(index, analyses)
  return index
}

/** Fills an empty index at once, which takes less time than report by report. */
export function addMany(index: IncidentIndex, analyses: Iterable<Analysis>): Changes {
  layDown(index, analyses)
  return groupAll(index)
}

/** Lays reports into an index that is not grouped yet. */
export function layDown(index: IncidentIndex, analyses: Iterable<Analysis>): void {
  for (const analysis of analyses) index.reports.set(analysis.document.id, profilesOf(analysis, index.lexicon).map(p => entryOf(index.slots++, p)))
}

/** Groups all that was laid down. */
export function groupAll(index: IncidentIndex): Changes {
  const entries = [...index.reports.values()].flat()
  for (const e of entries) index.entries.set(e.profile.key, e)
  fillBuckets(index.buckets, entries)
  // Each pair meets once: from the entry that was read later.
  for (const e of entries) linkUp(index, e, true)
  return regroup(index, entries)
}

/** Adds a report, or puts its new analysis in place of the old. */
export function addAnalysis(index: IncidentIndex, analysis: Analysis): Changes {
  const touched = new Set<Entry>(), before = unplug(index, analysis.document.id, touched)
  const entries = profilesOf(analysis, index.lexicon).map(p => entryOf(index.slots++, p))
  index.reports.set(analysis.document.id, entries)
  for (const e of entries) {
    index.entries.set(e.profile.key, e)
    for (const [a, b] of putIn(index.buckets, e)) if (index.edges.get(a)?.has(b) && !meet(index.buckets, a, b)) { cut(index, a, b); touched.add(a).add(b) }
    linkUp(index, e)
    touched.add(e)
  }
  return regroup(index, touched, before)
}

/** Takes a report out with all its events. */
export function removeAnalysis(index: IncidentIndex, document: string): Changes {
  const touched = new Set<Entry>(), before = unplug(index, document, touched)
  return regroup(index, touched, before)
}

/** Puts people's verdicts in place of those that stood. */
export function setVerdicts(index: IncidentIndex, verdicts: Verdicts): Changes {
  const keys = [index.verdicts, verdicts].flatMap(v => [...v.must.keys(), ...v.mustNot.keys(), ...v.rejected])
  index.verdicts = verdicts
  return regroup(index, new Set(keys.flatMap(key => index.entries.get(key) ?? [])))
}

/** The groups, each once, in the order of their first members. */
export const groupsOf = (index: IncidentIndex): readonly Group[] => [...new Set(index.groups.values())].sort((a, b) => byText(keyOfRef(a.members[0]!), keyOfRef(b.members[0]!)))

/** The group of an event; null for one that is unknown or was rejected. */
export function groupOf(index: IncidentIndex, ref: EventRef): Group | null {
  const entry = index.entries.get(keyOfRef(ref))
  return entry === undefined ? null : index.groups.get(entry) ?? null
}

/** Removes the events of a report; their former partners go to `touched`. Returns their groups. */
function unplug(index: IncidentIndex, document: string, touched: Set<Entry>): readonly Group[] {
  const entries = index.reports.get(document) ?? [], before = entries.flatMap(e => index.groups.get(e) ?? [])
  for (const e of entries) {
    for (const [a, b] of takeOut(index.buckets, e)) if (connect(index, a, b)) touched.add(a).add(b)
    for (const other of index.edges.get(e)?.keys() ?? []) { index.edges.get(other)!.delete(e); touched.add(other) }
    index.edges.delete(e)
    index.entries.delete(e.profile.key)
    index.groups.delete(e)
  }
  for (const group of before) for (const ref of group.members) { const e = index.entries.get(keyOfRef(ref)); if (e) touched.add(e) }
  for (const e of entries) touched.delete(e)
  index.reports.delete(document)
  return before
}

/** Scores an entry with all that it meets, or with those that were read before it. */
function linkUp(index: IncidentIndex, entry: Entry, before = false): void {
  if (index.slots > index.seen.length) { const wider = new Int32Array(Math.max(index.slots, 2 * index.seen.length)); wider.set(index.seen); index.seen = wider }
  for (const other of neighboursOf(index.buckets, entry, index.seen)) if (before ? other.slot < entry.slot : !index.edges.get(entry)?.has(other)) connect(index, entry, other)
}

/** Scores a pair and keeps the score where it is above 0. */
export function connect(index: IncidentIndex, a: Entry, b: Entry): boolean {
  const score = scorePair(a.profile, b.profile, index.lexicon)
  if (score <= 0) return false
  edge(index, a, b, score)
  edge(index, b, a, score)
  return true
}

function edge({ edges }: IncidentIndex, a: Entry, b: Entry, score: number): void {
  const map = edges.get(a)
  if (map) map.set(b, score)
  else edges.set(a, new Map([[b, score]]))
}

function cut(index: IncidentIndex, a: Entry, b: Entry): void {
  index.edges.get(a)?.delete(b)
  index.edges.get(b)?.delete(a)
}

/** Clusters anew the components that `touched` lie in, and those that their groups lay in. */
export function regroup(index: IncidentIndex, touched: Iterable<Entry>, before: readonly Group[] = []): Changes {
  const done = new Set<Entry>(), old = new Map(before.map(g => [g.id, g])), now = new Map<string, Group>()
  const todo = [...touched]
  for (let e = todo.pop(); e !== undefined; e = todo.pop()) {
    if (done.has(e)) continue
    const component = componentOf(index, e, done)
    for (const member of component) {
      const group = index.groups.get(member)
      if (group === undefined || old.has(group.id)) continue
      old.set(group.id, group)
      for (const ref of group.members) { const other = index.entries.get(keyOfRef(ref)); if (other !== undefined && !done.has(other)) todo.push(other) }
    }
    for (const group of groupComponent(index, component)) now.set(group.id, group)
  }
  const changed = [...now.values()].filter(g => !sameMembers(old.get(g.id), g))
  return { changed: changed.sort((a, b) => byText(a.id, b.id)), gone: [...old.keys()].filter(id => !now.has(id)).sort(byText) }
}

const sameMembers = (a: Group | undefined, b: Group): boolean => a !== undefined && a.members.length === b.members.length && a.members.every((m, i) => m.document === b.members[i]!.document && m.event === b.members[i]!.event)

/** Everything that is tied to `from` by scores or by people's merges, rejected events left out; marks what it visits. */
function componentOf(index: IncidentIndex, from: Entry, done: Set<Entry>): readonly Entry[] {
  const { must, rejected } = index.verdicts, out: Entry[] = [], stack = [from]
  done.add(from)
  for (let e = stack.pop(); e !== undefined; e = stack.pop()) {
    out.push(e)
    if (rejected.has(e.profile.key)) continue
    const tied = [...must.get(e.profile.key) ?? []].flatMap(key => index.entries.get(key) ?? [])
    for (const other of [...index.edges.get(e)?.keys() ?? [], ...tied]) if (!done.has(other) && !rejected.has(other.profile.key)) { done.add(other); stack.push(other) }
  }
  return out
}

function groupComponent(index: IncidentIndex, component: readonly Entry[]): readonly Group[] {
  const { rejected } = index.verdicts, entries = component.filter(e => !rejected.has(e.profile.key)), inside = new Set(entries)
  for (const e of component) index.groups.delete(e)
  const edges = entries.flatMap(a => [...index.edges.get(a) ?? []].flatMap(([b, score]): readonly Edge[] => (inside.has(b) && a.slot < b.slot ? [{ a, b, score }] : [])))
  const clusters = entries.length === 1 ? [entries] : clusterComponent(entries, edges, index.verdicts, index.lexicon)
  return clusters.map(cluster => {
    const group = { id: idOf(cluster[0]!.profile.ref), members: cluster.map(e => e.profile.ref) }
    for (const e of cluster) index.groups.set(e, group)
    return group
  })
}

/** Hexadecimal digits of an id: 64 bits, so that a million incidents hardly ever share one. */
const DIGITS = 16

const idOf = (first: EventRef): string => `i-${bytesToHex(sha256(utf8ToBytes(keyOfRef(first)))).slice(0, DIGITS)}`
