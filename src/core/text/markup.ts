/** Tags and entities of HTML that was pasted as text: where they end and what space or character they stand for. */

/** `noEndBeyond` remembers for each closing mark the offset from which it is known not to occur again, which keeps the scan linear. */
export interface Markup { readonly text: string; readonly noEndBeyond: Map<string, number> }

export interface Tag { readonly end: number; readonly as: string }
export interface Entity { readonly end: number; readonly units: readonly number[] }

const MAX_TAG = 4000
const TAG = /<(?:!--|!doctype\b|\/?(p|br|hr|div|span|a|b|i|u|em|strong|small|sup|sub|html|head|body|title|meta|link|script|style|noscript|iframe|h[1-6]|ul|ol|li|dl|dt|dd|img|figure|figcaption|picture|source|video|table|thead|tbody|tr|td|th|blockquote|section|article|header|footer|nav|aside|main|form|input|button|label|svg|path|font|center|time|abbr|cite|q|code|pre)(?=[\s/>]))/iy
const INLINE = new Set(['a', 'b', 'i', 'u', 'em', 'strong', 'small', 'sup', 'sub', 'span', 'font', 'time', 'abbr', 'cite', 'q', 'code', 'label', 'td', 'th', 'img'])
const SKIPPED = new Set(['script', 'style', 'noscript', 'svg', 'iframe'])
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/iy
const NAMED: Readonly<Record<string, number>> = {
  amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27, nbsp: 0xa0, lsquo: 0x2018, rsquo: 0x2019, ldquo: 0x201c, rdquo: 0x201d,
  ndash: 0x2013, mdash: 0x2014, hellip: 0x2026, laquo: 0xab, raquo: 0xbb, shy: 0xad, bull: 0x2022, middot: 0xb7, copy: 0xa9, euro: 0x20ac, pound: 0xa3,
}

/** The tag that starts at `at`, with the space it stands for (a block's edge is a blank line), or null. */
export function tagAt(markup: Markup, at: number): Tag | null {
  TAG.lastIndex = at
  const match = TAG.exec(markup.text)
  if (match === null) return null
  const name = (match[1] ?? '').toLowerCase()
  if (match[0] === '<!--') return ended(markup, at, '-->', Infinity, ' ')
  if (SKIPPED.has(name) && match[0][1] !== '/') {
    const whole = ended(markup, at, `</${name}>`, Infinity, '\n\n')
    if (whole !== null) return whole
  }
  return ended(markup, at, '>', MAX_TAG, INLINE.has(name) ? ' ' : name === 'br' ? '\n' : '\n\n')
}

function ended(markup: Markup, at: number, mark: string, limit: number, as: string): Tag | null {
  if (at >= (markup.noEndBeyond.get(mark) ?? Infinity)) return null
  const found = limit === Infinity ? markup.text.indexOf(mark, at) : markup.text.slice(at, at + limit).indexOf(mark) + at
  if (found > at) return { end: found + mark.length, as }
  if (limit === Infinity) markup.noEndBeyond.set(mark, at)
  return null
}

/** The character entity that starts at `at`, as UTF-16 code units, or null. */
export function entityAt(text: string, at: number): Entity | null {
  ENTITY.lastIndex = at
  const match = ENTITY.exec(text)
  if (match === null) return null
  const point = match[1] !== undefined ? Number(match[1]) : match[2] !== undefined ? parseInt(match[2], 16) : NAMED[(match[3] ?? '').toLowerCase()]
  if (point === undefined || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null
  const units = String.fromCodePoint(point)
  return { end: at + match[0].length, units: Array.from({ length: units.length }, (_, i) => units.charCodeAt(i)) }
}
