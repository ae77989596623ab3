/** Batches: tasks that two people answer without seeing each other's answers. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { useMay, useSession } from '../../api/session.ts'
import { ViewLink } from '../../router/links.tsx'
import { Bones, EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { Ago } from '../../ui/moment.tsx'
import { Said } from '../../ui/text.tsx'
import { say } from '../../ui/toasts.tsx'
import { batchesQuery, codersQuery, createBatch, type Batch } from './queries.ts'
import { KIND_WORDS, KINDS } from './task.ts'

export function BatchList(): ReactNode {
  const { data, error, refetch } = useQuery(batchesQuery), editor = useMay('editor')
  return (
    <div className="batches">
      {editor && <NewBatch />}
      {error !== null ? <ErrorNotice thrown={error} again={() => { void refetch() }} /> : data === undefined ? <Bones lines={5} /> : data.length === 0 ? <None editor={editor} /> : <List of={data} />}
    </div>
  )
}

const None = ({ editor }: { readonly editor: boolean }): ReactNode => <EmptyState title="Two coders, blind to each other"><p>A batch takes the weightiest tasks and gives them to two people. Neither sees the other’s answers until both have handed in; then an editor settles where they differ, and agreement is measured.</p>{!editor && <p>An editor makes batches; yours will stand here.</p>}</EmptyState>

const STATES: Readonly<Record<Batch['state'], readonly [string, string]>> = { open: ['', 'open'], submitted: ['warn', 'to be settled'], adjudicated: ['good', 'settled'] }

function List({ of }: { readonly of: readonly Batch[] }): ReactNode {
  const me = useSession()?.user, editor = useMay('editor')
  return (
    <ul className="batch-list">{of.map(batch => {
      const { id, title, state, coders, size, created } = batch, mine = coders.find(c => c.coder === me), [look, word] = STATES[state]
      const todo = state === 'open' && mine !== undefined && mine.submitted === null ? 'Code' : state === 'submitted' && editor ? 'Settle' : 'Look at it'
      return (
        <li key={id} className="card">
          <div><h2><Said text={title} longest={120} /></h2><p className="quiet">{size} {size === 1 ? 'task' : 'tasks'}, made <Ago at={created} /></p></div>
          <ul className="coders">{coders.map(c => <li key={c.coder}><Said text={c.coder} longest={40} /> <span className="quiet">{c.submitted !== null ? 'handed in' : `${c.answered} of ${size}`}</span></li>)}</ul>
          <span className={`badge ${look}`}>{word}</span>
          <ViewLink path="/review/$id" params={{ id }} className="button small">{todo}<span className="sr">: {title}</span></ViewLink>
        </li>
      )
    })}</ul>
  )
}

function NewBatch(): ReactNode {
  const queries = useQueryClient(), { data: people = [] } = useQuery(codersQuery), list = useId(), [title, setTitle] = useState(''), [one, setOne] = useState(''), [two, setTwo] = useState(''), [kind, setKind] = useState(''), [size, setSize] = useState('50')
  const make = useMutation({ mutationFn: createBatch, onSuccess: batch => { setTitle(''); say(`A batch of ${batch.size} for ${batch.coders.map(c => c.coder).join(' and ')}.`); void queries.invalidateQueries({ queryKey: ['batches'] }); void queries.invalidateQueries({ queryKey: ['tasks'] }) } })
  const submit = (event: FormEvent): void => { event.preventDefault(); make.mutate({ title: title.trim(), coders: [one.trim(), two.trim()], size: Number(size), ...kind === '' ? {} : { kind } }) }
  const field = (name: string, value: string, set: (v: string) => void, { type = 'text', list: names }: { readonly type?: string; readonly list?: string } = {}): ReactNode => <label className="field"><span>{name}</span><input className="input" type={type} list={names} min={1} max={500} required autoComplete="off" value={value} onChange={event => { set(event.target.value) }} /></label>
  return (
    <form className="card new-batch" onSubmit={submit} aria-label="A new batch">
      {field('Title', title, setTitle)}{field('One coder', one, setOne, { list })}{field('The other', two, setTwo, { list })}
      <datalist id={list}>{people.map(name => <option key={name} value={name} />)}</datalist>
      <label className="field"><span>Tasks</span><select className="input" value={kind} onChange={event => { setKind(event.target.value) }}><option value="">of all kinds</option>{KINDS.map(k => <option key={k} value={k}>{KIND_WORDS[k][0]}</option>)}</select></label>
      {field('How many', size, setSize, { type: 'number' })}
      <button type="submit" className="button primary" disabled={make.isPending}>Make the batch</button>
      {people.length === 1 && <p className="quiet notice">You are alone here: an admin adds people with <code>casus user NAME --role coder</code>, and gives each a token with <code>casus token NAME</code>.</p>}
      {make.error !== null && <ErrorNotice thrown={make.error} />}
    </form>
  )
}
