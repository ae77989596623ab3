/** `casus init`: makes the store that the other commands work on. */
import { SHARED, type Command } from './command.ts'
import { clean, safeJson } from './clean.ts'
import { EXIT } from './errors.ts'
import { withStore } from './with-store.ts'

export const init: Command = {
  name: 'init',
  summary: 'Make a store for reports and incidents',
  usage: '',
  about: ['Makes the store, or brings an older one up to date. A store is one file that can be copied, or a schema in a PostgreSQL database that several people and machines share.'],
  options: [SHARED.store, SHARED.json, SHARED.help],
  examples: [{ line: 'casus init', does: 'make dataset.casus in this folder' }, { line: 'casus init --store postgres://localhost/casus', does: 'make the tables in a PostgreSQL database' }],
  run: (given, terminal) => withStore(given, async store => {
    const documents = (await store.documents.query({ size: 1, count: true })).total ?? 0, incidents = (await store.incidents.query({ size: 1, count: true })).total ?? 0
    await terminal.out(given.on('json') ? `${safeJson({ store: store.where, engine: store.engine, documents, incidents })}\n` : `${clean(store.where)} is ready (${store.engine}): ${documents} reports, ${incidents} incidents.\n`)
    return EXIT.ok
  }, true),
}
