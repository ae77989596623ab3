/** Feeds and archives with how each fares, and what can be done with it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { askNow, putSource, removeSource, type Source } from '../../api/intake.ts'
import { useMay } from '../../api/session.ts'
import { oneLine, safeAddress } from '../../text/safe.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Ago } from '../../ui/moment.tsx'
import { Said } from '../../ui/text.tsx'
import { say, sayFailure } from '../../ui/toasts.tsx'
import { healthOf, hintOf, sayFollowed, type Health } from './words.ts'

const HEALTHS: Readonly<Record<Health, readonly [string, string, string]>> = { followed: ['good', '✓', 'followed'], paused: ['', '‖', 'paused'], failing: ['bad', '!', 'failing'], new: ['accent', '·', 'not asked yet'] }

export function SourceList({ sources }: { readonly sources: readonly Source[] }): ReactNode {
  const [leaving, setLeaving] = useState<Source | null>(null), sorted = sources.toSorted((a, b) => Number(healthOf(b) === 'failing') - Number(healthOf(a) === 'failing') || (nameOf(a) < nameOf(b) ? -1 : 1))
  return (
    <section className="card list" aria-labelledby="sources">
      <h2 id="sources">Feeds and archives <span className="quiet">{sources.length}</span></h2>
      <table>
        <thead><tr><th scope="col">Source</th><th scope="col">State</th><th scope="col">Last success</th><th scope="col">Last asked</th><th scope="col"><span className="sr">What to do</span></th></tr></thead>
        <tbody>{sorted.map(source => <Row key={source.address} of={source} onRemove={() => { setLeaving(source) }} />)}</tbody>
      </table>
      <Removing source={leaving} onClose={() => { setLeaving(null) }} />
    </section>
  )
}

const nameOf = ({ title, address }: Source): string => title ?? address

function Row({ of: source, onRemove }: { readonly of: Source; readonly onRemove: () => void }): ReactNode {
  const health = healthOf(source), [look, sign, word] = HEALTHS[health], link = safeAddress(source.address), state = source.kind === 'feed' || health === 'failing' ? word : 'read'
  return (
    <tr>
      <th scope="row">{source.title !== null && <Said text={source.title} longest={80} />}<span className="address quiet">{link === null ? <Said text={source.address} longest={90} /> : <a href={link} rel="noreferrer noopener" target="_blank"><Said text={source.address} longest={90} /></a>}{source.kind !== 'feed' && ` · ${source.kind}`}</span></th>
      <td data-name="State"><span className={`badge ${look}`}><b aria-hidden="true">{sign}</b>{state}</span>{source.error !== null && <p className="error"><Said text={source.error} longest={240} /> {hintOf(source.error)}{source.failures > 1 && <span className="quiet"> {source.failures} times in a row</span>}</p>}</td>
      <td data-name="Last success"><Moment at={source.succeeded} /></td>
      <td data-name="Last asked"><Moment at={source.checked} /></td>
      <td><Actions of={source} onRemove={onRemove} /></td>
    </tr>
  )
}

const Moment = ({ at }: { readonly at: string | null }): ReactNode => (at === null ? <span className="quiet">never</span> : <Ago at={at} />)

function Actions({ of: source, onRemove }: { readonly of: Source; readonly onRemove: () => void }): ReactNode {
  const coder = useMay('coder'), editor = useMay('editor'), queries = useQueryClient(), name = oneLine(nameOf(source), 80), feed = source.kind === 'feed'
  const onSettled = () => queries.invalidateQueries({ queryKey: ['sources'] })
  const ask = useMutation({ mutationFn: () => askNow(source.address), onSuccess: followed => { say(sayFollowed(followed)) }, onError: sayFailure, onSettled })
  const turn = useMutation({ mutationFn: () => putSource({ address: source.address, enabled: !source.enabled }), onSuccess: ({ enabled }) => { say(enabled ? `${name} is followed again.` : `${name} is paused.`) }, onError: sayFailure, onSettled })
  return (
    <div className="actions">
      {feed && <button type="button" className="button small" disabled={!coder || ask.isPending} onClick={() => { ask.mutate() }}>{ask.isPending ? 'Asking…' : 'Ask now'}<span className="sr">: {name}</span></button>}
      {feed && <button type="button" className="button small" disabled={!editor || turn.isPending} onClick={() => { turn.mutate() }}>{source.enabled ? 'Pause' : 'Follow'}<span className="sr">: {name}</span></button>}
      <button type="button" className="button plain small" disabled={!editor} onClick={onRemove}>Remove<span className="sr">: {name}</span></button>
    </div>
  )
}

function Removing({ source, onClose }: { readonly source: Source | null; readonly onClose: () => void }): ReactNode {
  const queries = useQueryClient(), again = useMutation({ mutationFn: putSource, onError: sayFailure, onSettled: () => queries.invalidateQueries({ queryKey: ['sources'] }) })
  const remove = useMutation({
    mutationFn: (gone: Source) => removeSource(gone.address), onError: sayFailure, onSettled: () => { onClose(); return queries.invalidateQueries({ queryKey: ['sources'] }) },
    onSuccess: (_removed, { address, title, enabled, kind }) => { say('Removed. Its reports stay.', kind === 'feed' ? { title: 'Add it again', does: () => { again.mutate({ address, title, enabled }) } } : null) },
  })
  return (
    <Dialog open={source !== null} onClose={onClose} title="Remove this source?" about="It is no longer asked. The reports that came from it stay, and so do their incidents." footer={<><button type="button" className="button plain" onClick={onClose}>Keep it</button><button type="button" className="button danger" disabled={remove.isPending} onClick={() => { if (source !== null) remove.mutate(source) }}>Remove</button></>}>
      {source !== null && <p><b><Said text={nameOf(source)} longest={120} /></b></p>}
    </Dialog>
  )
}
