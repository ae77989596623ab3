/** The attribution layer: source, cue and content of what is said and thought, whether or not it is about an event. */
import { describe, expect, test } from 'vitest'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { findAttributions, findStatements, outermost, type Attribution } from '../src/core/claims/index.ts'
import { readingOf, type Reading } from '../src/core/events/reading.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()
const read = (text: string): Reading => readingOf(layersOf({ id: 'r', published: '2024-03-15', text }, knowledge).layers)
const words = (r: Reading, tokens: readonly number[]): string => tokens.map(t => r.text.tokens[t]!.form).join(' ')
const told = (r: Reading, a: Attribution): string => [a.source, a.cueTokens, a.content].map(part => words(r, part)).join(' | ')
const attributions = (text: string): readonly string[] => { const r = read(text); return findAttributions(r, knowledge.claims).map(a => told(r, a)) }

describe('a passive that names nobody', () => {
  test('shows a mind where the verb judges', () => { expect(attributions('The bridge was widely criticised.')).toEqual([' | was widely criticised | The bridge']) })
  test('shows none where it only acts', () => { expect(attributions('The bridge was opened by noon.')).toEqual([]) })
})

describe('clauses', () => {
  test.each([
    ['Police said that two men were shot.', 'Police | said | that two men were shot'],
    ['Two men were shot, police said.', 'police | said | Two men were shot'],
    ['The mayor has repeatedly said the bridge is safe.', 'The mayor | has repeatedly said | the bridge is safe'],
    ['According to the hospital, nine people died.', 'the hospital | According to | nine people died .'],
    ['As Joseph Pollack observed, the wounds were old.', 'Joseph Pollack | observed | the wounds were old .'],
    ['The governor was quoted as saying that the road was open.', 'The governor | was quoted as saying | that the road was open'],
    ['It fell on Monday, a witness told reporters.', 'a witness | told | It fell on Monday'],
    ['The general told reporters that they fled.', 'The general | told | that they fled'],
    ['The wells were dry, said Ana Ruiz, a nurse.', 'Ana Ruiz , a nurse | said | The wells were dry'],
    ['Rebels shelled the town. The army speaks of eleven dead soldiers.', 'The army | speaks of | eleven dead soldiers'],
    ['The war office affirms that this news is false.', 'The war office | affirms | that this news is false'],
    ['The border troops of Norland state that the others shot first.', 'The border troops of Norland | state | that the others shot first .'],
    ['Jets bombed a school on Sunday, killing 17 people, a medic who treated the wounded told the paper.', 'a medic who treated the wounded | told | Jets bombed a school on Sunday , killing 17 people'],
    ['Seven people were killed and 12 were wounded the Norland Health Council said.', 'the Norland Health Council | said | Seven people were killed and 12 were wounded'],
    ['Two men were shot, the chief of police, Ana Ruiz, said.', 'the chief of police , Ana Ruiz | said | Two men were shot'],
    ['However, Rep. Ana Ruiz (D-Mass.) said the law asks nobody to come.', 'Rep. Ana Ruiz ( D - Mass | said | the law asks nobody to come'],
    ['The ministers met in Lima to discuss the new law.', 'The ministers | to discuss | the new law'],
    ['The minister warned against a new war.', 'The minister | warned against | a new war'],
    ['Her disdain for the court is old.', 'Her | disdain for | the court'],
    ['The mayor urged families to leave, saying the dam was weak.', 'The mayor | urged | to leave'],
    ['The mayor urged families to leave, saying the dam was weak.', 'The mayor | saying | the dam was weak'],
    ['The reporter asked the mayor whether the bridge was safe.', 'The reporter | asked | whether the bridge was safe'],
    ['He said the bridge was safe, though the mayor admitted it was old.', 'He | said | the bridge was safe'],
    ['The two papers filed a motion to open the files, arguing the move was needed to help the public debate.', 'The two papers | arguing | the move was needed to help the public debate'],
    ['As Ana Ruiz recently put it, the wall is a gift.', 'Ana Ruiz | recently put it | the wall is a gift .'],
    ['The governor added:\n\nThe bridge is shut and the ferry is old.', 'The governor | added | The bridge is shut and the ferry is old .'],
    ['The general has been critical of the talks.', 'The general | has been critical of | the talks'],
    ['The mayor called Friday for opening the gates.', 'The mayor | called Friday for | opening the gates'],
  ])('“%s”', (text, wanted) => { expect(attributions(text)).toContain(wanted) })
  test('what somebody was asked is no part of his answer', () => {
    expect(attributions('Asked about the charges, Ruiz said that the bridge was safe.')).toEqual([' | Asked | about the charges', 'Ruiz | said | that the bridge was safe'])
    expect(attributions('When asked by a reader why he left, Ruiz said that he was tired.')[0]).toBe('a reader | When asked | why he left')
  })
  test('a relative clause names its source by its pronoun', () => {
    expect(attributions('The colonel, who said the army had won, fled.')).toEqual(['who | said | the army had won'])
  })
  test('a noun is no verb for the clause behind it', () => {
    expect(attributions('Reports that 30 had died were false.').filter(a => !a.startsWith(' | Reports'))).toEqual([])
  })
  test('a clause in a clause is an attribution of its own', () => {
    expect(attributions('The minister said witnesses told police the driver ran.').length).toBe(2)
  })
})

