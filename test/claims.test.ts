/** Claims: who says what of an event, how it is marked, and what it does to actors and figures. */
import { describe, expect, test } from 'vitest'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { claimOptions } from '../src/core/claims/index.ts'
import { findEvents } from '../src/core/events/find.ts'
import { analyse, type Claim, type Event } from '../src/index.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const events = (text: string, published = '2024-03-15'): readonly Event[] => analyse({ id: 'r', published, text }).events
/** The event with claims; where there are none, the first. */
function event(text: string, published?: string): Event {
  const all = events(text, published), found = all.find(e => e.claims.length > 0) ?? all[0]
  if (found === undefined) throw new Error('no event')
  return found
}
const value = (c: Claim): string => c.value === null ? '' : typeof c.value === 'string' ? ` ${c.value}` : ` ${c.value.min ?? ''}..${c.value.max ?? ''}`
const told = (c: Claim): string => `${c.speaker.name} ${c.stance} ${c.about}${value(c)} [${c.cue?.exact}]`
/** The claims of an event; that it happened is left out where its speaker says more of it. */
const telling = ({ claims: all }: Event): readonly Claim[] => all.filter(c => !((c.stance === 'reports' || c.stance === 'confirms') && c.about === 'event') || !all.some(x => x !== c && x.speaker.name === c.speaker.name))
const claims = (text: string, published?: string): readonly string[] => telling(event(text, published)).map(told)
/** Whom the statements of a report may accuse, likely or not. */
function accused(text: string): readonly unknown[] {
  const knowledge = loadKnowledge(), layer = findEvents(layersOf({ id: 'r', published: '2024-03-15', text }, knowledge).layers, knowledge.statuses)
  return claimOptions(layer, knowledge.claims).map(o => o.bound.claim).filter(c => c.stance === 'accuses').map(c => c.value)
}
const actors = (e: Event): readonly string[] => e.actors.map(p => p.name)

describe('whom a statement makes the doer without telling the act', () => {
  test.each([
    ['A mayor was shot dead in Tumaco on Sunday. Police said it was the work of smugglers.', 'smugglers'],
    ['A drone dropped a grenade on a school in Tumaco on Sunday, killing two. General Luis Parra said the drone was flown by dissidents.', 'dissidents'],
    ['A mayor was shot dead in Tumaco on Sunday. His widow said it was Boko Haram.', 'Boko Haram'],
    ['Gunmen killed five people in Goma on Monday. A caller said the attack was the work of Boko Haram.', 'Boko Haram'],
    ['A mayor was shot dead in Tumaco on Sunday. His widow said the gunmen came from Boko Haram.', 'Boko Haram'],
    ['A farm was burned in Tumaco on Sunday. The owner said the fire was the army\'s revenge.', 'army'],
  ])('“%s”', (text, wanted) => { expect(accused(text)).toContain(wanted) })
  test('not what was done to somebody, nor a day', () => {
    expect(accused('A mayor was shot dead in Tumaco on Sunday. Police said he was found by relatives on Monday.')).not.toContain('Monday')
  })
})

describe('whom words only name', () => {
  test.each([
    ['Drones hit a warehouse in Izmail on Friday. The ministry said a military depot was the target.', 'military'],
    ['A bomb went off in Goma on Monday. Residents said it hit an army post.', 'army'],
    ['A bomb went off in Goma on Monday. Residents said it had been thrown at the police.', 'police'],
  ])('“%s” charges nobody', (text, named) => { expect(accused(text)).not.toContain(named) })
  test.each([
    ['Five people were killed in an attack on Goma on Monday. Residents said the shells came from army positions.', 'army'],
    ['Five people were killed in an attack on Goma on Monday. Residents said M23 had come by night.', 'M23'],
  ])('“%s”', (text, named) => { expect(accused(text)).toContain(named) })
})

