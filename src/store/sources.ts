/** Where reports come from, and how far each was read. */
import type { Source, SourceKind, Sources } from './types/source.ts'
import { transact, type Context } from './writing.ts'
import type { Tables } from './schema/tables.ts'

export function sourcesOf(context: Context): Sources {
  const { engine: { db }, now } = context
  return {
    put: async (address, source) => {
      const changed = changesOf(source)
      const added: Tables['sources'] = { address, kind: 'feed', title: null, enabled: 1, added: now(), etag: null, last_modified: null, checked: null, succeeded: null, failures: 0, error: null, position: null, ...changed }
      return await transact(context, async tx => sourceFrom(await tx.insertInto('sources').values(added).onConflict(c => c.column('address').doUpdateSet({ ...changed, address })).returningAll().executeTakeFirstOrThrow()))
    },
    get: async address => {
      const row = await db.selectFrom('sources').selectAll().where('address', '=', address).executeTakeFirst()
      return row === undefined ? null : sourceFrom(row)
    },
    list: async kind => (await db.selectFrom('sources').selectAll().$if(kind !== undefined, q => q.where('kind', '=', kind!)).orderBy('address').execute()).map(sourceFrom),
    remove: async address => { await transact(context, tx => tx.deleteFrom('sources').where('address', '=', address).execute()) },
  }
}

const sourceFrom = ({ last_modified: lastModified, enabled, kind, ...row }: Tables['sources']): Source => ({ ...row, kind: kind as SourceKind, enabled: enabled === 1, lastModified })

function changesOf({ lastModified, enabled, ...rest }: Parameters<Sources['put']>[1]): Partial<Tables['sources']> {
  return { ...rest, ...lastModified === undefined ? {} : { last_modified: lastModified }, ...enabled === undefined ? {} : { enabled: Number(enabled) } }
}
