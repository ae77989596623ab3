/** The cast of a report: who does and who suffers what in it, so that an act whose own sentence names nobody is read by the rest. */
import { childrenWith, prepositionOf } from './arguments.ts'
import type { Account } from './account.ts'
import { particled } from './light.ts'
import type { Party } from './participants.ts'
import { partyKey } from './party-key.ts'
import { entityAt, isArmed, lemmaAt, NOT, type Reading } from './reading.ts'

/** One that fills a role somewhere in the report. `doer` and `sufferer` hold the accounts in which it does, by index. */
export interface Player { readonly key: string; readonly head: number; readonly doer: ReadonlySet<number>; readonly sufferer: ReadonlySet<number>; readonly armed: boolean }

export interface Cast {
  readonly players: ReadonlyMap<string, Player>
  /** Keys of those who say that they did it, of those who are blamed, and of those the headline names. */
  readonly claiming: ReadonlySet<string>
  readonly blamed: ReadonlySet<string>
  readonly headline: ReadonlySet<string>
  /** Tokens of those who claim or are blamed, in text order. */
  readonly answerable: readonly number[]
  readonly accounts: readonly Account[]
}

export const keysOf = (r: Reading, party: Party): readonly string[] => [...new Set(party.heads.map(h => partyKey(r, h)))].filter(k => k !== '')

/** Reads the cast off all accounts of a report. */
export function castOf(r: Reading, accounts: readonly Account[]): Cast {
  const players = new Map<string, { key: string; head: number; doer: Set<number>; sufferer: Set<number>; armed: boolean }>()
  for (const a of accounts) for (const f of a.fillers) {
    const key = partyKey(r, f.head)
    if (key === '') continue
    const player = players.get(key) ?? { key, head: f.head, doer: new Set<number>(), sufferer: new Set<number>(), armed: isArmed(entityAt(r, f.head)) }
    players.set(key, player)
    player[f.side === 'actor' ? 'doer' : 'sufferer'].add(a.index)
  }
  return { players, ...voices(r), accounts }
}

/** Who claims, who is blamed, and whom the headline names. */
function voices(r: Reading): Pick<Cast, 'claiming' | 'blamed' | 'headline' | 'answerable'> {
  const claiming = new Set<string>(), blamed = new Set<string>(), headline = new Set<string>(), answerable: number[] = []
  for (const { head } of r.entities.mentions) {
    const key = partyKey(r, head)
    if (r.text.sections[r.text.sentences[r.text.tokens[head]?.sentence ?? 0]?.section ?? 0]?.kind === 'headline') headline.add(key)
    if (claims(r, head)) claiming.add(key)
    if (isBlamed(r, head)) blamed.add(key)
    if ((claims(r, head) || isBlamed(r, head) || ownsTo(r, head)) && !isDenied(r, head)) answerable.push(head)
  }
  return { claiming, blamed, headline, answerable: answerable.toSorted((a, b) => a - b) }
}

/** "No group claimed responsibility", "police did not blame the rebels". */
const isDenied = (r: Reading, head: number): boolean => childrenWith(r.syntax, head, 'det').some(c => lemmaAt(r, c) === 'no') || (r.syntax.children[r.syntax.head[head] ?? -1] ?? []).some(c => NOT.has(lemmaAt(r, c)))

/** "claimed responsibility", "took credit", "the attack was claimed by". */
function claims(r: Reading, head: number): boolean {
  const rel = r.syntax.deprel[head] ?? '', up = r.syntax.head[head] ?? -1, verb = lemmaAt(r, up), words = r.lexicon.blame
  if (verb === 'claim' && rel === 'obl:agent') return true
  return words.claim.has(verb) && rel.startsWith('nsubj') && childrenWith(r.syntax, up, 'obj', 'nsubj').some(o => words.credit.has(lemmaAt(r, o)))
}

