/** One listener for all keys: what is on the page says what each does, the latest last; presses inside inputs and behind dialogs are left alone. */
import { createKeybindingsHandler } from 'tinykeys'
import { chosenKeys, type KeySettings } from './chosen.ts'
import type { Key } from './declared.ts'

export type Does = () => void
type Press = (event: KeyboardEvent) => void

const bound = new Map<string, readonly Does[]>()
const watchers = new Set<() => void>()
let snapshot: ReadonlySet<string> = new Set()

const changed = (): void => { snapshot = new Set(bound.keys()); for (const watcher of watchers) watcher() }

/** Says what a key does as long as the answer is not called. */
export function bind(id: string, does: Does): () => void {
  bound.set(id, [...bound.get(id) ?? [], does])
  changed()
  return () => {
    const left = (bound.get(id) ?? []).filter(other => other !== does)
    if (left.length === 0) bound.delete(id)
    else bound.set(id, left)
    changed()
  }
}

/** Does what the key would. False where it does nothing now. */
export function perform(id: string): boolean {
  const does = bound.get(id)?.at(-1)
  does?.()
  return does !== undefined
}

/** Ids of the keys that do something now; for useSyncExternalStore. */
export const boundKeys = (): ReadonlySet<string> => snapshot
export function watchBound(watcher: () => void): () => void { watchers.add(watcher); return () => { watchers.delete(watcher) } }

/** Listens on the window; the answer ends it. Enter and Space stay with what has the focus. Turned off, those with Ctrl or Cmd remain: they come about by no slip of the hand. */
export function listen(keys: readonly Key[], settings: KeySettings): () => void {
  // Two presses (`g` and a letter) go before one, so that the letter does nothing else; done with, they leave no other pair waiting for its second press.
  const chosen = chosenKeys(keys, settings).filter(key => settings.on || /\$mod|Control|Meta/.test(key.keys)).toSorted((a, b) => b.keys.split(' ').length - a.keys.split(' ').length), map: Record<string, Press> = {}
  const make = (): Press => createKeybindingsHandler(map, { ignore: event => event.defaultPrevented || event.isComposing || isTyping(event) }) as Press
  for (const { id, keys: press } of chosen) {
    map[press] = event => {
      if (press.includes(' ')) handle = make()
      if (press === 'Enter' && isControl(event.target)) return
      if (perform(id)) event.preventDefault()
    }
  }
  let handle = make()
  const listener = (event: KeyboardEvent): void => { handle(event) }
  window.addEventListener('keydown', listener)
  return () => { window.removeEventListener('keydown', listener) }
}

const isControl = (target: EventTarget | null): boolean => target instanceof Element && target.closest('a, button, input, select, textarea, summary, [role=button], [role=option]') !== null

/** Inside an input, or while a dialog is open, single keys are for it. */
function isTyping({ target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (document.querySelector('[role=dialog]') !== null) return true
  if (!(target instanceof HTMLElement) || ctrlKey || metaKey) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range], [type=button])')
}
