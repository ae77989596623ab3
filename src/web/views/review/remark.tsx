/** A flag or a comment: words that stay with the event. */
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { Dialog } from '../../ui/dialog.tsx'

interface RemarkProps { readonly kind: 'flag' | 'comment'; readonly onGive: (text: string) => void; readonly onClose: () => void }

export function RemarkDialog({ kind, onGive, onClose }: RemarkProps): ReactNode {
  const [text, setText] = useState(''), form = useId(), word = kind === 'flag' ? 'Flag' : 'Comment'
  const submit = (event: FormEvent): void => { event.preventDefault(); if (text.trim() !== '') onGive(text.trim()) }
  return (
    <Dialog open onClose={onClose} title={word} about={kind === 'flag' ? 'Others see the flag and your words with the incident. The task stays.' : 'Others see your words with the incident. The task stays.'} footer={<button type="submit" form={form} className="button primary" disabled={text.trim() === ''}>{word}</button>}>
      <form id={form} onSubmit={submit}><label className="field"><span>{kind === 'flag' ? 'What about it?' : 'Your words'}</span><textarea className="input" maxLength={10_000} value={text} onChange={event => { setText(event.target.value) }} /></label></form>
    </Dialog>
  )
}
