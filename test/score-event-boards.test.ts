/** Boards of events on small corpora of our own, read by an engine that knows the answers: whole they give 100, with a dropped document or a shifted offset less. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Board, Outcome } from '../scoreboard/board.ts'
import { wikiEvents } from '../scoreboard/corpora/arguments.ts'
import { case2021, classOf } from '../scoreboard/corpora/case2021.ts'
import { cameoClass, cameoNer, satp, spansOf } from '../scoreboard/corpora/conflibert.ts'
import { gold } from '../scoreboard/corpora/gold.ts'
import { bagCounts, petrGsr, ploverGsr, readPetr, readPlover } from '../scoreboard/corpora/gsr.ts'
import { articlesOf, classesOf } from '../scoreboard/corpora/india.ts'
import { isaf, readReleases } from '../scoreboard/corpora/isaf.ts'
import { plv, readRows } from '../scoreboard/corpora/plv.ts'
import type { Engine } from '../scoreboard/engine.ts'
import type { Explained } from '../src/core/analysis/analyse.ts'
import type { Event, Participant, Place, Report, Span } from '../src/core/model/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-boards-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const span = (text: string, exact: string, shift = 0): Span => ({ start: text.indexOf(exact) + shift, end: text.indexOf(exact) + exact.length + shift, exact })
const party = (evidence: Span, sector = '', country: string | null = null): Participant => ({ name: evidence.exact, entity: null, country, sectors: sector === '' ? [] : [sector], labels: [], evidence: [evidence] })
const event = (given: Partial<Event>): Event => ({ id: 'e1', type: 'ASSAULT', mode: null, contexts: [], status: 'occurred', summary: '', mentions: [], actors: [], recipients: [], reciprocal: false, places: [], date: null, killed: null, injured: null, attackersKilled: null, detained: null, weapons: [], count: null, claims: [], becauseOf: [], confidence: 0.9, ...given })

/** An engine that answers from a function; layers are words with every word its own root. */
function oracle(answer: (report: Report) => readonly Event[] | null): Engine {
  const explained = (report: Report): Explained | null => { const events = answer(report); return events === null ? null : { analysis: { events }, trail: [], dropped: [] } as unknown as Explained }
  const layers = ({ text }: Report): unknown => {
    const tokens = [...text.matchAll(/\S+/g)].map(m => ({ start: m.index, end: m.index + m[0].length }))
    return { text: { text, tokens }, syntax: { head: Int32Array.from(tokens, () => -1), children: tokens.map(() => []), deprel: tokens.map(() => 'root') } }
  }
  return { knowledge: {} as Engine['knowledge'], pick: all => all, code: explained, layers: report => layers(report) as ReturnType<Engine['layers']>, between: () => null }
}

async function run(board: Board, files: readonly string[], engine: Engine): Promise<Readonly<Record<string, number>> & { readonly mistakes: Outcome['mistakes'] }> {
  const paths = files.map((text, i) => { const path = join(folder, `${board.name}-${i}`); writeFileSync(path, text); return [path] })
  const { measured, mistakes } = await board.run({ part: board.parts[0]!, files: paths }, engine)
  return Object.assign(Object.fromEntries(measured.map(m => [m.metric, m.of(m.units)])), { mistakes }) as never
}

describe('PLV', () => {
  const tsv = '\tsentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_penta\tgold_root\n\t1\t\tIn Ruritania <s>the army</s> shelled <t>a village</t>.\t\t\t4\tASSAULT\n\t2\t\t<s>Ruritania</s> thanked <t>Graustark</t>.\t\t\t1\tSUPPORT\n'
  /** Knows the act by the words of the marked parties. */
  const knowing = (shift = 0, drop = ''): Engine => ({ ...oracle(() => []), between: ({ id, text }, actor, recipient) => {
    const words = [actor, recipient].map(e => text.slice(e.start + shift, e.end + shift)).join('>'), type = { 'the army>a village': 'ASSAULT', 'Ruritania>Graustark': 'SUPPORT' }[words]
    return id === drop || type === undefined ? null : { type, trigger: { lexeme: { id: 'x', type, mode: null } }, operators: [], rule: 'between/on-path' } as unknown as ReturnType<Engine['between']>
  } })
  it('asks for the act between the marked parties', async () => {
    expect(readRows(tsv)[0]).toMatchObject({ text: 'In Ruritania the army shelled a village.', actor: { start: 13, end: 21 } })
    expect(await run(plv, [tsv], knowing())).toMatchObject({ 'root macro-F1': 100, 'quad macro-F1': 100 })
  })
  it('loses by a dropped sentence and by shifted offsets', async () => {
    expect((await run(plv, [tsv], knowing(0, '2')))['root macro-F1']).toBe(50)
    expect((await run(plv, [tsv], knowing(1)))['root macro-F1']).toBe(0)
  })
})

