/** What a benchmark measures, and how it is shown: alone as a table, together with the others by main.ts. */

/** `spread` says how far the single measurements lie apart, in words. */
export interface Figure { readonly name: string; readonly figure: number; readonly unit: string; readonly spread: string }

/** Tells of progress on standard error, so that figures alone reach standard output. */
export const say = (line: string): void => { process.stderr.write(`${line}\n`) }

/** Prints figures, as JSON where the command line asks for it. */
export function show(figures: readonly Figure[], json: boolean = process.argv.includes('--json')): void {
  process.stdout.write(`${json ? JSON.stringify(figures) : tableOf(figures)}\n`)
}

const number = (n: number): string => n.toLocaleString('en', { maximumSignificantDigits: n < 100 ? 2 : 21, maximumFractionDigits: n < 100 ? 2 : 0, roundingPriority: 'lessPrecision' })

export function tableOf(figures: readonly Figure[]): string {
  const rows = [['name', 'figure', 'unit', 'spread'], ...figures.map(f => [f.name, number(f.figure), f.unit, f.spread])]
  const widths = [0, 1, 2].map(i => Math.max(...rows.map(r => r[i]!.length)))
  return rows.map(([name, figure, unit, spread]) => `${name!.padEnd(widths[0]!)}  ${figure!.padStart(widths[1]!)}  ${unit!.padEnd(widths[2]!)}  ${spread}`.trimEnd()).join('\n')
}

/** The value below which a share of the sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!

/** The middle of several measurements, with the least and the most. */
export function middle(name: string, unit: string, all: readonly number[]): Figure {
  const sorted = all.toSorted((a, b) => a - b)
  return { name, figure: quantile(sorted, 0.5), unit, spread: sorted.length === 1 ? 'one measurement' : `${number(sorted[0]!)} to ${number(sorted.at(-1)!)}, ${sorted.length} measurements` }
}

export const seconds = (from: number): number => (performance.now() - from) / 1000
/** Megabytes that this process has filled at most so far, threads included. */
export const peak = (): number => process.resourceUsage().maxRSS / 1024
