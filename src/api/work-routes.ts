/** Routes of taking in and of the work: files that are sent, feeds that are asked, what is coded, what happens. */
import { z } from '@hono/zod-openapi'
import type { FeedResult } from '../ingest/index.ts'
import { UPLOAD_KINDS } from '../ingest/index.ts'
import { ApiError } from './errors.ts'
import type { UploadAnswer } from './intake.ts'
import { route, type Ask } from './route.ts'

const text = z.string(), whole = z.int()
const workState = {
  working: z.boolean(), todo: whole.nullable(), coding: z.array(text), coded: whole, failed: whole, last: z.object({ document: text, at: text }).nullable(), refreshing: z.boolean(), fetching: whole,
}
const failures = z.array(z.object({ document: text, engine: text, attempts: whole, message: text }))
const work = z.object({ ...workState, failures }).openapi('Work', { description: '`working`: this server codes; `todo` is null until it was counted; `coded` and `failed` count since the server started; `fetching` are pages and feeds still to be fetched.' })

const outcomes = z.object({ added: whole, known: whole, copy: whole, revised: whole, deleted: whole })
const upload = z.object({
  name: text, read: whole, outcomes, aside: whole, failed: whole, documents: z.array(z.object({ id: text, outcome: z.enum(['added', 'known', 'copy', 'revised', 'deleted']) })),
  refused: z.array(z.object({ where: text, code: text, message: text })), links: whole, feeds: whole,
}).openapi('Upload', { description: '`aside`: kept and not coded, as in another language; `links`: pages that the file lists, fetched from now on; `feeds`: feeds that were added. `documents` and `refused` name the first 200.' })
const followed = z.object({ address: text.nullable(), outcome: z.enum(['taken', 'unchanged', 'list', 'failed', 'started']), added: whole, message: text.nullable() }).openapi('Followed')

/** Failures told. */
const TOLD = 100

export const WORK_ROUTES = [
  route({
    method: 'get', path: '/work', tag: 'work', role: 'reader', summary: 'What is to do, being coded, failed, and done last', answer: work,
    run: async ({ around }) => ({ ...around.work(), failures: (await around.store.analyses.failures()).slice(-TOLD) }),
  }),
  route({ method: 'get', path: '/events', tag: 'work', role: 'reader', summary: 'A stream (text/event-stream) of what happens: `change` with the number of the last change and the kinds that changed, `work` with the state of the work', answer: z.unknown(), streams: true, run: async ({ around, stream }) => stream(around.events.listen) }),
  route({
    method: 'post', path: '/uploads', tag: 'documents', role: 'coder', summary: `Take in a file, sent as the body: ${UPLOAD_KINDS.join(', ')}`, raw: true, auditsAfter: true, answer: upload, parameters: [{ name: 'name', required: true, about: 'Name of the file; its end says what it is.' }],
    run: sent, audit: ({ values }, { outcomes, links, feeds }: UploadAnswer) => ({ action: 'uploads.add', subject: nameOf(values['name']!), detail: { outcomes, links, feeds } }),
  }),
  route({
    method: 'post', auditsAfter: true, path: '/sources/fetch', tag: 'sources', role: 'coder', summary: 'Ask a feed now, or all that are followed in the background', body: z.strictObject({ address: text.max(2000).nullable().default(null) }), answer: followed,
    run: async ({ around, body: { address } }) => await fetchNow({ around }, address), audit: ({ body }) => ({ action: 'sources.fetch', subject: body.address, detail: null }),
  }),
]

async function sent({ around, values, upload: body, caller }: Ask): Promise<UploadAnswer> {
  if (body === null) throw new ApiError('body-invalid', 'Send the file as the body.')
  return await around.intake.upload(nameOf(values['name']!), body, caller!.user)
}

/** The file's own name, without folders and without what is no letter, sign or blank. */
const nameOf = (given: string): string => given.replace(/^.*[\\/]/s, '').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(-200) || 'file'

async function fetchNow({ around }: Pick<Ask, 'around'>, address: string | null): Promise<z.output<typeof followed>> {
  if (address === null) return { address, outcome: 'started', added: await around.intake.followAll(), message: null }
  if (await around.store.sources.get(address) === null) throw new ApiError('source-unknown', `There is no source ${JSON.stringify(address.slice(0, 200))}; add it first.`)
  return shown(await around.intake.follow(address))
}

function shown(result: FeedResult): z.output<typeof followed> {
  const { address } = result
  if ('error' in result) return { address, outcome: 'failed', added: 0, message: result.error.message }
  if ('added' in result) return { address, outcome: 'list', added: result.added, message: null }
  if ('unchanged' in result) return { address, outcome: 'unchanged', added: 0, message: null }
  return { address, outcome: 'taken', added: result.tally.outcomes.added + result.tally.outcomes.revised, message: null }
}
