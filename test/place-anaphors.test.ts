/** Words that point back to a place, and names that only the words beside them make places. */
import { describe, expect, test } from 'vitest'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()
const places = (text: string): readonly string[] => layersOf({ id: 'r', published: '2024-03-15', text }, knowledge).layers.places.map(p => `${text.slice(p.start, p.end)} = ${p.entry?.name ?? p.name}`)
const back = (text: string): readonly string[] => layersOf({ id: 'r', published: '2024-03-15', text }, knowledge).layers.places.filter(p => p.rule === 'place:anaphor').map(p => `${text.slice(p.start, p.end)} = ${p.name}`)

describe('words that point back', () => {
  test.each([
    ['Rebels attacked Damboa in Nigeria on Monday. They burned nine houses in the town.', ['the town = Damboa']],
    ['A bomb went off in Mogadishu on Monday. Four men were arrested there.', ['there = Mogadishu']],
    ['Rockets hit Bagram air base in Afghanistan. Two soldiers at the base were hurt.', ['the base = Bagram air base']],
    ['Rebels shelled Homs in Syria on Monday. Jets bombed Hama. Nine people died in the same city.', ['the same city = Hama']],
    ['Rebels attacked Goma. Shops closed nationwide.', ['nationwide = Democratic Republic of the Congo']],
  ])('“%s”', (text, wanted) => { expect(back(text)).toEqual(wanted) })
  test.each([
    ['another place', 'Rebels attacked Damboa in Nigeria. They then went to the next town.'],
    ['a place named right after', 'Rebels attacked Damboa in Nigeria. They burned houses in the town of Biu.'],
    ['a part of another noun', 'Rebels attacked Damboa in Nigeria. They burned the town hall.'],
    ['there is', 'Rebels attacked Damboa in Nigeria. There was no claim.'],
    ['an indefinite place', 'Rebels attacked Damboa in Nigeria. They burned a village.'],
  ])('not %s: “%s”', (_, text) => { expect(back(text)).toEqual([]) })
  test('the capital of the country that the report speaks of', () => {
    expect(places('Rebels attacked Homs and Hama in Syria. A bomb went off in the capital.').at(-1)).toBe('the capital = Damascus')
  })
})

describe('names that the gazetteer lacks', () => {
  test('after a word of where, and again elsewhere in the report', () => {
    expect(places('Gunmen killed nine farmers in Qorvantesh on Monday. Soldiers reached Qorvantesh at noon.')).toEqual(['Qorvantesh = Qorvantesh', 'Qorvantesh = Qorvantesh'])
  })
  test('not who is trusted, nor who speaks', () => {
    expect(places('Voters have no confidence in Qorvantesh. He lost.')).toEqual([])
  })
  test('a hospital is not named after a town abroad', () => {
    expect(places('Troops entered the Al Salem hospital near Mosul, Iraq. Iraqi jets bombed Mosul. Iraqi police left Baghdad.')[0]).not.toContain('Salem = Salem')
  })
})
