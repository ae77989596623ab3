/** ISAF press releases: the fields of a record, each exact. */
import { readFileSync } from 'node:fs'
import { points, type Board, type Input, type Mistake, type Outcome } from '../board.ts'
import { trailOf, type Engine } from '../engine.ts'
import { shareOf } from '../metrics/counts.ts'
import type { Explained } from '../../src/core/analysis/analyse.ts'
import type { Event, Participant, When } from '../../src/core/model/index.ts'

const FIELDS = ['start_date', 'event_type', 'province', 'target_group', 'min_killed', 'min_captured', 'killq', 'captureq', 'killcaptureraid', 'airstrike', 'noshotsfired', 'min_leaders_killed', 'min_leaders_captured'] as const
type Field = (typeof FIELDS)[number]

export const isaf: Board = {
  name: 'isaf', title: 'ISAF press releases',
  measures: 'Share of releases whose field is exactly right, for each field of the record but its name, and over all fields. Lists must be the same sets; a field without a value must be empty.',
  heldOut: 'Nothing is learned from it; how events become a record was written while reading every second release (over the rest: date 70.2, province 93.9, killed 86.7, captured 64.1). The only published figures are those of language models of the class of GPT-4, on the same fields.',
  metrics: [...FIELDS, 'all fields'].map(name => points(name)),
  parts: [{ name: 'dev', split: 'dev', files: ['isafpr/dev.jsonl'] }, { name: 'test', split: 'test', files: ['isafpr/test.jsonl'] }],
  sample: 180,
  run: runIsaf,
}

/** A value of a field as one string; lists sorted and joined with ";". */
export type IsafFields = Readonly<Record<Field, string>>

export interface Release { readonly id: string; readonly text: string; readonly fields: IsafFields }

interface Line { readonly conversations: readonly { readonly from: string; readonly value: string }[] }

/** Releases, one conversation a line: the person's turn is the text, the model's turn the record. */
export function readReleases(jsonl: string): readonly Release[] {
  return jsonl.split('\n').filter(line => line.trim() !== '').map((line, i) => {
    const turns = (JSON.parse(line) as Line).conversations, turn = (from: string): string => turns.find(t => t.from === from)?.value ?? ''
    const given = JSON.parse(turn('gpt')) as Readonly<Record<string, unknown>>
    return { id: `isaf-${i + 1}`, text: turn('human').replace(/^PRESS RELEASE TEXT:\s*/, ''), fields: fieldsFrom(field => listed(given[field])) }
  })
}

const fieldsFrom = (value: (field: Field) => string): IsafFields => Object.fromEntries(FIELDS.map(field => [field, value(field)])) as Record<Field, string>

// The corpus writes lists both as lists and as strings with ";", and provinces with "-" or "_".
const listed = (value: unknown): string => Array.isArray(value) ? value.flatMap(v => String(v).split(';')).map(v => v.trim().replaceAll(/[-\s]/g, '_')).filter(v => v !== '').sort().join(';') : String(value ?? '')

/** The groups of the record by what their names hold, or by registry id. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/haqqani/i, 'haqqani'], [/taliban/i, 'taliban'], [/al[- ]?qa(e|i)da/i, 'aq'], [/hezb|hizb|hig\b|gulbuddin/i, 'hig'], [/islamic movement of uzbekistan|\bimu\b/i, 'imu'],
  [/lashkar|\blet\b/i, 'let'], [/islamic jihad union|\biju\b/i, 'iju'], [/tehrik|\bttp\b/i, 'ttp'], [/criminal/i, 'criminals'],
]

const FORCES: ReadonlySet<string> = new Set(['MIL', 'COP', 'GOV', 'IGO'])
const isForces = (all: readonly Participant[]): boolean => all.some(p => p.sectors.some(s => FORCES.has(s)))
const LEADERS = /^\S*(?: \S+){0,3}? ?(?:leader|commander|chief|emir)\b/i
/** Characters after a party's words in which its rank may stand ("Taliban leader", where "Taliban" is who it is). */
const RANK = 24

