/** Coreference of given mentions within and across documents. */
import { describe, expect, test } from 'vitest'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { coreferMentions, type EventMention } from '../src/core/incidents/index.ts'
import { clusterMentions } from '../src/core/incidents/mention-coref.ts'
import { loadIncidentLexicon, loadKnowledge } from '../src/resources/load.ts'

const TEXTS: Readonly<Record<string, string>> = {
  a: 'Rebels attacked a barracks in Bunia on Monday, the governor said. The attack killed nine soldiers.',
  b: 'Nine soldiers died when rebels attacked the barracks in Bunia. Officials condemned the attack by the rebels.',
  c: 'A court in Lima sentenced the former minister Julio Vargas to six years in prison. Vargas will appeal the sentence, his lawyer said.',
}
const knowledge = loadKnowledge(), lexicon = loadIncidentLexicon(), layers = new Map(Object.entries(TEXTS).map(([id, text]) => [id, layersOf({ id, text }, knowledge).layers]))
const mention = (document: string, words: string): EventMention => { const start = TEXTS[document]!.indexOf(words); if (start < 0) throw new Error(words); return { document, extent: { start, end: start + words.length } } }
const mentions = [mention('a', 'attacked'), mention('a', 'attack killed'), mention('b', 'attacked'), mention('b', 'attack by'), mention('c', 'sentenced'), mention('c', 'appeal'), mention('a', 'said'), mention('c', 'said')].map((m, i): EventMention => (i === 1 || i === 3 ? { ...m, extent: { start: m.extent.start, end: m.extent.start + 6 } } : m))
const clusters = (order: readonly number[]): readonly string[] => coreferMentions(order.map(i => mentions[i]!), layers, lexicon).map(cluster => cluster.map(k => order[k]!).sort((x, y) => x - y).join(' ')).sort()

describe('mentions of a topic', () => {
  test('one attack in two articles is one event, and what others say and decide is not', () => {
    const found = clusters([...mentions.keys()])
    expect(found.find(c => c.startsWith('0'))).toBe('0 1 2 3')
    expect(found).toContain('5')
    expect(found.some(c => c === '6 7')).toBe(false)
  })
  test('in whatever order they come', () => {
    expect(clusters([...mentions.keys()].toReversed())).toEqual(clusters([...mentions.keys()]))
    expect(clusters([3, 0, 7, 2, 5, 1, 4, 6])).toEqual(clusters([...mentions.keys()]))
  })
  test('none and one', () => {
    expect(coreferMentions([], layers, lexicon)).toEqual([])
    expect(coreferMentions([mentions[0]!], layers, lexicon)).toEqual([[0]])
  })
})

test('clusters join by the mean of their pairs, not by one good pair', () => {
  const scores = [[0, 3, -5], [3, 0, 2], [-5, 2, 0]]
  expect(clusterMentions(3, (i, j) => scores[i]![j]!)).toEqual([[0, 1], [2]])
  expect(clusterMentions(3, () => 1)).toEqual([[0, 1, 2]])
})
