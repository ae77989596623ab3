/** A report that is deleted for good leaves none of its words, anywhere; that and why it was deleted stays. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useStore, type MakeGround } from './ground.ts'
import { eventByHand } from '../../src/core/incidents/index.ts'
import type { Analysis } from '../../src/core/model/index.ts'
import type { Engine } from '../../src/store/engine/engine.ts'
import { analysis, anchor, claim, count, event, party, span, town } from '../support/incident-cases.ts'

/** A word that only the report has. */
export const SECRET = 'Zerubbabel'
const TEXT = `A bomb exploded in the market of El Obeid, said the witness ${SECRET}, who lives beside it.`

function coded(id: string, text: string, words: string): Analysis {
  const told = event('e1', { summary: `${words} saw it`, mentions: [span(`bomb seen by ${words}`)], actors: [party(`${words} gang`)], recipients: [party(`kin of ${words}`, 'CVL')], places: [{ ...town(`Market of ${words}`, 13.18, 30.22), admin1: words }], killed: count(3), claims: [claim(words, 'confirms', 'event'), claim(words, 'denies', 'killed')], weapons: [span(`bomb of ${words}`)] })
  const answer = event('e2', { type: 'COERCE', mode: null, mentions: [span(`arrests of ${words}`, 90)], becauseOf: [{ event: 'e1', kind: 'response', evidence: span(`after ${words} spoke`) }] })
  const made = analysis(id, [told, answer])
  return { ...made, document: { ...made.document, sha256: createHash('sha256').update(text).digest('hex') } }
}

/** Every row of every table in one text. */
async function everything(engine: Engine): Promise<string> {
  const names = engine.name === 'sqlite' ? sql<{ name: string }>`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'document_words%' and name not like 'incident_boxes%'` : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`
  let all = ''
  for (const { name } of (await names.execute(engine.db)).rows) all += JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(engine.db)).rows)
  return all
}

export function eraseContract(make: MakeGround): void {
  describe('deleting for good', () => {
    let engine: () => Promise<Engine>
    const store = useStore(async () => { const ground = await make(); engine = ground.engine; return ground })

    test('no word of the report is left in any table, and the history says that and why', async () => {
      const other = 'A bomb exploded in the market of El Obeid.', secret = coded('secret', TEXT, SECRET), plain = coded('plain', other, 'Plain'), url = `https://news.example/${SECRET}-speaks`
      await store().documents.add([{ id: 'secret', url, canonical: url, title: `${SECRET} speaks`, publisher: 'Evening Post', text: `${TEXT} More.` }, { id: 'plain', text: other }])
      // A text that was changed since stays among the texts.
      await store().documents.add([{ id: 'secret', url, canonical: url, title: `${SECRET} speaks`, text: TEXT }])
      await store().analyses.put([secret, plain])
      await store().incidents.refresh()
      const before = await store().changes.last()
      while (!await store().tasks.refresh()) { /* until nothing is left */ }
      const { rows: tasks } = await store().tasks.query({ size: 1000 }, 'eve'), link = tasks.find(t => t.kind === 'link')!
      const { id: batch } = await store().batches.create({ title: 'Two look', coders: ['ana', 'ben'], tasks: [link.id], by: 'eve' })
      await store().batches.answer(batch, link.id, 'ana', { choice: 'accept', decisions: [{ kind: 'comment', event: anchor(secret, 'e1'), text: `${SECRET}?` }], note: `So says ${SECRET}.` })
      await store().decisions.append([
        { kind: 'comment', event: anchor(secret, 'e1'), text: `Ask ${SECRET} again.`, by: 'ana', reason: null }, { kind: 'merge', a: anchor(secret, 'e1'), b: anchor(plain, 'e1'), by: 'ana', reason: `${SECRET} is sure.` },
        { kind: 'correct', event: anchor(secret, 'e1'), field: 'actors', value: [party(`men of ${SECRET}`)], evidence: [span(SECRET)], by: 'ben', reason: null }, { kind: 'link', from: anchor(secret, 'e2'), to: anchor(plain, 'e1'), link: 'response', by: 'ben', reason: null },
        { kind: 'add', event: { document: 'secret', event: '', mention: span(SECRET, TEXT.indexOf(SECRET)) }, coded: eventByHand({ type: 'ACCUSE', mentions: [span(SECRET, TEXT.indexOf(SECRET))], actors: [party(SECRET)] }), sha256: secret.document.sha256, by: 'ben', reason: null },
      ])
      const { id: review } = await store().reviews.assign('secret', ['ana', 'ben'])
      await store().reviews.submit(review, 'ana', [{ kind: 'comment', event: anchor(secret, 'e1'), text: `${SECRET}!` }])
      const below = await engine()
      expect(await everything(below)).toContain(SECRET)
      await store().documents.delete('secret', 'admin', 'Request 2024/12.', { forGood: true })
      expect(await everything(below)).not.toContain(SECRET)
      await below.close()
      while (!await store().tasks.refresh()) { /* until nothing is left */ }
      expect((await store().batches.get(batch))!.size).toBe(1)

      expect((await store().changes.deletions({ since: 0, kinds: ['document'] })).rows).toMatchObject([{ id: 'secret', by: 'admin', reason: 'Request 2024/12.' }])
      const { incident } = (await store().incidents.of('plain', 'e1'))!
      expect(incident.members).toEqual([{ document: 'plain', event: 'e1' }])
      expect(incident.fields.length).toBeGreaterThan(0)
      const past = (await store().incidents.query({ asOf: { change: before } })).rows.map(r => r.incident)
      expect(past.find(i => i.members.some(m => m.document === 'secret'))).toMatchObject({ type: 'ASSAULT', actors: [], fields: [], summary: expect.stringMatching(/^Withheld/) as string, killed: { min: 3, max: 3 } })
      expect((await store().decisions.query({ filters: [{ field: 'document', op: 'eq', value: 'secret' }] })).rows.map(d => [d.kind, d.by]).sort()).toEqual([['add', 'ben'], ['comment', 'ana'], ['correct', 'ben'], ['link', 'ben'], ['merge', 'ana']])
      expect(await store().check()).toEqual([])
    })

    test('it does not come back, at its address or at another', async () => {
      const url = `https://news.example/${SECRET}-speaks`
      expect((await store().documents.add([{ url, canonical: url, text: 'Other words.' }, { canonical: `https://copy.example/${SECRET}`, text: TEXT }])).map(a => a.outcome)).toEqual(['deleted', 'deleted'])
      expect(await store().documents.at(url)).toBe('secret')
      const below = await engine()
      expect(await everything(below)).not.toContain(SECRET)
      await below.close()
    })
  })
}
