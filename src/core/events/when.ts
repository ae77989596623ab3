/** Decides when an event took place: every date of its sentences, of those around them and of the lead, and the day of the report, is weighed by what the text says of it. */
import type { Timex } from '../model/index.ts'
import type { Account } from './account.ts'
import { childrenWith, isVerb } from './arguments.ts'
import { choose, type Option } from './choice.ts'
import { countedDays } from './counted.ts'
import type { Weights } from './lexicon.ts'
import { lemmaAt, lemmaIn, tokensOf, type Reading } from './reading.ts'
import { isRightBehind, isSaidDay } from './order.ts'
import { ACCOUNTS, closestTies, gapFeatures, gapOf, isInParagraphBefore, LEAD, nearby, ownerFeatures, sentenceOf, tieFeatures, type Scene, type Stretch } from './scene.ts'
import { headOf, isAge, isBirth, type Tied } from './setting.ts'
import { stretchesFrom } from './stretches.ts'
import type { Trigger } from './triggers.ts'
import { CLOSE } from './where.ts'

/** A date that an event may have. `mentions` are times of the report; without any it is the report's own day, or, where `edtf` is null, no date. */
export interface DateOption extends Option { readonly edtf: string | null; readonly mentions: readonly number[]; readonly tie: Tied | null }

export interface DateChoice { readonly option: DateOption; readonly share: number }

const DAY = 86_400_000

export function chooseDate(r: Reading, scene: Scene, accounts: readonly Account[], weights: Weights): DateChoice {
  const options = dateOptions(r, scene, accounts), { best, share } = choose(options, weights)
  return { option: options[best]!, share }
}

/** All dates that are weighed for an event, the day of publication, and last the option that the text tells none. */
export function dateOptions(r: Reading, scene: Scene, all: readonly Account[]): readonly DateOption[] {
  const accounts = all.slice(0, ACCOUNTS), told = [...new Set(accounts.map(a => a.sentence))]
  const groups = new Map<string, number[]>()
  for (const k of nearby(r, scene, scene.timesIn, told)) {
    const { edtf, type } = r.times[k]!
    if (edtf === null || type === 'SET' || scene.stamps.has(k) || isBirth(r, headOf(r, tokensOf(r.text, r.times[k]!).first, tokensOf(r.text, r.times[k]!).last))) continue
    const group = groups.get(edtf)
    if (group) group.push(k)
    else groups.set(edtf, [k])
  }
  const ties = closestTies(accounts.map(a => a.times)), whole = eventFeatures(r, accounts, scene)
  const frames = [...groups].map(([edtf, mentions]): Frame => ({ edtf, mentions, spanned: isSpanned(r, edtf, mentions), tie: mentions.map(k => ties.get(k)).filter(t => t !== undefined).sort((a, b) => a.distance - b.distance)[0] ?? null }))
  const nearest = Math.min(9, ...frames.map(f => f.tie?.distance ?? 9))
  const latest = latestBefore(r, scene, frames, told)
  const options = frames.map((frame): DateOption => ({ ...frame, features: [...ownFeatures(r, scene, frame, accounts), ...reportFeatures(r, scene, frame, told, latest), ...narrowing(r, frame, frames), ...headFeatures(r, scene, frame, told), ...whole.map(w => `${w}-${kindOf(r, scene, frame)}`)] }))
  const begun = options.filter((o, i) => frames[i]!.tie !== null && beginsAt(r, scene, accounts, r.times[frames[i]!.tie!.index]!)).map((o): DateOption => ({ ...o, edtf: `${o.edtf!.split('/')[0]!}/..`, features: [...o.features, 'begun'] }))
  const stretched = options.flatMap((o): readonly DateOption[] => (o.tie === null ? [] : stretchesFrom(r, scene, accounts, o.tie).map(s => ({ ...o, edtf: s.edtf, tie: { ...o.tie!, rule: 'time:stretch' }, features: [...o.features, `stretch-${s.kind}`] }))))
  const counted = countedDays(r, scene, accounts).filter((c, i, list) => list.findIndex(x => x.edtf === c.edtf) === i).map((c): DateOption => ({ edtf: c.edtf, mentions: [c.index], tie: { index: c.index, distance: 0, rule: 'time:counted' }, features: [`counted-${c.earlier ? 'back' : 'on'}`, ...(c.afar ? ['counted-afar'] : []), ...(c.aside ? ['counted-aside'] : []), ...whole.map(w => `${w}-counted`)] }))
  const countedBegun = counted.filter(c => accounts.some(a => isIn(scene.timesIn[a.sentence]!, c.mentions[0]!) && a.triggers.some(t => isLasting(r, a, t) && tellsBeginning(r, r.syntax.head[t.token] ?? -1)))).map((c): DateOption => ({ ...c, edtf: `${c.edtf!.replace('~', '')}/..`, features: [...c.features, 'begun'] }))
  const { day, dayStamp } = scene, beside = nearest < 9 ? tieFeatures(nearest) : frames.length === 0 ? ['alone'] : ['untied']
  const report: readonly DateOption[] = day === null || groups.has(day) ? [] : [{ edtf: day, mentions: dayStamp < 0 ? [] : [dayStamp], tie: null, features: ['report-day', ...(scene.live ? ['live-day'] : []), ...(dayStamp < 0 ? [] : beside.map(f => `report-day-stamped-${f}`)), ...beside.map(f => `report-day-${f}`), ...whole.map(w => `${w}-report-day`)] }]
  return [...options, ...begun, ...stretched, ...counted, ...countedBegun, ...report, { edtf: null, mentions: [], tie: null, features: ['no-date', ...beside.map(f => `no-date-${f}`), `no-date-${accounts[0]!.type === 'ASSAULT' ? 'assault' : 'other'}`, ...whole.map(w => `${w}-no-date`)] }]
}