describe('a sum of deaths over a stretch of time', () => {
  test.each([
    'A drone struck a bakery in Izmail on Friday, hurting four. Drone attacks on Izmail have killed seven people since July, officials said.',
    'A shell struck a bakery in Tumaco on Friday, hurting four. The mayor said shelling had killed seven people so far this year.',
  ])('“%s” is not claimed of one act', text => { for (const e of events(text)) if (e.injured !== null) expect(e.claims.map(c => c.about)).not.toContain('killed') })
})

/** What the statements of a report may claim, likely or not. */
function claimable(text: string): ReadonlySet<string> {
  const knowledge = loadKnowledge(), layer = findEvents(layersOf({ id: 'r', published: '2024-03-15', text }, knowledge).layers, knowledge.statuses)
  return new Set(claimOptions(layer, knowledge.claims).map(({ bound: { claim: c } }) => `${c.speaker.name} ${c.stance} ${c.about}`))
}

describe('the figure that the words give', () => {
  test('a number of injured is no number of dead', () => {
    const told = claimable('Police fired at a crowd in Omdurman on Monday. A nurse at the hospital put the number of injured at 21.')
    expect(told).toContain('nurse at the hospital reports injured')
    expect(told).not.toContain('nurse at the hospital reports killed')
  })
})

describe('who may own up', () => {
  test.each([
    ['Five rebels were killed in an operation near Tumaco on Sunday, the army said.', 'army'],
    ['Jets bombed rebel positions near Tumaco on Sunday, the army said.', 'army'],
    ['The Arakan Army said 12 soldiers were killed near Bhamo on Sunday.', 'Arakan Army'],
    ['The army\'s media wing said soldiers killed two separatists near Turbat on Sunday.', 'army\'s media wing'],
    ['The group said it carried out the attack in Kabul on Monday.', 'group'],
    ['The rebels said they had carried out the attack in Kabul on Monday.', 'rebels'],
    ['Bandits attacked Kware on Sunday. General Yusuf Bello said his men engaged the bandits and killed four of them.', 'General Yusuf Bello'],
    ['Gunmen attacked a coach near Dozan on Sunday. The Arakan Army said its fighters had halted the vehicle.', 'Arakan Army'],
    ['The Ministry of Defense said Air Force planes pounded rebel positions near Kunduz on Sunday.', 'Ministry of Defense'],
  ])('“%s”', (text, speaker) => { expect(claimable(text)).toContain(`${speaker} claims-responsibility event`) })
  test.each([
    ['Police said 12 people were killed in the bombing in Lahore on Sunday.', 'Police'],
    ['Police said an officer was shot in an ambush in Lahore on Sunday.', 'Police'],
    ['Gunmen attacked Tumaco on Sunday. “They burned three houses,” Mayor Jose Ruiz said.', 'Mayor Jose Ruiz'],
    ['An opposition group said the army shelled Kobane on Monday.', 'opposition group'],
    ['The army said it had come under attack near Bhamo on Monday.', 'army'],
    ['Police said they were attacked by protesters in Lahore on Sunday.', 'Police'],
    ['Drones struck a port near Odesa on Sunday. The air force said it had shot down 17 of 23 drones launched from Crimea.', 'air force'],
    ['The junta’s troops burned the mill of Tula on Monday, a spokesman of the Karenni Army said.', 'spokesman of the Karenni Army'],
    ['Enemy forces shelled the port of Tula on Monday, the army said.', 'army'],
    ['A witness said they shot two brothers beside a well in Tula on Monday.', 'witness'],
    ['A suicide car bomber rammed into a convoy near Bannu on Monday, killing nine soldiers, officials said.', 'officials'],
    ['Gunmen attacked a post near Bannu on Monday, killing two soldiers. The army said its soldiers killed six of the attackers.', 'army'],
  ])('not “%s”', (text, speaker) => { expect(claimable(text)).not.toContain(`${speaker} claims-responsibility event`) })
})

