/** Finding another incident: to merge with, or to link to. */
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Incident } from '../../../core/model/index.ts'
import { nearbyQuery, type NewDecision } from '../../api/queries.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Bones, ErrorNotice } from '../../ui/states.tsx'
import { InALine } from './name.tsx'
import { around } from './nearby.ts'

interface OtherProps { readonly incident: Incident; readonly what: 'merge' | 'link'; readonly onClose: () => void; readonly onGive: (decisions: readonly NewDecision[], reason: string | null, done: string) => void }

const KINDS = [['retaliation', 'is in retaliation for'], ['response', 'is a response to'], ['cause', 'happened because of']] as const

export function OtherDialog({ incident, what, onClose, onGive }: OtherProps): ReactNode {
  const [chosen, setChosen] = useState<Incident | null>(null), [reason, setReason] = useState(''), [kind, setKind] = useState<string>('retaliation'), [words, setWords] = useState(''), [asked, setAsked] = useState('')
  const { data: found, error } = useQuery(nearbyQuery(asked === '' ? around(incident, what === 'merge' ? 3 : 30) : { text: asked }))
  const mine = incident.members[0], its = chosen?.members[0], ready = mine !== undefined && its !== undefined && reason.trim() !== '', others = found?.filter(r => r.incident.id !== incident.id) ?? []
  const give = (): void => {
    if (!ready) return
    if (what === 'merge') onGive([{ kind: 'merge', a: mine, b: its }], reason.trim(), 'Merged.')
    else onGive([{ kind: 'link', from: mine, to: its, link: kind }], reason.trim(), 'Linked.')
  }
  return (
    <Dialog open onClose={onClose} wide title={what === 'merge' ? 'Merge with another incident' : 'Link to another incident'} about={what === 'merge' ? 'Both tell of one occurrence. What each claims stays side by side.' : 'This incident answers or follows the other.'} footer={<button type="button" className="button primary" disabled={!ready} onClick={give}>{what === 'merge' ? 'Merge' : 'Link'}</button>}>
      <form className="find" onSubmit={event => { event.preventDefault(); setAsked(words.trim()) }}><label className="field"><span>Find the other by words in its reports</span><input className="input" type="search" data-first placeholder="Words in reports, then Enter" value={words} onChange={event => { setWords(event.target.value) }} /></label></form>
      {error !== null && <ErrorNotice thrown={error} />}
      {found === undefined && error === null ? <Bones lines={4} /> : <fieldset className="others"><legend>{asked === '' ? 'Near it in time and place' : `With “${asked}” in a report`}</legend>{others.map(({ incident: i }) => <label key={i.id}><input type="radio" name="other" value={i.id} checked={chosen?.id === i.id} onChange={() => { setChosen(i) }} /><InALine incident={i} /></label>)}{others.length === 0 && <p>{asked === '' ? 'None is near. Search for words that its reports have.' : 'None. Try other words.'}</p>}</fieldset>}
      {what === 'link' && <label className="field"><span>This incident</span><select className="input" value={kind} onChange={event => { setKind(event.target.value) }}>{KINDS.map(([k, says]) => <option key={k} value={k}>{says}</option>)}</select></label>}
      <label className="field"><span>Why?</span><textarea className="input" maxLength={10_000} value={reason} onChange={event => { setReason(event.target.value) }} /></label>
    </Dialog>
  )
}
