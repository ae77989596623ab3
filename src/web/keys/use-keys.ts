/** Hooks: what keys do while a part is shown, and a person's settings of them. */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { readKeySettings, type KeySettings } from './chosen.ts'
import type { KeyId } from './declared.ts'
import { bind, boundKeys, watchBound, type Does } from './listener.ts'

/** Binds keys while the part is mounted; leave one undefined where it does nothing now. Later parts win over earlier ones. */
export function useKeys(does: Partial<Record<KeyId, Does | undefined>>): void {
  const latest = useRef(does), ids = Object.keys(does).filter(id => does[id as KeyId] !== undefined).join(' ')
  useEffect(() => { latest.current = does })
  useEffect(() => {
    const ends = ids === '' ? [] : ids.split(' ').map(id => bind(id, () => { latest.current[id as KeyId]?.() }))
    return () => { for (const end of ends) end() }
  }, [ids])
}

export const useBoundKeys = (): ReadonlySet<string> => useSyncExternalStore(watchBound, boundKeys)

const KEPT = 'casus.keys', watchers = new Set<() => void>()
let current: KeySettings | null = null

const settings = (): KeySettings => current ??= readKeySettings(kept())
function kept(): string | null { try { return localStorage.getItem(KEPT) } catch { return null } }

export function changeKeys(next: KeySettings): void {
  current = next
  try { localStorage.setItem(KEPT, JSON.stringify(next)) } catch { /* a browser that keeps nothing keeps it for this page */ }
  for (const watcher of watchers) watcher()
}

export const useKeySettings = (): KeySettings => useSyncExternalStore(watcher => { watchers.add(watcher); return () => { watchers.delete(watcher) } }, settings)
