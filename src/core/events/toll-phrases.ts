/** Tolls told by nouns and set phrases: deaths, bodies, lives lost, "the toll rose to", "no casualties". */
import { childrenWith, conjuncts, isVerb, prepositionOf } from './arguments.ts'
import { lemmaAt, type Reading } from './reading.ts'
import { countOf, countToll, DEATH_NOUN, DIE, HURT, HURT_NOUN, KILL, listToll, NOBODY, toll, type Toll, type TollKind } from './toll.ts'
import { usable, victimsBefore, victimsFrom } from './victims.ts'

const RECKON = new Set(['toll', 'number'])
/** Tokens after "toll" within which its number stands. */
const ABOUT = 30

/** "the death toll rose to 31", "the number of injured has risen to 24". */
export function reckonedToll(r: Reading, i: number): Toll | null {
  const lemma = lemmaAt(r, i)
  if (!RECKON.has(lemma) || r.syntax.upos[i] !== 'NOUN') return null
  const said = childrenWith(r.syntax, i, 'compound', 'nmod', 'amod').flatMap(c => [c, ...childrenWith(r.syntax, c, 'acl', 'amod')]).map(c => lemmaAt(r, c))
  const kind = said.some(w => HURT.has(w) || w === 'wounded' || w === 'injury') ? 'injured' : said.some(w => KILL.has(w) || w === 'death' || w === 'dead' || w === 'casualty') || lemma === 'toll' ? 'killed' : null
  if (kind === null) return null
  for (let at = i + 1; at < i + ABOUT; at++) {
    if (r.text.tokens[at]?.sentence !== r.text.tokens[i]!.sentence) return null
    const k = r.countAt[at] ?? -1
    if (k >= 0 && usable(r, k) && /^(?:to|at|of|as|reach|be)$/.test(lemmaAt(r, r.counts[k]!.first - 1))) return countToll(r, kind, i, k, `toll:${kind}/reckoned`)
  }
  return null
}

const UNHURT = new Set(['hurt', 'harm', 'injure', 'wound', 'hit'])
/** Words between "no one" and what did not befall them. */
const WAS = new Set(['be', 'have', 'seem', 'to', 'reportedly', 'also', 'else', 'get', 'report'])
const NO = /^(?:no|without)$/
/** Nouns of losses that "no" denies, with the kinds that are denied. */
const LOSSES: Readonly<Record<string, readonly ('killed' | 'injured')[]>> = { casualty: ['killed', 'injured'], injury: ['killed', 'injured'], loss: ['killed', 'injured'], fatality: ['killed'], death: ['killed'] }

/** "no casualties", "without loss", "no one was hurt": nobody, of both kinds; "nobody was killed", "no deaths": nobody killed. */
export function nobodyTolls(r: Reading, i: number): readonly Toll[] {
  const lemma = lemmaAt(r, i), denied = LOSSES[lemma]
  const none = denied !== undefined ? deniedBy(r, i) : UNHURT.has(lemma) || KILL.has(lemma) || DIE.has(lemma) ? nobodyBefore(r, i) : -1
  if (none < 0) return []
  const { start } = r.text.tokens[Math.min(none, i)]!, { end, sentence } = r.text.tokens[i]!
  return (denied ?? (UNHURT.has(lemma) ? ['killed', 'injured'] as const : ['killed'] as const)).map(kind => ({ kind, min: 0, max: 0, of: [], anchor: i, sentence, start, end, vague: false, rule: 'toll:no-casualties' }))
}

/** The "no" of "no casualties", "no loss of life", "no reports of injuries", or -1; "losses" alone are of things as well. */
function deniedBy(r: Reading, i: number): number {
  const own = childrenWith(r.syntax, i, 'det', 'case').find(c => NO.test(lemmaAt(r, c)))
  if (own !== undefined) return lemmaAt(r, i) !== 'loss' || lemmaAt(r, own) === 'without' || lemmaAt(r, i + 2) === 'life' ? own : -1
  const above = r.syntax.head[i] ?? -1
  return lemmaAt(r, above) === 'report' && prepositionOf(r.syntax, i) === 'of' ? childrenWith(r.syntax, above, 'det').find(c => lemmaAt(r, c) === 'no') ?? -1 : -1
}

/** "nobody", "none" or "no one" that stands before the word with auxiliaries only between; -1 where none does. */
function nobodyBefore(r: Reading, i: number): number {
  let at = i - 1
  while (at >= 0 && r.text.tokens[at]!.sentence === r.text.tokens[i]!.sentence && WAS.has(lemmaAt(r, at))) at--
  if (r.text.tokens[at]?.sentence !== r.text.tokens[i]!.sentence) return -1
  return NOBODY.has(lemmaAt(r, at)) || (lemmaAt(r, at) === 'one' && /^(?:no|no-)$/.test(lemmaAt(r, r.text.tokens[at - 1]?.form === '-' ? at - 2 : at - 1))) ? at : -1
}

