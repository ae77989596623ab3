/** How far coders agree, field by field, and how fast people decide. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FIELD_NAMES } from '../../correct/drafts.ts'
import { Bones, EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { Ago } from '../../ui/moment.tsx'
import { Said } from '../../ui/text.tsx'
import { agreementQuery, type Agreement } from './queries.ts'
import { LEAST_HOURS, sayHours } from './pace.ts'
import { sayStrength } from './strength.ts'
import { KIND_WORDS } from './task.ts'

export function Agreed(): ReactNode {
  const { data, error, refetch } = useQuery(agreementQuery)
  if (error !== null) return <ErrorNotice thrown={error} again={() => { void refetch() }} />
  if (data === undefined) return <Bones lines={8} />
  return <div className="agreed"><Fields of={data} /><Paces of={data} /></div>
}

function Fields({ of: { fields } }: { readonly of: Agreement }): ReactNode {
  if (fields.length === 0) return <EmptyState title="Nothing to compare yet"><p>Agreement is measured on what two people answered without seeing each other: make a batch under “Two coders”, and once both have handed it in, Cohen’s kappa and Krippendorff’s alpha stand here for each field.</p></EmptyState>
  return (
    <section className="card" aria-labelledby="agreed">
      <h2 id="agreed">Agreement</h2>
      <p className="quiet">Of what two people answered without seeing each other. 1 is always, 0 is as often as chance would have it. Few answers say little.</p>
      <table>
        <thead><tr><th scope="col">Of</th><th scope="col" className="num">n</th><th scope="col" className="num">Same<span className="long"> answer</span></th><th scope="col" className="num"><span className="long">Cohen’s </span>κ</th><th scope="col" className="num"><span className="long">Krippendorff’s </span>α</th><th scope="col" className="long">In words</th></tr></thead>
        <tbody>{fields.map(f => <tr key={f.field}><th scope="row">{nameOf(f.field)}</th><td className="num">{f.n}</td><td className="num">{Math.round(f.observed * 100)} %</td><td className="num">{figure(f.kappa)}</td><td className="num">{figure(f.alpha)}</td><td className="long">{sayStrength(f.alpha ?? f.kappa, f.n)}</td></tr>)}</tbody>
      </table>
    </section>
  )
}

const nameOf = (field: string): string => (FIELD_NAMES as Readonly<Record<string, string>>)[field] ?? (KIND_WORDS as Readonly<Record<string, readonly [string, string]>>)[field]?.[0] ?? field
const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2).replace('-', '−'))

function Paces({ of: { pace, open } }: { readonly of: Agreement }): ReactNode {
  const left = Object.values(open).reduce((sum, n) => sum + n, 0)
  return (
    <section className="card" aria-labelledby="paces">
      <h2 id="paces">Speed and progress</h2>
      <p className="quiet">{left.toLocaleString('en')} tasks wait. The time that people were at it leaves out pauses of five minutes and more.</p>
      {pace.length === 0 ? <p className="quiet">Nobody has decided anything yet.</p> : (
        <table>
          <thead><tr><th scope="col">Who</th><th scope="col" className="num">Decisions</th><th scope="col" className="num">At it</th><th scope="col" className="num">An hour</th><th scope="col">Last</th></tr></thead>
          <tbody>{pace.map(p => <tr key={p.by}><th scope="row"><Said text={p.by} longest={60} /></th><td className="num">{p.decisions.toLocaleString('en')}</td><td className="num">{sayHours(p.active)}</td><td className="num">{p.perHour === null || p.active < LEAST_HOURS ? '–' : Math.round(p.perHour).toLocaleString('en')}</td><td><Ago at={p.last} /></td></tr>)}</tbody>
        </table>
      )}
    </section>
  )
}
