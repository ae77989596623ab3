/** Tolls of those hurt by what they suffered, where they were hit and where they were taken, and of those who ended dead. */
import { expect, test } from 'vitest'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { readingOf } from '../src/core/events/reading.ts'
import { findTolls } from '../src/core/events/tolls.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()

/** "k2..2 i1.." for two killed and at least one injured; equal tolls once. */
const tolls = (text: string): string => {
  const found = findTolls(readingOf(layersOf({ id: 'x', text, published: '2024-05-07' }, knowledge).layers)).filter(t => t.kind !== 'detained')
  return [...new Set(found.map(t => `${t.kind[0]}${t.min ?? ''}..${t.max ?? ''}`))].sort().join(' ')
}

test.each([
  // Injuries that people suffer, and other things that are suffered.
  ['Three jawans sustained splinter injuries in the arms near Gao.', 'i3..3'],
  ['Two farmers perished and four received wounds in the shelling of Gao.', 'i4..4 k2..2'],
  ['A nurse suffered a broken arm when police charged the crowd.', 'i1..1'],
  ['The district suffered deep cuts in its water supply.', ''],
  ['A 16-year-old hawker took a stray bullet in the thigh.', 'i1..1'],
  ['Six people sought help at the Nalaikh hospital.', 'i6..6'],
  ['Nine traders did not suffer injuries.', ''],
  ['A trader of 51 who sustained gunshot wounds died in hospital.', 'k1..1'],
  // Whom it left with injuries, and what they were treated for.
  ['Guards beat the prisoners in Gao, leaving six of the men with broken ribs.', 'i6..6'],
  ['It left four towns with debts.', ''],
  ['A 60-year-old man was treated for a broken wrist after the march.', 'i1..1'],
  ['Nine children were treated for flu in Gao.', ''],
  // Hit in a part of the body, and hurt by what was done to them.
  ['A petrol bomb fell into the shop, burning a young baker on both arms.', 'i1..1'],
  ['Two policemen were slightly burned near Gao on Monday.', 'i2..2'],
  ['Two barns were burned near Gao on Monday.', ''],
  ['Two herders were burned alive near Gao on Monday.', 'k2..2'],
  // Taken to hospital, but not for a check, and no bodies.
  ['A driver rammed the march on Sunday, sending three women to the hospital.', 'i3..3'],
  ['A boy of 11 was taken to the Sainte-Anne hospital.', 'i1..1'],
  ['A guard was taken to hospital for a check.', ''],
  ['The bodies were taken to the hospital of Gao.', ''],
  ['Nine people continue to receive treatment in Gao.', 'i9..9'],
  // Who fell, or was pronounced, dead.
  ['At least two boys fell dead when soldiers opened fire in Gao.', 'k2..'],
  ['Four traders were pronounced dead at the scene.', 'k4..4'],
  ['A mine blew up the truck, costing six soldiers their lives.', 'k6..6'],
  ['The delay cost six firms their profits.', ''],
  ['Nine rebels drowned when their boat was hit off Gao.', 'k9..9'],
  ['The storm drowned three villages.', ''],
  // Losses are no people, nor are vehicles; who speaks behind the verb is none of those before it.
  ['Officials report 70 deaths, 51 wounded and the abduction of nine women.', 'i51..51 k70..70'],
  ['The enemy lost up to 120 troops killed, five trucks and one depot.', 'k..120'],
  ['No one aboard was hurt.', 'i0..0 k0..0'],
  ['No resident was killed in Gao.', 'k0..0'],
  // Nouns for the dead are not counted with those hurt.
  ['Hospitals counted 21 martyrs and 50 wounded.', 'i50..50 k21..21'],
  ['The raid caused the death of eight people and injuries to 20 others.', 'i20..20 k8..8'],
  ['The army put the Serb dead at no fewer than seven.', 'k7..'],
  ['Own side: 08 dead and 14 wounded, all evacuated by plane to Gao.', 'i14..14 k8..8'],
  // One who is named, or called the head of something; days stand between.
  ['Soldiers at the checkpoint shot dead Anas Haddad, 17, on Monday.', 'k1..1'],
  ['The junta murdered comrade Tadesse and two weavers.', 'k3..3'],
  ['They killed Sunday night.', ''],
  ['The head of the council was shot dead in his car.', 'k1..1'],
  ['The radio told of the murder on 3 May of the head of the council by bandits.', 'k1..1'],
  ['Three men were kidnapped from their homes and thrown out dead on the road.', 'k3..3'],
  ['Six pupils were dragged or thrown to their deaths.', 'k6..6'],
  ['Two were found with their throats cut.', 'k2..2'],
  ['Two were found with their luggage.', ''],
  ['Karim Haddad, who lost a leg in the blast, listened.', 'i1..1'],
  ['Karim Haddad, who lost a bet, listened.', ''],
  // One by an office and a name, whom a pronoun stands for, and who was with them.
  ['Sergeant Amadou Keita was killed in Gao.', 'k1..1'],
  ['Sergeant Amadou Keita was promoted in Gao.', ''],
  ['The dead man is Idris Bello, who was gunned down outside a bakery in Gao.', 'k1..1'],
  ['Captain Idris Bello died on Monday near Gao, along with five guards.', 'k6..6'],
  ['A mine left Inspector Ali Khan dead and a porter hurt.', 'i1..1 k1..1'],
  // Those whom one verb was done to are whom the next one kills.
  ['Raiders took three weavers from a bus near Gao and killed them.', 'k3..3'],
  ['Raiders robbed three shops near Gao and burned them.', ''],
  ['The crowd hacked two thieves to death in Gao.', 'k2..2'],
  ['The court condemned two thieves to death in Gao.', ''],
  ['A baker who would not pay was shot to death near Gao.', 'k1..1'],
  // The figure that is set against another, beasts, things, and what hangs.
  ['Seven, not four, porters had died in Gao.', 'k7..7'],
  ['A shell killed three calves in Gao.', ''],
  ['A shell killed three of his uncle’s goats in Gao.', ''],
  ['A shell killed three herders in Gao.', 'k3..3'],
  ['The rebels left behind their dead, four rifles and a radio.', ''],
  ['A banner hung on the gate of Gao.', ''],
  // Figures that are listed, named and put at so many.
  ['Clerks listed eight dead in Gao.', 'k8..8'],
  ['The page gave the names of 13 dead.', 'k13..13'],
  ['The ministry put its losses at five soldiers.', 'k5..5'],
  ['The ministry put its losses at five tanks.', ''],
  ['Fatalities in the blast of Gao climbed to 28.', 'k28..28'],
  ['The mine left a driver dead and four in critical condition.', 'i4..4 k1..1'],
  ['A trader had his throat cut in Gao.', 'k1..1'],
  ['More than 30 people were nursing injuries in Gao.', 'i30..'],
  // Nobody: without victims; but figures that are not given, and losses of one's own, say nothing.
  ['A mortar round fell in a yard of Gao, with no victims.', 'i0..0 k0..0'],
  ['The army gave no casualty figures.', ''],
  ['The group admitted no losses of its own.', ''],
  ['The engineer was freed unharmed on Monday.', ''],
  ['The engineer was unharmed.', 'i0..0 k0..0'],
  // Who is shot is dead, unless the sentence says where, how it ended, or that it was aimed at something.
  ['Police shot two traders in Gao on 3 May.', 'k2..2'],
  ['Fighters seized two brothers near Gao and shot them next day.', 'k2..2'],
  ['Nine traders were seized and shot near Gao.', 'k9..9'],
  ['Idris Bello was shot by two men as he left a mosque on Sunday.', 'k1..1'],
  ['Police shot two traders in the leg in Gao.', 'i2..2'],
  ['Police shot and wounded two traders in Gao.', 'i2..2'],
  ['Police shot at two traders in Gao.', ''],
  ['Police shot two traders, who are in hospital under guard.', ''],
  ['The crew shot 12 films in Gao.', ''],
  // Who has his throat cut, and who is wiped out, mowed down or finished off.
  ['Hooded men dragged a clerk from his house and slit his throat.', 'k1..1'],
  ['The clerk cut his salary.', ''],
  ['A porter was pulled from his cart and had his throat cut.', 'k1..1'],
  ['The column wiped out nine soldiers near Gao.', 'k9..9'],
  ['The column wiped out nine outposts near Gao.', ''],
  ['Four sentries fell there, by his count.', 'k4..4'],
  ['Four shells fell there, by his count.', ''],
  ['The mayor said that there were eleven dead.', 'k11..11'],
  ['The mayor said that there were eleven doors.', ''],
  // Whose dead they are may stand before their number, and whose bodies behind it.
  ['The governor put the dead of both clans at 21.', 'k21..21'],
  ['The governor put the dead of winter behind him.', ''],
  ['A medic said 14 bodies of recruits had been brought to the ward.', 'k14..14'],
  ['The count of the dead has since climbed to 41.', 'k41..41'],
  ['The count of the votes has since climbed to 41.', ''],
  ['The number of dead had gone up to 41, medics said.', 'k41..41'],
  ['A nurse was hacked to death on Monday in Gao together with the four patients.', 'k5..5'],
])('“%s” tells %s', (text, wanted) => { expect(tolls(text)).toBe(wanted) })
