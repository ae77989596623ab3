/** The parser's model file: what is taken, what is refused, and what the refusal says. */
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadParser, ParserModelError } from '../src/core/syntax/model.ts'
import { packageFile } from '../src/resources/package.ts'

const modelBytes = (): Uint8Array => new Uint8Array(readFileSync(packageFile('models', 'parser.bin')))

describe('model file', () => {
  /** The model with its header changed and its body cut off. */
  function headed(change: (header: Record<string, unknown>) => unknown): Uint8Array {
    const bytes = modelBytes(), size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true)
    const header = change(JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + size))) as Record<string, unknown>)
    const json = new TextEncoder().encode(JSON.stringify(header)), out = new Uint8Array(12 + json.length + bytes.length - 12 - size)
    out.set(bytes.subarray(0, 8))
    new DataView(out.buffer).setUint32(8, json.length, true)
    out.set(json, 12)
    out.set(bytes.subarray(12 + size), 12 + json.length)
    return out
  }
  function refusal(bytes: Uint8Array): ParserModelError {
    try { loadParser(bytes, '') } catch (error) { expect(error).toBeInstanceOf(ParserModelError); return error as ParserModelError }
    throw new Error('the model was taken')
  }
  const patched = (at: number, value: number): Uint8Array => { const bytes = modelBytes(); bytes[at] = value; return bytes }
  test('a model written again unchanged is taken', () => { expect(loadParser(headed(header => header), '').relations).toContain('nsubj') })
  test.each([['no bytes', new Uint8Array(0)], ['the magic word alone', new TextEncoder().encode('CASUSPAR')], ['another file', new TextEncoder().encode('phrase\tkind\tmin\tmax\n')]])('%s is no model', (_, bytes) => {
    expect(refusal(bytes)).toMatchObject({ code: 'bad-model', message: expect.stringContaining('not a Casus parser model') })
  })
  test('a changed magic word, a broken header and a header cut short', () => {
    expect(refusal(patched(0, 0x58)).message).toContain('not a Casus parser model')
    expect(refusal(patched(12, 0x58)).message).toContain('header')
    expect(refusal(modelBytes().subarray(0, 400)).message).toContain('header')
  })
  test('a header that is no object, and one of another format', () => {
    expect(refusal(headed(() => null)).code).toBe('bad-model')
    expect(refusal(headed(header => ({ ...header, format: 99 }))).message).toContain('another version')
  })
  test.each(['U', 'L', 'root', 'tag.weight', 'rnn.bias_hh_l0'])('a model without %s', name => {
    expect(refusal(headed(header => ({ ...header, tensors: Object.fromEntries(Object.entries(header['tensors'] as object).filter(([key]) => key !== name)) }))).message).toContain(name)
  })
  const tensors = (change: (all: Record<string, unknown>) => Record<string, unknown>): Uint8Array => headed(header => ({ ...header, tensors: change(header['tensors'] as Record<string, unknown>) }))
  /** The names of all tensors, as the header lists them. */
  function tensorNames(): readonly string[] {
    let names: readonly string[] = []
    headed(header => { names = Object.keys(header['tensors'] as object); return header })
    return names
  }
  test('no tensor can be missing or lie outside the file', () => {
    for (const name of tensorNames()) {
      expect(refusal(tensors(all => ({ ...all, [name]: undefined }))).message).toMatch(new RegExp(`lacks ${name.replaceAll('.', '\\.')}; run training/parser-export\\.py again\\.$`))
      expect(refusal(tensors(all => ({ ...all, [name]: { rows: 4, columns: 4, at: 9e9 } }))).message).toMatch(/damaged or cut short; restore models\/parser\.bin from the package\.$/)
    }
  }, 20_000)
  test.each([null, {}, 3, { rows: -1, columns: 4, at: 0 }, { rows: 1e9, columns: 1e9, at: 0 }, { rows: 1.5, columns: 4, at: 0 }, { rows: 4, columns: 4, at: -8 }, { rows: 4, columns: '4', at: 0 }])('a tensor at %j', place => {
    expect(refusal(tensors(all => ({ ...all, U: place }))).message).toContain('part U')
  })
  test('no part of the header can be missing or of another kind', () => {
    for (const part of ['format', 'version', 'hidden', 'layers', 'vocabulary', 'tags', 'relations', 'names', 'tensors']) for (const value of [undefined, null, '', -1, [], [3]]) {
      expect(refusal(headed(header => ({ ...header, [part]: value })))).toMatchObject({ code: 'bad-model', message: expect.stringMatching(/(?:restore models|run training)\/\S+ (?:from the package|again)\.$/) })
    }
  })
  test('a bias or a table of labels that does not fit what it goes with', () => {
    expect(refusal(tensors(all => ({ ...all, 'tag.bias': all['names.bias'] }))).message).toContain('tag.bias')
    expect(refusal(headed(header => ({ ...header, relations: ['root'] }))).message).toContain('part L')
  })
  test('a table of embeddings with fewer rows than there are words or buckets', () => {
    expect(refusal(headed(header => ({ ...header, vocabulary: [...header['vocabulary'] as string[], 'qzx'] }))).message).toContain('part ew.weight')
    expect(refusal(tensors(all => ({ ...all, 'es.weight': all['eh.weight'] }))).message).toContain('part es.weight')
  })
  test('a file cut short anywhere', () => {
    const bytes = modelBytes()
    for (let k = 0; k < 12; k++) expect(refusal(bytes.subarray(0, Math.floor(bytes.length * k / 12))).message).toMatch(/restore models\/parser\.bin from the package\.$/)
    expect(refusal(bytes.subarray(0, -1)).message).toContain('cut short')
  })
  test('a file with one byte changed is taken or refused, and nothing else', () => {
    fc.assert(fc.property(fc.nat({ max: 170_000 }), fc.integer({ min: 0, max: 255 }), (at, value) => {
      try { loadParser(patched(at, value), '') } catch (error) { expect(error).toMatchObject({ code: 'bad-model' }) }
    }), { numRuns: 8 })
  })
  test('bytes that start inside a larger buffer', () => {
    const bytes = modelBytes(), shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(loadParser(shifted.subarray(3), '').version).toBe(loadParser(bytes, '').version)
  })
})
