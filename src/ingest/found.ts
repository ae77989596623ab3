/** What a reader gives: a report, an address that holds one, or a failure with the place it happened at. */
import type { NewDocument } from '../store/index.ts'
import type { IngestError } from './errors.ts'

/** What a list says of a page that has yet to be fetched. */
export interface Listed { readonly publisher?: string | null; readonly title?: string | null; readonly published?: string | null }

/** `where` names the file and line, address or archive entry; `position` is how far a long input is read with this one, in the reader's own words. */
export type Found = { readonly where: string; readonly position?: string } & (
  | { readonly document: NewDocument }
  | { readonly link: string; readonly listed: Listed }
  | { readonly failed: IngestError }
)

/** Works on several values at a time and gives the results in their order. Where one fails, those under way are let go quietly. */
export async function* ahead<A, B>(values: AsyncIterable<A>, width: number, work: (value: A) => Promise<B>): AsyncGenerator<B> {
  const under: Promise<B>[] = []
  for await (const value of values) {
    const result = work(value)
    // It is awaited in its turn; without this a failure before that would count as unhandled.
    result.catch(() => undefined)
    under.push(result)
    if (under.length >= width) yield await under.shift()!
  }
  for (const one of under) yield await one
}
