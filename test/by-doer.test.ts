/** What the same words name by who does it, and words of acts that tell of none. */
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const DEEDS = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'RETREAT', 'AID', 'SANCTION'])

/** "COERCE/arrest" for each deed that a report tells of as done, tried or planned. */
const deeds = (text: string): readonly string[] => analyse({ id: 'r', published: '2024-05-14', text }).events.filter(e => DEEDS.has(e.type) && e.status !== 'hypothetical' && e.status !== 'negated').map(e => `${e.type}/${e.mode}`)

describe('who does it makes another act of the same words', () => {
  test.each([
    ['The abbot was taken from the refectory by police in Tula on Monday.', ['COERCE/arrest']],
    ['Policemen dragged him from his lorry in Tula on Monday.', ['COERCE/arrest']],
    ['Soldiers led away two brothers in Tula on Monday.', ['COERCE/arrest']],
    ['Soldiers captured two fighters in Tula on Monday.', ['ASSAULT/abduct']],
    ['Men of the Tula Liberation Front seized two brothers in Sedlo on Monday.', ['ASSAULT/abduct']],
    ['An angry mob set ablaze five granaries at Tula on Friday.', ['PROTEST/riot']],
    ['Gunmen set ablaze five granaries at Tula on Friday.', ['ASSAULT/destroy']],
    ['Residents sealed the road to Tula with tractors on Monday.', ['PROTEST/obstruct']],
    ['Soldiers sealed the road to Tula on Monday.', ['COERCE/restrict']],
    ['Angry women carried four of the corpses to the town hall in Tula on Wednesday, demanding the removal of soldiers.', ['PROTEST/demo']],
    ['Masked settlers burned two cars in Burin on Saturday, villagers said.', ['ASSAULT/destroy']],
    ['Police took away two laptops from the newsroom in Tula on Monday.', ['COERCE/seize']],
    ['The junta expelled the head of the UN mission from Bamako on Sunday.', ['SANCTION/expel']],
    ['Two teachers were dragged out of their homes and beheaded in Yala on Saturday.', ['ASSAULT/primitive']],
    ['Residents dragged nine survivors from the rubble in Aleppo on Sunday.', ['AID/humanitarian']],
    ['The junta slapped a dusk-to-dawn curfew on Bamako on Sunday.', ['COERCE/curfew']],
    ['Gunmen killed the deputy mayor in Metora on Thursday as he left his office.', ['ASSAULT/firearms']],
    ['The minister left office in Lima on Thursday.', ['RETREAT/resign']],
    ['NATO kicked off the match between its teams in Lithuania on Monday.', []],
  ])('%s', (text, wanted) => { expect(deeds(text)).toEqual(wanted) })
})

describe('a strike of workers', () => {
  test.each([
    ['Bus drivers stopped work for 24 hours on Monday; a second strike is set for Thursday.', ['PROTEST/strike']],
    ['Workers at the tractor plant downed tools on Monday. A strike at the potash mines of Tula entered its third day.', ['PROTEST/strike']],
    ['The Joint Resistance Front condemned the speech and called a strike for Tuesday in Tula.', ['PROTEST/strike']],
    ['The general called in an air strike on the village of Sedlo on Monday.', ['ASSAULT/aerial']],
  ])('%s', (text, wanted) => { expect(deeds(text)).toEqual(wanted) })
})

describe('what tells of no act', () => {
  const guards = ' Gunmen killed two guards there on Monday.', killed = 'ASSAULT/firearms'
  test.each([
    ['Gunmen kidnapped two engineers in Tula on Monday to press for the release of four pilgrims.', ['ASSAULT/abduct']],
    ['Doctors have stayed off work in Tula since Friday, calling for a surgeon to be freed.', ['PROTEST/strike']],
    ['Doctors marched in Tula on Friday to demand that a surgeon be freed.', ['PROTEST/demo']],
    ['The police deny having arrested anybody in Tula.' + guards, [killed]],
    ['The grenade was thrown by nobody, the army said.' + guards, [killed]],
    ['The group linked the bombing in Tula on Monday to the solitude of its jailed leader.', ['ASSAULT/explosives']],
    ['The bakery in Tula was looked after from March to June.' + guards, [killed]],
    ['The monitors put off a patrol planned for Wednesday.' + guards, [killed]],
  ])('%s', (text, wanted) => { expect(deeds(text)).toEqual(wanted) })
})
