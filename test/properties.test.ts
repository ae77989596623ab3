/** Properties of the library that hold for any text whatever: sound spans, known words, evidence for every field, the same answer twice. SEED and RUNS in the environment search further. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseTable } from '../src/core/lexicon/table.ts'
import { EVENT_TYPES, STATUSES } from '../src/core/model/index.ts'
import { analyse, analyseWithTrail, type About, type Event, type LinkKind, type Precision, type Report, type Span, type Stance } from '../src/index.ts'

const SEED = Number(process.env['SEED'] ?? 20240817), RUNS = Number(process.env['RUNS'] ?? 1)
const root = join(import.meta.dirname, '..')

const STANCES = ['reports', 'claims-responsibility', 'denies', 'accuses', 'condemns', 'confirms'] as const satisfies readonly Stance[]
const ABOUTS = ['event', 'actor', 'recipient', 'killed', 'injured', 'place', 'date', 'weapon', 'purpose'] as const satisfies readonly About[]
const LINKS = ['retaliation', 'response', 'cause'] as const satisfies readonly LinkKind[]
const PRECISIONS = ['site', 'town', 'district', 'province', 'country'] as const satisfies readonly Precision[]
const SECTORS = 'GOV MIL REB COP CVL PRM CRM JUD LEG OPP PTY MED JRN EDU REL BUS LAB REF IGO NGO SPY UNK'.split(' ')
const CONTEXTS = parseTable(readFileSync(join(root, 'data', 'contexts.tsv'), 'utf8')).map(row => row['context'])
/** Modes by type, from the table of docs/codebook.md. */
const MODES = new Map([...readFileSync(join(root, 'docs', 'codebook.md'), 'utf8').matchAll(/^\| ([A-Z]+) \| [^|]+ \| ?([^|]*)\|$/gm)].map(([, type, modes]) => [type!, modes!.split(',').map(m => m.trim())]))

