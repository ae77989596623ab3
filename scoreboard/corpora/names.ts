/** Names and the like: WNUT17, wikigold, BTC, CrossNER politics, UNER and re3d, on the classes that we share with them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { points, type Board, type Input, type Measured, type Mistake, type Outcome, type Part } from '../board.ts'
import type { Engine } from '../engine.ts'
import { f1Of } from '../metrics/counts.ts'
import { countExact, spansOfTags, type LabelledSpan } from '../metrics/spans.ts'
import { parseTable } from '../../src/core/lexicon/table.ts'
import { readingOf, type Layers } from '../../src/core/events/reading.ts'
import type { Extent } from '../../src/core/model/index.ts'

/** How a corpus lays out its columns; `classes` names its rows in name-classes.tsv. */
interface Layout { readonly classes: string; readonly form: number; readonly tag: number; readonly separator: RegExp }
const two = (classes: string, separator = /\t/): Layout => ({ classes, form: 0, tag: 1, separator })

type Corpus = Part & { readonly layout: Layout }
const WNUT = 'ner/WNUT17/CONLL-format/data'

const CORPORA: readonly Corpus[] = [
  { name: 'WNUT17 dev', split: 'dev', files: [`${WNUT}/dev/emerging.dev.conll`], layout: two('wnut17') },
  { name: 'BTC section F', split: 'dev', files: ['ner/BTC/CONLL-format/data/f.conll'], layout: two('btc') },
  { name: 'CrossNER politics dev', split: 'dev', files: ['ner/crossner_politics/dev.txt'], layout: two('crossner') },
  { name: 'wikigold', split: 'dev', files: ['ner/wikigold/CONLL-format/data/wikigold.conll.txt'], layout: two('wikigold', / /) },
  { name: 'UNER EWT dev', split: 'dev', files: ['ner/uner_ewt_dev.iob2'], layout: { classes: 'uner', form: 1, tag: 2, separator: /\t/ } },
  { name: 're3d dev', split: 'dev', files: ['re3d/dev.txt'], layout: two('re3d') },
  { name: 're3d train', split: 'dev', files: ['re3d/train.txt'], layout: two('re3d') },
  { name: 'WNUT17 test', split: 'test', files: [`${WNUT}/test/emerging.test.annotated`], layout: two('wnut17') },
  { name: 'BTC section H', split: 'test', files: ['ner/BTC/CONLL-format/data/h.conll'], layout: two('btc') },
  { name: 'CrossNER politics test', split: 'test', files: ['ner/crossner_politics/test.txt'], layout: two('crossner') },
  { name: 'UNER EWT test', split: 'test', files: ['ner/uner_ewt_test.iob2'], layout: { classes: 'uner', form: 1, tag: 2, separator: /\t/ } },
  { name: 're3d test', split: 'test', files: ['re3d/test.txt'], layout: two('re3d') },
]
const LABELS = ['PER', 'ORG', 'LOC', 'MISC', 'weapon', 'platform', 'time', 'count'] as const

export const names: Board = {
  name: 'names', title: 'Names: WNUT17, BTC, CrossNER politics, wikigold, UNER, re3d',
  measures: 'F1 of spans with the right class and exact ends, micro over the classes we share (scoreboard/corpora/name-classes.tsv says which class of theirs is which of ours) and for each class. The words are joined by spaces, a sentence is a report; our answers are the names the model saw, and for re3d also weapons, times and counts.',
  heldOut: 'Names are learned from GUM (proper names), WNUT17 train, wikigold (all of it) and CrossNER politics train and test, so that the figures on wikigold and on the CrossNER test half are on training data; CrossNER politics dev chose the model. BTC, UNER, re3d and WNUT17 dev and test are held out. Published figures are over all classes of each corpus and cannot stand beside these.',
  metrics: [points('span F1'), ...LABELS.map(label => points(`${label} F1`))],
  parts: CORPORA,
  sample: 300,
  run: runNames,
}

/** From a class of the corpus to ours; classes that we do not share are left out. */
export function classesOf(corpus: string, table: string): ReadonlyMap<string, string> {
  const rows = parseTable(table).filter(row => row['corpus'] === corpus && row['ours'] !== '-')
  return new Map(rows.map(row => [row['class'] ?? '', row['ours'] ?? '']))
}

export interface TaggedSentence { readonly id: string; readonly words: readonly string[]; readonly tags: readonly string[] }

