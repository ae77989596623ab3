/** Where the incidents of a chain stand: columns in the order of time, those of one day below one another; and which incidents hang together. */

export interface Link { readonly id: string; readonly from: string; readonly to: string; readonly kind: string }
export interface Dated { readonly id: string; readonly day: string | null }
export interface Placed { readonly id: string; readonly column: number; readonly row: number }
export interface Arranged { readonly placed: readonly Placed[]; /** The day above each column; null for incidents without one, which come last. */ readonly days: readonly (string | null)[]; readonly rows: number }

/** Incidents in columns by day, each in the row of what it answers where that is free, so that arrows run level. */
export function arrange(incidents: readonly Dated[], links: readonly Link[]): Arranged {
  const days = [...new Set(incidents.map(i => i.day))].toSorted((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : a > b ? 1 : 0)), rows = new Map<string, number>(), taken = new Set<string>()
  const causes = new Map<string, string[]>()
  for (const { from, to } of links) causes.set(from, [...causes.get(from) ?? [], to])
  const placed = days.flatMap((day, column) => incidents.filter(i => i.day === day).toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id }) => {
    let row = Math.min(...(causes.get(id) ?? []).map(c => rows.get(c) ?? Infinity))
    if (!Number.isFinite(row)) row = 0
    while (taken.has(`${column} ${row}`)) row++
    taken.add(`${column} ${row}`)
    rows.set(id, row)
    return { id, column, row }
  }))
  return { placed, days, rows: Math.max(0, ...placed.map(p => p.row)) + 1 }
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
