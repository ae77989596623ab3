/** The codebook that travels with every export, written from the columns themselves. */
import type { Column } from '../core/codebooks/index.ts'
import type { ExportContext } from './format.ts'

export interface Described { readonly file: string; readonly about: string; readonly columns: readonly Pick<Column<never>, 'name' | 'means'>[] }

/** Markdown: what each file is and what each column means. */
export function codebookOf(title: string, about: readonly string[], files: readonly Described[], { engine, made }: Pick<ExportContext, 'engine' | 'made'>): string {
  const sections = files.map(f => [`## ${f.file}`, f.about, ...(f.columns.length === 0 ? [] : [table(f.columns)])].join('\n\n'))
  return [`# ${title}`, `Written by ${engine.name} ${engine.version}, ${made}.`, ...about, CAUTION, ...sections].join('\n\n') + '\n'
}

const table = (columns: Described['columns']): string => ['| column | means |', '| --- | --- |', ...columns.map(c => `| \`${c.name}\` | ${c.means.replaceAll('|', '\\|')} |`)].join('\n')

const CAUTION = 'An incident says what reports claim, not what is true. `disputed` and `grade` tell how the claims stand to one another; rival values and the sentences behind them are in the data package. In CSV and TSV a text that begins with =, +, - or @ has an apostrophe in front, so that no spreadsheet runs it.'
