/** The text layer: sections, datelines, sentences, words, casing, and what holds for any text. */
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Extent, SectionKind, TextLayer } from '../src/core/model/index.ts'
import { buildTextLexicon, plainForm, readText } from '../src/core/text/index.ts'
import { loadTables } from '../src/resources/load.ts'
import { packageFile } from '../src/resources/package.ts'

const lexicon = buildTextLexicon(loadTables(), { 'sentences.bin': readFileSync(packageFile('models', 'sentences.bin')) })

const read = (text: string, title: string | null = null): TextLayer => readText({ id: 'r', title, text }, lexicon).text
const notesOf = (text: string): readonly string[] => readText({ id: 'r', text }, lexicon).notes.map(note => note.code)
const cut = (text: string, extent: Extent): string => text.slice(extent.start, extent.end)
/** Kinds and words of the sections. */
const outline = (text: string, title: string | null = null): readonly (readonly [SectionKind, string])[] => read(text, title).sections.map(s => [s.kind, cut(text, s)])
const sentences = (text: string): readonly string[] => read(text).sentences.map(s => cut(text, s))
const paragraphs = (text: string): readonly string[] => read(text).paragraphs.map(p => cut(text, p))
const forms = (text: string): string => read(text).tokens.map(t => t.form).join(' ')
const norms = (text: string): string => read(text).tokens.map(t => t.norm).join(' ')

/** Fails unless the layer is well made. */
function expectSound({ text, sections, paragraphs: paras, sentences: sents, tokens, dateline }: TextLayer): void {
  const wrong: string[] = []
  const within = (inner: Extent, outer: Extent | undefined): boolean => outer !== undefined && outer.start <= inner.start && inner.end <= outer.end
  for (const [name, list] of Object.entries({ sections, paras, sents, tokens })) {
    list.forEach((e, i) => { if (e.start >= e.end || e.start < (list[i - 1]?.end ?? 0) || e.end > text.length) wrong.push(`${name} ${i}: ${e.start}-${e.end}`) })
  }
  tokens.forEach((t, i) => { if (t.form !== cut(text, t) || t.norm === '' || !within(t, sents[t.sentence])) wrong.push(`token ${i}`) })
  paras.forEach((p, i) => { if (!within(p, sections[p.section])) wrong.push(`paragraph ${i}`) })
  sents.forEach((s, i) => {
    if (s.index !== i || s.first !== (sents[i - 1]?.last ?? 0) || s.first >= s.last) wrong.push(`sentence ${i}: tokens ${s.first}-${s.last}`)
    if (s.start !== tokens[s.first]?.start || s.end !== tokens[s.last - 1]?.end) wrong.push(`sentence ${i}: edges`)
    if (!within(s, paras[s.paragraph]) || s.section !== paras[s.paragraph]?.section) wrong.push(`sentence ${i}: paragraph`)
    if (tokens.slice(s.first, s.last).some(t => t.sentence !== i)) wrong.push(`sentence ${i}: a token of another`)
  })
  if ((sents.at(-1)?.last ?? 0) !== tokens.length) wrong.push('tokens left over')
  for (const part of [dateline?.place, dateline?.date]) if (part && !within(part, dateline ?? undefined)) wrong.push('dateline')
  expect(wrong).toEqual([])
}

const HEAD = 'Rebels seize bridge near Homs', LEAD = 'Rebels seized the bridge on Monday, two officials in Homs said.', NEXT = 'Nobody was hurt in the town.'
const report = (...parts: readonly string[]): string => parts.join('\n\n')

