/** Takes the words of a deleted report out of the past: readings that rested on it, what people wrote about it, its addresses. That it was there, and why it is not, stays. */
import { sql } from 'kysely'
import { eventByHand } from '../../core/incidents/index.ts'
import type { Decision, EventAnchor, Incident } from '../../core/model/index.ts'
import type { Tx } from '../engine/engine.ts'
import { inChunks, type Context, type Writing } from '../writing.ts'
import { hashedAddress } from './address.ts'

/** Blanks all that quotes the report or was read from it. The report itself is deleted in the same transaction. */
export async function eraseWords({ engine }: Context, { tx }: Writing, id: string): Promise<void> {
  const numbers = await withholdReadings(tx, id)
  await engine.unplace(tx, numbers)
  await blankDecisions(tx, id)
  await sql`update review_codings set body = '[]' where body is not null and owner in (select number from reviews where document = ${id})`.execute(tx)
  await blankTasks(tx, id)
  await tx.deleteFrom('shelf_keys').where('owner', 'in', q => q.selectFrom('shelf').select('number').where('document', '=', id)).execute()
  for (const { canonical } of await tx.selectFrom('addresses').select('canonical').where('id', '=', id).execute()) await tx.updateTable('addresses').set({ canonical: hashedAddress(canonical) }).where('canonical', '=', canonical).execute()
}

const WITHHELD = 'Withheld: a report that this reading rested on was deleted for good.'

/** Every reading of an incident that the report had a part in, now or ever, keeps its codes and loses its words. Returns their numbers. */
async function withholdReadings(tx: Tx, id: string): Promise<readonly number[]> {
  const rows = await tx.selectFrom('incidents').innerJoin('incident_members', 'owner', 'number').select(['number', 'body']).distinct().where('document', '=', id).execute()
  for (const { number, body } of rows) await tx.updateTable('incidents').set({ summary: WITHHELD, body: JSON.stringify(withheld(JSON.parse(body) as Incident)), place: null, place_name: null, admin1: null, precise: null, latitude: null, longitude: null }).where('number', '=', number).execute()
  await inChunks(rows.map(r => r.number), async some => {
    await tx.deleteFrom('incident_actors').where('owner', 'in', [...some]).execute()
    await tx.updateTable('incident_links').set({ evidence: '[]' }).where('owner', 'in', [...some]).execute()
  })
  return rows.map(r => r.number)
}

/** What are codes and numbers, no words. Whose words a value rests on cannot be told apart, so all go. */
function withheld(incident: Incident): Incident {
  const { date, killed, injured, attackersKilled, detained, count } = incident, plain = <T extends { readonly evidence: readonly unknown[] } | null>(value: T): T => (value === null ? value : { ...value, evidence: [], ...'of' in value ? { of: null } : {} })
  return {
    ...incident, summary: WITHHELD, gradeWhy: WITHHELD, actors: [], recipients: [], places: [], weapons: [], fields: [], links: incident.links.map(l => ({ ...l, evidence: [] })),
    date: plain(date), killed: plain(killed), injured: plain(injured), attackersKilled: plain(attackersKilled), detained: plain(detained), count: plain(count),
  }
}

/** Tasks about the report are made anew where there is still something to ask; what people said of them keeps that they did and how they chose. */
async function blankTasks(tx: Tx, id: string): Promise<void> {
  await sql`delete from tasks where document = ${id} or body like ${holding(JSON.stringify(id))} escape '~'`.execute(tx)
  await sql`update task_answers set note = null where document = ${id}`.execute(tx)
  const { rows } = await sql<{ owner: number; task: string; body: string }>`select owner, task, body from batch_tasks where body like ${holding(id)} escape '~'`.execute(tx)
  for (const { owner, task, body } of rows) {
    await tx.updateTable('batch_tasks').set({ body: withoutQuotations(body) }).where('owner', '=', owner).where('task', '=', task).execute()
    await tx.updateTable('batch_answers').set({ decisions: '[]', note: null }).where('owner', '=', owner).where('task', '=', task).execute()
  }
}

/** A pattern for what holds the words; more than they is found where they stand within longer ones, which does no harm. */
const holding = (words: string): string => `%${words.replace(/[~%_]/g, '~$&')}%`

/** JSON whose quotations are empty, also those in a text that is JSON itself. */
const withoutQuotations = (json: string): string => JSON.stringify(JSON.parse(json, (key, value: unknown) => (key === 'exact' ? '' : key === 'body' && typeof value === 'string' ? withoutQuotations(value) : value)))

/** Decisions that speak of the report stay as such: who decided what kind of thing on which event, and when. */
async function blankDecisions(tx: Tx, id: string): Promise<void> {
  const rows = await tx.selectFrom('decisions').innerJoin('decision_events', 'owner', 'number').select(['decisions.number', 'decisions.id', 'body']).distinct().where('document', '=', id).execute()
  for (const row of rows) {
    await tx.updateTable('decisions').set({ reason: null, body: JSON.stringify(blank(JSON.parse(row.body) as Decision, id)) }).where('number', '=', row.number).execute()
    await tx.updateTable('changes').set({ reason: null }).where('kind', '=', 'decision').where('id', '=', row.id).execute()
  }
}

function blank(decision: Decision, id: string): Decision {
  const anchor = (a: EventAnchor): EventAnchor => (a.document === id ? { ...a, mention: { ...a.mention, exact: '' } } : a), base = { ...decision, reason: null }
  switch (base.kind) {
    case 'merge': case 'split': return { ...base, a: anchor(base.a), b: anchor(base.b) }
    case 'link': case 'unlink': return { ...base, from: anchor(base.from), to: anchor(base.to) }
    case 'add': return { ...base, event: anchor(base.event), coded: eventByHand({ id: base.coded.id, type: base.coded.type, mentions: [] }) }
    case 'correct': return { ...base, event: anchor(base.event), value: null, evidence: [] }
    case 'flag': case 'comment': return { ...base, event: anchor(base.event), text: '' }
    case 'accept': case 'reject': return { ...base, event: anchor(base.event) }
    case 'undo': return base
  }
}
