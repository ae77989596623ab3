/** TempEval-3: time expressions of TimeML files. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { points, type Board, type Input, type Mistake, type Outcome, type Peer } from '../board.ts'
import type { Engine } from '../engine.ts'
import { countTimexes, pairTimexes, timexFigures, type TimexAnswer } from '../metrics/timex.ts'
import type { Timex } from '../../src/core/model/index.ts'
import { markedText, parseXml } from './xml.ts'

const peer = (name: string, value: number, source: string): Peer => ({ name, value, on: 'platinum', source })
const UZZAMAN = 'UzZaman et al. 2013, SemEval', LEE = 'Lee et al. 2014, ACL'

export const tempeval: Board = {
  name: 'tempeval', title: 'TempEval-3',
  measures: 'Time expressions as the official scorer counts them (tempeval3_toolkit): relaxed F1 for an overlap, strict F1 for the same words, and the F1 of types and values, which is their accuracy among relaxed matches times the relaxed F1. The creation time is given by the file and not scored.',
  heldOut: 'Casus is trained on no TimeML. The Wikinews files of SemEval-2015 have no time expression marked in their text, so there is nothing to tune on here. UWTime was trained on TimeBank and AQUAINT; HeidelTime and SUTime are rules written while reading them.',
  metrics: [
    points('relaxed F1', [peer('UWTime', 91.4, LEE), peer('HeidelTime', 90.3, UZZAMAN), peer('SUTime', 90.3, UZZAMAN)]),
    points('strict F1', [peer('UWTime', 83.1, LEE), peer('HeidelTime', 81.3, UZZAMAN), peer('SUTime', 79.6, UZZAMAN)]),
    points('type F1'),
    points('value F1', [peer('UWTime', 82.4, LEE), peer('HeidelTime', 77.6, UZZAMAN), peer('SUTime', 67.4, UZZAMAN)]),
  ],
  parts: [
    { name: 'TimeBank and AQUAINT', split: 'dev', files: ['{,tempeval3/}{TimeBank,AQUAINT,timebank,aquaint}/*.tml'] },
    { name: 'platinum', split: 'test', files: ['{,*/,*/*/}{platinum,te3-platinum}/*.tml'] },
  ],
  sample: 20,
  run: runTempeval,
}

/** A file's text, its creation date, and the expressions that the official scorer would read: those without an element inside. */
export interface TimeMl { readonly text: string; readonly published: string | null; readonly timexes: readonly TimexAnswer[] }

/** Throws where there is no TEXT element. */
export function readTimeMl(source: string): TimeMl {
  const found = markedText(source, 'TEXT', 'TIMEX3')
  if (found === null) throw new Error('A TimeML file without TEXT.')
  const dct = parseXml(source).all('DCT')[0]?.all('TIMEX3')[0]?.attribute('value') ?? null
  const timexes = found.marked.filter(({ xml }) => xml.attribute('tid') !== 't0' && xml.children.length === 0)
    .map(({ start, end, xml }): TimexAnswer => ({ start, end, text: found.text.slice(start, end), type: xml.attribute('type') ?? '', value: xml.attribute('value') ?? '' }))
  return { text: found.text, published: dct === null ? null : /^\d{4}-\d\d-\d\d/.exec(dct)?.[0] ?? null, timexes }
}

const answersOf = (text: string, times: readonly Timex[]): readonly TimexAnswer[] => times.map(({ start, end, type, value }) => ({ start, end, type, value, text: text.slice(start, end) }))

function runTempeval({ files: [paths = []] }: Input, engine: Engine): Outcome {
  const read = engine.pick(paths).map(path => {
    const gold = readTimeMl(readFileSync(path, 'utf8')), id = basename(path, '.tml')
    const layers = engine.layers({ id, published: gold.published, text: gold.text })
    return { id, gold, times: layers?.times ?? [], found: answersOf(gold.text, layers?.times ?? []) }
  })
  return { measured: timexFigures(read.map(({ gold, found }) => countTimexes(gold.timexes, found))), mistakes: read.flatMap(mistakesOf) }
}

function mistakesOf({ id, gold, times, found }: { readonly id: string; readonly gold: TimeMl; readonly times: readonly Timex[]; readonly found: readonly TimexAnswer[] }): readonly Mistake[] {
  const pairs = pairTimexes(gold.timexes, found), around = (t: TimexAnswer): string => gold.text.slice(Math.max(0, t.start - 60), t.end + 60)
  const told = (t: TimexAnswer): string => `${t.text} ${t.type} ${t.value}`, trail = (t: TimexAnswer): readonly string[] => times.filter(x => x.start === t.start && x.end === t.end).map(x => x.rule)
  return [
    ...gold.timexes.filter(t => !pairs.some(p => p.gold === t)).map((t): Mistake => ({ kind: 'missed', document: id, text: around(t), expected: told(t), got: 'nothing', trail: [] })),
    ...found.filter(t => !pairs.some(p => p.found === t)).map((t): Mistake => ({ kind: 'false', document: id, text: around(t), expected: 'nothing', got: told(t), trail: trail(t) })),
    ...pairs.filter(p => p.gold.text !== p.found.text || p.gold.value !== p.found.value).map((p): Mistake => ({ kind: 'wrong', document: id, text: around(p.gold), expected: told(p.gold), got: told(p.found), trail: trail(p.found) })),
  ]
}
