/** What speaks for a template's being one of the key's: a recent, particular act, not a clash of soldiers, in a country that the task asks for. */
import type { Filled } from './fill.ts'
import type { Incident } from './incident.ts'
import type { Indexed } from './role-features.ts'
import { FILLED_TYPES, PARTS } from './role-model.ts'
import { COUNTRIES_OF_INTEREST } from './tables.ts'
import { countryName } from './choices.ts'

const step = (value: number, size: number, most: number): string => String(Math.max(-most, Math.min(most, Math.round(value / size))))
const bucket = (n: number, steps: readonly number[]): string => String(steps.findIndex(s => n <= s))
const INTEREST: ReadonlySet<string> = new Set([...COUNTRIES_OF_INTEREST].map(countryName))
const SHARES = [0.3, 0.45, 0.6, 0.75, 0.9, 1] as const

export function keepFeatures({ type, fillers }: Filled, incident: Omit<Incident, 'share'>, templates: number, leanings: readonly number[], told: Indexed): readonly string[] {
  const { event, place } = incident, { published } = told.layers, sentences = [...new Set(fillers.flatMap(f => f.phrases.map(p => p.sentence)))], most = (roles: readonly string[]): number => Math.max(0, ...fillers.filter(f => roles.includes(f.role)).map(f => f.share))
  const age = event?.date?.stated === true && event.date.start !== null && published !== null ? bucket((Date.parse(published) - Date.parse(event.date.start)) / 86_400_000, [0, 2, 10, 60, 400, 1e9]) : '-', done = fillers.filter(f => !f.role.startsWith('Perp'))
  const out = [
    'constant', `type ${type}`, `any ${step(leanings[0] ?? 0, 0.7, 6)}`, `kind ${step(leanings[FILLED_TYPES.indexOf(type) + 1] ?? 0, 0.7, 6)}`, `templates ${String(Math.min(templates, 4))}`, `event ${event === null ? 'none' : `${event.type} ${event.status}`}`, `mode ${event?.mode ?? '-'}`, `sure ${event === null ? '-' : step(event.confidence, 0.2, 5)}`,
    `age ${age}`, `interest ${String(place !== null && INTEREST.has(place.split(':')[0]!))}`, `deep ${String((place ?? '').split(':').length)}`, `open ${String(incident.day?.startsWith('-') ?? true)}`, `first ${bucket(Math.min(...sentences), [0, 1, 3, 6, 12, 999])}`, `sentences ${bucket(sentences.length, [1, 2, 3, 5, 99])}`,
    ...PARTS.flatMap(part => { const n = fillers.filter(f => f.role === part).length; return [`with ${part} ${String(Math.min(n, 3))}`, `best ${part} ${n === 0 ? '-' : bucket(most([part]), SHARES)}`] }),
    `done ${done.length === 0 ? '-' : bucket(most(['Target', 'Victim', 'Described', 'Weapon']), SHARES)}`, `sum ${bucket(fillers.reduce((sum, f) => sum + f.share, 0), [0.5, 0.8, 1.2, 2, 3, 5, 999])}`, `sum done ${bucket(done.reduce((sum, f) => sum + f.share, 0), [0, 0.4, 0.7, 1, 1.5, 2.5, 4, 999])}`,
    ...[...incident.humans, ...incident.physical].flatMap(p => [13, 20, 23, 21].flatMap(slot => { const value = p.sets.get(slot); return value === undefined ? [] : [`set ${String(slot)} ${/^\d+$/.test(value) ? '9' : value}`] })), `category ${incident.category ?? '-'}`,
    ...sentences.flatMap(s => (told.bySentence.get(s) ?? []).map(t => `here ${t.lexeme.words.join(' ')}`)),
  ]
  return [...new Set(out)]
}
