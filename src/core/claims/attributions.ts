/** The attribution layer: every place in a report where words or thoughts are ascribed to somebody, whether or not they are about an event. */
import { isVerb } from '../events/arguments.ts'
import { entityAt, lemmaAt, type Reading } from '../events/reading.ts'
import { findQuotations, type Quotation } from '../text/quotations.ts'
import { range } from '../text/range.ts'
import { accordingTo } from './according.ts'
import { actOf, behind, condemnation, culprit, distancing, ownClaim } from './acts.ts'
import { complete, type Attribution, type Draft } from './attribution.ts'
import { alike, echo } from './echoes.ts'
import { withCommunique } from './communiques.ts'
import { findHeadings, labelled, parenthesis } from './headings.ts'
import { byWords } from './by-words.ts'
import type { ClaimLexicon, Cue } from './lexicon.ts'
import { misreadVerb } from './misread.ts'
import { parted } from './parting.ts'
import { adjectiveSaying, nounSaying } from './sayings.ts'
import { askedFirst } from './tails.ts'

/** All attributions in the order of their cues, those among them that only show somebody's mind. Nested ones are given too: the cue of one may stand in the content of another. */
export function findAttributions(r: Reading, lexicon: ClaimLexicon): readonly Attribution[] {
  const all = attributionsBy(r, lexicon, i => { const draft = draftAt(r, lexicon, i); return draft === null || draft.content.length === 0 ? attitudeAt(r, lexicon, i) ?? draft : draft })
  return all.filter(a => !all.some(b => b.cue[0] > a.cue[1] && a.cue.some(t => b.cueTokens.includes(t)) && a.content.includes(b.cue[0])))
}

/** The attributions of which claims may be made. */
export const findStatements = (r: Reading, lexicon: ClaimLexicon): readonly Attribution[] => attributionsBy(r, lexicon, i => draftAt(r, lexicon, i))

function attributionsBy(r: Reading, lexicon: ClaimLexicon, at: (token: number) => Draft | null): readonly Attribution[] {
  const drafts: Draft[] = []
  for (let i = 0; i < r.text.tokens.length; i++) { const draft = at(i); if (draft) drafts.push(draft) }
  drafts.push(...findHeadings(r, lexicon).filter(h => !drafts.some(d => h.source!.includes(d.cue[0]))))
  const telling = new Set(drafts.filter(d => d.kind !== 'view').map(d => r.text.tokens[d.cue[0]]!.sentence))
  drafts.push(...labelled(r, lexicon, k => telling.has(k)))
  drafts.sort((a, b) => a.cue[0] - b.cue[0])
  const quotations = findQuotations(r.text), inside = new Set(quotations.filter(q => q.last - q.first > SPEECH + 2).flatMap(q => range(q.first + 1, q.last))), spoken = (t: number): boolean => inside.has(t)
  return withCommunique(r, lexicon, withQuotations(r, parted(r, drafts), quotations), spoken).filter(d => d.content.length > 0).map(d => complete(r, { ...d, content: trimmed(r, d.content) }, spoken(d.cue[0])))
}

/** Those that stand in the content of no other and in no quotation: what the report itself ascribes, not what its speakers do. */
export function outermost(attributions: readonly Attribution[]): readonly Attribution[] {
  const holders = new Map<number, number[]>()
  attributions.forEach((a, k) => { if (a.rule !== 'claim:communique') for (const t of a.content) holders.set(t, [...(holders.get(t) ?? []), k]) })
  const nested = (a: Attribution, k: number): boolean => (holders.get(a.cue[0]) ?? []).some(j => j !== k && !a.content.includes(attributions[j]!.cue[0]))
  return attributions.filter((a, k) => !a.quoted && !nested(a, k))
}

function draftAt(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const lemma = lemmaAt(r, i)
  if (lemma === 'accord' || lemma === 'according' || lemma === 'per') { const found = accordingTo(r, i); if (found) return found }
  const asked = askedFirst(r, i)
  if (asked) return { kind: 'view', cue: [i, i], speaker: asked.head, source: asked.phrase, content: asked.content, rule: 'claim:asked' }
  const noun = alike(r, lexicon, i) ?? misreadVerb(r, lexicon, i) ?? byWords(r, lexicon, i)
  if (noun) return noun
  if (isVerb(r.syntax, i)) {
    const own = behind(r, lexicon, i) ?? culprit(r, lexicon, i) ?? ownClaim(r, lexicon, i) ?? distancing(r, i)
    if (own) return own
    const senses = lexicon.verbs.get(lemma) ?? [], said = echo(r, lexicon, i, senses)
    if (said) return said
    const all = senses.map(cue => parenthesis(r, i, cue) ?? actOf(r, lexicon, i, cue)).filter(d => d !== null)
    return all.find(d => d.content.length > 0) ?? all[0] ?? null
  }
  if (r.syntax.upos[i] === 'ADJ') { const cue = lexicon.adjectives.get(lemma); return cue ? adjectiveSaying(r, i, cue) : null }
  const outcry = r.syntax.upos[i] === 'NOUN' ? condemnation(r, i) : null
  if (outcry) return outcry
  const carrier = r.syntax.upos[i] === 'NOUN' ? lexicon.nouns.get(lemma) : undefined
  return carrier ? nounSaying(r, i, carrier) : null
}

