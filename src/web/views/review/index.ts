/** What is worth a person's look, one thing at a time. */
import type { View } from '../view.ts'

export const review: View = { name: 'review', title: 'Review', path: '/review', letter: 'r', load: () => import('./page.tsx') }
