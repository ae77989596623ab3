/** Which event of a report has which losses. */
import { expect, test } from 'vitest'
import { explainReport } from '../src/core/analysis/analyse.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()

/** "k2..2 i1.." per event of force, "-" where it has no losses. */
const losses = (text: string): string => explainReport({ id: 'x', text, published: '2024-05-07' }, knowledge).analysis.events.filter(e => e.type === 'ASSAULT')
  .map(e => [['k', e.killed] as const, ['i', e.injured] as const].flatMap(([kind, q]) => (q === null ? [] : [`${kind}${q.min ?? ''}..${q.max ?? ''}`])).join(' ') || '-').join(' | ')

test.each([
  // Losses behind a comma or "and" are those of the act before them, in one event.
  ['Rebels fired mortars at Sarmin, a town that the army holds some kilometres to the north, killing four people on Monday.', 'k4..4'],
  ['Traders said that a gunship opened fire on the old market of Gao on Sunday morning, and that two porters were killed.', 'k2..2'],
  ['Gunmen attacked Dori on Monday. Three traders were killed by soldiers in Diffa on Sunday.', '- | k3..3'],
  // Losses told after an act's name are that act's, whatever clause they stand in, unless they have a doer, a day or a place of their own.
  ['The blast at a depot in Gao on Sunday, hours before dawn, that police said had injured nine guards drew anger.', 'i9..9'],
  ['The envoy spoke of the bombing of a clinic in Gao, and gunmen killed two nurses in Mopti.', '- | k2..2'],
  ['Hours after the bombing in Kano two soldiers were shot dead in Kaduna.', '- | k2..2'],
  // A figure of at least so many stays open.
  ['Shells hit a market in Goma on Monday, killing at least 14 people, a doctor said. The mayor put the toll at 16.', 'k14..'],
  ['Shells hit a market in Goma on Monday, killing 14 people, a doctor said. The mayor put the toll at 16.', 'k14..16'],
  // A figure without a noun is of the kind told last, and a rival of it.
  ['Shells hit a market in Goma on Monday, killing 14 people. The clan, which buried them, counts 17.', 'k14..17'],
  ['Gunmen shot dead five growers in Taiz on Monday, police said. A priest who saw them says seven.', 'k5..7'],
  ['A bomb killed six policemen in Bannu on Monday. The militants put the number at 14.', 'k6..14'],
  ['Shells hit a market in Goma on Monday, killing 14 people. It was the worst day in years, said one.', 'k14..14'],
  // The number before a noun is its own; whose the dead are whom others murdered.
  ['Gunmen raided Dori on Monday. A priest has listed the deaths of at least 38 villagers, 12 of them minors.', 'k38..'],
  ['The militia murdered two brothers in Herat on Monday.', 'k2..2'],
  ['Gunmen shot dead five growers in Taiz on Monday, police said. A priest, who washed them, says seven.', 'k5..7'],
  ['Gunmen shot dead five growers in Taiz on Monday. A priest, who washed them, says seven of them had no shoes.', 'k5..5'],
  // How many died of it goes before how many were shot, and as many hurt were only hurt.
  ['Soldiers shot six men outside a mosque in Bria on Monday. Four died, the imam said.', 'k4..4'],
  ['Soldiers shot six men outside a mosque in Bria on Monday.', 'k6..6'],
  ['Soldiers shot six men outside a mosque in Bria on Monday. A clinic treated six people for wounds.', 'i6..6'],
  ['Police shot a protester in Bria on Monday, a witness said.', '-'],
  // A rival figure may stand far behind the act whose dead are counted; one that nobody gives may not.
  ['Shells hit a market in Goma on Monday, killing nine people. The mayor went there at noon. It rained all day. Schools stayed shut. The bishop held a mass. A doctor said that 14 bodies had been brought to him.', 'k9..14'],
  ['Shells hit a market in Goma on Monday, killing nine people. The mayor went there at noon. It rained all day. Schools stayed shut. The bishop held a mass. In all 14 bodies were buried.', 'k9..9'],
  // Those who "were also killed" are on top, or another act's, and no rivals.
  ['Jets raided Gao on Monday, killing 12 herders. Four traders were also killed, a nurse said.', 'k12..12'],
  ['Jets raided Gao on Monday, killing 12 people. Five people were killed, a nurse said.', 'k5..12'],
  // Figures told afterwards are those of the act that kills, not of the burning or the taking away told last.
  ['Gunmen opened fire on a market in Dori on Monday. Hours later they torched a granary in Djibo. Residents counted nine bodies.', 'k9..9 | -'],
  // Who speaks behind the verb is no victim, and a war's sum is no act's.
  ['Three rebels were killed during a raid in Gao on Monday night, a clerk of the governor told the radio.', 'k3..3'],
  // What is counted first is a rival of a larger figure that somebody gives later, unless that brings it up to date.
  ['Two soldiers died in an ambush near Gao on Monday, the ministry said. The group claimed to have killed 19 troops.', 'k2..19'],
  ['Rebels overran a post at Dori on Friday, killing six soldiers. The rebels put the number of dead soldiers at 23.', 'k6..23'],
  ['A bomb went off in a market of Gao on Monday, killing six traders. The toll rose to 23 by night, a doctor said.', 'k23..23'],
  ['Gunmen attacked Dori on Sunday. Residents said 21 villagers were killed; the police confirmed only eight deaths.', 'k8..21'],
  ['Gunmen attacked Dori on Sunday. Residents said 21 villagers were killed; eight of them were children.', 'k21..21'],
  // Nobody is the least where somebody says so; the two camps of a fight add up.
  ['Shells hit Gao on Monday and four clerks died, the mayor said. The army reported no losses.', 'k0..4 i0..0'],
  ['A clash broke out near Gao on Monday in which two rebels were killed and a constable died.', 'k3..3'],
  ['Soldiers fired in the air in Gao on Monday. No one was hit.', 'k0..0 i0..0'],
  // What raids "led to" is told by nouns that are no act of their own.
  ['The enemy yesterday targeted the port of Sirwa with raids, which led to the martyrdom of three dockers and the wounding of five.', 'k3..3 i5..5'],
  // Policemen are not hurt by what the police do.
  ['Police fired tear gas at marchers in Gao on Monday. Nine policemen were hurt by stones, the department said.', '-'],
  ['Police fired tear gas at marchers in Gao on Monday. Nine marchers were hurt, a doctor said.', 'i9..9'],
  ['Stones were thrown by a crowd in Gao on Monday, two constables were treated for burns, and plastic bullets were fired.', '-'],
  // Nobody thought the captives dead who were unhurt.
  ['Rebels abducted two nurses near Gao on Monday. They were tired but unhurt.', 'i0..0'],
  // Some of the injured, told by what became of them, do not say how many there were.
  ['Jets bombed a school near Gao on Monday, killing 17 people. Four of the injured died overnight. Another 27 are under treatment.', 'k17..17 i27..27'],
  // What is called false, or denied, may be nobody.
  ['Shells hit Gao on Monday. The radio of the enemy speaks of a massacre of 60 villagers. This is a fabrication; no villager was killed.', 'k0..60'],
  ['Drones struck a camp near Gao on Monday. The claim of the junta that they wiped out fifty fighters is a lie.', 'k0..50'],
  ['Jets struck launchers near Hodar on Monday. The rebels stated that the strikes killed two fishermen. The command said that it had no indication of civilian harm.', 'k0..2 i0..0'],
  // The dead of an attack that failed are those attacked; the attackers' own are counted apart, also in one clause with the others.
  ['Rebels tried to storm a camp near Gao on Monday. Soldiers killed over 30 militants. Three soldiers died. The rebels alleged that they had killed 49 soldiers.', 'k3..49'],
  ['Government troops captured the villages of Gao and Djibo on Monday after a fight in which 22 militants and two soldiers were killed.', 'k22..22'],
  // A count brought up to date replaces the one before it; those hurt may be told far behind.
  ['A bomb went off at a post in Gao on Friday. Four guards died in the blast; a fifth, a sergeant, died in hospital on Sunday.', 'k5..5'],
  ['Shells hit a market in Goma on Monday, killing nine people. The mayor went there at noon. It rained all day. Schools stayed shut. The bishop held a mass. A doctor said that 46 people were being treated.', 'k9..9 i46..46'],
])('“%s” has %s', (text, wanted) => { expect(losses(text)).toBe(wanted) })
