/** An event made comparable across reports: its days, places, sides, tolls and words in numbers. */
import type { Analysis, Event, EventRef, EventType, Participant, Quantity, Span, Status } from '../model/index.ts'
import { bagOf, hashOf, stemmed, wordsIn, type Bag } from './bag.ts'
import { dayNumber, daysOf, lengthOf, type DayRange } from './days.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { spotOf, type Spot } from './place.ts'

/** Least and most; NaN where unbounded. */
export interface Bounds { readonly min: number; readonly max: number }

export interface Profile {
  readonly ref: EventRef
  /** Document and event in one string, in the order of which members sort. */
  readonly key: string
  readonly type: EventType
  readonly mode: string | null
  /** An aircraft was brought down, by means left open: an act of its own kind. */
  readonly downing: boolean
  readonly status: Status
  readonly reciprocal: boolean
  readonly days: DayRange | null
  /** The report says when, and means a week or less. */
  readonly dated: boolean
  /** Dated with an end, and the day stands close to words that name the act: it is less likely to be another act's. What goes on when it is told may be told of another day by others. */
  readonly firm: boolean
  /** The report tells it before all others. */
  readonly leads: boolean
  readonly published: number | null
  readonly publisher: number
  readonly places: readonly Spot[]
  /** All its places are sites or towns with coordinates, and the first stands close to words that name the act. */
  readonly pinned: boolean
  readonly actors: Bag
  readonly recipients: Bag
  /** Words for those it was done to, generic ones too. */
  readonly victims: Bag
  readonly weapons: Bag
  /** Words of the mentions. */
  readonly words: Bag
  /** Words of what claims say of it, of its tolls and sides. */
  readonly telling: Bag
  readonly killed: Bounds | null
  readonly injured: Bounds | null
  /** How many acts it tells as one; 1 where it gives no number. */
  readonly count: number
  /** Names of all places and sides of the report. */
  readonly report: Bag
}

/** Days up to which a date says when an act was, not merely in what period. */
export const NARROW = 7

export const keyOfRef = (ref: EventRef): string => `${ref.document}\u0000${ref.event}`

/** Orders strings by code units, as every sort of this layer does. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The profiles of a report's events, in their order. */
export function profilesOf(analysis: Analysis, lexicon: IncidentLexicon): readonly Profile[] {
  const names = bagOf(analysis.events.flatMap(e => [...e.places.map(p => `place ${wordsIn(p.name).join('')}`), ...[...e.actors, ...e.recipients, ...e.claims.slice(0, CLAIMS).map(c => c.speaker)].flatMap(p => tellingWords(p, lexicon))]))
  const first = Math.min(...analysis.events.map(firstMention))
  const home = homeOf(analysis.events)
  return analysis.events.map(event => profileOf(event, analysis, { names, home, leads: firstMention(event) - first < SIDE_BY_SIDE }, lexicon))
}

/** The country in which most of a report's acts are told to be, or where none says, whose sides most of them name; null: a place that no gazetteer knows is less likely abroad. */
function homeOf(events: readonly Event[]): string | null {
  return mostOf(events.flatMap(e => e.places.slice(0, 1).flatMap(p => p.country ?? []))) ?? mostOf(events.flatMap(e => [...e.actors, ...e.recipients].flatMap(p => p.country ?? [])))
}

/** What more than half of a list says. */
function mostOf(countries: readonly string[]): string | null {
  const [most] = [...Map.groupBy(countries, c => c)].toSorted((a, b) => b[1].length - a[1].length || byText(a[0], b[0]))
  return most !== undefined && 2 * most[1].length > countries.length ? most[0] : null
}

