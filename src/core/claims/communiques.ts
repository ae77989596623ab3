/** Reports that are one party's own words: a communiqué in the first person, or paragraphs behind "X said in a statement:". What they tell, X says. */
import { FIRST_PERSON, isNewsroom } from '../entities/issuer.ts'
import { childrenWith, isVerb, prepositionOf } from '../events/arguments.ts'
import { entityAt, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import type { EntityMention, Sentence } from '../model/index.ts'
import { range } from '../text/range.ts'
import { subtree, type Draft } from './attribution.ts'
import type { ClaimLexicon } from './lexicon.ts'

/** Who issued the report, as the phrase that names him, and the sentences that are his words: all of a text in the first person, else the paragraph that was announced. */
interface Issuer { readonly head: number; readonly phrase: readonly number[]; readonly from: number; readonly to: number }

/** Sentences at the start and at the end in which the issuer is named; sentences in the first person that make a communiqué. */
const NEAR = 4, OWN = 2
const BODIES: ReadonlySet<string> = new Set(['armed-group', 'force', 'government', 'organisation'])

/** The drafts with one for each sentence of a communiqué that ascribes its words to nobody else; "we" is who issued it. */
export function withCommunique(r: Reading, lexicon: ClaimLexicon, drafts: readonly Draft[], quoted: (t: number) => boolean): readonly Draft[] {
  const issuer = issuerOf(r, lexicon, drafts, quoted)
  if (issuer === null) return drafts
  const { head, phrase, from, to } = issuer, isWe = (t: number): boolean => t >= 0 && FIRST_PERSON.has(lemmaAt(r, t)) && !quoted(t)
  const out = drafts.map(d => (isWe(d.speaker) ? { ...d, speaker: head, source: phrase } : d)), held = new Set(drafts.filter(d => d.kind !== 'view').map(d => r.text.tokens[d.cue[0]]!.sentence))
  const told = r.text.sentences.flatMap((s, k): readonly Draft[] => k < from || k >= to || held.has(k) || phrase.includes(s.first) || !tells(r, s) ? [] : [{ kind: 'say', cue: [s.first, s.first], speaker: head, source: phrase, content: range(s.first, s.last), rule: 'claim:communique' }])
  return [...out, ...told]
}

const tells = (r: Reading, { first, last }: Sentence): boolean => last - first > 4 && range(first, last).some(t => isVerb(r.syntax, t)) && !range(first, last).every(t => /^["“”]$/.test(r.text.tokens[t]!.form))

function issuerOf(r: Reading, lexicon: ClaimLexicon, drafts: readonly Draft[], quoted: (t: number) => boolean): Issuer | null {
  const announced = announcer(r, drafts)
  const own = r.text.sentences.filter(s => range(s.first, s.last).some(t => FIRST_PERSON.has(lemmaAt(r, t)) && !quoted(t) && !isNewsroom(r.syntax, t, r.lexicon.lists)))
  const headed = own.length > 0 && !announced ? headingIssuer(r, lexicon) : null
  if (headed) return headed
  if (own.length < OWN) return announced
  if (announced) return { ...announced, to: r.text.sentences.length }
  const { sentences } = r.text, edges = [...sentences.slice(0, NEAR), ...sentences.slice(-2).filter(s => !range(s.first, s.last).some(t => isVerb(r.syntax, t)))]
  const bodies = edges.flatMap(s => range(s.first, s.last)).map(t => entityAt(r, t)).filter((m): m is EntityMention => m !== null && m.form === 'name' && BODIES.has(m.kind))
  const signed = bodies.find(m => isIssuing(r, lexicon, m)) ?? bodies.find(m => m.first === sentences.at(-1)?.first)
  if (signed === undefined) return letterhead(r, lexicon)
  return { head: signed.head, phrase: range(signed.first, signed.last), from: 1, to: sentences.length }
}

/** "Statement of the Ministry of Defence on the raid", "Statement of Ana Diaz, spokesperson": whose statement a line without a verb says that it is. */
function headingIssuer(r: Reading, lexicon: ClaimLexicon): Issuer | null {
  for (const { first, last } of r.text.sentences.slice(0, NEAR).filter(s => isVerbless(r, s))) for (const t of range(first, last)) {
    const owner = lexicon.documents.has(lemmaAt(r, t)) ? childrenWith(r.syntax, t, 'nmod').find(c => ['of', 'by', 'from'].includes(prepositionOf(r.syntax, c))) : undefined, m = owner === undefined ? null : entityAt(r, owner)
    if (owner === undefined || m === null || !(BODIES.has(m.kind) || m.kind === 'person' && m.form === 'name' || lemmaIn(r, owner, 'communique-owner'))) continue
    const phrase = subtree(r, owner).filter(k => k > t + 1), comma = phrase.findIndex(k => r.text.tokens[k]!.form === ',')
    return { head: owner, phrase: comma < 0 ? phrase : phrase.slice(0, comma), from: 1, to: r.text.sentences.length }
  }
  return null
}

/** A line that is nothing but the name of a body, near another that names a paper: "Karen Defence Army (KDA)", "News release 12". */
function letterhead(r: Reading, lexicon: ClaimLexicon): Issuer | null {
  const lines = r.text.sentences.slice(1, NEAR + 2).filter(s => isVerbless(r, s))
  if (!lines.some(s => range(s.first, s.last).some(t => lexicon.documents.has(lemmaAt(r, t))))) return null
  const m = lines.map(s => r.entities.mentions.find(x => x.first === s.first && r.syntax.upos[x.head] === 'PROPN' && BODIES.has(x.kind) && range(x.last, s.last).every(t => !/^(?:NOUN|ADP)$/.test(r.syntax.upos[t] ?? '')))).find(x => x !== undefined)
  return m === undefined ? null : { head: m.head, phrase: range(m.first, m.last), from: 1, to: r.text.sentences.length }
}

const isVerbless = (r: Reading, { first, last }: Sentence): boolean => range(first, last).every(t => !isVerb(r.syntax, t) && r.syntax.upos[t] !== 'AUX')

/** "Statement of the front", "spokesman of the front", "the front announces": it is who issues. */
function isIssuing(r: Reading, lexicon: ClaimLexicon, m: EntityMention): boolean {
  const up = r.syntax.head[m.head] ?? -1
  return up >= 0 && ((r.syntax.deprel[m.head] === 'nsubj' && lexicon.verbs.has(lemmaAt(r, up))) || lexicon.documents.has(lemmaAt(r, up)) || lemmaIn(r, up, 'communique-owner') || r.syntax.deprel[m.head] === 'nsubj' && lemmaAt(r, up) === 'make')
}

/** `The spokesman of the front said in a statement:` and a new paragraph without quotation marks. */
function announcer(r: Reading, drafts: readonly Draft[]): Issuer | null {
  const { sentences, tokens } = r.text
  for (const [k, s] of sentences.slice(0, NEAR).entries()) {
    const next = sentences[k + 1]
    if (next === undefined || tokens[s.last - 1]?.form !== ':' || next.paragraph === s.paragraph || /^["“]$/.test(tokens[next.first]!.form)) continue
    const verb = range(s.first, s.last).find(t => isVerb(r.syntax, t) && childrenWith(r.syntax, t, 'nsubj').length > 0), head = verb === undefined ? -1 : childrenWith(r.syntax, verb, 'nsubj')[0] ?? -1
    if (verb === undefined || head < 0 || drafts.some(d => d.content.some(t => t > s.first && t < s.last) && tokens[d.cue[0]]!.sentence === k && d.rule !== 'claim:quotation')) continue
    const phrase = subtree(r, head, verb)
    if (entityAt(r, head)?.form === 'pronoun' || phrase.length > 16) continue
    return { head, phrase, from: k + 1, to: sentences.findLastIndex(x => x.paragraph === next.paragraph) + 1 }
  }
  return null
}
