/** Ctrl/Cmd+K: every view and every action that can be done now, found by its words. */
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Dialog as Radix } from 'radix-ui'
import { chosenKeys } from '../keys/chosen.ts'
import type { Key } from '../keys/declared.ts'
import { perform } from '../keys/listener.ts'
import { useBoundKeys, useKeySettings } from '../keys/use-keys.ts'
import { Keycaps } from '../ui/keycap.tsx'

interface PaletteProps { readonly open: boolean; readonly onClose: () => void; readonly keys: readonly Key[] }

export function Palette({ open, onClose, keys }: PaletteProps): ReactNode {
  return (
    <Radix.Root open={open} onOpenChange={next => { if (!next) onClose() }}>
      <Radix.Portal>
        <div className="veil" />
        <Radix.Content className="dialog palette" aria-describedby={undefined}><Radix.Title className="sr">Actions</Radix.Title><Actions onClose={onClose} keys={keys} /></Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Actions({ onClose, keys }: Omit<PaletteProps, 'open'>): ReactNode {
  const bound = useBoundKeys(), settings = useKeySettings(), [words, setWords] = useState(''), [at, setAt] = useState(0), list = useId()
  const found = chosenKeys(keys, settings).filter(key => bound.has(key.id) && key.id !== 'palette' && holds(key.what, words)), active = Math.min(at, found.length - 1)
  const pick = (key: Key | undefined): void => { if (key === undefined) return; onClose(); setTimeout(() => { perform(key.id) }) }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) { event.preventDefault(); setAt((active + step + found.length) % Math.max(1, found.length)) }
    if (event.key === 'Enter') { event.preventDefault(); pick(found[active]) }
  }
  return (
    <>
      <input className="input" role="combobox" aria-expanded="true" aria-controls={list} aria-label="Find an action" aria-activedescendant={found[active] === undefined ? undefined : `${list}-${found[active].id}`} placeholder="Go to a view, or do something" value={words} onChange={event => { setWords(event.target.value); setAt(0) }} onKeyDown={onKeyDown} />
      <ul id={list} role="listbox" aria-label="Actions">
        {found.map((key, i) => <li key={key.id} id={`${list}-${key.id}`} role="option" aria-selected={i === active} onPointerMove={() => { setAt(i) }} onClick={() => { pick(key) }}>{key.what}<span><Keycaps keys={key.keys} /></span></li>)}
        {found.length === 0 && <li role="option" aria-selected={false} aria-disabled="true" className="quiet">Nothing by that name can be done here.</li>}
      </ul>
    </>
  )
}

const holds = (text: string, words: string): boolean => words.toLowerCase().split(/\s+/).every(word => text.toLowerCase().includes(word))
