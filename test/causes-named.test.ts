/** What an answer answers and who answered, where the words name no act of their own. */
import { expect, test } from 'vitest'
import { analyse, type Event } from '../src/index.ts'

const links = (text: string): readonly (readonly [string, string])[] => {
  const events = analyse({ id: 'r', title: null, published: '2024-05-14', text }).events, told = (e: Event): string => e.mentions.map(m => m.exact).join(' | ')
  return events.flatMap(e => e.becauseOf.map(b => [told(e), told(events.find(x => x.id === b.event)!)] as const))
}
const single = (text: string, answer: string, cause: string): void => {
  const all = links(text)
  expect(all).toHaveLength(1)
  expect(all[0]![0]).toContain(answer)
  expect(all[0]![1]).toContain(cause)
}

test.each([
  ['Shells hit a grain barge near Selim on Monday. Bandits robbed a bank in Harlo on Tuesday. The navy bombed a jetty near Osk on Thursday in reply to the attack on the barge.', 'bombed', 'hit'],
  ['Gunmen killed nine farmers in Gwaska on Monday. Farmers burned a herders’ camp on Tuesday to avenge the dead.', 'burned', 'killed'],
  ['Ukraine said its drones hit a refinery in Saratov on Monday as retribution for the missile strike on Kharkiv on Friday.', 'hit', 'missile strike'],
  ['A drone killed two medics, Olha Reva and Ihor Bondar, in Selidove on Monday. Our gunners hit a barracks at Hola on Wednesday. “This is for Reva and Bondar,” a major wrote.', 'hit', 'killed'],
  ['Rebels ambushed an army truck near Bokin on Monday. The army shelled three villages on Tuesday as punishment for the ambush.', 'shelled', 'ambushed'],
])('the act is named by a thing, a person, a place that both speak of: “%s”', (text, answer, cause) => { single(text, answer, cause) })

test.each([
  ['Militants attacked a convoy near Gorma on Monday. The aid agency suspended its work in the district on Wednesday, citing the attack.', 'suspended', 'attacked'],
  ['Militants killed a mayor in Tolbi on Monday. Six councillors resigned on Friday because of the murder.', 'resigned', 'killed'],
  ['The guerrillas blew up a bridge at Rionegro on Friday because the army had bombed their camp on Tuesday.', 'blew up', 'bombed'],
  ['Rioters looted shops in Harlo on Saturday night. The governor imposed a curfew on Sunday to prevent further violence.', 'curfew', 'looted'],
  ['Tribesmen blew up a pipeline near Marib on Friday to protest the arrest of a sheikh on Tuesday.', 'blew up', 'arrest'],
  ['Gunmen kidnapped 20 pupils in Zuru on Friday. Parents blocked the highway on Monday to demand the return of the pupils.', 'blocked', 'kidnapped'],
  ['Gunmen killed four Sufis at a shrine in Sehla on Thursday. Markets stayed shut in Sehla on Friday in mourning for the victims.', 'stayed shut', 'killed'],
  ['The shelling of a hospital in Mirna on Tuesday drew retaliatory air strikes on rebel camps near Olsk.', 'air strikes', 'shelling'],
  ['Villagers marched in Wamena on Monday against the deployment of 300 soldiers to Oksib.', 'marched', 'deployment'],
  ['A patrol killed a herder at Doro on Monday, a spokesman said, setting off a general strike in Maru.', 'strike', 'killed'],
])('reasons, demands, what a curfew is to prevent: “%s”', (text, answer, cause) => { single(text, answer, cause) })

test.each([
  ['A court in Minsa on Tuesday jailed a man who stabbed two policemen last year.', 'jailed', 'stabbed'],
  ['Soldiers shelled a gang near Doro on Tuesday. Police in Kelo on Monday detained nine teachers who had marched in Maru.', 'detained', 'marched'],
  ['Police arrested a driver in Kelo on Monday. He is suspected of a bomb attack on a mosque in Maru in March.', 'arrested', 'attack'],
])('what is told of those whom a measure strikes: “%s”', (text, answer, cause) => { single(text, answer, cause) })

test.each([
  // Who is attacked is only described.
  ['Youths in Kelo on Monday beat a farmer who had marched in Maru in March.'],
  // A law is no act told before, and people are no act that one protests against.
  ['Soldiers shot nine people in Kelo on Monday. The council met on Tuesday in response to a law that lets the police search homes.'],
  ['Police detained nine people in Kelo on Monday. Students marched in Maru on Tuesday against the minister of finance.'],
  ['Police detained nine people in Kelo on Monday. Students marched in Maru on Tuesday to demand that the school be moved.'],
  ['A court jailed a teacher in Kelo on Monday for cursing a clerk during a rally.'],
])('nothing is answered: “%s”', text => { expect(links(text)).toEqual([]) })
