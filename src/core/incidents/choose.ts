/** The reading of one field: which of its rival values is best, by which rule, and whether they are in dispute. */
import type { FieldReading, FieldValue, IncidentField, Place, Quantity, When } from '../model/index.ts'
import { dayNumber, daysOf, lengthOf } from './days.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { byText } from './profile.ts'
import { disputeOf, rivalsOf, type Rival } from './rivals.ts'
import type { Said } from './testimony.ts'

/** What people have decided on a field of an incident, newest last. */
export interface FieldVerdict { readonly decision: string; readonly by: string; readonly kind: 'accept' | 'correct' | 'reject'; readonly document: string; readonly event: string; readonly value: FieldValue | null }

interface Choice { readonly chosen: number | null; readonly rule: string; readonly why: string }

/** Reads a field; null where nobody says anything of it. */
export function readField(field: IncidentField, all: readonly Said[], verdicts: readonly FieldVerdict[], lexicon: IncidentLexicon): FieldReading | null {
  const said = all.filter(s => !verdicts.some(v => v.kind === 'reject' && isBy(s, v)))
  const rivals = rivalsOf(field, said, lexicon), correction = verdicts.findLast(v => v.kind === 'correct')
  if (rivals.length === 0 && correction === undefined) return null
  const dispute = disputeOf(field, rivals), { chosen, rule, why } = choose(field, rivals, verdicts, dispute !== null)
  return {
    field, values: rivals.map(r => ({ value: r.value, testimonies: r.said.map(s => s.testimony) })), chosen, corrected: correction === undefined || chosen !== null ? null : correction.value,
    rule, why: dispute === null ? why : `${why} In dispute: ${dispute}.`, disputed: dispute !== null,
  }
}

const isBy = (s: Said, v: FieldVerdict): boolean => s.testimony.document === v.document && s.testimony.event === v.event && s.testimony.speaker === null

function choose(field: IncidentField, rivals: readonly Rival[], verdicts: readonly FieldVerdict[], disputed: boolean): Choice {
  const person = verdicts.findLast(v => v.kind !== 'reject')
  if (person?.kind === 'correct') return { chosen: null, rule: `decision:${person.decision}`, why: `${person.by} gave this value.` }
  const accepted = person === undefined ? -1 : rivals.findIndex(r => r.said.some(s => isBy(s, person)))
  if (accepted >= 0) return { chosen: accepted, rule: `decision:${person!.decision}`, why: `${person!.by} accepted this value.` }
  const open = rivals.map((r, i) => ({ r, i })).filter(({ r }) => r.said.some(s => !s.denied))
  if (open.length === 0) return { chosen: null, rule: 'choice:denied', why: 'Everyone who speaks of it denies it.' }
  if (open.length === 1) return { chosen: open[0]!.i, rule: 'choice:only', why: `The only value; ${givenBy(open[0]!.r)}.` }
  return isToll(field) ? latestToll(open) : mostVoices(open, disputed)
}

interface Open { readonly r: Rival; readonly i: number }

const isToll = (field: IncidentField): boolean => field === 'killed' || field === 'injured' || field === 'attackersKilled' || field === 'detained'

/** How many voices that do not copy one another give a value. */
export const voicesFor = (r: Rival): number => new Set(r.said.filter(s => !s.denied).map(s => s.voice)).size
const latestDay = (r: Rival): string => r.said.reduce((day, s) => (byText(s.testimony.published ?? '', day) > 0 ? s.testimony.published ?? '' : day), '')
const ownVoice = (r: Rival): number => Number(r.said.some(s => s.testimony.speaker === null))

/** Reports in their own voice and the speakers whom they name, each once; the grade takes the more of the two. */
const countOf = (n: number): string => `${n} voice${n === 1 ? '' : 's'}`
const givenBy = (r: Rival): string => `${countOf(voicesFor(r))} for it`

/** How exactly a value says what it says: few days, a narrow place, a closed range; the higher the better. */
function exactness(value: FieldValue): number {
  if (typeof value !== 'object' || value === null) return 0
  if ('edtf' in value) { const days = daysOf(value as When, null); return (days === null ? -400 : -lengthOf(days)) + (value.stated ? 0.5 : 0) }
  if ('precision' in value) return ['country', 'province', 'district', 'town', 'site'].indexOf((value as Place).precision) + ((value as Place).latitude === null ? 0 : 0.5)
  return 'min' in value ? Number((value as Quantity).min !== null) + Number((value as Quantity).max !== null) : 0
}

function mostVoices(open: readonly Open[], disputed: boolean): Choice {
  const ranked = open.toSorted((a, b) => voicesFor(b.r) - voicesFor(a.r) || exactness(b.r.value) - exactness(a.r.value) || ownVoice(b.r) - ownVoice(a.r) || byText(latestDay(b.r), latestDay(a.r)) || a.i - b.i)
  const [best, next] = ranked as [Open, Open], n = voicesFor(best.r)
  if (n > voicesFor(next.r)) return { chosen: best.i, rule: 'choice:voices', why: `${countOf(n)} for it; no other value has more than ${voicesFor(next.r)}.` }
  if (exactness(best.r.value) > exactness(next.r.value)) return { chosen: best.i, rule: 'choice:exact', why: `${countOf(n)} for each of several values; this one is the most exact.` }
  if (disputed && typeof best.r.value !== 'boolean') return { chosen: null, rule: 'choice:none', why: `${countOf(n)} on either side.` }
  return { chosen: best.i, rule: 'choice:latest', why: `${countOf(n)} for each of several values; this one a report gives in its own words, or the latest does.` }
}

/** Days after the first report within which counts are still corrected; what is told later, at anniversaries, is told from memory. */
const COUNTING = 30

/** Counts rise as the dead are found: the last count of the days of counting, by most voices. */
function latestToll(open: readonly Open[]): Choice {
  const days = open.map(({ r }) => dayNumber(latestDay(r))), first = Math.min(...open.flatMap(({ r }) => r.said.flatMap(s => dayNumber(s.testimony.published) ?? [])))
  const counting = open.filter((_, k) => (days[k] ?? first) <= first + COUNTING), pool = counting.length > 0 ? counting : open
  const ranked = pool.toSorted((a, b) => byText(latestDay(b.r).slice(0, 10), latestDay(a.r).slice(0, 10)) || voicesFor(b.r) - voicesFor(a.r) || ownVoice(b.r) - ownVoice(a.r) || exactness(b.r.value) - exactness(a.r.value) || most(b.r.value) - most(a.r.value) || a.i - b.i)
  const best = ranked[0]!, day = latestDay(best.r).slice(0, 10)
  return { chosen: best.i, rule: 'choice:latest-count', why: `The latest count${day === '' ? '' : `, of ${day}`}; ${givenBy(best.r)}.` }
}

const most = (value: FieldValue): number => { const q = value as Quantity; return q.max ?? q.min ?? 0 }
