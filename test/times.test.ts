/** The time layer: every rule by its own examples, time expressions of whole reports, and what holds for any text. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Note, Timex } from '../src/core/model/index.ts'
import { readText } from '../src/core/text/index.ts'
import { buildTimeLexicon, findTimes } from '../src/core/times/index.ts'
import { type Example, EXAMPLE_PUBLISHED } from '../src/core/times/rule.ts'
import { timeRules } from '../src/core/times/rules.ts'
import { loadKnowledge, loadTables } from '../src/resources/load.ts'

const knowledge = loadKnowledge(), lexicon = buildTimeLexicon(loadTables())

const TODAY = EXAMPLE_PUBLISHED

function read(text: string, published: string | null = TODAY): { readonly times: readonly Timex[]; readonly notes: readonly Note[] } {
  const { text: layer } = readText({ id: 'r', text }, knowledge.text)
  return findTimes(layer, knowledge.parse(layer), published, lexicon)
}

/** The text without its square brackets, and where the words between them stand. */
const bracketed = (text: string): { readonly text: string; readonly start: number; readonly end: number } =>
  ({ text: text.replace('[', '').replace(']', ''), start: text.indexOf('['), end: text.indexOf(']') - 1 })

/** The expression that stands exactly between the brackets, or an error that says what was found. */
function timeAt(marked: string, published: string | null = TODAY): Timex {
  const { text, start, end } = bracketed(marked), { times } = read(text, published)
  const found = times.find(time => time.start === start && time.end === end)
  if (found === undefined) throw new Error(`“${text.slice(start, end)}” not among: ${times.map(t => text.slice(t.start, t.end)).join(' | ')}`)
  return found
}
const wordsOf = (text: string, published: string | null = TODAY): readonly string[] => read(text, published).times.map(time => text.slice(time.start, time.end))

/** "2024-01-20" and so many days on. */
const plusDays = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

describe('rules', () => {
  const examples = timeRules.flatMap(rule => rule.examples.map(example => [rule.id, example.text, example] as const))
  const counterexamples = timeRules.flatMap(rule => rule.counterexamples.map(text => [rule.id, text] as const))
  /** What an example says of its expression, and nothing that it leaves open. */
  const said = ({ value, type, mod, edtf }: Example): Partial<Timex> => ({ value, ...(type && { type }), ...(mod && { mod }), ...(edtf !== undefined && { edtf }) })

  test('ids differ, and each rule has examples and counterexamples', () => {
    expect(new Set(timeRules.map(rule => rule.id)).size).toBe(timeRules.length)
    expect(timeRules.filter(rule => rule.counterexamples.length === 0).map(rule => rule.id)).toEqual([])
    expect(timeRules.filter(rule => rule.examples.length === 0).map(rule => rule.id)).toEqual(['war-began', 'named-event'])
  })
  test.each(examples)('%s: %s', (id, _, example) => {
    const { text, start, end } = bracketed(example.text)
    const found = read(text, example.published ?? TODAY).times.find(time => time.start <= start && end <= time.end)
    expect(found).toMatchObject({ rule: id, ...said(example) })
  })
  test.each(counterexamples)('not %s: %s', (id, text) => { expect(read(text).times.filter(time => time.rule === id)).toEqual([]) })
})

/** Words between brackets, value, EDTF, first and last day, publication date. */
type Case = readonly [marked: string, value: string, edtf: string | null, first: string | null, last: string | null, published?: string | null]
function expectCase([marked, value, edtf, first, last, published]: Case): void {
  const { value: v, edtf: e, first: f, last: l } = timeAt(marked, published === undefined ? TODAY : published)
  expect({ value: v, edtf: e, first: f, last: l }).toEqual({ value, edtf, first, last })
}
const cases = (list: readonly Case[]): void => { test.each(list.map(one => [one[0], one[1], one] as const))('%s: %s', (_, __, one) => { expectCase(one) }) }
/** A case of one day. */
const on = (marked: string, day: string, published: string | null = TODAY): Case => [marked, day, day, day, day, published]
const part = (marked: string, day: string, code: string, published: string | null = TODAY): Case => [marked, day + code, day, day, day, published]

