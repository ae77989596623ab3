/** Tolls told by words of reckoning alone: "the death toll rose to 31", "the tribes count 17", "a third soldier has died". */
import { childrenWith, isPassive, isVerb } from './arguments.ts'
import { entityAt, hasClass, isHuman, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { countToll, type Toll } from './toll.ts'
import { usable } from './victim-party.ts'

/** Tokens after "toll" within which its number stands. */
const ABOUT = 30

/** "the death toll rose to 31", "the number of injured has risen to 24". */
export function reckonedToll(r: Reading, i: number): Toll | null {
  const lemma = lemmaAt(r, i)
  if (!lemmaIn(r, i, 'reckon-noun') || r.syntax.upos[i] !== 'NOUN') return null
  const said = childrenWith(r.syntax, i, 'compound', 'nmod', 'amod', 'acl').flatMap(c => [c, ...childrenWith(r.syntax, c, 'acl', 'amod')]).map(c => lemmaAt(r, c))
  const kind = said.some(w => r.lexicon.lists['hurt-verb'].has(w) || w === 'wounded' || w === 'injury') ? 'injured' : said.some(w => r.lexicon.lists['kill-verb'].has(w) || w === 'death' || w === 'dead' || w === 'casualty' || w === 'martyr' || w === 'martyred' || w === 'fatality') || /^(?:toll|fatality)$/.test(lemma) ? 'killed' : null
  if (kind === null) return null
  const ahead = reckonedBefore(r, i)
  if (ahead >= 0) return countToll(r, kind, i, ahead, `toll:${kind}/reckoned`)
  for (let at = i + 1; at < i + ABOUT; at++) {
    if (r.text.tokens[at]?.sentence !== r.text.tokens[i]!.sentence) return null
    const k = r.countAt[at] ?? -1
    if (k >= 0 && usable(r, k) && (lemma === 'toll' ? REACHING_TOLL : REACHING).test(lemmaAt(r, r.counts[k]!.first - 1)) && !isOfOthers(r, i, r.counts[k]!.first) && !isSuperseded(r, i, r.counts[k]!.first)) return countToll(r, kind, i, k, `toll:${kind}/reckoned`)
  }
  return null
}

/** Words before the figure of a number or of a toll; "the number of people killed by gunmen of 400 Mawozo" counts no gunmen. */
const REACHING = /^(?:to|at|as|reach|be)$/, REACHING_TOLL = /^(?:to|at|of|as|reach|be)$/

/** "A toll of 14 martyrs and the injury of 31": the "of" of another noun of harm. */
const isOfOthers = (r: Reading, noun: number, first: number): boolean => lemmaAt(r, first - 1) === 'of' && first - 2 > noun && isWordOf(r, first - 2, 'injury')

/** Tokens before a figure within which it is called an earlier one. */
const CALLED = 4
/** "The number of deaths, initially put at 14, was revised to 19": an earlier figure told by the way, where a later one follows. */
function isSuperseded(r: Reading, noun: number, first: number): boolean {
  const { last } = r.text.sentences[r.text.tokens[first]!.sentence]!, earlier = Array.from({ length: CALLED }, (_, k) => first - 1 - k).some(at => at > noun && r.lexicon.lists['earlier-word'].has(r.text.tokens[at]!.norm.toLowerCase()))
  if (earlier) for (let at = first + 1; at < Math.min(last, first + ABOUT); at++) if ((r.countAt[at] ?? -1) >= 0 && lemmaAt(r, at - 1) === 'to') return true
  return false
}

/** "Brought to seven the number of people slain", "put at 31 the death toll": the count that stands before; -1 where none does. */
function reckonedBefore(r: Reading, i: number): number {
  const own = childrenWith(r.syntax, i, 'det', 'compound', 'amod').filter(c => c < i), before = Math.min(i, ...own) - 1, k = r.countAt[before] ?? -1
  return k >= 0 && usable(r, k) && r.counts[k]!.last === before + 1 && /^(?:to|at)$/.test(lemmaAt(r, r.counts[k]!.first - 1)) ? k : -1
}

/** Sentences back to the toll whose kind a bare figure takes over. */
const RECENT = 2

/** "The government has spoken of nine", "put the figure at 11", "the tribes count 17", "the provisional count was six": a rival figure without a noun is of the kind told last. */
export function bareToll(r: Reading, i: number, last: Toll | undefined): Toll | null {
  const { sentence } = r.text.tokens[i]!
  if (last === undefined || last.kind === 'detained' || last.max === 0 || sentence - last.sentence > RECENT) return null
  const at = isGapped(r, i, last) ? i + 1 : figureAfter(r, i), count = r.counts[r.countAt[at] ?? -1]
  if (count === undefined || count.first !== at || count.unit !== 'unknown' || count.of >= 0 || !/^(?:\.|,|;|and|but|while|!|:)$/.test(lemmaAt(r, count.last))) return null
  // "'My uncle died,' said one": one who speaks is no figure.
  return count.max === 1 && /^(?:[,"”’]|'')$/.test(lemmaAt(r, i - 1)) ? null : countToll(r, last.kind, i, r.countAt[at]!, `toll:${last.kind}/bare`)
}

/** Tokens of the longest name of who gives the second figure. */
const SECOND = 7
/** "The commission gave the toll as 30, medics as 17": a preposition that leads to a second figure as it led to the first, nothing but somebody else between. */
function isGapped(r: Reading, i: number, last: Toll): boolean {
  if (!/^(?:at|as)$/.test(lemmaAt(r, i)) || !last.rule.endsWith('/reckoned') && !last.rule.endsWith('/bare') || last.sentence !== r.text.tokens[i]!.sentence) return false
  let from = i - 1
  while (i - from <= SECOND && /^(?:NOUN|PROPN|ADJ|DET|PART)$/.test(r.syntax.upos[from] ?? '')) from--
  const joint = lemmaAt(r, from) === ',' || !/^(?:and|but|while)$/.test(lemmaAt(r, from)) ? from : lemmaAt(r, from - 1) === ',' ? from - 1 : from, before = r.counts[r.countAt[joint - 1] ?? -1]
  return from < i - 1 && /^(?:,|;|and|but|while)$/.test(lemmaAt(r, from)) && before !== undefined && before.last === joint && lemmaAt(r, before.first - 1) === lemmaAt(r, i)
}

/** The token where a figure begins that a word of reckoning or saying leads to; -1 where it leads to none. */
function figureAfter(r: Reading, i: number): number {
  const lemma = lemmaAt(r, i), next = lemmaAt(r, i + 1)
  if (lemma === 'speak' || lemma === 'talk') return next === 'of' ? i + 2 : -1
  if (lemma === 'figure' || lemma === 'number' && lemmaAt(r, i - 2) === 'put') return /^(?:of|at|to|as|be)$/.test(next) ? i + 2 : -1
  if (lemma === 'put') return next === 'it' && lemmaAt(r, i + 2) === 'at' ? i + 3 : -1
  // The tagger may take the verb of "the tribes, who buried them, count 17" for a noun.
  const verb = isVerb(r.syntax, i) ? !isPassive(r.syntax, i) : /^(?:count|list)$/.test(lemma) && !/^(?:DT|JJ|NN|PRP\$)$/.test(r.syntax.xpos[i - 1] ?? '')
  return verb && lemmaIn(r, i, 'figure-verb') && (lemmaAt(r, i - 1) !== ',' || lemma === 'count' || lemma === 'list' || endsAside(r, i - 1)) ? i + 1 : -1
}

/** Tokens of a clause about who gives the figure. */
const ASIDE = 14
/** "The priest, who buried them, says nine": whether a comma ends what is told of the subject by the way; one that ends what somebody said leads to no figure. */
function endsAside(r: Reading, comma: number): boolean {
  const { first } = r.text.sentences[r.text.tokens[comma]!.sentence]!
  for (let at = comma - 1; at > Math.max(first, comma - ASIDE); at--) if (lemmaAt(r, at - 1) === ',') return /^(?:who|which|whose)$/.test(lemmaAt(r, at))
  return false
}

/** Tokens between an ordinal and the word for dying. */
const NTH = 14
/** "A third soldier has died", "a fifth, a sergeant, succumbed": so many are dead by now. */
export function nthToll(r: Reading, i: number): Toll | null {
  if (!isVerb(r.syntax, i) || !lemmaIn(r, i, 'die-verb')) return null
  const { first } = r.text.sentences[r.text.tokens[i]!.sentence]!
  for (let at = i - 1; at > Math.max(first, i - NTH); at--) {
    const nth = NTHS.indexOf(r.text.tokens[at]!.norm.toLowerCase())
    if (nth > 0 && /^(?:a|the)$/.test(lemmaAt(r, at - 1))) {
      const head = nounAfter(r, at)
      return head < 0 ? null : { ...countless(r, i, head, nth + 1), start: r.text.tokens[at - 1]!.start }
    }
    if (/^(?:VERB|SCONJ|CCONJ)$/.test(r.syntax.upos[at] ?? '') || /^[;.]$/.test(lemmaAt(r, at))) return null
  }
  return null
}
const NTHS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth']
/** The person whom an ordinal counts: its noun, or itself where none follows; -1 for things. */
function nounAfter(r: Reading, at: number): number {
  if (!/^(?:NOUN|PROPN|ADJ)$/.test(r.syntax.upos[at + 1] ?? '')) return at
  for (let i = at + 1; i <= at + 4; i++) if (r.syntax.upos[i] === 'NOUN' && !/^(?:NOUN|PROPN)$/.test(r.syntax.upos[i + 1] ?? '')) return hasClass(r, i, 'human') || isHuman(entityAt(r, i)) ? i : -1
  return -1
}
const countless = (r: Reading, i: number, head: number, n: number): Toll => ({ kind: 'killed', min: n, max: n, of: [head], parties: [{ head, min: n, max: n }], anchor: i, sentence: r.text.tokens[i]!.sentence, start: r.text.tokens[head]!.start, end: r.text.tokens[i]!.end, vague: false, rule: 'toll:killed/nth' })
