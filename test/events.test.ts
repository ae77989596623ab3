/** Events: what a report says was done, by whom, to whom, with what losses; the merging of accounts, and the links between events. */
import { describe, expect, test } from 'vitest'
import { analyse, analyseWithTrail, type Event, type Quantity } from '../src/index.ts'

const TODAY = '2024-03-15'
const events = (text: string, published = TODAY, title: string | null = null): readonly Event[] => analyse({ id: 'r', title, published, text }).events
/** The only event of a text, or of one type in it. */
function only(text: string, published = TODAY, type?: string): Event {
  const all = events(text, published), found = all.filter(e => type === undefined || e.type === type)
  if (found.length !== 1) throw new Error(`${found.length} events${type ? ` of type ${type}` : ''}: ${all.map(e => e.summary).join(' | ')}`)
  return found[0]!
}
const range = (q: Quantity | null): string => q === null ? '' : `${q.min ?? ''}..${q.max ?? ''}`
const actors = (e: Event): string => e.actors.map(p => p.name).join(', ')
const recipients = (e: Event): string => e.recipients.map(p => p.name).join(', ')
const places = (e: Event): readonly string[] => e.places.map(p => p.name)
const code = (e: Event): string => `${e.type} ${e.mode ?? '-'}: ${actors(e)}`

