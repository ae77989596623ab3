/** Who may own up to an act, and who may not, by the options among which the weights choose. */
import { describe, expect, test } from 'vitest'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { claimOptions } from '../src/core/claims/index.ts'
import { findEvents } from '../src/core/events/find.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()

describe('who may own up to an act', () => {
  /** Who may own up by the options, likely or not. */
  const owning = (text: string): readonly string[] => {
    const layer = findEvents(layersOf({ id: 'r', published: '2024-03-15', text }, knowledge).layers, knowledge.statuses)
    return claimOptions(layer, knowledge.claims).map(o => o.bound.claim).filter(c => c.stance === 'claims-responsibility').map(c => c.speaker.name)
  }
  test.each([
    ['whose men did it', 'Gunmen burned a depot in Gao on Monday. The Azawad Front said its fighters had carried out the attack.', 'Azawad Front'],
    ['whose the bomber was', 'A bomber blew up a bus in Gao on Monday, killing four. The Azawad Front said the bomber was one of its fighters.', 'Azawad Front'],
    ['what is claimed by somebody', 'Four people died in an attack on a bus in Gao on Monday. The attack was claimed by the Azawad Front.', 'Azawad Front'],
  ])('%s', (_, text, who) => { expect(owning(text)).toContain(who) })
  test.each([
    ['who only counts', 'An air strike killed 12 people in Gao on Tuesday. The Azawad Front put the death toll at 19.'],
    ['who looks into it', 'An air strike killed 12 people in Rafah on Tuesday. The Israeli army said it was looking into the reports.'],
    ['who says he did nothing', 'An air strike killed 12 people in Gao on Tuesday. The coalition said it had not carried out any strikes in the area.'],
    ['who leaves it open', 'A drone set fire to a depot in Gao on Friday. The Azawad Front neither confirmed nor denied that it was behind the strike.'],
    ['who is urged to', 'A bomb killed six people in Gao on Friday. The mayor urged the Azawad Front to take responsibility for the attack.'],
    ['who is told his duties', 'A bomb killed six people in Gao on Friday. The mission asked all sides to assume their responsibilities.'],
    ['who claimed other acts', 'A bomb killed six people in Gao on Friday. The town has seen several blasts claimed by the Azawad Front.'],
    ['who broadcasts what his army did', 'A clinic in Mawchi was bombed on Saturday. State television said the army had bombed a rebel camp.'],
    ['who fights back', 'An Israeli strike killed three people in Tyre on Friday. The army said Hezbollah fighters had fired at its posts.'],
    ['who means to', 'Gunmen killed 21 soldiers in Menaka on Tuesday. The president said the army would retake the area.'],
    ['nobody who is asked for', 'A house burned down in Gao on Friday. The mayor did not say who was behind the fire.'],
  ])('not %s', (_, text) => { expect(owning(text)).toEqual([]) })
})
