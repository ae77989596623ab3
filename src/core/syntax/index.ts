/** The syntax layer: tokens to tags, lemmas, dependencies and names. */
export { loadParser, ParserModelError, type ParserModel } from './model.ts'
export { parseText } from './parse.ts'
export { Arena } from './matrix.ts'
