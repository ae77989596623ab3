/** ECB+: which mentions in several articles tell of one event. */
import { points, type Board, type Input, type Measured, type Mistake, type Outcome, type Peer, type Units } from '../board.ts'
import type { Engine } from '../engine.ts'
import { f1Of } from '../metrics/counts.ts'
import { corefFigures, countCoref, type Clusters } from '../metrics/coref.ts'
import { findEvents } from '../../src/core/events/find.ts'
import { tokensOf, type Layers } from '../../src/core/events/reading.ts'
import { coreferMentions } from '../../src/core/incidents/index.ts'
import type { Event, Extent } from '../../src/core/model/index.ts'
import { loadIncidentLexicon } from '../../src/resources/load.ts'
import { readEcb, type EcbDocument } from './ecbplus-read.ts'

const peer = (name: string, value: number, source: string): Peer => ({ name, value, on: 'gold mentions, topics 36-45', source })
const PEERS = [peer('same lemma in document clusters', 76.5, 'Barhum et al. 2019, ACL'), peer('Barhum et al.', 79.5, 'Barhum et al. 2019, ACL'), peer('CDLM', 85.6, 'Caciularu et al. 2021, EMNLP Findings')]
const WAYS = ['gold mentions, same lemma:', 'raw text, same lemma:', 'gold mentions, Casus:'] as const

export const ecbplus: Board = {
  name: 'ecbplus', title: 'ECB+',
  measures: 'Event coreference across the articles of a topic (its two occurrences together): F1 of MUC, B3 and CEAF-e as the reference scorer counts them, and their mean, the CoNLL F1. Only the sentences of the corpus\' own list of annotated ones count; mentions are the ACTION and NEG_ACTION markables, matched by their exact words; lone mentions are kept on both sides. "Same lemma" is the baseline: mentions of a topic whose heads have one lemma are one event. "Casus" joins them by scored pairs (core/incidents/mention-coref.ts). Negation: F1 of the negated mentions (NEG_ACTION), right where an event of ours that touches them is negated; there are 51.',
  heldOut: 'The weights behind "Casus" were learned from topics 1 to 35 (training/mention-weights.ts); cross-validated over these topics its CoNLL F1 is 75.2, and the figure on them here is of weights that have seen them. Nothing else is trained on ECB+; topics 36 to 45 are the test half. Barhum et al. and CDLM were trained on topics 1 to 35.',
  metrics: [...WAYS.flatMap(way => ['MUC', 'B3', 'CEAF-e', 'CoNLL'].map(name => points(`${way} ${name} F1`, way.startsWith('gold') && name === 'CoNLL' ? PEERS : []))), points('negation F1')],
  parts: [
    { name: 'topics 1-35', split: 'dev', files: ['{ecbplus.tar.gz,{,*/}topics/{1..35}/*.xml}'] },
    { name: 'topics 36-45', split: 'test', files: ['{,*/}topics/{36..45}/*.xml'] },
  ],
  sample: 60,
  run: runEcbplus,
}

/** A mention to be joined with others: its words and the lemma of their head. */
export interface CorefMention { readonly id: string; readonly document: string; readonly extent: Extent; readonly lemma: string }

/** Clusters the mentions of one topic: for each cluster indices into `mentions`. */
export type Coreference = (mentions: readonly CorefMention[]) => readonly (readonly number[])[]

/** The baseline: one event for all mentions whose heads have one lemma. */
export const sameLemma: Coreference = mentions => [...Map.groupBy(mentions.keys(), i => mentions[i]!.lemma).values()]

/** A document as read: its text, one sentence a line, and where each token stands. */
export interface EcbText { readonly document: EcbDocument; readonly text: string; readonly extents: readonly Extent[] }

export function textOfTokens(document: EcbDocument): EcbText {
  let text = ''
  const extents = document.tokens.map(({ form, sentence }, i): Extent => {
    if (i > 0) text += sentence === document.tokens[i - 1]!.sentence ? ' ' : '\n'
    text += form
    return { start: text.length - form.length, end: text.length }
  })
  return { document, text, extents }
}

/** Coreference as Casus decides it, over the documents of a topic; a mention of a document that was not read stands alone. */
function casusOver(topic: readonly Read[]): Coreference {
  const layers = new Map(topic.flatMap(r => (r.layers === null ? [] : [[r.document.id, r.layers] as const])))
  return mentions => {
    const read = [...mentions.keys()].filter(i => layers.has(mentions[i]!.document)), alone = [...mentions.keys()].filter(i => !layers.has(mentions[i]!.document))
    return [...coreferMentions(read.map(i => mentions[i]!), layers, loadIncidentLexicon()).map(cluster => cluster.map(k => read[k]!)), ...alone.map(i => [i])]
  }
}

interface Read extends EcbText { readonly layers: Layers | null; readonly events: readonly Event[] }

