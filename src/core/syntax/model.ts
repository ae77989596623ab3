/** Reads models/parser.bin: a JSON header, then int8 rows with a float32 scale each. */
import { fromUtf8 } from '../lexicon/utf8.ts'
import { type Lemmas, readLemmas } from './lemmatise.ts'
import { Arena, padded, type Matrix } from './matrix.ts'

/** Raised when the bytes are not a parser model of this version. */
export class ParserModelError extends Error {
  readonly code = 'bad-model'
}

interface Tensor { readonly rows: number; readonly columns: number; readonly at: number }
interface Header {
  readonly format: number; readonly version: string; readonly hidden: number; readonly layers: number
  readonly vocabulary: readonly string[]; readonly tags: readonly string[]; readonly relations: readonly string[]; readonly names: readonly string[]
  readonly tensors: Readonly<Record<string, Tensor>>
}

/** A linear layer: weights laid out [in][out padded], bias of the padded width. */
export interface Linear { readonly weights: Matrix; readonly bias: Float32Array; readonly out: number }
export interface Direction { readonly input: Linear; readonly recurrent: Linear }

export interface ParserModel {
  readonly version: string
  readonly hidden: number
  readonly vocabulary: ReadonlyMap<string, number>
  readonly tags: readonly string[]
  readonly relations: readonly string[]
  readonly names: readonly string[]
  readonly embeddings: readonly { readonly width: number; readonly values: Float32Array }[]
  readonly layers: readonly (readonly [Direction, Direction])[]
  readonly root: Float32Array
  readonly heads: Readonly<Record<'tag' | 'name' | 'arcHead' | 'arcDependent' | 'labelHead' | 'labelDependent', Linear>>
  /** Arc weights [160][160], the bias on heads, the bias on distances -32..32 and the root. */
  readonly arc: { readonly weights: Matrix; readonly head: Float32Array; readonly distance: Float32Array }
  /** Label weights [65][relations * 65 padded]. */
  readonly label: { readonly weights: Matrix; readonly width: number }
  readonly lemmas: Lemmas
  readonly arena: Arena
}

const MAGIC = 'CASUSPAR', FORMAT = 1

/** Loads the parser. `lemmas` is the text of models/lemmas.tsv. Throws ParserModelError. */
export function loadParser(bytes: Uint8Array, lemmas: string, arena: Arena = new Arena()): ParserModel {
  const { header, body } = readHeader(bytes)
  const values = (name: string): Float32Array => dequantise(header, body, name)
  const linear = (weight: string, biases: readonly string[]): Linear => packLinear(arena, tensorOf(header, body, weight), values(weight), biases.map(name => biasOf(header, body, name, weight)))
  const direction = (layer: number, suffix: string): Direction => ({
    input: linear(`rnn.weight_ih_l${layer}${suffix}`, [`rnn.bias_ih_l${layer}${suffix}`, `rnn.bias_hh_l${layer}${suffix}`]), recurrent: linear(`rnn.weight_hh_l${layer}${suffix}`, []),
  })
  const head = (name: string): Linear => linear(`${name}.weight`, [`${name}.bias`])
  return {
    version: header.version, hidden: header.hidden, tags: header.tags, relations: header.relations, names: header.names,
    vocabulary: new Map(header.vocabulary.map((word, i) => [word, i + 2])),
    embeddings: ['ew', 'es', 'ep', 'eh', 'e4', 'e1'].map(name => ({ width: tensorOf(header, body, `${name}.weight`).columns, values: values(`${name}.weight`) })),
    layers: Array.from({ length: header.layers }, (_, l) => [direction(l, ''), direction(l, '_reverse')] as const),
    root: values('root'),
    heads: { tag: head('tag'), name: head('names'), arcHead: head('ah'), arcDependent: head('ad'), labelHead: head('lh'), labelDependent: head('ld') },
    arc: { weights: place(arena, tensorOf(header, body, 'U'), values('U')), head: values('ub'), distance: values('dist.weight') },
    label: packLabels(arena, header.relations.length, tensorOf(header, body, 'L'), values('L')),
    lemmas: readLemmas(lemmas), arena,
  }
}

