/** Where and when an event was: the choice among the places and dates that a report names. */
import { describe, expect, test } from 'vitest'
import { analyse, analyseWithTrail, type Event } from '../src/index.ts'

const events = (text: string, published: string | null = '2024-03-15'): readonly Event[] => analyse({ id: 'r', published, text }).events
const place = (e: Event | undefined): string => { const p = e?.places[0]; return p === undefined ? 'none' : `${p.name} ${p.precision} ${p.country ?? '-'}` }
const about = (list: readonly Event[], word: string): Event | undefined => list.find(e => e.mentions.some(m => m.exact.includes(word)))

describe('where', () => {
  test.each([
    ['the town, not the province that holds it', 'Gunmen killed five villagers on Monday in the town of Damboa in Borno state, Nigeria.', 'killed', 'Damboa town NG'],
    ['the village that is shelled, not the town it is near', 'The army shelled the village of Kafr Zita near Hama on Monday, killing two people.', 'shelled', 'Kafr Zita town SY'],
    ['not the capital that acts', 'Moscow bombed a hospital in Kharkiv on Monday, killing six people.', 'bombed', 'Kharkiv town UA'],
    ['not the home of who suffers', 'Gunmen killed Omar Brelmo, 42, of Toledo, in Nairobi on Monday.', 'killed', 'Nairobi town KE'],
    ['not the place of who tells it', 'A blast killed three soldiers in Aden on Monday, officials in Cairo said.', 'killed', 'Aden town YE'],
    ['a part of a country', 'Air strikes killed nine people in eastern Syria on Monday.', 'killed', 'eastern Syria province SY'],
    ['a part of a country, after it is named', 'Jihadists killed nine soldiers in the north of Mali on Monday.', 'killed', 'north of Mali province ML'],
    ['not where the victims were going', 'Gunmen near Kaduna killed nine passengers of a bus. The bus, bound for Abuja, was attacked on Monday.', 'attacked', 'Kaduna town NG'],
    ['nor for what else they did', 'Gunmen stormed a market in Gusau on Monday. They burned several shops before fleeing towards Kaura Namoda.', 'burned', 'Gusau town NG'],
    ['nor for what they do later', 'Gunmen stormed a market in Gusau on Monday, killing nine traders before fleeing towards Kaura Namoda. They also abducted six women.', 'abducted', 'Gusau town NG'],
    ['not even where no other place is told', 'Gunmen shot two traders and burned several shops on Monday before fleeing towards Kaura Namoda.', 'shot', 'none'],
    ['not where the attackers fled to', 'Gunmen stormed a market in Gusau on Monday, killing nine traders before fleeing towards Kaura Namoda.', 'killing', 'Gusau town NG'],
    ['troops are sent to a place, from another', 'The navy moved two companies from Malindi to Kisumu on Friday.', 'moved', 'Kisumu town KE'],
    ['not the hospital that the wounded lie in', 'Gunmen opened fire at Lodwar market on Monday. Six traders were wounded and are being treated at Kisumu hospital.', 'opened fire', 'Lodwar market site KE'],
    ['not where it was written, when the act before was elsewhere', 'KATSINA, Nigeria, March 14 - Gunmen on motorcycles stormed a market in Jibia, in Katsina state, on Monday night, killing at least nine people, police and residents said.\n\nThe attackers opened fire on traders who were closing their stalls and burned several shops, said Sani Garba, a shopkeeper. They also abducted six women, he said.', 'abducted', 'Jibia town NG'],
    ['but a hospital that is hit', 'Rebels shelled Garissa hospital on Monday, killing two nurses.', 'shelled', 'Garissa hospital site KE'],
    ['a road lies between the two places that it is called after', 'Rebels ambushed a bus on the Torit-Kapoeta road on Monday, killing nine people.', 'ambushed', 'Torit-Kapoeta road site -'],
    ['but where an act of moving leads to', 'Hundreds of protesters marched to Tahrir Square in Cairo on Monday.', 'marched', 'Tahrir Square site EG'],
  ])('%s: “%s”', (_, text, word, wanted) => { expect(place(about(events(text), word))).toBe(wanted) })
  test('the place last told of holds where a sentence names none', () => {
    const list = events('A car bomb killed nine people in Mogadishu on Monday.\n\nPolice then arrested four men.')
    expect(place(about(list, 'arrested'))).toBe('Mogadishu town SO')
  })
  test('not the capital that sends, where the paragraph names another place', () => {
    const list = events('Fighting in the south\n\nFour soldiers were wounded near Sebha on Monday, said the ministry in Tripoli. Drones sent by Tripoli then hit a convoy, killing nine men.')
    expect(list.map(place)).not.toContain('Tripoli town LY')
    expect(place(about(events('Soldiers killed nine men in Tripoli on Monday.'), 'killed')), 'but where it is said to be there').toBe('Tripoli town LY')
  })
  test('in a round-up, the place that heads the paragraph', () => {
    const list = events('The country in brief\n\nLAMU - Gunmen on Wednesday shot dead two farmers at a market.\n\nMOMBASA - A magistrate yesterday jailed a mechanic for ten years.')
    expect(place(about(list, 'jailed'))).toBe('MOMBASA town KE')
  })
  test('not where the act happened that an arrest is about', () => {
    const list = events('Police in Maiduguri on Wednesday arrested two men over the landmine that killed four farmers in Damboa on Sunday.')
    expect([place(about(list, 'arrested')), place(about(list, 'killed'))]).toEqual(['Maiduguri town NG', 'Damboa town NG'])
  })
  test('what no gazetteer knows lies where the act does', () => {
    const [spot] = about(events('In Khost province on Monday, troops killed two men in the village of Zorvidar.'), 'killed')!.places
    expect(spot).toMatchObject({ name: 'Zorvidar', country: 'AF', latitude: null })
    expect(spot!.evidence.length, 'and the place that says so is evidence of it').toBeGreaterThan(1)
  })
  test('a part of a country has no coordinates and points at its words', () => {
    const [spot] = about(events('Air strikes killed nine people in north-eastern Nigeria on Monday.'), 'killed')!.places
    expect(spot).toMatchObject({ name: 'north-eastern Nigeria', latitude: null, longitude: null, gazetteer: null, country: 'NG' })
    expect(spot?.evidence[0]?.exact).toBe('north-eastern Nigeria')
  })
})

