/** Shows the events of one report as a table that a person can read. */
import type { Analysis, Event, Report, Span } from '../index.ts'
import { clean } from './clean.ts'
import { contextOf, type Mark } from './context.ts'
import { inPlain, paintLine, piece, wrap, type Paint, type Piece, type Style } from './style.ts'
import { clip, pad, widthOf } from './width.ts'
import { actors, claim, kind, participants, place, toll } from './words.ts'

export interface Look { readonly width: number; readonly paint: Paint }

const LABEL = 10, INDENT = 2, MENTIONS_SHOWN = 2, MENTIONS_SEARCHED = 8

/** The table of one report, ending with an empty line. */
export function reportTable(report: Report, analysis: Analysis, look: Look): string {
  const rows = analysis.events.flatMap(event => eventLines(event, report.text, headRow(event, analysis.events, look), look))
  return `${[...reportHead(report, analysis, look), '', ...rows].join('\n')}\n`
}

function reportHead(report: Report, analysis: Analysis, { width, paint }: Look): readonly string[] {
  const title = clean(report.title ?? firstLine(report.text)).trim()
  const counted = [`${analysis.events.length} event${analysis.events.length === 1 ? '' : 's'}`, ...analysis.notes.length === 0 ? [] : [`${analysis.notes.length} note${analysis.notes.length === 1 ? '' : 's'}`]]
  const about = [report.publisher, report.published, report.id, ...counted].flatMap(part => part ? [clean(part)] : []).join(' · ')
  return [paint(clip(title, width), 'strong'), paint(clip(about, width), 'dim')]
}

const firstLine = (text: string): string => text.slice(0, 2000).split('\n').map(line => line.trim()).find(line => line !== '') ?? ''

type Cell = readonly [text: string, style: Style]

const cellsOf = (event: Event): readonly Cell[] => [
  [event.id, 'strong'], [kind(event), 'event'], [event.status, 'plain'],
  [event.date === null ? 'undated' : `${clean(event.date.edtf)}${event.date.stated ? '' : ' (inferred)'}`, 'date'],
]

/** The columns of an event, each as wide as the widest of the report, clipped where the terminal ends. */
function headRow(event: Event, all: readonly Event[], { width, paint }: Look): string {
  const cells = cellsOf(event), widest = cells.map((_, column) => Math.max(...all.map(e => widthOf(cellsOf(e)[column]![0]))))
  let left = width
  return cells.map(([text, style], column) => {
    const room = Math.max(0, Math.min(left, widest[column]!)), shown = clip(text, room)
    left -= room + 2
    return paint(column === cells.length - 1 ? shown : pad(shown, room), style)
  }).join('  ').trimEnd()
}

function eventLines(event: Event, text: string, head: string, look: Look): readonly string[] {
  const room = look.width - INDENT - LABEL
  const lines = [head, ...labelled('who', event.reciprocal && event.recipients.length === 0 ? [piece(event.actors.map(p => clean(p.name)).join(' ↔ '), 'actor')] : [piece(actors(event), 'actor'), piece(event.reciprocal ? ' ↔ ' : ' → '), piece(participants(event.recipients), 'recipient')], look)]
  const add = (label: string, words: string, style: Style = 'plain'): void => { if (words !== '') lines.push(...labelled(label, [piece(words, style)], look)) }
  add('where', event.places.map(place).join('; '), 'place')
  add('toll', toll(event), 'toll')
  add('weapons', distinct(event.weapons).join(', '), 'weapon')
  add('because', event.becauseOf.map(b => `${b.kind} for ${b.event}`).join(', '))
  add('labels', [...new Set([...event.actors, ...event.recipients].flatMap(p => p.labels))].map(clean).join(', '))
  for (const c of event.claims) add('claim', claim(c))
  const excerpts = event.mentions.slice(0, MENTIONS_SEARCHED).map(mention => labelled('words', contextOf(text, mention, marksOf(event), 2 * room - 4), look))
  const seen = new Set<string>()
  const different = excerpts.filter(rows => { const key = rows.join('\n'); return !seen.has(key) && seen.add(key) })
  for (const rows of different.slice(0, MENTIONS_SHOWN)) lines.push(...rows)
  return [...lines, '']
}

const distinct = (spans: readonly Span[]): readonly string[] => [...new Set(spans.map(s => clean(s.exact).toLowerCase()))]

/** Every word an event rests on, in the style of its field. */
function marksOf(event: Event): readonly Mark[] {
  const mark = (style: Style, bracket = false) => ({ start, end }: Span): Mark => ({ start, end, style, bracket })
  const tolls = [event.killed, event.injured, event.attackersKilled, event.detained].flatMap(q => q?.evidence ?? [])
  return [
    ...event.mentions.map(mark('event', true)), ...tolls.map(mark('toll')), ...(event.date?.evidence ?? []).map(mark('date')),
    ...event.places.flatMap(p => p.evidence).map(mark('place')), ...event.weapons.map(mark('weapon')),
    ...event.actors.flatMap(p => p.evidence).map(mark('actor')), ...event.recipients.flatMap(p => p.evidence).map(mark('recipient')),
  ]
}

/** Lines under a label, wrapped with a hanging indent. */
export function labelled(label: string, pieces: readonly Piece[], { width, paint }: Look): readonly string[] {
  return wrap(pieces, width - INDENT - LABEL).map((line, i) => ' '.repeat(INDENT) + paint(pad(i === 0 ? label : '', LABEL), paint === inPlain ? 'plain' : 'dim') + paintLine(line, paint))
}