/** Text, day of publication, mode and actors of its only event. */
const DEEDS: Readonly<Record<string, readonly (readonly [text: string, published: string, wanted: string])[]>> = {
  ASSAULT: [
    ['Gunmen kidnapped three aid workers near Bunia on Wednesday.', TODAY, 'abduct: Gunmen'],
    ['A mob beat two policemen in Karachi on Monday.', TODAY, 'beat: mob'],
    ['Police tortured a lawyer in Tunis on Monday.', TODAY, 'torture: Police'],
    ['Soldiers raped dozens of women in Conakry on Monday, witnesses said.', '2009-10-02', 'sexual: Soldiers'],
    ['Unidentified gunmen assassinated a judge in Medellin on Tuesday.', '1987-02-12', 'targeted: Unidentified gunmen'],
    ["Militants burned a girls' school in Bannu on Monday.", TODAY, 'destroy: Militants'],
    ['Soldiers stabbed a prisoner in Harare on Tuesday.', TODAY, 'primitive: Soldiers'],
    ['The army opened fire on demonstrators in Khartoum on Monday, killing nine.', TODAY, 'firearms: army'],
    ['A truck bomb exploded outside the central bank in Colombo on Wednesday, killing at least 80 people.', '1996-02-01', 'explosives: '],
    ['A suicide bomber blew himself up outside a mosque in Peshawar on Friday, killing 12 worshippers.', TODAY, 'suicide-attack: suicide bomber'],
    ['Russian drones attacked Kyiv and Odesa on Monday.', TODAY, 'drone: Russia'],
    ['Serb forces shelled a hospital in Gorazde on Wednesday, killing six people.', '1993-06-03', 'heavy-weapons: Serb forces'],
    ['Israeli police used stun grenades and tear gas against worshippers in Jerusalem on Friday.', TODAY, 'crowd-control: Israeli police'],
    ['Syrian forces fired rockets carrying sarin at Ghouta on Wednesday, killing hundreds of people.', '2013-08-22', 'unconventional: Syrian forces'],
    ['Iraqi warplanes bombed Tehran on Monday.', '1980-09-23', 'aerial: Iraqi warplanes'],
  ],
  COERCE: [
    ['Police arrested 14 opposition activists in Minsk on Sunday.', TODAY, 'arrest: Police'],
    ['Police confiscated weapons from a mosque in Mombasa on Monday.', TODAY, 'seize: Police'],
    ['The government banned protests in Kampala on Monday.', TODAY, 'restrict: government'],
    ['Authorities closed the newspaper Al-Akhbar in Khartoum on Monday.', TODAY, 'censor: Authorities'],
    ['The government imposed a night curfew in Kano on Tuesday.', TODAY, 'curfew: government'],
    ['General Wojciech Jaruzelski declared martial law in Poland on Sunday.', '1981-12-14', 'martial-law: General Wojciech Jaruzelski'],
    ['Authorities evicted 2,000 slum dwellers in Lagos on Monday.', TODAY, 'deport: Authorities'],
    ['Hackers carried out a cyberattack on a bank in Kyiv on Monday.', TODAY, 'cyber: Hackers'],
    ['Israel withheld tax revenues from the Palestinian Authority on Wednesday.', TODAY, 'withhold: Israel'],
  ],
  MOBILIZE: [
    ['Iraq massed troops near the Kuwaiti border on Saturday.', '1994-10-09', 'troops: Iraq'],
    ['Police deployed 2,000 officers in Delhi on Sunday.', TODAY, 'police: Police'],
    ['India tested a missile in Odisha on Monday.', TODAY, 'weapons: India'],
  ],
  PROTEST: [
    ['Bangladeshi students protested in Dhaka on Monday.', TODAY, 'demo: Bangladeshi students'],
    ['Youths rioted in Kingston on Monday, looting shops.', TODAY, 'riot: Youths'],
    ['Shipyard workers went on strike in Gdansk on Monday.', '1988-05-02', 'strike: Shipyard workers'],
    ['An activist began a hunger strike in Minsk on Monday.', TODAY, 'hunger: activist'],
    ['Opposition parties boycotted the election in Dhaka on Sunday.', TODAY, 'boycott: Opposition parties'],
    ['Villagers barricaded a road near Cochabamba on Tuesday.', TODAY, 'obstruct: Villagers'],
  ],
  RETREAT: [
    ['Israeli troops pulled out of Sidon on Monday.', '1985-06-12', 'withdraw: Israeli troops'],
    ['The rebels released 20 hostages in Jolo on Friday.', TODAY, 'release: rebels'],
    ['Hundreds of fighters surrendered to the army in Bangui on Wednesday.', TODAY, 'disarm: fighters'],
    ['The rebels and the government signed a ceasefire in Accra on Monday.', '2003-08-19', 'ceasefire: rebels, government'],
    ['Egypt reopened the Rafah crossing on Sunday.', TODAY, 'access: Egypt'],
    ['The prime minister resigned in Port-au-Prince on Tuesday.', TODAY, 'resign: prime minister'],
  ],
  AID: [
    ['The World Food Programme delivered food to Tigray on Monday.', TODAY, 'humanitarian: World Food Programme'],
    ['The United States supplied weapons to Somalia on Friday.', TODAY, 'military: United States'],
    ['Japan donated 10 million dollars to Ukraine on Friday.', TODAY, 'economic: Japan'],
    ['Norway gave asylum to two journalists on Friday.', TODAY, 'asylum: Norway'],
  ],
  SANCTION: [
    ['A court in Istanbul sentenced a journalist to six years in prison on Thursday.', TODAY, 'convict: court'],
    ['Poland expelled 45 Russian diplomats on Wednesday.', TODAY, 'expel: Poland'],
    ['Colombia recalled its ambassador from Buenos Aires on Friday.', TODAY, 'withdraw: Colombia'],
    ['Bolivia broke off relations with Israel on Tuesday.', TODAY, 'discontinue: Bolivia'],
    ['The United States imposed sanctions on Poland on Tuesday.', '1981-12-30', '-: United States'],
  ],
}

describe('deeds, a mode at a time', () => {
  test.each(Object.entries(DEEDS))('%s', (type, rows) => {
    expect(rows.map(([text, published]) => code(only(text, published)))).toEqual(rows.map(([, , wanted]) => `${type} ${wanted}`))
  })
})

describe('words', () => {
  test.each([
    ['Egypt and Israel signed an accord at Camp David on Sunday.', '1978-09-18', 'AGREE -: Egypt, Israel → '],
    ['The two generals held talks in Jeddah on Saturday.', TODAY, 'CONSULT -: generals → '],
    ['Zambia recognised Kosovo on Tuesday.', TODAY, 'SUPPORT -: Zambia → Kosovo'],
    ['The government apologised for the killings in Jos on Monday.', TODAY, 'CONCEDE -: government → '],
    ['Kenya and Uganda signed a trade agreement in Kampala on Monday.', TODAY, 'COOPERATE -: Kenya, Uganda → '],
    ['Ghana urged Togo to open its border on Monday.', TODAY, 'REQUEST -: Ghana → Togo'],
    ['Armenia accused Azerbaijan of shelling the village of Sotk on Tuesday.', TODAY, 'ACCUSE allege: Armenia → Azerbaijan'],
    ['Hamas rejected an Israeli proposal on Tuesday.', TODAY, 'REJECT -: Hamas → Israel'],
    ['North Korea threatened South Korea on Monday.', TODAY, 'THREATEN -: North Korea → South Korea'],
  ])('“%s”', (text, published, wanted) => {
    const event = only(text, published, wanted.slice(0, wanted.indexOf(' ')))
    expect(`${code(event)} → ${recipients(event)}`).toBe(wanted)
  })
})

