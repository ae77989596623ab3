/** Fields of events: losses, counts, weapons, contexts, places and dates; the merging of accounts. */
import { describe, expect, test } from 'vitest'
import { analyse, type Event, type Quantity } from '../src/index.ts'

const TODAY = '2024-03-15'
const events = (text: string, published = TODAY, title: string | null = null): readonly Event[] => analyse({ id: 'r', title, published, text }).events
/** The only event of a text. */
function only(text: string, published = TODAY): Event {
  const found = events(text, published)
  if (found.length !== 1) throw new Error(`${found.length} events: ${found.map(e => e.summary).join(' | ')}`)
  return found[0]!
}
const range = (q: Quantity | null): string => q === null ? '' : `${q.min ?? ''}..${q.max ?? ''}`
const actors = (e: Event): string => e.actors.map(p => p.name).join(', ')
const places = (e: Event): readonly string[] => e.places.map(p => p.name)
const code = (e: Event): string => `${e.type} ${e.mode ?? '-'}: ${actors(e)}`

describe('losses', () => {
  test.each([
    ['A blast in Baghdad on Monday killed at least 23 people and wounded more than 60.', '23..', '60..'],
    ['Dozens of people were killed in an air raid on a market in Hodeidah on Monday.', '24..', ''],
    ['Up to 100 villagers were killed in attacks by gunmen in Plateau state on Sunday.', '..100', ''],
    ['Between eight and 11 miners were killed in an attack near Duki on Friday.', '8..11', ''],
    ['Air strikes on Sirte on Monday killed about 30 people.', '30..30', ''],
    ['Gunmen attacked a market in Gao on Monday, killing three traders. Reports that 30 people had been killed were false, police said.', '3..3', ''],
    ["The death toll from Friday's bombing in Mogadishu rose to 43 on Sunday.", '43..43', ''],
    ['A rocket hit a house in Sderot on Tuesday but there were no casualties.', '0..0', '0..0'],
    ['No one was hurt when a bomb exploded in Bilbao on Saturday.', '0..0', '0..0'],
    ['Police said 12 people were killed in the bombing in Lahore on Sunday. Hospital officials said 15 people died.', '12..15', ''],
  ])('“%s” killed %s injured %s', (text, killed, injured) => { const e = only(text); expect([range(e.killed), range(e.injured)]).toEqual([killed, injured]) })
  test.each([
    ['The rocket fire on Beled on Thursday killed two soldiers, a doctor and three children.', '6..6', ''],
    ['Four members of the Sons of Ashar (SA) and a soldier were killed in a firefight near Marib on Saturday.', '5..5', ''],
    ['On Thursday 23 villagers including eight children were killed in air raids on Raqqa.', '23..23', ''],
    ['Four people, among them two children, were killed and ten others, three of them badly, were injured in shelling in Kherson on Monday.', '4..4', '10..10'],
    ['A widow and her three sons as well as another boy were killed when a shell hit their house in Nikopol on Monday.', '5..5', ''],
    ['Twelve pupils were killed along with two teachers in an air strike on a school in Hajjah on Monday.', '14..14', ''],
    ['Eight Palestinians and an Israeli soldier were killed in a raid on Jenin on Monday.', '9..9', ''],
    ['An attack in Lille on Monday left one guard dead and three shoppers wounded.', '1..1', '3..3'],
    ['A car bomb hit a checkpoint near Sirte on Monday, killing four and wounding nine, a doctor and residents said.', '4..4', '9..9'],
    ['Air strikes near Idlib on Monday killed more than 20 fighters and burned eight trucks.', '20..', ''],
    ['Rebels fired rockets at Damascus on Monday, at least 3 killed 30 wounded', '3..', '30..30'],
    ['The attack on two villages in Ituri on Sunday left more than 40 people killed and wounded.', '', ''],
    ['A bomb in Kunduz on Friday killed 33 people and wounded dozens of others. Police said 33 people were killed and another 43 were wounded.', '33..33', '43..43'],
  ])('lists: “%s” killed %s injured %s', (text, killed, injured) => { const e = only(text); expect([range(e.killed), range(e.injured)]).toEqual([killed, injured]) })
  test.each([
    ['Fighting in Goma on Sunday claimed the lives of 12 soldiers and 30 rebels.', '42..42', ''],
    ['A bombing in Karachi on Monday cost at least 40 lives.', '40..', ''],
    ['At least eight people lost their lives in a suicide attack in Quetta on Monday.', '8..', ''],
    ['Eleven bodies were recovered after the air strike on Saada on Monday.', '11..11', ''],
    ['Five soldiers suffered burns when a drone hit their base near Kidal on Monday.', '', '5..5'],
    ['Rockets hit Sderot on Monday but no one was injured.', '0..0', '0..0'],
    ['There were no reports of injuries after shells hit Nikopol on Monday.', '0..0', '0..0'],
    ['A shell hit a school in Donetsk on Monday, but nobody was killed.', '0..0', ''],
    ['Doctors in Herat saved 12 lives after a bomb exploded in a market on Monday.', '', ''],
    ['At least seven persons embraced martyrdom and 19 others were hurt when a bomb went off in Quetta on Tuesday.', '7..', '19..19'],
    ['A civilian was killed and four others, two of them children, were injured when rebels shelled Hama on Wednesday.', '1..1', '4..4'],
    ["Two more victims of Monday's bombing in Kabul died in hospital, bringing the fatalities to 10.", '10..10', ''],
    ['The army lost four men in an attack on its camp near Panjgur on Monday.', '4..4', ''],
    ['Masked men abducted a clerk in Ye-U on Monday. His body was found on Wednesday.', '1..1', ''],
    ['The raids on Hodeidah on Monday led to the martyrdom of two port workers and the wounding of six.', '2..2', '6..6'],
    ['A rocket fell near the airport in Basra on Saturday without causing casualties.', '0..0', '0..0'],
    ['Police fired two live rounds in Jos on Sunday, hitting nobody.', '0..0', '0..0'],
    ['A bomb went off in Aden on Monday. The hospital said that 46 people were being treated.', '', '46..46'],
    ['A suicide bomber attacked a hotel in Mogadishu on Monday. We have 14 dead, among them three policemen, and 35 people wounded.', '14..14', '35..35'],
  ])('phrases: “%s” killed %s injured %s', (text, killed, injured) => { const e = only(text); expect([range(e.killed), range(e.injured)]).toEqual([killed, injured]) })
  test.each([
    ['The bombing in Herat on Friday killed nine people, the regional hospital said. A police spokesman said 16 people died in the bombing.', '9..16'],
    ['A bomb killed 12 people in Herat on Friday, the hospital said, revising an earlier toll of 15.', '12..12'],
    ['Rebels killed nine soldiers in an ambush near Goma on Monday. A spokesman put the number of dead at 11, including a captain.', '9..11'],
    ['A bomb killed 12 people in a market in Herat on Friday. A boy was killed on his way to school, his uncle said.', '12..12'],
    ['A bomb killed 12 people in a market in Herat on Friday. Two of the dead were sisters, the hospital said.', '12..12'],
    ['Shells killed 17 people at a market in El Obeid on Monday\n\nShells killed 17 people at a market in El Obeid on Monday, the hospital said. In a shelling in April 40 people died.', '17..17'],
    ['A bomb killed six people in Zayouna on Monday. The ministry had earlier put the dead at four.', '6..6'],
    ['Rebels killed nine soldiers near Goma on Monday. The group itself had 31 soldiers killed by its men.', '9..31'],
    ['Shells hit a market in El Obeid on Monday. Traders said they had had no warning. The road was closed. Nine people were killed, doctors said.', '9..9'],
    ['An ambush near Diffa on Monday killed three soldiers. Civilians were not among the dead, and no civilian was hurt.', '3..3'],
  ])('rivals: “%s” killed %s', (text, killed) => { expect(range(events(text)[0]?.killed ?? null)).toBe(killed) })
  test('a toll told on its own belongs to the act before it', () => {
    const [event] = events('Soldiers stormed the Palace of the Republic in Sucre on Wednesday in a coup attempt.\n\nNine people were wounded by pellets, officials said.\n\nThe president spoke on television.')
    expect(range(event?.injured ?? null)).toBe('9..9')
  })
  test('the attackers’ own dead are apart', () => {
    const event = only('Gunmen stormed a hotel in Herat on Monday, killing six guests; all four attackers were shot dead.')
    expect([range(event.killed), range(event.attackersKilled)]).toEqual(['6..6', '4..4'])
  })
  test('one list of both sides is parted', () => {
    const [ambush] = events('Jihadists ambushed an army convoy near Gao on Monday. Seven soldiers were killed, the army said, and 19 terrorists were neutralised in the ambush.')
    expect([range(ambush!.killed), range(ambush!.attackersKilled)]).toEqual(['7..7', '19..19'])
    const [event] = events('Boko Haram attacked a base in Diffa on Monday, and the army said 20 soldiers and at least 45 Boko Haram fighters had been killed.')
    expect([range(event!.killed), range(event!.attackersKilled)]).toEqual(['20..20', '45..'])
  })
  test('a fight told by the dead of both sides counts both', () => {
    const [fight] = events('Heavy fighting near Gao on Monday claimed the lives of 12 soldiers and 9 rebels, the army said.')
    expect(range(fight!.killed)).toBe('21..21')
  })
  test('the dead are those of force, not of the protest told between', () => {
    const all = events('Police opened fire on dock workers in Gabes on Monday. Thousands marched in Tunis on Tuesday.\n\nHospital sources put the number of dead at nine.')
    expect(all.find(e => e.type === 'PROTEST')?.killed ?? null).toBeNull()
  })
  test('a figure told at first gives way to a larger one', () => {
    const [strike] = events('A missile struck a depot in Lozova on Tuesday, killing five people, the governor said. The governor had at first spoken of two dead.')
    expect(range(strike!.killed)).toBe('5..5')
    const [raid] = events('Gunmen killed nine villagers at Mamove on Tuesday, the mayor said. Earlier a teacher had reported six dead.')
    expect(range(raid!.killed)).toBe('9..9')
  })
  test('what a series has cost so far is its toll where nothing else is', () => {
    const [shelling] = events('The army shelled Karabek for the 24th day on Monday. The shelling went on at night. The health council said that 180 civilians have been killed in the shelling since January.')
    expect(range(shelling!.killed)).toBe('180..180')
  })
  test('the detained', () => { expect(range(only('Police detained at least 60 protesters in Almaty on Monday.').detained)).toBe('60..') })
  test('a figure rests on its words', () => {
    const { killed } = only('A roadside bomb killed two soldiers near Kunduz on Monday.')
    expect(killed?.of).toBe('soldiers')
    expect(killed?.evidence.map(s => s.exact).join(' ')).toContain('two')
  })
})

