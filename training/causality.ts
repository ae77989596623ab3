/**
 * Learns models/causality.bin, which says whether a sentence tells a cause, from the Causal News Corpus (CC0): logistic regression
 * over hashed features, a feature seen once left out, steps scaled by past gradients (Duchi et al. 2011). The figures printed are of five-fold cross-validation.
 *
 *     node training/causality.ts train_subtask1.csv [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { SLOTS, slotOf } from '../src/core/causes/causality.ts'
import { causalFeatures } from '../src/core/causes/features.ts'
import { readText } from '../src/core/text/index.ts'
import { loadKnowledge } from '../src/resources/load.ts'

interface Example { readonly slots: readonly number[]; readonly causal: boolean }

const FOLDS = 5, EPOCHS = 12, RATE = 0.1, RIDGE = 4, LEAST = 2, THRESHOLDS = [0.35, 0.4, 0.45, 0.5]
const knowledge = loadKnowledge()
const rows = parse(readFileSync(process.argv[2] ?? ''), { columns: true, bom: true, relax_quotes: true }) as readonly Readonly<Record<string, string>>[]
const examples = rows.map((row): Example => {
  const { text } = readText({ id: 'sentence', text: row['text'] ?? '' }, knowledge.text), features = causalFeatures(knowledge.parse(text), { first: 0, last: text.tokens.length }, knowledge.causes.words)
  return { slots: [...new Set([...features].map(slotOf))], causal: row['label'] === '1' }
})

/** Numbers in 0..1, the same at each run. */
function generator(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff
}

function fit(list: readonly Example[]): Float64Array {
  const seen = new Uint32Array(SLOTS), weights = new Float64Array(SLOTS), past = new Float64Array(SLOTS).fill(1e-8), random = generator(7)
  for (const { slots } of list) for (const s of slots) seen[s]!++
  const cases = list.map(({ slots, causal }) => ({ kept: slots.filter(s => seen[s]! >= LEAST), causal }))
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = cases.length - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)); [cases[i], cases[j]] = [cases[j]!, cases[i]!] }
    for (const { kept, causal } of cases) {
      const share = 1 / Math.sqrt(Math.max(1, kept.length)), error = probability(weights, kept) - Number(causal)
      for (const s of kept) { const g = error * share + RIDGE * weights[s]! / cases.length; past[s]! += g * g; weights[s]! -= RATE * g / Math.sqrt(past[s]!) }
    }
  }
  return weights
}

function probability(weights: ArrayLike<number>, slots: readonly number[]): number {
  const known = slots.filter(s => weights[s] !== 0)
  return 1 / (1 + Math.exp(-known.reduce((sum, s) => sum + weights[s]!, 0) / Math.sqrt(Math.max(1, known.length))))
}

/** To bytes and back: what will be shipped is what is measured. */
function rounded(weights: Float64Array): { readonly bytes: Int8Array; readonly scale: number } {
  const scale = weights.reduce((m, w) => Math.max(m, Math.abs(w)), 0) / 127
  return { bytes: Int8Array.from(weights, w => Math.round(w / scale)), scale }
}

const held = examples.map(() => 0)
for (let fold = 0; fold < FOLDS; fold++) {
  const { bytes, scale } = rounded(fit(examples.filter((_, i) => i % FOLDS !== fold))), weights = Float64Array.from(bytes, b => b * scale)
  examples.forEach((e, i) => { if (i % FOLDS === fold) held[i] = probability(weights, e.slots) })
}
for (const threshold of THRESHOLDS) {
  const count = (causal: boolean, told: boolean): number => examples.filter((e, i) => e.causal === causal && held[i]! >= threshold === told).length, right = count(true, true), wrong = count(false, true), missed = count(true, false)
  process.stdout.write(`at ${threshold}: P ${(100 * right / (right + wrong)).toFixed(1)} R ${(100 * right / (right + missed)).toFixed(1)} F1 ${(200 * right / (2 * right + wrong + missed)).toFixed(1)}\n`)
}

if (process.argv.includes('--write')) {
  const { bytes, scale } = rounded(fit(examples)), file = new Uint8Array(4 + SLOTS)
  new DataView(file.buffer).setFloat32(0, scale, true)
  file.set(new Uint8Array(bytes.buffer), 4)
  writeFileSync(join(import.meta.dirname, '../models/causality.bin'), file)
}
