/** What is known of actors and places, to be looked up: the registry and the gazetteer as they ship, with what people of the store have added. Read at the first question, and anew when something was added. */
import { foldWord } from '../core/entities/lexicon.ts'
import { withOwn } from '../core/lexicon/own.ts'
import { listCell, parseTable, type Row } from '../core/lexicon/table.ts'
import type { CodedByHand } from '../core/incidents/index.ts'
import type { Gazetteer, GazetteerPlace } from '../core/places/gazetteer.ts'
import type { Participant, Place } from '../core/model/index.ts'
import { loadGazetteer } from '../resources/gazetteer.ts'
import { loadTables } from '../resources/load.ts'
import type { Store } from '../store/index.ts'

/** A name under which reports know an actor. `metonym`: a capital for its government; `demonym`: of a state. */
export interface KnownName { readonly text: string; readonly form: 'name' | 'demonym' | 'metonym' }

/** One entry of the registry. `from` and `to`: years in which it existed; `active`: countries in which it acts. */
export interface KnownActor {
  readonly id: string; readonly name: string; readonly kind: string; readonly sectors: readonly string[]; readonly country: string | null; readonly active: readonly string[]
  readonly names: readonly KnownName[]; readonly from: string | null; readonly to: string | null; readonly source: string; readonly note: string
}

interface Known { readonly step: number; readonly actors: () => ReadonlyMap<string, KnownActor>; readonly places: () => Gazetteer }

const known = new WeakMap<Store, Known>()

/** What is known to those who code for a store. */
export async function knownTo(store: Store): Promise<Known> {
  const own = await store.own.now(), before = known.get(store)
  if (before?.step === own.step) return before
  const now: Known = { step: own.step, actors: once(() => new Map(parseTable(withOwn(loadTables(), own)['actors.tsv'] ?? '').map(row => [row['id']!, actorOf(row)]))), places: once(() => loadGazetteer({ own })) }
  known.set(store, now)
  return now
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const split = (cell: string | undefined): readonly string[] => (cell ?? '').split(/\s+/).filter(w => w !== '')

function actorOf(row: Row): KnownActor {
  const names = listCell(row['aliases']).map((raw): KnownName => ({ text: raw.replace(/^(metonym|cs):/, ''), form: raw.startsWith('metonym:') ? 'metonym' : 'name' })), demonyms = listCell(row['demonyms']).map((text): KnownName => ({ text, form: 'demonym' }))
  return {
    id: row['id']!, name: row['name']!, kind: row['kind'] ?? '', sectors: split(row['sectors']), country: row['country'] || null, active: split(row['active']), names: [...names, ...demonyms],
    from: row['from'] || null, to: row['to'] || null, source: row['source'] ?? '', note: row['note'] ?? '',
  }
}

/** Entries whose id, name or alias holds the words, the nearest first; without words all, by name. */
export function searchActors(all: Iterable<KnownActor>, words: string, size: number): readonly KnownActor[] {
  const wanted = fold(words), found: { readonly actor: KnownActor; readonly rank: number }[] = []
  for (const actor of all) {
    const [name = '', id = '', ...others] = foldedOf(actor), rank = Math.min(rankOf(name, wanted), rankOf(id, wanted), ...others.map(n => rankOf(n, wanted) + 0.5))
    if (rank < NOWHERE) found.push({ actor, rank })
  }
  return found.sort((a, b) => a.rank - b.rank || (a.actor.name < b.actor.name ? -1 : a.actor.name > b.actor.name ? 1 : 0)).slice(0, size).map(f => f.actor)
}

const folded = new WeakMap<KnownActor, readonly string[]>()

/** Name, id and aliases as they are compared; kept, as each search looks at all. */
function foldedOf(actor: KnownActor): readonly string[] {
  const kept = folded.get(actor) ?? [actor.name, actor.id, ...actor.names.map(n => n.text)].map(fold)
  folded.set(actor, kept)
  return kept
}

const NOWHERE = 9
const fold = (text: string): string => text.split(/\s+/).map(foldWord).join(' ').trim()
const rankOf = (text: string, wanted: string): number => (text === wanted ? 0 : text.startsWith(wanted) ? 1 : text.includes(` ${wanted}`) ? 2 : text.includes(wanted) ? 3 : NOWHERE)

/** Entries of a name in any spelling that the gazetteer has. */
export const searchPlaces = ({ lookup }: Gazetteer, name: string, size: number): readonly GazetteerPlace[] => lookup(name).slice(0, size)

/** What a person coded, with what the registry and the gazetteer know of the names: a side by a name that one actor alone has, a place without coordinates by the one entry of its name and extent (in its country and province, where they are given). */
export async function withKnown(store: Store, coded: CodedByHand): Promise<CodedByHand> {
  const { actors, places } = await knownTo(store)
  const side = (given: Participant): Participant => {
    const known = given.entity === null ? namedAlone(actors().values(), given.name) : null
    return known === null ? given : { ...given, entity: known.id, country: given.country ?? known.country, sectors: given.sectors.length > 0 ? given.sectors : known.sectors }
  }
  const place = (given: Place): Place => {
    const known = given.latitude === null && given.gazetteer === null ? placeAlone(places(), given) : null
    return known === null ? given : { ...given, country: known.country, admin1: given.admin1 ?? known.admin1, latitude: known.latitude, longitude: known.longitude, precision: known.precision, gazetteer: known.id }
  }
  return { ...coded, ...coded.actors === undefined ? {} : { actors: coded.actors.map(side) }, ...coded.recipients === undefined ? {} : { recipients: coded.recipients.map(side) }, ...coded.places === undefined ? {} : { places: coded.places.map(place) } }
}

function namedAlone(all: Iterable<KnownActor>, name: string): KnownActor | null {
  const wanted = fold(name), found = [...all].filter(actor => foldedOf(actor).includes(wanted))
  return found.length === 1 ? found[0]! : null
}

function placeAlone({ lookup }: Gazetteer, { name, country, admin1, precision }: Place): GazetteerPlace | null {
  const found = lookup(name).filter(p => p.precision === precision && (country === null || p.country === country) && (admin1 === null || fold(p.admin1 ?? '') === fold(admin1)))
  return found.length === 1 ? found[0]! : null
}
