/** Causal News Corpus: sentences that tell a cause, and the spans of cause, effect and signal. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { points, type Board, type Input, type Mistake, type Outcome } from '../board.ts'
import type { Engine } from '../engine.ts'
import { f1Of, overSums } from '../metrics/counts.ts'
import { countExact, countFair, fairF1, spansOfTags, type LabelledSpan } from '../metrics/spans.ts'
import type { Explained } from '../../src/core/analysis/analyse.ts'
import type { Extent } from '../../src/core/model/index.ts'

export const cnc: Board = {
  name: 'cnc', title: 'Causal News Corpus',
  measures: 'Version 2. Detection: F1 of the causal sentences, which are those where an event has a `becauseOf`. Spans: over the causal sentences alone, each relation against one answer, in the order that fits best, where errors of label, boundary or both count once (FairEval, as the 2023 shared task scores), and exact span F1. Our answer has the words of `becauseOf.evidence` after the cue as cause, the cue as signal, and the rest of the sentence on the side of the answering event as effect.',
  heldOut: 'Casus is trained on no part of it yet; the peers were trained on its training half.',
  metrics: [
    points('detection F1', [{ name: 'BERT baseline', value: 86.3, on: 'dev half', source: 'Tan et al. 2022, LREC' }]),
    points('span F1', [{ name: 'BERT baseline', value: 62.7, on: 'dev half', source: 'Tan et al. 2023, CASE' }, { name: 'best of the shared task', value: 72.8, on: 'test half', source: 'Tan et al. 2023, CASE' }]),
    points('exact span F1'),
  ],
  parts: [
    { name: 'train', split: 'dev', files: ['cnc/train_subtask1.csv', 'cnc/train_subtask2.csv'] },
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

/** What the engine says of one sentence: a relation for each link between events. */
export function relationsOf({ analysis, trail }: Explained, text: string): readonly Relation[] {
  return analysis.events.flatMap(event => event.becauseOf.map((because): Relation => {
    const step = trail.find(s => s.event === event.id && s.field === 'becauseOf' && s.span?.start === because.evidence.start)
    const cue = (step?.rule.replace(/^cause:/, '') ?? '').split('-').length, { start, end } = because.evidence
    const signalEnd = start + because.evidence.exact.split(' ').slice(0, cue).join(' ').length, mention = event.mentions[0]
    const effect = mention === undefined ? { start: 0, end: 0 } : mention.start < start ? { start: 0, end: start } : { start: end, end: text.replace(/[\s.]+$/, '').length }
    return { roles: [...wordsAt(text, 'C', { start: signalEnd + 1, end }), ...wordsAt(text, 'E', trimmed(text, effect))], signals: wordsAt(text, 'S', { start, end: signalEnd }) }
  }))
}

/** Without white space and commas at the ends. */
function trimmed(text: string, { start, end }: Extent): Extent {
  while (start < end && /[\s,]/.test(text[start]!)) start++
  while (end > start && /[\s,]/.test(text[end - 1]!)) end--
  return { start, end }
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
    const text = row['text'] ?? '', explained = engine.code({ id: row['index'] ?? '', text })
    return { id: row['index'] ?? '', text, causal: row['label'] === '1', gold: (goldOf.get(text) ?? []).map(r => readMarked(r['text_w_pairs'] ?? '')), found: explained === null ? [] : relationsOf(explained, text), trail: explained?.trail ?? [] }
  })
  const detection = read.map(({ causal, found }) => [causal && found.length > 0 ? 1 : 0, !causal && found.length > 0 ? 1 : 0, causal && found.length === 0 ? 1 : 0])
  const spans = read.filter(({ gold }) => gold.length > 0).map(({ gold, found }) => countRelations(gold, found))
  const mistakes = read.filter(({ causal, found }) => causal !== found.length > 0).map(({ id, text, causal, trail }): Mistake => ({ kind: causal ? 'missed' : 'false', document: id, text, expected: causal ? 'causal' : 'not causal', got: causal ? 'no link' : 'a link', trail: trail.filter(s => s.field === 'becauseOf').map(s => s.rule) }))
  return { measured: [f1Of('detection F1', detection), overSums('span F1', spans, f1OfCounts), f1Of('exact span F1', spans.map(unit => unit.slice(6)))], mistakes }
}