describe('who may charge somebody', () => {
  test('one who blames “that” on somebody', () => { expect(claimable('Rebels attacked Goma on Monday. The army said five men died. It blamed that on bandits.')).toContain('army accuses actor') })
  test.each([
    ['things', 'A man was shot dead in Rangpur on Monday. Police said he had been hit by a stone.', 'Police'],
    ['another act', 'A blast destroyed a bus in Golweyn on Monday. A resident said it was followed by a heavy exchange of fire.', 'resident'],
  ])('%s are not charged with it', (_, text, speaker) => { expect(claimable(text)).not.toContain(`${speaker} accuses actor`) })
  test.each([
    ['Fighters beheaded two men in Saakow on Friday. Shells landed in a camp in Mogadishu on Sunday, wounding nine, in an attack that the envoy strongly condemned.', 'Mogadishu'],
    ['A car bomb killed five people in Mosul on Sunday. On Monday gunmen shot dead a judge in Kirkuk, a killing condemned by the governor.', 'Kirkuk'],
  ])('only the act that the words say is condemned: “%s”', (text, where) => { expect(events(text).filter(e => e.claims.some(c => c.stance === 'condemns')).map(e => e.places[0]?.name)).toEqual([where]) })
  test('a war that cost lives says nothing', () => { expect(claims('Gunmen burned an outpost near Leer on Saturday. The conflict has claimed more than 300 lives.')).toEqual([]) })
  test('one who names a force', () => { expect(claimable('Troops shelled El Obeid on Monday, a resident told AFP.')).toContain('resident accuses actor') })
  test.each([
    ['nobody in particular', 'Gunmen stormed a village near Gao and killed ten people on Sunday, the governor said.', 'governor'],
    ['his own soldiers', 'On Sunday soldiers raided a camp near Birnin Magaji and killed 20 bandits, according to the army.', 'army'],
    ['onlookers', 'Soldiers shot dead two men in Omdurman on Sunday, eyewitnesses said.', 'eyewitnesses'],
  ])('%s', (_, text, speaker) => { expect(claimable(text)).not.toContain(`${speaker} accuses actor`) })
})

test('who confirms an act in so many words does not merely report it', () => {
  const options = claimable('The army confirmed that a rocket struck its base near Raqqa on Monday.')
  expect(options).toContain('army confirms event')
  expect(options).not.toContain('army reports event')
})

test('a charge in few words is of the act last told', () => {
  const list = events('The army carried out a drone strike on the airport in Nyala on Monday, killing nine people.\n\nThe militia shelled the town of Babanusa for a third day on Monday.\n\nIn El Obeid a drone fired two missiles at a funeral on Monday, killing 40 people. Residents blamed the militia.')
  expect(list.filter(e => e.type === 'ASSAULT').map(e => [e.places[0]?.name, e.claims.some(c => c.stance === 'accuses')])).toEqual([['Nyala', false], ['Babanusa', false], ['El Obeid', true]])
})

describe('which figures a statement may give', () => {
  test('a body counts dead', () => { expect(claimable('Gunmen attacked a market in Goma on Monday. The directorate of health counts 13 dead.')).toContain('directorate of health reports killed') })
  test('and nothing is told by a body that counts bridges', () => { expect(claimable('Gunmen attacked a market in Goma on Monday. The directorate of health counts 13 bridges.')).toEqual(new Set()) })
  test('one victim of whom no more is known', () => { expect(claimable('A shepherd lost his life in a strike on Idlib on Monday, villagers said.')).toContain('villagers reports killed') })
  test('not one whom the report tells as known', () => { expect(claimable('The mayor of Tumaco was shot dead on Sunday, local media reported.')).not.toContain('local media reports killed') })
  test('the hurt are no dead', () => { expect(claimable('The army said five soldiers were wounded in the ambush near Kidal on Monday.')).not.toContain('army reports killed') })
})

describe('reports', () => {
  test.each([
    ['A bomb killed three people in Lahore on Monday, police said.', 'police reports killed 3..3 [said]'],
    ['Shells hit a school in Goma on Tuesday, according to the United Nations.', 'United Nations reports event [according to]'],
    ['The Syrian Observatory for Human Rights said air strikes killed nine people in Idlib on Sunday.', 'Syrian Observatory for Human Rights reports killed 9..9 [said]'],
  ])('“%s”', (text, wanted) => { expect(claims(text)).toEqual([wanted]) })
})

