/** PolNeAR: who is said to have said or thought what, in political news. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { points, type Board, type Input, type Measured, type Mistake, type Outcome, type Units } from '../board.ts'
import type { Engine } from '../engine.ts'
import { f1Of } from '../metrics/counts.ts'
import { findAttributions, outermost } from '../../src/core/claims/index.ts'
import { readingOf } from '../../src/core/events/reading.ts'
import type { Extent } from '../../src/core/model/index.ts'

const ROLES = ['source', 'cue', 'content'] as const
type Role = (typeof ROLES)[number]

export const polnear: Board = {
  name: 'polnear', title: 'PolNeAR',
  measures: 'Sources, cues and contents of attributions. Token F1 is over words (runs of letters and digits) that are in the role, span F1 over spans that hold the same words. The corpus nests no attribution in another, so ours are the outermost. Where several people annotated a text, the first in order of name is the gold.',
  heldOut: 'Casus is trained on no part of PolNeAR; its rules are written, and the words that show a mind were chosen, while reading and counting in the training half. Annotators agree by a token-wise alpha of 75.4; no system has published figures that could be checked.',
  metrics: ROLES.flatMap(role => [points(`${role} token F1`), points(`${role} span F1`)]),
  parts: [
    { name: 'dev', split: 'dev', files: ['polnear/dev/text/*.txt', 'polnear/dev/attributions/*.ann'] },
    { name: 'test', split: 'test', files: ['polnear/test/text/*.txt', 'polnear/test/attributions/*.ann'] },
  ],
  sample: 30,
  run: runPolnear,
}

/** The spans of each role; a span is one or more stretches of text. */
export type Attributed = Readonly<Record<Role, readonly (readonly Extent[])[]>>

/** Reads brat standoff: lines "T1⇥Source 10 14;20 23⇥words". Offsets count Unicode characters of `text`. */
export function readStandoff(standoff: string, text: string): Attributed {
  const units = unitsOf(text), spans: Record<Role, (readonly Extent[])[]> = { source: [], cue: [], content: [] }
  for (const line of standoff.split('\n')) {
    const [id = '', kind = ''] = line.split('\t'), [label = '', ...offsets] = kind.split(/[ ;]/), role = ROLES.find(r => r === label.toLowerCase())
    if (!id.startsWith('T') || role === undefined) continue
    const numbers = offsets.map(Number)
    spans[role].push(Array.from({ length: numbers.length >> 1 }, (_, i) => ({ start: units(numbers[2 * i]!), end: units(numbers[2 * i + 1]!) })))
  }
  return spans
}

/** From a count of characters to one of UTF-16 units. */
function unitsOf(text: string): (characters: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return characters => characters
  const at: number[] = []
  let unit = 0
  for (const character of text) { at.push(unit); unit += character.length }
  return characters => at[characters] ?? unit
}

/** The rule behind each of the engine's cues, in the order of the cues. */
type Ruled = Attributed & { readonly rules: readonly string[] }

/** The engine's attributions of a report. */
function attributionsOf(engine: Engine, id: string, text: string): Ruled {
  const layers = engine.layers({ id, text }), out: Record<Role, (readonly Extent[])[]> & { rules: string[] } = { source: [], cue: [], content: [], rules: [] }
  if (layers === null) return out
  const reading = readingOf(layers), extents = (tokens: readonly number[]): readonly Extent[] => tokens.map(t => layers.text.tokens[t]!)
  for (const { source, cueTokens, content, rule } of outermost(findAttributions(reading, engine.knowledge.claims))) {
    out.source.push(extents(source))
    out.cue.push(extents(cueTokens))
    out.content.push(extents(content))
    out.rules.push(rule)
  }
  return out
}

const WORD = /[\p{L}\p{N}]+/gu

/** For each span the words it covers, as indices. */
function wordsOf(words: readonly Extent[], spans: readonly (readonly Extent[])[]): readonly (readonly number[])[] {
  return spans.map(parts => words.flatMap((word, i) => parts.some(part => part.start < word.end && word.start < part.end) ? [i] : [])).filter(span => span.length > 0)
}

/** [right, false, missed] of what is in both sets, only in the found, only in the gold. */
export function compared<T>(gold: ReadonlySet<T>, found: ReadonlySet<T>): readonly [number, number, number] {
  const right = [...found].filter(x => gold.has(x)).length
  return [right, found.size - right, gold.size - right]
}

/** What one text adds: for each role the counts of tokens, then of spans. */
export function countAttributions(text: string, gold: Attributed, found: Attributed): readonly number[] {
  const words = [...text.matchAll(WORD)].map(m => ({ start: m.index, end: m.index + m[0].length }))
  return ROLES.flatMap(role => {
    const [a, b] = [wordsOf(words, gold[role]), wordsOf(words, found[role])]
    return [...compared(new Set(a.flat()), new Set(b.flat())), ...compared(new Set(a.map(String)), new Set(b.map(String)))]
  })
}

const measuredOf = (units: Units): readonly Measured[] => ROLES.flatMap((role, i) => [
  f1Of(`${role} token F1`, units.map(unit => unit.slice(6 * i, 6 * i + 3))),
  f1Of(`${role} span F1`, units.map(unit => unit.slice(6 * i + 3, 6 * i + 6))),
])

function runPolnear({ files: [texts = [], standoffs = []] }: Input, engine: Engine): Outcome {
  const standoffOf = new Map(standoffs.map(path => [basename(path).replace(/_[0-9a-f]+\.ann$/, ''), path] as const).toReversed())
  const read = engine.pick(texts.filter(path => standoffOf.has(basename(path, '.txt')))).map(path => {
    const id = basename(path, '.txt'), text = readFileSync(path, 'utf8')
    return { id, text, gold: readStandoff(readFileSync(standoffOf.get(id)!, 'utf8'), text), found: attributionsOf(engine, id, text) }
  })
  return { measured: measuredOf(read.map(({ text, gold, found }) => countAttributions(text, gold, found))), mistakes: read.flatMap(mistakesOf) }
}

/** Cues that one side has and the other does not touch. */
function mistakesOf({ id, text, gold, found }: { readonly id: string; readonly text: string; readonly gold: Attributed; readonly found: Ruled }): readonly Mistake[] {
  const touched = (spans: readonly (readonly Extent[])[], parts: readonly Extent[]): boolean => spans.some(span => span.some(a => parts.some(b => a.start < b.end && b.start < a.end)))
  const told = (parts: readonly Extent[]): string => parts.map(p => text.slice(p.start, p.end)).join(' … ')
  const around = (parts: readonly Extent[]): string => text.slice(Math.max(0, (parts[0]?.start ?? 0) - 120), (parts.at(-1)?.end ?? 0) + 120)
  return [
    ...gold.cue.filter(cue => !touched(found.cue, cue)).map((cue): Mistake => ({ kind: 'missed', document: id, text: around(cue), expected: told(cue), got: 'nothing', trail: [] })),
    ...found.cue.flatMap((cue, i): readonly Mistake[] => touched(gold.cue, cue) ? [] : [{ kind: 'false', document: id, text: around(cue), expected: 'nothing', got: told(cue), trail: [found.rules[i]!] }]),
  ]
}
