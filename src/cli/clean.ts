/** Makes text from reports safe to show: no control character, terminal escape or direction mark reaches the terminal. */

const SPACES = /[\t\n\r\v\f\u0085\u2028\u2029]+/g
// oxlint-disable-next-line no-control-regex -- these are the characters to be shown instead of obeyed
const C0 = /[\u0000-\u001f]/g
const HIDDEN = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu
const UNSAFE_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** Text as one line: line breaks and tabs become spaces, control characters become pictures, hidden marks become U+FFFD. */
export const clean = (text: string): string =>
  text.replace(SPACES, ' ').replace(C0, c => String.fromCharCode(0x2400 + c.charCodeAt(0))).replace(HIDDEN, '\ufffd')

/** JSON in one line in which characters that a terminal would obey are escaped; it parses to the same value. */
export const safeJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(UNSAFE_IN_JSON, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
