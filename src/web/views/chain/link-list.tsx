/** The links as a list: the answer, what it answers, and the sentence that says so. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Incident } from '../../../core/model/index.ts'
import { useDecide } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { IncidentLink, ReportLink } from '../../router/links.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { say, sayFailure } from '../../ui/toasts.tsx'
import { Sentence } from '../incident/links.tsx'
import { InALine } from '../incident/name.tsx'
import type { Sentenced } from './ask.ts'
import { LINK_WORDS } from './words.ts'

interface LinkListProps { readonly incidents: readonly Incident[]; readonly links: readonly Sentenced[]; readonly link: string | null; readonly onPick: (link: string) => void }

export function LinkList({ incidents, links, link: picked, onPick }: LinkListProps): ReactNode {
  const list = useRef<HTMLOListElement>(null), may = useMay('coder'), [asked, setAsked] = useState<Sentenced | null>(null), byId = new Map(incidents.map(i => [i.id, i])), chosen = links.find(l => l.id === picked)
  useEffect(() => { list.current?.querySelector('.picked')?.scrollIntoView({ block: 'nearest' }) }, [picked])
  useKeys(may && chosen !== undefined ? { reject: () => { setAsked(chosen) } } : {})
  const name = (id: string): ReactNode => { const found = byId.get(id); return <IncidentLink id={id}>{found === undefined ? id : <InALine incident={found} />}</IncidentLink> }
  return (
    <section className="link-list" aria-label="Links as a list">
      <ol ref={list}>{links.map(l => (
        <li key={l.id} className={l.id === picked ? 'picked' : ''} onClick={() => { onPick(l.id) }}>
          <p>{name(l.from)}</p>
          <p className={`kind ${l.kind}`}>{LINK_WORDS[l.kind]?.long ?? l.kind}</p>
          <p>{name(l.to)}</p>
          {l.evidence.length === 0 && <p className="quiet">A person linked them.</p>}
          {l.evidence.slice(0, 3).map((e, i) => <div key={i}><Sentence document={e.document} span={e.span} /><p className="report"><ReportLink id={e.document} search={{ event: e.event }}>The report</ReportLink></p></div>)}
          {may && <button type="button" className="button small no-print" onClick={event => { event.stopPropagation(); setAsked(l) }}>Not so…{l.id === picked && <KeyHint id="reject" />}</button>}
        </li>
      ))}</ol>
      {asked !== null && <Unlink link={asked} from={byId.get(asked.from)} to={byId.get(asked.to)} onClose={() => { setAsked(null) }} />}
    </section>
  )
}

function Unlink({ link, from, to, onClose }: { readonly link: Sentenced; readonly from: Incident | undefined; readonly to: Incident | undefined; readonly onClose: () => void }): ReactNode {
  const decide = useDecide(), [reason, setReason] = useState(''), a = from?.members[0], b = to?.members[0]
  const send = (): void => {
    if (a === undefined || b === undefined) return
    onClose()
    decide.mutateAsync({ decisions: [{ kind: 'unlink', from: a, to: b, link: link.kind }], reason: reason.trim() }).then(made => { say('The link is taken away.', { title: 'Undo', does: () => { decide.mutateAsync({ decisions: made.map(d => ({ kind: 'undo', decision: d.id })) }).then(() => { say('Undone.') }, sayFailure) } }) }, sayFailure)
  }
  return (
    <Dialog open onClose={onClose} title="Take the link away" about="One does not answer the other. Both incidents stay." footer={<button type="submit" form="unlink" className="button primary" disabled={reason.trim() === ''}>Take away</button>}>
      <form id="unlink" onSubmit={event => { event.preventDefault(); send() }}><label className="field"><span>Why?</span><textarea className="input" required maxLength={10_000} value={reason} onChange={event => { setReason(event.target.value) }} /></label></form>
    </Dialog>
  )
}
