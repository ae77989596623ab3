/** Dialogs: focus goes in, stays in, and comes back; Escape closes. */
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

/** Focus goes to the first thing to fill in (`data-first` names another), else to the first control. */
function focusFirst(event: Event): void {
  const box = event.currentTarget
  if (!(box instanceof HTMLElement)) return
  const first = box.querySelector<HTMLElement>('[data-first]') ?? box.querySelector<HTMLElement>('.body :is(input:not([type=checkbox]), textarea, select):not(:disabled)')
  if (first === null) return
  event.preventDefault()
  first.focus()
}

interface DialogProps { readonly open: boolean; readonly onClose: () => void; readonly title: string; readonly about?: string; readonly wide?: boolean; readonly footer?: ReactNode; readonly children: ReactNode }

export function Dialog({ open, onClose, title, about, wide = false, footer, children }: DialogProps): ReactNode {
  return (
    <Radix.Root open={open} onOpenChange={next => { if (!next) onClose() }}>
      <Radix.Portal>
        {/* Radix's own overlay writes a style element, which the page's policy forbids. */}
        <div className="veil" />
        <Radix.Content className={`dialog ${wide ? 'wide' : ''}`} onOpenAutoFocus={focusFirst} {...about === undefined ? { 'aria-describedby': undefined } : {}}>
          <header><Radix.Title asChild><h2>{title}</h2></Radix.Title><Radix.Close asChild><button type="button" className="button plain square small" aria-label="Close">✕</button></Radix.Close></header>
          <div className="body">
            {about !== undefined && <Radix.Description>{about}</Radix.Description>}
            {children}
          </div>
          {footer !== undefined && <footer>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
