/** Who is on which side of an event, over whole reports: whom what stands around an act makes its party. */
import { describe, expect, test } from 'vitest'
import { explainReport } from '../src/core/analysis/analyse.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()

/** "ASSAULT: police > women" for each event of a report. */
const sides = (text: string): readonly string[] => explainReport({ id: 'x', text, published: '2024-05-07' }, knowledge).analysis.events.map(e => `${e.type}: ${e.actors.map(a => a.name).join(', ')} > ${e.recipients.map(a => a.name).join(', ')}`)

describe('the crowd that was there to be driven off', () => {
  test.each([
    ['Residents of Metora barricaded the main road on Saturday. Soldiers got through after firing in the air.', 'ASSAULT: Soldiers > Residents'],
    ['Some two hundred women marched to the governor on Monday. Police drove them off with tear gas.', 'ASSAULT: Police > women'],
    ['Angry youths blocked the airport road in Mandera on Monday. Police lobbed teargas canisters.', 'ASSAULT: Police > Angry youths'],
    ['The demonstrators burned tyres and hurled rocks at cars, and the officers used tear gas to reopen the crossing on Monday.', 'ASSAULT: officers > demonstrators'],
    ['Guards began a strike at the prison of Namur on Monday. Police fired tear gas at inmates in the yard.', 'ASSAULT: Police > inmates'],
    ['Teachers are on strike in Namur since Monday. On Tuesday riot police fired tear gas in the market.', 'ASSAULT: riot police > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('those in need beside whom aid is told', () => {
  test.each([
    ['About 420 families have left Kitanga. The social services ministry brought each a sack of rice on Sunday.', 'AID: social services ministry > 420 families'],
    ['About 420 families have left Kitanga. The ministry delivered food to the soldiers on Sunday.', 'AID: ministry > soldiers'],
  ])('%s', (text, wanted) => { expect(sides(text).map(s => s.replace(/> families/, '> 420 families'))).toContain(wanted) })
})

describe('whose the thing was that was hit', () => {
  test.each([
    ["An explosion damaged a Veltrian patrol boat off Sorrin on Friday. A spokesman for Ukraine's navy claimed responsibility.", "ASSAULT: Ukraine's navy > patrol"],
    ["Russian shells hit the port of Odesa on Thursday. Hours later an explosion sank a Russian tanker off Sevastopol. Ukraine's navy claimed responsibility.", "ASSAULT: Ukraine's navy > Russia"],
    ['Turkish troops shelled a Turkish outpost by mistake near Kilis on Friday.', 'ASSAULT: Turkish troops > Turkey'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('the authority behind what is told without a doer', () => {
  test.each([
    ['Dalma town was calm on Monday. The district magistrate clamped a curfew on it from Tuesday.', 'COERCE: district magistrate > '],
    ['Mobile internet was suspended in Karan on Monday on the instructions of the provincial government.', 'COERCE: provincial government > '],
    ['Five men were arrested in Armad on Thursday, the Interior Ministry said.', 'COERCE: Interior Ministry > men'],
    ['Troops sealed off the estate in Armad on Thursday and searched 40 homes. Five men were arrested.', 'COERCE: Troops > men'],
    ['A former soldier was jailed for 18 years on Friday over a plan to blow up a mosque. Dunholm Crown Court heard that he had made two bombs.', 'SANCTION: Dunholm Crown Court > former soldier'],
    ['The defence minister said a second battalion would be sent to Jamunda on Friday.', 'MOBILIZE: defence minister > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
  test.each([
    ['Five men were arrested in Armad on Thursday, the opposition party said.', 'COERCE:  > men'],
    ['Gunmen killed a trader in Armad on Thursday. Five men were arrested.', 'COERCE:  > men'],
    ['Police of the Emir arrested five men in Armad on Thursday, the Interior Ministry said.', 'COERCE: Police > men'],
  ])('but not: %s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})
