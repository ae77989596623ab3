/** Feeds (RSS, Atom, RDF, JSON Feed) and lists of feeds (OPML), however damaged. */
import { parseFeed, parseOpml } from 'feedsmith'
import { IngestError } from '../errors.ts'
import type { Found } from '../found.ts'
import { dateOf } from '../page/metadata.ts'

export interface Feed { readonly title: string | null; readonly entries: readonly Found[] }

/** Entries of one feed that are read, newest first as feeds are. */
const ENTRIES = 2000

/** The entries of a feed as links to their pages. Throws IngestError feed-invalid. */
export function readFeed(text: string, where: string): Feed {
  const { format, feed } = parsedFeed(text, where)
  const title = tidy(wordsOf(feed['title'])), items = ((format === 'atom' ? feed['entries'] : feed['items']) ?? []) as readonly Raw[]
  return { title, entries: items.slice(0, ENTRIES).map((item, k) => entryOf(item, title, `${where} entry ${k + 1}`)) }
}

type Raw = Readonly<Record<string, unknown>>

function parsedFeed(text: string, where: string): { readonly format: string; readonly feed: Raw } {
  try { const { format, feed } = parseFeed(text); return { format, feed: feed as unknown as Raw } }
  catch (cause) { throw new IngestError('feed-invalid', `${where} is no feed that can be read: RSS, Atom, RDF and JSON Feed are.`, { cause }) }
}

function entryOf(item: Raw, publisher: string | null, where: string): Found {
  const link = linkOf(item), dc = item['dc'] as Raw | undefined
  if (link === null) return { where, failed: new IngestError('line-invalid', `${where} has no address.`) }
  const published = ['published', 'pubDate', 'date_published', 'updated', 'date_modified'].map(k => dateOf(wordsOf(item[k]))).find(d => d !== null) ?? dateOf(wordsOf(dc?.['date']) ?? wordsOf((dc?.['dates'] as readonly unknown[] | undefined)?.[0]))
  return { where, link, listed: { title: tidy(wordsOf(item['title'])), published, publisher } }
}

function linkOf(item: Raw): string | null {
  const links = item['links'] as readonly Raw[] | undefined
  const atom = links?.find(l => l['rel'] === 'alternate' || l['rel'] === undefined) ?? links?.[0], guid = item['guid'] as Raw | undefined
  const candidates = [item['link'], item['url'], atom?.['href'], guid?.['value'], item['id'], item['external_url']]
  return candidates.map(wordsOf).find(l => l !== null && /^https?:\/\//i.test(l)) ?? null
}

const wordsOf = (value: unknown): string | null => (typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string' ? value.value : null)
/** Titles may carry markup; they are kept as words. */
const tidy = (value: string | null): string | null => value?.replace(/<[^<>]{0,500}>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 1000) || null

export interface ListedFeed { readonly address: string; readonly title: string | null }

/** The feeds of an OPML list, folders unfolded. Throws IngestError feed-invalid. */
export function readOpml(text: string, where: string): readonly ListedFeed[] {
  let outlines: readonly Raw[]
  try { outlines = ((parseOpml(text) as unknown as { body?: { outlines?: readonly Raw[] } }).body?.outlines ?? []) }
  catch (cause) { throw new IngestError('feed-invalid', `${where} is no OPML list that can be read.`, { cause }) }
  const out: ListedFeed[] = [], stack = outlines.toReversed()
  while (stack.length > 0) {
    const one = stack.pop()!, address = wordsOf(one['xmlUrl'])
    if (address !== null) out.push({ address, title: tidy(wordsOf(one['title']) ?? wordsOf(one['text'])) })
    stack.push(...(one['outlines'] as readonly Raw[] | undefined ?? []).toReversed())
  }
  return out
}

export const isOpml = (text: string): boolean => /<opml[\s>]/i.test(text.slice(0, 2000))
