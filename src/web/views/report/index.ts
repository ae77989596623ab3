/** One report: its text with every mark, what was coded and what was left unread. */
import type { View } from '../view.ts'

export const report: View = { name: 'report', title: 'Report', path: '/reports/$id', letter: null, load: () => import('./page.tsx') }
