/** The engine in the page: loads tables and models once, when first asked, and codes reports on a worker. */
import type { Explained, Report } from '../../core/index.ts'
import type { FromWorker, ToWorker } from './messages.ts'

export interface Coded { readonly explained: Explained; readonly milliseconds: number }

export interface Coder {
  /** Rejects with an Error whose message is for the reader. */
  readonly code: (report: Report) => Promise<Coded>
  readonly close: () => void
}

export interface CoderParts {
  readonly worker: () => Worker
  /** The gzipped pack; told how much of it has come, 0 to 1. */
  readonly pack: (progress: (share: number) => void) => Promise<ArrayBuffer>
  readonly progress: (share: number) => void
}

interface Waiting { readonly resolve: (coded: Coded) => void; readonly reject: (error: Error) => void }

export function openCoder({ worker, pack, progress }: CoderParts): Coder {
  const waiting = new Map<number, Waiting>()
  let running: Promise<Worker> | null = null, asked = 0
  const start = async (): Promise<Worker> => {
    const bytes = await pack(progress), thread = worker()
    await ready(thread, bytes)
    thread.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => { settle(data, waiting) })
    return thread
  }
  return {
    code: async report => {
      running ??= start()
      const thread = await running.catch((thrown: unknown) => { running = null; throw thrown }), ask = ++asked
      return await new Promise<Coded>((resolve, reject) => { waiting.set(ask, { resolve, reject }); post(thread, { kind: 'code', ask, report }) })
    },
    close: () => { void running?.then(thread => { thread.terminate() }, () => undefined) },
  }
}

const post = (thread: Worker, message: ToWorker, hand: Transferable[] = []): void => { thread.postMessage(message, hand) }

function ready(thread: Worker, pack: ArrayBuffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const heard = ({ data }: MessageEvent<FromWorker>): void => {
      thread.removeEventListener('message', heard)
      if (data.kind === 'failed') { thread.terminate(); reject(new Error(data.message)) } else resolve()
    }
    thread.addEventListener('message', heard)
    thread.addEventListener('error', () => { reject(new Error('The browser could not start the part of the page that codes.')) }, { once: true })
    post(thread, { kind: 'load', pack }, [pack])
  })
}

function settle(message: FromWorker, waiting: Map<number, Waiting>): void {
  if (message.kind === 'ready' || message.ask === null) return
  const asked = waiting.get(message.ask)
  waiting.delete(message.ask)
  if (message.kind === 'coded') asked?.resolve(message)
  else asked?.reject(new Error(message.message))
}

/** Fetches a file of this page's own origin and tells how much has come. */
export async function fetchPack(address: string, progress: (share: number) => void): Promise<ArrayBuffer> {
  const response = await fetch(address)
  if (!response.ok || response.body === null) throw new Error(`The tables and models did not come: ${response.status} ${response.statusText}.`)
  const length = Number(response.headers.get('content-length') ?? 0), parts: Uint8Array<ArrayBuffer>[] = []
  let come = 0
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    come += value.length
    progress(length > 0 ? Math.min(1, come / length) : 0)
  }
  return await new Blob(parts).arrayBuffer()
}
