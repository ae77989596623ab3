/** How good one response filler is against one key filler: 1, 0.5 or 0, after the scoring guidelines (version 7) and the scorer's slot configuration. */
import { dayNumber, type Fill } from './key.ts'

export type Credit = 0 | 0.5 | 1
type Kind = 'string' | 'set' | 'number' | 'date' | 'location'

/** The kind of each slot, 2 to 24. */
export const KINDS: readonly (Kind | null)[] = [
  null, null, 'date', 'location', 'set', 'set', 'string', 'set', 'set', 'string', 'string', 'set', 'string', 'set', 'number', 'set', 'set', 'number', 'string', 'string', 'set', 'number', 'set', 'set', 'number',
]

/** Set fills above others: a response that stands above the key's is partly right. From the slot configuration of the MUC-4 scorer. */
const ABOVE: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  4: { ARSON: 'ATTACK', BOMBING: 'ATTACK', KIDNAPPING: 'ATTACK', HIJACKING: 'ATTACK', ROBBERY: 'ATTACK', 'FORCED WORK STOPPAGE': 'ATTACK' },
  7: { 'MACHINE GUN': 'GUN', MORTAR: 'GUN', HANDGUN: 'GUN', RIFLE: 'GUN', BOMB: 'EXPLOSIVE', GRENADE: 'EXPLOSIVE', 'MOLOTOV COCKTAIL': 'EXPLOSIVE', 'VEHICLE BOMB': 'BOMB', DYNAMITE: 'BOMB', MINE: 'BOMB', 'AERIAL BOMB': 'BOMB', MISSILE: 'PROJECTILE', ROCKET: 'PROJECTILE' },
  11: { 'SUSPECTED OR ACCUSED BY AUTHORITIES': 'SUSPECTED OR ACCUSED' },
  13: { 'GOVERNMENT OFFICE OR RESIDENCE': 'POLITICAL FIGURE OFFICE OR RESIDENCE' },
  16: { 'SOME DAMAGE': 'DESTROYED' },
  20: { 'GOVERNMENT OFFICIAL': 'POLITICAL FIGURE', 'FORMER GOVERNMENT OFFICIAL': 'GOVERNMENT OFFICIAL', 'FORMER ACTIVE MILITARY': 'ACTIVE MILITARY' },
  23: { 'NO DEATH': 'NO INJURY', 'NO INJURY OR DEATH': 'NO DEATH' },
}

/** The credit of a response filler (its first value and first tag) in a slot. */
export function creditOf(slot: number, key: Fill, response: Fill): Credit {
  const given = response.values[0] ?? '', kind = KINDS[slot] ?? null
  const bare = kind === null ? 0 : best(key.values.map(value => compare(kind, slot, value, given)))
  return bare === 1 && !tagsAgree(key, response) ? 0.5 : bare
}

function compare(kind: Kind, slot: number, key: string, given: string): Credit {
  if (kind === 'set') return setCredit(slot, key, given)
  if (kind === 'number') return numberCredit(key, given)
  if (kind === 'date') return dateCredit(key, given)
  return kind === 'location' ? locationCredit(key, given) : stringCredit(key, given)
}

const best = (credits: readonly Credit[]): Credit => credits.includes(1) ? 1 : credits.includes(0.5) ? 0.5 : 0

/** Cross-references agree where neither has one, or their strings are at least partly the same. */
function tagsAgree(key: Fill, response: Fill): boolean {
  const given = response.tags[0] ?? '-', expected = key.tags.length === 0 ? ['-'] : key.tags
  return expected.some(tag => tag === given || (tag !== '-' && given !== '-' && stringCredit(tag, given) > 0))
}

function setCredit(slot: number, key: string, given: string): Credit {
  if (key === given) return 1
  for (let above = ABOVE[slot]?.[key]; above !== undefined; above = ABOVE[slot]?.[above]) if (above === given) return 0.5
  return 0
}

/** Half for an anchor of the key's range, or the key's number without its tilde. */
function numberCredit(key: string, given: string): Credit {
  const [a, b] = [key, given].map(n => n.replace(/\s+/g, ''))
  if (a === b) return 1
  return /^\d+$/.test(b!) && a!.split(/[-~]/).includes(b!) ? 0.5 : 0
}

