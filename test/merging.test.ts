/** Which accounts tell of one act and which of several. */
import { expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const MATERIAL = new Set(['AID', 'ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'RETREAT', 'SANCTION'])

/** The words of each event. */
const mentions = (text: string): readonly string[] => analyse({ id: 'r', published: '2026-03-10', text }).events.filter(e => MATERIAL.has(e.type)).map(e => e.mentions.map(m => m.exact).join(' | '))

test.each([
  ['On Tuesday, traders marched through Kumba and blocked the bridge with logs.', ['marched through | blocked the bridge']],
  ['On Monday, students marched in Kumba, and on Thursday drivers blocked the bridge at Bafut.', ['marched', 'blocked the bridge']],
  ['On Tuesday, traders marched through Kumba. On Friday, drivers blocked the bridge at Bafut.', ['marched through', 'blocked the bridge']],
])('what a crowd goes on to do is its protest: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['The army shelled Tamra in revenge for the killing of three officers whom rebels had shot on Sunday.', ['shelled', 'killing | shot']],
  ['The army shelled Tamra in revenge for the killing of three officers on Sunday.', ['shelled', 'killing']],
  ['Herders killed six farmers in Gwaska on Monday in return for the killing of a herder in Mangu on Saturday.', ['killed', 'killing']],
  ['The raid on Kelo, in which nine died, was payment for the killing of a trader in Lopei on Friday.', ['raid | died', 'killing']],
  ['Angered by the killing of a rider by police in Jinja, residents set fire to a police post in Mukono on Sunday.', ['killing', 'set fire']],
  ['The shelling of a hospital in Mirna on Tuesday drew retaliatory air strikes on rebel camps near Olsk.', ['shelling', 'air strikes']],
  ['The shelling of Mirna on Tuesday killed nine people who had returned for a wedding.', ['shelling | killed']],
])('what tells of the act answered does not answer it: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Hours before, unknown men had fired a rocket at the depot in Dabra, which exploded near the gate.', ['fired | exploded']],
  ['It came six months after the attack on Dabra, when raiders killed 40 people there.', ['attack | killed']],
  ['Two days after the raid on Dabra soldiers shot four men in Kelo.', ['raid', 'shot']],
])('a stretch of time parts only what stands on its two sides: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['The air force carried out 34 strikes on Tamra on Monday, the ministry said. Air strikes on Tamra killed nine people on Monday, doctors said.', ['strikes | Air strikes | killed']],
  ['The air force carried out 34 strikes on Tamra on Monday, the ministry said. A strike on Tamra killed nine people on Monday, doctors said.', ['strikes', 'strike | killed']],
])('many that nobody counts may be those that somebody counted: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Bandits shot dead two nurses near Dabra on Saturday. On Tuesday a union in Tamra denounced the killing of the nurses.', ['shot dead | killing']],
  ['Bandits shot dead two nurses near Dabra on Saturday. On Tuesday a union in Tamra denounced last year\u2019s killing of its chairman.', ['shot dead', 'killing']],
  ['Bandits shot dead two nurses in Dabra on Saturday. The governor denounced the raid on Kelo in January.', ['shot dead', 'raid']],
])('the day and the place of what is said about an act are none of its own: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Rebels ambushed a bus near Dabra, killing three people, and army helicopters bombed their camps near Kelo in response.', ['ambushed | killing', 'bombed']],
  ['Rebels ambushed a bus near Dabra on Monday in response to the bombing of their camps near Kelo.', ['ambushed', 'bombing']],
])('who answers “in response” answers what the clause before tells: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Militiamen fired mortar rounds at Gao on Monday, killing six people. Two of the rounds hit a school. French and Malian troops answered with artillery fire on hamlets near Bourem.', ['fired | killing | hit', 'artillery fire']],
  ['Militiamen fired mortar rounds at Gao on Monday. The army responded with air strikes on Bourem. The air strikes killed two herders.', ['fired', 'air strikes | air strikes | killed']],
])('what others answer with is an act of its own: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Turkish strikes killed nine people in Afrin on Tuesday after rockets were fired at Kilis.', ['strikes | killed', 'fired']],
  ['Police shot dead two men in Kumba on Friday after a bank was attacked.', ['shot dead', 'attacked']],
  ['Nine people were killed in Kumba on Tuesday after gunmen opened fire at a market.', ['killed | opened fire']],
  ['Gunmen killed nine people in Kumba on Tuesday after storming a market.', ['killed | storming']],
  ['The army killed nine people in Kumba on Tuesday after troops opened fire at a crowd.', ['killed | opened fire']],
])('what was done after an act of others is another: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Militiamen killed fourteen traders in Kelo on Tuesday. At nightfall youths set fire to nine huts in Dabra to avenge the dead of Kelo.', ['killed', 'set fire to']],
  ['Militiamen killed fourteen traders in Kelo on Tuesday. A group said it shot the traders in revenge for an attack in Dabra.', ['killed | shot', 'attack']],
])('an answer that names the place of an act is another act: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test('what had been done before was not done by who acts after it', () => {
  const doers = (text: string): readonly (readonly string[])[] => analyse({ id: 'r', published: '2026-03-10', text }).events.map(e => e.actors.map(a => a.name))
  expect(doers('Turkish strikes killed nine people in Afrin on Tuesday after rockets were fired at Kilis.')).toEqual([['Turkey'], []])
  expect(doers('Turkish strikes killed nine people in Afrin on Tuesday after rockets were fired at Kilis by militiamen.')).toEqual([['Turkey'], ['militiamen']])
})

