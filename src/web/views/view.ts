/** What a view is: its name, its place in the address and on the keyboard, and where its page comes from. */
import type { ComponentType } from 'react'
import type { Search } from '../filters/search.ts'

export interface View {
  readonly name: string
  readonly title: string
  /** Path with $name for the parts that vary. */
  readonly path: string
  /** The key after `g`; null keeps the view out of the list of views: it opens from another. */
  readonly letter: string | null
  /** Loaded when first shown; its default export is the page. */
  readonly load: () => Promise<{ readonly default: ComponentType }>
  /** Keeps of an address's parameters what the view understands; without it all stay. */
  readonly search?: (search: Search) => Search
}
