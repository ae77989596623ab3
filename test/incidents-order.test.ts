/** Incidents do not depend on the order in which reports come, nor on whether they come one by one or at once. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addAnalysis, emptyIndex, groupsOf, incidentsOf, indexOf, removeAnalysis, setVerdicts, settle } from '../src/core/incidents/index.ts'
import type { Analysis, Decision, Incident } from '../src/core/model/index.ts'
import { analysis, anchor, count, decide, event, filed, lexicon, on, party, span, town } from './support/incident-cases.ts'

const SEED = Number(process.env['SEED'] ?? 20240503), RUNS = Number(process.env['RUNS'] ?? 60)
const PLACES = [town('El Obeid', 13.18, 30.22), town('Obeid', 13.19, 30.2), town('Nyala', 12.05, 24.88), town('Unknown Ford')]
const SIDES = [[], [party('Red Banner Front')], [party('Desert Hawks')], [party('army', 'MIL', null, 'SD')]]

const anEvent = fc.record({ place: fc.constantFrom(...PLACES), day: fc.integer({ min: 1, max: 6 }), dated: fc.constantFrom(true, false, null), mode: fc.constantFrom('explosives', 'aerial', null), side: fc.constantFrom(...SIDES), killed: fc.option(fc.integer({ min: 0, max: 9 })) })
const aReport = fc.array(anEvent, { minLength: 1, maxLength: 3 })
const reportsOf = (list: readonly (readonly { readonly place: typeof PLACES[number]; readonly day: number; readonly dated: boolean | null; readonly mode: string | null; readonly side: typeof SIDES[number]; readonly killed: number | null }[])[]): readonly Analysis[] => list.map((events, k) => analysis(`r${k}`, events.map((e, i) => event(`e${i + 1}`, {
  places: [e.place], date: e.dated === null ? null : on(`2024-05-0${e.day}`, e.dated), mode: e.mode, actors: e.side, killed: e.killed === null ? null : count(e.killed),
  becauseOf: i > 0 && e.killed === 3 ? [{ event: 'e1', kind: 'retaliation', evidence: span('in retaliation') }] : [],
})), `2024-05-0${1 + k % 7}`))

/** A few merges and splits between reports chosen by number. */
function decisionsOn(reports: readonly Analysis[], picks: readonly (readonly [number, number, boolean])[]): readonly Decision[] {
  return picks.flatMap(([i, j, merge]) => { const a = reports[i % reports.length]!, b = reports[j % reports.length]!; return a === b ? [] : [decide({ kind: merge ? 'merge' : 'split', a: anchor(a, 'e1'), b: anchor(b, 'e1') })] })
}
const somePicks = fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.boolean()), { maxLength: 4 })

const shuffled = <T>(list: readonly T[], by: readonly number[]): readonly T[] => list.map((x, i) => [by[i % by.length]! * 31 + i * by[0]! % 17, x] as const).toSorted((a, b) => a[0] - b[0]).map(([, x]) => x)
const all = (reports: readonly Analysis[], decisions: readonly Decision[]): readonly Incident[] => [...incidentsOf(reports.map(a => filed(a)), decisions, lexicon).incidents]

describe('order', () => {
  test('shuffled reports and decisions give the same incidents, ids too', () => {
    fc.assert(fc.property(fc.array(aReport, { minLength: 2, maxLength: 30 }), somePicks, fc.array(fc.nat(1000), { minLength: 3, maxLength: 30 }), (list, picks, by) => {
      const reports = reportsOf(list), decisions = decisionsOn(reports, picks)
      expect(all(shuffled(reports, by), shuffled(decisions, by))).toEqual(all(reports, decisions))
    }), { seed: SEED, numRuns: RUNS })
  })
})

describe('step by step', () => {
  test('adding, replacing and removing reports gives the groups of the rest at once', () => {
    fc.assert(fc.property(fc.array(aReport, { minLength: 2, maxLength: 40 }), somePicks, fc.array(fc.nat(39), { maxLength: 8 }), (list, picks, gone) => {
      const reports = reportsOf(list), index = emptyIndex(lexicon), known = new Map<string, string>()
      const verdicts = settle(decisionsOn(reports, picks), id => reports.find(r => r.document.id === id) ?? null).verdicts
      const follow = ({ changed, gone: ids }: ReturnType<typeof addAnalysis>): void => { for (const id of ids) known.delete(id); for (const g of changed) known.set(g.id, g.members.map(m => m.document + m.event).join()) }
      for (const [i, r] of reports.entries()) { follow(addAnalysis(index, r)); if (i === 1) follow(setVerdicts(index, verdicts)); if (i % 5 === 3) follow(addAnalysis(index, reports[i - 2]!)) }
      for (const i of gone) follow(removeAnalysis(index, `r${i}`))
      const groups = groupsOf(index)
      expect(groups).toEqual(groupsOf(indexOf(reports.filter((_, i) => !gone.includes(i)), lexicon, verdicts)))
      expect([...known].sort()).toEqual(groups.map(g => [g.id, g.members.map(m => m.document + m.event).join()]).sort())
    }), { seed: SEED, numRuns: RUNS })
  })

  test('a bucket of more events than are compared changes nothing of that', () => {
    const many = Array.from({ length: 150 }, (_, i) => analysis(`r${String(i * 37 % 150).padStart(3, '0')}`, [event('e1', { killed: count(i % 11), mode: i % 3 === 0 ? 'aerial' : 'explosives', mentions: [span(`blast ${i % 7}`)], actors: SIDES[i % 4]! })]))
    const index = emptyIndex(lexicon)
    for (const r of many) addAnalysis(index, r)
    for (const r of many.slice(0, 30)) removeAnalysis(index, r.document.id)
    expect(groupsOf(index)).toEqual(groupsOf(indexOf(many.slice(30).toReversed(), lexicon)))
  })
})
