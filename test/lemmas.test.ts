/** Lemmas: how the table is read, and what the shipped one says of the words of the news. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lemmaOf, readLemmas } from '../src/core/syntax/lemmatise.ts'
import { loadTables } from '../src/resources/load.ts'
import { packageFile } from '../src/resources/package.ts'

const lemmaTable = readFileSync(packageFile('models', 'lemmas.tsv'), 'utf8')

describe('lemmas', () => {
  const small = readLemmas('# a comment\nsang\tVBD\tsing\n-ied\tVBD\ty\n-d\tVBD\t\r\n-ies\tNNPS\ty\n')
  test('a form of its own goes before endings, the longest ending before others', () => {
    expect(['sang', 'Carried', 'used'].map(w => lemmaOf(small, w, 'VBD'))).toEqual(['sing', 'carry', 'use'])
  })
  test('another tag does not borrow rows', () => { expect(lemmaOf(small, 'sang', 'NN')).toBe('sang') })
  test('names and numbers keep their letters', () => {
    expect([lemmaOf(small, 'Carried', 'NNP'), lemmaOf(small, 'Parties', 'NNPS'), lemmaOf(small, 'PARTIES', 'NNPS')]).toEqual(['Carried', 'Party', 'PARTY'])
  })
  test('a form of absurd length is left alone', () => { expect(lemmaOf(small, `${'x'.repeat(80)}ied`, 'VBD')).toHaveLength(83) })
  test.each([
    ['killed', 'VBD', 'kill'], ['dying', 'VBG', 'die'], ['flees', 'VBZ', 'flee'], ['shot', 'VBN', 'shoot'], ['fought', 'VBD', 'fight'], ['planned', 'VBN', 'plan'], ['was', 'VBD', 'be'],
    ['children', 'NNS', 'child'], ['gunmen', 'NNS', 'gunman'], ['bodies', 'NNS', 'body'], ['houses', 'NNS', 'house'], ["n't", 'RB', 'not'], ['’s', 'VBZ', 'be'],
  ])('the shipped table: %s as %s is %s', (form, tag, lemma) => {
    expect(lemmaOf(readLemmas(lemmaTable), form, tag)).toBe(lemma)
  })
})

describe('lemmas of the verbs of the news', () => {
  const lemmas = readLemmas(lemmaTable), lemma = (form: string, tag: string): string => lemmaOf(lemmas, form, tag)
  /** Past and participle alike, whichever of the two the tagger says. */
  test.each([
    ['shot', 'shoot'], ['fled', 'flee'], ['slew', 'slay'], ['slain', 'slay'], ['freed', 'free'], ['dug', 'dig'], ['hanged', 'hang'], ['hung', 'hang'], ['raided', 'raid'], ['mined', 'mine'], ['torched', 'torch'],
    ['stormed', 'storm'], ['besieged', 'besiege'], ['seized', 'seize'], ['burnt', 'burn'], ['burned', 'burn'], ['blew', 'blow'], ['blown', 'blow'], ['fought', 'fight'], ['struck', 'strike'], ['stricken', 'strike'],
    ['beat', 'beat'], ['beaten', 'beat'], ['held', 'hold'], ['fell', 'fall'], ['fallen', 'fall'], ['took', 'take'], ['taken', 'take'], ['threw', 'throw'], ['thrown', 'throw'], ['drove', 'drive'], ['driven', 'drive'],
    ['broke', 'break'], ['broken', 'break'], ['caught', 'catch'], ['led', 'lead'], ['fed', 'feed'], ['met', 'meet'], ['left', 'leave'], ['lost', 'lose'], ['sent', 'send'], ['shelled', 'shell'], ['killed', 'kill'],
    ['controlled', 'control'], ['patrolled', 'patrol'], ['quelled', 'quell'], ['gassed', 'gas'], ['bused', 'bus'], ['bussed', 'bus'], ['raped', 'rape'], ['abducted', 'abduct'], ['sank', 'sink'], ['sunk', 'sink'],
    ['withdrew', 'withdraw'], ['withdrawn', 'withdraw'], ['retook', 'retake'], ['overran', 'overrun'], ['overthrew', 'overthrow'], ['overthrown', 'overthrow'], ['withheld', 'withhold'], ['laid', 'lay'], ['lain', 'lie'],
    ['bound', 'bind'], ['bled', 'bleed'], ['borne', 'bear'], ['spoke', 'speak'], ['stolen', 'steal'], ['sworn', 'swear'], ['torn', 'tear'], ['wept', 'weep'], ['wounded', 'wound'], ['kidnapped', 'kidnap'],
    ['machine-gunned', 'machine-gun'], ['tear-gassed', 'tear-gas'], ['trafficked', 'traffic'], ['torpedoed', 'torpedo'], ['exiled', 'exile'], ['garrotted', 'garrotte'], ['levelled', 'level'], ['leveled', 'level'], ['died', 'die'], ['did', 'do'], ['went', 'go'],
  ])('%s is of %s', (form, verb) => { expect([lemma(form, 'VBD'), lemma(form, 'VBN'), lemma(form.toUpperCase(), 'VBN')]).toEqual([verb, verb, verb]) })
  test.each([
    ['shooting', 'shoot'], ['fleeing', 'flee'], ['freeing', 'free'], ['dying', 'die'], ['lying', 'lie'], ['digging', 'dig'], ['shelling', 'shell'], ['killing', 'kill'], ['patrolling', 'patrol'], ['mining', 'mine'], ['raiding', 'raid'],
    ['besieging', 'besiege'], ['seizing', 'seize'], ['raping', 'rape'], ['bombing', 'bomb'], ['gassing', 'gas'], ['hitting', 'hit'], ['quitting', 'quit'], ['coming', 'come'], ['firing', 'fire'], ['burying', 'bury'], ['singeing', 'singe'],
  ])('%s is of %s', (form, verb) => { expect(lemma(form, 'VBG')).toBe(verb) })

  /** "base past participle"; a slash parts variants. */
  const UNLIKE = new Map(`beat beat beaten,blow blew blown,break broke broken,bring brought,burn burnt/burned,catch caught,come came come,cut cut,drive drove driven,fall fell fallen,fight fought,find found,flee fled,fling flung,forbid forbade forbidden,forsake forsook forsaken,freeze froze frozen,
give gave given,go went gone,hang hung/hanged,hit hit,hold held,hurt hurt,keep kept,lay laid,leave left,let let,lose lost,mow mowed mown,overrun overran overrun,overtake overtook overtaken,overthrow overthrew overthrown,pay paid,put put,quit quit,retake retook retaken,
ring ringed,send sent,set set,shoot shot,shut shut,sink sank sunk,slay slew slain,sling slung,string strung,strike struck stricken,sweep swept,swing swung,take took taken,tear tore torn,throw threw thrown,undertake undertook undertaken,win won,withdraw withdrew withdrawn,withhold withheld`.replaceAll('\n', '').split(',').map(row => [row.split(' ')[0]!, row.split(/[ /]/).slice(1)] as const))
  const TWICE = /^(?:acquit|airdrop|annul|booby-trap|control|entrap|equip|expel|forbid|kidnap|kneecap|machine-gun|overrun|patrol|pistol-whip|quit|quiz|remit|repel|squat|tear-gas|teargas|unplug|[^aeiou]*[aeiou][^aeiouwxy])$/
  const stem = (w: string): string => TWICE.test(w) ? w + w.at(-1)! : w.endsWith('c') ? `${w}k` : w
  const past = (w: string): readonly string[] => UNLIKE.get(w) ?? [w.endsWith('e') ? `${w}d` : /[^aeiou]y$/.test(w) ? `${w.slice(0, -1)}ied` : `${stem(w)}ed`]
  const present = (w: string): string => w === 'die' ? 'dying' : /[^eo]e$/.test(w) ? `${w.slice(0, -1)}ing` : `${stem(w)}ing`
  const plural = (w: string): string => /(?:s|x|z|ch|sh|go)$/.test(w) ? `${w}es` : /[^aeiou]y$/.test(w) ? `${w.slice(0, -1)}ies` : `${w}s`
  const triggers = loadTables()['triggers.tsv']!.split('\n').slice(1).map(line => line.split('\t'))
  const words = (pos: string): readonly string[] => [...new Set(triggers.filter(row => row[1] === pos && /^[a-z-]+$/.test(row[0]!)).map(row => row[0]!))]
  test('every form of every verb of data/triggers.tsv', () => {
    const forms = words('V').flatMap(w => [...past(w).flatMap(form => [[w, form, 'VBD'], [w, form, 'VBN']]), [w, present(w), 'VBG'], [w, plural(w), 'VBZ'], [w, w, 'VB'], [w, w, 'VBP']] as const)
    expect(forms.length).toBeGreaterThan(1500)
    expect(forms.filter(([w, form, tag]) => lemma(form!, tag!) !== w), 'after a change to data/triggers.tsv, run `node training/lemmas.ts`').toEqual([])
  })
  test('the plural of every noun of data/triggers.tsv, and its forms as a verb', () => {
    const nouns = words('N').filter(w => !/[^s]s$/.test(w)), verbs = `attack blast ambush assault raid counterattack counter-attack siege strike campaign push mutiny clash battle skirmish combat encounter murder massacre slaughter capture recapture rape torture sabotage arrest
blockade ban cordon hack drill protest rally march riot boycott barricade retreat release surrender embargo sanction airdrop shell`.split(/\s/)
    expect(nouns.filter(w => lemma(plural(w), 'NNS') !== w)).toEqual([])
    expect(verbs.flatMap(w => [...past(w).map(form => [w, lemma(form, 'VBN')]), [w, lemma(present(w), 'VBG')], [w, lemma(plural(w), 'VBZ')]]).filter(([w, got]) => w !== got)).toEqual([])
  })
})
