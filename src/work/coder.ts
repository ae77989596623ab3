/** What one thread of the pool does: loads the library once, then codes the reports it is given. */
import { analyse } from '../index.ts'
import type { Analysis, Report } from '../core/model/index.ts'

/** Codes a report; without one, says which engine this thread holds. Text never makes it throw. */
export default function code(report: Report | null): Analysis {
  return analyse(report ?? { id: '', text: '' })
}
