/** Keys as caps. */
import type { ReactNode } from 'react'
import { keyCaps } from '../keys/chosen.ts'

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent)

export const Keycaps = ({ keys }: { readonly keys: string }): ReactNode => keyCaps(keys, MAC).map((cap, i) => <kbd key={i} className="kbd">{cap}</kbd>)
