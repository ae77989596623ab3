/** The state of a view stands in its address; these hooks read and change it. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Search } from '../filters/search.ts'

export type ChangeSearch = (next: Search | ((search: Search) => Search), how?: { readonly replace?: boolean }) => void

/** The address's parameters, and how to change them; `replace` for what is no step to go back to. */
export function useAddress(): readonly [Search, ChangeSearch] {
  const search = useSearch({ strict: false }) as Search, navigate = useNavigate()
  const change = useCallback<ChangeSearch>((next, { replace = false } = {}) => {
    void navigate({ to: '.', search: ((before: Search) => (typeof next === 'function' ? next(before) : next)) as never, replace })
  }, [navigate])
  return [search, change]
}

/** A part of the path, as `$id`. */
export const usePathPart = (name: string): string => (useParams({ strict: false }) as Readonly<Record<string, string | undefined>>)[name] ?? ''
