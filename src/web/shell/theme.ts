/** Light, dark, or as the machine has it; kept in the browser. */
import { useSyncExternalStore } from 'react'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEPT = 'casus.theme', watchers = new Set<() => void>()
let current: Theme = read()

function read(): Theme {
  try { const kept = localStorage.getItem(KEPT); return THEMES.find(t => t === kept) ?? 'auto' } catch { return 'auto' }
}

/** Puts the theme on the page; call once before anything is drawn. */
export function applyTheme(): void {
  if (current === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = current
}

export function changeTheme(next: Theme): void {
  current = next
  try { localStorage.setItem(KEPT, next) } catch { /* kept for this page only */ }
  applyTheme()
  for (const watcher of watchers) watcher()
}

export const nextTheme = (): void => { changeTheme(THEMES[(THEMES.indexOf(current) + 1) % THEMES.length]!) }
export const useTheme = (): Theme => useSyncExternalStore(watcher => { watchers.add(watcher); return () => { watchers.delete(watcher) } }, () => current)
