/** Incidents in other people's codebooks: the exact columns, the codes they call for, and what they must not invent. */
import { describe, expect, test } from 'vitest'
import { ACLED_COLUMNS, buildCodebookLexicon, CAMEO_COLUMNS, headerOf, outsideAcled, outsideCameo, outsideUcdp, ploverEvent, rowOf, UCDP_COLUMNS, type Column, type Subject } from '../src/core/codebooks/index.ts'
import { prioGrid } from '../src/core/codebooks/ucdp.ts'
import type { Incident } from '../src/core/model/index.ts'
import { loadTables } from '../src/resources/load.ts'
import { at, exactly, incident, party } from './support/incidents.ts'

const lexicon = buildCodebookLexicon(loadTables())
const reports = [{ id: 'r1', url: 'https://wire.example/1', publisher: 'Harbour Wire', title: 'Raid on Marib', published: '2024-03-03' }]
const of = (change: Partial<Incident> = {}): Subject => ({ incident: incident('i1', change), reports, lexicon })
const cells = (columns: readonly Column<Subject>[], s: Subject): Record<string, unknown> => { const row = rowOf(columns, s); return Object.fromEntries(headerOf(columns).map((n, k) => [n, row[k]])) }

describe('ACLED', () => {
  test('the 31 columns, by name and order', () => {
    expect(headerOf(ACLED_COLUMNS).join(',')).toBe('event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp')
  })

  test('an air raid by a neighbour is an air strike of external forces', () => {
    expect(cells(ACLED_COLUMNS, of())).toMatchObject({ event_id_cnty: null, event_date: '2024-03-02', year: 2024, time_precision: 1, event_type: 'Explosions/Remote violence', sub_event_type: 'Air/drone strike', inter1: 'External/Other forces', inter2: 'Rebel group', interaction: 'External/Other forces-Rebel group', civilian_targeting: null, iso: 887, region: 'Middle East', country: 'Yemen', geo_precision: 1, fatalities: 7, source: 'Harbour Wire' })
  })

  test.each([
    ['gunmen kill villagers', { mode: 'firearms', actors: [party('gunmen', ['PRM'])], recipients: [party('villagers', ['CVL'])] }, 'Violence against civilians', 'Attack', 'Civilian targeting'],
    ['two armies fight', { mode: 'firearms', reciprocal: true, actors: [party('army', ['MIL'], 'YE'), party('Front', ['REB'])], recipients: [] }, 'Battles', 'Armed clash', null],
    ['a march', { type: 'PROTEST', mode: 'demo', actors: [party('teachers', ['EDU'])], recipients: [] }, 'Protests', 'Peaceful protest', null],
    ['a riot', { type: 'PROTEST', mode: 'riot', actors: [party('youths', ['CVL'])], recipients: [] }, 'Riots', 'Violent demonstration', null],
    ['police fire on a march', { mode: 'crowd-control', actors: [party('police', ['COP'], 'YE')], recipients: [party('marchers', ['CVL'])] }, 'Protests', 'Excessive force against protesters', 'Civilian targeting'],
    ['a truce', { type: 'RETREAT', mode: 'ceasefire' }, 'Strategic developments', 'Agreement', null],
  ] as const)('%s', (_name, change, event, sub, targeting) => {
    expect(cells(ACLED_COLUMNS, of(change as Partial<Incident>))).toMatchObject({ event_type: event, sub_event_type: sub, civilian_targeting: targeting })
  })

  test('protesters are protesters, rioters rioters', () => {
    expect(cells(ACLED_COLUMNS, of({ type: 'PROTEST', mode: 'demo', actors: [party('teachers', ['EDU'])], recipients: [] }))).toMatchObject({ inter1: 'Protesters', interaction: 'Protesters only' })
    expect(cells(ACLED_COLUMNS, of({ type: 'PROTEST', mode: 'riot', actors: [party('youths', ['CVL'])], recipients: [] }))).toMatchObject({ inter1: 'Rioters' })
    expect(cells(ACLED_COLUMNS, of({ mode: 'crowd-control', actors: [party('police', ['COP'], 'YE')], recipients: [party('marchers', ['CVL'])] }))).toMatchObject({ inter1: 'State forces', inter2: 'Protesters' })
  })

  test.each([
    [{ status: 'planned' }, 'told as planned'], [{ type: 'ACCUSE', mode: null }, 'no event type for ACCUSE'], [{ date: null }, 'no date'], [{ places: [] }, 'no place'],
  ] as const)('%o has no row, and the reason is said', (change, why) => { expect(outsideAcled(of(change as Partial<Incident>))).toContain(why) })

  test('a month and a province are told as such', () => {
    const s = of({ date: { edtf: '2024-03', start: '2024-03-01', end: '2024-03-31', stated: true, evidence: [] }, places: [at('Marib', 'province', 'YE', 15.5, 45.5)] })
    expect(cells(ACLED_COLUMNS, s)).toMatchObject({ time_precision: 3, geo_precision: 3 })
  })
})

