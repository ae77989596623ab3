/** Names who speaks: the fullest name of the chain, the person that a pronoun stands for, the voice with those for whom it speaks. */
import { childrenWith } from '../events/arguments.ts'
import { entityAt, lemmaAt, type Reading } from '../events/reading.ts'
import { spanOf, type EntityMention, type Span } from '../model/index.ts'
import type { Attribution } from './attribution.ts'
import type { ClaimLexicon } from './lexicon.ts'

/** A speaker of the wire form with the head token that names him; for a pronoun, that of the phrase it stands for. */
export interface Speaker { readonly name: string; readonly entity: string | null; readonly evidence: Span; readonly head: number; readonly chain: number }

/** Who speaks in each attribution, by its index; null for nobody and for what is no speaker. */
export function speakersOf(r: Reading, attributions: readonly Attribution[], lexicon: ClaimLexicon): readonly (Speaker | null)[] {
  const out: (Speaker | null)[] = []
  for (const [k, a] of attributions.entries()) out.push(speakerOf(r, a, lexicon, attributions, out, k))
  return out
}

/** "A doctor and residents said": those who speak with a speaker who is named first. */
export function besideSpeaker(r: Reading, a: Attribution, first: Speaker): readonly Speaker[] {
  return childrenWith(r.syntax, a.speaker, 'conj').flatMap(head => {
    const m = entityAt(r, head)
    return m === null || m.form === 'pronoun' || MUTE.has(m.kind) || m.chain === first.chain ? [] : [namedSpeaker(r, head, m, spanOf(r.text.text, m))]
  })
}

const MUTE = new Set(['facility', 'equipment', 'place'])

function speakerOf(r: Reading, a: Attribution, lexicon: ClaimLexicon, all: readonly Attribution[], before: readonly (Speaker | null)[], k: number): Speaker | null {
  const m = entityAt(r, a.speaker)
  if (m === null || r.syntax.upos[a.speaker] === 'NUM') return null
  if (m.form === 'pronoun') return pronounSpeaker(r, a, m, all, before, k)
  if (!lexicon.voices.has(lemmaAt(r, a.speaker)) && (MUTE.has(m.kind) || (m.kind === 'unknown' && m.form !== 'name' && !isVoice(r, a, m)))) return null
  const named = m.form === 'nominal' ? nameBeside(r, a) : null
  return namedSpeaker(r, named?.head ?? a.speaker, named ?? m, spanOf(r.text.text, named ?? m))
}

const SPOKEN = new Set(['say', 'tell', 'add', 'confirm'])

/** "The director said", "Superintendent Ana Diaz, who": one of no listed role, told by the verb or by the name after it. */
const isVoice = (r: Reading, a: Attribution, m: EntityMention): boolean => SPOKEN.has(lemmaAt(r, a.cue[0])) || r.syntax.names.some(n => n.label === 'PER' && n.first >= m.first && n.last <= m.last)

/** "Vice-president of the coalition Omar Hadi said": the name that stands in the source phrase beside the title; not what the title is of ("the governor of Zamfara"). */
function nameBeside(r: Reading, a: Attribution): EntityMention | null {
  const names = a.source.flatMap(t => { const m = entityAt(r, t); return m !== null && m.head !== a.speaker && m.form === 'name' && m.kind === 'person' && r.syntax.deprel[t] !== 'conj' && (r.placeAt[t] ?? -1) < 0 && childrenWith(r.syntax, m.head, 'case').length === 0 ? [m] : [] })
  return names.length === 1 && (r.syntax.deprel[names[0]!.head] === 'appos' || r.syntax.deprel[names[0]!.head] === 'flat' || r.syntax.deprel[names[0]!.head] === 'nsubj' || names[0]!.last === a.source.at(-1)! + 1) ? names[0]! : null
}

/** Sentences back in which a pronoun's speaker spoke last. */
const SPOKE = 4
const PERSONAL = new Set(['he', 'she'])

/** "He added": who of the chain is named, else the last person that spoke. */
function pronounSpeaker(r: Reading, a: Attribution, m: EntityMention, all: readonly Attribution[], before: readonly (Speaker | null)[], k: number): Speaker | null {
  const evidence = spanOf(r.text.text, m), here = r.text.tokens[a.cue[0]]!.sentence
  const named = (r.entities.chains[m.chain]?.mentions ?? []).map(x => r.entities.mentions[x]!).find(x => x.form !== 'pronoun')
  if (named) return namedSpeaker(r, named.head, named, evidence)
  const around = all.findLastIndex((x, j) => j < k && before[j] != null && x.content.includes(a.speaker))
  if (around >= 0) return { ...before[around]!, evidence }
  if (!PERSONAL.has(lemmaAt(r, a.speaker))) return null
  for (let j = k - 1; j >= 0; j--) {
    const speaker = before[j], sentence = r.text.tokens[all[j]!.cue[0]]!.sentence
    if (here - sentence > SPOKE) return null
    if (speaker && sentence < here && entityAt(r, speaker.head)?.kind === 'person') return { ...speaker, evidence }
  }
  return null
}

