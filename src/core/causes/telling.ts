/** What the search for links is told of: where each act is told, the words behind a cue, and what they cannot name. */
import type { FoundEvent } from '../events/find.ts'

/** A place in the text where an event is told of. */
export interface Telling { readonly token: number; readonly sentence: number; readonly found: FoundEvent }

/** Sentences before and behind a cue whose acts it may tie. */
export const FAR = 60

/** Tokens from..to) of the words behind a cue. */
export interface Phrase { readonly from: number; readonly to: number }

/** The answer, which cannot be what is answered, the token before which it is told, and the sentence of the cue. */
export interface Not { readonly found: FoundEvent | undefined; readonly before: number; readonly sentence: number; /** What is not an act's noun names none: one protests against people. */ readonly acts?: boolean; /** Only what the words name by its place, its day or whom it struck. */ readonly named?: boolean }
