/** Chips: the filters in force, each to be taken away. */
import type { ReactNode } from 'react'
import { oneLine } from '../text/safe.ts'
import { Said } from '../ui/text.tsx'
import { chipsOf, withoutFilters, withValue, type Search } from './search.ts'
import { sayValue } from './words.ts'

export function Chips({ search, onChange }: { readonly search: Search; readonly onChange: (next: Search) => void }): ReactNode {
  const chips = chipsOf(search)
  if (chips.length === 0) return null
  return (
    <div className="chips" role="group" aria-label="Filters in force">
      {chips.map(({ names, field, title, operator, values }) => {
        const text = values.map(v => sayValue(field, v)).join(', ')
        return <span key={names[0]} className="chip"><span>{title}{operator === ':' ? ':' : ` ${operator}`} <b><Said text={text} longest={60} /></b></span><button type="button" className="close" aria-label={`Take away: ${title} ${oneLine(text, 60)}`} onClick={() => { onChange(names.reduce((s, name) => withValue(s, name, null), search)) }}>✕</button></span>
      })}
      {chips.length > 1 && <button type="button" className="button plain small" onClick={() => { onChange(withoutFilters(search)) }}>Clear all</button>}
    </div>
  )
}
