/** How long grouping takes in memory, at several sizes, so that what grows faster than the events shows: `node --max-old-space-size=12000 bench/incidents.ts [--reports N,N]`, five events a report. */
import { parseArgs } from 'node:util'
import { addAnalysis, groupsOf, indexOf, readIncident, settle } from '../src/core/incidents/index.ts'
import { loadIncidentLexicon } from '../src/resources/load.ts'
import { peak, say, seconds, show, type Figure } from './common/figure.ts'
import { madeAnalyses } from './common/made.ts'

const { values } = parseArgs({ options: { reports: { type: 'string', default: '25000,50000,100000' }, json: { type: 'boolean' } } })
const lexicon = loadIncidentLexicon(), EACH = 5, ADDED = 200, READ = 10_000

function measure(reports: number): readonly Figure[] {
  const make = madeAnalyses(reports, EACH), analyses = Array.from({ length: reports }, (_, k) => make(k)), events = reports * EACH
  const from = performance.now(), index = indexOf(analyses, lexicon), took = seconds(from), groups = groupsOf(index)
  say(`${events} events: ${groups.length} incidents, peak ${Math.round(peak())} MB`)
  const one = performance.now()
  for (let k = 0; k < ADDED; k++) addAnalysis(index, make(reports + k))
  const added = seconds(one) * 1000 / ADDED, around = { lexicon, settled: settle([], () => null), reportOf: (id: string) => { const analysis = analyses[Number(id.slice(1))]; return analysis === undefined ? null : { analysis, provenance: null } }, groupOf: () => null }
  const two = performance.now(), some = groups.slice(0, READ)
  for (const group of some) readIncident(group, around)
  const name = `${events / 1000}k events`
  return [
    { name: `${name} grouped`, figure: took, unit: 's', spread: `one measurement; ${(took * 1e6 / events).toFixed(0)} µs an event` },
    { name: `${name}, one report more`, figure: added, unit: 'ms', spread: `mean of ${ADDED}` },
    { name: `${name}, reading an incident`, figure: seconds(two) * 1000 / some.length, unit: 'ms', spread: `mean of ${some.length}` },
  ]
}

show(values.reports.split(',').flatMap(n => measure(Number(n))))