describe('when', () => {
  test('a day within the month that the act is told of', () => {
    const list = events('Rebels attacked a barracks near Goma in February. On 26 February, the army says, they attacked it from three sides.')
    expect(about(list, 'attacked')?.date?.edtf).toBe('2024-02-26')
  })
  test('the dateline’s day where a report gives no other', () => {
    const [event] = events('KABUL, Afghanistan (March 14) - Troops killed two insurgents in Kunduz province.')
    expect([event?.date?.edtf, event?.date?.stated]).toEqual(['2024-03-14', false])
  })
  test('no day of publication for what a report gives no day', () => { expect(events('Gunmen killed two farmers in a village near Jos.')[0]?.date).toBeNull() })
  test.each([
    ['Thousands of people joined the march in Tunis. The protests began in June.', 'protests', '2023-06/..'],
    ['Rebels attacked Goma on Monday. The army resumed its offensive near Goma in January.', 'offensive', '2024-01/..'],
    ['The attack on the barracks in Goma began on Monday and killed nine soldiers.', 'attack', '2024-03-11'],
  ])('what goes on once it has begun has no end: “%s”', (text, word, wanted) => { expect(about(events(text), word)?.date?.edtf).toBe(wanted) })
  test.each([
    ['both ends of a span', 'The governor imposed a curfew in Kirkuk from Wednesday until Thursday.', 'curfew', '2024-03-13/2024-03-14'],
    ['the day of the hour at which it ended', 'Rebels and soldiers fought in Goma on Wednesday. The fighting lasted until about 3 p.m. and killed nine soldiers.', 'killed', '2024-03-13'],
    ['a night of two days', 'Rebels attacked Goma on the night of 12 to 13 March.', 'attacked', '2024-03-12/2024-03-13'],
    ['the day of the report’s acts at a clock time', 'Rebels attacked a barracks near Goma on Tuesday.\n\nThe commander of the garrison later told reporters by telephone that his men had been taken by surprise, that they had little food, and that nobody had come to help them, although he had asked the headquarters in the provincial capital for trucks, doctors, water and shells again and again, and that the roads were closed.\n\nHe added that he had many wounded to care for and that the church and the school were full of families from the farms around.\n\nAt noon, soldiers arrested nine men.', 'arrested', '2024-03-12'],
  ])('%s', (_, text, word, wanted) => { expect(about(events(text), word)?.date?.edtf).toBe(wanted) })
  test.each([
    ['counted back from the act told', 'Rebels freed nine guards on Wednesday, two days after seizing them at a prison in Goma.', 'seizing', '2024-03-11'],
    ['counted back, where the clause has a subject of its own', 'Shops in Goma stayed shut in protest on Thursday, a day after gunmen killed six policemen at a checkpoint.', 'killed', '2024-03-13'],
    ['weeks are rough', 'The army shelled Goma on Wednesday. It comes a week after rebels killed nine soldiers near the town.', 'killed', '2024-03-06~'],
    ['not the day of the act that the arrest is about', 'Police in Goma on Wednesday arrested two men over the landmine that killed four farmers near Sake on February 27.', 'arrested', '2024-03-13'],
    ['the night, not the day on which it is told', 'Gunmen killed fourteen villagers near Goma overnight, officials said on Friday.', 'killed', '2024-03-14/2024-03-15'],
  ])('%s', (_, text, word, wanted) => { expect(about(events(text), word)?.date?.edtf).toBe(wanted) })
  test.each([
    ['an age that a noun has', 'The army in Sudan broke a week-old truce near Nyala on Thursday.', 'truce', '2024-03-08~/..'],
    ['what is called endless', 'The governor imposed an indefinite curfew on Goma on Wednesday.', 'curfew', '2024-03-13/..'],
    ['no year of birth', 'Soldiers in Goma on Thursday arrested two farmers born in 1991.', 'arrested', '2024-03-14'],
  ])('%s', (_, text, word, wanted) => { expect(about(events(text), word)?.date?.edtf).toBe(wanted) })
  test.each([
    ['from a day until another', 'Police imposed a curfew on Goma from 6 p.m. on Tuesday until Thursday morning.', 'curfew', '2024-03-12/2024-03-14'],
    ['for so many days from one', 'Soldiers held an exercise near Gafsa for three days from Monday.', 'exercise', '2024-03-11/2024-03-13'],
    ['a measure for so many days', 'The ministry on Monday suspended mobile internet in Kivu for five days.', 'internet', '2024-03-11/2024-03-16'],
    ['a truce of so many hours', 'The two sides agreed on Monday on a 48-hour truce in Aleppo.', 'truce', '2024-03-11/2024-03-13'],
    ['no days of a sentence', 'A court in Gafsa on Monday jailed two men for ten days over a march.', 'jailed', '2024-03-11'],
    ['nor for what is judged', 'A court in Gafsa on Monday jailed two men for ten days over a march.', 'march', '2024-03-11'],
    ['a strike of a day is that day’s', 'Teachers in Lagos began a 24-hour strike on Monday.', 'strike', '2024-03-11'],
    ['one of two days in hours has the day it begins in it', 'Bakers in Lagos went on strike on Monday for 48 hours.', 'strike', '2024-03-11/2024-03-12'],
    ['unless it begins at an hour', 'Drivers in Lagos went on strike at 6 a.m. on Monday for 48 hours.', 'strike', '2024-03-11/2024-03-13'],
    ['after a siege of days, which is part of it', 'Rebels seized the base in Kivu on Monday after a three-day siege.', 'seized', '2024-03-09/2024-03-11'],
    ['after days of fighting', 'Rebels overran the town of Bambo on Monday after two days of fighting.', 'overran', '2024-03-09/2024-03-11'],
    ['days after another act are no part of it', 'Gunmen killed two farmers near Jos on Monday, three days after a raid on the town.', 'killed', '2024-03-11'],
    ['what had lasted so long when it ended', 'A two-day truce in Aleppo that ended on Monday let 400 people leave.', 'truce', '2024-03-10/2024-03-11'],
    ['done again and again since a day', 'Police in Gafsa have arrested 40 people since Monday.', 'arrested', '2024-03-11/2024-03-15'],
    ['lasting since a day', 'Police have blocked the bridge in Gafsa since Monday.', 'blocked', '2024-03-11/..'],
    ['since something was', 'Army shells have killed 40 civilians in Aleppo since a truce collapsed on February 19.', 'killed', '2024-02-19/..'],
    ['and that itself', 'Army shells have killed 40 civilians in Aleppo since a truce collapsed on February 19.', 'truce', '2024-02-19'],
    ['a ban from a day on', 'The army said on Wednesday it would ban all traffic in Goma from Saturday.', 'ban', '2024-03-16/..'],
    ['hours of a day are no such', 'The governor banned traffic in Goma on Wednesday from 6 p.m. to 6 a.m.', 'banned', '2024-03-13'],
    ['until further orders', 'Mobile internet was suspended in Goma on Wednesday until further orders.', 'suspended', '2024-03-13/..'],
    ['rare since a day, and done on another', 'Gunmen killed nine farmers near Jos on Monday. It was the first attack on the town since February 19.', 'attack', '2024-03-11'],
    ['since a month when something was', 'The town had been spared the worst since February, when a rocket killed 16 people near a school.', 'killed', '2024-02'],
  ])('%s', (_, text, word, wanted) => { expect(about(events(text), word)?.date?.edtf).toBe(wanted) })
  test.each([
    ['counted days are when it was done, where the act hangs on what is counted from', 'Rebels shelled Goma on Thursday, a week after soldiers killed nine farmers near the town.', 'killed', '2024-03-07~'],
    ['but not the whole of which that is a part', 'The mayor of Gafsa was shot dead over the weekend less than a week after taking office, one of almost thirty murders of journalists in the past six months.', 'murders', '2023-09-15~/2024-03-15'],
    ['a truce that came into effect goes on', 'Kobani was attacked on Thursday, hours after a truce came into effect.', 'truce', '2024-03-14/..'],
    ['seconds are counted from what may stand anywhere', 'A bomber killed nine pilgrims at a shrine in Hasakeh late on Wednesday, clerks said on Thursday.\n\nThe floor was being scrubbed on Friday morning. “Somebody shouted, and seconds later there was an explosion,” a pilgrim said.', 'killed', '2024-03-13'],
    ['not when a report of it was published', 'According to a report published on Wednesday shells fired at markets and schools in the east and north have killed 640 civilians near Goma since February 2022.', 'killed', '2022-02/..'],
    ['the day right behind the act', 'Shells hit the market of Goma on Wednesday, a doctor said on Thursday.', 'hit', '2024-03-13'],
    ['not until when they have to be gone', 'Peru on Wednesday expelled two diplomats of Chile. The two diplomats, who were expelled over a leak, have until Friday to leave the country, the ministry said.', 'expelled', '2024-03-13'],
    ['a month told beside one of an earlier year', 'A sergeant of the patrol died in Mitrovica in November 2021. Gunmen had shot at his car near Mitrovica on 17 November.', 'shot', '2021-11-17'],
    ['but not what is news', 'A sergeant of the patrol died in Mitrovica in November 2021. Gunmen shot dead his brother near Mitrovica on 9 March.', 'shot dead', '2024-03-09'],
    ['the months of a season', 'Nine bodies were found in a spate of killings in Homs over the summer.', 'killings', '2023-06/2023-08'],
    ['the hours up to a morning', 'Nine people were killed in air strikes on Aleppo in the 24 hours to Thursday morning.', 'killed', '2024-03-13/2024-03-14'],
    ['some day of this month', 'A court in Kivu jailed a railwayman for ten years earlier this month.', 'jailed', '2024-03'],
  ])('%s', (_, text, word, wanted) => { expect(about(events(text), word)?.date?.edtf).toBe(wanted) })
  test('the days that a bulletin is about, where it gives an act none', () => {
    const bulletin = (title: string): string => `${title}\n\nSoldiers shot dead a farmer in Nablus on Tuesday, 5 March. On Friday, 8 March, a car was set alight near Hebron.\n\nEighty-seven people were arrested in search operations in Jenin.`
    expect(about(events(bulletin('West Bank bulletin, 3 to 9 March 2024'), '2024-03-11'), 'arrested')?.date?.edtf).toBe('2024-03-03/2024-03-09')
    expect(about(events(bulletin('Elections in Jenin, 3 to 9 March 2024'), '2024-03-11'), 'arrested')?.date?.edtf, 'no other report is about the days it names').not.toBe('2024-03-03/2024-03-09')
  })
  test('the hour that is told of in a report whose paragraphs begin with it', () => {
    const list = events('Live: unrest in Goma\n\n09:10 Guards are held in the prison of Goma over Tuesday’s transfer of nine men.\n\n08:40 A car bomb exploded at the market of Goma at 07:40, police say.\n\n08:05 The mayor asks for calm.')
    expect(about(list, 'exploded')?.date?.edtf).toBe('2024-03-15')
  })
  test('an hour of the night lies on one of its two days', () => {
    const list = events('Rebels held Goma in the night of 11 to 12 March.\n\nFrom 02:00, soldiers searched four houses near the port and arrested nine men.')
    expect(about(list, 'arrested')?.date?.edtf).toBe('2024-03-12')
  })
  test('the day of a report whose paragraphs begin with the hour', () => {
    const list = events('Live: unrest in Goma\n\n09:10 Shops in Goma are shut.\n\n11:40 Police have arrested four men at the market.\n\n15:05 The mayor of Goma asks for calm.')
    expect(about(list, 'arrested')?.date?.edtf).toBe('2024-03-15')
  })
  test('in a list of days, the date that heads the entry', () => {
    const list = events('Eastern districts: what was reported\n\n4 March, Goma. Some 300 women blocked the airport road. Police dispersed them with batons, and several were hurt.\n\n6 March, Sake (Masisi). Shells struck the market. A video of it circulated from 9 March. Gunmen abducted two nurses from the clinic.')
    expect([about(list, 'blocked')?.date?.edtf, about(list, 'abducted')?.date?.edtf]).toEqual(['2024-03-04', '2024-03-06'])
  })
  test('also where a heading names the act, and for a span', () => {
    const list = events('Eastern districts: what was reported\n\nSHELLING\n4 March, Goma. Shells struck the market.\n6-8 March, Sake. Soldiers and rebels fought for the dam. Residents counted 11 air strikes on the road.\n\nABDUCTIONS\n9 March, Masisi. Gunmen abducted two nurses from the clinic. Their families have no news of them.')
    expect([about(list, 'air strikes')?.date?.edtf, about(list, 'abducted')?.date?.edtf]).toEqual(['2024-03-06/2024-03-08', '2024-03-09'])
  })
  test('a date that opens a sentence in full heads nothing', () => {
    const list = events('Fighting near Goma\n\nOn 4 March rebels shelled Goma. On 6 March, Sake was quiet. Gunmen abducted two nurses in Goma on 7 March.')
    expect(about(list, 'abducted')?.date?.edtf).toBe('2024-03-07')
  })
  test.each([
    ['the day of the headline, where it is the dateline’s, dates the report', 'Morning operational update, March 14, 2024\n\nKABUL, Afghanistan (March 14,2024) - Troops killed two insurgents in Kunduz province.', 'killed', ['2024-03-14', false]],
    ['so it does beside the number of a release', 'Patrol kills two in Kunduz\n\nCommand Press Office\n2024-03-CA-055\nFor Immediate Release\n\nKABUL, Afghanistan (March 14) - Troops killed two insurgents in Kunduz province.', 'killed', ['2024-03-14', false]],
  ])('%s', (_, text, word, wanted) => { const date = about(events(text as string), word as string)?.date; expect([date?.edtf, date?.stated]).toEqual(wanted) })
  test('far from the lead of a report that tells of many days, none of them without reason', () => {
    const background = 'Shops stayed open and buses ran as usual. Teachers said that schools had water again. Markets sold rice and cloth.'
    const list = events(`Rebels shelled Goma on Monday, killing nine people. On Wednesday protesters marched in Bukavu. Police arrested six men in Uvira on Thursday.\n\n${background}\n\n${background}\n\nRebels have abducted teachers near Fizi.`)
    expect(about(list, 'abducted')?.date ?? null).toBeNull()
  })
  test('a date at the head of the body only dates the report', () => {
    const list = events('Rebels attack Goma\n\nCongo Daily 15 March 2024 Rebels killed nine soldiers near Goma on Wednesday.')
    expect(about(list, 'killed')?.date?.edtf).toBe('2024-03-13')
  })
  test('not the day on which it is told', () => {
    const list = events('Two bombs killed nine people in Quetta on Monday. The interior minister condemned the bombing on Wednesday.')
    expect(about(list, 'killed')?.date?.edtf).toBe('2024-03-11')
  })
})

test('explain tells what was chosen, with what share and why', () => {
  const { trail } = analyseWithTrail({ id: 'r', published: '2024-03-15', text: 'Gunmen killed five villagers in Damboa on Monday.' })
  expect(trail.find(step => step.field === 'places')?.rule).toMatch(/^place:\w+.* \d\.\d\d: .*tied \+/)
  expect(trail.find(step => step.field === 'date')?.rule).toMatch(/^weekday \d\.\d\d: /)
})

test('texts with very many places and dates are read in good time', () => {
  const text = 'On Monday rebels shelled Homs, Hama, Idlib, Aleppo and Raqqa, and on 5 May they killed two men in Daraa. '.repeat(400), begun = performance.now()
  expect(events(text).length).toBeGreaterThan(0)
  expect(performance.now() - begun).toBeLessThan(60_000)
})
