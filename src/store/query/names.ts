/** How one of many spellings is chosen to be shown. */
import { sql, type RawBuilder } from 'kysely'

/** The first spelling of a group that is not all in capitals, else the first: old wire reports write every name in capitals. */
export const writtenAs = (column: string): RawBuilder<string> => sql`coalesce(min(case when ${sql.ref(column)} <> upper(${sql.ref(column)}) then ${sql.ref(column)} end), min(${sql.ref(column)}))`
