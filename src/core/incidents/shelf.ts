/** Grouping around a few events while all others stand elsewhere: what is needed of them is fetched, and the groups are those of an index over everything. */
import type { Analysis, EventRef } from '../model/index.ts'
import { entryOf, inRank, reachOf, type Entry } from './buckets.ts'
import { scorePair } from './decide.ts'
import { connect, type IncidentIndex } from './incident-index.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { profilesOf } from './profile.ts'
import { profileFrom } from './profile-text.ts'

/** A place under a key, whether an event stands there or not. */
export interface Stand { readonly key: number; readonly rank: number; readonly tie: number }

/** Where the events stand. One entry has one object for as long as a shelf lives. */
export interface Shelf {
  /** For each place the events on either side, up to `width` of them each, in any order; the one at the place itself left out. */
  readonly near: (stands: readonly Stand[], width: number) => Promise<readonly (readonly Entry[])[]>
  /** Those of these events that stand there. */
  readonly find: (refs: readonly EventRef[]) => Promise<readonly Entry[]>
}

/** The events of a report as entries that stand nowhere yet. */
export const entriesOf = (analysis: Analysis, lexicon: IncidentLexicon): readonly Entry[] => profilesOf(analysis, lexicon).map(p => entryOf(-1, p))

/** An entry from the text of its profile. */
export const entryFrom = (slot: number, ref: EventRef, text: string): Entry => entryOf(slot, profileFrom(ref, text))

const standsOf = (e: Entry): readonly Stand[] => Array.from(e.keys, key => ({ key, rank: e.rank, tie: e.tie }))

/**
 * Events whose ties change when `olds` leave the shelf and `news` come to it: partners of those that leave, and pairs that are
 * pushed out of each other's reach or come into it. Ask before the shelf changes; those that come are not among the answers.
 */
export async function unsettledBy(shelf: Shelf, olds: readonly Entry[], news: readonly Entry[], lexicon: IncidentLexicon): Promise<ReadonlySet<Entry>> {
  const out = new Set<Entry>(), gone = new Set(olds), come = new Set(news), under = byKey([...olds, ...news])
  for (const { entry, key, window } of await windowsOf(shelf, [...olds, ...news], key => reachOf(key) + under.get(key)!.length)) {
    const list = [...new Set([...window, ...under.get(key)!])].sort(inRank)
    for (const [a, b] of shiftedPairs(list, list.indexOf(entry), reachOf(key), gone, come)) if (scorePair(a.profile, b.profile, lexicon) > 0) { out.add(a); out.add(b) }
  }
  for (const e of olds) out.delete(e)
  return out
}

function byKey(entries: readonly Entry[]): ReadonlyMap<number, readonly Entry[]> {
  const out = new Map<number, Entry[]>()
  for (const e of entries) for (const key of e.keys) { const list = out.get(key); if (list) list.push(e); else out.set(key, [e]) }
  return out
}

interface Window { readonly entry: Entry; readonly key: number; readonly window: readonly Entry[] }

/** What stands around entries under each of their keys; places of one width are asked for together. */
async function windowsOf(shelf: Shelf, entries: readonly Entry[], widthOf: (key: number) => number): Promise<readonly Window[]> {
  const asked = new Map<number, { readonly entry: Entry; readonly stand: Stand }[]>(), out: Window[] = []
  for (const entry of entries) for (const stand of standsOf(entry)) {
    const width = widthOf(stand.key), list = asked.get(width)
    if (list) list.push({ entry, stand }); else asked.set(width, [{ entry, stand }])
  }
  for (const [width, list] of asked) {
    const found = await shelf.near(list.map(a => a.stand), width)
    list.forEach(({ entry, stand }, i) => { out.push({ entry, key: stand.key, window: found[i]! }) })
  }
  return out
}

/** Pairs around the place `at` of a list of old and new that meet only before the change or only after it; those that come pair with none. */
function* shiftedPairs(list: readonly Entry[], at: number, reach: number, gone: ReadonlySet<Entry>, come: ReadonlySet<Entry>): Generator<readonly [Entry, Entry]> {
  // Between the i-th and the j-th stand old[j] - old[i + 1] that were there before, and as many of `now` that are there after.
  const old = [0], now = [0]
  for (const e of list) { old.push(old.at(-1)! + Number(!come.has(e))); now.push(now.at(-1)! + Number(!gone.has(e))) }
  for (let i = 0; i <= at; i++) for (let j = at; j < list.length; j++) {
    const a = list[i]!, b = list[j]!
    if (i === j || come.has(a) || come.has(b) || (gone.has(a) && gone.has(b))) continue
    const before = old[j]! - old[i + 1]! < reach, after = !gone.has(a) && !gone.has(b) && now[j]! - now[i + 1]! < reach
    if (before !== after) yield [a, b]
  }
}

/** Events fetched in one go. */
const WAVE = 200

/** Fetches into `part` the components of `from`: entries and the scores between them, as far as scores and people's merges reach. Those of `done` are known already. */
export async function fetchComponents(shelf: Shelf, part: IncidentIndex, from: Iterable<Entry>, done: Set<Entry>): Promise<void> {
  const todo = [...from]
  while (todo.length > 0) {
    const wave = todo.splice(0, WAVE).filter(e => !done.has(e) && done.add(e))
    for (const e of wave) part.entries.set(e.profile.key, e)
    const open = wave.filter(e => !part.verdicts.rejected.has(e.profile.key))
    for (const { entry, window } of await windowsOf(shelf, open, reachOf)) for (const other of window) {
      if (other === entry || part.verdicts.rejected.has(other.profile.key)) continue
      if (part.edges.get(entry)?.has(other) || connect(part, entry, other)) todo.push(other)
    }
    todo.push(...await shelf.find(open.flatMap(e => [...part.verdicts.must.get(e.profile.key) ?? []]).map(refOf)))
  }
}

/** The event of a key of keyOfRef. */
function refOf(key: string): EventRef {
  const at = key.lastIndexOf('\u0000')
  return { document: key.slice(0, at), event: key.slice(at + 1) }
}
