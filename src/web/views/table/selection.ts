/** Which lines are chosen, and which one the keys speak of. */
import { useState } from 'react'

export interface Selection {
  readonly chosen: ReadonlySet<string>
  readonly at: number
  readonly moveTo: (at: number) => void
  /** Chooses a line or gives it up; with `through`, all lines from the last one chosen. */
  readonly toggle: (at: number, through?: boolean) => void
  readonly clear: () => void
  readonly all: () => void
}

export function useSelection(ids: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set()), [at, setAt] = useState(0), [last, setLast] = useState(0)
  const toggle = (n: number, through = false): void => {
    const range = through ? ids.slice(Math.min(last, n), Math.max(last, n) + 1) : ids.slice(n, n + 1), add = through || !chosen.has(ids[n] ?? '')
    setChosen(new Set(add ? [...chosen, ...range] : [...chosen].filter(id => !range.includes(id))))
    setLast(n)
    setAt(n)
  }
  return { chosen, at: Math.min(at, Math.max(0, ids.length - 1)), moveTo: n => { setAt(Math.max(0, Math.min(ids.length - 1, n))) }, toggle, clear: () => { setChosen(new Set()) }, all: () => { setChosen(new Set(ids)) } }
}
