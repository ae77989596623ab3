/** Giving a field a value of one's own. */
import { useState, type ReactNode } from 'react'
import type { EventRef, FieldReading } from '../../../core/model/index.ts'
import type { NewDecision } from '../../api/queries.ts'
import { plain } from '../../filters/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FIELD_TITLES } from './said.ts'
import { formOf, INPUTS, valueFrom, type Form, type Input } from './value.ts'

interface EditProps { readonly reading: FieldReading; readonly anchor: EventRef; readonly onClose: () => void; readonly onGive: (decisions: readonly NewDecision[], reason: string | null, done: string) => void }

export function EditDialog({ reading, anchor, onClose, onGive }: EditProps): ReactNode {
  const { field, corrected, chosen, values } = reading, before = corrected ?? (chosen === null ? null : values[chosen]?.value) ?? null
  const [form, setForm] = useState<Form>(formOf(field, before)), [reason, setReason] = useState(''), [wrong, setWrong] = useState<string | null>(null), title = FIELD_TITLES[field]
  const submit = (): void => {
    const read = valueFrom(field, form, before)
    if ('wrong' in read) setWrong(read.wrong)
    else onGive([{ kind: 'correct', event: anchor, field, value: read.value }], reason.trim() || null, `${title} corrected.`)
  }
  return (
    <Dialog open onClose={onClose} title={`Correct “${title}”`} about="Your value stands above what reports say; theirs stay to be seen beside it." footer={<button type="submit" form="edit" className="button primary">Correct</button>}>
      <form id="edit" className="edit" noValidate onSubmit={event => { event.preventDefault(); submit() }}>
        {INPUTS[field].map(input => <label key={input.name} className="field"><span>{input.title}</span><One input={input} value={form[input.name] ?? ''} onChange={value => { setForm({ ...form, [input.name]: value }); setWrong(null) }} /></label>)}
        {wrong !== null && <p role="alert" className="wrong">{wrong}</p>}
        <label className="field whole"><span>Why? (others will read it)</span><textarea className="input" maxLength={10_000} value={reason} onChange={event => { setReason(event.target.value) }} /></label>
      </form>
    </Dialog>
  )
}

function One({ input: { kind, choices = [] }, value, onChange }: { readonly input: Input; readonly value: string; readonly onChange: (value: string) => void }): ReactNode {
  if (kind === 'choice') return <select className="input" value={value} onChange={event => { onChange(event.target.value) }}>{!choices.includes(value) && <option value={value}>{value}</option>}{choices.map(c => <option key={c} value={c}>{plain(c)}</option>)}</select>
  if (kind === 'lines') return <textarea className="input" dir="auto" value={value} onChange={event => { onChange(event.target.value) }} />
  return <input className="input" dir="auto" type={kind} step="any" value={value} onChange={event => { onChange(event.target.value) }} />
}
