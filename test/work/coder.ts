/** A coder for tests of the pool: one event a report, and reports that crash it, hold it up, slow it down, or break it once. */
import { existsSync, writeFileSync } from 'node:fs'
import type { Analysis, Report } from '../../src/core/model/index.ts'
import { analysis, event } from '../store/made.ts'

export default function code(report: Report | null): { readonly analysis: Analysis; readonly missed: readonly [] } {
  const text = report?.text ?? ''
  if (text.includes('CRASH')) process.exit(7)
  if (text.includes('HANG')) for (;;);
  if (text.includes('SLOW')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  if (text.includes('BUG')) throw new Error('no such token')
  const once = /ONCE (\S+)/.exec(text)?.[1]
  if (once !== undefined && !existsSync(once)) { writeFileSync(once, ''); process.exit(7) }
  return { analysis: analysis(report?.id ?? '', text, [event('e1')]), missed: [] }
}
