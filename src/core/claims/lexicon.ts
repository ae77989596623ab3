/** Words that report, accuse, deny, condemn, confirm and claim, read from data/claim-cues.tsv. */
import { parseTable } from '../lexicon/table.ts'

/** What a cue does: "view" tells what somebody believes, feels or wants, the "-noun" kinds are nouns ("a claim that", "support for"). */
export type CueKind = 'say' | 'quoted' | 'confirm' | 'accuse' | 'condemn' | 'deny' | 'own' | 'view'

/** `takes`: how its content is tied to it: "that" (a clause or quotation), "obj", "to" (an infinitive) or a preposition. */
export interface Cue { readonly kind: CueKind; readonly takes: ReadonlySet<string> }

export interface ClaimLexicon {
  readonly verbs: ReadonlyMap<string, readonly Cue[]>
  /** Nouns that carry an attribution of their own: "the claim that", "opposition to". */
  readonly nouns: ReadonlyMap<string, Cue>
  /** Adjectives of mind: "critical of", "willing to". */
  readonly adjectives: ReadonlyMap<string, Cue>
  /** Nouns for what is said of somebody ("charge", "allegation") and for taking an act on oneself. */
  readonly statements: ReadonlySet<string>
  readonly responsibility: ReadonlySet<string>
}

/** `tables`: text of data/ files by name; only "claim-cues.tsv" is read. */
export function buildClaimLexicon(tables: Readonly<Record<string, string>>): ClaimLexicon {
  const verbs = new Map<string, Cue[]>(), nouns = new Map<string, Cue>(), adjectives = new Map<string, Cue>(), statements = new Set<string>(), responsibility = new Set<string>()
  for (const { lemma = '', pos, kind = '', takes = '' } of parseTable(tables['claim-cues.tsv'] ?? '')) {
    const cue = { kind: kind.replace('-noun', '') as CueKind, takes: new Set(takes.split('|')) }
    if (pos === 'V') verbs.set(lemma, [...(verbs.get(lemma) ?? []), cue])
    else if (pos === 'A') adjectives.set(lemma, cue)
    else if (kind === 'say-noun' || kind === 'view-noun') nouns.set(lemma, cue)
    else if (kind === 'statement') statements.add(lemma)
    else if (kind === 'own') responsibility.add(lemma)
  }
  return { verbs, nouns, adjectives, statements, responsibility }
}
