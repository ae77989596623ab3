/** What is known of actors and places, to be looked up: the registry and the gazetteer as they ship, with what people of the store have added. Read at the first question, and anew when something was added. */
import { foldWord } from '../core/entities/lexicon.ts'
import { withOwn } from '../core/lexicon/own.ts'
import { listCell, parseTable, type Row } from '../core/lexicon/table.ts'
import type { Gazetteer, GazetteerPlace } from '../core/places/gazetteer.ts'
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
