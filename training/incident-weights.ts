/**
 * Learns the weights by which two reports' events are taken for one occurrence, from coded reports whose events carry the
 * name of their incident. Logistic regression with a ridge penalty. The figures printed are cross-validated over groups of
 * reports that share incidents: B-cubed and pairwise F1, of events as Casus finds them and of the coders' own events. Only weights are written, no text.
 *
 *     node training/incident-weights.ts FOLDER_OF_CODED_REPORTS... [--write]
 *
 * Figures are of the first folder; reports of further folders are only learned from.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explainReport } from '../src/core/analysis/analyse.ts'
import { keysOf } from '../src/core/incidents/candidates.ts'
import { barBetween, featuresOf, scorePair } from '../src/core/incidents/decide.ts'
import { groupsOf, indexOf } from '../src/core/incidents/incident-index.ts'
import { buildIncidentLexicon, type IncidentLexicon } from '../src/core/incidents/lexicon.ts'
import { keyOfRef, profilesOf } from '../src/core/incidents/profile.ts'
import type { Analysis, Event, Participant, Place, Quantity, Report } from '../src/core/model/index.ts'
import { overlaps } from '../src/core/model/index.ts'
import { loadKnowledge, loadTables } from '../src/resources/load.ts'

type Range = readonly [number | null, number | null]
interface CodedPlace { readonly name: string; readonly country: string | null; readonly lat: number | null; readonly lon: number | null; readonly precision: Place['precision'] }
interface CodedEvent {
  readonly id: string; readonly type: Event['type']; readonly mode: string | null; readonly status: Event['status']; readonly mentions: readonly string[]; readonly reciprocal?: boolean
  readonly actors: readonly { readonly name: string; readonly country: string | null; readonly sector: string }[]; readonly recipients: CodedEvent['actors']
  readonly place: CodedPlace | null; readonly other_places?: readonly CodedPlace[]; readonly date: string | null
  readonly killed: Range | null; readonly injured: Range | null; readonly weapons?: readonly string[]; readonly count?: Range | null
}
interface Coded extends Report { readonly events: readonly CodedEvent[]; readonly incident_links?: readonly { readonly event: string; readonly incident: string }[] }

const FOLDS = 8, RIDGE = 2, STEPS = 600, RATE = 0.5
const [folder = '', ...further] = process.argv.slice(2).filter(a => !a.startsWith('--')), knowledge = loadKnowledge(), base = buildIncidentLexicon(loadTables())
const codedIn = (path: string): readonly Coded[] => readdirSync(path).filter(name => name.endsWith('.json')).sort().map(name => JSON.parse(readFileSync(join(path, name), 'utf8')) as Coded)
const coded = codedIn(folder), more = further.flatMap(codedIn)

/** The coder's own events as an analysis, to see what clustering does when coding makes no error. */
function codersAnalysis(report: Coded, like: Analysis): Analysis {
  const span = (exact: string) => { const start = Math.max(0, report.text.indexOf(exact)); return { start, end: start + exact.length, exact } }
  const quantity = (r: Range | null | undefined): Quantity | null => (r ? { min: r[0], max: r[1], of: null, evidence: [] } : null)
  const side = (list: CodedEvent['actors']): readonly Participant[] => list.map(p => ({ name: p.name, entity: null, country: p.country, sectors: [p.sector], labels: [], evidence: [] }))
  const place = (p: CodedPlace): Place => ({ name: p.name, country: p.country, admin1: null, latitude: p.lat, longitude: p.lon, precision: p.precision, gazetteer: null, evidence: [] })
  const day = (text: string, last: boolean): string | null => { const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text); if (!m) return null; return m[3] ? m[0] : m[2] ? last ? new Date(Date.UTC(+m[1]!, +m[2], 0)).toISOString().slice(0, 10) : `${m[0]}-01` : last ? `${m[1]}-12-31` : `${m[1]}-01-01` }
  const events = report.events.map((e): Event => {
    const [from, to] = e.date?.includes('/') ? e.date.split('/') as [string, string] : [e.date ?? '', e.date ?? '']
    return {
      id: e.id, type: e.type, mode: e.mode, contexts: [], status: e.status, summary: '', mentions: e.mentions.map(span), actors: side(e.actors), recipients: side(e.recipients), reciprocal: e.reciprocal ?? false,
      places: [...e.place ? [e.place] : [], ...e.other_places ?? []].map(place), date: e.date === null ? null : { edtf: e.date, start: day(from, false), end: day(to, true), stated: true, evidence: [] },
      killed: quantity(e.killed), injured: quantity(e.injured), attackersKilled: null, detained: null, weapons: (e.weapons ?? []).map(span), count: quantity(e.count), claims: [], becauseOf: [], confidence: 1,
    }
  })
  return { ...like, events }
}

