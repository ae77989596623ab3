/** `casus watch`: follows feeds. */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { IngestError } from '../ingest/index.ts'
import type { Store } from '../store/index.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import { intakeOptions, NETWORK } from './network.ts'
import type { Invocation } from './options.ts'
import type { Terminal } from './terminal.ts'
import { codeLeft, THREADS } from './work.ts'
import { withStore } from './with-store.ts'

/** Milliseconds between two looks at which feeds are due. */
const LOOK = 30_000

export const watch: Command = {
  name: 'watch',
  summary: 'Follow feeds: take in what is new and code it',
  usage: '[FEED|LIST.opml]...',
  about: ['Adds the feeds given, then asks every feed of the store when it is due, takes in its new pages and codes them, until interrupted. A feed that fails is asked again later and later.'],
  options: [SHARED.store, { name: 'once', help: 'Ask the feeds that are due once, and end.' }, ...NETWORK, THREADS, { name: 'json', help: 'Write what each feed brought as a line of JSON, and one for what was coded after.' }, { name: 'quiet', short: 'q', help: 'No progress and no summary.' }, SHARED.help],
  examples: [{ line: 'casus watch https://news.example/feed.xml', does: 'follow a feed and those of before' }, { line: 'casus watch feeds.opml --once', does: 'add the feeds of a list and ask them once' }],
  run: (given, terminal) => withStore(given, (store, address) => follow(store, address, given, terminal)),
}

async function follow(store: Store, address: string, given: Invocation, terminal: Terminal): Promise<Exit> {
  const { openPageReader } = await import('../ingest/index.ts'), pages = openPageReader(), stop = new AbortController()
  process.once('SIGINT', () => { stop.abort() }).once('SIGTERM', () => { stop.abort() })
  let failures = 0
  const failed = (where: string, error: IngestError): void => { failures++; terminal.err(`casus: ${clean(where)}: ${clean(error.message)} [${error.code}]`) }
  try {
    for (const feed of given.args) await addFeed(store, feed)
    if ((await store.sources.list('feed')).length === 0) throw new CliError('argument-missing', 'The store follows no feed yet. Give the address of one, or a list in OPML.')
    const options = await intakeOptions(given, pages, { failed })
    do {
      if (await askDue(store, options, terminal, given) > 0) { const coded = await codeLeft(store, address, given, terminal); if (given.on('json')) await terminal.out(`${safeJson({ coded })}\n`) }
      if (!given.on('once')) await sleep(LOOK, undefined, { signal: stop.signal }).catch(() => undefined)
    } while (!given.on('once') && !stop.signal.aborted)
  } finally { await pages.close() }
  return failures > 0 ? EXIT.some : EXIT.ok
}

async function addFeed(store: Store, feed: string): Promise<void> {
  if (/^https?:\/\//i.test(feed)) { if (await store.sources.get(feed) === null) await store.sources.put(feed, { kind: 'feed' }); return }
  let text: string
  try { text = readFileSync(feed, 'utf8') } catch (cause) { throw new CliError('input-unreadable', `${feed} cannot be read. Give an address, or a list in OPML.`, { cause }) }
  const { addFeeds } = await import('../ingest/index.ts')
  await addFeeds(store, text, feed)
}

/** Asks the feeds that are due; returns how many reports are new. */
async function askDue(store: Store, options: Awaited<ReturnType<typeof intakeOptions>>, terminal: Terminal, given: Invocation): Promise<number> {
  const { followFeed, isDue } = await import('../ingest/index.ts'), quiet = given.on('quiet'), asJson = given.on('json')
  let added = 0
  for (const source of await store.sources.list('feed')) {
    if (!isDue(source, new Date())) continue
    if (!quiet) terminal.progress(clean(source.address))
    const result = await followFeed(store, source.address, options)
    if ('error' in result) options.failed?.(source.address, result.error)
    if (asJson) await terminal.out(`${safeJson({ feed: source.address, ...'error' in result ? { error: result.error.code } : 'tally' in result ? result.tally : 'added' in result ? { feedsAdded: result.added } : { unchanged: true } })}\n`)
    if (!('tally' in result)) continue
    added += result.tally.outcomes.added + result.tally.outcomes.revised
    if (!quiet && !asJson) await terminal.out(`${clean(source.address)}: ${result.tally.outcomes.added} new\n`)
  }
  return added
}
