/** Sentences that tell a cause: how likely one does, and which words are cause, effect and signal. */
import { describe, expect, test } from 'vitest'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { CAUSAL, causality, causalSpans } from '../src/core/causes/index.ts'
import { loadCausality, SLOTS, slotOf } from '../src/core/causes/causality.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge(), { model, connectives } = knowledge.causes
const layers = (text: string) => layersOf({ id: 'r', text }, knowledge).layers
function probability(text: string): number {
  const { syntax, text: { tokens } } = layers(text)
  return causality(model!, syntax, { first: 0, last: tokens.length })
}
/** The surest relation as "cause > signal > effect". */
function relation(text: string): string | undefined {
  const { syntax, text: { tokens } } = layers(text), all = { first: 0, last: tokens.length }
  const words = ({ first, last }: { first: number; last: number }): string => tokens.slice(first, last).map(t => t.form).join(' ')
  return causalSpans(syntax, all, connectives).map(s => [s.cause, s.signal, s.effect].map(words).join(' > '))[0]
}

describe('how likely', () => {
  test.each([
    ['Workers went on strike because their wages had not been paid.'],
    ['Thousands marched in Lima to protest against the new tax.'],
    ['The killing triggered protests in the capital.'],
  ])('a cause: “%s”', text => { expect(probability(text)).toBeGreaterThan(CAUSAL) })
  test.each([
    ['The minister arrived in Nairobi.'],
    ['The report has twelve pages.'],
  ])('none: “%s”', text => { expect(probability(text)).toBeLessThan(CAUSAL) })
  test('nothing at all has a probability too', () => { expect(probability('')).toBeGreaterThanOrEqual(0) })
})

describe('which words', () => {
  test.each([
    ['The army shelled the town because rebels had attacked a convoy.', 'rebels had attacked a convoy > because > The army shelled the town'],
    ['The shooting led to riots.', 'The shooting > led to > riots'],
    ['Thousands marched demanding his release.', 'demanding his release > demanding > Thousands marched'],
    ['A bomb exploded in the market, killing nine people.', 'A bomb exploded in the market > killing > killing nine people'],
    ['Workers blocked the road to stop the trucks.', 'to stop the trucks > to > Workers blocked the road'],
    ['The curfew was imposed after the riots began.', 'the riots began >  > The curfew was imposed'],
  ])('“%s”', (text, wanted) => { expect(relation(text)).toBe(wanted) })
  test.each([['The minister arrived in Nairobi.'], ['Rain fell.']])('none: “%s”', text => { expect(relation(text) ?? '').not.toMatch(/> \w+ >/) })
})

describe('the model’s file', () => {
  test('what is no model is none', () => { expect(loadCausality(new Uint8Array(10), { triggers: new Map(), phrases: [] })).toBeNull() })
  test('slots lie within the table', () => { for (const f of ['', 'u riot', 'ü'.repeat(1000)]) { expect(slotOf(f)).toBeGreaterThanOrEqual(0); expect(slotOf(f)).toBeLessThan(SLOTS) } })
})
