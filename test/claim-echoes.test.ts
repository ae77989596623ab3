/** Claims that take up what another said, what an act is called, and what somebody owns up to by other words than "claimed responsibility". */
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const claims = (text: string): readonly string[] => analyse({ id: 'r', published: '2024-03-15', text }).events.flatMap(e => e.claims.map(c => `${c.speaker.name} ${c.stance} ${c.about}${c.value === null || typeof c.value === 'string' ? '' : ` ${c.value.min}`}`))

describe('who says what another said says it too', () => {
  const dead = 'Nine people died in Monday\'s blast in Kano, a doctor said.'
  test.each([
    [`${dead} The governor said the same.`, 'governor reports killed 9'],
    [`${dead} The police gave the same figure.`, 'police reports killed 9'],
    [`${dead} The governor confirmed the toll.`, 'governor confirms killed 9'],
    ['Residents accused soldiers of burning the market in Mopti on Sunday. Human Rights Watch repeated the accusation.', 'Human Rights Watch accuses actor'],
  ])('“%s”', (text, wanted) => { expect(claims(text)).toContain(wanted) })
  test.each([
    [`${dead} The governor supported the strike.`, 'governor'],
    [`${dead} The governor made the same journey.`, 'governor'],
    [`${dead} The doctor said the same.`, 'governor'],
  ])('not “%s”', (text, who) => { expect(claims(text).filter(c => c.startsWith(who))).toEqual([]) })
})

describe('what is denied is what was said', () => {
  test.each([
    ['whom it struck', 'Gunmen shot dead five men in Kalat on Sunday. The Baloch Liberation Army said they were spies, which their families rejected.', 'families denies recipient'],
    ['a figure', 'Nine people died in Monday\'s blast in Kano, a doctor said. The army disputed the figure.', 'army denies killed 9'],
    ['that it fell', 'Rebels seized the town of Bunia on Friday. The governor insisted the army was still in control of it.', 'governor denies event'],
    ['that civilians are aimed at', 'Russian shells killed five people in Kherson on Monday, the mayor said. Moscow says it does not target civilians.', 'Moscow denies recipient'],
    ['that it was his men', 'Shots were fired at the crowd in Minsk on Sunday. The interior minister said it was not his men.', 'interior minister denies actor'],
  ])('%s', (_, text, wanted) => { expect(claims(text)).toContain(wanted) })
  test.each([
    ['an offer', 'Gunmen shot dead five men in Kalat on Sunday. The front offered a truce, which the army rejected.', 'army'],
    ['by one who knows nothing of it', 'Militants beheaded three fishermen near Palma on Monday. The commander said he had no information about such an attack.', 'commander'],
  ])('not %s', (_, text, who) => { expect(claims(text).filter(c => c.startsWith(who))).toEqual([]) })
})

describe('who says whom it struck', () => {
  const shot = 'Soldiers shot dead two insurgents in Pattani on Sunday.'
  test.each([
    [`${shot} Relatives say the men were unarmed rubber tappers.`, 'Relatives'],
    [`${shot} Relatives say both of them were woodcutters.`, 'Relatives'],
    ['Gunmen shot dead five men in Kalat on Sunday. The police said they were spies.', 'police'],
    ['A drone hit a wedding in Kandahar on Friday. Tribal elders said all those killed were civilians.', 'Tribal elders'],
  ])('“%s”', (text, who) => { expect(claims(text)).toContain(`${who} reports recipient`); expect(claims(text)).not.toContain(`${who} reports event`) })
  test('not who did it', () => { expect(claims('Gunmen shot dead five men in Kalat on Sunday. The police said they were bandits.')).not.toContain('police reports recipient') })
})

