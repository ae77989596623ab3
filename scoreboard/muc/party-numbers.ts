/** What speaks for a party's being one of the key's, in numbers: what boosted trees read. */
import type { Filler } from './fill.ts'
import { odds, type Report } from './party-features.ts'
import { PARTS, type PartName } from './role-model.ts'

/** Kinds of mentions, from the civil to the armed. */
const KINDS = ['person', 'people', 'unknown', '-', 'facility', 'equipment', 'place', 'organisation', 'state', 'government', 'force', 'armed-group']
/** Shares from which a phrase is a strong one, and from which another party counts. */
const STRONG = 0.3, SEEN = 0.2
/** Stands for a sentence where there is none. */
const NEVER = 99

const least = (values: readonly number[]): number => Math.min(NEVER, ...values)
const total = (parties: readonly Filler[]): number => parties.reduce((sum, p) => sum + p.share, 0)
const flag = (holds: boolean): number => holds ? 1 : 0

/** The numbers of a party, always in one order. */
export function partyNumbers(party: Filler, report: Report): Float64Array {
  return Float64Array.from([...ownNumbers(party, report), ...rankNumbers(party, report), ...besideNumbers(party, report)])
}

function ownNumbers({ role, share, best, phrases, all, types }: Filler, { leanings, sentences }: Report): readonly number[] {
  const first = least(phrases.map(p => p.sentence)), seen = phrases.filter((_, k) => best.shares[k]! > SEEN), [kind = '-', form = ''] = best.kind.split(' '), type = types.indexOf(Math.max(...types))
  return [
    PARTS.indexOf(role), ...PARTS.map(part => flag(part === role)), odds(share), odds(best.share), odds(best.none), odds(best.secondShare), PARTS.indexOf(best.second), odds(best.shares[1] ?? 0),
    best.shares.reduce((sum, s) => sum + s, 0) / best.shares.length, Math.min(...best.shares), phrases.length, best.shares.filter(s => s > STRONG).length, all,
    first, least(seen.map(p => p.sentence)), first / sentences, sentences, ...leanings, leanings[type + 1] ?? 0, ...types,
    best.words.split(' ').length, KINDS.indexOf(kind), flag(form === 'name'),
  ]
}

/** How it stands among those of its role. */
function rankNumbers(party: Filler, { parties }: Report): readonly number[] {
  const same = parties.filter(p => p.role === party.role).toSorted((a, b) => b.share - a.share), rank = same.indexOf(party), below = odds(same[rank + 1]?.share ?? 0), own = odds(party.share)
  return [rank, odds(same[0]!.share) - own, below, own - below, same.filter(p => p.share > SEEN).length, total(same)]
}

/** What parties there are besides, in the report and in its sentences. */
function besideNumbers(party: Filler, { parties }: Report): readonly number[] {
  const others = parties.filter(p => p !== party), within = (steps: number): readonly Filler[] => others.filter(o => o.phrases.some(a => party.phrases.some(b => Math.abs(a.sentence - b.sentence) <= steps))), here = within(0)
  const top = (of: readonly Filler[], part: PartName): number => odds(Math.max(0, ...of.filter(o => o.role === part).map(o => o.share)))
  return [...PARTS.map(part => top(others, part)), ...PARTS.map(part => top(here, part)), total(within(1)), total(parties)]
}