describe('gold standards of the PETRARCH family', () => {
  const xml = '<Sentences><!-- <Sentence id="no"><Text>x</Text> -->\n<Sentence category="T" date="20040309" id="T1" evaluate="true">\n<EventCoding eventcode="190" sourcecode="SYRMIL" targetcode="REB" >\n<EventCoding eventcode="042" sourcecode="USA" targetcode="CHN" >\n<Text>\nSyrian troops &amp; rebels\nfought.\n</Text><Parse>1\t(</Parse></Sentence>\n<Sentence date="20040310" id="T2" evaluate="true"><EventCoding noevents="True" /><Text>Nothing.</Text></Sentence></Sentences>'
  it('give sentences with triples, from tags that are left open', () => {
    expect(readPetr(xml)).toEqual([{ id: 'T1', date: '2004-03-09', text: 'Syrian troops & rebels fought.', bags: [['SYRMIL 190 REB', 'USA 042 CHN'], ['19', '04']] }, { id: 'T2', date: '2004-03-10', text: 'Nothing.', bags: [[], []] }])
  })
  const fight = event({ actors: [party(span('a', 'a'), 'MIL', 'SY')], recipients: [party(span('a', 'a'), 'REB')] })
  it('count whole triples and cues', async () => {
    const both = [fight, event({ type: 'CONSULT', mode: 'visit', actors: [party(span('a', 'a'), '', 'US')], recipients: [party(span('a', 'a'), '', 'CN')] })]
    expect(await run(petrGsr, [xml], oracle(r => r.id === 'T1' ? both : []))).toMatchObject({ 'triple F1': 100, 'cue F1': 100 })
    const swapped = await run(petrGsr, [xml], oracle(r => r.id === 'T1' ? [{ ...fight, actors: fight.recipients, recipients: fight.actors }] : [fight]))
    expect(swapped['triple F1']).toBe(0)
    expect(swapped['cue F1']).toBe(50)
  })
  it('in PLOVER’s JSON, with its stray commas, count event, actor and recipient apart', async () => {
    const json = '{"id": "P1", "date": "2000-01-01", "source": [{"actorText": "Syrian", "code": "SYR", "sector": "MIL"},], "target": "", "event": "YIELD", "text": "Syrian troops {left}.",},\n{"id": "P2", "target": [{"code": "TUR"}], "event": "ASSAULT", "text": "x"},\n'
    expect(readPlover(json).map(s => s.bags)).toEqual([[['YIELD'], ['SYRMIL'], []], [['ASSAULT'], [], ['TUR']]])
    const answers: Readonly<Record<string, Event>> = { P1: event({ type: 'RETREAT', actors: fight.actors }), P2: event({ recipients: [party(span('a', 'a'), 'MIL', 'TR')] }) }
    expect(await run(ploverGsr, [json], oracle(r => [answers[r.id]!]))).toMatchObject({ 'event F1': 100, 'actor F1': 100, 'recipient F1': 100 })
    expect((await run(ploverGsr, [json], oracle(r => r.id === 'P1' ? null : [answers[r.id]!])))['event F1']).toBeCloseTo(66.67, 1)
  })
  it('compare bags, not sets', () => { expect(bagCounts(['a', 'a', 'b'], ['a', 'c'])).toEqual([1, 1, 2]) })
})

it('ISAF fields are compared one by one; lists by what they hold', async () => {
  const line = JSON.stringify({ conversations: [{ from: 'human', value: 'PRESS RELEASE TEXT: A force detained two Taliban insurgents in Zabul.' }, { from: 'gpt', value: JSON.stringify({ name: 'x', start_date: '2011-01-10', event_type: ['detention'], province: ['zabul'], target_group: ['taliban'], min_killed: 0, min_captured: 2, killq: false, captureq: true, killcaptureraid: true, airstrike: false, noshotsfired: false, min_leaders_killed: 0, min_leaders_captured: 0 }) }] })
  expect(readReleases(line)[0]!.fields).toMatchObject({ province: 'zabul', min_captured: '2', killq: 'false' })
  const zabul: Place = { name: 'Zabul', country: 'AF', admin1: null, latitude: null, longitude: null, precision: 'province', gazetteer: null, evidence: [] }
  const raid = event({ type: 'COERCE', mode: 'arrest', places: [zabul], detained: { min: 2, max: 2, of: null, evidence: [] }, date: { edtf: '2011-01-10', start: '2011-01-10', end: '2011-01-10', stated: true, evidence: [] } })
  expect((await run(isaf, [line], oracle(() => [raid])))['all fields']).toBe(100)
  expect((await run(isaf, [line], oracle(() => [{ ...raid, detained: { min: 3, max: 3, of: null, evidence: [] } }])))['all fields']).toBeCloseTo(100 * 12 / 13)
  expect((await run(isaf, [line], oracle(() => null)))['all fields']).toBe(0)
})

