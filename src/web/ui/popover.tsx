/** A small panel under a button; a click outside or Escape closes it. */
import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export const Popover = ({ button, title, children }: { readonly button: ReactNode; readonly title: string; readonly children: ReactNode }): ReactNode => (
  <Radix.Root>
    <Radix.Trigger asChild><button type="button" className="button small">{button}</button></Radix.Trigger>
    <Radix.Portal><Radix.Content className="popover" align="end" sideOffset={4} collisionPadding={8} aria-label={title}>{children}</Radix.Content></Radix.Portal>
  </Radix.Root>
)
