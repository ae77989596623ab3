/** Causal News Corpus: sentences that tell a cause, and the spans of cause, effect and signal. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { points, type Board, type Input, type Mistake, type Outcome } from '../board.ts'
import type { Engine } from '../engine.ts'
import { f1Of, overSums } from '../metrics/counts.ts'
import { countExact, countFair, fairF1, spansOfTags, type LabelledSpan } from '../metrics/spans.ts'
import { CAUSAL, causality, causalSpans } from '../../src/core/causes/index.ts'
import type { Extent } from '../../src/core/model/index.ts'

export const cnc: Board = {
  name: 'cnc', title: 'Causal News Corpus',
  measures: 'Version 2. Detection: F1 of the causal sentences, which are those that the causality model holds likely. Spans: over the causal sentences alone, each relation against one answer, in the order that fits best, where errors of label, boundary or both count once (FairEval, as the 2023 shared task scores), and exact span F1. Our answers are the relations that `data/causal-connectives.tsv` marks, the surest first.',
  heldOut: 'The causality model is trained on the training half, as the peers were: the detection figure there is one on training data (five-fold cross-validated it is 78.6). The spans are by rules.',
  metrics: [
    points('detection F1', [{ name: 'BERT baseline', value: 86.3, on: 'dev half', source: 'Tan et al. 2022, LREC' }]),
    points('span F1', [{ name: 'BERT baseline', value: 62.7, on: 'dev half', source: 'Tan et al. 2023, CASE' }, { name: 'best of the shared task', value: 72.8, on: 'test half', source: 'Tan et al. 2023, CASE' }]),
    points('exact span F1'),
  ],
  parts: [
    { name: 'train, seen by the model', split: 'dev', files: ['cnc/train_subtask1.csv', 'cnc/train_subtask2.csv'] },
    { name: 'dev half', split: 'test', files: ['cnc/dev_subtask1.csv', 'cnc/dev_subtask2.csv'] },
    { name: 'test half', split: 'test', files: ['cnc/test_subtask1.csv', 'cnc/test_subtask2.csv'] },
  ],
  sample: 600,
  run: runCnc,
}

/** The spans of one relation over the words of its sentence, cause and effect apart from the signal. */
export interface Relation { readonly roles: readonly LabelledSpan[]; readonly signals: readonly LabelledSpan[] }

/** Reads a sentence marked with ARG0 (cause), ARG1 (effect) and SIG tags the way the task's scorer does: word by word, one open span of cause or effect at a time. */
export function readMarked(marked: string): Relation {
  const roles: string[] = [], signals: string[] = []
  let [role, signal] = ['O', 'O']
  for (const word of marked.split(' ')) {
    let [here, there] = [role, signal]
    if (word.includes('<ARG0>')) { here = 'B-C'; role = 'I-C' } else if (word.includes('</ARG0>')) { here = 'I-C'; role = 'O' }
    else if (word.includes('<ARG1>')) { here = 'B-E'; role = 'I-E' } else if (word.includes('</ARG1>')) { here = 'I-E'; role = 'O' }
    if (word.includes('<SIG')) { there = 'B-S'; signal = word.includes('</SIG') ? 'O' : 'I-S' } else if (word.includes('</SIG')) { there = 'I-S'; signal = 'O' }
    roles.push(here)
    signals.push(there)
  }
  return { roles: spansOfTags(roles), signals: spansOfTags(signals) }
}

/** The words between single spaces that an extent touches. */
function wordsAt(text: string, label: string, extent: Extent): readonly LabelledSpan[] {
  const before = text.slice(0, extent.start).split(' ').length - 1, within = text.slice(0, Math.max(extent.start, extent.end)).trimEnd().split(' ').length
  return extent.end > extent.start && within > before ? [{ label, first: before, last: within }] : []
}

/** What the engine says of one sentence: how likely it tells a cause, and the relations that its connectives mark, the surest first. */
export interface Told { readonly probability: number; readonly relations: readonly Relation[] }

const NOTHING: Told = { probability: 0, relations: [] }