const FRAGMENTS = [
  'Gunmen on motorcycles killed at least 17 villagers near Maradi on Tuesday, the governor said.',
  'Warplanes bombed a fuel depot outside Hodeidah overnight, wounding six workers.',
  'A suicide bomber blew himself up at a checkpoint in Quetta, killing himself and three policemen.',
  'Two rockets landed near the airport in Erbil; nobody was hurt.',
  'The army shelled rebel positions in northern Kachin state for the third day.',
  'Unknown assailants shot dead a judge in Culiacan.',
  'A roadside bomb struck a bus, and between 8 and 11 passengers died.',
  'Drones hit a power station in Odesa, Ukraine said.',
  'Fighters ambushed a convoy of the Nigerian army, killing dozens of soldiers.',
  'Clashes between herders and farmers left scores dead.',
  'Soldiers and rebels fought near Goma on 3 February.',
  'A mortar attack on the camp killed no one, the camp manager told reporters.',
  'The death toll rose to 43 on Wednesday.',
  'Hospital officials put the toll at 9, while police said 12 had died.',
  'More than 200 people were injured, 40 of them seriously.',
  'Up to 100 fighters were killed, the ministry claimed.',
  'Among the dead were four children and their teacher.',
  'Five of the attackers were also killed.',
  'Nearly a thousand families fled.',
  '"We will answer this crime," the commander said.',
  '“They came at night and burned everything,” said Amina Yusuf, a farmer.',
  "'It was not us,' a spokesman for the militia said by telephone.",
  'The minister said: "Our forces hit the depot in retaliation for the raid on Sunday."',
  'Witnesses said they saw troops fire into the crowd.',
  'According to the United Nations, 14 aid workers were abducted.',
  'NAIROBI, Kenya, March 4 (Newswire) - ',
  'BEIRUT — ',
  'KABUL (Agency) - ',
  'MAIDUGURI, 11 Nov. 2019: ',
  'Car bomb rocks Mogadishu hotel, 5 dead',
  'LEAD: Rebels seize border town',
  'Updated 14:35 GMT, 2 January 2024',
  'Police Fire Tear Gas At Protesters In Tbilisi',
  'On 12 June 2021', 'last Friday', 'between 3 and 5 May', 'two weeks ago', 'since the war began', 'at dawn on Thursday, 31 December 1998,', 'in the early hours of 30.02.2020',
  'The group denied any role in the bombing.',
  'Israel neither confirmed nor denied the strike.',
  'The Taliban claimed responsibility for the attack.',
  'Baghdad blamed Islamic State for the explosion.',
  'Damascus rejected the accusation as baseless.',
  'The European Union condemned the killing of the journalist.',
  'Thousands of people marched through Lima against the new tax.',
  'Students blocked the main road in Dhaka and set fire to tyres.',
  'Dock workers went on strike in Mombasa.',
  'Riot police used water cannon to disperse the demonstrators.',
  'Police arrested 23 suspects, including two officers, in raids across Marseille.',
  'A court sentenced the former general to 20 years in prison.',
  'The journalist was detained at the airport and later released.',
  'Both sides agreed to a ceasefire from midnight.',
  'The truce collapsed after three hours.',
  'Rebel forces withdrew from the town in return for safe passage.',
  'The government imposed a curfew in response to the riots.',
  'Turkey threatened to send troops if the attacks go on.',
  'Russia plans to deploy missiles in Belarus.',
  'An attempted assassination of the mayor was foiled.',
  'Iran sent 12 tonnes of aid to Herat.',
  'The terrorists, as the regime calls them, freed seven hostages.',
  'The striker fired United to victory with a late shot.',
]
const HOSTILE = ['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u00ad', '\u0301', '\u200b', '\u200f', '\u2028', '\u202e', '\u2066', '\u2069', '\ufeff', '\uffff', '\ud800', '\udc00', '\r', '\t', '😀', '👩‍👩‍👧', 'İ', 'ß', 'ﬁ', '١٢', '１２', '½']
const NUMBERS = ['999999999999999999999', '0', '-5', '007', '1e400', '1,000,000,000,000,000', '1.2.3.4', '12-10', 'between 90 and 4', '10 to 2', '½', '٣', '１２', '0x1F', 'Infinity', 'NaN', '1/0', '3.7', 'a hundred thousand million billion trillion', 'minus two', 'dozens of hundreds of thousands', '5'.repeat(400)]
const DATES = ['', ' ', 'yesterday', '2024', '2024-1-5', '2024-13-45', '2023-02-29', '0000-00-00', '0001-01-01', '9999-12-31', '99999-01-01', '-000001-01-01', '+275760-09-13', '+275760-09-14', '2024-05-05T25:61:61Z', '2024-05-05T10:00:00+99:99', '２０２４-０１-０１', '05/06/2024', 'NaN', 'null', '\ud800', '2024-05-05T10:00:00Z and more']
const TAGS = ['<p>', '</p>', '<br/>', '<div class="a>b">', '<!-- ', ' -->', '<script>if (a < b) {', '</script>', '<a href="x', '&amp;', '&#x1F600;', '&#xD800;', '&#99999999;', '&nbsp;', '&quot;', '&lt;p&gt;', '<![CDATA[', ']]>', '<', '>', '<b', '<style>p{}']

const fragment = fc.constantFrom(...FRAGMENTS)
const joined = (parts: fc.Arbitrary<string>, between: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.tuple(parts, fc.constantFrom(...between)), { minLength: 1, maxLength }).map(list => list.map(pair => pair.join('')).join(''))
const news = joined(fragment, [' ', '\n', '\n\n', ' - ', '\r\n\r\n'], 9)
const pieces = fc.tuple(fragment, fc.nat(90), fc.nat(90)).map(([text, a, b]) => text.slice(Math.min(a, b), Math.max(a, b)))
const numbered = fc.tuple(fc.constantFrom(...NUMBERS), fc.constantFrom(...NUMBERS)).map(([a, b]) => `${a} people were killed and at least ${b} wounded when a bomb exploded in Mosul ${b} days ago, police said. The toll rose to ${a}. About ${b} strikes hit Homs, killing up to ${a} soldiers on ${a} May ${b}.`)
const TEXTS: Readonly<Record<string, readonly [fc.Arbitrary<string>, number]>> = {
  'any characters': [fc.string({ unit: 'binary', maxLength: 300 }), 60],
  'any code units, lone surrogates among them': [fc.array(fc.nat(0xffff), { maxLength: 200 }).map(units => String.fromCharCode(...units)), 40],
  'printable ASCII': [fc.string({ unit: 'grapheme-ascii', maxLength: 300 }), 60],
  'news': [news, 50],
  'news in capitals': [news.map(text => text.toUpperCase()), 30],
  'news in small letters': [news.map(text => text.toLowerCase()), 30],
  'cuttings of news': [joined(pieces, ['', ' ', '\n', '"', '('], 12), 40],
  'HTML': [joined(fc.oneof(fragment, fc.constantFrom(...TAGS)), ['', ' ', '\n'], 14), 40],
  'control and bidi characters in news': [joined(fc.oneof(pieces, fc.constantFrom(...HOSTILE)), [''], 20), 60],
  'absurd numbers': [numbered, 40],
}
const oddReport = fc.record({ id: fc.string(), published: fc.option(fc.oneof(fc.constantFrom(...DATES), fc.string(), fc.date({ noInvalidDate: true }).map(d => d.toISOString()))), title: fc.option(fc.oneof(fragment, fc.string())), url: fc.option(fc.string()), publisher: fc.option(fc.string()), text: news }, { requiredKeys: ['id', 'text'] })

