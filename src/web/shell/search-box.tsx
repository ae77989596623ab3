/** The search of the bar: words in the reports that tell of incidents; `/` goes there. */
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { useAddress } from '../router/use-search.ts'

export function SearchBox(): ReactNode {
  const box = useRef<HTMLInputElement>(null), navigate = useNavigate(), [search] = useAddress(), [words, setWords] = useState(search['text'] ?? '')
  useEffect(() => { setWords(search['text'] ?? '') }, [search])
  useKeys({ search: () => { box.current?.focus(); box.current?.select() } })
  return (
    <form role="search" onSubmit={event => { event.preventDefault(); void navigate({ to: '/table', search: (words.trim() === '' ? {} : { text: words.trim() }) as never }); box.current?.blur() }}>
      <input ref={box} className="input" type="search" aria-label="Search words in reports" placeholder="Words in reports" value={words} onChange={event => { setWords(event.target.value) }} onKeyDown={event => { if (event.key === 'Escape') box.current?.blur() }} />
      {words === '' && <kbd className="kbd" aria-hidden="true">/</kbd>}
    </form>
  )
}