describe('speakers without a verb, and between commas', () => {
  test.each([
    ['Police: gunmen kill 12 in attack on market', 'Police | : | gunmen kill 12 in attack on market'],
    ['UN: 30 civilians killed in air strikes in Yemen', 'UN | : | 30 civilians killed in air strikes in Yemen'],
    ['Gunmen kill 12 in market attack – police', 'police | – | Gunmen kill 12 in market attack'],
    ['At least 12 killed in Kabul blast: officials', 'officials | : | At least 12 killed in Kabul blast'],
    ['The troops, the minister said, had entered the town.', 'the minister | said | The troops had entered the town .'],
  ])('“%s”', (text, wanted) => { expect(attributions(text)).toContain(wanted) })
  test.each(['Syria war: 20 killed in strikes', 'The army: a history of failed coups', 'Three towns fell: Bria, Obo and Zemio', 'The convoy left at 10:30 and reached the town'])('“%s” names nobody who says it', text => { expect(attributions(text)).toEqual([]) })
})

describe('quotations', () => {
  test('one that runs over sentences belongs to one speaker', () => {
    const [only, more] = attributions('"We heard a blast. Then the roof came down," Omar Haddad said.')
    expect(more).toBeUndefined()
    expect(only).toBe('Omar Haddad | said | " We heard a blast . Then the roof came down , "')
  })
  test('one that goes on after the speaker is the speaker’s too', () => {
    expect(attributions('"They came at night," Mayor Ana Ruiz said. "They took everything that we had."')).toEqual(['Mayor Ana Ruiz | said | " They came at night , " " They took everything that we had . "'])
  })
  test('the speaker may stand behind the verb', () => {
    expect(attributions('“The road is open again,” said the 46-year-old.')).toEqual(['the 46 - year - old | said | “ The road is open again , ”'])
  })
  test('a quotation of several paragraphs opens each and closes once', () => {
    const text = 'The envoy wrote: “The talks went well.\n\n“We meet again in May.”'
    expect(attributions(text).join()).toContain('We meet again in May')
  })
  test('one after a colon in a paragraph of its own is announced there', () => {
    expect(attributions('In a speech on Monday the envoy declared:\n\n“We shall not leave this valley.”').join()).toContain('declared | “ We shall not leave this valley')
  })
  test('a whole one after somebody’s statement goes on with it', () => {
    expect(attributions('The mayor said the dam was weak. “We have asked for pumps since May.”').join()).toContain('We have asked for pumps')
  })
  test('what somebody quoted thinks is no attribution of the report', () => {
    const r = read('“I think that the road is safe and we want to go home tonight.”')
    expect(outermost(findAttributions(r, knowledge.claims)).map(a => told(r, a))).toEqual([])
  })
  test('quoted single words are nobody’s speech', () => { expect(attributions('The so-called "safe zone" was empty.')).toEqual([]) })
})

describe('figures', () => {
  test.each([
    ['The bar council put the dead at 22.', 'The bar council | put | the dead at 22 .'],
    ['The ministry gave a toll of 14 dead and 30 wounded.', 'The ministry | gave | a toll of 14 dead and 30 wounded .'],
    ['The Civil Defence gives the dead as 12.', 'The Civil Defence | gives | the dead as 12 .'],
  ])('“%s”', (text, wanted) => { expect(attributions(text)).toContain(wanted) })
  test('other gifts say nothing', () => { expect(attributions('The governor gave the children books.')).toEqual([]) })
})

