/** Attacks that came to nothing, who stops them, and aircraft that are shot down. */
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

/** "attempted drone: militia" for each attack of a report. */
const attacks = (text: string): readonly string[] => analyse({ id: 'r', published: '2024-03-15', text }).events.filter(e => e.type === 'ASSAULT').map(e => `${e.status} ${e.mode}: ${e.actors.map(a => a.name).join(', ')}`)

describe('what was sent, thrown or laid and did not do its work was tried', () => {
  test.each([
    ['A parcel bomb was left at the door of a notary in Tula on Monday. It failed to go off and was taken away by experts.', ['attempted explosives: ']],
    ['Two men threw a grenade, which did not explode, into the yard of a mill in Sedlo on Monday.', ['attempted explosives: men']],
    ['A rocket fired from an orchard on Sunday missed the water tower in Dalmora.', ['attempted heavy-weapons: ']],
    ['Gunmen fired a rocket at the town hall in Tula on Tuesday but missed.', ['attempted heavy-weapons: Gunmen']],
    ['A rocket was launched towards Tula on Thursday. It fell short, the army said.', ['attempted heavy-weapons: ']],
    ['A mine laid under a lorry in Sedlo failed to detonate on Monday.', ['attempted explosives: ']],
    ['A night attack on the barracks in Tula on Friday failed.', ['attempted null: ']],
    ['The militia launched rockets at Tula on Monday. They hit a bakery and killed two workers.', ['occurred heavy-weapons: militia']],
    ['Rebels fired mortar shells at the airfield in Tula on Sunday. One of them did not explode.', ['occurred heavy-weapons: Rebels']],
    ['Three rockets were fired at the base in Tula on Sunday. Two missed, and one hit a hangar, wounding a guard.', ['occurred heavy-weapons: ']],
    ['Drones struck a mill in Tula on Monday, injuring four workers. One drone fell on a school but did not explode.', ['occurred drone: ']],
    ['Gunmen shot a farmer in Kano on Monday. He had missed the last bus.', ['occurred firearms: Gunmen']],
  ])('%s', (text, wanted) => { expect(attacks(text)).toEqual(wanted) })
})

describe('who stops an attack has not made it', () => {
  test.each([
    ['The militia said it sent two drones at the port of Haifa before dawn. The navy brought them down over the sea.', ['attempted drone: militia']],
    ['The militia launched a drone at Haifa on Monday that the navy intercepted.', ['attempted drone: militia']],
    ['The militia sent three drones at a tanker on Monday. A frigate shot them down.', ['attempted drone: militia']],
    ['Air defence crews shot down 12 Ukrainian drones over Belgorod on Monday.', ['attempted drone: Ukraine']],
    ['Soldiers brought down a drone loaded with grenades near Cali on Monday.', ['attempted drone: ']],
    ['Sappers defused a bomb outside a bank in Athens on Monday.', ['attempted explosives: ']],
    ['The air force downed a surveillance drone over the border on Sunday.', ['occurred destroy: air force']],
  ])('%s', (text, wanted) => { expect(attacks(text)).toEqual(wanted) })
})

describe('an aircraft that is shot down leaves the weapon open', () => {
  test.each([
    ['Rebels shot down an army helicopter over Sedlo on Monday, and its crew of three died.', ['occurred null: Rebels']],
    ['A fighter jet was shot down by rebels over Sedlo on Saturday.', ['occurred null: rebels']],
    ['Rebels shot down an army helicopter with a missile near Sedlo on Monday.', ['occurred heavy-weapons: Rebels']],
    ['Rebels destroyed a bridge near Sedlo on Monday.', ['occurred destroy: Rebels']],
  ])('%s', (text, wanted) => { expect(attacks(text)).toEqual(wanted) })
})

describe('an ambush of which no weapon is told was made with guns', () => {
  test.each([
    ['Insurgents ambushed an army patrol near Sedlo on Friday, and five soldiers died.', 'occurred firearms: Insurgents'],
    ['Insurgents ambushed an army patrol with a roadside bomb near Sedlo on Friday.', 'occurred explosives: Insurgents'],
  ])('%s', (text, wanted) => { expect(attacks(text)).toContain(wanted) })
})
