/** What the table keeps of an incident: the words of its cells, so that many thousands stay light. */
import { addersOf } from '../../../core/incidents/by-hand.ts'
import type { Grade, Participant, Status, EventType, EventRef, Precision } from '../../../core/model/index.ts'
import type { StoredIncident } from '../../api/queries.ts'
import { countryName, plain, sayDays, shortCount } from '../../filters/words.ts'

export interface Line {
  readonly id: string
  /** The event by which decisions name the incident. */
  readonly anchor: EventRef | null
  readonly date: string
  readonly type: EventType
  readonly mode: string | null
  readonly actors: string
  readonly recipients: string
  readonly place: string
  readonly precision: Precision | null
  readonly admin1: string
  readonly killed: string
  readonly injured: string
  readonly grade: Grade
  readonly disputed: boolean
  readonly addedBy: readonly string[]
  readonly status: Status
  readonly reports: number
  readonly independent: number
  readonly confidence: number
  readonly country: string
  readonly weapons: string
  readonly summary: string
}

export function lineOf({ incident: i }: StoredIncident): Line {
  const place = i.places[0]
  return {
    id: i.id, anchor: i.members[0] ?? null, date: sayDays(i.date?.start ?? null, i.date?.end ?? null), type: i.type, mode: i.mode, actors: names(i.actors), recipients: names(i.recipients),
    place: place === undefined ? '' : [...new Set([place.name, countryName(place.country)])].filter(part => part !== '').join(', '), precision: place?.precision ?? null, admin1: place?.admin1 ?? '', country: countryName(place?.country ?? null),
    killed: shortCount(i.killed), injured: shortCount(i.injured), grade: i.grade, disputed: i.disputed, addedBy: addersOf(i), status: i.status, reports: new Set(i.members.map(m => m.document)).size, independent: i.independent, confidence: i.confidence, weapons: i.weapons.join(', '), summary: i.summary,
  }
}

const names = (sides: readonly Participant[]): string => sides.map(s => s.name).join(', ')

export interface Column { readonly name: string; readonly title: string; /** Least width. */ readonly rem: number; /** Share of what is left over. */ readonly grow?: number; readonly sort?: string; readonly number?: boolean; readonly said: (line: Line) => string }

export const COLUMNS: readonly Column[] = [
  { name: 'date', title: 'Date', rem: 9, sort: 'date', said: l => l.date },
  { name: 'type', title: 'What', rem: 10.5, grow: 1, sort: 'type', said: l => (l.mode === null ? plain(l.type) : `${plain(l.type)}: ${plain(l.mode)}`) },
  { name: 'actors', title: 'Who', rem: 7.25, grow: 1.5, said: l => l.actors },
  { name: 'recipients', title: 'To whom', rem: 7.25, grow: 1.5, said: l => l.recipients },
  { name: 'place', title: 'Where', rem: 8, grow: 1.5, said: l => l.place },
  { name: 'admin1', title: 'Province', rem: 7, grow: 0.8, said: l => l.admin1 },
  { name: 'country', title: 'Country', rem: 6, grow: 0.8, said: l => l.country },
  { name: 'killed', title: 'Killed', rem: 4.75, sort: 'killed', number: true, said: l => l.killed },
  { name: 'injured', title: 'Injured', rem: 4.5, sort: 'injured', number: true, said: l => l.injured },
  { name: 'grade', title: 'Grade', rem: 12, said: l => [l.grade, ...l.disputed ? ['disputed'] : [], ...l.addedBy.length > 0 ? [`added by ${l.addedBy.join(', ')}`] : []].join(', ') },
  { name: 'status', title: 'Status', rem: 7, said: l => l.status },
  { name: 'reports', title: 'Reports', rem: 5.25, sort: 'reports', number: true, said: l => String(l.reports) },
  { name: 'independent', title: 'Voices', rem: 5, sort: 'independent', number: true, said: l => String(l.independent) },
  { name: 'confidence', title: 'Sure', rem: 4.5, sort: 'confidence', number: true, said: l => `${Math.round(l.confidence * 100)} %` },
  { name: 'weapons', title: 'Weapons', rem: 6, grow: 1, said: l => l.weapons },
  { name: 'summary', title: 'Summary', rem: 12, grow: 2, said: l => l.summary },
  { name: 'id', title: 'Id', rem: 10, sort: 'id', said: l => l.id },
]

const DEFAULT = ['date', 'type', 'actors', 'recipients', 'place', 'killed', 'injured', 'grade']

/** The columns that an address names, in the table's order; the usual ones where it names none that there are. */
export function columnsOf(names: string | undefined): readonly Column[] {
  const wanted = new Set(names?.split(',') ?? DEFAULT), found = COLUMNS.filter(c => wanted.has(c.name))
  return found.length === 0 ? COLUMNS.filter(c => DEFAULT.includes(c.name)) : found
}

/** The address's part for these columns; null for the usual ones. */
export const columnNames = (columns: readonly Column[]): string | null => { const names = columns.map(c => c.name).join(','); return names === DEFAULT.join(',') ? null : names }

/** Lines as tab-separated values with a header; what a spreadsheet would take for a formula gets an apostrophe in front. */
export const tsvOf = (lines: readonly Line[], columns: readonly Column[]): string =>
  [columns.map(c => c.title), ...lines.map(line => columns.map(c => cell(c.said(line))))].map(row => row.join('\t')).join('\n')

const cell = (text: string): string => { const flat = text.replace(/[\t\r\n]+/g, ' '); return /^[=+\-@]/.test(flat) ? `'${flat}` : flat }

/** The next sorting of a column: greatest first, then least first, then the usual one. */
export const nextSort = (now: string, field: string): string | null => (now === `-${field}` ? field : now === field ? null : `-${field}`)

/** Grid tracks of the columns, and the least width of a line, in rem. */
export const tracksOf = (columns: readonly Column[]): { readonly tracks: string; readonly least: number } => ({ tracks: columns.map(({ rem, grow }) => (grow === undefined ? `${rem}rem` : `minmax(${rem}rem, ${grow}fr)`)).join(' '), least: columns.reduce((sum, c) => sum + c.rem, PICK_REM) })
/** Width of the column of boxes. */
const PICK_REM = 2.25
