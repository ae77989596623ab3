/** What deciding about incidents knows: learned weights and what each reason says, generic words, kindred modes, agencies. */
import { parseTable, listCell, type Row } from '../lexicon/table.ts'
import { buildWordLists } from '../lexicon/word-lists.ts'
import { stemmed, wordsIn } from './bag.ts'

export interface IncidentLexicon {
  /** Weight of each reason for or against one occurrence (data/incident-weights.tsv). */
  readonly weights: ReadonlyMap<string, number>
  /** Each reason in words. */
  readonly says: ReadonlyMap<string, string>
  /** Words of names that tell no side from another ("army", "militants"), without their endings. */
  readonly generic: ReadonlySet<string>
  readonly small: ReadonlySet<string>
  /** Words for kinds of places ("village", "camp"), which tell no place from another. */
  readonly kinds: ReadonlySet<string>
  /** For each mode those that reports take for it. */
  readonly kin: ReadonlyMap<string, ReadonlySet<string>>
  /** Words that tell of an aircraft that came down, without their endings (data/word-lists.tsv). */
  readonly downings: ReadonlySet<string>
  /** The same weights for mentions of events (decision "mention"), and the cue words of speech. */
  readonly mentionWeights: ReadonlyMap<string, number>
  readonly cues: ReadonlySet<string>
  /** Agency ids by the names they sign with, folded. */
  readonly agencies: ReadonlyMap<string, string>
}

/** Reads incident-weights.tsv, mode-kin.tsv, agencies.tsv, roles.tsv, group-shapes.tsv, claim-cues.tsv, text-cues.tsv and word-lists.tsv. */
export function buildIncidentLexicon(tables: Readonly<Record<string, string>>): IncidentLexicon {
  const rows = (name: string): readonly Row[] => parseTable(tables[name] ?? ''), pair = rows('incident-weights.tsv').filter(r => r['decision'] === 'pair')
  return {
    weights: new Map(pair.map(r => [r['feature'] ?? '', Number(r['weight'])])),
    says: new Map(pair.map(r => [r['feature'] ?? '', r['says'] ?? ''])),
    generic: new Set([...rows('roles.tsv').map(r => r['lemma'] ?? ''), ...rows('group-shapes.tsv').map(r => r['word'] ?? '')].flatMap(stemmed)),
    small: new Set(rows('text-cues.tsv').filter(r => r['kind'] === 'small-word').map(r => r['phrase'] ?? '')),
    kinds: new Set(rows('place-types.tsv').flatMap(r => wordsIn(r['word'] ?? ''))),
    kin: kinOf(rows('mode-kin.tsv')),
    downings: new Set([...buildWordLists(tables['word-lists.tsv'] ?? '')['downing-word']].flatMap(stemmed)),
    mentionWeights: new Map(rows('incident-weights.tsv').filter(r => r['decision'] === 'mention').map(r => [r['feature'] ?? '', Number(r['weight'])])),
    cues: new Set(rows('claim-cues.tsv').map(r => r['lemma'] ?? '')),
    agencies: new Map(rows('agencies.tsv').flatMap(r => listCell(r['names']).map(name => [name.toLowerCase(), r['agency'] ?? ''] as const))),
  }
}

/** The rows both ways. */
function kinOf(rows: readonly Row[]): ReadonlyMap<string, ReadonlySet<string>> {
  const out = new Map<string, Set<string>>(), put = (a: string, b: string): void => { out.set(a, (out.get(a) ?? new Set()).add(b)) }
  for (const row of rows) for (const kin of listCell(row['kin'])) { put(row['mode'] ?? '', kin); put(kin, row['mode'] ?? '') }
  return out
}
