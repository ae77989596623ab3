/** Documents coded by two people who do not see each other's work, and what came of comparing it. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { DecisionBody } from '../../core/model/index.ts'
import type { Db, Tx } from '../engine/engine.ts'
import { StoreError } from '../errors.ts'
import { REVIEW_QUERY } from '../query/fields.ts'
import { readPage } from '../query/page.ts'
import type { Tables } from '../schema/tables.ts'
import type { Review, ReviewCoding, Reviews } from '../types/decision.ts'
import type { Page, Query } from '../types/query.ts'
import { transact, write, type Context } from '../writing.ts'
import { appendDecisions } from './decisions.ts'

export const reviewsOf = (context: Context, refresh: () => Promise<unknown>): Reviews => ({
  assign: (document, coders) => assign(context, document, coders),
  submit: (review, coder, answers) => submit(context, review, coder, answers),
  get: (review, viewer) => read(context.engine.db, review, viewer),
  query: (query, viewer) => queryReviews(context, query, viewer),
  adjudicate: async (review, by, decisions, reason) => {
    const closed = await adjudicate(context, review, by, decisions, reason)
    await refresh()
    return closed
  },
})

type ReviewRow = Pick<Tables['reviews'], 'id' | 'document' | 'state' | 'created' | 'adjudicated_by' | 'adjudicated_at'> & { readonly number: number }
type CodingRow = Tables['review_codings']

async function assign(context: Context, document: string, coders: readonly [string, string]): Promise<Review> {
  const { now } = context
  if (coders[0] === coders[1]) throw new StoreError('review-refused', 'Two different people code a document under review.')
  return await transact(context, async tx => {
    if (await tx.selectFrom('documents').select('id').where('id', '=', document).executeTakeFirst() === undefined) throw new StoreError('document-unknown', `There is no document "${document}".`)
    const id = randomUUID()
    const { number } = await tx.insertInto('reviews').values({ id, document, state: 'open', created: now(), adjudicated_by: null, adjudicated_at: null }).returning('number').executeTakeFirstOrThrow()
    await tx.insertInto('review_codings').values(coders.map(coder => ({ owner: number, coder, submitted: null, body: null }))).execute()
    return (await read(tx, id, coders[0]))!
  })
}

async function submit(context: Context, id: string, coder: string, answers: readonly DecisionBody[]): Promise<Review> {
  const { now } = context
  return await transact(context, async tx => {
    const review = await rowOf(tx, id), codings = await codingsOf(tx, [review.number]), own = codings.find(c => c.coder === coder)
    if (own === undefined) throw new StoreError('review-refused', `${coder} is no coder of this review.`)
    if (own.submitted !== null) throw new StoreError('review-refused', `${coder} has submitted already.`)
    await tx.updateTable('review_codings').set({ submitted: now(), body: JSON.stringify(answers) }).where('owner', '=', review.number).where('coder', '=', coder).execute()
    if (codings.every(c => c === own || c.submitted !== null)) await tx.updateTable('reviews').set({ state: 'submitted' }).where('number', '=', review.number).execute()
    return (await read(tx, id, coder))!
  })
}

async function adjudicate(context: Context, id: string, by: string, decisions: readonly DecisionBody[], reason: string | null): Promise<Review> {
  return await write(context, async writing => {
    const { tx, at } = writing, review = await rowOf(tx, id)
    if (review.state !== 'submitted') throw new StoreError('review-refused', review.state === 'open' ? 'Both coders must have submitted first.' : 'The review is closed.')
    await appendDecisions(writing, decisions.map(decision => ({ ...decision, by, reason })))
    await tx.updateTable('reviews').set({ state: 'adjudicated', adjudicated_by: by, adjudicated_at: at }).where('number', '=', review.number).execute()
    return (await read(tx, id, by))!
  })
}

/** The row of a review, locked against a second writer. Throws StoreError review-unknown. */
async function rowOf(tx: Tx, id: string): Promise<ReviewRow> {
  const row = await tx.updateTable('reviews').set({ id }).where('id', '=', id).returningAll().executeTakeFirst()
  if (row === undefined) throw new StoreError('review-unknown', `There is no review "${id}".`)
  return row
}

const codingsOf = (db: Db | Tx, owners: readonly number[]): Promise<CodingRow[]> => db.selectFrom('review_codings').selectAll().where('owner', 'in', [...owners]).orderBy('coder').execute()

async function read(db: Db | Tx, id: string, viewer: string): Promise<Review | null> {
  const row = await db.selectFrom('reviews').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : reviewFrom(row, await codingsOf(db, [row.number]), viewer)
}

function reviewFrom(row: ReviewRow, codings: readonly CodingRow[], viewer: string): Review {
  const coder = codings.some(c => c.coder === viewer), open = row.state === 'adjudicated' || row.state === 'submitted' && !coder
  return {
    id: row.id, document: row.document, state: row.state as Review['state'], created: row.created, adjudicatedBy: row.adjudicated_by, adjudicatedAt: row.adjudicated_at,
    coders: codings.map((c): ReviewCoding => ({ coder: c.coder, submitted: c.submitted, answers: c.body !== null && (open || c.coder === viewer) ? JSON.parse(c.body) as DecisionBody[] : null })),
  }
}

async function queryReviews({ engine }: Context, query: Query, viewer: string): Promise<Page<Review>> {
  const page = await readPage<ReviewRow>(engine, { fields: REVIEW_QUERY, table: 'reviews', id: 'number', order: { field: 'created', descending: true }, from: sql.table('reviews'), columns: sql.raw('reviews.*'), always: [] }, query)
  const codings = page.rows.length === 0 ? [] : await codingsOf(engine.db, page.rows.map(r => r.number))
  return { ...page, rows: page.rows.map(row => reviewFrom(row, codings.filter(c => c.owner === row.number), viewer)) }
}
