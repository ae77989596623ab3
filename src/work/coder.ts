/** What one thread of the pool does: loads the library once, then codes the reports it is given. */
import { analyse, analyseWithTrail, type Explained } from '../index.ts'
import type { Analysis, Report } from '../core/model/index.ts'

/** Codes a report; without one, says which engine this thread holds. Text never makes it throw. */
export default function code(report: Report | null): Analysis {
  return analyse(report ?? { id: '', text: '' })
}

/** Codes a report and tells how, with everything that was marked in its text. */
export const explain = (report: Report): Explained => analyseWithTrail(report, { text: true, markup: true })
