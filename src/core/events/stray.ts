/** Gives tolls that stand in no act's own sentence to the act told before them. */
import type { Account } from './account.ts'
import type { EventType } from '../model/index.ts'
import { isCumulative, isPart, isTold, isUnreal } from './losses.ts'
import { sideOf } from './profile.ts'
import { entityAt, lemmaAt, type Reading } from './reading.ts'
import type { Toll } from './toll.ts'

const OUTCOME = new Set(['kill', 'hurt', 'die'])

/** Per event of `kept` the tolls that no event holds and that its words stand nearest before. Tolls of acts in `dropped` stay where they are; losses that were let go with such acts are another event's only in a sentence that tells of it. */
export function strayTolls(r: Reading, tolls: readonly Toll[], kept: readonly (readonly Account[])[], dropped: readonly (readonly Account[])[]): readonly (readonly Toll[])[] {
  const isAct = (a: Account): boolean => a.triggers.some(t => !OUTCOME.has(t.lexeme.frame) && !r.lexicon.lists['loss-noun'].has(t.lexeme.words.at(-1) ?? '')), acts = (accounts: readonly Account[]): readonly Account[] => accounts.filter(a => isUnreal(a) || isAct(a)), tollsOf = (accounts: readonly Account[]): readonly Toll[] => accounts.flatMap(a => a.tolls)
  // "Nobody was hit": what was let go tells of no act of its own whose losses these could be.
  const nil = (toll: Toll): boolean => toll.max === 0, held = new Set([...kept.flatMap(tollsOf), ...dropped.map(acts).flatMap(tollsOf).filter(t => !nil(t))]), aside = new Set(dropped.filter(c => c.some(isAct)).flatMap(tollsOf))
  const out: Toll[][] = kept.map(() => []), told = toldBySentence(r, kept)
  for (const toll of tolls) {
    if (held.has(toll) || toll.kind === 'detained' || isCumulative(r, toll) || isPart(r, toll) || isOfAnother(r, toll)) continue
    const owner = ownerOf(r, toll, told, !aside.has(toll) ? !nil(toll) && isTold(r, toll) ? FAR : BACK : nil(toll) ? 1 : 0)
    if (owner >= 0) out[owner]!.push(toll)
  }
  return out
}

/** "Another hostage was killed in 2013" behind a kidnapping: whoever else was killed, it was not in what is told before. */
const isOfAnother = (r: Reading, { of, max }: Toll): boolean => max === 1 && of.some(h => (r.syntax.children[h] ?? []).some(c => r.syntax.upos[c] === 'DET' && r.lexicon.apart.get(lemmaAt(r, c)) === 'other'))

/** Modes of force that kill nobody by themselves. */
const BLOODLESS = new Set(['abduct', 'destroy', 'sexual'])

/** Where a sentence tells of an event of force or protest. */
interface Told { readonly event: number; readonly start: number; readonly type: EventType; /** An act that kills nobody by itself: houses are burned, men taken away. */ readonly bloodless: boolean; /** Of an act whose dead are counted. */ readonly counted: boolean; /** Only named as what another act answers. */ readonly answered: boolean; /** Of the police, or against a crowd. */ readonly police: boolean }

function toldBySentence(r: Reading, kept: readonly (readonly Account[])[]): ReadonlyMap<number, readonly Told[]> {
  const out = new Map<number, Told[]>()
  for (const [event, accounts] of kept.entries()) for (const account of accounts) {
    const counted = accounts.some(a => a.tolls.some(t => t.kind === 'killed' && t.max !== 0))
    const { type, sentence, main } = account
    if (type === 'ASSAULT' || type === 'PROTEST') out.set(sentence, [...(out.get(sentence) ?? []), { event, start: main.start, type, bloodless: BLOODLESS.has(account.mode ?? ''), counted, answered: sideOf(r, account) === 'answered', police: account.mode === 'crowd-control' || account.actors.some(h => isPolice(r, h)) }])
  }
  return out
}

const isPolice = (r: Reading, head: number): boolean => entityAt(r, head)?.sectors.includes('COP') === true

/** Sentences that a toll may stand behind the act it is of; a rival figure that somebody gives may stand farther behind one whose dead are counted. */
const BACK = 3, FAR = 8

/** Index of the event whose words stand nearest in the toll's sentence, else in the last one of `reach` sentences before that tells of any (of force, where it stands farther back); -1 where none does. */
function ownerOf(r: Reading, toll: Toll, told: ReadonlyMap<number, readonly Told[]>, reach: number): number {
  // "Police fired gas. Nine policemen were hurt by stones": not by what the police did.
  const guards = toll.kind === 'injured' && toll.of.some(h => isPolice(r, h)), at = (sentence: number): readonly Told[] => (told.get(sentence) ?? []).filter(t => !(guards && t.police))
  let near = at(toll.sentence)
  // The dead of a protest are those of the force against it; that nobody died is told of either.
  const alike = toll.kind === 'injured' || toll.max === 0
  if (!alike) near = near.filter(t => t.type === 'ASSAULT')
  for (let back = 1; near.length === 0 && back <= reach; back++) near = at(toll.sentence - back).filter(t => back === 1 && alike || t.type === 'ASSAULT' && (back <= BACK || t.counted))
  // "The gang raided the market. It burned the shops. The judge counted nine bodies": of the raid.
  if (!alike && near.length > 0 && near.every(t => t.bloodless)) near = bloodyBefore(toll, told, reach) ?? near
  // "The raid was the answer to the shelling. Nobody was hurt": in the raid.
  if (near.some(t => t.start > toll.start || !t.answered)) near = near.filter(t => t.start > toll.start || !t.answered)
  return near.reduce<Told | null>((best, t) => (best === null || Math.abs(t.start - toll.start) < Math.abs(best.start - toll.start) ? t : best), null)?.event ?? -1
}

/** What the last of `reach` sentences before a toll that tells of an act that may kill tells of; null where none does. */
function bloodyBefore(toll: Toll, told: ReadonlyMap<number, readonly Told[]>, reach: number): readonly Told[] | null {
  for (let back = 0; back <= reach; back++) { const bloody = (told.get(toll.sentence - back) ?? []).filter(t => t.type === 'ASSAULT' && !t.bloodless); if (bloody.length > 0) return bloody }
  return null
}
