/** The frame of views that narrow incidents: facets beside the view, behind a button where there is no room. */
import { useSyncExternalStore, useState, type ReactNode } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { useAddress } from '../router/use-search.ts'
import { chipsOf } from './search.ts'
import { Facets } from './facets.tsx'

interface FilteredProps { readonly children: (facetsButton: ReactNode) => ReactNode; readonly leaveOut?: readonly string[] }

/** `children` gets the button that opens the facets, to put into its own bar; it is null where the facets stand beside. */
export function Filtered({ children, leaveOut = [] }: FilteredProps): ReactNode {
  const beside = useMedia('(min-width: 64rem)'), [open, setOpen] = useState(false), [search, change] = useAddress(), count = chipsOf(search).length
  const facets = <Facets search={search} onChange={change} leaveOut={leaveOut} />
  return (
    <div className="filtered">
      {beside && <aside className="aside no-print" aria-label="Filters">{facets}</aside>}
      <section className="content" aria-label="Results">{children(beside ? null : <button type="button" className="button small" onClick={() => { setOpen(true) }}>Filters{count > 0 && <span className="badge accent">{count}</span>}</button>)}</section>
      {!beside && <Dialog open={open} onClose={() => { setOpen(false) }} title="Filters">{facets}</Dialog>}
    </div>
  )
}

/** Whether a media query holds now. */
export const useMedia = (query: string): boolean => useSyncExternalStore(watcher => { const media = matchMedia(query); media.addEventListener('change', watcher); return () => { media.removeEventListener('change', watcher) } }, () => matchMedia(query).matches)