/** Every object in `value` that has all of `keys`. */
function having<T>(value: unknown, ...keys: readonly string[]): readonly T[] {
  if (typeof value !== 'object' || value === null) return []
  return [...(keys.every(key => key in value) ? [value as T] : []), ...Object.values(value).flatMap(part => having<T>(part, ...keys))]
}

function checkSpans(value: unknown, text: string): void {
  for (const span of having<Span>(value, 'start', 'end', 'exact')) {
    expect(Number.isInteger(span.start) && span.start >= 0 && span.start <= span.end && span.end <= text.length, JSON.stringify(span)).toBe(true)
    expect(span.exact).toBe(text.slice(span.start, span.end))
  }
}

function checkWords(event: Event): void {
  expect(EVENT_TYPES).toContain(event.type)
  if (event.mode !== null) expect(MODES.get(event.type)).toContain(event.mode)
  for (const context of event.contexts) expect(CONTEXTS).toContain(context)
  expect(new Set(event.contexts).size).toBe(event.contexts.length)
  expect(STATUSES).toContain(event.status)
  for (const party of [...event.actors, ...event.recipients]) for (const sector of party.sectors) expect(SECTORS).toContain(sector)
  for (const place of event.places) expect(PRECISIONS).toContain(place.precision)
  for (const claim of event.claims) { expect(STANCES).toContain(claim.stance); expect(ABOUTS).toContain(claim.about) }
  for (const link of event.becauseOf) expect(LINKS).toContain(link.kind)
}

function checkFigures(event: Event): void {
  expect(event.confidence).toBeGreaterThanOrEqual(0)
  expect(event.confidence).toBeLessThanOrEqual(1)
  for (const { min, max } of having<{ min: number | null; max: number | null }>(event, 'min', 'max')) {
    if (min !== null) expect(min).toBeGreaterThanOrEqual(0)
    if (min !== null && max !== null) expect(min).toBeLessThanOrEqual(max)
  }
  if (event.date?.start && event.date.end) expect(event.date.start <= event.date.end, JSON.stringify(event.date)).toBe(true)
}

function checkEvidence(event: Event): void {
  expect(event.mentions.length).toBeGreaterThan(0)
  const { actors, recipients, places, killed, injured, attackersKilled, detained, count, claims, weapons } = event
  const stated = event.date?.stated ? [event.date] : []
  for (const field of [...actors, ...recipients, ...places, ...stated, killed, injured, attackersKilled, detained, count]) if (field !== null) expect(field.evidence.length, JSON.stringify(field)).toBeGreaterThan(0)
  for (const span of [...event.mentions, ...weapons, ...claims.map(c => c.content), ...claims.map(c => c.speaker.evidence), ...having<{ evidence: readonly Span[] }>(event, 'evidence').flatMap(f => f.evidence)]) expect(span.exact, JSON.stringify(span)).not.toBe('')
}

function checkLinks(events: readonly Event[]): void {
  expect(events.map(e => e.id)).toEqual(events.map((_, i) => `e${i + 1}`))
  const links = events.flatMap(e => e.becauseOf.map(b => `${e.id} ${b.event}`))
  for (const link of links) {
    const [from = '', to = ''] = link.split(' ')
    expect(from).not.toBe(to)
    expect(events.map(e => e.id)).toContain(to)
    expect(links, 'two events cause each other').not.toContain(`${to} ${from}`)
  }
}