describe('weekdays', () => {
  cases([
    on('Gunmen raided the depot on [Wednesday].', '2024-01-17'), on('The mayor was shot on [Saturday].', '2024-01-20'),
    on('The convoy was ambushed [last Saturday].', '2024-01-13'), on('The ministers will meet on [Thursday].', '2024-01-25'),
    on('Shells hit the harbour on [Sunday].', '2023-12-31', '2024-01-01'), on('[Tuesday]’s raid left nine dead.', '2024-01-16'),
    on('The curfew was lifted on [Friday last week].', '2024-01-12'), on('Troops entered the town [late on Thursday].', '2024-01-18'),
    part('Drones struck the refinery on [Friday night].', '2024-01-19', 'TNI'), part('The prison was stormed on [Monday morning].', '2024-01-15', 'TMO'),
    part('Rockets landed at [3 p.m. Friday].', '2024-01-19', 'T15:00'),
    ['Mourners were shot at over [the weekend].', '2024-W02-WE', '2024-01-13/2024-01-14', '2024-01-13', '2024-01-14', '2024-01-17'],
  ])
})

describe('days told from the report', () => {
  cases([
    part('Militiamen torched the school [last night].', '2024-01-19', 'TNI'), part('Police dispersed the crowd [this morning].', '2024-01-20', 'TMO'),
    on('Two guards were killed [yesterday].', '2024-01-19'), on('A ferry was shelled [the day before yesterday].', '2024-01-18'),
    on('The checkpoint was attacked [three days ago].', '2024-01-17'), on('Votes will be counted [tomorrow].', '2024-01-21'),
    ['It was the second time [this month] that the pipeline was bombed.', '2024-01', '2024-01', '2024-01-01', '2024-01-31'],
    ['The bridge was blown up [last month].', '2023-12', '2023-12', '2023-12-01', '2023-12-31'], ['The bridge was blown up [last week].', '2024-W02', '2024-01-08/2024-01-14', '2024-01-08', '2024-01-14'],
    ['The rebels signed a truce [two years ago].', '2022', '2022', '2022-01-01', '2022-12-31'], ['Looting went on for [the past three days].', 'P3D', '2024-01-17/2024-01-20', '2024-01-17', '2024-01-20'],
    ['The strike lasted [six days].', 'P6D', null, null, null], ['They march [every Friday].', 'XXXX-WXX-5', null, null, null],
  ])
})

describe('days told from other days', () => {
  cases([
    on('Rebels took Marib on 14 March 2019. [Three days later] they lost it.', '2019-03-17'), on('Rebels took Marib on 30 December 2019. [Three days later] they lost it.', '2020-01-02'),
    on('The envoy was seized on 28 February 2016. [The next day] he was free.', '2016-02-29'), on('The envoy was freed on Tuesday. [Two days earlier] a guard had died.', '2024-01-14'),
    on('The siege began on 3 May 2011. [The following Friday] it ended.', '2011-05-06'), part('The judge was shot on 7 June 2005. [That night] a bank burned.', '2005-06-07', 'TNI'),
    ['The revolt began in March 2011. [Later that year] it spread.', '2011', '2011', '2011-01-01', '2011-12-31'],
  ])
})

