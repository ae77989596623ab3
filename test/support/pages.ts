/** Invented pages, feeds and a small web server for the tests of ingest. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const BODY = 'Shells fell on the fishing quarter of Port Amsel before dawn on Tuesday, killing four people and wounding nine, the harbour clinic said. Residents spoke of two volleys a quarter of an hour apart. The coastal command denied that its batteries had fired, and blamed the Reef Brigade, which holds the eastern headland. A spokesman for the brigade called the charge absurd.'

export const page = (title: string, extra = '', head = ''): string => `<!doctype html><html lang="en"><head><title>${title} | Coast Daily</title>${head}</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>${title}</h1><p>${BODY}</p><p>${BODY.replace('Tuesday', 'Wednesday')} The dispatch was headed ${title}.</p>${extra}</article><footer>Subscribe to our newsletter</footer></body></html>`

export const LD = '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Four die in shelling of Port Amsel","datePublished":"2024-03-05T06:30:00+02:00","publisher":{"@type":"Organization","name":"Coast Daily"}}]}</script>'

export interface Site { readonly origin: string; readonly host: string; readonly asked: readonly string[]; readonly close: () => Promise<void> }
export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Serves `paths` on loopback; all else is 404. */
export async function serve(paths: Readonly<Record<string, Answer | string>>): Promise<Site> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const answer = paths[(request.url ?? '').split('?')[0]!]
    if (answer === undefined) { response.statusCode = 404; response.end(); return }
    if (typeof answer === 'string') { response.setHeader('content-type', answer.startsWith('<?xml') ? 'application/xml' : 'text/html; charset=utf-8'); response.end(answer) } else answer(request, response)
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, host: '127.0.0.1', asked, close: () => new Promise(resolve => { server.closeAllConnections(); server.close(() => { resolve() }) }) }
}

export const redirect = (to: string): Answer => (_request, response) => { response.statusCode = 302; response.setHeader('location', to); response.end() }
