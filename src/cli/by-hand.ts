/** Values as a person types them: figures, days, sides, places. Names that the registry or the gazetteer knows get their ids. */
import type { FieldValue, IncidentField, Participant, Place, Quantity } from '../core/model/index.ts'
import { whenGiven } from '../core/times/given.ts'
import type { Store } from '../store/index.ts'
import { CliError } from './errors.ts'

const FIGURE = /^(\d{1,7})?(-)?(\d{1,7})?$/
export const isFigure = (text: string): string | null => (text !== '-' && text !== '' && FIGURE.test(text) ? null : 'give 3, 3-5, 3- (at least) or -5 (at most).')

/** The figure that 3, 3-5, 3- or -5 says. */
export function quantityTyped(text: string): Quantity {
  const [, min, dash, max] = FIGURE.exec(text) ?? []
  return { min: min === undefined ? null : Number(min), max: max !== undefined ? Number(max) : dash === undefined && min !== undefined ? Number(min) : null, of: null, evidence: [] }
}

export const sideTyped = (name: string): Participant => ({ name, entity: null, country: null, sectors: [], labels: [], evidence: [] })
export const placeTyped = (name: string, country: string | null): Place => ({ name, country, admin1: null, latitude: null, longitude: null, precision: 'town', gazetteer: null, evidence: [] })

/** What is not known of the value. */
const UNKNOWN = /^(?:null|unknown)$/i

/** The value that a person types for a field: in words, or in JSON as in the data, where what is left out is not known. Throws CliError option-value or json-invalid. */
export async function valueTyped(store: Store, field: IncidentField, text: string): Promise<FieldValue | null> {
  if (UNKNOWN.test(text)) return null
  const given = /^[[{"]/.test(text) ? parsed(text) : undefined
  switch (field) {
    case 'actors': case 'recipients': return await sidesKnown(store, given === undefined ? parts(text).map(sideTyped) : Array.isArray(given) ? given.map(side => typeof side === 'string' ? sideTyped(side) : { ...sideTyped(''), ...side as object }) : given as never)
    case 'place': return typeof given === 'object' ? { ...placeTyped('', null), ...given } : await placeKnown(store, given as string | undefined ?? text)
    case 'weapons': return given as FieldValue | undefined ?? parts(text)
    case 'occurrence': return /^(?:yes|true)$/i.test(text) ? true : /^(?:no|false)$/i.test(text) ? false : wrong(field, text, 'yes or no')
    case 'date': return given as FieldValue | undefined ?? whenGiven(text, []) ?? wrong(field, text, '2024-03-15, 2024-03-15/2024-03-17 or 2024-03')
    case 'killed': case 'injured': case 'attackersKilled': case 'detained': case 'count':
      if (given !== undefined) return { ...quantityTyped(''), ...given as object }
      return isFigure(text) === null ? quantityTyped(text) : wrong(field, text, '3, 3-5, 3- (at least) or -5 (at most)')
    case 'type': return given as FieldValue | undefined ?? text.toUpperCase()
    default: return given as FieldValue | undefined ?? text
  }
}

function parsed(text: string): unknown {
  try { return JSON.parse(text) } catch (cause) { throw new CliError('json-invalid', `The value is no JSON: ${(cause as Error).message}.`, { cause }) }
}

const parts = (text: string): readonly string[] => text.split(';').map(part => part.trim()).filter(part => part !== '')

function wrong(field: IncidentField, text: string, takes: string): never {
  throw new CliError('option-value', `${field} is given as ${takes}, not ${JSON.stringify(text.slice(0, 100))}.`)
}

async function sidesKnown(store: Store, actors: readonly Participant[]): Promise<readonly Participant[]> {
  if (!Array.isArray(actors)) return actors
  const { withKnown } = await import('../api/index.ts')
  return (await withKnown(store, { type: 'ASSAULT', mentions: [], actors })).actors ?? []
}

async function placeKnown(store: Store, name: string): Promise<Place> {
  const { withKnown } = await import('../api/index.ts'), place = placeTyped(name, null)
  return (await withKnown(store, { type: 'ASSAULT', mentions: [], places: [place] })).places?.[0] ?? place
}
