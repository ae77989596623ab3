/** The key of an act on its button, as the person has set it; for eyes alone, and only where there is a keyboard. */
import type { ReactNode } from 'react'
import { chosenKeys } from '../keys/chosen.ts'
import { KEYS, type KeyId } from '../keys/declared.ts'
import { useKeySettings } from '../keys/use-keys.ts'
import { Keycaps } from './keycap.tsx'

export function KeyHint({ id }: { readonly id: KeyId }): ReactNode {
  const settings = useKeySettings(), keys = chosenKeys(KEYS, settings).find(k => k.id === id)?.keys
  return settings.on && keys !== undefined ? <span className="key-hint" aria-hidden="true"><Keycaps keys={keys} /></span> : null
}
