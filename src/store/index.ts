/** What the floors above use of the store: its types, its fields, its errors. */
export * from './types/index.ts'
export { StoreError, STORE_FAILURES, type StoreFailure } from './errors.ts'
export { ACTOR_QUERY, AUDIT_QUERY, BATCH_QUERY, CLAIM_QUERY, DECISION_QUERY, DOCUMENT_QUERY, INCIDENT_QUERY, LINK_QUERY, operatorsOf, PLACE_QUERY, REVIEW_QUERY, TASK_QUERY, type Field, type Fields } from './query/fields.ts'
export { isPostgres, openStore } from './open.ts'
export { copyStore, type Copied } from './engine/copy.ts'
export { anchorOf } from './decisions/anchor.ts'
export { readFilter } from './query/read-filter.ts'
export { engineKey } from './analyses/analyses.ts'
