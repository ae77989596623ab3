/** Claims: who charges whom, who condemns, and what is said by nobody. */
import { describe, expect, test } from 'vitest'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { claimOptions } from '../src/core/claims/index.ts'
import { findEvents } from '../src/core/events/find.ts'
import { analyse, type Claim } from '../src/index.ts'
import { loadKnowledge } from '../src/resources/load.ts'

/** The claims that a report makes. */
const made = (text: string): readonly Claim[] => analyse({ id: 'r', published: '2024-03-15', text }).events.flatMap(e => e.claims)
/** Those that its statements may make, likely or not: what no statement may make it never does. */
function offered(text: string): readonly Claim[] {
  const knowledge = loadKnowledge(), layer = findEvents(layersOf({ id: 'r', published: '2024-03-15', text }, knowledge).layers, knowledge.statuses)
  return claimOptions(layer, knowledge.claims).map(o => o.bound.claim)
}
const of = (all: readonly Claim[], stance: Claim['stance']): readonly string[] => [...new Set(all.filter(c => c.stance === stance).map(c => `${c.speaker.name}${stance === 'accuses' ? ` > ${String(c.value)}` : ''}`))]
const by = (text: string, stance: Claim['stance']): readonly string[] => of(made(text), stance), never = (text: string, stance: Claim['stance']): readonly string[] => of(offered(text), stance)
const speakers = (text: string): readonly string[] => [...new Set(made(text).map(c => c.speaker.name))], voices = (text: string): readonly string[] => [...new Set(offered(text).map(c => c.speaker.name))]

describe('who lays an act at somebody\'s door', () => {
  test.each([
    ['A bomb destroyed a bridge near Kassala on Tuesday. The governor laid the blame at the door of the Beja Congress.', 'governor > Beja Congress'],
    ['Seven farmers were shot dead in Plateau state on Sunday. Residents pointed the finger at Boko Haram.', 'Residents > Boko Haram'],
    ['A convoy was ambushed near Gao on Tuesday, killing eight soldiers. The army put the blame on al-Qaeda.', 'army > al-Qaeda'],
    ['The attack killed three nurses in Butembo on Monday. Local leaders see the hand of the ADF in it.', 'Local leaders > ADF'],
    ['A rocket killed three children in Sirte on Monday. Police suspect Islamic State.', 'Police > Islamic State'],
    ['A missile hit a block of flats in Kramatorsk on Thursday, killing five. The governor wrote on Telegram that Russia was to blame.', 'governor > Russia'],
    ['“They shot at the ambulance on Friday, killing a nurse. The army is responsible for this,” the mayor of Demoso said.', 'mayor of Demoso > army'],
    ['Twelve people died in a poison attack in Varna in March that the Bulgarian government has blamed on Russia.', 'Bulgarian government > Russia'],
    ['The visit is the latest step in the diplomatic quarrel that began after Chad accused Sudan of responsibility for the bombing of Tine in early March.', 'Chad > Sudan'],
    ['Bolivias opposition accused government troops of shelling a market in Taiz on Monday, killing nine.', 'Bolivias opposition > government troops'],
    ['The Wagner Group is accused by residents of killing 30 civilians in Moura on Sunday.', 'residents > Wagner Group'],
    ['Three policemen were killed in an ambush in Bannu on Monday, which officials suspect was carried out by the Pakistani Taliban.', 'officials > Pakistani Taliban'],
    ['The UN-backed government pointed to rebel forces as the authors of the air strike on Tajoura on Tuesday.', 'UN-backed government > rebel forces'],
    ['“This is the work of the Taliban,” the mayor of Swabi said of Sunday\'s bombing, which killed seven people.', 'mayor of Swabi > Taliban'],
    ['A resort in Zakho was shelled on Wednesday, killing nine tourists. Iraq demanded an apology from Turkey, which it accuses of shelling the resort.', 'Iraq > Turkey'],
    ['The president condemned the attack on a base in Arauca on Tuesday which killed two soldiers, and blamed the ELN.', 'president > ELN'],
  ])('“%s”', (text, wanted) => { expect(by(text, 'accuses')).toContain(wanted) })
  test.each([
    'Nine people died in a fire at a market in Goma on Monday. Police suspect arson.',
    'A hospital in Sirte was bombed on Friday. The party refused to blame the militia for the attack.',
    'A hospital in Sirte was bombed on Friday. The envoy stopped short of accusing the army of bombing it.',
    'A hospital in Sirte was bombed on Friday. Doctors put the wounded in tents.',
  ])('“%s” charges nobody', text => { expect(never(text, 'accuses')).toEqual([]) })
})