describe('modes', () => {
  test.each([
    ['Gunmen shot dead three judges in Kabul on Monday.', 'firearms', '3..3'],
    ['Two judges were gunned down in Kabul on Monday.', 'firearms', '2..2'],
    ['Soldiers shot dead a man in Goma on Monday.', 'firearms', '1..1'],
    ['A drone dropped a missile on a house near Spinwam on Sunday, killing two children.', 'drone', '2..2'],
    ['Jets dropped bombs on a market in Hodeidah on Sunday, killing two children.', 'aerial', '2..2'],
    ['An army helicopter crashed outside Hodeidah on Sunday, killing three of the crew.', null, '3..3'],
    ['The death of two pilots whose plane crashed near Hodeidah on Sunday was confirmed by the army.', null, '2..2'],
    ['A drone crashed into a market in Hodeidah on Sunday, killing two children.', 'drone', '2..2'],
    ['A shell crashed into a market in Hodeidah on Sunday, killing two children.', 'heavy-weapons', '2..2'],
    ['Rebels shot down two helicopters near Goma on Monday.', null, ''],
  ])('“%s” %s, killed %s', (text, mode, killed) => { const e = only(text); expect([e.mode, range(e.killed)]).toEqual([mode, killed]) })
})

test('what is talked of has not come about', () => {
  expect(events('Egypt will host talks on a truce in Sudan next week.').filter(e => e.type === 'RETREAT').every(e => e.status === 'hypothetical' || e.status === 'planned')).toBe(true)
  expect(events('Envoys held talks on a ceasefire in Doha on Monday.').filter(e => e.type === 'RETREAT' && e.status === 'occurred')).toEqual([])
  expect(only('After talks both sides signed a truce in Doha on Monday.').status).toBe('occurred')
})

