/** What a page says of itself: title, publisher, day, address and language, from JSON-LD, meta elements and its address. */

export interface Metadata { readonly title: string | null; readonly publisher: string | null; readonly published: string | null; readonly canonical: string | null; readonly language: string | null }

/** The part of a DOM that is read here. */
export interface Page { querySelector(selector: string): { getAttribute(name: string): string | null; readonly textContent: string | null } | null; querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null; readonly textContent: string | null }> }

/** JSON-LD blocks read of a page, and their longest. */
const BLOCKS = 20, LONGEST_BLOCK = 500_000

export function metadataOf(page: Page, url: string | null): Metadata {
  const ld = articleOf(page), meta = (...names: readonly string[]): string | null => names.map(n => contentOf(page, n)).find(v => v !== null) ?? null
  const time = page.querySelector('article time[datetime], time[pubdate], time[itemprop="datePublished"], time[datetime]')?.getAttribute('datetime')
  return {
    title: text(ld?.['headline']) ?? meta('og:title', 'twitter:title') ?? tidy(page.querySelector('h1')?.textContent) ?? tidy(page.querySelector('title')?.textContent),
    publisher: nameOf(ld?.['publisher']) ?? meta('og:site_name', 'application-name', 'dc.publisher') ?? hostOf(url),
    published: [text(ld?.['datePublished']), text(ld?.['dateCreated']), meta('article:published_time', 'og:published_time', 'datePublished', 'dc.date.issued', 'dc.date', 'pubdate', 'publishdate', 'publish-date', 'date', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime'), time].map(dateOf).find(d => d !== null) ?? dateInAddress(url),
    canonical: webAddress(page.querySelector('link[rel="canonical"]')?.getAttribute('href'), url) ?? webAddress(meta('og:url'), url),
    language: (page.querySelector('html')?.getAttribute('lang') ?? text(ld?.['inLanguage']))?.slice(0, 2).toLowerCase() || null,
  }
}

/** The first node of JSON-LD that is an article. */
function articleOf(page: Page): Readonly<Record<string, unknown>> | null {
  let seen = 0
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    if (++seen > BLOCKS) break
    const found = parsed(script.textContent ?? '').find(n => types(n).some(t => /(?:Article|BlogPosting|LiveBlogPosting|Report)$/.test(t)))
    if (found !== undefined) return found
  }
  return null
}

function parsed(json: string): readonly Readonly<Record<string, unknown>>[] {
  if (json.length > LONGEST_BLOCK) return []
  try {
    const value: unknown = JSON.parse(json), top = Array.isArray(value) ? value : [value]
    return top.flatMap(n => (isNode(n) ? [n, ...(Array.isArray(n['@graph']) ? n['@graph'].filter(isNode) : [])] : []))
  } catch { return [] }
}

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const types = (n: Readonly<Record<string, unknown>>): readonly string[] => [n['@type']].flat().filter(t => typeof t === 'string')
const text = (value: unknown): string | null => (typeof value === 'string' ? tidy(value) : null)
const nameOf = (value: unknown): string | null => { const one: unknown = [value].flat()[0]; return isNode(one) ? text(one['name']) : text(one) }
const tidy = (value: string | null | undefined): string | null => { const s = value?.replace(/\s+/g, ' ').trim().slice(0, 1000); return s ? s : null }

function contentOf(page: Page, name: string): string | null {
  const quoted = JSON.stringify(name), element = page.querySelector(`meta[property=${quoted} i], meta[name=${quoted} i], meta[itemprop=${quoted} i]`)
  return tidy(element?.getAttribute('content'))
}

/** ISO 8601 as it stands; other forms that name a day in full. The day alone where there is no time. */
export function dateOf(value: string | null | undefined): string | null {
  if (value == null) return null
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(value.trim())
  if (iso !== null) return real(iso[1]!, iso[2]!, iso[3]!) ? `${iso[1]}-${iso[2]}-${iso[3]}${iso[4] && iso[5] ? `T${iso[4].length === 5 ? `${iso[4]}:00` : iso[4]}${iso[5] === 'Z' ? 'Z' : iso[5].replace(/^(.\d\d):?(\d\d)$/, '$1:$2')}` : ''}` : null
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{6}Z?)?$/.exec(value.trim())
  if (compact !== null) return real(compact[1]!, compact[2]!, compact[3]!) ? `${compact[1]}-${compact[2]}-${compact[3]}` : null
  const time = /[a-z]{3}/i.test(value) && /\d{4}/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

const real = (y: string, m: string, d: string): boolean => { const t = new Date(`${y}-${m}-${d}T00:00:00Z`); return !Number.isNaN(t.getTime()) && t.toISOString().startsWith(`${y}-${m}-${d}`) && Number(y) > 1900 }

/** "/2024/03/05/", "/2024-03-05-", "/20240305". */
function dateInAddress(url: string | null): string | null {
  const m = url === null ? null : /[/_-](19\d\d|20\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(url)
  return m !== null && real(m[1]!, m[3]!, m[4]!) ? `${m[1]}-${m[3]}-${m[4]}` : null
}

const hostOf = (url: string | null): string | null => (url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null)

function webAddress(href: string | null | undefined, base: string | null): string | null {
  if (!href || !URL.canParse(href, base ?? undefined)) return null
  const url = new URL(href, base ?? undefined)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}
