/** Grouping around single reports, with all other events on a shelf, gives the groups of all at once. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyIndex, entriesOf, entryFrom, fetchComponents, groupsOf, indexOf, keyOfRef, NO_VERDICTS, profileText, regroup, unsettledBy, type Entry, type Group, type Shelf, type Verdicts } from '../src/core/incidents/index.ts'
import { reachOf } from '../src/core/incidents/buckets.ts'
import { scorePair } from '../src/core/incidents/decide.ts'
import { profilesOf } from '../src/core/incidents/profile.ts'
import { profileFrom } from '../src/core/incidents/profile-text.ts'
import type { Analysis } from '../src/core/model/index.ts'
import { analysis, claim, count, event, lexicon, on, party, span, town } from './support/incident-cases.ts'

const SEED = Number(process.env['SEED'] ?? 20240503), RUNS = Number(process.env['RUNS'] ?? 20)

/** A shelf in memory: one list in the order of places, looked through for each key. */
function memoryShelf(): Shelf & { readonly change: (olds: readonly Entry[], news: readonly Entry[]) => readonly Entry[]; readonly of: (document: string) => readonly Entry[]; readonly all: () => readonly Entry[] } {
  let standing: readonly Entry[] = [], slots = 0
  const before = (a: { readonly rank: number; readonly tie: number }, b: { readonly rank: number; readonly tie: number }): boolean => a.rank < b.rank || (a.rank === b.rank && a.tie < b.tie)
  return {
    near: async (stands, width) => stands.map(stand => {
      const under = standing.filter(e => e.keys.includes(stand.key))
      return [...under.filter(e => before(e, stand)).slice(-width), ...under.filter(e => before(stand, e)).slice(0, width)]
    }),
    find: async refs => { const keys = new Set(refs.map(keyOfRef)); return standing.filter(e => keys.has(e.profile.key)) },
    all: () => standing,
    of: document => standing.filter(e => e.profile.ref.document === document),
    change: (olds, news) => {
      const come = news.map(e => entryFrom(++slots, e.profile.ref, profileText(e.profile)))
      standing = [...standing.filter(e => !olds.includes(e)), ...come].sort((a, b) => before(a, b) ? -1 : 1)
      return come
    },
  }
}

/** Groups kept in step by shelf alone. */
function follower(verdicts: Verdicts): { readonly put: (document: string, analysis: Analysis | null) => Promise<void>; readonly groups: () => readonly Group[] } {
  const shelf = memoryShelf(), groups = new Map<string, Group>()
  return {
    groups: () => [...groups.values()].sort((a, b) => a.id < b.id ? -1 : 1),
    put: async (document, told) => {
      const olds = shelf.of(document), news = told === null ? [] : entriesOf(told, lexicon), lost = new Set(olds.map(e => e.profile.key))
      const touched = await unsettledBy(shelf, olds, news, lexicon), come = shelf.change(olds, news), part = { ...emptyIndex(lexicon), verdicts }, done = new Set<Entry>()
      const before = [...groups.values()].filter(g => g.members.some(m => lost.has(keyOfRef(m))))
      for (let todo: readonly Entry[] = [...touched, ...come, ...await shelf.find(before.flatMap(g => g.members))]; todo.length > 0;) {
        await fetchComponents(shelf, part, todo, done)
        const around = [...groups.values()].filter(g => g.members.some(m => part.entries.has(keyOfRef(m))))
        todo = (await shelf.find(around.flatMap(g => g.members))).filter(e => !done.has(e))
      }
      for (const group of groups.values()) for (const m of group.members) { const e = part.entries.get(keyOfRef(m)); if (e !== undefined) part.groups.set(e, group) }
      const { changed, gone } = regroup(part, done, before)
      for (const id of gone) groups.delete(id)
      for (const group of changed) groups.set(group.id, group)
    },
  }
}

const SIDES = [[], [party('Red Banner Front')], [party('Desert Hawks')], [party('army', 'MIL', null, 'SD')]]
/** Attacks in one town, so many that hardly one meets all others. */
const aReport = fc.array(fc.record({ day: fc.integer({ min: 1, max: 3 }), dated: fc.boolean(), mode: fc.constantFrom('explosives', 'aerial'), side: fc.constantFrom(...SIDES), killed: fc.integer({ min: 0, max: 11 }), word: fc.nat(6) }), { minLength: 1, maxLength: 2 })
const told = (id: string, events: typeof aReport extends fc.Arbitrary<infer T> ? T : never): Analysis => analysis(id, events.map((e, i) => event(`e${i + 1}`, { date: on(`2024-05-0${e.day}`, e.dated), mode: e.mode, actors: e.side, killed: count(e.killed), mentions: [span(`blast ${e.word}`)] })))

