/** Sources: what is followed and how it fares, files that were sent, and how the coding goes. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { reportCounts, sourcesQuery } from '../../api/intake.ts'
import { useSent } from '../../intake/sending.ts'
import { Bones, EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { Adding, FilesButton } from './adding.tsx'
import { Aside } from './aside.tsx'
import { Kinds } from './kinds.tsx'
import { SentFiles } from './sent.tsx'
import { SourceList } from './source-list.tsx'
import './sources.css'
import { WorkLine } from './work-line.tsx'

export default function SourcesPage(): ReactNode {
  const { data: sources, error, refetch } = useQuery(sourcesQuery), { data: reports } = useQuery(reportCounts), sent = useSent()
  const nothing = sources?.length === 0 && reports?.total === 0 && sent.length === 0
  return (
    <div className="page sources">
      <Adding several={(sources?.filter(s => s.enabled && s.kind === 'feed').length ?? 0) > 0} />
      {nothing ? <Welcome /> : <WorkLine />}
      <SentFiles />
      {error !== null && <ErrorNotice thrown={error} again={() => { void refetch() }} />}
      {sources === undefined ? error === null && <Bones lines={4} /> : sources.length > 0 ? <SourceList sources={sources} /> : !nothing && <p className="quiet">No feed is followed. Add one by its address above: it is asked every 15 minutes.</p>}
      {!nothing && <Aside />}
      {nothing ? <Kinds /> : <details className="card fold"><summary>What Casus reads</summary><Kinds /></details>}
    </div>
  )
}

const Welcome = (): ReactNode => (
  <EmptyState title="Give Casus something to read" actions={<FilesButton primary />}>
    <p>Drop files anywhere on this page, choose them here, or add the address of a feed above. Reports in English are coded at once: who did what to whom, where, when, with what losses, according to whom. Other languages are kept and set aside.</p>
    <p>Nothing is sent anywhere. Feeds and listed pages are fetched from their own sites, politely; nothing else ever is.</p>
  </EmptyState>
)
