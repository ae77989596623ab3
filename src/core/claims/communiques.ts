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
  const headed = sectionsOf(r, lexicon), one = headed.length > 1 ? null : issuerOf(r, lexicon, drafts, quoted) ?? thirdPerson(r, lexicon, drafts, quoted)
  return (one === null ? headed.length > 1 ? headed : [] : [one]).reduce((all, issuer) => toldBy(r, all, issuer, quoted, one !== null), drafts)
}

/** The drafts with those of one issuer; `whole`: "we" is he wherever it stands. */
function toldBy(r: Reading, drafts: readonly Draft[], { head, phrase, from, to }: Issuer, quoted: (t: number) => boolean, whole: boolean): readonly Draft[] {
  const sentence = (t: number): number => r.text.tokens[t]!.sentence, isWe = (t: number): boolean => t >= 0 && FIRST_PERSON.has(lemmaAt(r, t)) && !quoted(t) && (whole || sentence(t) >= from && sentence(t) < to)
  const out = drafts.map(d => (isWe(d.speaker) ? { ...d, speaker: head, source: phrase } : d)), held = new Set(drafts.filter(d => d.kind !== 'view').map(d => sentence(d.cue[0])))
  const told = r.text.sentences.flatMap((s, k): readonly Draft[] => k < from || k >= to || held.has(k) || phrase.includes(s.first) || !tells(r, s) ? [] : [{ kind: 'say', cue: [s.first, s.first], speaker: head, source: phrase, content: range(s.first, s.last), rule: 'claim:communique' }])
  return [...out, ...told]
}

/** Sentences to one in which a communiqué in the third person gives another's words; a report of the news gives more. */
const OTHERS = 6

/** A communiqué without "we": one whose heading, letterhead, dateline or signature names who issued it, and which gives hardly anybody else's words. */
function thirdPerson(r: Reading, lexicon: ClaimLexicon, drafts: readonly Draft[], quoted: (t: number) => boolean): Issuer | null {
  const issuer = headingIssuer(r, lexicon) ?? bodyLine(r, lexicon) ?? sentFrom(r) ?? signature(r)
  if (issuer === null) return null
  const own = entityAt(r, issuer.head), isOther = (d: Draft): boolean => { const m = entityAt(r, d.speaker); return d.kind !== 'view' && d.speaker >= 0 && !quoted(d.cue[0]) && m?.form !== 'pronoun' && (m === null || m.chain !== own?.chain) && !issuer.phrase.includes(d.speaker) }
  return new Set(drafts.filter(isOther).map(d => r.text.tokens[d.cue[0]]!.sentence)).size * OTHERS > r.text.sentences.length ? null : issuer
}

/** "Communiqué No. 14" and "General Staff of the Armed Forces": the first two lines, of which one is all the name of a body and one names a paper; a title before them makes it a report. */
function bodyLine(r: Reading, lexicon: ClaimLexicon): Issuer | null {
  const lines = r.text.sentences.slice(0, 2).filter(s => s.last - s.first <= BODY_LINE && !/^[.!?]$/.test(r.text.tokens[s.last - 1]!.form)), words = (s: Sentence): readonly number[] => range(s.first, s.last).filter(t => /^(?:NOUN|PROPN|ADJ)$/.test(r.syntax.upos[t] ?? ''))
  const s = lines.some(x => range(x.first, x.last).some(t => lexicon.documents.has(lemmaAt(r, t)))) ? lines.find(x => isVerbless(r, x) && words(x).every(t => isCapital(r, t)) && r.entities.mentions.some(m => m.first === x.first && BODIES.has(m.kind))) : undefined
  return s === undefined ? null : { head: r.entities.mentions.find(m => m.first === s.first && BODIES.has(m.kind))!.head, phrase: range(s.first, s.last), from: r.text.sentences.indexOf(s) + 1, to: r.text.sentences.length }
}

/** Tokens of the longest such line. */
const BODY_LINE = 8

