/** Figures that a statement gives without saying that anybody was killed or hurt: "17 bodies were received", "put the dead at 22", "46 people are being treated". */
import { childrenWith, isPassive, verbArguments } from '../events/arguments.ts'
import { lemmaAt, type Reading } from '../events/reading.ts'
import { countOf } from '../events/toll.ts'
import { spanOf, type Quantity } from '../model/index.ts'

export interface Figure { readonly kind: 'killed' | 'injured'; readonly value: Quantity }

const BODIES: ReadonlySet<string> = new Set(['body', 'corpse', 'coffin', 'dead', 'loss', 'martyr', 'funeral'])
const TREATED: ReadonlySet<string> = new Set(['treat', 'admit', 'hospitalise', 'hospitalize', 'operate'])
const RECKONED: ReadonlySet<string> = new Set(['toll', 'dead', 'loss', 'death', 'fatality'])
/** Tokens from "the dead" to its number. */
const ABOUT = 6

/** The figures that stand in the words, the first of each kind. */
export function figuresIn(r: Reading, content: ReadonlySet<number>): readonly Figure[] {
  const out = new Map<Figure['kind'], Figure>()
  for (const t of content) { const figure = figureAt(r, t); if (figure !== null && !out.has(figure.kind)) out.set(figure.kind, figure) }
  return [...out.values()]
}

function figureAt(r: Reading, t: number): Figure | null {
  const lemma = lemmaAt(r, t), at = (kind: Figure['kind'], k: number): Figure | null => { const count = r.counts[k]; return count === undefined ? null : { kind, value: { min: count.min, max: count.max, of: null, evidence: [spanOf(r.text.text, count)] } } }
  if (BODIES.has(lemma) && countOf(r, t) >= 0) return at('killed', countOf(r, t))
  if (RECKONED.has(lemma)) return at('killed', reckoned(r, t))
  if (!TREATED.has(lemma) || !isPassive(r.syntax, t)) return null
  const subject = verbArguments(r.syntax, t).list.find(a => a.relation === 'subject')?.head ?? childrenWith(r.syntax, t, 'nsubj:pass')[0] ?? -1
  return subject < 0 ? null : at('injured', countOf(r, subject))
}

/** "the dead at 22", "the toll as 12", "the losses at four". */
function reckoned(r: Reading, t: number): number {
  for (let at = t + 1; at <= t + ABOUT; at++) { const k = r.countAt[at] ?? -1; if (k >= 0) return /^(?:at|as|to|of)$/.test(lemmaAt(r, r.counts[k]!.first - 1)) ? k : -1 }
  return -1
}
