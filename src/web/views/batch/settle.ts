/** Settling a batch: what two coders said of each task, and what is decided where they differ. */
import type { EventRef } from '../../../core/model/index.ts'
import type { NewDecision } from '../../api/queries.ts'
import type { BatchAnswer, BatchTask } from '../review/queries.ts'

/** Whom the editor follows: one of the coders, or neither. */
export type Side = 0 | 1 | 'neither'

export interface Compared { readonly id: string; readonly kind: BatchTask['task']['kind']; readonly said: readonly [BatchAnswer | null, BatchAnswer | null]; readonly same: boolean }

export function compared(tasks: readonly BatchTask[], coders: readonly string[]): readonly Compared[] {
  return tasks.map(({ task, answers }) => {
    const said = [answers[coders[0] ?? ''] ?? null, answers[coders[1] ?? ''] ?? null] as const
    return { id: task.id, kind: task.kind, said, same: said[0] !== null && said[0].choice === said[1]?.choice }
  })
}

/** Tasks on which the editor has yet to say whom to follow: both answered, and differ. */
export const unsettled = (rows: readonly Compared[], sides: Readonly<Record<string, Side>>): readonly Compared[] => rows.filter(r => !r.same && (r.said[0] !== null || r.said[1] !== null) && sides[r.id] === undefined)

/** What is held of a task: what both said, or the side that was taken; null where neither is. */
const heldOf = ({ id, said, same }: Compared, sides: Readonly<Record<string, Side>>): BatchAnswer | null => {
  const side = same ? 0 : sides[id]
  return side === undefined || side === 'neither' ? null : said[side]
}

/** Decisions of what both said and of the sides that were taken. */
export const settled = (rows: readonly Compared[], sides: Readonly<Record<string, Side>>): readonly NewDecision[] => rows.flatMap(row => heldOf(row, sides)?.decisions ?? [])

/** Missed tasks of which it is held that their words tell of no event. */
export const nones = (rows: readonly Compared[], sides: Readonly<Record<string, Side>>): readonly string[] => rows.flatMap(row => (row.kind === 'missed' && heldOf(row, sides)?.choice === 'none' ? [row.id] : []))

/** Whom the editor followed in a batch that is closed, by what its closing decided; nothing is told of tasks of which nothing was. */
export function followed(rows: readonly Compared[], made: readonly NewDecision[]): Readonly<Record<string, Side>> {
  const keys = new Set(made.map(keyOf))
  return Object.fromEntries(rows.flatMap(({ id, said, same }): readonly (readonly [string, Side])[] => {
    const side = same ? -1 : said.findIndex(answer => answer !== null && answer.decisions.length > 0 && answer.decisions.every(d => keys.has(keyOf(d))))
    return side < 0 ? [] : [[id, side as Side]]
  }))
}

/** A decision without what the store gives it. An event that is added gets its id there. */
function keyOf({ kind, event, a, b, from, to, field, link, value, coded }: NewDecision): string {
  const ref = (given: unknown): unknown => (given === undefined ? null : { document: (given as EventRef).document, event: kind === 'add' ? '' : (given as EventRef).event }), mentions = (coded as { readonly mentions?: unknown } | undefined)?.mentions
  return JSON.stringify([kind, ...[event, a, b, from, to].map(ref), field ?? null, link ?? null, value ?? null, mentions ?? null])
}
