/** Names an event for a decision, with the words by which it is found again when a new engine has coded its report. */
import type { EventAnchor, EventRef } from '../../core/model/index.ts'
import { StoreError } from '../errors.ts'
import type { Store } from '../types/store.ts'

/** The event with the words of its present coding. Throws StoreError analysis-unknown or event-unknown. */
export async function anchorOf(store: Pick<Store, 'analyses'>, { document, event }: EventRef): Promise<EventAnchor> {
  const events = (await store.analyses.get(document))?.analysis.events
  if (events === undefined) throw new StoreError('analysis-unknown', `There is no coded report ${JSON.stringify(document.slice(0, 200))}.`)
  const found = events.find(e => e.id === event), mention = found?.mentions[0]
  if (found === undefined || mention === undefined) throw new StoreError('event-unknown', `${document} has no event ${JSON.stringify(event.slice(0, 200))}; it has ${events.map(e => e.id).join(', ') || 'none'}.`)
  return { document, event, mention, type: found.type }
}
