/** A report on the page: its text cut at overlapping marks, the marks of each layer, what was left unread, and the file of tables that the browser loads. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gunzipSync } from 'node:zlib'
import { gzippedPack } from '../building/knowledge-pack.ts'
import { assembleKnowledge, explainReport } from '../src/core/index.ts'
import { analyseWithTrail } from '../src/index.ts'
import { readShipped } from '../src/resources/load.ts'
import { readPack, writePack } from '../src/web/engine/pack.ts'
import { segmentsOf } from '../src/web/reading/segments.ts'
import { shownMarks, unreadSentences } from '../src/web/reading/shown-marks.ts'

describe('pieces', () => {
  test('are cut at every bound, the widest mark first', () => {
    const a = { start: 0, end: 6 }, b = { start: 2, end: 4 }, c = { start: 4, end: 8 }
    expect(segmentsOf(10, [b, c, a])).toEqual([{ start: 0, end: 2, marks: [a] }, { start: 2, end: 4, marks: [a, b] }, { start: 4, end: 6, marks: [a, c] }, { start: 6, end: 8, marks: [c] }, { start: 8, end: 10, marks: [] }])
  })
  test('cover the text without gap or overlap, and each mark exactly', () => {
    fc.assert(fc.property(fc.nat(40), fc.array(fc.record({ start: fc.integer({ min: -3, max: 45 }), end: fc.integer({ min: -3, max: 45 }) })), (length, marks) => {
      const pieces = segmentsOf(length, marks)
      expect(pieces.map(p => p.end - p.start).reduce((sum, n) => sum + n, 0)).toBe(length)
      pieces.forEach((piece, i) => { expect(piece.start).toBe(i === 0 ? 0 : pieces[i - 1]!.end) })
      for (const mark of marks) {
        const covered = pieces.filter(p => p.marks.includes(mark)), valid = mark.start >= 0 && mark.start < mark.end && mark.end <= length
        expect(covered.reduce((sum, p) => sum + p.end - p.start, 0)).toBe(valid ? mark.end - mark.start : 0)
      }
    }))
  })
})

describe('marks of a report', () => {
  const text = 'Gunmen killed two soldiers near Mosul on Friday, police said.\n\nShops were open as usual.', explained = analyseWithTrail({ id: 'r', published: '2024-01-20', text }, { markup: true }), marks = shownMarks(explained)
  const words = (layer: string): readonly string[] => marks.filter(m => m.layer === layer).map(m => text.slice(m.start, m.end))
  test('stand by layer', () => {
    expect(words('event')).toEqual(['killed'])
    expect(words('field')).toEqual(expect.arrayContaining(['Gunmen', 'Friday']))
    expect(words('claim')).toEqual(expect.arrayContaining(['police', 'said']))
    expect(words('place')).toEqual(['Mosul'])
    expect(words('time')).toEqual(['Friday'])
  })
  test('and what was left unread is told', () => {
    expect(unreadSentences(explained).map(s => text.slice(s.start, s.end))).toEqual(['Shops were open as usual.'])
  })
})

describe('the file of tables and models', () => {
  test('read again gives the knowledge that was packed', () => {
    const shipped = readShipped(), report = { id: 'r', published: '2024-01-20', text: 'Gunmen killed two soldiers near Mosul on Friday.' }
    const code = (packed: ReturnType<typeof readShipped>): unknown => explainReport(report, assembleKnowledge({ ...packed, imported: null })).analysis
    expect(code(readPack(gunzipSync(gzippedPack())))).toEqual(code(shipped))
  })
  test('cut short or of another kind it is refused', () => {
    const pack = writePack({ version: '1', tables: { 'a.tsv': 'x' }, lemmas: 'y', models: { 'parser.bin': new Uint8Array(9), 'sentences.bin': new Uint8Array(1), 'causality.bin': new Uint8Array(1), 'gazetteer.bin': new Uint8Array(1) } })
    expect(readPack(pack).tables).toEqual({ 'a.tsv': 'x' })
    expect(() => readPack(pack.subarray(0, pack.length - 3))).toThrow('cut short')
    expect(() => readPack(new Uint8Array(3))).toThrow('damaged')
    expect(() => readPack(new TextEncoder().encode('<!doctype html><html>'))).toThrow('damaged')
  })
})