test('an offensive that is pressed is no request, and the country of a town no party', () => {
  const [press, ...others] = events('Rebels pressed their offensive on the town of Babanusa on Monday.')
  expect([press!.type, others.length]).toEqual(['ASSAULT', 0])
  expect(only('A car bomb went off outside a school in the Colombian city of Cali on Monday, killing seven people.').actors).toEqual([])
})

describe('the sum of many acts', () => {
  test('is not the toll of the one it is told beside', () => {
    const [event] = events('Army shells hit the port of Kadugli on Monday, wounding four dockers. Army attacks on Kadugli have killed 70 people since June, doctors say.')
    expect([range(event!.killed), range(event!.injured)]).toEqual(['', '4..4'])
  })
  test('but of a campaign that has gone on since then', () => {
    const [event] = events('The army has shelled Kadugli since June. Doctors say the shelling has killed 70 people so far.')
    expect(range(event!.killed)).toBe('70..70')
  })
})

test('what an act left is its own, wherever the clause hangs', () => {
  expect(range(only('The group denied any part in air strikes by the army on Douma on Monday which left dozen people killed.').killed)).toBe('12..12')
})

test('whom a killing was meant for is not dead', () => {
  expect(only('Police foiled the attempted assassination of two judges in Kandahar on Monday.').killed).toBeNull()
  expect(only('Rebels planned the murder of a mayor in Kandahar.').killed).toBeNull()
  expect(only('A crowd tried to lynch one of them in Cali on Friday.').killed).toBeNull()
  expect(range(only('Rebels claimed the assassination of two judges in Kandahar on Monday.').killed)).toBe('2..2')
})

