/** From a report that the engine has read to MUC-4's incidents, with the weights that stand beside this file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { readingOf, type Layers } from '../../src/core/events/reading.ts'
import { findTriggers } from '../../src/core/events/triggers.ts'
import type { Event } from '../../src/core/model/index.ts'
import { fill } from './fill.ts'
import { incidentsOf, type Incident } from './incident.ts'
import type { MannerName } from './manner.ts'
import { NO_PLACES, type PlaceList } from './place-list.ts'
import { indexed } from './role-features.ts'
import { readModel, type MucModel } from './role-model.ts'

const FILES: Readonly<Record<MannerName, string>> = { lower: 'role-weights-lower.tsv.br', original: 'role-weights.tsv.br' }
const models = new Map<MannerName, MucModel>()

/** Weights for a text by its case, read once, when first asked for. Those for lower-cased texts know nothing of the official slots, which no board asks of them. */
function weightsFor({ text }: Layers['text']): MucModel {
  const manner = text === text.toLowerCase() ? 'lower' : 'original', model = models.get(manner) ?? readModel(brotliDecompressSync(readFileSync(join(import.meta.dirname, FILES[manner]))).toString('utf8'), manner)
  models.set(manner, model)
  return model
}

/** The incidents of a report: what the weights fill, joined to what the engine tells of the events. */
export function incidentsIn(layers: Layers, events: readonly Event[], list: PlaceList = NO_PLACES): readonly Incident[] {
  const told = indexed({ layers, events, triggers: findTriggers(readingOf(layers)) }), weights = weightsFor(layers.text)
  return incidentsOf(fill(told, weights), told, weights, list)
}
