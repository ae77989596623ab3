/** The questions that people ask most, as the application, the API and exports put them. */
import type { Filter, Store } from '../../src/store/index.ts'

export interface Question { readonly says: string; readonly ask: (store: Store) => Promise<unknown> }

const filter = (field: string, op: Filter['op'], value: Filter['value']): Filter => ({ field, op, value })
/** 3 by 3 degrees and 90 days. */
const BOX = [filter('bbox', 'eq', '43,33,46,36'), filter('date', 'gte', '2023-03-01'), filter('date', 'lte', '2023-05-30')]

/** The mark of a page far inside, found once a store. */
const deep = new WeakMap<Store, string | null>()
async function deepPage(store: Store): Promise<unknown> {
  if (!deep.has(store)) {
    let next: string | null = null
    for (let i = 0; i < 20 && (i === 0 || next !== null); i++) next = (await store.incidents.query({ size: 5000, next })).next
    deep.set(store, next)
  }
  return await store.incidents.query({ size: 100, next: deep.get(store) ?? null })
}

let middle = -1
async function asOf(store: Store): Promise<{ readonly change: number }> {
  if (middle < 0) middle = Math.floor(await store.changes.last() / 2)
  return { change: middle }
}

export const QUESTIONS: readonly Question[] = [
  { says: 'Points of a map, box and 90 days', ask: store => store.incidents.points({ filters: BOX }) },
  { says: 'Incidents in a box and 90 days, a page', ask: store => store.incidents.query({ filters: BOX, size: 100 }) },
  { says: '50 km around a town, 90 days', ask: store => store.incidents.query({ filters: [filter('near', 'eq', '35.46,44.38,50'), ...BOX.slice(1)] }) },
  { says: 'First page, newest day first', ask: store => store.incidents.query({ size: 100 }) },
  { says: 'Page 1,000', ask: deepPage },
  { says: 'A type in a country, a page', ask: store => store.incidents.query({ filters: [filter('type', 'eq', 'ASSAULT'), filter('country', 'eq', 'IQ')] }) },
  { says: 'At least 50 killed, most first', ask: store => store.incidents.query({ filters: [filter('killed', 'gte', 50)], sort: { field: 'killed', descending: true } }) },
  { says: 'Incidents of one actor, a page', ask: store => store.incidents.query({ filters: [filter('actor', 'eq', 'actor-77')] }) },
  { says: 'Incidents of the commonest actor, a page', ask: store => store.incidents.query({ filters: [filter('actor', 'eq', 'actor-0')] }) },
  { says: 'Counts by type, grade and country, all incidents', ask: store => store.incidents.query({ size: 1, facets: ['type', 'grade', 'country'] }) },
  { says: 'Counts by type, grade and actor, a country and 90 days', ask: store => store.incidents.query({ size: 1, facets: ['type', 'grade', 'actor'], filters: [filter('country', 'eq', 'IQ'), ...BOX.slice(1)], count: true }) },
  { says: 'Sums by week and type, a country', ask: store => store.incidents.aggregate(['week', 'type'], { filters: [filter('country', 'eq', 'IQ')] }) },
  { says: 'Counts by day, all incidents', ask: store => store.incidents.aggregate(['day']) },
  { says: 'Counts by week, all incidents', ask: store => store.incidents.aggregate(['week']) },
  { says: 'Counts by month and type, all incidents', ask: store => store.incidents.aggregate(['month', 'type']) },
  { says: 'Counts by week, a type and three years', ask: store => store.incidents.aggregate(['week'], { filters: [filter('type', 'eq', 'ASSAULT'), filter('date', 'gte', '2020-01-01'), filter('date', 'lte', '2022-12-31')] }) },
  { says: 'Counts by week, an actor', ask: store => store.incidents.aggregate(['week'], { filters: [filter('actor', 'eq', 'actor-0')] }) },
  { says: 'Points of a map, 90 days', ask: store => store.incidents.points({ filters: BOX.slice(1) }) },
  { says: 'Points of a map, all', ask: store => store.incidents.points({ size: 100_000 }) },
  { says: 'Counts by all facets of the map, all incidents', ask: store => store.incidents.query({ size: 1, facets: ['type', 'mode', 'grade', 'disputed', 'country', 'actor', 'publisher'] }) },
  { says: 'Search, a rare word', ask: store => store.documents.search('word4999') },
  { says: 'Search, two common words', ask: store => store.documents.search('word1 word2') },
  { says: 'Incidents whose reports hold a word', ask: store => store.incidents.query({ filters: [filter('text', 'eq', 'word4000')] }) },
  { says: 'A page as of the middle of the history', ask: async store => await store.incidents.query({ asOf: await asOf(store), size: 100, filters: [filter('country', 'eq', 'IQ')] }) },
  { says: 'One incident', ask: store => store.incidents.get('i500') },
  { says: 'One incident as of the middle', ask: async store => await store.incidents.get('i500', await asOf(store)) },
  { says: 'Changes since a number, a page', ask: async store => await store.changes.since({ since: (await store.changes.last()) - 5 }) },
]
