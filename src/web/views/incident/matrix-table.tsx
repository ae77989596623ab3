/** The matrix of claims: a row a field, a column a claimant; as cards where there is no room for columns. */
import type { ReactNode } from 'react'
import { oneLine } from '../../text/safe.ts'
import { AddedBadge, DisputedBadge } from '../../ui/marks.tsx'
import { Said } from '../../ui/text.tsx'
import { placeOfSaying, placeText, type Claimant, type Matrix, type Row, type Saying } from './matrix.ts'
import { FIELD_TITLES, sayField } from './said.ts'
import { sayDays, withDays } from '../../filters/words.ts'

interface MatrixProps { readonly matrix: Matrix; readonly open: string | null; readonly onOpen: (place: string) => void }

export function MatrixTable({ matrix: { claimants, rows }, at, open, onOpen, onRow }: MatrixProps & { readonly at: number; readonly onRow: (n: number) => void }): ReactNode {
  return (
    <div className="matrix" role="region" aria-label="Who claims what" tabIndex={0}>
      <table>
        <thead><tr><th scope="col">Field</th><th scope="col">Best value</th>{claimants.map(c => <th key={c.key} scope="col"><ClaimantName claimant={c} /></th>)}</tr></thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={row.reading.field} className={n === at ? 'at' : ''} onClick={() => { onRow(n) }}>
              <th scope="row">{FIELD_TITLES[row.reading.field]}</th>
              <td className="best"><Best row={row} /></td>
              {claimants.map(({ key }) => <td key={key}>{row.cells.get(key)?.map((saying, i) => <Cell key={i} row={row} saying={saying} open={open} onOpen={onOpen} />)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const ClaimantName = ({ claimant: { speaker, publisher, published, document, copies, addedBy } }: { readonly claimant: Claimant }): ReactNode => (
  <div className="claimant">
    <b><Said text={speaker ?? publisher ?? document} longest={50} /></b>
    <span>{speaker !== null && <>in <Said text={publisher ?? document} longest={40} />, </>}{published === null ? 'no date' : sayDays(published)}{copies > 0 && ` and ${copies} cop${copies === 1 ? 'y' : 'ies'}`}</span>
    {addedBy !== null && <AddedBadge by={[addedBy]} />}
  </div>
)

/** The preferred value, why it is preferred, and the number by which each rival is chosen. */
function Best({ row: { reading } }: { readonly row: Row }): ReactNode {
  const { field, values, chosen, corrected, why, rule, disputed } = reading, value = corrected ?? (chosen === null ? null : values[chosen]?.value) ?? null
  return (
    <div className="best-value">
      <p><b>{value === null ? <span className="quiet">none preferred</span> : <Said text={sayField(field, value)} />}</b> {disputed && <DisputedBadge />} {rule.startsWith('decision:') && <span className="badge accent">decided</span>}</p>
      {values.length > 1 && <p className="rivals">{values.map((v, n) => <span key={n} className={n === chosen ? 'chosen' : ''}><kbd className="kbd">{n + 1}</kbd><Said text={sayField(field, v.value)} longest={40} /></span>)}</p>}
      <p className={values.length > 1 || disputed ? 'why' : 'why short'}>{withDays(why)}</p>
    </div>
  )
}

const STANCES: Readonly<Record<string, readonly [string, string]>> = { denies: ['bad', '✕ denies'], 'claims-responsibility': ['accent', 'claims it'], accuses: ['', 'accuses'], condemns: ['', 'condemns'], confirms: ['good', '✓ confirms'] }

function Cell({ row: { reading }, saying, open, onOpen }: { readonly row: Row; readonly saying: Saying; readonly open: string | null; readonly onOpen: (place: string) => void }): ReactNode {
  const { value, testimony } = saying, text = sayField(reading.field, reading.values[value]!.value), place = placeText(placeOfSaying(reading, saying)), stance = STANCES[testimony.stance], best = value === reading.chosen
  return (
    <button type="button" className={`saying ${best ? 'chosen' : ''} ${testimony.stance === 'denies' ? 'denies' : ''}`} aria-pressed={place === open} onClick={event => { event.stopPropagation(); onOpen(place) }}>
      {stance !== undefined && <span className={`badge ${stance[0]}`}>{stance[1]}</span>} <Said text={text === '' ? 'no value' : text} longest={90} />
      <span className="sr">{best ? ', the best value' : ''}, show the words of {oneLine(testimony.speaker ?? testimony.publisher ?? testimony.document, 60)}</span>
    </button>
  )
}

/** The same for narrow pages: each field, each value, and who gives it. */
export const MatrixCards = ({ matrix: { claimants, rows }, open, onOpen }: MatrixProps): ReactNode => (
  <div className="cards">
    {rows.map(row => (
      <section key={row.reading.field} className="card" aria-label={FIELD_TITLES[row.reading.field]}>
        <h3>{FIELD_TITLES[row.reading.field]}</h3>
        <Best row={row} />
        <ul className="says">{claimants.flatMap(c => (row.cells.get(c.key) ?? []).map((saying, i) => <li key={`${c.key}${i}`}><ClaimantName claimant={c} /><Cell row={row} saying={saying} open={open} onOpen={onOpen} /></li>))}</ul>
      </section>
    ))}
  </div>
)
