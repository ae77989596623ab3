/** The scoreboard's metrics of the lower layers, on cases worked by hand or printed by the metrics' authors. */
import { describe, expect, it } from 'vitest'
import type { Measured } from '../scoreboard/board.ts'
import { corefFigures, countCoref, type Clusters } from '../scoreboard/metrics/coref.ts'
import { countExact, countFair, fairF1, spansOfTags, type LabelledSpan } from '../scoreboard/metrics/spans.ts'
import { countTimexes, timexFigures, type TimexAnswer } from '../scoreboard/metrics/timex.ts'
import { countToponyms, kilometres, pairToponyms, toponymFigures, type Toponym } from '../scoreboard/metrics/toponyms.ts'
import { alignWords, countWords, wordFigures, type Word } from '../scoreboard/metrics/words.ts'

const read = (measured: readonly Measured[]): Readonly<Record<string, number>> => Object.fromEntries(measured.map(m => [m.metric, Number(m.of(m.units).toFixed(2))]))

describe('time expressions', () => {
  const timex = (start: number, text: string, value: string, type = 'DATE'): TimexAnswer => ({ start, end: start + text.length, text, type, value })
  const gold = [timex(0, 'Sunday morning', '2020-05-03TMO', 'TIME'), timex(30, 'May 2020', '2020-05'), timex(50, 'two weeks', 'P2W', 'DURATION')]

  it('gives relaxed credit for an overlap, strict for the same words, and weighs values by the relaxed F1', () => {
    const found = [timex(0, 'Sunday', '2020-05-03'), timex(30, 'May 2020', '2020-05'), timex(80, 'now', 'PRESENT_REF'), timex(90, 'once', 'PAST_REF')]
    // 2 of 3 found by 4 answers: P 0.5, R 0.667, F 0.571; strict 1 of 3 by 4: 0.286; value right in 1 of 2 matches: 0.5 x 0.571.
    expect(read(timexFigures([countTimexes(gold, found)]))).toEqual({ 'relaxed F1': 57.14, 'strict F1': 28.57, 'type F1': 28.57, 'value F1': 28.57 })
  })
  it('matches one answer to one expression only', () => {
    expect(countTimexes(gold, [timex(0, 'Sunday morning and so on until May 2020', '2020-05-03TMO', 'TIME')])).toEqual([3, 1, 1, 0, 1, 1])
  })
  it('gives nothing for no answers and for a shifted one that no longer touches', () => {
    expect(read(timexFigures([countTimexes(gold, [])]))['relaxed F1']).toBe(0)
    expect(countTimexes(gold, [timex(38, 'May 2020', '2020-05')])[2]).toBe(0)
  })
})

