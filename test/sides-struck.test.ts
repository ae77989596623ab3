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
