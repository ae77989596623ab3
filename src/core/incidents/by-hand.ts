/** An event as a person codes it: what they say, the words it rests on, and who did so. */
import { summaryOf } from '../events/summary.ts'
import type { Event, Incident, Quantity, Span } from '../model/index.ts'

/** What a person says of an event; all else of it follows. */
export type CodedByHand = Pick<Event, 'type' | 'mentions'> & Partial<Event>

const NOTHING = { mode: null, contexts: [], status: 'occurred', actors: [], recipients: [], reciprocal: false, places: [], date: null, killed: null, injured: null, attackersKilled: null, detained: null, weapons: [], count: null, claims: [], becauseOf: [] } as const

/** The event in the form of an analysis. It gets its id when it is kept. */
export function eventByHand(said: CodedByHand): Event {
  const { addedBy: _, ...given } = said, event = { ...NOTHING, ...given, id: given.id ?? '', confidence: 1 }
  return { ...event, summary: summaryOf(event) }
}

/** Where a person's words for something stand in the text nearest to the event's: whole words, however they are written; null where they do not stand there. */
export function wordsNear(text: string, { start }: Span, said: string): Span | null {
  if (said.trim() === '') return null
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${said.trim().split(/\s+/).map(escaped).join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu')
  let best: Span | null = null
  for (const { 0: exact, index } of text.matchAll(pattern)) if (best === null || Math.abs(index - start) < Math.abs(best.start - start)) best = { start: index, end: index + exact.length, exact }
  return best
}

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** The event with the words each field rests on, as far as none are given: the field's own words nearest to the event's in the text, else the event's. */
export function restingOn(coded: CodedByHand, text: string): CodedByHand {
  const mention = coded.mentions[0]!, near = (said: string): readonly Span[] => [wordsNear(text, mention, said) ?? mention]
  const rest = <T extends { readonly evidence: readonly Span[] }>(value: T, said: string): T => (value.evidence.length > 0 ? value : { ...value, evidence: near(said) })
  const figure = (q: Quantity | null | undefined): Quantity | null => (q == null ? null : rest(q, String(q.min ?? q.max ?? '')))
  const { actors = [], recipients = [], places = [], date = null } = coded
  return {
    ...coded, actors: actors.map(p => rest(p, p.name)), recipients: recipients.map(p => rest(p, p.name)), places: places.map(p => rest(p, p.name)), date: date === null ? null : rest(date, ''),
    killed: figure(coded.killed), injured: figure(coded.injured), attackersKilled: figure(coded.attackersKilled), detained: figure(coded.detained), count: figure(coded.count),
  }
}

/** Who added events of the incident; empty where the engine found them all. */
export const addersOf = ({ fields }: Pick<Incident, 'fields'>): readonly string[] => [...new Set(fields.flatMap(f => f.values.flatMap(v => v.testimonies.flatMap(t => t.addedBy ?? []))))].sort()
