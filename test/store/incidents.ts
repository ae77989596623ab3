/** Incidents: read from analyses, asked by every kind of filter, and shown as they were. */
import { describe, expect, test } from 'vitest'
import type { Filter } from '../../src/store/index.ts'
import { useStore, type MakeGround } from './ground.ts'
import { analysis, claim, ENGINE, event, IZMAIL, place, plainIndex, side, type Brief } from './made.ts'

const SUVA = place('Suva', -18.14, 178.44, 'FJ', 'geonames:2198148'), RUSSIA = side('Russia', 'ru', 'RU'), UKRAINE = side('Ukraine', 'ua', 'UA')

/** Reports by id with what each tells of. */
const REPORTS: Readonly<Record<string, { readonly publisher: string; readonly text: string; readonly events: readonly Brief[] }>> = {
  r1: { publisher: 'Evening Post', text: 'Shells fell on Kirkuk.', events: [{ killed: [3, 3], actors: [side('gunmen')], mode: 'shelling' }] },
  r2: { publisher: 'Morning Sun', text: 'Kirkuk was shelled, killing at least five.', events: [{ killed: [5, null], actors: [side('gunmen')] }] },
  r3: { publisher: 'Evening Post', text: 'Drones hit Izmail.', events: [{ where: IZMAIL, day: '2024-02-05', actors: [RUSSIA], recipients: [UKRAINE], killed: [0, 2], claims: [claim('Moscow', 'ru', 'denies')] }, { type: 'ACCUSE', where: IZMAIL, day: '2024-02-06', actors: [UKRAINE], recipients: [RUSSIA] }] },
  r4: { publisher: 'Morning Sun', text: 'Protesters marched in Suva.', events: [{ type: 'PROTEST', where: SUVA, day: '2024-02-29', mode: null }] },
  r5: { publisher: 'Evening Post', text: 'Someone somewhere demanded something.', events: [{ type: 'REQUEST', where: null, day: null }] },
}

