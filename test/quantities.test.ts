/** The quantity layer: what number phrases mean, where they stand, and what they count. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Count } from '../src/core/model/index.ts'
import { buildNumberLexicon, findCounts } from '../src/core/quantities/index.ts'
import { readText } from '../src/core/text/index.ts'
import { loadKnowledge, loadTables } from '../src/resources/load.ts'

const lexicon = buildNumberLexicon(loadTables()), knowledge = loadKnowledge()

interface Seen { readonly exact: string; readonly bounds: readonly [number | null, number | null]; readonly of: string | null; readonly unit: Count['unit']; readonly rule: string }

/** The counts of a text with their words and the word counted. */
function countsOf(text: string): readonly Seen[] {
  const { text: layer } = readText({ id: 'r', text }, knowledge.text)
  return findCounts(layer, knowledge.parse(layer), lexicon).map(c => ({ exact: text.slice(c.start, c.end), bounds: [c.min, c.max], of: layer.tokens[c.of]?.form ?? null, unit: c.unit, rule: c.rule }))
}
const only = (text: string): Seen => { const all = countsOf(text); expect(all).toHaveLength(1); return all[0]! }
/** The bounds of the one count in "NUMBER villagers died." */
const bounds = (number: string): Seen['bounds'] => only(`${number} villagers died.`).bounds

describe('numbers', () => {
  test.each([
    ['23', 23], ['2,500', 2500], ['Twelve', 12], ['A dozen', 12], ['Half a dozen', 6], ['Two dozen', 24], ['Twenty-one', 21], ['Twenty one', 21], ['Thirty-four', 34], ['A hundred', 100], ['One hundred', 100],
    ['A hundred and twenty', 120], ['Five hundred and six', 506], ['Three thousand five hundred', 3500], ['1.2 million', 1_200_000], ['Half a million', 500_000], ['Two million', 2_000_000], ['2 lakh', 200_000], ['3 crore', 30_000_000],
    ['Two hundred and thirty-four', 234], ['A hundred and twenty-three', 123], ['Three thousand and five', 3005], ['One hundred and five thousand', 105_000], ['Two thousand and three hundred', 2300], ['Fifty-six thousand and twelve', 56_012],
    ['TWO HUNDRED AND THIRTY-FOUR', 234], ['Two-dozen', 24], ['Half-dozen', 6], ['A half-dozen', 6], ['Dozen', 12], ['Hundred', 100], ['Another dozen', 12], ['A couple of dozen', 24], ['A trio of', 3], ['A quarter of a million', 250_000],
    ['One and a half million', 1_500_000], ['1.5m', 1_500_000], ['5k', 5000], ['3 lakhs', 300_000], ['2,00,000', 200_000], ['20-odd', 20],
    ['Zero', 0], ['A couple of', 2], ['A pair of', 2], ['Both', 2],
  ])('“%s” is %i', (phrase, value) => { expect(bounds(phrase)).toEqual([value, value]) })
  test.each([
    ['Dozens of', 24], ['Scores of', 40], ['Hundreds of', 200], ['Thousands of', 2000], ['Tens of thousands of', 20_000], ['Hundreds of thousands of', 200_000],
    ['Several', 3], ['Several hundred', 300], ['A few', 3], ['A few dozen', 36], ['Many', 3], ['Numerous', 3], ['A number of', 3], ['A handful of', 3],
    ['Several hundred thousand', 300_000], ['A few hundred thousand', 300_000], ['Scores more', 40], ['Dozens and dozens of', 24], ['Thousands upon thousands of', 2000], ['Hundreds or thousands of', 200], ['Dozens, if not hundreds, of', 24],
  ])('“%s” is %i or more', (phrase, least) => { expect(bounds(phrase)).toEqual([least, null]) })
  test.each([
    ['Between 20 and 30', 20, 30], ['20 to 30', 20, 30], ['20-30', 20, 30], ['20–30', 20, 30], ['Two or three', 2, 3], ['Fifteen to twenty', 15, 20], ['Between 3,000 and 4,000', 3000, 4000],
    ['20 to 30 million', 20e6, 30e6], ['Two to three million', 2e6, 3e6], ['Some 20 to 30', 20, 30], ['3,000-4,000', 3000, 4000], ['Some 1,000–1,500', 1000, 1500], ['2.5-3 million', 2.5e6, 3e6], ['Between two hundred and three hundred', 200, 300],
    ['Between two hundred and fifty and three hundred', 250, 300], ['Between one and two thousand', 1000, 2000], ['Two to three hundred', 200, 300], ['Two to three hundred thousand', 2e5, 3e5], ['Four or five dozen', 48, 60], ['50 to a hundred', 50, 100],
    ['BETWEEN 40 AND 50', 40, 50],
  ])('“%s” is %i to %i', (phrase, low, high) => {
    expect(bounds(phrase)).toEqual([low, high])
    expect(only(`${phrase} villagers died.`).rule).toBe('count:range')
  })
  test('a range that falls is no range', () => { expect(countsOf('30 to 20 villagers died.').map(c => c.bounds)).not.toContainEqual([30, 20]) })
  test('what rises from one number to another has two', () => {
    expect(countsOf('The toll rose from 12 to 15.').map(c => c.bounds)).toEqual([[12, 12], [15, 15]])
    expect(countsOf('The number of dead went up from 12 to at least 15.').map(c => c.bounds)).toEqual([[12, 12], [15, null]])
    expect(only('From 12 to 15 riders came.').bounds).toEqual([12, 15])
  })
  test('the “and” between two counts joins nothing', () => {
    expect(countsOf('Two hundred soldiers and fifty policemen died.').map(c => [c.bounds[0], c.of])).toEqual([[200, 'soldiers'], [50, 'policemen']])
    expect(countsOf('Between 12 and 15 soldiers and two civilians died.').map(c => [c.bounds, c.of])).toEqual([[[12, 15], 'soldiers'], [[2, 2], 'civilians']])
  })
})

