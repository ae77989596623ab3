/** Reads a TSV table of `data/`: a header line, then rows; blank lines and lines that start with "#" are skipped. */

/** One row: the value of each column by its header name, '' where the row is short. */
export type Row = Readonly<Record<string, string>>

/** Parses a table. Cells are trimmed; no quoting. Throws nothing: short rows read as '' in the missing columns. */
export function parseTable(tsv: string): readonly Row[] {
  const lines = tsv.replace(/^\uFEFF/, '').split(/\r?\n/).filter(line => line.trim() !== '' && !line.startsWith('#'))
  const header = (lines[0] ?? '').split('\t').map(cell => cell.trim())
  return lines.slice(1).map(line => {
    const cells = line.split('\t')
    return Object.fromEntries(header.map((name, i) => [name, (cells[i] ?? '').trim()]))
  })
}

/** Splits a list cell: "a | b | c". */
export const listCell = (cell: string | undefined): readonly string[] => (cell ?? '').split('|').map(s => s.trim()).filter(s => s !== '')