function namedSpeaker(r: Reading, head: number, m: EntityMention, evidence: Span): Speaker {
  const members = membersOf(r, m)
  const best = m.form === 'name' ? m : members.find(x => x.form === 'name') ?? bodyNamed(r, head, m) ?? m
  const whole = best === m ? voiceOf(r, head, m) : null, principal = entityAt(r, principalOf(r, head))
  const chain = r.entities.chains[best.chain], name = whole?.exact.replace(/\s+/g, ' ') ?? fullest([best, ...membersOf(r, best).filter(x => x.form === best.form && shares(x.name, best.name))]).name
  return { name, entity: (whole ? principal?.entity : null) ?? chain?.entity ?? best.entity, evidence: whole && evidence.start === m.start ? whole : evidence, head: best.head, chain: best.chain }
}

/** One's words are among the other's: "Mr Diaz" and "Ana Diaz", not "ISIS" and "Islamic State". */
const shares = (a: string, b: string): boolean => a.includes(b) || b.includes(a) || a.split(' ').at(-1) === b.split(' ').at(-1)

const membersOf = (r: Reading, m: EntityMention): readonly EntityMention[] => (r.entities.chains[m.chain]?.mentions ?? []).map(x => r.entities.mentions[x]!).filter(x => x.form !== 'pronoun')

const WATCHES = new Set(['monitor', 'watchdog', 'observatory']), WATCHING = new Set(['monitoring', 'monitor', 'rights', 'right', 'activist', 'watchdog', 'opposition'])

/** "a monitor", "the monitoring group", "the ministry" where one body of the report bears a name of that kind: it is meant, the nearest before, else the first. */
function bodyNamed(r: Reading, head: number, m: EntityMention): EntityMention | null {
  const lemma = lemmaAt(r, head), watches = WATCHES.has(lemma) || (lemma === 'group' && childrenWith(r.syntax, head, 'compound', 'amod').some(c => WATCHING.has(lemmaAt(r, c))))
  if (m.form !== 'nominal' || (!watches && !BODIES.has(lemma))) return null
  const fits = (x: EntityMention): boolean => x.form === 'name' && (watches ? x.sectors.includes('NGO') : x.last - x.first > 1 && x.name.toLowerCase().includes(lemma))
  const all = r.entities.mentions.filter(fits)
  return all.findLast(x => x.start < m.start) ?? all[0] ?? null
}

/** Bodies that are named by their kind: "the Interior Ministry" becomes "the ministry". */
const BODIES = new Set(['ministry', 'observatory', 'agency', 'council', 'coalition', 'committee', 'network', 'commission', 'mission', 'centre', 'center', 'party', 'front', 'union', 'office', 'directorate', 'command', 'department'])

/** A voice with those for whom it speaks behind it: "spokesman for Ukraine's navy"; null for other speakers. */
function voiceOf(r: Reading, head: number, m: EntityMention): Span | null {
  const principal = entityAt(r, principalOf(r, head))
  return m.form === 'nominal' && principal !== null && principal.start > m.start && principal.end - m.start < VOICE_LENGTH ? spanOf(r.text.text, { start: m.start, end: Math.max(m.end, principal.end) }) : null
}

/** Characters of the longest such phrase. */
const VOICE_LENGTH = 80

const fullest = (list: readonly EntityMention[]): EntityMention => list.reduce((a, b) => (b.form === 'name' && b.name.length > a.name.length ? b : a))

const VOICE = /^(?:spokesman|spokeswoman|spokesperson|statement|commander|leader|chief|head|communique|message|announcement|official|source|officer|minister)$/

/** For whom a voice speaks: "a spokesman for the group" is the group. */
export function principalOf(r: Reading, head: number): number {
  if (!VOICE.test(lemmaAt(r, head))) return head
  const beside = childrenWith(r.syntax, head, 'nmod', 'compound', 'amod', 'appos').flatMap(c => [c, ...(r.syntax.children[c] ?? [])])
  return beside.find(c => entityAt(r, c)?.entity != null) ?? head
}