describe('what the speaker names', () => {
  test('who did it and how many died are two claims', () => {
    expect(claims('The rebels said the army had killed two men in Omdurman on Sunday.')).toEqual(['rebels accuses actor army [said]', 'rebels reports killed 2..2 [said]'])
  })
  test('witnesses tell what they saw, and charge nobody', () => {
    expect(claims('According to witnesses, soldiers shot dead two men in Omdurman on Sunday.')).toEqual(['witnesses reports killed 2..2 [According to]'])
  })
  test('one victim who is named is no figure', () => {
    expect(claims('The mayor of Tumaco was shot dead on Sunday, local media reported.')).toEqual(['local media reports event [reported]'])
  })
  test.each([
    ['Gunmen attacked Tumaco on Sunday. The governor called the attack barbaric.', 'governor condemns event [called]'],
    ['Rebels shelled Goma on Tuesday, killing nine people. The hospital put the toll at 12 dead.', 'hospital reports killed 12..12 [put]'],
  ])('“%s”', (text, wanted) => { expect(claims(text)).toContain(wanted) })
  test('the monitor is the body that the report names', () => {
    const all = events('An air strike killed nine people in Idlib on Sunday, a monitor said. According to the Syrian Observatory for Human Rights four of them were children.').flatMap(e => e.claims.map(c => c.speaker.name))
    expect(new Set(all)).toEqual(new Set(['Syrian Observatory for Human Rights']))
  })
  test.each([
    ['Gunmen attacked a market in Gao on Monday. A police spokesman, Captain Omar Hadi, said 12 people were killed.', 'Omar Hadi'],
    ['Gunmen attacked a market in Gao on Monday, killing nine people, a statement by the Traders Union said.', 'Traders Union'],
  ])('who speaks through a title or a paper: “%s”', (text, name) => { expect(events(text).flatMap(e => e.claims.map(c => c.speaker.name)).at(-1)).toContain(name) })
  test('“its men” are the speaker’s own', () => {
    expect(claims('The Arakan Army said its fighters attacked Bhamo on Sunday.')).toEqual(['Arakan Army claims-responsibility event [said]'])
  })
  test('“is behind” accuses where another is named', () => {
    expect(claims('A bomb killed two people in Quetta on Monday. The minister said India is behind the attack.').at(-1)).toContain('minister accuses actor India')
  })
})

describe('confirms', () => {
  test.each([
    ['NATO confirmed that its aircraft bombed a bridge in Grdelica on Monday.', 'NATO confirms event [confirmed]'],
    ['Gunmen killed two guards in Dakar on Monday. The interior minister confirmed the attack.', 'interior minister confirms event [confirmed]'],
    ['The army confirmed the killing of two nuns in Kaduna on Monday.', 'army confirms killed 2..2 [confirmed]'],
  ])('“%s”', (text, wanted) => { expect(claims(text)).toEqual([wanted]) })
})

