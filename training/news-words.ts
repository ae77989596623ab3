/**
 * The words of news of conflict by Penn tag, for training/parser.py to put in the place of others: treebanks of web text hardly know
 * that "overran" and "shelled" are verbs. A word that has several rows in data/triggers.tsv is named as often, so that common ones come more.
 *
 *     node training/news-words.ts > scratch/news-words.json
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTable } from '../src/core/lexicon/table.ts'
import { formsOf, plural } from './inflection.ts'

const table = (name: string): readonly Readonly<Record<string, string>>[] => parseTable(readFileSync(join(import.meta.dirname, '../data', name), 'utf8'))
const WORD = /^[a-z]+$/
const triggers = table('triggers.tsv').filter(({ lemma = '' }) => WORD.test(lemma)), people = table('roles.tsv').filter(({ lemma = '', human }) => WORD.test(lemma) && human === 'yes')

/** Frames of verbs that take an object, and of those that take none. */
const OBJECT = new Set(['do', 'kill', 'hurt']), NONE = new Set(['self', 'die', 'boom'])

function verbs(frames: ReadonlySet<string>): Readonly<Record<string, readonly string[]>> {
  const bases = triggers.filter(({ pos, frame = '' }) => pos === 'V' && frames.has(frame)).map(({ lemma = '' }) => lemma)
  const inflected = ['VBD', 'VBN', 'VBG', 'VBZ'].map(tag => [tag, bases.flatMap(base => formsOf(base).filter(([t]) => t === tag).map(([, form]) => form))] as const)
  return Object.fromEntries([['VB', bases], ['VBP', bases], ...inflected])
}

const nouns = (bases: readonly string[]): Readonly<Record<string, readonly string[]>> => ({ NN: bases, NNS: bases.map(plural) })

process.stdout.write(JSON.stringify({ object: verbs(OBJECT), none: verbs(NONE), person: nouns(people.map(({ lemma = '' }) => lemma)), act: nouns(triggers.filter(({ pos }) => pos === 'N').map(({ lemma = '' }) => lemma)) }))
