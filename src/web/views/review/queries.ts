/** What the review asks the interface. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { askAddress, type Address } from '../../api/client.ts'
import type { Decision, NewDecision, Page, Schemas } from '../../api/queries.ts'
import type { Task } from './task.ts'

export type Batch = Schemas['Batch']
export interface Lost { readonly decision: Made; readonly code: Schemas['LostDecision']['code']; readonly message: string }
/** A decision with the fields of its kind. */
export type Made = Schemas['LostDecision']['decision'] & Readonly<Record<string, unknown>>
export type Agreement = Schemas['Agreement']
export interface BatchAnswer { readonly choice: string; readonly decisions: readonly NewDecision[]; readonly note: string | null }
export interface BatchTask { readonly task: Task; readonly answers: Readonly<Record<string, BatchAnswer>> }

/** Tasks asked for at a time: more than a person answers while the next are on their way. */
export const AHEAD = 20

/** Fields of a task that the queue can be narrowed to, as they stand in the address. */
export const NARROWING = ['type', 'country', 'placeName', 'document'] as const
export type Narrowed = Readonly<Partial<Record<(typeof NARROWING)[number], string>>>

/** The next tasks of a kind, or of all, and how many there are. */
export const tasksQuery = (kind: string | null, narrowed: Narrowed) => queryOptions({
  queryKey: ['tasks', 'next', kind, narrowed], placeholderData: keepPreviousData,
  queryFn: async ({ signal }) => { const { rows, total } = await askAddress<Page<Task>>('/tasks', { ...narrowed, ...kind === null ? {} : { kind }, _size: `${AHEAD}`, _count: 'true' }, { signal }); return { rows, total: total ?? rows.length, kind } },
})

/** How many tasks of each kind there are. */
export const kindsQuery = (narrowed: Narrowed) => queryOptions({ queryKey: ['tasks', 'kinds', narrowed], placeholderData: keepPreviousData, queryFn: async ({ signal }) => (await askAddress<Page<unknown>>('/tasks', { ...narrowed, _size: '1', _facet: 'kind' }, { signal })).facets['kind'] ?? [] })

/** Types, countries and places of what is to be decided, the most frequent first. */
export const narrowingQuery = queryOptions({ queryKey: ['tasks', 'narrowing'], staleTime: 60_000, queryFn: async ({ signal }) => (await askAddress<Page<unknown>>('/tasks', { _size: '1', _facet: 'type,country,placeName' }, { signal })).facets })

export const taskQuery = (id: string) => queryOptions({ queryKey: ['tasks', 'one', id], queryFn: ({ signal }) => askAddress<Task>(`/tasks/${encodeURIComponent(id)}`, {}, { signal }), retry: false })

export const batchesQuery = queryOptions({ queryKey: ['batches'], queryFn: async ({ signal }) => (await askAddress<Page<Batch>>('/batches', { _size: '200' }, { signal })).rows })
export const batchQuery = (id: string) => queryOptions({ queryKey: ['batches', id], queryFn: ({ signal }) => askAddress<{ readonly batch: Batch; readonly tasks: readonly BatchTask[] }>(`/batches/${encodeURIComponent(id)}`, {}, { signal }) })
/** Names of those who may be given a batch; for editors. */
export const codersQuery = queryOptions({ queryKey: ['coders'], queryFn: async ({ signal }) => (await askAddress<Page<{ readonly name: string }>>('/coders', {}, { signal })).rows.map(r => r.name) })
export const agreementQuery = queryOptions({ queryKey: ['agreement'], queryFn: ({ signal }) => askAddress<Agreement>('/agreement', {}, { signal }) })

const send = <T>(path: Address, method: string, body?: unknown): Promise<T> => askAddress<T>(path, {}, { method, ...body === undefined ? {} : { body: JSON.stringify(body) } })
const at = (id: string): string => encodeURIComponent(id)

export const decideNow = (decisions: readonly NewDecision[], reason: string | null): Promise<readonly Decision[]> => send('/decisions', 'POST', { decisions, reason })
export const answerMissed = (id: string, answer: 'event' | 'none' | 'open'): Promise<unknown> => send(`/tasks/${at(id)}/answer`, 'POST', { answer })
/** `gone`: the task is no more. */
export const skipTask = (id: string): Promise<{ readonly gone: boolean }> => send(`/tasks/${at(id)}/skip`, 'POST')
export const unskipTask = (id: string): Promise<unknown> => send(`/tasks/${at(id)}/skip`, 'DELETE')
export const createBatch = (batch: { readonly title: string; readonly coders: readonly [string, string]; readonly kind?: string; readonly size: number }): Promise<Batch> => send('/batches', 'POST', batch)
export const answerBatch = (id: string, task: string, { choice, decisions, note }: BatchAnswer): Promise<Batch> => send(`/batches/${at(id)}/answers`, 'PUT', { task, choice, decisions, note })
export const submitBatch = (id: string): Promise<Batch> => send(`/batches/${at(id)}/submit`, 'POST')
/** `none` are the missed tasks whose words tell of no event. */
export const adjudicate = (id: string, { decisions, none, reason }: { readonly decisions: readonly NewDecision[]; readonly none: readonly string[]; readonly reason: string | null }): Promise<Batch> => send(`/batches/${at(id)}/adjudication`, 'POST', { decisions, none, reason })
/** What the closing of a batch decided. */
export const closedWithQuery = ({ id, adjudicatedBy, adjudicatedAt }: Batch) => queryOptions({
  queryKey: ['decisions', 'batch', id], enabled: adjudicatedBy !== null && adjudicatedAt !== null,
  queryFn: async ({ signal }) => (await askAddress<Page<Decision>>('/decisions', { by: adjudicatedBy!, at__gte: adjudicatedAt!, at__lte: adjudicatedAt!, _size: '1000' }, { signal })).rows,
})

/** Pages of all decisions, the latest first. */
export const decidedPages = (by: string | null, kind: string | null) => infiniteQueryOptions({
  queryKey: ['decisions', 'pages', by, kind], initialPageParam: null as string | null, getNextPageParam: (page: Page<Decision>) => page.next, placeholderData: keepPreviousData,
  queryFn: ({ pageParam, signal }): Promise<Page<Decision>> => askAddress<Page<Decision>>('/decisions', { ...by === null ? {} : { by }, ...kind === null ? {} : { kind }, _sort: '-change', _size: '50', ...pageParam === null ? { _facet: 'by,kind', _count: 'true' } : { _next: pageParam } }, { signal }),
})
export const lostQuery = queryOptions({ queryKey: ['decisions', 'lost'], queryFn: async ({ signal }) => (await askAddress<Page<Lost>>('/decisions/lost', {}, { signal })).rows })