describe('claims responsibility, and so is the actor', () => {
  test.each([
    ['Islamic State claimed responsibility for a bombing in Kabul on Friday that killed nine people.', 'Islamic State', 'claimed responsibility'],
    ['The IRA claimed responsibility for a bomb that exploded in London on Friday.', 'IRA', 'claimed responsibility'],
    ['The bombing in Istanbul on Sunday was claimed by the Kurdistan Freedom Hawks.', 'Kurdistan Freedom Hawks', 'claimed'],
    ['A bomb killed nine people in Kabul on Friday. Islamic State claimed responsibility for the attack.', 'Islamic State', 'claimed responsibility'],
    ['The Arakan Army said it attacked Bhamo on Sunday.', 'Arakan Army', 'said'],
    ['The Houthis said they fired a missile at a ship in the Red Sea on Monday.', 'Houthis', 'said'],
  ])('“%s”', (text, group, cue) => {
    const found = event(text)
    expect(telling(found).map(told)).toEqual([`${group} claims-responsibility event [${cue}]`])
    expect(actors(found)).toEqual([group])
  })
  test('responsibility as the subject', () => {
    const found = event('Responsibility for the bombing in Bogota on Saturday was claimed by the ELN.')
    expect(found.claims.map(c => [c.speaker.entity, c.stance])).toEqual([['co.national-liberation-army', 'claims-responsibility']])
    expect(actors(found)).toEqual(['ELN'])
  })
  test('a force that counts those it killed', () => {
    expect(claims("Mexico's navy said it killed four smugglers near Tampico on Monday.")).toEqual([
      "Mexico's navy claims-responsibility event [said]", "Mexico's navy reports killed 4..4 [said]",
    ])
  })
  test.each([
    ['No group claimed responsibility for the bombing in Quetta on Friday.'],
    ['A bomb killed two people in Quetta on Friday. No group has yet claimed the attack.'],
    ['A bomb killed two people in Quetta on Friday. The attack was claimed by no group.'],
    ['Nobody has claimed responsibility for the attack on Rutshuru on Monday.'],
  ])('nobody does: “%s”', text => { const found = event(text); expect([found.claims, found.actors]).toEqual([[], []]) })
})

describe('a communiqué speaks for who issued it', () => {
  const text = 'Statement of the Arakan Army on the fighting in Ann\n\nOn 3 March our fighters attacked the police post at Kazuk in Ann township. Two officers were killed.\n\nOn 5 March aircraft of the regime bombed the village of Lamu and killed four farmers. We shall answer.'
  const all = events(text).flatMap(e => e.claims)
  test('what it did', () => { expect(all.map(c => `${c.speaker.name} ${c.stance}`)).toContain('Arakan Army claims-responsibility') })
  test.each([
    ['Hill post falls to the revolution\n\nKaren Defence Force (KDF)\nInformation Department\nNews release 12/2024\n\nOn 3 March our fighters attacked the police post at Kazuk in Ann township. Two officers were killed. We lost nobody.', 'Karen Defence Force (KDF)'],
    ['Statement of the Ministry of Defence on the raid in Lamu\n\nOn 3 March our forces attacked a camp of the rebels at Kazuk and killed two of them. A soldier was wounded.', 'Ministry of Defence'],
    ['Operation in Lamu: statement of the command of the Kazuk sector\n\nOn 3 March our brother attacked the police post at Kazuk. Two officers were killed there.', 'command of the Kazuk sector'],
  ])('who issued it stands in a line of its own: “%s”', (own, wanted) => { expect(events(own).flatMap(e => e.claims).map(c => c.speaker.name)).toContain(wanted) })
  test('and nobody else speaks in it', () => { expect(new Set(all.map(c => c.speaker.name))).toEqual(new Set(['Arakan Army'])) })
  test('a reporter’s “we” does not', () => {
    expect(events('Gunmen attacked a mosque in Zaria on Monday, killing nine people. Witnesses told us that they fled. Our correspondent counted five bodies. The Nigerian Army arrested two men.').flatMap(e => e.claims.map(c => c.speaker.name))).not.toContain('Nigerian Army')
  })
})

describe('accuses', () => {
  test.each([
    ['Ukraine accused Russia of shelling a school in Mariupol on Monday.', 'Ukraine accuses actor Russia [accused]', 'Russia'],
    ['Russia was accused by Ukraine of shelling a school in Mariupol on Monday.', 'Ukraine accuses actor Russia [accused]', 'Russia'],
    ['Kenya blamed al-Shabaab for killing six quarry workers in Mandera on Monday.', 'Kenya accuses actor al-Shabaab [blamed]', 'al-Shabaab'],
    ['The attack on a tanker off Muscat on Monday was blamed by the United States on Iran.', 'United States accuses actor Iran [blamed]', 'Iran'],
    ['An opposition group said the army shelled Kobane on Monday.', 'opposition group accuses actor army [said]', 'army'],
    ['Troops shelled El Obeid on Monday, a resident told AFP.', 'resident accuses actor Troops [told]', 'Troops'],
  ])('“%s”', (text, wanted, accused) => { const found = event(text); expect([telling(found).map(told), actors(found)]).toEqual([[wanted], [accused]]) })
  test('the accusation is an event of its own', () => {
    expect(events('Ukraine accused Russia of shelling a school in Mariupol on Monday.').map(e => `${e.type} ${actors(e)}`)).toEqual(['ACCUSE Ukraine', 'ASSAULT Russia'])
  })
})

