/** Try it, as a view of the desk: the engine's worker and its tables come from this server, and nothing goes back. */
import type { ReactNode } from 'react'
import { deskCoder } from '../../engine/desk-coder.ts'
import { TryIt } from '../../reading/try-it.tsx'

export default function TryPage(): ReactNode {
  return <div className="page"><TryIt open={deskCoder} /></div>
}
