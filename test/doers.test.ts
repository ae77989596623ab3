/** Who or what does it tells whether it is an act at all. */
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const codes = (text: string): string => analyse({ id: 'r', published: '2024-03-15', text }).events.map(e => `${e.type}/${e.mode ?? '-'}`).join(' ')

describe('who or what does it tells whether it is an act', () => {
  test.each([
    ['Soldiers drove 300 people from their homes in Kibumba on Monday.', 'COERCE/deport'],
    ['The war has driven 300 people from their homes in Kibumba.', ''],
    ['Police picked up nine students in Dhaka on Monday.', 'COERCE/arrest'],
    ['The Zandari Lions attacked a checkpoint near Gao on Monday, killing four soldiers.', 'ASSAULT/-'],
    ['Soldiers shot dead nine Tamil Tigers near Jaffna on Monday.', 'ASSAULT/firearms'],
    ['Tigers killed two soldiers near Jaffna on Monday.', 'ASSAULT/-'],
    ['Two lions attacked a herd near Gao on Monday.', ''],
  ])('%s', (text, wanted) => { expect(codes(text)).toBe(wanted) })
  test.each([
    ['Three people died in police firing in Khambhat on Monday.', 'ASSAULT/firearms', ['police'], 3],
    ['Two men were killed in army firing on a crowd in Imphal on Monday.', 'ASSAULT/firearms', ['army'], 2],
    ['Police fired about 20 rounds killing two men in Anand on Monday.', 'ASSAULT/firearms', ['Police'], 2],
    ['Troops fired in self-defence in Anand on Monday, killing two.', 'ASSAULT/firearms', ['Troops'], 2],
    ['Protesters were met by police firing tear gas in Lima on Monday.', 'ASSAULT/crowd-control', ['police'], null],
    ['The firing of the police chief in Surat on Monday angered the mayor.', '', [], null],
    ['The owner fired to cut costs in Anand on Monday.', '', [], null],
  ])('deeds told by a noun of who did them: %s', (text, wanted, actors, killed) => {
    const list = analyse({ id: 'r', published: '2024-03-15', text }).events
    expect(list.filter(e => e.type === 'ASSAULT').map(e => `${e.type}/${e.mode ?? '-'}`).join(' ')).toBe(wanted)
    expect(list[0]?.actors.map(a => a.name) ?? []).toEqual(actors)
    expect(list[0]?.killed?.min ?? null).toBe(killed)
  })
  test('what has taken place was taken to no station', () => {
    expect(codes('Forty of these deaths have taken place due to police firing in Surat.')).not.toContain('COERCE')
    expect(codes('Soldiers took four men to the police station in Hebron on Monday.')).toBe('COERCE/arrest')
  })
  test.each([
    ['The president suspended the talks in 2019 after a car bomb at a police academy in Bogotá killed 22 cadets.', []],
    ['The governor apologised after soldiers at a checkpoint near Kano killed nine traders.', ['soldiers']],
    ['Two rockets were fired from southern Lebanon at Haifa on Monday.', []],
    ['Two rockets were fired from Syria at Haifa on Monday.', ['Syria']],
    ['A drone dropped a grenade on a field near Kano on Monday.', []],
    ['An army drone dropped a grenade on a field near Kano on Monday.', ['army']],
  ])('not who the sentence begins with, nor where from: %s', (text, actors) => {
    expect(analyse({ id: 'r', published: '2024-03-15', text }).events.find(e => e.type === 'ASSAULT')?.actors.map(a => a.name)).toEqual(actors)
  })
  test('nobody did what is told sentences away from all that names them', () => {
    const events = analyse({ id: 'r', published: '2024-03-15', text: 'The Rapid Support Forces burned a depot in Gao on Monday. The mayor called it a shame. Schools stayed shut. Rain fell all day. On Sunday a bomb went off at a clinic in Mopti.' }).events.filter(e => e.type === 'ASSAULT')
    expect(events.map(e => e.actors.map(a => a.name))).toEqual([['Rapid Support Forces'], []])
  })
  test('a colon ends a name', () => {
    const [event] = analyse({ id: 'r', published: '2024-03-15', text: 'Myanmar: Soldiers burned 40 houses in Pauk on Monday.' }).events
    expect(event!.actors.map(a => a.name)).toEqual(['Soldiers'])
  })
})
