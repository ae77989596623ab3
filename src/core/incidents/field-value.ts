/** Which values a field of an incident can have: asked before a person's correction is kept, and again before it is followed. */
import { EVENT_TYPES, STATUSES, type FieldValue, type IncidentField } from '../model/index.ts'

type Fields = Readonly<Record<string, unknown>>
type Check = (value: unknown) => boolean

const isText: Check = value => typeof value === 'string' && value.trim() !== ''
const maybe = (check: Check): Check => value => value === null || check(value)
const listOf = (check: Check): Check => value => Array.isArray(value) && value.every(check)
const isNumber: Check = value => typeof value === 'number' && Number.isFinite(value)
const isCount: Check = value => isNumber(value) && (value as number) >= 0
/** An object with these fields, each of which passes; others are left alone. */
const shape = (checks: Readonly<Record<string, Check>>): Check => value => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.entries(checks).every(([name, check]) => check((value as Fields)[name]))

const spans = listOf(shape({ start: isNumber, end: isNumber, exact: value => typeof value === 'string' }))
const side = shape({ name: isText, entity: maybe(isText), country: maybe(isText), sectors: listOf(isText), labels: listOf(isText), evidence: spans })
const place = shape({ name: isText, country: maybe(isText), admin1: maybe(isText), latitude: maybe(isNumber), longitude: maybe(isNumber), precision: value => ['site', 'town', 'district', 'province', 'country'].includes(value as string), gazetteer: maybe(isText), evidence: spans })
const when = shape({ edtf: isText, start: maybe(isText), end: maybe(isText), stated: value => typeof value === 'boolean', evidence: spans })
const quantity: Check = value => shape({ min: maybe(isCount), max: maybe(isCount), of: maybe(isText), evidence: spans })(value) && inOrder(value as { readonly min: number | null; readonly max: number | null })
const inOrder = ({ min, max }: { readonly min: number | null; readonly max: number | null }): boolean => min === null || max === null || min <= max

interface Kind { readonly fits: Check; readonly says: string }

const SIDES: Kind = { fits: listOf(side), says: 'a list of sides' }, FIGURE: Kind = { fits: quantity, says: 'a figure with the least and the most' }

const KINDS: Readonly<Record<IncidentField, Kind>> = {
  occurrence: { fits: value => typeof value === 'boolean', says: 'true or false' },
  type: { fits: value => (EVENT_TYPES as readonly unknown[]).includes(value), says: `one of ${EVENT_TYPES.join(', ')}` },
  mode: { fits: isText, says: 'a word' },
  status: { fits: value => (STATUSES as readonly unknown[]).includes(value), says: `one of ${STATUSES.join(', ')}` },
  actors: SIDES, recipients: SIDES,
  place: { fits: value => isText(value) || place(value), says: 'a name or a place' },
  date: { fits: when, says: 'a day or a span of days' },
  killed: FIGURE, injured: FIGURE, attackersKilled: FIGURE, detained: FIGURE, count: FIGURE,
  weapons: { fits: listOf(isText), says: 'a list of words' },
}

/** Whether a field can have the value; every field can be unknown (null). */
export const fitsField = (field: IncidentField, value: FieldValue | null): boolean => value === null || KINDS[field].fits(value)

/** What a field takes, in words. */
export const fieldTakes = (field: IncidentField): string => KINDS[field].says