describe('denies, and the event stays', () => {
  test.each([
    ['Azerbaijan denied that it shelled the village of Sotk on Tuesday.', 'Azerbaijan'],
    ['The Kremlin denied that Russian aircraft struck a hospital in Idlib on Monday.', 'The Kremlin'],
    ['Hamas denied involvement in the killing of a policeman in Gaza on Monday.', 'Hamas'],
    ['Local officials denied reports that 50 people were killed in an air strike on Kunduz on Monday.', 'Local officials'],
    ['Turkey rejected the report that its jets had bombed a camp in Dohuk on Wednesday.', 'Turkey'],
  ])('“%s”', (text, speaker) => {
    const found = event(text)
    expect(new Set(found.claims.map(c => `${c.speaker.name} ${c.stance}`))).toEqual(new Set([`${speaker} denies`]))
    expect(found.status).toBe('occurred')
  })
  test.each([
    ['Ukraine said Russian forces shelled a school in Mariupol on Monday. Russia denied the shelling.', ['Ukraine accuses actor Russian forces [said]', 'Russia denies actor [denied]']],
    ['Gunmen killed nine people in Gusau on Monday. The governor of Zamfara condemned the killings and imposed a night curfew on the town.', ['governor of Zamfara condemns event [condemned]']],
    ['Gunmen killed 23 people in Konduga on Saturday. The army denied that 23 people had died.', ['army denies killed 23..23 [denied]']],
    ['Pakistan said Indian troops had shelled a village in Kashmir on Monday, but India denied it.', ['Pakistan accuses actor Indian troops [said]', 'India denies actor [denied]']],
  ])('accuser and accused: “%s”', (text, wanted) => { expect(claims(text)).toEqual(wanted) })
})

describe('condemns', () => {
  test.each([
    ['The United Nations condemned the attack on a school in Kumba on Saturday.', 'United Nations condemns event [condemned]'],
    ['The attack on a hotel in Kismayo on Friday was condemned by the African Union.', 'African Union condemns event [condemned]'],
    ['Gunmen killed two guards in Dakar on Monday. President Macky Sall condemned the attack.', 'President Macky Sall condemns event [condemned]'],
    ['The United Nations denounced the shelling of a camp in Rutshuru on Monday.', 'United Nations condemns event [denounced]'],
  ])('“%s”', (text, wanted) => { expect(claims(text)).toEqual([wanted]) })
})

describe('figures', () => {
  test('who says that nobody was hurt denies nothing', () => {
    const stances = analyse({ id: 'x', published: '2024-05-08', text: 'A blast damaged a tug off Sedlo on Monday. The navy of Tula said it was its answer to the bombardment of the river ports. Harbour officials said that the tug had been only lightly damaged and that no sailors were hurt.' }).events.flatMap(e => e.claims).map(c => c.stance)
    expect(stances).toContain('reports')
    expect(stances).not.toContain('denies')
  })
  test('who calls a rumour false denies what it tells', () => {
    expect(analyse({ id: 'x', published: '2024-05-08', text: 'Gunmen attacked a market in Gao on Monday, killing three traders. Reports that 30 people had been killed were false, police said.' }).events.flatMap(e => e.claims).map(c => `${c.speaker.name} ${c.stance} ${c.about}`)).toEqual(['police denies killed'])
  })
  test('rivals make a range, and each is a claim', () => {
    const found = event('Police said 12 people were killed in the bombing in Lahore on Sunday. Hospital officials said 15 people died.')
    expect(telling(found).map(told)).toEqual(['Police reports killed 12..12 [said]', 'Hospital officials reports killed 15..15 [said]'])
    expect([found.killed?.min, found.killed?.max]).toEqual([12, 15])
  })
  test('the value rests on the number', () => {
    const [claim] = event('A bomb killed at least nine people in Lahore on Monday, police said.').claims
    expect(claim!.value).toMatchObject({ min: 9, max: null })
    expect(typeof claim!.value === 'object' && claim!.value?.evidence.map(s => s.exact).join(' ')).toContain('at least nine')
  })
  test('the injured', () => {
    expect(claims('The army said five soldiers were wounded in the ambush near Kidal on Monday.')).toEqual(['army reports injured 5..5 [said]'])
  })
})

