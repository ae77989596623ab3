/** One batch of tasks for two coders. */
import type { View } from '../view.ts'

export const batch: View = { name: 'batch', title: 'Two coders', path: '/review/$id', letter: null, load: () => import('./page.tsx') }
