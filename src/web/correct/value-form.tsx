/** A dialog in which a person gives the value of one field, with the words it rests on and a reason. */
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import type { FieldValue, IncidentField, Span } from '../../core/model/index.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Said } from '../ui/text.tsx'
import { choicesOf, draftOf, FIELD_KINDS, FIELD_NAMES, PRECISIONS, readDraft, type DraftValue } from './drafts.ts'

export interface Given { readonly value: FieldValue | null; readonly evidence: readonly Span[]; readonly reason: string | null }

interface ValueDialogProps {
  readonly field: IncidentField
  /** Type of the event, which decides its modes. */
  readonly type: string | null
  readonly before: FieldValue | null
  /** What the form holds at first where it is not `before`, as words chosen in a text suggest. */
  readonly suggested?: DraftValue
  readonly evidence: readonly Span[]
  readonly onGive: (given: Given) => void
  readonly onClose: () => void
}

export function ValueDialog({ field, type, before, suggested, evidence, onGive, onClose }: ValueDialogProps): ReactNode {
  const [draft, setDraft] = useState<DraftValue>(suggested ?? draftOf(field, before)), [reason, setReason] = useState(''), [wrong, setWrong] = useState<string | null>(null), form = useId()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readDraft(field, draft, before, evidence)
    if ('wrong' in read) setWrong(read.wrong)
    else onGive({ value: read.value, evidence, reason: reason.trim() || null })
  }
  return (
    <Dialog open onClose={onClose} title={`Correct “${FIELD_NAMES[field]}”`} about="Your value stands above what reports say; theirs stay to be seen beside it. An empty one says that nothing is known." footer={<><button type="button" className="button plain" onClick={onClose}>Cancel</button><button type="submit" form={form} className="button primary">Correct</button></>}>
      <form id={form} className="value-form" onSubmit={submit}>
        <Inputs field={field} type={type} draft={draft} onChange={next => { setWrong(null); setDraft(next) }} />
        {evidence.length === 0 ? null : <p className="quiet">Resting on: {evidence.map(span => <q key={span.start}><Said text={span.exact} longest={160} /></q>)}</p>}
        <label className="field"><span>Why? (others will read it)</span><input className="input" value={reason} maxLength={10_000} onChange={event => { setReason(event.target.value) }} /></label>
        {wrong === null ? null : <p role="alert" className="wrong">{wrong}</p>}
      </form>
    </Dialog>
  )
}

interface InputsProps { readonly field: IncidentField; readonly type: string | null; readonly draft: DraftValue; /** Id of a list of names to offer. */ readonly names?: string | undefined; readonly hint?: string | undefined; readonly onChange: (draft: DraftValue) => void }

/** The inputs of a field's form. */
export function Inputs({ field, type, draft, names, hint = '2024-03-15 or 2024-03-15/2024-03-17', onChange }: InputsProps): ReactNode {
  const kind = FIELD_KINDS[field], choices = choicesOf(field, type)
  const line = (name: string, title: string, shape = ''): ReactNode => <label className="field"><span>{title}</span><input className="input" dir="auto" list={names} value={draft[name] ?? ''} placeholder={shape} onChange={event => { onChange({ ...draft, [name]: event.target.value }) }} /></label>
  const list = (name: string, title: string, of: readonly string[]): ReactNode => <label className="field"><span>{title}</span><select className="input" value={draft[name] ?? ''} onChange={event => { onChange({ ...draft, [name]: event.target.value }) }}>{(of.includes(draft[name] ?? '') ? of : [draft[name] ?? '', ...of]).map(choice => <option key={choice} value={choice}>{choice === '' ? '–' : choice.toLowerCase()}</option>)}</select></label>
  if (choices !== null) return list('value', FIELD_NAMES[field], choices)
  if (kind === 'quantity') return <div className="row">{line('min', 'At least')}{line('max', 'At most', 'open')}{line('of', 'Of whom or what', 'civilians')}</div>
  if (kind === 'place') return <><div className="row">{line('name', 'Name')}{line('admin1', 'Province')}{line('country', 'Country', 'NG')}</div><div className="row">{list('precision', 'Exact to', PRECISIONS)}{line('latitude', 'Latitude')}{line('longitude', 'Longitude')}{line('gazetteer', 'Gazetteer id', 'geonames:2335204')}</div></>
  if (kind === 'date') return line('value', 'Day, span of days or month', hint)
  return line('value', `${FIELD_NAMES[field]} (several with a semicolon between)`)
}
