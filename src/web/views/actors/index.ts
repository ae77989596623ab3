/** Actors and places: who and where incidents are about, and what the engine knows of them. */
import type { View } from '../view.ts'

export const actors: View = { name: 'actors', title: 'Actors', path: '/actors', letter: 'a', load: () => import('./actors-page.tsx') }
export const actor: View = { name: 'actor', title: 'Actor', path: '/actors/$id', letter: null, load: () => import('./actor-page.tsx') }
export const places: View = { name: 'places', title: 'Places', path: '/places', letter: 'p', load: () => import('./places-page.tsx') }
export const place: View = { name: 'place', title: 'Place', path: '/places/$id', letter: null, load: () => import('./place-page.tsx') }
