/** What stands where there is nothing yet, nothing at all, or a failure. */
import type { ReactNode } from 'react'
import { asFailure } from '../api/failure.ts'
import { Told } from './text.tsx'

/** An empty place that says what would stand there and how it gets there. */
export const EmptyState = ({ title, children, actions }: { readonly title: string; readonly children: ReactNode; readonly actions?: ReactNode }): ReactNode => (
  <section className="empty"><h2>{title}</h2><div>{children}</div>{actions !== undefined && <div className="row">{actions}</div>}</section>
)

/** Lines that hold the place of what is loading; give them the height of what comes. */
export const Bones = ({ lines = 3, label = 'Loading' }: { readonly lines?: number; readonly label?: string }): ReactNode => (
  <div role="status" aria-label={label} className="bones">{Array.from({ length: lines }, (_, i) => <span key={i} className="bone" style={{ width: `${[92, 78, 85, 64, 88][i % 5]}%`, marginBlockEnd: '.6em' }} />)}</div>
)

const REMEDIES: Readonly<Record<string, string>> = {
  'token-missing': 'Sign in first (at the foot of the list of views).', 'token-invalid': 'Sign in again (at the foot of the list of views).', 'role-too-low': 'Ask whoever looks after the store for another role.',
  'unreachable': 'Start `casus serve` again and try once more.', 'internal': 'The log of the server says more.',
}

/** A failure in the words of the interface, with its code and a way on. */
export function ErrorNotice({ thrown, again }: { readonly thrown: unknown; readonly again?: () => void }): ReactNode {
  const { code, message, field } = asFailure(thrown)
  return (
    <div role="alert" className="notice bad">
      <div>
        <p><Told text={message} /></p>
        <p className="quiet"><Told text={REMEDIES[code] ?? ''} /> <code>{code}{field === null ? '' : ` · ${field}`}</code></p>
      </div>
      {again !== undefined && <button type="button" className="button small" onClick={again}>Try again</button>}
    </div>
  )
}
