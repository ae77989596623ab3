/** Rival values of a field: each with who gives it, where, and in which words. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RivalValue, Testimony } from '../../../core/model/index.ts'
import { reportQuery } from '../../api/queries.ts'
import { sayFieldValue } from './say.ts'
import { sayDays } from '../../filters/words.ts'
import { passageOf } from '../../text/passage.ts'
import { Keycaps } from '../../ui/keycap.tsx'
import { Quote, Said } from '../../ui/text.tsx'
import { readingOf, type QuestionProps } from './task.ts'

/** Testimonies shown of one value. */
const FEW = 4

export function Rivals({ task, active, evidence, chosen, able, onSee, onChoose }: QuestionProps): ReactNode {
  const reading = readingOf(task)
  if (reading === null) return <p className="notice">The incident has changed since; skip this, or answer by its page.</p>
  return (
    <ol className="rivals">
      {reading.values.map((value, i) => {
        const said = sayFieldValue(reading.field, value.value)
        return (
          <li key={i} className={active?.value === i ? 'active' : ''}>
            <button type="button" className="choose" disabled={!able} onClick={() => { onChoose(i) }}>{i < 9 && <Keycaps keys={`${i + 1}`} />}<b><Said text={said} longest={160} /></b>{i === reading.chosen && <span className="badge accent">chosen now</span>}{chosen === said && <span className="badge good">your answer</span>}</button>
            <Voices of={value} onSee={document => { onSee(evidence.findIndex(e => e.value === i && e.document === document)) }} />
            <Words of={value} />
          </li>
        )
      })}
    </ol>
  )
}

const Voices = ({ of: { testimonies }, onSee }: { readonly of: RivalValue; readonly onSee: (document: string) => void }): ReactNode => (
  <ul className="voices">
    {testimonies.slice(0, FEW).map((t, k) => <li key={k}><button type="button" className="voice" onClick={() => { onSee(t.document) }}><Said text={whoOf(t)} longest={70} /></button><span className="quiet">{t.speaker !== null && <> {STANCES[t.stance]}<Said text={t.publisher ?? t.document} longest={40} /></>}, {sayDays(t.published)}</span></li>)}
    {testimonies.length > FEW && <li className="quiet">and {testimonies.length - FEW} more</li>}
  </ul>
)

const whoOf = ({ speaker, publisher, document }: Testimony): string => speaker ?? publisher ?? document
const STANCES: Readonly<Record<Testimony['stance'], string>> = { 'reports': 'in ', 'claims-responsibility': 'claims it, in ', 'denies': 'denies it, in ', 'accuses': 'accuses, in ', 'condemns': 'condemns it, in ', 'confirms': 'confirms it, in ' }

/** The sentence of the first testimony that points at words. */
function Words({ of: { testimonies } }: { readonly of: RivalValue }): ReactNode {
  const first = testimonies.find(t => t.evidence.length > 0), { data } = useQuery({ ...reportQuery(first?.document ?? ''), enabled: first !== undefined })
  if (first === undefined) return null
  return data === undefined ? <span className="bone" style={{ height: '3em' }} /> : <Quote passage={passageOf(data.text, first.evidence.slice(0, 1))} />
}