/** All pairs that meet and may be one occurrence. */
async function tiesOn(shelf: ReturnType<typeof memoryShelf>): Promise<ReadonlySet<string>> {
  const ties = new Set<string>()
  for (const e of shelf.all()) for (const key of e.keys) for (const other of (await shelf.near([{ key, rank: e.rank, tie: e.tie }], reachOf(key)))[0]!) {
    if (scorePair(e.profile, other.profile, lexicon) > 0) ties.add([e.profile.key, other.profile.key].sort().join('|'))
  }
  return ties
}

describe('a shelf', () => {
  test('reports that come, change and go one by one leave the groups of the rest at once', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(69), aReport, fc.integer({ min: 0, max: 9 })), { minLength: 60, maxLength: 130, size: 'max' }), async acts => {
      const { put, groups } = follower(NO_VERDICTS), now = new Map<string, Analysis>()
      for (const [n, events, fate] of acts) {
        const id = `r${n}`, report = fate === 0 ? null : told(id, events)
        if (report === null) now.delete(id); else now.set(id, report)
        await put(id, report)
      }
      expect(groups()).toEqual([...groupsOf(indexOf(now.values(), lexicon))].sort((a, b) => a.id < b.id ? -1 : 1))
    }), { seed: SEED, numRuns: RUNS, endOnFailure: true })
  })

  test('every pair that a change ties or parts is told of', { timeout: 60_000 }, async () => {
    // Without a day they meet under few keys, which others push them out of.
    const plain = fc.record({ side: fc.constantFrom(...SIDES), killed: fc.integer({ min: 0, max: 2 }), word: fc.nat(2), where: fc.constantFrom(null, 'Unknown Ford') })
    const report = (n: number, e: typeof plain extends fc.Arbitrary<infer T> ? T : never): Analysis => analysis(`r${n}`, [event('e1', { date: null, places: e.where === null ? [] : [town(e.where)], actors: e.side, killed: count(e.killed), mentions: [span(`blast ${e.word}`)] })])
    let shifted = 0
    await fc.assert(fc.asyncProperty(fc.array(plain, { minLength: 40, maxLength: 60, size: 'max' }), fc.array(fc.tuple(fc.nat(59), fc.option(plain, { freq: 2 })), { minLength: 8, maxLength: 12, size: 'max' }), async (first, then) => {
      const shelf = memoryShelf()
      shelf.change([], first.flatMap((e, n) => entriesOf(report(n, e), lexicon)))
      for (const [n, e] of then) {
        const olds = shelf.of(`r${n}`), news = e === null ? [] : entriesOf(report(n, e), lexicon), before = await tiesOn(shelf)
        const touched = new Set([...await unsettledBy(shelf, olds, news, lexicon)].map(t => t.profile.key))
        shelf.change(olds, news)
        const after = await tiesOn(shelf), changed = new Set([...olds, ...news].map(c => c.profile.key))
        for (const tie of new Set([...before, ...after])) {
          if (before.has(tie) && after.has(tie)) continue
          const ends = tie.split('|'), rest = ends.filter(key => !changed.has(key))
          if (rest.length === 2) shifted++
          if (before.has(tie) || rest.length === 2) expect([...touched]).toEqual(expect.arrayContaining(rest))
        }
      }
    }), { seed: SEED, numRuns: RUNS, endOnFailure: true })
    expect(shifted).toBeGreaterThan(20)
  })

  test('a profile comes back from its text as it was, and under the same keys', () => {
    const full = analysis('r1', [event('e1', { places: [town('El Obeid', 13.18, 30.22), town('Unknown Ford')], actors: [party('Red Banner Front')], killed: count(5, null), injured: count(null, 7), claims: [claim('Ministry “of” \\ Health', 'denies', 'killed', null)], weapons: [span('rocket')] }), event('e2', { date: null, places: [], recipients: [] })])
    for (const profile of profilesOf(full, lexicon)) expect(profileFrom(profile.ref, profileText(profile))).toEqual(profile)
  })
})
