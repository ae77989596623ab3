/** ConfliBERT's corpora: is a report of political violence, which quad class a sentence tells, and who acts on whom. */
import { readFileSync } from 'node:fs'
import { points, type Board, type Input, type Metric, type Mistake, type Outcome, type Part } from '../board.ts'
import { trailOf, type Engine } from '../engine.ts'
import { macroF1Of } from '../metrics/classes.ts'
import { f1Of, shareOf } from '../metrics/counts.ts'
import { joined, nounPhrase, touched } from '../words.ts'
import type { Explained } from '../../src/core/analysis/analyse.ts'
import type { Layers } from '../../src/core/events/reading.ts'
import type { Event, Extent, Participant } from '../../src/core/model/index.ts'
import { plvRoot, QUADS } from './codes.ts'
import { bagCounts } from './gsr.ts'

const HELD_OUT = 'Nothing is learned from it. ConfliBERT is pretrained on texts of conflict and fine-tuned on the training half.'
const parts = (folder: string, ending: string, dev: string): readonly Part[] => [{ name: dev, split: 'dev', files: [`conflibert/${folder}/${dev}.${ending}`] }, { name: 'test', split: 'test', files: [`conflibert/${folder}/test.${ending}`] }]

export const insightCrime: Board = {
  name: 'insight-crime', title: 'ConfliBERT insightCrime',
  measures: 'F1 of the relevant class, and macro-F1 of both. A text is relevant where any of its labels is set (nine in ten are, so that always saying so gives 96 F1 and 48 macro-F1); Casus takes it for relevant where it finds any event in it.',
  heldOut: HELD_OUT,
  metrics: [points('relevant F1'), points('macro-F1')],
  parts: parts('insightCrime', 'tsv', 'dev'),
  sample: 40,
  run: runRelevance,
}

const KINDS = ['armed assault', 'bombing', 'abduction', 'other'] as const

export const satp: Board = {
  name: 'satp', title: 'ConfliBERT SATP',
  measures: 'Micro-F1 over the four labels of a text, each of which may hold, and F1 of each. The columns have no names; by the development rows they are armed assault, bombing, abduction, and other attacks (arson, killings told without their means).',
  heldOut: HELD_OUT,
  metrics: [points('micro-F1'), ...KINDS.map(kind => points(`${kind} F1`))],
  parts: parts('satp_relevant', 'tsv', 'dev'),
  sample: null,
  run: runKinds,
}

export const cameoClass: Board = {
  name: 'cameo-class', title: 'ConfliBERT CAMEO classes',
  measures: 'Macro-F1 and accuracy over five classes of a sentence: 0 neither, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. The class is that of the surest event; 0 where there is none.',
  heldOut: HELD_OUT,
  metrics: [points('macro-F1'), points('accuracy')],
  parts: parts('cameo_class', 'tsv', 'train'),
  sample: 300,
  run: runClasses,
}

const SPANS: readonly Metric[] = ['span F1', 'S span F1', 'T span F1', 'token F1'].map(name => points(name))

export const cameoNer: Board = {
  name: 'cameo-ner', title: 'ConfliBERT CAMEO spans',
  measures: 'F1 of exact spans with their class, actor (S), recipient (T) or both (R), as seqeval counts them; token F1 ignores the bounds. Ours are the noun phrases (the words with their determiners and adjectives) for the actors and recipients of all events of the sentence.',
  heldOut: HELD_OUT,
  metrics: SPANS,
  parts: parts('cameo_ner', 'txt', 'train'),
  sample: 300,
  run: runSpans,
}

/** Lines of a text and one or more labels in digits, all parted by tabs. */
export const readClassed = (tsv: string): readonly { readonly text: string; readonly labels: readonly number[] }[] => tsv.split(/\r?\n/).flatMap(line => {
  const found = /((?:\t\d+)+)\s*$/.exec(line)
  return found === null ? [] : [{ text: line.slice(0, found.index), labels: found[1]!.trim().split('\t').map(Number) }]
})