/** What a measure or strike without an end is called. */
const ENDLESS = /\b(?:(?:until|till) further (?:notice|orders?)|indefinite(?:ly)?|open-ended)\b/i

/** "The protests began in June", "resumed its offensive in June", "the truce took effect on Monday", "imposed an indefinite curfew on Monday": from then on. */
function beginsAt(r: Reading, scene: Scene, accounts: readonly Account[], time: Timex): boolean {
  const { first, last } = tokensOf(r.text, time), verb = r.syntax.head[headOf(r, first, last)] ?? -1
  if (startsFrom(r, scene, accounts, time)) return true
  if (verb < 0 || time.edtf!.includes('..') || accounts[0]!.status.status === 'planned') return false
  if (accounts.some(a => a.type !== 'ASSAULT' && a.times.some(t => t.distance < CLOSE && r.times[t.index] === time) && ENDLESS.test(r.text.text.slice(r.text.sentences[a.sentence]!.start, r.text.sentences[a.sentence]!.end)))) return true
  return tellsBeginning(r, verb) && accounts.some(a => a.triggers.some(t => r.syntax.head[t.token] === verb && isLasting(r, a, t)))
}

/** "Began", "came into effect". */
const tellsBeginning = (r: Reading, verb: number): boolean => lemmaIn(r, verb, 'begin-verb') || lemmaIn(r, verb, 'into-effect') && (r.syntax.children[verb] ?? []).some(c => c > verb && lemmaIn(r, c, 'effect-noun'))

const isLasting = (r: Reading, a: Account, t: Trigger): boolean => t.nominal && lemmaIn(r, t.token, 'lasting-act') && (a.type !== 'ASSAULT' || lemmaAt(r, t.token) !== 'strike')

const FROM = /\b(?:from|starting|beginning)\s+(?:(?:the|on|about|around|midnight on|dawn on)\s+)*$/i, TO = /^\s*(?:(?:on|of)\s+\S+\s+)?(?:-|–|to|until|till|through)(?! further)\s*\S|\b(?:until|till|through)\s(?!further)/i
/** Modes of measures and protests that last. */
const LASTING_MODES = new Set(['restrict', 'curfew', 'censor', 'withhold', 'martial-law', 'strike', 'boycott', 'hunger', 'discontinue'])

/** "Banned traffic from Thursday", "called a strike from Monday", "agreed to a truce from noon": no end is told, and no length. */
const startsFrom = (r: Reading, scene: Scene, accounts: readonly Account[], time: Timex): boolean =>
  time.first !== null && time.first === time.last && FROM.test(r.text.text.slice(Math.max(0, time.start - 40), time.start)) && !TO.test(r.text.text.slice(time.end, time.end + 40)) && accounts.some(a => LASTING_MODES.has(a.mode ?? '') && a.times.some(t => t.distance < CLOSE && r.times[t.index] === time) && !hasLength(r, scene.timesIn[a.sentence]!))

const isIn = ({ from, to }: Stretch, index: number): boolean => index >= from && index < to

const hasLength = (r: Reading, { from, to }: Stretch): boolean => r.times.slice(from, to).some(t => t.type === 'DURATION')

interface Frame { readonly edtf: string; readonly mentions: readonly number[]; readonly tie: Tied | null; /** Both its ends are told. */ readonly spanned: boolean }

/** How much of the calendar a date covers, as a word. */
function grainOf(time: Timex): string {
  if (time.edtf!.includes('..')) return 'open'
  if (time.first === null || time.last === null) return 'vague'
  const days = (Date.parse(time.last) - Date.parse(time.first)) / DAY
  return time.type === 'DURATION' ? 'span' : days < 1 ? 'day' : days < 2 ? 'night' : days < 8 ? 'week' : days < 32 ? 'month' : days < 370 ? 'year' : 'years'
}

