/** Invented rows in bulk: skewed as real ones are, the same at every run. */
import { sql } from 'kysely'
import type { Engine, Tx } from '../../src/store/engine/engine.ts'
import { incidentRow } from '../../src/store/incidents/write.ts'
import type { Tables } from '../../src/store/schema/tables.ts'
import { dayNumber } from '../../src/store/query/space.ts'
import type { Incident } from '../../src/core/model/index.ts'

export interface Size { readonly reports: number; readonly events: number; readonly incidents: number }

/** Rows of one transaction. */
const BATCH = 5000
/** Share of incidents that were read twice, so that there is a past. */
const REREAD = 0.05

/** A number from 0 to 1 that depends on `n` and `salt` alone (a Weyl sequence hashed, after splitmix32). */
function chance(n: number, salt: number): number {
  let z = (n + Math.imul(salt, 0x9e3779b9)) | 0
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
  return ((z ^ (z >>> 15)) >>> 0) / 4294967296
}

/** Small numbers are far more frequent than large ones. */
const skewed = (n: number, salt: number, below: number): number => Math.floor(below * chance(n, salt) ** 3)

const COUNTRIES = ['IQ', 'UA', 'SY', 'YE', 'SD', 'ET', 'ML', 'NG', 'CD', 'SO', 'MM', 'AF', 'PK', 'IN', 'CO', 'MX', 'HT', 'PS', 'IL', 'LB'] as const
const TYPES = ['ASSAULT', 'COERCE', 'PROTEST', 'ACCUSE', 'MOBILIZE', 'THREATEN', 'AGREE', 'CONSULT'] as const
const GRADES = ['weak', 'fair', 'confirmed', 'contested'] as const

/** A day of 2019 to 2024. */
const dayOf = (n: number): string => new Date(Date.UTC(2019, 0, 1 + Math.floor(chance(n, 3) * 2190))).toISOString().slice(0, 10)

function incidentOf(n: number, size: Size): Incident {
  const country = skewed(n, 1, COUNTRIES.length), town = skewed(n, 2, 400), day = dayOf(n), killed = chance(n, 4) < 0.4 ? skewed(n, 5, 80) : null
  const side = (salt: number) => { const a = skewed(n, salt, 2000); return { name: `Actor ${a}`, entity: `actor-${a}`, country: COUNTRIES[country]!, sectors: ['MIL'], labels: [], evidence: [] } }
  return {
    id: `i${n}`, members: n < size.events ? [{ document: `r${n % size.reports}`, event: `e${Math.floor(n / size.reports) + 1}` }] : [], type: TYPES[skewed(n, 6, TYPES.length)]!, mode: n % 3 === 0 ? 'drone' : null,
    contexts: ['military'], status: 'occurred', reciprocal: false, summary: `Something happened in town ${town}`, actors: [side(7)], recipients: [side(8)],
    places: [{ name: `Town ${town}`, country: COUNTRIES[country]!, admin1: `Province ${town % 20}`, latitude: 33 + chance(country * 400 + town, 9) * 6, longitude: 10 + country * 3.4 + chance(country * 400 + town, 10) * 5, precision: 'town', gazetteer: `t:${country}-${town}`, evidence: [] }],
    date: { edtf: day, start: day, end: day, stated: true, evidence: [] }, killed: killed === null ? null : { min: killed, max: killed, of: null, evidence: [] }, injured: null, attackersKilled: null, detained: null, count: null,
    weapons: [], fields: [], disputed: n % 17 === 0, grade: GRADES[skewed(n, 11, 4)]!, gradeWhy: 'One report tells of it.', independent: 1 + (n % 3), links: [], confidence: 0.8,
  }
}

/** About 200 words of a vocabulary of 5,000. */
const textOf = (n: number): string => Array.from({ length: 200 }, (_, i) => `word${skewed(n * 200 + i, 12, 5000)}`).join(' ')

/** Writes everything past the slow road of one transaction a report. */
export async function fillStore(engine: Engine, size: Size, say: (line: string) => void): Promise<void> {
  await inBatches(engine, size.reports, (tx, first, last) => reports(engine, tx, range(first, last)))
  say(`${size.reports} reports`)
  await inBatches(engine, size.events, (tx, first, last) => events(engine, tx, range(first, last), size))
  say(`${size.events} events`)
  await inBatches(engine, size.incidents, (tx, first, last) => incidents(engine, tx, range(first, last), size))
  say(`${size.incidents} incidents`)
}

export async function inBatches(engine: Engine, count: number, step: (tx: Tx, first: number, last: number) => Promise<void>): Promise<void> {
  for (let first = 0; first < count; first += BATCH) await engine.db.transaction().execute(tx => step(tx, first, Math.min(count, first + BATCH)))
}

