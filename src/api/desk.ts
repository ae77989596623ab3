/** Serves the desk, the application in the browser: its files as they were built, and its page at the address of every view. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono } from 'hono'
import { packageFile } from '../resources/package.ts'

/** Where a build of the desk lies, from a checkout and from an installation alike; null where there is none. */
export function builtDesk(): string | null {
  const folder = packageFile('dist', 'web')
  return existsSync(join(folder, 'index.html')) ? folder : null
}

/** What pages may load: nothing but what this server gives, no script or style written into a page. */
const PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
/** Names that hold a hash of what is in the file. */
const HASHED = /[-.][\w-]{8,}\.\w+$/

/** Adds the desk below all routes. What is no file and asks for a page gets the page. */
export function addDesk(app: Hono, folder: string): void {
  const files = serveStatic({ root: folder }), page = serveStatic({ root: folder, path: 'index.html' }), last = async (): Promise<void> => {}
  app.get('*', async (c, next) => {
    if (c.req.path.startsWith('/api/')) return await next()
    const file = await files(c, last), found = file ?? (isView(c) ? await page(c, last) : undefined)
    if (!(found instanceof Response)) return await next()
    const kept = file !== undefined && c.req.path.startsWith('/assets/') && HASHED.test(c.req.path)
    const headers = new Headers(found.headers)
    headers.set('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache')
    headers.set('content-security-policy', PAGE_POLICY)
    return new Response(found.body, { status: found.status, headers })
  })
}

const isView = (c: Context): boolean => (c.req.header('accept') ?? '').includes('text/html')