test.each([
  ['Guards shot a man who tried to stab an officer at a crossing near Tamra on Sunday.', ['shot', 'stab']],
  ['Raiders burned a clinic in Tamra on Monday as police attacked their camp in the next valley.', ['burned', 'attacked']],
  ['Herders kill nine in Tamra, gunmen abduct four in Kelo.', ['kill', 'abduct']],
  ['Troops killed nine people in Tamra on Monday when soldiers opened fire on a crowd.', ['killed | opened fire']],
  ['Raiders burned a clinic in Tamra on Monday and killed a nurse.', ['burned | killed']],
])('two verbs that each have their own doers are two acts: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Militants ambushed a patrol near Tamra on Monday, killing four soldiers. Jets then bombed militant hideouts in the hills above the town.', ['ambushed | killing', 'bombed']],
  ['Villagers lynched two men in Kelo. Police opened fire on the crowd, killing a boy.', ['lynched', 'opened fire | killing']],
  ['Herders killed seven villagers in Dabra. Youths from the village killed three herders in revenge.', ['killed', 'killed']],
  ['Gunmen attacked a checkpoint in Dabra. Police returned fire, killing one attacker.', ['attacked | returned fire | killing']],
  ['Gunmen attacked a checkpoint in Dabra, killing a guard. The attackers opened fire from two cars.', ['attacked | killing | opened fire']],
])('what the other side does in the next sentence is an act of its own: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Forces killed three militants in a gunfight in Pulwama. An IED blast hours later in Shopian wounded two soldiers.', ['killed | gunfight', 'blast | wounded']],
  ['A bomb killed three people in Mosul. Three days later he died of his wounds, a relative of a fourth man said.', ['killed | died']],
  ['A rocket hit a school in Donetsk. Officials said a missile hit a hospital in Kramatorsk.', ['hit', 'hit']],
  ['A rocket hit a school in Donetsk. Officials said the missile hit a classroom.', ['hit | hit']],
])('what came hours later, or elsewhere in a brief, is another act: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Gunmen attacked a post near Kelo on Tuesday, killing four soldiers. Since January attacks in the north have killed 90 people.', ['attacked | killing', 'attacks | killed']],
  ['Gunmen attacked a post near Kelo on Tuesday, killing four soldiers. The attack has killed six people so far, doctors said.', ['attacked | killing | attack | killed']],
])('a sum of many acts is not the toll of one of them: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['A senator was shot dead near Kelo. In 2022 another senator was killed by a bomb in Dabra.', ['shot dead', 'killed']],
  ['The group shot a senator in Kelo. In March 2021 it killed a judge there.', ['shot', 'killed']],
  ['Police arrested a man over the 2008 killing of a deputy. In Dabra, soldiers clashed with gunmen and an officer was killed.', ['arrested', 'killing', 'clashed | killed']],
])('what happened long ago is no part of what the report is about: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Hundreds mourned the killing of the chairman on Tuesday. A shepherd was killed by gunmen in Bafut, officials said.', ['killing', 'killed']],
  ['Hundreds mourned the killing of the chairman on Tuesday. He was killed by gunmen, officials said.', ['killing | killed']],
])('who is brought in anew is another victim: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Students blocked a highway near Kumba on Tuesday. The protest was called after a fee was raised.', ['blocked a highway | protest']],
  ['Students blocked a highway near Kumba on Tuesday. A protest was held in Bafut as well.', ['blocked a highway', 'protest | held']],
])('“the protest” names whatever a crowd did: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Teachers in Kumba went on strike on Monday. The union suspended the strike on Friday.', ['went on strike | strike']],
  ['Teachers in Kumba went on strike on Monday. Jets bombed the port of Bafut at noon; the strike destroyed two cranes.', ['went on strike', 'bombed | strike | destroyed']],
])('a bare strike is of workers where only theirs are told: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['Police killed two men in Kelo on Tuesday. A wanted man was caught in a raid on a farm outside Dabra.', ['killed', 'caught']],
  ['Two men were killed in a raid on a farm outside Dabra.', ['killed | raid']],
])('what suspects are caught in is no attack: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })

test.each([
  ['A youth was killed by army fire in Kumba. In Bafut, troops demolished the house of a man accused of a stabbing.', ['killed', 'demolished', 'stabbing']],
  ['The attack on the patrol comes three weeks after militants shot dead 26 tourists in Bafut.', ['attack', 'shot dead']],
  ['The group freed nine villagers near Kelo on Friday, on the first day of a four-day truce with the army.', ['freed', 'truce']],
  ['Russia launched 80 drones overnight, of which 62 were shot down. A guard was hurt in Kumba.', ['launched | hurt']],
])('each act is told by its own words: “%s”', (text, wanted) => { expect(mentions(text)).toEqual(wanted) })
