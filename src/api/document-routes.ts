/** Routes of reports: the documents, their texts and analyses, search, what changed, where they come from; and coding a text without keeping it. */
import { z } from '@hono/zod-openapi'
import { trailByHand } from '../core/incidents/index.ts'
import type { Report } from '../core/model/index.ts'
import type { Explained } from '../index.ts'
import { DOCUMENT_QUERY, type Change as StoreChange, type ChangeKind, type ChangePage, type ChangeQuery, type Page, type SearchHit, type Source, type StoredAnalysis, type StoredDocument } from '../store/index.ts'
import { properties, table } from './answer.ts'
import { ApiError } from './errors.ts'
import { whole } from './incident-routes.ts'
import { list, route, type Ask } from './route.ts'
import { analysis, documentText, explanation, newDocuments, report, searchHit, storedAnalysis, storedDocument } from './schemas.ts'

const DOCUMENTS = properties<StoredDocument>('id', 'url', 'canonical', 'publisher', 'title', 'published', 'language', 'sha256', 'revision', 'added', 'setAside', 'change')
const ANALYSES = table<StoredAnalysis>([['document', r => r.document], ['engine', r => r.engine], ['at', r => r.at], ['change', r => r.change], ['current', r => r.current], ['events', r => r.analysis.events.length]])
const READ = { method: 'get', role: 'reader', tag: 'documents' } as const
const text = z.string(), nullable = text.nullable()

async function oneDocument({ around: { store }, path }: Ask): Promise<StoredDocument> {
  const found = await store.documents.get(path['id']!)
  if (found === null) throw new ApiError('document-unknown', `There is no document ${JSON.stringify(path['id'])}.`)
  return found
}

async function oneAnalysis({ around: { store }, path }: Ask): Promise<StoredAnalysis> {
  const found = await store.analyses.get(path['id']!)
  if (found === null) throw new ApiError('analysis-unknown', `There is no analysis of ${JSON.stringify(path['id'])}: it has not been coded, or there is no such document.`)
  return found
}

/** Analyses in the order of their documents; the mark of the next page is the last document. */
async function analysesPage({ around: { store }, query }: Ask): Promise<Page<StoredAnalysis>> {
  const size = query.size ?? 100, rows = await store.analyses.current({ size, after: query.next ?? null })
  const added = await store.analyses.withAdded(rows.map(r => r.analysis))
  return { rows: rows.map((row, k) => ({ ...row, analysis: added[k]! })), next: rows.length < size ? null : rows.at(-1)!.document, total: null, facets: {} }
}

const KINDS = ['document', 'analysis', 'incident', 'decision'] as const
const FEED = [{ name: 'since', about: 'Changes after this number; 0 without it. Ask the next time with `last` of the answer.', kind: 'whole' as const }, { name: 'kinds', about: `Only these, with commas between them: ${KINDS.join(', ')}.` }]
const change = z.object({ change: z.int(), at: text, kind: z.enum(KINDS), id: text, op: z.enum(['put', 'delete']), by: nullable, reason: nullable }).openapi('Change')
const CHANGES = properties<StoreChange>('change', 'at', 'kind', 'id', 'op', 'by', 'reason')

async function feed(read: (query: ChangeQuery) => Promise<ChangePage>, { values, query }: Ask): Promise<Page<StoreChange> & { readonly last: number }> {
  const kinds = values['kinds']?.split(','), strange = kinds?.find(k => !(KINDS as readonly string[]).includes(k))
  if (strange !== undefined) throw new ApiError('parameter-value', `kinds are ${KINDS.join(', ')}, not ${JSON.stringify(strange.slice(0, 60))}.`, 'kinds')
  const { rows, next, last } = await read({ since: Number(values['since'] ?? 0), ...query.size === undefined ? {} : { size: query.size }, ...query.next == null ? {} : { next: query.next }, ...kinds === undefined ? {} : { kinds: kinds as readonly ChangeKind[] } })
  return { rows, next, total: null, facets: {}, last }
}

const source = z.object({ address: text, kind: z.enum(['feed', 'list', 'archive', 'folder']), title: nullable, enabled: z.boolean(), added: text, etag: nullable, lastModified: nullable, checked: nullable, succeeded: nullable, failures: z.int(), error: nullable, position: nullable }).openapi('Source')
const newSource = z.strictObject({ address: z.url({ protocol: /^https?$/ }).max(2000), title: text.max(500).nullable().default(null), enabled: z.boolean().default(true) })
const added = z.array(z.object({ id: text, outcome: z.enum(['added', 'known', 'copy', 'revised', 'deleted']) }))

/** A report may say what it likes of itself; only its address, without tracking and the like, is left for ingest to work out. */
async function addDocuments({ around: { store, wake }, body, caller }: Ask<z.output<typeof newDocuments>>): Promise<unknown> {
  const added = await store.documents.add(body.documents, caller!.user)
  wake()
  return added
}

async function codeText({ around, body }: Ask<z.output<typeof report>>): Promise<unknown> {
  const outcome = await around.analyse(body)
  if ('failed' in outcome) throw new ApiError('coding-failed', outcome.failed)
  return outcome.analysis
}

async function explainText({ around }: Ask, asked: Report): Promise<Explained> {
  const outcome = await around.explain(asked)
  if ('failed' in outcome) throw new ApiError('coding-failed', outcome.failed)
  return outcome.explained
}

/** What the engine that runs now makes of a stored report, with what people added; the stored analysis may be of another. */
async function explainDocument(ask: Ask): Promise<unknown> {
  const { id, url, publisher, title, published, text: words } = await oneDocument(ask)
  const explained = await explainText(ask, { id, url, publisher, title, published, text: words }), [analysis] = await ask.around.store.analyses.withAdded([explained.analysis])
  return { ...explained, analysis: analysis!, trail: [...explained.trail, ...trailByHand(analysis!)] }
}

