/** Coreference as far as events need it: names, acronyms, short names, definite descriptions and pronouns join chains. */
import type { WordLists } from '../lexicon/word-lists.ts'
import type { EntityChain, EntityKind, EntityMention, SyntaxLayer, TextLayer } from '../model/index.ts'
import { issuerOf } from './issuer.ts'
import { nameWords } from './lexicon.ts'
import type { Draft } from './mentions.ts'

interface Chain { readonly members: number[]; readonly keys: Set<string>; kind: EntityKind }

/** Assigns chains to drafts in text order. */
export function chainMentions(text: TextLayer, syntax: SyntaxLayer, drafts: readonly Draft[], lists: WordLists): { mentions: readonly EntityMention[]; chains: readonly EntityChain[] } {
  const chains: Chain[] = [], of: number[] = [], byKey = new Map<string, number>()
  const spoken = issuerOf(text, syntax, drafts, lists)
  if (spoken !== null) { chains.push({ members: [], keys: new Set(), kind: spoken.issuer.kind }); for (const key of keysOf(spoken.issuer)) byKey.set(key, 0) }
  drafts.forEach((d, i) => {
    const found = spoken?.own.has(d) === true || d === spoken?.issuer ? 0 : antecedent(text, syntax, drafts, of, chains, byKey, i, lists)
    const index = found ?? chains.length
    if (found === null) chains.push({ members: [], keys: new Set(), kind: d.kind })
    of.push(index)
    const chain = chains[index] as Chain
    chain.members.push(i)
    if (chain.kind === 'unknown') chain.kind = d.kind
    for (const key of keysOf(d)) if (!byKey.has(key) || d.form === 'name') byKey.set(key, index)
  })
  const mentions = drafts.map((d, id): EntityMention => ({ id, first: d.first, last: d.last, start: d.start, end: d.end, head: d.head, kind: d.kind, form: d.form, name: d.name, entity: d.entity, country: d.country, sectors: d.sectors, labels: d.labels, chain: of[id] ?? -1, rule: d.rule }))
  return { mentions, chains: chains.map((c, index) => summarise(mentions, c, index)) }
}

/** Keys by which later mentions find this chain. Counted and indefinite persons give none: each new "two soldiers" is new. */
function keysOf(d: Draft): readonly string[] {
  if (d.form === 'pronoun') return []
  if (d.entity) return [`entity:${d.entity}`, `name:${nameWords(d.name).join(' ')}`, ...(d.kind === 'state' || d.kind === 'place' || nameWords(d.name).length < 2 ? [] : [`head:${d.lemma}`])]
  const words = nameWords(d.name)
  if (d.form === 'name') {
    const keys = [`name:${words.join(' ')}`]
    if (d.kind === 'person' && words.length > 1) keys.push(`last:${words.at(-1)}`)
    if (words.length >= 3) keys.push(`acronym:${words.filter(w => !['of', 'the', 'for', 'and', 'al'].includes(w)).map(w => w[0]).join('')}`)
    return keys
  }
  return [`phrase:${words.filter(w => w !== 'the').join(' ')}`, `head:${d.lemma}`]
}

function antecedent(text: TextLayer, syntax: SyntaxLayer, drafts: readonly Draft[], of: readonly number[], chains: readonly Chain[], byKey: ReadonlyMap<string, number>, i: number, lists: WordLists): number | null {
  const d = drafts[i] as Draft
  if (d.form === 'pronoun') return ofPronoun(text, syntax, drafts, of, chains, i)
  const member = ofOwner(syntax, drafts, of, chains, i, lists)
  if (member !== null) return member
  const appositive = ofApposition(text, syntax, drafts, of, i, lists)
  if (appositive !== null) return appositive
  if (d.entity) return byKey.get(`entity:${d.entity}`) ?? byKey.get(`name:${nameWords(d.name).join(' ')}`) ?? null
  const words = nameWords(d.name)
  if (d.form === 'name') return byKey.get(`name:${words.join(' ')}`) ?? (words.length === 1 ? byKey.get(`last:${words[0]}`) ?? byKey.get(`acronym:${words[0]}`) ?? null : null)
  const same = byKey.get(`phrase:${words.filter(w => w !== 'the').join(' ')}`)
  if (same !== undefined && (d.definite || (d.plural && !lists['anybody'].has(d.lemma)) || words.length > 1)) return same
  return d.definite && !lists['anybody'].has(d.lemma) ? ofDescription(text, drafts, of, chains, byKey, i, lists) : null
}

/** "its men", "the group's fighters": the side they belong to. */
function ofOwner(syntax: SyntaxLayer, drafts: readonly Draft[], of: readonly number[], chains: readonly Chain[], i: number, lists: WordLists): number | null {
  const d = drafts[i] as Draft
  if (d.form !== 'nominal' || !lists['member-of-side'].has(d.lemma)) return null
  const owner = (syntax.children[d.head] ?? []).find(c => syntax.deprel[c] === 'nmod:poss')
  if (owner === undefined) return null
  for (let k = i - 1; k >= 0 && k > i - 4; k--) {
    if (drafts[k]?.head === owner && (drafts[k]?.form === 'pronoun' || drafts[k]?.form === 'nominal') && BODY.has(chains[of[k] ?? -1]?.kind ?? 'unknown')) return of[k] ?? null
  }
  return null
}