/** "Said it had done it": who owns to what was told before. */
function ownsTo(r: Reading, head: number): boolean {
  const did = r.syntax.head[head] ?? -1, said = r.syntax.head[did] ?? -1
  return lemmaAt(r, did) === 'do' && r.syntax.deprel[head] === 'nsubj' && r.syntax.deprel[did] === 'ccomp' && r.syntax.xpos[did] !== 'VB' && childrenWith(r.syntax, did, 'obj').some(o => /^(?:it|that|this|so)$/.test(lemmaAt(r, o))) && r.entities.mentions[r.entities.byHead[head] ?? -1]?.chain === r.entities.mentions[r.entities.byHead[childrenWith(r.syntax, said, 'nsubj')[0] ?? -1] ?? -1]?.chain
}

/** "accused the army", "blamed on the group", "suspected rebels", "holds the militia responsible". */
function isBlamed(r: Reading, head: number): boolean {
  const rel = r.syntax.deprel[head] ?? '', up = r.syntax.head[head] ?? -1, verb = lemmaAt(r, up), words = r.lexicon.blame
  if (words.blame.has(verb) && /^(?:obj|nsubj:pass)$/.test(rel)) return !isOtherCharge(r, up)
  if (rel.startsWith('obl') && (words.ascribe.get(verb) ?? '-') === prepositionOf(r.syntax, head)) return true
  if (verb === 'responsible' && rel === 'nsubj' && r.syntax.deprel[up] === 'xcomp') return true
  return childrenWith(r.syntax, head, 'amod').some(c => words.supposed.has(lemmaAt(r, c)))
}

/** "Accused the state of arming the rebels", "of failing to protect them": whoever is charged with that is not charged with an act told before; with "carrying out" or "bombing" he is. */
export function isOtherCharge(r: Reading, verb: number): boolean {
  const charge = [verb, ...childrenWith(r.syntax, verb, 'obj', 'nsubj:pass')].flatMap(up => childrenWith(r.syntax, up, 'advcl', 'acl')).find(c => childrenWith(r.syntax, c, 'mark').some(m => lemmaAt(r, m) === 'of'))
  if (charge === undefined || childrenWith(r.syntax, charge, 'cop').length > 0) return false
  const lemma = lemmaAt(r, charge)
  return !/^(?:do|be|have|take|try)$/.test(lemma) && !r.lexicon.lightVerbs.has(lemma) && !(r.lexicon.triggers.get(lemma) ?? []).some(x => x.words.length === 1 && (x.type === 'ASSAULT' || x.type === 'COERCE')) && particled(r, charge) === undefined
}

/** Most players that an event may take from elsewhere. */
const ELSEWHERE = 5

/** Armed players and states of other accounts than these, those told most first. */
export function elsewhere(r: Reading, cast: Cast, accounts: readonly Account[]): readonly Player[] {
  const own = new Set(accounts.map(a => a.index)), times = (p: Player): number => [...p.doer, ...p.sufferer].filter(i => !own.has(i)).length
  return [...cast.players.values()].filter(p => (p.armed || p.key.startsWith('state:')) && times(p) > 0).sort((a, b) => times(b) - times(a) || a.head - b.head).slice(0, ELSEWHERE)
}

/** Sentences behind an act in which somebody is still blamed for it. */
const BLAMED_AFTER = 3

/** "Gunmen shot two activists. The party blamed its rivals": who is blamed, or owns to it, where these accounts are the last that were told before. */
export function answerableFor(r: Reading, accounts: readonly Account[], cast: Cast): readonly number[] {
  const own = new Set(accounts.map(a => a.index)), acts = cast.accounts.filter(a => a.type === 'ASSAULT')
  return accounts[0]!.type !== 'ASSAULT' ? [] : cast.answerable.filter(head => {
    const sentence = r.text.tokens[head]!.sentence, before = acts.filter(a => a.main.token < head), last = before.at(-1)
    return last !== undefined && own.has(last.index) && sentence - last.sentence <= BLAMED_AFTER && r.text.sentences[sentence]?.section === r.text.sentences[last.sentence]?.section && !cast.accounts.some(a => a.sentence === sentence && !own.has(a.index) && a.type === 'ASSAULT')
  })
}
