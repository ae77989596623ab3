/** `casus incidents` over a store: its incidents as people have filtered them, and why two of its events are one occurrence or not. */
import type { Analysis, Incident } from '../index.ts'
import type { Filter, Query, Sort, Store } from '../store/index.ts'
import { CliError } from './errors.ts'
import { eventNamed } from './event-name.ts'
import { asOfGiven, filterOf } from './filters.ts'
import type { TextOf } from './incident-table.ts'
import type { Invocation, Option } from './options.ts'

export const SORT: Option = { name: 'sort', value: 'FIELD', help: 'By which field of the store; with - before it the greatest first, as -killed. Default: the latest day first.' }
export const LIMIT: Option = { name: 'limit', short: 'n', value: 'N', help: 'At most so many incidents. Default: all.', check: value => (/^[1-9]\d{0,8}$/.test(value) ? null : 'the limit is a whole number from 1 on.') }

/** Rows that are asked for at a time. */
const PAGE = 200

/** Incidents of the store a page at a time, with the texts of their reports where `texts` asks for them. */
export async function* storedIncidents(store: Store, given: Invocation, texts: boolean): AsyncGenerator<{ readonly incidents: readonly Incident[]; readonly textOf: TextOf; readonly total: number }> {
  const several: readonly Filter[] = given.on('several') ? [{ field: 'reports', op: 'gt', value: 1 }] : [], asOf = asOfGiven(given), sort = sortOf(given.text('sort'))
  const query: Query = { filters: [...given.texts('filter').map(filterOf), ...several], ...asOf === undefined ? {} : { asOf }, ...sort === undefined ? {} : { sort } }
  let left = Number(given.text('limit') ?? Number.MAX_SAFE_INTEGER), next: string | null = null, total: number | null = null
  do {
    const page: Awaited<ReturnType<Store['incidents']['query']>> = await store.incidents.query({ ...query, size: Math.min(PAGE, left), next, count: total === null }), incidents = page.rows.map(r => r.incident)
    total ??= page.total ?? 0
    yield { incidents, textOf: texts ? await textsOf(store, incidents) : () => undefined, total }
    left -= incidents.length
    next = page.next
  } while (next !== null && left > 0)
}

const sortOf = (text: string | null): Sort | undefined => text === null ? undefined : { field: text.replace(/^-/, ''), descending: text.startsWith('-') }

async function textsOf(store: Store, incidents: readonly Incident[]): Promise<TextOf> {
  const ids = [...new Set(incidents.flatMap(i => i.members.map(m => m.document)))], texts = new Map<string, string>()
  for (let at = 0; at < ids.length; at += PAGE) {
    const value = ids.slice(at, at + PAGE)
    for (const { id, text } of (await store.documents.query({ filters: [{ field: 'id', op: 'in', value }], size: value.length })).rows) texts.set(id, text)
  }
  return document => texts.get(document)
}

/** The current analysis of the report of an event, with its text, and the event. Throws CliError report-unknown or event-unknown. */
export async function storedEvent(store: Store, name: string): Promise<readonly [Analysis, string]> {
  const { document, event } = eventNamed(name), [kept, report] = await Promise.all([store.analyses.get(document), store.documents.get(document)])
  if (kept === null || report === null) throw new CliError('report-unknown', `The store has no coded report ${JSON.stringify(document)}.`)
  const { analysis } = kept
  if (!analysis.events.some(e => e.id === event)) throw new CliError('event-unknown', `The report ${document} has no event ${event}; it has ${analysis.events.map(e => e.id).join(', ') || 'none'}.`)
  return [{ ...analysis, document: { ...analysis.document, text: report.text } }, event]
}
