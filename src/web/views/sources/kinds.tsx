/** What Casus reads, in words. */
import type { ReactNode } from 'react'
import { KINDS } from '../../intake/kinds.ts'

export const Kinds = (): ReactNode => (
  <dl className="kinds">
    {KINDS.map(({ title, ends, says }) => <div key={title}><dt>{title} <span className="quiet">{ends.join(' ')}</span></dt><dd>{says}</dd></div>)}
    <div><dt>From the command line</dt><dd><code>casus ingest FOLDER</code>, <code>casus watch https://…/feed.xml</code></dd></div>
  </dl>
)