/** Incident names by event key; `found` maps found events to coded ones of their type with the most overlap, one to one. */
interface Labelled { readonly analysis: Analysis; readonly incident: ReadonlyMap<string, string> }

const linksOf = (report: Coded): ReadonlyMap<string, string> => new Map((report.incident_links ?? []).map(l => [l.event, l.incident]))

function foundEvents(report: Coded, analysis: Analysis): Labelled {
  const links = linksOf(report), taken = new Set<string>(), incident = new Map<string, string>()
  const pairs = report.events.flatMap(g => analysis.events.filter(e => e.type === g.type).map(e => ({ g, e, n: e.mentions.filter(m => g.mentions.some(q => occurrences(report.text, q).some(o => overlaps(o, m)))).length / e.mentions.length }))).filter(p => p.n > 0).sort((a, b) => b.n - a.n)
  for (const { g, e } of pairs) {
    const key = keyOfRef({ document: report.id, event: e.id }), slug = links.get(g.id)
    if (taken.has(g.id) || incident.has(key) || slug === undefined) continue
    taken.add(g.id)
    incident.set(key, slug)
  }
  return { analysis, incident }
}

function occurrences(text: string, phrase: string): readonly { readonly start: number; readonly end: number }[] {
  const out: { start: number; end: number }[] = []
  if (phrase !== '') for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) out.push({ start: at, end: at + phrase.length })
  return out
}

interface Case { readonly x: readonly string[]; readonly y: boolean }

/** Pairs of labelled events that no bar keeps apart and that share a key, as clustering meets them; and all pairs of one incident. */
function casesOf(all: readonly Labelled[]): readonly Case[] {
  const profiles = all.flatMap(l => profilesOf(l.analysis, base).flatMap(p => { const y = l.incident.get(p.key); return y === undefined ? [] : [{ p, y, keys: new Set(keysOf(p)) }] })), out: Case[] = []
  for (const [i, a] of profiles.entries()) for (const b of profiles.slice(i + 1)) {
    if (barBetween(a.p, b.p) !== null) continue
    if (a.y === b.y || [...b.keys].some(k => a.keys.has(k))) out.push({ x: featuresOf(a.p, b.p, base.kin), y: a.y === b.y })
  }
  return out
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))

/** What few coded reports cannot teach and many reports need: other days and far places speak against one occurrence at least this much, and what agrees never does. */
const AT_MOST: Readonly<Record<string, number>> = { 'day-far': -2, 'day-off': -1, 'day-next': -0.8, 'place-far': -2, 'place-apart': -1.2, 'mode-other': -1, 'actor-other': -0.4, 'sides-swapped': -0.4, 'status-planned': -0.5, 'count-other': -0.5 }
const bounded = (feature: string, weight: number): number => (feature.endsWith('-same') && !feature.startsWith('story') ? Math.max(0, weight) : Math.min(weight, AT_MOST[feature] ?? Infinity))