describe('who did it to whom', () => {
  test.each([
    ['Islamist militants killed nine soldiers in Burkina Faso on Monday.', 'Islamist militants → soldiers'],
    ['Nine soldiers were killed by Islamist militants in Burkina Faso on Monday.', 'Islamist militants → soldiers'],
    ['The killing of nine soldiers by Islamist militants in Burkina Faso on Monday shocked the country.', 'Islamist militants → soldiers'],
    ['The kidnapping of two priests by gunmen in Enugu on Sunday angered residents.', 'gunmen → priests'],
    ['Turkish air strikes on Kurdish villages near Qamishli killed three people on Tuesday.', 'Turkey → Kurdish villages'],
    ['Pakistan launched air strikes on militants in Khost on Monday.', 'Pakistan → militants'],
    ['Boko Haram carried out an attack on a military base in Monguno on Monday.', 'Boko Haram → military base'],
    ['The army conducted an operation against rebels in Cabo Delgado on Monday.', 'army → rebels'],
    ['A police convoy came under attack by gunmen near Quetta on Sunday.', 'gunmen → police convoy'],
    ['A convoy carrying soldiers was ambushed by rebels near Palma on Friday.', 'rebels → convoy'],
    ['The village, which was bombed by government warplanes on Monday, lies near Idlib.', 'government warplanes → village'],
    ['Israel said Hezbollah fighters attacked a patrol near Metula on Sunday.', 'Hezbollah → patrol'],
  ])('“%s”', (text, wanted) => { const event = only(text); expect(`${actors(event)} → ${recipients(event)}`).toBe(wanted) })
  test('a relative clause about the actor', () => {
    const event = only('The gunmen who attacked a bank in Kumasi on Monday fled on motorcycles.', TODAY, 'ASSAULT')
    expect(`${actors(event)} → ${recipients(event)}`).toBe('gunmen → bank')
  })
  test('a reduced relative clause, and what came of the victim', () => {
    const [kidnapping, release] = events('A priest kidnapped by gunmen in Kaduna on Monday was released on Friday.')
    expect([actors(kidnapping!), recipients(kidnapping!), kidnapping!.date?.edtf]).toEqual(['gunmen', 'priest', '2024-03-11'])
    expect([release!.mode, recipients(release!), release!.date?.edtf]).toEqual(['release', 'priest', '2024-03-15'])
  })
  test('a headline tells the event of the first sentence', () => {
    const title = 'Rebel shelling kills nine in Goma'
    const all = events(`${title}\n\nGOMA, Congo, March 11 - Rebels shelled a market in Goma on Monday, killing nine people.`, TODAY, title)
    expect(all.map(e => `${code(e)} ${range(e.killed)}`)).toEqual(['ASSAULT heavy-weapons: Rebels 9..9'])
    expect(all[0]!.mentions.map(m => m.exact)).toEqual(expect.arrayContaining(['shelling', 'shelled']))
  })
  test('a headline alone', () => { expect(code(only('Israeli jets strike Beirut suburb'))).toBe('ASSAULT aerial: Israeli jets') })
})

describe('status', () => {
  test.each([
    ['Security forces foiled a car bomb attack on the parliament in Kabul on Monday.', 'attempted'],
    ['Gunmen tried to assassinate the mayor of Tijuana on Friday.', 'attempted'],
    ['The mayor survived an assassination attempt in Tirana on Friday.', 'attempted'],
    ['The army will withdraw from Marib on Monday, the defence minister announced.', 'planned'],
    ['Turkey plans to attack Kurdish fighters in Manbij next week.', 'planned'],
    ['The rebels did not attack the airport in Bangui on Sunday.', 'negated'],
    ['No attack took place in Mosul on Friday, the army said.', 'negated'],
    ['Rebels may attack Juba on Friday, a diplomat said.', 'hypothetical'],
    ['Azerbaijan denied shelling the village of Sotk on Tuesday.', 'occurred'],
  ])('“%s”: %s', (text, wanted) => { expect(only(text).status).toBe(wanted) })
  test('a threat is made, what it threatens is planned', () => {
    expect(events('Rebels threatened to attack Juba on Monday.').map(e => `${e.type} ${e.status}`)).toEqual(['THREATEN occurred', 'ASSAULT planned'])
  })
  test('plans look forward: the next Monday, not the last', () => {
    expect(only('Doctors will go on strike in Accra on Monday.').date?.edtf).toBe('2024-03-18')
  })
})