describe('what was stopped in flight is an attack that was tried, by whoever sent it', () => {
  test.each([
    ['Air defences shot down all nine drones that Russia launched at Odesa on Friday.', 'attempted', 'Russia', 'drone', 'drones'],
    ['Ukraine’s air force said on Friday it had shot down 47 of 60 drones.', 'attempted', '', 'drone', 'drones'],
    ['Ukraine’s air force said it had shot down 17 of 23 Shahed drones launched from Crimea on Friday.', 'attempted', '', 'drone', 'Shahed drones'],
    ['The army intercepted four missiles over Kyiv on Friday.', 'attempted', '', 'heavy-weapons', 'missiles'],
    ['Air defences destroyed twelve missiles over Odesa on Friday.', 'attempted', '', 'heavy-weapons', 'missiles'],
    ['The army shot down a Syrian drone near Haifa on Friday.', 'occurred', 'army', 'destroy', ''],
    ['Rebels shot down an army plane near Damascus on Friday.', 'occurred', 'Rebels', null, ''],
    ['Commandos destroyed twelve missiles in a depot near Hama on Friday.', 'occurred', 'Commandos', 'destroy', ''],
  ])('%s', (text, status, actor, mode, weapons) => {
    const event = only(text)
    expect([event.status, actors(event), event.mode]).toEqual([status, actor, mode])
    expect(event.weapons.map(w => w.exact).join(' ')).toBe(weapons)
  })
  test('whoever stopped it claims no responsibility', () => {
    expect(only('75 drones had been downed overnight over Bryansk, the Russian defence ministry said on Friday.').claims.map(c => c.stance)).toEqual(['reports'])
  })
})

describe('counts, weapons, contexts', () => {
  test('counts', () => {
    const rows = [
      ['Hezbollah carried out more than 150 rocket attacks on northern Israel in October.', '150..'],
      ['The army carried out five air strikes on Tripoli on Monday.', '5..5'],
      ['Guerrillas launched dozens of attacks in Antioquia in April.', '24..'],
      ['Pirates attacked 12 ships off Somalia in January.', ''],
    ] as const
    expect(rows.map(([text]) => range(only(text).count))).toEqual(rows.map(([, wanted]) => wanted))
  })
  test('weapons', () => {
    const rows = [
      ['A rocket-propelled grenade hit an army truck near Zabul on Monday, killing two soldiers.', ['rocket-propelled grenade']],
      ['Rebels fired mortars at the airport in Juba on Monday.', ['mortars']],
      ['Attackers with knives killed three people at a church in Nice on Thursday.', ['knives']],
    ] as const
    expect(rows.map(([text]) => only(text).weapons.map(s => s.exact))).toEqual(rows.map(([, wanted]) => wanted))
  })
  test('what is fired at a march is not its weapon, what a crowd throws is', () => {
    const weapons = (text: string) => events(text).map(e => [e.type, e.weapons.map(w => w.exact)])
    expect(weapons('Police fired tear gas on Saturday at students who blocked roads in Lima.')).toEqual([['ASSAULT', ['tear gas']], ['PROTEST', []]])
    expect(weapons('Rioters threw petrol bombs at the town hall in Lima on Saturday.').flatMap(w => w[1])).toContain('petrol bombs')
  })
  test('contexts', () => {
    const rows = [
      ['Gunmen killed a candidate in the mayoral election in Guerrero state on Sunday.', ['election']],
      ['Two peacekeepers were killed in an attack in Kidal on Monday.', ['peacekeeping']],
      ['Soldiers shot dead two refugees at a camp near Mae Sot on Monday.', ['military', 'refugees']],
    ] as const
    expect(rows.map(([text]) => only(text).contexts)).toEqual(rows.map(([, wanted]) => wanted))
  })
})