/** How long before the report a date ends, as a word. */
function ageOf(scene: Scene, time: Timex): string {
  if (scene.day === null || time.last === null) return 'undated'
  const days = (Date.parse(scene.day) - Date.parse(time.last)) / DAY
  return days < 0 ? 'future' : days < 1 ? 'today' : days < 8 ? 'week' : days < 40 ? 'month' : days < 400 ? 'year' : 'old'
}

/** A date as what an event's own traits are crossed with. */
const kindOf = (r: Reading, scene: Scene, { edtf, mentions, tie }: Frame): string => (edtf.endsWith('/..') ? 'open' : tie !== null ? 'tied' : ageOf(scene, r.times[mentions[0]!]!) === 'future' ? 'ahead' : 'untied')

function ownFeatures(r: Reading, scene: Scene, frame: Frame, accounts: readonly Account[]): readonly string[] {
  const { mentions, tie } = frame
  const time = r.times[tie?.index ?? mentions[0]!]!, grain = grainOf(time), age = ageOf(scene, time)
  if (tie === null) return ['untied', `untied-${grain}`, `untied-${age}`, ...(mentions.every(k => (scene.timeTies.get(k)?.distance ?? 9) < CLOSE) ? ['untied-taken'] : [])]
  const close = accounts.filter(a => a.times.some(t => t.distance < CLOSE && mentions.includes(t.index))).length
  const out = [...tieFeatures(tie.distance), `tied-${grain}`, `tied-${age}`]
  if (tie.distance < CLOSE) out.push(`close-${grain}`)
  if (frame.spanned) out.push('tied-spanned')
  const { first, last } = tokensOf(r.text, time), head = headOf(r, first, last)
  out.push(...ownerFeatures(r, scene, head, accounts))
  if ((grain === 'day' || grain === 'night') && isRightBehind(r, time, accounts)) out.push('right-behind')
  if (mentions.every(k => isSaidDay(r, r.times[k]!))) out.push('tied-said')
  if (isShort(r, time)) out.push('tied-shortly')
  if (frame.edtf.startsWith('../')) out.push('tied-until')
  if (/old$/i.test(r.text.text.slice(time.start, time.end)) && accounts.some(a => a.triggers.some(t => isAge(r, time, head, t)))) out.push('age')
  if (close > 1) out.push('close-to-several')
  if (accounts[0]!.times.some(t => t.distance < CLOSE && mentions.includes(t.index))) out.push('close-to-first')
  if (accounts.some(a => a.times[0] !== undefined && mentions.includes(a.times[0].index))) out.push('nearest')
  if ((scene.timeTies.get(tie.index)?.distance ?? 9) < tie.distance - CLOSER) out.push('taken')
  return out
}

/** "Seconds later", "an hour earlier": what it is counted from may stand anywhere. */
const isShort = (r: Reading, time: Timex): boolean => (time.rule === 'later' || time.rule === 'earlier') && /hour|minute|second|moment/i.test(r.text.text.slice(time.start, time.end))

/** The first sentence of the body in which an event is told, else the first of all. */
function firstTold(scene: Scene, told: readonly number[]): number {
  const body = told.filter(s => !scene.heads.has(s))
  return Math.min(...(body.length > 0 ? body : told))
}

/** "12 October. Police dispersed ...": the date that heads the entry in which the event is first told. */
const headFeatures = (r: Reading, scene: Scene, { mentions, tie }: Frame, told: readonly number[]): readonly string[] =>
  mentions.includes(scene.dayHeads.get(r.text.sentences[firstTold(scene, told)]!.paragraph) ?? -1) ? [`heads-${tie === null ? 'untied' : 'tied'}`] : []

/** "Police said on Tuesday": the day is the statement's. */
function isStatementDay(r: Reading, time: number): boolean {
  const { first, last } = tokensOf(r.text, r.times[time]!), governor = r.syntax.head[headOf(r, first, last)] ?? -1
  return governor >= 0 && lemmaIn(r, governor, 'news-verb') && isVerb(r.syntax, governor)
}

/** "In November ... on 26 November": a day that lies in a wider date tied to the act tells it more closely, and the wider one less. */
function narrowing(r: Reading, frame: Frame, frames: readonly Frame[]): readonly string[] {
  const inside = (a: Frame, b: Frame): boolean => {
    const x = r.times[a.mentions[0]!]!, y = r.times[b.mentions[0]!]!
    return a !== b && !b.spanned && x.first !== null && x.last !== null && y.first !== null && y.last !== null && x.first >= y.first && x.last <= y.last && !(x.first === y.first && x.last === y.last) && grainOf(y) !== 'night'
  }
  const wide = frames.filter(f => f.tie !== null && inside(frame, f)), long = wide.some(f => LONG.has(grainOf(r.times[f.mentions[0]!]!)))
  return [...(wide.length === 0 ? [] : [`narrows${frame.tie === null ? '' : '-tied'}${long ? '' : '-week'}`]), ...(frame.tie !== null && frames.some(f => f.tie !== null && inside(f, frame)) ? ['widens'] : [])]
}

