/** Reports as an attacker would write them: markup, steering characters, an endless headline, addresses that are code. */

const EVENT = 'Gunmen killed five people in an attack on a market near Mosul, Iraq, on Monday, police said. The army blamed Islamic State, which denied it.'

/** Sets `pwned` on the page wherever it is run. */
const RUN = 'globalThis.pwned = true'

export const HOSTILE: readonly { readonly id: string; readonly title: string; readonly publisher: string; readonly url: string; readonly published: string; readonly text: string }[] = [
  { id: 'script', title: `<script>${RUN}</script> Gunmen kill five`, publisher: `<img src=x onerror="${RUN}">`, url: 'https://wire.example/1', published: '2024-05-06', text: `<script>${RUN}</script>\n\n${EVENT}\n\n<svg onload="${RUN}"><iframe srcdoc="<script>${RUN}</script>">` },
  { id: '"><img src=x onerror=alert(1)>', title: '"><style>*{display:none}</style>', publisher: '</title><script>alert(1)</script>', url: 'https://wire.example/2', published: '2024-05-06', text: `"'><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/"> ${EVENT} <b>Twelve were wounded.</b>` },
  { id: 'bidi', title: '\u202Eevil ton\u202C \u2066safe\u2069 \u200F\u061C five dead', publisher: '\u202Eeriw\u202C', url: 'https://wire.example/3', published: '2024-05-07', text: `\u202E${EVENT}\u202C \u0000\u0007\uFEFF Four \u2067others\u2069 were wounded in Mosul, medics said.` },
  { id: 'endless', title: 'A'.repeat(1_000_000), publisher: 'B'.repeat(400), url: 'https://wire.example/4', published: '2024-05-07', text: `${EVENT} ${'x'.repeat(20_000)}` },
  { id: 'javascript', title: 'An address that is code', publisher: 'Coast Daily', url: 'javascript:globalThis.pwned=true', published: '2024-05-08', text: `Two soldiers were killed by a roadside bomb near Kirkuk, Iraq, on Tuesday, the army said. ${EVENT}` },
]

/** In the page: what of a hostile report has come to life; empty where nothing has. */
export const ALIVE = `(() => {
  const found = []
  if (globalThis.pwned !== undefined) found.push('a script of a report ran')
  for (const e of document.querySelectorAll('[onerror], [onload], img[src="x"], iframe, base, meta[http-equiv], style, script:not([src])')) found.push(e.outerHTML.slice(0, 120))
  for (const a of document.querySelectorAll('[href], [src], [action]')) for (const name of ['href', 'src', 'action']) { const to = a.getAttribute(name); if (to !== null && !/^(https?:|\\/|\\.|#|blob:|data:image)/.test(to)) found.push(name + '=' + to.slice(0, 80)) }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let n = walker.nextNode(); n !== null; n = walker.nextNode()) { if (/[\\u202a-\\u202e\\u2066-\\u2069]/.test(n.data)) found.push('steering text in ' + n.parentElement.outerHTML.slice(0, 80)); if (n.data.length > 60000) found.push('endless text in ' + n.parentElement.tagName) }
  return found
})()`