/** "TIRIN, 12 November (Press Office of the Karan Army) – Guerrillas ambushed …": whose office the brackets of the dateline name. */
function sentFrom(r: Reading): Issuer | null {
  if (r.text.sentences.length === 0) return null
  const { first, last } = r.text.sentences[0]!, open = range(first, Math.min(last, first + DATELINE)).find(t => r.text.tokens[t]!.form === '(') ?? -1, close = range(open + 1, Math.min(last, open + DATELINE)).find(t => r.text.tokens[t]!.form === ')') ?? -1
  if (open < 0 || close < 0 || !/^(?:[–—-]|--)$/.test(r.text.tokens[close + 1]?.form ?? '') || !range(open, close).some(t => lemmaIn(r, t, 'press-office'))) return null
  const m = bodyIn(r, open, close)
  return m === null ? null : { head: m.head, phrase: range(m.first, m.last), from: 0, to: r.text.sentences.length }
}

/** Tokens of the longest dateline and of the longest bracket in it. */
const DATELINE = 14

/** "Omar Hadi, spokesman of the Islamic Emirate", "Press office of the front": a last line without a verb that names whose voice it was. */
function signature(r: Reading): Issuer | null {
  const s = r.text.sentences.at(-1)!
  if (r.text.sentences.length < 2 || s.paragraph === r.text.sentences.at(-2)!.paragraph || s.last - s.first > DATELINE || !isVerbless(r, s) || !range(s.first, s.last).some(t => lemmaIn(r, t, 'press-office') || /^spokes(?:man|woman|person)$/.test(lemmaAt(r, t)))) return null
  const m = bodyIn(r, s.first, s.last)
  return m === null ? null : { head: m.head, phrase: range(m.first, m.last), from: 0, to: r.text.sentences.length - 1 }
}

const bodyIn = (r: Reading, from: number, to: number): EntityMention | null => r.entities.mentions.findLast(m => m.first >= from && m.last <= to && BODIES.has(m.kind) && isCapital(r, m.head)) ?? null

/** A name, whatever the tagger made of it. */
const isCapital = (r: Reading, t: number): boolean => /^\p{Lu}/u.test(r.text.tokens[t]!.form)

/** "Statement of the Ministry of Defence:" and its paragraphs, "Statement of the Front:" and its: each heading with what stands under it. */
function sectionsOf(r: Reading, lexicon: ClaimLexicon): readonly Issuer[] {
  const heads = r.text.sentences.flatMap((s, k) => { const next = r.text.sentences[k + 1], found = next === undefined || next.paragraph === s.paragraph || !isVerbless(r, s) ? null : ownerIn(r, lexicon, s.first, s.last); return found === null ? [] : [{ k, ...found }] })
  return heads.map(({ k, head, phrase }, j) => ({ head, phrase, from: k + 1, to: heads[j + 1]?.k ?? r.text.sentences.length }))
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
  for (const s of r.text.sentences.slice(0, NEAR).filter(s => isVerbless(r, s))) { const found = ownerIn(r, lexicon, s.first, s.last); if (found) return { ...found, from: 1, to: r.text.sentences.length } }
  return null
}

/** Whose paper the words from `first` to `last` name. */
function ownerIn(r: Reading, lexicon: ClaimLexicon, first: number, last: number): Pick<Issuer, 'head' | 'phrase'> | null {
  for (const t of range(first, last)) {
    const owner = lexicon.documents.has(lemmaAt(r, t)) ? childrenWith(r.syntax, t, 'nmod').find(c => ['of', 'by', 'from'].includes(prepositionOf(r.syntax, c))) : undefined, m = owner === undefined ? null : entityAt(r, owner)
    if (owner === undefined || m === null || !(BODIES.has(m.kind) || m.kind === 'person' && m.form === 'name' || lemmaIn(r, owner, 'communique-owner'))) continue
    const phrase = subtree(r, owner).filter(k => k > t + 1 && k < last), comma = phrase.findIndex(k => /^[,:]$/.test(r.text.tokens[k]!.form))
    return { head: owner, phrase: comma < 0 ? phrase : phrase.slice(0, comma) }
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
