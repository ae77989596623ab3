/**
 * Trains the sentence-boundary model and collects the word lists of models/sentences.bin.
 * Run: node training/sentences.ts [--measure]   (CASUS_CORPORA: folder with ud_ewt/ and gum/, default ../shared/corpora)
 * Data: UD English-EWT train (CC BY-SA 4.0) and the CC BY genres of GUM train. An averaged perceptron, about a minute.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { FEATURES, featuresAt, isCandidate, readContext, score } from '../src/core/text/boundaries.ts'
import { buildTextLexicon, type TextLexicon } from '../src/core/text/lexicon.ts'
import { writeBoundaryModel, type BoundaryModel } from '../src/core/text/model.ts'
import { readSurface } from '../src/core/text/surface.ts'
import { tokenise } from '../src/core/text/tokenise.ts'
import { readParagraphs, type GoldParagraph } from './sentences-corpus.ts'
import { scoreParagraphs } from './sentences-score.ts'

const ROOT = new URL('..', import.meta.url).pathname
const CORPORA = process.env['CASUS_CORPORA'] ?? `${ROOT}../shared/corpora`
const BITS = 16
const EPOCHS = 8

interface Case { readonly features: Int32Array; readonly ends: boolean }

const table = (name: string): string => readFileSync(`${ROOT}data/${name}`, 'utf8')
const lexiconOf = (model: BoundaryModel): TextLexicon => buildTextLexicon({ 'abbreviations.tsv': table('abbreviations.tsv'), 'text-cues.tsv': table('text-cues.tsv') }, { 'sentences.bin': writeBoundaryModel(model) })

/** Repeatable pseudo-random numbers in [0, 1) (mulberry32). */
function randomFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Words with a mark inside that the treebanks keep whole, seen at least twice. */
function wholeWords(paragraphs: readonly GoldParagraph[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { text, tokens } of paragraphs) for (const [start, end] of tokens) {
    const form = text.slice(start, end)
    if (form.length < 2 || form.length > 24 || !/[^\p{L}\p{N}]/u.test(form) || /[@\d]|\/.*\/|^['’]|n['’]t$|['’]s$/u.test(form)) continue
    const key = readSurface(form).chars.toLowerCase()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].filter(([word, n]) => n >= 2 && !/^[-.!?,'"]+$/.test(word) && (/[:;()=]/.test(word) || /\p{L}[-'/&.]\p{L}/u.test(word))).map(([word]) => word).sort()
}

/** Words that running text writes in lower case at least ten times and nearly always. */
function commonWords(paragraphs: readonly GoldParagraph[]): readonly string[] {
  const lower = new Map<string, number>(), upper = new Map<string, number>()
  for (const { text, tokens, sentences } of paragraphs) {
    const firsts = new Set(sentences.map(([start]) => start))
    for (const [start, end] of tokens) {
      const form = text.slice(start, end)
      if (firsts.has(start) || !/^\p{L}\p{Ll}+$/u.test(form)) continue
      const to = /^\p{Lu}/u.test(form) ? upper : lower
      to.set(form.toLowerCase(), (to.get(form.toLowerCase()) ?? 0) + 1)
    }
  }
  return [...lower].filter(([word, n]) => n >= 4 && n >= 6 * (upper.get(word) ?? 0)).map(([word]) => word).sort()
}

function casesOf(text: string, ends: ReadonlySet<number>, lexicon: TextLexicon): readonly Case[] {
  const surface = readSurface(text), cuts = tokenise(surface.chars, 0, surface.chars.length, lexicon)
  const context = readContext(surface.chars, cuts, lexicon), cases: Case[] = []
  for (let i = 0; i < cuts.ends.length; i++) {
    if (!isCandidate(context, i)) continue
    const features = new Int32Array(FEATURES)
    featuresAt(context, i, features)
    cases.push({ features, ends: ends.has(surface.to[(cuts.ends[i] ?? 0) - 1] ?? -1) })
  }
  return cases
}

/** Each paragraph as it is, some in capitals too (wire copy). */
function allCases(paragraphs: readonly GoldParagraph[], lexicon: TextLexicon): readonly Case[] {
  const random = randomFrom(11)
  return paragraphs.flatMap(({ text, sentences }) => {
    const ends = new Set(sentences.map(([, end]) => end)), upper = text.toUpperCase()
    const shouted = random() < 0.15 && upper.length === text.length ? casesOf(upper, ends, lexicon) : []
    return [...casesOf(text, ends, lexicon), ...shouted]
  })
}

/** Averaged perceptron. Returns the averaged weights. */
function train(cases: readonly Case[]): Float32Array {
  const mask = (1 << BITS) - 1, weights = new Float32Array(1 << BITS), sums = new Float64Array(1 << BITS)
  const order = Uint32Array.from(cases, (_, i) => i), random = randomFrom(5)
  let step = 1
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)); [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0] }
    for (const k of order) {
      const one = cases[k] as Case
      step++
      if (score(weights, one.features, BITS) > 0 === one.ends) continue
      const change = one.ends ? 1 : -1
      for (const f of one.features) { weights[f & mask] = (weights[f & mask] ?? 0) + change; sums[f & mask] = (sums[f & mask] ?? 0) + change * step }
    }
  }
  return weights.map((w, i) => w - (sums[i] ?? 0) / step)
}

function quantised(weights: Float32Array): Int8Array {
  const sizes = [...weights].map(Math.abs).filter(w => w > 0).sort((a, b) => a - b)
  const scale = 127 / (sizes[Math.floor(sizes.length * 0.999)] ?? 1)
  return Int8Array.from(weights, w => Math.max(-127, Math.min(127, Math.round(w * scale))))
}

function main(): void {
  const gold = ['ud_ewt/train.conllu', 'gum/train.conllu'].flatMap(name => readParagraphs(`${CORPORA}/${name}`))
  const untrained: BoundaryModel = { bits: BITS, threshold: 0, weights: new Int8Array(1 << BITS), whole: wholeWords(gold), commonWords: commonWords(gold) }
  const model = process.argv.includes('--measure') ? null : { ...untrained, weights: quantised(train(allCases(gold, lexiconOf(untrained)))) }
  if (model !== null) writeFileSync(`${ROOT}models/sentences.bin`, writeBoundaryModel(model))
  const lexicon = buildTextLexicon({ 'abbreviations.tsv': table('abbreviations.tsv') }, { 'sentences.bin': new Uint8Array(readFileSync(`${ROOT}models/sentences.bin`)) })
  for (const name of ['ud_ewt/dev.conllu', 'gum/dev.conllu']) {
    const { tokens, sentences, wrong, missed } = scoreParagraphs(readParagraphs(`${CORPORA}/${name}`), lexicon)
    console.log(`${name}\ttokens ${tokens.toFixed(2)}\tsentences ${sentences.toFixed(2)}`)
    if (process.argv.includes('--wrong')) for (const forms of [wrong, missed]) console.log([...forms].sort((a, b) => b[1] - a[1]).slice(0, 80).map(([form, n]) => `${form}×${n}`).join('  '))
  }
}

main()
