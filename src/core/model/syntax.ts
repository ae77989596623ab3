/** The syntax layer: tags, lemmas and dependencies, one entry a token of the text layer. */

/** Parallel arrays over `TextLayer.tokens`. `head` is the index of the governing token in the same array, -1 for a sentence's root. */
export interface SyntaxLayer {
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly lemma: readonly string[]
  readonly head: Int32Array
  readonly deprel: readonly string[]
  /** Dependents of each token, in text order. */
  readonly children: readonly (readonly number[])[]
  /** Names the model saw: tokens `first..last)`, label PER, ORG, LOC or MISC. */
  readonly names: readonly ModelName[]
}

export interface ModelName { readonly first: number; readonly last: number; readonly label: 'PER' | 'ORG' | 'LOC' | 'MISC'; readonly score: number }