describe('who condemns by what he calls it', () => {
  test.each([
    ['Police arrested fourteen activists in Harare on Monday. Their lawyer called the arrests arbitrary.', 'lawyer'],
    ['Police arrested fourteen activists in Harare on Monday. Their lawyer said the arrests were unlawful.', 'lawyer'],
    ['A strike on a market in Idlib killed eleven people on Saturday. For Amnesty International the strike was a war crime.', 'Amnesty International'],
    ['Soldiers shot nine miners in Kogi on Monday. To the union, it was murder.', 'union'],
    ['Soldiers arrested nine students in Juba on Tuesday. Amnesty International criticised the army for what it called an unlawful raid.', 'Amnesty International'],
    ['The army raided a newspaper in Kampala on Tuesday and arrested five editors, a move condemned by Human Rights Watch.', 'Human Rights Watch'],
  ])('“%s”', (text, who) => { expect(claims(text)).toContain(`${who} condemns event`) })
  test.each([
    'Police arrested four men in Oran on Friday. The prosecutor said they had illegal weapons.',
    'Police arrested four men in Oran on Friday. The prosecutor said the arrests were not arbitrary.',
    'For a week the army shelled the hills near Gao, the mayor said on Friday.',
    'A strike on a market in Idlib killed eleven people on Saturday. For the president the strike was a vindication.',
  ])('“%s”: nobody', text => { expect(claims(text).filter(c => c.includes('condemns'))).toEqual([]) })
})

describe('who owns up to it', () => {
  test.each([
    ['Gunmen attacked the market of Kenscoff on Thursday, killing six. A spokesman for the gang admitted to the attack.', 'spokesman for the gang'],
    ['Gunmen abducted a priest near Kaduna on Thursday. Police said the group had admitted the kidnapping.', 'group'],
    ['A bomb killed two policemen in Cauca on Friday. A guerrilla leader boasted of the attack.', 'guerrilla leader'],
    ['A bomb killed two policemen in Cauca on Friday. The front said in a video that Friday\'s bomb was its work.', 'front'],
    ['A car bomb killed a colonel in Damascus on Monday. A source in Israeli intelligence said the agency had carried it out.', 'source in Israeli intelligence'],
    ['A bomber killed eight worshippers in Kabul on Friday. Islamic State said in a statement on its Telegram channel that it was responsible.', 'Islamic State'],
  ])('“%s”', (text, who) => { expect(claims(text)).toContain(`${who} claims-responsibility event`) })
  test.each([
    'The army admitted the raid on Gao on Friday, which killed nine people.',
    'A car bomb killed a colonel in Damascus on Monday. A source in the police said the intelligence agency had carried it out.',
    'A bomb killed two policemen in Cauca on Friday. The front said that Friday\'s bomb was not its work.',
  ])('“%s”: nobody', text => { expect(claims(text).filter(c => c.includes('claims-responsibility'))).toEqual([]) })
})

describe('what is said behind a speaker\'s label', () => {
  const record = 'The market of Gao\n\nReporter: Who burned the market on Monday?\n\nAmbassador Okoro: The militia burned it. Nine people died.'
  test('goes on to the end of his paragraph', () => { expect(claims(record)).toEqual(expect.arrayContaining(['Ambassador Okoro accuses actor', 'Ambassador Okoro reports killed 9'])) })
  test('is no claim where it asks', () => { expect(claims(record).filter(c => c.startsWith('Reporter'))).toEqual([]) })
})

describe('other forms of saying', () => {
  test.each([
    ['Clashes in Tripoli killed twelve people on Monday. The health ministry later raised the toll to nineteen.', 'health ministry reports killed 19'],
    ['Witnesses saw soldiers shoot four men near Bamenda on Tuesday.', 'Witnesses reports killed 4'],
    ['A grenade attack in Bujumbura wounded nine people on Sunday. The RED-Tabara group disowned the attack.', 'RED-Tabara group denies actor'],
    ['Fighting broke out in Heglig on Tuesday. Sudan said it had retaken the town, but South Sudan dismissed this as propaganda.', 'South Sudan denies event'],
    ['Fighting broke out in Heglig on Tuesday. Sudan said it had retaken the town, but South Sudan dismissed this as propaganda.', 'Sudan claims-responsibility event'],
  ])('“%s”', (text, wanted) => { expect(claims(text)).toContain(wanted) })
  test.each([
    ['A bomb killed two guards in Kano on Monday. A third guard died on Tuesday, raising the toll to three.', 'guard'],
  ])('not “%s”', (text, who) => { expect(claims(text).filter(c => c.includes(who))).toEqual([]) })
})
