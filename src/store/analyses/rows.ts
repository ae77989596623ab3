/** Events and claims of a document's current analysis, as rows to be asked. */
import type { Analysis, Event } from '../../core/model/index.ts'
import type { Tx } from '../engine/engine.ts'
import { dayNumber } from '../query/space.ts'
import type { Missed } from '../types/task.ts'
import { inChunks } from '../writing.ts'

export interface DocumentOf { readonly number: number; readonly publisher: string | null; readonly published: string | null }

/** Puts the rows of an analysis in place of those of the document's last one. Which incident an event of the same id is of stays noted until incidents are read anew. */
export async function putRows(tx: Tx, document: DocumentOf, analysis: Analysis): Promise<void> {
  const before = await tx.selectFrom('events').select(['event', 'incident']).where('document', '=', document.number).where('incident', 'is not', null).execute(), told = new Map(before.map(r => [r.event, r.incident]))
  await tx.deleteFrom('events').where('document', '=', document.number).execute()
  await tx.deleteFrom('claims').where('owner', '=', document.number).execute()
  await inChunks(analysis.events.map(event => ({ ...eventRow(document, analysis, event), incident: told.get(event.id) ?? null })), rows => tx.insertInto('events').values(rows).execute())
  await inChunks(analysis.events.flatMap(event => claimRows(document, analysis, event).map(row => ({ ...row, incident: told.get(event.id) ?? null }))), rows => tx.insertInto('claims').values(rows).execute())
}

/** Puts the candidates that coding let go in place of those of before. */
export async function putMissed(tx: Tx, document: number, missed: readonly Missed[]): Promise<void> {
  await tx.deleteFrom('missed').where('document', '=', document).execute()
  await inChunks(missed.map(({ type, span: { start, end, exact }, confidence }, n) => ({ document, n, type, first_at: start, last_at: end, exact, confidence })), rows => tx.insertInto('missed').values(rows).execute())
}

function eventRow(document: DocumentOf, analysis: Analysis, { id, type, status, places, date }: Event) {
  const place = places[0]
  return {
    document: document.number, event: id, document_id: analysis.document.id, type, status, country: place?.country ?? null,
    first: dayNumber(date?.start ?? date?.end ?? null), last: dayNumber(date?.end ?? date?.start ?? null), latitude: place?.latitude ?? null, longitude: place?.longitude ?? null,
  }
}

const claimRows = (document: DocumentOf, analysis: Analysis, event: Event) => event.claims.map((claim, n) => ({
  id: `${analysis.document.id}/${event.id}/${n + 1}`, owner: document.number, document: analysis.document.id, event: event.id, publisher: document.publisher, published: document.published,
  speaker: claim.speaker.name, entity: claim.speaker.entity, stance: claim.stance, about: claim.about, body: JSON.stringify(claim),
}))
