/**
 * Learns models/lemmas.tsv from the training files of UD EWT and GUM: for each fine tag the endings that change and,
 * where an ending does not say enough, the word itself. The verbs and nouns of data/triggers.tsv are read as well, regularly inflected.
 *
 *     node training/lemmas.ts ../shared/corpora
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTable } from '../src/core/lexicon/table.ts'

const corpora = process.argv[2] ?? '../shared/corpora'
const INFLECTED = new Set(['VBD', 'VBN', 'VBG', 'VBZ', 'NNS', 'NNPS', 'JJR', 'JJS', 'RBR', 'RBS'])
const CLOSED = new Set(['PRP', 'PRP$', 'MD', 'VB', 'VBP', 'DT', 'RB', 'WP', 'POS', 'EX'])
const LONGEST = 6

/** Votes[tag][form][lemma] of every token. */
const votes = new Map<string, Map<string, Map<string, number>>>()
function vote(tag: string, form: string, lemma: string): void {
  const forms = votes.get(tag) ?? new Map<string, Map<string, number>>()
  votes.set(tag, forms)
  const lemmas = forms.get(form) ?? new Map<string, number>()
  forms.set(form, lemmas)
  lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1)
}

for (const file of ['ud_ewt/train.conllu', 'gum/train.conllu']) {
  for (const line of readFileSync(join(corpora, file), 'utf8').split('\n')) {
    const [id = '', form = '', lemma = '', , tag = ''] = line.split('\t')
    if (/^\d+$/.test(id) && lemma !== '_' && /^['’\p{L}-]+$/u.test(form) && !/@/.test(lemma) && (INFLECTED.has(tag) || CLOSED.has(tag))) vote(tag, form.toLowerCase(), lemma.toLowerCase())
  }
}

const VOWEL = /[aeiou]/
const doubled = (w: string): boolean => /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(w)
const past = (w: string): string => (w.endsWith('e') ? `${w}d` : /[^aeiou]y$/.test(w) ? `${w.slice(0, -1)}ied` : doubled(w) ? `${w}${w.at(-1)}ed` : `${w}ed`)
const present = (w: string): string => (w.endsWith('e') && !/(ee|oe|ye)$/.test(w) ? `${w.slice(0, -1)}ing` : doubled(w) ? `${w}${w.at(-1)}ing` : `${w}ing`)
const plural = (w: string): string => (/(s|x|z|ch|sh)$/.test(w) ? `${w}es` : /[^aeiou]y$/.test(w) ? `${w.slice(0, -1)}ies` : `${w}s`)

for (const { lemma = '', pos } of parseTable(readFileSync(join(import.meta.dirname, '../data/triggers.tsv'), 'utf8'))) {
  if (!/^[a-z]+$/.test(lemma) || !VOWEL.test(lemma)) continue
  const known = (tag: string): boolean => [...(votes.get(tag)?.values() ?? [])].some(lemmas => lemmas.has(lemma))
  if (pos === 'VERB' || pos === 'V') {
    if (!known('VBD') && !known('VBN')) { vote('VBD', past(lemma), lemma); vote('VBN', past(lemma), lemma) }
    if (!known('VBG')) vote('VBG', present(lemma), lemma)
    if (!known('VBZ')) vote('VBZ', plural(lemma), lemma)
  } else if (!known('NNS')) vote('NNS', plural(lemma), lemma)
}

/** Plurals of two nouns, of which the corpora know the rarer one for our texts. */
for (const [form, lemma] of [['bases', 'base'], ['axes', 'axe']] as const) votes.get('NNS')?.set(form, new Map([[lemma, 1]]))

const best = (counts: ReadonlyMap<string, number>): readonly [string, number] => [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))
const rows: string[] = []
for (const [tag, forms] of [...votes].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  const words = [...forms].map(([form, counts]) => ({ form, lemma: best(counts)[0], count: best(counts)[1] })).sort((a, b) => (a.form < b.form ? -1 : 1))
  const endings = new Map<string, string>()
  if (INFLECTED.has(tag)) {
    const seen = new Map<string, Map<string, number>>()
    for (const { form, lemma } of words) for (let n = 0; n <= Math.min(LONGEST, form.length - 1); n++) {
      const kept = form.slice(0, form.length - n)
      if (!lemma.startsWith(kept)) continue
      const ending = form.slice(kept.length), counts = seen.get(ending) ?? new Map<string, number>()
      seen.set(ending, counts)
      counts.set(lemma.slice(kept.length), (counts.get(lemma.slice(kept.length)) ?? 0) + 1)
    }
    for (let n = 0; n <= LONGEST; n++) for (const [ending, counts] of seen) if (ending.length === n) {
      const [to, times] = best(counts), shorter = predict(ending, endings)
      if ((times >= 2 || n <= 2) && shorter !== to) endings.set(ending, to)
    }
    for (const [ending, to] of [...endings].sort((a, b) => (a[0] < b[0] ? -1 : 1))) rows.push(`-${ending}\t${tag}\t${to}`)
  }
  for (const { form, lemma, count } of words) if (predict(form, endings) !== lemma && (INFLECTED.has(tag) || count >= 2)) rows.push(`${form}\t${tag}\t${lemma}`)
}

/** The word with its longest listed ending rewritten. */
function predict(form: string, endings: ReadonlyMap<string, string>): string {
  for (let n = Math.min(LONGEST, form.length); n >= 0; n--) {
    const to = endings.get(form.slice(form.length - n))
    if (to !== undefined) return form.slice(0, form.length - n) + to
  }
  return form
}

writeFileSync(join(import.meta.dirname, '../models/lemmas.tsv'), `# Made by training/lemmas.ts from UD EWT and GUM (training files). "-ending tag new-ending" or "form tag lemma".\n${rows.join('\n')}\n`)
process.stdout.write(`${rows.length} rows\n`)
