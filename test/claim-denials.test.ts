/** Denials by plain words: what is denied of the act, whatever the verb of saying. */
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const denied = (text: string): readonly string[] => analyse({ id: 'r', published: '2024-03-15', text }).events.flatMap(e => e.claims.filter(c => c.stance === 'denies').map(c => `${c.speaker.name} ${c.about}`))

describe('denials in so many words', () => {
  test.each([
    ['a part in it', 'A bomb killed seven people in Cali on Sunday. The ELN said it had no part in the bombing.', 'ELN actor'],
    ['that it was theirs', 'A bomb killed seven people in Cali on Sunday. The ELN said its men had nothing to do with it.', 'ELN actor'],
    ['that they did it', 'A rocket wounded two people in Erbil on Sunday. Kataib Hezbollah said it did not launch any rockets.', 'Kataib Hezbollah actor'],
    ['by standing apart', 'A bomb killed seven people in Cali on Sunday. The ELN distanced itself from the bombing.', 'ELN actor'],
    ['that a place fell', 'Rebels seized the town of Bunia on Friday. The army said the town remained under its control.', 'army event'],
    ['what was reported', 'Rebels seized the town of Bunia on Friday. The army said the report was fake.', 'army event'],
    ['what others tell, set apart', 'Rebels seized the town of Bunia on Friday, a claim the army called false.', 'army event'],
    ['whom it struck', 'Shells hit a school in Donetsk on Sunday. Russia, which denies targeting civilians, did not comment.', 'Russia recipient'],
  ])('%s', (_, text, wanted) => { expect(denied(text)).toContain(wanted) })
  test.each([
    ['what is left open', 'A drone set fire to a depot in Gao on Friday. The ELN neither confirmed nor denied that it was behind it.'],
    ['that nobody was hurt', 'A rocket hit a base in Erbil on Sunday. The coalition said none of its troops was hurt.'],
    ['what would not be', 'Gunmen killed two people in Gao on Sunday. The army said it would not attack the town.'],
  ])('not %s', (_, text) => { expect(denied(text)).toEqual([]) })
})
