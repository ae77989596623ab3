/** Decisions and reviews: kept for ever, above the machine, undone by decisions of their own. */
import { describe, expect, test } from 'vitest'
import { addedId } from '../../src/core/incidents/index.ts'
import type { Event, EventAnchor } from '../../src/core/model/index.ts'
import { additionOf, anchorOf } from '../../src/store/index.ts'
import { useStore, type MakeGround } from './ground.ts'
import { analysis, ENGINE, event, IZMAIL, plainIndex, span } from './made.ts'

const anchor = (document: string, name = 'e1'): EventAnchor => ({ document, event: name, mention: span('shelled') })
const BY = { by: 'ana', reason: 'Both name the bridge.' }

export function decisionContract(make: MakeGround): void {
  describe('decisions', () => {
    const store = useStore(make, { index: plainIndex })
    const members = async (): Promise<readonly number[]> => (await store().incidents.query({ sort: { field: 'id' } })).rows.map(r => r.incident.members.length)

    test('change incidents at once, and are kept once', async () => {
      await store().documents.add(['One.', 'Two.'].map((text, i) => ({ id: `d${i + 1}`, text })))
      await store().analyses.put([analysis('d1', 'One.', [event('e1')]), analysis('d2', 'Two.', [event('e1', { day: '2024-01-25' })])])
      await store().incidents.refresh()
      expect(await members()).toEqual([1, 1])
      const [kept] = await store().decisions.append([{ id: 'm1', kind: 'merge', a: anchor('d1'), b: anchor('d2'), ...BY }])
      expect(kept).toMatchObject({ id: 'm1', kind: 'merge', by: 'ana', reason: 'Both name the bridge.', undoneBy: null, at: expect.stringContaining('2024-03-01') as string })
      expect(await members()).toEqual([2])
      const again = await store().decisions.append([{ id: 'm1', kind: 'split', a: anchor('d1'), b: anchor('d2'), ...BY }])
      expect(again).toEqual([kept])
    })

    test('outlive a new engine that codes everything anew', async () => {
      const newer = { ...ENGINE, version: '2.0.0' }
      await store().analyses.put([analysis('d1', 'One.', [event('e1')], newer), analysis('d2', 'Two.', [event('e1', { day: '2024-01-25' })], newer)])
      await store().incidents.refresh()
      expect(await members()).toEqual([2])
    })

    test('are undone by a decision, and hold again when that is undone', async () => {
      const [undo] = await store().decisions.append([{ kind: 'undo', decision: 'm1', ...BY }])
      expect(await members()).toEqual([1, 1])
      expect(await store().decisions.get('m1')).toMatchObject({ undoneBy: undo!.id })
      await expect(store().decisions.append([{ kind: 'undo', decision: 'm1', ...BY }])).rejects.toMatchObject({ code: 'decision-invalid' })
      await store().decisions.append([{ kind: 'undo', decision: undo!.id, ...BY }])
      expect(await members()).toEqual([2])
      expect((await store().decisions.active()).map(d => d.id)).toEqual(['m1'])
    })

    test('are kept all or none', async () => {
      const before = await store().changes.last()
      await expect(store().decisions.append([{ id: 'f1', kind: 'flag', event: anchor('d1'), text: 'Look again.', ...BY }, { kind: 'undo', decision: 'none', ...BY }])).rejects.toMatchObject({ code: 'decision-unknown' })
      await expect(store().decisions.append([{ kind: 'merge', a: anchor('d1'), b: anchor('d1'), ...BY }])).rejects.toMatchObject({ code: 'decision-invalid' })
      for (const [field, value] of [['killed', 'many'], ['actors', 'the army'], ['type', 'MURDER'], ['date', '2024-03-05']] as const) await expect(store().decisions.append([{ kind: 'correct', event: anchor('d1'), field, value, evidence: [], ...BY }])).rejects.toMatchObject({ code: 'decision-invalid', field: 'value' })
      expect(await store().decisions.get('f1')).toBeNull()
      expect(await store().changes.last()).toBe(before)
    })

    test('are asked by kind, person, event and past state', async () => {
      const state = await store().changes.last()
      await store().decisions.append([{ id: 'c1', kind: 'comment', event: anchor('d1'), text: 'See the map.', by: 'ben', reason: null }])
      const ids = async (field: string, value: string): Promise<readonly string[]> => (await store().decisions.query({ filters: [{ field, op: 'eq', value }] })).rows.map(d => d.id)
      expect(await ids('by', 'ben')).toEqual(['c1'])
      expect(await ids('kind', 'merge')).toEqual(['m1'])
      expect(await ids('event', 'd1/e1')).toEqual(['c1', 'm1'])
      expect((await store().decisions.query({ asOf: { change: state } })).rows.map(d => d.id)).not.toContain('c1')
      expect(await store().check()).toEqual([])
    })
  })

  describe('decisions on an incident', () => {
    const store = useStore(make), texts = ['A bridge was shelled.', 'Two people. A bridge was shelled.'], shelled = (i: number): EventAnchor['mention'] => span('shelled', texts[i]!.indexOf('shelled'))
    const code = async (version: string, ids: readonly [string, string]): Promise<void> => {
      const engine = { ...ENGINE, version }, on = (i: number, id: string): Event => ({ ...event(id), mentions: [shelled(i)] })
      await store().analyses.put([analysis('d1', texts[0]!, [on(0, 'e1')], engine), analysis('d2', texts[1]!, [{ ...event(ids[0], { day: '2024-05-05', where: IZMAIL }), mentions: [span('people', 4)] }, on(1, ids[1])], engine)])
      await store().incidents.refresh()
    }
    const about = async (document: string, name: string): Promise<readonly string[]> => (await store().decisions.about((await store().incidents.of(document, name))!.incident)).map(d => d.id)

    test('are found by the words of its events, whatever ids those have by now, with what undid them', async () => {
      await store().documents.add(texts.map((text, i) => ({ id: `d${i + 1}`, text })))
      await code('1.0.0', ['e2', 'e1'])
      await store().decisions.append([{ id: 'm1', kind: 'merge', a: { ...anchor('d1'), mention: shelled(0) }, b: { ...anchor('d2'), mention: shelled(1) }, ...BY }])
      await store().decisions.append([{ id: 'k1', kind: 'comment', event: { ...anchor('d2'), mention: shelled(1) }, text: 'Which bridge?', ...BY }])
      expect([await about('d1', 'e1'), await about('d2', 'e2')]).toEqual([['k1', 'm1'], []])
      // A newer engine numbers the events of the second report the other way round.
      await code('2.0.0', ['e1', 'e2'])
      expect([await about('d1', 'e1'), await about('d2', 'e2'), await about('d2', 'e1')]).toEqual([['k1', 'm1'], ['k1', 'm1'], []])
      const [undo] = await store().decisions.append([{ kind: 'undo', decision: 'k1', ...BY }])
      expect(await about('d2', 'e2')).toEqual([undo!.id, 'k1', 'm1'])
      expect(await store().decisions.get('k1'), 'kept as it was decided').toMatchObject({ event: { event: 'e1' } })
    })
  })

  describe('decisions that do nothing any more', () => {
    const store = useStore(make, { index: plainIndex })
    const lost = async (): Promise<readonly (readonly string[])[]> => (await store().decisions.lost()).map(l => [l.decision.id, l.code])
    test('are named with why: their event is coded no more, their report is gone, or later ones say otherwise', async () => {
      const texts = ['One was shelled.', 'Two was shelled.']
      await store().documents.add(texts.map((text, i) => ({ id: `d${i + 1}`, text })))
      await store().analyses.put([analysis('d1', texts[0]!, [event('e1')]), analysis('d2', texts[1]!, [event('e1')])])
      expect(await lost()).toEqual([])
      const [added] = await store().decisions.append([{ ...await additionOf(store(), 'd1', { type: 'COERCE', mentions: [span('shelled', 8)] }), ...BY }])
      await store().decisions.append([{ id: 'a1', kind: 'accept', event: anchor('d1'), field: null, ...BY }, { id: 'm1', kind: 'merge', a: anchor('d1'), b: anchor('d2'), ...BY }])
      expect(await lost()).toEqual([])
      await store().decisions.append([{ id: 's1', kind: 'split', a: anchor('d1'), b: anchor('d2'), ...BY }])
      expect(await lost()).toEqual([['m1', 'decision-overruled']])
      await store().analyses.put([analysis('d1', texts[0]!, [], { ...ENGINE, version: '2.0.0' })])
      expect(Object.fromEntries((await lost()) as readonly [string, string][])).toEqual({ a1: 'anchor-lost', m1: 'anchor-lost', s1: 'anchor-lost' })
      await store().decisions.append([{ kind: 'undo', decision: 'a1', ...BY }])
      await store().documents.delete('d1', 'ana', 'a test')
      expect(Object.fromEntries((await lost()) as readonly [string, string][])).toEqual({ m1: 'anchor-lost', s1: 'anchor-lost', [added!.id]: 'anchor-lost' })
    })
  })

  describe.each([['a plain index', { index: plainIndex }], ['the index of core', {}]])('events that people add, with %s', (_name, options) => {
    const store = useStore(make, options), text = 'The town was shelled. Later gunmen shot two guards.', shot = span('shot', text.indexOf('shot'))
    const add = async (type: Event['type'] = 'ASSAULT', words = shot): ReturnType<typeof additionOf> => await additionOf(store(), 'd1', { type, mode: 'firearms', mentions: [words], places: [IZMAIL], date: { edtf: '2024-02-02', start: '2024-02-02', end: '2024-02-02', stated: true, evidence: [words] } })
    const types = async (): Promise<readonly (string | null)[]> => (await store().incidents.query({ sort: { field: 'date' } })).rows.map(r => r.incident.mode)
    let id = ''

    test('make incidents at once, with rows like any other', async () => {
      await store().documents.add([{ id: 'd1', text }])
      await store().analyses.put([analysis('d1', text, [event('e1', { day: '2024-01-20' })])])
      await store().incidents.refresh()
      const [kept] = await store().decisions.append([{ ...await add(), ...BY }])
      id = kept!.id
      expect(kept).toMatchObject({ kind: 'add', event: { document: 'd1', event: addedId(id) }, coded: { id: addedId(id), confidence: 1 } })
      expect(await types()).toEqual([null, 'firearms'])
      expect((await store().incidents.of('d1', addedId(id)))!.incident.places[0]!.name).toBe('Izmail')
      expect((await store().analyses.get('d1'))!.analysis.events.map(e => e.addedBy)).toEqual([undefined, 'ana'])
      expect((await store().analyses.current())[0]!.analysis.events).toHaveLength(1)
      expect(await anchorOf(store(), { document: 'd1', event: addedId(id) })).toMatchObject({ mention: shot, type: 'ASSAULT' })
    })

    test('are refused where the event stands already, or where the words do not', async () => {
      await expect(add()).rejects.toMatchObject({ code: 'decision-invalid', message: expect.stringContaining(addedId(id)) as string })
      await expect(add('COERCE', span('shot'))).rejects.toMatchObject({ code: 'decision-invalid' })
      await expect(additionOf(store(), 'none', { type: 'ASSAULT', mentions: [shot] })).rejects.toMatchObject({ code: 'document-unknown' })
      expect(await add('COERCE')).toMatchObject({ coded: { type: 'COERCE' } })
    })

    test('stay when a new engine codes the report, are taken back, and come again', async () => {
      await store().analyses.put([analysis('d1', text, [event('e1', { day: '2024-01-20' }), event('e2', { day: '2024-03-03' })], { ...ENGINE, version: '2.0.0' })])
      await store().incidents.refresh()
      expect(await types()).toEqual([null, 'firearms', null])
      const [undo] = await store().decisions.append([{ kind: 'undo', decision: id, ...BY }])
      expect(await types()).toEqual([null, null])
      await store().decisions.append([{ kind: 'undo', decision: undo!.id, ...BY }])
      expect(await types()).toEqual([null, 'firearms', null])
    })

    test('move with their words where the text changes', async () => {
      const changed = `Corrected. ${text}`
      await store().documents.add([{ id: 'd1', text: changed }])
      await store().analyses.put([analysis('d1', changed, [event('e1', { day: '2024-01-20' })])])
      await store().incidents.refresh()
      expect(await types()).toEqual([null, 'firearms'])
      expect((await store().analyses.get('d1'))!.analysis.events[1]!.mentions).toEqual([span('shot', changed.indexOf('shot'))])
      expect(await store().check()).toEqual([])
    })
  })

  describe('reviews', () => {
    const store = useStore(make)
    const flag = { kind: 'flag', event: anchor('v1'), text: 'Unclear.' } as const

    test('two coders do not see each other until both are compared', async () => {
      await store().documents.add([{ id: 'v1', text: 'One.' }])
      const { id } = await store().reviews.assign('v1', ['ana', 'ben'])
      const seen = async (viewer: string): Promise<readonly boolean[]> => (await store().reviews.get(id, viewer))!.coders.map(c => c.answers !== null)
      await store().reviews.submit(id, 'ana', [flag])
      expect([await seen('ana'), await seen('ben'), await seen('chief')]).toEqual([[true, false], [false, false], [false, false]])
      await expect(store().reviews.adjudicate(id, 'chief', [], null)).rejects.toMatchObject({ code: 'review-refused' })
      await expect(store().reviews.submit(id, 'ana', [])).rejects.toMatchObject({ code: 'review-refused' })
      await expect(store().reviews.submit(id, 'eve', [])).rejects.toMatchObject({ code: 'review-refused' })
      await store().reviews.submit(id, 'ben', [])
      expect([await seen('ana'), await seen('chief')]).toEqual([[true, false], [true, true]])
      expect(await store().reviews.adjudicate(id, 'chief', [flag], 'Ana is right.')).toMatchObject({ state: 'adjudicated', adjudicatedBy: 'chief' })
      expect(await seen('ben')).toEqual([true, true])
      expect((await store().decisions.active()).map(d => [d.kind, d.by, d.reason])).toEqual([['flag', 'chief', 'Ana is right.']])
      await expect(store().reviews.adjudicate(id, 'chief', [], null)).rejects.toMatchObject({ code: 'review-refused' })
    })

    test('are found by coder and state', async () => {
      const { id } = await store().reviews.assign('v1', ['ben', 'cat'])
      expect((await store().reviews.query({ filters: [{ field: 'coder', op: 'eq', value: 'cat' }] }, 'cat')).rows.map(r => r.id)).toEqual([id])
      expect((await store().reviews.query({ filters: [{ field: 'state', op: 'eq', value: 'adjudicated' }] }, 'chief')).rows).toHaveLength(1)
      await expect(store().reviews.assign('v1', ['ben', 'ben'])).rejects.toMatchObject({ code: 'review-refused' })
      await expect(store().reviews.assign('nothing', ['ben', 'cat'])).rejects.toMatchObject({ code: 'document-unknown' })
    })
  })
}
