/** How addresses are kept: as they are, or, of a report that was deleted for good, as a hash that still recognises them. */
import { createHash } from 'node:crypto'

export const hashedAddress = (address: string): string => `sha256:${createHash('sha256').update(address, 'utf8').digest('hex')}`

/** The forms in which an address may be kept. */
export const formsOf = (address: string): readonly [string, string] => [address, hashedAddress(address)]
