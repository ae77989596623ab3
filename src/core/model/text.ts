/** The text layer: sections, paragraphs, sentences and tokens of one report. */
import type { Extent } from './span.ts'

export type SectionKind = 'headline' | 'key-point' | 'dateline' | 'subheading' | 'body' | 'caption' | 'time-stamp' | 'byline' | 'boilerplate'
export type Casing = 'mixed' | 'upper' | 'lower'

export interface Section extends Extent { readonly kind: SectionKind }

/** A paragraph; `section` indexes `TextLayer.sections`. */
export interface Paragraph extends Extent { readonly section: number }

/** A sentence; tokens are `TextLayer.tokens[first..end_)`: `first` inclusive, `last` exclusive. */
export interface Sentence extends Extent {
  readonly index: number
  readonly paragraph: number
  readonly section: number
  readonly first: number
  readonly last: number
}

/** A token. `form` is the word as written, `norm` the form that models and lexicons read (see `casing`). */
export interface Token extends Extent { readonly form: string; readonly norm: string; readonly sentence: number }

/** Where and when the report was filed, if it says so ("KABUL, Nov. 22 (Reuters) -"). */
export interface Dateline extends Extent { readonly place: Extent | null; readonly date: Extent | null; readonly agency: string | null }

export interface TextLayer {
  readonly text: string
  readonly casing: Casing
  readonly sections: readonly Section[]
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly dateline: Dateline | null
}
