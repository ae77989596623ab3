/** What the interface promises of reading, over either engine: filters, pages, forms, counts, the past. */
import { check } from '@placemarkio/check-geojson'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { apiOver, askOf, fill, REPORTS, type Ask } from './api/client.ts'
import { useStore, type MakeGround } from './store/ground.ts'
import { plainIndex } from './store/made.ts'

interface Row { readonly incident: { readonly id: string; readonly type: string; readonly killed: { readonly min: number }; readonly date: { readonly start: string } } }

export function apiContract(make: MakeGround): void {
  const store = useStore(make, { index: plainIndex })
  let ask: Ask
  beforeAll(async () => { await fill(store()); ask = askOf(apiOver(store())) })
  const rows = async (path: string): Promise<readonly Row[]> => (await ask(path)).json.rows

  describe('filters', () => {
    test.each([
      ['killed__gte=20', 5], ['mode=drone', REPORTS / 2], ['mode__in=drone,artillery', REPORTS], ['mode__ne=drone', REPORTS / 2], ['country=IQ&date__gte=2024-01-10&date__lte=2024-01-14', 3],
      ['publisher__contains=ridge', REPORTS / 2], ['disputed=true', 1], ['bbox=43,34,46,37', REPORTS / 2], ['near=45.35,28.84,30', REPORTS / 2], ['text=harbour', REPORTS / 2], ['text=%22shelled%20the%22&killed__lte=9', 4], ['mode__isnull=true', 0], ['date=2023', 0],
    ])('%s finds %i', async (search, found) => { expect(await rows(`/incidents?${search}&_size=100`)).toHaveLength(found) })

    test.each([
      ['killed__gte=many', 'filter-value', 'killed__gte'], ['tpye=ASSAULT', 'parameter-unknown', 'tpye'], ['type__gte=A', 'parameter-unknown', 'type__gte'], ['bbox=1,2', 'filter-value', 'bbox'], ['_sort=summary', 'field-unknown', '_sort'], ['_sort=sumary', 'field-unknown', '_sort'], ['_facet=id', 'field-unknown', '_facet'], ['_facet=nothing', 'field-unknown', '_facet'],
      ['date__gte=2024-13-01', 'filter-value', 'date__gte'], ['date=2024-02-30', 'filter-value', 'date'], ['date=2024-00', 'filter-value', 'date'], ['date__lte=2024-05-01T25:00:00Z', 'filter-value', 'date__lte'],
      ['_size=0', 'parameter-value', '_size'], ['_size=1e3', 'parameter-value', '_size'], ['_size=10001', 'parameter-value', '_size'], ['_next=abc', 'page-invalid', '_next'], ['_asof=yesterday', 'parameter-value', '_asof'], ['_size=1&_size=2', 'parameter-value', '_size'], ['text=%22%22', 'text-query-invalid', 'text'], ['constructor=1', 'parameter-unknown', 'constructor'],
    ])('%s is refused with %s, naming %s', async (search, code, field) => {
      const answer = await ask(`/incidents?${search}`)
      expect({ status: answer.status, code: answer.json.error.code, field: answer.json.error.field }).toEqual({ status: 400, code, field })
      expect(Object.keys(answer.json)).toEqual(['error'])
    })

    test('a parameter that is nearly right is named', async () => {
      expect((await ask('/incidents?tpye=ASSAULT')).json.error).toEqual({ code: 'parameter-unknown', field: 'tpye', message: 'There is no parameter "tpye" here. Did you mean type?' })
      expect((await ask('/incidents?type__gte=A')).json.error.message).toContain('type__in')
    })
  })

  describe('pages', () => {
    test.each(['', '_sort=-killed&', '_sort=type&', '_sort=-date&', '_sort=id&'])('by %s reach the end without overlap or loss', async sort => {
      const seen: string[] = []
      let path: string | null = `/incidents?${sort}_size=7`, pages = 0
      while (path !== null) {
        const answer = await ask(path)
        seen.push(...(answer.json.rows as readonly Row[]).map(r => r.incident.id))
        path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null
        expect(path === null).toBe(answer.json.next === null)
        pages++
      }
      expect(pages).toBe(4)
      expect(new Set(seen).size).toBe(REPORTS)
      expect(seen).toHaveLength(REPORTS)
    })
    test('sorted, counted, with facets', async () => {
      const { json } = await ask('/incidents?_sort=-killed&_size=2&_count=true&_facet=mode,country&killed__gte=3')
      expect((json.rows as readonly Row[]).map(r => r.incident.killed.min)).toEqual([24, 23])
      expect(json.total).toBe(22)
      expect(json.facets.mode).toEqual([{ value: 'artillery', count: 11 }, { value: 'drone', count: 11 }])
    })
    test('of every list end', async () => {
      for (const name of ['documents', 'analyses', 'claims', 'actors', 'places', 'changes', 'search']) {
        const ids: string[] = []
        let path: string | null = `/${name}?_size=5${name === 'search' ? '&q=mayor' : ''}`
        for (let pages = 0; path !== null && pages < 30; pages++) {
          const answer = await ask(path)
          expect(answer.status, `${path} ${answer.text}`).toBe(200)
          ids.push(...(answer.json.rows as readonly object[]).map(r => JSON.stringify(r)))
          path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null
        }
        expect(path, name).toBeNull()
        expect(new Set(ids).size, name).toBe(ids.length)
        if (['documents', 'analyses', 'claims', 'search'].includes(name)) expect(ids, name).toHaveLength(REPORTS)
      }
    })
  })

  describe('forms', () => {
    test('NDJSON by suffix and by Accept is one row a line', async () => {
      const bySuffix = await ask('/incidents.ndjson?_size=3'), byAccept = await ask('/incidents?_size=3', { headers: { accept: 'text/plain, application/x-ndjson;q=0.9' } })
      expect(byAccept.text).toBe(bySuffix.text)
      expect(bySuffix.text.trim().split('\n').map(line => JSON.parse(line) as unknown)).toEqual(await rows('/incidents?_size=3'))
    })
    test('CSV has the columns of exports, and no formula runs in it', async () => {
      const { text, headers } = await ask('/incidents.csv?_sort=id&_size=100'), cells = parse(text, { columns: true }) as readonly Record<string, string>[]
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
      expect(cells).toHaveLength(REPORTS)
      expect(cells[0]).toMatchObject({ type: 'ASSAULT', killed_min: '1', publishers: 'Harbour Wire' })
      expect(cells.filter(c => c['actors'] === `'=HYPERLINK("x")`)).toHaveLength(REPORTS / 2)
    })
    test.each(['documents', 'claims', 'actors', 'places', 'analyses', 'decisions', 'links', 'changes', 'deletions', 'sources', 'search'])('%s.csv has a header and every row as many cells', async name => {
      const { status, text } = await ask(`/${name}.csv?${name === 'search' ? 'q=mayor' : ''}`)
      expect(status).toBe(200)
      expect((parse(text) as readonly unknown[]).length).toBeGreaterThan(0)
    })
    test('GeoJSON passes a linter', async () => {
      for (const name of ['incidents', 'places']) expect(check((await ask(`/${name}.geojson?_size=50`)).text).type).toBe('FeatureCollection')
    })
    test('a form that a route does not have is refused', async () => {
      expect((await ask('/documents.geojson')).json.error.code).toBe('format-unknown')
      expect((await ask('/points.csv')).json.error.code).toBe('format-unknown')
    })
    test('whole exports stream, filtered', async () => {
      const { text, headers } = await ask('/export/acled-csv?mode=drone')
      expect(parse(text) as readonly unknown[]).toHaveLength(1 + REPORTS / 2)
      expect(headers.get('content-disposition')).toContain('.csv')
      expect((await ask('/export/parquet')).text.slice(0, 4)).toBe('PAR1')
      expect((await ask('/export/datapackage')).json.error.code).toBe('format-unknown')
      expect((await ask('/export/csv?killed__gte=x')).json.error.code).toBe('filter-value')
    })
  })

  describe('one at a time', () => {
    test('an incident, its history, its claims, its report and analysis', async () => {
      const [first] = await rows('/incidents?_sort=date&_size=1'), id = encodeURIComponent(first!.incident.id)
      expect((await ask(`/incidents/${id}`)).json.incident).toEqual(first!.incident)
      expect((await ask(`/incidents/${id}/history`)).json.rows).toHaveLength(1)
      expect((await ask(`/incidents/${id}/claims`)).json.rows).toMatchObject([{ document: 'r/01', speaker: 'the mayor' }])
      expect((await ask('/documents/r%2F01')).json).toMatchObject({ id: 'r/01', publisher: 'Harbour Wire' })
      expect((await ask('/documents/r%2F01/texts')).json).toHaveLength(1)
      expect((await ask('/documents/r%2F01/analysis')).json.analysis.events).toHaveLength(1)
      expect((await ask('/documents/r%2F01/analyses')).json.rows).toHaveLength(1)
    })
    test.each([['/incidents/none', 'incident-unknown'], ['/incidents/none/history', 'incident-unknown'], ['/documents/none', 'document-unknown'], ['/documents/none/analysis', 'analysis-unknown'], ['/decisions/none', 'decision-unknown'], ['/nothing', 'route-unknown'], ['/', 'route-unknown'], ['/../../etc/passwd', 'route-unknown']])('%s is not there', async (path, code) => {
      const answer = await ask(path)
      expect([answer.status, answer.json.error.code]).toEqual([404, code])
    })
  })

  test('counts by week and mode add up', async () => {
    const { json, text } = await ask('/aggregates?by=week,mode')
    expect(json.rows[0]).toMatchObject({ keys: ['2024-01-01', 'artillery'], incidents: 3, killedMin: 12 })
    expect((json.rows as readonly { incidents: number }[]).reduce((sum, r) => sum + r.incidents, 0)).toBe(REPORTS)
    expect(text).toContain('"keys"')
    expect((await ask('/aggregates.csv?by=country&mode=drone')).text).toBe('country,incidents,killedMin,killedMax,injuredMin,injuredMax,killedKnown,injuredKnown,beyond\r\nUA,12,144,156,0,0,12,0,0\r\n')
    expect((await ask('/aggregates?by=week,mode&top=1')).json.rows.every((r: { keys: readonly string[] }) => r.keys[1] === 'artillery')).toBe(true)
    for (const wrong of ['0', '1001', 'x']) expect((await ask(`/aggregates?by=week,mode&top=${wrong}`)).json.error).toMatchObject({ code: 'parameter-value', field: 'top' })
    expect((await ask('/aggregates')).json.error).toMatchObject({ code: 'parameter-value', field: 'by' })
    expect((await ask('/aggregates?by=moon')).json.error).toMatchObject({ code: 'parameter-value', field: 'by' })
  })

  test('what is still so is not counted again', async () => {
    const first = await ask('/aggregates?by=week'), tag = first.headers.get('etag')!, headers = { 'if-none-match': tag }
    expect([(await ask('/aggregates?by=week', { headers })).status, (await ask('/points', { headers })).status, (await ask('/incidents?colour=red', { headers })).status]).toEqual([304, 304, 400])
    expect((await ask('/documents', { headers })).status).toBe(200)
    await store().documents.add([{ id: 'later', text: 'Nothing that concerns us.' }])
    expect((await ask('/aggregates?by=week', { headers })).status).toBe(200)
    await store().documents.delete('later', 'somebody', 'a test')
  })

  test('points stand column by column', async () => {
    const { json } = await ask('/points?mode=drone')
    expect(new Set(Object.values(json).filter(Array.isArray).map(column => column.length))).toEqual(new Set([12]))
    expect((await ask('/points?_size=5')).json).toMatchObject({ cut: true })
    const some = (await ask('/points?_size=5&columns=latitude,disputed')).json
    expect(Object.keys(some).sort()).toEqual(['cut', 'disputed', 'latitude'])
    expect([some.latitude.length, some.disputed.every((d: unknown) => typeof d === 'boolean')]).toEqual([5, true])
    expect((await ask('/points?columns=latitude,body')).json.error).toMatchObject({ code: 'parameter-value' })
  })

  test('search shows where the words are', async () => {
    const { json } = await ask('/search?q=harbour&_size=3'), [{ snippet, ranges }] = json.rows
    expect(snippet.slice(ranges[0].start, ranges[0].end).toLowerCase()).toBe('harbour')
    expect((await ask('/search')).json.error).toMatchObject({ code: 'parameter-value', field: 'q' })
  })

  describe("ACLED's shape", () => {
    test('has the 31 columns and its parameters', async () => {
      const { json } = await ask('/api/acled/read?limit=5')
      expect(json).toMatchObject({ status: 200, success: true, count: 5 })
      expect(Object.keys(json.data[0])).toHaveLength(31)
      expect((await ask('/api/acled/read?event_date=2024-01-05|2024-01-09&event_date_where=BETWEEN&fields=event_date|iso|fatalities')).json.data).toHaveLength(5)
      expect((await ask('/api/acled/read?country=ukraine')).json.count).toBe(12)
      expect((await ask('/api/acled/read?iso=368&fatalities=20&fatalities_where=>=')).json.data.map((r: { fatalities: number }) => r.fatalities).sort()).toEqual([20, 22, 24])
      expect((await ask('/api/acled/read?actor1=nav&actor1_where=LIKE')).json.count).toBe(12)
    })
    test('pages without overlap or loss, and gives CSV', async () => {
      const pages = await Promise.all([1, 2, 3, 4].map(async page => (await ask(`/api/acled/read?limit=8&page=${page}&fields=event_date`)).json.data as readonly { event_date: string }[]))
      expect(pages.map(p => p.length)).toEqual([8, 8, 8, 0])
      expect(new Set(pages.flat().map(r => r.event_date)).size).toBe(REPORTS)
      expect((await ask('/api/acled/read?_format=csv&limit=2&fields=event_date|country')).text.split('\r\n')[0]).toBe('event_date,country')
    })
    test('refuses what it cannot read', async () => {
      for (const search of ['event_date=soon', 'fields=colour', 'limit=x', 'event_date_where=NEAR', 'contry=x']) expect((await ask(`/api/acled/read?${search}`)).status, search).toBe(400)
    })
  })

  test('the past stays to be seen', async () => {
    const before = await store().changes.last(), [first] = await rows('/incidents?_sort=date&_size=1')
    await store().documents.delete('r/01', 'somebody', 'asked for by the publisher')
    await store().incidents.refresh()
    expect(await rows('/incidents?_size=100')).toHaveLength(REPORTS - 1)
    expect(await rows(`/incidents?_size=100&_asof=${before}`)).toHaveLength(REPORTS)
    expect((await ask(`/incidents/${encodeURIComponent(first!.incident.id)}`)).status).toBe(404)
    expect((await ask(`/incidents/${encodeURIComponent(first!.incident.id)}?_asof=${before}`)).json.incident).toEqual(first!.incident)
    expect((await ask(`/changes?since=${before}`)).json.rows).toContainEqual(expect.objectContaining({ kind: 'document', id: 'r/01', op: 'delete' }))
    expect((await ask(`/deletions?since=${before}&kinds=document`)).json.rows).toMatchObject([{ id: 'r/01', reason: 'asked for by the publisher' }])
    expect((await ask(`/changes?kinds=moon`)).json.error.field).toBe('kinds')
  })
}
