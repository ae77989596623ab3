/** UD treebanks: sentences, words, tags and trees from raw text. */
import { readFileSync } from 'node:fs'
import { points, type Board, type Input, type Mistake, type Outcome } from '../board.ts'
import type { Engine } from '../engine.ts'
import { alignWords, countWords, wordFigures, type Parsed, type Word } from '../metrics/words.ts'
import type { Layers } from '../../src/core/events/reading.ts'

const STANZA = { name: 'Stanza', on: 'EWT test', source: 'Qi et al. 2020, ACL; stanza model performance page' }

export const treebanks: Board = {
  name: 'treebanks', title: 'UD English EWT and GUM',
  measures: 'F1 of words, tags, lemmas, heads and labelled heads from raw text, as the CoNLL 2018 evaluation counts them: words align where they cover the same characters, white space aside, and within a multiword token by the longest common sequence of forms; labels lose their subtypes. Each document is read as paragraphs with a blank line between; documents whose words the treebank masks are not there to be read.',
  heldOut: 'Tagger, parser, lemmas and sentence splitter are trained on the training halves of both treebanks and chosen on the development halves shown here; Stanza is trained on EWT.',
  metrics: [points('words F1'), points('UPOS F1'), points('lemmas F1'), points('UAS F1', [{ ...STANZA, value: 86.2 }]), points('LAS F1', [{ ...STANZA, value: 83.6 }]), points('sentences F1')],
  parts: [
    { name: 'EWT dev', split: 'dev', files: ['ud_ewt/dev.conllu'] },
    { name: 'GUM dev', split: 'dev', files: ['gum/dev.conllu'] },
    { name: 'GUM dev, other genres', split: 'dev', files: ['gum/dev.nc.conllu'] },
    { name: 'EWT test', split: 'test', files: ['ud_ewt/test.conllu'] },
    { name: 'GUM test', split: 'test', files: ['gum/test.conllu'] },
    { name: 'GUM test, other genres', split: 'test', files: ['gum/test.nc.conllu'] },
  ],
  sample: 60,
  run: runTreebanks,
}

/** A document of a treebank: its raw text and its analysis. */
export interface TreebankDocument { readonly id: string; readonly text: string; readonly gold: Parsed }

interface Growing { id: string; text: string; glue: string; bare: number; words: Word[]; sentences: (readonly [number, number])[] }

/** Documents of a CoNLL-U file: "# newdoc" parts them, "# newpar" paragraphs; SpaceAfter=No glues tokens; nodes of ellipsis are left out, and so are documents whose words are masked. */
export function readConllu(source: string): readonly TreebankDocument[] {
  const out: Growing[] = []
  for (const block of source.split(/\n\n+/)) {
    const lines = block.split('\n')
    if (!lines.some(line => /^\d/.test(line))) continue
    const id = lines.find(line => line.startsWith('# newdoc'))?.replace(/^# newdoc(?: id = )?/, '')
    if (id !== undefined || out.length === 0) out.push({ id: id ?? '', text: '', glue: '', bare: 0, words: [], sentences: [] })
    const document = out.at(-1)!
    if (document.text !== '' && lines.some(line => line.startsWith('# newpar'))) document.glue = '\n\n'
    addSentence(document, lines.filter(line => /^\d+(?:-\d+)?\t/.test(line)).map(line => line.split('\t')))
  }
  return out.filter(({ words }) => words.filter(w => MASKED.test(w.form)).length < words.length / 2).map(({ id, text, words, sentences }) => ({ id, text, gold: { words, sentences } }))
}

/** A word that the treebank may not print (GUM's Reddit documents, EWT's in PropBank). */
const MASKED = /^_+$/

function addSentence(document: Growing, lines: readonly (readonly string[])[]): void {
  const first = document.words.length, from = document.bare
  let until = 0, start = 0
  for (const [id = '', form = '', lemma = '', upos = '', , , head = '', deprel = '', , misc = ''] of lines) {
    const range = /^(\d+)-(\d+)$/.exec(id), within = range === null && Number(id) <= until
    if (!within) {
      document.text += document.glue + form
      document.glue = misc.includes('SpaceAfter=No') ? '' : ' '
      start = document.bare
      document.bare += bareLength(form)
    }
    if (range !== null) { until = Number(range[2]); continue }
    document.words.push({ start, end: document.bare, multiword: within, form, lemma, upos, head: head === '0' ? -1 : first + Number(head) - 1, deprel: deprel.split(':')[0]! })
  }
  document.sentences.push([from, document.bare])
}

const bareLength = (text: string): number => text.replace(/\s/gu, '').length

/** The engine's layers in the same terms. */
export function parsedOf({ text, syntax }: Pick<Layers, 'text' | 'syntax'>): Parsed {
  const bare = new Int32Array(text.text.length + 1)
  for (let i = 0; i < text.text.length; i++) bare[i + 1] = bare[i]! + (/\s/u.test(text.text[i]!) ? 0 : 1)
  const words = text.tokens.map((token, i): Word => ({ start: bare[token.start]!, end: bare[token.end]!, multiword: false, form: token.form, lemma: syntax.lemma[i]!, upos: syntax.upos[i]!, head: syntax.head[i]!, deprel: syntax.deprel[i]!.split(':')[0]! }))
  const sentences = text.sentences.filter(s => s.last > s.first).map(s => [words[s.first]!.start, words[s.last - 1]!.end] as const)
  return { words, sentences }
}

function runTreebanks({ files }: Input, engine: Engine): Outcome {
  const documents = engine.pick(files.flat().flatMap(path => readConllu(readFileSync(path, 'utf8'))))
  const read = documents.map(document => {
    const layers = engine.layers({ id: document.id, text: document.text })
    return { document, found: layers === null ? { words: [], sentences: [] } : parsedOf(layers) }
  })
  return { measured: wordFigures(read.map(({ document, found }) => countWords(document.gold, found))), mistakes: read.flatMap(({ document, found }) => mistakesOf(document, found)) }
}

/** Aligned words with another tag, head or label. */
function mistakesOf({ id, gold }: TreebankDocument, found: Parsed): readonly Mistake[] {
  const pairs = alignWords(gold.words, found.words), goldOf = new Map(pairs.map(([g, s]) => [s, g]))
  const told = (list: readonly Word[], word: Word): string => `${word.upos} ${word.deprel} of ${list[word.head]?.form ?? 'root'}`
  return pairs.flatMap(([g, s]): readonly Mistake[] => {
    const [a, b] = [gold.words[g]!, found.words[s]!], head = b.head < 0 ? -1 : goldOf.get(b.head)
    if (a.upos === b.upos && head === a.head && a.deprel === b.deprel) return []
    return [{ kind: 'wrong', document: id, text: gold.words.slice(Math.max(0, g - 8), g + 8).map((w, i) => i === Math.min(8, g) ? `[${w.form}]` : w.form).join(' '), expected: told(gold.words, a), got: told(found.words, b), trail: [] }]
  })
}
