/** The syntax layer: the matrix kernel, its parts, and what the parser makes of simple sentences. */
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SyntaxLayer, TextLayer } from '../src/core/model/index.ts'
import { featuresOf } from '../src/core/syntax/features.ts'
import { openKernel } from '../src/core/syntax/kernel.ts'
import { Arena, cellOf, padded, type Matrix } from '../src/core/syntax/matrix.ts'
import { loadParser, type ParserModel } from '../src/core/syntax/model.ts'
import { parseText } from '../src/core/syntax/parse.ts'
import { logistic, tanh } from '../src/core/syntax/squash.ts'
import { treeOf } from '../src/core/syntax/tree.ts'
import { buildTextLexicon, readText } from '../src/core/text/index.ts'
import { loadTables } from '../src/resources/load.ts'
import { packageFile } from '../src/resources/package.ts'

const modelBytes = (): Uint8Array => new Uint8Array(readFileSync(packageFile('models', 'parser.bin')))
const lemmaTable = readFileSync(packageFile('models', 'lemmas.tsv'), 'utf8')

/** Numbers between -1 and 1 that are the same in every run. */
function numbers(count: number, seed: number): Float32Array {
  let state = seed * 2654435761 >>> 0
  return Float32Array.from({ length: count }, () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 31 - 1 })
}

describe('matrix product', () => {
  const SHAPES = [[1, 1, 16], [2, 1, 16], [3, 5, 16], [1, 128, 512], [7, 17, 48], [8, 64, 32], [33, 3, 80], [2, 300, 16], [5, 16, 1040]] as const
  /** Fills a, b and c, multiplies, and gives back the whole of c. */
  function product(arena: Arena, [m, k, n]: readonly [number, number, number], rows = m): Float32Array {
    const filled = (r: number, c: number, seed: number): Matrix => { const x = arena.make(r, c); arena.floats.set(numbers(r * c, seed), x.at >> 2); return x }
    const a = filled(m, k, 1), b = arena.factor(k, n), c = filled(m, n, 3)
    numbers(k * n, 2).forEach((v, i) => { arena.floats[cellOf(b, Math.floor(i / n), i % n)] = v })
    arena.multiply(a, b, c, rows)
    return arena.floats.slice(c.at >> 2, (c.at >> 2) + m * n)
  }
  /** c + a * b in double precision. */
  function exact([m, k, n]: readonly [number, number, number], rows: number): Float64Array {
    const a = numbers(m * k, 1), b = numbers(k * n, 2), c = Float64Array.from(numbers(m * n, 3))
    for (let i = 0; i < rows; i++) for (let j = 0; j < n; j++) for (let p = 0; p < k; p++) c[i * n + j]! += a[i * k + p]! * b[p * n + j]!
    return c
  }
  const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => Array.from(a).reduce((far, x, i) => Math.max(far, Math.abs(x - b[i]!)), 0)
  test('the module runs here, so that the comparison compares two programs', () => { expect(openKernel(1)).not.toBeNull() })
  test.each(SHAPES)('%i x %i times %i columns: right, and the same bits with and without WebAssembly', (...shape) => {
    const fast = product(new Arena(true), shape), plain = product(new Arena(false), shape)
    expect(Buffer.from(fast.buffer).equals(Buffer.from(plain.buffer))).toBe(true)
    expect(furthest(fast, exact(shape, shape[0]))).toBeLessThan(1e-6 * (shape[1] + 8))
  })
  test('any shape gives the same bits', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 5 }), (m, k, n) => {
      expect(product(new Arena(true), [m, k, 16 * n])).toEqual(product(new Arena(false), [m, k, 16 * n]))
    }), { numRuns: 40 })
  })
  test.each([true, false])('only the asked rows are touched (WebAssembly: %s)', simd => {
    const shape = [6, 9, 32] as const
    expect(furthest(product(new Arena(simd), shape, 3), exact(shape, 3))).toBeLessThan(1e-5)
    expect(product(new Arena(simd), shape, 0)).toEqual(numbers(6 * 32, 3))
  })
  test.each([true, false])('memory grows and keeps what is in it (WebAssembly: %s)', simd => {
    const arena = new Arena(simd), before = arena.floats.byteLength, small = arena.make(2, 16)
    arena.floats.fill(7, small.at >> 2, (small.at >> 2) + 32)
    const mark = arena.mark, big = arena.make(before / 4, 2)
    expect(arena.floats.byteLength).toBeGreaterThan(before)
    expect(big.at).toBeGreaterThanOrEqual(small.at + 128)
    expect(arena.floats.slice(small.at >> 2, (small.at >> 2) + 32)).toEqual(new Float32Array(32).fill(7))
    arena.floats[big.at >> 2] = 5; arena.release(mark)
    expect(arena.floats[arena.make(1, 16).at >> 2]).toBe(0)
    expect(product(arena, [3, 5, 16])).toEqual(product(new Arena(false), [3, 5, 16]))
  })
  test('widths are padded to 16', () => { expect([0, 1, 15, 16, 17, 65].map(padded)).toEqual([0, 16, 16, 16, 32, 80]) })
})

