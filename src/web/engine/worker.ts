/** Codes reports on a thread of the browser: nothing leaves the machine. */
import { assembleKnowledge, explainReport, type Knowledge } from '../../core/index.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { readPack } from './pack.ts'

const say = (message: FromWorker): void => { postMessage(message) }
let knowledge: Promise<Knowledge> | null = null

addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data
  if (message.kind === 'load') load(message.pack)
  else void code(message)
})

function load(pack: ArrayBuffer): void {
  knowledge = unpack(pack)
  knowledge.then(({ version }) => { say({ kind: 'ready', version }) }, (thrown: unknown) => { say({ kind: 'failed', ask: null, message: messageOf(thrown) }) })
}

async function unpack(pack: ArrayBuffer): Promise<Knowledge> {
  const stream = new Blob([pack]).stream().pipeThrough(new DecompressionStream('gzip'))
  return assembleKnowledge({ ...readPack(new Uint8Array(await new Response(stream).arrayBuffer())), imported: null })
}

async function code({ ask, report }: Extract<ToWorker, { kind: 'code' }>): Promise<void> {
  try {
    if (knowledge === null) throw new Error('The tables and models are not loaded.')
    const known = await knowledge, started = performance.now(), explained = explainReport(report, known, { text: true, markup: true })
    say({ kind: 'coded', ask, explained, milliseconds: performance.now() - started })
  } catch (thrown) { say({ kind: 'failed', ask, message: messageOf(thrown) }) }
}

const messageOf = (thrown: unknown): string => thrown instanceof Error ? thrown.message : String(thrown)
