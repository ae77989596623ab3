/** Who fills the roles of single acts, before the sides of an event are weighed: where words name only a thing of somebody, or the tree hangs them elsewhere. */
import { describe, expect, test } from 'vitest'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { entityAt, readingOf } from '../src/core/events/reading.ts'
import { rolesOf } from '../src/core/events/roles.ts'
import { findTriggers } from '../src/core/events/triggers.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()

/** "a: Gunmen; r: mayor" for each act of a sentence. */
const roles = (text: string): readonly string[] => {
  const r = readingOf(layersOf({ id: 'x', text, published: '2024-05-07' }, knowledge).layers)
  return findTriggers(r).map(t => {
    const { fillers } = rolesOf(r, t), of = (side: string): string => [...new Set(fillers.filter(f => f.side === side).map(f => { const m = entityAt(r, f.head); return m === null ? r.text.tokens[f.head]!.form : text.slice(m.start, m.end) }))].join(', ')
    return `${t.lexeme.type} a: ${of('actor')}; r: ${of('recipient')}`
  })
}

describe('whose the thing is that an act takes', () => {
  test.each([
    ['A mob torched the houses of two ministers in Imphal on Sunday.', 'PROTEST a: mob; r: ministers'],
    ['Norway froze the assets of four Belarusian officers on Friday.', 'SANCTION a: Norway; r: Belarusian officers'],
    ['Latvia shut the Belarusian consulate in Daugavpils on Friday.', 'SANCTION a: Latvia; r: Belarusian'],
    ['Sweden on Friday suspended a licence for the export of radar parts to Saudi Arabia.', 'SANCTION a: Sweden; r: Saudi Arabia'],
    ['The regulator has suspended the private station Radio Sabel for two months.', 'COERCE a: regulator; r: Radio Sabel'],
    ['Supporters smashed up the offices of the opposition party in Larissa on Friday.', 'PROTEST a: Supporters; r: opposition party'],
    ['About 150 settlers occupied the regional office of the land agency in Altamira on Monday.', 'PROTEST a: settlers; r: land agency'],
    ["Hundreds of women marched on the governor's residence on Monday.", 'PROTEST a: women; r: governor'],
    ['A bomb exploded near the car of a judge in Tafas on Monday.', 'ASSAULT a: ; r: judge'],
    ['A drone struck a car carrying three commanders of the group near Marib on Monday.', 'ASSAULT a: ; r: commanders'],
    ['Police dispersed a rally of teachers in Lima on Monday.', 'ASSAULT a: Police; r: teachers'],
    ['Police arrested Anna Sokolova in Minsk on Monday and confiscated her car.', 'COERCE a: Police; r: her'],
    ['A shell fell on the roof of the police station in Varta on Monday.', 'ASSAULT a: ; r: police'],
    ['A mine tore through a police patrol car in Varta on Monday.', 'ASSAULT a: ; r: police'],
    ['Gunmen opened fire on the car of Judge Karim Doss in Varta on Monday.', 'ASSAULT a: Gunmen; r: Judge Karim Doss'],
    ['The rebels attacked a shelter for displaced persons in Varta on Monday.', 'ASSAULT a: rebels; r: displaced persons'],
    ['The soldiers torched 40 houses in Varta on Monday.', 'ASSAULT a: soldiers; r: houses'],
    ['Officers confiscated the phone of the headmaster in Varta on Monday.', 'COERCE a: Officers; r: headmaster'],
    ['The cabinet froze its talks with the rebel faction on Monday.', 'SANCTION a: cabinet; r: rebel faction'],
    ['Peru cancelled a contract for tents with a Chilean company on Monday.', 'SANCTION a: Peru; r: Chilean company'],
    ['Officers confiscated two rifles and a pistol in Varta on Monday.', 'COERCE a: Officers; r: '],
    ['Finland froze ten million euros of aid on Monday.', 'SANCTION a: Finland; r: '],
    ['Police said Governor Anna Sokolova sealed off her villa in Minsk on Monday.', 'COERCE a: Governor Anna Sokolova; r: '],
    ['Togo shut its borders with Benin on Tuesday.', 'COERCE a: Togo; r: Benin'],
  ])('%s', (text, wanted) => { expect(roles(text)).toContain(wanted) })
})

