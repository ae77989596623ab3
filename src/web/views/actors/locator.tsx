/** A small map that says where in the world a place lies; its extent is drawn as wide as it is known. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-110m.json?url'
import type { Precision } from '../../../core/model/index.ts'
import { linesOf, windowAround } from './locate.ts'

type Atlas = Topology<{ readonly countries: GeometryCollection }>

const SIZE = { width: 280, height: 190 }
/** Radius of the extent, in kilometres: about how far a point may lie from what happened. */
const REACH_KM: Readonly<Record<Precision, number>> = { site: 0, town: 0, district: 40, province: 120, country: 0 }

export default function Locator({ latitude, longitude, precision, name }: { readonly latitude: number; readonly longitude: number; readonly precision: Precision; readonly name: string }): ReactNode {
  const { data } = useQuery({ queryKey: ['atlas'], staleTime: Infinity, queryFn: async () => { const world = await (await fetch(atlas)).json() as Atlas; return feature(world, world.objects.countries).features.map(f => f.geometry) } })
  const view = windowAround(latitude, longitude, SIZE), x = SIZE.width / 2, y = view.y(latitude), radius = REACH_KM[precision] / 111 * view.scale
  return (
    <svg className="locator" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={`${name} at ${latitude.toFixed(1)}, ${longitude.toFixed(1)}`}>
      <rect width={SIZE.width} height={SIZE.height} className="sea" />
      {data !== undefined && <path d={linesOf(data, view)} className="land" />}
      {precision === 'country' ? null : radius > 4 ? <circle cx={x} cy={y} r={radius} className="reach" /> : <><circle cx={x} cy={y} r={9} className="halo" /><circle cx={x} cy={y} r={4} className="point" /></>}
    </svg>
  )
}