describe('UCDP GED', () => {
  test('the 49 columns, by name and order', () => {
    expect(headerOf(UCDP_COLUMNS).join(',')).toBe('id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob')
  })

  test('no id of theirs is invented', () => {
    const row = cells(UCDP_COLUMNS, of())
    for (const name of headerOf(UCDP_COLUMNS).filter(n => /(^id$|relid|_dset_id|_new_id|conflict_name)/.test(n))) expect(row[name], name).toBeNull()
  })

  test('a state against rebels is state-based; best, high and low span the rival tolls', () => {
    expect(cells(UCDP_COLUMNS, of())).toMatchObject({ type_of_violence: 1, dyad_name: 'Air Force - Northern Front', deaths_b: 7, deaths_civilians: 0, best: 7, high: 12, low: 3, gwnoa: 670, gwnob: null, country_id: 678, region: 'Middle East', where_prec: 1, date_prec: 1, source_original: 'health officials' })
  })

  test('two groups are non-state; the unarmed make it one-sided; attackers count as side A', () => {
    expect(cells(UCDP_COLUMNS, of({ actors: [party('Front', ['REB'])], recipients: [party('League', ['PRM'])] }))).toMatchObject({ type_of_violence: 2 })
    expect(cells(UCDP_COLUMNS, of({ actors: [party('Front', ['REB'])], recipients: [party('farmers', ['CVL'])], attackersKilled: exactly(2) }))).toMatchObject({ type_of_violence: 3, deaths_a: 2, deaths_civilians: 7, best: 9 })
  })

  test('nobody dead, or sides not known, is no row', () => {
    expect(outsideUcdp(of({ killed: null }))).toBe('no death is reported')
    expect(outsideUcdp(of({ killed: exactly(0) }))).toBe('no death is reported')
    expect(outsideUcdp(of({ actors: [] }))).toContain('sides')
    expect(outsideUcdp(of({ type: 'PROTEST' }))).toContain('PROTEST')
  })

  test('PRIO-GRID cells: the first in the south-west, the last in the north-east, Aden', () => {
    expect(prioGrid(-90, -180)).toBe(1)
    expect(prioGrid(90, 180)).toBe(259_200)
    expect(prioGrid(12.8, 45.03)).toBe(205 * 720 + 450 + 1)
    expect(cells(UCDP_COLUMNS, of({ places: [at('Marib', 'province', 'YE', 15.5, 45.5)] }))).toMatchObject({ priogrid_gid: null, where_prec: 4 })
  })
})

describe('CAMEO', () => {
  test('26 columns; the code follows type and mode', () => {
    expect(headerOf(CAMEO_COLUMNS)).toHaveLength(26)
    expect(cells(CAMEO_COLUMNS, of())).toMatchObject({ Date: '20240302', SourceActorFull: 'SAUMIL', TargetActorFull: 'REB', EventCode: '195', EventRootCode: '19', PentaClass: 4, GoldsteinScore: -10 })
    expect(cells(CAMEO_COLUMNS, of({ type: 'RETREAT', mode: 'ceasefire' }))).toMatchObject({ EventCode: '0871', PentaClass: 2 })
  })
  test('one side is no line', () => { expect(outsideCameo(of({ recipients: [] }))).toContain('one side') })
})

describe('PLOVER', () => {
  test('names of the manual, lower bounds, what it has no name for apart', () => {
    expect(ploverEvent(of(), { name: 'casus', version: '1' })).toMatchObject({
      id: 'i1', date: '2024-03-02', enddate: null, actor: [{ code: 'SAU', sector: 'MIL', entity_text: 'Air Force', identifier_id: 'sa.military' }], recipient: [{ code: null, sector: 'REB' }],
      event: ['ASSAULT'], quad_code: 4, mode: ['aerial'], event_loc: { resolved_place: 'Marib', country_code: 'YEM', resolution: 4 }, size: { dead: 7, injured: null, arrested: null }, casus: { disputed: true, grade: 'contested' },
    })
  })
  test('what is only planned has the context future', () => { expect(ploverEvent(of({ status: 'planned' }), { name: 'casus', version: '1' }).context).toEqual(['military', 'future']) })
})

test('every country has its codes, every type a quad', () => {
  expect([...lexicon.countries].filter(([, c]) => c.alpha3.length !== 3 || c.acledRegion === '').map(([code]) => code)).toEqual([])
  expect([...lexicon.countries.values()].filter(c => c.gw !== null && c.ucdpRegion === null)).toEqual([])
  expect(lexicon.quads.size).toBe(16)
})
