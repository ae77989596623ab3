/** Reads corpora in XML: elements, and running text with the places of the elements marked in it. */
import { DOMParser } from 'linkedom'
import type { Extent } from '../../src/core/model/index.ts'

/** An element with its attributes; corpora are read, never rendered. */
export interface Xml {
  readonly tag: string
  readonly attribute: (name: string) => string | null
  /** Text of all that is within. */
  readonly text: string
  /** Elements below at any depth, by tag. */
  readonly all: (tag: string) => readonly Xml[]
  readonly children: readonly Xml[]
}

/** The root element of a document. */
export const parseXml = (source: string): Xml => wrap(documentOf(source).documentElement as unknown as Node)

interface Node { readonly nodeType: number; readonly tagName: string; readonly textContent: string; readonly childNodes: readonly Node[]; readonly children: readonly Node[]; getAttribute: (name: string) => string | null; getElementsByTagName: (tag: string) => Iterable<Node> }

const documentOf = (source: string): { readonly documentElement: unknown } => new DOMParser().parseFromString(source.replace(/^\uFEFF/, ''), 'text/xml')

const wrap = (node: Node): Xml => ({
  tag: node.tagName,
  attribute: name => node.getAttribute(name),
  get text() { return node.textContent },
  all: tag => [...node.getElementsByTagName(tag)].map(wrap),
  get children() { return [...node.children].map(wrap) },
})

/** Text of the first element of the tag below, trimmed, or null. */
export const textOf = (xml: Xml, tag: string): string | null => xml.all(tag)[0]?.text.trim() ?? null

export interface Marked extends Extent { readonly xml: Xml }

/** The text of the first `within` element with the extents of all `tag` elements in it; null where there is no such element. */
export function markedText(source: string, within: string, tag: string): { readonly text: string; readonly marked: readonly Marked[] } | null {
  const root = [...(documentOf(source).documentElement as unknown as Node).getElementsByTagName(within)][0]
  if (root === undefined) return null
  const marked: Marked[] = []
  let text = ''
  const walk = (node: Node): void => {
    if (node.nodeType === 3 || node.nodeType === 4) { text += node.textContent; return }
    const start = text.length
    for (const child of node.childNodes) walk(child)
    if (node.tagName === tag) marked.push({ start, end: text.length, xml: wrap(node) })
  }
  walk(root)
  return { text, marked: marked.sort((a, b) => a.start - b.start) }
}
