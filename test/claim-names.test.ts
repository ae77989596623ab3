/** Claims: the name by which a speaker is told. */
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const speakers = (text: string): readonly string[] => [...new Set(analyse({ id: 'r', published: '2024-03-15', text }).events.flatMap(e => e.claims.map(c => c.speaker.name)))]

describe('a body and the letters it goes by are one voice', () => {
  test.each([
    ['The National Peace Defence Network (NPDN) said soldiers killed five people in Goma on Sunday. NPDN said soldiers also burned three houses in Goma on Sunday.', ['National Peace Defence Network (NPDN)']],
    ['The United Stability Mission in Congo (USMIC) strongly condemns the ambush near Goma on Monday.', ['United Stability Mission in Congo (USMIC)']],
    ['The Harbour Service (ZKU) said gunmen killed five people in Goma on Sunday.', ['Harbour Service (ZKU)']],
    ['Human Rights Watch said soldiers killed five people in Goma on Sunday. Soldiers also burned three houses, HRW said.', ['Human Rights Watch (HRW)']],
  ])('“%s”', (text, wanted) => { expect(speakers(text)).toEqual(wanted) })
  test('a surname alone says nothing that its bearer has not said', () => {
    expect(speakers('“Soldiers killed five people in Goma on Sunday,” Omar al-Hadi, a teacher, told reporters. Hadi said soldiers killed five people.').length).toBe(1)
  })
  test.each([
    ['letters of others in brackets are not its own', 'Police said gunmen (PKR) killed five people in Goma on Sunday.', ['Police']],
    ['a state keeps its name', 'The United States said rebels killed five people in Goma on Sunday. The US said rebels burned three houses.', ['United States', 'US']],
  ])('%s', (_, text, wanted) => { expect(speakers(text)).toEqual(wanted) })
})

describe('who holds an office is called by the name that stands beside it', () => {
  test.each([
    ['Gunmen killed five people in Goma on Sunday, said the head of the village, Kofi Mensah.', 'Kofi Mensah'],
    ['Police blamed the Coastal Islamic Freedom Fighters for the bombing in Goma on Sunday. Its spokesman, Abu Jihad Masrah, told this paper that police had killed two men in Goma.', 'Abu Jihad Masrah'],
    ['A bomb killed two people in Goma on Sunday. The banned Tehrik-e-Nizam Lake accepted responsibility for the blast in a statement.', 'banned Tehrik-e-Nizam Lake'],
    ['Relatives of one of the dead, Abdul Basit, said he had been shot by police in Goma on Sunday.', 'Relatives'],
    ['A partisan movement, Red Dawn, said police killed five people in Goma on Sunday.', 'Red Dawn'],
    ['Soldiers killed five people in Goma on Sunday, Radio Bamako said.', 'Radio Bamako'],
    ['Soldiers killed five people in Goma on Sunday, Bamako said.', 'Bamako'],
    ['A rights group, the Union of Lake Families, said soldiers killed five people in Goma on Sunday.', 'Union of Lake Families'],
    ['The shadow council, LKRP, condemned the attack on Goma on Sunday, in which soldiers killed five people.', 'LKRP'],
    ['“We do not burn markets,” its spokesman, Abu Karim, said of the attack on Goma on Sunday. “Whoever killed these people is a criminal.”', 'Abu Karim'],
    ['Gunmen attacked a camp near Goma on Sunday and killed five miners, the spokesman of the Lotus Task Force, Senior Commissioner Adi Nugroho, said yesterday.', 'Senior Commissioner Adi Nugroho'],
  ])('“%s”', (text, wanted) => { expect(speakers(text)).toContain(wanted) })
  test('the words that the name stands in are its evidence', () => {
    for (const text of ['Gunmen killed five people in Goma on Sunday, said the head of the village, Kofi Mensah.', 'The head of the hospital said 12 people were killed in the bombing in Goma on Sunday.', 'Police blamed the Coastal Islamic Freedom Fighters for the bombing in Goma on Sunday. Its spokesman, Abu Jihad Masrah, told this paper that police had killed two men in Goma.']) {
      const claims = analyse({ id: 'r', published: '2024-03-15', text }).events.flatMap(e => e.claims)
      expect(claims.length).toBeGreaterThan(0)
      for (const { speaker } of claims) expect(speaker.evidence.exact).toContain(speaker.name)
    }
  })
  test('a place in brackets of commas is no name', () => {
    expect(speakers('Police in the capital, Bamako, said gunmen killed five people on Sunday.')).toEqual(['Police in the capital'])
  })
  test('a list of places is no name', () => {
    expect(speakers('Gunmen killed five people on Sunday, said the governor, who had come from Goma, Beni and Butembo.')).toEqual(['governor'])
  })
})