it('IndiaPoliceEvents: sentences keep their extents, and only the police’s events count', () => {
  const sents = [['The police fired.', ['FORCE', 'ANY_ACTION']], ['It rained.\n', []]].map(([sent_text, sent_labels], sent_id) => JSON.stringify({ doc_id: 7, sent_id, sent_labels, sent_text })).join('\n')
  const [article] = articlesOf(sents, JSON.stringify({ doc_id: 7, date: '2002-03-10' }))
  expect(article).toMatchObject({ id: '7', date: '2002-03-10', text: 'The police fired. It rained.\n' })
  expect(article!.sentences.map(s => article!.text.slice(s.extent.start, s.extent.end))).toEqual(['The police fired.', 'It rained.\n'])
  const police = party(span('the police', 'police'), 'COP')
  expect(classesOf(event({ mode: 'firearms', actors: [police], killed: { min: 2, max: 2, of: null, evidence: [] } }))).toEqual(['KILL', 'FORCE', 'ANY_ACTION'])
  expect(classesOf(event({ mode: 'firearms', actors: [party(span('a mob', 'mob'), 'CVL')] }))).toEqual([])
  expect(classesOf(event({ actors: [police], status: 'negated' }))).toEqual([])
})

it('CASE-2021 gives one class a note, weighted', async () => {
  const files = ['1\tA jet bombed a camp.\n2\tPeople marched.\n', '1\tAIR_STRIKE\n2\tPEACE_PROTEST\n'], answers: Readonly<Record<string, Event>> = { 1: event({ mode: 'aerial' }), 2: event({ type: 'PROTEST', mode: 'demo' }) }
  expect((await run(case2021, files, oracle(r => [answers[r.id]!])))['weighted F1']).toBe(100)
  expect((await run(case2021, files, oracle(r => r.id === '1' ? null : [answers[r.id]!])))['weighted F1']).toBe(50)
  expect(classOf([])).toBe('OTHER')
})

describe('ConfliBERT', () => {
  it('classes are of the surest event, 0 where there is none', async () => {
    const tsv = 'A bomb killed two.\t4\nIt rained.\t0\n'
    expect((await run(cameoClass, [tsv], oracle(r => r.id === '1' ? [event({})] : [])))['macro-F1']).toBe(100)
    expect((await run(cameoClass, [tsv], oracle(() => [event({})])))['accuracy']).toBe(50)
  })
  it('kinds may hold together', async () => {
    const tsv = 'Men shot at a house and threw a bomb.\t1\t1\t0\t0\n'
    expect((await run(satp, [tsv], oracle(() => [event({ mode: 'firearms' }), event({ mode: 'explosives' })])))['micro-F1']).toBe(100)
    expect((await run(satp, [tsv], oracle(() => [event({ mode: 'firearms' })])))['micro-F1']).toBeCloseTo(66.67, 1)
  })
  it('spans are exact in bounds and class', async () => {
    expect(spansOf(['B-S', 'I-S', 'O', 'B-T', 'B-T', 'I-S'])).toEqual(['S 0 1', 'T 3 3', 'T 4 4', 'S 5 5'])
    const tagged = 'Rebels B-S\nshot O\nsoldiers B-T\n. O\n'
    const answer = (shift: number) => oracle(({ text }) => [event({ actors: [party(span(text, 'Rebels'))], recipients: [party(span(text, 'soldiers', shift))] })])
    expect((await run(cameoNer, [tagged], answer(0)))['span F1']).toBe(100)
    expect((await run(cameoNer, [tagged], answer(9)))['span F1']).toBe(50)
  })
})

