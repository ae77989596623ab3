/** `?`: all keys, and their settings: each can be changed, all can be turned off. */
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { AS_DECLARED, chosenKeys, clashesOf, pressOf, type KeySettings } from '../keys/chosen.ts'
import { SCOPES, type Key, type Scope } from '../keys/declared.ts'
import { changeKeys, useKeySettings } from '../keys/use-keys.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Keycaps } from '../ui/keycap.tsx'

interface KeysDialogProps { readonly open: boolean; readonly onClose: () => void; readonly keys: readonly Key[] }

export function KeysDialog({ open, onClose, keys }: KeysDialogProps): ReactNode {
  const settings = useKeySettings(), [changing, setChanging] = useState(false), chosen = chosenKeys(keys, settings), clashes = clashesOf(chosen)
  const changed = Object.keys(settings.changed).length
  return (
    <Dialog open={open} onClose={onClose} title="Keys" wide footer={<>
      {changed > 0 && <button type="button" className="button plain" onClick={() => { changeKeys({ ...AS_DECLARED, on: settings.on }) }}>As they were ({changed} changed)</button>}
      <button type="button" className="button" aria-pressed={changing} onClick={() => { setChanging(!changing) }}>Change keys</button>
    </>}>
      <label className="type"><input type="checkbox" checked={settings.on} onChange={event => { changeKeys({ ...settings, on: event.target.checked }) }} /> Single keys do things (never while you type)</label>
      {clashes.size > 0 && <p role="alert">Some keys stand for two things; change one of them.</p>}
      <div className="keys-list">
        {(Object.keys(SCOPES) as Scope[]).map(scope => (
          <section key={scope}><h3>{SCOPES[scope]}</h3><dl>
            {(changing ? chosen : oneForValues(chosen)).filter(k => k.scope === scope).map(key => <Line key={key.id} of={key} clash={clashes.has(key.id)} changing={changing} settings={settings} />)}
          </dl></section>
        ))}
      </div>
    </Dialog>
  )
}

/** The nine keys that choose values as one line, where they are as declared: each alone only where they are changed. */
function oneForValues(keys: readonly Key[]): readonly Key[] {
  const isValue = ({ id }: Key): boolean => id.startsWith('choose-'), values = keys.filter(isValue)
  if (values.length < 2 || values.some((key, i) => key.keys !== String(i + 1))) return keys
  return keys.flatMap(key => (key === values[0] ? [{ ...key, keys: `1 ${values.length}`, what: 'Choose a value by its number' }] : isValue(key) ? [] : [key]))
}

function Line({ of: { id, keys, what }, clash, changing, settings }: { readonly of: Key; readonly clash: boolean; readonly changing: boolean; readonly settings: KeySettings }): ReactNode {
  const press = (event: KeyboardEvent): void => {
    const next = pressOf(event)
    if (next === null) return
    event.preventDefault()
    changeKeys({ ...settings, changed: { ...settings.changed, [id]: keys.startsWith('g ') ? `g ${next}` : next } })
  }
  return <><dt>{changing ? <button type="button" className="button small" onKeyDown={press} aria-label={`${what}: press another key`}><Keycaps keys={keys} /></button> : <Keycaps keys={keys} />}</dt><dd>{what}{clash && <span className="badge bad">twice</span>}</dd></>
}
