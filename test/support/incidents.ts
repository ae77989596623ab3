/** Invented incidents for tests of what stands above core. */
import type { Incident, Participant, Place, Quantity } from '../../src/core/model/index.ts'

export const party = (name: string, sectors: readonly string[], country: string | null = null, entity: string | null = null): Participant => ({ name, entity, country, sectors, labels: [], evidence: [] })
export const exactly = (n: number): Quantity => ({ min: n, max: n, of: null, evidence: [] })
export const at = (name: string, precision: Place['precision'], country: string, latitude: number | null, longitude: number | null, admin1: string | null = null): Place =>
  ({ name, country, admin1, latitude, longitude, precision, gazetteer: null, evidence: [] })

/** An air raid on a town, told by two reports; `change` replaces fields. */
export function incident(id: string, change: Partial<Incident> = {}): Incident {
  return {
    id, members: [{ document: 'r1', event: 'e1' }, { document: 'r2', event: 'e1' }], type: 'ASSAULT', mode: 'aerial', contexts: ['military'], status: 'occurred', reciprocal: false,
    summary: 'Air force bombs fighters in Marib', actors: [party('Air Force', ['MIL'], 'SA', 'sa.military')], recipients: [party('Northern Front', ['REB'])],
    places: [at('Marib', 'town', 'YE', 15.46, 45.33, "Ma'rib")], date: { edtf: '2024-03-02', start: '2024-03-02', end: '2024-03-02', stated: true, evidence: [] },
    killed: exactly(7), injured: null, attackersKilled: null, detained: null, count: null, weapons: ['jets'],
    fields: [{
      field: 'killed', chosen: 0, corrected: null, rule: 'most-independent', why: 'Two publishers say so.', disputed: true,
      values: [
        { value: exactly(7), testimonies: [{ document: 'r1', event: 'e1', publisher: 'Harbour Wire', published: '2024-03-03', speaker: 'health officials', entity: null, stance: 'reports', about: 'killed', evidence: [{ start: 10, end: 22, exact: 'killed seven' }], copyOf: null }] },
        { value: { min: 3, max: 12, of: null, evidence: [] }, testimonies: [{ document: 'r2', event: 'e1', publisher: 'Coast Daily', published: '2024-03-04', speaker: null, entity: null, stance: 'reports', about: 'killed', evidence: [], copyOf: null }] },
      ],
    }],
    disputed: true, grade: 'contested', gradeWhy: 'Two tolls are claimed.', independent: 2,
    links: [{ incident: 'i9', kind: 'retaliation', evidence: [{ document: 'r1', event: 'e1', span: { start: 0, end: 4, exact: 'hit back' } }] }], confidence: 0.9, ...change,
  }
}
