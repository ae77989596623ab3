/** Whose an act is by papers left at the scene, by "laid claim to" and by "as did": who speaks without a verb of saying of his own. */
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const claims = (text: string): readonly string[] => analyse({ id: 'r', published: '2024-03-15', text }).events.flatMap(e => e.claims.map(c => `${c.speaker.name} ${c.stance} ${c.about}`))

describe('who does alike says what was said', () => {
  test.each([
    ['Police shot dead a student in Sevana on Monday. The union condemned the killing, as did the Green Party.', 'Green Party condemns event'],
    ['Rebels killed six people in Sevana on Monday. The rebels denied it, as did the Red Front\'s commander.', 'Red Front\'s commander denies actor'],
    ['Rebels attacked Sevana on Monday, killing six, the ministry said. The Red Front denied any link to the attack. So did Kataib Omar, one of its factions.', 'Kataib Omar denies actor'],
  ])('“%s”', (text, wanted) => { expect(claims(text)).toContain(wanted) })
  test.each([
    ['Police opened fire in Sevana on Monday, as did soldiers.', 'soldiers'],
    ['The ministry said police opened fire in Sevana on Monday. Police then left. So did the soldiers.', 'soldiers'],
  ])('not “%s”', (text, who) => { expect(claims(text).filter(c => c.includes(who))).toEqual([]) })
})

describe('a group owns up by its paper at the scene', () => {
  test.each([
    ['Gunmen burned three trucks in Sevana on Monday. A leaflet left at the scene was signed by the Red Front.', 'Red Front'],
    ['Gunmen burned three trucks in Sevana on Monday. A canvas, signed by the Red Front, said the sabotage was done for their dead.', 'Red Front'],
    ['A bomb killed four people in Sevana on Monday. The rebels laid claim to the bombing.', 'rebels'],
  ])('“%s”', (text, who) => { expect(claims(text)).toContain(`${who} claims-responsibility event`) })
  test.each([
    ['Gunmen burned trucks in Sevana on Monday. A message signed by the Red Front denied that its people had taken part.'],
    ['Gunmen burned trucks in Sevana on Monday. The decree was signed by the National Front.'],
    ['A bomb killed four people in Sevana on Monday. The republic laid claim to the island.'],
  ])('not “%s”', text => { expect(claims(text).filter(c => c.includes('claims-responsibility'))).toEqual([]) })
})

describe('by whose account', () => {
  test.each([
    ['Rebels and soldiers clashed in Sevana on Monday, killing four rebels by the army\'s account.', 'army reports killed'],
    ['Forty-two cars, by the count of the fire brigade, were burned in Sevana on Monday.', 'fire brigade reports event'],
  ])('“%s”', (text, wanted) => { expect(claims(text)).toContain(wanted) })
})

describe('what an act is called condemns it', () => {
  test.each([
    ['The army withdrew from Sevana on Monday. The Action Party called the retreat a capitulation.', 'Action Party condemns event'],
    ['Thousands marched in Sevana on Monday. Deputy Omar Diaz said the march was a "coup in instalments".', 'Deputy Omar Diaz condemns event'],
  ])('“%s”', (text, wanted) => { expect(claims(text)).toContain(wanted) })
})