const TAKING = new Set(['claim', 'take', 'cost', 'lose'])
const FINDING = new Set(['find', 'recover', 'receive', 'pull', 'retrieve', 'discover', 'count', 'bring', 'witness', 'see', 'exhume', 'unearth', 'collect'])
const SUFFERING = new Set(['sustain', 'suffer', 'receive', 'get'])

/** "claimed the lives of 12 people", "cost 30 lives", "eight people lost their lives"; "11 bodies were found"; "put the dead at 22"; "five sustained injuries". */
export function phraseToll(r: Reading, i: number): Toll | null {
  const lemma = lemmaAt(r, i), verb = verbAbove(r, i)
  if (lemma === 'life' && TAKING.has(lemmaAt(r, verb))) return lemmaAt(r, verb) === 'lose' && r.syntax.xpos[i - 1] === 'PRP$' ? listBefore(r, 'killed', verb, i, 'lives') : lemmaAt(r, i + 1) === 'of' ? listAfter(r, i, 'lives') : counted(r, i, 'lives')
  if (lemma === 'body' && FINDING.has(lemmaAt(r, verb))) return lemmaAt(r, i + 1) === 'of' ? listAfter(r, i, 'bodies') : counted(r, i, 'bodies')
  if (lemma === 'dead' && lemmaAt(r, i - 1) === 'the' && /^(?:at|to)$/.test(lemmaAt(r, i + 1))) { const k = r.countAt[i + 2] ?? -1; return k >= 0 && usable(r, k) ? countToll(r, 'killed', i, k, 'toll:killed/reckoned') : null }
  return HURT_NOUN.has(lemma) && SUFFERING.has(lemmaAt(r, verb)) && verb < i ? listBefore(r, 'injured', verb, i, 'sustained') : null
}

/** The nearest verb above a noun, or -1. */
function verbAbove(r: Reading, i: number): number {
  let at = r.syntax.head[i] ?? -1
  for (let hops = 0; at >= 0 && hops < 3 && !isVerb(r.syntax, at); hops++) at = r.syntax.head[at] ?? -1
  return at >= 0 && isVerb(r.syntax, at) ? at : -1
}

const counted = (r: Reading, i: number, what: string): Toll | null => (countOf(r, i) >= 0 ? toll(r, 'killed', i, [i], `toll:killed/${what}`) : null)

const listAfter = (r: Reading, i: number, what: string): Toll | null => { const list = victimsFrom(r, r.text.tokens[i + 2]?.form.toLowerCase() === 'the' && (r.countAt[i + 2] ?? -1) < 0 ? i + 3 : i + 2, () => false); return list === null ? null : listToll(r, 'killed', i, list, `toll:killed/${what}`) }

/** The list before `verb`, hung on the noun `i` that says what befell them. */
function listBefore(r: Reading, kind: TollKind, verb: number, i: number, what: string): Toll | null {
  const list = victimsBefore(r, verb, WAS, () => false)
  return list === null ? null : listToll(r, kind, i, list, `toll:${kind}/${what}`)
}

/** "the deaths of 12 people", "30 injuries", "the killing of two men". */
export function nounToll(r: Reading, i: number): Toll | null {
  if (r.syntax.upos[i] !== 'NOUN') return null
  const lemma = lemmaAt(r, i)
  const kind = DEATH_NOUN.has(lemma) ? 'killed' : HURT_NOUN.has(lemma) ? 'injured' : null
  if (!kind) return null
  const of = childrenWith(r.syntax, i, 'nmod').filter(c => childrenWith(r.syntax, c, 'case').some(k => lemmaAt(r, k) === 'of'))
  if (of.length) return toll(r, kind, i, of.flatMap(h => conjuncts(r.syntax, h)), `toll:${kind}/noun-of`)
  const sufferer = kind === 'injured' && r.syntax.deprel[i] === 'nmod' && prepositionOf(r.syntax, i) === 'with' ? r.syntax.head[i] ?? -1 : -1
  if (sufferer >= 0) return toll(r, kind, i, conjuncts(r.syntax, sufferer), `toll:${kind}/with-injuries`)
  return (lemma === 'death' || lemma === 'fatality' || lemma === 'injury') && countOf(r, i) >= 0 ? toll(r, kind, i, [i], `toll:${kind}/counted-noun`) : null
}