function readDocument(document: EcbDocument, engine: Engine): Read {
  const placed = textOfTokens(document), layers = engine.layers({ id: document.id, text: placed.text })
  return { ...placed, layers, events: layers === null ? [] : eventsOf(layers, engine) }
}

function eventsOf(layers: Layers, engine: Engine): readonly Event[] {
  try { return findEvents(layers, engine.knowledge.statuses).events.map(e => e.event) } catch { return [] }
}

const idOf = (document: EcbDocument, tokens: readonly number[]): string => `${document.id} ${tokens.join(' ')}`

/** Lower-cased lemma of the first word of the extent that hangs on a word outside; the words themselves where nothing was read. */
function headLemma({ layers, text }: Read, extent: Extent): string {
  if (layers === null) return text.slice(extent.start, extent.end).toLowerCase()
  const { first, last } = tokensOf(layers.text, extent)
  for (let i = first; i < last; i++) { const head = layers.syntax.head[i]!; if (head < first || head >= last) return layers.syntax.lemma[i]!.toLowerCase() }
  return text.slice(extent.start, extent.end).toLowerCase()
}

const goldMentions = (read: Read): readonly CorefMention[] => read.document.mentions.map(({ tokens }) => {
  const extent = { start: read.extents[tokens[0]!]!.start, end: read.extents[tokens.at(-1)!]!.end }
  return { id: idOf(read.document, tokens), document: read.document.id, extent, lemma: headLemma(read, extent) }
})

/** The mentions of our events in annotated sentences. */
const ownMentions = (read: Read): readonly CorefMention[] => read.events.flatMap(event => event.mentions.flatMap(mention => {
  const tokens = read.extents.flatMap((e, i) => e.start < mention.end && mention.start < e.end ? [i] : []), sentence = read.document.tokens[tokens[0] ?? -1]?.sentence
  return sentence === undefined || read.document.sentences?.has(sentence) === false ? [] : [{ id: idOf(read.document, tokens), document: read.document.id, extent: mention, lemma: headLemma(read, mention) }]
}))

const clustered = (mentions: readonly CorefMention[], link: Coreference): Clusters => {
  const seen = new Set<string>()
  return link(mentions).map(cluster => cluster.map(i => mentions[i]!.id).filter(id => !seen.has(id) && seen.add(id))).filter(cluster => cluster.length > 0)
}

const keyOf = (documents: readonly EcbDocument[]): Clusters => [...Map.groupBy(documents.flatMap(d => d.mentions.map(m => ({ id: idOf(d, m.tokens), cluster: m.cluster }))), m => m.cluster).values()].map(list => [...new Set(list.map(m => m.id))])

/** [right, false, missed] of negated mentions; one that no event of ours touches is missed. */
function countNegation(read: Read): readonly number[] {
  const counts = [0, 0, 0]
  for (const mention of read.document.mentions) {
    const { start, end } = { start: read.extents[mention.tokens[0]!]!.start, end: read.extents[mention.tokens.at(-1)!]!.end }
    const event = read.events.find(e => e.mentions.some(m => m.start < end && start < m.end))
    const negated = event?.status === 'negated'
    if (negated || mention.negated) counts[negated && mention.negated ? 0 : negated ? 1 : 2]!++
  }
  return counts
}

/** The counts of a topic for one way of finding and joining mentions. */
export const countTopic = (documents: readonly EcbDocument[], mentions: readonly CorefMention[], link: Coreference): readonly number[] => countCoref(keyOf(documents), clustered(mentions, link))

function runEcbplus({ files: [paths = []] }: Input, engine: Engine): Outcome {
  const topics = [...Map.groupBy(engine.pick(readEcb(paths)), d => d.topic).values()].map(documents => documents.map(d => readDocument(d, engine)))
  const units = (mentionsOf: (read: Read) => readonly CorefMention[]): Units => topics.map(topic => countTopic(topic.map(r => r.document), topic.flatMap(mentionsOf), sameLemma))
  const measured: readonly Measured[] = [...corefFigures(WAYS[0], units(goldMentions)), ...corefFigures(WAYS[1], units(ownMentions)), ...corefFigures(WAYS[2], topics.map(topic => countTopic(topic.map(r => r.document), topic.flatMap(goldMentions), casusOver(topic)))), f1Of('negation F1', topics.flat().map(countNegation))]
  return { measured, mistakes: topics.flat().flatMap(mistakesOf) }
}

/** Annotated mentions that no event of ours touches. */
function mistakesOf(read: Read): readonly Mistake[] {
  return goldMentions(read).filter(({ extent }) => !read.events.some(e => e.mentions.some(m => m.start < extent.end && extent.start < m.end)))
    .map(({ extent }): Mistake => ({ kind: 'missed', document: read.document.id, text: read.text.slice(Math.max(0, extent.start - 80), extent.end + 80), expected: read.text.slice(extent.start, extent.end), got: 'no event', trail: [] }))
}
