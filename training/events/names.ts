/** Whether a coded participant and a found one are the same, by the words of their names. */
import type { Participant } from '../../src/core/model/index.ts'
import type { CodedParty } from './coded.ts'

/** Words that many parties share and that alone name none. */
const SHARED = new Set(['the', 'a', 'an', 'of', 'and', 'force', 'forces', 'army', 'military', 'government', 'troops', 'soldiers', 'security', 'group', 'groups', 'militia', 'militants', 'fighters', 'rebels', 'people', 'members', 'personnel', 'officials', 'police', 'state', 'backed'])

const wordsOf = (name: string): readonly string[] => (name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]s\b/g, '').match(/[\p{L}\p{N}]+/gu) ?? [])

/** Equal but for articles, or telling words that one name has all of, or that both have half of. */
export function sameName(a: string, b: string): boolean {
  const plain = (name: string): string => wordsOf(name).filter(w => !['the', 'a', 'an'].includes(w)).join(' ')
  if (plain(a) !== '' && plain(a) === plain(b)) return true
  const x = new Set(wordsOf(a).filter(w => !SHARED.has(w))), y = new Set(wordsOf(b).filter(w => !SHARED.has(w))), both = [...x].filter(w => y.has(w)).length
  return both > 0 && (both === Math.min(x.size, y.size) || 2 * both >= x.size + y.size - both)
}

export const sameParticipant = (coded: CodedParty, found: Participant): boolean => [coded.name, ...coded.aliases].some(n => [found.name, ...found.evidence.map(e => e.exact)].some(m => sameName(n, m)))
