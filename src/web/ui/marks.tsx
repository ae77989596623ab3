/** Signs for kinds: each has a shape and words besides its colour. */
import type { ReactNode } from 'react'
import type { EventType, Grade, Status } from '../../core/model/index.ts'
import { plain } from '../filters/words.ts'

type Shape = 'disc' | 'square' | 'diamond' | 'triangle'

/** Shapes follow PLOVER's four families: words of cooperation, deeds of it, words of conflict, deeds of it. */
export const TYPE_MARKS: Readonly<Record<EventType, { readonly shape: Shape; readonly letters: string }>> = {
  AGREE: { shape: 'disc', letters: 'Ag' }, CONSULT: { shape: 'disc', letters: 'Cn' }, SUPPORT: { shape: 'disc', letters: 'Su' }, CONCEDE: { shape: 'disc', letters: 'Cd' },
  COOPERATE: { shape: 'square', letters: 'Co' }, AID: { shape: 'square', letters: 'Ai' }, RETREAT: { shape: 'square', letters: 'Rt' },
  REQUEST: { shape: 'diamond', letters: 'Rq' }, ACCUSE: { shape: 'diamond', letters: 'Ac' }, REJECT: { shape: 'diamond', letters: 'Rj' }, THREATEN: { shape: 'diamond', letters: 'Th' },
  PROTEST: { shape: 'triangle', letters: 'Pr' }, SANCTION: { shape: 'triangle', letters: 'Sa' }, MOBILIZE: { shape: 'triangle', letters: 'Mo' }, COERCE: { shape: 'triangle', letters: 'Ce' }, ASSAULT: { shape: 'triangle', letters: 'As' },
}

const PATHS: Readonly<Record<Shape, string>> = { disc: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z', square: 'M2 2h12v12H2Z', diamond: 'M8 0l8 8-8 8-8-8Z', triangle: 'M8 1l8 14H0Z' }

/** Colour of a type, for styles and canvases. */
export const typeColour = (type: string): string => `var(--${type.toLowerCase()})`

export const TypeSign = ({ type }: { readonly type: EventType }): ReactNode => <svg viewBox="0 0 16 16" aria-hidden="true" style={{ color: typeColour(type) }}><path d={PATHS[TYPE_MARKS[type]?.shape ?? 'disc']} /></svg>

/** A type with its mode: sign, name, mode. */
export const TypeMark = ({ type, mode = null }: { readonly type: EventType; readonly mode?: string | null }): ReactNode => <span className="type"><TypeSign type={type} /><b>{plain(type)}</b>{mode !== null && <span className="quiet">{plain(mode)}</span>}</span>

const GRADE_LOOKS: Readonly<Record<Grade, readonly [string, string]>> = { confirmed: ['good', 'M2 8l4 4 8-9'], fair: ['accent', 'M2 8h12'], weak: ['', 'M3 8h2m3 0h0m3 0h2'], contested: ['bad', 'M3 3l10 10M13 3L3 13'] }

export function GradeBadge({ grade }: { readonly grade: Grade }): ReactNode {
  const [look, path] = GRADE_LOOKS[grade]
  return <span className={`badge ${look}`}><svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" aria-hidden="true"><path d={path} /></svg>{grade}</span>
}

export const DisputedBadge = (): ReactNode => <span className="badge warn"><svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" aria-hidden="true"><path d="M1 5h11l-3-3M15 11H4l3 3" /></svg>disputed</span>

/** Told of by an event that a person added. */
export const AddedBadge = ({ by }: { readonly by: readonly string[] }): ReactNode => (by.length === 0 ? null : <span className="badge accent by-hand" title={`Added by ${by.join(', ')}`}><svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" aria-hidden="true"><path d="M3 13l1-4 7-7 3 3-7 7z" /></svg>by hand<span className="sr">, added by {by.join(', ')}</span></span>)

/** Whether it took place; nothing for what simply occurred. */
export const StatusBadge = ({ status }: { readonly status: Status }): ReactNode => (status === 'occurred' ? null : <span className={`badge ${status === 'negated' ? 'bad' : ''}`}>{status === 'negated' ? 'said not to have happened' : status}</span>)
