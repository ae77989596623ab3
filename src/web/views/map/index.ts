/** The map and its timeline. */
import type { View } from '../view.ts'

export const map: View = { name: 'map', title: 'Map', path: '/map', letter: 'm', load: () => import('./page.tsx') }