describe('one without a name is told by the whole of the words', () => {
  test.each([
    ['The head of the hospital said 12 people were killed in the bombing in Goma on Sunday.', 'head of the hospital'],
    ['Two of our witnesses said soldiers killed five people in Goma on Sunday.', 'Two of our witnesses'],
    ['A bomb hit a market in Goma on Sunday. The militia’s health office put the dead at 37.', 'militia’s health office'],
    ['Gunmen killed five people in Goma, Congo, police said.', 'police'],
    ['The state rights commission put the dead in Sunday’s shooting in Goma at 22.', 'state rights commission'],
  ])('“%s”', (text, wanted) => { expect(speakers(text)).toEqual([wanted]) })
})

describe('speakers that the parser lost', () => {
  test.each([
    ['The governor spoke of a drone attack on Goma on Sunday; a source in the Harbour Security Service (HSS) told Meridian that rebels had killed five people there.', 'source in the Harbour Security Service'],
    ['The mission has itself said soldiers killed five people in Goma on Sunday.', 'mission'],
    ['The regulator, KTRA, confirms that soldiers killed five people in Goma on Sunday.', 'KTRA'],
    ['The army raided Goma on Sunday. Some malicious media are spreading that soldiers killed five people there.', 'malicious media'],
    ['The commander of the lake front, “Comrade Heron”, claimed that rebels killed five soldiers in Goma on Sunday.', 'Comrade Heron'],
    ['The chief of the Lake gang, known as Papa Heron, says that his men attacked Goma on Sunday and killed five people.', 'Papa Heron'],
    ['Al-Noor, the group’s media arm, claimed the attack on Goma on Sunday and said that 50 soldiers were killed.', 'Al-Noor'],
    ['Rebels attacked Goma on Sunday. The Lake Front itself speaks of 20 dead in the attack.', 'Lake Front'],
    ['The Ambulance and Rescue Service says soldiers killed five people in Goma on Sunday.', 'Ambulance and Rescue Service'],
    ['Villagers reached over telephone, however, said that soldiers killed five people in Goma on Sunday.', 'Villagers'],
    ['Rebels attacked Goma on Sunday. Medics at the clinic report six dead in the attack.', 'Medics at the clinic'],
    ['Rebels attacked Goma on Sunday, killing many. The elders, who buried the dead, count 12.', 'elders'],
    ['Rebels attacked Goma on Sunday, killing many. The camp committee put the wounded at 30.', 'camp committee'],
    ['PORT LOKO, 5-9-2025 (Nile Agency) - The spokesman of the Armed Forces, Brigadier-General Omar Hadi, has affirmed that rebels killed five people in Goma on Sunday.', 'Brigadier-General Omar Hadi'],
    ['An army commander who asked not to be named told Nile Tribune that soldiers killed five people in Goma on Sunday.', 'army commander'],
    ['The front said it acted to punish the attack at Tamba, a village in which, according to residents, soldiers shot 13 herders on 2 May.', 'residents'],
    ['Soldiers killed five people in Goma on Sunday, forcing hundreds to flee, witnesses and officials said Monday.', 'witnesses and officials'],
    ['The spokesperson of the police command in the state, Ana Diaz, said soldiers killed five people in Goma on Sunday.', 'Ana Diaz'],
    ['Mr. Diaz said soldiers killed five people in Goma on Sunday. Omar Diaz leads the town council.', 'Omar Diaz'],
  ])('“%s”', (text, wanted) => { expect(speakers(text)).toContain(wanted) })
})

describe('whom a pronoun that speaks stands for', () => {
  test.each([
    ['The mayor, Omar Hadi, said rebels attacked Goma on Sunday. A different account comes from Father Luis Mora. He said soldiers killed five people in Goma on Sunday.', 'Luis Mora'],
    ['The mayor, Omar Hadi, said rebels attacked Goma on Sunday. He added that they killed five people in Goma on Sunday.', 'Omar Hadi'],
  ])('“%s”', (text, wanted) => { expect(speakers(text).at(-1)).toContain(wanted) })
})

