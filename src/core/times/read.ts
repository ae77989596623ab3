/** Runs the rules over a report: finds the matches, chooses among those that overlap, gives each its meaning. */
import { followsSaying } from './direction.ts'
import type { Frame } from './frame.ts'
import type { Grain, Meaning } from './meaning.ts'
import { type Known, readingAt } from './reading.ts'
import { CUES, type Cue, type Groups, type TimeRule } from './rule.ts'

/** An expression whose meaning is known; `closed` where it is one end of a range. */
export interface Read { readonly start: number; readonly end: number; readonly rule: string; readonly meaning: Meaning; readonly closed?: true }

interface Match { readonly start: number; readonly end: number; readonly rule: TimeRule; readonly order: number; readonly groups: Groups }

/** Expressions in text order, none overlapping another. Those that hang on others are read last, each from what is known around it. */
export function readExpressions(frame: Frame, rules: readonly TimeRule[]): readonly Read[] {
  const chosen: (Read | Match)[] = []
  const known = knownAmong(chosen, frame)
  let reached = -1
  for (const match of matchesIn(frame, rules)) {
    if (match.start < reached) continue
    const read = match.rule.after === 'others' ? match : meaningOf(match, frame, known)
    if (read === null) continue
    chosen.push(read)
    reached = match.end
  }
  for (let i = 0; i < chosen.length; i++) {
    const item = chosen[i]
    if (item !== undefined && 'groups' in item) chosen[i] = meaningOf(item, frame, known) ?? item
  }
  return chosen.filter(item => 'meaning' in item)
}

function meaningOf(match: Match, frame: Frame, known: Known): Read | null {
  const meaning = match.rule.emit(match.groups, readingAt(frame, match.start, match.end, known))
  return meaning === null ? null : { start: match.start, end: match.end, rule: match.rule.id, meaning }
}

/** All matches, by place, then longest, then rule order. */
function matchesIn(frame: Frame, rules: readonly TimeRule[]): readonly Match[] {
  const matches: Match[] = []
  for (const paragraph of frame.text.paragraphs) {
    const text = frame.text.text.slice(paragraph.start, paragraph.end)
    const cues = new Set((Object.keys(CUES) as Cue[]).filter(cue => CUES[cue].test(text)))
    rules.forEach((rule, order) => {
      if (!cues.has(rule.needs)) return
      for (const m of text.matchAll(rule.match)) {
        if (m[0] === '') continue
        const lead = m[0].length - m[0].trimStart().length
        const start = paragraph.start + m.index + lead
        matches.push({ start, end: start + m[0].trim().length, rule, order, groups: m.groups ?? {} })
      }
    })
  }
  return matches.sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order)
}

const FINENESS: Readonly<Record<Grain, number>> = { day: 0, week: 1, month: 2, quarter: 3, year: 4, decade: 5, none: 9 }

/** How many expressions back a date may be looked for. */
const MEMORY = 40

/** Looks among the expressions chosen so far for one that names a calendar date at least as fine as asked. */
function knownAmong(chosen: readonly (Read | Match)[], frame: Frame): Known {
  const fits = (item: Read | Match | undefined, grain: Grain): item is Read =>
    item !== undefined && 'meaning' in item && (item.meaning.type === 'DATE' || item.meaning.type === 'TIME') && item.meaning.first !== null && FINENESS[item.meaning.grain] <= FINENESS[grain]
  return {
    previous: (position, grain) => {
      const last = lastBefore(chosen, position)
      let aside: Read | null = null
      for (let i = last; i >= 0 && i > last - MEMORY; i--) {
        const item = chosen[i]
        if (!fits(item, grain)) continue
        if (aside !== null && aside.start - item.end > NEAR) break
        if (grain !== 'day' || !isAside(item, frame)) return item.meaning
        aside ??= item
      }
      return aside?.meaning ?? null
    },
    following: (position, until, grain) => {
      for (let i = lastBefore(chosen, position) + 1; i < chosen.length; i++) {
        const item = chosen[i]
        if (item === undefined || item.start >= until) return null
        if (fits(item, grain)) return item.meaning
      }
      return null
    },
  }
}

/** "The minister said on Wednesday": the day of what is said of an act; a day to come, of which nothing is told yet. What is told next goes on from the day of the act. */
const isAside = (read: Read, frame: Frame): boolean => frame.dated && read.meaning.first! > frame.today || followsSaying(frame.text.text.slice(Math.max(0, read.start - SAYING), read.start))
/** Characters before a day in which a word of saying may stand, and back to which a day is gone on from over one that stands aside. */
const SAYING = 40, NEAR = 500

/** The index of the last item that starts before a position. */
function lastBefore(items: readonly { readonly start: number }[], position: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.start ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low - 1
}
