/** Where the incidents of a chain stand: columns in the order of time, those of one day below one another; and which incidents hang together. */

export interface Link { readonly id: string; readonly from: string; readonly to: string; readonly kind: string }
export interface Dated { readonly id: string; readonly day: string | null }
export interface Placed { readonly id: string; readonly column: number; readonly row: number }
export interface Arranged { readonly placed: readonly Placed[]; /** The day above each column; null for incidents without one, which come last. */ readonly days: readonly (string | null)[]; readonly rows: number }

/** Incidents in columns by day, each in the row of what it answers where that is free, so that arrows run level; within a day what was answered stands above the answer. */
export function arrange(incidents: readonly Dated[], links: readonly Link[]): Arranged {
  const days = [...new Set(incidents.map(i => i.day))].toSorted((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : a > b ? 1 : 0)), rows = new Map<string, number>(), taken = new Set<string>()
  const causes = new Map<string, string[]>()
  for (const { from, to } of links) causes.set(from, [...causes.get(from) ?? [], to])
  const placed = days.flatMap((day, column) => causesFirst(incidents.filter(i => i.day === day).map(i => i.id).toSorted(), causes).map(id => {
    let row = Math.min(...(causes.get(id) ?? []).map(c => rows.get(c) ?? Infinity))
    if (!Number.isFinite(row)) row = 0
    while (taken.has(`${column} ${row}`)) row++
    taken.add(`${column} ${row}`)
    rows.set(id, row)
    return { id, column, row }
  }))
  return { placed, days, rows: Math.max(0, ...placed.map(p => p.row)) + 1 }
}

/** The same ids, each after those among them that it answers; where they answer one another in a circle, somewhere. */
function causesFirst(ids: readonly string[], causes: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const own = new Set(ids), seen = new Set<string>(), out = new Set<string>()
  for (const start of ids) {
    // A list instead of a call within a call: chains may be long.
    const open = [start]
    for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
      const before = seen.has(id) ? [] : (causes.get(id) ?? []).filter(c => own.has(c) && !seen.has(c) && c !== id).toSorted()
      if (!seen.has(id)) { seen.add(id); open.push(...before.toReversed()) }
      if (before.length > 0) continue
      open.pop()
      out.add(id)
    }
  }
  return [...out]
}

/** The ids of incidents that hang together, the largest group first. */
export function groupsOf(links: readonly Link[]): readonly (readonly string[])[] {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of links) { next.set(from, (next.get(from) ?? new Set()).add(to)); next.set(to, (next.get(to) ?? new Set()).add(from)) }
  const seen = new Set<string>(), groups: string[][] = []
  for (const start of next.keys()) {
    if (seen.has(start)) continue
    const group: string[] = [], waiting = [start]
    seen.add(start)
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      group.push(id)
      for (const other of next.get(id) ?? []) if (!seen.has(other)) { seen.add(other); waiting.push(other) }
    }
    groups.push(group)
  }
  return groups.toSorted((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1))
}