describe('losses', () => {
  test.each([
    ['A blast in Baghdad on Monday killed at least 23 people and wounded more than 60.', '23..', '60..'],
    ['Two soldiers were killed and five wounded in an ambush near Diffa on Friday.', '2..2', '5..5'],
    ['Dozens of people were killed in an air raid on a market in Hodeidah on Monday.', '24..', ''],
    ['Scores of people were wounded in clashes between police and demonstrators in Baku on Saturday.', '', '40..'],
    ['Up to 100 villagers were killed in attacks by gunmen in Plateau state on Sunday.', '..100', ''],
    ['Between eight and 11 miners were killed in an attack near Duki on Friday.', '8..11', ''],
    ['Air strikes on Sirte on Monday killed about 30 people.', '30..30', ''],
    ["The death toll from Friday's bombing in Mogadishu rose to 43 on Sunday.", '43..43', ''],
    ['A rocket hit a house in Sderot on Tuesday but there were no casualties.', '0..0', '0..0'],
    ['No one was hurt when a bomb exploded in Bilbao on Saturday.', '', '0..0'],
    ['Police said 12 people were killed in the bombing in Lahore on Sunday. Hospital officials said 15 people died.', '12..15', ''],
    ['A bomb exploded in the market in Jos on Monday.', '', ''],
  ])('“%s” killed %s injured %s', (text, killed, injured) => { const e = only(text); expect([range(e.killed), range(e.injured)]).toEqual([killed, injured]) })
  test('the attackers’ own dead are apart', () => {
    const event = only('Gunmen stormed a hotel in Herat on Monday, killing six guests; all four attackers were shot dead.')
    expect([range(event.killed), range(event.attackersKilled)]).toEqual(['6..6', '4..4'])
  })
  test('the detained', () => { expect(range(only('Police detained at least 60 protesters in Almaty on Monday.').detained)).toBe('60..') })
  test('a figure rests on its words', () => {
    const { killed } = only('A roadside bomb killed two soldiers near Kunduz on Monday.')
    expect(killed?.of).toBe('soldiers')
    expect(killed?.evidence.map(s => s.exact).join(' ')).toContain('two')
  })
})

describe('counts, weapons, contexts', () => {
  test.each([
    ['Hezbollah carried out more than 150 rocket attacks on northern Israel in October.', '150..'],
    ['The army carried out five air strikes on Tripoli on Monday.', '5..5'],
    ['Guerrillas launched dozens of attacks in Antioquia in April.', '24..'],
    ['Three car bombs exploded in Kirkuk on Monday, killing 14 people.', '3..3'],
    ['Pirates attacked 12 ships off Somalia in January.', ''],
  ])('“%s” counts %s', (text, wanted) => { expect(range(only(text).count)).toBe(wanted) })
  test.each([
    ['A rocket-propelled grenade hit an army truck near Zabul on Monday, killing two soldiers.', ['rocket-propelled grenade']],
    ['Rebels fired mortars at the airport in Juba on Monday.', ['mortars']],
    ['Attackers with knives killed three people at a church in Nice on Thursday.', ['knives']],
    ['Jets dropped cluster bombs on Donji Vakuf on Monday.', ['cluster bombs']],
  ])('“%s” with %s', (text, wanted) => { expect(only(text).weapons.map(s => s.exact)).toEqual(wanted) })
  test.each([
    ['Gunmen killed a candidate in the mayoral election in Guerrero state on Sunday.', ['election']],
    ['Two peacekeepers were killed in an attack in Kidal on Monday.', ['peacekeeping']],
    ['Cartel gunmen killed a drug trafficker in Culiacan on Sunday.', ['crime']],
    ['Soldiers shot dead two refugees at a camp near Mae Sot on Monday.', ['military', 'refugees']],
    ['Militants burned a mosque in Bannu on Monday.', ['religion']],
  ])('“%s” %s', (text, wanted) => { expect(only(text).contexts).toEqual(wanted) })
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
    const title = 'Bomb kills nine in Lahore market'
    const all = events(`${title}\n\nLAHORE, March 15 - A bomb exploded in a crowded market in Lahore on Friday, killing nine people.\n\nThe explosion wounded 30 others, a police spokesman said.`, TODAY, title)
    expect(all.map(e => [places(e), range(e.killed), range(e.injured)])).toEqual([[['Lahore'], '9..9', '30..30']])
  })
})

