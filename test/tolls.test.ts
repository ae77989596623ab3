/** Tolls as single sentences tell them, before they are given to an event. */
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
  // Fatal wounds kill.
  ['Two herders were fatally wounded near Diffa on Monday.', 'k2..2'],
  ['Soldiers mortally wounded a trader at a checkpoint near Diffa.', 'k1..1'],
  ['Two herders were badly wounded near Diffa on Monday.', 'i2..2'],
  // A part of a whole is the part.
  ['Rebels killed 11 of 26 captives near Diffa on Monday.', 'k11..11'],
  ['Eleven of the 26 captives were killed near Diffa on Monday.', 'k11..11'],
  ['One of the two guards was wounded near Diffa on Monday.', 'i1..1'],
  ['A column of 26 guards was wiped out near Diffa; all 26 died.', 'k26..26'],
  ['The army said it had shot down 47 of 60 drones near Diffa.', ''],
  // One who is named or told by an office, with those who belong to him.
  ['A mortar bomb killed the baker Idris Sall and his wife in Diffa.', 'k2..2'],
  ['Gunmen killed the mayor of the town and his driver in Diffa.', 'k2..2'],
  ['Teacher Awa Diop and two of her pupils were killed in Diffa on Monday.', 'k3..3'],
  ['Rockets hit a house in Diffa, killing a boy named Salif and three of his sisters.', 'k4..4'],
  ['A girl was killed near Mount Amba and her two brothers were wounded.', 'i2..2 k1..1'],
  ['The governor and his aides said nine people were killed in Diffa.', 'k9..9'],
  // One more of those counted before.
  ['Two soldiers were killed and a third was wounded near Gao on Monday.', 'i1..1 k2..2'],
  ['Gunmen killed four traders and critically wounded a fifth.', 'i1..1 k4..4'],
  // Parts of those counted are nobody else.
  ['Eleven villagers were killed, among them five children and two women, and fourteen were wounded.', 'i14..14 k11..11'],
  ['By Friday nine people had died, two nurses among them, and 31 had been injured.', 'i31..31 k9..9'],
  ['It was a quarrel of herders around a well, of whom five lost their lives.', 'k5..5'],
  ['The mayor said 15 displaced persons, of whom seven children, perished.', 'k15..15'],
  ['Twelve traders, of whom five are women, were wounded near Diffa.', 'i12..12'],
  ['Twelve traders among them five women were killed near Diffa.', 'k12..12'],
  ['Two herders were killed and nine, including a four-year-old girl, were injured near Diffa.', 'i9..9 k2..2'],
  // What follows a number after a mere comma is nobody else; who is told with "along with" is.
  ['The raiders killed 19 soldiers, a figure that the ministry called absurd.', 'k19..19'],
  ['It was the singer Musa Bello, who was killed along with 12 others near Diffa.', 'k13..13'],
  // A figure before the toll that it is of.
  ['A third attack brought to nine the number of people killed near Diffa.', 'k9..9'],
  ['The mayor put at 40 the death toll of the raid on Diffa.', 'k40..40'],
  ['The number of dead when riders of 400 families came to Diffa is not known.', ''],
  // Nobody, whatever the sentence goes on to say.
  ['He told of a raid in which no one had been killed; a trader denied it.', 'k0..0'],
  // Who loses a limb, or whose bone another breaks.
  ['Warders broke the prisoner\u2019s jaw in the yard.', 'i1..1'],
  ['The clerk Musa Bello lost an arm when his car blew up near Diffa.', 'i1..1'],
  ['A guard took a bullet in the shoulder near Diffa.', 'i1..1'],
  ['Hospitals counted more than 40 cases of suffocation after the raid.', 'i40..'],
  ['Up to 30 fighters and two trucks were destroyed near Diffa.', 'k..30'],
  // Set phrases, and those they count wherever they stand.
  ['RESULT: Two (2) soldiers KIA, five (5) WIA.', 'i5..5 k2..2'],
  ['Another 27 are under treatment in Kassala.', 'i27..27'],
  ['Nineteen others remain confined at the hospital.', 'i19..19'],
  ['Nine terrorists were rendered ineffective in the operation near Hakkari.', 'k9..9'],
  ['A Filipino engineer missing since Monday has been found dead.', 'k1..1'],
  ['The enemy left 34 corpses on the ground.', 'k34..34'],
  ['The priest said he had helped bury 26 bodies.', 'k26..26'],
  // People fall and are destroyed; so are other things.
  ['In February nine soldiers fell in the attack on their post at Kidal.', 'k9..9'],
  ['Two shells fell on the market of Kassala.', ''],
  ['Prices fell and nine people fell ill in Kassala.', ''],
  ['About 90 militants were destroyed near Kharkiv.', 'k90..90'],
  ['Nine tanks were destroyed near Kharkiv.', ''],
  // What follows "resulted in", and those counted behind the verb.
  ['The engagement resulted in 14 insurgents killed and one wounded.', 'i1..1 k14..14'],
  ['An air strike was conducted on the building, resulting in two insurgents, including Badam, being killed.', 'k2..2'],
  ['Also killed in the strike were more than a dozen armed insurgents, including several leaders.', 'k12..'],
  ['As a result, five insurgents were killed.', 'k5..5'],
  ['The rebels executed numerous small-arms and mortar attacks.', ''],
  ['Two nurses died; four of the injured were flown out.', 'i4..4 k2..2'],
  // Hit, but not killed.
  ['A policeman was hit in the thigh by a shot from a roof.', 'i1..1'],
  ['Karimov was shot in the leg by police on Monday.', 'i1..1'],
  ['A shell hit the market in the centre of Gao.', ''],
  // Shot dead.
  ['Soldiers shot dead a 22-year-old man at a checkpoint near Nablus.', 'k1..1'],
  ['Two men on a motorcycle gunned down a farmer near his home.', 'k1..1'],
  // Nobody.
  ['A shot was fired at his car on Saturday night; he was unhurt.', 'i0..0 k0..0'],
  ['The minister escaped unharmed when a bomb went off beside his car.', 'i0..0 k0..0'],
  ['The building was unscathed.', ''],
  ['The army said it had suffered no losses.', 'i0..0 k0..0'],
  // A rival figure without a noun is of the kind told last.
  ['Militants said 35 volunteers died in the town on Saturday. The government has spoken of nine.', 'k35..35 k9..9'],
  ['A priest said 14 people were killed. A police spokesman confirmed the figure of 11.', 'k11..11 k14..14'],
  ['The rebels confirmed the attack but spoke of seven dead.', 'k7..7'],
  ['The rebels speak of 112 civilians killed.', 'k112..112'],
  ['Gunmen killed three traders. The minister spoke of two countries.', 'k3..3'],
  // The attackers among the dead make a toll of their own; what is destroyed with them is nobody.
  ['Nine people died in the raid on Diffa, including four of the raiders.', 'k4..4 k5..5'],
  ['By nightfall seven were dead in Diffa, five of them gunmen.', 'k2..2 k5..5'],
  ['By nightfall seven were dead in Diffa, five of them traders.', 'k7..7'],
  ['A strike near Diffa eliminated 120 fighters and nine pieces of equipment.', 'k120..120'],
  // So many are dead by now.
  ['A third soldier has died of his wounds, the ministry said on Monday.', 'k3..3'],
  ['Four guards died in the blast; a fifth, a sergeant, died in hospital on Friday.', 'k4..4 k5..5'],
  ['A third attack was reported near Diffa; nobody died.', 'k0..0'],
  // Where the report says that its word means killed or captured, the dead are so many at most.
  ['Jets neutralized nine fighters near Duhok. The ministry uses the term to mean that they were killed, wounded or captured.', 'k9..9'],
  ['Jets neutralized nine fighters near Duhok. By the term neutralized the ministry means that they were killed or captured.', 'k..9'],
  // Figures of deaths brought up to date, and the "of" of other harm.
  ['The number of deaths, initially put at 14, was revised to 19 on Monday.', 'k19..19'],
  ['A nurse put the number of injured at 21.', 'i21..21'],
  ['Three children were killed in Diffa. "One of them was mine," said one.', 'k3..3'],
  // A couple are two, and a number alone behind a comma is of those before it.
  ['A drone hit a car near Diffa, wounding an elderly couple.', 'i2..2'],
  ['The clinic treated nine people, one for a lost eye.', 'i9..9'],
  ['The imam said that he had buried 17 people.', 'k17..17'],
  ['The flood buried 17 houses near Diffa.', ''],
  // Nobody was harmed, of one kind or of both.
  ['No one was harmed in the fire at Diffa.', 'i0..0 k0..0'],
  ['A lorry was blown up near Diffa, without loss of life.', 'k0..0'],
  ['There were no losses among our forces.', 'k0..0'],
  ['The command said it had no indication of civilian harm.', 'i0..0 k0..0'],
  ['Both missiles fell into the sea and the crew was safe.', 'i0..0 k0..0'],
  ['The road to Diffa is safe.', ''],
  ['A sign hung on the gate of Diffa.', ''],
  // What one was before it was done to him is no toll.
  ['The rebels took a nurse to tend a wounded commander.', ''],
  ['Gunmen shot dead the clerk of the court and his wife near Diffa.', 'k2..2'],
  ['One of ours, Mujahid Esmat, was martyred.', 'k1..1'],
  // "Dead and wounded" tells neither.
  ['The enemy had up to 20 dead and wounded near Diffa.', ''],
])('“%s” tells %s', (text, wanted) => { expect(tolls(text)).toBe(wanted) })
