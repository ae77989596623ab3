/** Makes the decision that adds an event to a report: its words are checked against the text, and where such an event stands already it is refused. */
import { eventByHand, eventThere, type CodedByHand } from '../../core/incidents/index.ts'
import type { DecisionBody, Span } from '../../core/model/index.ts'
import { StoreError } from '../errors.ts'
import type { Store } from '../types/store.ts'

/** `sha256` names the text that the person read, where it may be another than the present one. Throws StoreError document-unknown, analysis-unknown or decision-invalid. */
export async function additionOf(store: Pick<Store, 'analyses' | 'documents'>, document: string, coded: CodedByHand, sha256?: string): Promise<Extract<DecisionBody, { readonly kind: 'add' }>> {
  const report = await store.documents.get(document), mention = coded.mentions[0]
  if (report === null) throw new StoreError('document-unknown', `There is no document ${JSON.stringify(document.slice(0, 200))}.`)
  if (mention === undefined) throw new StoreError('decision-invalid', 'An event rests on words: give at least one mention.')
  const strange = sha256 === undefined || sha256 === report.sha256 ? spansIn(coded).find(s => report.text.slice(s.start, s.end) !== s.exact) : undefined
  if (strange !== undefined) throw new StoreError('decision-invalid', `The words at ${strange.start}–${strange.end} of ${document} are not ${JSON.stringify(strange.exact.slice(0, 100))}.`)
  const analysis = (await store.analyses.get(document))?.analysis
  if (analysis === undefined) throw new StoreError('analysis-unknown', `There is no coded report ${JSON.stringify(document.slice(0, 200))}.`)
  const there = coded.mentions.map(words => eventThere(analysis, coded.type, words)).find(e => e !== null)
  if (there !== undefined) throw new StoreError('decision-invalid', `An event of this type stands at these words already (${there.id}). Correct that one, or choose the words that tell of the other.`)
  return { kind: 'add', event: { document, event: '', mention, type: coded.type }, coded: eventByHand(coded), sha256: sha256 ?? report.sha256 }
}

/** Every span within a value. */
function spansIn(value: unknown): readonly Span[] {
  if (typeof value !== 'object' || value === null) return []
  return 'exact' in value && 'start' in value ? [value as Span] : Object.values(value).flatMap(spansIn)
}