/** The record of a release: what the forces did and achieved, added up over the events. */
export function recordOf(events: readonly Event[], text: string): IsafFields {
  const acts = events.filter(e => (e.type === 'ASSAULT' || e.type === 'COERCE') && hasBefallen(e)), ours = acts.filter(e => !e.actors.every(p => p.sectors.includes('REB')) || e.actors.length === 0 || isForces(e.actors))
  // Insurgents who fell in an attack of their own fell to the forces.
  const killed = ours.filter(e => e.actors.length === 0 || !e.actors.every(isRebel)).reduce((sum, e) => sum + killedIn(e), 0) + acts.reduce((sum, e) => sum + (e.attackersKilled?.min ?? 0), 0), captured = capturedIn(ours)
  const aerial = ours.some(e => e.mode === 'aerial' || e.mode === 'drone'), civilians = ours.some(e => (e.killed?.min ?? 0) > 0 && e.recipients.some(p => p.sectors.includes('CVL'))), first = byWeight(ours.length > 0 ? ours : acts).find(e => e.date?.start != null)?.date
  const leaders = (all: readonly Event[]): number => new Set(all.flatMap(e => e.recipients).filter(p => p.evidence.some(s => LEADERS.test(text.slice(s.start, s.end + RANK).replace(/[.,;].*$/s, '')))).map(p => p.name)).size
  const kinds = [aerial ? 'airstrike' : null, civilians ? 'civiliancasualty' : null, killed > 0 && captured > 0 ? 'captureandkill' : captured > 0 ? 'detention' : killed > 0 && !aerial ? 'insurgentskilled' : null].filter(kind => kind !== null)
  const values: Readonly<Record<Field, string | number | boolean>> = {
    start_date: dayOf(first)?.slice(0, 10) ?? '', event_type: kinds.sort().join(';'), province: provincesOf(ours, text)[0] ?? '', target_group: groupsOf(text), min_killed: killed, min_captured: captured, killq: killed > 0, captureq: captured > 0,
    killcaptureraid: captured > 0 && (PURSUIT.test(text) || !CHANCE.test(text)), airstrike: aerial, noshotsfired: NO_SHOT.test(text) && !/fired on/i.test(text), min_leaders_killed: leaders(ours.filter(e => (e.killed?.min ?? 0) > 0)), min_leaders_captured: leaders(ours.filter(isCapture)),
  }
  return fieldsFrom(field => String(values[field]))
}

/** An attack that was beaten off cost lives all the same. */
const hasBefallen = (e: Event): boolean => e.status === 'occurred' || e.status === 'attempted' && (e.killed !== null || e.attackersKilled !== null)

/** What befell within the hours before a release is recorded under the release's day. */
const dayOf = (date: When | null | undefined): string | null | undefined => (date?.evidence.some(s => LAST_HOURS.test(s.exact)) ? date.end : date?.start)
const LAST_HOURS = /\b(?:past|last) \S+ hours?\b/i

/** The releases' set phrases for an operation in which no weapon was fired. */
const NO_SHOT = /without (?:firing )?(?:a |any )?shots?|no shots (?:were )?fired|shots fired|(?:did not|didn.t|never) fire(?:d)? (?:their|a|any) (?:weapons?|shots?)|without firing (?:their|a|any) weapons?|without the use of force|without incident/i

const isRebel = (p: Participant): boolean => p.sectors.includes('REB') || /taliban|insurgent|haqqani|militant|attacker/i.test(p.name)

/** The toll, or the one who is told as killed without a number. */
const killedIn = (e: Event): number => e.killed?.min ?? (e.mentions.some(m => /\bkill|\bdeath/i.test(m.exact)) && e.status === 'occurred' && e.recipients.some(p => isRebel(p) && isOne(p)) ? 1 : 0)

/** A raid looks for somebody; a patrol meets whom it meets. */
const PURSUIT = /search(?:ed|ing)? (?:for|of)|pursu|target(?:ed|ing)|looking for/i, CHANCE = /patrol|emplac|combat outpost|air weapons team|observed|positive(?:ly)? identif|came under/i

/** Captures are told as arrests or as part of a fight. */
const isCapture = (e: Event): boolean => isArrest(e) || e.detained !== null || (e.type === 'ASSAULT' && e.mentions.some(m => /captur|apprehend/i.test(m.exact)) && isForces(e.actors) && e.recipients.length > 0)

