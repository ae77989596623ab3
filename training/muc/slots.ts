/** Learns MUC-4's official slots from the keys: the place and the day of an incident, and the classes of its parties. */
import { creditOf } from '../../scoreboard/muc/fills.ts'
import { dateChoices, placeChoices, type Choice, type Standing } from '../../scoreboard/muc/choices.ts'
import type { Fill, OfficialTemplate } from '../../scoreboard/muc/key.ts'
import type { PlaceList } from '../../scoreboard/muc/place-list.ts'
import type { MucModel, SetModel } from '../../scoreboard/muc/role-model.ts'
import { countOf, SET_SLOTS, setFeatures } from '../../scoreboard/muc/set-features.ts'
import type { Weights } from '../../scoreboard/muc/softmax.ts'
import { phrasesOf, wordsOf, type Phrase } from '../../scoreboard/muc/spans.ts'
import { normalise } from '../../scoreboard/muc/templates.ts'
import type { Example } from './example.ts'
import { noNames, numbered, pruned, trainSoftmax, type Instance } from './softmax.ts'

const DAY = 2, PLACE = 3, TYPE = 4, CATEGORY = 8, NAME = 18, DESCRIPTION = 19
const STRINGS = [6, 9, 10, 12, NAME, DESCRIPTION]
/** The slots whose strings a set fill is about. */
const ABOUT: Readonly<Record<number, readonly number[]>> = { 7: [6], 11: [10], 13: [12], 14: [12], 16: [12], 20: [NAME, DESCRIPTION], 21: [NAME, DESCRIPTION], 23: [NAME, DESCRIPTION] }
const COUNTED: ReadonlySet<number> = new Set([14, 21])
const LEAST = 0.05

type ByWords = ReadonlyMap<string, readonly Phrase[]>
const wordsIn = ({ told }: Example): ByWords => Map.groupBy(phrasesOf(told.layers), p => normalise(wordsOf(told.layers, p)))
const typeOf = (t: OfficialTemplate): string => (t.slots[TYPE]![0]?.values[0] ?? '').toLowerCase()
const found = (at: ByWords, fills: readonly Fill[]): readonly Phrase[] => fills.flatMap(f => f.values.flatMap(v => at.get(normalise(v)) ?? []))

export function learnSlots(examples: readonly Example[], list: PlaceList): Pick<MucModel, 'place' | 'day' | 'sets'> {
  const indexed = examples.filter(e => e.keys.length > 0).map(e => ({ ...e, at: wordsIn(e) }))
  const standings = indexed.flatMap(e => e.keys.map(key => ({ key, standing: standingOf(e, key) })))
  const choice = (slot: number, choices: (s: Standing) => readonly Choice[]): Weights => {
    const names = noNames(), rows = standings.flatMap(({ key, standing }) => key.slots[slot]![0] === undefined ? [] : choices(standing).map((c): Instance => ({ features: numbered(names, c.features), label: 2 * creditOf(slot, key.slots[slot]![0]!, { values: [c.value], tags: [], optional: false }) })))
    return pruned(trainSoftmax(rows, names, { classes: 3, epochs: 8, rate: 0.05, decay: 1e-3, least: 3 }), LEAST)
  }
  return { place: choice(PLACE, s => placeChoices(s, list)), day: choice(DAY, dateChoices), sets: new Map([...SET_SLOTS.keys()].map(slot => [slot, setModel(indexed.flatMap(e => partiesOf(slot, e)))])) }
}

/** A key's incident where its parties stand in the text, with the event of the engine that most of them share. */
function standingOf({ told, at }: Example & { readonly at: ByWords }, key: OfficialTemplate): Standing {
  const phrases = STRINGS.flatMap(slot => found(at, key.slots[slot]!)), sentences = new Set(phrases.map(p => p.sentence)), { tokens } = told.layers.text
  const near = told.events.filter(e => /^(?:ASSAULT|COERCE|THREATEN)$/.test(e.type)).map(event => ({ event, n: event.mentions.filter(m => sentences.has(tokens.find(t => t.start >= m.start)?.sentence ?? -1)).length })).toSorted((a, b) => b.n - a.n)[0]
  return { layers: told.layers, event: near !== undefined && near.n > 0 ? near.event : null, events: told.events, phrases, type: typeOf(key), published: told.layers.published?.slice(0, 10) ?? null }
}

interface Labelled { readonly features: readonly string[]; readonly value: string }

function partiesOf(slot: number, example: Example & { readonly at: ByWords }): readonly Labelled[] {
  const { told, keys, at } = example, about = SET_SLOTS.get(slot)!
  if (slot === CATEGORY) return keys.flatMap(key => { const fills = [...key.slots[9]!, ...key.slots[10]!]; return fills.length === 0 ? [] : [{ value: key.slots[slot]![0]?.values[0] ?? '-', features: setFeatures(told, { type: typeOf(key), strings: fills.map(f => f.values[0]!), phrases: found(at, fills) }, about) }] })
  return keys.flatMap(key => ABOUT[slot]!.flatMap(of => key.slots[of]!.filter(f => of !== DESCRIPTION || f.tags.length === 0).map((fill): Labelled => {
    const words = new Set(fill.values.map(normalise)), meant = (f: Fill): boolean => f.tags.some(tag => words.has(normalise(tag))), phrases = found(at, [fill]), descriptions = of === NAME ? key.slots[DESCRIPTION]!.filter(meant).flatMap(f => f.values) : []
    const value = key.slots[slot]!.find(meant)?.values[0] ?? '-', count = phrases.map(p => countOf(told, p)).find(n => n !== null)
    return { value: COUNTED.has(slot) ? counted(value, count ?? null) : value, features: setFeatures(told, { strings: [...fill.values, ...descriptions], phrases, type: typeOf(key) }, about) }
  })))
}

/** A number that stands in the text is a class of its own, whatever it is. */
const counted = (value: string, count: number | null): string => value === '1' || value === 'PLURAL' ? value : value === String(count) ? 'COUNT' : /^\d+$/.test(value) ? 'OTHER NUMBER' : '-'

function setModel(parties: readonly Labelled[]): SetModel {
  const classes = [...new Set(parties.map(p => p.value))].toSorted(), names = noNames()
  return { classes, weights: pruned(trainSoftmax(parties.map((p): Instance => ({ features: numbered(names, p.features), label: classes.indexOf(p.value) })), names, { classes: classes.length, epochs: 8, rate: 0.05, decay: 5e-3, least: 2 }), LEAST) }
}
