/** Signing in and out; without a session the desk reads and says how to decide. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { sessionQuery, signIn, signOut, useSession } from '../api/session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/states.tsx'
import { sayFailure } from '../ui/toasts.tsx'

/** The button at the foot of the list of views. */
export function SignIn(): ReactNode {
  const session = useSession(), [open, setOpen] = useState(false), queries = useQueryClient()
  if (session === null) return <><button type="button" className="button plain small" onClick={() => { setOpen(true) }} aria-label="Sign in"><b aria-hidden="true">→</b><span>Sign in</span></button><TokenDialog open={open} onClose={() => { setOpen(false) }} /></>
  const out = (): void => { void signOut().then(() => queries.invalidateQueries()).catch(sayFailure) }
  return <button type="button" className="button plain small" onClick={out} title={`${session.user} · ${session.role}: sign out`}><b aria-hidden="true">{session.user.slice(0, 1).toUpperCase()}</b><span>{session.user} · {session.role}</span><span className="sr">: sign out</span></button>
}

/** One line over the view for someone who only reads. */
export function ReadingOnly(): ReactNode {
  const { data: session, isSuccess } = useQuery(sessionQuery), [open, setOpen] = useState(false), [closed, setClosed] = useState(false)
  if (!isSuccess || session !== null || closed) return null
  return (
    <div className="line no-print">
      <span>You are reading. To decide and review, start with <code>casus serve --open</code> or <button type="button" className="button small" onClick={() => { setOpen(true) }}>sign in with a token</button></span>
      <button type="button" className="button plain small" onClick={() => { setClosed(true) }} aria-label="Hide this line">✕</button>
      <TokenDialog open={open} onClose={() => { setOpen(false) }} />
    </div>
  )
}

function TokenDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const queries = useQueryClient(), [token, setToken] = useState(''), [failure, setFailure] = useState<unknown>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    signIn({ token: token.trim() }).then(async () => { setToken(''); onClose(); await queries.invalidateQueries() }).catch(setFailure)
  }
  return (
    <Dialog open={open} onClose={onClose} title="Sign in" about="Paste a token. Whoever looks after the store makes one with: casus token NAME. It is kept in a cookie that no page's script can read." footer={<button type="submit" form="token" className="button primary" disabled={token.trim() === ''}>Sign in</button>}>
      <form id="token" onSubmit={submit}>
        <label className="field"><span>Token</span><input className="input" type="password" autoComplete="off" value={token} onChange={event => { setToken(event.target.value) }} /></label>
      </form>
      {failure !== null && <ErrorNotice thrown={failure} />}
    </Dialog>
  )
}
