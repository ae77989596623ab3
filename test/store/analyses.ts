/** Analyses: kept once for each text and engine, and what is left to do. */
import { describe, expect, test } from 'vitest'
import { useStore, type MakeGround } from './ground.ts'
import { analysis, claim, ENGINE, event, plainIndex } from './made.ts'

export function analysisContract(make: MakeGround): void {
  describe('analyses', () => {
    const store = useStore(make, { index: plainIndex })
    const text = (n: number): string => `Report number ${n} tells of shelling.`
    const reports = Array.from({ length: 5 }, (_, i) => ({ id: `a${i}`, publisher: 'Example News', published: '2024-01-21', text: text(i) }))

    test('what has no analysis by the engine is to do, in the order it came, a batch at a time', async () => {
      await store().documents.add(reports)
      const first = await store().analyses.todo(ENGINE, { size: 3 }), second = await store().analyses.todo(ENGINE, { size: 3, after: first.at(-1)!.id })
      expect([first, second].map(batch => batch.map(d => d.id))).toEqual([['a0', 'a1', 'a2'], ['a3', 'a4']])
      expect(first[0]!.text).toBe(text(0))
    })

    test('an analysis is kept once, and what is kept is no more to do', async () => {
      const one = analysis('a0', text(0), [event('e1', { claims: [claim('The army', 'iq.army', 'denies')] })])
      expect(await store().analyses.put([one, one])).toBe(1)
      expect(await store().analyses.put([one])).toBe(0)
      expect(await store().analyses.left(ENGINE)).toBe(4)
      expect(await store().analyses.get('a0')).toMatchObject({ document: 'a0', engine: 'casus 1.0.0 m1', current: true, analysis: one })
    })

    test('the text is kept once, not again in its analysis', async () => {
      const given = analysis('a1', text(1), [])
      await store().analyses.put([{ ...given, document: { ...given.document, text: text(1) } }])
      expect((await store().analyses.get('a1'))!.analysis.document).not.toHaveProperty('text')
    })

    test('analyses of unknown documents and of other texts are not kept', async () => {
      expect(await store().analyses.put([analysis('nobody', 'x', []), analysis('a2', 'another text', [])])).toBe(0)
    })

    test('claims of current analyses can be asked', async () => {
      const { rows } = await store().incidents.claims({ filters: [{ field: 'entity', op: 'eq', value: 'iq.army' }] })
      expect(rows).toMatchObject([{ id: 'a0/e1/1', document: 'a0', event: 'e1', publisher: 'Example News', speaker: 'The army', stance: 'denies', claim: { cue: null } }])
    })

    test('a new engine finds everything to do again; the old analyses stay', async () => {
      const newer = { ...ENGINE, version: '2.0.0' }
      expect(await store().analyses.left(newer)).toBe(5)
      await store().analyses.put([analysis('a0', text(0), [event('e1'), event('e2', { type: 'PROTEST' })], newer)])
      expect((await store().analyses.history('a0')).map(a => [a.engine, a.current])).toEqual([['casus 2.0.0 m1', true], ['casus 1.0.0 m1', false]])
      expect((await store().incidents.claims({})).rows).toEqual([])
    })

    test('a new text is to do again, and an analysis of the old text does not pass for it', async () => {
      await store().documents.add([{ id: 'a3', text: text(3) }, { id: 'a3', text: 'Corrected.' }])
      expect(await store().analyses.put([analysis('a3', text(3), [event('e1')])])).toBe(1)
      expect(await store().analyses.get('a3')).toBeNull()
      expect((await store().analyses.todo(ENGINE)).map(d => d.id)).toContain('a3')
      await store().analyses.put([analysis('a3', 'Corrected.', [])])
      expect((await store().analyses.get('a3'))!.analysis.events).toEqual([])
    })

    test('failures are counted by engine and forgotten when coding succeeds', async () => {
      expect(await store().analyses.fail('a4', ENGINE, 'It took too long.')).toBe(1)
      expect(await store().analyses.fail('a4', ENGINE, 'It took too long again.')).toBe(2)
      expect(await store().analyses.failures()).toEqual([{ document: 'a4', engine: 'casus 1.0.0 m1', attempts: 2, message: 'It took too long again.' }])
      await store().analyses.put([analysis('a4', text(4), [])])
      expect(await store().analyses.failures()).toEqual([])
    })

    test('all current analyses can be gone through', async () => {
      const first = await store().analyses.current({ size: 3 }), second = await store().analyses.current({ size: 3, after: first.at(-1)!.document })
      expect([...first, ...second].map(a => a.document)).toEqual(['a0', 'a1', 'a3', 'a4'])
      expect(await store().check()).toEqual([])
    })
  })
}