describe('sections', () => {
  test('headline, key points, dateline, body, caption, subheading and boilerplate, in order', () => {
    const text = report(HEAD, '• Power is out\n• A truce is near', `KABUL, Nov. 22 (Reuters) - ${LEAD}`, 'A ruined clinic in the village. (AP Photo/Nobody)', 'A long siege', NEXT, 'Reporting by Ann Ode; editing by Jo Doe')
    expect(outline(text)).toEqual([
      ['headline', HEAD], ['key-point', '• Power is out\n• A truce is near'], ['dateline', 'KABUL, Nov. 22 (Reuters) -'], ['body', LEAD],
      ['caption', 'A ruined clinic in the village. (AP Photo/Nobody)'], ['subheading', 'A long siege'], ['body', NEXT], ['boilerplate', 'Reporting by Ann Ode; editing by Jo Doe'],
    ])
  })
  test('paragraphs of one kind are one section', () => { expect(outline(report(HEAD, LEAD, NEXT))[1]).toEqual(['body', report(LEAD, NEXT)]) })
  test.each(['By Ann Ode', 'Posted by Ann Ode', 'From our correspondent'])('“%s” is a byline', line => { expect(outline(report(HEAD, line, LEAD, NEXT))[1]).toEqual(['byline', line]) })
  test('a sentence that starts with “By” is none', () => { expect(outline(report(HEAD, 'By noon the town was calm.', LEAD)).map(s => s[0])).toEqual(['headline', 'body']) })
  test.each(['Read more: the siege', 'Share', '© 2024 The Paper', 'https://example.org/a', '(Reporting by Ann Ode)', 'desk@example.org', '-30-', 'Advertisement'])('“%s” is boilerplate', line => {
    expect(outline(report(LEAD, NEXT, line)).at(-1)).toEqual(['boilerplate', line])
  })
  test.each(['Photo: a soldier at the gate', 'A gate in Homs (AP Photo)', 'Smoke over the port of Homs /AFP', 'File photo of the bridge'])('“%s” is a caption', line => {
    expect(outline(report(HEAD, LEAD, line, NEXT))[2]).toEqual(['caption', line])
  })
  test.each([['What we know', 'subheading'], ['Day 2', 'subheading'], ['What we know.', 'body'], ['what we know', 'body'], ['One word after another until there were far too many of them', 'body']])('“%s” is %s', (line, kind) => {
    expect(outline(report(HEAD, LEAD, line, NEXT)).find(([, words]) => words.includes(line))?.[0]).toBe(kind)
  })
  test('the last line is no subheading', () => { expect(outline(report(HEAD, LEAD, 'What we know')).at(-1)?.[0]).toBe('body') })
  test('points after running text are body', () => { expect(outline(report('- One\n- Two', LEAD, '- Three')).map(s => s[0])).toEqual(['key-point', 'body']) })
  test.each(['10:45', '10:45 GMT', '(10:45 EDT)', '12:30pm', '9 a.m.'])('“%s” alone is a time-stamp', time => {
    expect(outline(report('Live: the siege', time, NEXT))).toEqual([['headline', 'Live: the siege'], ['time-stamp', time], ['body', NEXT]])
  })
  test('a time before an entry is set apart', () => { expect(outline(report('Live: the siege', `11:05 – ${NEXT}`, LEAD)).slice(1)).toEqual([['time-stamp', '11:05 –'], ['body', report(NEXT, LEAD)]]) })
  test('a number that counts is no time', () => { expect(outline('10 guards were hurt in the raid on the depot near the town.')).toEqual([['body', '10 guards were hurt in the raid on the depot near the town.']]) })
})

describe('title', () => {
  test('the title on a line of its own is the headline, whatever its marks and case', () => {
    expect(outline(report('REBELS SEIZE BRIDGE, NEAR HOMS.', LEAD, NEXT), HEAD)[0]).toEqual(['headline', 'REBELS SEIZE BRIDGE, NEAR HOMS.'])
  })
  test('the title run into the text is set apart', () => { expect(outline(`${HEAD}. ${LEAD}`, HEAD)).toEqual([['headline', `${HEAD}.`], ['body', LEAD]]) })
  test('what stands before it is a byline', () => { expect(outline(`The Homs Paper ${HEAD} ${LEAD}`, HEAD)).toEqual([['byline', 'The Homs Paper'], ['headline', HEAD], ['body', LEAD]]) })
  test('a title that the text does not repeat changes nothing', () => { expect(outline(report(LEAD, NEXT), 'Quite another thing altogether')).toEqual([['body', report(LEAD, NEXT)]]) })
  test('a word that only begins like the title is not cut', () => { expect(outline(`${HEAD}ville again. ${LEAD}`, HEAD)[0]?.[0]).toBe('body') })
  test('a first line without a stop is a headline', () => { expect(outline(report(HEAD, LEAD))[0]).toEqual(['headline', HEAD]) })
  test('a lone line is body', () => { expect(outline(HEAD)).toEqual([['body', HEAD]]) })
})

