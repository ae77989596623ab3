/** Short messages in a corner: what was done, with a way to undo it, and what failed. */
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { asFailure } from '../api/failure.ts'
import { Told } from './text.tsx'

export interface Toast { readonly id: number; readonly text: string; readonly bad: boolean; readonly action: { readonly title: string; readonly does: () => void } | null }

const STAYS_MS = 7000
let shown: readonly Toast[] = [], latest = 0
const watchers = new Set<() => void>()
const show = (next: readonly Toast[]): void => { shown = next; for (const watcher of watchers) watcher() }
const dismiss = (id: number): void => { show(shown.filter(t => t.id !== id)) }

export function say(text: string, action: Toast['action'] = null): void { show([...shown.slice(-2), { id: ++latest, text, bad: false, action }]) }

/** Shows a failure; for `onError` of a mutation. */
export function sayFailure(thrown: unknown): void { show([...shown.slice(-2), { id: ++latest, text: asFailure(thrown).message, bad: true, action: null }]) }

export function Toasts(): ReactNode {
  const toasts = useSyncExternalStore(watcher => { watchers.add(watcher); return () => { watchers.delete(watcher) } }, () => shown)
  return <div role="status" aria-live="polite" className="no-print"><ol className="toasts">{toasts.map(toast => <One key={toast.id} toast={toast} />)}</ol></div>
}

function One({ toast: { id, text, bad, action } }: { readonly toast: Toast }): ReactNode {
  useEffect(() => { const timer = setTimeout(() => { dismiss(id) }, bad ? 2 * STAYS_MS : STAYS_MS); return () => { clearTimeout(timer) } }, [id, bad])
  return (
    <li className={`toast ${bad ? 'bad' : ''}`}>
      <div>{bad ? <><strong>Failed: </strong><Told text={text} /></> : text}</div>
      {action !== null && <button type="button" className="button small" onClick={() => { action.does(); dismiss(id) }}>{action.title}</button>}
      <button type="button" className="button plain square small" aria-label="Dismiss" onClick={() => { dismiss(id) }}>✕</button>
    </li>
  )
}