interface Answer { readonly id: string; readonly text: string; readonly expected: readonly number[]; readonly given: readonly number[]; readonly explained: Explained | null }

/** One answer a text; no labels where the engine crashed. */
const answers = ({ files: [[file = ''] = []] }: Input, engine: Engine, expected: (labels: readonly number[]) => readonly number[], give: (events: readonly Event[]) => readonly number[]): readonly Answer[] => engine.pick(readClassed(readFileSync(file, 'utf8')).map((row, i) => ({ ...row, id: String(i + 1) }))).map(({ id, text, labels }) => {
  const explained = engine.code({ id, text })
  return { id, text, expected: expected(labels), given: explained === null ? [] : give(explained.analysis.events), explained }
})

const mistakes = (all: readonly Answer[]): readonly Mistake[] => all.filter(a => a.expected.join() !== a.given.join()).map(a => ({ kind: 'wrong', document: a.id, text: a.text, expected: a.expected.join(' '), got: a.given.join(' ') || 'nothing', trail: a.explained === null ? [] : a.explained.analysis.events.flatMap(e => trailOf(a.explained!, e.id)) }))

/** [right, false, missed] of one label. */
const labelCounts = (a: Answer, label: number): readonly number[] => { const [e, g] = [a.expected[label] === 1, a.given[label] === 1]; return [e && g ? 1 : 0, !e && g ? 1 : 0, e && !g ? 1 : 0] }

function runRelevance(input: Input, engine: Engine): Outcome {
  const all = answers(input, engine, labels => [labels.includes(1) ? 1 : 0], events => [events.length > 0 ? 1 : 0])
  return { measured: [f1Of('relevant F1', all.map(a => labelCounts(a, 0))), macroF1Of('macro-F1', all.map(a => [a.expected[0]!, a.given[0] ?? -1]), 2)], mistakes: mistakes(all) }
}

const BOMBS: ReadonlySet<string> = new Set(['explosives', 'suicide-attack', 'heavy-weapons'])

/** Which of the four labels the events of a text earn. */
function kindsOf(events: readonly Event[]): readonly number[] {
  const acts = events.filter(e => e.type === 'ASSAULT' && e.status !== 'negated' && e.status !== 'hypothetical'), any = (holds: (e: Event) => boolean): number => acts.some(holds) ? 1 : 0
  const bomb = any(e => BOMBS.has(e.mode ?? '')), taken = any(e => e.mode === 'abduct'), armed = any(e => e.mode === 'firearms' || e.mode === 'targeted' || e.reciprocal)
  return [armed, bomb, taken, acts.length > 0 && armed + bomb + taken === 0 ? 1 : 0]
}

function runKinds(input: Input, engine: Engine): Outcome {
  const all = answers(input, engine, labels => labels, kindsOf), counted = KINDS.map((_, label) => all.map(a => labelCounts(a, label)))
  return { measured: [f1Of('micro-F1', all.map((_, i) => counted.map(column => column[i]!).reduce((sum, row) => sum.map((n, k) => n + row[k]!)))), ...KINDS.map((kind, label) => f1Of(`${kind} F1`, counted[label]!))], mistakes: mistakes(all) }
}

function runClasses(input: Input, engine: Engine): Outcome {
  const all = answers(input, engine, labels => labels.slice(-1), events => { const event = events.toSorted((a, b) => b.confidence - a.confidence)[0]; return [event === undefined ? 0 : QUADS[plvRoot(event.type)] ?? 0] })
  return { measured: [macroF1Of('macro-F1', all.map(a => [a.expected[0]!, a.given[0] ?? -1]), 5), shareOf('accuracy', all.map(a => [a.expected[0] === a.given[0] ? 1 : 0, 1]))], mistakes: mistakes(all) }
}

export interface Tagged { readonly tokens: readonly string[]; readonly tags: readonly string[] }

