/** What speaks for a party's part in this very incident, in numbers: how it stands to the incident's other parties, to those of the report's other incidents, and what part the engine gave it. */
import type { Filled, Filler } from './fill.ts'
import { odds, type Report } from './party-features.ts'
import { partyNumbers } from './party-numbers.ts'
import type { Indexed } from './role-features.ts'
import { FILLED_TYPES, PARTS, type PartName } from './role-model.ts'

/** A report's incidents as they are before it is asked which parties belong to them. */
export interface Acts { readonly templates: readonly Filled[]; readonly report: Report; readonly told: Indexed }

/** Stands for a distance where there is nobody. */
const NOWHERE = 99, FAR = 500
const ENGINE = ['actor ASSAULT', 'recipient ASSAULT', 'weapon ASSAULT', 'actor COERCE', 'recipient COERCE', 'actor', 'recipient'] as const
const DONE_TO: ReadonlySet<PartName> = new Set(['Target', 'Victim', 'Described', 'Weapon'])

const flag = (holds: boolean): number => holds ? 1 : 0
const least = (values: readonly number[], most: number): number => values.reduce((a, b) => Math.min(a, b), most)
const sentences = (a: Filler, others: readonly Filler[]): number => least(others.flatMap(o => a.phrases.flatMap(p => o.phrases.map(q => Math.abs(p.sentence - q.sentence)))), NOWHERE)
const tokens = (a: Filler, others: readonly Filler[]): number => least(others.flatMap(o => a.phrases.flatMap(p => o.phrases.map(q => Math.abs(p.first - q.first)))), FAR)

/** The numbers of a party of an incident, always in one order. */
export function memberNumbers(member: Filler, at: Filled, acts: Acts): Float64Array {
  return Float64Array.from([...partyNumbers(member, acts.report), member.worth, ...typeNumbers(member, at, acts), ...besideNumbers(member, at, acts), ...engineNumbers(member, acts)])
}

function typeNumbers(member: Filler, { type }: Filled, { templates }: Acts): readonly number[] {
  const kind = FILLED_TYPES.indexOf(type), holding = templates.filter(t => t.fillers.includes(member))
  return [kind, ...FILLED_TYPES.map((_, k) => flag(k === kind)), member.types[kind]!, templates.length, templates.filter(t => t.type === type).length, holding.length]
}

function besideNumbers(member: Filler, at: Filled, { templates }: Acts): readonly number[] {
  const others = at.fillers.filter(f => f !== member), done = others.filter(f => DONE_TO.has(f.role)), elsewhere = templates.filter(t => t !== at).flatMap(t => t.fillers.filter(f => f !== member && DONE_TO.has(f.role)))
  return [
    ...PARTS.flatMap(part => { const of = others.filter(f => f.role === part); return [of.length, odds(Math.max(0, ...of.map(f => f.worth))), sentences(member, of), tokens(member, of)] }),
    sentences(member, done), tokens(member, done), sentences(member, elsewhere), tokens(member, elsewhere), tokens(member, done) - tokens(member, elsewhere),
    done.reduce((sum, f) => sum + f.worth, 0), others.length, at.fillers.filter(f => f.role === member.role && f.worth > member.worth).length,
  ]
}

/** Of its phrases, how many the engine gave each part, and how many stand where it reads an attack. */
function engineNumbers({ phrases }: Filler, { told }: Acts): readonly number[] {
  const parts = phrases.map(p => Array.from({ length: p.last - p.first }, (_, k) => told.parts.get(p.first + k) ?? []).flat())
  return [...ENGINE.map(part => parts.filter(all => all.some(p => p.startsWith(part))).length), phrases.filter(p => told.told.has(p.sentence)).length, least(phrases.map(p => p.sentence), NOWHERE)]
}