describe('bounds', () => {
  test.each(['At least 40', 'More than 40', 'Over 40', 'No fewer than 40', 'No less than 40', 'Upwards of 40', 'Well over 40', 'A minimum of 40', '40 or more', '40+', '40-plus', 'As few as 40'])('“%s” has no upper end', phrase => { expect(bounds(phrase)).toEqual([40, null]) })
  test.each(['Up to 40', 'Fewer than 40', 'Less than 40', 'No more than 40', 'At most 40', 'Under 40', '40 or fewer', 'As many as 40', 'Nearly 40', 'Almost 40', 'Close to 40'])('“%s” has no lower end', phrase => { expect(bounds(phrase)).toEqual([null, 40]) })
  test.each(['About 40', 'Some 40', 'Around 40', 'Roughly 40', 'An estimated 40', 'Another 40', 'The 40', '40 or so', 'Perhaps 40', 'A mere 40'])('“%s” stays 40', phrase => { expect(bounds(phrase)).toEqual([40, 40]) })
  test('the number may be in words', () => {
    expect(bounds('At least twenty-three')).toEqual([23, null])
    expect(bounds('No fewer than six')).toEqual([6, null])
    expect(bounds('More than two dozen')).toEqual([24, null])
  })
  test('the bound belongs to the number beside it', () => {
    expect(countsOf('At least 23 soldiers and 5 villagers died.').map(c => [c.exact, c.bounds])).toEqual([['At least 23', [23, null]], ['5', [5, 5]]])
  })
  test('the rule says which bound was read', () => {
    expect(['At least 9 men died.', 'Up to 9 men died.', 'About 9 men died.', 'Dozens of men died.'].map(t => only(t).rule)).toEqual(['count:at-least', 'count:at-most', 'count:exact', 'count:vague'])
  })
  test('a bound does not reach over a full stop', () => {
    expect(countsOf('The guards were at least awake. Six men died.').map(c => c.bounds)).toEqual([[6, 6]])
  })
})

