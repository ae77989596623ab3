/** The learned part of the way from an Analysis to MUC-4's templates: weights of named features, and how they are written. */
import { sumsOf, type Weights } from './softmax.ts'
import { ROLES } from './templates.ts'

/** GTT's roles, and the human targets that are described and not named. */
export const PARTS = [...ROLES, 'Described'] as const
export type PartName = (typeof PARTS)[number]

export interface RoleModel {
  /** Whether a report tells of any incident, then whether of one of each type. */
  readonly reports: readonly Weights[]
  /** A phrase's part: none, then `PARTS`. */
  readonly roles: Weights
  /** The type of the incident that it has it in. */
  readonly types: Weights
}

/** Types of GTT's templates that are filled. */
export const FILLED_TYPES = ['attack', 'bombing', 'kidnapping', 'arson', 'robbery', 'forced work stoppage'] as const

/** Log odds of each judge of reports. */
export const leaning = (judges: readonly Weights[], features: readonly string[]): readonly number[] => judges.map(judge => { const [no = 0, yes = 0] = sumsOf(judge, features, 2); return yes - no })

const rounded = (value: number, step: number, most: number): number => Math.max(-most, Math.min(most, Math.round(value / step)))

export const phraseFeatures = (features: readonly string[], leanings: readonly number[]): readonly string[] => [...features, 'constant', `relevant ${rounded(leanings[0] ?? 0, 1, 4)}`]

export const typeFeatures = (features: readonly string[], role: PartName, leanings: readonly number[]): readonly string[] =>
  [...features, `role ${role}`, ...FILLED_TYPES.flatMap((type, k) => [`type ${type} ${rounded(leanings[k + 1] ?? 0, 1, 5)}`, `type ${type} ${role} ${rounded(leanings[k + 1] ?? 0, 2, 5)}`])]

/** One row a feature: model, feature, weights. */
export function writeModel({ reports, roles, types }: RoleModel): string {
  const rows = (name: string, weights: Weights): readonly string[] => [...weights].map(([feature, row]) => `${name}\t${feature}\t${row.join(' ')}`)
  return [...reports.flatMap((w, k) => rows(`report-${k}`, w)), ...rows('role', roles), ...rows('type', types)].join('\n') + '\n'
}

export function readModel(tsv: string): RoleModel {
  const models = new Map<string, Map<string, readonly number[]>>()
  for (const line of tsv.split('\n')) {
    const [name = '', feature = '', row] = line.split('\t')
    if (row === undefined) continue
    const model = models.get(name) ?? new Map<string, readonly number[]>()
    models.set(name, model.set(feature, row.split(' ').map(Number)))
  }
  const model = (name: string): Weights => models.get(name) ?? new Map()
  return { reports: Array.from({ length: FILLED_TYPES.length + 1 }, (_, k) => model(`report-${k}`)), roles: model('role'), types: model('type') }
}
