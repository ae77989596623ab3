/** What shows that two accounts tell of two acts, though they are told alike: sums of many acts, acts of long ago, other dead. */
import { childrenWith } from './arguments.ts'
import type { Profile } from './profile.ts'
import { entityAt, lemmaAt, type Reading } from './reading.ts'

/** "Since January attacks in the north have killed 200" beside an attack that killed four: the sum of many acts is not the toll of one; but "have killed 40 since Friday" may be that of a battle with no toll of its own. */
export const isGrandTotal = (a: Profile, b: Profile): boolean => isSumOver(a, b) || isSumOver(b, a)
const isSumOver = (one: Profile, all: Profile): boolean => all.sum && !one.sum && all.tense === 'perfect' && !all.account.anaphoric && sizeOf(one.killed) > 0 && sizeOf(all.killed) >= FOLD * sizeOf(one.killed)
const sizeOf = (toll: Profile['killed']): number => toll?.[1] ?? toll?.[0] ?? 0
/** How many times the toll of one act a sum of many is at least. */
const FOLD = 3

/** "The killing of the chairman. A shepherd was killed": two told of one dead each, the second brought in anew as somebody else. A headline's victim comes in anew as well. */
export function isNewVictim(r: Reading, a: Profile, b: Profile): boolean {
  const one = (p: Profile): number => { const [head, ...more] = p.account.recipients; return head !== undefined && more.length === 0 && /^NNP?$/.test(r.syntax.xpos[head] ?? '') && !/^(?:place|facility)$/.test(entityAt(r, head)?.kind ?? '') ? head : -1 }, dead = (p: Profile): boolean => p.killed?.[0] === 1 && p.killed[1] === 1
  const x = dead(a) || a.killed === null && a.account.main.lexeme.frame === 'n-of' && /^(?:killing|murder|assassination)$/.test(a.lemma) ? one(a) : -1, y = dead(b) ? one(b) : -1
  return x >= 0 && y >= 0 && !a.headline && b.account.sentence > a.account.sentence && lemmaAt(r, x) !== lemmaAt(r, y) && childrenWith(r.syntax, y, 'det').some(c => /^(?:a|an|another)$/.test(lemmaAt(r, c))) && !childrenWith(r.syntax, x, 'det').some(c => /^(?:a|an)$/.test(lemmaAt(r, c)))
}

/** "In 2022 another senator was killed": a sentence that opens with a time weeks before the report's day goes back to another act than the one told before, which has no such day. A noun may look back on what is told next ("the killing of the priest. In March he was found dead"), unless the words set it apart. And what a report goes on to tell behind "the 2008 killing of a deputy" is of its own day. */
export function isLongBefore(r: Reading, a: Profile, b: Profile): boolean {
  if (b.account.sentence <= a.account.sentence || b.account.anaphoric) return false
  if (a.account.type === 'ASSAULT' && a.account.main.nominal && !b.account.main.nominal && isLongAgo(r, a) && b.days === null && b.places.length > 0) return true
  if (!isLongAgo(r, b) || a.days !== null || a.account.main.nominal && !b.apart.has('other')) return false
  const { first } = r.text.sentences[b.account.sentence]!
  return b.account.times.some(t => t.distance < ATTACHED && r.times[t.index]!.start <= (r.text.tokens[first + OPENING]?.start ?? Infinity))
}
const isLongAgo = (r: Reading, { days }: Profile): boolean => r.published !== null && days?.attached === true && (Date.parse(r.published.slice(0, 10)) - Date.parse(days.last)) / DAY > LONG
/** Milliseconds of a day, days by which a report looks back, and the clause distance within which a time is an act's own. */
const DAY = 86_400_000, LONG = 45, ATTACHED = 0.5

/** Tokens from a sentence's first within which a time opens it. */
const OPENING = 5
