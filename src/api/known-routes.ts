/** Routes of what is known of actors and places, shipped or added: the registry of actors and the gazetteer. */
import { z } from '@hono/zod-openapi'
import { ORIGINS, type GazetteerPlace } from '../core/places/table-places.ts'
import { properties } from './answer.ts'
import { ApiError } from './errors.ts'
import { whole } from './incident-routes.ts'
import { knownTo, searchActors, searchPlaces, type KnownActor } from './known.ts'
import { list, route, type Ask } from './route.ts'

const text = z.string(), nullable = text.nullable(), texts = z.array(text)
const knownActor = z.object({ id: text, name: text, kind: text, sectors: texts, country: nullable, active: texts, names: z.array(z.object({ text, form: z.enum(['name', 'demonym', 'metonym']) })), from: nullable, to: nullable, source: text, note: text })
  .openapi('RegisteredActor', { description: '`names`: how reports call it, besides its name. `from` and `to`: years in which it existed; `active`: countries in which it acts.' })
const knownPlace = z.object({ id: text, name: text, country: nullable, admin1: nullable, latitude: z.number().nullable(), longitude: z.number().nullable(), precision: z.enum(['site', 'town', 'district', 'province', 'country']), population: z.number(), kind: text, origin: z.enum(ORIGINS) })
  .openapi('GazetteerPlace', { description: '`kind`: a feature code of GeoNames, or a kind of our tables; `origin`: where the entry comes from.' })

const READ = { method: 'get', role: 'reader', tag: 'known' } as const
const SIZE = { name: '_size', about: 'Entries, at most; 50 without it.', kind: 'whole' } as const
const MOST = 1000
const sizeOf = ({ values: { _size: size } }: Ask): number => Math.min(MOST, size === undefined ? 50 : Number(size))

const ACTORS = properties<KnownActor>('id', 'name', 'kind', 'sectors', 'country', 'active', 'from', 'to', 'source', 'note')
const PLACES = properties<Shown>('id', 'name', 'country', 'admin1', 'latitude', 'longitude', 'precision', 'population', 'kind', 'origin')

type Shown = Omit<GazetteerPlace, 'division'>
const placeOf = ({ id, name, country, admin1, latitude, longitude, precision, population, kind, origin }: GazetteerPlace): Shown => ({ id, name, country, admin1, latitude, longitude, precision, population, kind, origin })

export const KNOWN_ROUTES = [
  list({
    path: '/registry/actors', tag: 'known', role: 'reader', summary: 'Actors of the registry, whether an incident has them or not', paged: false, answer: knownActor, shape: ACTORS,
    parameters: [{ name: 'q', about: 'Words of the id, the name or an alias.' }, { name: 'id', about: 'Only these ids, with commas between them.' }, SIZE],
    run: async ask => { const { q = '', id } = ask.values, all = (await knownTo(ask.around.store)).actors(); return whole(id === undefined ? searchActors(all.values(), q, sizeOf(ask)) : id.split(',').slice(0, MOST).flatMap(one => all.get(one) ?? [])) },
  }),
  route({ ...READ, path: '/registry/actors/{id}', summary: 'One actor of the registry', answer: knownActor, run: async ({ around, path: { id = '' } }) => {
    const found = (await knownTo(around.store)).actors().get(id)
    if (found === undefined) throw new ApiError('actor-unknown', `The registry has no actor ${JSON.stringify(id.slice(0, 200))}.`)
    return found
  } }),
  list({
    path: '/gazetteer', tag: 'known', role: 'reader', summary: 'Places of the gazetteer, by name or id', paged: false, answer: knownPlace, shape: PLACES,
    parameters: [{ name: 'name', about: 'A name, in any spelling that the gazetteer has.' }, { name: 'id', about: 'Only these ids, with commas between them.' }, SIZE],
    run: async ask => { const { name = '', id } = ask.values, all = (await knownTo(ask.around.store)).places(); return whole((id === undefined ? searchPlaces(all, name, sizeOf(ask)) : id.split(',').slice(0, MOST).flatMap(one => all.entry(one) ?? [])).map(placeOf)) },
  }),
  route({ ...READ, path: '/gazetteer/{id}', summary: 'One place of the gazetteer', answer: knownPlace, run: async ({ around, path: { id = '' } }) => {
    const found = (await knownTo(around.store)).places().entry(id)
    if (found === null) throw new ApiError('place-unknown', `The gazetteer has no place ${JSON.stringify(id.slice(0, 200))}.`)
    return placeOf(found)
  } }),
]
