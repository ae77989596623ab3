/** What a report's address and publisher say of where it is from. */
import type { Gazetteer } from './gazetteer.ts'

export interface PlaceHints { readonly published?: string | null; readonly url?: string | null; readonly publisher?: string | null }

/** Top-level domains that are sold world-wide and say nothing of a country. */
const GENERIC = new Set(['io', 'tv', 'co', 'me', 'ai', 'cc', 'ws', 'fm', 'ly'])

/** Country of the address's top-level domain, or of a country named in the publisher's name; null when neither says. */
export function homeCountry(hints: PlaceHints, gazetteer: Gazetteer): string | null {
  const domain = /^[a-z]+:\/\/[^/?#]*\.([a-z]{2})(?:[:/?#]|$)/i.exec(hints.url ?? '')?.[1]?.toUpperCase()
  const code = domain === 'UK' ? 'GB' : domain
  if (code !== undefined && !GENERIC.has(code.toLowerCase()) && gazetteer.countries.has(code)) return code
  const words = (hints.publisher ?? '').split(/\s+/).filter(word => word.length > 3)
  for (const word of words) {
    const country = gazetteer.lookup(word).find(c => c.origin === 'country')
    if (country) return country.country
  }
  return null
}
