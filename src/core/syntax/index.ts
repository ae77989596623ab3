/** The syntax layer: tokens to tags, lemmas, dependencies and names. */
export { loadParser } from './model.ts'
export { parseText } from './parse.ts'
