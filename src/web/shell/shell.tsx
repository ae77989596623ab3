/** The frame around every view: the list of views, the bar with search, the dialogs that open anywhere. */
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import icon from '../looks/icon.svg?url'
import { goKey, KEYS, type Key, type KeyId } from '../keys/declared.ts'
import { listen } from '../keys/listener.ts'
import { useKeys, useKeySettings } from '../keys/use-keys.ts'
import { Keycaps } from '../ui/keycap.tsx'
import { EmptyState } from '../ui/states.tsx'
import { Toasts } from '../ui/toasts.tsx'
import type { View } from '../views/view.ts'
import { DropAnywhere } from './drop.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Palette } from './palette.tsx'
import { SearchBox } from './search-box.tsx'
import { ReadingOnly, SignIn } from './sign-in.tsx'
import { nextTheme, useTheme } from './theme.ts'
import { useUndo } from './undo.ts'
import { useListening } from '../api/live.ts'
import { useSession } from '../api/session.ts'

type Open = 'keys' | 'palette' | null

export function Shell({ views }: { readonly views: readonly View[] }): ReactNode {
  const [open, setOpen] = useState<Open>(null), [menu, setMenu] = useState(false), undo = useUndo()
  const keys = useAllKeys(views), path = useRouterState({ select: s => s.location.pathname }), view = views.find(v => matches(v.path, path))
  useKeys({ help: () => { setOpen('keys') }, palette: () => { setOpen('palette') }, undo, ...useGoing(views) })
  useListening(useSession()?.user ?? null)
  useEffect(() => { setMenu(false) }, [path])
  useEffect(() => { document.title = view === undefined ? 'Casus' : `${view.title} · Casus` }, [view])
  const close = (): void => { setOpen(null) }
  return (
    <div className="shell">
      <a className="skip" href="#main" onClick={event => { event.preventDefault(); document.getElementById('main')?.focus() }}>Skip to the view</a>
      <Rail views={views} open={menu} onKeys={() => { setOpen('keys') }} />
      <header className="bar">
        <button type="button" className="button plain square menu-button" aria-expanded={menu} aria-label="Views" onClick={() => { setMenu(!menu) }}>☰</button>
        <h1>{view?.title ?? 'Not here'}</h1>
        <SearchBox />
        <button type="button" className="button plain small wide" onClick={() => { setOpen('palette') }}>Actions <Keycaps keys="$mod+k" /></button>
      </header>
      <main id="main" className="main" tabIndex={-1}><ReadingOnly /><div className="view"><Outlet /></div></main>
      <Toasts />
      <DropAnywhere />
      <KeysDialog open={open === 'keys'} onClose={close} keys={keys} />
      <Palette open={open === 'palette'} onClose={close} keys={keys} />
    </div>
  )
}

const matches = (pattern: string, path: string): boolean => new RegExp(`^${pattern.replaceAll(/\$\w+/g, '[^/]+')}/?$`).test(path)

/** All keys there are, listened to with a person's settings. */
function useAllKeys(views: readonly View[]): readonly Key[] {
  const settings = useKeySettings(), keys = useMemo(() => [...KEYS, ...views.flatMap(v => (v.letter === null ? [] : [goKey(v.name, v.letter, v.title)]))], [views])
  useEffect(() => listen(keys, settings), [keys, settings])
  return keys
}

function useGoing(views: readonly View[]): Partial<Record<KeyId, () => void>> {
  const navigate = useNavigate()
  return Object.fromEntries(views.filter(v => v.letter !== null).map(v => [`go-${v.name}`, () => { void navigate({ to: v.path }) }]))
}

const THEME_WORDS = { auto: 'Theme: auto', light: 'Theme: light', dark: 'Theme: dark' } as const
const THEME_SIGNS = { auto: '◐', light: '○', dark: '●' } as const

function Rail({ views, open, onKeys }: { readonly views: readonly View[]; readonly open: boolean; readonly onKeys: () => void }): ReactNode {
  const theme = useTheme(), first = useRef<HTMLAnchorElement>(null)
  useEffect(() => { if (open) first.current?.focus() }, [open])
  return (
    <nav aria-label="Views" className={`rail ${open ? 'open' : ''}`}>
      <Link to="/" className="brand" ref={first} aria-label="Casus"><img src={icon} alt="" /><span>Casus</span></Link>
      <ul className="views">{views.filter(v => v.letter !== null).map(v => <li key={v.name}><Link to={v.path} activeProps={{ 'aria-current': 'page' }}>{v.title}<kbd aria-hidden="true" title={`g, then ${v.letter!}`}>{v.letter}</kbd></Link></li>)}</ul>
      <div className="foot">
        <button type="button" className="button plain small" onClick={onKeys} aria-label="Keys"><kbd className="kbd">?</kbd><span>Keys</span></button>
        <button type="button" className="button plain small" onClick={nextTheme} aria-label={THEME_WORDS[theme]}><b aria-hidden="true">{THEME_SIGNS[theme]}</b><span>{THEME_WORDS[theme]}</span></button>
        <SignIn />
      </div>
    </nav>
  )
}

export const NotFound = ({ views }: { readonly views: readonly View[] }): ReactNode => (
  <EmptyState title="There is no such view" actions={views.filter(v => v.letter !== null).slice(0, 3).map(v => <Link key={v.name} className="button" to={v.path}>{v.title}</Link>)}>
    <p>The address names a view that this desk does not have. Perhaps it was cut off when it was copied.</p>
  </EmptyState>
)
