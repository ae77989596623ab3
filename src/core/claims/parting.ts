/** Where one statement ends and the next of the same speaker begins: "urged them to leave, saying …", "said the raid had failed and added that …". */
import { childrenWith } from '../events/arguments.ts'
import { lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import { range } from '../text/range.ts'
import { subtree, type Draft } from './attribution.ts'
import { joinedBefore } from './sayings.ts'

/** The drafts without what their speaker goes on to say with a verb of its own, which parsers hang under the words said before. */
export function parted(r: Reading, drafts: readonly Draft[]): readonly Draft[] {
  const content = drafts.map(d => new Set(d.content)), out = drafts.map(d => ({ ...d })), sentence = (d: Draft): number => r.text.tokens[d.cue[0]]!.sentence
  for (const [k, d] of drafts.entries()) for (let j = k + 1; j < drafts.length && j <= k + MANY && sentence(drafts[j]!) === sentence(d); j++) {
    const next = drafts[j]!
    if (d.rule === 'claim:asked') withoutOpening(r, d, next, content[j]!)
    if (next.cue[0] <= d.cue[1] || !content[k]!.has(next.cue[0])) continue
    for (const t of setAgainst(r, d, next)) content[k]!.delete(t)
    // "gave the toll as 30, medics as 17": the second figure is of another mouth.
    if (next.rule === 'claim:figure' && r.syntax.upos[next.cue[0]] === 'ADP') {
      let from = next.source![0]!
      while (/^(?:DET|CCONJ|SCONJ)$/.test(r.syntax.upos[from - 1] ?? '') || /^[,;]$/.test(r.text.tokens[from - 1]!.form)) from--
      content[k] = new Set([...content[k]!].filter(t => t < from))
      continue
    }
    // "…, according to the mayor": whose words the whole is, is no part of it.
    if (next.rule === 'claim:according-to' && next.content.includes(d.cue[0])) for (const t of [...next.source ?? subtree(r, next.speaker), next.cue[0] - 1, ...range(next.cue[0], next.cue[1] + 1)]) content[k]!.delete(t)
    if (!content[k]!.has(next.cue[0]) || !goesOn(r, d, next, drafts.slice(k, j), content[k]!)) continue
    const below = subtree(r, next.cue[0]), rest = below.includes(d.cue[0]) ? [] : below
    for (const t of [...rest, ...next.content, ...range(next.cue[0], next.cue[1] + 1), ...joints(r, next.cue[0])]) content[k]!.delete(t)
    out[j] = { ...out[j]!, speaker: d.speaker, ...d.source ? { source: d.source } : {} }
  }
  return out.map((d, k) => ({ ...d, content: [...content[k]!].sort((a, b) => a - b) }))
}

/** Statements of one sentence that are compared with one. */
const MANY = 8

/** Tokens of one sentence by the same mouth: a participle behind a comma, or a verb of saying of the same form joined by "and", where nobody else speaks between the two (`between`, with `d`). */
function goesOn(r: Reading, d: Draft, next: Draft, between: readonly Draft[], content: ReadonlySet<number>): boolean {
  const s = r.syntax, at = next.cue[0]
  if (childrenWith(s, at, 'nsubj').length > 0 || joinedBefore(r, at) >= 0 || next.rule === 'claim:according-to') return false
  if (between.some(f => f !== d && f.cue[0] > d.cue[1] && f.cue[0] < at && content.has(f.cue[0]) && f.kind !== 'view')) return false
  if (s.xpos[at] === 'VBG') return /^[,"”]$/.test(r.text.tokens[at - 1]?.form ?? '') && childrenWith(s, at, 'mark', 'case').length === 0
  // "Said the dead were women selling water and denied it": no finite verb is joined to a participle.
  const over = s.head[at] ?? -1
  if (s.deprel[at] === 'conj' && s.xpos[over] === 'VBG' && over > d.cue[1] && s.xpos[at] === s.xpos[d.cue[0]] && /^VB[DZ]$/.test(s.xpos[at] ?? '') && childrenWith(s, over, 'aux').length === 0) return true
  return s.deprel[at] === 'conj' && next.kind === 'say' && !lemmaIn(r, at, 'found-before-verb') && s.xpos[at] === s.xpos[d.cue[0]] && /^VB[DZ]$/.test(s.xpos[at] ?? '') && joints(r, at).length > 0
}

/** "Asked about the toll, he said …": the opening that tells what he was asked is no part of the answer. */
function withoutOpening(r: Reading, asked: Draft, answer: Draft, content: Set<number>): void {
  const end = (asked.content.at(-1) ?? Infinity) + 1
  if (answer.cue[0] < end) return
  for (const t of range(r.text.sentences[r.text.tokens[end]!.sentence]!.first, end + 1)) content.delete(t)
  if (content.size === 0 && answer.kind === 'say') for (const t of range(answer.cue[1] + 1, r.text.sentences[r.text.tokens[end]!.sentence]!.last)) content.add(t)
}

/** "…, but the mayor said", "…, though she admitted": the clause behind a comma in which somebody else's statement, or another one, is set against the one before; empty where `next` is none. */
function setAgainst(r: Reading, d: Draft, next: Draft): readonly number[] {
  const s = r.syntax, at = next.cue[0], joint = childrenWith(s, at, 'cc', 'mark').find(c => c > d.cue[1] && c < at && lemmaIn(r, c, 'set-against')) ?? -1
  if (joint < 0 || childrenWith(s, at, 'nsubj').length === 0 || !/^[,"”;–—]$/.test(r.text.tokens[joint - 1]?.form ?? '') && lemmaAt(r, joint - 1) !== 'even') return []
  const clause = subtree(r, at)
  return clause.includes(d.cue[0]) ? [] : [joint - 1, ...clause.filter(t => t >= joint), ...next.content.filter(t => t > joint)]
}

/** The comma and conjunction before the verb and its adverbs. */
function joints(r: Reading, verb: number): readonly number[] {
  const out: number[] = []
  let t = verb - 1
  while (/^(?:ADV|AUX)$/.test(r.syntax.upos[t] ?? '')) { out.push(t); t-- }
  const before = out.length
  while (r.syntax.upos[t] === 'CCONJ' || r.text.tokens[t]?.form === ',') { out.push(t); t-- }
  return out.length > before ? out : []
}
