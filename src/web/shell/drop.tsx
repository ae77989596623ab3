/** Files dropped anywhere on the desk are taken in. */
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useMay } from '../api/session.ts'
import { filesOf } from '../intake/dropped.ts'
import { sendFiles } from '../intake/sending.ts'
import { say, sayFailure } from '../ui/toasts.tsx'

/** The whole page as a target; shown only while something that holds files is dragged over it. */
export function DropAnywhere(): ReactNode {
  const over = useDrop()
  return over ? <div className="drop no-print" aria-hidden="true"><p><b>Drop to take in</b><span>Reports as text, pages, tables, archives, lists of feeds</span></p></div> : null
}

function useDrop(): boolean {
  const [over, setOver] = useState(false), depth = useRef(0), take = useTaking()
  useEffect(() => {
    const listen = new AbortController(), on = <K extends keyof WindowEventMap>(name: K, does: (event: WindowEventMap[K]) => void): void => { window.addEventListener(name, event => { if (holdsFiles(event as DragEvent)) { event.preventDefault(); does(event) } }, { signal: listen.signal }) }
    const step = (by: number): void => { depth.current = Math.max(0, depth.current + by); setOver(depth.current > 0) }
    on('dragenter', () => { step(1) })
    on('dragleave', () => { step(-1) })
    on('dragover', event => { if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy' })
    on('drop', event => { depth.current = 0; setOver(false); if (event.dataTransfer !== null) take(event.dataTransfer) })
    return () => { listen.abort() }
  }, [take])
  return over
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true

function useTaking(): (transfer: DataTransfer) => void {
  const may = useMay('coder'), navigate = useNavigate()
  return useCallback(transfer => {
    if (!may) { say('Sign in as a coder to take files in.'); return }
    filesOf(transfer).then(files => { if (files.length > 0) { sendFiles(files); void navigate({ to: '/sources' }) } }).catch(sayFailure)
  }, [may, navigate])
}
