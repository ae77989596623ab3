/** The quantity layer: counts of people and things with what they count. */
export { findCounts } from './find.ts'
export { mendCounts } from './mend.ts'
export { buildNumberLexicon, type NumberLexicon } from './lexicon.ts'