/** "Al-Shabaab, a militant group": apposition and bracketed acronyms join. */
function ofApposition(text: TextLayer, syntax: SyntaxLayer, drafts: readonly Draft[], of: readonly number[], i: number, lists: WordLists): number | null {
  const called = ofNaming(text, syntax, drafts, of, i, lists)
  if (called !== null) return called
  const d = drafts[i] as Draft, rel = syntax.deprel[d.head] ?? '', up = syntax.head[d.head] ?? -1
  if (rel !== 'appos' || up < 0) return null
  const at = (head: number): number => { for (let k = i - 1; k >= 0 && k > i - 12; k--) if (drafts[k]?.head === head) return k; return -1 }
  // "The chairman of the union in the state, Ana Diaz": parsers set the name beside the last noun, and it is the holder of the office who bears it.
  let k = at(up), head = up
  for (let hops = 0; hops < 3 && d.kind === 'person' && d.form === 'name' && d.last - d.first > 1 && k >= 0 && (BODY.has(drafts[k]!.kind) || drafts[k]!.kind === 'people') && syntax.deprel[head] === 'nmod'; hops++) { head = syntax.head[head] ?? -1; const over = at(head); if (over < 0) break; k = over }
  // "Two nurses, Ana Ruiz and Li Wen", "nine officers, among them Karl Benz": one by name is not the whole.
  const one = d.kind === 'person' && d.form === 'name' && k >= 0 && (drafts[k]!.form === 'pronoun' ? /^(?:they|them|whom)$/.test(drafts[k]!.lemma) : drafts[k]!.form === 'nominal' && drafts[k]!.plural && (syntax.children[d.head] ?? []).some(c => syntax.deprel[c] === 'conj'))
  const among = /^(?:them|whom)$/.test(text.tokens[d.first - 1]?.norm.toLowerCase() ?? '') || /^(?:them|whom)$/.test(text.tokens[d.first - 2]?.norm.toLowerCase() ?? '') && text.tokens[d.first - 3]?.norm.toLowerCase() === 'among'
  return k < 0 || one || among && drafts[k]!.plural || drafts[k]!.kind === 'place' ? null : of[k] ?? null
}

