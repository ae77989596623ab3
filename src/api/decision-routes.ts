/** Routes of what people decide: decisions, and reviews by two coders who do not see each other's work. */
import { z } from '@hono/zod-openapi'
import type { CodedByHand } from '../core/incidents/index.ts'
import type { DecisionBody, EventAnchor } from '../core/model/index.ts'
import { additionOf, anchorOf, DECISION_QUERY, REVIEW_QUERY, StoreError, type LostDecision, type Review, type Store, type StoredDecision } from '../store/index.ts'
import { properties, table } from './answer.ts'
import { ApiError } from './errors.ts'
import { whole } from './incident-routes.ts'
import { withKnown } from './known.ts'
import { list, route } from './route.ts'
import { decisionBody, lostDecision, newDecisions, review, storedDecision, type SentDecision } from './schemas.ts'

type SentAnchor = Extract<SentDecision, { readonly kind: 'merge' | 'split' }>['a']

/** The anchor with the words it is found again by; those of the present coding where none are sent. Throws StoreError. */
const anchored = async (store: Store, { document, event, mention, type }: SentAnchor): Promise<EventAnchor> =>
  mention === undefined ? await anchorOf(store, { document, event }) : { document, event, mention, ...type === undefined ? {} : { type } }

async function completed(store: Store, sent: SentDecision): Promise<DecisionBody> {
  switch (sent.kind) {
    case 'merge': case 'split': return { ...sent, a: await anchored(store, sent.a), b: await anchored(store, sent.b) }
    case 'link': case 'unlink': return { ...sent, from: await anchored(store, sent.from), to: await anchored(store, sent.to) }
    case 'undo': return sent
    case 'add': return await additionOf(store, sent.event.document, await withKnown(store, sent.coded as CodedByHand), sent.sha256)
    default: return { ...sent, event: await anchored(store, sent.event) } as DecisionBody
  }
}

export async function completedAll(store: Store, sent: readonly SentDecision[]): Promise<readonly DecisionBody[]> {
  const out: DecisionBody[] = []
  for (const one of sent) out.push(await completed(store, one))
  return out
}

const DECISIONS = table<StoredDecision>([['id', d => d.id], ['kind', d => d.kind], ['at', d => d.at], ['by', d => d.by], ['reason', d => d.reason], ['undoneBy', d => d.undoneBy], ['change', d => d.change], ['body', d => d]])
const text = z.string(), people = z.tuple([text.min(1), text.min(1)])
const subject = ({ id, document }: Review): { readonly subject: string; readonly detail: unknown } => ({ subject: id, detail: { document } })

export const DECISION_ROUTES = [
  list({ path: '/decisions', role: 'reader', summary: 'What people decided, newest first', fields: DECISION_QUERY, past: true, answer: storedDecision, shape: DECISIONS, run: ({ around, query }) => around.store.decisions.query(query) }),
  list({ path: '/decisions/lost', tag: 'decisions', role: 'reader', summary: 'Decisions that hold and yet do nothing now: no event is coded any more at their words (anchor-lost), later ones say otherwise (decision-overruled), or their field cannot have their value (decision-unfit); the latest first', paged: false, answer: lostDecision, shape: properties<LostDecision>('decision', 'code', 'message'), run: async ({ around: { store } }) => whole(await store.decisions.lost()) }),
  list({ path: '/incidents/{id}/decisions', role: 'reader', summary: 'What people decided on an incident, found by the words of its events; of one that is no more, on its last reading; the latest first', paged: false, answer: storedDecision, shape: DECISIONS, run: async ({ around: { store }, path }) => {
    const id = path['id']!, found = await store.incidents.get(id) ?? (await store.incidents.history(id))[0]
    if (found === undefined) throw new ApiError('incident-unknown', `There never was an incident ${JSON.stringify(id)}.`)
    return whole(await store.decisions.about(found.incident))
  } }),
  route({ method: 'get', path: '/decisions/{id}', tag: 'decisions', role: 'reader', summary: 'One decision', answer: storedDecision, run: async ({ around: { store }, path }) => {
    const found = await store.decisions.get(path['id']!)
    if (found === null) throw new StoreError('decision-unknown', `There is no decision ${JSON.stringify(path['id'])}.`)
    return found
  } }),
  route({
    method: 'post', path: '/decisions', tag: 'decisions', role: 'coder', summary: 'Decide; all or none are kept, and the incidents they touch are read anew', body: newDecisions, answer: z.array(storedDecision),
    run: async ({ around: { store, wake }, body, caller }) => {
      const kept = await store.decisions.append((await completedAll(store, body.decisions)).map(d => ({ ...d, by: caller!.user, reason: body.reason })))
      await store.tasks.refresh({ steps: 2 })
      wake()
      return kept
    },
    audit: (_ask, kept: readonly StoredDecision[]) => ({ action: 'decisions.append', subject: kept[0]?.id ?? null, detail: { decisions: kept.map(({ id, kind }) => ({ id, kind })) } }),
  }),
  list({ path: '/reviews', role: 'coder', summary: 'Reports under review, with the answers that you may see', fields: REVIEW_QUERY, answer: review, shape: properties<Review>('id', 'document', 'state', 'created', 'coders', 'adjudicatedBy', 'adjudicatedAt'), run: ({ around, query, caller }) => around.store.reviews.query(query, caller!.user) }),
  route({ method: 'get', path: '/reviews/{id}', tag: 'reviews', role: 'coder', summary: 'One review, as you may see it', answer: review, run: async ({ around: { store }, path, caller }) => {
    const found = await store.reviews.get(path['id']!, caller!.user)
    if (found === null) throw new StoreError('review-unknown', `There is no review ${JSON.stringify(path['id'])}.`)
    return found
  } }),
  route({
    method: 'post', path: '/reviews', tag: 'reviews', role: 'editor', summary: 'Have two people code a report', body: z.strictObject({ document: text, coders: people }), answer: review,
    run: ({ around: { store }, body }) => store.reviews.assign(body.document, body.coders), audit: (_ask, kept: Review) => ({ action: 'reviews.assign', ...subject(kept) }),
  }),
  route({
    method: 'post', path: '/reviews/{id}/answers', tag: 'reviews', role: 'coder', summary: 'Hand your coding in, once', body: z.strictObject({ answers: z.array(decisionBody).max(1000) }), answer: review,
    run: async ({ around: { store }, path, body, caller }) => await store.reviews.submit(path['id']!, caller!.user, await completedAll(store, body.answers)), audit: (_ask, kept: Review) => ({ action: 'reviews.submit', ...subject(kept) }),
  }),
  route({
    method: 'post', path: '/reviews/{id}/adjudication', tag: 'reviews', role: 'editor', summary: 'Close a review with the decisions that were agreed on', body: z.strictObject({ decisions: z.array(decisionBody).max(1000), reason: text.max(10_000).nullable().default(null) }), answer: review,
    run: async ({ around: { store }, path, body, caller }) => await store.reviews.adjudicate(path['id']!, caller!.user, await completedAll(store, body.decisions), body.reason), audit: (_ask, kept: Review) => ({ action: 'reviews.adjudicate', ...subject(kept) }),
  }),
]
