/** Takes reports in: each is new, known, a copy, a new text of a known address, or deleted on purpose. */
import { createHash } from 'node:crypto'
import { indexable } from '../text/words.ts'
import type { Added, NewDocument } from '../types/document.ts'
import { write, type Context, type Writing } from '../writing.ts'
import { formsOf, hashedAddress } from './address.ts'

/** Documents of one transaction, at most. */
const BATCH = 200

export async function addDocuments(context: Context, documents: readonly NewDocument[], by: string | null): Promise<readonly Added[]> {
  const added: Added[] = []
  for (let first = 0; first < documents.length; first += BATCH) {
    added.push(...await write(context, async writing => {
      const batch: Added[] = []
      for (const document of documents.slice(first, first + BATCH)) batch.push(await addOne(context, writing, document, by))
      return batch
    }))
  }
  return added
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** What makes two reports one: the address without its ornaments, the address, or the id they came with. */
const addressOf = (document: NewDocument): string | null => document.canonical ?? document.url ?? (document.id == null ? null : `id:${document.id}`)

interface Incoming { readonly document: NewDocument; readonly text: string; readonly sha: string; readonly address: string | null; readonly by: string | null }

async function addOne(context: Context, writing: Writing, document: NewDocument, by: string | null): Promise<Added> {
  // PostgreSQL keeps no U+0000; a lone half of a character would come back as another.
  const text = document.text.replaceAll('\0', ' ').toWellFormed()
  const incoming: Incoming = { document, text, sha: sha256(text), address: addressOf(document), by }
  return await atAddress(context, writing, incoming) ?? await withText(writing, incoming) ?? await addNew(context, writing, incoming)
}

/** The outcome where the address is known; null where it is not. */
async function atAddress(context: Context, writing: Writing, incoming: Incoming): Promise<Added | null> {
  const { tx } = writing
  if (incoming.address === null) return null
  const known = await tx.selectFrom('addresses').select('id').where('canonical', 'in', formsOf(incoming.address)).executeTakeFirst()
  if (known === undefined) return null
  const there = await tx.selectFrom('documents').select(['number', 'id', 'sha256', 'canonical', 'revision']).where('id', '=', known.id).executeTakeFirst()
  if (there === undefined) return { id: known.id, outcome: 'deleted' }
  if (there.sha256 === incoming.sha || await hadText(writing, there.number, incoming.sha)) return { id: there.id, outcome: 'known' }
  await revise(context, writing, there, incoming)
  return { id: there.id, outcome: 'revised' }
}

const hadText = async ({ tx }: Writing, document: number, sha: string): Promise<boolean> =>
  await tx.selectFrom('texts').select('revision').where('document', '=', document).where('sha256', '=', sha).executeTakeFirst() !== undefined

/** The outcome where the text is there under another address, or was deleted; the address is remembered. */
async function withText(writing: Writing, { sha, address }: Incoming): Promise<Added | null> {
  const { tx } = writing
  const gone = await tx.selectFrom('tombstones').select('id').where('sha256', '=', sha).orderBy('id').executeTakeFirst()
  const copied = gone ?? await tx.selectFrom('documents').select('id').where('sha256', '=', sha).orderBy('number').executeTakeFirst()
  if (copied === undefined) return null
  // The addresses of what was deleted say what it was.
  if (address !== null) await tx.insertInto('addresses').values({ canonical: gone === undefined ? address : hashedAddress(address), id: copied.id }).execute()
  return { id: copied.id, outcome: gone !== undefined ? 'deleted' : address === null ? 'known' : 'copy' }
}

async function addNew({ engine }: Context, writing: Writing, { document, text, sha, address, by }: Incoming): Promise<Added> {
  const { tx, change, at, note } = writing
  const id = await freeId(writing, document, address ?? sha)
  const { number } = await tx.insertInto('documents').values({
    id, canonical: document.canonical ?? null, url: document.url ?? null, publisher: document.publisher ?? null, title: document.title ?? null, published: document.published ?? null,
    language: document.language ?? 'en', sha256: sha, revision: 1, added: at, aside_code: document.setAside?.code ?? null, aside_reason: document.setAside?.reason ?? null, analysis: null, born: change, change,
  }).returning('number').executeTakeFirstOrThrow()
  await tx.insertInto('texts').values({ document: number, revision: 1, sha256: sha, text, at }).execute()
  if (address !== null) await tx.insertInto('addresses').values({ canonical: address, id }).execute()
  await engine.indexWords(tx, number, indexable(`${document.title ?? ''}\n${text}`))
  note({ kind: 'document', id, op: 'put', by })
  return { id, outcome: 'added' }
}

/** The id it came with, where that is free; otherwise one made from what makes the report itself. */
async function freeId({ tx }: Writing, document: NewDocument, own: string): Promise<string> {
  const made = sha256(own), given = document.id
  for (const id of [...given == null || given === '' ? [] : [given, `${given}-${made.slice(0, 8)}`], `d${made.slice(0, 16)}`]) {
    const taken = await tx.selectFrom('documents').select('id').where('id', '=', id).executeTakeFirst() ?? await tx.selectFrom('tombstones').select('id').where('id', '=', id).executeTakeFirst()
    if (taken === undefined) return id
  }
  return `d${made}`
}

async function revise({ engine }: Context, writing: Writing, there: { readonly number: number; readonly id: string; readonly revision: number }, { document, text, sha, by }: Incoming): Promise<void> {
  const { tx, change, at, note } = writing
  const revision = there.revision + 1
  await tx.insertInto('texts').values({ document: there.number, revision, sha256: sha, text, at }).execute()
  await tx.updateTable('documents').set({
    sha256: sha, revision, change,
    ...document.title == null ? {} : { title: document.title }, ...document.publisher == null ? {} : { publisher: document.publisher }, ...document.published == null ? {} : { published: document.published },
    ...document.setAside === undefined ? {} : { aside_code: document.setAside?.code ?? null, aside_reason: document.setAside?.reason ?? null },
  }).where('number', '=', there.number).execute()
  await engine.indexWords(tx, there.number, indexable(`${document.title ?? ''}\n${text}`))
  note({ kind: 'document', id: there.id, op: 'put', by })
}
