/** What the commands that read from the network share: their options, and how an intake is made from them. */
import type { IntakeOptions, PageReader } from '../ingest/index.ts'
import { loadTables } from '../resources/load.ts'
import type { Invocation, Option } from './options.ts'
import { version } from '../resources/version.ts'

export const PACE: Option = { name: 'pace', value: 'SECONDS', help: 'Seconds between two requests to one host. Default: 2, or what its robots.txt asks for.', check: value => (/^\d{1,4}(\.\d+)?$/.test(value) ? null : `${JSON.stringify(value)} is no number of seconds.`) }

export const NETWORK: readonly Option[] = [
  { name: 'allow-host', value: 'HOST', help: 'A host in your own network that may be asked; may be given several times. Private and local addresses are refused otherwise.' },
  PACE,
]

export async function intakeOptions(given: Invocation, pages: PageReader, hear: Pick<IntakeOptions, 'failed' | 'progress'>): Promise<IntakeOptions> {
  const { trackingOf } = await import('../ingest/index.ts'), pace = given.text('pace')
  const network = { userAgent: `casus/${version()}`, allowed: new Set(given.texts('allow-host').map(h => h.toLowerCase())), ...(pace === null ? {} : { pace: Number(pace) * 1000 }) }
  return { ...hear, pages, network, tracking: trackingOf(loadTables()['tracking-parameters.tsv'] ?? '') }
}
