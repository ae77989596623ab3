/** "Try it" as a page of its own that needs no server: opened from a disk, it codes a report in the browser. */
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { openCoder, type Coder } from '../engine/coder.ts'
// oxlint-disable-next-line import/default -- the builder makes the worker of the module
import CodingWorker from '../engine/worker.ts?worker&inline'
import { TryIt } from '../reading/try-it.tsx'
import { listen } from '../keys/listener.ts'
import { KEYS } from '../keys/declared.ts'
import { AS_DECLARED } from '../keys/chosen.ts'
import '../looks/tokens.css'
import '../looks/base.css'
import '../looks/parts.css'
import '../looks/reading.css'
import './page.css'

// A page opened from a disk may load no file but scripts: the tables come as one that leaves them here, in base64.
declare global { var casusKnowledge: string | undefined }

let shared: Coder | null = null
const coder = (progress: (share: number) => void): Coder => shared ??= openCoder({ worker: () => new CodingWorker(), pack: loadPack, progress })

function loadPack(): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = 'knowledge.js'
    script.addEventListener('load', () => { const bytes = Uint8Array.from(atob(globalThis.casusKnowledge ?? ''), c => c.charCodeAt(0)); delete globalThis.casusKnowledge; resolve(bytes.buffer) })
    script.addEventListener('error', () => { reject(new Error('The file knowledge.js does not stand beside this page.')) })
    document.head.append(script)
  })
}

const Page = (): ReactNode => (
  <div className="try-page">
    <header><h1>Casus: try it</h1><p className="quiet">Reads a news report of conflict or political violence and writes down what it says happened, with the words it rests on. This page works without a network: nothing you paste leaves it.</p></header>
    <main id="main"><TryIt open={coder} /></main>
    <footer className="quiet">Casus describes what reports say; it does not say what is true. Read the words before you quote a figure.</footer>
  </div>
)

document.documentElement.dataset['theme'] = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
listen(KEYS, AS_DECLARED)
createRoot(document.getElementById('desk')!).render(<StrictMode><Page /></StrictMode>)
