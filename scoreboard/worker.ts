/** A process that measures parts one after another: the knowledge is read once, and a board that dies takes no other with it. */
import { BOARDS } from './boards.ts'
import { measure, type Reading } from './measure.ts'
import { loadKnowledge } from '../src/resources/load.ts'
import type { Part } from './board.ts'

/** What to measure: a board's name, its part, the files found. */
export interface Task { readonly board: string; readonly part: Part; readonly files: readonly (readonly string[])[]; readonly sample: number | null }

export type Reply = { readonly reading: Reading } | { readonly failed: string }

process.on('message', (task: Task) => {
  void answer(task).then(reply => process.send?.(reply))
})

async function answer({ board: name, part, files, sample }: Task): Promise<Reply> {
  const board = BOARDS.find(b => b.name === name)
  if (board === undefined) return { failed: `there is no board ${name}` }
  try { return { reading: await measure(board, part, files, loadKnowledge(), sample) } } catch (thrown) { return { failed: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown) } }
}
