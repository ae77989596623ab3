/** A store that is fed step by step holds the incidents that all reports at once give, whatever the order and whoever refreshes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyse, readIncidents, type Analysis, type Decision, type Incident, type Report } from '../src/index.ts'
import { openStore, type NewDecision, type Store } from '../src/store/index.ts'

const examples = join(import.meta.dirname, '..', 'examples')
const bundled = readdirSync(examples).filter(name => name.endsWith('.json')).sort().map(name => JSON.parse(readFileSync(join(examples, name), 'utf8')) as Report)
/** The same as others tell it: a copy, and one with a rival toll. */
const RETOLD: readonly Report[] = bundled.flatMap((report, i) => [
  { ...report, id: `${report.id}-copy`, publisher: `Other Paper ${i}`, text: `${report.text}\n\nEnd of report.` },
  { ...report, id: `${report.id}-later`, publisher: `Third Paper ${i}`, text: `${report.text}\n\nOfficials said later that nine people had been killed.` },
])
const reports = [...bundled, ...RETOLD], analyses = reports.map(r => analyse(r, { text: true }))

const sorted = (incidents: Iterable<Incident>): readonly Incident[] => [...incidents].sort((a, b) => a.id < b.id ? -1 : 1)
async function stored(store: Store): Promise<readonly Incident[]> {
  const all: Incident[] = []
  for await (const { incident } of store.incidents.each()) all.push(incident)
  return all
}
/** As the wire has it: what JSON leaves out is not there. */
const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const anchor = (a: Analysis, n: number) => ({ document: a.document.id, event: a.events[n]!.id, mention: a.events[n]!.mentions[0]!, type: a.events[n]!.type })

test('fed in any order, with decisions in between, it ends with the incidents of all at once', { timeout: 60_000 }, async () => {
  for (const turn of [0, 5]) {
    const order = [...analyses.slice(turn), ...analyses.slice(0, turn)], store = await openStore(':memory:')
    await store.documents.add(order.map(a => ({ id: a.document.id, publisher: a.document.publisher, title: a.document.title, published: a.document.published, text: a.document.text! })))
    const [one, two] = [order[0]!, order[1]!]
    for (const analysis of order.slice(0, 6)) { await store.analyses.put([analysis]); await store.incidents.refresh() }
    const made: readonly NewDecision[] = [
      { kind: 'merge', a: anchor(one, 0), b: anchor(two, 0), by: 'ana', reason: null },
      { kind: 'correct', event: anchor(one, 0), field: 'killed', value: { min: 9, max: 9, of: null, evidence: [] }, evidence: [], by: 'ana', reason: null },
      { kind: 'reject', event: anchor(two, 1), field: null, by: 'ben', reason: null },
    ]
    const decisions: readonly Decision[] = await store.decisions.append(made)
    await store.analyses.put(order.slice(6))
    await store.incidents.refresh()
    expect(await stored(store)).toEqual(wire(sorted(readIncidents(order, decisions).incidents)))
    expect((await store.incidents.query({ filters: [{ field: 'killed', op: 'eq', value: 9 }] })).rows.length).toBeGreaterThan(0)
    await store.documents.delete(order[3]!.document.id, 'ana', 'A test.')
    await store.incidents.refresh()
    expect(await stored(store)).toEqual(wire(sorted(readIncidents(order.filter((_, i) => i !== 3), decisions).incidents)))
    expect(await store.check()).toEqual([])
    await store.close()
  }
})
