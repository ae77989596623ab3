/** Routes of own additions: actors and places that people add, or give further names to; whoever codes for the store uses them. */
import { z } from '@hono/zod-openapi'
import { standsFor } from '../core/lexicon/own.ts'
import type { OwnActor, OwnEntry, OwnPlace, OwnStep, Store } from '../store/index.ts'
import { properties } from './answer.ts'
import { ApiError } from './errors.ts'
import { whole } from './incident-routes.ts'
import { knownTo } from './known.ts'
import { list, route, type Ask } from './route.ts'

const text = z.string(), nullable = text.nullable(), name = text.trim().min(2).max(200), id = text.regex(/^[\w.:-]{1,120}$/)
const COUNTRY = text.regex(/^[A-Z]{2}$/).nullable()
const actorFields = { id, name, aliases: z.array(name).max(100), what: text.regex(/^[a-z-]{1,30}$/), sectors: z.array(text.regex(/^[A-Z]{2,5}$/)).max(10), country: COUNTRY, same: id.optional() }
const placeFields = { id, name, aliases: z.array(name).max(100), what: text.regex(/^[\w-]{1,30}$/), country: COUNTRY, admin1: text.max(200).nullable(), latitude: z.number().min(-90).max(90).nullable(), longitude: z.number().min(-180).max(180).nullable(), precision: z.enum(['site', 'town', 'district', 'province', 'country']) }
const actor = z.object({ kind: z.literal('actor'), ...actorFields }).openapi('OwnActor', { description: 'With the id of an actor that ships, its names are further names of that one. `same`: the id of another actor that people hold it to be; all its names are that one\'s, and it is an actor no more.' })
const place = z.object({ kind: z.literal('place'), ...placeFields }).openapi('OwnPlace')
const REASON = text.max(10_000).nullable().default(null)
const newActor = z.strictObject({ ...actorFields, id: id.optional(), aliases: actorFields.aliases.default([]), what: actorFields.what.default('armed-group'), sectors: actorFields.sectors.default([]), country: COUNTRY.default(null), reason: REASON })
const newPlace = z.strictObject({ ...placeFields, id: id.optional(), aliases: placeFields.aliases.default([]), what: placeFields.what.default('town'), country: COUNTRY.default(null), admin1: placeFields.admin1.default(null), latitude: placeFields.latitude.default(null), longitude: placeFields.longitude.default(null), precision: placeFields.precision.default('town'), reason: REASON })
const kept = z.object({ id: text, recoded: z.int() }).openapi('OwnKept', { description: '`recoded`: reports that hold one of the names and are coded anew.' })
const stepAnswer = z.object({ id: text, kind: z.enum(['actor', 'place']), entry: z.union([actor, place]).nullable(), by: text, at: text, reason: nullable, step: z.int() }).openapi('OwnStep', { description: '`entry` is null where it was taken away.' })

const OWN = { tag: 'own additions' } as const
const audit = ({ body }: Ask<{ readonly name: string }>): { readonly action: string; readonly subject: string; readonly detail: unknown } => ({ action: 'own.put', subject: body.name, detail: body })

/** An id of our own, from a name: it says where it comes from. */
export const ownId = (given: string): string => `own.${given.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'unnamed'}`

async function keep({ around: { store, wake }, caller }: Pick<Ask, 'around' | 'caller'>, entry: OwnEntry, reason: string | null): Promise<z.output<typeof kept>> {
  const recoded = await store.own.put(entry, caller!.user, reason)
  wake()
  return { id: entry.id, recoded }
}

/** The actor as another: with every name it has, so that the reports that hold one are coded anew. Throws ApiError. */
export async function heldToBe(store: Store, own: OwnActor, same: string): Promise<OwnActor> {
  const actors = (await knownTo(store)).actors(), held = new Map((await store.own.now()).entries.flatMap(e => (e.kind === 'actor' && e.same !== undefined ? [[e.id, e.same] as const] : [])))
  if (same === own.id || standsFor(same, held) === own.id) throw new ApiError('body-invalid', `${JSON.stringify(same)} is held to be ${JSON.stringify(own.id)} already; take that away first.`)
  if (!actors.has(standsFor(same, held))) throw new ApiError('actor-unknown', `The registry has no actor ${JSON.stringify(same.slice(0, 200))}.`)
  const names = [...own.aliases, ...(actors.get(own.id)?.names ?? []).map(n => n.text)]
  return { ...own, aliases: [...new Set(names)].filter(n => n !== own.name).slice(0, MOST_NAMES), same }
}

/** Names by which reports are looked for, at most. */
const MOST_NAMES = 500

const ofKind = async <K extends OwnEntry['kind']>({ around: { store } }: Ask, kind: K): Promise<readonly Extract<OwnEntry, { readonly kind: K }>[]> => (await store.own.now()).entries.filter((e): e is Extract<OwnEntry, { readonly kind: K }> => e.kind === kind)

export const OWN_ROUTES = [
  list({ ...OWN, path: '/own/actors', role: 'reader', summary: 'Actors that people added, or gave names to', paged: false, answer: actor, shape: properties<OwnActor>('id', 'name', 'aliases', 'what', 'sectors', 'country'), run: async ask => whole(await ofKind(ask, 'actor')) }),
  list({ ...OWN, path: '/own/places', role: 'reader', summary: 'Places that people added, or gave names to', paged: false, answer: place, shape: properties<OwnPlace>('id', 'name', 'aliases', 'what', 'country', 'admin1', 'latitude', 'longitude', 'precision'), run: async ask => whole(await ofKind(ask, 'place')) }),
  list({ ...OWN, path: '/own/history', role: 'reader', summary: 'Every step of the own additions, newest first', paged: false, answer: stepAnswer, shape: properties<OwnStep>('step', 'id', 'kind', 'by', 'at', 'reason', 'entry'), run: async ({ around: { store } }) => whole(await store.own.history()) }),
  route({ ...OWN, method: 'post', path: '/own/actors', role: 'editor', summary: 'Add an actor, or names to one; reports that hold a name are coded anew', body: newActor, answer: kept, audit, run: async ask => { const { reason, id: given, same, ...rest } = ask.body, own: OwnActor = { kind: 'actor', id: given ?? ownId(rest.name), ...rest }; return await keep(ask, same === undefined ? own : await heldToBe(ask.around.store, own, same), reason) } }),
  route({ ...OWN, method: 'post', path: '/own/places', role: 'editor', summary: 'Add a place, or names to one; reports that hold a name are coded anew', body: newPlace, answer: kept, audit, run: async ask => { const { reason, id: given, ...rest } = ask.body; return await keep(ask, { kind: 'place', id: given ?? ownId(rest.name), ...rest }, reason) } }),
  route({
    ...OWN, method: 'delete', path: '/own/{id}', role: 'editor', summary: 'Take an own addition away; its history stays', body: z.strictObject({ reason: REASON }), answer: kept, audit: ({ path, body }) => ({ action: 'own.remove', subject: path['id']!, detail: body }),
    run: async ({ around: { store, wake }, path, body: { reason }, caller }) => { const recoded = await store.own.remove(path['id']!, caller!.user, reason); wake(); return { id: path['id']!, recoded } },
  }),
]
