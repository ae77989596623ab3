/** The boards of the lower layers on tiny corpora invented here, in the layout of the real ones: offsets, documents and crashes are all counted. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Board } from '../scoreboard/board.ts'
import { cnc, readMarked, countRelations } from '../scoreboard/corpora/cnc.ts'
import { countTopic, ecbplus, sameLemma, textOfTokens } from '../scoreboard/corpora/ecbplus.ts'
import { readEcbDocument, readSentenceList } from '../scoreboard/corpora/ecbplus-read.ts'
import { countPlaces, eventLocation, readVerbs } from '../scoreboard/corpora/event-location.ts'
import { names } from '../scoreboard/corpora/names.ts'
import { countAttributions, polnear, readStandoff } from '../scoreboard/corpora/polnear.ts'
import { readTimeMl, tempeval } from '../scoreboard/corpora/tempeval.ts'
import { readArticles, toponyms } from '../scoreboard/corpora/toponyms.ts'
import { readConllu, treebanks } from '../scoreboard/corpora/treebanks.ts'
import { filesOf, measure, type Reading } from '../scoreboard/measure.ts'
import type { Knowledge } from '../src/core/analysis/knowledge.ts'
import { loadKnowledge } from '../src/resources/load.ts'

let folder = '', knowledge: Knowledge
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'casus-boards-')); knowledge = loadKnowledge(); for (const [path, text] of Object.entries(FILES)) { mkdirSync(dirname(join(folder, path)), { recursive: true }); writeFileSync(join(folder, path), text) } })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const tml = (body: string): string => `<?xml version="1.0" ?>\n<TimeML><DOCID>x</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2021-03-10">March 10, 2021</TIMEX3></DCT><TITLE>None</TITLE><TEXT>\n${body}\n</TEXT></TimeML>`
const timex = (id: number, value: string, words: string): string => `<TIMEX3 tid="t${id}" type="DATE" value="${value}">${words}</TIMEX3>`
const article = (id: string, text: string, places: readonly string[]): string => `<article docid="${id}"><title>None</title><text><![CDATA[${text}]]></text><toponyms>${places.join('')}</toponyms></article>`
const toponym = (name: string, start: number, at: string): string => `<toponym><phrase>${name}</phrase><start>${start}</start><end>${start + name.length}</end>${at}</toponym>`
const gaz = (lat: number, lon: number): string => `<gaztag geonameid="1"><name>x</name><lat>${lat}</lat><lon>${lon}</lon></gaztag>`
const ecb = (name: string, words: readonly string[], mentions: string, relations: string): string =>
  `<Document doc_name="${name}">${words.map((w, i) => `<token t_id="${i + 1}" sentence="0" number="${i}">${w}</token>`).join('\n')}<Markables>${mentions}</Markables><Relations>${relations}</Relations></Document>`
const mention = (tag: string, id: number, token: number): string => `<${tag} m_id="${id}"><token_anchor t_id="${token}"/></${tag}>`
const linked = (note: string, id: number): string => `<CROSS_DOC_COREF r_id="${id}" note="${note}"><source m_id="${id}" /><target m_id="99" /></CROSS_DOC_COREF>`

const TREE = ['# newdoc id = one', '# newpar', '1\tRebels\trebel\tNOUN\tNNS\t_\t4\tnsubj\t_\t_', '2-3\tdidn\'t\t_\t_\t_\t_\t_\t_\t_\t_', '2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_', '3\tn\'t\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_', '4\tsurrender\tsurrender\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No', '5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_', '',
  '# newpar', '1\tTroops\ttroop\tNOUN\tNNS\t_\t2\tnsubj\t_\t_', '2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No', '3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_', '',
  '# newdoc id = masked', '1\t______\t_\tNOUN\t_\t_\t2\tnsubj\t_\t_', '2\t____\t_\tVERB\t_\t_\t0\troot\t_\t_', ''].join('\n')

const FILES: Readonly<Record<string, string>> = {
  'platinum/a.tml': tml(`Shells &amp; rockets hit Basra on ${timex(1, '2021-03-08', 'Monday')}.`),
  'platinum/b.tml': tml(`Elders met in ${timex(1, '2019-05', 'May 2019')} and a truce held for ${timex(2, 'PXX', 'what seemed an age')}.`),
  // The second offset is one short, the third name has no coordinates.
  'geo/lgl.xml': `<articles>${article('1', 'Two shells fell near Basra in Iraq, a doctor in Basra said.', [toponym('Basra', 21, gaz(30.5, 47.8)), toponym('Iraq', 29, gaz(33, 44)), toponym('Basra', 48, '')])}${article('2', 'Clashes went on in Tripoli, Libya.', [toponym('Tripoli', 19, gaz(34.4, 35.8)), toponym('Libya', 28, gaz(28, 17))])}</articles>`,
  'polnear/test/text/paper_one.txt': '🙂 The mayor said the bridge was closed.\n',
  'polnear/test/attributions/paper_one_1a2b.ann': 'T1\tSource 2 11\tThe mayor\nT2\tCue 12 16\tsaid\nT3\tContent 17 38\tthe bridge was closed\nE1\tAttribution:T4 Source:T1\n',
  'polnear/test/attributions/paper_one_9f9f.ann': 'T1\tCue 2 5\tThe\n',
  'polnear/test/text/paper_two.txt': 'According to aides , the talks failed.\n',
  'polnear/test/attributions/paper_two_1a2b.ann': 'T1\tSource 13 18\taides\nT2\tCue 0 12\tAccording to\nT3\tContent 21 37\tthe talks failed\n',
  'cnc/dev_subtask1.csv': '\uFEFFindex,text,label\nd1,"Troops shelled the town in retaliation for an attack that killed five soldiers .",1\nd2,Traders closed their shops .,0\nd3,"The road , which floods cut , stayed closed .",1\n',
  'cnc/dev_subtask2.csv': '\uFEFFcorpus,doc_id,sent_id,eg_id,index,text,text_w_pairs,seq_label,pair_label,context,num_sents\ncnc,d,1,0,d1_0,"Troops shelled the town in retaliation for an attack that killed five soldiers .","<ARG1>Troops shelled the town</ARG1> <SIG0>in retaliation for</SIG0> <ARG0>an attack that killed five soldiers</ARG0> .",1,1,,1\ncnc,d,3,0,d3_0,"The road , which floods cut , stayed closed .","<ARG1>The road</ARG1> , which <ARG0>floods</ARG0> cut , stayed closed .",1,1,,1\n',
  'topics/36/36_1ecb.xml': ecb('36_1ecb.xml', ['Gunmen', 'attacked', 'a', 'convoy', '.'], mention('ACTION_OCCURRENCE', 1, 2), linked('ACT1', 1)),
  'topics/36/36_2ecb.xml': ecb('36_2ecb.xml', ['The', 'army', 'was', 'not', 'attacked', ',', 'a', 'raid', 'was', 'foiled', '.'], mention('NEG_ACTION_OCCURRENCE', 1, 5) + mention('ACTION_OCCURRENCE', 2, 8) + mention('LOC_GEO', 3, 2), linked('ACT1', 2)),
  'ud_ewt/test.conllu': TREE,
  'event_location/test.jsonl': ['{"_id":1,"text":"🙂 Gunmen killed two officers in Mosul on Friday .","spans":[{"start":9,"end":15,"label":"VERB"},{"start":32,"end":37,"label":"LOCATION"}]}', '{"_id":2,"text":"She liked Oslo .","spans":[{"start":4,"end":9,"label":"VERB"},{"start":10,"end":14,"label":"LOCATION"}]}', '{"_id":3,"text":"Nothing ."}'].join('\n'),
  'ner/uner_ewt_test.iob2': '# sent_id = 1\n# text = x\n1\tBarack\tB-PER\t-\t-\n2\tObama\tI-PER\t-\t-\n3\tvisited\tO\t-\t-\n4\tBaghdad\tB-LOC\t-\t-\n5\t.\tO\t-\t-\n\n# sent_id = 2\n1\tThe\tO\t-\t-\n2\tQuargle\tB-ORG\t-\t-\n3\tmet\tO\t-\t-\n4\ttoday\tO\t-\t-\n',
}

async function run(board: Board, part: string, using: Knowledge = knowledge): Promise<{ readonly reading: Reading; readonly figure: (metric: string) => number }> {
  const chosen = board.parts.find(p => p.name === part)!, found = filesOf(chosen, folder)
  if ('absent' in found) throw new Error(`absent: ${found.absent}`)
  const reading = await measure(board, chosen, found.files, using, null)
  return { reading, figure: metric => Number(reading.figures.find(f => f.metric === metric)!.value.toFixed(2)) }
}

const ALL: readonly (readonly [Board, string, string, number])[] = [
  [tempeval, 'platinum', 'relaxed F1', 2], [toponyms, 'LGL', 'tagging F1', 2], [polnear, 'test', 'cue token F1', 2], [cnc, 'dev half', 'detection F1', 3],
  [ecbplus, 'topics 36-45', 'raw text, same lemma: B3 F1', 2], [treebanks, 'EWT test', 'words F1', 1], [names, 'UNER EWT test', 'span F1', 2], [eventLocation, 'test', 'place F1', 2],
]

describe('every board', () => {
  it.each(ALL)('$name reads all its documents', async (board, part, _, documents) => {
    expect((await run(board, part)).reading.documents).toBe(documents)
  })
  it.each(ALL)('$name scores a crash as no output, and as a miss', async (board, part, metric, documents) => {
    const { reading, figure } = await run(board, part, { ...knowledge, parse: () => { throw new Error('planted') } })
    expect(reading.crashes).toBe(documents)
    expect(figure(metric)).toBe(0)
    expect(reading.figures.every(f => Number.isFinite(f.value))).toBe(true)
  })
  it.each(ALL)('$name says which file is absent', board => {
    const absent = filesOf(board.parts[0]!, join(folder, 'ud_ewt'))
    expect(absent).toEqual({ absent: board.parts[0]!.files[0] })
  })
})

describe('TempEval-3', () => {
  it('places expressions in the text, behind entities too, and leaves the creation time out', () => {
    const { text, published, timexes } = readTimeMl(FILES['platinum/a.tml']!)
    expect(published).toBe('2021-03-10')
    expect(timexes.map(t => [text.slice(t.start, t.end), t.value])).toEqual([['Monday', '2021-03-08']])
  })
  it('scores both files: two of three found, all with the right value', async () => {
    const { figure } = await run(tempeval, 'platinum')
    expect([figure('relaxed F1'), figure('strict F1'), figure('value F1')]).toEqual([80, 80, 80])
  })
})

describe('toponyms', () => {
  it('mends offsets that stray, and leaves names without coordinates out', () => {
    const [first] = readArticles(FILES['geo/lgl.xml']!)
    expect(first!.toponyms.map(t => [t.start, first!.text.slice(t.start, t.end)])).toEqual([[21, 'Basra'], [30, 'Iraq']])
  })
  it('knows GeoWebNews and GeoVirus by their own elements', () => {
    const gwn = '<articles><article file="0"><text>In Basra</text><toponyms><toponym><extractedName>Basra</extractedName><start>3</start><end>8</end><latitude>30.5</latitude><longitude>47.8</longitude></toponym><toponym><extractedName>city</extractedName><start>0</start><end>1</end></toponym></toponyms></article></articles>'
    const virus = '<articles><article><text>In Basra</text><locations><location><name>Basra</name><start>4</start><end>9</end><lat>30.5</lat><lon>47.8</lon></location></locations></article></articles>'
    for (const source of [gwn, virus]) expect(readArticles(source).flatMap(a => a.toponyms)).toEqual([{ name: 'Basra', start: 3, end: 8, latitude: 30.5, longitude: 47.8 }])
  })
  it('counts the second Basra as false and a Tripoli of another country as far', async () => {
    const { figure, reading } = await run(toponyms, 'LGL')
    // Four of four found among five answers; Tripoli of Libya lies 2,280 km from that of Lebanon.
    expect(figure('tagging F1')).toBe(88.89)
    expect(figure('accuracy at 161 km')).toBe(75)
    expect(figure('end-to-end F1')).toBe(66.67)
    expect(reading.mistakes.map(m => m.kind).sort()).toEqual(['false', 'wrong'])
  })
})

describe('PolNeAR', () => {
  it('counts offsets in characters, not in code units', () => {
    const text = FILES['polnear/test/text/paper_one.txt']!, gold = readStandoff(FILES['polnear/test/attributions/paper_one_1a2b.ann']!, text)
    expect(Object.values(gold).map(spans => spans.map(parts => parts.map(p => text.slice(p.start, p.end))))).toEqual([[['The mayor']], [['said']], [['the bridge was closed']]])
  })
  it('counts words and whole spans', () => {
    const text = 'one two three', at = (start: number, end: number) => [[{ start, end }]], none = { source: [], cue: [], content: [] }
    expect(countAttributions(text, { ...none, content: at(0, 13) }, { ...none, content: at(4, 13) })).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0, 1, 1])
  })
  it('takes the first of several annotations, and finds both speakers', async () => {
    const { figure } = await run(polnear, 'test')
    expect(figure('source token F1')).toBe(100)
    expect(figure('cue token F1')).toBe(100)
    expect(figure('content token F1')).toBe(100)
  })
})

describe('Causal News Corpus', () => {
  it('reads marked sentences as the scorer does', () => {
    expect(readMarked('<ARG1>A fled</ARG1> <ARG0><SIG0>to</SIG0> live</ARG0> .')).toEqual({
      roles: [{ label: 'E', first: 0, last: 2 }, { label: 'C', first: 2, last: 4 }], signals: [{ label: 'S', first: 2, last: 3 }],
    })
    // A span of one word stays open to the next tag, which is a quirk of the scorer.
    expect(readMarked('<ARG0>rain</ARG0> fell').roles).toEqual([{ label: 'C', first: 0, last: 2 }])
  })
  it('takes the order of answers that fits best, drops surplus ones, and misses what is not answered', () => {
    const one = readMarked('<ARG0>a b</ARG0> <ARG1>c d</ARG1> e f'), two = readMarked('a b <ARG0>c d</ARG0> <ARG1>e f</ARG1>')
    expect(countRelations([one, two], [two, one]).slice(0, 3)).toEqual([4, 0, 0])
    expect(countRelations([one], [one, two]).slice(0, 3)).toEqual([2, 0, 0])
    expect(countRelations([one, two], [two]).slice(0, 3)).toEqual([2, 0, 2])
  })
  it('scores the three sentences: one link found of two', async () => {
    const { figure } = await run(cnc, 'dev half')
    expect(figure('detection F1')).toBe(66.67)
    // Cause, effect and signal of the first are right, cause and effect of the third are missed.
    expect(figure('exact span F1')).toBe(75)
  })
})

describe('ECB+', () => {
  const documents = ['36_1ecb', '36_2ecb'].map(id => readEcbDocument(FILES[`topics/36/${id}.xml`]!, `${id}.xml`))

  it('reads event mentions with their clusters, and no other markables', () => {
    expect(documents.flatMap(d => d.mentions.map(m => [d.id, m.tokens, m.negated, m.cluster]))).toEqual([['36_1ecb', [1], false, 'ACT1'], ['36_2ecb', [4], true, '36_2ecb 4'], ['36_2ecb', [7], false, 'ACT1']])
  })
  it('places tokens in its text', () => {
    for (const d of documents) { const { text, extents } = textOfTokens(d); expect(extents.map(e => text.slice(e.start, e.end))).toEqual(d.tokens.map(t => t.form)) }
  })
  it('keeps to the annotated sentences', () => {
    const list = readSentenceList('Topic,File,Sentence Number\n36,1ecb,0\n36,2ecb,3\n')
    expect(readEcbDocument(FILES['topics/36/36_2ecb.xml']!, '36_2ecb.xml', list.get('36_2ecb')!).mentions).toEqual([])
  })
  it('scores same lemma: two "attacked" joined that are not one, one link missed', async () => {
    const { figure } = await run(ecbplus, 'topics 36-45')
    expect(figure('gold mentions, same lemma: MUC F1')).toBe(0)
    // B3: (1/2 + 1/2 + 1) / 3 both ways; CEAF-e: {1,raid}-{1,neg} 1/2 or with lone ones 2/3 + 2/3, over two clusters a side.
    expect(figure('gold mentions, same lemma: B3 F1')).toBe(66.67)
    expect(figure('gold mentions, same lemma: CEAF-e F1')).toBe(66.67)
  })
  it('drops by a missing document', () => {
    const mentions = documents[0]!.mentions.map(m => ({ id: `36_1ecb ${m.tokens.join(' ')}`, document: '36_1ecb', extent: { start: 0, end: 1 }, lemma: 'attack' }))
    const [kept = 0, all = 0] = countTopic(documents, mentions, sameLemma).slice(4, 6)
    expect(kept / all).toBeCloseTo(0.5 / 3)
  })
})

describe('treebanks', () => {
  it('rebuilds raw text with paragraphs, keeps multiword tokens whole, skips masked documents', () => {
    const read = readConllu(TREE)
    expect(read.map(d => [d.id, d.text])).toEqual([['one', "Rebels didn't surrender.\n\nTroops left."]])
    expect(read[0]!.gold.words.map(w => [w.form, w.start, w.end, w.head])).toEqual([['Rebels', 0, 6, 3], ['did', 6, 12, 3], ["n't", 6, 12, 3], ['surrender', 12, 21, -1], ['.', 21, 22, 3], ['Troops', 22, 28, 6], ['left', 28, 32, -1], ['.', 32, 33, 6]])
    expect(read[0]!.gold.sentences).toEqual([[0, 22], [22, 33]])
  })
  it('scores a text that is read right', async () => {
    const { figure } = await run(treebanks, 'EWT test')
    expect(['words F1', 'UPOS F1', 'LAS F1', 'sentences F1'].map(figure)).toEqual([100, 100, 100, 100])
  })
})

describe('event locations', () => {
  it('places verbs and places by characters, and leaves lines without a verb out', () => {
    expect(readVerbs(FILES['event_location/test.jsonl']!).map(v => [v.verb, ...v.places].map(e => v.text.slice(e.start, e.end)))).toEqual([['killed', 'Mosul'], ['liked', 'Oslo']])
  })
  it('matches places one to one', () => {
    expect(countPlaces([{ start: 0, end: 5 }, { start: 9, end: 12 }], [{ start: 2, end: 4 }, { start: 0, end: 3 }])).toEqual([1, 1, 1])
  })
  it('finds the one, and misses that of a verb which is no event', async () => {
    const { figure } = await run(eventLocation, 'test')
    expect([figure('place F1'), figure('place F1 where coded')]).toEqual([66.67, 100])
  })
})

describe('names', () => {
  it('scores both sentences on the shared classes', async () => {
    const { figure } = await run(names, 'UNER EWT test')
    expect([figure('PER F1'), figure('LOC F1')]).toEqual([100, 100])
    expect(figure('span F1')).toBeGreaterThanOrEqual(66.67)
  })
})
