/** Cells to CSV and TSV: RFC 4180, UTF-8, line ends CRLF for CSV and LF for TSV. */
import { stringify } from 'csv-stringify/sync'
import type { Cell } from '../core/codebooks/index.ts'

/** A text that a spreadsheet would run as a formula. Names come out of reports, and reports are not to be trusted. */
const FORMULA = /^[=+\-@\t\r]/

/** Texts that begin like a formula get an apostrophe in front, which spreadsheets take for "this is text". */
const safe = (cell: Cell): string | number | null => (typeof cell === 'string' ? (FORMULA.test(cell) ? `'${cell}` : cell) : typeof cell === 'boolean' ? String(cell) : cell)

/** The library quotes what holds a whole line end of its own; a lone LF or CR ends a line for other readers too. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string => stringify(rows.map(row => row.map(safe)), { record_delimiter: '\r\n', quoted_match: /[\r\n]/ })

/** TSV has no quoting: tabs and line ends in a cell become blanks. */
export const tsvLines = (rows: readonly (readonly Cell[])[]): string => rows.map(row => `${row.map(cell => String(safe(cell) ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`).join('')
