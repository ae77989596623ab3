/** Which of the claims that a statement may make are made. */
import { describe, expect, test } from 'vitest'
import type { Option } from '../src/core/claims/index.ts'
import { chosen } from '../src/core/claims/weigh.ts'
import type { Claim } from '../src/index.ts'

describe('one statement of one event', () => {
  const at = { start: 0, end: 4, exact: 'said' }, option = (event: string, stance: Claim['stance'], share: string): Option => ({ bound: { event, rule: 'claim:said', actor: -1, claim: { speaker: { name: 'army', entity: null, evidence: at }, stance, about: 'event', value: null, cue: at, content: at } }, byRule: false, plain: false, features: [share] })
  const weights = { 'one in six': Math.log(1 / 5), 'one in seven': Math.log(1 / 6), 'one in twenty': Math.log(1 / 19) }
  test('says something where its claims are likely together, and by the likeliest', () => {
    const made = chosen([option('e1', 'reports', 'one in seven'), option('e1', 'claims-responsibility', 'one in six'), option('e1', 'confirms', 'one in seven')], weights, false)
    expect(made.map(b => b.claim.stance)).toEqual(['claims-responsibility'])
  })
  test('says nothing where they are not, or are of several events', () => {
    expect(chosen([option('e1', 'reports', 'one in seven'), option('e1', 'confirms', 'one in twenty')], weights, false)).toEqual([])
    expect(chosen([option('e1', 'reports', 'one in seven'), option('e2', 'reports', 'one in six'), option('e3', 'reports', 'one in seven')], weights, false)).toEqual([])
  })
})