it('WikiEvents counts heads of arguments at the given trigger', async () => {
  const tokens = ['Rebels', 'killed', 'two', 'farmers', '.']
  const file = JSON.stringify({ doc_id: 'd', sentences: [[tokens.map(t => [t, 0, 0]), '']], entity_mentions: [{ id: 'a', start: 0, end: 1 }, { id: 'b', start: 3, end: 4 }], event_mentions: [{ event_type: 'Life.Die', trigger: { start: 1, end: 2 }, arguments: [{ entity_id: 'a', role: 'Killer' }, { entity_id: 'b', role: 'Victim' }] }] })
  const answer = (trigger: string) => oracle(({ text }) => [event({ mentions: [span(text, trigger)], actors: [party(span(text, 'Rebels'))], recipients: [party(span(text, 'farmers'))] })])
  expect((await run(wikiEvents, [file], answer('killed')))['Arg-C head F1']).toBe(100)
  const elsewhere = await run(wikiEvents, [file], answer('two'))
  expect(elsewhere['Arg-C head F1']).toBe(0)
  expect(elsewhere.mistakes[0]).toMatchObject({ kind: 'missed', document: 'd' })
})

describe('gold reports', () => {
  // A stand-in for the scorer beside the reports: an event is right where its first mention has the words of a gold one, and wrong offsets end it as they end the real one.
  const scorer = `
    import { readFileSync, readdirSync } from 'node:fs'
    const at = name => process.argv[process.argv.indexOf(name) + 1]
    if (process.argv.includes('--incidents')) { const given = readFileSync(at('--analyses'), 'utf8').split('\\n').filter(Boolean).length; console.log('incidents  B3 P 50.0 R 50.0 F1 50.0\\n  links (pairwise)     P   0.0  R   0.0  F1   0.0   tp ' + given + ' fp 0 fn ' + (2 - given) + '\\n\\nevent F1 0.0'); process.exit(0) }
    const report = JSON.parse(readFileSync(at('--gold') + '/' + readdirSync(at('--gold')).find(f => f.endsWith('.json')), 'utf8'))
    const [line] = readFileSync(at('--analyses'), 'utf8').split('\\n').filter(Boolean), events = line === undefined ? [] : JSON.parse(line).events
    for (const { mentions: [m] } of events) if (report.text.slice(m.start, m.end) !== m.exact) { console.error('offsets do not give ' + m.exact); process.exit(2) }
    const found = events.filter(e => report.events.some(g => g.mentions[0] === e.mentions[0].exact)), n = [found.length, events.length - found.length, report.events.length - found.length]
    const row = name => '  ' + name.padEnd(20) + ' P   0.0  R   0.0  F1   0.0   tp ' + n[0] + ' fp ' + n[1] + ' fn ' + n[2]
    console.log(['detection', row('all'), '', 'slots', row('mode'), '', 'missed', ...n[2] ? ['  ' + report.id + ' e1 ASSAULT: raid'] : [], '', 'spurious', ...events.filter(e => !found.includes(e)).map(e => '  ' + report.id + ' ' + e.id + ' ASSAULT: x'), '', 'event F1 0.0  record F1 0.0'].join('\\n'))`
  const reports = [1, 2].map(n => JSON.stringify({ id: `r${n}`, text: `The raid of day ${n} was over.`, events: [{ mentions: ['raid'] }] }))
  const board = (engine: Engine) => {
    const paths = reports.map((text, i) => { const path = join(folder, `gold-${i}.json`); writeFileSync(path, text); return path }), script = join(folder, 'scorer.mjs')
    writeFileSync(script, scorer)
    const { measured, mistakes } = gold.run({ part: gold.parts[0]!, files: [paths, [script]] }, engine) as Outcome
    return { figures: Object.fromEntries(measured.map(m => [m.metric, m.of(m.units)])), mistakes }
  }
  const raid = (shift = 0) => ({ text }: Report): readonly Event[] => [event({ mentions: [span(text, 'raid', shift)], confidence: 1 })]
  it('are scored by the scorer, report by report', () => {
    expect(board(oracle(raid())).figures).toMatchObject({ 'event F1': 100, 'mode F1': 100, 'calibration error': 0, 'incidents B3 F1': 50, 'incident links F1': 100 })
  })
  it('lose by a dropped report', () => {
    const { figures, mistakes } = board(oracle(r => r.id === 'r2' ? null : raid()(r)))
    expect(figures['event R']).toBe(50)
    expect(figures['incident links F1']).toBeLessThan(100)
    expect(mistakes).toMatchObject([{ kind: 'missed', document: 'r2' }])
  })
  it('stop at a shifted offset', () => { expect(() => board(oracle(raid(3)))).toThrow(/offsets do not give/) })
  it('hold a sure false alarm against the calibration', () => {
    const { figures, mistakes } = board(oracle(r => [...raid()(r), event({ id: 'e2', mentions: [span(r.text, 'over')], confidence: 1 })]))
    expect(figures['event P']).toBe(50)
    expect(figures['calibration error']).toBe(50)
    expect(mistakes.filter(m => m.kind === 'false')).toHaveLength(2)
  })
})