describe('squash', () => {
  const points = Array.from({ length: 4001 }, (_, i) => (i - 2000) / 173)
  test('tanh and the logistic function are close to the exact ones', () => {
    for (const x of points) { expect(Math.abs(tanh(x) - Math.tanh(x))).toBeLessThan(1.6e-6); expect(Math.abs(logistic(x) - 1 / (1 + Math.exp(-x)))).toBeLessThan(2e-6) }
  })
  test('far out it is one or minus one', () => {
    expect([tanh(7.99), tanh(50), tanh(Infinity), tanh(-50), tanh(-Infinity), logistic(99), logistic(-99)]).toEqual([1, 1, 1, -1, -1, 1, 0])
  })
  test('it never falls', () => { for (let i = 1; i < points.length; i++) expect(tanh(points[i]!)).toBeGreaterThanOrEqual(tanh(points[i - 1]!)) })
})

describe('tree', () => {
  /** Scores from rows: one a dependent, the root first; a token cannot govern itself. */
  const scored = (rows: readonly (readonly number[])[]): Float32Array => Float32Array.from(rows.flatMap((row, i) => row.map((s, j) => j === i + 1 ? -1e9 : s)))
  const tree = (...rows: readonly (readonly number[])[]): readonly number[] => [...treeOf(scored(rows), rows.length)]
  const depth = (heads: ArrayLike<number>, token: number): number => { let n = 0; for (let x = token; x !== 0 && n <= heads.length; n++) x = heads[x - 1]!; return n }
  const total = (rows: readonly (readonly number[])[], heads: ArrayLike<number>): number => rows.reduce((sum, row, i) => sum + row[heads[i]!]!, 0)
  const isTree = (heads: ArrayLike<number>): boolean => {
    const all = Array.from(heads)
    return all.filter(h => h === 0).length === 1 && all.every((h, i) => h !== i + 1 && h >= 0 && h <= all.length && depth(heads, i + 1) <= all.length)
  }
  const matrix = (min: number, max: number): fc.Arbitrary<number[][]> => fc.integer({ min, max }).chain(n => fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: n + 1, maxLength: n + 1 }), { minLength: n, maxLength: n }))
  test('the best governors where they make a tree', () => { expect(tree([1, 0, 9, 0], [8, 1, 0, 2], [0, 3, 7, 0])).toEqual([2, 0, 2]) })
  test('a cycle is broken where that costs least', () => { expect([tree([5, 0, 9], [1, 8, 0]), tree([1, 0, 9], [5, 8, 0])]).toEqual([[0, 1], [2, 0]]) })
  test('a cycle off the root hangs on the better outer governor', () => { expect(tree([9, 0, 0, 0], [0, 6, 0, 8], [0, 1, 9, 0])).toEqual([0, 1, 2]) })
  test('of two roots the one that loses least is hung elsewhere', () => {
    expect([tree([9, 0, 8], [9, 1, 0]), tree([9, 0, 1], [9, 8, 0])]).toEqual([[2, 0], [0, 1]])
  })
  test('without a root in the best governors one is found', () => { expect(isTree(tree([0, 0, 9, 1], [0, 1, 0, 9], [0, 9, 1, 0]))).toBe(true) })
  test('no token and one token', () => {
    expect(tree()).toEqual([])
    expect(tree([-5, 0])).toEqual([0])
  })
  test('always one root and no cycle', () => {
    fc.assert(fc.property(matrix(1, 12), rows => { expect(isTree(treeOf(scored(rows), rows.length))).toBe(true) }), { numRuns: 400 })
  })
  test('all scores alike still make a tree', () => {
    for (let n = 1; n < 10; n++) expect(isTree(treeOf(scored(Array.from({ length: n }, () => Array<number>(n + 1).fill(0))), n))).toBe(true)
  })
  test('no tree of up to three tokens scores higher', () => {
    const all = (n: number): readonly (readonly number[])[] => Array.from({ length: (n + 1) ** n }, (_, k) => Array.from({ length: n }, (__, i) => Math.floor(k / (n + 1) ** i) % (n + 1))).filter(isTree)
    fc.assert(fc.property(matrix(1, 3), rows => {
      expect(total(rows, treeOf(scored(rows), rows.length))).toBe(Math.max(...all(rows.length).map(heads => total(rows, heads))))
    }), { numRuns: 300 })
  })
})

