/** Every way the store can fail: a literal code and what it means. */

export const STORE_FAILURES = {
  'store-unreachable': 'The file cannot be opened or the database does not answer.',
  'store-foreign': 'The file is no Casus store.',
  'store-busy': 'Another process kept the store locked for too long.',
  'copy-exists': 'There is a file already where a copy of the store is to stand.',
  'copy-damaged': 'The copy of a store is not sound; it was thrown away.',
  'schema-newer': 'A newer Casus made this store; update Casus.',
  'schema-altered': 'A migration that the store went through is not the one this Casus knows.',
  'database-too-old': 'PostgreSQL 15 or newer is needed.',
  'field-unknown': 'There is no such field to filter, sort, count or group by.',
  'filter-value': 'A filter has a value, or an operator, that its field cannot have.',
  'page-invalid': 'The mark of the next page is not one of this query.',
  'answer-too-large': 'A count would have more rows than one answer holds.',
  'text-query-invalid': 'The search holds no word.',
  'document-unknown': 'There is no document with that id.',
  'analysis-unknown': 'The report has not been coded, or there is none with that id.',
  'event-unknown': 'The report has no event with that id.',
  'decision-unknown': 'There is no decision with that id.',
  'decision-invalid': 'The decision contradicts itself, as a merge of an event with itself; or it gives a field a value that it cannot have; or an event is added whose words do not stand in the report, or that stands there already.',
  'user-unknown': 'There is no user of that name.',
  'token-unknown': 'There is no token with that id.',
  'review-unknown': 'There is no review with that id.',
  'own-unknown': 'There is no own addition with that id.',
  'task-unknown': 'There is no task with that id: it was decided, or what it was about has changed.',
  'task-refused': 'The task is not answered in this way.',
  'review-refused': 'The review is not at the step that this asks for, or not by this person.',
} as const satisfies Readonly<Record<string, string>>

export type StoreFailure = keyof typeof STORE_FAILURES

/** A failure that a person can act on. `message` says what was wrong and what to do. */
export class StoreError extends Error {
  readonly code: StoreFailure
  /** The part of a query that is at fault: the name of a filter (`killed__gte`), or `sort`, `facets`, `next`; null where it is none of them. */
  readonly field: string | null
  constructor(code: StoreFailure, message: string, options?: ErrorOptions & { readonly field?: string }) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
    this.field = options?.field ?? null
  }
}