describe('quotations and pronouns', () => {
  test.each([
    ['"Gunmen stormed the village and killed ten people," the governor of Niger state said on Monday.'],
    ['The governor of Niger state said on Monday: "Gunmen stormed the village and killed ten people."'],
  ])('“%s”', text => {
    const [claim, more] = telling(event(text))
    expect([told(claim!), more]).toEqual(['governor of Niger state reports killed 10..10 [said]', undefined])
    expect(claim!.content.exact).toContain('Gunmen stormed the village and killed ten people')
  })
  test('the speaker after the quotation is not quoted', () => {
    const [claim] = event('"Soldiers burned our houses," a farmer in Shan state told Reuters on Monday.').claims
    expect([told(claim!), claim!.content.exact]).toEqual(['farmer in Shan state accuses actor Soldiers [told]', '"Soldiers burned our houses,"'])
  })
  test('a quotation about gunmen named before', () => {
    expect(claims('Gunmen attacked Tumaco on Sunday. "They burned three houses," Mayor Jose Ruiz said.')).toEqual(['Mayor Jose Ruiz reports event [said]'])
  })
  test.each([
    ['A drone hit a refinery in Ryazan on Monday. Governor Pavel Malkov said there were no casualties. He blamed Ukraine for the attack.', 'Governor Pavel Malkov accuses actor Ukraine [blamed]'],
    ['Mayor Jose Ruiz said gunmen attacked Tumaco on Sunday. He said four people were killed.', 'Mayor Jose Ruiz reports killed 4..4 [said]'],
    ['Gunmen attacked Tumaco on Sunday. Mayor Jose Ruiz said four people were killed. He added that ten people were wounded.', 'Mayor Jose Ruiz reports injured 10..10 [added]'],
  ])('“he”: %s', (text, wanted) => {
    const claim = event(text).claims.at(-1)!
    expect([told(claim), claim.speaker.evidence.exact]).toEqual([wanted, 'He'])
  })
})

describe('who says it', () => {
  test.each([
    ['A bomb killed nine people in Lahore on Monday. A doctor and residents said ten people were wounded.', ['doctor and residents']],
    ['A bomb killed nine people in Lahore on Monday. Ann Lee and Omar Diaz said ten people were wounded.', ['Ann Lee', 'Omar Diaz']],
  ])('people without names who speak in one breath are one voice, those with names are not: “%s”', (text, wanted) => {
    expect(events(text).flatMap(e => telling(e).map(c => c.speaker.name))).toEqual(wanted)
  })
  test('a title with the name behind it, and the same voice by its last name', () => {
    const voices = events('Rebels shelled a market in Goma, the director of the hospital Dr Ana Diaz said. Diaz said nine people were killed in the shelling.').flatMap(e => e.claims.map(c => c.speaker.name))
    expect(new Set(voices)).toEqual(new Set(['Dr Ana Diaz']))
  })
  test.each([
    ['Fighter jets bombed a market in Idlib on Monday killing nine people the Syrian Observatory for Human Rights said.', 'Syrian Observatory for Human Rights reports killed 9..9 [said]'],
    ['A bomb killed two people in Lahore on Sunday. The army blamed rebels for the bombing.', 'army accuses actor'],
    ['Gunmen attacked a bus in Lahore on Sunday. A surgeon said 17 bodies were received.', 'surgeon reports killed 17..17 [said]'],
    ['A bomb killed two people in Lahore on Sunday. The opposition blamed the army for the attack, a charge denied by the army.', 'army denies actor [denied]'],
  ])('“%s”', (text, wanted) => { expect(events(text).flatMap(e => e.claims.map(told)).some(c => c.startsWith(wanted))).toBe(true) })
  test('a watchdog that tells whose act it was accuses nobody', () => {
    expect(claims('The Syrian Observatory for Human Rights said regime troops attacked Daraa on Sunday.')).toEqual(['Syrian Observatory for Human Rights reports event [said]'])
  })
})

