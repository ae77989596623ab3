/** The base map: countries and their borders from Natural Earth (world-atlas), borders that are disputed told apart, or a file of the user's own. */
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { linesOf, polygonsOf, unwrapped, type BaseMap } from './shapes.ts'
import address from 'world-atlas/countries-50m.json?url'

/** Pairs between which Natural Earth's line is a de facto or disputed one. It shows who holds a place, not whose it is: Crimea, for one, stands on Russia's side. */
const DISPUTED: readonly (readonly [string, string])[] = [
  ['W. Sahara', 'Morocco'], ['W. Sahara', 'Algeria'], ['W. Sahara', 'Mauritania'], ['Somaliland', 'Somalia'], ['N. Cyprus', 'Cyprus'], ['Kosovo', 'Serbia'], ['Siachen Glacier', 'India'], ['Siachen Glacier', 'Pakistan'], ['Siachen Glacier', 'China'],
  ['India', 'Pakistan'], ['India', 'China'], ['Israel', 'Palestine'], ['Israel', 'Syria'], ['Israel', 'Lebanon'], ['Ukraine', 'Russia'], ['Sudan', 'S. Sudan'], ['Sudan', 'Egypt'], ['Kenya', 'S. Sudan'], ['North Korea', 'South Korea'], ['Guyana', 'Venezuela'], ['Guyana', 'Suriname'], ['Armenia', 'Azerbaijan'], ['Kyrgyzstan', 'Tajikistan'], ['Ethiopia', 'Eritrea'], ['Ethiopia', 'Sudan'], ['Bhutan', 'China'], ['Georgia', 'Russia'],
]
const KEYS = new Set(DISPUTED.flatMap(([a, b]) => [`${a}|${b}`, `${b}|${a}`]))

interface Named { readonly name: string }
type Countries = GeometryCollection<Named>

export async function shippedBase(signal?: AbortSignal): Promise<BaseMap> {
  const answer = await fetch(address, { signal: signal ?? null })
  return baseOf(await answer.json() as Topology<{ countries: Countries }>)
}

function baseOf(topology: Topology<{ countries: Countries }>): BaseMap {
  const { countries } = topology.objects, isDisputed = (a: unknown, b: unknown): boolean => KEYS.has(`${nameOf(a)}|${nameOf(b)}`)
  return {
    countries: feature(topology, countries).features.map(f => ({ name: f.properties.name, polygons: polygonsOf(f.geometry).map(rings => rings.map(ring => unwrapped(ring, true))) })), from: 'Natural Earth',
    borders: linesOf(mesh(topology, countries, (a, b) => a !== b && !isDisputed(a, b))).map(line => unwrapped(line, false)), disputed: linesOf(mesh(topology, countries, (a, b) => a !== b && isDisputed(a, b))).map(line => unwrapped(line, false)),
  }
}

const nameOf = (geometry: unknown): string => (geometry as { readonly properties?: Named }).properties?.name ?? ''
