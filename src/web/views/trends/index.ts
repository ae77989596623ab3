/** Trends: counts and tolls over time. */
import type { View } from '../view.ts'

export const trends: View = { name: 'trends', title: 'Trends', path: '/trends', letter: 'e', load: () => import('./page.tsx') }
