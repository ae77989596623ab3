/** From a report that the engine has read to MUC-4's incidents, with the weights that stand beside this file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { readingOf, type Layers } from '../../src/core/events/reading.ts'
import { findTriggers } from '../../src/core/events/triggers.ts'
import type { Event } from '../../src/core/model/index.ts'
import { fill } from './fill.ts'
import { incidentsOf, type Incident } from './incident.ts'
import { NO_PLACES, type PlaceList } from './place-list.ts'
import { indexed } from './role-features.ts'
import { readModel, type MucModel } from './role-model.ts'

let model: MucModel | null = null

/** Read once, when first asked for. */
function weights(): MucModel {
  model ??= readModel(brotliDecompressSync(readFileSync(join(import.meta.dirname, 'role-weights.tsv.br'))).toString('utf8'))
  return model
}

/** The incidents of a report: what the weights fill, joined to what the engine tells of the events. */
export function incidentsIn(layers: Layers, events: readonly Event[], list: PlaceList = NO_PLACES): readonly Incident[] {
  const told = indexed({ layers, events, triggers: findTriggers(readingOf(layers)) })
  return incidentsOf(fill(told, weights()), told, weights(), list)
}
