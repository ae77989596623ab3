/** What is counted, by which time, split by what, on which scale. */
import type { ReactNode } from 'react'
import { UNITS, type Unit } from '../../charts/time.ts'
import { SPLITS, type Asked } from './asked.ts'

interface ChoicesProps { readonly asked: Asked; readonly unit: Unit | undefined; readonly onChange: (name: string, value: string | null) => void }

export const Choices = ({ asked, unit, onChange }: ChoicesProps): ReactNode => (
  <div className="choices" role="group" aria-label="What is shown">
    <Choice title="Count" value={asked.measure} usual="incidents" options={[['incidents', 'incidents'], ['killed', 'people killed'], ['injured', 'people injured']]} onChange={v => { onChange('show', v) }} />
    <Choice title="by" value={asked.unit ?? ''} usual="" options={[['', unit === undefined ? 'what fits' : `${unit} (fits)`], ...UNITS.map(u => [u, u] as const)]} onChange={v => { onChange('unit', v) }} />
    <Choice title="split by" value={asked.split ?? 'none'} usual="type" options={[...SPLITS.map(s => [s.split, s.title.toLowerCase()] as const), ['none', 'nothing']]} onChange={v => { onChange('split', v) }} />
    {asked.split !== null && <Choice title="on" value={asked.own ? 'own' : 'one'} usual="one" options={[['one', 'one scale'], ['own', 'own scales']]} onChange={v => { onChange('scale', v) }} />}
  </div>
)

interface ChoiceProps { readonly title: string; readonly value: string; readonly usual: string; readonly options: readonly (readonly [string, string])[]; readonly onChange: (value: string | null) => void }

/** What is usual is not in the address. */
const Choice = ({ title, value, usual, options, onChange }: ChoiceProps): ReactNode => (
  <label><span>{title}</span><select className="input" value={value} onChange={event => { onChange(event.target.value === usual ? null : event.target.value) }}>{options.map(([v, words]) => <option key={v} value={v}>{words}</option>)}</select></label>
)
