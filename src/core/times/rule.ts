/** What a rule of the time layer is: words to match, what they mean, and cases that show it. */
import type { TimexMod, TimexType } from '../model/time.ts'
import type { Meaning } from './meaning.ts'
import type { Reading } from './reading.ts'

/** Named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>

/** The expression stands in square brackets in `text`; `published` is 2024-01-20, a Saturday, unless given. */
export interface Example {
  readonly text: string
  readonly value: string
  readonly type?: TimexType
  readonly mod?: TimexMod
  readonly edtf?: string | null
  readonly published?: string
}

export interface TimeRule {
  readonly id: string
  readonly why: string
  /** Global and sticky-free; built with `words`, so spaces match any run of blanks and case does not matter. */
  readonly match: RegExp
  /** What kind of word the match cannot do without: paragraphs that lack it are not searched. */
  readonly needs: Cue
  /** 'others' when the meaning hangs on another expression, so that those must be known first. */
  readonly after?: 'others'
  /** The meaning of a match, or null when the words do not name a time here. */
  readonly emit: (groups: Groups, at: Reading) => Meaning | null
  readonly examples: readonly Example[]
  readonly counterexamples: readonly string[]
}

export const defineRule = (rule: TimeRule): TimeRule => rule

/** The report date that the examples of the rules assume. */
export const EXAMPLE_PUBLISHED = '2024-01-20'

/** Word classes that rules look for, each with the cheap test that says whether a paragraph has any. */
export const CUES = {
  digit: /\d/,
  month: /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,
  weekday: /(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tue|wed|thu|fri|sat|sun)/i,
  unit: /second|min|hour|hr|day|night|week|month|quarter|year|yr|decade|centur|season|half/i,
  part: /morning|afternoon|evening|night|noon|midday|dawn|dusk|lunchtime|daybreak|sunrise|sunset|hours/i,
  word: /./s,
} as const
export type Cue = keyof typeof CUES

/** A rule's pattern: a space stands for any short run of blanks, the edges are word edges, case does not matter. */
export function words(strings: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  const source = strings.raw.map((text, i) => text.replaceAll(' ', '(?:\\s{1,8})') + (parts[i] ?? '')).join('')
  return new RegExp(`(?<![\\w])(?:${source})(?![\\w])`, 'gi')
}
