/** Makes text of reports safe to show: what would steer a page's direction or hide itself is shown as a sign, and what is endless is cut. */

/** A stretch of text: plain, or one character that is shown by its code instead of obeyed. */
export interface Stretch { readonly text: string; readonly bare: boolean }

// oxlint-disable-next-line no-control-regex -- these are the characters to be shown instead of obeyed
const STEERING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/** Longest line that a view shows, in UTF-16 code units. */
export const LONGEST_LINE = 300

/** Splits text into plain stretches and characters to show by their code, as U+202E. */
export function stretchesOf(text: string): readonly Stretch[] {
  const found: Stretch[] = []
  let at = 0
  for (const { index, 0: sign } of text.matchAll(STEERING)) {
    if (index > at) found.push({ text: text.slice(at, index), bare: false })
    found.push({ text: codeOf(sign), bare: true })
    at = index + sign.length
  }
  if (at < text.length || found.length === 0) found.push({ text: text.slice(at), bare: false })
  return found
}

const codeOf = (sign: string): string => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** Text as one short line for titles, attributes and lists, where no markup can stand: steering characters become U+FFFD. */
export function oneLine(text: string, longest = LONGEST_LINE): string {
  const short = text.length > longest ? `${whole(text.slice(0, longest - 1))}…` : text
  return short.replace(/\s+/g, ' ').trim().replace(STEERING, '\ufffd')
}

/** Cuts no pair of surrogates in two. */
const whole = (text: string): string => (/[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text)

/** Address of a report if a browser may be sent there, else null: only http and https. */
export function safeAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}
