/** What carries the marks: something that shows a base map, can be moved, and tells where it is. */
import type { BaseMap } from './shapes.ts'
import type { Ink } from './draw.ts'
import type { Sight } from './mercator.ts'

export interface Surface {
  readonly sight: () => Sight
  /** Whether it shows its base map by now; until it does, the marks' canvas draws one. */
  readonly based: () => boolean
  readonly go: (sight: Sight, smoothly: boolean) => void
  readonly setBase: (base: BaseMap) => void
  readonly setInk: (ink: Ink) => void
  readonly close: () => void
}

export interface SurfaceEvents { readonly onMove: (sight: Sight) => void; readonly onClick: (x: number, y: number) => void; readonly onHover: (x: number, y: number) => void }
export type MakeSurface = (box: HTMLElement, start: Sight, ink: Ink, events: SurfaceEvents) => Surface