describe('toponyms', () => {
  const at = (name: string, start: number, latitude: number, longitude: number): Toponym => ({ name, start, end: start + name.length, latitude, longitude })

  it('measures great circles', () => {
    expect(kilometres({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(Math.PI * 6371.009, 3)
    expect(kilometres({ latitude: 51.5, longitude: 0 }, { latitude: 52.5, longitude: 0 })).toBeCloseTo(111.195, 2)
  })
  it('counts tagging, distance, and both at once', () => {
    const gold = [at('Basra', 10, 30.5, 47.8), at('Paris', 40, 33.66, -95.55), at('Lyon', 90, 45.75, 4.85)]
    const found = [at('basra', 12, 30.5, 47.8), at('Paris', 40, 48.86, 2.35), at('Rome', 120, 41.9, 12.5)]
    const units = [countToponyms(pairToponyms(gold, found))]
    // Two of three tagged by three; one of the two near; end to end one of three by three.
    expect(read(toponymFigures(units))).toMatchObject({ 'tagging F1': 66.67, 'accuracy at 161 km': 50, 'end-to-end F1': 33.33 })
    expect(read(toponymFigures(units))['mean error']).toBeCloseTo(kilometres(gold[1]!, found[1]!) / 2, 1)
  })
  it('lets a name be ten characters off, no more, and never another name', () => {
    const gold = [at('Basra', 10, 30.5, 47.8)]
    expect(pairToponyms(gold, [at('Basra', 19, 30.5, 47.8)]).pairs).toHaveLength(1)
    expect(pairToponyms(gold, [at('Basra', 20, 30.5, 47.8)]).pairs).toHaveLength(0)
    expect(pairToponyms(gold, [at('Basra ', 10, 30.5, 47.8)]).pairs).toHaveLength(0)
  })
})

describe('labelled spans', () => {
  const span = (label: string, first: number, last: number): LabelledSpan => ({ label, first, last })

  it('reads IOB2, and IOB1 where a span may open with I', () => {
    expect(spansOfTags(['B-PER', 'I-PER', 'B-PER', 'O', 'I-LOC', 'I-ORG'])).toEqual([span('PER', 0, 2), span('PER', 2, 3), span('LOC', 4, 5), span('ORG', 5, 6)])
  })
  it('counts exact spans by label and both ends', () => {
    expect(countExact([span('A', 0, 2), span('B', 3, 5)], [span('A', 0, 2), span('A', 3, 5), span('B', 3, 4)])).toEqual([1, 2, 1])
  })
  it('counts each error once when fair: label, boundary, both, false, missed', () => {
    const gold = [span('A', 0, 2), span('A', 3, 5), span('A', 6, 9), span('A', 10, 12), span('A', 20, 21)]
    const found = [span('A', 0, 2), span('B', 3, 5), span('A', 6, 8), span('B', 11, 13), span('A', 30, 31)]
    const counts = countFair(gold, found)
    expect(counts).toEqual({ right: 1, wrong: 1, missed: 1, label: 1, boundary: 1, both: 1 })
    // Precision and recall are both 1 / (1 + 1 + 3/2).
    expect(fairF1(counts)).toBeCloseTo(100 / 3.5, 6)
  })
  it('makes two boundary errors of one long answer over two spans, and of two short answers in one', () => {
    expect(countFair([span('A', 0, 3), span('A', 4, 6)], [span('A', 0, 6)])).toMatchObject({ boundary: 2, wrong: 0, missed: 0 })
    expect(countFair([span('A', 0, 6)], [span('A', 0, 3), span('A', 4, 6)])).toMatchObject({ boundary: 2, wrong: 0, missed: 0 })
  })
})

describe('coreference', () => {
  const clusters = (text: string): Clusters => text.split(' ').map(word => [...word])
  const score = (key: string, response: string): Readonly<Record<string, number>> => read(corefFigures('x', [countCoref(clusters(key), clusters(response))]))

  it('gives the CEAF-e that the reference scorer prints for its test cases', () => {
    expect(score('a bc def', 'a bc def')['x CEAF-e F1']).toBe(100)
    expect(score('a bc def', 'a de')['x CEAF-e F1']).toBe(72)
    expect(score('a bc def', 'a bcx defy z')['x CEAF-e F1']).toBe(75.92)
    expect(score('a bc def', 'a bcx dy z')['x CEAF-e F1']).toBe(62.86)
  })
  it('gives MUC and B3 as worked by hand', () => {
    // Key {abc}{d}, response {ab}{cd}: MUC keeps 1 of 2 links and has 1 of 2 right.
    // B3 recall (4/3 + 1/3 + 1)/4 = 2/3, precision (2 + 1/2 + 1/2)/4 = 3/4, F 12/17.
    expect(score('abc d', 'ab cd')).toMatchObject({ 'x MUC F1': 50, 'x B3 F1': 70.59 })
    // Lone mentions on both sides: MUC sees no link at all.
    expect(score('a b', 'a b')).toMatchObject({ 'x MUC F1': 0, 'x B3 F1': 100, 'x CEAF-e F1': 100, 'x CoNLL F1': 66.67 })
  })
  it('punishes missed and false mentions', () => {
    // Key {ab}{cd}, response {ab}{dx}: recall (2 + 1/2)/4, precision the same; with {ab} alone recall 2/4, precision 1.
    expect(score('ab cd', 'ab dx')['x B3 F1']).toBe(62.5)
    expect(score('ab cd', 'ab')['x B3 F1']).toBe(66.67)
  })
  it('adds up over topics', () => {
    const [key, response] = [clusters('abc d'), clusters('ab cd')]
    const other = (text: Clusters): Clusters => text.map(c => c.map(m => m.toUpperCase()))
    const apart = [countCoref(key, response), countCoref(other(key), other(response))], together = [countCoref([...key, ...other(key)], [...response, ...other(response)])]
    expect(read(corefFigures('x', apart))).toEqual(read(corefFigures('x', together)))
  })
})

describe('words and trees', () => {
  const words = (list: readonly (readonly [string, string, number, string])[]): readonly Word[] => {
    let at = 0
    return list.map(([form, upos, head, deprel]) => { const start = at; at += form.length; return { form, upos, lemma: form.toLowerCase(), head, deprel, start, end: at, multiword: false } })
  }
  const gold = words([['Rebels', 'NOUN', 1, 'nsubj'], ['fled', 'VERB', -1, 'root'], ['Basra', 'PROPN', 1, 'obj'], ['.', 'PUNCT', 1, 'punct']])

  it('counts tags, heads and labels over aligned words', () => {
    const system = words([['Rebels', 'NOUN', 1, 'nsubj'], ['fled', 'VERB', -1, 'root'], ['Basra', 'NOUN', 1, 'obl'], ['.', 'PUNCT', 2, 'punct']])
    const units = [countWords({ words: gold, sentences: [[0, 16]] }, { words: system, sentences: [[0, 16]] })]
    expect(read(wordFigures(units))).toEqual({ 'words F1': 100, 'UPOS F1': 75, 'lemmas F1': 100, 'UAS F1': 75, 'LAS F1': 50, 'sentences F1': 100 })
  })
  it('loses both sides of a word cut otherwise, and heads that point to it', () => {
    const system = words([['Reb', 'NOUN', 2, 'nsubj'], ['els', 'X', 0, 'dep'], ['fled', 'VERB', -1, 'root'], ['Basra', 'PROPN', 1, 'obj'], ['.', 'PUNCT', 2, 'punct']])
    expect(countWords({ words: gold, sentences: [[0, 16]] }, { words: system, sentences: [[0, 10], [10, 16]] })).toEqual([4, 5, 3, 3, 3, 2, 2, 1, 2, 0])
  })
  it('aligns within a multiword token by forms', () => {
    const multi: readonly Word[] = [
      { form: 'do', upos: 'AUX', lemma: 'do', head: 2, deprel: 'aux', start: 0, end: 5, multiword: true },
      { form: "n't", upos: 'PART', lemma: 'not', head: 2, deprel: 'advmod', start: 0, end: 5, multiword: true },
      { form: 'go', upos: 'VERB', lemma: 'go', head: -1, deprel: 'root', start: 5, end: 7, multiword: false },
    ]
    const system: readonly Word[] = [
      { form: 'Do', upos: 'AUX', lemma: 'do', head: 2, deprel: 'aux', start: 0, end: 2, multiword: false },
      { form: "n't", upos: 'PART', lemma: 'not', head: 2, deprel: 'advmod', start: 2, end: 5, multiword: false },
      { form: 'go', upos: 'VERB', lemma: 'go', head: -1, deprel: 'root', start: 5, end: 7, multiword: false },
    ]
    expect(alignWords(multi, system)).toEqual([[0, 0], [1, 1], [2, 2]])
  })
})