/** [first, last] day; first null where the form is "- DAY". */
function daysOf(text: string): readonly [number | null, number] | null {
  const parts = text.split(/\s*-\s*/), last = dayNumber(parts.at(-1) ?? '')
  if (last === null || parts.length > 2) return null
  return parts.length === 1 ? [last, last] : [parts[0] === '' ? null : dayNumber(parts[0]!), last]
}

/** Guidelines 3.2.2: half where the response is part of the key's range, or looks like a default and shares the key's upper day. */
function dateCredit(key: string, given: string): Credit {
  const a = daysOf(key), b = daysOf(given)
  if (a === null || b === null) return key === given ? 1 : 0
  if (a[0] === b[0] && a[1] === b[1]) return 1
  if (b[0] === null) return a[1] === b[1] ? 0.5 : 0
  const inside = b[1] <= a[1] && (a[0] === null ? b[0] === b[1] : b[0] >= a[0])
  return a[0] !== a[1] && inside ? 0.5 : 0
}

/** Guidelines 3.2.3: half for the country alone or with another place, for one end of a range, and for all but the country. */
function locationCredit(key: string, given: string): Credit {
  const parts = (text: string): readonly string[] => text.split(/\s*:\s*/).map(part => part.replace('(TOWN)', '(CITY)').replace(/\s+/g, ' ').trim())
  const a = parts(key), b = parts(given)
  if (a.join(':') === b.join(':')) return 1
  return a[0] === b[0] || (a.length > 1 && a.slice(1).join(':') === b.slice(1).join(':')) ? 0.5 : 0
}

/** Premodifiers that the scorer drops (its configuration for TST4), and the nationalities that the guidelines call nonessential. */
const PREMODIFIERS: ReadonlySet<string> = new Set('A THE AN THIS THAT THESE THOSE ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN 1 2 3 4 5 6 7 8 9 10 MORE MOST MANY SEVERAL SOME ALL FEW ANY ANOTHER OTHER CERTAIN OF SALVADORAN GUATEMALAN HONDURAN NICARAGUAN COLOMBIAN PERUVIAN CHILEAN BOLIVIAN ECUADORAN ECUADOREAN ARGENTINE ARGENTINIAN MR MRS MISS'.split(' '))
const JOINTS: ReadonlySet<string> = new Set('OF FROM IN AT WITH WHO WHICH WHOSE THAT BELONGING ON NEAR FOR BY'.split(' '))

const wordsOf = (text: string): readonly string[] => text.toUpperCase().replace(/[^\p{L}\p{N}'.,-]+/gu, ' ').split(' ').map(word => word.replace(/^[.,'-]+|[.'-]+$/g, '')).filter(word => word !== '')
const core = (words: readonly string[]): readonly string[] => { const at = words.findIndex(word => !PREMODIFIERS.has(word.replace(',', ''))); return at < 0 ? words : words.slice(at) }

/**
 * Guidelines 3.1.1: full for the same words but for nonessential modifiers, and for more modifiers of the same noun; half for a
 * response that goes beyond the noun phrase, or that is a part of the key's name.
 */
export function stringCredit(key: string, given: string): Credit {
  const a = core(wordsOf(key)).map(bare), raw = core(wordsOf(given)), b = raw.map(bare)
  if (a.length === 0 || b.length === 0) return 0
  if (a.join(' ') === b.join(' ')) return 1
  const at = indexOf(b, a)
  if (at >= 0) return sameNoun(raw, at, a.length) ? 1 : 0.5
  return indexOf(a, b) >= 0 && b.some(word => /\p{L}/u.test(word)) ? 0.5 : 0
}

const bare = (word: string): string => word.replaceAll(',', '')

/** Whether the words around the key's are modifiers: only adjectives and the like before it, and after it nothing or a joint. */
function sameNoun(words: readonly string[], at: number, length: number): boolean {
  const before = words.slice(0, at), after = words.slice(at + length), cut = words.slice(0, at + length).some(word => word.endsWith(','))
  return !cut && !before.some(word => JOINTS.has(word)) && (after.length === 0 || JOINTS.has(after[0]!))
}

function indexOf(whole: readonly string[], part: readonly string[]): number {
  for (let at = 0; at + part.length <= whole.length; at++) if (part.every((word, i) => whole[at + i] === word)) return at
  return -1
}
