/** Buckets of events under one key, each sorted; an event meets only its nearest neighbours, so that no bucket grows quadratic. */
import { keyOf } from './bag.ts'
import { byText, type Profile } from './profile.ts'
import { isWeak, keysOf, rankOf } from './candidates.ts'

/** Neighbours on either side that an event meets in one bucket, by how much its key says: every pair of a bucket of up to this many and one. */
const REACH = { strong: 8, weak: 4 } as const
export const reachOf = (key: number): number => (isWeak(key) ? REACH.weak : REACH.strong)

/** An event in the index; `slot` is its place there and tells nothing else, `tie` sets events of one rank in an order. */
export interface Entry { readonly slot: number; readonly profile: Profile; readonly keys: Float64Array; readonly rank: number; readonly tie: number }

/** Sorted entries by key; one alone stands without a list. */
export type Buckets = Map<number, Entry | Entry[]>

export const entryOf = (slot: number, profile: Profile): Entry => ({ slot, profile, keys: keysOf(profile), rank: rankOf(profile), tie: keyOf(profile.key) })

/** The order within a bucket, the same however it was filled. */
export const inRank = (a: Entry, b: Entry): number => a.rank - b.rank || a.tie - b.tie || byText(a.profile.key, b.profile.key)

/** Where `entry` stands, or would stand, in a sorted list. */
function positionOf(list: readonly Entry[], entry: Entry): number {
  let low = 0, high = list.length
  while (low < high) { const mid = (low + high) >> 1; if (inRank(list[mid]!, entry) < 0) low = mid + 1; else high = mid }
  return low
}

/** A pair of entries. */
export type Pair = readonly [Entry, Entry]

/** Puts an entry under its keys; returns the pairs that it has pushed out of each other's reach in a bucket. */
export function putIn(buckets: Buckets, entry: Entry): readonly Pair[] {
  const parted: Pair[] = []
  for (const key of entry.keys) {
    const old = buckets.get(key)
    if (old === undefined) { buckets.set(key, entry); continue }
    const list = Array.isArray(old) ? old : [old], at = positionOf(list, entry)
    if (old !== list) buckets.set(key, list)
    list.splice(at, 0, entry)
    parted.push(...across(list, at, reachOf(key) + 1))
  }
  return parted
}

/** Takes an entry out; returns the pairs that now stand within each other's reach. */
export function takeOut(buckets: Buckets, entry: Entry): readonly Pair[] {
  const joined: Pair[] = []
  for (const key of entry.keys) {
    const list = buckets.get(key)
    if (!Array.isArray(list)) { buckets.delete(key); continue }
    const at = positionOf(list, entry)
    joined.push(...across(list, at, reachOf(key) + 1))
    list.splice(at, 1)
    if (list.length === 0) buckets.delete(key)
  }
  return joined
}

/** Pairs at `gap` with the entry at `at` strictly between them. */
function across(list: readonly Entry[], at: number, gap: number): readonly Pair[] {
  const out: Pair[] = []
  for (let i = Math.max(0, at - gap + 1); i < at && i + gap < list.length; i++) out.push([list[i]!, list[i + gap]!])
  return out
}

/** The entries that an entry meets under its keys, each once. `seen` marks by slot; give one array for many calls. */
export function neighboursOf(buckets: Buckets, entry: Entry, seen: Int32Array): readonly Entry[] {
  const out: Entry[] = []
  for (const key of entry.keys) {
    const list = buckets.get(key)
    if (!Array.isArray(list)) continue
    const at = positionOf(list, entry), reach = reachOf(key), last = Math.min(list.length - 1, at + reach)
    for (let i = Math.max(0, at - reach); i <= last; i++) {
      const other = list[i]!
      if (other === entry || seen[other.slot] === entry.slot + 1) continue
      seen[other.slot] = entry.slot + 1
      out.push(other)
    }
  }
  return out
}

/** Whether two entries stand within reach under any key. */
export function meet(buckets: Buckets, a: Entry, b: Entry): boolean {
  for (const key of a.keys) {
    const list = buckets.get(key)
    if (!Array.isArray(list) || !b.keys.includes(key)) continue
    if (Math.abs(positionOf(list, a) - positionOf(list, b)) <= reachOf(key)) return true
  }
  return false
}

/** Fills empty buckets at once, sorting each a single time. */
export function fillBuckets(buckets: Buckets, entries: readonly Entry[]): void {
  for (const entry of entries) for (const key of entry.keys) {
    const old = buckets.get(key)
    if (old === undefined) buckets.set(key, entry)
    else if (Array.isArray(old)) old.push(entry)
    else buckets.set(key, [old, entry])
  }
  for (const list of buckets.values()) if (Array.isArray(list)) list.sort(inRank)
}
