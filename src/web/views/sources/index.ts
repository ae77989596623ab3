/** Where reports come from: feeds, archives, files. */
import type { View } from '../view.ts'

export const sources: View = { name: 'sources', title: 'Sources', path: '/sources', letter: 's', load: () => import('./page.tsx') }