describe('dateline', () => {
  /** Extent, place, date and agency of a dateline before a sentence. */
  function dateline(line: string): readonly (string | null)[] | null {
    const text = report(`${line} ${LEAD}`, NEXT), found = read(text).dateline
    return found && [cut(text, found), found.place && cut(text, found.place), found.date && cut(text, found.date), found.agency]
  }
  test.each<[string, string | null, string | null, string | null]>([
    ['KABUL, Nov. 22 (Reuters) -', 'KABUL', 'Nov. 22', 'Reuters'], ['PARIS (AFP) —', 'PARIS', null, 'AFP'], ['Baghdad, 5 May 2011 (AP) -', 'Baghdad', '5 May 2011', 'AP'], ['GAZA CITY, Gaza Strip (AP) —', 'GAZA CITY, Gaza Strip', null, 'AP'],
    ['SAN SALVADOR, 10 JAN 89 (ACAN-EFE) -- [TEXT]', 'SAN SALVADOR', '10 JAN 89', 'ACAN-EFE'], ['TEHRAN, 3 June /TASS/.', 'TEHRAN', '3 June', 'TASS'], ['BEIRUT —', 'BEIRUT', null, null], ['BEIRUT:', 'BEIRUT', null, null],
    ['(Reuters) -', null, null, 'Reuters'], ['Reuters -', null, null, 'Reuters'], ['Goma, DR Congo, 3 March 2012 -', 'Goma, DR Congo', '3 March 2012', null], ['Published: 5 May 2011 |', null, '5 May 2011', null],
  ])('%s', (line, ...parts) => { expect(dateline(line)).toEqual([line, ...parts]) })
  test.each(['UPDATE -', 'NATO:', 'He said:', 'On Monday, 5 May,', 'Then -'])('“%s” is none', line => { expect(dateline(line)).toBeNull() })
  test('a word in capitals within a sentence is none', () => { expect(read(report('The PKK — a party — fled.', NEXT)).dateline).toBeNull() })
  test('it is one sentence, and the text begins after it', () => { expect(sentences(report(`KABUL, Nov. 22 (Reuters) - ${LEAD}`, NEXT))).toEqual(['KABUL, Nov. 22 (Reuters) -', LEAD, NEXT]) })
})

describe('paragraphs', () => {
  test('a blank line parts, one with blanks in it too', () => { expect(paragraphs(`${LEAD}\n \t\n${NEXT}`)).toEqual([LEAD, NEXT]) })
  test('a single newline parts', () => { expect(paragraphs(`${LEAD}\n${NEXT}`)).toEqual([LEAD, NEXT]) })
  test('wrapped lines are joined', () => {
    const wrapped = 'Rebels seized the bridge on Monday, and nobody in old\nHoms was hurt, two officials said, but the mayor of the\ntown left for the hills with his sons and his guards in\nthe night.'
    expect(paragraphs(`${wrapped}\n\n${NEXT}`)).toEqual([wrapped, NEXT])
  })
  test('a line cut off in mid-sentence is joined', () => { expect(paragraphs('The army left the two villages near the old\nroad.\nIt was late.')).toEqual(['The army left the two villages near the old\nroad.', 'It was late.']) })
  test.each(['\r\n', '\r', '\u2028', '\u0085', '\v'])('%j ends a line', end => { expect(paragraphs(`${LEAD}${end}${NEXT}`)).toEqual([LEAD, NEXT]) })
  test('U+2029 ends a paragraph', () => { expect(paragraphs(`${LEAD}\u2029${NEXT}`)).toEqual([LEAD, NEXT]) })
  test.each(['', '   \n\n\t', '\u200b\ufeff'])('%j has none', text => { expect(read(text)).toMatchObject({ sections: [], paragraphs: [], sentences: [], tokens: [] }) })
})

