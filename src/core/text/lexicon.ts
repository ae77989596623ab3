/** What the text layer knows of English: abbreviations, cue phrases and the trained boundary model. */
import { parseTable, type Row } from '../lexicon/table.ts'
import { readBoundaryModel, type BoundaryModel } from './model.ts'

/** `title` stands before a name and `number` before a number: no sentence ends between them; `link` never ends a sentence; `other` may. */
export type AbbreviationKind = 'title' | 'number' | 'link' | 'other'

export interface TextLexicon {
  /** As written, with the stop: "Gen."; titles also in capitals. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>
  /** Prefixes that stay on their hyphenated word: "anti" */
  readonly prefixes: ReadonlySet<string>
  /** Words with marks inside that are one token, lower-cased: learned from the treebanks. */
  readonly whole: ReadonlySet<string>
  /** Phrases that give a section away, by what they give away, lower-cased. */
  readonly cues: ReadonlyMap<string, readonly string[]>
  /** Common English words that a title-case headline capitalises without need. */
  readonly commonWords: ReadonlySet<string>
  /** Words that headlines in title case leave small. */
  readonly smallWords: ReadonlySet<string>
  /** Words that begin a sentence after "U.S." */
  readonly openers: ReadonlySet<string>
  /** Words that go on after "5 p.m." */
  readonly afterClock: ReadonlySet<string>
  readonly boundaries: BoundaryModel | null
}

/** `tables`: text of data/ files by name ("abbreviations.tsv", "text-cues.tsv"); `models`: bytes by name ("sentences.bin"). What is absent is left out. */
export function buildTextLexicon(tables: Readonly<Record<string, string>>, models: Readonly<Record<string, Uint8Array>>): TextLexicon {
  const rows = parseTable(tables['abbreviations.tsv'] ?? '')
  const bytes = models['sentences.bin']
  const model = bytes === undefined ? null : readBoundaryModel(bytes)
  const cues = readCues(parseTable(tables['text-cues.tsv'] ?? ''))
  return {
    abbreviations: readAbbreviations(rows),
    prefixes: new Set(rows.filter(r => r['kind'] === 'prefix').map(r => (r['form'] ?? '').replace(/-$/, ''))),
    whole: new Set(model?.whole ?? []),
    cues,
    commonWords: new Set(model?.commonWords ?? []),
    smallWords: new Set(cues.get('small-word') ?? []),
    openers: new Set(cues.get('sentence-opener') ?? []),
    afterClock: new Set(cues.get('after-clock') ?? []),
    boundaries: model,
  }
}

function readAbbreviations(rows: readonly Row[]): ReadonlyMap<string, AbbreviationKind> {
  const out = new Map<string, AbbreviationKind>()
  for (const row of rows) {
    const form = row['form'] ?? '', kind = row['kind'] ?? ''
    if (kind === 'prefix' || form === '') continue
    const known = kind === 'title' || kind === 'number' || kind === 'link' ? kind : 'other'
    if (!out.has(form)) out.set(form, known)
    if (known !== 'other' && !out.has(form.toUpperCase())) out.set(form.toUpperCase(), known)
  }
  return out
}

function readCues(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>()
  for (const row of rows) {
    const kind = row['kind'] ?? '', phrase = (row['phrase'] ?? '').toLowerCase()
    const list = out.get(kind)
    if (list === undefined) out.set(kind, [phrase]); else list.push(phrase)
  }
  return out
}