describe('what is counted', () => {
  test.each([
    ['12 soldiers fled.', 'soldiers', 'people'], ['Dozens of people fled.', 'people', 'people'], ['Thousands of families fled.', 'families', 'unknown'], ['A dozen of the soldiers fled.', 'soldiers', 'people'], ['Three of the soldiers fled.', 'soldiers', 'people'],
    ['The 12 young soldiers fled.', 'soldiers', 'people'], ['Police seized six trucks.', 'trucks', 'unknown'], ['Gunmen kidnapped 17 students.', 'students', 'people'], ['Tens of thousands of people fled.', 'people', 'people'], ['30 or more riders came.', 'riders', 'unknown'], ['They met 30 or more riders.', 'riders', 'unknown'], ['One or more people fled.', 'people', 'people'], ['Twelve to fifteen of the men fled.', 'men', 'people'],
    ['20+ people fled.', 'people', 'people'], ['100-plus people fled.', 'people', 'people'], ['No fewer than 7 people fled.', 'people', 'people'], ['As many as 50 people fled.', 'people', 'people'], ['Scores more people were hurt.', 'people', 'people'],
    ['A dozen others were hurt.', 'others', 'people'], ['Seven more bodies were found.', 'bodies', 'people'], ['One soldier was killed.', 'soldier', 'people'], ['12 Marines fled.', 'Marines', 'unknown'], ['12 local people fled.', 'people', 'people'],
    ['12 foot soldiers fled.', 'soldiers', 'people'], ['TWELVE SOLDIERS KILLED IN BLAST', 'SOLDIERS', 'people'], ['Dozens, if not hundreds, of people fled.', 'people', 'people'], ['Three strong blasts hit the city.', 'blasts', 'unknown'], ['At least 40 houses burned.', 'houses', 'unknown'], ['Several shops were looted.', 'shops', 'unknown'],
  ])('“%s” counts %s (%s)', (text, noun, unit) => { expect(only(text)).toMatchObject({ of: noun, unit }) })
  test('a number alone counts nothing that is named', () => {
    expect(only('The bomb killed 12.')).toMatchObject({ bounds: [12, 12], of: null, unit: 'unknown' })
    expect(only('Dozens were hurt.')).toMatchObject({ bounds: [24, null], of: null })
    expect(only('Scores more were hurt.')).toMatchObject({ bounds: [40, null], of: null })
    expect(only('Another dozen were hurt.')).toMatchObject({ bounds: [12, 12], of: null })
    expect(countsOf('AT LEAST 12 KILLED, DOZENS HURT IN BLAST').map(c => [c.bounds, c.of])).toEqual([[[12, null], null], [[24, null], null]])
    expect(only('A blast left at least 11 dead a monitor said.')).toMatchObject({ bounds: [11, null], of: null })
  })
  test('every number of a list counts its own noun', () => {
    expect(countsOf('Soldiers killed 3 men, 2 women and 1 child.').map(c => [c.bounds[0], c.of])).toEqual([[3, 'men'], [2, 'women'], [1, 'child']])
  })
  test('a group and those of it that are told apart are two counts', () => {
    expect(countsOf('12 people, including three children, were killed.').map(c => [c.bounds[0], c.of])).toEqual([[12, 'people'], [3, 'children']])
    expect(countsOf('Five people were killed, two of them children.').map(c => c.bounds[0])).toEqual([5, 2])
    expect(countsOf('The blast killed one person and wounded 12 others.').map(c => [c.bounds[0], c.of])).toEqual([[1, 'person'], [12, 'others']])
  })
  test('a part of a whole and the whole', () => {
    expect(countsOf('12 of the 30 soldiers fled.').map(c => [c.exact, c.of])).toEqual([['12', 'soldiers'], ['the 30', 'soldiers']])
  })
})

