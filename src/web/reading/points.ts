/** Between offsets of a report's text and points of the page: every piece of the text tells where it begins, and a character shown by its code is one there. */

/** Offset in the report of a point of the page; null outside of its text. */
export function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node.children[offset] ?? node.lastElementChild ?? node : node.parentElement, piece = element?.closest<HTMLElement>('[data-from]')
  if (piece == null) return null
  const begin = Number(piece.dataset['from'])
  if (node instanceof Element) return node.children[offset] === undefined ? begin + lengthOf(piece) : begin
  let before = 0
  for (const part of textsOf(piece)) {
    if (part === node) return begin + before + (codeOf(part) === null ? offset : offset === 0 ? 0 : lengthOf(part))
    before += lengthOf(part)
  }
  return begin + before
}

/** The words between two offsets as a range of the page; null where the text is not shown. */
export function rangeOf(root: Element, start: number, end: number): Range | null {
  const from = pointAt(root, start, false), to = pointAt(root, end, true)
  if (from === null || to === null) return null
  const range = document.createRange()
  range.setStart(from.node, from.at)
  range.setEnd(to.node, to.at)
  return range
}

/** `back`: where two pieces meet, the end of the first. */
function pointAt(root: Element, offset: number, back: boolean): { readonly node: Text; readonly at: number } | null {
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-from]')], piece = pieces.findLast(p => Number(p.dataset['from']) < offset + (back ? 0 : 1))
  if (piece === undefined) return null
  let left = offset - Number(piece.dataset['from']), last: Text | null = null
  for (const part of textsOf(piece)) {
    const length = lengthOf(part)
    if (left < length || (back && left === length)) return { node: part, at: codeOf(part) === null ? left : left === 0 ? 0 : part.length }
    left -= length
    last = part
  }
  return last === null ? null : { node: last, at: last.length }
}

function textsOf(piece: Node): readonly Text[] {
  const found: Text[] = []
  for (const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT); walker.nextNode() !== null;) found.push(walker.currentNode as Text)
  return found
}

/** The code that is shown in the place of a character, as 0x202E; null of plain text. */
const codeOf = ({ parentElement, data }: Text): number | null => (parentElement?.className === 'bare' ? Number.parseInt(data.slice(2), 16) : null)

/** Length in the report, in UTF-16 code units. */
function lengthOf(node: Node): number {
  if (!(node instanceof Text)) return textsOf(node).reduce((sum, part) => sum + lengthOf(part), 0)
  const code = codeOf(node)
  return code === null ? node.length : code > 0xffff ? 2 : 1
}
