/** What the pipeline knows of the language and the world: lexicons from data/, models from models/, built once and shared. */
import { buildCauseLexicon, type CauseLexicon } from '../causes/index.ts'
import { buildClaimLexicon, type ClaimLexicon } from '../claims/index.ts'
import { buildEntityLexicon, type EntityLexicon } from '../entities/lexicon.ts'
import { buildActLexicon } from '../events/act-lexicon.ts'
import { buildActOperators, type ActOperators } from '../events/between.ts'
import { buildEventLexicon, type EventLexicon } from '../events/lexicon.ts'
import { buildStatusLexicon, type StatusLexicon } from '../events/status.ts'
import type { SyntaxLayer, TextLayer } from '../model/index.ts'
import type { Gazetteer } from '../places/gazetteer.ts'
import type { PlaceLexicon } from '../places/lexicon.ts'
import { buildNumberLexicon, type NumberLexicon } from '../quantities/index.ts'
import { buildTextLexicon, type TextLexicon } from '../text/index.ts'
import { buildTimeLexicon, type TimeLexicon } from '../times/index.ts'

export interface Knowledge {
  readonly version: string
  /** Version of the parser model, or null. */
  readonly model: string | null
  readonly text: TextLexicon
  readonly parse: (text: TextLayer) => SyntaxLayer
  readonly times: TimeLexicon
  readonly places: PlaceLexicon
  readonly gazetteer: Gazetteer
  readonly numbers: NumberLexicon
  readonly entities: EntityLexicon
  readonly events: EventLexicon
  readonly statuses: StatusLexicon
  readonly claims: ClaimLexicon
  readonly causes: CauseLexicon
  /** Words that bear on another act and make it one of their own. */
  readonly operators: ActOperators
  /** The event lexicon with the words that join two given parties besides. */
  readonly acts: EventLexicon
}

/** What comes from outside: tables and models by file name, and what needs more than a table to be read. */
export interface Ingredients extends Pick<Knowledge, 'version' | 'model' | 'parse' | 'places' | 'gazetteer'> {
  readonly tables: Readonly<Record<string, string>>
  readonly models: Readonly<Record<string, Uint8Array>>
}

/** Builds every lexicon. */
export function buildKnowledge({ tables, models, ...rest }: Ingredients): Knowledge {
  const events = buildEventLexicon(tables)
  return {
    ...rest,
    text: buildTextLexicon(tables, models),
    times: buildTimeLexicon(tables),
    numbers: buildNumberLexicon(tables),
    entities: buildEntityLexicon(tables),
    events,
    statuses: buildStatusLexicon(tables),
    claims: buildClaimLexicon(tables),
    causes: buildCauseLexicon(tables, models, events.triggers),
    operators: buildActOperators(tables['act-operators.tsv'] ?? ''),
    acts: buildActLexicon(events, tables['act-triggers.tsv'] ?? ''),
  }
}