describe('units', () => {
  test.each([
    ['The siege lasted three months.', 'time'], ['He walked for 40 minutes.', 'time'], ['Two years passed.', 'time'], ['The march began at 6 am.', 'time'],
    ['The group demanded $2 million.', 'money'], ['He paid €300.', 'money'], ['He paid 300 dollars.', 'money'], ['They paid a ransom of 5,000 pounds.', 'money'], ['3 crore rupees were paid.', 'money'],
    ['The army advanced 15 kilometres.', 'measure'], ['The town lies 12 km from here.', 'measure'], ['They seized 5 tonnes of rice.', 'measure'], ['They fired 107mm rockets.', 'measure'],
    ['Turnout was 40 percent.', 'share'], ['Turnout was 40%.', 'share'], ['Profits fell by 20 per cent.', 'share'],
    ['12 farmers and guards left.', 'unknown'],
    ['The bomb weighed 40 kg.', 'measure'], ['They walked 12 km.', 'measure'], ['The raid began at 6 a.m.', 'time'], ['The attack lasted half an hour.', 'time'], ['Two and a half years passed.', 'time'], ['Rs 5 lakh was paid.', 'money'], ['He paid $3bn.', 'money'], ['He paid $5m.', 'money'],
  ])('“%s”: %s', (text, unit) => { expect(only(text).unit).toBe(unit) })
  test.each([['A 12-year-old boy was killed.', 12], ['A five-year-old girl was killed.', 5], ['A 34 year old farmer was shot.', 34], ['The 45-year-old was shot.', 45], ['He got a 12-year sentence.', 12]])('“%s” is a time of %i', (text, years) => {
    expect(only(text)).toMatchObject({ bounds: [years, years], unit: 'time' })
  })
  test.each([
    ['Two-thirds of the homes burned.', 67, 'homes'], ['Two thirds of the homes burned.', 67, 'homes'], ['One-third of the homes burned.', 33, 'homes'], ['A third of the homes burned.', 33, 'homes'], ['Half of the homes burned.', 50, 'homes'], ['Half the homes burned.', 50, 'homes'],
    ['About half of the homes burned.', 50, 'homes'], ['Three-quarters of the homes burned.', 75, 'homes'], ['HALF OF THE HOMES BURNED', 50, 'HOMES'], ['Half were women.', 50, null],
  ])('“%s” is a share of %i percent', (text, percent, of) => { expect(only(text)).toMatchObject({ bounds: [percent, percent], of, unit: 'share' }) })
  test('a share may have a bound', () => { expect(only('More than half fled.')).toMatchObject({ exact: 'More than half', bounds: [50, null], unit: 'share', rule: 'count:at-least' }) })
  test.each([
    ['A farmer aged 45 was shot.', [[45, 45]]], ['He died at the age of 12.', [[12, 12]]], ['Ali, 45, was shot.', [[45, 45]]], ['Mohammed Ali (45) was shot.', [[45, 45]]], ['ALI, 45, WAS SHOT', [[45, 45]]],
    ['Ali, 45, and his son, 12, were shot.', [[45, 45], [12, 12]]], ['The dead were aged 12, 14 and 15.', [[12, 12], [14, 14], [15, 15]]], ['Children aged 5 to 10 were hurt.', [[5, 10]]], ['Boys aged between 12 and 15 were hurt.', [[12, 15]]], ['Children under five were hurt.', [[null, 5]]],
  ])('ages: “%s”', (text, ages) => { expect(countsOf(text).map(c => [c.bounds, c.unit])).toEqual(ages.map(age => [age, 'time'])) })
  test.each(['In the attack, 12, including 3 women, died.', 'In Kabul, 12, including 3 women, died.', 'On Monday, 12, including 3 women, died.', 'Of the 45 dead, 12, mostly women, were from here.'])('no age: “%s”', text => {
    expect(countsOf(text).find(c => c.exact === '12')?.unit).toBe('unknown')
  })
  test.each([
    ['The 5,000-strong force left.', 5000], ['The 500-strong force left.', 500], ['The eight-member team was ambushed.', 8], ['A three-man patrol was ambushed.', 3], ['An eight member team was ambushed.', 8], ['A 1,000-member group fled.', 1000],
    ['A force 5,000 strong attacked.', 5000], ['A 12-vehicle convoy was ambushed.', 12], ['The six-party talks ended.', 6],
  ])('“%s” gives the size of a body and counts nobody', (text, size) => { expect(only(text)).toMatchObject({ bounds: [size, size], of: null, unit: 'measure' }) })
  test('a size beside a count', () => {
    expect(countsOf('The 20-strong gang killed 30 men.').map(c => [c.bounds[0], c.of, c.unit])).toEqual([[20, null, 'measure'], [30, 'men', 'people']])
  })
  test('an age beside a count', () => {
    expect(countsOf('Two soldiers and a 12-year-old boy were killed.').map(c => [c.bounds[0], c.unit])).toEqual([[2, 'people'], [12, 'time']])
  })
})

