/** Deaths that are nobody's act, crimes at home, and words that only look like acts. */
import { expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const MATERIAL = new Set(['AID', 'ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'RETREAT', 'SANCTION'])

const told = (text: string): readonly string[] => analyse({ id: 'r', published: '2026-03-10', text }).events.filter(e => MATERIAL.has(e.type)).map(e => `${e.type} ${e.killed?.min ?? '-'}`)

test.each([
  ['A fire at a nightclub in Kumba killed 40 people on Saturday.', []],
  ['Army fire killed two people in Kumba on Saturday.', ['ASSAULT 2']],
  ['A stampede killed 12 worshippers in Kumba on Monday.', []],
  ['Ten people were killed in a bus accident near Kumba on Sunday.', []],
  ['A gas explosion killed eight people in Kumba on Monday.', []],
  ['The roof of a school collapsed in Kumba on Monday, killing nine pupils.', []],
  ['Fifteen people were killed when a bridge collapsed in Kumba on Sunday.', []],
  ['A fire killed six soldiers at a barracks in Kumba on Monday after an attack by rebels.', ['ASSAULT 6']],
  ['Floods killed 13 people in Kumba on Sunday. Gunmen attacked a convoy there on Monday.', ['ASSAULT -']],
])('an accident kills without anybody’s act: “%s”', (text, wanted) => { expect(told(text)).toEqual(wanted) })

test.each([
  ['A man shot his wife and two children before turning the gun on himself at their home in Kumba.', []],
  ['Soldiers shot a teacher and his wife at their home in Kumba on Monday.', ['ASSAULT 2']],
  ['Masked men took her son from a workshop in Kumba on Monday.', ['ASSAULT -']],
])('a crime at home is no politics: “%s”', (text, wanted) => { expect(told(text)).toEqual(wanted) })

test.each([
  ['The wounded were flown to Kumba by helicopter on Monday.', ['AID -']],
  ['Police in Kumba released pictures of two suspects on Monday.', []],
  ['Police in Kumba released two suspects on Monday.', ['RETREAT -']],
  ['Baku protested against the arrest of its envoy in Yerevan on Monday.', ['COERCE -']],
  ['Grenade lobbed at the villa of a trader in Kumba on Friday.', ['ASSAULT -']],
  ['Police burst tear smoke shells to disperse the women in Kumba on Monday.', ['ASSAULT -']],
  ['Armed men picked a teacher from his school in Kumba on Monday.', ['ASSAULT -']],
  ['The club picked a teacher from a school in Kumba as its chairman on Monday.', []],
  ['Rebels seized three tonnes of fentanyl in Kumba on Monday.', ['COERCE -']],
  ['The army counted 14 violations of the truce by the rebels in Kumba last week.', ['ASSAULT -']],
  ['Troops retook the bridge at Kumba on Monday and pushed the rebels back to the hills.', ['ASSAULT -']],
])('words that look like acts, and acts that look like none: “%s”', (text, wanted) => { expect(told(text)).toEqual(wanted) })

test('whoever else was killed was not killed in the kidnapping', () => {
  expect(told('A reporter was kidnapped in Kumba in 2024. He was freed on Monday. Another hostage was killed in 2013.')[0]).toBe('ASSAULT -')
})

test('drones that were shot down are no dead', () => {
  expect(told('Moscow launched 80 drones overnight, of which 62 were shot down.')).toEqual(['ASSAULT -'])
})

test.each([
  ['Petrol tanker explodes near Kumba, killing 17\n\nSeventeen people were killed and 30 injured on Friday when a petrol tanker that had overturned at a bend exploded while villagers scooped fuel. The blast destroyed six houses. It was the third tanker explosion in the county this year. The road safety authority promised a review. The fire service came after an hour.', []],
  ['Landslide kills 23 in Kumba\n\nAt least 23 people were killed when a hillside gave way after heavy rain on Wednesday. The government declared a state of emergency in the district. Roads to Kumba were blocked by mud. Forecasters warned of floods. Schools were shut on Friday.', []],
  ['Film review: the orchard\n\nThe novelist follows a deserter who shot his commander and fled to Kumba in 1994. In the film men are killed and a bridge is blown up. The audience in the cinema wept. The last scene is set in a garden. Viewers will forgive the actor.', []],
  ['Armed men kill six miners in Kumba\n\nArmed men killed six miners near Kumba on Friday. The miners came from the north. Relatives blocked the road on Saturday.', ['ASSAULT 6', 'PROTEST -']],
  ['Police disperse march in Kumba\n\nPolice fired tear gas at marchers in Kumba on Friday. The gas drifted over the market. Two people were killed in the crush, and rain fell. Nine marchers were arrested. The union called for calm.', ['ASSAULT -', 'PROTEST -', 'COERCE -']],
])('a report of accidents or of films tells of no acts, one of acts among miners does: %#', (text, wanted) => { expect(told(text)).toEqual(wanted) })
