/** An incident of a store on whose dead people differ. */
import type { Incident, Quantity, RivalValue } from '../../src/core/model/index.ts'
import type { Desk } from './server.ts'

/** `other` is the value at `at` that is not preferred, `value` its figure. */
export interface RivalToll { readonly incident: Incident; readonly at: number; readonly other: RivalValue; readonly value: number }

/** The first by id whose other value somebody is named for; throws where the engine finds none. */
export async function rivalToll({ store }: Desk): Promise<RivalToll> {
  for (const { incident } of (await store.incidents.query({ size: 200 })).rows) {
    const reading = incident.fields.find(f => f.field === 'killed'), at = reading?.values.findIndex((v, i) => i !== reading.chosen && v.testimonies.some(t => t.speaker !== null && t.evidence.length > 0)) ?? -1
    if (reading?.chosen != null && at >= 0) { const other = reading.values[at]!; return { incident, at, other, value: (other.value as Quantity).min! } }
  }
  throw new Error('No incident of the invented reports has rival tolls any more; give the test others.')
}
