/** Own additions: what a person types as what the interface takes, what a step changed, and what would undo it. */
import type { Schemas } from '../../api/queries.ts'
import type { GazetteerPlace } from '../../api/gazetteer.ts'
import type { RegisteredActor } from './questions.ts'

export type OwnActor = Schemas['OwnActor']
export type OwnPlace = Schemas['OwnPlace']
export type OwnEntry = OwnActor | OwnPlace
export type OwnStep = Schemas['OwnStep']
export type Kind = OwnEntry['kind']

export const WHATS: Readonly<Record<Kind, readonly string[]>> = {
  actor: ['armed-group', 'military', 'government', 'police', 'party', 'organisation', 'ethnic-group', 'religious-group', 'company', 'media', 'person', 'state'],
  place: ['town', 'village', 'camp', 'base', 'market', 'bridge', 'checkpoint', 'hospital', 'school', 'port', 'airport', 'district', 'region'],
}
export const PRECISIONS = ['site', 'town', 'district', 'province', 'country'] as const

/** A form as it is filled in. */
export interface Draft { readonly name: string; readonly aliases: string; readonly what: string; readonly country: string; readonly sectors: string; readonly admin1: string; readonly latitude: string; readonly longitude: string; readonly precision: OwnPlace['precision'] }

export const draftOf = (kind: Kind, entry: OwnEntry | null, name = ''): Draft => ({
  name: entry?.name ?? name, aliases: entry?.aliases.join('\n') ?? '', what: entry?.what ?? WHATS[kind][0]!, country: entry?.country ?? '', sectors: entry?.kind === 'actor' ? entry.sectors.join(' ') : '',
  admin1: entry?.kind === 'place' ? entry.admin1 ?? '' : '', latitude: entry?.kind === 'place' ? String(entry.latitude ?? '') : '', longitude: entry?.kind === 'place' ? String(entry.longitude ?? '') : '', precision: entry?.kind === 'place' ? entry.precision : 'town',
})

/** Names of a text, one a line, each once, in one writing of blanks. */
export const namesFrom = (text: string): readonly string[] => [...new Set(text.split('\n').map(line => line.replace(/\s+/g, ' ').trim()).filter(line => line !== ''))]

export type Problems = Partial<Readonly<Record<keyof Draft, string>>>

/** What keeps a form from being sent, by field. */
export function problemsOf(kind: Kind, draft: Draft): Problems {
  const names = [draft.name.trim(), ...namesFrom(draft.aliases)], short = (name: string): boolean => name.length < 2 || name.length > 200, problems: { -readonly [F in keyof Problems]: string } = {}
  if (short(names[0]!)) problems.name = 'A name has 2 to 200 letters.'
  if (names.slice(1).some(short)) problems.aliases = 'Each name has 2 to 200 letters.'
  if (draft.country.trim() !== '' && !/^[A-Za-z]{2}$/.test(draft.country.trim())) problems.country = 'Two letters, as NG; or nothing.'
  if (kind === 'actor' && sectorsFrom(draft.sectors).some(s => !/^[A-Z]{2,5}$/.test(s))) problems.sectors = 'Codes of two to five letters with blanks between, as REB or MIL.'
  if (kind === 'place') {
    const [latitude, longitude] = [draft.latitude, draft.longitude].map(degrees)
    if (latitude === undefined || Math.abs(latitude ?? 0) > 90) problems.latitude = 'Degrees from -90 to 90; or nothing.'
    if (longitude === undefined || Math.abs(longitude ?? 0) > 180) problems.longitude = 'Degrees from -180 to 180; or nothing.'
    if (problems.latitude === undefined && problems.longitude === undefined && (latitude === null) !== (longitude === null)) problems.longitude = 'Give both degrees, or neither.'
  }
  return problems
}

const sectorsFrom = (text: string): readonly string[] => text.toUpperCase().split(/[\s,]+/).filter(s => s !== '')
/** Null for nothing, undefined for what is no number. */
const degrees = (text: string): number | null | undefined => { const trimmed = text.trim().replace(',', '.'); return trimmed === '' ? null : /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : undefined }

/** An entry to send: without an id the interface makes one of the name. */
export type NewEntry = Omit<OwnActor, 'id'> & { readonly id?: string } | Omit<OwnPlace, 'id'> & { readonly id?: string }

