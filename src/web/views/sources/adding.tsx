/** Adding: a feed by its address, or files. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { askNow, putSource } from '../../api/intake.ts'
import { useMay } from '../../api/session.ts'
import { ENDS } from '../../intake/kinds.ts'
import { sendFiles } from '../../intake/sending.ts'
import { ErrorNotice } from '../../ui/states.tsx'
import { say, sayFailure } from '../../ui/toasts.tsx'
import { sayFollowed } from './words.ts'

/** `several`: there are feeds that could be asked. */
export function Adding({ several }: { readonly several: boolean }): ReactNode {
  const editor = useMay('editor'), coder = useMay('coder'), [address, setAddress] = useState(''), add = useAdding()
  const submit = (event: FormEvent): void => { event.preventDefault(); add.mutate(whole(address), { onSuccess: () => { setAddress('') } }) }
  return (
    <div className="adding">
      <form onSubmit={submit}>
        <label className="field"><span>Address of a feed, or of a list of feeds</span><input className="input" inputMode="url" autoComplete="off" spellCheck={false} placeholder="https://news.example/feed.xml" value={address} disabled={!editor} onChange={event => { setAddress(event.target.value) }} /></label>
        <button type="submit" className="button primary" disabled={!editor || add.isPending || address.trim() === ''}>{add.isPending ? 'Asking…' : 'Add feed'}</button>
      </form>
      <div className="row"><FilesButton />{several && <AskAll disabled={!coder} />}</div>
      {coder && <p className="quiet">Files and folders can also be dropped anywhere on the desk.</p>}
      {!editor && <p className="quiet">{coder ? 'Editors add and remove feeds; you may send files and ask feeds.' : 'Sign in as a coder to send files, as an editor to add feeds.'}</p>}
      {add.error !== null && <ErrorNotice thrown={add.error} />}
    </div>
  )
}

/** People leave the scheme out. */
const whole = (address: string): string => (/^[a-z][\w+.-]*:\/\//i.test(address.trim()) ? address.trim() : `https://${address.trim()}`)

/** Adds a feed and asks it at once, so that what is wrong with it is seen at once. */
function useAdding() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (address: string) => { await putSource({ address, enabled: true }); return await askNow(address) },
    onSuccess: followed => { say(sayFollowed(followed)) },
    onSettled: () => Promise.all([['sources'], ['work'], ['intake']].map(queryKey => queries.invalidateQueries({ queryKey }))),
  })
}

export function FilesButton({ primary = false }: { readonly primary?: boolean }): ReactNode {
  const input = useRef<HTMLInputElement>(null), may = useMay('coder')
  return (
    <>
      <input ref={input} type="file" multiple hidden accept={ENDS} onChange={event => { sendFiles([...event.target.files ?? []]); event.target.value = '' }} />
      <button type="button" className={`button ${primary ? 'primary' : ''}`} disabled={!may} onClick={() => { input.current?.click() }}>Choose files…</button>
    </>
  )
}

function AskAll({ disabled }: { readonly disabled: boolean }): ReactNode {
  const ask = useMutation({ mutationFn: () => askNow(null), onSuccess: ({ added }) => { say(`Asking ${added} ${added === 1 ? 'feed' : 'feeds'} in the background.`) }, onError: sayFailure })
  return <button type="button" className="button" disabled={disabled || ask.isPending} onClick={() => { ask.mutate() }}>Ask all feeds now</button>
}
