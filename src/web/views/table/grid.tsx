/** The lines themselves: only those in sight are drawn; more are fetched before they are needed. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { useMedia } from '../../filters/frame.tsx'
import { IncidentLink } from '../../router/links.tsx'
import { AddedBadge, DisputedBadge, GradeBadge, StatusBadge, TypeMark } from '../../ui/marks.tsx'
import { Said } from '../../ui/text.tsx'
import { nextSort, tracksOf, type Column, type Line } from './line.ts'
import type { Selection } from './selection.ts'

interface GridProps {
  readonly lines: readonly Line[]; readonly columns: readonly Column[]; readonly total: number; readonly pending: boolean; readonly sort: string; readonly selection: Selection
  /** Fetches the next page; null where there is none, or it is on its way. */
  readonly more: (() => void) | null
  readonly onSort: (sort: string | null) => void; readonly onOpen: (at: number) => void
}

const HEIGHT = 36, COMPACT_HEIGHT = 68, OVERSCAN = 40, AHEAD = 150

export function Grid({ lines, columns, total, pending, sort, selection, more, onSort, onOpen }: GridProps): ReactNode {
  const box = useRef<HTMLDivElement>(null), compact = useMedia('(max-width: 48rem)'), height = compact ? COMPACT_HEIGHT : HEIGHT
  const rows = useVirtualizer({ count: pending ? 30 : lines.length, getScrollElement: () => box.current, estimateSize: () => height, overscan: OVERSCAN, scrollMargin: compact ? 0 : HEIGHT }), shown = rows.getVirtualItems(), last = shown.at(-1)?.index ?? 0
  useEffect(() => { rows.measure() }, [rows, height])
  useEffect(() => { if (more !== null && last > lines.length - AHEAD) more() }, [more, last, lines.length])
  useEffect(() => { rows.scrollToIndex(selection.at) }, [rows, selection.at])
  const { tracks, least } = tracksOf(columns), style = { '--tracks': `2.25rem ${tracks}`, '--least': `${least}rem` } as CSSProperties
  return (
    <div className={`table ${compact ? 'compact' : ''}`} ref={box} role="grid" aria-label="Incidents" aria-rowcount={total + 1} aria-multiselectable="true" tabIndex={0} style={style}>
      {!compact && <Header columns={columns} sort={sort} selection={selection} lines={lines} onSort={onSort} />}
      <div className="lines" role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const line = lines[index], place = { transform: `translateY(${start - (compact ? 0 : HEIGHT)}px)`, height }
          if (line === undefined) return <div key={`bone-${index}`} className="tr" style={place} role="row"><span role="gridcell" className="bones-cell"><span className="bone" /></span></div>
          return (
            <div key={line.id} className={`tr ${index === selection.at ? 'at' : ''}`} style={place} role="row" aria-rowindex={index + 2} aria-selected={selection.chosen.has(line.id)} onClick={event => { selection.moveTo(index); if (event.detail === 2) onOpen(index) }}>
              <span role="gridcell" className="pick"><input type="checkbox" aria-label={`Select ${line.id}`} checked={selection.chosen.has(line.id)} onChange={() => undefined} onClick={event => { event.stopPropagation(); selection.toggle(index, event.shiftKey) }} /></span>
              {compact ? <Compact line={line} /> : columns.map((c, i) => <span key={c.name} role="gridcell" className={c.number === true ? 'num' : undefined} title={c.said(line)}><Cell column={c} line={line} linked={i === 0} /></span>)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Header({ columns, sort, selection, lines, onSort }: Pick<GridProps, 'columns' | 'sort' | 'selection' | 'lines' | 'onSort'>): ReactNode {
  const all = lines.length > 0 && selection.chosen.size >= lines.length
  return (
    <div className="tr head" role="row" aria-rowindex={1}>
      <span role="columnheader" className="pick"><input type="checkbox" aria-label="Select all lines that are loaded" checked={all} onChange={() => { if (all) selection.clear(); else selection.all() }} /></span>
      {columns.map(({ name, title, sort: field, number }) => {
        const order = sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : 'none'
        return <span key={name} role="columnheader" className={number === true ? 'num' : undefined} {...field === undefined ? {} : { 'aria-sort': order }}>{field === undefined ? title : <button type="button" onClick={() => { onSort(nextSort(sort, field)) }}>{title}<i aria-hidden="true">{order === 'ascending' ? '▲' : order === 'descending' ? '▼' : ''}</i></button>}</span>
      })}
    </div>
  )
}

/** Known only to lie within a province or a country. */
const isWide = ({ precision }: Line): boolean => precision === 'province' || precision === 'country'

function Cell({ column, line, linked }: { readonly column: Column; readonly line: Line; readonly linked: boolean }): ReactNode {
  const shown = column.name === 'type' ? <><TypeMark type={line.type} mode={line.mode} />{line.status !== 'occurred' && <StatusBadge status={line.status} />}</>
    : column.name === 'grade' ? <><GradeBadge grade={line.grade} />{line.disputed && <DisputedBadge />}<AddedBadge by={line.addedBy} /></>
    : column.name === 'place' ? <>{isWide(line) && <span className="quiet">in </span>}<Said text={line.place} longest={80} /></>
    : <Said text={column.said(line)} longest={120} />
  return linked ? <IncidentLink id={line.id}>{shown}</IncidentLink> : shown
}

const Compact = ({ line }: { readonly line: Line }): ReactNode => (
  <span role="gridcell" className="two">
    <span><IncidentLink id={line.id}><TypeMark type={line.type} mode={line.mode} /></IncidentLink><span className="quiet">{line.date}</span></span>
    <span><span>{isWide(line) && <span className="quiet">somewhere in </span>}<Said text={line.place} longest={60} /></span>{line.killed !== '' && <b>{line.killed} killed</b>}</span>
    <span className="quiet"><Said text={[line.actors, line.recipients].filter(Boolean).join(' → ')} longest={80} /></span>
  </span>
)
