/** MUC-4 templates with five roles, as GTT and GRIT publish them: the gold files, and the raw output files of those systems. */

export const ROLES = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const
export type Role = (typeof ROLES)[number]

/** An entity is the strings that may stand for it. */
export type Entity = readonly string[]
export type RoleFills = Readonly<Record<Role, readonly Entity[]>>
/** `type` as written: "bombing", or "bombing / attack" where the key allows either. */
export interface Template { readonly type: string; readonly fills: RoleFills }

export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly templates: readonly Template[]
  /** The fills of all templates together, by role. */
  readonly merged: RoleFills
}

const byRole = (fill: (role: Role) => readonly Entity[]): RoleFills => ({ PerpInd: fill('PerpInd'), PerpOrg: fill('PerpOrg'), Target: fill('Target'), Victim: fill('Victim'), Weapon: fill('Weapon') })

type RawEntity = readonly (readonly [string, number] | string)[]
type RawFills = Readonly<Record<string, readonly RawEntity[] | string>>
interface RawGold { readonly docid: string; readonly doctext: string; readonly templates?: readonly RawFills[]; readonly extracts?: RawFills }

/** Reads a gold file, one JSON document a line. GTT's files hold `templates`, GRIT's `extracts`; what is not there is made from what is. */
export function readGold(text: string): readonly GoldDocument[] {
  return text.split('\n').filter(line => line.trim() !== '').map(line => {
    const raw = JSON.parse(line) as RawGold
    const templates = distinct((raw.templates ?? []).map(templateOf).map(t => ({ ...t, fills: withoutEmpty(t.fills) })))
    return { id: raw.docid, text: raw.doctext, templates, merged: raw.extracts === undefined ? merge(templates) : withoutEmpty(fillsOf(raw.extracts)) }
  })
}

/** Ids in the output files: the last digit of the set before four digits of the message, as in "30001" for TST3-MUC4-0001. */
export function outputId(id: string): string {
  const parts = id.split('-')
  return String(Number(parts[0]!.slice(-1)) * 10000 + Number(parts.at(-1)))
}

/** GTT's raw output: for each document `pred_templates`. A type that is no string is an attack, as GTT counts it. */
export function readTemplatesOutput(text: string): ReadonlyMap<string, readonly Template[]> {
  const raw = JSON.parse(text) as Readonly<Record<string, { readonly pred_templates: readonly RawFills[] }>>
  return new Map(Object.entries(raw).map(([id, { pred_templates }]) => [id, pred_templates.map(templateOf)]))
}

/** GRIT's raw output: for each document `pred_extracts`. */
export function readExtractsOutput(text: string): ReadonlyMap<string, RoleFills> {
  const raw = JSON.parse(text) as Readonly<Record<string, { readonly pred_extracts: RawFills }>>
  return new Map(Object.entries(raw).map(([id, { pred_extracts }]) => [id, fillsOf(pred_extracts)]))
}

const templateOf = (raw: RawFills): Template => ({ type: typeof raw['incident_type'] === 'string' ? raw['incident_type'] : 'attack', fills: fillsOf(raw) })

function fillsOf(raw: RawFills): RoleFills {
  const entities = (role: Role): readonly Entity[] => {
    const given = raw[role] ?? raw[role.toLowerCase()] ?? []
    return typeof given === 'string' ? [] : given.map(entity => entity.map(mention => typeof mention === 'string' ? mention : mention[0]))
  }
  return byRole(entities)
}

// Gold files are read without entities that have no string left; output files are counted as they are.
const withoutEmpty = (fills: RoleFills): RoleFills => byRole(role => fills[role].filter(entity => entity.length > 0))

function distinct(templates: readonly Template[]): readonly Template[] {
  const seen = new Set<string>()
  return templates.filter(t => { const key = JSON.stringify(t); return !seen.has(key) && seen.add(key) })
}

/** The fills of several templates as one, as GRIT's preprocessing merges them: an entity whose strings are all in another's, or the other way round, is not taken again. */
export function merge(templates: readonly Template[]): RoleFills {
  const within = (a: Entity, b: Entity): boolean => a.every(m => b.includes(m))
  const all = (role: Role): readonly Entity[] => {
    const kept: Entity[] = []
    for (const template of templates) for (const entity of template.fills[role]) if (!kept.some(k => within(entity, k) || within(k, entity))) kept.push(entity)
    return kept
  }
  return byRole(all)
}

/** Lower case, without ASCII punctuation, articles and surplus spaces, as GRIT, GTT and IterX compare strings. */
export const normalise = (text: string): string => text.toLowerCase().replace(/[!-/:-@[-`{-~]/g, '').replace(/(?<![\p{L}\p{N}_])(a|an|the)(?![\p{L}\p{N}_])/gu, ' ').split(/\s+/).filter(word => word !== '').join(' ')
