/** MUC-4's official all-templates score: templates mapped at their best, fillers tallied by slot, recall and precision with half credit for partly right. */
import { assign } from '../metrics/assignment.ts'
import { creditOf } from './fills.ts'
import type { Fill, OfficialTemplate } from './key.ts'

/** Numbers of fillers, in the order of the scorer's columns: correct, partly correct, incorrect, spurious, missing. */
export type Tally = readonly [correct: number, partial: number, incorrect: number, spurious: number, missing: number]

export interface Mapped { readonly key: OfficialTemplate; readonly response: OfficialTemplate }
export interface MessageScore { readonly tally: Tally; readonly mapped: readonly Mapped[]; readonly missing: readonly OfficialTemplate[]; readonly spurious: readonly OfficialTemplate[] }

const NOTHING: Tally = [0, 0, 0, 0, 0]
const plus = (a: Tally, b: Tally): Tally => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]]
const ONE_RIGHT: Tally = [1, 0, 0, 0, 0], ONE_SPURIOUS: Tally = [0, 0, 0, 1, 0], ONE_MISSING: Tally = [0, 0, 0, 0, 1]

/** Tallies one slot: fillers paired at their best, the rest of both paired as incorrect, then spurious or missing. Optional key fillers are never missing. */
export function slotTally(slot: number, key: readonly Fill[], response: readonly Fill[]): Tally {
  const credits = key.map(k => response.map(r => creditOf(slot, k, r)))
  const paired = assign(credits).map((column, row) => column < 0 ? 0 : credits[row]![column]!)
  const correct = paired.filter(c => c === 1).length, partial = paired.filter(c => c === 0.5).length
  const left = response.length - correct - partial, wanted = key.filter((k, i) => !k.optional && paired[i] === 0).length
  const incorrect = Math.min(left, wanted)
  return [correct, partial, incorrect, left - incorrect, wanted - incorrect]
}

const SLOTS = Array.from({ length: 23 }, (_, i) => i + 2)
const tallyPair = (key: OfficialTemplate, response: OfficialTemplate): Tally => SLOTS.reduce((sum, slot) => plus(sum, slotTally(slot, key.slots[slot]!, response.slots[slot]!)), ONE_RIGHT)

// Of these slots one at least must agree before two templates may be mapped (the scorer's restrict-map-slots).
const TYPE = 4, CONTENT = [12, 13, 18, 19, 20, 9, 10]

const agrees = (slot: number, key: OfficialTemplate, response: OfficialTemplate): boolean => key.slots[slot]!.some(k => response.slots[slot]!.some(r => creditOf(slot, k, r) > 0))
const mayMap = (key: OfficialTemplate, response: OfficialTemplate): boolean => agrees(TYPE, key, response) && CONTENT.some(slot => agrees(slot, key, response))

/** Scores the responses for one message. The template number counts as a slot: right where mapped, else missing or spurious. */
export function scoreMessage(keys: readonly OfficialTemplate[], responses: readonly OfficialTemplate[]): MessageScore {
  const weights = keys.map(k => responses.map(r => { if (!mayMap(k, r)) return 0; const [correct, partial] = tallyPair(k, r); return correct + partial / 2 }))
  const mapped = assign(weights).flatMap((r, k): readonly Mapped[] => r >= 0 && weights[k]![r]! > 0 ? [{ key: keys[k]!, response: responses[r]! }] : [])
  const missing = keys.filter(k => !k.optional && !mapped.some(m => m.key === k)), spurious = responses.filter(r => !mapped.some(m => m.response === r))
  const alone = (template: OfficialTemplate, side: 'key' | 'response'): Tally => SLOTS.reduce((sum, slot) => plus(sum, side === 'key' ? slotTally(slot, template.slots[slot]!, []) : slotTally(slot, [], template.slots[slot]!)), side === 'key' ? ONE_MISSING : ONE_SPURIOUS)
  const tallies = [...mapped.map(m => tallyPair(m.key, m.response)), ...missing.map(k => alone(k, 'key')), ...spurious.map(r => alone(r, 'response'))]
  return { tally: tallies.reduce(plus, NOTHING), mapped, missing, spurious }
}

/** Recall, precision and F1 in points from summed tallies. */
export function officialPrf([correct = 0, partial = 0, incorrect = 0, spurious = 0, missing = 0]: readonly number[]): { readonly recall: number; readonly precision: number; readonly f1: number } {
  const right = correct + partial / 2, possible = correct + partial + incorrect + missing, actual = correct + partial + incorrect + spurious
  const recall = possible === 0 ? 0 : 100 * right / possible, precision = actual === 0 ? 0 : 100 * right / actual
  return { recall, precision, f1: fMeasure(recall, precision) }
}

const fMeasure = (recall: number, precision: number): number => recall + precision === 0 ? 0 : 2 * recall * precision / (recall + precision)

/** F as the 1992 score reports print it: from recall and precision rounded to whole points, to two decimals. */
export const printedF = (recall: number, precision: number): number => Math.round(100 * fMeasure(Math.round(recall), Math.round(precision))) / 100
