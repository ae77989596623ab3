/** A read endpoint in the shape of ACLED's: the same parameters and columns, so that what reads ACLED reads this. */
import { z } from '@hono/zod-openapi'
import { ACLED_COLUMNS, outsideAcled, rowOf, type Cell, type Subject } from '../core/codebooks/index.ts'
import { csvLines, datasetOf } from '../export/index.ts'
import type { Filter } from '../store/index.ts'
import { ApiError } from './errors.ts'
import type { Parameter } from './parameters.ts'
import { route, type Ask } from './route.ts'

const NAMES = ACLED_COLUMNS.map(c => c.name)
/** Rows of one answer where no limit is given, and at most. */
const LIMIT = 5000
const WHERE = ['=', '>', '<', '>=', '<=', 'BETWEEN', 'LIKE'] as const

const PARAMETERS: readonly Parameter[] = [
  ...NAMES.flatMap((name): readonly Parameter[] => [
    { name, about: name === 'event_date' ? 'A day, or two with | between them and event_date_where=BETWEEN.' : `Rows whose ${name} is this; several values with | between them.` },
    { name: `${name}_where`, about: `How ${name} is compared; = without it.`, choices: WHERE },
  ]),
  { name: 'limit', about: `Rows of an answer, ${LIMIT} at most and without it; 0 for that too.`, kind: 'whole' }, { name: 'page', about: 'Number of the page, from 1.', kind: 'whole' },
  { name: 'fields', about: 'Columns wanted, with | between them.' }, { name: '_format', about: 'json or csv.', choices: ['json', 'csv'] },
]

export const ACLED_ROUTE = route({
  method: 'get', path: '/api/acled/read', tag: 'acled', role: 'reader', summary: "Incidents in ACLED's 31 columns, by ACLED's parameters", parameters: PARAMETERS, run: read,
  answer: z.object({ status: z.literal(200), success: z.literal(true), count: z.int(), messages: z.array(z.string()), data: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable())) }).openapi('AcledAnswer'),
})

type Fits = (row: readonly Cell[]) => boolean

async function read(ask: Ask): Promise<unknown> {
  const { values } = ask, limit = Math.min(Number(values['limit'] ?? 0) || LIMIT, LIMIT), skip = limit * (Math.max(1, Number(values['page'] ?? 1)) - 1), columns = columnsOf(values['fields'])
  const rows: (readonly Cell[])[] = []
  let seen = 0
  for await (const row of rowsOf(ask, conditions(values))) {
    if (seen++ < skip) continue
    rows.push(columns.map(k => row[k]!))
    if (rows.length === limit) break
  }
  const names = columns.map(k => NAMES[k]!)
  if (values['_format'] === 'csv') return new Response(csvLines([names, ...rows]), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
  return { status: 200, success: true, count: rows.length, messages: [], data: rows.map(row => Object.fromEntries(names.map((name, k) => [name, row[k] ?? null]))) }
}

async function* rowsOf({ around: { store, lexicon }, values }: Ask, fits: readonly Fits[]): AsyncGenerator<readonly Cell[]> {
  for await (const one of datasetOf(store, narrowed(values, lexicon())).incidents()) {
    const subject: Subject = { ...one, lexicon: lexicon() }
    if (outsideAcled(subject) !== null) continue
    const row = rowOf(ACLED_COLUMNS, subject)
    if (fits.every(f => f(row))) yield row
  }
}

/** What the store can answer of the conditions; the rows are held to all of them afterwards. */
function narrowed(values: Ask['values'], { countries }: Subject['lexicon']): readonly Filter[] {
  const out: Filter[] = [], { event_date: day, country, iso } = values
  const days = day?.split('|').filter(d => /^\d{4}-\d{2}-\d{2}$/.test(d)).sort() ?? [], where = values['event_date_where'] ?? '='
  if (days.length > 0 && (where === '=' || where === 'BETWEEN')) out.push({ field: 'date', op: 'gte', value: days[0]! }, { field: 'date', op: 'lte', value: days.at(-1)! })
  const exact = (name: string): boolean => (values[`${name}_where`] ?? '=') === '='
  const codes = [...countries].filter(([, c]) => country !== undefined && exact('country') ? country.split('|').some(name => name.toLowerCase() === c.name.toLowerCase()) : iso !== undefined && exact('iso') && iso.split('|').some(n => Number(n) === c.numeric)).map(([code]) => code)
  if (codes.length > 0) out.push({ field: 'country', op: 'in', value: codes })
  return out
}

function conditions(values: Ask['values']): readonly Fits[] {
  return NAMES.flatMap((name, k): readonly Fits[] => {
    const asked = values[name]
    return asked === undefined ? [] : [conditionOf(name, k, asked, (values[`${name}_where`] ?? '=') as typeof WHERE[number])]
  })
}

function conditionOf(name: string, k: number, asked: string, where: typeof WHERE[number]): Fits {
  const parts = asked.split('|')
  if (name === 'event_date' && where !== 'LIKE' && !parts.every(p => /^\d{4}-\d{2}-\d{2}$/.test(p))) throw new ApiError('parameter-value', 'event_date is a day such as 2024-01-20.', name)
  if (where === 'BETWEEN') {
    if (parts.length !== 2) throw new ApiError('parameter-value', `${name}_where=BETWEEN wants two values with | between them.`, name)
    return row => row[k] !== null && order(row[k], parts[0]!) >= 0 && order(row[k], parts[1]!) <= 0
  }
  switch (where) {
    case 'LIKE': return row => String(row[k] ?? '').toLowerCase().includes(asked.toLowerCase())
    case '=': return row => row[k] !== null && parts.some(p => order(row[k], p) === 0)
    default: return row => row[k] !== null && SIGNS[where](order(row[k], asked))
  }
}

const SIGNS = { '>': (n: number) => n > 0, '<': (n: number) => n < 0, '>=': (n: number) => n >= 0, '<=': (n: number) => n <= 0 } as const

/** Numbers by size, all else by letters without case. */
function order(cell: Cell | undefined, asked: string): number {
  if (typeof cell === 'number') return cell - Number(asked)
  const a = String(cell).toLowerCase(), b = asked.toLowerCase()
  return a === b ? 0 : a < b ? -1 : 1
}

function columnsOf(fields: string | undefined): readonly number[] {
  if (fields === undefined) return NAMES.map((_, k) => k)
  return fields.split('|').map(name => {
    const k = NAMES.indexOf(name)
    if (k < 0) throw new ApiError('parameter-value', `There is no column ${JSON.stringify(name.slice(0, 60))}; there are ${NAMES.join(', ')}.`, 'fields')
    return k
  })
}
