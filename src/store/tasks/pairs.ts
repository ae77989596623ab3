/** Pairs of events near the decision whether they are one occurrence: joined just so, or kept apart just so. */
import { sql } from 'kysely'
import { profilesOf, scorePair, type IncidentLexicon } from '../../core/incidents/index.ts'
import type { Analysis, Decision, EventRef, Incident } from '../../core/model/index.ts'
import { loadIncidentLexicon } from '../../resources/load.ts'
import type { Db } from '../engine/engine.ts'
import { dayNumber } from '../query/space.ts'
import { FOREVER } from '../schema/tables.ts'
import type { Task } from '../types/task.ts'
import { impactOf, keyOf, taskOf } from './make.ts'

/** Scores nearer to 0 than this are looked at: below it the machine is right about nine times in ten. */
const MARGIN = 2.2
/** Members of an incident that are compared with each other, events looked at near one, and other incidents that are compared. */
const MEMBERS = 12, NEAR = 40, OTHERS = 4
/** Degrees and days within which an event is near. */
const DEGREES = 0.5, DAYS = 1

interface Near { readonly document_id: string; readonly event: string; readonly incident: string }

/** Where analyses are read from, each once. */
export interface Shelf { readonly of: (documents: readonly string[]) => Promise<ReadonlyMap<string, Analysis>> }

type Profile = ReturnType<typeof profilesOf>[number]

/** Pair tasks of an incident; decisions are those that hold on its events. */
export async function pairTasks(db: Db, shelf: Shelf, incident: Incident, decisions: readonly Decision[]): Promise<readonly Task[]> {
  const lexicon = loadIncidentLexicon(), near = await nearOf(db, incident), others = [...new Map(near.map(n => [n.incident, n])).values()].slice(0, OTHERS)
  const members = incident.members.slice(0, MEMBERS)
  if (members.length < 2 && others.length === 0) return []
  const analyses = await shelf.of([...new Set([...members.map(m => m.document), ...others.map(o => o.document_id)])]), profileOf = profiler(analyses, lexicon)
  const own = members.flatMap(ref => profileOf(ref) ?? [])
  const joined = weakestOf(incident, own, decisions, lexicon), apart: Task[] = []
  for (const other of others) { const task = await apartTask(db, incident, own, other, profileOf, decisions, lexicon); if (task !== null) apart.push(task) }
  return [...joined === null ? [] : [joined], ...apart]
}

function profiler(analyses: ReadonlyMap<string, Analysis>, lexicon: IncidentLexicon): (ref: EventRef) => Profile | null {
  const made = new Map<string, readonly Profile[]>()
  return ({ document, event }) => {
    const analysis = analyses.get(document)
    if (analysis === undefined) return null
    if (!made.has(document)) made.set(document, profilesOf(analysis, lexicon))
    return made.get(document)![analysis.events.findIndex(e => e.id === event)] ?? null
  }
}

/** Events of the same kind near in time and place that are of other incidents. */
async function nearOf(db: Db, { id, type, places: [place], date }: Incident): Promise<readonly Near[]> {
  const first = dayNumber(date?.start ?? date?.end ?? null), last = dayNumber(date?.end ?? date?.start ?? null)
  if (first === null || last === null || place?.country == null) return []
  const { latitude, longitude } = place, spot = latitude === null || longitude === null ? sql`` : sql` and latitude between ${latitude - DEGREES} and ${latitude + DEGREES} and longitude between ${longitude - DEGREES} and ${longitude + DEGREES}`
  const { rows } = await sql<Near>`select document_id, event, incident from events where type = ${type} and country = ${place.country} and first between ${first - DAYS} and ${last + DAYS} and incident is not null and incident <> ${id}${spot} order by incident, document_id, event limit ${NEAR}`.execute(db)
  return rows
}

/** The member that is tied to the others least. */
function weakestOf(incident: Incident, own: readonly Profile[], decisions: readonly Decision[], lexicon: IncidentLexicon): Task | null {
  let weakest: { readonly a: EventRef; readonly b: EventRef; readonly score: number } | null = null
  for (const a of own) {
    const [best] = own.filter(b => b !== a).map(b => ({ a: a.ref, b: b.ref, score: scorePair(a, b, lexicon) })).sort((x, y) => y.score - x.score)
    if (best !== undefined && (weakest === null || best.score < weakest.score)) weakest = best
  }
  if (weakest === null || Math.abs(weakest.score) > MARGIN || decidedBetween(decisions, [weakest.a], own.map(p => p.ref))) return null
  return pairTask(incident, incident.id, weakest, true)
}

async function apartTask(db: Db, incident: Incident, own: readonly Profile[], other: Near, profileOf: (ref: EventRef) => Profile | null, decisions: readonly Decision[], lexicon: IncidentLexicon): Promise<Task | null> {
  const theirs = profileOf({ document: other.document_id, event: other.event })
  const [best] = theirs === null ? [] : own.map(p => ({ a: p.ref, b: theirs.ref, score: scorePair(p, theirs, lexicon) })).sort((x, y) => y.score - x.score)
  if (best === undefined || Math.abs(best.score) > MARGIN) return null
  const members = await db.selectFrom('incident_members').innerJoin('incidents', 'incidents.number', 'owner').select(['document', 'event']).where('incidents.id', '=', other.incident).where('until', '=', FOREVER).execute()
  return decidedBetween(decisions, incident.members, members) ? null : pairTask(incident, other.incident, best, false)
}

function decidedBetween(decisions: readonly Decision[], some: readonly EventRef[], others: readonly EventRef[]): boolean {
  const one = new Set(some.map(keyOf)), two = new Set(others.map(keyOf))
  return decisions.some(d => (d.kind === 'merge' || d.kind === 'split') && (one.has(keyOf(d.a)) && two.has(keyOf(d.b)) || one.has(keyOf(d.b)) && two.has(keyOf(d.a))))
}

function pairTask(incident: Incident, other: string, { a, b, score }: { readonly a: EventRef; readonly b: EventRef; readonly score: number }, same: boolean): Task {
  const [first, second] = [incident.id, other].sort() as [string, string], [from, to] = keyOf(a) < keyOf(b) ? [a, b] : [b, a]
  // Of the logistic of the score: 1 at the threshold itself.
  const uncertainty = 1 - Math.abs(Math.tanh(score / 2))
  return taskOf({ id: `p:${first}:${second}`, incident: first, other: second, document: from.document, uncertainty, impact: impactOf(incident), body: { kind: 'pair', a: from, b: to, score: Math.round(score * 100) / 100, same } })
}
