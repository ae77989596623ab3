/** Words that report, accuse, deny, condemn, confirm and claim, read from data/claim-cues.tsv. */
import { parseTable } from '../lexicon/table.ts'

export type CueKind = 'say' | 'quoted' | 'confirm' | 'accuse' | 'condemn' | 'deny' | 'own'

export interface Cue { readonly kind: CueKind; readonly frame: string }

export interface ClaimLexicon {
  readonly verbs: ReadonlyMap<string, readonly Cue[]>
  /** Nouns for what is said of somebody ("charge", "allegation") and for taking an act on oneself. */
  readonly statements: ReadonlySet<string>
  readonly responsibility: ReadonlySet<string>
}

/** `tables`: text of data/ files by name; only "claim-cues.tsv" is read. */
export function buildClaimLexicon(tables: Readonly<Record<string, string>>): ClaimLexicon {
  const verbs = new Map<string, Cue[]>(), statements = new Set<string>(), responsibility = new Set<string>()
  for (const { lemma = '', pos, kind = '', frame = '' } of parseTable(tables['claim-cues.tsv'] ?? '')) {
    if (pos === 'V') verbs.set(lemma, [...(verbs.get(lemma) ?? []), { kind: kind as CueKind, frame }])
    else if (kind === 'statement') statements.add(lemma)
    else if (kind === 'own') responsibility.add(lemma)
  }
  return { verbs, statements, responsibility }
}
