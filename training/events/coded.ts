/** Reads coded reports and runs the lower layers over them, once for all folds. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { layersOf } from '../../src/core/analysis/analyse.ts'
import type { Knowledge } from '../../src/core/analysis/knowledge.ts'
import { findAccounts, type Account } from '../../src/core/events/account.ts'
import { readingOf, type Reading } from '../../src/core/events/reading.ts'
import { findTolls } from '../../src/core/events/tolls.ts'
import { findTriggers } from '../../src/core/events/triggers.ts'
import type { Event, Report, SyntaxLayer } from '../../src/core/model/index.ts'

/** One coded event: its type and the phrases that name it. */
export interface CodedEvent { readonly id: string; readonly type: string; readonly mentions: readonly string[]; readonly actors: readonly CodedParty[]; readonly recipients: readonly CodedParty[] }

/** A coded participant with its other names. */
export interface CodedParty { readonly name: string; readonly aliases: readonly string[] }

export interface CodedReport extends Report { readonly events: readonly CodedEvent[] }

/** One report with its accounts; `gold[i]` holds the indices of the coded events that account `i` tells of, `touched[i]` those its words lie in whatever their type. */
export interface Read {
  readonly report: CodedReport
  readonly r: Reading
  readonly accounts: readonly Account[]
  readonly gold: readonly (ReadonlySet<number>)[]
  readonly touched: readonly (ReadonlySet<number>)[]
}

/** The reports of a folder, by name. */
export function codedReports(folder: string): readonly CodedReport[] {
  return readdirSync(folder).filter(name => name.endsWith('.json')).sort().map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CodedReport)
}

/** Knowledge that parses each text once. */
export function remembering(knowledge: Knowledge): Knowledge {
  const parsed = new Map<string, SyntaxLayer>()
  const parse: Knowledge['parse'] = text => { const known = parsed.get(text.text) ?? knowledge.parse(text); parsed.set(text.text, known); return known }
  return { ...knowledge, parse }
}

export function readReport(report: CodedReport, knowledge: Knowledge): Read {
  const r = readingOf(layersOf(report, knowledge).layers), accounts = findAccounts(r, findTriggers(r), findTolls(r), knowledge.statuses)
  const spans = report.events.map(e => e.mentions.flatMap(m => occurrences(report.text, m)))
  const touched = accounts.map(a => new Set(report.events.flatMap((_, k) => (a.triggers.some(t => spans[k]!.some(([s, end]) => t.start < end && s < t.end)) ? [k] : []))))
  return { report, r, accounts, touched, gold: touched.map((set, i) => new Set([...set].filter(k => report.events[k]!.type === accounts[i]!.type))) }
}

/** Offsets of a phrase wherever it stands. */
export function occurrences(text: string, phrase: string): readonly (readonly [start: number, end: number])[] {
  const out: [number, number][] = []
  if (phrase === '') return out
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) out.push([at, at + phrase.length])
  return out
}

/** The coded event that each found one tells, by the found one's id: one to one, those that share the most of their mentions first. */
export function pairEvents<C extends CodedEvent>(text: string, coded: readonly C[], found: readonly Event[]): ReadonlyMap<string, C> {
  const pairs = found.flatMap(event => coded.filter(c => c.type === event.type).map(c => {
    const spans = c.mentions.flatMap(m => occurrences(text, m)), shared = event.mentions.filter(m => spans.some(([s, e]) => m.start < e && s < m.end)).length
    return { event, c, share: shared / event.mentions.length }
  })).filter(p => p.share > 0).sort((a, b) => b.share - a.share)
  const out = new Map<string, C>(), taken = new Set<C>()
  for (const { event, c } of pairs) if (!out.has(event.id) && !taken.has(c)) { out.set(event.id, c); taken.add(c) }
  return out
}
