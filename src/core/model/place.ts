/** The place layer: toponyms and the gazetteer entries they were resolved to. */
import type { Extent } from './span.ts'

export type Precision = 'site' | 'town' | 'district' | 'province' | 'country'

/** A gazetteer entry: coordinates in decimal degrees (WGS 84); `id` such as "geonames:99532" or "site:ain-al-asad-air-base". */
export interface GazetteerEntry {
  readonly id: string
  readonly name: string
  readonly country: string | null
  readonly admin1: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly precision: Precision
  readonly population: number
  /** A capital or another seat of government, which stands for those who govern as well. */
  readonly seat: boolean
}

/** A toponym in the text. `entry` is null when the name is unknown; `contained` is the mention of the wider place that was written with it. */
export interface PlaceMention extends Extent {
  readonly name: string
  readonly first: number
  readonly last: number
  readonly entry: GazetteerEntry | null
  /** The precision that a type word beside the name gives it ("Andar district"), known or not; null without one. */
  readonly asked: Precision | null
  /** Where the words name a part of a country by its compass point ("eastern Syria", "the north of Mali"), the offset at which they begin; else null. */
  readonly part: number | null
  /** Index in the layer of the mention that contains this one ("al-Qaim, in Anbar province"), or -1. */
  readonly container: number
  /** 0..1, how surely the entry was chosen among its rivals. */
  readonly score: number
  readonly rule: string
}
