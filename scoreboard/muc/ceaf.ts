/** The metrics of MUC-4's neural line: CEAF-REE (Du et al. 2021, GRIT), CEAF-RME with phi3 (Chen et al. 2023, IterX), and GTT's template mapping (Du et al. 2021). */
import { assign, bestSum } from '../metrics/assignment.ts'
import { normalise, ROLES, type Entity, type RoleFills, type Template } from './templates.ts'

/** What a document adds: right by precision, given, right by recall, expected. */
export type Shares = readonly [rightGiven: number, given: number, rightExpected: number, expected: number]

const clean = (entity: Entity): Entity => entity.map(normalise)

/** GRIT's similarity: 1 where every string given is among the strings expected. */
const covers = (expected: Entity, given: Entity): boolean => given.every(mention => expected.includes(mention))

/** CEAF-REE of one document: entities of each role aligned one to one. */
export function ceafRee(expected: RoleFills, given: RoleFills): Shares {
  let right = 0, all = 0, wanted = 0
  for (const role of ROLES) {
    const gold = expected[role].map(clean), ours = given[role].map(clean)
    right += bestSum(gold.map(g => ours.map(o => covers(g, o) ? 1 : 0)))
    all += ours.length
    wanted += gold.length
  }
  return [right, all, right, wanted]
}

/** A template as IterX scores it: every mention carries the template's type and its role. */
type Marked = readonly Entity[]

const marked = (type: string, { fills }: Template): Marked => ROLES.flatMap(role => fills[role].map(entity => entity.map(mention => JSON.stringify([type, role, normalise(mention)]))))

/** Sum over aligned entities of the strings given that are among those expected. */
const phi3 = (expected: Marked, given: Marked): number => bestSum(expected.map(e => given.map(g => g.filter(mention => e.includes(mention)).length)))

const mentionsIn = (templates: readonly Marked[]): number => templates.reduce((sum, t) => sum + t.reduce((n, entity) => n + entity.length, 0), 0)

/**
 * CEAF-RME with phi3 of one document: templates aligned one to one, the weight of a pair being its own best alignment of entities.
 * A gold template with two types stands once for each; the one that the output fits best is kept for the alignment, and, as
 * published, all of them count as expected where anything was given.
 */
export function ceafRme(expected: readonly Template[], given: readonly Template[]): Shares {
  const ours = given.map(t => marked(t.type, t)).filter(t => t.length > 0)
  const splits = expected.map(t => given.length === 0 || !hasFills(t) ? [marked(t.type, t)] : t.type.split('/').map(type => marked(type.trim(), t)))
  const weights = splits.map(split => split.map(gold => ours.map(o => phi3(gold, o))))
  const kept = weights.map(rows => rows.reduce((best, row) => sum(row) > sum(best) ? row : best))
  const right = bestSum(kept)
  return [right, mentionsIn(ours), right, mentionsIn(splits.flat())]
}

const sum = (row: readonly number[]): number => row.reduce((a, b) => a + b, 0)
const hasFills = ({ fills }: Template): boolean => ROLES.some(role => fills[role].length > 0)

interface Alignment { readonly rightGiven: number; readonly rightExpected: number; readonly pairs: readonly (readonly [given: number, expected: number])[] }

/**
 * GTT's template level: the one-to-one mapping of templates of matching type (the type given is part of the type expected) with the
 * best micro F1 over type and roles. Returns the shares of type and roles together, and those of the type alone.
 */
export function gttTemplates(expected: readonly Template[], given: readonly Template[]): { readonly all: Shares; readonly type: Shares; readonly pairs: Alignment['pairs'] } {
  const size = (t: Template): number => 1 + ROLES.reduce((n, role) => n + t.fills[role].length, 0)
  const allGiven = given.reduce((n, t) => n + size(t), 0), allExpected = expected.reduce((n, t) => n + size(t), 0)
  const best = bestAlignment(expected, given, allGiven, allExpected)
  return {
    all: [best.rightGiven, allGiven, best.rightExpected, allExpected],
    type: [best.pairs.length, given.length, best.pairs.length, expected.length],
    pairs: best.pairs,
  }
}

/** Weights between recall and precision that are tried: the pair of sums with the best F1 is best for one of them, but for ties inside the hull. */
const BALANCES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]

/** Mappings of a document that are tried one by one, at most; beyond that the nine balances stand for them. */
const ALL_MAPPINGS = 200_000

function bestAlignment(expected: readonly Template[], given: readonly Template[], allGiven: number, allExpected: number): Alignment {
  const gains = given.map(g => expected.map(e => e.type.includes(g.type) ? rightsOf(e, g) : null))
  const exact = (expected.length + 1) ** given.length <= ALL_MAPPINGS
  let best: Alignment = { rightGiven: 0, rightExpected: 0, pairs: [] }
  for (const mapping of exact ? allMappings(gains, expected.length) : balancedMappings(gains, allGiven, allExpected)) {
    const pairs = mapping.flatMap((e, g): readonly (readonly [number, number])[] => e >= 0 && gains[g]![e] !== null ? [[g, e]] : [])
    const found = { pairs, rightGiven: sum(pairs.map(([g, e]) => gains[g]![e]![0])), rightExpected: sum(pairs.map(([g, e]) => gains[g]![e]![1])) }
    if (f1(found) > f1(best)) best = found
  }
  return best
  function f1(a: Alignment): number { return sharesF1([a.rightGiven, allGiven, a.rightExpected, allExpected]) }
}

type Gains = readonly (readonly (readonly [number, number] | null)[])[]

/** Every one-to-one mapping of given to expected templates, in the order in which GTT's evaluation walks them: the first of equally good ones counts. */
function* allMappings(gains: Gains, expected: number, mapped: readonly number[] = []): Generator<readonly number[]> {
  if (mapped.length === gains.length) { yield mapped; return }
  for (let e = 0; e < expected; e++) if (!mapped.includes(e)) yield* allMappings(gains, expected, [...mapped, e])
  yield* allMappings(gains, expected, [...mapped, -1])
}

const balancedMappings = (gains: Gains, allGiven: number, allExpected: number): readonly (readonly number[])[] => BALANCES.map(balance =>
  assign(gains.map(row => row.map(g => g === null ? 0 : balance * g[0] / (allGiven || 1) + (1 - balance) * g[1] / (allExpected || 1)))))

/** Right by precision and by recall of a mapped pair, the type counted in both. */
function rightsOf(expected: Template, given: Template): readonly [number, number] {
  let rightGiven = 1, rightExpected = 1
  for (const role of ROLES) {
    const gold = expected.fills[role].map(clean), ours = given.fills[role].map(clean)
    rightGiven += ours.filter(o => gold.some(g => covers(g, o))).length
    rightExpected += gold.filter(g => ours.some(o => covers(g, o))).length
  }
  return [rightGiven, rightExpected]
}

/** F1 in points of summed shares. */
export function sharesF1([rightGiven = 0, given = 0, rightExpected = 0, expected = 0]: readonly number[]): number {
  const precision = given === 0 ? 0 : rightGiven / given, recall = expected === 0 ? 0 : rightExpected / expected
  return precision + recall === 0 ? 0 : 200 * precision * recall / (precision + recall)
}
