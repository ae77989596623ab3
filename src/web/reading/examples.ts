/** The invented reports that ship with Casus. */
import type { Report } from '../../core/index.ts'

const FILES = import.meta.glob<Report>('../../../examples/*.json', { eager: true, import: 'default' })

export const EXAMPLES: readonly Report[] = Object.entries(FILES).toSorted(([a], [b]) => a.localeCompare(b)).map(([, report]) => report)
