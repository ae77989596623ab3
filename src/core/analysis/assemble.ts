/** Puts the knowledge of the pipeline together from what ships: tables and models by file name, however their bytes were come by. */
import { buildGazetteer, type GazetteerTables } from '../places/gazetteer.ts'
import { readPlaceLexicon, type PlaceLexicon } from '../places/lexicon.ts'
import { loadParser, parseText } from '../syntax/index.ts'
import { buildKnowledge, type Knowledge } from './knowledge.ts'

/** The models the pipeline cannot do without, by file name; the gazetteer's index is inflated. */
export const MODEL_FILES = ['parser.bin', 'sentences.bin', 'causality.bin', 'gazetteer.bin'] as const
export type ModelFile = (typeof MODEL_FILES)[number]

export interface Shipped {
  /** Version of Casus. */
  readonly version: string
  /** Texts of the tables of data/, as "triggers.tsv". */
  readonly tables: Readonly<Record<string, string>>
  readonly models: Readonly<Record<ModelFile, Uint8Array>>
  /** The text of models/lemmas.tsv. */
  readonly lemmas: string
  /** The inflated bytes of an index of the user's own, or null. */
  readonly imported: Uint8Array | null
}

/** Builds everything the pipeline knows; takes about a second. Throws where a model is damaged. */
export function assembleKnowledge({ version, tables, models, lemmas, imported }: Shipped): Knowledge {
  const parser = loadParser(models['parser.bin'], lemmas)
  return buildKnowledge({
    version, model: parser.version, parse: text => parseText(parser, text), tables, models,
    places: placeLexiconOf(tables), gazetteer: buildGazetteer({ tables: gazetteerTablesOf(tables), cities: models['gazetteer.bin'], imported }),
  })
}

const table = (tables: Shipped['tables'], name: string): string => tables[`${name}.tsv`] ?? ''

/** The tables of the gazetteer, by their role. */
export const gazetteerTablesOf = (tables: Shipped['tables']): GazetteerTables => ({
  countries: table(tables, 'countries-geo'), divisions: table(tables, 'place-admin1'), sites: table(tables, 'sites'), regions: table(tables, 'regions'),
  extra: table(tables, 'place-extra'), villages: table(tables, 'place-villages'), transliteration: table(tables, 'place-transliteration'),
})

const placeLexiconOf = (tables: Shipped['tables']): PlaceLexicon => readPlaceLexicon({
  words: table(tables, 'place-words'), types: table(tables, 'place-types'), cues: table(tables, 'place-cues'), countries: table(tables, 'countries-geo'),
  actors: table(tables, 'actors'), writtenAs: table(tables, 'place-written-as'), abbreviations: table(tables, 'place-abbreviations'), anaphors: table(tables, 'place-anaphors'),
})