describe('dates', () => {
  cases([
    on('The village was razed on [5 January 2019].', '2019-01-05'), on('The village was razed on [January 5th, 2019].', '2019-01-05'),
    on('The village was razed on [2019-01-05].', '2019-01-05'), on('The village was razed on [Nov. 20].', '2023-11-20'),
    on('The village was razed on [20 January].', '2024-01-20'), on('A referendum will be held on [March 15].', '2024-03-15'),
    on('They clashed on September 20 and [22].', '2023-09-22'), on('Bombs killed worshippers on [Easter Sunday 2019].', '2019-04-21'),
    ['The governor was killed in [November].', '2023-11', '2023-11', '2023-11-01', '2023-11-30'], ['The governor was killed in [January].', '2024-01', '2024-01', '2024-01-01', '2024-01-31'],
    ['A referendum will be held in [March].', '2024-03', '2024-03', '2024-03-01', '2024-03-31'], ['The governor was killed in [early March].', '2023-03', '2023-03', '2023-03-01', '2023-03-31'],
    ['The governor was killed in [mid-July 2009].', '2009-07', '2009-07-15~', '2009-07-15', '2009-07-15'], ['The governor was killed in [1997].', '1997', '1997', '1997-01-01', '1997-12-31'],
    ['The feud dates from [the 1980s].', '198', '198X', '1980-01-01', '1989-12-31'], ['Exports fell in [the third quarter of 2014].', '2014-Q3', '2014-35', '2014-07-01', '2014-09-30'],
  ])
})

describe('seasons', () => {
  cases([
    ['The army retook the valley in [the summer of 2006].', '2006-SU', '2006-22', '2006-06-01', '2006-08-31'],
    ['The army retook the valley [last winter].', '2023-WI', '2023-24', '2023-12-01', '2024-02-29', '2024-07-10'], ['The army retook the valley [last winter].', '2022-WI', '2022-24', '2022-12-01', '2023-02-28'],
    ['Talks have stalled since [autumn 2019].', '2019-FA', '2019-09-01/..', '2019-09-01', null], ['Talks will resume [next spring].', '2024-SP', '2024-21', '2024-03-01', '2024-05-31'],
  ])
})

describe('ranges', () => {
  cases([
    ['Fighting raged from [3 March 2021] to 9 March 2021.', '2021-03-03', '2021-03-03/2021-03-09', '2021-03-03', '2021-03-09'],
    ['Fighting raged from [3] to 9 March 2021.', '2021-03-03', '2021-03-03/2021-03-09', '2021-03-03', '2021-03-09'],
    ['Fighting raged from March 3 to [9, 2021].', '2021-03-09', '2021-03-03/2021-03-09', '2021-03-03', '2021-03-09'],
    ['Fighting raged from [May 2020] to July 2020.', '2020-05', '2020-05/2020-07', '2020-05-01', '2020-07-31'],
    ['Fighting raged on May 5-[6, 2020].', '2020-05-06', '2020-05-05/2020-05-06', '2020-05-05', '2020-05-06'],
    ['Nine men died between [Monday] and Wednesday.', '2024-01-15', '2024-01-15/2024-01-17', '2024-01-15', '2024-01-17'],
    ['Nine men died between Friday and [Saturday].', '2024-01-20', '2024-01-19/2024-01-20', '2024-01-19', '2024-01-20'],
    ['The blockade ran from [2016] to 2018.', '2016', '2016/2018', '2016-01-01', '2018-12-31'], ['The [1980–88] war left scars.', '1980', '1980/1988', '1980-01-01', '1988-12-31'],
    ['The clash from [3 March] to 9 March 2021 killed ten.', '2021-03-03', '2021-03-03/2021-03-09', '2021-03-03', '2021-03-09'],
    ['The clash from 3 March to [9 March 2021] killed ten.', '2021-03-09', '2021-03-03/2021-03-09', '2021-03-03', '2021-03-09'],
    ['Fighting raged from [30 December] to 5 January 2021.', '2020-12-30', '2020-12-30/2021-01-05', '2020-12-30', '2021-01-05'],
    ['They clashed between March and [July 2020].', '2020-07', '2020-03/2020-07', '2020-03-01', '2020-07-31'], ['They clashed from [May] to July 2020.', '2020-05', '2020-05/2020-07', '2020-05-01', '2020-07-31'],
    ['They clashed in [March] and July 2020.', '2020-03', '2020-03', '2020-03-01', '2020-03-31'], ['They fled on the night of 5-[6 May 2020].', '2020-05-06', '2020-05-05/2020-05-06', '2020-05-05', '2020-05-06'],
    ['They fled on the night of 8/[9 February 2025].', '2025-02-09', '2025-02-08/2025-02-09', '2025-02-08', '2025-02-09', '2025-02-11'],
    ['It lasted from 1990 until [1994].', '1994', '1990/1994', '1990-01-01', '1994-12-31'], ['Nine men died from [Friday] to Sunday.', '2024-01-12', '2024-01-12/2024-01-14', '2024-01-12', '2024-01-14'],
    ['Nine men died from Friday to [Sunday].', '2024-01-14', '2024-01-12/2024-01-14', '2024-01-12', '2024-01-14'],
    ['The ministers will meet from Friday to [Sunday].', '2024-01-28', '2024-01-26/2024-01-28', '2024-01-26', '2024-01-28'],
    ['The troops will rest from [3] to 9 March.', '2024-03-03', '2024-03-03/2024-03-09', '2024-03-03', '2024-03-09'],
  ])
  cases([
    ['Dozens were killed on [Saturday] and Sunday.', '2024-01-13', '2024-01-13/2024-01-14', '2024-01-13', '2024-01-14', '2024-01-16'],
    ['Two men were shot on 3 and [4 May 2020].', '2020-05-04', '2020-05-03/2020-05-04', '2020-05-03', '2020-05-04'],
    ['They shelled the town [late on Monday] and early Tuesday.', '2024-01-15', '2024-01-15/2024-01-16', '2024-01-15', '2024-01-16'],
    ["[Monday] and Tuesday's talks failed.", '2024-01-15', '2024-01-15', '2024-01-15', '2024-01-15'],
    ['Gunmen struck on [Monday] and on Tuesday police held two men.', '2024-01-15', '2024-01-15', '2024-01-15', '2024-01-15'],
  ])
  test('two days that are not one after the other are no range', () => { expect(timeAt('Nine men died on [Monday] and Wednesday.').edtf).toBe('2024-01-15') })
})