function readHeader(bytes: Uint8Array): { header: Header; body: Uint8Array } {
  const magic = String.fromCharCode(...bytes.subarray(0, 8))
  if (magic !== MAGIC || bytes.length < 16) throw new ParserModelError('These bytes are not a Casus parser model; restore models/parser.bin from the package.')
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(8, true)
  const header = parsed(bytes.subarray(12, 12 + size))
  if (typeof header !== 'object' || header === null || (header as Header).format !== FORMAT) throw new ParserModelError('This parser model was made for another version of Casus; run training/parser-export.py again.')
  if (!isHeader(header)) throw broken('header')
  return { header, body: bytes.subarray(12 + size) }
}

const broken = (part: string): ParserModelError => new ParserModelError(`The ${part} of the parser model is damaged or cut short; restore models/parser.bin from the package.`)

function parsed(json: Uint8Array): unknown {
  try { return JSON.parse(fromUtf8(json, 0, json.length)) as unknown } catch { throw broken('header') }
}

const LISTS = ['vocabulary', 'tags', 'relations', 'names'] as const

const isHeader = (value: object): value is Header => {
  const h = value as Partial<Header>
  return typeof h.version === 'string' && h.version !== '' && isSize(h.hidden) && isSize(h.layers) && typeof h.tensors === 'object' && h.tensors !== null
    && LISTS.every(list => Array.isArray(h[list]) && h[list].length > 0 && h[list].every(word => typeof word === 'string'))
}

const isSize = (n: unknown): boolean => Number.isInteger(n) && (n as number) > 0

/** Where a tensor lies; all of it must lie within the body. */
function tensorOf(header: Header, body: Uint8Array, name: string): Tensor {
  const tensor = Object.hasOwn(header.tensors, name) ? header.tensors[name] : undefined
  if (tensor === undefined) throw new ParserModelError(`The parser model lacks ${name}; run training/parser-export.py again.`)
  if (tensor === null || !isSize(tensor.rows) || !isSize(tensor.columns) || !isSize(tensor.at + 1) || tensor.at + tensor.rows * (4 + tensor.columns) > body.length) throw broken(`part ${name}`)
  return tensor
}

/** Float values of a tensor: each row's scale, then its int8 numbers. */
function dequantise(header: Header, body: Uint8Array, name: string): Float32Array {
  const { rows, columns, at } = tensorOf(header, body, name), out = new Float32Array(rows * columns)
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  for (let r = 0; r < rows; r++) {
    const start = at + r * (4 + columns), scale = view.getFloat32(start, true)
    for (let c = 0; c < columns; c++) out[r * columns + c] = scale * view.getInt8(start + 4 + c)
  }
  return out
}

/** One number for each row of the weights that it goes with. */
function biasOf(header: Header, body: Uint8Array, name: string, weight: string): Float32Array {
  const bias = dequantise(header, body, name)
  if (bias.length !== tensorOf(header, body, weight).rows) throw broken(`part ${name}`)
  return bias
}

function place(arena: Arena, tensor: Tensor, values: Float32Array): Matrix {
  const matrix = arena.make(tensor.rows, padded(tensor.columns))
  for (let r = 0; r < tensor.rows; r++) arena.floats.set(values.subarray(r * tensor.columns, (r + 1) * tensor.columns), (matrix.at >> 2) + r * matrix.columns)
  return matrix
}

function packLinear(arena: Arena, { rows: out, columns: input }: Tensor, values: Float32Array, biases: readonly Float32Array[]): Linear {
  const weights = arena.make(input, padded(out)), bias = new Float32Array(padded(out))
  for (let o = 0; o < out; o++) for (let i = 0; i < input; i++) arena.floats[(weights.at >> 2) + i * weights.columns + o] = values[o * input + i]!
  for (const b of biases) for (let o = 0; o < out; o++) bias[o] = bias[o]! + b[o]!
  return { weights, bias, out }
}

/** L[relation][dependent][head] becomes [dependent][relation * width + head]. */
function packLabels(arena: Arena, count: number, { rows, columns: width }: Tensor, values: Float32Array): ParserModel['label'] {
  if (rows !== count * width) throw broken('part L')
  const weights = arena.make(width, padded(count * width))
  for (let r = 0; r < count; r++) for (let d = 0; d < width; d++) for (let e = 0; e < width; e++) arena.floats[(weights.at >> 2) + d * weights.columns + r * width + e] = values[(r * width + d) * width + e]!
  return { weights, width }
}
