/** Events that people added to a report: folded into its analysis, so that all that reads events reads them too. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { overlaps, type Analysis, type Decision, type Event, type Note, type Span } from '../model/index.ts'
import { inForce } from './settle.ts'

export type Addition = Extract<Decision, { readonly kind: 'add' }>

/** Hexadecimal digits of an added event's id: enough to tell the few of one report apart. */
const DIGITS = 8

/** The id of the event that a decision adds: it stays the same wherever the decision is taken in. */
export const addedId = (decision: string): string => `p-${bytesToHex(sha256(utf8ToBytes(decision))).slice(0, DIGITS)}`

/** The event of the analysis that stands at these words already and is of this type; null for none. */
export const eventThere = ({ events }: Analysis, type: Event['type'], words: Span): Event | null => events.find(e => e.type === type && e.mentions.some(m => overlaps(m, words))) ?? null

/**
 * The analysis with what people added to its report and did not take back, behind the engine's events. Where an engine
 * has meanwhile found an event of the type at the very words, the person's stands in its place. `text` is the text that
 * was analysed; it is needed where it is another than the person read: words that moved are found again, an event whose
 * words are gone is left out with a note.
 */
export function withAdded(analysis: Analysis, decisions: readonly Decision[], text: string | null = null): { readonly analysis: Analysis; readonly notes: readonly Note[] } {
  const notes: Note[] = []
  const added = inForce(decisions).flatMap((d): readonly Event[] => {
    if (d.kind !== 'add' || d.event.document !== analysis.document.id) return []
    const event = d.sha256 === analysis.document.sha256 ? d.coded : text === null ? null : movedTo(d.coded, text)
    if (event === null) notes.push({ code: 'anchor-lost', message: `Decision ${d.id} (add, by ${d.by}): the words of the event stand no more in report ${d.event.document}, whose text has changed.`, span: d.event.mention })
    return event === null ? [] : [{ ...event, id: d.event.event, addedBy: d.by }]
  })
  if (added.length === 0) return { analysis, notes }
  return { analysis: { ...analysis, events: placed(analysis.events, added) }, notes }
}

/** The engine's events with those of people behind them. Who speaks of an event that gives way, and what it answers, stays with the one that takes its place. */
function placed(found: readonly Event[], added: readonly Event[]): readonly Event[] {
  const instead = new Map(found.flatMap(e => { const one = added.find(a => a.type === e.type && a.mentions.some(m => e.mentions.some(o => overlaps(m, o)))); return one === undefined ? [] : [[e.id, one] as const] }))
  const named = (e: Event): Event => (e.becauseOf.some(b => instead.has(b.event)) ? { ...e, becauseOf: e.becauseOf.map(b => ({ ...b, event: instead.get(b.event)?.id ?? b.event })) } : e)
  const own = added.map(a => { const given = found.filter(e => instead.get(e.id) === a); return given.length === 0 ? a : { ...a, claims: [...a.claims, ...given.flatMap(e => e.claims)], becauseOf: [...a.becauseOf, ...given.flatMap(e => e.becauseOf)] } })
  return [...found.filter(e => !instead.has(e.id)), ...own].map(named)
}

/** Why each field of the events that people added says what it says: the person, and the words. */
export const trailByHand = ({ events }: Analysis): readonly { readonly event: string; readonly field: string; readonly rule: string; readonly span: Span | null }[] => events.flatMap(e => (e.addedBy === undefined ? [] : FIELDS.flatMap(field => {
  const value: Rested | readonly (Rested | Span)[] | null = e[field], all: readonly (Rested | Span)[] = value === null ? [] : 'evidence' in value ? [value] : value
  return all.flatMap(one => ('evidence' in one ? one.evidence : [one])).map(span => ({ event: e.id, field, rule: `by-hand:${e.addedBy!}`, span }))
})))

interface Rested { readonly evidence: readonly Span[] }
const FIELDS = ['actors', 'recipients', 'places', 'date', 'killed', 'injured', 'attackersKilled', 'detained', 'count', 'weapons'] as const

/** The event with its spans where the words stand in another text; null where those that tell of it are gone. */
function movedTo(event: Event, text: string): Event | null {
  const moved = JSON.parse(JSON.stringify(event), (_key, value: unknown) => (Array.isArray(value) && value.some(isSpan) ? value.flatMap(one => (isSpan(one) ? again(one, text) : [one])) : value)) as Event
  return moved.mentions.length === 0 ? null : moved
}

const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && 'exact' in value && 'start' in value && 'end' in value

/** Where the words stand nearest to where they stood; nowhere where they are gone. */
function again({ start, exact }: Span, text: string): readonly Span[] {
  let best = -1
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) if (best < 0 || Math.abs(at - start) < Math.abs(best - start)) best = at
  return best < 0 ? [] : [{ start: best, end: best + exact.length, exact }]
}