describe('a speaker is named by his own words', () => {
  test.each([
    ['another body of the same kind is not meant', 'The Lake Fishing Committee met in Goma on Sunday. A traders’ committee in Goma told reporters that gunmen killed five men in Goma on Sunday.', 'traders’ committee'],
    ['nor a ministry of other things', 'The Roads Ministry is in Goma. Gunmen killed five people in Goma on Sunday, the health ministry said.', 'health ministry'],
    ['“the ministry” alone is the one named before', 'The Roads Ministry sent help to Goma. Gunmen killed five people in Goma on Sunday, the ministry said.', 'Roads Ministry'],
    ['a widow is not her husband', 'Mr Kofi Mensah was shot dead in Goma on Sunday. Mrs Mensah said that soldiers killed him at his door.', 'Mrs Mensah'],
    ['who was there', 'A guard from the Lake Union who was there told us that soldiers killed five people in Goma on Sunday.', 'Lake Union'], ['who keeps his name to himself', 'A village elder who would give no name told Lake Radio that soldiers killed five people in Goma on Sunday.', 'village elder'],
    ['whom he says he is', 'In a voice note, someone who introduced himself as the front’s spokesman said rebels killed five soldiers in Goma on Sunday.', 'front’s spokesman'],
    ['a doctor by the name he gives', 'Gunmen killed five people in Goma on Sunday, said a doctor who gave his name as Omar.', 'Omar'],
    ['letters in brackets are of the office', 'The head of the army press directorate (DPAL), Colonel Kofi Mensah, confirmed the attack in Goma on Sunday, in which rebels killed five people.', 'Colonel Kofi Mensah'],
    ['a word for a thing in a name', 'Salva Ambulances, a free service, said gunmen killed five people in Goma on Sunday.', 'Salva Ambulances'],
  ])('%s', (_, text, wanted) => { expect(speakers(text).some(name => name.replace(/'/g, '’').includes(wanted))).toBe(true) })
  test('who describes himself is nobody else', () => { expect(speakers('The mayor described himself as shocked and said gunmen killed five people in Goma on Sunday.')).toEqual(['mayor']) })
})

describe('verbs that the parser took for descriptions', () => {
  const stances = (text: string): readonly string[] => analyse({ id: 'r', published: '2024-03-15', text }).events.flatMap(e => e.claims.map(c => `${c.speaker.name} ${c.stance}`))
  test.each([
    ['Gunmen killed five people in Goma on Sunday. The front’s adviser, Kofi Mensah, denied on local radio that his forces were in the town.', 'Kofi Mensah denies'],
    ['A bomb killed five people in Goma on Sunday. Lake intelligence said on Telegram that rebels of the Red Front were behind the blast.', 'Lake intelligence accuses'],
  ])('“%s”', (text, wanted) => { expect(stances(text)).toContain(wanted) })
  test('who was accused accuses nobody', () => { expect(stances('Gunmen killed five people in Goma on Sunday. The mayor, Kofi Mensah, accused of the killings by a priest, said he was at home.').filter(s => s.startsWith('Kofi Mensah accuses'))).toEqual([]) })
})

describe('whose words they are where the parser joins them to others', () => {
  test.each([
    ['Hospitals put the dead of Sunday’s raid on Goma at five, and the Red Front, in a statement, claimed to have killed 60 soldiers.', 'Red Front'],
    ['Gunmen killed five people in Goma on Sunday. The Lake Tigers issued a statement taking responsibility for the killings.', 'Lake Tigers'],
    ['NORTH PORT, March 14 (Lake Agency) - The official spokesman of the army, Brigadier Kofi Mensah, has affirmed that rebels killed five people in Goma on Sunday.', 'Brigadier Kofi Mensah'],
    ['LPU Chief of Staff Col. Kofi Mensah said his men captured two villages near Goma on Sunday.', 'LPU Chief of Staff Col. Kofi Mensah'],
    ['“Rebels killed five people in Goma on Sunday,” says a police colonel who would not have his name printed.', 'police colonel'],
    ['Gunmen killed five people in Goma on Sunday. The gang leader said in a video that the dead were women selling water and denied that his men had killed anyone.', 'gang leader'],
  ])('“%s”', (text, wanted) => { expect(speakers(text)).toContain(wanted) })
  test('a place that a report is sent from says nothing', () => { expect(speakers('NORTH PORT (LA) - Survivors of an air strike on Goma on Sunday said jets killed five people.').some(name => name.includes('PORT'))).toBe(false) })
})
