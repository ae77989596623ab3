/** Which network addresses may be asked: public ones only, unless a host is allowed by name. */
import { lookup as lookupName, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { IngestError } from '../errors.ts'

/** Whether an IP address is public. An IPv4 address inside an IPv6 one (mapped, 6to4, NAT64, Teredo) is judged by itself; what is none is not public. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const ip = ipaddr.process(address)
  if (ip.kind() === 'ipv4') return ip.range() === 'unicast'
  return ip.range() === 'unicast' && within(ip as ipaddr.IPv6, GLOBAL_UNICAST)
}

/** The part of IPv6 that is given out for global unicast (RFC 4291): all else is reserved, local, or carries IPv4 inside. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]
const within = (ip: ipaddr.IPv6, [net, bits]: [ipaddr.IPv6, number]): boolean => ip.match(net, bits)

/** Hosts that may be asked though they are not public, as "localhost" or "10.0.0.7"; given by the person who runs Casus, never by a report. */
export type Allowed = ReadonlySet<string>

const bare = (host: string): string => host.replace(/^\[|\]$/g, '').replace(/\.$/, '').toLowerCase()

/** Parses an address and refuses what is no public web address. Decimal, octal and hexadecimal IPv4 forms are unfolded by URL itself. Throws IngestError. */
export function safeAddress(text: string, allowed: Allowed): URL {
  if (!URL.canParse(text)) throw new IngestError('address-invalid', `${JSON.stringify(text.slice(0, 200))} is no web address. Give one such as https://example.org/page.`)
  const url = new URL(text), host = bare(url.hostname)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new IngestError('address-invalid', `${url.protocol} addresses are not read, only http: and https:.`)
  if (url.username !== '' || url.password !== '') throw new IngestError('address-refused', 'The address carries a name or a password. Leave them out.')
  if (!allowed.has(host) && (LOCAL_NAME.test(host) || (ipaddr.isValid(host) && !isPublic(host)))) throw refused(host)
  return url
}

/** Names that never stand for a public host (RFC 6761, RFC 6762, RFC 8375), and names without a dot. */
const LOCAL_NAME = /^(?!\[)(?:localhost|[^.:]*|.*\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa))$/

const refused = (host: string): IngestError => new IngestError('address-refused', `${host} is in a private or local network and is not asked. If you trust it, allow it by name.`)

type Resolve = (host: string, options: { readonly all: true }, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void

/** A look-up for sockets that lets public addresses through only. It judges the very addresses the socket then uses, so a name that answers otherwise the second time gains nothing. */
export function guardedLookup(allowed: Allowed, resolve: Resolve = (host, options, done) => lookupName(host, options, done)): LookupFunction {
  return (host, options, done) => {
    resolve(host, { all: true }, (error, addresses) => {
      if (error !== null) return done(error, '')
      const good = allowed.has(bare(host)) ? addresses : addresses.filter(a => isPublic(a.address))
      const first = good[0]
      if (first === undefined) return done(refused(host) as unknown as NodeJS.ErrnoException, '')
      if (options.all) (done as unknown as (error: null, all: LookupAddress[]) => void)(null, good)
      else done(null, first.address, first.family)
    })
  }
}