function fit(cases: readonly Case[]): ReadonlyMap<string, number> {
  const names = [...new Set(cases.flatMap(c => c.x))].sort(), w = new Float64Array(names.length), speed = new Float64Array(names.length), at = new Map(names.map((n, i) => [n, i]))
  const rows = cases.map(c => ({ x: c.x.map(f => at.get(f)!), y: Number(c.y), weight: c.y ? POSITIVE : 1 })), total = rows.reduce((n, r) => n + r.weight, 0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = w.map((v, i) => (names[i] === 'bias' ? 0 : -RIDGE * v))
    for (const { x, y, weight } of rows) { let z = 0; for (const i of x) z += w[i]!; const error = weight * (y - logistic(z)); for (const i of x) gradient[i]! += error }
    for (let i = 0; i < w.length; i++) { speed[i] = 0.9 * speed[i]! + RATE * gradient[i]! / total * 6; w[i] = bounded(names[i]!, w[i]! + speed[i]!) }
  }
  return new Map(names.map((n, i) => [n, Math.round(w[i]! * 100) / 100]))
}

/** Weight of a pair of one incident: they are few among many. */
const POSITIVE = Number(process.env['POSITIVE'] ?? 3)

/** Groups of reports that share incidents, dealt out to folds. */
function foldsOf(reports: readonly Coded[]): readonly number[] {
  const parent = reports.map((_, i) => i), root = (i: number): number => (parent[i] === i ? i : root(parent[i]!)), first = new Map<string, number>()
  reports.forEach((r, i) => { for (const slug of linksOf(r).values()) { const j = first.get(slug); if (j === undefined) first.set(slug, i); else parent[root(i)] = root(j) } })
  const roots = [...new Set(reports.map((_, i) => root(i)))]
  return reports.map((_, i) => roots.indexOf(root(i)) % FOLDS)
}

interface Outcome { readonly document: string; readonly key: string; readonly gold: string; readonly system: string }

/** Clusters of the labelled events by given weights. Events that were not found stand alone, as the scorer counts them. */
function outcomes(all: readonly Labelled[], reports: readonly Coded[], lexicon: IncidentLexicon, alone: boolean): readonly Outcome[] {
  const group = new Map(groupsOf(indexOf(all.map(l => l.analysis), lexicon)).flatMap(g => g.members.map(m => [keyOfRef(m), g.id] as const)))
  return all.flatMap((l, i) => {
    const document = reports[i]!.id, found = [...l.incident].map(([key, gold]) => ({ document, key, gold, system: group.get(key) ?? key }))
    if (!alone) return found
    const left = [...linksOf(reports[i]!).values()]
    for (const f of found) left.splice(left.indexOf(f.gold), 1)
    return [...found, ...left.map((gold, k) => ({ document, key: `${document} missed ${k}`, gold, system: `${document} missed ${k}` }))]
  })
}

function figures(list: readonly Outcome[]): string {
  let p = 0, r = 0, tp = 0, fp = 0, fn = 0
  for (const x of list) {
    const gold = list.filter(y => y.gold === x.gold), system = list.filter(y => y.system === x.system), both = gold.filter(y => y.system === x.system).length
    p += both / system.length; r += both / gold.length
    for (const y of list) if (x.key < y.key) { const g = x.gold === y.gold, s = x.system === y.system; if (g && s) tp++; else if (s) fp++; else if (g) fn++ }
  }
  const f = (a: number, b: number): string => (200 * a * b / (a + b)).toFixed(1), n = list.length
  return `B3 ${(100 * p / n).toFixed(1)} ${(100 * r / n).toFixed(1)} ${f(p / n, r / n)}  links ${(100 * tp / (tp + fp)).toFixed(1)} ${(100 * tp / (tp + fn)).toFixed(1)} ${f(tp / (tp + fp), tp / (tp + fn))}  (${tp} right, ${fp} wrong, ${fn} missed)`
}

