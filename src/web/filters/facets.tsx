/** Facets: the values of each field with how many incidents have them, to choose from. */
import { useIsFetching, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { namesQuery } from '../api/names.ts'
import { incidentCounts, type Counted } from '../api/queries.ts'
import { ErrorNotice } from '../ui/states.tsx'
import { Said } from '../ui/text.tsx'
import { choose, chosenOf, FILTERS, toggle, withValue, type FilterField, type Search } from './search.ts'
import { sayValue } from './words.ts'

interface FacetsProps { readonly search: Search; readonly onChange: (next: Search) => void; readonly leaveOut?: readonly string[] }

/** Facets of incidents; `leaveOut` fields that the view has its own way for. */
export const Facets = ({ search, onChange, leaveOut = [] }: FacetsProps): ReactNode => (
  <div className="facets" role="group" aria-label="Filters">
    {FILTERS.filter(f => !leaveOut.includes(f.field)).map(f => <Facet key={f.field} of={f} search={search} onChange={onChange} />)}
  </div>
)

interface FacetProps { readonly of: FilterField; readonly search: Search; readonly onChange: (next: Search) => void }

function Facet({ of, search, onChange }: FacetProps): ReactNode {
  const used = Object.keys(search).some(name => name.split('__')[0] === of.field), [open, setOpen] = useState(of.open === true || used)
  return (
    <details className="facet" open={open} onToggle={event => { setOpen(event.currentTarget.open) }}>
      <summary><span>{of.title}{used && <span className="sr"> (in use)</span>}</span>{used && <span className="badge accent" aria-hidden="true">on</span>}</summary>
      {open && (of.kind === 'values' ? <Values of={of} search={search} onChange={onChange} /> : of.kind === 'words' ? <Words of={of} search={search} onChange={onChange} /> : <Range of={of} search={search} onChange={onChange} />)}
    </details>
  )
}

/** What views show of incidents. */
const SHOWN = new Set<unknown>(['pages', 'points', 'totals', 'unit', 'series'])

/** Whether the rows, points and charts of the view are there: counts wait for them, so that a busy server answers what is looked at first. */
const useAfterRows = (): boolean => useIsFetching({ queryKey: ['incidents'], predicate: ({ queryKey }) => SHOWN.has(queryKey[1]) }) === 0

/** Fields whose values are actors. */
const SIDES: ReadonlySet<string> = new Set(['actor', 'recipient', 'participant'])

/** Values shown before a person asks for more. */
const FEW = 8

/** Counts leave the field's own filter out, so that what else could be chosen stays to be seen. */
function Values({ of: { field, title }, search, onChange }: FacetProps): ReactNode {
  const [all, setAll] = useState(false), after = useAfterRows(), { data: counts, error, isPending } = useQuery({ ...incidentCounts(choose(search, field, []), [field]), enabled: after }), chosen = chosenOf(search, field)
  const values = [...(counts?.facets[field] ?? []).filter(v => v.value !== null && v.value !== ''), ...chosen.filter(c => counts?.facets[field]?.some(v => String(v.value) === c) === false).map((value): Counted => ({ value, count: 0 }))]
  const shown = all ? values : values.filter((v, i) => i < FEW || chosen.includes(String(v.value)))
  // One that the registry knows is called as the lists of actors call it, however reports write it.
  const registered = useQuery(namesQuery(SIDES.has(field) ? field : null, shown.flatMap(v => (v.name == null || v.name === v.value ? [] : [String(v.value)])))).data
  if (error !== null) return <ErrorNotice thrown={error} />
  return (
    <div className="values">
      {isPending && Array.from({ length: 4 }, (_, i) => <div key={i} className="bone" />)}
      {shown.map(({ value, name, count }) => (
        <label key={String(value)}>
          <input type="checkbox" checked={chosen.includes(String(value))} onChange={() => { onChange(toggle(search, field, String(value))) }} />
          <span className="name"><Said text={registered?.get(String(value)) ?? name ?? sayValue(field, value)} longest={60} /></span><span className="count">{count.toLocaleString('en')}</span>
        </label>
      ))}
      {!isPending && values.length === 0 && <span className="quiet">Nothing to choose from.</span>}
      {values.length > FEW && <button type="button" className="button plain small" onClick={() => { setAll(!all) }}>{all ? 'Fewer' : `${values.length - FEW} more`}<span className="sr"> of {title}</span></button>}
    </div>
  )
}

const Range = ({ of: { field, title, kind }, search, onChange }: FacetProps): ReactNode => (
  <div className="range">
    {([['gte', 'From'], ['lte', 'To']] as const).map(([op, word]) => (
      <label key={op} className="field"><span className="sr">{title}, {word.toLowerCase()}</span>
        <input className="input" type={kind === 'days' ? 'date' : 'number'} min={kind === 'days' ? undefined : 0} placeholder={word} value={search[`${field}__${op}`] ?? ''} onChange={event => { onChange(withValue(search, `${field}__${op}`, event.target.value)) }} />
      </label>
    ))}
  </div>
)

function Words({ of: { field, title }, search, onChange }: FacetProps): ReactNode {
  const [words, setWords] = useState(search[field] ?? '')
  return (
    <form className="values" onSubmit={event => { event.preventDefault(); onChange(withValue(search, field, words.trim())) }}>
      <input className="input" type="search" aria-label={title} placeholder="Words, then Enter" value={words} onChange={event => { setWords(event.target.value) }} />
    </form>
  )
}