export function incidentContract(make: MakeGround): void {
  describe('incidents', () => {
    const store = useStore(make, { index: plainIndex })
    const found = async (...filters: Filter[]): Promise<readonly string[]> => (await store().incidents.query({ filters })).rows.map(r => r.incident.id).sort()
    const K = 'i:r1/e1', I = 'i:r3/e1', A = 'i:r3/e2', P = 'i:r4/e1', R = 'i:r5/e1'

    test('are read from analyses; a second reading finds nothing to do', async () => {
      await store().documents.add(Object.entries(REPORTS).map(([id, { publisher, text }]) => ({ id, publisher, text })))
      await store().analyses.put(Object.entries(REPORTS).map(([id, { text, events }]) => analysis(id, text, events.map((brief, i) => event(`e${i + 1}`, brief)))))
      expect(await store().incidents.refresh()).toEqual({ documents: 5, changed: 5, removed: 0 })
      expect(await store().incidents.refresh()).toEqual({ documents: 0, changed: 0, removed: 0 })
      expect((await store().incidents.get(K))?.incident.members).toEqual([{ document: 'r1', event: 'e1' }, { document: 'r2', event: 'e1' }])
      expect((await store().incidents.of('r2', 'e1'))?.incident.id).toBe(K)
    })

    test.each<[string, Filter, readonly string[]]>([
      ['type', { field: 'type', op: 'in', value: ['PROTEST', 'ACCUSE'] }, [A, P]],
      ['type, all but', { field: 'type', op: 'ne', value: 'ASSAULT' }, [A, P, R]],
      ['mode', { field: 'mode', op: 'eq', value: 'shelling' }, [K]],
      ['no mode', { field: 'mode', op: 'isnull', value: true }, [I, A, P, R]],
      ['context', { field: 'contexts', op: 'eq', value: 'military' }, [K, I, A, P, R]],
      ['half a context', { field: 'contexts', op: 'eq', value: 'milit' }, []],
      ['actor by registry id', { field: 'actor', op: 'eq', value: 'ru' }, [I]],
      ['actor by name', { field: 'actor', op: 'contains', value: 'GUN' }, [K]],
      ['recipient', { field: 'recipient', op: 'eq', value: 'ru' }, [A]],
      ['either side', { field: 'participant', op: 'in', value: ['ru'] }, [I, A]],
      ['country', { field: 'country', op: 'eq', value: 'UA' }, [I, A]],
      ['place', { field: 'place', op: 'eq', value: 'geonames:2198148' }, [P]],
      ['name of the place', { field: 'placeName', op: 'contains', value: 'izm' }, [I, A]],
      ['a wildcard is no wildcard', { field: 'placeName', op: 'contains', value: 'i%m' }, []],
      ['box', { field: 'bbox', op: 'eq', value: '28,45,29,46' }, [I, A]],
      ['box, in numbers', { field: 'bbox', op: 'eq', value: [40, 30, 45, 36] }, [K]],
      ['box across the 180th meridian', { field: 'bbox', op: 'eq', value: '170,-30,-170,0' }, [P]],
      ['circle that reaches', { field: 'near', op: 'eq', value: '35.46,45,60' }, [K]],
      ['circle that does not', { field: 'near', op: 'eq', value: '35.46,45,50' }, []],
      ['circle over the 180th meridian', { field: 'near', op: 'eq', value: '-18.14,-179.9,200' }, [P]],
      ['from a day', { field: 'date', op: 'gte', value: '2024-02-06' }, [A, P]],
      ['to a day', { field: 'date', op: 'lte', value: '2024-02-05' }, [I, K]],
      ['a month', { field: 'date', op: 'eq', value: '2024-02' }, [I, A, P]],
      ['no day', { field: 'date', op: 'isnull', value: true }, [R]],
      ['surely three killed', { field: 'killed', op: 'gte', value: 3 }, [K]],
      ['two killed at most', { field: 'killed', op: 'lte', value: '2' }, [I]],
      ['half a person', { field: 'killed', op: 'gte', value: 2.5 }, [K]],
      ['disputed', { field: 'disputed', op: 'eq', value: true }, [I]],
      ['grade', { field: 'grade', op: 'eq', value: 'fair' }, [K]],
      ['publisher', { field: 'publisher', op: 'eq', value: 'Morning Sun' }, [K, P]],
      ['document', { field: 'document', op: 'eq', value: 'r2' }, [K]],
      ['reports', { field: 'reports', op: 'gt', value: 1 }, [K]],
      ['words of a report', { field: 'text', op: 'eq', value: 'drone' }, [I, A]],
      ['quotes in a value', { field: 'placeName', op: 'eq', value: "K'irkuk\"; drop table incidents" }, []],
    ])('are found by %s', async (_, filter, expected) => { expect(await found(filter)).toEqual([...expected].sort()) })

    test('conditions all hold: a box with a range of days', async () => {
      const box: Filter = { field: 'bbox', op: 'eq', value: '28,45,29,46' }
      expect(await found(box, { field: 'date', op: 'gte', value: '2024-02-06' }, { field: 'date', op: 'lte', value: '2024-02-10' })).toEqual([A])
    })

    test.each<[string, Filter]>([
      ['a box upside down', { field: 'bbox', op: 'eq', value: '1,5,2,4' }], ['a box of three', { field: 'bbox', op: 'eq', value: '1,2,3' }], ['a circle off the globe', { field: 'near', op: 'eq', value: '95,0,1' }],
      ['a word for a number', { field: 'killed', op: 'gte', value: 'many' }], ['an empty list', { field: 'type', op: 'in', value: [] }], ['a list for one', { field: 'type', op: 'eq', value: ['PROTEST'] }],
      ['a word for a truth', { field: 'disputed', op: 'eq', value: 'perhaps' }], ['no day', { field: 'date', op: 'gte', value: 'yesterday' }], ['a day that no month has', { field: 'date', op: 'gte', value: '2023-02-29' }],
    ])('%s is refused', async (_, filter) => { await expect(found(filter)).rejects.toMatchObject({ code: 'filter-value' }) })

    test('values are counted, most frequent first', async () => {
      const { facets, total } = await store().incidents.query({ facets: ['type', 'country', 'actor', 'publisher', 'disputed'], count: true, size: 1 })
      expect(total).toBe(5)
      expect(facets['type']![0]).toEqual({ value: 'ASSAULT', count: 2 })
      expect(facets['country']![0]).toEqual({ value: 'UA', count: 2 })
      expect(facets['actor']).toEqual([{ value: 'gunmen', name: 'gunmen', count: 1 }, { value: 'ru', name: 'Russia', count: 1 }, { value: 'ua', name: 'Ukraine', count: 1 }])
      expect(facets['publisher']).toEqual([{ value: 'Evening Post', count: 4 }, { value: 'Morning Sun', count: 2 }])
      expect(facets['disputed']).toEqual([{ value: false, count: 4 }, { value: true, count: 1 }])
    })

    test('pages hold each incident once, unknown days last', async () => {
      const seen: string[] = []
      for (let next: string | null = null; ;) {
        const page = await store().incidents.query({ size: 2, next })
        seen.push(...page.rows.map(r => r.incident.id))
        if (page.next === null) break
        next = page.next
      }
      expect(seen).toEqual([P, A, I, K, R])
      const first = await store().incidents.query({ size: 2 })
      await expect(store().incidents.query({ size: 2, sort: { field: 'killed' }, next: first.next })).rejects.toMatchObject({ code: 'page-invalid' })
    })

    test('are summed by time, kind and side', async () => {
      const { aggregate } = store().incidents
      expect((await aggregate(['month'])).map(r => [r.keys[0], r.incidents, r.killedMin, r.killedMax])).toEqual([[null, 1, 0, 0], ['2024-01', 1, 3, 3], ['2024-02', 3, 0, 2]])
      expect((await aggregate(['week'], { filters: [{ field: 'country', op: 'eq', value: 'UA' }] })).map(r => [r.keys[0], r.incidents])).toEqual([['2024-02-05', 2]])
      expect((await aggregate(['actor', 'type'])).map(r => r.keys)).toEqual([['gunmen', 'ASSAULT'], ['ru', 'ASSAULT'], ['ua', 'ACCUSE']])
      expect((await aggregate(['type', 'standing', 'country'])).map(r => [...r.keys, r.incidents])).toEqual([['ACCUSE', 'weak', 'UA', 1], ['ASSAULT', 'disputed', 'UA', 1], ['ASSAULT', 'firm', 'IQ', 1], ['PROTEST', 'weak', 'FJ', 1], ['REQUEST', 'weak', null, 1]])
      expect((await aggregate(['participant'])).map(r => [...r.keys, r.incidents])).toEqual([['gunmen', 1], ['ru', 2], ['ua', 2]])
      expect((await aggregate(['year', 'participant'], { top: 1, filters: [{ field: 'country', op: 'ne', value: 'IQ' }] })).map(r => [...r.keys, r.incidents])).toEqual([['2024', 'ru', 2]])
      expect((await aggregate(['country'], { filters: [{ field: 'type', op: 'eq', value: 'ASSAULT' }] })).map(r => [r.killedKnown, r.injuredKnown])).toEqual([[1, 0], [1, 0]])
      await expect(aggregate(['type', 'grade', 'mode', 'status'])).rejects.toMatchObject({ code: 'field-unknown' })
      await expect(aggregate(['type', 'type'])).rejects.toMatchObject({ code: 'field-unknown' })
    })

    test('are found by the day that they begin, as they are counted', async () => {
      expect(await found({ field: 'start', op: 'gte', value: '2024-02-06' })).toEqual([A, P])
      expect(await found({ field: 'start', op: 'isnull', value: true })).toEqual([R])
    })

    test('actors, places and points', async () => {
      expect((await store().incidents.actors({})).rows).toMatchObject([{ id: 'ua', name: 'Ukraine', incidents: 2 }, { id: 'ru', incidents: 2 }, { id: null, name: 'gunmen', incidents: 1 }])
      expect((await store().incidents.actors({ filters: [{ field: 'role', op: 'eq', value: 'recipient' }] })).rows.map(a => a.id)).toEqual(['ua', 'ru'])
      expect((await store().incidents.places({ size: 1 })).rows).toMatchObject([{ id: 'geonames:707471', name: 'Izmail', country: 'UA', incidents: 2 }])
      expect(await store().incidents.points({ filters: [{ field: 'type', op: 'eq', value: 'ASSAULT' }] })).toMatchObject({ id: [I, K], latitude: [45.35, 35.46], date: ['2024-02-05', '2024-01-20'], killed: [0, 3], cut: false })
    })

    test('claims know their incident', async () => {
      expect((await store().incidents.claims({ filters: [{ field: 'incident', op: 'eq', value: I }] })).rows.map(c => c.speaker)).toEqual(['Moscow'])
    })
  })

  describe('incidents of several days', () => {
    const store = useStore(make, { index: plainIndex })

    test('count once, by their first day, and are told where they reach beyond the time counted', async () => {
      await store().documents.add(['d1', 'd2'].map(id => ({ id, text: id })))
      await store().analyses.put([
        analysis('d1', 'd1', [event('e1', { day: '2024-02-29', last: '2024-03-01' }), event('e2', { day: '2024-03-01', last: '2024-03-31' }), event('e3', { day: '2024-12-30', last: '2025-01-05' })]),
        analysis('d2', 'd2', [event('e1', { day: '2023-02-30', where: IZMAIL }), event('e2', { day: 'one day', where: IZMAIL })]),
      ])
      await store().incidents.refresh()
      const counted = async (by: 'day' | 'week' | 'month' | 'year'): Promise<unknown> => (await store().incidents.aggregate([by])).map(r => [r.keys[0], r.incidents, r.beyond])
      expect(await counted('day')).toEqual([['2023-02-30', 1, 0], ['2024-02-29', 1, 1], ['2024-03-01', 1, 1], ['2024-12-30', 1, 1], ['one day', 1, 0]])
      expect(await counted('week')).toEqual([['2023-02-27', 1, 0], ['2024-02-26', 2, 1], ['2024-12-30', 1, 0], ['one day', 1, 0]])
      expect(await counted('month')).toEqual([['2023-02', 1, 0], ['2024-02', 1, 1], ['2024-03', 1, 0], ['2024-12', 1, 1], ['one day', 1, 0]])
      expect(await counted('year')).toEqual([['2023', 1, 0], ['2024', 3, 1], ['one ', 1, 0]])
      expect((await store().incidents.query({ filters: [{ field: 'start', op: 'gte', value: '2024-02-26' }, { field: 'start', op: 'lte', value: '2024-03-03' }], count: true })).total).toBe(2)
    })
  })

  describe('the past of incidents', () => {
    const store = useStore(make, { index: plainIndex })

    test('every state can be shown again, by number and by time', async () => {
      await store().documents.add([{ id: 'h1', text: 'One.' }, { id: 'h2', text: 'Two.' }])
      await store().analyses.put([analysis('h1', 'One.', [event('e1', { killed: [1, 1] })])])
      await store().incidents.refresh()
      const first = await store().changes.last(), at = (await store().changes.since({ since: 0 })).rows.at(-1)!.at
      await store().analyses.put([analysis('h2', 'Two.', [event('e1'), event('e2', { day: '2024-05-05' })])])
      await store().incidents.refresh()
      await store().documents.delete('h1', 'admin', 'A test.')
      await store().incidents.refresh()
      const ids = async (asOf?: { change: number } | { time: string }): Promise<readonly string[]> => (await store().incidents.query(asOf === undefined ? {} : { asOf })).rows.map(r => r.incident.id)
      expect(await ids()).toEqual(['i:h2/e2', 'i:h2/e1'])
      expect(await ids({ change: first })).toEqual(['i:h1/e1'])
      expect(await ids({ time: at })).toEqual(['i:h1/e1'])
      expect(await ids({ time: '2020-01-01T00:00:00Z' })).toEqual([])
      expect((await store().incidents.get('i:h1/e1', { change: first }))?.incident.members).toHaveLength(1)
      expect(await store().incidents.get('i:h1/e1')).toBeNull()
      expect((await store().incidents.history('i:h1/e1')).map(r => r.incident.members.length)).toEqual([2, 1])
      expect((await store().incidents.query({ asOf: { change: first }, filters: [{ field: 'bbox', op: 'eq', value: '40,30,45,36' }], facets: ['type'] })).facets['type']).toEqual([{ value: 'ASSAULT', count: 1 }])
    })

    test('those who follow the feed end with what is in the store', async () => {
      const mirror = new Map<string, string>()
      for (let since = 0, next: string | null = null; ;) {
        const page = await store().changes.since({ since, next, size: 2, kinds: ['incident'] })
        for (const { id, op } of page.rows) { if (op === 'delete') mirror.delete(id); else mirror.set(id, op) }
        if (page.next === null) break
        next = page.next
        since = page.last
      }
      expect([...mirror.keys()].sort()).toEqual(['i:h2/e1', 'i:h2/e2'])
      expect((await store().changes.deletions({ since: 0, kinds: ['incident'] })).rows.map(c => c.id)).toEqual(['i:h1/e1'])
    })

    test('a long reading shows one state, whatever is written meanwhile', async () => {
      const seen: string[] = []
      for await (const { incident } of store().incidents.each()) {
        if (seen.length === 0) {
          await store().documents.delete('h2', 'admin', 'A test.')
          await store().incidents.refresh()
        }
        seen.push(incident.id)
      }
      expect(seen).toEqual(['i:h2/e1', 'i:h2/e2'])
      expect((await store().incidents.query({})).rows).toEqual([])
      expect(await store().check()).toEqual([])
    })
  })

  describe('a process that comes later', () => {
    test('writes what is new, ends what is no more, and leaves the rest untouched', async () => {
      const ground = await make(), one = await ground.open({ index: plainIndex })
      await one.documents.add(['One.', 'Two.', 'Three.'].map((text, i) => ({ id: `l${i + 1}`, text })))
      await one.analyses.put([analysis('l1', 'One.', [event('e1')]), analysis('l2', 'Two.', [event('e1', { day: '2024-04-01' })])])
      await one.incidents.refresh()
      await one.analyses.put([analysis('l3', 'Three.', [event('e1', { day: '2024-05-01' })]), analysis('l1', 'One.', [event('e1', { killed: [9, 9] })], { ...ENGINE, version: '2.0.0' })])
      await one.documents.setAside('l2', { code: 'by-hand', reason: 'A test.' })
      await one.close()
      const two = await ground.open({ index: plainIndex })
      expect(await two.incidents.refresh()).toEqual({ documents: 3, changed: 2, removed: 1 })
      expect((await two.incidents.query({})).rows.map(r => [r.incident.id, r.incident.killed?.min ?? null])).toEqual([['i:l3/e1', null], ['i:l1/e1', 9]])
      await two.close()
      const three = await ground.open({ index: () => ({ ...plainIndex(), version: 'plain 2', read: (...given) => ({ ...plainIndex().read(...given), summary: 'Read anew.' }) }) })
      await three.documents.setAside('l2', null)
      expect(await three.incidents.refresh()).toEqual({ documents: 1, changed: 3, removed: 0 })
      expect(await three.check()).toEqual([])
      await three.close()
      await ground.clear()
    })
  })

  describe('two processes', () => {
    test('read incidents from one store and agree', async () => {
      const ground = await make(), one = await ground.open({ index: plainIndex }), two = await ground.open({ index: plainIndex })
      await one.documents.add([{ id: 'w1', text: 'One.' }, { id: 'w2', text: 'Two.' }])
      await one.analyses.put([analysis('w1', 'One.', [event('e1')])])
      await Promise.all([one.incidents.refresh(), two.incidents.refresh()])
      await two.analyses.put([analysis('w2', 'Two.', [event('e1')])])
      await two.incidents.refresh()
      await one.documents.delete('w1', 'admin', 'A test.')
      await one.incidents.refresh()
      expect((await two.incidents.query({})).rows.map(r => r.incident.id)).toEqual(['i:w2/e1'])
      expect(await one.check()).toEqual([])
      await Promise.all([one.close(), two.close()])
      await ground.clear()
    })
  })

  describe('names that reports write in several ways', () => {
    const store = useStore(make, { index: plainIndex })
    test('are shown without capitals where one has it so, and with a country only where all agree', async () => {
      const loud = { ...IZMAIL, name: 'IZMAIL' }, briefs: readonly Brief[] = [{ where: loud, actors: [side('RUSSIA', 'ru', 'RU')], recipients: [side('soldiers', null, 'UA')] }, { where: IZMAIL, day: '2024-03-05', actors: [RUSSIA], recipients: [side('soldiers', null, 'SY')] }, { day: '2024-04-05', actors: [side('EAGLES', null, 'ML')], recipients: [side('traders', null, 'ML')] }, { day: '2024-05-05', recipients: [side('traders')] }]
      await store().documents.add(briefs.map((_, i) => ({ id: `n${i}`, text: `Report ${i}.` })))
      await store().analyses.put(briefs.map((brief, i) => analysis(`n${i}`, `Report ${i}.`, [event('e1', brief)])))
      await store().incidents.refresh()
      const named = new Map((await store().incidents.actors({})).rows.map(({ name, country }) => [name, country]))
      expect([named.get('Russia'), named.get('soldiers'), named.get('EAGLES'), named.get('traders')]).toEqual(['RU', null, 'ML', null])
      expect((await store().incidents.places({ filters: [{ field: 'id', op: 'eq', value: 'geonames:707471' }] })).rows.map(p => p.name)).toEqual(['Izmail'])
      expect((await store().incidents.query({ facets: ['actor'] })).facets?.['actor']).toContainEqual({ value: 'ru', name: 'Russia', count: 2 })
    })
  })
}