describe('thoughts, wishes and nouns', () => {
  test.each([
    ['The union wants to end the strike.', 'The union | wants | to end the strike'],
    ['Lawmakers are critical of the truce.', 'Lawmakers | are critical of | the truce'],
    ['The party has called for an inquiry.', 'The party | has called for | an inquiry'],
    ['Families rejected the claim that the men were armed.', ' | claim | that the men were armed'],
    ['Lawmakers are calling for reopening the school.', 'Lawmakers | are calling for | reopening the school'],
    ['The union raised doubts about the vote.', 'The union | raised doubts about | the vote'],
    ['The envoy is respected by the rebels.', 'the rebels | is respected by | The envoy'],
    ['The bishop voiced his opposition to the curfew.', 'his | opposition to | the curfew'],
  ])('“%s”', (text, wanted) => { expect(attributions(text)).toContain(wanted) })
})

describe('words in their order, where parsers lose them', () => {
  test.each([
    ['Rebels took a dam. The mayor calls that “a lie”.', 'The mayor | calls | that “ a lie ”'],
    ['Rebels killed five people, a charge the front called absurd.', 'the front | called | charge absurd'],
    ['The front said that nine soldiers had died – a figure the authorities dispute.', 'the authorities | dispute | figure'],
    ['By the account of four nurses, soldiers fired at the crowd.', 'four nurses | account | soldiers fired at the crowd .'],
    ['By the army’s count, 20 rebels were killed.', 'the army ’s | count | 20 rebels were killed .'],
    ['Rebels shelled the town. Diplomats spoke of up to seven dead.', 'Diplomats | spoke of | up to seven dead .'],
  ])('%s', (text, wanted) => { expect(attributions(text)).toContain(wanted) })
  test.each([
    ['an account that somebody reads', 'The mayor read an account of the raid.', 'account'],
    ['an account that holds money', 'The money was sent by the bank account of the mayor.', 'account'],
    ['a charge that blows up', 'Rebels took a dam, a charge the army laid.', 'laid'],
    ['“that” before a noun', 'The mayor calls that old bridge.', 'calls that'],
  ])('%s', (_, text, cue) => { expect(attributions(text).filter(a => a.split(' | ')[1] === cue && a.split(' | ')[0] !== '')).toEqual([]) })
})

describe('what is no attribution', () => {
  test.each([['Two men were shot in Lahore on Monday.'], ['The army pushed the rebels back over the river.'], ['A mine killed a shepherd.'], ['The rebels hold the bridge.'], ['The charity raised money for the school.']])('“%s”', text => { expect(attributions(text)).toEqual([]) })
  test('“did not say” is marked as negated', () => {
    const r = read('The ministry did not say that the men were armed.')
    expect(findAttributions(r, knowledge.claims).map(a => a.negated)).toEqual([true])
  })
})

describe('what shows a mind and makes no claim', () => {
  test.each([
    ['The mayor issued a new plan.', 'The mayor | issued | a new plan .'],
    ['The senator attacked the minister.', 'The senator | attacked | the minister .'],
    ['The governor ordered a review of the dam.', 'The governor | ordered | a review of the dam .'],
    ['The minister gushed about the bridge.', 'The minister | gushed about | the bridge'],
  ])('“%s”', (text, wanted) => {
    const r = read(text)
    expect(findAttributions(r, knowledge.claims).map(a => told(r, a))).toContain(wanted)
    expect(findStatements(r, knowledge.claims).map(a => told(r, a))).not.toContain(wanted)
  })
  test('a force that attacks says nothing', () => { expect(attributions('The rebels attacked the militia.')).toEqual([]) })
  test.each([
    ['The senator refused to condemn the minister.', ['The senator | refused to condemn | the minister']],
    ['The mayor praised the nurses and opened the bridge.', ['The mayor | praised | the nurses']],
  ])('“%s” is one attribution', (text, wanted) => { expect(attributions(text)).toEqual(wanted) })
})

test('two straight apostrophes are a quotation mark', () => {
  const r = read("''The dam is weak,'' the mayor said. ''I think it will break. I don't know when,'' she added.")
  expect(outermost(findAttributions(r, knowledge.claims)).map(a => words(r, a.cueTokens))).toEqual(['said', 'added'])
})
