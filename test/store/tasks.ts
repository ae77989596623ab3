/** Tasks: what is worth a look comes first, goes when it is decided, comes back when that is undone; two coders do not see each other. */
import { describe, expect, test } from 'vitest'
import type { EventAnchor } from '../../src/core/model/index.ts'
import type { Task } from '../../src/store/index.ts'
import { useStore, type MakeGround } from './ground.ts'
import { analysis, claim, ENGINE, event, IZMAIL, side, span } from './made.ts'

const anchor = (document: string, name = 'e1'): EventAnchor => ({ document, event: name, mention: span('shelled') })
const BY = { by: 'ana', reason: null }
const GUNNERS = side('Reef Brigade', 'reef')

export function taskContract(make: MakeGround): void {
  describe('tasks', () => {
    // The index is that of core: tasks look into its readings.
    const store = useStore(make)
    const tasks = async (viewer = 'ana', kind?: string): Promise<readonly Task[]> => (await store().tasks.query(kind === undefined ? {} : { filters: [{ field: 'kind', op: 'eq', value: kind }] }, viewer)).rows
    const ids = async (viewer?: string, kind?: string): Promise<readonly string[]> => (await tasks(viewer, kind)).map(t => t.id)
    const refresh = async (): Promise<void> => { await store().incidents.refresh(); await store().tasks.refresh() }

    test('are made of rival values, near pairs and what was let go, the weightiest first', async () => {
      const texts = ['The brigade shelled the bazaar, killing three.', 'Forty died when the brigade shelled the bazaar.', 'Izmail harbour was hit.', 'Izmail harbour was hit the day after.']
      await store().documents.add(texts.map((text, i) => ({ id: `t${i + 1}`, text, publisher: `P${i}`, published: '2024-01-21' })))
      await store().analyses.put([
        analysis('t1', texts[0]!, [event('e1', { killed: [3, 3], actors: [GUNNERS], claims: [claim('the mayor', null, 'reports', 'killed')] })]), analysis('t2', texts[1]!, [event('e1', { killed: [40, 40], actors: [GUNNERS] })]),
        analysis('t3', texts[2]!, [event('e1', { where: IZMAIL, day: '2024-02-01', actors: [GUNNERS] })]), analysis('t4', texts[3]!, [event('e1', { where: IZMAIL, day: '2024-02-02' })]),
      ], new Map([['t3', [{ type: 'ASSAULT', span: span('hit', 19), confidence: 0.4 }, { type: 'COERCE', span: span('was', 15), confidence: 0.21 }]]]))
      await refresh()
      const all = await tasks(), field = all.find(t => t.kind === 'field' && t.field === 'killed')!
      expect(field).toMatchObject({ document: 't1', body: { field: 'killed', values: 2, event: { document: 't1', event: 'e1' } } })
      expect(all.map(t => t.weight)).toEqual(all.map(t => t.weight).toSorted((a, b) => b - a))
      expect(await ids('ana', 'missed')).toEqual(['m:t3:19-22', 'm:t3:15-18'])
      for (const t of all) expect(t.weight).toBeCloseTo(t.uncertainty * t.impact)
      expect(await store().tasks.refresh()).toBe(true)
      expect(await ids()).toEqual(all.map(t => t.id))
    })

    test('are asked by type, country and place of their incident, and counted by them', async () => {
      const of = async (field: string, value: string): Promise<readonly string[]> => (await store().tasks.query({ filters: [{ field, op: 'eq', value }], size: 100 }, 'ana')).rows.map(t => t.id), all = await tasks(), { facets } = await store().tasks.query({ size: 1, facets: ['country', 'type'] }, 'ana')
      const [kirkuk, izmail] = [await of('country', 'IQ'), await of('placeName', 'Izmail')]
      expect(kirkuk.length).toBeGreaterThan(0)
      expect(kirkuk.filter(id => izmail.includes(id))).toEqual([])
      expect(facets['country']!.find(f => f.value === 'IQ')!.count).toBe(kirkuk.length)
      expect(await of('type', 'COERCE')).toEqual(['m:t3:15-18'])
      expect((await of('type', 'ASSAULT')).length).toBe(all.length - 1)
    })

    test('pages neither overlap nor lose any', async () => {
      const all = await ids(), seen: string[] = []
      for (let next: string | null = null; ;) {
        const page = await store().tasks.query({ size: 2, next }, 'ana')
        seen.push(...page.rows.map(t => t.id))
        if (page.next === null) break
        next = page.next
      }
      expect(seen).toEqual(all)
      expect((await store().tasks.query({ facets: ['kind'], count: true }, 'ana')).total).toBe(all.length)
    })

    test('go when they are decided, and come back when that is undone', async () => {
      const field = (await tasks('ana', 'field')).find(t => t.field === 'killed')!
      const [kept] = await store().decisions.append([{ kind: 'accept', event: anchor('t1'), field: 'killed', ...BY }])
      await refresh()
      expect(await ids()).not.toContain(field.id)
      await store().decisions.append([{ kind: 'undo', decision: kept!.id, ...BY }])
      await refresh()
      expect(await ids()).toContain(field.id)
      await store().decisions.append([{ kind: 'correct', event: anchor('t2'), field: 'killed', value: { min: 4, max: 4, of: null, evidence: [] }, evidence: [], ...BY }])
      await refresh()
      expect(await ids()).not.toContain(field.id)
    })

    test('stay decided, and come back, where a new engine names the event anew', async () => {
      const text = 'Forty died when the brigade shelled the bazaar.', field = async (): Promise<Task | undefined> => (await tasks('ana', 'field')).find(t => t.field === 'killed')
      const recode = async (id: string, version: string): Promise<void> => { await store().analyses.put([analysis('t2', text, [event(id, { killed: [40, 40], actors: [GUNNERS] })], { ...ENGINE, version })]); await refresh() }
      expect(await field()).toBeUndefined()
      await recode('e7', '2.0.0')
      expect((await store().incidents.of('t2', 'e7'))!.incident.fields.find(f => f.field === 'killed')!.corrected).toMatchObject({ min: 4 })
      const [kept] = await store().decisions.append([{ kind: 'accept', event: anchor('t2', 'e7'), field: 'killed', ...BY }])
      await recode('e1', '3.0.0')
      expect(await field()).toBeUndefined()
      const { rows } = await store().decisions.query({ filters: [{ field: 'kind', op: 'eq', value: 'correct' }] })
      await store().decisions.append([kept!.id, ...rows.map(d => d.id)].map(decision => ({ kind: 'undo', decision, ...BY })))
      await refresh()
      expect(await field()).toBeDefined()
      await store().decisions.append([{ kind: 'correct', event: anchor('t2'), field: 'killed', value: { min: 4, max: 4, of: null, evidence: [] }, evidence: [], ...BY }])
      await refresh()
    })

    test('a pair that people have parted or joined is asked no more', async () => {
      const pairs = await tasks('ana', 'pair')
      for (const { body } of pairs) if (body.kind === 'pair') await store().decisions.append([{ kind: body.same ? 'merge' : 'split', a: anchor(body.a.document, body.a.event), b: anchor(body.b.document, body.b.event), ...BY }])
      await refresh()
      expect(await ids('ana', 'pair')).toEqual([])
    })

    test('are skipped by one person and stay for the others', async () => {
      const [first] = await ids()
      await store().tasks.skip(first!, 'ana', true)
      expect(await ids('ana')).not.toContain(first)
      expect(await ids('ben')).toContain(first)
      expect((await store().tasks.query({}, 'ana', { skipped: true })).rows.map(t => t.id)).toContain(first)
      await store().tasks.skip(first!, 'ana', false)
      expect(await ids('ana')).toContain(first)
      expect(await store().tasks.skip(first!, 'ana', true)).toBe(true)
      await store().tasks.skip(first!, 'ana', false)
      expect(await store().tasks.skip('nothing', 'ana', true), 'a task that is gone').toBe(false)
      expect(await store().check()).toEqual([])
    })

    test('words that were let go are answered, kept, and asked again when a person wants', async () => {
      await store().tasks.answer('m:t3:19-22', 'ana', 'event', 'A port was hit.')
      expect(await ids('ana', 'missed')).toEqual(['m:t3:15-18'])
      await store().tasks.answer('m:t3:19-22', 'ben', 'open', null)
      expect(await ids('ana', 'missed')).toEqual(['m:t3:19-22', 'm:t3:15-18'])
      expect((await store().tasks.answers()).map(a => [a.by, a.answer])).toEqual([['ana', 'event'], ['ben', 'open']])
      await store().tasks.answer('m:t3:19-22', 'ana', 'none', null)
      await store().documents.add([{ id: 't5', text: 'Nothing more.' }])
      await store().tasks.refresh()
      expect(await ids('ana', 'missed')).toEqual(['m:t3:15-18'])
      const other = (await tasks()).find(t => t.kind !== 'missed')
      if (other !== undefined) await expect(store().tasks.answer(other.id, 'ana', 'none', null)).rejects.toMatchObject({ code: 'task-refused' })
    })

    test('go with their report', async () => {
      await store().documents.delete('t3', 'ana', 'a test')
      await refresh()
      expect((await tasks()).filter(t => t.document === 't3')).toEqual([])
      expect(await store().check()).toEqual([])
    })
  })

  describe('batches', () => {
    const store = useStore(make)
    const said = (choice: string): { readonly choice: string; readonly decisions: readonly []; readonly note: null } => ({ choice, decisions: [], note: null })

    test('hide answers until both coders have submitted, are closed once, and can be compared', async () => {
      await store().documents.add([{ id: 'b1', text: 'Somebody may have been hurt and somebody else was hit.' }])
      await store().analyses.put([analysis('b1', 'Somebody may have been hurt and somebody else was hit.', [])], new Map([['b1', [{ type: 'ASSAULT', span: span('hurt', 23), confidence: 0.5 }, { type: 'ASSAULT', span: span('hit', 50), confidence: 0.3 }]]]))
      await store().tasks.refresh()
      const tasks = ['m:b1:23-27', 'm:b1:50-53']
      await expect(store().batches.create({ title: 'x', coders: ['ana', 'ana'], tasks, by: 'chief' })).rejects.toMatchObject({ code: 'review-refused' })
      const { id } = await store().batches.create({ title: 'First fifty', coders: ['ana', 'ben'], tasks, by: 'chief' })
      expect((await store().tasks.query({}, 'eve')).rows).toEqual([])
      const seen = async (viewer: string): Promise<readonly string[]> => Object.keys((await store().batches.tasks(id, viewer))[0]!.answers)
      await store().batches.answer(id, tasks[0]!, 'ana', said('none'))
      await store().batches.answer(id, tasks[0]!, 'ana', said('event'))
      await store().batches.answer(id, tasks[0]!, 'ben', said('event'))
      await store().batches.answer(id, tasks[1]!, 'ben', said('none'))
      expect([await seen('ana'), await seen('ben'), await seen('chief')]).toEqual([['ana'], ['ben'], []])
      await expect(store().batches.answer(id, 'other', 'ana', said('x'))).rejects.toMatchObject({ code: 'task-unknown' })
      await expect(store().batches.answer(id, tasks[0]!, 'eve', said('x'))).rejects.toMatchObject({ code: 'review-refused' })
      expect(await store().batches.submit(id, 'ana')).toMatchObject({ state: 'open', size: 2, coders: [{ coder: 'ana', answered: 1 }, { coder: 'ben', answered: 2, submitted: null }] })
      await expect(store().batches.answer(id, tasks[0]!, 'ana', said('none'))).rejects.toMatchObject({ code: 'review-refused' })
      expect([await seen('ben'), await store().batches.choices()]).toEqual([['ben'], []])
      await expect(store().batches.adjudicate(id, 'chief', [], null)).rejects.toMatchObject({ code: 'review-refused' })
      expect(await store().batches.submit(id, 'ben')).toMatchObject({ state: 'submitted' })
      expect(await seen('ana')).toEqual(['ana', 'ben'])
      expect((await store().batches.choices()).map(c => [c.task, c.coder, c.choice])).toEqual([[tasks[0], 'ana', 'event'], [tasks[0], 'ben', 'event'], [tasks[1], 'ben', 'none']])
      const flag = { kind: 'flag', event: anchor('b1'), text: 'Unclear.' } as const
      expect(await store().batches.adjudicate(id, 'chief', [flag], 'Agreed.')).toMatchObject({ state: 'adjudicated', adjudicatedBy: 'chief' })
      expect((await store().decisions.active()).map(d => [d.kind, d.by, d.reason])).toEqual([['flag', 'chief', 'Agreed.']])
      expect((await store().tasks.query({}, 'eve')).rows).toHaveLength(2)
      expect((await store().batches.query({ filters: [{ field: 'coder', op: 'eq', value: 'ben' }] })).rows.map(b => b.id)).toEqual([id])
    })

    test('of which it is held that words tell of no event are closed with that answer, and those are not asked again', async () => {
      const made = await store().batches.create({ title: 'Second', coders: ['ana', 'ben'], tasks: ['m:b1:23-27', 'm:b1:50-53'], by: 'chief' })
      for (const coder of ['ana', 'ben']) { await store().batches.answer(made.id, 'm:b1:50-53', coder, said('none')); await store().batches.submit(made.id, coder) }
      await expect(store().batches.adjudicate(made.id, 'chief', [], null, ['m:b1:0-1'])).rejects.toMatchObject({ code: 'task-unknown' })
      expect(await store().batches.adjudicate(made.id, 'chief', [], 'Agreed.', ['m:b1:50-53'])).toMatchObject({ state: 'adjudicated' })
      expect((await store().tasks.answers()).map(a => [a.task, a.by, a.answer, a.note])).toEqual([['m:b1:50-53', 'chief', 'none', 'Agreed.']])
      await store().documents.add([{ id: 'b2', text: 'Nothing more.' }])
      await store().tasks.refresh()
      expect((await store().tasks.query({}, 'eve')).rows.map(t => t.id)).toEqual(['m:b1:23-27'])
    })

    test('tell how fast people decide', async () => {
      const pace = await store().decisions.pace(null), ana = pace.find(p => p.by === 'ben')!
      expect(ana.decisions).toBe(3)
      expect(ana.perHour).toBeGreaterThan(0)
      expect(await store().decisions.pace('2030-01-01')).toEqual([])
    })
  })
}