describe('features', () => {
  const vocabulary = new Map([['village', 2], ['00-year', 3]])
  const fnv = (text: string): number => new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5)
  test('known words and digits find the vocabulary, others are 1', () => {
    expect(['Village', '45-YEAR', 'hamlet'].map(w => featuresOf(w, vocabulary)[0])).toEqual([2, 3, 1])
  })
  test('affixes and shape are hashed', () => {
    expect(featuresOf('Herat', vocabulary)).toEqual([1, 1 + fnv('s3rat') % 5000, 1 + fnv('p3her') % 5000, 1 + fnv('shXx') % 2000, 1 + fnv('s4herat') % 5000, 1 + fnv('p1heat') % 5000])
  })
  test.each([['F-16', 'X-d'], ['U.S.', 'X.X.'], ['iPhone', 'xXx'], ['--', '--'], ['Ab1c2D', 'XxdxdX']])('the shape of %s is %s', (word, shape) => {
    expect(featuresOf(word, vocabulary)[3]).toBe(1 + fnv(`sh${shape}`) % 2000)
  })
  test('any text has six indices inside the tables', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 12 }), word => {
      const all = featuresOf(word, vocabulary)
      expect(all).toHaveLength(6)
      all.forEach((index, k) => { expect(index).toBeGreaterThanOrEqual(1); expect(index).toBeLessThanOrEqual(k === 3 ? 2000 : 5000) })
    }), { numRuns: 200 })
  })
  test('letters beyond the first plane and halves of them are hashed as UTF-8', () => {
    expect(featuresOf('𐐨é', vocabulary)[1]).toBe(1 + fnv('s3𐐨é') % 5000)
    expect(featuresOf('x\ud800', vocabulary)[1]).toBe(1 + fnv('s3x\ud800') % 5000)
  })
})