/** Who uses force on somebody shows it by his acts: "the rebels attacked the town" ascribes nothing. */
const FIGHTS: ReadonlySet<string> = new Set(['armed-group', 'force']), ARMED: ReadonlySet<string> = new Set(['REB', 'PRM', 'CRM', 'MIL'])

/** Whoever does something about a matter in words or thought: "raved about the dam", "went quiet about it". */
const ABOUT: Cue = { kind: 'view', takes: new Set(['about']) }

/** What shows somebody's mind, by the cues that make no claim. */
function attitudeAt(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const { attitudes } = lexicon, lemma = lemmaAt(r, i), upos = r.syntax.upos[i], adjective = upos === 'ADJ' ? attitudes.adjectives.get(lemma) : undefined, noun = upos === 'NOUN' ? attitudes.nouns.get(lemma) : undefined
  const verbs = isVerb(r.syntax, i) ? [...attitudes.verbs.get(lemma) ?? [], ABOUT].map(cue => actOf(r, lexicon, i, cue)) : []
  const draft = [...verbs, noun ? nounSaying(r, i, noun) : null, adjective ? adjectiveSaying(r, i, adjective) : null].find(d => d !== null && d.content.length > 0) ?? null
  const mention = draft === null ? null : entityAt(r, draft.speaker)
  return mention !== null && (FIGHTS.has(mention.kind) || mention.sectors.some(x => ARMED.has(x))) ? null : draft
}

/** Words of a quotation below which it is a quoted expression, not speech. */
const SPEECH = 4

/** Gives each quotation whole to the attribution that holds a part of it, else to the speaker of its sentence, else to the one quoted before it in its paragraph. */
function withQuotations(r: Reading, drafts: readonly Draft[], quotations: readonly Quotation[]): readonly Draft[] {
  const content = drafts.map(d => new Set(d.content))
  let previous = -1
  for (const q of quotations) {
    const owner = ownerOf(r, drafts, content, q, previous)
    if (owner < 0) continue
    for (let t = q.first; t < q.last; t++) if (t < drafts[owner]!.cue[0] || t > drafts[owner]!.cue[1]) content[owner]!.add(t)
    if (q.last - q.first > SPEECH + 2) previous = owner
  }
  return drafts.map((d, k) => ({ ...d, content: [...content[k]!].sort((a, b) => a - b) }))
}

function ownerOf(r: Reading, drafts: readonly Draft[], content: readonly ReadonlySet<number>[], q: Quotation, previous: number): number {
  const outside = (d: Draft): boolean => d.cue[0] < q.first || d.cue[0] >= q.last
  let best = -1, most = 0
  drafts.forEach((d, k) => {
    if (!outside(d)) return
    let shared = 0
    for (let t = q.first; t < q.last; t++) if (content[k]!.has(t)) shared++
    if (shared > most) { best = k; most = shared }
  })
  if (best >= 0 || q.last - q.first <= SPEECH + 2) return best
  const sentence = (t: number): number => r.text.tokens[t]!.sentence, from = sentence(q.first), to = sentence(q.last - 1)
  const beside = drafts.findIndex((d, k) => outside(d) && content[k]!.size === 0 && sentence(d.cue[0]) >= from && sentence(d.cue[0]) <= to + 1 && sameParagraph(r, d.cue[0], q.first))
  if (beside >= 0) return beside
  const announced = drafts.findLastIndex(d => d.cue[1] < q.first && d.kind !== 'view' && (sentence(d.cue[0]) === from || sentence(d.cue[0]) === from - 1 && leadsIn(r, q.first)))
  if (announced >= 0) return announced
  if (previous >= 0 && from - sentence(drafts[previous]!.cue[0]) <= CONTINUES && paragraphOf(r, q.first) - paragraphOf(r, drafts[previous]!.cue[0]) <= 1) return previous
  const just = drafts.findLastIndex(d => d.cue[1] < q.first && SPEAKS.has(d.kind)), opens = q.first === r.text.sentences[from]!.first
  return opens && just >= 0 && from - sentence(drafts[just]!.cue[0]) === 1 ? just : -1
}

/** Kinds of attribution whose speaker goes on in the words of a quotation that stands alone in the next sentence. */
const SPEAKS: ReadonlySet<string> = new Set(['say', 'confirm', 'accuse', 'condemn', 'deny'])

/** "In a speech he declared:" before the quotation, in a paragraph of its own or not. */
const leadsIn = (r: Reading, first: number): boolean => /^[:,]$/.test(r.text.tokens[first - 1]?.form ?? '')

/** Sentences after a cue within which a further quotation without one is of the same speaker. */
const CONTINUES = 8

const paragraphOf = (r: Reading, t: number): number => r.text.sentences[r.text.tokens[t]!.sentence]!.paragraph
const sameParagraph = (r: Reading, a: number, b: number): boolean => paragraphOf(r, a) === paragraphOf(r, b)

/** Without commas and colons at its ends. */
function trimmed(r: Reading, content: readonly number[]): readonly number[] {
  let from = 0, to = content.length
  while (from < to && /^[,:;–—-]$/.test(r.text.tokens[content[from]!]!.form)) from++
  while (to > from && /^[,:;–—-]$/.test(r.text.tokens[content[to - 1]!]!.form)) to--
  return content.slice(from, to)
}
