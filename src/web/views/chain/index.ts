/** What answers what: chains of retaliation, response and cause. */
import type { View } from '../view.ts'

export const chain: View = { name: 'chain', title: 'Chains', path: '/chain', letter: 'c', load: () => import('./page.tsx') }
