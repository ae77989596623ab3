/** What the words of a statement say of one act beside who did it: whom it struck, what it was for, what is denied of it, and whether they name its place or another. */
import type { FoundEvent } from '../events/find.ts'
import { childrenWith } from '../events/arguments.ts'
import { entityAt, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import type { Attribution } from './attribution.ts'
import type { Bound } from './bind.ts'
import { has, type Known } from './held.ts'
import type { ClaimLexicon } from './lexicon.ts'
import type { Speaker } from './speakers.ts'
import { isSelf, STATE_ARMS } from './voices.ts'
import { placeSigns, quotesWhom, tellsWhom } from './whom.ts'

/** Names of the signs that hold; `before`: what the rules make of the statements before. */
export function signsOf({ layer, lexicon }: Known, frame: Attribution, speaker: Speaker, found: FoundEvent, content: ReadonlySet<number>, before: readonly Bound[]): readonly string[] {
  const r = layer.reading, said = [...content], denies = has(r, content, lexicon.negatives), who = tellsWhom(r, found, frame, content), why = purposeIn(r, lexicon, content)
  const charges = before.filter(b => b.claim.stance === 'accuses')
  return [
    ...who ? ['says whom'] : [], ...said.some(t => isAim(r, t, content)) ? ['says aim'] : [], ...quotesWhom(r, found, frame, content) ? ['quotes whom'] : [],
    ...why === null ? [] : [`for ${why}`], ...said.some(t => lemmaIn(r, t, 'reprisal-word') && childrenWith(r.syntax, t, 'cop').length > 0) ? ['is reprisal'] : [],
    ...denies ? ['not'] : [], ...denies && said.some(t => isSelf(r, t, speaker)) ? ['not own'] : [], ...said.some(t => lemmaIn(r, t, 'part-in-act') || lemmaIn(r, t, 'guilty-word') || lemmaAt(r, t) === 'nothing' && lemmaAt(r, t + 1) === 'to') ? ['of part'] : [],
    ...said.length < FEW && said.some(t => lexicon.statements.has(lemmaAt(r, t))) ? ['of charge'] : [],
    ...placeSigns(layer, found, said),
    ...charges.at(-1)?.event === found.event.id ? ['charged last'] : [], ...charges.some(b => b.event === found.event.id && isSide(r, b.actor, speaker)) ? ['charged with it'] : [],
  ]
}

/** What the words say an act was for: that it answers another, a clause of aim ("fired to disperse the crowd"), or a word of reasons and aims; null for nothing. */
export function purposeIn(r: Reading, lexicon: ClaimLexicon, content: ReadonlySet<number>): 'reprisal' | 'aim' | 'purpose' | null {
  const said = [...content]
  if (said.some(t => lemmaIn(r, t, 'reprisal-word'))) return 'reprisal'
  if (said.some(t => r.syntax.deprel[t] === 'advcl' && content.has(r.syntax.head[t] ?? -1) && childrenWith(r.syntax, t, 'mark').some(m => lemmaAt(r, m) === 'to'))) return 'aim'
  return has(r, content, lexicon.purposes) ? 'purpose' : null
}

/** Words of a statement that speaks of a charge and of nothing else. */
const FEW = 12

/** "Had aimed at the clinic", "hit civilians". */
const isAim = (r: Reading, t: number, content: ReadonlySet<number>): boolean => lemmaIn(r, t, 'aim-verb') && childrenWith(r.syntax, t, 'obj', 'obl', 'nsubj:pass').some(c => content.has(c))

/** Whether the one at `actor` is the speaker, or an organ of his state. */
function isSide(r: Reading, actor: number, { head, chain }: Speaker): boolean {
  const m = entityAt(r, actor), own = entityAt(r, head)
  if (m === null || own === null) return false
  return m.chain === chain || m.entity !== null && m.entity === own.entity || m.country !== null && m.country === own.country || own.sectors.some(s => STATE_ARMS.has(s)) && m.sectors.some(s => STATE_ARMS.has(s))
}
