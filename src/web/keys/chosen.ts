/** The keys as a person has set them: some changed, or all turned off. */
import type { Key } from './declared.ts'

export interface KeySettings { readonly on: boolean; readonly changed: Readonly<Record<string, string>> }

export const AS_DECLARED: KeySettings = { on: true, changed: {} }

/** Keys with a person's changes applied. */
export const chosenKeys = (keys: readonly Key[], { changed }: KeySettings): readonly Key[] => keys.map(key => ({ ...key, keys: changed[key.id] ?? key.keys }))

/** Ids of keys that cannot both work: the same keys, or one is how the other begins. */
export function clashesOf(keys: readonly Key[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const a of keys) for (const b of keys) if (a !== b && (a.keys === b.keys || b.keys.startsWith(`${a.keys} `))) found.add(a.id).add(b.id)
  return found
}

/** What was kept, or the declared keys where it cannot be read. */
export function readKeySettings(kept: string | null): KeySettings {
  try {
    const { on, changed } = JSON.parse(kept ?? '{}') as Partial<KeySettings>
    return { on: on !== false, changed: Object.fromEntries(Object.entries(changed ?? {}).filter(([, keys]) => typeof keys === 'string' && keys !== '')) }
  } catch { return AS_DECLARED }
}

/** Keys as people read them, one entry a press: ["g", "m"], ["Ctrl", "K"]. */
export function keyCaps(keys: string, mac = false): readonly string[] {
  return keys.split(' ').flatMap(press => press.replaceAll(/\[\w+\]\+/g, '').split('+').filter((part, i, all) => !(part === 'Shift' && all[i + 1] !== undefined && /^[^a-z]$/i.test(all[i + 1]!))).map(part => CAPS[part]?.[mac ? 1 : 0] ?? (part.length === 1 && press.includes('+') && part !== '?' ? part.toUpperCase() : part)))
}
const CAPS: Readonly<Record<string, readonly [string, string]>> = { $mod: ['Ctrl', '⌘'], Control: ['Ctrl', '⌃'], Alt: ['Alt', '⌥'], Shift: ['Shift', '⇧'], Enter: ['Enter', '⏎'], Escape: ['Esc', 'esc'] }

/** A press in the notation of the list, or null for one that is only a modifier. */
export function pressOf({ key, ctrlKey, metaKey, altKey, shiftKey }: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean; readonly shiftKey: boolean }): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'Dead', 'Unidentified', 'Tab', 'Escape'].includes(key)) return null
  return [...ctrlKey || metaKey ? ['$mod'] : [], ...altKey ? ['Alt'] : [], ...shiftKey ? ['Shift'] : [], key.length === 1 && !shiftKey ? key.toLowerCase() : key].join('+')
}