describe('who condemns', () => {
  test.each([
    ['Nine people were killed in Nyala on Friday. The Darfur network is appalled by the killings.', 'Darfur network'],
    ['Nine people were killed in Nyala on Friday. The bishop voiced outrage at the killings.', 'bishop'],
    ['Nine people were killed in Nyala on Friday. Niger joined the chorus of condemnation of the killings.', 'Niger'],
    ['Nine people were killed in Nyala on Friday. Ann Okoro, the bishop, was among those who condemned it.', 'Ann Okoro'],
    ['Nine people were killed in Nyala on Friday. African Union Commission chairperson Moussa Faki Mahamat expressed horror at the killings.', 'African Union Commission chairperson Moussa Faki Mahamat'],
    ['Nine people were killed in Nyala on Friday. Norway led international condemnation of the killings.', 'Norway'],
    ['Nine people were killed in Nyala on Friday, prompting outrage from Oxfam director Ann Lowe.', 'Oxfam director Ann Lowe'],
  ])('“%s”', (text, wanted) => { expect(by(text, 'condemns')).toContain(wanted) })
  test.each([
    'Nine people were killed in Nyala on Friday. The killings appalled residents.',
    'Nine people were killed in Nyala on Friday. The group refused to condemn the killings.',
    'Witnesses described soldiers firing into a crowd in Kisumu on Wednesday, killing three protesters.',
  ])('“%s”: nobody', text => { expect(never(text, 'condemns')).toEqual([]) })
})

describe('a spokesman with a name is of the side that his title names', () => {
  test.each([
    ['Taliban spokesman Zabihullah Mujahid said Taliban fighters killed nine soldiers in Kunduz on Friday.', 'Taliban spokesman Zabihullah Mujahid'],
    ['Ukraine\'s air force spokesman Yuriy Ihnat said Ukrainian jets struck a depot in Tokmak on Friday, killing nine.', 'Ukraine\'s air force spokesman Yuriy Ihnat'],
  ])('“%s” is his own act', (text, wanted) => { expect(by(text, 'claims-responsibility')).toEqual([wanted]) })
  test.each([
    ['M23 spokesman Willy Ngoma said Congolese jets bombed Masisi on Friday, killing nine.', 'M23 spokesman Willy Ngoma > Congolese jets'],
    ['Kenyan opposition leader Ann Odhiambo said Kenyan police shot dead nine people in Kisumu on Friday.', 'Kenyan opposition leader Ann Odhiambo > Kenyan police'],
  ])('“%s” charges the state', (text, wanted) => { expect(by(text, 'accuses')).toEqual([wanted]); expect(never(text, 'claims-responsibility')).toEqual([]) })
})

describe('news that is nobody\'s', () => {
  test.each([
    'As news of the shooting spread, crowds burned a police post in Gao on Sunday.',
    'According to preliminary data, a shell killed nine people in Kherson on Friday.',
    'Early reports said a shell killed nine people in Kherson on Friday.',
    'No group has said that it carried out the bombing which killed nine people in Quetta on Friday.',
    'Each side blamed the other for the shelling that killed nine people in Donetsk on Friday.',
    'The toll of Friday\'s clash near Gao is as follows. Enemy side: 12 men killed.',
  ])('“%s”', text => { expect(voices(text)).toEqual([]) })
  test.each([
    ['Radio reports said a shell killed nine people in Kherson on Friday.', 'Radio reports'],
    ['According to information released by the city council, a shell killed nine people in Kherson on Friday.', 'city council'],
  ])('“%s” has a speaker', (text, wanted) => { expect(speakers(text)).toContain(wanted) })
})

describe('where the words that name a speaker begin and end', () => {
  test.each([
    ['The town of Daraya was shelled on Friday, killing nine, to show its grim and merciless mind British Foreign Secretary Peter Hale told reporters in Paris.', ['British Foreign Secretary Peter Hale']],
    ['The government shelled Idlib on Monday. Jaysh al-Nasr and Ahrar al-Sham captured two villages in Hama on Tuesday. The rebels say they killed 20 soldiers.', ['rebels']],
    ['Colonel Somchai Rattana, a spokesman for the army, said a bomb killed two rangers in Yala on Monday. Col. Somchai said five others were hurt.', ['Somchai Rattana']],
    ['Jets bombed a village near Ye-U on Friday, killing 17 people. A teacher who wanted to be known only as Ko Min said that 29 others were hurt.', ['Ko Min']],
    ['Gen Abdel Fattah Burhan, who leads the army, said the RSF had killed 20 people in Al-Hilaliya on Friday.', ['Gen Abdel Fattah Burhan']],
    ['The Free Burma Rangers work in Demoso. FBR said a shell killed two people in Demoso on Monday.', ['Free Burma Rangers (FBR)']],
    ['The White Cross or Helmets of Peace said a shell killed nine people in Idlib on Friday.', ['White Cross']],
    ['Soldiers shelled the school in Wau on Friday. The wounded included four old men said local sources speaking to this paper.', ['local sources']],
    ['Israeli jets struck Homs on Sunday, state-run news agency SANA reported. The agency said nine people died.', ['SANA']],
    ['The local rights group Peace Watch counted nine dead in Kaya after gunmen raided it on Monday. The group said that 12 were hurt.', ['Peace Watch']],
    ['Gunmen raided Segou on Monday. Az-Sahab, the group\'s media arm, claimed the raid.', ['Az-Sahab']],
    ['The ELN has blocked the river Atrato since Monday, says its pamphlet.', ['ELN']],
  ])('“%s”', (text, wanted) => { expect(speakers(text)).toEqual(wanted) })
})