describe('blame', () => {
  const bomb = 'A bomb killed nine people in Lahore on Monday.'
  test.each([
    ['The coalition said it was not responsible.', 'coalition denies actor [was not responsible]'],
    ['The minister said the Taliban were responsible for the attack.', 'minister accuses actor Taliban [were responsible]'],
    ['The attack drew condemnation from the United Nations.', 'United Nations condemns event [condemnation]'],
  ])('“%s”', (text, wanted) => { expect(claims(`${bomb} ${text}`).at(-1)).toBe(wanted) })
  test('a denial answers what was charged', () => {
    expect(claims('Ukraine accused Russia of shelling a school in Mariupol on Monday. The Kremlin denied using artillery there.').at(-1)).toContain('denies actor')
  })
  test('no arm of the state accuses another', () => {
    expect(claims('The Pentagon said U.S. warplanes bombed a militia base near Deir Ezzor on Monday.')).toEqual(['The Pentagon claims-responsibility event [said]'])
  })
})

describe('spans', () => {
  const text = 'Rebels attacked Goma on Tuesday. Witnesses said two nurses were killed. "They burned three cars," Mayor Jose Ruiz said.'
  const all = event(text).claims
  test('each is exact', () => {
    const spans = all.flatMap(c => [c.speaker.evidence, c.content, ...(c.cue ? [c.cue] : [])])
    expect(spans.length).toBeGreaterThan(3)
    expect(spans.map(s => text.slice(s.start, s.end))).toEqual(spans.map(s => s.exact))
  })
  test('of the words said, not of others like them', () => {
    expect([...new Set(all.map(c => c.cue?.start))]).toEqual([text.indexOf('said'), text.lastIndexOf('said')])
  })
})

describe('what a claim changes', () => {
  test('the summary names whom the claim makes the actor', () => {
    const e = event('A bomb killed two policemen in Mogadishu on Monday. Al-Shabaab claimed responsibility for the attack.')
    expect(actors(e)).toEqual(['Al-Shabaab'])
    expect(e.summary).toContain('Al-Shabaab')
  })
})

test('a figure of dead is a claim of the act that has dead, not of another told beside it', () => {
  const all = events('Gunmen stormed a market in Kaura Namoda on Monday, killing 14 people. They also abducted six women, a shopkeeper said. A police spokesman, Yusuf Abdullahi, confirmed the attack but put the death toll at 11.')
  const figures = all.flatMap(e => e.claims.filter(c => c.about === 'killed').map(() => `${e.mode} ${e.killed === null ? 'none' : 'dead'}`))
  expect(figures.length).toBeGreaterThan(0)
  expect(figures.every(f => f.endsWith('dead'))).toBe(true)
})

test('that nobody was hurt is of the act told last, not of one that is only named as its reason', () => {
  const all = events('Hours later an explosion damaged a Veltish patrol boat off Morova. A spokesman for the rebels said the operation was a response to the bombardment of the Delta ports. Officials in Velt said that the vessel had been only lightly damaged and that no sailors were hurt.')
  const told = all.flatMap(e => e.claims.filter(c => c.about === 'injured').map(() => e.mode))
  expect(told).toEqual(['explosives'])
})
