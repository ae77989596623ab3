/** Words for what came of asking and sending. */
import type { Followed, Source, Upload } from '../../api/intake.ts'

const count = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

export function sayFollowed({ outcome, added, message }: Followed): string {
  if (outcome === 'failed') return message ?? 'The feed could not be read.'
  if (outcome === 'list') return `The list named ${count(added, 'new feed')}.`
  if (outcome === 'unchanged' || added === 0) return 'Nothing new in the feed.'
  return `${count(added, 'new report')} from the feed.`
}

/** Reports of a file that are coded, or are to be. */
export const codedOf = ({ outcomes, aside }: Upload): number => Math.max(0, outcomes.added + outcomes.revised - aside)

/** What was taken in of a file, in one line: "4 taken in, 1 known already, 1 set aside". */
export function sayUpload(upload: Upload): string {
  const { outcomes, aside, failed, links, feeds } = upload
  const parts = [
    [codedOf(upload), 'taken in'], [outcomes.known, 'known already'], [outcomes.copy, outcomes.copy === 1 ? 'a copy of a known report' : 'copies of known reports'], [aside, 'set aside'], [outcomes.deleted, 'removed earlier and left out'], [failed, 'refused'],
  ] as const
  const said = [...parts.filter(([n]) => n > 0).map(([n, what]) => `${n.toLocaleString('en')} ${what}`), ...links > 0 ? [`${count(links, 'page')} to fetch`] : [], ...feeds > 0 ? [`${count(feeds, 'feed')} added`] : []]
  return said.length === 0 ? 'Nothing in it could be taken in' : said.join(', ')
}

export type Health = 'followed' | 'paused' | 'failing' | 'new'

/** How a source fares. */
export function healthOf({ kind, enabled, failures, checked }: Source): Health {
  if (failures > 0) return 'failing'
  if (!enabled && kind === 'feed') return 'paused'
  return checked === null ? 'new' : 'followed'
}

/** Why a report was set aside, by the code of the reason. */
export const sayReason = (code: string): string => REASONS[code] ?? code.replaceAll('-', ' ')
const REASONS: Readonly<Record<string, string>> = { language: 'Not in English', 'not-english': 'Not in English', empty: 'No text', short: 'Too short' }

export const saySize = (bytes: number): string => (bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`)

/** What a person can do about a source's error, where something else than waiting helps. */
export const hintOf = (error: string): string | null => (error.includes('private or local network') ? 'Start casus serve with --fetch-host and the name of the host.' : null)
