/** What the words of a statement say of one act, as reasons for the claims it may make. */
import { describe, expect, test } from 'vitest'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { claimOptions } from '../src/core/claims/index.ts'
import { findEvents } from '../src/core/events/find.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()

describe('signs of what a statement says of an act', () => {
  const signs = (text: string, kind: string): readonly string[] => {
    const layer = findEvents(layersOf({ id: 'r', published: '2024-03-15', text }, knowledge).layers, knowledge.statuses)
    return claimOptions(layer, knowledge.claims).flatMap(o => o.features).filter(f => f.startsWith(`${kind}: `)).map(f => f.slice(kind.length + 2))
  }
  const told = 'Soldiers raided Goma on Sunday and killed five people. '
  test.each([
    ['whom it struck', `${told}The mayor said the dead were farmers.`, 'reports recipient', 'says whom'],
    ['who was among them', `${told}The mayor said two nurses were among the dead.`, 'reports recipient', 'says whom'],
    ['as what they are described', `${told}The mayor described the dead as farmers.`, 'reports recipient', 'says whom'],
    ['what it answers', `${told}The army said the raid was in retaliation for a theft.`, 'reports purpose', 'for reprisal'],
    ['at what it was aimed', `${told}The army denied that it had targeted the clinic.`, 'denies recipient', 'says aim'],
    ['a part that is denied', `${told}The police denied any involvement.`, 'denies actor', 'of part'],
    ['the charge made last', `${told}The union accused the army of the raid. The army denied it.`, 'denies actor', 'charged last'],
    ['a charge against the speaker', `${told}The union accused Syria of the raid. Syria denied it.`, 'denies actor', 'charged with it'],
    ['the place it was at', `${told}The union condemned the bloodshed in Goma.`, 'condemns event', 'same place'],
  ])('%s', (_, text, kind, wanted) => { expect(signs(text, kind)).toContain(wanted) })
  test.each([
    ['where the dead lie', `${told}The mayor said the dead were in the morgue.`, 'reports recipient', 'says whom'],
    ['that others are farmers', `${told}The mayor said his sons were farmers.`, 'reports recipient', 'says whom'],
    ['a charge against others', `${told}The union accused the rebels of the raid. The army denied it.`, 'denies actor', 'charged with it'],
    ['no place at all', `${told}The union condemned the bloodshed.`, 'condemns event', 'same place'],
  ])('not: %s', (_, text, kind, unwanted) => { expect(signs(text, kind)).not.toContain(unwanted) })
})