/** A form without problems as what is sent. */
export function entryOf(kind: Kind, draft: Draft, id?: string): NewEntry {
  const shared = { ...id === undefined ? {} : { id }, name: draft.name.trim().replace(/\s+/g, ' '), aliases: [...namesFrom(draft.aliases)], what: draft.what, country: draft.country.trim() === '' ? null : draft.country.trim().toUpperCase() }
  return kind === 'actor' ? { kind, ...shared, sectors: [...sectorsFrom(draft.sectors)] } : { kind, ...shared, admin1: draft.admin1.trim() || null, latitude: degrees(draft.latitude) ?? null, longitude: degrees(draft.longitude) ?? null, precision: draft.precision }
}

/** The entry that gives names to an actor that ships, or more of them. */
export const namedActor = (known: RegisteredActor, own: OwnEntry | null, names: readonly string[]): NewEntry => ({ kind: 'actor', id: known.id, name: known.name, aliases: added(own, names, known.name), what: /^[a-z-]{1,30}$/.test(known.kind) ? known.kind : 'armed-group', sectors: [...known.sectors], country: known.country })

/** The entry that holds an actor to be another of that id. */
export const actorAs = (known: RegisteredActor, own: OwnEntry | null, same: string): NewEntry => ({ ...namedActor(known, own, []) as Omit<OwnActor, 'id'>, id: known.id, same })

/** Whom an entry is held to be; null for one that is itself. */
export const sameAs = (entry: OwnEntry | null): string | null => (entry?.kind === 'actor' ? entry.same ?? null : null)

/** The entry that gives names to a place; what the gazetteer says of it goes along. */
export const namedPlace = (known: GazetteerPlace, own: OwnEntry | null, names: readonly string[]): NewEntry => ({ kind: 'place', id: known.id, name: known.name, aliases: added(own, names, known.name), what: /^[\w-]{1,30}$/.test(known.kind) ? known.kind : 'town', country: known.country, admin1: known.admin1, latitude: known.latitude, longitude: known.longitude, precision: known.precision })

const added = (own: OwnEntry | null, names: readonly string[], name: string): string[] => [...new Set([...own?.aliases ?? [], ...names])].filter(n => n !== name)

/** The entry that a step put an end to; null where there was none. `steps` newest first. */
export const before = (steps: readonly OwnStep[], step: OwnStep): OwnEntry | null => steps.find(s => s.id === step.id && s.step < step.step)?.entry ?? null

/** What a step did, in words. */
export function sayStep(steps: readonly OwnStep[], step: OwnStep): string {
  const was = before(steps, step), is = step.entry
  if (is === null) return `Taken away: ${was?.name ?? step.id}`
  if (sameAs(is) !== null && sameAs(is) !== sameAs(was)) return `${is.name}: held to be ${sameAs(is)!}`
  if (was === null) return is.id.startsWith('own.') ? `Added: ${[is.name, ...is.aliases].join(', ')}` : `Named: ${is.aliases.join(', ')}`
  const now = [is.name, ...is.aliases], then = [was.name, ...was.aliases], fresh = now.filter(n => !then.includes(n)), gone = then.filter(n => !now.includes(n))
  return [...fresh.length > 0 ? [`Named: ${fresh.join(', ')}`] : [], ...gone.length > 0 ? [`No longer named: ${gone.join(', ')}`] : [], ...fresh.length + gone.length === 0 ? ['Changed'] : []].join('. ')
}

/** Names of an entry that a person gave, without the name that ships. */
export const givenNames = (entry: OwnEntry): readonly string[] => (entry.id.startsWith('own.') ? [entry.name, ...entry.aliases] : entry.aliases)

export type Change = { readonly put: NewEntry; readonly reason: string | null } | { readonly remove: string; readonly reason: string | null }

/** The change that brings back what was before a step. */
export function undoing(steps: readonly OwnStep[], step: OwnStep): Change {
  const was = before(steps, step), reason = 'undone'
  return was === null ? { remove: step.id, reason } : { put: was, reason }
}

export const sayRecoded = (recoded: number): string => (recoded === 0 ? 'No report holds such a name yet.' : `${recoded.toLocaleString('en')} ${recoded === 1 ? 'report holds' : 'reports hold'} one of the names and ${recoded === 1 ? 'is' : 'are'} coded anew.`)