describe('several sentences, one event', () => {
  test.each([
    ['Russian missiles hit Dnipro on Sunday. At least five people were killed in the strike, the mayor said.', TODAY, 'ASSAULT heavy-weapons: Russia', '5..'],
    ['Guerrillas ambushed an army patrol near Chalatenango on Thursday. Three soldiers were killed in the ambush, the army said.', '1985-07-12', 'ASSAULT firearms: Guerrillas', '3..3'],
    ['A bomb killed nine people in Kabul on Friday. Islamic State claimed responsibility for the attack.', TODAY, 'ASSAULT explosives: Islamic State', '9..9'],
    ['Gunmen abducted 30 pupils from a school in Zamfara state on Friday. The abduction was the third in the state this year.', TODAY, 'ASSAULT abduct: Gunmen', ''],
    ['A bomb exploded near a police station in Narathiwat on Monday. Two officers were killed. No group claimed responsibility.', TODAY, 'ASSAULT explosives: ', '2..2'],
  ])('“%s”', (text, published, wanted, killed) => { const event = only(text, published); expect([code(event), range(event.killed)]).toEqual([wanted, killed]) })
  test('figures of the second sentence join the place of the first', () => {
    const title = 'Bomb kills nine at a market in Lahore'
    const all = events(`${title}\n\nLAHORE, March 15 - A bomb exploded in a crowded market in Lahore on Friday, killing nine people.\n\nThe explosion wounded 30 others, a police spokesman said.`, TODAY, title)
    expect(all.map(e => [places(e), range(e.killed), range(e.injured)])).toEqual([[['Lahore'], '9..9', '30..30']])
  })
})

describe('whose toll it is', () => {
  test.each([
    ['The explosion in Kabul on Monday killed at least 10 shoppers and wounded scores.', '10..', '40..'],
    ['A rocket hit a house in Sderot on Monday. No one was hurt.', '0..0', '0..0'],
    ['Gunmen killed two farmers in Jos on Monday. More than 900 people have been killed in the conflict this year, and the attack was the third in Jos.', '2..2', ''],
  ])('“%s”', (text, killed, injured) => { const [event] = events(text); expect([range(event!.killed), range(event!.injured)]).toEqual([killed, injured]) })
})

describe('what lasts', () => {
  test.each([
    ['The ongoing bombardment of Homs by the army killed nine people on Friday.', 'ongoing'],
    ['The army has closed all roads to Gao since Monday.', 'ongoing'],
    ['The army arrested nine men in Gao on Monday.', 'occurred'],
    ['Teachers in Kaduna stayed on strike for a third day on Friday.', 'ongoing'],
    ['Police shot dead a teacher in Kaduna on the third day of a strike.', 'occurred'],
    ['On Thursday the governor of Gao closed the bridge until further notice.', 'ongoing'],
    ['The curfew in Gao remains in force.', 'ongoing'],
    ['Gunmen have made nine attacks in Gao since January.', 'occurred'],
  ])('“%s” is %s', (text, status) => { expect(events(text)[0]?.status).toBe(status) })
  test('the dead of a clash are of both sides', () => {
    const [clash] = events('Clashes between security forces and militants in Jenin on Monday left three militants dead.')
    expect([range(clash!.killed), range(clash!.attackersKilled)]).toEqual(['3..3', ''])
  })
})

describe('two events', () => {
  test.each([
    ['A car bomb exploded in Baghdad on Monday, killing eight people. Gunmen shot dead two policemen in Basra on Tuesday.', ['explosives Baghdad 2024-03-11 8..8', 'firearms Basra 2024-03-12 2..2']],
    ['Saudi warplanes bombed Saada on Monday. On Friday, Houthi fighters fired missiles at Najran.', ['aerial Saada 2024-03-11 ', 'heavy-weapons Najran 2024-03-15 ']],
    ['Islamic State fighters attacked a village near Kirkuk on Monday. Turkish warplanes bombed a camp near Zakho on Tuesday.', ['- Kirkuk 2024-03-11 ', 'aerial Zakho 2024-03-12 ']],
    ['Rebels killed a priest in Kaduna on Sunday. Soldiers arrested six suspects in Kano on Tuesday.', ['- Kaduna 2024-03-10 1..1', 'arrest Kano 2024-03-12 ']],
  ])('“%s”', (text, wanted) => { expect(events(text).map(e => `${e.mode ?? '-'} ${places(e)[0]} ${e.date?.edtf} ${range(e.killed)}`)).toEqual(wanted) })
  test('a stretch of time parts two acts, and no act from who died of it', () => {
    expect(events('The raid on a market in Gao that killed four people came two days after an attack in Mopti that killed nine.').map(e => range(e.killed))).toEqual(['4..4', '9..9'])
    expect(events('A farmer died two days after the attack on a market in Gao on Monday.')).toHaveLength(1)
  })
  test('a march and its dispersal', () => {
    expect(events('Demonstrators marched in Lome on Saturday. Police dispersed the march with tear gas, injuring 12 people.').map(code)).toEqual(['PROTEST demo: Demonstrators', 'ASSAULT crowd-control: Police'])
  })
})