describe('sentences', () => {
  test.each<readonly [string, ...string[]]>([
    ['abbreviations before names', 'Gen. Ali met Lt. Col. Doe.', 'Mr. Rahim was there.'],
    ['“U.S.” within a sentence', 'The U.S. army left.', 'Two U.S. ships stayed.'],
    ['“No.” before a number', 'The troops of No. 5 Brigade left.', 'No. 6 stayed.'],
    ['“No.” as an answer', 'Was he there?', 'No.', 'He left.'],
    ['months and initials', 'Dr. Ali left on Jan. 5 with J. R. Doe.', 'It was cold.'],
    ['“vs.” and “e.g.”', 'It was the army vs. the rebels.', 'Some, e.g. the mayor, left.'],
    ['a quotation and its speaker', '"We will not leave," he said.', '"We are staying."', 'They left.'],
    ['a mark within a quotation', '"Who are you?" he asked.', 'He shouted: "Go!"', 'They fled.'],
    ['curly quotes', '“We are staying.”', 'They left.'],
    ['ellipses', 'They left...', 'Then nothing.', 'Wait…', 'What?'],
    ['exclamations', 'They left!!!', 'Who knew?!', 'Nobody.'],
    ['decimals and times', 'It rose by 3.5 percent at 10.30 on Monday.', 'It fell.'],
    ['“p.m.” before a day', 'It hit at 5 p.m. Monday.', 'Two shells fell at 9 a.m. local time.'],
    ['“p.m.” at the end', 'It hit at 5 p.m.', 'He fled at 6 p.m.', 'On Monday he died.'],
    ['“p.m.” before a small word', 'It hit at 5 p.m. on Monday and at 6 p.m. today.', 'He fled.'],
    ['“U.S.” at the end', 'He lives in the U.S.', 'He left.', 'They fled to the U.A.E.', 'The army stayed.'],
    ['initials before names', 'The U.S. Army left with U.N. Special Envoy Jan Doe.', 'J. R. The was there.'],
    ['parentheses', 'The mayor (a former officer) left.', '(He was ill.)', 'He died.'],
  ])('%s', (_, ...said) => { expect(sentences(said.join(' '))).toEqual(said) })
  test('a missing space ends a sentence', () => { expect(sentences('It ended.The army left.Then it rained.')).toEqual(['It ended.', 'The army left.', 'Then it rained.']) })
  test('no sentence crosses a paragraph', () => { expect(sentences('The army left the town and\n\nthe rebels came.')).toEqual(['The army left the town and', 'the rebels came.']) })
  test('a sentence without end is cut at 400 words', () => { expect(read('and '.repeat(1000)).sentences.map(s => s.last - s.first)).toEqual([400, 400, 200]) })
  test('marks still end sentences without a model', () => {
    const plain = buildTextLexicon({}, {})
    expect(readText({ id: 'r', text: 'They left. He said so! Why?' }, plain).text.sentences).toHaveLength(3)
  })
})

