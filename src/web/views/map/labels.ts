/** Where the words of an extent stand: at its middle, or as near to it as neither marks nor other words lie beneath them. */

export interface Labelled { readonly x: number; readonly y: number; readonly count: number; readonly country: boolean; /** The country it is, by the base map; null where that has none there. */ readonly outline?: { readonly name: string } | null }
interface Disc { readonly x: number; readonly y: number; readonly radius: number }
interface Spot { readonly x: number; readonly y: number }
export interface Box extends Spot { /** Half the width. */ readonly half: number; /** False where no place is free for it: nearer by there will be. */ readonly shown: boolean }

/** "4 in Russia"; a province has no name here, as the points carry none. */
export const labelText = ({ count, country, outline }: Labelled): string => `${count.toLocaleString('en')} in ${country ? outline?.name || 'the country' : 'a province'}`

/** Half the height of the words' frame, and pixels of a letter and of the frame's ends. */
export const HALF = 9
const LETTER = 6.2, ENDS = 12

/** Half the width that the words take, within a pixel or two. */
const halfOf = (of: Labelled): number => (labelText(of).length * LETTER + ENDS) / 2

/** Steps from the middle, the nearest first. */
const ROWS = [0, -1, 1, -2, 2, -3, 3] as const

/** A box for each, in their order; those of most incidents get their places first, and what finds none within three rows is not shown. None is cut off at the sides of a map of this width while its middle is in sight. */
export function labelsOf(all: readonly Labelled[], discs: readonly Disc[], width = Infinity): readonly Box[] {
  const boxes: Box[] = [], out = new Map<Labelled, Box>()
  for (const given of all.toSorted((a, b) => b.count - a.count)) {
    const half = halfOf(given), one = given.x < 0 || given.x > width ? given : { ...given, x: Math.max(half + 2, Math.min(width - half - 2, given.x)) }, near = discs.filter(d => Math.abs(d.y - one.y) < 4 * ROW + d.radius && Math.abs(d.x - one.x) < 2 * half + d.radius)
    const spots = ROWS.flatMap((row): readonly Spot[] => [0, -0.5, 0.5].map(aside => ({ x: one.x + aside * half, y: one.y + row * ROW })))
    const free = spots.find(({ x, y }) => !near.some(d => touches({ x, y, half }, d)) && !boxes.some(b => Math.abs(b.y - y) < 2 * HALF + 2 && Math.abs(b.x - x) < b.half + half + 2))
    const box = { x: one.x, y: one.y, ...free, half, shown: free !== undefined }
    if (box.shown) boxes.push(box)
    out.set(given, box)
  }
  return all.map(one => out.get(one)!)
}

const ROW = 20

const touches = ({ x, y, half }: Omit<Box, 'shown'>, d: Disc): boolean => Math.hypot(Math.max(0, Math.abs(d.x - x) - half), Math.max(0, Math.abs(d.y - y) - HALF)) < d.radius + 1