/** Sentences of a file of columns, blank lines between; comment lines and document marks are skipped. */
export function readColumns(source: string, layout: Layout): readonly TaggedSentence[] {
  return source.split(/\r?\n(?:\s*\r?\n)+/).flatMap((block, i): readonly TaggedSentence[] => {
    const cells = block.split(/\r?\n/).filter(line => line !== '' && !/^# \w+/.test(line) && !line.startsWith('-DOCSTART-')).map(line => line.split(layout.separator)).filter(row => row.length > layout.tag)
    return cells.length === 0 ? [] : [{ id: String(i + 1), words: cells.map(row => row[layout.form] ?? ''), tags: cells.map(row => (row[layout.tag] ?? 'O').trim()) }]
  })
}

/** Gold spans under our labels. */
export const goldSpans = (sentence: TaggedSentence, classes: ReadonlyMap<string, string>): readonly LabelledSpan[] => spansOfTags(sentence.tags).flatMap(span => {
  const label = classes.get(span.label)
  return label === undefined ? [] : [{ ...span, label }]
})

/** Units of numbers that are no quantity of re3d: its times and money are classes of their own. */
const UNCOUNTED: ReadonlySet<string> = new Set(['time', 'money', 'ordinal'])

/** The engine's spans over the sentence's own words. */
export function ownSpans({ words }: TaggedSentence, layers: Layers, labels: ReadonlySet<string>): readonly LabelledSpan[] {
  let at = 0
  const extents = words.map((word): Extent => { const start = at; at += word.length + 1; return { start, end: start + word.length } })
  const tokens = layers.text.tokens, over = (first: number, last: number): Extent => ({ start: tokens[first]!.start, end: tokens[last - 1]!.end })
  const found: readonly (Extent & { readonly label: string })[] = [
    ...layers.syntax.names.map(n => ({ label: n.label as string, ...over(n.first, n.last) })),
    ...readingOf(layers).weapons.filter(w => w.term.kind !== 'attack').map(w => ({ label: w.term.kind === 'platform' ? 'platform' : 'weapon', ...over(w.first, w.last) })),
    ...layers.times.map(t => ({ label: 'time', start: t.start, end: t.end })),
    ...layers.counts.filter(c => !UNCOUNTED.has(c.unit)).map(c => ({ label: 'count', ...over(c.first, c.last) })),
  ]
  return found.filter(f => labels.has(f.label)).flatMap(({ label, start, end }) => {
    const first = extents.findIndex(e => e.end > start), last = extents.findLastIndex(e => e.start < end) + 1
    return first < 0 || last <= first ? [] : [{ label, first, last }]
  })
}

function runNames({ part, files }: Input, engine: Engine): Outcome {
  const { layout } = CORPORA.find(c => c.name === part.name)!, classes = classesOf(layout.classes, readFileSync(join(import.meta.dirname, 'name-classes.tsv'), 'utf8')), labels = new Set(classes.values())
  const sentences = engine.pick(files.flat().flatMap(path => readColumns(readFileSync(path, 'utf8'), layout)))
  const read = sentences.map(sentence => {
    const layers = engine.layers({ id: sentence.id, text: sentence.words.join(' ') })
    return { sentence, gold: goldSpans(sentence, classes), found: layers === null ? [] : ownSpans(sentence, layers, labels) }
  })
  const measured: readonly Measured[] = [f1Of('span F1', read.map(r => countExact(r.gold, r.found))), ...LABELS.filter(label => labels.has(label)).map(label => f1Of(`${label} F1`, read.map(r => countExact(r.gold.filter(s => s.label === label), r.found.filter(s => s.label === label)))))]
  return { measured, mistakes: read.flatMap(mistakesOf) }
}

function mistakesOf({ sentence, gold, found }: { readonly sentence: TaggedSentence; readonly gold: readonly LabelledSpan[]; readonly found: readonly LabelledSpan[] }): readonly Mistake[] {
  const same = (a: LabelledSpan) => (b: LabelledSpan): boolean => a.label === b.label && a.first === b.first && a.last === b.last
  const told = (s: LabelledSpan): string => `${s.label} ${sentence.words.slice(s.first, s.last).join(' ')}`, text = sentence.words.join(' ')
  return [
    ...gold.filter(s => !found.some(same(s))).map((s): Mistake => ({ kind: 'missed', document: sentence.id, text, expected: told(s), got: 'nothing', trail: [] })),
    ...found.filter(s => !gold.some(same(s))).map((s): Mistake => ({ kind: 'false', document: sentence.id, text, expected: 'nothing', got: told(s), trail: [] })),
  ]
}
