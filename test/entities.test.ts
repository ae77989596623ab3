/** Entities as seen in actors and recipients: registry names, demonyms, capitals, titles, unknown groups, and who is the same as whom. */
import { describe, expect, test } from 'vitest'
import { analyse, analyseWithTrail, type Event, type Participant } from '../src/index.ts'

const events = (text: string, published = '2024-03-15'): readonly Event[] => analyse({ id: 'r', published, text }).events
/** The first actor of each event. */
const actors = (text: string, published?: string): readonly (Participant | undefined)[] => events(text, published).map(e => e.actors[0])
function actor(text: string, published?: string): Participant {
  const [found] = actors(text, published)
  if (found === undefined) throw new Error(`no actor in ${events(text, published).map(e => e.summary).join(' | ') || 'no events'}`)
  return found
}
const who = (p: Participant): string => `${p.name} ${p.entity} ${p.country} ${p.sectors.join(' ')}`.trimEnd()

describe('groups of the registry', () => {
  test('by name', () => {
    const rows = [
      ['PKK guerrillas killed two soldiers near Hakkari on Monday.', '2024-03-15', 'tr.kurdistan-workers-party'],
      ['UNITA rebels attacked a train near Huambo on Sunday.', '1989-03-20', 'ao.unita'],
      ['Shining Path guerrillas killed a mayor in Ayacucho on Monday.', '1988-03-15', 'pe.shining-path'],
      ['The Khmer Rouge attacked a village near Battambang on Friday.', '1991-11-30', 'kh.khmer-rouge'],
      ['Fighters of the Democratic Forces for the Liberation of Rwanda killed six villagers near Walikale on Monday.', '2024-03-15', 'cd.democratic-forces-for-the-liberation-of-rwanda'],
      ['Boko Haram insurgents kidnapped 12 girls in Chibok on Monday.', '2024-03-15', 'ng.boko-haram'],
      ['The Saudi-led coalition bombed Sanaa on Monday.', '2024-03-15', 'sa.saudi-led-coalition'],
    ] as const
    expect(rows.map(([text, published]) => actor(text, published).entity)).toEqual(rows.map(([, , entity]) => entity))
  })
  test.each([
    ['lb.hezbollah', ['Hezbollah', 'Hizbullah', 'Hizballah'], 'fired rockets at Safed on Monday.'],
    ['so.al-shabaab', ['Al-Shabaab', 'Al-Shabab', 'The Shebab'], 'attacked a base in Barawe on Monday.'],
    ['iq.islamic-state', ['ISIL militants', 'Daesh militants', 'Islamic State militants'], 'beheaded two policemen in Kirkuk on Monday.'],
    ['af.al-qaeda', ['Al Qaeda militants', 'Al-Qaida militants', 'Al-Qaeda militants'], 'attacked a base in Abyan on Monday.'],
    ['pk.tehrik-i-taliban-pakistan', ['The TTP', 'The Pakistani Taliban'], 'bombed a mosque in Peshawar on Monday.'],
  ])('%s in any spelling', (entity, names, did) => { expect(names.map(name => actor(`${name} ${did}`).entity)).toEqual(names.map(() => entity)) })
  test('the name is as the report has it', () => { expect(actor('Daesh militants beheaded two policemen in Kirkuk on Monday.').name).toBe('Daesh') })
})

describe('states and their forces', () => {
  test('by demonym', () => {
    const rows = [
      ['Sudanese soldiers arrested a journalist in Khartoum on Monday.', 'Sudanese soldiers sd.military SD MIL'],
      ['The Yemeni government arrested a judge in Aden on Monday.', 'Yemeni government ye.government YE GOV'],
      ["Myanmar's military shut down the internet in Sagaing on Monday.", "Myanmar's military mm.military MM MIL"],
      ['An air strike by Saudi warplanes killed 12 people in Saada on Monday.', 'Saudi warplanes sa.air-force SA MIL'],
      ['Bangladeshi students protested in Dhaka on Monday.', 'Bangladeshi students null BD EDU'],
      ['Russian shelling of Kherson killed two people on Monday.', 'Russia ru RU GOV'],
    ] as const
    expect(rows.map(([text]) => who(actor(text)))).toEqual(rows.map(([, wanted]) => wanted))
  })
  test('a capital for its government', () => {
    const rows = [
      ['Paris expelled two Russian diplomats on Monday.', 'fr.government'],
      ['Washington imposed sanctions on Khartoum on Monday.', 'us.government'],
      ['Kyiv attacked Belgorod with drones on Monday.', 'ua.government'],
    ] as const
    expect(rows.map(([text]) => actor(text).entity)).toEqual(rows.map(([, entity]) => entity))
  })
  test('a capital that is only a place', () => { expect(actors('A bomb killed two guards in Kabul on Monday.')).toEqual([undefined]) })
})

