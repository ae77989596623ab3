/** What is asked for, as it stands in the address: the interface's own parameters, so that an address of the desk is a question to the interface. */

/** Parameters of an address, flat. */
export type Search = Readonly<Record<string, string>>

export interface FilterField {
  readonly field: string
  readonly title: string
  /** How it is chosen: among counted values, between two ends, or by words. */
  readonly kind: 'values' | 'days' | 'numbers' | 'words'
  /** Open when the desk opens. */
  readonly open?: boolean
}

/** The facets of map, table and trends, in their order. */
export const FILTERS: readonly FilterField[] = [
  { field: 'type', title: 'Type', kind: 'values', open: true },
  { field: 'mode', title: 'Mode', kind: 'values' },
  { field: 'date', title: 'Days', kind: 'days' },
  { field: 'participant', title: 'Actor or recipient', kind: 'values', open: true },
  { field: 'actor', title: 'Actor', kind: 'values' },
  { field: 'recipient', title: 'Recipient', kind: 'values' },
  { field: 'country', title: 'Country', kind: 'values', open: true },
  { field: 'admin1', title: 'Province', kind: 'values' },
  { field: 'placeName', title: 'Place', kind: 'values' },
  { field: 'grade', title: 'Grade', kind: 'values', open: true },
  { field: 'disputed', title: 'Disputed', kind: 'values' },
  { field: 'status', title: 'Status', kind: 'values' },
  { field: 'publisher', title: 'Publisher', kind: 'values' },
  { field: 'killed', title: 'Killed', kind: 'numbers' },
  { field: 'text', title: 'Words in reports', kind: 'words' },
]

const PLAIN = ['start', 'bbox', 'near', 'place', 'document', 'link', 'id', 'summary', 'contexts', 'precision', 'injured', 'reports', 'independent', 'confidence', 'change']
const KNOWN: ReadonlySet<string> = new Set([...FILTERS.map(f => f.field), ...PLAIN])

/** Reads an address's search part: every value a text, the last of a name wins. */
export const parseSearch = (search: string): Search => Object.fromEntries(new URLSearchParams(search))

/** Writes one; names in order, empty values left out, so that equal questions have equal addresses. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '').toSorted(([a], [b]) => (a < b ? -1 : 1)) as [string, string][]
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`
}

/** The parameters of an address that narrow incidents, as the interface takes them; what is of the view alone is left out. */
export const filtersOf = (search: Search): Search => Object.fromEntries(Object.entries(search).filter(([name]) => isFilter(name)))

export const isFilter = (name: string): boolean => name === '_asof' || KNOWN.has(name.split('__')[0]!)

/** Values chosen of a field. */
export function chosenOf(search: Search, field: string): readonly string[] {
  const several = search[`${field}__in`], one = search[field]
  return several !== undefined ? several.split(',').filter(v => v !== '') : one === undefined || one === '' ? [] : [one]
}

/** The address with exactly these values of a field chosen. A value with a comma can only stand alone: the interface separates by commas. */
export function choose(search: Search, field: string, values: readonly string[]): Search {
  const { [field]: _one, [`${field}__in`]: _several, ...others } = search, lone = values.findLast(v => v.includes(','))
  const kept = lone === undefined ? values : [lone]
  return kept.length === 0 ? others : kept.length === 1 ? { ...others, [field]: kept[0]! } : { ...others, [`${field}__in`]: kept.join(',') }
}

export function toggle(search: Search, field: string, value: string): Search {
  const chosen = chosenOf(search, field)
  return choose(search, field, chosen.includes(value) ? chosen.filter(v => v !== value) : [...chosen, value])
}

/** The address with a parameter set, or removed where the value is empty. */
export function withValue(search: Search, name: string, value: string | null): Search {
  const { [name]: _old, ...others } = search
  return value === null || value === '' ? others : { ...others, [name]: value }
}

/** The address without any filter; what is of the view alone stays. */
export const withoutFilters = (search: Search): Search => Object.fromEntries(Object.entries(search).filter(([name]) => !isFilter(name)))

export interface FilterChip { readonly names: readonly string[]; readonly field: string; readonly title: string; readonly operator: string; readonly values: readonly string[] }

/** Filters as chips: what each says, and the parameters that go with it. */
export function chipsOf(search: Search): readonly FilterChip[] {
  return Object.entries(filtersOf(search)).map(([name, value]) => {
    const [field = '', op = 'eq'] = name.split('__')
    return { names: [name], field, title: FILTERS.find(f => f.field === field)?.title ?? TITLES[field] ?? field, operator: OPERATORS[op] ?? op, values: op === 'in' ? value.split(',') : [value] }
  })
}
const TITLES: Readonly<Record<string, string>> = { place: 'Place', _asof: 'As it was', bbox: 'Within the map', near: 'Near', document: 'Report', start: 'First day', id: 'Incident', summary: 'Summary' }
const OPERATORS: Readonly<Record<string, string>> = { eq: ':', in: ':', ne: 'not', gt: 'over', gte: 'from', lt: 'under', lte: 'to', contains: 'holds', isnull: 'unknown:' }