/** Words that may stand between people and the name they go by. */
const BETWEEN = /^(?:,|\(|to|be|as|the|a|an|locally|collectively|also|themselves|itself|simply|informally|better|widely|commonly|calling|styling|members|of|from|"|“|‘|')$/
/** Most such words. */
const APART = 7

/** "An armed gang known as the Red Axe", "gunmen believed to be bandits": people and the name they go by, or what they are taken for. */
function ofNaming(text: TextLayer, syntax: SyntaxLayer, drafts: readonly Draft[], of: readonly number[], i: number, lists: WordLists): number | null {
  const d = drafts[i] as Draft, form = (k: number): string => text.tokens[k]?.norm.toLowerCase() ?? ''
  let naming = false, supposing = false, at = d.first - 1
  for (; at >= 0 && d.first - at <= APART && (lists['named-as'].has(form(at)) || lists['supposed-as'].has(form(at)) || BETWEEN.test(form(at))); at--) {
    if (lists['named-as'].has(form(at)) || form(at) === 'calling' || form(at) === 'styling') naming = true
    if (lists['supposed-as'].has(form(at)) && form(at + 1) === 'to' && form(at + 2) === 'be') supposing = true
  }
  const k = drafts.findLastIndex((x, n) => n < i && x.last - 1 === at && x.head === at), other = drafts[k]
  return other !== undefined && other.form === 'nominal' && text.tokens[other.head]?.sentence === text.tokens[d.head]?.sentence && HUMAN.has(other.kind) && (naming && d.form === 'name' && other.kind !== 'unknown' || supposing && HUMAN.has(d.kind) && d.kind !== 'unknown' && /^NNP?S$/.test(syntax.xpos[other.head] ?? '')) ? of[k] ?? null : null
}

/** "the group", "the militia": the last armed group named within five sentences. */
function ofDescription(text: TextLayer, drafts: readonly Draft[], of: readonly number[], chains: readonly Chain[], byKey: ReadonlyMap<string, number>, i: number, lists: WordLists): number | null {
  const d = drafts[i] as Draft, here = text.tokens[d.head]?.sentence ?? 0
  if (d.last - d.first === 1 && lists['group-word'].has(d.lemma)) {
    for (let k = i - 1; k >= 0; k--) {
      const other = drafts[k] as Draft
      if (here - (text.tokens[other.head]?.sentence ?? 0) > 5) break
      if (other.form === 'name' && chains[of[k] ?? -1]?.kind === 'armed-group' && (!lists['group-word-own'].has(d.lemma) || nameWords(other.name).includes(d.lemma))) return of[k] ?? null
    }
  }
  return d.last - d.first === 1 ? byKey.get(`head:${d.lemma}`) ?? null : null
}

const HUMAN = new Set<EntityKind>(['person', 'people', 'force', 'armed-group', 'government', 'organisation', 'unknown'])

/** Pronouns take the subject of this or the last sentence that agrees in number and kind. */
function ofPronoun(text: TextLayer, syntax: SyntaxLayer, drafts: readonly Draft[], of: readonly number[], chains: readonly Chain[], i: number): number | null {
  const d = drafts[i] as Draft, here = text.tokens[d.head]?.sentence ?? 0
  if (!['he', 'she', 'they', 'it', 'him', 'her', 'them'].includes(d.lemma)) return null
  const speaker = ofSpeaker(syntax, drafts, of, chains, i)
  if (speaker !== null) return speaker
  const rivals = subjectsOver(syntax, d.head)
  let best: number | null = null, score = 0
  for (let k = i - 1; k >= 0 && k > i - 40; k--) {
    const other = drafts[k] as Draft, back = here - (text.tokens[other.head]?.sentence ?? 0)
    if (back > 2) break
    if (other.form === 'pronoun' && other.lemma !== d.lemma || rivals.has(other.head)) continue
    const value = agreement(d, other, chains[of[k] ?? -1]?.kind ?? other.kind) - back * 0.6 + ((syntax.deprel[other.head] ?? '').startsWith('nsubj') ? 1 : 0)
    if (value > score) { score = value; best = of[k] ?? null }
  }
  return best
}

/** "The police arrested five of them": the subjects of the verb that a pronoun stands under, which it never means; its own place as a subject, or before a noun, leaves them open. */
function subjectsOver(syntax: SyntaxLayer, pronoun: number): ReadonlySet<number> {
  let at = pronoun
  for (let hops = 0; hops < 3 && /^(?:obj|iobj|obl|nmod)$/.test(syntax.deprel[at] ?? ''); hops++) {
    const up = syntax.head[at] ?? -1
    if (/^(?:VERB|AUX)$/.test(syntax.upos[up] ?? '')) return new Set([up, ...(syntax.deprel[up] === 'conj' ? [syntax.head[up] ?? -1] : [])].flatMap(v => (syntax.children[v] ?? []).filter(c => /^nsubj(?::pass)?$/.test(syntax.deprel[c] ?? ''))))
    at = up
  }
  return new Set()
}

/** "The group said it had shot down the plane": the subject of what is said is who says it, where number and kind agree. */
function ofSpeaker(syntax: SyntaxLayer, drafts: readonly Draft[], of: readonly number[], chains: readonly Chain[], i: number): number | null {
  const d = drafts[i] as Draft
  let verb = syntax.head[d.head] ?? -1
  if (!(syntax.deprel[d.head] ?? '').startsWith('nsubj')) return null
  while (verb >= 0 && (syntax.deprel[verb] === 'conj' || syntax.deprel[verb] === 'xcomp')) verb = syntax.head[verb] ?? -1
  if (verb < 0 || syntax.deprel[verb] !== 'ccomp') return null
  const subject = (syntax.children[syntax.head[verb] ?? -1] ?? []).find(c => syntax.deprel[c] === 'nsubj')
  const k = subject === undefined ? -1 : drafts.findIndex((x, n) => n < i && x.head === subject)
  if (k < 0) return null
  const other = drafts[k] as Draft, kind = chains[of[k] ?? -1]?.kind ?? other.kind
  return agreement(d, other, kind) > 0 || (d.lemma === 'it' && !other.plural && BODY.has(kind)) ? of[k] ?? null : null
}

const BODY = new Set<EntityKind>(['armed-group', 'state', 'government', 'organisation', 'force'])

function agreement(d: Draft, other: Draft, kind: EntityKind): number {
  const single = d.lemma === 'he' || d.lemma === 'she'
  if (single) return kind === 'person' && !other.plural ? 2 : -9
  if (d.lemma === 'it') return ['armed-group', 'state', 'government', 'organisation', 'force'].includes(kind) && (other.form === 'name' || (!other.plural && kind !== 'state')) ? 1.2 : -9
  return HUMAN.has(kind) && kind !== 'unknown' && (other.plural || kind !== 'person') ? 1.4 : -9
}

function summarise(mentions: readonly EntityMention[], chain: Chain, index: number): EntityChain {
  const members = chain.members.map(k => mentions[k]).filter((m): m is EntityMention => m !== undefined)
  const names = members.filter(m => m.form === 'name'), described = members.filter(m => m.form === 'nominal')
  const fullest = [...(names.length ? names : described)].sort((a, b) => b.name.length - a.name.length)[0] ?? members[0]
  const entity = members.find(m => m.entity)?.entity ?? null
  return { index, name: fullest?.name ?? '', kind: chain.kind, entity, country: members.find(m => m.country)?.country ?? null, sectors: members.find(m => m.sectors.length && m.sectors[0] !== 'UNK')?.sectors ?? [], labels: [...new Set(members.flatMap(m => m.labels))], mentions: chain.members }
}
