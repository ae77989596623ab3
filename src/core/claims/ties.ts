/** Which events a statement may be about: those told or named in its words, those told beside and before it, and what the report is about. */
import type { EventLayer, FoundEvent } from '../events/find.ts'
import { VERBAL_TYPES } from '../model/index.ts'
import { prepositionOf } from '../events/arguments.ts'
import { subtree, type Attribution } from './attribution.ts'
import { isAsserted, toldIn, type Told } from './bind.ts'

/** How an event is tied to a statement: told in its words, only mentioned in them, told last before (or longer ago), or what the report is about. */
export type How = 'asserted' | 'mentioned' | 'near' | 'far' | 'main'

/** `back`: sentences from the statement to where the event was told last before it; `rank`: how many others were told since. */
export interface Tied extends Told { readonly how: How; readonly back: number; readonly rank: number }

/** Sentences back to an event that a statement may be about, and how many of them. */
const REACH = 8, MANY = 3

/** The events with their ties, each once, the closest first. */
export function tiedTo(layer: EventLayer, frame: Attribution, content: ReadonlySet<number>): readonly Tied[] {
  const r = layer.reading, here = r.text.tokens[frame.cue[0]]!.sentence
  const inside = toldIn(layer, content).map((t): Tied => ({ ...t, how: t.account !== null && isAsserted(r, t.account, content) ? 'asserted' : 'mentioned', back: 0, rank: 0 }))
  const before = toldBefore(layer, frame, content).filter(x => !inside.some(t => t.found === x.found)), back = (at: number): number => Math.max(0, here - r.text.tokens[at]!.sentence)
  const near = before.slice(0, MANY).filter(x => back(x.at) <= REACH).map((x, rank): Tied => ({ found: x.found, account: null, how: rank === 0 ? 'near' : 'far', back: back(x.at), rank }))
  const main = before.filter(x => !near.some(t => t.found === x.found)).sort((x, y) => y.found.accounts.length - x.found.accounts.length)[0]
  return [...inside, ...near, ...main ? [{ found: main.found, account: null, how: 'main' as const, back: back(main.at), rank: MANY }] : []]
}

/** Events with words before the cue and outside what is said, the last told first; and what the statement is said to be of ("said of Sunday's bombing"). */
function toldBefore(layer: EventLayer, frame: Attribution, content: ReadonlySet<number>): readonly { readonly found: FoundEvent; readonly at: number }[] {
  const r = layer.reading, s = r.syntax, of = new Set((s.children[frame.cue[0]] ?? []).filter(c => c > frame.cue[0] && s.deprel[c] === 'obl' && OF.has(prepositionOf(s, c))).flatMap(c => subtree(r, c)).filter(t => !content.has(t)))
  if (of.size > 0) for (const f of layer.events) if (!VERBAL_TYPES.has(f.event.type) && f.accounts.some(a => of.has(a.main.token))) return [{ found: f, at: frame.cue[0] }, ...toldEarlier(layer, frame, content).filter(x => x.found !== f)]
  return toldEarlier(layer, frame, content)
}

const OF = new Set(['of', 'about'])

function toldEarlier(layer: EventLayer, frame: Attribution, content: ReadonlySet<number>): readonly { readonly found: FoundEvent; readonly at: number }[] {
  const last = (f: FoundEvent): number => Math.max(-1, ...f.accounts.filter(a => a.main.token < frame.cue[0] && !content.has(a.main.token)).map(a => a.main.token))
  return layer.events.filter(f => !VERBAL_TYPES.has(f.event.type)).map(found => ({ found, at: last(found) })).filter(x => x.at >= 0).sort((x, y) => y.at - x.at)
}
