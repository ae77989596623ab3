/** The text layer: report in, sections, paragraphs, sentences and tokens out. */
export { readText } from './read.ts'
export { buildTextLexicon, type TextLexicon } from './lexicon.ts'
export { plainForm } from './surface.ts'