describe('two events', () => {
  test.each([
    ['A car bomb exploded in Baghdad on Monday, killing eight people. Gunmen shot dead two policemen in Basra on Tuesday.', ['explosives Baghdad 2024-03-11 8..8', '- Basra 2024-03-12 2..2']],
    ['Saudi warplanes bombed Saada on Monday. On Friday, Houthi fighters fired missiles at Najran.', ['aerial Saada 2024-03-11 ', 'heavy-weapons Najran 2024-03-15 ']],
    ['Islamic State fighters attacked a village near Kirkuk on Monday. Turkish warplanes bombed a camp near Zakho on Tuesday.', ['- Kirkuk 2024-03-11 ', 'aerial Zakho 2024-03-12 ']],
    ['Gunmen killed a priest in Kaduna on Sunday. Soldiers arrested six suspects in Kano on Tuesday.', ['firearms Kaduna 2024-03-10 1..1', 'arrest Kano 2024-03-12 ']],
  ])('“%s”', (text, wanted) => { expect(events(text).map(e => `${e.mode ?? '-'} ${places(e)[0]} ${e.date?.edtf} ${range(e.killed)}`)).toEqual(wanted) })
  test('a march and its dispersal', () => {
    expect(events('Demonstrators marched in Lome on Saturday. Police dispersed the march with tear gas, injuring 12 people.').map(code)).toEqual(['PROTEST demo: Demonstrators', 'ASSAULT crowd-control: Police'])
  })
})

describe('because', () => {
  test.each([
    ['Iran fired missiles at Erbil on Monday in retaliation for an attack in Kerman.', 'retaliation', 'in retaliation for'],
    ['Hezbollah fired rockets at Kiryat Shmona on Monday to avenge the killing of a commander in Tyre on Saturday.', 'retaliation', 'to avenge'],
    ['Turkey closed the border on Monday in response to an attack in Reyhanli on Saturday.', 'response', 'in response to'],
    ['India expelled two Pakistani diplomats on Monday in response to an attack on soldiers in Uri.', 'response', 'in response to'],
  ])('“%s”', (text, kind, words) => {
    const [answer, cause] = events(text)
    expect(answer!.becauseOf.map(b => [b.event, b.kind])).toEqual([[cause!.id, kind]])
    expect(answer!.becauseOf[0]!.evidence.exact).toContain(words)
    expect(cause!.becauseOf).toEqual([])
  })
  test.each([
    ['Militants killed two soldiers near Jenin on Sunday. Israel bombed the town on Monday in retaliation.'],
    ['Gunmen killed ten herders in Jos on Monday. Herders burned a village near Bokkos on Wednesday in revenge for the killings.'],
  ])('back to the sentence before: “%s”', text => {
    const [cause, answer] = events(text)
    expect(answer!.becauseOf.map(b => [b.event, b.kind])).toEqual([[cause!.id, 'retaliation']])
  })
  test('“after” alone makes no link', () => {
    const all = events('Rebels attacked Juba on Monday. Troops bombed Malakal on Tuesday after the attack.')
    expect(all.map(e => e.becauseOf)).toEqual([[], []])
  })
})