describe('words', () => {
  test.each([
    ["They can't go; it's his, isn't it?", "They ca n't go ; it 's his , is n't it ?"], ['He cannot go.', 'He can not go .'], ['It is 10km away, at 5pm.', 'It is 10 km away , at 5 pm .'], ['He paid $5m or €1,000.', 'He paid $ 5m or € 1,000 .'],
    ['Some 20-30 men, 3.5% of 1,200.', 'Some 20 - 30 men , 3.5 % of 1,200 .'], ['An anti-tank gun, an AK-47 and a car-bomb.', 'An anti-tank gun , an AK - 47 and a car - bomb .'], ['See https://example.org/a?b=c, or a.b@example.org.', 'See https://example.org/a?b=c , or a.b@example.org .'],
    ['@who said #siege (twice).', '@who said #siege ( twice ) .'], ['The U.S.-led force left--fast.', 'The U.S. - led force left -- fast .'], ['Two dead/injured [sic]…', 'Two dead / injured [ sic ] …'], ["The rebels' base", "The rebels ' base"], ['At 10:30 on 9/11, AT&T fell.', 'At 10:30 on 9/11 , AT&T fell .'], ['They fled< and', 'They fled < and'],
  ])('%s', (text, words) => { expect(forms(text)).toBe(words) })
  test.each([['“no” ‘yes’ «oui» „ja‟', '" no " \' yes \' " oui " " ja "'], ['it’s', "it 's"], ['ﬁre oﬃce', 'fire office'], ['ＡＢＣ １２', 'ABC 12'], ['20‑30', '20 - 30']])('%s is read as %s', (text, plain) => { expect(norms(text)).toBe(plain) })
  test('plainForm folds a word as the layer does', () => { expect(plainForm('o\u00adﬃ\u200bce’s')).toBe("office's") })
})

