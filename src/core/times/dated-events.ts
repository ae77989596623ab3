/** Wars and attacks whose day a report takes for known ("since the war began", "9/11"), read from data/times-events.tsv. */
import { listCell, parseTable, type Row } from '../lexicon/table.ts'
import { buildWordLists, type WordLists } from '../lexicon/word-lists.ts'
import { type Day, dayOf, lastOfMonth } from './calendar.ts'

/** `names` stand for the day itself ("9/11"); `kinds` are the nouns a report calls it by; `context` words tell which of several is meant. */
export interface DatedEvent {
  readonly id: string
  readonly names: readonly string[]
  readonly kinds: readonly string[]
  readonly context: readonly string[]
  readonly first: Day
  readonly last: Day
  readonly edtf: string
}

/** `lists`: words that single rules ask for (data/word-lists.tsv). */
export interface TimeLexicon { readonly events: readonly DatedEvent[]; readonly lists: WordLists }

export const NO_EVENTS: TimeLexicon = { events: [], lists: buildWordLists('') }

/** `tables`: text of data/ files by name; "times-events.tsv" and "word-lists.tsv" are read. Rows without a readable start are left out. */
export function buildTimeLexicon(tables: Readonly<Record<string, string>>): TimeLexicon {
  return { events: parseTable(tables['times-events.tsv'] ?? '').flatMap(readEvent), lists: buildWordLists(tables['word-lists.tsv'] ?? '') }
}

function readEvent(row: Row): readonly DatedEvent[] {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(row['start'] ?? '')
  if (m === null) return []
  const [year, month, day] = [Number(m[1]), m[2] === undefined ? null : Number(m[2]), m[3] === undefined ? null : Number(m[3])]
  const first = dayOf(year, month ?? 1, day ?? 1)
  const last = day !== null ? first : lastOfMonth(year, month ?? 12)
  const lower = (cell: string | undefined): readonly string[] => listCell(cell).map(word => word.toLowerCase())
  return [{ id: row['id'] ?? '', names: lower(row['names']), kinds: lower(row['kinds']), context: listCell(row['context']), first, last, edtf: m[0] }]
}
