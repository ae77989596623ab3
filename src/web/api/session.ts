/** Who works at the desk: signed in by the code that `casus serve --open` gives, or by a token; kept in a cookie that no script can read. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { askAddress, setCsrf } from './client.ts'
import type { components } from './schema.ts'

export interface Session { readonly user: string; readonly role: 'reader' | 'coder' | 'editor' | 'admin'; readonly csrf: string }
type Answer = components['schemas']['Session']

const ROLES = ['reader', 'coder', 'editor', 'admin'] as const

/** The session, or null for someone who only reads. */
export const sessionQuery = queryOptions({
  queryKey: ['session'], staleTime: Infinity, retry: false,
  queryFn: async (): Promise<Session | null> => {
    const { user, role, csrf } = await askAddress<Answer>('/session')
    const known = user === null || role === null || csrf === null ? null : { user, role, csrf }
    setCsrf(known?.csrf ?? null)
    return known
  },
})

export const useSession = (): Session | null => useQuery(sessionQuery).data ?? null

/** Whether who is signed in may do what needs a role. */
export const useMay = (role: Session['role']): boolean => {
  const session = useSession()
  return session !== null && ROLES.indexOf(session.role) >= ROLES.indexOf(role)
}

/** Signs in by a code of one use or by a token. Throws ApiFailure. */
export const signIn = (by: { readonly code: string } | { readonly token: string }): Promise<unknown> => askAddress('/session', {}, { method: 'POST', body: JSON.stringify(by) })

export const signOut = (): Promise<unknown> => askAddress('/session', {}, { method: 'DELETE' })

/** Uses the code in the address's hash once and takes it away, before anything is asked. */
export async function signInFromHash(): Promise<void> {
  const code = /^#code=([\w.~-]{1,200})$/.exec(location.hash)?.[1]
  if (code === undefined) return
  history.replaceState(history.state, '', location.pathname + location.search)
  await signIn({ code }).catch(() => undefined)
}
