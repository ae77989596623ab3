/** A worker of a shared store to be killed: codes, slowly, with the coder of the tests. */
import { openStore } from '../../src/store/index.ts'
import { work } from '../../src/work/work.ts'
import { plainIndex } from '../store/made.ts'

const [address = '', schema = ''] = process.argv.slice(2)
const store = await openStore(address, { schema, index: plainIndex })
await work(store, address, { schema, threads: 2, coder: new URL('../work/coder.ts', import.meta.url) })
await store.close()
