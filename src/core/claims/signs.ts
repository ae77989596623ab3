/** What the words of a statement say of one act beside who did it: whom it struck, what it was for, what is denied of it, and whether they name its place or another. */
import type { FoundEvent } from '../events/find.ts'
import { childrenWith } from '../events/arguments.ts'
import { entityAt, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import type { Attribution } from './attribution.ts'
import type { Bound } from './bind.ts'
import { has, type Known } from './held.ts'
import type { Speaker } from './speakers.ts'
import { isSelf, STATE_ARMS } from './voices.ts'

/** Names of the signs that hold; `before`: what the rules make of the statements before. */
export function signsOf({ layer, lexicon }: Known, frame: Attribution, speaker: Speaker, found: FoundEvent, content: ReadonlySet<number>, before: readonly Bound[]): readonly string[] {
  const r = layer.reading, said = [...content], denies = has(r, content, lexicon.negatives), who = tellsWhom(r, found, frame, said, content)
  const charges = before.filter(b => b.claim.stance === 'accuses')
  return [
    ...who ? ['says whom'] : [], ...said.some(t => isAim(r, t, content)) ? ['says aim'] : [], ...quotesWhom(r, found, frame, content) ? ['quotes whom'] : [],
    ...said.some(t => lemmaIn(r, t, 'reprisal-word')) ? ['for reprisal'] : has(r, content, lexicon.purposes) ? ['for purpose'] : [],
    ...denies ? ['not'] : [], ...denies && said.some(t => isSelf(r, t, speaker)) ? ['not own'] : [], ...said.some(t => lemmaIn(r, t, 'part-in-act') || lemmaIn(r, t, 'guilty-word') || lemmaAt(r, t) === 'nothing' && lemmaAt(r, t + 1) === 'to') ? ['of part'] : [],
    ...said.length < FEW && said.some(t => lexicon.statements.has(lemmaAt(r, t))) ? ['of charge'] : [],
    ...placeSigns(layer, found, said),
    ...charges.at(-1)?.event === found.event.id ? ['charged last'] : [], ...charges.some(b => b.event === found.event.id && isSide(r, b.actor, speaker)) ? ['charged with it'] : [],
  ]
}

/** Words of a statement that speaks of a charge and of nothing else. */
const FEW = 12

/** "The dead were farmers", "described the men as spies", "a teacher was among those killed": whom the act struck. */
function tellsWhom(r: Reading, found: FoundEvent, frame: Attribution, said: readonly number[], content: ReadonlySet<number>): boolean {
  const chains = new Set(found.accounts.flatMap(a => a.recipients).map(h => entityAt(r, h)?.chain ?? -1).filter(c => c >= 0)), of = (t: number): boolean => lemmaIn(r, t, 'struck-person')
  const isStruck = (h: number): boolean => [h, ...childrenWith(r.syntax, h, 'nmod', 'acl')].some(of) || chains.has(entityAt(r, h)?.chain ?? -1)
  if (lemmaIn(r, frame.cue[0], 'describe-verb') && said.some(t => lemmaAt(r, t) === 'as') && said.some(isStruck)) return true
  return said.some(t => childrenWith(r.syntax, t, 'cop').length > 0 && childrenWith(r.syntax, t, 'case').length === 0 && /^(?:NOUN|PROPN)$/.test(r.syntax.upos[t] ?? '') && childrenWith(r.syntax, t, 'nsubj').some(c => content.has(c) && isStruck(c))
    || lemmaAt(r, t) === 'include' && childrenWith(r.syntax, t, 'nsubj').some(isStruck)
    || lemmaAt(r, t) === 'among' && [1, 2, 3].some(k => content.has(t + k) && (of(t + k) || lemmaAt(r, t + k) === 'those')))
}

/** "Had aimed at the clinic", "hit civilians". */
const isAim = (r: Reading, t: number, content: ReadonlySet<number>): boolean => lemmaIn(r, t, 'aim-verb') && childrenWith(r.syntax, t, 'obj', 'obl', 'nsubj:pass').some(c => content.has(c))

/** "Had shot \"an informer\"", "hit what it called a depot": whom the act struck, between quotation marks. */
function quotesWhom(r: Reading, found: FoundEvent, frame: Attribution, content: ReadonlySet<number>): boolean {
  const quote = (t: number): boolean => /^["“”]$|^''$|^``$/.test(r.text.tokens[t]?.form ?? '')
  return !frame.quoted && found.accounts.some(a => a.recipients.some(h => content.has(h) && [1, 2, 3, 4, 5].some(k => content.has(h - k) && quote(h - k)) && !quote([...content][0] ?? -1)))
}

/** "Condemned the raid on Derrybeg": the words name the act's place, or one where another act of the report was and not this one. */
function placeSigns({ reading: r, events }: Known['layer'], found: FoundEvent, said: readonly number[]): readonly string[] {
  const named = new Set(said.map(t => r.placeAt[t] ?? -1).filter(k => k >= 0).map(k => r.places[k]!.entry?.id ?? r.places[k]!.name.toLowerCase()))
  if (named.size === 0) return []
  const at = (f: FoundEvent): boolean => f.event.places.some(p => p.precision !== 'country' && (named.has(p.gazetteer ?? '') || named.has(p.name.toLowerCase())))
  return at(found) ? ['same place'] : events.some(at) ? ['other place'] : []
}

/** Whether the one at `actor` is the speaker, or an organ of his state. */
function isSide(r: Reading, actor: number, { head, chain }: Speaker): boolean {
  const m = entityAt(r, actor), own = entityAt(r, head)
  if (m === null || own === null) return false
  return m.chain === chain || m.entity !== null && m.entity === own.entity || m.country !== null && m.country === own.country || own.sectors.some(s => STATE_ARMS.has(s)) && m.sectors.some(s => STATE_ARMS.has(s))
}