function profileOf(event: Event, { document }: Analysis, { names, home, leads }: { readonly names: Bag; readonly home: string | null; readonly leads: boolean }, lexicon: IncidentLexicon): Profile {
  const published = dayNumber(document.published), days = daysOf(event.date, published), dated = days !== null && event.date !== null && event.date.stated && lengthOf(days) <= NARROW, ref = { document: document.id, event: event.id }, places = event.places.slice(0, PLACES).map(p => spotOf(p.country === null && p.latitude === null ? { ...p, country: home } : p, lexicon.kinds))
  return {
    ref, key: keyOfRef(ref), type: event.type, mode: event.mode, downing: event.mode === null && isDowning(event, lexicon), status: event.status, reciprocal: event.reciprocal,
    days, dated, firm: dated && !event.date!.edtf.endsWith('/..') && isToldBeside(event, event.date!.evidence), leads, published, publisher: document.publisher === null ? 0 : hashOf(document.publisher),
    places, pinned: places.length > 0 && isToldBeside(event, event.places[0]!.evidence) && places.every(s => s.narrow && !Number.isNaN(s.latitude)),
    actors: bagOf(event.actors.flatMap(p => partyWords(p, lexicon))), recipients: bagOf(event.recipients.flatMap(p => partyWords(p, lexicon))),
    victims: bagOf(event.recipients.flatMap(p => [p.name, ...p.evidence.slice(0, 4).map(s => s.exact)]).flatMap(stemmed).filter(w => !lexicon.small.has(w))),
    weapons: bagOf(event.weapons.flatMap(w => stemmed(w.exact))),
    words: bagOf(event.mentions.flatMap(m => stemmed(m.exact)).filter(w => !lexicon.small.has(w))),
    telling: bagOf(tellingOf(event).flatMap(stemmed).filter(w => w.length > 2 && !lexicon.small.has(w))),
    killed: boundsOf(event.killed), injured: boundsOf(event.injured), count: event.count?.min ?? event.count?.max ?? 1, report: names,
  }
}

const isDowning = (e: Event, lexicon: IncidentLexicon): boolean => e.type === 'ASSAULT' && e.mentions.some(m => stemmed(m.exact).some(w => lexicon.downings.has(w)))

/** The words an event is told with, but for its place and day. */
const tellingOf = (e: Event): readonly string[] => [...e.mentions, ...e.claims.slice(0, CLAIMS).map(c => c.content), ...[...e.actors, ...e.recipients, ...[e.killed, e.injured].flatMap(q => q ?? [])].flatMap(p => p.evidence)].map(s => s.exact.slice(0, LONGEST))

/** Claims and characters of one span that are compared. */
const CLAIMS = 12, LONGEST = 400

/** Characters between a day or a place and the words for the act up to which it is said of that act: about a sentence. Between two acts that are told as one: the same phrase names both. */
const BESIDE = 200, SIDE_BY_SIDE = 40

const isToldBeside = ({ mentions }: Event, evidence: readonly Span[]): boolean => evidence.some(s => mentions.some(m => Math.abs(m.start - s.start) < BESIDE))

const firstMention = (e: Event): number => Math.min(...e.mentions.map(m => m.start))

/** Places of one event that are compared. */
const PLACES = 4

const boundsOf = (q: Quantity | null): Bounds | null => (q === null || (q.min === null && q.max === null) ? null : { min: q.min ?? Number.NaN, max: q.max ?? Number.NaN })

/** What makes a side the same side: its registry id, its state's arm, and the words of its name that are not generic. */
export function partyWords(p: Participant, lexicon: IncidentLexicon): readonly string[] {
  const arm = p.country === null ? [] : p.sectors.filter(s => ARMS.has(s)).map(() => `state ${p.country}`)
  return [...p.entity === null ? [] : [`entity ${p.entity}`], ...arm, ...tellingWords(p, lexicon)]
}

/** Sectors of a state's own. */
const ARMS = new Set(['GOV', 'MIL'])

const tellingWords = (p: { readonly name: string }, lexicon: IncidentLexicon): readonly string[] => stemmed(p.name).filter(w => !lexicon.generic.has(w) && !lexicon.small.has(w))
