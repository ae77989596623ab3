/** The place lexicon: words that look like place names but are not, type words, cues beside names, demonyms. */
import { listCell, parseTable } from '../lexicon/table.ts'
import type { Precision } from '../model/place.ts'
import { readCountries } from './countries.ts'
import { placeKey } from './key.ts'

/** What else a place name can be: an ordinary word, part of a person's name, a given name. */
export type OtherUse = 'word' | 'person' | 'given'
export type CueKind = 'locative' | 'where' | 'weak' | 'assault' | 'near' | 'direction' | 'adjective' | 'title' | 'speech' | 'organisation' | 'participle' | 'month' | 'trust' | 'strike' | 'of-place' | 'work' | 'aim' | 'upon' | 'departure' | 'shape'

/** A type word ("province", "refugee camp"); `precision` is null where it changes nothing; one that is `titled` stands before a name in capitals too, as a title does ("Barangay San Miguel"). */
export interface TypeWord { readonly words: readonly string[]; readonly precision: Precision | null; readonly after: boolean; readonly before: boolean; readonly titled: boolean; readonly kind: string }

/** What a word that points back to a place calls it; `whole` means the whole country, `apart` sets another place apart. */
export type BackKind = 'village' | 'town' | 'city' | 'capital' | 'district' | 'province' | 'site' | 'there' | 'whole' | 'apart'

export interface PlaceLexicon {
  /** Other uses of a plain key. */
  readonly uses: (key: string) => ReadonlySet<OtherUse>
  /** True when the words, as written and as a plain key, are the whole name of an armed group, party, organisation or publisher. */
  readonly isGroup: (written: string, key: string) => boolean
  /** True when the word of a plain key stands in a name of several words of such a group. */
  readonly inGroups: (word: string) => boolean
  readonly is: (word: string, kind: CueKind) => boolean
  /** What a word calls a place that it points back to, or null. */
  readonly back: (word: string) => BackKind | null
  /** Type words by their first word, the longest first. */
  readonly types: ReadonlyMap<string, readonly TypeWord[]>
  /** Country of a demonym's plain key ("syrian", "syrians"), or null. */
  readonly demonym: (key: string) => string | null
  /** The country as whose part reports may write a territory ("the Chinese city of Hong Kong"), or null; says nothing of whose it is. */
  readonly writtenAs: (territory: string) => string | null
  /** Id of the division that a shortened name after a town stands for ("Ky.", "N.S.W."), or null. */
  readonly abbreviation: (written: string) => string | null
}

const NONE: ReadonlySet<OtherUse> = new Set()

const GROUPS = new Set(['armed-group', 'militia', 'armed-wing', 'party', 'criminal', 'cartel', 'media', 'coalition', 'igo', 'ngo', 'company'])

/** Reads data/place-words.tsv, place-types.tsv, place-cues.tsv, place-anaphors.tsv, place-abbreviations.tsv, the demonyms of countries-geo.tsv and the groups of actors.tsv. */
export function readPlaceLexicon(tables: { readonly words: string; readonly types: string; readonly cues: string; readonly countries: string; readonly actors: string; readonly writtenAs: string; readonly abbreviations: string; readonly anaphors: string }): PlaceLexicon {
  const uses = new Map<string, Set<OtherUse>>(), cues = new Map<string, Set<CueKind>>()
  const into = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => { map.set(key, (map.get(key) ?? new Set<V>()).add(value)) }
  const anaphors = new Map(parseTable(tables.anaphors).map(row => [row['word']!, row['kind'] as BackKind]))
  for (const row of parseTable(tables.words)) into(uses, row['word']!, row['kind'] as OtherUse)
  for (const row of parseTable(tables.cues)) into(cues, row['cue']!, row['kind'] as CueKind)
  const demonyms = readDemonyms(tables.countries), written = new Map(parseTable(tables.writtenAs).map(row => [row['territory']!, row['written-as']!])), groups = readGroups(tables.actors)
  const short = new Map(parseTable(tables.abbreviations).map(row => [row['abbreviation']!.replace(/\.$/, ''), `admin1:${row['country']}.${row['code']}`]))
  return {
    ...groups,
    back: word => anaphors.get(word) ?? null,
    abbreviation: name => short.get(name.replace(/\.$/, '')) ?? null,
    uses: key => uses.get(key) ?? NONE,
    is: (word, kind) => cues.get(word)?.has(kind) ?? false,
    types: readTypes(tables.types),
    demonym: key => demonyms.get(key) ?? null,
    writtenAs: territory => written.get(territory) ?? null,
  }
}

/** Names of groups; one marked "cs:" only counts as written there. */
function readGroups(actors: string): Pick<PlaceLexicon, 'isGroup' | 'inGroups'> {
  const keys = new Set<string>(), exact = new Set<string>(), words = new Set<string>()
  for (const row of parseTable(actors)) if (GROUPS.has(row['kind'] ?? '')) for (const name of [row['name']!, ...listCell(row['aliases'])]) {
    if (name.startsWith('metonym:')) continue
    const bare = name.replace(/^cs:/, ''), key = placeKey(bare)
    if (bare === name) keys.add(key)
    else exact.add(bare)
    if (key.includes(' ')) for (const word of key.split(' ')) words.add(word)
  }
  return { isGroup: (written, key) => keys.has(key) || exact.has(written), inGroups: word => words.has(word) }
}

function readTypes(tsv: string): ReadonlyMap<string, readonly TypeWord[]> {
  const types = new Map<string, TypeWord[]>()
  for (const row of parseTable(tsv)) {
    const words = row['word']!.toLowerCase().split(' '), side = row['side']
    const list = types.get(words[0]!) ?? []
    list.push({ words, precision: (row['precision'] || null) as Precision | null, after: side !== 'before', before: side !== 'after', titled: side === 'titled', kind: row['kind'] ?? '' })
    types.set(words[0]!, list)
  }
  for (const list of types.values()) list.sort((a, b) => b.words.length - a.words.length)
  return types
}

function readDemonyms(countries: string): ReadonlyMap<string, string> {
  const demonyms = new Map<string, string>()
  for (const country of readCountries(countries).values()) for (const demonym of country.demonyms) {
    const key = placeKey(demonym)
    for (const form of [key, `${key}s`]) if (!demonyms.has(form)) demonyms.set(form, country.code)
  }
  return demonyms
}