/** Tells which pairs are wrongly joined or missed, and why. */
function misses(all: readonly Labelled[], lexicon: IncidentLexicon): void {
  const group = new Map(groupsOf(indexOf(all.map(l => l.analysis), lexicon)).flatMap(g => g.members.map(m => [keyOfRef(m), g.id] as const)))
  const list = all.flatMap(l => profilesOf(l.analysis, lexicon).flatMap(p => { const slug = l.incident.get(p.key); return slug === undefined ? [] : [{ p, slug, e: l.analysis.events.find(e => e.id === p.ref.event)! }] }))
  for (const [i, a] of list.entries()) for (const b of list.slice(i + 1)) {
    const same = a.slug === b.slug, joined = group.get(a.p.key) === group.get(b.p.key)
    if (same === joined) continue
    const features = featuresOf(a.p, b.p, lexicon.kin).filter(f => f !== 'bias').map(f => `${f} ${lexicon.weights.get(f) ?? 0}`).join(', ')
    process.stdout.write(`${joined ? 'WRONG' : 'MISSED'} ${a.p.ref.document} ${b.p.ref.document} ${a.slug}${same ? '' : ` | ${b.slug}`} ${scorePair(a.p, b.p, lexicon).toFixed(2)} ${barBetween(a.p, b.p) ?? ''}\n   ${a.e.summary}\n   ${b.e.summary}\n   ${features}\n`)
  }
}

const findIn = (reports: readonly Coded[]): readonly Labelled[] => reports.map(report => foundEvents(report, explainReport(report, knowledge).analysis))
const ownOf = (reports: readonly Coded[], like: readonly Labelled[]): readonly Labelled[] => reports.map((report, i) => ({ analysis: codersAnalysis(report, like[i]!.analysis), incident: new Map([...linksOf(report)].map(([event, slug]) => [keyOfRef({ document: report.id, event }), slug])) }))
const found = findIn(coded), own = ownOf(coded, found), moreFound = findIn(more), learned = [...casesOf(moreFound), ...casesOf(ownOf(more, moreFound))]
const folds = foldsOf(coded), inFold = <T>(list: readonly T[], keep: (fold: number) => boolean): readonly T[] => list.filter((_, i) => keep(folds[i]!))
const learn = (keep: (fold: number) => boolean): ReadonlyMap<string, number> => fit([...casesOf(inFold(found, keep)), ...casesOf(inFold(own, keep)), ...learned])

const held = [...Array(FOLDS).keys()].map(fold => ({ fold, lexicon: { ...base, weights: learn(f => f !== fold) } }))
for (const [name, all, alone] of [['found', found, true], ['found, detected only', found, false], ['own', own, false]] as const) {
  // Each report is clustered among all reports, by weights that never saw its incidents.
  const list = held.flatMap(({ fold, lexicon }) => { const ids = new Set(inFold(coded, f => f === fold).map(r => r.id)); return outcomes(all, coded, lexicon, alone).filter(o => ids.has(o.document)) })
  process.stdout.write(`cross-validated, ${name} events: ${figures(list)}\n`)
}
const weights = learn(() => true)
if (process.argv.includes('--misses')) misses(found, { ...base, weights })
if (process.argv.includes('--show')) for (const [name, all] of [['found', found], ['own', own]] as const) process.stdout.write(`fitted, ${name}: ${figures(outcomes(all, coded, { ...base, weights }, name === 'found'))}\n`)
if (process.argv.includes('--write')) {
  const path = join(import.meta.dirname, '../data/incident-weights.tsv'), old = new Map(readFileSync(path, 'utf8').split('\n').slice(1).filter(row => row.startsWith('pair\t')).map(row => row.split('\t')).map(cells => [cells[1]!, cells]))
  const kept = readFileSync(path, 'utf8').split('\n').slice(1).filter(row => row !== '' && !row.startsWith('pair\t'))
  const rows = [...new Set([...old.keys(), ...weights.keys()])].sort().map(f => ['pair', f, String(weights.get(f) ?? old.get(f)?.[2] ?? 0), old.get(f)?.[3] ?? '', old.get(f)?.[4] ?? 'training/incident-weights.ts', old.get(f)?.[5] ?? ''].join('\t'))
  writeFileSync(path, `decision\tfeature\tweight\tsays\tsource\tnote\n${[...rows, ...kept].join('\n')}\n`)
}
