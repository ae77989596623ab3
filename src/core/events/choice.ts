/** A choice among candidates by a weighted sum of features, with the share that each would get: how the place and the date of an event are decided. */
import type { Weights } from './lexicon.ts'

/** One candidate; `features` are names of what holds of it, each worth its weight. */
export interface Option { readonly features: readonly string[] }

export const scoreOf = (option: Option, weights: Weights): number => option.features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0)

/** Index of the best option, the first among equals, and its share (softmax); -1 without options. */
export function choose(options: readonly Option[], weights: Weights): { readonly best: number; readonly share: number } {
  const scores = options.map(option => scoreOf(option, weights)), top = Math.max(...scores)
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0)
  return { best: scores.indexOf(top), share: total === 0 ? 0 : 1 / total }
}
