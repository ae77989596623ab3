/** Whom an act befell, over whole reports: those of one side, and those who were in what was struck. */
import { describe, expect, test } from 'vitest'
import { explainReport } from '../src/core/analysis/analyse.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()
const events = (text: string) => explainReport({ id: 'x', text, published: '2024-05-07' }, knowledge).analysis.events

/** "ASSAULT: police > women" for each event of a report. */
const sides = (text: string): readonly string[] => events(text).map(e => `${e.type}: ${e.actors.map(a => a.name).join(', ')} > ${e.recipients.map(a => a.name).join(', ')}`)

describe('of two camps that fell in one act, the one that it befell', () => {
  test.each([
    ['Officials said an assault on Kelva on Monday left 40 soldiers, 12 civilians and dozens of insurgents dead.', 'ASSAULT:  > soldiers, civilians'],
    ['Security forces and the separatists exchanged fire at Metora on Monday. A soldier was killed.', 'ASSAULT: Security forces, separatists > '],
    ['Rebels shelled a barracks near Metora on Monday, killing four soldiers and two policemen.', 'ASSAULT: Rebels > soldiers, policemen'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('people are known by what they were struck in', () => {
  const evidence = (text: string): readonly string[] => events(text)[0]!.recipients.flatMap(p => p.evidence.map(e => e.exact))
  test('those who fell, by the thing', () => {
    expect(evidence('A rocket hit a bakery in Metora on Monday, killing three people.')).toContain('bakery')
    expect(evidence('At least nine people died in an air raid on a clinic near Metora on Monday.')).toContain('clinic')
  })
  test('but not those of a named side', () => { expect(evidence('Gunmen burned two buses in Metora on Monday. A member of the Gulf Cartel was arrested.')).not.toContain('Gulf Cartel') })
})

describe('two words for one crowd or one group', () => {
  test.each([
    ['Coalition forces carried out an air strike on a Taliban leader in Logar on Monday. One insurgent was killed and three additional wounded insurgents were found.', 'ASSAULT: Coalition forces > Taliban'],
    ['A shell killed four women and children in Metora on Monday. The dead civilians were buried on Tuesday.', 'ASSAULT:  > women and children'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('whom an attack was on, where the tree has it elsewhere', () => {
  test.each([
    ['Four people were hurt in an attack on Thursday on a court and two police patrols in Kelva.', 'court'],
    ['At least nine people died in an air raid on a clinic near Metora on Monday.', 'clinic'],
  ])('%s', (text, wanted) => { expect(events(text)[0]!.recipients.flatMap(p => p.evidence.map(e => e.exact))).toContain(wanted) })
})

describe('all whom one sentence tells to have suffered', () => {
  test.each([
    ['One soldier was killed and four technicians hurt in a drone strike on Kelva on Monday.', 'ASSAULT:  > soldier, technicians'],
    ['Militants claimed an attack on police officers that killed 20 people in Kabul on Monday.', 'ASSAULT: Militants > police officers'],
    ['Britain blamed Moscow for the poisoning of former agent Ivan Petrov and his daughter in the UK.', 'ASSAULT:  > Ivan Petrov, daughter'],
    ['Guards were blamed for the killing, last Friday, of one Ado Maren in Metora.', 'ASSAULT: Guards > Ado Maren'],
    ['A suicide bomber killed five people in Metora on Sunday. The passenger, an accomplice, also died. Three nuns and two soldiers were killed, an official said.', 'ASSAULT: suicide bomber > nuns, soldiers'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('who is judged', () => {
  test.each([
    ['His cousin Samir Lo, 25, received 12 years on Friday for complicity in murder.', 'SANCTION:  > Samir Lo'],
    ["Prosecutors had the party's provincial chairman, Ed Lam, arrested on Monday in Metora.", 'COERCE:  > Ed Lam'],
    ['A court in Metora on Monday jailed an attacker and a woman who had driven him.', 'SANCTION: court > attacker, woman'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

test('a name that is spelt in two ways is one', () => {
  expect(sides('The company gave 10,000 dollars to Weerakkodi’s family on Monday. Weerakodi’s family thanked it.')).toContain('AID: company > Weerakkodi’s family')
})

describe('what is struck, though its word names an act as well', () => {
  test.each([
    ['Rebel drones hit an army checkpoint near Kelva on Monday.', 'ASSAULT: Rebels > army'],
    ['A logistic mission of the garrison was the target of an attack by Al-Shabaab near Gossa on Monday.', 'ASSAULT: Al-Shabaab > logistic mission'],
    ['The army set up checkpoints on all roads to Kelva on Monday.', 'MOBILIZE: army > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})