function toldBy(engine: Engine, id: string, text: string): Told {
  const layers = engine.layers({ id, text }), { model, connectives } = engine.knowledge.causes
  if (layers === null || model === null) return NOTHING
  const { tokens } = layers.text, whole = { first: 0, last: tokens.length }
  const words = (label: string, { first, last }: { readonly first: number; readonly last: number }): readonly LabelledSpan[] => last > first ? wordsAt(text, label, { start: tokens[first]!.start, end: tokens[last - 1]!.end }) : []
  const relations = causalSpans(layers.syntax, whole, connectives).map((r): Relation => ({ roles: [...words('C', r.cause), ...words('E', r.effect)], signals: words('S', r.signal) }))
  return { probability: causality(model, layers.syntax, whole), relations }
}

const EMPTY: Relation = { roles: [], signals: [] }

/** [right, false, missed, label, boundary, both; exactly right, false, missed] of a sentence: surplus answers are dropped, wanting ones are empty, and the order that gives the best F1 is taken. */
export function countRelations(gold: readonly Relation[], found: readonly Relation[]): readonly number[] {
  const answers = gold.map((_, i) => found[i] ?? EMPTY)
  const tried = orders(answers).map(order => gold.map((relation, i) => countRelation(relation, order[i]!)).reduce((a, b) => a.map((n, k) => n + b[k]!)))
  return tried.reduce((best, counts) => f1OfCounts(counts) > f1OfCounts(best) ? counts : best)
}

function countRelation(gold: Relation, found: Relation): readonly number[] {
  const parts = [countFair(gold.roles, found.roles), countFair(gold.signals, found.signals)], total = (of: (c: (typeof parts)[number]) => number): number => parts.reduce((sum, c) => sum + of(c), 0)
  const exact = [countExact(gold.roles, found.roles), countExact(gold.signals, found.signals)]
  return [total(c => c.right), total(c => c.wrong), total(c => c.missed), total(c => c.label), total(c => c.boundary), total(c => c.both), ...[0, 1, 2].map(i => exact[0]![i]! + exact[1]![i]!)]
}

const f1OfCounts = ([right = 0, wrong = 0, missed = 0, label = 0, boundary = 0, both = 0]: readonly number[]): number => fairF1({ right, wrong, missed, label, boundary, both })

/** All orders of up to six answers, of more only the given one. Answers that are empty need no trying. */
function orders(list: readonly Relation[]): readonly (readonly Relation[])[] {
  if (list.length < 2 || list.length > 6 || list.every(r => r === EMPTY)) return [list]
  return list.flatMap((first, i) => orders([...list.slice(0, i), ...list.slice(i + 1)]).map(rest => [first, ...rest]))
}

type Row = Readonly<Record<string, string>>
const rowsOf = (path: string): readonly Row[] => parse(readFileSync(path), { columns: true, bom: true, relax_quotes: true })

function runCnc({ files: [[sentences = ''] = [], [relations = ''] = []] }: Input, engine: Engine): Outcome {
  const goldOf = Map.groupBy(rowsOf(relations).filter(row => row['pair_label'] !== '0'), row => row['text'] ?? '')
  const read = engine.pick(rowsOf(sentences)).map(row => {
    const text = row['text'] ?? '', told = toldBy(engine, row['index'] ?? '', text)
    return { id: row['index'] ?? '', text, causal: row['label'] === '1', gold: (goldOf.get(text) ?? []).map(r => readMarked(r['text_w_pairs'] ?? '')), told }
  })
  const says = (told: Told): boolean => told.probability >= CAUSAL
  const detection = read.map(({ causal, told }) => [causal && says(told) ? 1 : 0, !causal && says(told) ? 1 : 0, causal && !says(told) ? 1 : 0])
  const spans = read.filter(({ gold }) => gold.length > 0).map(({ gold, told }) => countRelations(gold, told.relations))
  const mistakes = read.filter(({ causal, told }) => causal !== says(told)).map(({ id, text, causal, told }): Mistake => ({ kind: causal ? 'missed' : 'false', document: id, text, expected: causal ? 'causal' : 'not causal', got: `probability ${told.probability.toFixed(2)}`, trail: [] }))
  return { measured: [f1Of('detection F1', detection), overSums('span F1', spans, f1OfCounts), f1Of('exact span F1', spans.map(unit => unit.slice(6)))], mistakes }
}
