/** Chips: the filters in force, each to be taken away. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { namesQuery } from '../api/names.ts'
import { oneLine } from '../text/safe.ts'
import { Said } from '../ui/text.tsx'
import { chipsOf, withoutFilters, withValue, type FilterChip, type Search } from './search.ts'
import { sayValue } from './words.ts'

export function Chips({ search, onChange }: { readonly search: Search; readonly onChange: (next: Search) => void }): ReactNode {
  const chips = chipsOf(search)
  if (chips.length === 0) return null
  return (
    <div className="chips" role="group" aria-label="Filters in force">
      {chips.map(chip => <Chip key={chip.names[0]} chip={chip} onClose={() => { onChange(chip.names.reduce((s, name) => withValue(s, name, null), search)) }} />)}
      {chips.length > 1 && <button type="button" className="button plain small" onClick={() => { onChange(withoutFilters(search)) }}>Clear all</button>}
    </div>
  )
}

/** Fields whose values are ids of something with a name. */
const NAMED: ReadonlySet<string> = new Set(['actor', 'recipient', 'participant', 'place'])

function Chip({ chip: { field, title, operator, values }, onClose }: { readonly chip: FilterChip; readonly onClose: () => void }): ReactNode {
  const named = NAMED.has(field) && operator === ':', names = useQuery({ ...namesQuery(named ? field : null, values), enabled: named }).data, text = values.map(v => names?.get(v) ?? sayValue(field, v)).join(', ')
  return <span className="chip"><span>{title}{operator === ':' ? ':' : ` ${operator}`} <b><Said text={text} longest={60} /></b></span><button type="button" className="close" aria-label={`Take away: ${title} ${oneLine(text, 60)}`} onClick={onClose}>✕</button></span>
}
