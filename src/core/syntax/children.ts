/** The dependents of every token, in the order of the text, from each token's governor (-1 for a root). */
export function childrenOf(head: Int32Array): readonly (readonly number[])[] {
  const children: number[][] = Array.from(head, () => [])
  head.forEach((h, i) => { if (h >= 0) children[h]!.push(i) })
  return children
}
