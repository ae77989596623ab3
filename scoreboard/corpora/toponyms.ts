/** LGL, TR-News, GeoVirus and GeoWebNews: place names with coordinates. */
import { readFileSync } from 'node:fs'
import { points, type Board, type Input, type Mistake, type Outcome, type Peer } from '../board.ts'
import type { Engine } from '../engine.ts'
import { countToponyms, pairToponyms, toponymFigures, type Toponym } from '../metrics/toponyms.ts'
import type { PlaceMention } from '../../src/core/model/index.ts'
import { parseXml, textOf, type Xml } from './xml.ts'

const peer = (name: string, on: string, value: number): Peer => ({ name, value, on, source: on === 'LGL' ? 'Gritta et al. 2018, Language Resources and Evaluation' : 'Gritta et al. 2020, A Pragmatic Guide to Geoparsing Evaluation' })
const lgl = (figures: readonly (readonly [string, number])[]): readonly Peer[] => figures.map(([name, value]) => peer(name, 'LGL', value))

export const toponyms: Board = {
  name: 'toponyms', title: 'LGL, TR-News, GeoVirus, GeoWebNews',
  measures: 'Place names with coordinates, counted as by Gritta et al. (methods.py): a mention is found where the names are equal, case aside, and their middles lie less than ten characters apart (tagging F1); of those found, the share within 161 km and the mean distance; end to end, a mention is right when found within 161 km. Annotated names without coordinates are left out, as there; what we leave without coordinates is no answer. In GeoWebNews that keeps the 2,601 toponyms with coordinates.',
  heldOut: 'Casus learns nothing from these; its gazetteer is GeoNames, from which the annotators took their coordinates too. LGL is kept apart.',
  metrics: [
    points('tagging F1', lgl([['GeoTxt', 68.1], ['Edinburgh', 62.0], ['CLAVIN', 57.3]])),
    points('accuracy at 161 km', lgl([['Edinburgh', 76.0], ['CLAVIN', 70.6], ['GeoTxt', 67.8]])),
    { name: 'mean error', unit: 'km', better: 'lower', peers: lgl([['Edinburgh', 755], ['CLAVIN', 1279], ['GeoTxt', 1387]]) },
    points('end-to-end F1', [...lgl([['Edinburgh', 46.0], ['GeoTxt', 45.7], ['CLAVIN', 40.5], ['CLIFF', 27.4]]), peer('Yahoo', 'GeoWebNews', 43.8), peer('Edinburgh', 'GeoWebNews', 35.3)]),
  ],
  parts: [
    { name: 'TR-News', split: 'dev', files: ['{geo/,}TR-News.xml'] },
    { name: 'GeoVirus', split: 'dev', files: ['{geo/,}GeoVirus.xml'] },
    { name: 'GeoWebNews', split: 'dev', files: ['{geo/,}GWN.xml'] },
    { name: 'LGL', split: 'test', files: ['{geo/,}{lgl,LGL}.xml'] },
  ],
  sample: 40,
  run: runToponyms,
}

export interface PlacedArticle { readonly id: string; readonly text: string; readonly title: string | null; readonly published: string | null; readonly toponyms: readonly Toponym[] }

/** Articles of any of the four files. */
export const readArticles = (source: string): readonly PlacedArticle[] => parseXml(source).all('article').map((article, i): PlacedArticle => {
  const text = article.all('text')[0]?.text ?? ''
  const marked = [...article.all('toponym'), ...article.all('location')]
  return {
    id: article.attribute('docid') ?? article.attribute('file') ?? String(i), text, title: textOf(article, 'title'), published: /^\d{4}-\d\d-\d\d/.exec(textOf(article, 'dltime') ?? '')?.[0] ?? null,
    toponyms: marked.flatMap(xml => toponymOf(xml, text)),
  }
})

const NAMES = ['phrase', 'extractedName', 'name'] as const

function toponymOf(xml: Xml, text: string): readonly Toponym[] {
  const name = NAMES.map(tag => textOf(xml, tag)).find(found => found !== null), start = Number(textOf(xml, 'start'))
  const latitude = textOf(xml, 'lat') ?? textOf(xml, 'latitude'), longitude = textOf(xml, 'lon') ?? textOf(xml, 'longitude')
  if (name == null || !latitude || !longitude || !Number.isFinite(start)) return []
  const at = nearest(text, name, start)
  return [{ name, start: at, end: at + name.length, latitude: Number(latitude), longitude: Number(longitude) }]
}

/** How far the offsets of these files stray from their names: GeoVirus counts from 1, TR-News counts line ends twice. */
const STRAY = 60

/** Where `name` stands nearest to `start`, or `start` where it does not stand near. */
function nearest(text: string, name: string, start: number): number {
  let best = -1
  for (let at = text.indexOf(name, Math.max(0, start - STRAY)); at >= 0 && at <= start + STRAY; at = text.indexOf(name, at + 1)) if (best < 0 || Math.abs(at - start) < Math.abs(best - start)) best = at
  return best < 0 ? start : best
}

/** The mentions that the engine put on the map. */
const answersOf = (text: string, places: readonly PlaceMention[]): readonly Toponym[] => places.flatMap(({ start, end, entry }) => {
  const { latitude = null, longitude = null } = entry ?? {}
  return latitude === null || longitude === null ? [] : [{ start, end, name: text.slice(start, end), latitude, longitude }]
})

function runToponyms({ files }: Input, engine: Engine): Outcome {
  const articles = engine.pick(files.flat().flatMap(path => readArticles(readFileSync(path, 'utf8'))))
  const read = articles.map(article => {
    const places = engine.layers({ id: article.id, title: article.title, published: article.published, text: article.text })?.places ?? []
    return { article, places, pairs: pairToponyms(article.toponyms, answersOf(article.text, places)) }
  })
  return { measured: toponymFigures(read.map(({ pairs }) => countToponyms(pairs))), mistakes: read.flatMap(({ article, places, pairs: { pairs, missed, wrong } }) => {
    const around = (t: Toponym): string => article.text.slice(Math.max(0, t.start - 60), t.end + 60), told = (t: Toponym): string => `${t.name} ${t.latitude.toFixed(2)} ${t.longitude.toFixed(2)}`
    const trail = (t: Toponym): readonly string[] => places.filter(p => p.start === t.start && p.end === t.end).map(p => `${p.rule} ${p.entry?.id ?? ''}`)
    return [
      ...missed.map((t): Mistake => ({ kind: 'missed', document: article.id, text: around(t), expected: told(t), got: 'nothing', trail: [] })),
      ...wrong.map((t): Mistake => ({ kind: 'false', document: article.id, text: around(t), expected: 'nothing', got: told(t), trail: trail(t) })),
      ...pairs.filter(p => p.km >= 161).map((p): Mistake => ({ kind: 'wrong', document: article.id, text: around(p.gold), expected: told(p.gold), got: `${told(p.found)}, ${p.km.toFixed(0)} km off`, trail: trail(p.found) })),
    ]
  }) }
}