describe('open ranges', () => {
  cases([
    ['The crossing has been shut since [October 7].', '2023-10-07', '2023-10-07/..', '2023-10-07', null], ['The crossing has been shut since [last Tuesday].', '2024-01-16', '2024-01-16/..', '2024-01-16', null],
    ['The crossing has been shut since [2016].', '2016', '2016/..', '2016-01-01', null], ['The crossing has been shut since [mid-March 2011].', '2011-03', '2011-03-15/..', '2011-03-15', null],
    ['The truce holds until [February 3].', '2024-02-03', '../2024-02-03', null, '2024-02-03'], ['The army ruled until [2011].', '2011', '../2011', null, '2011-12-31'],
    ['The crossing has been shut since [9 p.m.] on Friday.', '2024-01-19T21:00', '2024-01-19/..', '2024-01-19', null],
  ])
})

describe('days named by what happened', () => {
  cases([
    ['Aid groups have left Sudan since [the war began].', '2023-04-15', '2023-04-15/..', '2023-04-15', null],
    ['Millions have left Ukraine since [the start of the war].', '2022-02-24', '2022-02-24/..', '2022-02-24', null],
    ['Syria was calm before [the outbreak of the war].', '2011-03', '2011-03', '2011-03-01', '2011-03-31'],
    ['Millions have left Syria since [the outbreak of the war].', '2011-03', '2011-03/..', '2011-03-01', null],
    ['Kashmir has been tense since [the start of the insurgency].', '1989', '1989/..', '1989-01-01', null],
    on('Shops in Ukraine closed after [the war began].', '2022-02-24'), on('Gaza was sealed after the [October 7] attack by Hamas.', '2023-10-07'),
    ['The United States has hunted the group since [9/11].', '2001-09-11', '2001-09-11/..', '2001-09-11', null],
  ])
  test('a war that nothing names has no day', () => { expect(wordsOf('Bread has doubled in price since the war began.')).toEqual([]) })
  test('a war that began after the report is not meant', () => { expect(wordsOf('Aid groups have left Sudan since the war began.', '2019-05-01')).toEqual([]) })
  test('without a table no war has a day', () => {
    const { text: layer } = readText({ id: 'r', text: 'Aid groups have left Sudan since the war began.' }, knowledge.text)
    expect(findTimes(layer, null, TODAY).times).toEqual([])
  })
  test('an anniversary is no running day, its day is read', () => {
    expect(wordsOf('Crowds marked the tenth anniversary of the massacre of 14 August 2013.')).toEqual(['14 August 2013'])
  })
  test('a long clause after the name takes no long', () => {
    const clause = 'commission whose members toured the country and heard hundreds of witnesses before handing their findings to the government of the day which filed them away'
    const started = performance.now()
    expect(read(`He sat on the 26/11 ${clause} .`).times.map(t => t.value)).not.toContain('2008-11-26')
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('what the days are counted from', () => {
  const WIRE = 'KABUL, Nov. 22, 2012 (Reuters) - A bomb went off on Tuesday.\n\nNobody was hurt.'
  test('the dateline stands in for a missing date', () => {
    const { times, notes } = read(WIRE, null)
    expect(times.map(t => [t.value, t.anchor])).toEqual([['2012-11-22', 'absolute'], ['2012-11-20', 'dateline']])
    expect(notes).toEqual([])
  })
  test('the date of publication goes before the dateline', () => { expect(read(WIRE, '2012-11-30').times[1]).toMatchObject({ value: '2012-11-27', anchor: 'published' }) })
  test('a dateline without a year takes it from the number of the release, or from the headline', () => {
    const values = (text: string): readonly string[] => read(text, null).times.map(t => t.value)
    expect(values('Zorvik Command - Kabul\n2010-09-CA-005\n\nKABUL, Afghanistan (Sept. 1) - Troops held two men yesterday.')).toContain('2010-08-31')
    expect(values('Morning update, Feb. 27, 2011\n\nKABUL, Afghanistan (Feb. 27) - Troops held two men yesterday.')).toContain('2011-02-26')
    expect(values('Apr. 23: Operations in the east\n\nZorvik Command - Kabul\n2010-04-CA-067\n\nTroops held two men yesterday.')).toContain('2010-04-22')
    expect(values('KABUL, Afghanistan (Sept. 1) - Troops held two men yesterday.')).not.toContain('2010-08-31')
  })
  test('a dateline without a year is dated by the report', () => { expect(read('KABUL, Nov. 22 (Reuters) - A bomb went off.', '2013-01-04').times[0]).toMatchObject({ value: '2012-11-22' }) })
  test('anchors say what was used', () => {
    expect(read('It began on 4 May 2010. A day later it ended. It resumed on Monday.').times.map(t => t.anchor)).toEqual(['absolute', 'expression', 'published'])
  })
  cases([
    ['Five men were hurt on [Monday].', 'XXXX-XX-XX', null, null, null, null], ['Five men were hurt on [May 5].', 'XXXX-05-05', null, null, null, null],
    ['Five men were hurt [last month].', 'XXXX-XX', null, null, null, null], ['Five men were hurt [last night].', 'XXXX-XX-XXTNI', null, null, null, null],
    ['Five men were hurt in [2014].', '2014', '2014', '2014-01-01', '2014-12-31', null],
    on('Five men were hurt on [4 May 2010].', '2010-05-04', null),
  ])
  test('a report without date is noted', () => { expect(read('Five men were hurt on Monday.', null).notes.map(n => n.code)).toEqual(['no-date']) })
  test.each(['2023-02-29', '2024-13-01', 'yesterday', '20240120', ''])('“%s” is no date', published => {
    expect(read('Five men were hurt.', published).notes.map(n => n.code)).toEqual(['bad-date', 'no-date'])
  })
  test('a date beyond 2100 is noted and used', () => {
    const { times, notes } = read('Five men were hurt today.', '2101-01-01')
    expect([notes.map(n => n.code), times[0]?.value]).toEqual([['date-in-future'], '2101-01-01'])
  })
  test.each(['2024-01-20T23:30:00-05:00', '2024-01-20T00:10:00+09:00', '2024-01-20T12:00:00Z', '2024-01-20 12:00'])('%s is a Saturday in its own zone', published => {
    expect(timeAt('Five men were hurt [today].', published).value).toBe('2024-01-20')
  })
})

describe('the Islamic calendar', () => {
  cases([
    ['Mourners were shot on [10 Muharram].', '2023-07-28', '2023-07-28~', '2023-07-28', '2023-07-28'],
    ['Mourners were shot on [1 Shawwal 1445].', '2024-04-10', '2024-04-10~', '2024-04-10', '2024-04-10', '2024-06-01'],
    ['Raids went on during [Ramadan].', '2024-03', '2024-03-11~/2024-04-09~', '2024-03-11', '2024-04-09', '2024-06-01'],
    on('A crowd was shot at on [Eid al-Adha].', '2023-06-28', '2023-07-03'),
  ])
})

describe('leap days and other years', () => {
  cases([
    on('A patrol was attacked [today].', '2024-02-29', '2024-02-29'), on('A patrol was attacked [yesterday].', '2024-02-28', '2024-02-29'),
    on('Talks will resume [tomorrow].', '2024-03-01', '2024-02-29'),
    ['A patrol was attacked [a month ago].', '2024-01', '2024-01~', '2024-01-01', '2024-01-31', '2024-02-29'], ['A patrol was attacked [a year ago].', '2023', '2023', '2023-01-01', '2023-12-31', '2024-02-29'],
    ['A patrol was attacked in [February].', '2024-02', '2024-02', '2024-02-01', '2024-02-29', '2024-02-29'],
    ['Raids went on over [the past year].', 'P1Y', '2023-02-28~/2024-02-29', '2023-02-28', '2024-02-29', '2024-02-29'],
    on('A patrol was attacked [yesterday].', '2024-02-29', '2024-03-01'), on('A patrol was attacked [yesterday].', '2023-02-28', '2023-03-01'),
    on('A patrol was attacked on [29 February].', '2024-02-29', '2024-11-02'), on('A truck bomb levelled the barracks on [Sunday].', '1983-10-23', '1983-10-24'),
    on('SAN SALVADOR, [12 JAN 83] -- Guerrillas hit a dam.', '1983-01-12', '1983-01-14'),
    ['The harbour was mined in [November].', '1982-11', '1982-11', '1982-11-01', '1982-11-30', '1983-10-24'], ['The harbour was mined [last year].', '1982', '1982', '1982-01-01', '1982-12-31', '1983-10-24'],
    on('The harbour was mined on [25/12/82].', '1982-12-25', '1983-10-24'),
  ])
  test('29 February is the nearest one that there was', () => { expectCase(on('A patrol was attacked on [29 February].', '2020-02-29', '2022-06-10')) })
  test.each(['31 June 2023', '29 February 2023', 'February 29, 2023', '2023-02-29', '45 May 2011', '31.11.2020'])('%s is no day', words => {
    expect(read(`It happened on ${words}.`).times.filter(t => t.value.length === 10)).toEqual([])
  })
})

describe('words that are no times', () => {
  test.each([
    'The rebels may march on the palace.', 'Theresa May met April Jones.', 'About 2,000 troops arrived.', 'The 1,984 men were hurt.', 'A 35-year-old man was hurt.', 'The Sunday Times said so.', 'The fall of the city was swift.',
    'A 35-year-old teacher died.', 'Unit 1984-B fired.', 'They took the second bridge.', 'Version 5.2.1 was sold for $1999.', '',
  ])('“%s”', text => { expect(wordsOf(text)).toEqual([]) })
})

describe('extents', () => {
  test.each<[string, readonly string[]]>([
    ['😀😀 Two men were shot on Monday, police said.', ['Monday']], ['One died\r\non Jan.\u00a05, 2019 in a raid.', ['Jan.\u00a05, 2019']],
    ['One of the two guards at the gate of the depot died last\nnight.', ['last\nnight']], ['One died last \t night.', ['last \t night']],
    ['ON JANUARY 10, 1989 THE REBELS ATTACKED A POST AND FLED.', ['JANUARY 10, 1989']], ['the rebels attacked a post on monday and fled into the hills before noon.', ['monday', 'noon']],
    ['“On Monday,” he said, “and not (Tuesday).”', ['Monday', 'Tuesday']], ['They came at 9 a.m. Friday, then at 10:30.', ['9 a.m. Friday', '10:30']],
    ['They came on the morning of 16 November and left the next day.', ['the morning of 16 November', 'the next day']],
  ])('%s', (text, words) => { expect(wordsOf(text)).toEqual(words) })
  test('a clock time is on the day beside it', () => { expect(read('A blast on Monday at 10:30 hurt two.').times.map(t => t.value)).toEqual(['2024-01-15', '2024-01-15T10:30']) })
})

describe('properties', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))
  const piece = fc.constantFrom('on', 'the', 'last', 'next', 'May', 'march', '5', '31', '2024', '1983', ',', '.', '-', 'to', 'Monday', 'night', 'week', 'three', 'days', 'ago', 'later', 'since', 'until', 'between', 'and', 'year-old', 'Oct.', '10:30', 'GMT', "'", 'of', 'every', 'spring', '/', '\n\n', 'the war began', 'Ramadan', 'early', 'mid', '\ud800', '😀')
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(piece, { maxLength: 16 }).map(words => words.join(' ')))

  test('any text: never throws, extents in the text, in order and apart, days that exist and do not cross', () => {
    fc.assert(fc.property(text, fc.option(fc.oneof(day, fc.string())), (words, published) => {
      const { times } = read(words, published)
      times.forEach((time, i) => {
        expect(time.start).toBeGreaterThanOrEqual(times[i - 1]?.end ?? 0)
        expect(time.start < time.end && time.end <= words.length).toBe(true)
        for (const date of [time.first, time.last]) if (date !== null) expect(plusDays(date, 0)).toBe(date)
        expect(time.first === null || time.last === null || time.first <= time.last).toBe(true)
        expect(timeRules.map(rule => rule.id)).toContain(time.rule)
      })
    }), { numRuns: 300 })
  })
  test('the same text gives the same times', () => { fc.assert(fc.property(text, words => { expect(read(words)).toEqual(read(words)) }), { numRuns: 40 }) })
  test('without a date only what the words fix has days', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), words => {
      for (const time of read(words.join(' '), null).times) if (time.first !== null || time.last !== null) expect(time.anchor).toBe('absolute')
    }), { numRuns: 100 })
  })
  test('a full date is read as itself, whatever the order and the report', () => {
    fc.assert(fc.property(day, day, (date, published) => {
      const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(date)), [year, , d] = date.split('-').map(Number)
      for (const form of [date, `${d} ${name} ${year}`, `${name} ${d}, ${year}`]) expectCase(on(`Rebels struck on [${form}].`, date, published))
    }), { numRuns: 60 })
  })
  test('days ago are counted back', () => {
    fc.assert(fc.property(day, fc.integer({ min: 2, max: 400 }), (published, n) => { expectCase(on(`Rebels struck [${n} days ago].`, plusDays(published, -n), published)) }), { numRuns: 60 })
  })
  test('a weekday of the past is one of the last seven days', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 6 }), (published, back) => {
      const meant = plusDays(published, -back), name = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(meant))
      expectCase(on(`Rebels struck on [${name}].`, meant, published))
    }), { numRuns: 60 })
  })
  test('a long text is read in good time', () => {
    const long = 'On 5 May 2020, three days later, in the spring of 2019 since the war began, rebels fought. '.repeat(1500), begun = performance.now()
    expect(findTimes(readText({ id: 'r', text: long }, knowledge.text).text, null, TODAY, lexicon).times.length).toBeGreaterThan(4000)
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