/** Sentences of a token and a tag a line, parted by empty lines. */
export const readTagged = (text: string): readonly Tagged[] => text.split(/\r?\n\s*\r?\n/).map(block => block.split(/\r?\n/).filter(line => line.trim() !== '').map(line => line.trim().split(/\s+/))).filter(rows => rows.length > 0).map(rows => ({ tokens: rows.map(r => r[0]!), tags: rows.map(r => r.at(-1)!) }))

/** Spans of BIO tags as "CLASS FIRST LAST", last inclusive; a tag I- after another class opens a span, as seqeval reads it. */
export function spansOf(tags: readonly string[]): readonly string[] {
  const spans: string[] = []
  let open: { readonly label: string; readonly first: number } | null = null
  for (const [i, tag] of [...tags, 'O'].entries()) {
    const label = tag === 'O' ? '' : tag.slice(2)
    if (open !== null && (tag.startsWith('B-') || label !== open.label)) { spans.push(`${open.label} ${open.first} ${i - 1}`); open = null }
    if (open === null && label !== '') open = { label, first: i }
  }
  return spans
}

/** Our spans over a sentence's tokens: actors S, recipients T; who is both, or fights with the other, R where reciprocal. */
function ourSpans(events: readonly Event[], extents: readonly Extent[], layers: Layers): readonly string[] {
  const spanOf = (label: string, p: Participant): readonly string[] => p.evidence.slice(0, 1).flatMap(e => { const at = touched(extents, nounPhrase(e, layers)); return at.length === 0 ? [] : [`${label} ${at[0]!} ${at.at(-1)!}`] })
  return [...new Set(events.flatMap(e => e.reciprocal ? [...e.actors, ...e.recipients].flatMap(p => spanOf('R', p)) : [...e.actors.flatMap(p => spanOf('S', p)), ...e.recipients.flatMap(p => spanOf('T', p))]))]
}

const tokensOf = (spans: readonly string[]): readonly string[] => [...new Set(spans.flatMap(span => { const [label, first, last] = span.split(' ') as [string, string, string]; return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => `${label} ${Number(first) + i}`) }))]

function runSpans({ files: [[file = ''] = []] }: Input, engine: Engine): Outcome {
  const rows = engine.pick(readTagged(readFileSync(file, 'utf8'))).map(({ tokens, tags }, i) => {
    const { text, extents } = joined([tokens]), report = { id: String(i + 1), text }, explained = engine.code(report), layers = explained === null ? null : engine.layers(report)
    return { id: report.id, text, tokens, explained, expected: spansOf(tags), given: explained === null || layers === null ? [] : ourSpans(explained.analysis.events, extents, layers) }
  })
  const of = (label: string) => (span: string): boolean => span.startsWith(`${label} `)
  const told = (tokens: readonly string[], spans: readonly string[]): string => spans.map(span => { const [label, first, last] = span.split(' ') as [string, string, string]; return `${label} "${tokens.slice(Number(first), Number(last) + 1).join(' ')}"` }).join(', ') || 'nothing'
  return {
    measured: [
      f1Of('span F1', rows.map(r => bagCounts(r.expected, r.given))), ...['S', 'T'].map(label => f1Of(`${label} span F1`, rows.map(r => bagCounts(r.expected.filter(of(label)), r.given.filter(of(label)))))),
      f1Of('token F1', rows.map(r => bagCounts(tokensOf(r.expected), tokensOf(r.given)))),
    ],
    mistakes: rows.flatMap((r): readonly Mistake[] => bagCounts(r.expected, r.given).slice(1).every(n => n === 0) ? [] : [{ kind: r.given.length === 0 ? 'missed' : 'wrong', document: r.id, text: r.text, expected: told(r.tokens, r.expected), got: told(r.tokens, r.given), trail: r.explained === null ? [] : r.explained.analysis.events.flatMap(e => trailOf(r.explained!, e.id)) }]),
  }
}
