/** Words that people read for the codes of the dataset. */
const COUNTRY_NAMES = new Intl.DisplayNames(['en'], { type: 'region' })

/** Name of a country by its code; the code where none is known. */
export function countryName(code: string | null): string {
  if (code === null || !/^[A-Z]{2}$/.test(code)) return code ?? ''
  return COUNTRY_NAMES.of(code) ?? code
}

/** PLOVER's kinds of actors, in words. */
const SECTORS: Readonly<Record<string, string>> = { GOV: 'government', MIL: 'military', REB: 'rebels', COP: 'police', PRM: 'militia', CRM: 'criminals', MED: 'media', PTY: 'party', IGO: 'organisation of states', NGO: 'organisation', SPY: 'intelligence service', OPP: 'opposition', CVL: 'civilians', LEG: 'parliament', BUS: 'business', REL: 'religious', JUD: 'courts', LAB: 'workers', EDU: 'education', ELI: 'elites', REF: 'refugees', UNK: 'not known' }
export const sectorName = (code: string): string => SECTORS[code] ?? code

/** Feature codes of GeoNames, in words; codes of kinds that are told apart further say the same. */
const KINDS: readonly (readonly [RegExp, string])[] = [[/^PPLC$/, 'a capital'], [/^PPLG$/, 'a seat of government'], [/^PPLA$/, 'a seat of a province'], [/^PPLA\d$/, 'a seat of a district'], [/^PPLX$/, 'a part of a town'], [/^(PPL|STLMT)/, 'a town or village'], [/^ADM1/, 'a province'], [/^ADM/, 'a district'], [/^PCL/, 'a country'], [/^AIR/, 'an airfield'], [/^MT|^PK/, 'a mountain'], [/^ISL/, 'an island'], [/^RGN/, 'a region']]
export const kindName = (code: string): string => KINDS.find(([shape]) => shape.test(code))?.[1] ?? plain(code)

/** "heavy-weapons" as "heavy weapons", "ASSAULT" as "Assault". */
export const plain = (code: string): string => (/^[A-Z-]+$/.test(code) ? code[0]! + code.slice(1).toLowerCase() : code).replaceAll('-', ' ')

/** A value of a field as people read it. */
export function sayValue(field: string, value: string | number | boolean | null): string {
  if (value === null || value === '') return 'not known'
  if (field === 'disputed') return String(value) === 'true' || value === 1 ? 'disputed' : 'undisputed'
  if (field === 'date') return sayDays(String(value))
  if (field === 'country') return countryName(String(value))
  return ['type', 'mode', 'status', 'grade'].includes(field) ? plain(String(value)) : String(value)
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** "13 Mar 2023"; "12–14 Mar 2023" for several days, "since 12 Mar 2023" where no end is known (`null`); what it was given where that is no day. */
export function sayDays(start: string | null, end: string | null = start): string {
  if (start === null) return end === null ? 'no date' : `until ${sayDay(end)}`
  if (end === null) return `since ${sayDay(start)}`
  if (end === start) return sayDay(start)
  return [start, end].some(d => Number.isNaN(dayOf(d).getTime())) ? `${start} – ${end}` : DAY.formatRange(dayOf(start), dayOf(end))
}
const sayDay = (text: string): string => (Number.isNaN(dayOf(text).getTime()) ? text : DAY.format(dayOf(text)))
const dayOf = (text: string): Date => new Date(text.length === 10 ? `${text}T00:00:00Z` : text)

/** A time that a report gives, in words; in its own notation where it is no span of days. */
export const sayWhen = ({ start, end, edtf }: { readonly start: string | null; readonly end: string | null; readonly edtf: string }): string => (start === null && end === null ? edtf : `${edtf.includes('~') ? 'about ' : ''}${sayDays(start, end)}`)

/** A sentence of the machine, with its days in words. */
export const withDays = (text: string): string => text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, day => sayDays(day))

/** "12", "10–14", "at least 5", "at most 9"; empty where nothing is known. */
export function sayCount(quantity: { readonly min: number | null; readonly max: number | null } | null): string {
  if (quantity === null) return ''
  const { min, max } = quantity, number = (n: number): string => n.toLocaleString('en')
  if (min !== null && max !== null) return min === max ? number(min) : `${number(min)}–${number(max)}`
  return min !== null ? `at least ${number(min)}` : max !== null ? `at most ${number(max)}` : ''
}

/** The same for cells: "12", "10–14", "≥ 5", "≤ 9". */
export const shortCount = (quantity: Parameters<typeof sayCount>[0]): string => sayCount(quantity).replace('at least', '≥').replace('at most', '≤')
