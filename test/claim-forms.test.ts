/** Claims told in other forms than "X said": figures that are put, counted or stood at, news that comes from somebody, communiqués in the third person. */
import { describe, expect, test } from 'vitest'
import { analyse, type Claim, type Event } from '../src/index.ts'

const events = (text: string): readonly Event[] => analyse({ id: 'r', published: '2024-03-15', text }).events
const value = (c: Claim): string => c.value === null ? '' : typeof c.value === 'string' ? ` ${c.value}` : ` ${c.value.min ?? ''}..${c.value.max ?? ''}`
const told = (c: Claim): string => `${c.speaker.name} ${c.stance} ${c.about}${value(c)}`
/** What an event's claims tell; that it happened is left out where its speaker says more of it. */
const telling = ({ claims: all }: Event): readonly Claim[] => all.filter(c => !((c.stance === 'reports' || c.stance === 'confirms') && c.about === 'event') || !all.some(x => x !== c && x.speaker.name === c.speaker.name))

describe('figures and news told in other forms than "X said"', () => {
  const said = (text: string): readonly string[] => events(text).flatMap(telling).map(told)
  test.each([
    ['A drone hit a bazaar in Sirte on Monday. The council gave the toll as 30, medics as 17 or more.', ['council reports killed 30..30', 'medics reports killed 17..']],
    ['A drone hit a bazaar in Sirte on Monday. The army gave the toll as 12 and the rebels as 40.', ['army reports killed 12..12', 'rebels reports killed 40..40']],
    ['Shells struck a school in Sirte on Friday. Our correspondent counts eight people hurt.', ['correspondent reports injured 8..8']],
    ['Aid partners counted 64 houses destroyed in the attack on Sirte on 12 March.', ['Aid partners reports event']],
    ['At least 40 people fled after gunmen raided Sirte on Sunday, local elders and health workers report.', ['local elders reports event']],
    ['As many as 20 were killed in the raid on Sirte on Sunday - this is what residents say.', ['residents reports killed ..20']],
    ['A blast ripped through a mosque in Sirte on Friday. The health ministry\'s tally stood at 43 dead.', ['health ministry reports killed 43..43']],
    ['A blast ripped through a mosque in Sirte on Friday. Hospital sources had the toll at 50.', ['Hospital sources reports killed 50..50']],
    ['It emerged from the governor that six guards were killed in a raid on Sirte on Monday.', ['governor reports killed 6..6']],
    ['Four nurses were abducted in Sirte on Monday. Word of the kidnapping came from the governor.', ['governor reports event']],
    ['Two rockets hit a police post in Sirte on Sunday, killing many. The figure of 19 dead that local officials gave could not be checked.', ['local officials reports killed 19..19']],
    ['Six soldiers were killed in a raid in Sirte on Monday, a military source was quoted as saying by state television.', ['military source reports killed 6..6']],
    ['Rebels attacked a base in Sirte on Monday. The army admitted losing 12 men.', ['army confirms killed 12..12']],
  ])('“%s”', (text, wanted) => { expect(said(text)).toEqual(expect.arrayContaining(wanted)) })
  test('whom an act struck, in a brief', () => {
    const before = 'Gunmen shot dead six men near Sirte on Monday. '
    expect(said(`${before}Relatives said the victims were cattle traders.`)).toContain('Relatives reports recipient')
    expect(said('A missile destroyed a house in Sirte on Monday. The army said the house belonged to a commander.')).toContain('army reports recipient')
    expect(said(`${before}The mayor said his sons were farmers.`)).not.toContain('mayor reports recipient')
  })
  test('not a place that is at a number, nor news of somebody else', () => {
    expect(said('A drone hit a bazaar in Sirte on Monday. The council put the dead at 22, most of them at 13 Liberty Street.')).toEqual(['council reports killed 22..22'])
    expect(said('Gunmen shot two men in Sirte on Monday. The men came from the governor.')).toEqual([])
  })
  const fight = 'Guerrillas of the Karan Liberation Army ambushed a convoy near Tirin on Monday. Six soldiers were killed.'
  test.each([
    ['the heading', `Press release of the Karan Liberation Army\n\n${fight}`],
    ['the brackets of the dateline', `TIRIN, March 12 (Press Office of the Karan Liberation Army) - ${fight}`],
    ['the signature', `${fight}\n\nHassan Diallo, spokesman of the Karan Liberation Army`],
  ])('a communiqué in the third person is by whom %s names', (_, text) => {
    expect(said(text)).toEqual(expect.arrayContaining(['Karan Liberation Army claims-responsibility event', 'Karan Liberation Army reports killed 6..6']))
  })
  test('each of several statements under headings of their own is of its own issuer', () => {
    const all = said('Statement of the Ministry of Defence:\n\nOn 12 March our units repelled an attack on Tirin. Three attackers were killed.\n\nStatement of the Harak Front:\n\nOn 12 March the fighters of the Front destroyed two vehicles of the army at Tirin and killed nine soldiers.')
    expect(all).toContain('Harak Front reports killed 9..9')
    expect(all).not.toContain('Ministry of Defence reports killed 9..9')
  })
  test('a report that gives the words of many is no communiqué, whatever its heading names', () => {
    expect(said('Statement of the Interior Ministry on the Tirin attack\n\nGunmen attacked the police post at Tirin on Monday. The mayor said they had come from the hills. Residents spoke of five attackers. The governor called it an outrage.').filter(c => c.startsWith('Interior'))).toEqual([])
  })
  test('a figure told of one act is of no other', () => {
    const [first, second] = events('Gunmen killed six people in Kura on Monday. On the same day bandits killed three drivers on the Zaria road, the police said.')
    expect(first!.claims.map(c => c.about)).not.toContain('killed')
    expect(second!.claims.map(told)).toContain('police reports killed 3..3')
  })
})