describe('roles and titles', () => {
  test.each([
    ['Students, teachers and nurses marched in Lima on Monday.', ['Students EDU', 'teachers EDU', 'nurses MED']],
    ['Farmers lynched two suspected thieves in Zamfara state on Tuesday.', ['Farmers CVL']],
    ['Opposition parties boycotted the election in Dhaka on Sunday.', ['Opposition parties PTY']],
  ])('“%s”', (text, wanted) => { expect(events(text)[0]!.actors.map(p => `${p.name} ${p.sectors.join(' ')}`)).toEqual(wanted) })
  test.each([
    ['Archbishop Tadesse Mulu was arrested by soldiers in Gondar on Monday.', 'Tadesse Mulu', 'REL'],
    ['Judge Ana Morales was shot dead in Tegucigalpa on Monday.', 'Ana Morales', 'JUD'],
    ['Police arrested the journalist Ali Mansour in Cairo on Monday.', 'Ali Mansour', 'JRN'],
  ])('a title tells the sector: “%s”', (text, name, sector) => {
    const [recipient] = events(text)[0]!.recipients
    expect(recipient!.name).toContain(name)
    expect(recipient!.sectors).toEqual([sector])
  })
  test.each([
    ['Twin blasts killed a novelist, her granddaughter and a pharmacist in Quetta on Sunday.', ['novelist', 'granddaughter', 'pharmacist'], ['CVL', 'CVL', 'MED']],
    ['Gunmen abducted an electrician and a clergyman in Jos on Tuesday.', ['electrician', 'clergyman'], ['LAB', 'REL']],
    ['Police arrested a burglar and a film-maker in Minsk on Friday.', ['burglar', 'film-maker'], ['CRM', 'JRN']],
  ])('trades, kin and callings are roles: “%s”', (text, names, sectors) => {
    const { recipients } = events(text)[0]!
    expect(recipients.map(p => p.name)).toEqual(names)
    expect(recipients.flatMap(p => p.sectors)).toEqual(sectors)
  })
  test.each(['Twin blasts killed nobody in Quetta on Sunday.', 'Partisan bickering killed the bill in Athens on Monday.'])('and words of many meanings are none: “%s”', text => {
    expect(events(text).flatMap(e => [...e.actors, ...e.recipients].map(p => p.name)).filter(n => /twin|partisan/i.test(n))).toEqual([])
  })
  test('a gang leader', () => { expect(who(actor('Gang leader Rudy Castel kidnapped two nuns in Cite Soleil on Monday.'))).toContain('Rudy Castel null null CRM') })
})

describe('groups known by their shape', () => {
  test('by the last word or the first', () => {
    const rows = [
      ['The Kivu Liberation Front attacked a village near Beni on Monday.', 'Kivu Liberation Front'],
      ["The Ruvuma People's Army killed six villagers near Pemba on Monday.", "Ruvuma People's Army"],
      ['The Hazara Defence Movement shelled a post near Bamiyan on Monday.', 'Hazara Defence Movement'],
      ['The Red Dawn Brigades kidnapped a banker in Milan on Monday.', 'Red Dawn Brigades'],
      ['Jaish al-Sabr attacked a checkpoint near Homs on Monday.', 'Jaish al-Sabr'],
    ] as const
    expect(rows.map(([text]) => [actor(text).name, actor(text).entity])).toEqual(rows.map(([, name]) => [name, null]))
  })
})

describe('the same one again', () => {
  test.each([
    ['The Arakan Army attacked Sittwe on Monday. The group kidnapped a mayor in Mrauk-U on Tuesday.', 'Arakan Army'],
    ['The Arakan Army attacked Sittwe on Monday. It kidnapped a mayor in Mrauk-U on Tuesday.', 'Arakan Army'],
    ['The Arakan Army attacked Sittwe on Monday. The rebels kidnapped a mayor in Mrauk-U on Tuesday.', 'Arakan Army'],
    ['The Free Aceh Movement (GAM) attacked Langsa on Monday. GAM rebels kidnapped a judge in Lhokseumawe on Wednesday.', 'Free Aceh Movement'],
    ['The Armed Forces of the Philippines (AFP) bombed Marawi on Monday. The AFP arrested six men in Iligan on Wednesday.', 'Armed Forces of the Philippines'],
    ['Turkey bombed Sinjar on Monday. It imposed a curfew in Cizre on Tuesday.', 'Turkey'],
    ['Colonel Juma Nyota attacked a police post in Pibor on Monday. He kidnapped two aid workers in Bor on Wednesday.', 'Juma Nyota'],
  ])('“%s”', (text, name) => { expect(actors(text).map(p => p?.name)).toEqual([name, name]) })
  test.each([
    ['The Revolutionary Armed Forces of Colombia (FARC) attacked an army patrol in Cauca on Saturday. FARC killed three soldiers.', '2015-05-10', ['Revolutionary Armed Forces of Colombia']],
    ["The Kurdistan Workers' Party (PKK) attacked a police post in Siirt on Monday. The PKK killed two policemen.", '2012-05-10', ["Kurdistan Workers' Party"]],
  ])('one actor of one event: “%s”', (text, published, wanted) => { expect(events(text, published).map(e => e.actors.map(p => p.name))).toEqual([wanted]) })
  test('an unknown group and its acronym are one', () => {
    const [first, second] = actors("The Ruvuma People's Army (RPA) attacked Pemba on Monday. The RPA killed six villagers on Tuesday in Montepuez.")
    expect(first!.name).toBe(second!.name)
  })
  test('two groups stay two', () => {
    expect(actors('The Arakan Army attacked Sittwe on Monday. Kachin fighters kidnapped a mayor in Bhamo on Tuesday.').map(p => p?.name)).toEqual(['Arakan Army', 'Kachin fighters'])
  })
})

