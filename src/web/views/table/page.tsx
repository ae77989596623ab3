/** The table: incidents that match, one a line. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { incidentPages } from '../../api/queries.ts'
import { Chips } from '../../filters/chips.tsx'
import { Facets } from '../../filters/facets.tsx'
import { useAddress } from '../../router/use-search.ts'
import { TypeMark } from '../../ui/marks.tsx'
import { Said } from '../../ui/text.tsx'

export default function TablePage(): ReactNode {
  const [search, change] = useAddress(), { data } = useInfiniteQuery(incidentPages(search))
  return (
    <div className="page">
      <Chips search={search} onChange={change} />
      <Facets search={search} onChange={change} />
      <ul>{data?.pages.flatMap(p => p.rows).map(({ incident }) => <li key={incident.id}><TypeMark type={incident.type} /> <Said text={incident.summary} /></li>)}</ul>
    </div>
  )
}
