/** Who stands behind an act beside its grammatical doer, or in his place. */
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const events = (text: string): ReturnType<typeof analyse>['events'] => analyse({ id: 'r', published: '2024-03-15', text }).events
/** "ASSAULT: police, soldiers" for each deed of a report. */
const doers = (text: string): readonly string[] => events(text).map(e => `${e.type}: ${e.actors.map(a => a.name).join(', ')}`)

describe('who stands behind an act', () => {
  test.each([
    ['Police, backed by soldiers of the Northern Regiment, searched nine houses in Dalmora on Monday and arrested five men.', 'COERCE: Police, soldiers'],
    ['Troops shelled the camp of the police, backed by villagers, in Dalmora on Monday.', 'ASSAULT: Troops'],
    ['Rice was handed out in Kano on Friday by the relief agency together with soldiers.', 'AID: relief agency, soldiers'],
    ['Gunmen shot a farmer together with his two sons in Kano on Monday.', 'ASSAULT: Gunmen'],
    ['Two nurses were detained at a roadblock of a rebel group near Idlib on Monday.', 'COERCE: rebel group'],
    ['Two nurses were detained at a hospital of the army near Idlib on Monday.', 'COERCE: '],
    ['The army said that the killings in Kano on Monday were the work of militiamen in stolen uniforms.', 'ASSAULT: militiamen'],
    ['The army said that the killings in Kano on Monday were not the work of militiamen.', 'ASSAULT: '],
    ['Partisans from Tula were behind the explosion at the depot on Monday.', 'ASSAULT: Partisans'],
    ['A rebel group was responsible for the massacre in Kano on Monday.', 'ASSAULT: rebel group'],
    ['The brigade took responsibility for the bombing of a market in Kano on Monday.', 'ASSAULT: brigade'],
    ['No militia has claimed the bombing of a market in Kano on Monday.', 'ASSAULT: '],
    ['The navy of Tula sank two boats of the Red Front on Friday in response to attacks on shipping off Kano.', 'ASSAULT: '],
    ['The rally on Sunday drew about 1,400 teachers to the park in Tula.', 'PROTEST: teachers'],
    ['A teacher on hunger strike in Tula since Monday was taken to hospital.', 'PROTEST: teacher'],
    ['The offensive that the militia launched on Sunday in Kano killed nine.', 'ASSAULT: militia'],
    ['The army opened an assault on rebel trenches at Sedlo on Sunday.', 'ASSAULT: army'],
    ['The union announced for its part a three-day strike in Tula, from Thursday.', 'PROTEST: union'],
  ])('%s', (text, wanted) => { expect(doers(text)).toContain(wanted) })
})

describe('who is held over an act did it', () => {
  test.each([
    ['Two herders are in custody over the murder of a mayor in Makurdi.', 'ASSAULT: herders'],
    ['Three men were taken into custody in Kano on Friday in connection with the torching of a bus.', 'ASSAULT: men'],
    ['Police in Kano detained two men over the mine that killed four villagers.', 'ASSAULT: men'],
    ['Three men were taken into custody in Kano on Friday in house searches.', 'COERCE: '],
  ])('%s', (text, wanted) => { expect(doers(text)).toContain(wanted) })
})

describe('who lets go is who took', () => {
  test.each([
    ['Police arrested 28 people in Metora on Monday. All were set free by nightfall.', 'RETREAT: Police'],
    ['Gunmen seized six teachers near Metora on Monday. Police arrested 28 students in Hebron. Two of the students were freed on Tuesday.', 'RETREAT: Police'],
  ])('%s', (text, wanted) => { expect(doers(text)).toContain(wanted) })
})

describe('one subject of several verbs', () => {
  test.each([
    ['In the northern city of Puno dozens of dock workers went on strike on Friday and blocked the road to the port.', ['PROTEST: dock workers', 'PROTEST: dock workers']],
    ['Teachers went on strike in Puno on Friday and soldiers blocked the road to the port.', ['PROTEST: Teachers', 'COERCE: soldiers']],
  ])('%s', (text, wanted) => { expect(doers(text)).toEqual(wanted) })
})

test('a weapon is of the act of those who used it', () => {
  const of = (text: string): readonly string[] => events(text).map(e => `${e.type}: ${e.weapons.map(w => w.exact).join(', ')}`)
  expect(of('Police fired tear gas at hundreds of students who marched in Puno on Friday.').toSorted()).toEqual(['ASSAULT: tear gas', 'PROTEST: '])
  expect(of('Youths with machetes marched in Puno on Friday.')).toEqual(['PROTEST: machetes'])
})

describe('who is blamed for what was told last', () => {
  test.each([
    ['Gunmen shot two activists in Kano on Monday. The party blamed the army.', 'ASSAULT: Gunmen, army'],
    ['Two activists were shot in Kano on Monday. A separatist movement, the Kano Front, said it had done it.', 'ASSAULT: Kano Front'],
    ['Two activists were shot in Kano on Monday. Soldiers shelled Tula on Tuesday. The party blamed the rebels.', 'ASSAULT: Soldiers, rebels'],
    ['Two activists were shot in Kano on Monday. No rebel group has claimed responsibility.', 'ASSAULT: '],
    ['Two activists were shot in Kano on Monday. The party did not blame the rebels.', 'ASSAULT: '],
    ['Two activists were shot in Kano on Monday. The party accused the rebels of carrying out the attack.', 'ASSAULT: rebels'],
    ['Gunmen shot two activists in Kano on Monday. The party accused the army of arming them.', 'ASSAULT: Gunmen'],
    ['Gunmen shot two activists in Kano on Monday. The party accused the police of failing to keep watch.', 'ASSAULT: Gunmen'],
  ])('%s', (text, wanted) => { expect(doers(text)).toContain(wanted) })
})

describe('where the tree parts a doer from his verb', () => {
  test.each([
    ['Herders have since Sunday evening blocked the road to the village of Batken.', 'PROTEST: Herders'],
    ['The state government had on May 3 suspended the peace talks with the gang in Kano.', 'SANCTION: state government'],
    ['He said the raiders, armed with rifles, struck at dawn in Napak on Monday and killed three guards.', 'ASSAULT: raiders'],
    ['A joint patrol of the police and the gendarmerie detained three men in Metora on Monday.', 'COERCE: police, gendarmerie'],
    ['A patrol of the gendarmerie detained three men in Metora on Monday.', 'COERCE: gendarmerie'],
  ])('%s', (text, wanted) => { expect(doers(text)).toContain(wanted) })
})

describe('two bare words for one doer', () => {
  test.each([
    ['Gunmen opened fire on a market in Kano on Monday, killing nine. The attackers fled on motorcycles after they had shot the guards.', 'ASSAULT: Gunmen'],
    ['Police and soldiers opened fire on a crowd in Kano on Monday, killing nine.', 'ASSAULT: Police, soldiers'],
  ])('%s', (text, wanted) => { expect(doers(text)).toContain(wanted) })
})
