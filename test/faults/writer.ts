/** A process to be killed: takes reports in, codes and decides without end, and says what was acknowledged. */
import { openStore } from '../../src/store/index.ts'
import { analysis, event, plainIndex, span } from '../store/made.ts'

const [address = '', schema = '', round = '0'] = process.argv.slice(2)

/** A line on standard output is an acknowledgement; it is written at once, before anything else happens. */
const acknowledge = (kind: string, id: string): void => { process.stdout.write(`${kind} ${id}\n`) }

const store = await openStore(address, { schema, index: plainIndex })
for (let batch = 0; ; batch++) {
  const reports = Array.from({ length: 3 }, (_, i) => `r${round}-${batch}-${i}`).map(id => ({ id, canonical: `https://news.example/${id}`, text: `Report ${id} tells of shelling.` }))
  // Reports of the round before come again, as after a crash: they must not double.
  for (const { id, outcome } of await store.documents.add([...reports, { ...reports[0]!, id: 'again' }])) acknowledge('report', `${id} ${outcome}`)
  await store.analyses.put(reports.map(({ id, text }, i) => analysis(id, text, [event('e1', { day: `2024-01-${String(10 + (batch + i) % 15)}` })])))
  for (const { id } of reports) acknowledge('analysis', id)
  const [decision] = await store.decisions.append([{ id: `decision-${reports[0]!.id}`, kind: 'flag', event: { document: reports[0]!.id, event: 'e1', mention: span('shelling') }, text: 'Look again.', by: 'ana', reason: null }])
  acknowledge('decision', decision!.id)
}