const deletion = z.strictObject({ reason: text.min(1).max(10_000), forGood: z.boolean().default(false) })

/** Removes a report; for good, its words leave every past state of the dataset, which only an admin may want. */
async function removeDocument({ around: { store }, path, body: { reason, forGood }, caller }: Ask<z.output<typeof deletion>>): Promise<unknown> {
  if (forGood && caller!.role !== 'admin') throw new ApiError('role-too-low', `${caller!.user} is ${caller!.role}; to delete for good needs admin.`)
  await store.documents.delete(path['id']!, caller!.user, reason, { forGood })
  await store.incidents.refresh()
  return { deleted: path['id']!, forGood }
}

export const DOCUMENT_ROUTES = [
  list({ path: '/documents', role: 'reader', summary: 'Reports that match, with their texts', fields: DOCUMENT_QUERY, answer: storedDocument, shape: DOCUMENTS, run: ({ around, query }) => around.store.documents.query(query) }),
  route({ ...READ, path: '/documents/{id}', summary: 'One report', answer: storedDocument, run: oneDocument }),
  route({ ...READ, path: '/documents/{id}/texts', summary: 'Every text that was seen under its address', answer: z.array(documentText), run: async ask => { await oneDocument(ask); return await ask.around.store.documents.texts(ask.path['id']!) } }),
  route({ ...READ, path: '/documents/{id}/analysis', summary: 'Its current analysis, with the events that people added', answer: storedAnalysis, run: oneAnalysis }),
  route({ ...READ, path: '/documents/{id}/explanation', summary: 'How the engine that runs now codes it: every rule, everything marked, what was let go', answer: explanation, run: explainDocument }),
  list({ path: '/documents/{id}/analyses', role: 'reader', summary: 'All its analyses as engines made them, newest first', paged: false, answer: storedAnalysis, shape: ANALYSES, run: async ask => { await oneDocument(ask); return whole(await ask.around.store.analyses.history(ask.path['id']!)) } }),
  route({
    method: 'post', path: '/documents', tag: 'documents', role: 'coder', summary: 'Take reports in; they are coded by whoever works on the store', body: newDocuments, answer: added, run: addDocuments,
    audit: (_ask, answer: z.output<typeof added>) => ({ action: 'documents.add', subject: null, detail: { documents: answer } }),
  }),
  route({
    method: 'delete', path: '/documents/{id}', tag: 'documents', role: 'editor', summary: 'Remove a report; the reason stays, and with `forGood` (an admin) no word of it in the past either', body: deletion, answer: z.object({ deleted: text, forGood: z.boolean() }), run: removeDocument,
    audit: ({ path, body }) => ({ action: 'documents.delete', subject: path['id']!, detail: { reason: body.reason, forGood: body.forGood } }),
  }),
  list({ path: '/analyses', role: 'reader', summary: 'Current analyses of all reports, in the order of their ids', answer: storedAnalysis, shape: ANALYSES, run: analysesPage }),
  list({
    path: '/search', tag: 'documents', role: 'reader', summary: 'Reports that hold words, best first, each with a snippet', parameters: [{ name: 'q', required: true, about: 'Words; "two words" is a phrase, a leading - leaves out.' }],
    answer: searchHit, shape: table<SearchHit>([['id', h => h.document.id], ['publisher', h => h.document.publisher], ['published', h => h.document.published], ['title', h => h.document.title], ['url', h => h.document.url], ['snippet', h => h.snippet]]),
    run: ({ around: { store }, values, query }) => store.documents.search(values['q']!, { ...query.size === undefined ? {} : { size: query.size }, next: query.next ?? null }),
  }),
  list({ path: '/changes', role: 'reader', summary: 'What changed, oldest first: to follow the dataset', parameters: FEED, answer: change, shape: CHANGES, run: ask => feed(ask.around.store.changes.since, ask) }),
  list({ path: '/deletions', tag: 'changes', role: 'reader', summary: 'What was removed, oldest first', parameters: FEED, answer: change, shape: CHANGES, run: ask => feed(ask.around.store.changes.deletions, ask) }),
  list({ path: '/sources', role: 'reader', summary: 'Feeds and archives that reports come from', paged: false, answer: source, shape: properties<Source>('address', 'kind', 'title', 'enabled', 'added', 'checked', 'succeeded', 'failures', 'error'), run: async ({ around: { store } }) => whole(await store.sources.list()) }),
  route({
    method: 'post', path: '/sources', tag: 'sources', role: 'editor', summary: 'Add a feed, or change its title or whether it is followed', body: newSource, answer: source, run: ({ around: { store }, body: { address, ...rest } }) => store.sources.put(address, { kind: 'feed', ...rest }),
    audit: ({ body }) => ({ action: 'sources.put', subject: body.address, detail: body }),
  }),
  route({
    method: 'delete', path: '/sources', tag: 'sources', role: 'editor', summary: 'Stop following a source', parameters: [{ name: 'address', required: true, about: 'Its address.' }], answer: z.object({ removed: text }),
    run: async ({ around: { store }, values }) => { await store.sources.remove(values['address']!); return { removed: values['address']! } },
    audit: ({ values }) => ({ action: 'sources.remove', subject: values['address']!, detail: null }),
  }),
  route({ method: 'post', path: '/analyse', tag: 'coding', role: 'reader', summary: 'Code a text; nothing is stored', body: report, answer: analysis, run: codeText }),
  route({ method: 'post', path: '/explain', tag: 'coding', role: 'reader', summary: 'Code a text and tell how; nothing is stored', body: report, answer: explanation, run: ask => explainText(ask, ask.body) }),
]
