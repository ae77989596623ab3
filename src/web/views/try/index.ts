/** Try it: a report pasted and coded in the browser. */
import type { View } from '../view.ts'

export const tryIt: View = { name: 'try', title: 'Try it', path: '/try', letter: 'y', load: () => import('./page.tsx') }