export const range = (first: number, last: number): readonly number[] => Array.from({ length: last - first }, (_, i) => first + i)

/** Rows in one statement, handed over as JSON: a statement with a parameter a cell takes longer to write than to run. */
export async function bulk(engine: Engine, tx: Tx, table: keyof Tables, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(rows[0]!), columns = sql.join(names.map(name => sql.ref(name))), json = JSON.stringify(rows)
  if (engine.name === 'postgres') await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(tx)
  else await sql`insert into ${sql.table(table)} (${columns}) select ${sql.join(names.map(name => sql`value ->> ${sql.lit(`$.${name}`)}`))} from json_each(${json})`.execute(tx)
}

async function reports(engine: Engine, tx: Tx, all: readonly number[]): Promise<void> {
  const at = '2024-12-31T00:00:00.000Z'
  await bulk(engine, tx, 'documents', all.map(n => ({ number: n + 1, id: `r${n}`, canonical: `https://news.example/${n}`, url: null, publisher: publisherOf(n), title: `Report ${n}`, published: dayOf(n), language: 'en', sha256: `sha${n}`, revision: 1, added: at, born: 1, change: 1 })))
  await bulk(engine, tx, 'texts', all.map(n => ({ document: n + 1, revision: 1, sha256: `sha${n}`, text: textOf(n), at })))
  const which = sql`document between ${all[0]! + 1} and ${all.at(-1)! + 1}`
  await (engine.name === 'sqlite' ? sql`insert into document_words (rowid, words) select document, text from texts where ${which}` : sql`update documents set words = to_tsvector('simple', text) from texts where document = number and ${which}`).execute(tx)
}

const publisherOf = (n: number): string => `Paper ${skewed(n, 13, 300)}`
const reportOf = (n: number, size: Size): number => n % size.reports
const eventOf = (n: number, size: Size): string => `e${Math.floor(n / size.reports) + 1}`

async function events(engine: Engine, tx: Tx, all: readonly number[], size: Size): Promise<void> {
  await bulk(engine, tx, 'events', all.map(n => ({ document: reportOf(n, size) + 1, event: eventOf(n, size), document_id: `r${reportOf(n, size)}`, type: 'ASSAULT', status: 'occurred', country: 'IQ', first: dayNumber(dayOf(n)), last: dayNumber(dayOf(n)), incident: `i${n}` })))
}

async function incidents(engine: Engine, tx: Tx, all: readonly number[], size: Size): Promise<void> {
  const change = Math.floor(all[0]! / BATCH) + 2, at = new Date(Date.UTC(2025, 0, 1) + change * 60_000).toISOString()
  const made = all.map(n => ({ n, incident: incidentOf(n, size) })), owner = (n: number): number => 2 * n + 2
  await tx.updateTable('meta').set({ value: change }).where('key', '=', 'change').execute()
  await bulk(engine, tx, 'incidents', made.flatMap(({ n, incident }) => {
    const row = { number: owner(n), ...incidentRow({ change, at }, incident, JSON.stringify(incident)), ...engine.name === 'postgres' ? spotOf(incident) : {} }
    return chance(n, 14) < REREAD ? [{ ...row, number: owner(n) - 1, since: change - 1, until: change }, row] : [row]
  }))
  if (engine.name === 'sqlite') await sql`insert into incident_boxes select number, longitude, longitude, latitude, latitude, cast(julianday(date_start) - 2440587.5 as integer), cast(julianday(date_end) - 2440587.5 as integer) from incidents where number between ${owner(all[0]!) - 1} and ${owner(all.at(-1)!)}`.execute(tx)
  await bulk(engine, tx, 'incident_actors', made.flatMap(({ n, incident }) => [...incident.actors.map(p => ({ role: 'actor', p })), ...incident.recipients.map(p => ({ role: 'recipient', p }))].map(({ role, p }, i) => ({ owner: owner(n), n: i, role, actor: p.entity, name: p.name, country: p.country }))))
  await bulk(engine, tx, 'incident_members', made.flatMap(({ n, incident }) => incident.members.map(m => ({ owner: owner(n), ...m, publisher: publisherOf(reportOf(n, size)) }))))
  await bulk(engine, tx, 'changes', all.map((n, i) => ({ change, n: i, at, kind: 'incident', id: `i${n}`, op: 'put' })))
}

function spotOf({ places: [place], date }: Incident): { readonly spot: string; readonly days: string } {
  return { spot: `(${place!.longitude},${place!.latitude})`, days: `[${dayNumber(date!.start)},${dayNumber(date!.end)}]` }
}
