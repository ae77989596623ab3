/** The table's choices: which columns, and in which form it is taken along. */
import type { ReactNode } from 'react'
import { filtersOf, type Search } from '../../filters/search.ts'
import { Popover } from '../../ui/popover.tsx'
import { columnNames, COLUMNS, type Column, type Line } from './line.ts'

export const ColumnChoice = ({ columns, onChange }: { readonly columns: readonly Column[]; readonly onChange: (names: string | null) => void }): ReactNode => (
  <Popover button="Columns" title="Columns">
    {COLUMNS.map(column => {
      const on = columns.includes(column), next = on ? columns.filter(c => c !== column) : COLUMNS.filter(c => c === column || columns.includes(c))
      return <label key={column.name}><input type="checkbox" checked={on} disabled={on && columns.length === 1} onChange={() => { onChange(columnNames(next)) }} />{column.title}</label>
    })}
  </Popover>
)

const FORMS: readonly (readonly [string, string])[] = [
  ['csv', 'CSV, a line an incident'], ['acled-csv', 'ACLED’s columns'], ['ucdp-csv', 'UCDP GED’s columns'], ['hxl', 'CSV with HXL tags'], ['geojson', 'GeoJSON for maps'], ['parquet', 'Parquet'], ['jsonl', 'JSON lines, with all claims'], ['plover-ndjson', 'PLOVER events'], ['cameo-tsv', 'CAMEO events'],
]
/** Incidents that an address can name one by one. */
const MOST_NAMED = 300

/** Links to whole files: of the selection where there is one that an address can hold, else of all that matches. */
export function ExportChoice({ search, chosen, columns: _columns }: { readonly search: Search; readonly chosen: readonly Line[]; readonly columns: readonly Column[] }): ReactNode {
  const named = chosen.length > 0 && chosen.length <= MOST_NAMED, query = new URLSearchParams(named ? { id__in: chosen.map(l => l.id).join(',') } : filtersOf(search)).toString()
  return (
    <Popover button="Export" title="Export">
      <h3>{named ? `The ${chosen.length} selected` : 'All that match'}</h3>
      {chosen.length > MOST_NAMED && <p className="quiet">More than {MOST_NAMED} are selected: narrow by filters instead, or copy them.</p>}
      {FORMS.map(([form, title]) => <a key={form} className="choice" href={`/api/v1/export/${form}${query === '' ? '' : `?${query}`}`} download>{title}</a>)}
    </Popover>
  )
}
