/** ConfliBERT's corpora: is a report of political violence, which quad class a sentence tells, and who acts on whom. */
import { readFileSync } from 'node:fs'
import { points, type Board, type Input, type Metric, type Mistake, type Outcome, type Part } from '../board.ts'
import { trailOf, type Engine } from '../engine.ts'
import { macroF1Of } from '../metrics/classes.ts'
import { f1Of, shareOf } from '../metrics/counts.ts'
import { joined, touched } from '../words.ts'
import type { Explained } from '../../src/core/analysis/analyse.ts'
import type { Event, Participant } from '../../src/core/model/index.ts'
import { plvRoot, QUADS } from './codes.ts'
import { bagCounts } from './gsr.ts'

const HELD_OUT = 'Nothing is learned from it. ConfliBERT is pretrained on 33 GB of news of conflict and fine-tuned on the training half.'
const parts = (folder: string, ending: string, dev: string): readonly Part[] => [{ name: dev, split: 'dev', files: [`conflibert/${folder}/${dev}.${ending}`] }, { name: 'test', split: 'test', files: [`conflibert/${folder}/test.${ending}`] }]

const relevance = (name: string, title: string, folder: string): Board => ({
  name, title,
  measures: 'F1 of the relevant class, and macro-F1 of both: a text is taken for relevant where Casus finds an assault in it that took place.',
  heldOut: HELD_OUT,
  metrics: [points('relevant F1'), points('macro-F1')],
  parts: parts(folder, 'tsv', 'dev'),
  sample: null,
  run: runRelevance,
})

export const insightCrime = relevance('insight-crime', 'ConfliBERT insightCrime', 'insightCrime')
export const satp = relevance('satp', 'ConfliBERT SATP', 'satp_relevant')

export const cameoClass: Board = {
  name: 'cameo-class', title: 'ConfliBERT CAMEO classes',
  measures: 'Macro-F1 and accuracy over five classes of a sentence: 0 neither, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. The class is that of the surest event; 0 where there is none.',
  heldOut: HELD_OUT,
  metrics: [points('macro-F1'), points('accuracy')],
  parts: parts('cameo_class', 'tsv', 'train'),
  sample: 400,
  run: runClasses,
}

const SPANS: readonly Metric[] = ['span F1', 'S span F1', 'T span F1', 'token F1'].map(name => points(name))

export const cameoNer: Board = {
  name: 'cameo-ner', title: 'ConfliBERT CAMEO spans',
  measures: 'F1 of exact spans with their class, actor (S), recipient (T) or both (R), as seqeval counts them; token F1 ignores the bounds. Ours are the words for the actors and recipients of all events of the sentence.',
  heldOut: HELD_OUT,
  metrics: SPANS,
  parts: parts('cameo_ner', 'txt', 'train'),
  sample: 400,
  run: runSpans,
}

/** Lines of a text, a tab, and a class in digits. */
export const readClassed = (tsv: string): readonly { readonly text: string; readonly label: number }[] => tsv.split(/\r?\n/).flatMap(line => { const at = line.lastIndexOf('\t'); return at < 0 || !/^\d+$/.test(line.slice(at + 1).trim()) ? [] : [{ text: line.slice(0, at), label: Number(line.slice(at + 1)) }] })

interface Answer { readonly id: string; readonly text: string; readonly expected: number; readonly given: number; readonly explained: Explained | null }

const answers = ({ files: [[file = ''] = []] }: Input, engine: Engine, give: (events: readonly Event[]) => number): readonly Answer[] => engine.pick(readClassed(readFileSync(file, 'utf8')).map((row, i) => ({ ...row, id: String(i + 1) }))).map(({ id, text, label }) => {
  const explained = engine.code({ id, text })
  return { id, text, expected: label, given: explained === null ? -1 : give(explained.analysis.events), explained }
})

const mistakes = (all: readonly Answer[]): readonly Mistake[] => all.filter(a => a.expected !== a.given).map(a => ({ kind: a.given === 0 ? 'missed' : a.expected === 0 ? 'false' : 'wrong', document: a.id, text: a.text, expected: String(a.expected), got: String(a.given), trail: a.explained === null ? [] : a.explained.analysis.events.flatMap(e => trailOf(a.explained!, e.id)) }))

function runRelevance(input: Input, engine: Engine): Outcome {
  const all = answers(input, engine, events => events.some(e => e.type === 'ASSAULT' && (e.status === 'occurred' || e.status === 'ongoing')) ? 1 : 0)
  const counted = all.map(a => [a.expected === 1 && a.given === 1 ? 1 : 0, a.expected !== 1 && a.given === 1 ? 1 : 0, a.expected === 1 && a.given !== 1 ? 1 : 0])
  return { measured: [f1Of('relevant F1', counted), macroF1Of('macro-F1', all.map(a => [a.expected, a.given]), 2)], mistakes: mistakes(all) }
}

function runClasses(input: Input, engine: Engine): Outcome {
  const all = answers(input, engine, events => { const event = events.toSorted((a, b) => b.confidence - a.confidence)[0]; return event === undefined ? 0 : QUADS[plvRoot(event.type)] ?? 0 })
  return { measured: [macroF1Of('macro-F1', all.map(a => [a.expected, a.given]), 5), shareOf('accuracy', all.map(a => [a.expected === a.given ? 1 : 0, 1]))], mistakes: mistakes(all) }
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
function ourSpans(events: readonly Event[], extents: readonly { readonly start: number; readonly end: number }[]): readonly string[] {
  const spanOf = (label: string, p: Participant): readonly string[] => p.evidence.slice(0, 1).flatMap(e => { const at = touched(extents, e); return at.length === 0 ? [] : [`${label} ${at[0]!} ${at.at(-1)!}`] })
  return [...new Set(events.flatMap(e => e.reciprocal ? [...e.actors, ...e.recipients].flatMap(p => spanOf('R', p)) : [...e.actors.flatMap(p => spanOf('S', p)), ...e.recipients.flatMap(p => spanOf('T', p))]))]
}

const tokensOf = (spans: readonly string[]): readonly string[] => [...new Set(spans.flatMap(span => { const [label, first, last] = span.split(' ') as [string, string, string]; return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => `${label} ${Number(first) + i}`) }))]

function runSpans({ files: [[file = ''] = []] }: Input, engine: Engine): Outcome {
  const rows = engine.pick(readTagged(readFileSync(file, 'utf8'))).map(({ tokens, tags }, i) => {
    const { text, extents } = joined([tokens]), explained = engine.code({ id: String(i + 1), text })
    return { id: String(i + 1), text, tokens, explained, expected: spansOf(tags), given: explained === null ? [] : ourSpans(explained.analysis.events, extents) }
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