describe('both sides', () => {
  test('who speaks for others did nothing for standing near an act', () => {
    const found = events('An explosion damaged a Russian patrol boat off Sevastopol on Friday. A spokesman for Ukraine’s navy claimed responsibility and said the operation was a response to the bombardment of the Danube ports.')
    expect(found.length).toBeGreaterThan(0)
    for (const e of found) expect(actors(e)).not.toContain('spokesman')
  })
  test('are actors', () => {
    const rows = [
      ['Macedonian troops clashed with ethnic Albanian rebels near Tetovo on Monday.', '2001-06-05', 'Macedonian troops, ethnic Albanian rebels'],
      ['Georgian forces battled Abkhaz separatists in Sukhumi on Tuesday.', '1993-09-29', 'Georgian forces, Abkhaz separatists'],
      ['Police and protesters clashed in Jakarta on Tuesday.', TODAY, 'Police, protesters'],
      ['Fighting between the army and rebels in Malakal killed 20 people on Tuesday.', TODAY, 'army, rebels'],
    ] as const
    expect(rows.map(([text, published]) => { const e = only(text, published); return `${e.reciprocal} ${actors(e)}` })).toEqual(rows.map(([, , wanted]) => `true ${wanted}`))
  })
  test('an attack is not mutual', () => { expect(only('Rebels attacked the army in Kitchanga on Monday.').reciprocal).toBe(false) })
})

describe('where and when', () => {
  test.each([
    ['Air strikes hit Raqqa, Palmyra and Aleppo on Monday.', ['Raqqa', 'Palmyra', 'Aleppo']],
    ['Protesters rallied in Minsk and Brest on Sunday.', ['Minsk', 'Brest']],
    ['Gunmen attacked a bus in Shindand in Herat province, Afghanistan, on Monday.', ['Shindand']],
  ])('“%s” in %s', (text, wanted) => { expect(places(only(text))).toEqual(wanted) })
  test.each([
    ['Rebels attacked Goma on Tuesday. They released six prisoners.', 'Goma'],
    ['A bomb exploded in a bus in Haifa on Tuesday. Police arrested a suspect.', 'Haifa'],
  ])('place and day of the sentence before: “%s”', (text, place) => {
    const [first, second] = events(text)
    expect([places(second!), second!.date?.edtf, second!.date?.stated]).toEqual([[place], '2024-03-12', false])
    expect(first!.date?.stated).toBe(true)
  })
  test('day of the dateline where none is told', () => {
    const event = only('KHARTOUM, April 4 - Soldiers arrested three judges.', '2024-04-05')
    expect([places(event), event.date?.edtf, event.date?.stated]).toEqual([['KHARTOUM'], '2024-04-04', false])
  })
  test('a force is no truce in force', () => { expect(only('A security force killed two insurgents during an operation in Kunar province on Monday.').date?.edtf).not.toMatch(/\.\.$/) })
  test.each([
    ['the country of the report is that of a village no gazetteer knows', 'MAIDUGURI, Nigeria - The army returned to Maiduguri from Biu.\n\nGunmen killed two farmers in Wurgozabo on Monday.', 'Wurgozabo', 'NG'],
    ['but not where its places lie in two', 'Talks were held in Maiduguri and Diffa.\n\nGunmen killed two farmers in Wurgozabo on Monday.', 'Wurgozabo', null],
  ])('%s', (_, text, name, country) => { const found = events(text).find(e => e.type === 'ASSAULT')?.places[0]; expect([found?.name, found?.country]).toEqual([name, country]) })
  test('no day at all', () => { expect(only('Gunmen killed two farmers in a village near Jos.').date).toBeNull() })
})
