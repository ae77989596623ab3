/** Every key of the desk, declared once: the listener, the help, the palette and the settings derive from this list. */

export type Scope = 'everywhere' | 'lists' | 'deciding' | 'evidence'

/** `keys` in the notation of tinykeys: "j", "Shift+?", "$mod+k" (Ctrl or Cmd), "g m" (one after the other), "[Shift]+?" (with Shift or without, as keyboards differ). */
export interface Key { readonly id: string; readonly keys: string; readonly scope: Scope; readonly what: string }

export const SCOPES: Readonly<Record<Scope, string>> = { everywhere: 'Everywhere', lists: 'In lists', deciding: 'Deciding', evidence: 'Evidence' }

export const KEYS = [
  { id: 'help', keys: '[Shift]+?', scope: 'everywhere', what: 'Show these keys' },
  { id: 'palette', keys: '$mod+k', scope: 'everywhere', what: 'Find a view or an action' },
  { id: 'search', keys: '[Shift]+/', scope: 'everywhere', what: 'Search' },
  { id: 'undo', keys: 'u', scope: 'everywhere', what: 'Undo your last decision' },
  { id: 'next', keys: 'j', scope: 'lists', what: 'Next' },
  { id: 'previous', keys: 'k', scope: 'lists', what: 'Previous' },
  { id: 'open', keys: 'Enter', scope: 'lists', what: 'Open' },
  { id: 'select', keys: 'v', scope: 'lists', what: 'Select, or no longer' },
  { id: 'accept', keys: 'a', scope: 'deciding', what: 'Accept' },
  { id: 'reject', keys: 'x', scope: 'deciding', what: 'Reject' },
  { id: 'skip', keys: 's', scope: 'deciding', what: 'Skip' },
  { id: 'edit', keys: 'e', scope: 'deciding', what: 'Edit the value' },
  { id: 'same', keys: 'm', scope: 'deciding', what: 'The same incident: merge' },
  { id: 'different', keys: 'n', scope: 'deciding', what: 'Not the same: split' },
  { id: 'link', keys: 'r', scope: 'deciding', what: 'Link: one answers the other' },
  { id: 'flag', keys: 'f', scope: 'deciding', what: 'Flag' },
  { id: 'comment', keys: 'c', scope: 'deciding', what: 'Comment' },
  ...([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map(n => ({ id: `choose-${n}` as const, keys: `${n}` as const, scope: 'deciding' as const, what: `Choose value ${n}` })),
  { id: 'evidence-next', keys: ']', scope: 'evidence', what: 'Next evidence' },
  { id: 'evidence-previous', keys: '[', scope: 'evidence', what: 'Previous evidence' },
  { id: 'words', keys: 'w', scope: 'evidence', what: 'Choose words of the report' },
] as const satisfies readonly Key[]

export type KeyId = (typeof KEYS)[number]['id'] | `go-${string}`

/** The key that goes to a view: `g`, then its letter. */
export const goKey = (name: string, letter: string, title: string): Key => ({ id: `go-${name}`, keys: `g ${letter}`, scope: 'everywhere', what: `Go to ${title}` })
