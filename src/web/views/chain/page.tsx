/** Chains: a graph in the order of time, and the same links as a list, each with its sentence. */
import { useQuery } from '@tanstack/react-query'
import { useRef, type ReactNode, type RefObject } from 'react'
import type { Incident } from '../../../core/model/index.ts'
import { withValue } from '../../filters/search.ts'
import { sayDays, sayValue } from '../../filters/words.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { ViewLink } from '../../router/links.tsx'
import { useAddress } from '../../router/use-search.ts'
import { Bones, EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { InALine } from '../incident/name.tsx'
import { allLinksQuery, chainQuery, someIncidentsQuery } from './ask.ts'
import { Graph } from './graph.tsx'
import { groupsOf } from './layout.ts'
import { LinkList } from './link-list.tsx'
import './chain.css'

export default function ChainPage(): ReactNode {
  const [search] = useAddress()
  return search['of'] === undefined ? <AllChains /> : <OneChain id={search['of']} />
}

function OneChain({ id }: { readonly id: string }): ReactNode {
  const [search, change] = useAddress(), { data: chain, error, refetch } = useQuery(chainQuery(id)), links = chain?.links ?? [], at = links.findIndex(l => l.id === search['link'])
  const pick = (link: string | null): void => { change(s => withValue(s, 'link', link), { replace: true }) }, step = (by: number) => (): void => { if (links.length > 0) pick(links[Math.max(0, Math.min(links.length - 1, at + by))]!.id) }
  useKeys({ next: step(1), previous: step(-1), 'evidence-next': step(1), 'evidence-previous': step(-1) })
  if (error !== null) return <div className="page"><ErrorNotice thrown={error} again={() => { void refetch() }} /></div>
  if (chain === undefined) return <div className="page"><Bones lines={8} /></div>
  if (links.length === 0) return <EmptyState title="Nothing is linked to it" actions={<ViewLink path="/incidents/$id" params={{ id }} className="button">To the incident</ViewLink>}><p>No report says that this incident answers another, or was answered. Where you know better, link it from its own page with <kbd className="kbd">r</kbd>.</p></EmptyState>
  return (
    <div className="chain">
      <section className="graph-side" aria-label="Graph">
        <div className="toolbar"><span className="count">{chain.incidents.length} incidents, {links.length} link{links.length === 1 ? '' : 's'}{chain.cut && ' (the chain goes on)'}</span><div className="rest"><ViewLink path="/chain" className="button small">All chains</ViewLink></div></div>
        <Graph incidents={chain.incidents} links={links} of={id} link={search['link'] ?? null} onPick={pick} />
      </section>
      <LinkList incidents={chain.incidents} links={links} link={search['link'] ?? null} onPick={pick} />
    </div>
  )
}

/** Some incidents by their ids, the earliest first; those without a date last. */
const inTime = (ids: readonly string[], incidents: readonly Incident[]): readonly (readonly [string, Incident | undefined])[] =>
  ids.map(id => [id, incidents.find(i => i.id === id)] as const).toSorted(([, a], [, b]) => (a?.date?.start ?? '9') < (b?.date?.start ?? '9') ? -1 : 1)

/** Countries and span of the incidents that are shown of a chain. */
function whereAndWhen(some: readonly Incident[]): string {
  const countries = [...new Set(some.flatMap(i => i.places[0]?.country ?? []))].map(c => sayValue('country', c)), days = some.flatMap(i => (i.date === null ? [] : [i.date.start, i.date.end ?? i.date.start])).toSorted()
  return [countries.slice(0, 3).join(', '), days.length === 0 ? '' : sayDays(days[0]!, days.at(-1))].filter(Boolean).join(' · ')
}

/** Chains shown in the list of all. */
const MOST_CHAINS = 40

/** `j` and `k` go along the links of a list; Enter opens one as any link. */
function useAlong(): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null)
  const go = (by: number) => (): void => {
    const links = [...list.current?.querySelectorAll<HTMLAnchorElement>('a') ?? []], at = links.findIndex(l => l === document.activeElement)
    links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
  }
  useKeys({ next: go(1), previous: go(-1) })
  return list
}

function AllChains(): ReactNode {
  const along = useAlong(), { data: links, error, refetch } = useQuery(allLinksQuery), groups = groupsOf(links ?? []).slice(0, MOST_CHAINS), { data: incidents } = useQuery(someIncidentsQuery(groups.flatMap(g => g.slice(0, 3))))
  if (error !== null) return <div className="page"><ErrorNotice thrown={error} again={() => { void refetch() }} /></div>
  if (links === undefined) return <div className="page"><Bones lines={6} /></div>
  if (links.length === 0) return <EmptyState title="No chains yet"><p>When a report says that one act was in retaliation for another, in response to it or because of it, the two are linked, and chains of them appear here.</p></EmptyState>
  return (
    <div className="page all-chains">
      <p className="quiet">Incidents that answer one another, the longest chains first.</p>
      <ol ref={along}>{groups.map(group => (
        <li key={group[0]} className="card">
          <p><ViewLink path="/chain" search={{ of: group[0]! }}><b>{group.length} incidents</b></ViewLink> <span className="quiet">{whereAndWhen(group.flatMap(id => incidents?.find(i => i.id === id) ?? []))}</span></p>
          <ul>{inTime(group.slice(0, 3), incidents ?? []).map(([id, found]) => <li key={id}>{found === undefined ? <span className="bone" /> : <InALine incident={found} />}</li>)}</ul>
          {group.length > 3 && <p className="quiet">and {group.length - 3} more</p>}
        </li>
      ))}</ol>
    </div>
  )
}
