/** The views of the desk, in the order of the list: one line each, and one import. */
import { actor, actors, place, places } from './actors/index.ts'
import { chain } from './chain/index.ts'
import { incident } from './incident/index.ts'
import { batch } from './batch/index.ts'
import { map } from './map/index.ts'
import { report } from './report/index.ts'
import { review } from './review/index.ts'
import { sources } from './sources/index.ts'
import { table } from './table/index.ts'
import { trends } from './trends/index.ts'
import { tryIt } from './try/index.ts'
import type { View } from './view.ts'

export const VIEWS: readonly View[] = [
  map,
  table,
  review,
  batch,
  sources,
  incident,
  chain,
  trends,
  actors,
  places,
  actor,
  place,
  tryIt,
  report,
]
