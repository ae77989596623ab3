/** A dialog in which a person codes an event that the machine missed, resting on chosen words of the report. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useId, useState, type FormEvent, type ReactNode } from 'react'
import type { Analysis, IncidentField, Span } from '../../core/model/index.ts'
import { analysisQuery } from '../api/queries.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Said } from '../ui/text.tsx'
import { FIELD_KINDS, FIELD_NAMES, type DraftValue } from './drafts.ts'
import { codedFrom, eventDraft, FIRST_FIELDS, REST_FIELDS, type GivenEvent } from './event-draft.ts'
import { PlacePick } from './place-pick.tsx'
import { Inputs } from './value-form.tsx'

interface EventDialogProps {
  readonly report: { readonly id: string; readonly text: string; readonly published: string | null }
  /** The words that tell of it. */
  readonly words: Span
  /** What the machine thought it was; null where it thought nothing. */
  readonly type: string | null
  readonly onGive: (given: GivenEvent) => void
  readonly onClose: () => void
}

export function EventDialog({ report, words, type, onGive, onClose }: EventDialogProps): ReactNode {
  const [draft, setDraft] = useState(() => eventDraft(type)), [reason, setReason] = useState(''), [wrong, setWrong] = useState<string | null>(null), form = useId(), names = namesIn(useQuery(analysisQuery(report.id)).data)
  // The first field to fill has the focus before the dialog looks for one.
  const opened = useCallback((element: HTMLFormElement | null): void => { element?.querySelector<HTMLElement>(type === null ? 'select' : 'input')?.focus() }, [type])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = codedFrom(draft, words, report.text)
    if ('wrong' in read) setWrong(read.wrong)
    else onGive({ coded: read.coded, reason: reason.trim() || null })
  }
  const set = (field: IncidentField, value: DraftValue): void => { setWrong(null); setDraft({ ...draft, [field]: value }) }
  const part = (field: (typeof FIRST_FIELDS)[number] | (typeof REST_FIELDS)[number]): ReactNode => {
    if (field === 'place') return <PlacePick key={field} draft={draft.place} names={`${form}-places`} onChange={value => { set('place', value) }} />
    const inputs = <Inputs key={field} field={field} type={draft.type['value'] ?? null} draft={draft[field]} names={FIELD_KINDS[field] === 'sides' ? `${form}-sides` : undefined} hint={field === 'date' ? report.published?.slice(0, 10) : undefined} onChange={value => { set(field, value) }} />
    return FIELD_KINDS[field] === 'quantity' ? <fieldset key={field} className="figures"><legend>{FIELD_NAMES[field]}</legend>{inputs}</fieldset> : inputs
  }
  return (
    <Dialog open wide onClose={onClose} title="Add an event" about="It enters incidents like any other, marked as added by you, and stays when a new engine reads the report. Leave empty what the report does not say." footer={<><button type="button" className="button plain" onClick={onClose}>Cancel</button><button type="submit" form={form} className="button primary">Add</button></>}>
      <form id={form} ref={opened} className="value-form event-form" onSubmit={submit}>
        <p className="resting">Resting on: <q><Said text={words.exact} longest={240} /></q></p>
        {FIRST_FIELDS.map(part)}
        <details><summary>Status, attackers, held, weapons</summary><div className="value-form">{REST_FIELDS.map(part)}</div></details>
        <label className="field"><span>Why? (others will read it)</span><input className="input" value={reason} maxLength={10_000} onChange={event => { setReason(event.target.value) }} /></label>
        {wrong === null ? null : <p role="alert" className="wrong">{wrong}</p>}
        {(['sides', 'places'] as const).map(kind => <datalist key={kind} id={`${form}-${kind}`}>{names[kind].map(name => <option key={name} value={name} />)}</datalist>)}
      </form>
    </Dialog>
  )
}

/** Names that the report's other events have, to be offered. */
function namesIn(analysis: Analysis | undefined): { readonly sides: readonly string[]; readonly places: readonly string[] } {
  const events = analysis?.events ?? [], short = (names: readonly string[]): readonly string[] => [...new Set(names)].filter(name => name.length < 80).slice(0, 40)
  return { sides: short(events.flatMap(e => [...e.actors, ...e.recipients].map(p => p.name))), places: short(events.flatMap(e => e.places.map(p => p.name))) }
}
