/** Which event answered, avenged or caused which. */
import { expect, test } from 'vitest'
import { analyse, type Event } from '../src/index.ts'

const events = (text: string): readonly Event[] => analyse({ id: 'r', title: null, published: '2024-03-15', text }).events

test.each([
  ['Iran fired missiles at Erbil on Monday in retaliation for an attack in Kerman.', 'retaliation', 'in retaliation for'],
  ['Turkey closed the border on Monday in response to an attack in Reyhanli on Saturday.', 'response', 'in response to'],
  ['India expelled two Pakistani diplomats on Monday in response to an attack on soldiers in Uri.', 'response', 'in response to'],
  ['Rockets hit a bakery in Sderot on Tuesday. A spokesman said it was a reply to the killing of three gunmen in Rafah on Sunday.', 'response', 'reply to'],
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
test.each([
  ['Supporters of the governor attacked a rally in Lome on Monday. Police fired tear gas to disperse the supporters.', 'response', 'disperse the supporters'],
  ['A drone strike killed three people in Spinwam on Sunday. Tribesmen blocked the road in protest.', 'response', 'in protest'],
  ['Gunmen killed two students in Quetta on Monday. Shopkeepers called a strike on Friday against the killings.', 'response', 'against the killings'],
  ['Gunmen raided a market in Dori on Monday, killing nine traders. Troops were deployed in Sebba on Tuesday in search of the attackers.', 'response', 'in search of the attackers'],
  ['A bomb killed two priests in Jolo on Sunday. The army sent 300 soldiers to Patikul on Monday to hunt down those behind it.', 'response', 'to hunt down those behind it'],
])('a crowd that acted, a protest at what was told, those who are sought: “%s”', (text, kind, words) => {
  const all = events(text), link = all.flatMap(e => e.becauseOf.map(b => [e.id, b.event, b.kind, b.evidence.exact]))
  expect(link).toEqual([[all.at(-1)!.id, all[0]!.id, kind, words]])
})
test.each([
  ['Militants fired rockets at Kassala on Monday. Police replied with plastic bullets.', 'bullets'],
  ['A missile struck a market in Marib on Tuesday. The coalition answered within hours. Its warplanes bombed a camp in Sirwah on Tuesday night.', 'bombed'],
  ['Gunmen killed nine herders at Jos on Monday. On Wednesday, in reply, soldiers burned a village near Bokkos.', 'burned'],
  ['Gunmen killed nine herders at Jos on Monday. By way of reprisal, herders burned a village near Bokkos on Wednesday.', 'burned'],
  ['Gunmen killed a teacher in Sukma on Monday. Four men were arrested in this case on Thursday.', 'arrested'],
])('an answer that names no object: “%s”', (text, words) => {
  const all = events(text), links = all.flatMap(e => e.becauseOf.map(b => [e.mentions.some(m => m.exact.includes(words)), b.event]))
  expect(links).toEqual([[true, all[0]!.id]])
})
test('what is answered, named by its place alone', () => {
  const all = events('A missile hit a dormitory in Lozova on Tuesday. Rebels burned a bus near Sumy on Friday. Drones bombed a depot near Rostov on Sunday in an answer for Lozova.')
  expect(all.flatMap(e => e.becauseOf.map(b => [e.mentions[0]!.exact, all.find(o => o.id === b.event)!.mentions[0]!.exact]))).toEqual([['bombed', 'hit']])
})
test.each([
  // What the words behind the cue name: an act by its day, by its place, by its kind, or "this".
  ['Shells hit a school in Gao on Monday. Gunmen robbed a bank in Mopti on Tuesday. Jets bombed a camp near Kidal on Thursday in response to the events of Monday.', 'bombed', 'hit'],
  ['A drone struck a clinic in Tyre on Monday. Settlers burned a barn near Nablus on Tuesday. Rebels fired rockets at Haifa on Friday in reply to the crime in Tyre.', 'fired', 'struck'],
  ['Police detained a union leader in Lagos on Monday. Gunmen shot two traders in Kano on Tuesday. Dockers began a strike in Lagos on Friday in protest at the arrest.', 'strike', 'detained'],
  ['Rebels burned a bus near Wau on Monday. Irked by this, the army shelled Aweil on Wednesday.', 'shelled', 'burned'],
  // The phrase may open the sentence, or stand between two acts.
  ['Gunmen killed nine herders at Jos on Monday. In reprisal for the killings, herders burned a village near Bokkos on Wednesday.', 'burned', 'killed'],
  ['Rebels ambushed a minibus near Van on Sunday, and artillery pounded Qandil on Monday in response.', 'pounded', 'ambushed'],
  ['Gunmen shot a councillor in Cali on Monday. In protest, drivers blocked a road in Buga on Tuesday.', 'blocked', 'shot'],
  ['A mob torched a courthouse in Hinche on Monday. Police fired tear gas to disperse them.', 'fired', 'torched'],
  // A measure at an incident told before.
  ['Gunmen killed two pupils in Sukma on Monday. Following the incident, the authorities imposed a curfew in Dantewada on Tuesday.', 'curfew', 'killed'],
  ['Gunmen ambushed a truck near Kutum on Monday. The charity suspended deliveries in Kutum on Tuesday because of the attack.', 'suspended', 'ambushed'],
])('what is answered, by the words that name it: “%s”', (text, answer, cause) => {
  const all = events(text), has = (e: (typeof all)[number], word: string): boolean => e.mentions.some(m => m.exact.includes(word))
  expect(all.flatMap(e => e.becauseOf.map(b => [has(e, answer), has(all.find(o => o.id === b.event)!, cause)]))).toEqual([[true, true]])
})
test.each([
  ['Rebels burned a bus near Wau on Monday. The army shelled Aweil on Wednesday. The minister said that they would answer for it.'],
  ['Rebels burned a bus near Wau on Monday. A teacher who feared reprisals counted 15 bodies on the road.'],
  ['Gunmen killed two pupils in Sukma on Monday. A curfew was declared in Dantewada on Tuesday for the whole district.'],
  ['A bomb killed two priests in Jolo on Sunday. Fishermen blocked a road in Patikul on Monday in search of buyers.'],
  ['Gunmen robbed a bank in Dori on Monday. The army deployed 300 soldiers to Sebba on Tuesday to look for water.'],
])('nothing is answered: “%s”', text => { expect(events(text).flatMap(e => e.becauseOf)).toEqual([]) })
test('the answer behind “with”, what it answers before it', () => {
  const all = events('Rebels ambushed a convoy near Mocimboa on Monday. The army answered the ambush by sending troops to Macomia on Tuesday.')
  expect(all.flatMap(e => e.becauseOf.map(b => [e.mentions.some(m => m.exact.includes('sending')), b.event]))).toEqual([[true, all[0]!.id]])
})
test('what is avenged has happened', () => {
  const text = 'The group said on Friday that it was behind the attack in Herat, and called it revenge for the murder of six of its men in Kabul last Tuesday.'
  const killing = events(text).find(e => e.mentions.some(m => m.exact === 'murder'))
  expect(killing?.status).toBe('occurred')
})
test('a measure for what stands behind another clause answers nothing', () => {
  const all = events('Buses with fighters were held up for a second day in Homs on Wednesday after gunmen opened fire on the convoy.')
  expect(all.flatMap(e => e.becauseOf)).toEqual([])
})
test('an official measure “following” an act answers it', () => {
  const all = events('The government suspended peace talks in Bogota on Friday following an attack on a base in Arauca on Tuesday.')
  expect(all.flatMap(e => e.becauseOf.map(b => b.kind))).toEqual(['response'])
})
test('“after” does not, for a measure of the authorities', () => {
  const all = events('A curfew was imposed in Zaria on Tuesday after the killing of two students.')
  expect(all.map(e => e.type)).toContain('COERCE')
  expect(all.flatMap(e => e.becauseOf)).toEqual([])
})
test('a measure that follows an act answers it', () => {
  const all = events('Bogota suspended negotiations with the rebels on Tuesday following an attack on a barracks in Arauca.'), measure = all.find(e => e.type === 'SANCTION'), act = all.find(e => e.type === 'ASSAULT')
  expect(measure?.becauseOf.map(b => [b.event, b.kind])).toEqual([[act?.id, 'response']])
})
test('revenge for what an “after” tells', () => {
  const all = events('Militants shot dead two soldiers in Jenin on Sunday. Troops shelled Nablus on Monday in revenge after a patrol was ambushed near Hebron.')
  expect(all.flatMap(e => e.becauseOf).map(b => all.find(e => e.id === b.event)?.mentions.map(m => m.exact))).toEqual([['ambushed']])
})
test('“after” alone makes no link', () => {
  const all = events('Rebels attacked Juba on Monday. Troops bombed Malakal on Tuesday after the attack.')
  expect(all.map(e => e.becauseOf)).toEqual([[], []])
})
test.each([
  ['Herders burned three villages near Barkin Ladi on Sunday. Residents said the raid was payment for two cattle thieves whom vigilantes hanged in Jos on Thursday.', 'burned', 'hanged'],
  ['A gunman killed two brothers at Huwara on Monday. Soldiers searched a mosque in Jenin on Tuesday. Settlers burned a house at Sebastia on Wednesday to avenge the brothers.', 'burned', 'killed'],
  ['Soldiers shot a teenager in Sinja on Thursday. Villagers blocked the road at Manma on Saturday, angry at the shooting.', 'blocked', 'shot'],
  ['Gunmen abducted 20 schoolgirls near Maga on Monday. Soldiers pursuing the kidnappers killed three of them near Zuru on Wednesday.', 'killed', 'abducted'],
])('payment, anger, those whom an act struck and who is pursued: “%s”', (text, answer, cause) => {
  const all = events(text), told = (id: string): string => all.find(e => e.id === id)!.mentions.map(m => m.exact).join(' ')
  expect(all.flatMap(e => e.becauseOf.map(b => [told(e.id).includes(answer), told(b.event).includes(cause)]))).toEqual([[true, true]])
})
test.each([
  ['Gunmen seized three nurses at Dori on Monday. On Friday the army released two rebels in return for the nurses.'],
  ['Rebels abducted three nurses at Dori on Monday. On Friday the army released two fighters in return.'],
])('an exchange avenges nobody: “%s”', text => { expect(events(text).flatMap(e => e.becauseOf)).toEqual([]) })
