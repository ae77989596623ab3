/** The whole words for a participant: its name with the number before it and what says who they are behind it. */
import type { EntityMention, Extent } from '../model/index.ts'
import { prepositionOf } from './arguments.ts'
import { lemmaIn, type Reading } from './reading.ts'

/** Most words that are added behind a phrase. */
const BEHIND = 8

/** "46 people", "thousands of residents", "people watering their cattle", "soldiers of the 3rd Brigade"; names stay as they are. */
export function fullPhrase(r: Reading, m: EntityMention): Extent {
  if (m.form !== 'nominal') return m
  const first = firstOf(r, m), last = lastOf(r, m)
  return { start: r.text.tokens[first]?.start ?? m.start, end: Math.max(m.end, r.text.tokens[last - 1]?.end ?? m.end) }
}

const isNumber = (r: Reading, i: number): boolean => r.syntax.upos[i] === 'NUM' || lemmaIn(r, i, 'measure')

/** The number before the phrase, or the measure it hangs on. */
function firstOf(r: Reading, m: EntityMention): number {
  let first = m.first
  const open = r.text.sentences[r.text.tokens[m.head]?.sentence ?? 0]?.first ?? 0, up = r.syntax.head[m.head] ?? -1
  if (up >= open && up === first - 2 && prepositionOf(r.syntax, m.head) === 'of' && isNumber(r, up)) first = up
  const bare = first
  while (first - 1 >= open && isNumber(r, first - 1) && r.syntax.deprel[first - 1] !== 'root') first--
  return first < bare ? boundBefore(r, first, open) : first
}

/** "More than 300 people", "at least nine soldiers": the words that bind a number belong to it. */
function boundBefore(r: Reading, first: number, open: number): number {
  const word = (i: number): string => (i < open ? '' : r.text.tokens[i]?.norm.toLowerCase() ?? '')
  return word(first - 1) === 'than' && /^(?:more|fewer|less)$/.test(word(first - 2)) || word(first - 1) === 'least' && word(first - 2) === 'at' ? first - 2 : first
}

/** The end of what hangs on the head right behind it, without a break: "of" and "from", and on vague words any place or clause. */
function lastOf(r: Reading, m: EntityMention): number {
  let last = m.last
  for (const child of r.syntax.children[m.head] ?? []) {
    if (child < last || !saysWho(r, m, child)) continue
    const [from, to] = reach(r, child), end = breakIn(r, from, to)
    if (from !== last || end - m.last > BEHIND) break
    last = end
    if (end < to) break
  }
  return last
}

function saysWho(r: Reading, m: EntityMention, child: number): boolean {
  const rel = r.syntax.deprel[child] ?? '', vague = lemmaIn(r, m.head, 'says-nobody')
  return rel === 'nmod' ? vague || ['of', 'from'].includes(prepositionOf(r.syntax, child)) : rel === 'acl' && vague
}

/** Where a comma or a time breaks off what hangs on a phrase, the preposition before it left out. */
function breakIn(r: Reading, from: number, to: number): number {
  let end = from
  while (end < to && !/^[,;:.()]$/.test(r.text.tokens[end]!.form) && (r.timeAt[end] ?? -1) < 0) end++
  return end < to && end > from && r.syntax.upos[end - 1] === 'ADP' ? end - 1 : end
}

/** The tokens that hang on one, half-open. */
function reach(r: Reading, token: number): readonly [number, number] {
  let from = token, to = token + 1
  const queue = [token]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    from = Math.min(from, at)
    to = Math.max(to, at + 1)
    queue.push(...r.syntax.children[at] ?? [])
  }
  return [from, to]
}
