/** A report pasted and coded in the browser itself: nothing is sent anywhere. */
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { Report } from '../../core/index.ts'
import type { Coded, Coder } from '../engine/coder.ts'
import { EmptyState } from '../ui/states.tsx'
import { EXAMPLES } from './examples.ts'
import { FIRST_LAYERS, Reading } from './reading.tsx'
import type { ShownLayer } from './shown-marks.ts'

/** Longest text that is coded here, in UTF-16 code units; a page must stay usable. */
const LONGEST = 400_000

type State = { readonly kind: 'empty' } | { readonly kind: 'working'; readonly share: number } | { readonly kind: 'failed'; readonly message: string } | { readonly kind: 'coded'; readonly report: Report; readonly coded: Coded }

export function TryIt({ open }: { readonly open: (progress: (share: number) => void) => Coder }): ReactNode {
  const [draft, setDraft] = useState<Draft>(BLANK), [state, setState] = useState<State>({ kind: 'empty' }), latest = useRef(0)
  const code = (given: Draft): void => {
    const ask = ++latest.current, report = reportOf(given), mine = (next: State): void => { if (ask === latest.current) setState(next) }
    setState({ kind: 'working', share: 0 })
    open(share => { mine({ kind: 'working', share }) }).code(report).then(coded => { mine({ kind: 'coded', report, coded }) }).catch((thrown: unknown) => { mine({ kind: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) }) })
  }
  return (
    <div className="try-it">
      <DraftForm draft={draft} busy={state.kind === 'working'} onChange={setDraft} onCode={code} />
      <Result state={state} />
    </div>
  )
}

interface Draft { readonly title: string; readonly published: string; readonly publisher: string; readonly text: string }
const BLANK: Draft = { title: '', published: '', publisher: '', text: '' }

const reportOf = ({ title, published, publisher, text }: Draft): Report => ({ id: 'pasted', title: title.trim() || null, published: published === '' ? null : published, publisher: publisher.trim() || null, text })

/** Its headline or its first words, cut to what fits a button. */
function nameOf({ title, text }: Report): string {
  const words = title ?? text.trim().split('\n')[0] ?? ''
  return words.length > 46 ? `${words.slice(0, 45).trim()}…` : words
}

interface DraftFormProps { readonly draft: Draft; readonly busy: boolean; readonly onChange: (draft: Draft) => void; readonly onCode: (draft: Draft) => void }

function DraftForm({ draft, busy, onChange, onCode }: DraftFormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null), empty = draft.text.trim() === '', long = draft.text.length > LONGEST
  const submit = (event: FormEvent): void => { event.preventDefault(); if (!empty && !long) onCode(draft) }
  const example = (name: string): void => { const found = EXAMPLES.find(e => e.id === name); if (found === undefined) return; const next = { title: found.title ?? '', published: found.published ?? '', publisher: found.publisher ?? '', text: found.text }; onChange(next); onCode(next) }
  return (
    <form ref={form} className="draft no-print" onSubmit={submit}>
      <label className="field wide"><span>Text of a report in English</span><textarea className="input" rows={8} dir="auto" value={draft.text} placeholder="Paste a news report here." onChange={event => { onChange({ ...draft, text: event.target.value }) }} onKeyDown={event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit() }} /></label>
      <label className="field"><span>Headline, where it is not in the text</span><input className="input" dir="auto" value={draft.title} onChange={event => { onChange({ ...draft, title: event.target.value }) }} /></label>
      <label className="field"><span>Published on (“on Monday” is counted from it)</span><input className="input" type="date" value={draft.published} onChange={event => { onChange({ ...draft, published: event.target.value }) }} /></label>
      <label className="field"><span>Publisher</span><input className="input" dir="auto" value={draft.publisher} onChange={event => { onChange({ ...draft, publisher: event.target.value }) }} /></label>
      <div className="actions">
        <button type="submit" className="button primary" disabled={empty || long || busy}>Code it</button>
        {draft.text === '' ? null : <button type="button" className="button plain" onClick={() => { onChange(BLANK) }}>Clear</button>}
        <span className="quiet" role={long ? 'alert' : undefined}>{long ? `At most ${LONGEST.toLocaleString('en')} characters here; the command line reads longer ones.` : 'It is coded in this browser; nothing is sent.'}</span>
      </div>
      <div className="examples" role="group" aria-label="Invented reports to try it with"><span className="quiet">Or an invented one:</span>{EXAMPLES.map(report => <button key={report.id} type="button" className="button small" onClick={() => { example(report.id) }}>{nameOf(report)}</button>)}</div>
    </form>
  )
}

function Result({ state }: { readonly state: State }): ReactNode {
  if (state.kind === 'failed') return <div role="alert" className="notice bad"><div><p>{state.message}</p><p className="quiet">The text is still in the form; try again.</p></div></div>
  if (state.kind === 'working') return <p role="status" className="working">{state.share > 0 && state.share < 1 ? <>Loading tables and models, once: <progress value={state.share} /> {Math.round(100 * state.share)} %</> : 'Reading …'}</p>
  if (state.kind === 'empty') return <EmptyState title="What comes out"><p>Each event of political violence or conflict that the text tells of: who did what to whom, where, when, with what losses, according to whom. Every field points at its words; choose a mark to see the rule behind it.</p></EmptyState>
  return <CodedReport report={state.report} coded={state.coded} />
}

function CodedReport({ report, coded }: { readonly report: Report; readonly coded: Coded }): ReactNode {
  const [event, setEvent] = useState<string | null>(null), [layers, setLayers] = useState<ReadonlySet<ShownLayer>>(new Set(FIRST_LAYERS)), top = useRef<HTMLDivElement>(null)
  useEffect(() => { setEvent(null); top.current?.scrollIntoView({ block: 'start' }) }, [coded])
  const count = coded.explained.analysis.events.length
  return (
    <div ref={top} className="coded">
      <div className="coded-head"><p role="status">{count === 0 ? 'No event' : count === 1 ? 'One event' : `${count} events`} in {Math.max(1, Math.round(coded.milliseconds))} ms</p><Download report={report} coded={coded} /></div>
      <Reading text={report.text} explained={coded.explained} event={event} onEvent={setEvent} layers={layers} onLayers={setLayers} />
    </div>
  )
}

/** The analysis as a file, made in the page. */
function Download({ coded }: { readonly report: Report; readonly coded: Coded }): ReactNode {
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([JSON.stringify(coded.explained.analysis, null, 2)], { type: 'application/json' })), link = document.createElement('a')
    link.href = address
    link.download = 'analysis.json'
    link.click()
    setTimeout(() => { URL.revokeObjectURL(address) }, 10_000)
  }
  return <button type="button" className="button small no-print" onClick={save}>Save the analysis (JSON)</button>
}
