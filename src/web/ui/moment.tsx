/** Moments as people read them: how long ago, the exact moment at hand. */
import { useEffect, useState, type ReactNode } from 'react'
import { sayAgo } from '../text/ago.ts'

/** How long ago `at` was; said anew twice a minute. */
export const Ago = ({ at }: { readonly at: string }): ReactNode => <time dateTime={at} title={at}>{sayAgo(at, useNow())}</time>

function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => { const timer = setInterval(() => { setNow(Date.now()) }, 30_000); return () => { clearInterval(timer) } }, [])
  return now
}