/** All that must hold for every report. */
function check(report: Report): void {
  const { analysis, trail, dropped } = analyseWithTrail(report), ids = analysis.events.map(e => e.id)
  checkSpans({ analysis, trail, dropped }, report.text)
  checkLinks(analysis.events)
  for (const event of analysis.events) { checkWords(event); checkFigures(event); checkEvidence(event) }
  for (const step of trail) expect(ids).toContain(step.event)
  for (const { type, confidence } of dropped) { expect(EVENT_TYPES).toContain(type); expect(confidence >= 0 && confidence <= 1).toBe(true) }
  const again = analyse(report)
  expect(JSON.stringify(again)).toBe(JSON.stringify(analysis))
  expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis)
  expect(analyse({ ...report, text: `${report.text}\n\n` }).events).toEqual(analysis.events)
}

/**
 * Unit and size of texts that have hung parsers before. 200 kB, but 10 kB where every character is a token: the parser's time goes by tokens, and 10 kB of
 * brackets are as many as 50 kB of prose. "killed " is short because the pairs of accounts that merging compares grow with the square.
 */
const ADVERSARIAL: readonly (readonly [string, number])[] = [
  ['9', 200_000], ['x', 200_000], ['killed', 200_000], ['\u0301', 200_000], ['<', 200_000], ['12/', 200_000], ['http://', 200_000], ['a ', 200_000], ['at least ', 200_000],
  ['(', 10_000], ['"', 10_000], ['([{<', 10_000], ['killed ', 10_000],
]
/** Runs in a process of its own, which can be ended where it hangs; prints each text that it got through. */
const SCRIPT = `const { analyse } = await import('./src/index.ts')
for (const [unit, size] of JSON.parse(process.argv[1])) { analyse({ id: 'r', text: unit.repeat(size / unit.length) }); console.log(JSON.stringify([unit, size])) }`
const adversarial = promisify(execFile)(process.execPath, ['--input-type=module', '-e', SCRIPT, JSON.stringify(ADVERSARIAL)], { cwd: root, timeout: 150_000, killSignal: 'SIGKILL' })
  .catch((failed: unknown) => failed as { readonly stdout: string; readonly stderr: string })

beforeAll(() => { analyse({ id: 'warm', text: '' }) })

describe('any text', () => {
  test.each(Object.entries(TEXTS))('%s', (_, [texts, runs]) => {
    fc.assert(fc.property(texts, text => check({ id: 'r', published: '2024-03-06', text })), { seed: SEED, numRuns: runs * RUNS })
  }, 60_000 * RUNS)
  test('odd titles and dates of publication', () => {
    fc.assert(fc.property(oddReport, report => check(report as Report)), { seed: SEED, numRuns: 60 * RUNS })
  }, 60_000 * RUNS)
  test.each(DATES)('published %j', published => check({ id: 'r', published, text: FRAGMENTS.slice(33, 46).join(' ') }))
})

describe('the checks see something', () => {
  const { events } = analyse({ id: 'r', published: '2024-03-06', text: FRAGMENTS.join('\n\n') })
  test('all fragments together give events with every kind of field', () => {
    check({ id: 'r', published: '2024-03-06', text: FRAGMENTS.join('\n\n') })
    for (const field of ['actors', 'recipients', 'places', 'weapons', 'claims', 'becauseOf'] as const) expect(events.some(e => e[field].length > 0), field).toBe(true)
    for (const field of ['killed', 'injured', 'detained', 'date', 'mode'] as const) expect(events.some(e => e[field] !== null), field).toBe(true)
    expect(MODES.size).toBe(EVENT_TYPES.length)
  })
  test('planted faults are found', () => {
    const [event] = events
    expect(() => checkSpans({ start: 0, end: 2, exact: 'ab' }, 'ax')).toThrow()
    expect(() => checkSpans({ start: 0, end: 9, exact: 'ab' }, 'ab')).toThrow()
    expect(() => checkWords({ ...event!, type: 'AGREE', mode: 'drone' })).toThrow()
    expect(() => checkFigures({ ...event!, killed: { min: 3, max: 2, of: null, evidence: [] } })).toThrow()
    expect(() => checkEvidence({ ...event!, mentions: [] })).toThrow()
    expect(() => checkLinks([{ ...event!, id: 'e2' }])).toThrow()
  })
})

test('long runs of one thing do not hang', async () => {
  const { stdout, stderr } = await adversarial
  expect(stdout.split('\n').filter(line => line !== ''), stderr).toEqual(ADVERSARIAL.map(input => JSON.stringify(input)))
}, 180_000)
