/** The canonical form of a web address: two addresses of one page become one. */
import { parseTable } from '../core/lexicon/table.ts'

/** Whether a parameter only tells how a reader came to the page. */
export type Tracking = (parameter: string) => boolean

/** `table`: text of data/tracking-parameters.tsv. */
export function trackingOf(table: string): Tracking {
  const names = parseTable(table).map(r => r['parameter']!), exact = new Set(names.filter(n => !n.endsWith('*'))), starts = names.filter(n => n.endsWith('*')).map(n => n.slice(0, -1))
  return parameter => { const name = parameter.toLowerCase(); return exact.has(name) || starts.some(start => name.startsWith(start)) }
}

/** Longest address that is kept. */
const LONGEST = 2000

/** Without fragment, tracking parameters, default port and a trailing slash; host in lower case, parameters sorted; http and https are one. Null for what is no web address. */
export function canonicalAddress(text: string | null | undefined, tracking: Tracking): string | null {
  if (!text || text.length > LONGEST || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.protocol = 'https:'
  url.hash = ''
  url.username = ''
  url.password = ''
  const ways = [...url.searchParams.keys()].filter(tracking)
  for (const name of ways) url.searchParams.delete(name)
  url.searchParams.sort()
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/$/, '')
  return url.href
}
