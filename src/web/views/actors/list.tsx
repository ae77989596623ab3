/** A list of actors or places with how many incidents each has: search, order, more as it is scrolled; j and k go along. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useKeys } from '../../keys/use-keys.ts'
import { Bones, ErrorNotice } from '../../ui/states.tsx'

/** `cells` besides name and count, in the order of `heads`. */
export interface Entry { readonly key: string; readonly link: ReactNode; readonly cells: readonly ReactNode[]; readonly count: ReactNode }
export interface Pages { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown; readonly refetch: () => unknown; readonly error: unknown; readonly isPending: boolean }

interface ListProps { readonly caption: string; readonly heads: readonly string[]; readonly entries: readonly Entry[]; readonly pages?: Pages }

export function EntryTable({ caption, heads, entries, pages }: ListProps): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null)
  const go = (by: number) => (): void => {
    const links = [...body.current?.querySelectorAll<HTMLAnchorElement>('th a') ?? []], at = links.findIndex(l => l === document.activeElement)
    links[Math.max(0, Math.min(links.length - 1, at < 0 ? 0 : at + by))]?.focus()
  }
  useKeys(pages === undefined ? {} : { next: go(1), previous: go(-1) })
  if (pages?.error != null) return <ErrorNotice thrown={pages.error} again={() => { void pages.refetch() }} />
  if (pages?.isPending === true) return <Bones lines={12} />
  return (
    <>
      <table className="entries">
        <caption className="sr">{caption}</caption>
        <thead><tr><th scope="col">Name</th>{heads.map(h => <th key={h} scope="col" className="wide">{h}</th>)}<th scope="col" className="num">Incidents</th></tr></thead>
        <tbody ref={body}>{entries.map(({ key, link, cells, count }) => <tr key={key}><th scope="row">{link}</th>{cells.map((cell, i) => <td key={i} className="wide">{cell}</td>)}<td className="num">{count}</td></tr>)}</tbody>
      </table>
      {pages !== undefined && <More pages={pages} />}
    </>
  )
}

/** Fetches the next page when it comes into sight; a button for who does not scroll. */
function More({ pages }: { readonly pages: Pages }): ReactNode {
  const here = useRef<HTMLButtonElement>(null), fetch = useRef(pages.fetchNextPage)
  useEffect(() => { fetch.current = pages.fetchNextPage })
  useEffect(() => {
    if (here.current === null) return
    const watch = new IntersectionObserver(seen => { if (seen.some(s => s.isIntersecting)) void fetch.current() }, { rootMargin: '600px' })
    watch.observe(here.current)
    return () => { watch.disconnect() }
  }, [pages.hasNextPage, pages.isFetchingNextPage])
  return pages.hasNextPage ? <button ref={here} type="button" className="button small" disabled={pages.isFetchingNextPage} onClick={() => { void pages.fetchNextPage() }}>{pages.isFetchingNextPage ? 'Fetching…' : 'More'}</button> : null
}

interface SearchProps { readonly label: string; readonly words: string; readonly onChange: (words: string) => void }

/** Asks when typing pauses; while it has the focus it shows what was typed, else what the address asks for. */
export function ListSearch({ label, words, onChange }: SearchProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null), latest = useRef(onChange)
  useEffect(() => { latest.current = onChange })
  useEffect(() => {
    if (typed === null || typed.trim() === words) return
    const timer = setTimeout(() => { latest.current(typed.trim()) }, PAUSE_MS)
    return () => { clearTimeout(timer) }
  }, [typed, words])
  return <input className="input list-search" type="search" aria-label={label} placeholder={label} value={typed ?? words} onChange={event => { setTyped(event.target.value) }} onBlur={() => { if (typed !== null) { latest.current(typed.trim()); setTyped(null) } }} />
}
const PAUSE_MS = 250
