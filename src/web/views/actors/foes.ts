/** Who deals with whom: counts in both directions as one list. */
import type { Total } from '../../api/queries.ts'

export interface Toward { readonly incidents: number; readonly killedMin: number; readonly killedMax: number }
export interface Foe { readonly id: string; readonly by: Toward; readonly against: Toward }

const NONE: Toward = { incidents: 0, killedMin: 0, killedMax: 0 }

/** `out`: what one did, by other side; `back`: what was done to it, by doer. Most incidents first; itself is left out. */
export function foesOf(self: string, out: readonly Total[], back: readonly Total[], most: number): readonly Foe[] {
  const found = new Map<string, Foe>()
  const put = (rows: readonly Total[], side: 'by' | 'against'): void => {
    for (const { keys: [id], incidents, killedMin, killedMax } of rows) if (id != null && id !== self) found.set(id, { ...found.get(id) ?? { id, by: NONE, against: NONE }, [side]: { incidents, killedMin, killedMax } })
  }
  put(out, 'by')
  put(back, 'against')
  const all = (foe: Foe): number => foe.by.incidents + foe.against.incidents
  return [...found.values()].sort((a, b) => all(b) - all(a) || (a.id < b.id ? -1 : 1)).slice(0, most)
}
