/** Boosted decision trees over numbers: how likely the second of two classes is. */

/** Node k has its branches at 2k + 1 (below the cut) and 2k + 2; a feature of -1 ends there. `values` are of every node, only those of ends count. */
export interface Tree { readonly features: readonly number[]; readonly cuts: readonly number[]; readonly values: readonly number[] }
/** Log odds to begin with, and what each tree adds. */
export interface Boosted { readonly base: number; readonly trees: readonly Tree[] }

export function chanceOf({ base, trees }: Boosted, row: ArrayLike<number>): number {
  return 1 / (1 + Math.exp(-trees.reduce((sum, tree) => sum + tree.values[endOf(tree, row)]!, base)))
}

function endOf({ features, cuts }: Tree, row: ArrayLike<number>): number {
  let at = 0
  for (let feature = features[at] ?? -1; feature >= 0; feature = features[at] ?? -1) at = 2 * at + (row[feature]! < cuts[at]! ? 1 : 2)
  return at
}

/** One list of numbers a tree, the base first, as `readTrees` takes them. */
export const treeRows = ({ base, trees }: Boosted): readonly (readonly number[])[] => [[base], ...trees.map(t => [...t.features, ...t.cuts, ...t.values])]

export function readTrees([[base = 0] = [], ...rows]: readonly (readonly number[])[]): Boosted {
  return { base, trees: rows.map(row => { const inner = (row.length - 1) / 4; return { features: row.slice(0, inner), cuts: row.slice(inner, 2 * inner), values: row.slice(2 * inner) } }) }
}
