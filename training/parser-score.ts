/**
 * Scores tags, heads and labels from raw paragraphs, as the CoNLL 2018 evaluation counts: F1 over words with the same
 * extent, labels without their subtypes. `node training/parser-score.ts ../shared/corpora/ud_ewt/dev.conllu ...`
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TextLayer, Token } from '../src/core/model/index.ts'
import { loadParser, parseText } from '../src/core/syntax/index.ts'
import { buildTextLexicon, plainForm } from '../src/core/text/index.ts'
import { readParagraphs } from './sentences-corpus.ts'
import { cutParagraph } from './sentences-score.ts'

const here = (...parts: readonly string[]): string => join(import.meta.dirname, '..', ...parts)
const tables = Object.fromEntries(['text-cues.tsv', 'abbreviations.tsv'].map(name => [name, readFileSync(here('data', name), 'utf8')]))
const lexicon = buildTextLexicon(tables, { 'sentences.bin': readFileSync(here('models/sentences.bin')) })
const parser = loadParser(readFileSync(here('models/parser.bin')), readFileSync(here('models/lemmas.tsv'), 'utf8'))

interface GoldWord { readonly upos: string; readonly lemma: string; readonly head: number; readonly deprel: string }

/** Words of the file in order; heads as indices into the same list, -1 for a root. */
function goldWords(path: string): readonly GoldWord[] {
  const out: GoldWord[] = []
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const first = out.length
    for (const line of block.split('\n')) {
      const [id = '', , lemma = '', upos = '', , , head = '', deprel = ''] = line.split('\t')
      if (/^\d+$/.test(id)) out.push({ upos, lemma, head: head === '0' ? -1 : first + Number(head) - 1, deprel: deprel.split(':')[0]! })
    }
  }
  return out
}

/** One layer over all paragraphs, a blank line between them, and the gold extents in it. */
function layerOf(path: string): { readonly layer: TextLayer; readonly gold: readonly string[] } {
  const tokens: Token[] = [], sentences: TextLayer['sentences'][number][] = [], gold: string[] = []
  let text = ''
  for (const paragraph of readParagraphs(path)) {
    const base = text.length, cut = cutParagraph(paragraph.text, lexicon), begin = tokens.length
    text += `${paragraph.text}\n\n`
    gold.push(...paragraph.tokens.map(([s, e]) => `${base + s}-${base + e}`))
    let at = begin
    for (const [start, end] of cut.tokens) { const form = paragraph.text.slice(start, end); tokens.push({ start: base + start, end: base + end, form, norm: plainForm(form), sentence: 0 }) }
    for (const [start, end] of cut.sentences) {
      const first = at
      while (at < tokens.length && tokens[at]!.start < base + end) at++
      if (at > first) sentences.push({ start: base + start, end: base + end, index: sentences.length, paragraph: 0, section: 0, first, last: at })
    }
  }
  return { layer: { text, casing: 'mixed', sections: [], paragraphs: [], sentences, tokens, dateline: null }, gold }
}

for (const path of process.argv.slice(2)) {
  const { layer, gold } = layerOf(path), words = goldWords(path)
  const started = performance.now(), parsed = parseText(parser, layer), seconds = (performance.now() - started) / 1000
  const goldAt = new Map(gold.map((key, i) => [key, i])), foundAt = layer.tokens.map(t => goldAt.get(`${t.start}-${t.end}`) ?? -1)
  const hits = { tokens: 0, upos: 0, lemma: 0, uas: 0, las: 0 }
  layer.tokens.forEach((_, i) => {
    const g = words[foundAt[i]!]
    if (g === undefined) return
    hits.tokens++
    if (g.upos === parsed.upos[i]) hits.upos++
    if (g.lemma.toLowerCase() === parsed.lemma[i]!.toLowerCase()) hits.lemma++
    const head = parsed.head[i]!, same = head < 0 ? g.head < 0 : g.head >= 0 && foundAt[head] === g.head
    if (same) hits.uas++
    if (same && g.deprel === parsed.deprel[i]!.split(':')[0]) hits.las++
  })
  const f1 = (n: number): string => (200 * n / (layer.tokens.length + words.length)).toFixed(2)
  process.stdout.write(`${path}  ${Object.entries(hits).map(([name, n]) => `${name} ${f1(n)}`).join('  ')}  ${(layer.tokens.length / seconds).toFixed(0)} tokens/s\n`)
}
