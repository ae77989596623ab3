/** Settling a batch: what two coders said of each task, and what is decided where they differ. */
import type { NewDecision } from '../../api/queries.ts'
import type { BatchAnswer, BatchTask } from '../review/queries.ts'

/** Whom the editor follows: one of the coders, or neither. */
export type Side = 0 | 1 | 'neither'

export interface Compared { readonly id: string; readonly said: readonly [BatchAnswer | null, BatchAnswer | null]; readonly same: boolean }

export function compared(tasks: readonly BatchTask[], coders: readonly string[]): readonly Compared[] {
  return tasks.map(({ task, answers }) => {
    const said = [answers[coders[0] ?? ''] ?? null, answers[coders[1] ?? ''] ?? null] as const
    return { id: task.id, said, same: said[0] !== null && said[0].choice === said[1]?.choice }
  })
}

/** Tasks on which the editor has yet to say whom to follow: both answered, and differ. */
export const unsettled = (rows: readonly Compared[], sides: Readonly<Record<string, Side>>): readonly Compared[] => rows.filter(r => !r.same && (r.said[0] !== null || r.said[1] !== null) && sides[r.id] === undefined)

/** Decisions of what both said and of the sides that were taken. */
export function settled(rows: readonly Compared[], sides: Readonly<Record<string, Side>>): readonly NewDecision[] {
  return rows.flatMap(({ id, said, same }) => {
    const side = same ? 0 : sides[id]
    return side === undefined || side === 'neither' ? [] : said[side]?.decisions ?? []
  })
}
