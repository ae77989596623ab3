/** Words that report, accuse, deny, condemn, confirm and claim, read from data/claim-cues.tsv. */
import type { Weights } from '../events/lexicon.ts'
import { parseTable } from '../lexicon/table.ts'

/** What a cue does: "view" tells what somebody believes, feels or wants, the "-noun" kinds are nouns ("a claim that", "support for"); what the table calls "mind" is a view of which no claim is made. */
export type CueKind = 'say' | 'quoted' | 'confirm' | 'accuse' | 'condemn' | 'deny' | 'own' | 'view'

/** `takes`: how its content is tied to it: "that" (a clause or quotation), "quoted" (a quotation), "obj", "idea" (an object that is itself a word for what is said or thought: "hold the view", "raise doubts"), "figure" (an object that is a word for a number of dead: "put the toll at 12"), "passive" (the subject of a passive that names nobody: "was criticised"), "to" (an infinitive) or a preposition. */
export interface Cue { readonly kind: CueKind; readonly takes: ReadonlySet<string> }

/** Cues by their lemma. */
export interface Cues {
  readonly verbs: ReadonlyMap<string, readonly Cue[]>
  /** Nouns that carry an attribution of their own: "the claim that", "opposition to". */
  readonly nouns: ReadonlyMap<string, Cue>
  /** Adjectives of mind: "critical of", "willing to". */
  readonly adjectives: ReadonlyMap<string, Cue>
}

export interface ClaimLexicon extends Cues {
  /** What shows somebody's mind and makes no claim: "ordered a review", "issued a plan", "his attacks on the press". */
  readonly attitudes: Cues
  /** Nouns for what is said of somebody ("charge", "allegation") and for taking an act on oneself. */
  readonly statements: ReadonlySet<string>
  readonly responsibility: ReadonlySet<string>
  /** Nouns of no listed role that can still report something ("witness", "footage"). */
  readonly voices: ReadonlySet<string>
  /** Those who saw what was done, and charge nobody by telling it. */
  readonly onlookers: ReadonlySet<string>
  /** Nouns for a number of dead or hurt. */
  readonly figures: ReadonlySet<string>
  /** Papers through which somebody speaks. */
  readonly documents: ReadonlySet<string>
  /** Words that condemn what they are said of, and words that say what an act was for. */
  readonly outrage: ReadonlySet<string>
  /** Words that condemn an act which is called so ("called the arrests arbitrary") and else nothing. */
  readonly verdicts: ReadonlySet<string>
  readonly purposes: ReadonlySet<string>
  /** Verbs that call an act something, and words that say that something is not so. */
  readonly judges: ReadonlySet<string>
  readonly negatives: ReadonlySet<string>
  /** Nouns of what somebody has done ("the work of bandits") and of those who did it ("the killers were"). */
  readonly deeds: ReadonlySet<string>
  readonly culprits: ReadonlySet<string>
  /** What speaks for a claim (claim-weights.tsv). */
  readonly weights: Weights
}

/** `tables`: text of data/ files by name; "claim-cues.tsv" and "claim-weights.tsv" are read. */
export function buildClaimLexicon(tables: Readonly<Record<string, string>>): ClaimLexicon {
  const rows = parseTable(tables['claim-cues.tsv'] ?? ''), cues = rows.filter(row => !WORD_LISTS.has(row['kind'] ?? '')), isMind = (row: Row): boolean => row['kind'] === 'mind' || row['kind'] === 'mind-noun'
  const words = (kind: string): ReadonlySet<string> => new Set(rows.filter(row => row['kind'] === kind).map(row => row['lemma'] ?? ''))
  return { ...cuesOf(cues.filter(row => !isMind(row))), attitudes: cuesOf(cues.filter(isMind)), statements: words('statement'), responsibility: words('own'), voices: words('voice'), onlookers: words('onlooker'), documents: words('document'), figures: words('figure'), outrage: words('outrage'), verdicts: words('verdict'), purposes: words('purpose'), judges: words('judge'), negatives: words('negative'), deeds: words('deed'), culprits: words('culprit'), weights: Object.fromEntries(parseTable(tables['claim-weights.tsv'] ?? '').map(row => [row['feature'] ?? '', Number(row['weight'])])) }
}

type Row = Readonly<Record<string, string>>

function cuesOf(rows: readonly Row[]): Cues {
  const verbs = new Map<string, Cue[]>(), nouns = new Map<string, Cue>(), adjectives = new Map<string, Cue>()
  for (const { lemma = '', pos, kind = '', takes = '' } of rows) {
    const cue = { kind: (KINDS[kind] ?? kind) as CueKind, takes: new Set(takes.split('|')) }
    if (pos === 'V') verbs.set(lemma, [...(verbs.get(lemma) ?? []), cue])
    else (pos === 'A' ? adjectives : nouns).set(lemma, cue)
  }
  return { verbs, nouns, adjectives }
}

/** Kinds of rows that are not named as the kind of their cue is. */
const KINDS: Readonly<Record<string, CueKind>> = { 'say-noun': 'say', 'view-noun': 'view', 'mind': 'view', 'mind-noun': 'view' }

/** Kinds that list words and are no cues. */
const WORD_LISTS = new Set(['statement', 'own', 'voice', 'outrage', 'verdict', 'purpose', 'judge', 'negative', 'document', 'figure', 'onlooker', 'deed', 'culprit'])
