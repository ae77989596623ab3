/** The learned part of the way from an Analysis to MUC-4's templates: weights of named features, and how they are written. */
import type { Manner, MannerName } from './manner.ts'
import { sumsOf, type Weights } from './softmax.ts'
import { ROLES } from './templates.ts'
import { readTrees, treeRows, type Boosted } from './trees.ts'

/** GTT's roles, and the human targets that are described and not named. */
export const PARTS = [...ROLES, 'Described'] as const
export type PartName = (typeof PARTS)[number]

/** A set fill of the official template: its values, and their weights. */
export interface SetModel { readonly classes: readonly string[]; readonly weights: Weights }

export interface MucModel extends RoleModel {
  /** Whether a template is one of the key's. */
  readonly keep: Weights
  /** How right a place or a day is: not, in part, quite. */
  readonly place: Weights
  readonly day: Weights
  /** By the number of the slot. */
  readonly sets: ReadonlyMap<number, SetModel>
}

export interface RoleModel {
  readonly manner: MannerName
  /** Whether a report tells of any incident, then whether of one of each type. */
  readonly reports: readonly Weights[]
  /** A phrase's part: none, then `PARTS`. */
  readonly roles: Weights
  /** The type of the incident that it has it in. */
  readonly types: Weights
  /** Whether a party is one of the key's, given all the others of the report: by named features, and, unless there are no trees, by numbers. */
  readonly parties: Weights
  readonly trees: Boosted | null
  /** Whether a party belongs to the incident that it was put in, by numbers; or not asked. */
  readonly members: Boosted | null
}

/** Types of GTT's templates that are filled. */
export const FILLED_TYPES = ['attack', 'bombing', 'kidnapping', 'arson', 'robbery', 'forced work stoppage'] as const

/** Log odds of each judge of reports. */
export const leaning = (judges: readonly Weights[], features: readonly string[]): readonly number[] => judges.map(judge => { const [no = 0, yes = 0] = sumsOf(judge, features, 2); return yes - no })

const rounded = (value: number, step: number, most: number): number => Math.max(-most, Math.min(most, Math.round(value / step)))

export const phraseFeatures = (features: readonly string[], leanings: readonly number[], { relevance: [size, most] }: Manner): readonly string[] => [...features, 'constant', `relevant ${rounded(leanings[0] ?? 0, size, most)}`]

export const typeFeatures = (features: readonly string[], role: PartName, leanings: readonly number[]): readonly string[] =>
  [...features, `role ${role}`, ...FILLED_TYPES.flatMap((type, k) => [`type ${type} ${rounded(leanings[k + 1] ?? 0, 1, 5)}`, `type ${type} ${role} ${rounded(leanings[k + 1] ?? 0, 2, 5)}`])]

/** One row a feature: model, feature, weights; the values of a set fill before its own. The manner is told by the file's name. */
export function writeModel({ reports, roles, types, parties, trees, members, keep, place, day, sets }: Omit<MucModel, 'manner'>): string {
  const rows = (name: string, weights: Weights): readonly string[] => [...weights].map(([feature, row]) => `${name}\t${feature}\t${row.join(' ')}`)
  const forest = (name: string, trees: Boosted | null): readonly string[] => (trees === null ? [] : treeRows(trees)).map((row, k) => `${name}\t${k}\t${row.join(' ')}`)
  return [
    ...reports.flatMap((w, k) => rows(`report-${k}`, w)), ...rows('role', roles), ...rows('type', types), ...rows('party', parties), ...forest('tree', trees), ...forest('member', members), ...rows('keep', keep), ...rows('place', place), ...rows('day', day),
    ...[...sets].flatMap(([slot, { classes, weights }]) => [`classes-${slot}\t${classes.join('|')}\t0`, ...rows(`set-${slot}`, weights)]),
  ].join('\n') + '\n'
}

export function readModel(tsv: string, manner: MannerName): MucModel {
  const models = new Map<string, Map<string, readonly number[]>>()
  for (const line of tsv.split('\n')) {
    const [name = '', feature = '', row] = line.split('\t')
    if (row === undefined) continue
    const model = models.get(name) ?? new Map<string, readonly number[]>()
    models.set(name, model.set(feature, row.split(' ').map(Number)))
  }
  const model = (name: string): Weights => models.get(name) ?? new Map()
  const treesOf = (name: string): Boosted | null => models.has(name) ? readTrees([...model(name).values()]) : null
  const slots = [...models.keys()].flatMap(name => name.startsWith('classes-') ? [Number(name.slice(8))] : [])
  return {
    manner, reports: Array.from({ length: FILLED_TYPES.length + 1 }, (_, k) => model(`report-${k}`)), roles: model('role'), types: model('type'), parties: model('party'), trees: treesOf('tree'), members: treesOf('member'), keep: model('keep'), place: model('place'), day: model('day'),
    sets: new Map(slots.map(slot => [slot, { classes: [...model(`classes-${slot}`).keys()][0]!.split('|'), weights: model(`set-${slot}`) }])),
  }
}
