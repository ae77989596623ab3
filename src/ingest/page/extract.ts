/** A web page to the text of its article, with what the page says of itself. Runs in a thread of its own (see threads.ts): pages are hostile. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { metadataOf, type Metadata, type Page } from './metadata.ts'

export interface Extracted extends Metadata { /** Paragraphs parted by blank lines; '' where the page has no main text. */ readonly text: string }

/** Elements a page may have; a page of an outlet has a few thousand. */
const ELEMENTS = 60_000

/** Reads a page. May throw on a page made to be too deep or too large; the thread's owner tells it as page-unreadable. */
export function extractPage(html: string, url: string | null): Extracted {
  const { document } = parseHTML(html), metadata = metadataOf(document as unknown as Page, url)
  if (document.documentElement === null) return { ...metadata, text: '' }
  const article = new Readability(document as never, { maxElemsToParse: ELEMENTS, charThreshold: 250, keepClasses: false }).parse()
  return { ...metadata, text: article?.content ? paragraphs(article.content) : '' }
}

const BLOCK = new Set('ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL'.split(' '))
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'IFRAME', 'BUTTON'])

interface Node { readonly nodeType: number; readonly nodeName: string; readonly nodeValue: string | null; readonly childNodes: ArrayLike<Node> }

/** The words of cleaned HTML, block elements parted by blank lines. Walks without recursion, since pages may be deep. */
function paragraphs(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`), out: string[] = [], stack: (Node | string)[] = [document.body as unknown as Node]
  while (stack.length > 0) {
    const node = stack.pop()!
    if (typeof node === 'string') { out.push(node); continue }
    if (node.nodeType === 3) { out.push((node.nodeValue ?? '').replace(/\s+/g, ' ')); continue }
    if (node.nodeType !== 1 || SILENT.has(node.nodeName.toUpperCase())) continue
    const name = node.nodeName.toUpperCase(), block = BLOCK.has(name)
    if (name === 'BR') { out.push('\n'); continue }
    if (block) { out.push('\n\n'); stack.push('\n\n') }
    for (let k = node.childNodes.length - 1; k >= 0; k--) stack.push(node.childNodes[k]!)
  }
  return out.join('').split(/\n\s*\n/).map(p => p.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').trim()).filter(p => p !== '').join('\n\n')
}

/** What one thread does. */
export default ({ html, url }: { readonly html: string; readonly url: string | null }): Extracted => extractPage(html, url)
