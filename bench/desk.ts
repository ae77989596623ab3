/** Makes a store to try the desk with: invented reports, coded and brought together; `--many N` adds N incidents in bulk. `node bench/desk.ts FILE [--many 100000]`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { analyse } from '../src/index.ts'
import { openSqlite } from '../src/store/engine/sqlite.ts'
import { openStore } from '../src/store/index.ts'
import { INVENTED } from './desk/reports.ts'
import { fillStore } from './store/rows.ts'

const { values, positionals: [path = 'try.casus'] } = parseArgs({ allowPositionals: true, options: { many: { type: 'string', default: '0' } } })
const say = (line: string): void => { process.stdout.write(`${line}\n`) }
const folder = join(import.meta.dirname, '..', 'examples'), many = Number(values.many)
const examples = readdirSync(folder).filter(name => name.endsWith('.json')).map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly id: string; readonly text: string })

const store = await openStore(path), engine = await openSqlite(path)
if (many > 0) await fillStore(engine, { reports: Math.ceil(many / 5), events: many, incidents: many }, say)
else for (const report of [...examples, ...INVENTED]) {
  await store.documents.add([report])
  await store.analyses.put([analyse(report)])
}
if (many === 0) await store.incidents.refresh()
await store.tidy()
for (const [name, role] of [['ada', 'editor'], ['ben', 'coder'], ['root', 'admin']] as const) {
  await store.access.putUser(name, role)
  say(`${name} (${role}): ${(await store.access.createToken(name, { label: 'try' })).secret}`)
}
await engine.close()
await store.close()