/** Sum over captures; one told alone ("captured a leader") counts besides those that are counted ("detained several additional insurgents"), once a name. */
function capturedIn(events: readonly Event[]): number {
  const seen = new Set<string>()
  let sum = 0
  for (const e of events.filter(isCapture)) {
    const counted = e.detained?.min ?? 0, of = e.detained?.evidence ?? []
    const alone = e.recipients.filter(p => !seen.has(p.name) && isOne(p) && p.evidence.every(s => !of.some(c => s.start < c.end && c.start < s.end)))
    for (const p of e.recipients) seen.add(p.name)
    sum += counted > 0 ? counted + (counted > 1 || MORE.test(e.detained?.of ?? '') ? Math.min(alone.length, 1) : 0) : isArrest(e) ? Math.max(1, e.recipients.length) : Math.min(alone.length, 1)
  }
  return sum
}

const MORE = /additional|other|associate|another/i
const isOne = (p: Participant): boolean => p.evidence.some(s => !/(?:s|men|people)$/i.test(s.exact) || /taliban|haqqani/i.test(s.exact))

const isArrest = (e: Event): boolean => e.type === 'COERCE' && e.mode === 'arrest'

const plain = (name: string): string => name.toLowerCase().replace(/ province$/, '').replaceAll(/[-\s]/g, '_').replace(/^pakti?ya$|^paktia$/, 'paktya').replace('hilmand', 'helmand').replace(/^oruzgan$|^urozgan$/, 'uruzgan')

const isWeighty = (e: Event): boolean => isCapture(e) || e.killed !== null || e.injured !== null
/** Events with a toll or a capture first. */
const byWeight = (events: readonly Event[]): readonly Event[] => [...events.filter(isWeighty), ...events.filter(e => !isWeighty(e))]

/** Provinces by the events with a toll or a capture first, then by the words of the text. */
function provincesOf(events: readonly Event[], text: string): readonly string[] {
  const named = byWeight(events).flatMap(e => e.places).filter(p => p.country === 'AF').flatMap(p => statedAfter(p, text) ?? (p.precision === 'province' && !/northern|southern|eastern|western|central/i.test(p.name) ? p.name : p.admin1) ?? [])
  return [...named, ...[...text.matchAll(/\b([A-Z][\w-]+(?:-e-\w+)?) [Pp]rovince/g)].map(m => m[1]!)].map(plain)
}

/** "Khugyani district, Nangarhar province": the province that the text puts behind a place. */
function statedAfter({ evidence }: Event['places'][number], text: string): string | null {
  for (const { start, end } of evidence) { const found = /^[^.;]{0,12}?,? ([A-Z][\w-]+) [Pp]rovince/.exec(text.slice(end, end + 40)) ?? /^\S.*?, ([A-Z][\w-]+) [Pp]rovince$/.exec(text.slice(start, end)); if (found !== null) return found[1]! }
  return null
}

const groupsOf = (text: string): string => [...new Set(GROUPS.filter(([words]) => words.test(text)).map(([, name]) => name))].slice(0, 1).join(';')

function runIsaf({ files: [[file = ''] = []] }: Input, engine: Engine): Outcome {
  const answers = engine.pick(readReleases(readFileSync(file, 'utf8'))).map(release => {
    const explained = engine.code({ id: release.id, text: release.text })
    return { release, explained, given: explained === null ? fieldsFrom(() => '') : recordOf(explained.analysis.events, release.text) }
  })
  const right = (field: Field): readonly number[] => answers.map(({ release, given }) => release.fields[field] === given[field] ? 1 : 0)
  const byField = FIELDS.map(right)
  return {
    measured: [...FIELDS.map((field, i) => shareOf(field, byField[i]!.map(r => [r, 1]))), shareOf('all fields', answers.map((_, i) => [byField.reduce((sum, column) => sum + column[i]!, 0), FIELDS.length]))],
    mistakes: answers.flatMap(({ release, given, explained }): readonly Mistake[] => { const wrong = FIELDS.filter(field => release.fields[field] !== given[field]); return wrong.length === 0 ? [] : [mistake(release, given, wrong, explained)] }),
  }
}

const mistake = (release: Release, given: IsafFields, wrong: readonly Field[], explained: Explained | null): Mistake => ({
  kind: 'wrong', document: release.id, text: release.text, expected: wrong.map(f => `${f} ${release.fields[f] || '-'}`).join(', '), got: wrong.map(f => `${f} ${given[f] || '-'}`).join(', '),
  trail: explained === null ? [] : explained.analysis.events.flatMap(e => trailOf(explained, e.id)),
})
