/** One incident: who claims what of it. */
import type { View } from '../view.ts'

export const incident: View = { name: 'incident', title: 'Incident', path: '/incidents/$id', letter: null, load: () => import('./page.tsx') }
