/** Incidents read step by step, by any number of processes, are those that all reports at once give. */
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventByHand, incidentsOf } from '../../src/core/incidents/index.ts'
import type { Analysis, Incident } from '../../src/core/model/index.ts'
import type { NewDecision, Store } from '../../src/store/index.ts'
import { analysis, anchor, count, event, filed, lexicon, on, party, span, town } from '../support/incident-cases.ts'
import type { MakeGround } from './ground.ts'

const SEED = Number(process.env['SEED'] ?? 20240503), RUNS = Number(process.env['RUNS'] ?? 3)
const PLACES = [town('El Obeid', 13.18, 30.22), town('Obeid', 13.19, 30.2), town('Nyala', 12.05, 24.88)], SIDES = [[], [party('Red Banner Front')], [party('army', 'MIL', null, 'SD')]]

/** Reports are known by number; few numbers, so that many are told of twice. */
const REPORTS = 50
const anEvent = fc.record({ place: fc.constantFrom(...PLACES, PLACES[0]!, PLACES[0]!), day: fc.integer({ min: 1, max: 4 }), dated: fc.constantFrom(true, true, false, null), mode: fc.constantFrom('explosives', 'explosives', 'aerial', null), side: fc.constantFrom(...SIDES), killed: fc.option(fc.integer({ min: 0, max: 9 })) })
const act = fc.oneof(
  { weight: 12, arbitrary: fc.record({ does: fc.constant('tell' as const), report: fc.nat(REPORTS), events: fc.array(anEvent, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('delete' as const, 'aside' as const, 'back' as const), report: fc.nat(REPORTS) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('merge' as const, 'merge' as const, 'split' as const, 'reject' as const, 'link' as const, 'add' as const), report: fc.nat(REPORTS), other: fc.nat(REPORTS) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('undo' as const), which: fc.nat(9) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('refresh' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('reopen' as const) }) },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function told(id: string, version: number, events: Extract<Act, { does: 'tell' }>['events']): { readonly text: string; readonly coded: Analysis } {
  const text = `Report ${id}, version ${version}, in words of its own.`
  const coded = analysis(id, events.map((e, i) => event(`e${i + 1}`, {
    places: [e.place], date: e.dated === null ? null : on(`2024-05-0${e.day}`, e.dated), mode: e.mode, actors: e.side, killed: e.killed === null ? null : count(e.killed), mentions: [span(`blast ${e.day}`, 10 * i)],
    becauseOf: i > 0 ? [{ event: 'e1', kind: 'retaliation', evidence: span('in retaliation') }] : [],
  })), `2024-05-0${1 + version % 7}`)
  return { text, coded: { ...coded, document: { ...coded.document, sha256: sha256(text) } } }
}

/** What a report is now, beside the store. */
interface Known { readonly text: string; readonly coded: Analysis; readonly aside: boolean }

function decisionOf(does: string, a: Analysis, b: Analysis): NewDecision {
  const by = { by: 'ana', reason: null }
  if (does === 'add') return { kind: 'add', event: { document: a.document.id, event: '', mention: span('Report') }, coded: eventByHand({ type: 'ASSAULT', mode: 'explosives', mentions: [span('Report')], places: [b.events[0]!.places[0]!], date: b.events[0]!.date }), sha256: a.document.sha256, ...by }
  if (does === 'reject') return { kind: 'reject', event: anchor(a, 'e1'), field: null, ...by }
  return does === 'link' ? { kind: 'link', from: anchor(a, 'e1'), to: anchor(b, 'e1'), link: 'response', ...by } : { kind: does as 'merge' | 'split', a: anchor(a, 'e1'), b: anchor(b, 'e1'), ...by }
}

async function play(make: MakeGround, acts: readonly Act[]): Promise<{ readonly stored: readonly Incident[]; readonly expected: readonly Incident[]; readonly wrong: readonly string[] }> {
  const ground = await make(), known = new Map<string, Known>(), gone = new Set<string>(), made: string[] = []
  let store: Store = await ground.open(), version = 0
  for (const one of acts) {
    // Decisions are about reports that are there.
    const there = [...known.keys()], id = 'other' in one ? there[one.report % there.length] ?? '' : 'report' in one ? `r${one.report}` : '', report = known.get(id)
    if (one.does === 'tell' && !gone.has(id)) {
      const { text, coded } = told(id, ++version, one.events)
      await store.documents.add([{ id, text, publisher: coded.document.publisher, published: coded.document.published }])
      await store.analyses.put([coded])
      known.set(id, { text, coded, aside: report?.aside ?? false })
    } else if (one.does === 'delete' && report !== undefined) { await store.documents.delete(id, 'ana', 'A test.'); known.delete(id); gone.add(id) }
    else if ((one.does === 'aside' || one.does === 'back') && report !== undefined) { await store.documents.setAside(id, one.does === 'aside' ? { code: 'by-hand', reason: 'A test.' } : null); known.set(id, { ...report, aside: one.does === 'aside' }) }
    else if ('other' in one) {
      const other = known.get(there[one.other % there.length] ?? '')
      if (report !== undefined && other !== undefined && report !== other) made.push((await store.decisions.append([decisionOf(one.does, report.coded, other.coded)]))[0]!.id)
    } else if (one.does === 'undo' && made.length > 0) {
      const decision = made.splice(one.which % made.length, 1)[0]!
      await store.decisions.append([{ kind: 'undo', decision, by: 'ana', reason: null }])
    } else if (one.does === 'refresh') await store.incidents.refresh()
    else if (one.does === 'reopen') { await store.close(); store = await ground.open() }
  }
  await store.incidents.refresh()
  const stored: Incident[] = [], reports = [...known.values()].filter(k => !k.aside).map(k => filed({ ...k.coded, document: { ...k.coded.document, text: k.text } }, k.text))
  for await (const { incident } of store.incidents.each()) stored.push(incident)
  const expected = [...incidentsOf(reports, await store.decisions.active(), lexicon).incidents].sort((a, b) => a.id < b.id ? -1 : 1), wrong = await store.check()
  await store.close()
  await ground.clear()
  return { stored, expected: JSON.parse(JSON.stringify(expected)) as Incident[], wrong }
}

export function stepContract(make: MakeGround): void {
  describe('incidents step by step', () => {
    test('whatever is told, changed, deleted and decided, in whatever order, ends with the incidents of all at once', { timeout: 240_000 }, async () => {
      await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 90, maxLength: 150, size: 'max' }), async acts => {
        const { stored, expected, wrong } = await play(make, acts)
        expect(stored).toEqual(expected)
        expect(wrong).toEqual([])
      }), { seed: SEED, numRuns: RUNS, endOnFailure: true })
    })
  })
}