describe('parser', () => {
  const arena = new Arena(), model: ParserModel = loadParser(modelBytes(), lemmaTable, arena), lexicon = buildTextLexicon(loadTables(), { 'sentences.bin': new Uint8Array(readFileSync(packageFile('models', 'sentences.bin'))) })
  const layer = (text: string): TextLayer => readText({ id: 'r', text }, lexicon).text
  const parse = (text: string, by = model): SyntaxLayer => parseText(by, layer(text))
  const plain = ({ head, ...rest }: SyntaxLayer): unknown => ({ head: [...head], ...rest })
  /** "killed>nsubj>Soldiers" for every arc but punctuation. */
  function arcs(text: string): readonly string[] {
    const { tokens } = layer(text), s = parse(text)
    return tokens.flatMap((t, i) => s.deprel[i] === 'punct' ? [] : [`${s.head[i]! < 0 ? '' : tokens[s.head[i]!]!.form}>${s.deprel[i]}>${t.form}`])
  }
  /** True when following heads from any token ends at a root. */
  const ends = (s: SyntaxLayer): boolean => s.head.every((_, i) => { let x = i, n = 0; while (x >= 0 && n <= s.head.length) { x = s.head[x]!; n++ } return x === -1 })
  test('empty text', () => {
    expect(plain(parse(''))).toEqual({ head: [], upos: [], xpos: [], lemma: [], deprel: [], names: [], children: [] })
    expect(parse(' \n\n ').head).toHaveLength(0)
  })
  test('one token is a root', () => {
    const s = parse('Soldiers')
    expect([[...s.head], s.deprel, s.children]).toEqual([[-1], ['root'], [[]]])
  })
  test('a subject, a verb, an object and a number', () => {
    expect(arcs('Soldiers killed two farmers.')).toEqual(['killed>nsubj>Soldiers', '>root>killed', 'farmers>nummod>two', 'killed>obj>farmers'])
  })
  test('a passive with its agent', () => {
    expect(arcs('A guard was shot by a gunman.')).toEqual(expect.arrayContaining(['shot>nsubj:pass>guard', 'shot>aux:pass>was', '>root>shot', 'gunman>case>by', 'shot>obl:agent>gunman']))
  })
  test('a place', () => {
    expect(arcs('The police arrested a man in Cairo.')).toEqual(expect.arrayContaining(['arrested>nsubj>police', 'arrested>obj>man', 'Cairo>case>in', 'arrested>obl>Cairo']))
  })
  test('reported speech', () => {
    expect(arcs('The army said rebels burned the school.')).toEqual(expect.arrayContaining(['>root>said', 'said>nsubj>army', 'said>ccomp>burned', 'burned>nsubj>rebels', 'burned>obj>school']))
  })
  test('a past joined to the progressive of a relative clause goes with the main verb; one joined to another past stays', () => {
    expect(arcs('The attackers opened fire on traders who were closing their stalls and burned several shops.')).toContain('opened>conj>burned')
    expect(arcs('The army praised the men who held the bridge and repelled the attack.')).toContain('held>conj>repelled')
  })
  test('tags and lemmas of a simple sentence', () => {
    const s = parse('Three children died.')
    expect(s.upos).toEqual(['NUM', 'NOUN', 'VERB', 'PUNCT'])
    expect(s.xpos).toEqual(['CD', 'NNS', 'VBD', '.'])
    expect(s.lemma.slice(0, 3)).toEqual(['Three', 'child', 'die'])
  })
  test('a name of a place', () => {
    expect(parse('The police arrested a man in Cairo.').names).toEqual([expect.objectContaining({ first: 6, last: 7, label: 'LOC' })])
  })
  test('children are the other side of heads', () => {
    const s = parse('The rebels attacked the village. The police arrested a man in Cairo.')
    expect(s.children.flatMap((list, h) => list.map(c => [c, h])).sort((a, b) => a[0]! - b[0]!)).toEqual([...s.head].flatMap((h, i) => h < 0 ? [] : [[i, h]]))
  })
  test('every sentence has one root and arcs stay inside it', () => {
    const text = layer('Rebels burned a school. The army said so.\n\nThree children died in the fire, and a teacher was hurt.'), s = parseText(model, text)
    expect(text.sentences).toHaveLength(3)
    for (const { first, last } of text.sentences) {
      const heads = s.head.slice(first, last)
      expect(heads.filter(h => h === -1)).toHaveLength(1)
      expect(heads.every(h => h === -1 || h >= first && h < last)).toBe(true)
    }
    expect(ends(s)).toBe(true)
  })
  test('a sentence of 600 tokens', () => {
    const read = layer(`The men saw ${Array.from({ length: 300 }, (_, i) => i % 40 === 39 ? 'goats ,' : 'goats and').join(' ')} sheep.`)
    const text = { ...read, sentences: [{ ...read.sentences[0]!, end: read.text.length, last: read.tokens.length }], tokens: read.tokens.map(t => ({ ...t, sentence: 0 })) }
    expect(text.tokens.length).toBeGreaterThanOrEqual(600)
    const s = parseText(model, text)
    expect(s.head).toHaveLength(text.tokens.length)
    expect([...s.head].every(h => h >= -1 && h < text.tokens.length)).toBe(true)
    expect(ends(s)).toBe(true)
    expect(s.upos.filter(tag => tag === 'NOUN').length).toBeGreaterThan(250)
  })
  test('the other sentences of a report change nothing', () => {
    const one = 'Soldiers killed two farmers.', other = 'The army said rebels burned the school, and three children died in Cairo.'
    const both = parse(`${one} ${other} ${one}`), a = parse(one), b = parse(other), n = a.head.length, m = b.head.length
    const part = (from: number, to: number): unknown => [Array.from(both.head.slice(from, to), h => h < 0 ? h : h - from), both.deprel.slice(from, to), both.xpos.slice(from, to), both.names.filter(x => x.first >= from && x.last <= to).map(x => ({ ...x, first: x.first - from, last: x.last - from }))]
    const alone = (s: SyntaxLayer): unknown => [[...s.head], s.deprel, s.xpos, s.names]
    expect(part(0, n)).toEqual(alone(a))
    expect(part(n, n + m)).toEqual(alone(b))
    expect(part(n + m, n + m + n)).toEqual(alone(a))
  })
  test('the same text gives the same layer twice, and leaves no memory taken', () => {
    const text = 'Rebels attacked the village on Monday. A guard was shot by a gunman in Cairo.', mark = arena.mark, first = plain(parse(text)), size = arena.floats.byteLength
    expect(plain(parse(text))).toEqual(first)
    expect([arena.mark, arena.floats.byteLength]).toEqual([mark, size])
  })
  test('words met before, alone or among new ones, are read as by a model that has met none', () => {
    const text = 'Gunmen of the Karbun front shelled Oldmarket on Friday, and the front denied it.', unmet = loadParser(modelBytes(), lemmaTable)
    parse('The front shelled Oldmarket.')
    for (let k = 0; k < 2; k++) expect(plain(parse(text))).toEqual(plain(parse(text, unmet)))
    parse(Array.from({ length: 7000 }, (_, i) => `w${i.toString(36)}x`).join(' '))
    expect(plain(parse(text))).toEqual(plain(parse(text, unmet)))
  })
  test('a layer does not change when the next text is read', () => {
    const s = parse('Three children died.'), before = structuredClone(plain(s)), next = parse('The army said rebels burned the school.')
    expect(next.head.length).not.toBe(s.head.length)
    expect(plain(s)).toEqual(before)
  })
  test('WebAssembly and plain JavaScript read alike', () => {
    const slow = loadParser(modelBytes(), lemmaTable, new Arena(false)), text = 'Two guards were hurt when rebels attacked a post near Cairo.'
    expect(plain(parse(text, slow))).toEqual(plain(parse(text)))
  })
  test('any text is read without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
      const tokens = layer(text).tokens.length, s = parse(text)
      expect([s.head.length, s.upos.length, s.lemma.length, s.children.length]).toEqual([tokens, tokens, tokens, tokens])
      expect(ends(s)).toBe(true)
    }), { numRuns: 60 })
  })
})
