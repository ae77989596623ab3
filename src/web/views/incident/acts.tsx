/** What a person does with an incident: accept, reject, choose, edit, merge, split, link, flag, comment; each can be undone. */
import { useState, type ReactNode } from 'react'
import type { FieldReading, FieldValue, Incident } from '../../../core/model/index.ts'
import type { NewDecision } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { ValueDialog } from '../../correct/value-form.tsx'
import { useKeys } from '../../keys/use-keys.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { say } from '../../ui/toasts.tsx'
import { choosing, type Row } from './matrix.ts'
import { OtherDialog } from './other.tsx'
import { FIELD_TITLES } from './said.ts'
import { SplitDialog } from './split.tsx'
import { useDeciding } from './deciding.ts'

/** The value that holds: a person's, else the one that was chosen. */
const bestOf = ({ corrected, chosen, values }: FieldReading): FieldValue | null => corrected ?? (chosen === null ? null : values[chosen]?.value ?? null)

type Asked = 'reject' | 'flag' | 'comment' | 'edit' | 'merge' | 'split' | 'link' | null
const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

export function Acts({ incident, row }: { readonly incident: Incident; readonly row: Row | undefined }): ReactNode {
  const may = useMay('coder'), { send, busy } = useDeciding(incident), [asked, setAsked] = useState<Asked>(null), anchor = incident.members[0], reading = row?.reading, title = reading === undefined ? '' : FIELD_TITLES[reading.field]
  const ask = (what: Asked) => (): void => { setAsked(what) }, close = ask(null)
  const give = (decisions: readonly NewDecision[], reason: string | null, done: string): void => { setAsked(null); send(decisions, reason, done) }
  const each = (kind: 'accept' | 'reject'): readonly NewDecision[] => incident.members.map(event => ({ kind, event }))
  const choose = (n: number) => (): void => { const chosen = reading === undefined ? null : choosing(reading, n - 1); if (chosen === null) say(`${title} has no value ${n}.`); else give([chosen], null, `${title}: value ${n} chosen.`) }
  const accept = (): void => { give(each('accept'), null, 'Accepted.') }
  useKeys(may ? { accept, reject: ask('reject'), flag: ask('flag'), comment: ask('comment'), edit: ask('edit'), same: ask('merge'), different: ask('split'), link: ask('link'), ...Object.fromEntries(NUMBERS.map(n => [`choose-${n}`, choose(n)])) } : {})
  if (!may || anchor === undefined) return null
  return (
    <div className="acts no-print" role="group" aria-label="Decide">
      <button type="button" className="button primary small" disabled={busy} onClick={accept}>Accept<KeyHint id="accept" /></button>
      <button type="button" className="button small" disabled={busy} onClick={ask('reject')}>Reject…<KeyHint id="reject" /></button>
      {reading !== undefined && <button type="button" className="button small" disabled={busy} onClick={ask('edit')}>Edit “{title}”…<KeyHint id="edit" /></button>}
      <button type="button" className="button small" disabled={busy} onClick={ask('merge')}>Merge…<KeyHint id="same" /></button>
      <button type="button" className="button small" disabled={busy || incident.members.length < 2} onClick={ask('split')}>Split…<KeyHint id="different" /></button>
      <button type="button" className="button small" disabled={busy} onClick={ask('link')}>Link…<KeyHint id="link" /></button>
      <button type="button" className="button small" disabled={busy} onClick={ask('flag')}>Flag…<KeyHint id="flag" /></button>
      <button type="button" className="button small" disabled={busy} onClick={ask('comment')}>Comment…<KeyHint id="comment" /></button>
      {asked === 'reject' && <Words title="Reject the incident" about="It is no event, or not of this dataset. It leaves the dataset; the reports stay." word="Reject" label="Why?" onClose={close} onGive={reason => { give(each('reject'), reason, 'Rejected.') }} />}
      {asked === 'flag' && <Words title="Flag" about="Others see the flag and your words with the incident." word="Flag" label="What about it?" onClose={close} onGive={text => { give([{ kind: 'flag', event: anchor, text }], null, 'Flagged.') }} />}
      {asked === 'comment' && <Words title="Comment" about="Others see it with the incident." word="Comment" label="Your words" onClose={close} onGive={text => { give([{ kind: 'comment', event: anchor, text }], null, 'Commented.') }} />}
      {asked === 'edit' && reading !== undefined && <ValueDialog field={reading.field} type={incident.type} before={bestOf(reading)} evidence={[]} onClose={close} onGive={({ value, reason }) => { give([{ kind: 'correct', event: anchor, field: reading.field, value }], reason, `${title} corrected.`) }} />}
      {asked === 'split' && <SplitDialog incident={incident} onClose={close} onGive={give} />}
      {(asked === 'merge' || asked === 'link') && <OtherDialog incident={incident} what={asked} onClose={close} onGive={give} />}
    </div>
  )
}

interface WordsProps { readonly title: string; readonly about: string; readonly word: string; readonly label: string; readonly onClose: () => void; readonly onGive: (text: string) => void }

function Words({ title, about, word, label, onClose, onGive }: WordsProps): ReactNode {
  const [text, setText] = useState('')
  return (
    <Dialog open onClose={onClose} title={title} about={about} footer={<button type="submit" form="words" className="button primary" disabled={text.trim() === ''}>{word}</button>}>
      <form id="words" onSubmit={event => { event.preventDefault(); onGive(text.trim()) }}><label className="field"><span>{label}</span><textarea className="input" required maxLength={10_000} value={text} onChange={event => { setText(event.target.value) }} /></label></form>
    </Dialog>
  )
}
