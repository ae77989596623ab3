/** Which words of a causal sentence are the cause, the effect and the signal between them, read off the tree. */
import { isPassive, isVerb } from '../events/arguments.ts'
import { parseTable } from '../lexicon/table.ts'
import type { SyntaxLayer } from '../model/index.ts'
import type { Stretch } from './features.ts'

/** By "side phrase", the phrase in lemmas: what stands under it is the cause, a purpose (which counts as the cause), or a cause by order in time alone; verbs that cause, and participles of clauses that are cause or effect. The number is the rank: a lower one is surer. */
export type Connectives = ReadonlyMap<string, number>

/** `table`: text of causal-connectives.tsv. */
export const buildConnectives = (table: string): Connectives => new Map(parseTable(table).map(row => [`${row['side']} ${row['phrase']}`, Number(row['rank'])]))

/** Token stretches of one relation; the signal may be empty. */
export interface CausalSpans { readonly cause: Stretch; readonly effect: Stretch; readonly signal: Stretch; readonly rank: number }

/** The relations that the connectives of a sentence mark, the surest first. */
export function causalSpans(s: SyntaxLayer, sentence: Stretch, connectives: Connectives): readonly CausalSpans[] {
  const out: CausalSpans[] = []
  for (let i = sentence.first; i < sentence.last; i++) {
    const found = (isVerb(s, i) ? byVerb(s, i, connectives) ?? byParticiple(s, i, connectives) : null) ?? byClause(s, i, connectives)
    if (found && size(found.cause) > 0 && size(found.effect) > 0) out.push(found)
  }
  return out.toSorted((a, b) => a.rank - b.rank || a.signal.first - b.signal.first)
}

const size = ({ first, last }: Stretch): number => last - first

/** "The raid led to riots", "riots triggered by the raid". */
function byVerb(s: SyntaxLayer, i: number, connectives: Connectives): CausalSpans | null {
  const rank = connectives.get(`causes ${s.lemma[i]}`)
  if (rank === undefined) return null
  const child = (...rels: readonly string[]): number => (s.children[i] ?? []).find(c => rels.includes(s.deprel[c] ?? '')) ?? -1
  const passive = isPassive(s, i), own = child('nsubj', 'nsubj:pass', 'csubj'), subject = own >= 0 ? own : (s.deprel[i] ?? '').startsWith('acl') ? s.head[i] ?? -1 : -1
  const other = passive ? child('obl:agent', 'obl') : child('obj', 'ccomp', 'xcomp', 'obl', 'advcl')
  if (subject < 0 || other < 0) return null
  const far = around(s, other, i), link = (s.children[other] ?? []).find(c => s.deprel[c] === 'case' && c === far.first), rest = link === undefined ? far : trimmed(s, { first: link + 1, last: far.last })
  const auxiliary = (s.children[i] ?? []).find(c => c < i && (s.deprel[c] ?? '').startsWith('aux')) ?? i, near = around(s, subject, i)
  return { cause: passive ? rest : near, effect: passive ? near : rest, signal: { first: auxiliary, last: link === i + 1 ? i + 2 : i + 1 }, rank }
}

/** "They marched demanding reform", "a bomb went off, killing two": the participle belongs to its clause and is the signal. */
function byParticiple(s: SyntaxLayer, i: number, connectives: Connectives): CausalSpans | null {
  const head = s.head[i] ?? -1, lemma = s.lemma[i] ?? '', cause = connectives.get(`cause-participle ${lemma}`), effect = connectives.get(`effect-participle ${lemma}`), rank = cause ?? effect
  if (head < 0 || head > i || s.xpos[i] !== 'VBG' || rank === undefined || !/^(?:advcl|acl|xcomp)/.test(s.deprel[i] ?? '')) return null
  const clause = around(s, i, -1), main = trimmed(s, { first: around(s, clauseHead(s, head), i).first, last: clause.first })
  return { cause: cause !== undefined ? clause : main, effect: cause !== undefined ? main : clause, signal: { first: i, last: i + 1 }, rank }
}

/** The verb of the clause in which a word stands. */
function clauseHead(s: SyntaxLayer, token: number): number {
  let at = token
  for (let hops = 0; hops < 6 && !isVerb(s, at) && !/^(?:root|ccomp|parataxis|conj)$/.test(s.deprel[at] ?? '') && (s.head[at] ?? -1) >= 0; hops++) at = s.head[at]!
  return at
}

/** "They marched after the arrest", "to protest the law": a clause or phrase under a connective, and what it hangs on. */
function byClause(s: SyntaxLayer, i: number, connectives: Connectives): CausalSpans | null {
  const head = s.head[i] ?? -1
  if (head < 0 || !/^(?:advcl|acl|obl|nmod)/.test(s.deprel[i] ?? '')) return null
  const links = (s.children[i] ?? []).filter(c => c < i && /^(?:mark|case)/.test(s.deprel[c] ?? '')), link = links[0]
  if (link === undefined) return null
  const end = Math.max(...links.flatMap(c => [c, ...(s.children[c] ?? []).filter(f => s.deprel[f] === 'fixed')])) + 1, found = connectiveAt(s, link, end, connectives)
  if (found === null || (found.side === 'purpose' && s.upos[i] !== 'VERB') || (s.deprel[i] === 'nmod' && found.rank > 3)) return null
  const under = around(s, i, -1), host = around(s, clauseHead(s, head), -1), main = i > head ? { first: host.first, last: Math.min(under.first, found.first) } : { first: under.last, last: host.last }
  const cause = found.side === 'purpose' ? { first: link, last: under.last } : { first: found.last, last: under.last }
  return { cause: trimmed(s, cause), effect: trimmed(s, main), signal: found.side === 'order' ? { first: link, last: link } : { first: found.first, last: found.last }, rank: found.rank + (isVerb(s, i) ? 0 : 0.5) }
}

interface Found { readonly side: string; readonly rank: number; readonly first: number; readonly last: number }

/** The longest connective around `link`: it may begin up to two words before ("in retaliation for", whose "for" hangs on the verb), or end after. */
function connectiveAt(s: SyntaxLayer, link: number, end: number, connectives: Connectives): Found | null {
  const stretches = [[link - 2, end], [link - 1, end], [link, link + 3], [link, link + 2], [link, end], [link, link + 1]] as const
  for (const [first, last] of stretches) for (const side of ['cause', 'purpose', 'order']) {
    const rank = first < 0 ? undefined : connectives.get(`${side} ${s.lemma.slice(first, last).join(' ').toLowerCase()}`)
    if (rank !== undefined) return { side, rank, first, last }
  }
  return null
}

/** The stretch of the subtree of `head`, what lies below `without` left out. */
function around(s: SyntaxLayer, head: number, without: number): Stretch {
  let first = head, last = head + 1
  const stack = [head]
  while (stack.length > 0) {
    const i = stack.pop()!
    if (i === without) continue
    first = Math.min(first, i); last = Math.max(last, i + 1)
    stack.push(...(s.children[i] ?? []))
  }
  return trimmed(s, { first, last })
}

function trimmed(s: SyntaxLayer, { first, last }: Stretch): Stretch {
  while (first < last && (s.upos[first] === 'PUNCT' || s.upos[first] === 'CCONJ')) first++
  while (last > first && s.upos[last - 1] === 'PUNCT') last--
  return { first, last }
}
