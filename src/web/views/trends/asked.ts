/** What the trends show, as it stands in the address beside the filters. */
import type { Search } from '../../filters/search.ts'
import { MEASURES, type Measure } from '../../charts/series.ts'
import { UNITS, type Unit } from '../../charts/time.ts'

/** What charts can be split by, with the filter that each of their values is. */
export const SPLITS = [
  { split: 'type', title: 'Type' }, { split: 'mode', title: 'Mode' }, { split: 'participant', title: 'Actor or recipient' }, { split: 'actor', title: 'Actor' }, { split: 'recipient', title: 'Recipient' },
  { split: 'country', title: 'Country' }, { split: 'admin1', title: 'Province' }, { split: 'place', title: 'Place' }, { split: 'publisher', title: 'Publisher' }, { split: 'status', title: 'Status' },
] as const
export type Split = (typeof SPLITS)[number]['split']

/** `unit` null: the one that fits. `split` null: one chart of all. `own`: each chart has its own scale. */
export interface Asked { readonly measure: Measure; readonly unit: Unit | null; readonly split: Split | null; readonly own: boolean }

const among = <T extends string>(values: readonly T[], given: string | undefined): T | undefined => values.find(v => v === given)

/** Reads the view's own parameters; what they cannot be is as if it were not there. */
export const askedOf = (search: Search): Asked => ({
  measure: among(MEASURES, search['show']) ?? 'incidents', unit: among(UNITS, search['unit']) ?? null, own: search['scale'] === 'own',
  split: search['split'] === 'none' ? null : among(SPLITS.map(s => s.split), search['split']) ?? 'type',
})
