/** Whether a sentence tells a cause: a logistic model over hashed features, learned by training/causality.ts. */
import type { SyntaxLayer } from '../model/index.ts'
import { causalFeatures, type CausalWords, type Stretch } from './features.ts'

/** Weights by hash of the feature; a weight is its byte times `scale`. */
export interface CausalityModel { readonly weights: Int8Array; readonly scale: number; readonly words: CausalWords }

/** Above this probability a sentence counts as causal (the best F1 in cross-validation over the Causal News Corpus). */
export const CAUSAL = 0.45

/** Slots of the weight table; a power of two. */
export const SLOTS = 1 << 17

/** Reads the bytes of models/causality.bin: the scale as a 32-bit float, little-endian, then a signed byte a slot. Null where they are none. */
export function loadCausality(bytes: Uint8Array, words: CausalWords): CausalityModel | null {
  if (bytes.length !== 4 + SLOTS) return null
  return { scale: new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true), weights: new Int8Array(bytes.buffer, bytes.byteOffset + 4, SLOTS), words }
}

/** The probability (0..1) that the sentence tells that one act caused, or was meant for, another. */
export function causality(model: CausalityModel, syntax: SyntaxLayer, sentence: Stretch): number {
  let sum = 0, known = 0
  for (const feature of causalFeatures(syntax, sentence, model.words)) {
    const weight = model.weights[slotOf(feature)]!
    if (weight === 0) continue
    sum += weight
    known++
  }
  return 1 / (1 + Math.exp(-model.scale * sum / Math.sqrt(Math.max(1, known))))
}

/** The slot of a feature: FNV-1a over UTF-16 units, folded. */
export function slotOf(feature: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}
