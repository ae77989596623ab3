/** The table of incidents: the map's equal. */
import type { View } from '../view.ts'

export const table: View = { name: 'table', title: 'Table', path: '/table', letter: 't', load: () => import('./page.tsx') }
