/** Reads models/parser.bin: a JSON header, then int8 rows with a float32 scale each. */
import { fromUtf8 } from '../lexicon/utf8.ts'
import { leastRows } from './features.ts'
import { type Lemmas, readLemmas } from './lemmatise.ts'
import { Arena, cellOf, padded, type Factor } from './matrix.ts'

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

/** A linear layer: weights [in][out padded], bias of the padded width. */
export interface Linear { readonly weights: Factor; readonly bias: Float32Array; readonly out: number }
export interface Direction { readonly input: Linear; readonly recurrent: Linear }
/** A table of embeddings as the file holds it, each row a scale and its int8 numbers; `copyRow` reads one. */
export interface Embedding { readonly width: number; readonly bytes: DataView }

export interface ParserModel {
  readonly version: string
  readonly hidden: number
  readonly vocabulary: ReadonlyMap<string, number>
  readonly tags: readonly string[]
  readonly relations: readonly string[]
  readonly names: readonly string[]
  readonly embeddings: readonly Embedding[]
  readonly layers: readonly (readonly [Direction, Direction])[]
  readonly root: Float32Array
  readonly heads: Readonly<Record<'tag' | 'name' | 'arcHead' | 'arcDependent' | 'labelHead' | 'labelDependent', Linear>>
  /** Arc weights [160][160], the bias on heads, the bias on distances -32..32 and the root. */
  readonly arc: { readonly weights: Factor; readonly head: Float32Array; readonly distance: Float32Array }
  /** Label weights [65][relations * 65 padded]. */
  readonly label: { readonly weights: Factor; readonly width: number }
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
    embeddings: ['ew', 'es', 'ep', 'eh', 'e4', 'e1'].map((name, k) => embedding(header, body, `${name}.weight`, leastRows(header.vocabulary.length)[k]!)),
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

function embedding(header: Header, body: Uint8Array, name: string, least: number): Embedding {
  const tensor = tensorOf(header, body, name)
  if (tensor.rows < least) throw broken(`part ${name}`)
  return rowsOf(body, tensor)
}

const rowsOf = (body: Uint8Array, { rows, columns: width, at }: Tensor): Embedding => ({ width, bytes: new DataView(body.buffer, body.byteOffset + at, rows * (4 + width)) })

/** Writes a row's floats at `at`: its scale times each of its int8 numbers. */
export function copyRow({ width, bytes }: Embedding, row: number, out: Float32Array, at: number): void {
  const start = row * (4 + width), scale = bytes.getFloat32(start, true)
  for (let c = 0; c < width; c++) out[at + c] = scale * bytes.getInt8(start + 4 + c)
}

/** Float values of a tensor. */
function dequantise(header: Header, body: Uint8Array, name: string): Float32Array {
  const tensor = tensorOf(header, body, name), { rows, columns } = tensor, table = rowsOf(body, tensor), out = new Float32Array(rows * columns)
  for (let r = 0; r < rows; r++) copyRow(table, r, out, r * columns)
  return out
}

/** One number for each row of the weights that it goes with. */
function biasOf(header: Header, body: Uint8Array, name: string, weight: string): Float32Array {
  const bias = dequantise(header, body, name)
  if (bias.length !== tensorOf(header, body, weight).rows) throw broken(`part ${name}`)
  return bias
}

function place(arena: Arena, { rows, columns }: Tensor, values: Float32Array): Factor {
  const factor = arena.factor(rows, columns)
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) arena.floats[cellOf(factor, r, c)] = values[r * columns + c]!
  return factor
}

function packLinear(arena: Arena, { rows: out, columns: input }: Tensor, values: Float32Array, biases: readonly Float32Array[]): Linear {
  const weights = arena.factor(input, out), bias = new Float32Array(padded(out))
  for (let o = 0; o < out; o++) for (let i = 0; i < input; i++) arena.floats[cellOf(weights, i, o)] = values[o * input + i]!
  for (const b of biases) for (let o = 0; o < out; o++) bias[o] = bias[o]! + b[o]!
  return { weights, bias, out }
}

/** L[relation][dependent][head] becomes [dependent][relation * width + head]. */
function packLabels(arena: Arena, count: number, { rows, columns: width }: Tensor, values: Float32Array): ParserModel['label'] {
  if (rows !== count * width) throw broken('part L')
  const weights = arena.factor(width, count * width)
  for (let r = 0; r < count; r++) for (let d = 0; d < width; d++) for (let e = 0; e < width; e++) arena.floats[cellOf(weights, d, r * width + e)] = values[(r * width + d) * width + e]!
  return { weights, width }
}