describe('dates and names', () => {
  test.each(['The siege took place on 14 March 2019.', 'On March 14, the siege began.', 'On 5 May the town fell.', 'The war began in 1998.', 'In June 2015 the town fell.', 'By 2016 the town was empty.', 'The 2014 war ended.', 'The 2014 elections were held.', 'THE 2014 WAR ENDED', 'In the 2003 US invasion the town fell.',
    'Israel’s 2014 strikes began.', 'The 2012 police operation began.', 'The 10-15 March offensive failed.', 'On 11 September 2001 attacks began.', 'In 2014 the group moved north.', 'On April 7 a bomb exploded.'])('“%s” counts nothing but time', text => {
    expect(countsOf(text).filter(c => c.unit !== 'time')).toEqual([])
  })
  test('a year before a count is no count', () => {
    expect(countsOf('In 2019, 12 soldiers were killed.').filter(c => c.unit === 'people')).toEqual([expect.objectContaining({ exact: '12', of: 'soldiers' })])
  })
  test('a number like a year may count', () => { expect(only('Police arrested 2012 people.')).toMatchObject({ bounds: [2012, 2012], unit: 'people' }) })
  test.each([['A force of 2000 men attacked.', 'people'], ['Nearly 2000 homes burned.', 'unknown'], ['In March 12 people died.', 'people'], ['12 Marines died in Kabul.', 'unknown']])('no date: “%s”', (text, unit) => { expect(only(text).unit).toBe(unit) })
  test.each(['The F-16 crashed near the base.', 'The AK-47 was old.', 'The 3rd Brigade moved north.', 'The first convoy arrived.', 'The train left at 10:30.', 'In the 1990s the town grew.', 'No one was hurt.', 'They attacked one another.', 'The only one who fled was a guard.', '', 'A third person was hurt.', 'He does not know how many died.', 'They are twice as many as before.', 'Resolution 1701 was passed.', 'Under Section 144 gatherings are banned.', 'Highway 1 was blocked.', 'In the second half of the game he fell.',
    'The 9/11 attacks shook the city.', 'Guards work 24/7.', 'He is half dead.', 'It hit both homes and shops.'])('“%s” has no count', text => {
    expect(countsOf(text)).toEqual([])
  })
  test('one of several is a count', () => { expect(only('One of the soldiers was killed.')).toMatchObject({ bounds: [1, 1], of: 'soldiers' }) })
})

describe('extents', () => {
  test.each([
    ['Then at least 23 men died.', 'at least 23'], ['They met 20 to 30 riders.', '20 to 30'], ['They met between 20 and 30 riders.', 'between 20 and 30'], ['Then tens of thousands of people left.', 'tens of thousands'], ['Some 30 or more men came.', 'Some 30 or more'],
    ['Then a hundred and twenty men came.', 'a hundred and twenty'], ['He paid about $1.2 million.', '1.2 million'], ['  Twenty-one men came.', 'Twenty-one'], ['“Six” men came.', 'Six'], ['They met as many as 50 riders.', 'as many as 50'], ['They met two hundred and thirty-four riders.', 'two hundred and thirty-four'], ['They met 20+ riders.', '20+'], ['They met 100-plus riders.', '100-plus'], ['They met another dozen riders.', 'another dozen'],
    ['They met more than a quarter of a million riders.', 'more than a quarter of a million'], ['They burned about two-thirds of the homes.', 'about two-thirds'],
  ])('“%s”: “%s”', (text, exact) => { expect(only(text).exact).toBe(exact) })
  test('characters beyond the first plane do not move offsets', () => { expect(only('𝔸𝔹 said 14 men died.').exact).toBe('14') })
  test('counts of the second sentence are placed in the text', () => {
    const text = 'It was dark.\n\nThe raid killed 4 soldiers. Dozens of people fled.'
    expect(countsOf(text).map(c => [c.exact, text.indexOf(c.exact)])).toEqual([['4', 30], ['Dozens', 42]])
  })
})

