/** Whether a site lets robots read a page, and how long to wait between two pages of one host. */
import robotsModule from 'robots-parser'
import { IngestError } from '../errors.ts'
import { fetchAddress, type FetchOptions } from './fetch.ts'

interface Robot { readonly isDisallowed: (url: string, agent?: string) => boolean | undefined; readonly getCrawlDelay: (agent?: string) => number | undefined }
/** The package is CommonJS, and its types say otherwise. */
const robotsParser = robotsModule as unknown as (url: string, text: string) => Robot

/** Least milliseconds between two requests to one host, and the longest wait a site can ask for. */
const PACE = 2000, MAX_PACE = 60_000
/** Sites whose robots.txt is held. */
const HELD = 500
const MAX_ROBOTS = 500_000

export interface Manners {
  /** Waits for the host's turn; throws IngestError robots-refused where the page may not be read. */
  readonly permit: (url: URL) => Promise<void>
}

export interface MannersOptions extends Omit<FetchOptions, 'permit' | 'etag' | 'lastModified'> {
  /** Milliseconds between two requests to one host; default 2000. */
  readonly pace?: number
  readonly now?: () => number
  readonly wait?: (ms: number) => Promise<void>
}

/** One set of manners for a run: remembers robots.txt by site and the last request by host. */
export function mannersOf(options: MannersOptions): Manners {
  const { pace = PACE, now = Date.now, wait = ms => new Promise<void>(resolve => { setTimeout(resolve, ms) }) } = options
  const sites = new Map<string, Promise<Robot | null>>(), free = new Map<string, number>()
  const robot = (origin: string): Promise<Robot | null> => {
    const known = sites.get(origin) ?? readRobots(origin, options)
    if (!sites.has(origin) && sites.size >= HELD) sites.delete(sites.keys().next().value!)
    sites.set(origin, known)
    return known
  }
  return {
    permit: async url => {
      const rules = await robot(url.origin)
      if (rules?.isDisallowed(url.href, options.userAgent) === true) throw new IngestError('robots-refused', `${url.host} asks robots not to read ${url.pathname}.`)
      const least = Math.min(MAX_PACE, Math.max(pace, (rules?.getCrawlDelay(options.userAgent) ?? 0) * 1000)), turn = Math.max(now(), free.get(url.host) ?? 0)
      free.set(url.host, turn + least)
      if (turn > now()) await wait(turn - now())
    },
  }
}

/** robots.txt of a site. As RFC 9309 says: none where the site has none; all is closed while the site answers with errors of its own. */
async function readRobots(origin: string, options: FetchOptions): Promise<Robot | null> {
  const address = `${origin}/robots.txt`
  try {
    const { body } = await fetchAddress(address, { ...options, maxBytes: MAX_ROBOTS })
    return robotsParser(address, Buffer.from(body).toString('utf8'))
  } catch (thrown) {
    const { code, message } = thrown as IngestError
    if (code === 'fetch-status' && / answered 4\d\d /.test(message)) return null
    if (code === 'fetch-status') return robotsParser(address, 'User-agent: *\nDisallow: /')
    throw thrown
  }
}