const LONG = new Set(['month', 'year', 'years'])

/** "From Friday until Sunday", "for a third day": both ends are told, so that no day within tells it more closely. */
const isSpanned = (r: Reading, edtf: string, mentions: readonly number[]): boolean => edtf.includes('/') && !edtf.includes('..') && mentions.some((k, i) => r.times[k]!.rule === 'nth-day-of' || mentions[i + 1] === k + 1 && r.times[k + 1]!.start - r.times[k]!.end < SPAN)
/** Characters between the ends of a span. */
const SPAN = 30

/** The day that was last told of before the event is first told. */
function latestBefore(r: Reading, scene: Scene, frames: readonly Frame[], told: readonly number[]): Frame | null {
  const first = r.text.sentences[firstTold(scene, told)]?.start ?? 0
  let best: Frame | null = null, at = -1
  for (const frame of frames) for (const k of frame.mentions) {
    const time = r.times[k]!, grain = grainOf(time)
    if ((grain === 'day' || grain === 'night') && time.start < first && time.start > at && !scene.heads.has(sentenceOf(r, time))) [best, at] = [frame, time.start]
  }
  return best
}

/** By this much another act must be closer to a date to take it. */
const CLOSER = 0.4

/** What the rest of the report says of a date that the event's own sentences do not give. */
function reportFeatures(r: Reading, scene: Scene, frame: Frame, told: readonly number[], latest: Frame | null): readonly string[] {
  if (frame.tie !== null) return []
  const sentences = frame.mentions.map(k => sentenceOf(r, r.times[k]!)), isHeading = told.every(s => scene.heads.has(s))
  const out = isHeading ? [] : [...gapFeatures(sentences.map(s => gapOf(s, told)))]
  if (frame.mentions.some(k => isPeriod(r, scene, k))) out.push('period')
  if (sentences.some(s => scene.heads.has(s))) out.push('headline')
  if (sentences.some(s => s >= scene.firstBody && s < scene.firstBody + LEAD && !scene.heads.has(s))) out.push('lead')
  if ((scene.timeCounts.get(frame.edtf) ?? 0) > 1) out.push('repeated')
  if (frame.mentions.every(k => isStatementDay(r, k))) out.push('untied-said')
  if (frame.edtf === scene.day) out.push('is-report-day', ...(scene.live ? ['live-day'] : []))
  if (frame === latest) out.push('latest')
  if (isInParagraphBefore(r, sentences, [firstTold(scene, told)])) out.push('paragraph-before')
  return out
}

/** "Weekly bulletin, 3 to 9 February", "incidents recorded between 8 a.m. on Tuesday and 8 a.m. on Wednesday": the days that a report as a whole is about. */
function isPeriod(r: Reading, scene: Scene, k: number): boolean {
  const time = r.times[k]!, at = sentenceOf(r, time), days = time.first === null || time.last === null ? 0 : (Date.parse(time.last) - Date.parse(time.first)) / DAY
  if (days < 1 || days > PERIOD || !scene.heads.has(at) && (at < scene.firstBody || at >= scene.firstBody + 2)) return false
  return r.lexicon.titles.periodic.test(r.text.text.slice(r.text.sentences[at]!.start, r.text.sentences[at]!.end))
}
const PERIOD = 14

/** From so many days on a report tells of several things. */
const MANY_DAYS = 3

/** What the event is like, crossed with each date. */
function eventFeatures(r: Reading, accounts: readonly Account[], scene: Scene): readonly string[] {
  const out: string[] = []
  const status = accounts.every(a => a.status.status === 'planned' || a.status.status === 'hypothetical') ? 'planned' : 'done'
  out.push(`event-${status}`)
  if (accounts.some(a => a.sentence < scene.firstBody + LEAD)) out.push('event-lead')
  else out.push('event-late', ...(scene.days.size < MANY_DAYS ? [] : ['event-late-among-many']))
  if (accounts.every(a => (r.syntax.children[a.main.token] ?? []).some(c => r.text.tokens[c]!.norm.toLowerCase() === 'had'))) out.push('event-had')
  if (accounts.some(a => a.status.status === 'ongoing')) out.push('event-ongoing')
  if (accounts.every(a => a.main.nominal)) out.push('event-noun')
  if (accounts.some(a => a.count >= 0)) out.push('event-count')
  if (accounts.some(a => childrenWith(r.syntax, a.main.token, 'aux').some(c => r.syntax.lemma[c] === 'have' && r.syntax.xpos[c] !== 'VBD'))) out.push('event-have')
  return out
}
