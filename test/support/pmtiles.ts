/** Writes a small PMTiles file (version 3) with one vector tile of the whole world, by hand: enough for a map to draw from. */
import { latitudeOf, longitudeOf, xOf, yOf } from '../../src/web/views/map/mercator.ts'

const varint = (n: number): readonly number[] => { const out: number[] = []; for (let rest = n; ; rest = Math.floor(rest / 128)) { if (rest < 128) return [...out, rest]; out.push(rest % 128 + 128) } }
const field = (number: number, bytes: readonly number[]): readonly number[] => [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes]
const whole = (number: number, n: number): readonly number[] => [...varint(number * 8), ...varint(n)]
const text = (words: string): readonly number[] => [...Buffer.from(words)]
const zigzag = (n: number): number => (n < 0 ? -2 * n - 1 : 2 * n)

/** Units of a tile's side. */
const EXTENT = 4096

/** An area as a layer of a vector tile (Mapbox Vector Tile 2.1), from a ring of degrees, drawn clockwise. */
function layer(name: string, ring: readonly (readonly [number, number])[]): readonly number[] {
  let [x, y] = [0, 0]
  const step = ([longitude, latitude]: readonly [number, number]): readonly number[] => { const [a, b] = [Math.round(xOf(longitude) * EXTENT), Math.round(yOf(latitude) * EXTENT)], moved = [zigzag(a - x), zigzag(b - y)]; [x, y] = [a, b]; return moved }
  const [first, ...others] = ring, geometry = [9, ...step(first!), others.length * 8 + 2, ...others.flatMap(step), 15]
  return field(3, [...whole(15, 2), ...field(1, text(name)), ...field(2, [...whole(3, 3), ...field(4, geometry.flatMap(varint))]), ...whole(5, EXTENT)])
}

const uint64 = (n: number): readonly number[] => { const bytes = Buffer.alloc(8); bytes.writeBigUInt64LE(BigInt(n)); return [...bytes] }
const int32 = (n: number): readonly number[] => { const bytes = Buffer.alloc(4); bytes.writeInt32LE(n); return [...bytes] }

/** A file with one area in a layer of that name. `vector` false gives a file whose tiles say that they are pictures. */
export function pmtilesOf(name: string, ring: readonly (readonly [number, number])[], vector = true): Buffer {
  const tile = layer(name, ring), metadata = text(JSON.stringify(vector ? { vector_layers: [{ id: name, fields: {} }] } : { name: 'pictures' })), directory = [1, 0, 1, tile.length, 1].flatMap(varint)
  const at = { root: 127, metadata: 127 + directory.length, tiles: 127 + directory.length + metadata.length }, degrees = (n: number): readonly number[] => int32(Math.round(n * 1e7))
  const header = [
    ...text('PMTiles'), 3, ...[at.root, directory.length, at.metadata, metadata.length, 0, 0, at.tiles, tile.length, 1, 1, 1].flatMap(uint64), 1, 1, 1, vector ? 1 : 2, 0, 0,
    ...[longitudeOf(0), latitudeOf(1), longitudeOf(1), latitudeOf(0)].flatMap(degrees), 0, ...degrees(0), ...degrees(0),
  ]
  return Buffer.from([...header, ...directory, ...metadata, ...tile])
}
