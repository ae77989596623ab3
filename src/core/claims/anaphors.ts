/** Whom a pronoun or "another" that speaks stands for: whoever spoke before. */
import { entityAt, lemmaAt, type Reading } from '../events/reading.ts'
import { spanOf, type EntityMention } from '../model/index.ts'
import type { Attribution } from './attribution.ts'
import { namedSpeaker, type Speaker } from './naming.ts'

export const SOME_OF = new Set(['one', 'another', 'other', 'others'])

/** "…, said one", "another added": of those who spoke just before, where they are several. */
export function someOf(r: Reading, a: Attribution, all: readonly Attribution[], before: readonly (Speaker | null)[], k: number): Speaker | null {
  const here = r.text.tokens[a.cue[0]]!.sentence, last = before.findLastIndex((speaker, j) => j < k && speaker !== null && all[j]!.kind !== 'view' && r.text.tokens[all[j]!.cue[0]]!.sentence < here), speaker = before[last] ?? null
  return speaker !== null && here - r.text.tokens[all[last]!.cue[0]]!.sentence <= JUST && r.syntax.xpos[speaker.head] === 'NNS' ? speaker : null
}

/** Sentences back in which a pronoun's speaker spoke last; and those within which one who spoke is meant before anybody else. */
const SPOKE = 4, JUST = 2
const PERSONAL = new Set(['he', 'she', 'him', 'her'])

/** "He added": whoever spoke just before, unless somebody else was told of since; else who of the chain is named, else the last person that spoke. */
export function pronounSpeaker(r: Reading, a: Attribution, m: EntityMention, all: readonly Attribution[], before: readonly (Speaker | null)[], k: number): Speaker | null {
  const evidence = spanOf(r.text.text, m), last = a.kind === 'view' ? null : lastSpeaker(r, a, all, before, k, JUST), since = last && newcomer(r, a, last.frame, last.speaker)
  if (since) return namedSpeaker(r, since.head, since, evidence)
  if (last) return { ...last.speaker, evidence }
  const named = (r.entities.chains[m.chain]?.mentions ?? []).map(x => r.entities.mentions[x]!).find(x => x.form !== 'pronoun')
  if (named) return namedSpeaker(r, named.head, named, evidence)
  const around = all.findLastIndex((x, j) => j < k && before[j] != null && x.content.includes(a.speaker))
  if (around >= 0) return { ...before[around]!, evidence }
  const person = PERSONAL.has(lemmaAt(r, a.speaker)) ? lastSpeaker(r, a, all, before, k, SPOKE) : null
  return person && { ...person.speaker, evidence }
}

/** "The mayor said … A different account comes from Ana Diaz. She …": the person whom the sentence right before the pronoun names, as its subject or alone, where the one who spoke last is not in it. */
function newcomer(r: Reading, a: Attribution, last: Attribution, { chain }: Speaker): EntityMention | null {
  const here = r.text.tokens[a.cue[0]]!.sentence, before = r.text.sentences[here - 1]
  if (before === undefined || !PERSONAL.has(lemmaAt(r, a.speaker)) || r.text.tokens[last.cue[0]]!.sentence >= here - 1) return null
  const named = r.entities.mentions.filter(m => m.first >= before.first && m.last <= before.last && m.kind === 'person'), others = named.filter(m => m.form === 'name' && /^\p{Lu}/u.test(m.name) && m.chain !== chain)
  if (named.some(m => m.chain === chain)) return null
  return others.find(m => r.syntax.deprel[m.head] === 'nsubj') ?? (new Set(others.map(m => m.chain)).size === 1 ? others[0]! : null)
}

/** Who spoke last in the sentences before, where the pronoun may stand for him; null where another spoke since. */
function lastSpeaker(r: Reading, a: Attribution, all: readonly Attribution[], before: readonly (Speaker | null)[], k: number, reach: number): { readonly speaker: Speaker; readonly frame: Attribution } | null {
  const here = r.text.tokens[a.cue[0]]!.sentence, inside = all.some((x, j) => j !== k && x.content.includes(a.cue[0]) && !a.content.includes(x.cue[0]))
  if (inside) return null
  for (let j = k - 1; j >= 0; j--) {
    const speaker = before[j], sentence = r.text.tokens[all[j]!.cue[0]]!.sentence
    if (here - sentence > reach) return null
    if (speaker && sentence < here && all[j]!.kind !== 'view' && agrees(r, lemmaAt(r, a.speaker), speaker)) return { speaker, frame: all[j]! }
  }
  return null
}

const BODY: ReadonlySet<string> = new Set(['organisation', 'force', 'government', 'state', 'armed-group', 'facility'])

/** "he" and "she" are persons, "it" is a body, or what is known for nothing and is one; "they" may be anybody but a person who is named. */
function agrees(r: Reading, pronoun: string, { head, chain }: Speaker): boolean {
  const m = entityAt(r, head), kind = r.entities.chains[chain]?.kind ?? m?.kind ?? 'unknown'
  if (PERSONAL.has(pronoun)) return (kind === 'person' || m !== null && r.syntax.names.some(n => n.label === 'PER' && n.first > m.first && n.last === m.last)) && r.syntax.xpos[head] !== 'NNS'
  const isBody = r.syntax.xpos[head] === 'NN' || r.syntax.xpos[head] === 'NNP' && m?.form === 'name' && !r.syntax.names.some(n => n.label === 'PER' && n.first < m.last && m.first < n.last)
  return pronoun === 'it' ? BODY.has(kind) || kind === 'unknown' && isBody : pronoun === 'they' && (kind !== 'person' || r.syntax.xpos[head] === 'NNS')
}
