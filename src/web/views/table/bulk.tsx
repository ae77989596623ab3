/** What can be done with the selected incidents together. */
import { useState, type ReactNode } from 'react'
import { useDecide, type NewDecision } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { say, sayFailure } from '../../ui/toasts.tsx'
import { tsvOf, type Column, type Line } from './line.ts'

type Asked = 'reject' | 'flag' | 'merge' | null
/** Decisions of one request, at most. */
const MOST = 500

export function BulkBar({ chosen, columns, onDone }: { readonly chosen: readonly Line[]; readonly columns: readonly Column[]; readonly onDone: () => void }): ReactNode {
  const may = useMay('coder'), decide = useDecide(), [asked, setAsked] = useState<Asked>(null)
  const anchors = chosen.flatMap(l => (l.anchor === null ? [] : [l.anchor])).slice(0, MOST)
  const send = (decisions: readonly NewDecision[], reason: string | null, done: string): void => {
    setAsked(null)
    decide.mutate({ decisions, reason }, { onSuccess: made => { onDone(); say(done, { title: 'Undo', does: () => { decide.mutate({ decisions: made.map(d => ({ kind: 'undo', decision: d.id })) }, { onSuccess: () => { say('Undone.') }, onError: sayFailure }) } }) }, onError: sayFailure })
  }
  const ask = (what: Asked) => (): void => { setAsked(what) }
  const accept = (): void => { send(anchors.map(event => ({ kind: 'accept', event })), null, `${anchors.length} accepted.`) }
  const copy = (): void => { navigator.clipboard.writeText(tsvOf(chosen, columns)).then(() => { say(`${chosen.length} lines copied; paste them into a spreadsheet.`) }, sayFailure) }
  useKeys(may ? { accept, reject: ask('reject'), flag: ask('flag'), ...anchors.length > 1 ? { same: ask('merge') } : {} } : {})
  return (
    <div className="line no-print" role="group" aria-label="Selected incidents">
      <b>{chosen.length} selected</b>
      <button type="button" className="button small" onClick={copy}>Copy lines</button>
      {may && <>
        <button type="button" className="button small" onClick={accept}>Accept<KeyHint id="accept" /></button>
        <button type="button" className="button small" onClick={ask('reject')}>Reject…<KeyHint id="reject" /></button>
        <button type="button" className="button small" onClick={ask('flag')}>Flag…<KeyHint id="flag" /></button>
        <button type="button" className="button small" disabled={anchors.length < 2} onClick={ask('merge')}>Merge…<KeyHint id="same" /></button>
      </>}
      <button type="button" className="button plain small" onClick={onDone}>Give up selection</button>
      <Reason asked={asked} count={anchors.length} onClose={ask(null)} onGive={reason => {
        if (asked === 'reject') send(anchors.map(event => ({ kind: 'reject', event })), reason, `${anchors.length} rejected.`)
        if (asked === 'flag') send(anchors.map(event => ({ kind: 'flag', event, text: reason })), null, `${anchors.length} flagged.`)
        if (asked === 'merge') send(anchors.slice(1).map(b => ({ kind: 'merge', a: anchors[0], b })), reason, `${anchors.length} merged into one.`)
      }} />
    </div>
  )
}

const WORDS = {
  reject: ['Reject', 'They are no events, or not of this dataset. They leave it; the reports stay.'],
  flag: ['Flag', 'Others see the flag and your words with each of them.'],
  merge: ['Merge', 'They tell of one occurrence. What each claims stays side by side in the one incident.'],
} as const

function Reason({ asked, count, onClose, onGive }: { readonly asked: Asked; readonly count: number; readonly onClose: () => void; readonly onGive: (reason: string) => void }): ReactNode {
  const [reason, setReason] = useState('')
  if (asked === null) return null
  const [word, about] = WORDS[asked]
  return (
    <Dialog open onClose={onClose} title={`${word} ${count} incident${count === 1 ? '' : 's'}`} about={about} footer={<button type="submit" form="reason" className="button primary" disabled={reason.trim() === ''}>{word}</button>}>
      <form id="reason" onSubmit={event => { event.preventDefault(); onGive(reason.trim()); setReason('') }}>
        <label className="field"><span>{asked === 'flag' ? 'What about them?' : 'Why?'}</span><textarea className="input" required maxLength={10_000} value={reason} onChange={event => { setReason(event.target.value) }} /></label>
      </form>
    </Dialog>
  )
}
