/** A flag or a comment: words that stay with the event. */
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { Dialog } from '../../ui/dialog.tsx'

interface RemarkProps { readonly kind: 'flag' | 'comment'; /** Whether it is made on a task. */ readonly task?: boolean; readonly onGive: (text: string) => void; readonly onClose: () => void }

export function RemarkDialog({ kind, task = false, onGive, onClose }: RemarkProps): ReactNode {
  const [text, setText] = useState(''), form = useId(), word = kind === 'flag' ? 'Flag' : 'Comment'
  const submit = (event: FormEvent): void => { event.preventDefault(); if (text.trim() !== '') onGive(text.trim()) }
  return (
    <Dialog open onClose={onClose} title={word} about={`Others see ${kind === 'flag' ? 'the flag and your words' : 'your words'} with the incident.${task ? ' The task stays.' : ''}`} footer={<button type="submit" form={form} className="button primary" disabled={text.trim() === ''}>{word}</button>}>
      <form id={form} onSubmit={submit}><label className="field"><span>{kind === 'flag' ? 'What about it?' : 'Your words'}</span><textarea className="input" maxLength={10_000} value={text} onChange={event => { setText(event.target.value) }} /></label></form>
    </Dialog>
  )
}
