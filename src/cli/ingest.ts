/** `casus ingest`: takes reports into the store, codes them and brings them together. */
import type { Found, IngestError, IntakeOptions, reportOf, Tally } from '../ingest/index.ts'
import type { Store } from '../store/index.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import { intakeOptions, NETWORK } from './network.ts'
import type { Invocation, Option } from './options.ts'
import { progressOf } from './progress.ts'
import type { Terminal } from './terminal.ts'
import { codeLeft, THREADS } from './work.ts'
import { withStore } from './with-store.ts'

const COLUMN: Option = { name: 'column', value: 'FIELD=NAME', help: 'Which column of a table holds a field (id, url, publisher, title, published, text); may be given several times.', check: value => (/^(id|url|publisher|title|published|text)=./.test(value) ? null : `${JSON.stringify(value)} is not FIELD=NAME with a field of id, url, publisher, title, published, text.`) }

export const ingest: Command = {
  name: 'ingest',
  summary: 'Take reports into the store, code them and bring them together',
  usage: 'FILE|FOLDER|ADDRESS...',
  about: [
    'Takes files, folders, web archives (.warc, .wacz), tables, lists of addresses, web pages and feeds. What the store knows is not taken in twice, so that a run which broke off can be run again. See docs/ingest.md.',
    'What cannot be read gives a line on standard error, the rest goes on, and the exit status is 1.',
  ],
  options: [SHARED.store, COLUMN, ...NETWORK, { name: 'no-code', help: 'Only take in; code later with casus work.' }, { name: 'again', help: 'Read an archive from its beginning, not from where an earlier run got to.' }, THREADS, SHARED.json, { name: 'quiet', short: 'q', help: 'No progress and no summary.' }, SHARED.help],
  examples: [
    { line: 'casus ingest reports/', does: 'take in the files of a folder, and code them' },
    { line: 'casus ingest table.csv --column text=Body --column published=Day', does: 'take in a table' },
    { line: 'casus ingest https://news.example/feed.xml', does: 'take in the pages of a feed' },
  ],
  run: runIngest,
}

async function runIngest(given: Invocation, terminal: Terminal): Promise<Exit> {
  if (given.args.length === 0) throw new CliError('argument-missing', 'Give a file, a folder or an address.')
  return await withStore(given, async (store, address) => {
    const { openPageReader } = await import('../ingest/index.ts'), pages = openPageReader(), totals: Tally[] = [], show = progressOf(terminal, 'read', given.on('quiet'))
    const failed = (where: string, error: IngestError): void => { terminal.err(`casus: ${clean(where)}: ${clean(error.message)} [${error.code}]`) }
    try {
      const options = await intakeOptions(given, pages, { failed, progress: t => { show(t.read, null, [`${t.outcomes.added} new`, ...t.failed > 0 ? [`${t.failed} failed`] : []].join(' · ')) } })
      for (const what of given.args) totals.push(await takeOne(store, what, given, options))
    } finally { await pages.close() }
    terminal.progress('')
    const tally = sum(totals), asJson = given.on('json')
    if (!asJson && !given.on('quiet')) await terminal.out(`${tally.outcomes.added} new report${tally.outcomes.added === 1 ? '' : 's'}, ${tally.outcomes.known + tally.outcomes.copy} known, ${tally.outcomes.revised} revised, ${tally.aside} in other languages, ${tally.failed} failed.\n`)
    const coded = given.on('no-code') ? null : await codeLeft(store, address, given, terminal)
    if (asJson) await terminal.out(`${safeJson({ ...tally, coded })}\n`)
    return tally.failed + (coded?.failed ?? 0) > 0 ? EXIT.some : EXIT.ok
  })
}

async function takeOne(store: Store, what: string, given: Invocation, options: IntakeOptions): Promise<Tally> {
  const { ARCHIVE_KINDS, FEED_KINDS, filesBelow, followFeed, IngestError, readFileFound, takeIn, takeInArchive, takeInFeedFile } = await import('../ingest/index.ts')
  if (/^https?:\/\//i.test(what)) {
    const before = await store.sources.get(what), feed = await followFeed(store, what, options)
    if ('tally' in feed) return feed.tally
    if ('listed' in feed) return await takeListed(store, feed.listed, options)
    if (!('error' in feed)) return NOTHING
    // What is no feed, or cannot be asked, is not followed from now on.
    if (before === null) await store.sources.remove(what)
    if (feed.error.code !== 'feed-invalid') { options.failed?.(what, feed.error); return { ...NOTHING, failed: 1 } }
    return await takeIn(store, each<Found>([feed.answer === undefined ? { where: what, link: what, listed: {} } : await pageIn(what, feed.answer, options)]), options)
  }
  const totals: Tally[] = [], mapping = Object.fromEntries(given.texts('column').map(c => [c.slice(0, c.indexOf('=')), c.slice(c.indexOf('=') + 1)]))
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(what)) throw new IngestError('address-invalid', `${what} is no address of a web page or feed: those begin with http or https.`)
  if (FEED_KINDS.test(what)) { const found = await takeInFeedFile(store, what, options); return 'tally' in found ? found.tally : await takeListed(store, found.listed, options) }
  for (const file of await filesBelow(what)) totals.push(ARCHIVE_KINDS.test(file) ? await takeInArchive(store, file, options, given.on('again')) : await takeIn(store, readFileFound(file, { pages: options.pages, mapping }), options))
  return sum(totals)
}

/** The report of a page that is there already, so that it is asked for once. */
async function pageIn(where: string, answer: Parameters<typeof reportOf>[1], options: IntakeOptions): Promise<Found> {
  const { IngestError, reportOf } = await import('../ingest/index.ts')
  try { return { where, document: await reportOf(where, answer, {}, options.pages) } } catch (thrown) {
    if (thrown instanceof IngestError) return { where, failed: thrown }
    throw thrown
  }
}

/** Asks every feed of a list. */
async function takeListed(store: Store, listed: readonly string[], options: IntakeOptions): Promise<Tally> {
  const { followFeed } = await import('../ingest/index.ts'), totals: Tally[] = []
  for (const address of listed) {
    const feed = await followFeed(store, address, options)
    if ('error' in feed) options.failed?.(address, feed.error)
    totals.push('tally' in feed ? feed.tally : 'error' in feed ? { ...NOTHING, failed: 1 } : NOTHING)
  }
  return sum(totals)
}

const NOTHING: Tally = { read: 0, aside: 0, failed: 0, outcomes: { added: 0, known: 0, copy: 0, revised: 0, deleted: 0 } }

async function* each<T>(values: readonly T[]): AsyncGenerator<T> { yield* values }

/** The tallies of several inputs as one. */
function sum(all: readonly Tally[]): Tally {
  const total = (of: (t: Tally) => number): number => all.reduce((n, t) => n + of(t), 0)
  return { read: total(t => t.read), aside: total(t => t.aside), failed: total(t => t.failed), outcomes: { added: total(t => t.outcomes.added), known: total(t => t.outcomes.known), copy: total(t => t.outcomes.copy), revised: total(t => t.outcomes.revised), deleted: total(t => t.outcomes.deleted) } }
}
