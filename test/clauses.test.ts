/** Clauses whose verb the parser took for something else. */
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

/** "ASSAULT inmates → prisoners 27/-" for each deed of a report. */
const deeds = (text: string): readonly string[] => analyse({ id: 'r', published: '2024-03-15', text }).events.filter(e => !['CONSULT', 'REQUEST'].includes(e.type)).map(e => `${e.type} ${e.actors.map(a => a.name).join(', ')} → ${e.recipients.map(a => a.name).join(', ')} ${e.killed?.min ?? '-'}/${e.injured?.min ?? '-'}`)

describe('who stands behind “after” did what its clause tells', () => {
  test.each([
    ['Ecuador’s president declared a state of emergency on Friday after gunmen at a dock in Manta killed 19 fishermen.', ['COERCE Ecuador’s president →  -/-', 'ASSAULT gunmen → fishermen 19/-']],
    ['Schools closed on Monday after militia fighters from the hills burned two houses in Wamena.', ['PROTEST Schools →  -/-', 'ASSAULT militia fighters → houses -/-']],
    ['Security was tight in Kano on Tuesday after a commander killed Sunday.', ['ASSAULT  → commander -/-']],
  ])('%s', (text, wanted) => { expect(deeds(text)).toEqual(wanted) })
})

test('a number of times is nobody', () => { expect(deeds('Police held two men after a woman stabbed 12 times died in Kano.').some(d => /woman → /.test(d))).toBe(false) })

describe('a noun of two words is no verb, and what is behind it is one', () => {
  test.each([
    ['A car bomb near a barracks in Jamundi wounded 12, among them a clerk.', '12'],
    ['A roadside bomb on a bridge in Kandahar injured three children.', '3'],
  ])('%s', (text, wanted) => { expect(deeds(text).map(d => d.split('/')[1])).toEqual([wanted]) })
  test('who was wounded so many days before did not wound them', () => { expect(deeds('A man wounded 12 days ago in Kandahar died on Friday.').every(d => !d.endsWith('/12'))).toBe(true) })
})

describe('what has an object of its own behind “and” goes on with the verb before', () => {
  test.each([
    ['Turkey sent 2,000 more troops to Idlib and shelled positions of the Syrian Democratic Forces around Manbij after two of its soldiers were killed by a rocket.', ['MOBILIZE Turkey →  -/-', 'ASSAULT Turkey → Syrian Democratic Forces -/-', 'ASSAULT  → Turkey 2/-']],
    ['The army pulled out of Tabqa and released 30 prisoners.', ['RETREAT army →  -/-', 'RETREAT army → prisoners -/-']],
    ['Two women treated in Idlib and wounded civilians from Afrin were taken to Turkey.', []],
  ])('%s', (text, wanted) => { expect(deeds(text)).toEqual(wanted) })
})