describe('casing', () => {
  test('a report in capitals is read in lower case, and kept as written', () => {
    const layer = read('THE ARMY SHELLED TEL ABYAD. REBELS FLED. I DID.')
    expect([layer.casing, layer.tokens[1]?.form, layer.tokens.map(t => t.norm).join(' ')]).toEqual(['upper', 'ARMY', 'the army shelled tel abyad . rebels fled . i did .'])
    expect(layer.sentences).toHaveLength(3)
  })
  test('a report without capitals', () => {
    const text = 'the army shelled tel abyad on monday. rebels fled to the hills and killed two men near aleppo.'
    expect([read(text).casing, norms(text), sentences(text)]).toEqual(['lower', forms(text), ['the army shelled tel abyad on monday.', 'rebels fled to the hills and killed two men near aleppo.']])
  })
  test.each(['Rebels fled to the hills near Aleppo.', '', '12 34', 'He did.', 'The army shelled the village near the river and nine people were hurt there.',
    'The army shelled the village. A doctor said that nine people were hurt. He fled. The town fell in the night after a long siege.'])('“%s” is mixed', text => { expect(read(text).casing).toBe('mixed') })
  const BODY = 'Later the army shelled the town of Tel Abyad. The fighters of the PKK fled to the hills.'
  test('a headline in capitals takes the casing of the text', () => { expect(norms(report('ARMY SHELLS TEL ABYAD, PKK FLED', BODY, NEXT))).toMatch(/^army shells Tel Abyad , PKK fled Later/) })
  test('a headline in title case loses the capitals that the text does not have', () => { expect(norms(report('The Army Shelled Tel Abyad Town', BODY, NEXT))).toMatch(/^The army shelled Tel Abyad town Later/) })
  test('so does one with marks and small words', () => { expect(norms(report('The Army’s Shelled Town - Fighters of the PKK Fled', BODY, NEXT))).toMatch(/^The army 's shelled town - fighters of the PKK fled Later/) })
  test.each([BODY, 'On Monday Omar Said met Karim Haddad in Homs.', 'Omar Said told Karim Haddad that Homs fell.'])('running text keeps its capitals: %s', text => { expect(norms(text)).toBe(forms(text)) })
  test('“I” alone makes no capitals', () => { expect(read('i saw the army shell the village, and then I fled to the hills with three other people.').casing).toBe('lower') })
  test('a dateline in capitals becomes a name', () => { expect(norms(`KABUL (AFP) - ${LEAD}`)).toMatch(/^Kabul \( AFP \) -/) })
})

describe('characters', () => {
  test.each(['\u00a0', '\t', '\u2009', '\u3000', '  ', '\u202f'])('%j is a space', space => { expect(forms(`Two${space}men fled.`)).toBe('Two men fled .') })
  test.each(['\u200b', '\u00ad', '\ufeff', '\u202e', '\u2066', '\u200f', '\ufe0f'])('%j within a word is kept in its form and left out of its norm', mark => {
    expect(read(`The vil${mark}lage fell.`).tokens[1]).toEqual({ start: 4, end: 12, form: `vil${mark}lage`, norm: 'village', sentence: 0 })
  })
  test('emoji are words and do not move what follows', () => { expect(forms('😀 Two 👩‍👩‍👧 fled 🇺🇦.')).toBe('😀 Two 👩‍👩‍👧 fled 🇺🇦 .') })
  test.each(['\ud83d', '\ude00'])('a lone surrogate %j is read as U+FFFD', half => { expect(read(`A ${half} one`).tokens[1]).toMatchObject({ form: half, norm: '\ufffd' }) })
  test('control characters make a binary text, which is not read', () => { expect([notesOf('\u0000\u0001\u0002\u0003\u0004\u0005abc'), read('\u0000\u0001\u0002\u0003\u0004\u0005abc').tokens]).toEqual([['binary-text'], []]) })
  test.each(['Los rebeldes tomaron el puente el lunes y nadie resultó herido, según dos funcionarios del pueblo que hablaron con la prensa local desde un lugar seguro.', 'استولى المتمردون على الجسر'])('another language is noted: %s', text => { expect(notesOf(text)).toEqual(['language-not-english']) })
  test('English is not noted', () => { expect(notesOf(report(HEAD, LEAD, NEXT))).toEqual([]) })
})

describe('HTML', () => {
  const text = '<p>The army left&nbsp;the <b>village</b>.</p><p>Ali &amp; sons&#8217; house fell.</p><script>var x = "a b";</script><!-- Not <p>this</p> -->'
  test('tags are spaces, block tags end paragraphs, scripts and comments are left out', () => { expect(norms(text)).toBe("The army left the village . Ali & sons ' house fell .") })
  test('tags are noted once, with the first', () => { expect(readText({ id: 'r', text }, lexicon).notes).toEqual([expect.objectContaining({ code: 'html-in-text', span: { start: 0, end: 3, exact: '<p>' } })]) })
  test('an entity is part of the form', () => { expect(read(text).tokens.find(t => t.norm === '&')).toMatchObject({ form: '&amp;', start: text.indexOf('&amp;') }) })
  test('a break is a newline', () => { expect(paragraphs(`${LEAD}<br>${NEXT}`)).toEqual([LEAD, NEXT]) })
  test.each([['3 < 5 and 6 > 2', '3 < 5 and 6 > 2'], ['&bogus; &#55296; &#xD800;', '& bogus ; & #55296 ; & #xD800 ;'], ['&amp;lt; x', '& lt ; x'], ['&#x1F600; &#65;', '😀 A'], ['<notatag> x', '< notatag > x'], ['a <p', 'a < p']])('%s', (html, words) => { expect(norms(html)).toBe(words) })
})

describe('size', () => {
  test.each<[string, string]>([
    ['one word', 'a'.repeat(1e6)], ['words', 'rebels '.repeat(140_000)], ['sentences', 'He fled to the U.S. on Monday. '.repeat(32_000)], ['tag starts', '<p'.repeat(5e5)], ['comment starts', '<!--'.repeat(25e4)], ['script starts', '<script>'.repeat(125_000)],
    ['entity starts', '&#'.repeat(5e5)], ['brackets', '('.repeat(1e6)], ['dashes and stops', '-.'.repeat(5e5)], ['quotes', '" '.repeat(5e5)], ['newlines', 'a\n'.repeat(5e5)], ['blanks', `a${' '.repeat(1e6)}b`], ['emoji', '😀'.repeat(5e5)],
  ])('a line of a megabyte: %s', (_, text) => {
    const begun = performance.now(), layer = read(text)
    expect(performance.now() - begun).toBeLessThan(15_000)
    expectSound(layer)
  })
  test('what is beyond two million units is not read, and no pair is cut', () => {
    const text = `${'a '.repeat(999_999)}a😀 b`, { text: layer, notes } = readText({ id: 'r', text }, lexicon)
    expect([notes.map(n => n.code), layer.tokens.at(-1)?.end, layer.text]).toEqual([['text-truncated'], 1_999_999, text])
  })
  test('prose of another language is noted beside the length, a word over and over is no prose', () => {
    const spanish = 'Los rebeldes tomaron el puente el lunes y nadie resultó herido, según dos funcionarios del pueblo. '
    expect([notesOf(spanish.repeat(21_000)), notesOf('a '.repeat(1_000_001))]).toEqual([['text-truncated', 'language-not-english'], ['text-truncated']])
  })
  test.each([['ligatures', `${'a'.repeat(239)}\ufb01xed`], ['longer ligatures', `${'a'.repeat(238)}\ufb03ce`], ['entities', `${'a'.repeat(239)}&#x1F600;b`], ['ligatures alone', '\ufb03'.repeat(500)]])('a cut never falls within a character: %s', (_, text) => {
    expectSound(read(text))
    expect(read(text).tokens.map(t => t.form).join('')).toBe(text)
  })
})

describe('properties', () => {
  const piece = fc.constantFrom('The', 'army', 'left', 'Gen.', 'U.S.', 'No.', '5', 'p.m.', 'KABUL', '(Reuters)', '-', '—', 'Nov. 22', '.', '...', '!', '"', '“', '’s', "don't", '(', ')', '•', '10:45', 'By Ann', '\n', '\n\n', '\r\n', '\t', '\u00a0', '\u200b', '\u202e', '😀', '\ud800', 'ﬃ', '<p>', '</b>', '<!--', '<script>', '&amp;', '&#x1F600;', '&', 'https://a.org', '20-30', 'Share', '[TEXT]')
  const mixed = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.array(piece, { maxLength: 40 }).map(list => list.join(' ')), fc.array(piece, { maxLength: 40 }).map(list => list.join('')))
  const words = fc.array(fc.constantFrom('The', 'army', 'left', 'Gen.', 'U.S.', "can't", '20-30', '$5', '(so)', '"no"', 'Homs.', 'then,', 'what?', 'anti-tank', 'x/y', '5pm', 'a.m.', '...'), { minLength: 1, maxLength: 40 })

  test('any text makes a sound layer, with any title, the same every time', () => {
    fc.assert(fc.property(mixed, fc.option(mixed), (text, title) => {
      expectSound(read(text, title))
      expect(read(text, title)).toEqual(read(text, title))
    }), { numRuns: 400 })
  })
  test('words lose nothing but the blanks between them', () => {
    fc.assert(fc.property(words, list => { expect(read(list.join(' ')).tokens.map(t => t.form).join('')).toBe(list.join('')) }), { numRuns: 200 })
  })
  test('blanks around a text only move it', () => {
    fc.assert(fc.property(words, fc.integer({ min: 1, max: 9 }), (list, n) => {
      const text = list.join(' '), moved = read(`${'\n'.repeat(n)}${text}\n`).tokens
      expect(moved.map(t => ({ ...t, start: t.start - n, end: t.end - n }))).toEqual(read(text).tokens)
    }), { numRuns: 100 })
  })
  test('how lines end and which space stands between words does not matter', () => {
    fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), list => {
      const text = list.map(p => p.join(' ')).join('\n\n'), shape = (t: string): unknown => read(t).sentences.map(s => [s.paragraph, s.first, s.last])
      for (const other of [text.replace(/\n/g, '\r\n'), text.replace(/ /g, '\u00a0')]) expect([norms(other), shape(other)]).toEqual([norms(text), shape(text)])
    }), { numRuns: 100 })
  })
  test('letters and digits all fall in a token', () => {
    fc.assert(fc.property(fc.string({ maxLength: 100 }).filter(t => !/[<&]/.test(t)), text => {
      const covered = read(text).tokens.map(t => t.form).join('').replace(/[^A-Za-z0-9]/g, '')
      expect(covered).toBe(text.replace(/[^A-Za-z0-9]/g, ''))
    }), { numRuns: 200 })
  })
})