describe('both sides', () => {
  test.each([
    ['Macedonian troops clashed with ethnic Albanian rebels near Tetovo on Monday.', '2001-06-05', 'Macedonian troops, ethnic Albanian rebels'],
    ['Georgian forces battled Abkhaz separatists in Sukhumi on Tuesday.', '1993-09-29', 'Georgian forces, Abkhaz separatists'],
    ['Police and protesters clashed in Jakarta on Tuesday.', TODAY, 'Police, protesters'],
    ['Fighting between the army and rebels in Malakal killed 20 people on Tuesday.', TODAY, 'army, rebels'],
  ])('“%s”', (text, published, wanted) => { const event = only(text, published); expect([event.reciprocal, actors(event)]).toEqual([true, wanted]) })
  test('an attack is not mutual', () => { expect(only('Rebels attacked the army in Kitchanga on Monday.').reciprocal).toBe(false) })
})

describe('where and when', () => {
  test.each([
    ['Air strikes hit Raqqa, Palmyra and Aleppo on Monday.', ['Raqqa', 'Palmyra', 'Aleppo']],
    ['Protesters rallied in Minsk and Brest on Sunday.', ['Minsk', 'Brest']],
    ['Gunmen attacked a bus in Shindand in Herat province, Afghanistan, on Monday.', ['Shindand']],
  ])('“%s” in %s', (text, wanted) => { expect(places(only(text))).toEqual(wanted) })
  test.each([
    ['Rebels attacked Goma on Tuesday. They kidnapped six nurses.', 'Goma'],
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
  test('no day at all', () => { expect(only('Gunmen killed two farmers in a village near Jos.').date).toBeNull() })
})

describe('other domains', () => {
  test.each([
    ['Alcaraz fired 14 aces and broke serve twice as he crushed Ruud in the tournament final on Sunday.'],
    ['Real Madrid crushed Valencia 5-0 on Saturday, with two goals from the striker.'],
    ['The champion knocked out his opponent in the boxing match in Manila on Saturday.'],
    ['A price war erupted between supermarkets on Monday when the retailer slashed the price of milk.'],
    ['The movie, in which gunmen kidnap a senator, opens on Friday.'],
    ["The novel tells how a spy is murdered in Vienna, and the author's prose never misses its target."],
  ])('no event: “%s”', text => { expect(events(text).map(e => e.summary)).toEqual([]) })
  test('what is let go is told', () => {
    const { analysis, dropped } = analyseWithTrail({ id: 'r', published: TODAY, text: 'The movie, in which gunmen kidnap a senator, opens on Friday.' })
    expect(analysis.events).toEqual([])
    expect(dropped.map(d => [d.type, d.span.exact])).toContainEqual(['ASSAULT', 'kidnap'])
  })
})

describe('letter case', () => {
  const told = (text: string): string => { const e = only(text, '1992-05-20'); return `${code(e).toLowerCase()} → ${recipients(e).toLowerCase()}, ${e.date?.edtf}, ${range(e.killed)}` }
  test.each([
    ['Serb forces shelled Sarajevo on Tuesday, killing five people.'],
    ['Rebels shelled a market in Goma on Monday, killing nine people.'],
    ['Police arrested 12 students in Seoul on Monday.'],
  ])('“%s” in capitals', text => { expect(told(text.toUpperCase())).toBe(told(text)) })
  test.each([
    ['Rebels shelled a market in Goma on Monday, killing nine people.'],
    ['Police arrested 12 students in Seoul on Monday.'],
    ['Russian missiles hit an apartment block in Kharkiv on Tuesday, killing five people.'],
  ])('“%s” in lower case', text => { expect(told(text.toLowerCase())).toBe(told(text)) })
})

describe('loaded words', () => {
  test.each([
    ['Terrorists attacked a bus near Aleppo on Monday, killing six civilians.', TODAY, 'actors', 'terrorists'],
    ['Extremists burned a church in Cabo Delgado on Friday.', TODAY, 'actors', 'extremists'],
    ['Bandits killed seven passengers on a train near Moamba on Monday.', '1985-03-12', 'actors', 'bandits'],
    ['The regime arrested 40 activists in Caracas on Monday.', TODAY, 'actors', 'regime'],
    ['Troops killed 12 terrorists near Datta Khel on Monday, the army said.', TODAY, 'recipients', 'terrorists'],
  ] as const)('“%s”', (text, published, side, word) => {
    const event = only(text, published), [party] = event[side]
    expect(party!.labels.map(l => l.toLowerCase())).toEqual([word])
    expect(party!.evidence.map(s => s.exact.toLowerCase()).join(' ')).toContain(word)
    expect(`${party!.name} ${event.summary}`.toLowerCase()).not.toContain(word)
  })
})
