/** IndiaPoliceEvents: which sentences of dated articles tell of killings, arrests, force, failure to act, or any act of the police. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parseTar } from 'nanotar'
import { points, type Board, type Input, type Mistake, type Outcome } from '../board.ts'
import { trailOf, type Engine } from '../engine.ts'
import { f1Of } from '../metrics/counts.ts'
import { overlaps } from '../words.ts'
import type { Explained } from '../../src/core/analysis/analyse.ts'
import type { Event, Extent } from '../../src/core/model/index.ts'

const CLASSES = ['KILL', 'ARREST', 'FAIL', 'FORCE', 'ANY_ACTION'] as const
type Class = (typeof CLASSES)[number]

export const india: Board = {
  name: 'india-police', title: 'IndiaPoliceEvents',
  measures: 'F1 of sentences for each class (Halterman et al. 2021): a sentence is given a class where a mention of an event of the police of that kind lies in it. Casus has no event for a failure to act, so that FAIL is 0.',
  heldOut: 'Nothing is learned from it; the corpus has no training half.',
  metrics: CLASSES.map(name => points(`${name} F1`)),
  parts: [{ name: 'all', split: 'dev', files: ['india_police_events.tar.gz'] }],
  sample: 60,
  run: runIndia,
}

export interface Sentence { readonly extent: Extent; readonly labels: readonly string[] }
export interface Article { readonly id: string; readonly date: string | null; readonly text: string; readonly sentences: readonly Sentence[] }

/** Articles made of their sentences in order, so that each sentence's extent is known. `sents` and `metadata` are the archive's JSON lines. */
export function articlesOf(sents: string, metadata: string): readonly Article[] {
  const lines = (text: string): readonly unknown[] => text.split('\n').filter(line => line.trim() !== '').map(line => JSON.parse(line) as unknown)
  const dates = new Map((lines(metadata) as readonly { readonly doc_id: number; readonly date: string }[]).map(m => [m.doc_id, m.date]))
  const byArticle = Map.groupBy(lines(sents) as readonly { readonly doc_id: number; readonly sent_labels: readonly string[]; readonly sent_text: string }[], s => s.doc_id)
  return [...byArticle].map(([id, rows]) => {
    let text = ''
    const sentences = rows.map(row => {
      const start = text.length
      text += row.sent_text
      const extent = { start, end: text.length }
      if (!/\s$/.test(text)) text += ' '
      return { extent, labels: row.sent_labels }
    })
    return { id: String(id), date: dates.get(id) ?? null, text, sentences }
  })
}

const isPolice = (e: Event): boolean => e.actors.some(p => p.sectors.includes('COP') || p.evidence.some(s => /police|cop\b|constable|crpf|paramilitary|jawan/i.test(s.exact)))
const FORCEFUL: ReadonlySet<string> = new Set(['crowd-control', 'beat', 'firearms', 'torture'])

/** The classes of an event, none where the police did not do it. */
export function classesOf(e: Event): readonly Class[] {
  if (!isPolice(e) || e.status === 'negated' || e.status === 'hypothetical') return []
  const kinds: readonly (readonly [Class, boolean])[] = [['KILL', e.type === 'ASSAULT' && (e.killed?.min ?? 0) > 0], ['ARREST', (e.type === 'COERCE' && e.mode === 'arrest') || (e.type === 'ASSAULT' && e.mode === 'abduct')], ['FORCE', e.type === 'ASSAULT' && e.mode !== 'abduct' && (FORCEFUL.has(e.mode ?? '') || e.mode === null)], ['ANY_ACTION', true]]
  return kinds.filter(([, holds]) => holds).map(([name]) => name)
}

function runIndia({ files: [[file = ''] = []] }: Input, engine: Engine): Outcome {
  const inside = parseTar(gunzipSync(readFileSync(file))), part = (name: string): string => inside.find(entry => entry.name.endsWith(name))?.text ?? ''
  const coded = engine.pick(articlesOf(part('/sents.jsonl'), part('/metadata.jsonl'))).map(article => ({ article, explained: engine.code({ id: article.id, text: article.text, published: article.date }) }))
  const givenIn = (explained: Explained | null, { extent }: Sentence): readonly Event[] => explained?.analysis.events.filter(e => e.mentions.some(m => overlaps(m, extent))) ?? []
  return {
    measured: CLASSES.map(name => f1Of(`${name} F1`, coded.map(({ article, explained }) => counts(article.sentences.map(s => [s.labels.includes(name), givenIn(explained, s).some(e => classesOf(e).includes(name))]))))),
    mistakes: coded.flatMap(({ article, explained }) => article.sentences.flatMap(s => mistakesIn(article, s, givenIn(explained, s), explained))),
  }
}

/** [right, false, missed] of pairs of expected and given. */
export const counts = (pairs: readonly (readonly [boolean, boolean])[]): readonly number[] => [pairs.filter(([e, g]) => e && g).length, pairs.filter(([e, g]) => !e && g).length, pairs.filter(([e, g]) => e && !g).length]

function mistakesIn(article: Article, { extent, labels }: Sentence, events: readonly Event[], explained: Explained | null): readonly Mistake[] {
  const given = [...new Set(events.flatMap(classesOf))].sort(), expected = [...labels].sort()
  if (given.join() === expected.join()) return []
  return [{ kind: given.length === 0 ? 'missed' : expected.length === 0 ? 'false' : 'wrong', document: article.id, text: article.text.slice(extent.start, extent.end), expected: expected.join(', ') || 'nothing', got: given.join(', ') || 'nothing', trail: explained === null ? [] : events.flatMap(e => trailOf(explained, e.id)) }]
}
