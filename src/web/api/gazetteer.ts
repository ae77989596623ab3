/** Places of the gazetteer by their name. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { askAddress } from './client.ts'
import type { Page, Schemas } from './queries.ts'

export type GazetteerPlace = Schemas['GazetteerPlace']

export const gazetteerQuery = (words: string) => queryOptions({ queryKey: ['gazetteer', words], enabled: words.length > 1, placeholderData: keepPreviousData, queryFn: async ({ signal }) => (await askAddress<Page<GazetteerPlace>>('/gazetteer', { name: words, _size: '20' }, { signal })).rows })
