/** The lexicon by which the act between two given parties is told: the event lexicon with words that alone would name no event. */
import { parseTable, type Row } from '../lexicon/table.ts'
import type { EventType } from '../model/index.ts'
import { termWords, type EventLexicon, type Lexeme } from './lexicon.ts'

/** `table`: text of data/act-triggers.tsv. Its senses go before those of `events` that have as many conditions. */
export function buildActLexicon(events: EventLexicon, table: string): EventLexicon {
  const triggers = new Map(events.triggers)
  for (const row of parseTable(table)) {
    const lexeme = lexemeOf(row), first = lexeme.words[0] ?? ''
    triggers.set(first, [...(triggers.get(first) ?? []), lexeme])
  }
  return { ...events, triggers: new Map([...triggers].map(([first, senses]) => [first, [...senses].sort((a, b) => b.words.length - a.words.length)])) }
}

/** Above every word of the event lexicon. */
const PRIOR = 1

function lexemeOf(row: Row): Lexeme {
  const { lemma = '', type = '', when = '' } = row, mode = row['mode'] || null, pos = row['pos'] === 'V' ? 'V' : 'N'
  return {
    id: ['act', lemma.replaceAll(' ', '-'), pos, type, ...(mode === null ? [] : [mode])].join('/').replace('/', ':'),
    words: termWords(lemma), tight: /\s(?:to|of|in|on|at|with|for|from|against|by|into|behind)$/.test(lemma), pos, type: type as EventType, mode, frame: pos === 'V' ? 'do' : 'n-on', prior: PRIOR, rate: PRIOR, when: when.split(/\s+/).filter(c => c !== ''),
  }
}