describe('who is meant', () => {
  test('an acronym that is also a little word', () => { expect(actor('Officers in Kirkuk said IS had staged a rocket attack on a village near Hawija on Monday.').entity).toBe('iq.islamic-state') })
  test('a little word in a headline of capitals stays one', () => { expect(events('THE MAYOR IS SHOT DEAD in Mosul. Gunmen shot dead the mayor of Mosul on Monday.').flatMap(e => e.actors.map(p => p.entity))).not.toContain('iq.islamic-state') })
  test('namesakes by the country of the report', () => {
    const attack = (where: string): string | null => actor(`The National Liberation Army attacked a police station in ${where} on Monday.`).entity
    expect(attack('Cauca, Colombia,')).toBe('co.national-liberation-army')
    expect(attack('Sabha, Libya,')).toBe('ly.national-liberation-army')
  })
  test('members are their group', () => { expect(actor('The Taliban said its fighters had attacked a base in Herat on Monday.').entity).toBe('af.taliban') })
  test('the army and the government of the country that the report is about', () => {
    const text = 'Syrian government warplanes bombed Idlib on Monday. The army shelled Saraqib on Tuesday.'
    expect(new Set(events(text).flatMap(e => e.actors.map(p => p.country)))).toEqual(new Set(['SY']))
  })
})

describe('which side, and why', () => {
  test.each([
    ['Prosecutors charged an army captain over the murder of three farmers near Shopian on Monday.', 'army captain'],
    ['A senator was shot dead in her car in Bogota on Sunday by members of a drug gang.', 'drug gang'],
    ['Rockets were fired from a rebel camp at a market in Goma on Monday, killing nine people.', 'rebel'],
  ])('“%s” was done by %s', (text, wanted) => { expect(events(text).filter(e => e.type === 'ASSAULT').flatMap(e => e.actors.map(p => p.name)).join(', ')).toContain(wanted) })
  test('whoever accuses another has no part in the act', () => { expect(events('Kenya accused Al-Shabaab of an attack on a bus near Garissa on Monday.').filter(e => e.type === 'ASSAULT').flatMap(e => e.actors.map(p => p.name))).not.toContain('Kenya') })
  test('the trail names the rule and the weights behind each participant', () => {
    const { analysis, trail } = analyseWithTrail({ id: 'r', published: '2024-03-15', text: 'Gunmen opened fire on police near Quetta on Sunday.' })
    const steps = trail.filter(s => s.event === analysis.events[0]!.id && s.field === 'recipients').map(s => s.rule)
    expect(steps.some(rule => rule.startsWith('role:onto'))).toBe(true)
    expect(steps.some(rule => /^police 0\.\d+: .*role:onto/.test(rule))).toBe(true)
  })
})

describe('the name that people go by', () => {
  test.each([
    ['An armed gang known as Baz Krizon killed four traders in Cabaret on Monday.', 'Baz Krizon'],
    ['The armed gang called Red Axe attacked a convoy near Pale on Monday.', 'Red Axe'],
    ['Attackers, said to be Fulani militia, killed 20 villagers in Bokkos on Sunday.', 'Fulani militia'],
    // A place's name is not that of the people in it.
    ['Soldiers in a town called Marfa killed two teachers on Tuesday.', 'Soldiers'],
  ])('%s', (text, wanted) => { expect(events(text).filter(e => e.type === 'ASSAULT').flatMap(e => e.actors.map(a => a.name))).toEqual([wanted]) })
})

test('the evidence of a party holds the phrase for what is theirs and was struck', () => {
  expect(events('Rebels attacked police outposts near Rapti on Tuesday.')[0]!.recipients[0]!.evidence.map(e => e.exact)).toContain('police outposts')
  expect(events('Rebels attacked police near Rapti on Tuesday.')[0]!.recipients[0]!.evidence.map(e => e.exact)).toEqual(['police'])
})

test('a part of a building is nobody', () => {
  expect(events('A missile hit the stairwell of a tower in Kharkiv on Monday.')[0]!.recipients).toEqual([])
  expect(events('A missile hit a school in Kharkiv on Monday.')[0]!.recipients).toHaveLength(1)
})