describe('those whom the tree hangs elsewhere', () => {
  test.each([
    ['Army howitzers opened up on a camp of the Abu Sayyaf in Sulu on Thursday.', 'ASSAULT a: Army; r: Abu Sayyaf'],
    ['The minister gave 300 bags of rice for displaced people in Kalay on Tuesday.', 'AID a: minister; r: displaced people'],
    ['The rebels abducted six border guards in March, four of whom were set free two months later.', 'RETREAT a: ; r: border guards'],
    ['Navy marines arrested the chief along with two escorts in Uruapan on Friday.', 'COERCE a: Navy marines; r: escorts, chief'],
    ['Petrol bombs were thrown at two houses on Sunday in Lurgan.', 'ASSAULT a: ; r: houses'],
    ['Students began a boycott of parliament on Tuesday.', 'PROTEST a: Students; r: parliament'],
    ['Prison guards ended a 48-hour strike on Monday in Namur.', 'PROTEST a: Prison guards; r: '],
    ['An anarchist went into the 40th day of a hunger strike in a hospital at Lamia on Monday.', 'PROTEST a: anarchist; r: '],
    ['A man was jailed on Friday over a foiled plan to bomb a mosque in Bradford.', 'ASSAULT a: man; r: mosque'],
    ['Lawmakers accused the militia of burning down homes and shooting more than 20 unarmed men in Sharween.', 'ASSAULT a: militia; r: unarmed men'],
    ['A court in Mardin sentenced, in his absence, a captain to twelve years on Monday.', 'SANCTION a: court; r: captain'],
    ['A curfew has been in force in Kani since Monday by order of the governor.', 'COERCE a: governor; r: '],
    ['Three nurses taken hostage by inmates in Calama on Sunday were freed on Monday.', 'ASSAULT a: inmates; r: nurses'],
    ['A resident blamed the attack on his brother on the army on Monday.', 'ASSAULT a: army; r: brother'],
    ['Kyiv blamed the attack on the mall on Russia.', 'ASSAULT a: Russia; r: mall'],
  ])('%s', (text, wanted) => { expect(roles(text)).toContain(wanted) })
})

describe('who is freed, carried or given something', () => {
  test.each([
    ['Prisoners in Litora let two wardens go on Wednesday.', 'RETREAT a: Prisoners; r: wardens'],
    ['Five travellers were abducted at Manok and regained freedom after three weeks.', 'RETREAT a: ; r: travellers'],
    ['Ninety-five Ukrainian soldiers came home in an exchange on Sunday.', 'RETREAT a: ; r: Ukrainian soldiers'],
    ['The firm evacuated its 41 remaining workers to Pemba by helicopter on Thursday.', 'RETREAT a: firm; r: remaining workers'],
    ['The army evacuated its forward post at Pemba on Thursday.', 'RETREAT a: army; r: '],
    ['Medics took 21 wounded from Dolna to the hospital of Varest on Monday.', 'AID a: Medics; r: 21'],
    ['The mission evacuated 17 of the most gravely wounded to a hospital on Monday.', 'AID a: mission; r: 17'],
    ['Norway said it would hand Ukraine six howitzers in spring.', 'AID a: it; r: Ukraine'],
    ['The president in March called off a ceasefire with most of the dissidents in the province.', 'SANCTION a: president; r: dissidents'],
  ])('%s', (text, wanted) => { expect(roles(text)).toContain(wanted) })
})

describe('who does it, where the tree finds no object', () => {
  test.each([
    ['He said soldiers arrested nine youths carrying rifles at Manyabo on Monday.', 'COERCE a: soldiers; r: youths'],
    ['Mayor killed in Sarra on Monday.', 'ASSAULT a: ; r: Mayor'],
    ['Twenty villagers wounded, a doctor told reporters in Sarra.', 'ASSAULT a: ; r: villagers'],
  ])('%s', (text, wanted) => { expect(roles(text)).toContain(wanted) })
})

describe('and those who only stand beside', () => {
  test.each([
    ['Police ended a march in Lima on Monday.', 'PROTEST a: ; r: '],
    ['Israeli jets pounded Damascus on Friday.', 'ASSAULT a: Israeli jets; r: '],
    ['Police seized 70,000 dinars in Bizerte on Monday.', 'COERCE a: Police; r: '],
    ['Police officer arrested in Lima on Monday.', 'COERCE a: ; r: Police officer'],
    ['The bombing of Serbia began on Monday.', 'ASSAULT a: ; r: Serbia'],
    ['Residents burned tyres outside the market in Hodeidah on Monday.', 'PROTEST a: Residents; r: '],
    ['A bus of the company was torched on Monday in Lima and the driver was beaten.', 'ASSAULT a: ; r: driver'],
  ])('%s', (text, wanted) => { expect(roles(text)).toContain(wanted) })
})
