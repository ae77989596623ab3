/** What speaks for a party's being one of the key's, once all parties of a report are known: how sure its phrases are, how it stands among the others, what the report is about. */
import type { Filler } from './fill.ts'
import { FILLED_TYPES, PARTS } from './role-model.ts'

/** A party before any is let go: the report it stands in is the same for all. */
export interface Report { readonly parties: readonly Filler[]; readonly leanings: readonly number[]; readonly sentences: number }

export const odds = (share: number): number => Math.log(Math.max(share, 1e-4) / Math.max(1 - share, 1e-4))
const step = (value: number, size: number, most: number): string => String(Math.max(-most, Math.min(most, Math.round(value / size))))
const bucket = (n: number, steps: readonly number[]): string => String(steps.findIndex(s => n <= s))
const PLACES = [0, 1, 2, 4, 8, 16, 9999] as const, LENGTHS = [4, 8, 16, 32, 9999] as const
/** Shares from which a phrase is a strong one, and from which another party counts. */
const STRONG = 0.3, SEEN = 0.2

/** Names of the features that hold, each also with the party's role. */
export function partyFeatures(party: Filler, report: Report): readonly string[] {
  return [...new Set([...ownFeatures(party, report), ...rankFeatures(party, report), ...besideFeatures(party, report)])].flatMap(f => [f, `${party.role} ${f}`])
}

function ownFeatures({ share, best, phrases, all, types }: Filler, { leanings, sentences }: Report): readonly string[] {
  const strong = phrases.filter((_, k) => best.shares[k]! > STRONG).length, type = types.indexOf(Math.max(...types)), words = best.words.split(' '), joint = step(odds(share), 0.5, 10), any = leanings[0] ?? 0
  const first = Math.min(...phrases.map(p => p.sentence)), seen = Math.min(9999, ...phrases.filter((_, k) => best.shares[k]! > SEEN).map(p => p.sentence))
  return [
    `joint ${joint}`, `best ${step(odds(best.share), 0.5, 10)}`, `none ${step(odds(best.none), 0.5, 8)}`, `second ${best.second} ${step(odds(best.secondShare), 1, 5)}`, `phrases ${Math.min(5, phrases.length)}`, `strong ${Math.min(3, strong)}`, `strings ${Math.min(4, all)}`,
    `any ${step(any, 1, 5)}`, `kind ${step(leanings[type + 1] ?? 0, 1, 5)}`, `type ${FILLED_TYPES[type]!} ${step(types[type]!, 0.2, 5)}`, `first ${bucket(first, PLACES)}`, `seen ${bucket(seen, PLACES)}`, `length ${bucket(sentences, LENGTHS)}`,
    `mention ${best.kind}`, `size ${Math.min(5, words.length)}`, `last ${words.at(-1)!}`, `words ${words.length < 4 ? best.words : '-'}`, ...words.map(w => `word ${w}`),
    `joint-phrases ${joint} ${Math.min(3, phrases.length)}`, `joint-any ${step(odds(share), 1, 5)} ${step(any, 2, 3)}`,
  ]
}

/** How it stands among those of its role. */
function rankFeatures(party: Filler, { parties }: Report): readonly string[] {
  const same = parties.filter(p => p.role === party.role).toSorted((a, b) => b.share - a.share), rank = same.indexOf(party), below = same[rank + 1]
  return [
    `rank ${Math.min(3, rank)}`, `of ${Math.min(4, same.filter(p => p.share > SEEN).length)}`, `over ${rank === 0 ? 'top' : step(odds(same[0]!.share), 1, 5)}`, `under ${below === undefined ? '-' : step(odds(below.share), 1, 5)}`,
    `joint-rank ${step(odds(party.share), 1, 5)} ${Math.min(2, rank)}`,
  ]
}

/** What parties of other roles there are, in the report, in its sentences, and in its words. */
function besideFeatures(party: Filler, { parties }: Report): readonly string[] {
  const others = parties.filter(p => p.role !== party.role), sentences = new Set(party.phrases.map(p => p.sentence)), { words } = party.best
  const inside = others.find(p => p.share > SEEN && (p.best.words.includes(words) || words.includes(p.best.words)))
  return [
    ...PARTS.filter(part => part !== party.role).map(part => `top ${part} ${step(odds(Math.max(0, ...others.filter(p => p.role === part).map(p => p.share))), 1, 5)}`),
    ...others.filter(p => p.share > STRONG && p.phrases.some(q => sentences.has(q.sentence))).map(p => `with ${p.role}`), `in ${inside?.role ?? '-'}`,
  ]
}
