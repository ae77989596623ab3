/** Documents: taken in once, found again, set aside, deleted for good. */
import { describe, expect, test } from 'vitest'
import { useStore, type MakeGround } from './ground.ts'

export function documentContract(make: MakeGround): void {
  describe('documents', () => {
    const store = useStore(make)
    const page = { canonical: 'https://news.example/a', url: 'https://news.example/a?ref=x', publisher: 'Example News', title: 'Shelling in the hills', published: '2024-01-20', text: 'Shells fell on two villages in the hills, killing three people.' }

    test('a report is kept as given and comes back the same', async () => {
      const [added] = await store().documents.add([page])
      expect(added!.outcome).toBe('added')
      expect(await store().documents.get(added!.id)).toMatchObject({ ...page, language: 'en', revision: 1, setAside: null, added: expect.stringMatching(/^2024-03-01T00:00:\d\d\.000Z$/) as string })
      expect(await store().documents.at(page.canonical)).toBe(added!.id)
    })

    test('the same report again changes nothing', async () => {
      const before = await store().changes.last()
      expect((await store().documents.add([page, page])).map(a => a.outcome)).toEqual(['known', 'known'])
      expect(await store().changes.last()).toBe(before)
    })

    test('the same text at another address is a copy, once and for ever', async () => {
      const copy = { ...page, canonical: 'https://copy.example/b' }, id = await store().documents.at(page.canonical)
      expect(await store().documents.add([copy])).toEqual([{ id, outcome: 'copy' }])
      expect(await store().documents.add([copy])).toEqual([{ id, outcome: 'known' }])
    })

    test('another text at a known address is a revision; no text is lost', async () => {
      const [added] = await store().documents.add([{ ...page, text: 'Shells fell on two villages, killing five people.' }])
      expect(added!.outcome).toBe('revised')
      expect((await store().documents.texts(added!.id)).map(t => [t.revision, t.text.includes('five')])).toEqual([[2, true], [1, false]])
      expect((await store().documents.get(added!.id))?.revision).toBe(2)
      expect((await store().documents.add([page]))[0]!.outcome).toBe('known')
    })

    test('two in one batch with one id and different texts become two documents or a revision, never one lost', async () => {
      const [first, second] = await store().documents.add([{ id: '7', url: 'https://x.example/1', text: 'One.' }, { id: '7', url: 'https://x.example/2', text: 'Two.' }])
      expect(first).toEqual({ id: '7', outcome: 'added' })
      expect(second!.outcome).toBe('added')
      expect((await store().documents.get(second!.id))?.text).toBe('Two.')
      expect(await store().documents.add([{ id: '8', text: 'Eight.' }, { id: '8', text: 'Eight and more.' }])).toEqual([{ id: '8', outcome: 'added' }, { id: '8', outcome: 'revised' }])
    })

    test('odd characters survive or are made harmless alike', async () => {
      const text = 'Zażółć \u{1F4A5} \0 \uD800 “quoted” \n\ttab'
      const [added] = await store().documents.add([{ text }])
      expect((await store().documents.get(added!.id))?.text).toBe('Zażółć \u{1F4A5}   \uFFFD “quoted” \n\ttab')
      expect((await store().documents.add([{ text }]))[0]).toEqual({ id: added!.id, outcome: 'known' })
    })

    test('documents are asked by field, sorted and paged without overlap', async () => {
      await store().documents.add(Array.from({ length: 25 }, (_, i) => ({ id: `p${String(i).padStart(2, '0')}`, publisher: i % 2 === 0 ? 'Evening Post' : 'Morning Sun', published: i % 5 === 0 ? null : `2024-02-${String(i + 1).padStart(2, '0')}T08:00:00Z`, text: `Page number ${i}.` })))
      const filters = [{ field: 'id', op: 'contains', value: 'P' }, { field: 'publisher', op: 'eq', value: 'Evening Post' }] as const, seen: string[] = []
      for (let next: string | null = null; ;) {
        const page = await store().documents.query({ filters: [...filters], sort: { field: 'published', descending: true }, size: 4, next, count: true, facets: ['publisher'] })
        expect([page.total, page.facets]).toEqual([13, { publisher: [{ value: 'Evening Post', count: 13 }] }])
        seen.push(...page.rows.map(d => d.id))
        if (page.next === null) break
        next = page.next
      }
      expect(seen).toEqual(['p24', 'p22', 'p18', 'p16', 'p14', 'p12', 'p08', 'p06', 'p04', 'p02', 'p20', 'p10', 'p00'])
      const day = await store().documents.query({ filters: [{ field: 'published', op: 'eq', value: '2024-02-03' }] })
      expect(day.rows.map(d => d.id)).toEqual(['p02'])
    })

    test('bad fields, values and pages are refused by code', async () => {
      const ask = store().documents.query
      await expect(ask({ filters: [{ field: 'colour', op: 'eq', value: 'red' }] })).rejects.toMatchObject({ code: 'field-unknown' })
      await expect(ask({ filters: [{ field: 'published', op: 'gte', value: "2024' or 1=1" }] })).rejects.toMatchObject({ code: 'filter-value' })
      await expect(ask({ filters: [{ field: 'url', op: 'gte', value: 'x' }] })).rejects.toMatchObject({ code: 'filter-value' })
      await expect(ask({ sort: { field: 'url' } })).rejects.toMatchObject({ code: 'field-unknown' })
      await expect(ask({ facets: ['text'] })).rejects.toMatchObject({ code: 'field-unknown' })
      await expect(ask({ next: 'nonsense' })).rejects.toMatchObject({ code: 'page-invalid' })
      await expect(ask({ filters: [{ field: 'constructor', op: 'eq', value: 'x' }] })).rejects.toMatchObject({ code: 'field-unknown' })
    })
  })

  describe('search', () => {
    const store = useStore(make)

    test('words are found in any form, phrases as they stand, and left out by a minus', async () => {
      await store().documents.add([
        { id: 's1', title: 'Ambush', text: 'Gunmen attacked a convoy near İzmir. The convoy was carrying grain.' },
        { id: 's2', text: 'Attacks on convoys went on; grain prices rose.' },
        { id: 's3', text: 'Nothing happened near Izmir, the mayor said.' },
      ])
      const ids = async (words: string): Promise<readonly string[]> => (await store().documents.search(words)).rows.map(h => h.document.id).sort()
      expect(await ids('attack convoy')).toEqual(['s1', 's2'])
      expect(await ids('"near izmir"')).toEqual(['s1', 's3'])
      expect(await ids('grain -prices')).toEqual(['s1'])
      expect(await ids('ambush')).toEqual(['s1'])
      expect(await ids('"izmir near"')).toEqual([])
      await expect(ids('-grain')).rejects.toMatchObject({ code: 'text-query-invalid' })
      await expect(ids('" -( ) : *')).rejects.toMatchObject({ code: 'text-query-invalid' })
    })

    test('a snippet shows the words with their offsets', async () => {
      const text = `${'Filler words stand here. '.repeat(60)}Then the bridge was bombed by planes.${' More filler follows.'.repeat(60)}`
      await store().documents.add([{ id: 's4', text }])
      const hit = (await store().documents.search('bombing bridges')).rows[0]!
      expect(text.slice(hit.offset, hit.offset + hit.snippet.length)).toBe(hit.snippet)
      expect(hit.ranges.map(r => hit.snippet.slice(r.start, r.end))).toEqual(['bridge', 'bombed'])
    })

    test('a revision is found by its new words alone', async () => {
      await store().documents.add([{ id: 's5', text: 'A minaret collapsed.' }, { id: 's5', text: 'A chimney collapsed.' }])
      expect((await store().documents.search('minaret')).rows).toEqual([])
      expect((await store().documents.search('chimney')).rows.map(h => h.document.id)).toEqual(['s5'])
    })

    test('pages of a search do not overlap', async () => {
      await store().documents.add(Array.from({ length: 7 }, (_, i) => ({ id: `z${i}`, text: `Zeppelin ${'seen '.repeat(i)}${i}.` })))
      const first = await store().documents.search('zeppelin', { size: 4 }), second = await store().documents.search('zeppelin', { size: 4, next: first.next })
      expect(new Set([...first.rows, ...second.rows].map(h => h.document.id)).size).toBe(7)
      expect(second.next).toBeNull()
    })
  })

  describe('setting aside and deleting', () => {
    const store = useStore(make)

    test('what is set aside is kept, found by its reason, and not to be coded', async () => {
      await store().documents.add([{ id: 'fr', language: 'fr', text: 'Une attaque a eu lieu.', setAside: { code: 'language', reason: 'The text is French.' } }, { id: 'en', text: 'An attack took place.' }])
      const engine = { name: 'casus', version: '1', model: null }
      expect((await store().analyses.todo(engine)).map(d => d.id)).toEqual(['en'])
      expect(await store().analyses.left(engine)).toBe(1)
      expect((await store().documents.query({ filters: [{ field: 'setAside', op: 'eq', value: 'language' }] })).rows.map(d => d.id)).toEqual(['fr'])
      await store().documents.setAside('fr', null)
      expect(await store().analyses.left(engine)).toBe(2)
      await expect(store().documents.setAside('none', null)).rejects.toMatchObject({ code: 'document-unknown' })
    })

    test('a deleted report leaves a tombstone and does not come back', async () => {
      const report = { canonical: 'https://gone.example/1', text: 'Names of the victims follow.' }
      const id = (await store().documents.add([report]))[0]!.id
      await store().documents.delete(id, 'admin', 'The family asked for it.')
      expect(await store().documents.get(id)).toBeNull()
      expect((await store().documents.search('victims')).rows).toEqual([])
      expect(await store().documents.add([report, { ...report, canonical: 'https://other.example/1' }])).toEqual([{ id, outcome: 'deleted' }, { id, outcome: 'deleted' }])
      const { rows } = await store().changes.deletions({ since: 0 })
      expect(rows).toMatchObject([{ kind: 'document', id, op: 'delete', by: 'admin', reason: 'The family asked for it.' }])
      expect(await store().check()).toEqual([])
    })
  })
}