describe('properties', () => {
  const run = { numRuns: 60 }
  test('a number in digits is read as itself, with and without commas', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999 }).filter(n => n < 1900 || n > 2099), n => {
      expect(bounds(String(n))).toEqual([n, n])
      expect(bounds(n.toLocaleString('en-US'))).toEqual([n, n])
    }), run)
  })
  test('a bound changes one end only', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 1800 }), n => {
      expect([bounds(`At least ${n}`), bounds(`Up to ${n}`), bounds(`About ${n}`)]).toEqual([[n, null], [null, n], [n, n]])
    }), run)
  })
  test('two different numbers make a range, the lower first', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 900 }), fc.integer({ min: 1, max: 900 }), (low, more) => {
      expect([bounds(`${low} to ${low + more}`), bounds(`Between ${low} and ${low + more}`)]).toEqual([[low, low + more], [low, low + more]])
    }), run)
  })
  test('tens and units in words are added', () => {
    const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'], units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
    for (const [t, ten] of tens.entries()) for (const [u, unit] of units.entries()) if ((t + u) % 5 === 0) expect(bounds(`${ten}-${unit}`)).toEqual([20 + 10 * t + u + 1, 20 + 10 * t + u + 1])
  })
  test('counts lie in the text, in order and apart, with ends that do not cross', () => {
    const words = fc.constantFrom('at', 'least', '12', 'two', 'or', 'more', 'a', 'dozen', 'dozens', 'of', 'thousands', 'to', 'between', 'and', 'men', 'killed', '$', '%', '-', 'million', 'hundred', 'half', 'several', '20-30', '3.5', ',', 'the', 'up', '.', 'third', 'of', 'as', 'many', '20+', '5,000-strong', 'aged', 'or', 'hundreds', '1.5m', 'year', 'no', 'than')
    fc.assert(fc.property(fc.array(words, { maxLength: 14 }).map(list => list.join(' ')), text => {
      const { text: layer } = readText({ id: 'r', text }, knowledge.text), counts = findCounts(layer, knowledge.parse(layer), lexicon)
      for (const [i, c] of counts.entries()) {
        expect(c.first).toBeGreaterThanOrEqual(counts[i - 1]?.last ?? 0)
        expect(c.first >= 0 && c.first < c.last && c.last <= layer.tokens.length && c.of >= -1 && c.of < layer.tokens.length).toBe(true)
        expect([c.start, c.end]).toEqual([layer.tokens[c.first]!.start, layer.tokens[c.last - 1]!.end])
        expect(c.min === null || c.max === null || c.min <= c.max).toBe(true)
        expect(c.min === null && c.max === null).toBe(false)
      }
    }), { numRuns: 100 })
  })
})

describe('lexicon', () => {
  test('is read from the table, and empty without one', () => {
    const own = buildNumberLexicon({ 'numbers.tsv': 'phrase\tkind\tmin\tmax\tsource\tnote\nzwei\tnumber\t2\t2\tx\t\ngrob\tabout\t\t\tx\t\nein paar\tvague\t3\t\tx\t\ntag\ttime\t\t\tunit\t\n' })
    expect([own.numbers.get('zwei'), own.before.get('grob')?.[0]?.value, own.vague.get('ein')?.[0]?.value, own.units.get('tag')]).toEqual([2, 'about', { min: 3, max: null }, 'time'])
    expect(buildNumberLexicon({}).numbers.size).toBe(0)
  })
  test('longer phrases go before shorter ones', () => {
    for (const list of [...lexicon.vague.values(), ...lexicon.before.values(), ...lexicon.after.values()]) expect(list.map(p => p.words.length)).toEqual(list.map(p => p.words.length).sort((a, b) => b - a))
    expect(lexicon.before.get('than')!.length).toBeGreaterThan(3)
  })
})
