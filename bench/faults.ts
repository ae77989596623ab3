/** The long form of test/faults.test.ts: `npm run faults -- --rounds 200`; exits 1 where anything was lost or doubled. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killRounds } from '../test/faults/kill.ts'
import { killWorkers } from '../test/faults/workers.ts'
import { dropSchema, newSchema, testPostgres } from '../test/store/postgres.ts'

const { values: { rounds, kills, engine } } = parseArgs({ options: { rounds: { type: 'string', default: '200' }, kills: { type: 'string', default: '20' }, engine: { type: 'string', default: 'both' } } })

const say = (line: string): void => { process.stdout.write(`${line}\n`) }
let failed = false

function tell(what: string, { wrong, ...counts }: { readonly wrong: readonly string[] }): void {
  say(`${what}: ${JSON.stringify(counts)}, ${wrong.length} faults`)
  for (const fault of wrong.slice(0, 20)) say(`  ${fault}`)
  failed ||= wrong.length > 0
}

if (engine !== 'postgres') {
  const folder = mkdtempSync(join(tmpdir(), 'casus-faults-'))
  tell('SQLite, writers killed', await killRounds({ address: join(folder, 'a.casus'), schema: 'casus' }, Number(rounds), say))
  rmSync(folder, { recursive: true })
}
const address = engine === 'sqlite' ? null : await testPostgres()
if (address !== null) {
  const schema = newSchema()
  tell('PostgreSQL, writers killed', await killRounds({ address, schema }, Number(rounds), say))
  await dropSchema(address, schema)
  tell('PostgreSQL, workers killed', await killWorkers({ address, schema }, Number(kills) * 20, Number(kills)))
  await dropSchema(address, schema)
  await dropSchema(address, `${schema}_queue`)
}
process.exitCode = failed ? 1 : 0
