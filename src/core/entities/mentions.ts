/** Entity mentions: every noun phrase, pronoun and listed name that can take part in an event, classified. */
import type { EntityKind, EntityMention, PlaceMention, SyntaxLayer, TextLayer, Timex } from '../model/index.ts'
import type { Actor, EntityLexicon } from './lexicon.ts'
import { foldTokens, findListedNames, rolesAt, type NameMatch, type RoleMatch } from './names.ts'
import { ageBefore, ofComplement, phraseAround } from './phrases.ts'

export type Draft = Omit<EntityMention, 'id' | 'chain'> & { readonly plural: boolean; readonly definite: boolean; readonly lemma: string }

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X'])
const INNER = /^(compound|flat|fixed|goeswith|case|det|punct|cc|mark|aux)/

export interface Sources { readonly text: TextLayer; readonly syntax: SyntaxLayer; readonly lexicon: EntityLexicon; readonly places: readonly PlaceMention[]; readonly times: readonly Timex[]; readonly objects: ReadonlyMap<string, string> }

interface Finder extends Sources { readonly folded: readonly string[]; readonly nameAt: ReadonlyMap<number, NameMatch>; readonly nerAt: Int32Array; readonly placeAt: Int32Array; readonly inTime: Uint8Array }

/** Drafts in text order, without chains. */
export function draftMentions(sources: Sources): readonly Draft[] {
  const folded = foldTokens(sources.text), names = findListedNames(sources.text, sources.syntax, sources.lexicon, folded)
  const nameAt = new Map<number, NameMatch>()
  for (const n of names) for (let i = n.first; i < n.last; i++) nameAt.set(i, n)
  const cover = (list: readonly { first: number; last: number }[]): Int32Array => { const a = new Int32Array(folded.length).fill(-1); list.forEach((x, k) => { for (let i = x.first; i < x.last; i++) a[i] = k }); return a }
  const f: Finder = { ...sources, folded, nameAt, nerAt: cover(sources.syntax.names), placeAt: cover(sources.places), inTime: timeTokens(sources) }
  const out: Draft[] = [], heads = new Set<number>()
  const push = (d: Draft | null): void => { if (d && !heads.has(d.head)) { heads.add(d.head); out.push(d) } }
  for (let i = 0; i < folded.length; i++) {
    const name = nameAt.get(i)
    if (name && headOf(f.syntax, name.first, name.last) === i) push(listed(f, name, i))
    else if (NOMINAL.has(f.syntax.upos[i] ?? '') && !INNER.test(f.syntax.deprel[i] ?? '')) push(phrase(f, i))
    else push(sufferers(f, i) ?? sideWord(f, i))
  }
  return out.sort((a, b) => a.first - b.first || b.last - a.last)
}

/** Tokens of time expressions, which no name takes in ("Saturday Jaish al-Islam"). */
function timeTokens({ text, times }: Sources): Uint8Array {
  const at = new Uint8Array(text.tokens.length), sorted = [...times].sort((a, b) => a.start - b.start)
  let k = 0
  text.tokens.forEach((token, i) => {
    while (k < sorted.length && sorted[k]!.end <= token.start) k++
    if (k < sorted.length && sorted[k]!.start < token.end) at[i] = 1
  })
  return at
}

/** The token of a span that hangs outside it. */
function headOf(s: SyntaxLayer, first: number, last: number): number {
  for (let i = last - 1; i >= first; i--) { const h = s.head[i] ?? -1; if (h < first || h >= last) return i }
  return last - 1
}

const KINDS: Readonly<Record<string, EntityKind>> = {
  state: 'state', government: 'government', military: 'force', police: 'force', ministry: 'government', 'security-service': 'force', company: 'organisation', court: 'organisation', igo: 'organisation', ngo: 'organisation',
  coalition: 'force', media: 'organisation', party: 'organisation', organisation: 'organisation', people: 'people', force: 'force', cartel: 'armed-group', 'armed-group': 'armed-group', militia: 'armed-group', 'armed-wing': 'armed-group', criminal: 'armed-group', tribe: 'people',
}

function draft(f: Finder, head: number, span: { first: number; last: number }, rest: Pick<Draft, 'kind' | 'form' | 'entity' | 'country' | 'sectors' | 'labels' | 'rule'> & { name?: string }): Draft {
  const start = f.text.tokens[span.first]?.start ?? 0, end = f.text.tokens[span.last - 1]?.end ?? start
  const kids = f.syntax.children[head] ?? []
  const definite = kids.some(c => f.syntax.deprel[c] === 'det' && ['the', 'this', 'that', 'these', 'those'].includes(f.syntax.lemma[c] ?? '')) || kids.some(c => f.syntax.deprel[c] === 'nmod:poss')
  return { head, ...span, start, end, ...rest, name: rest.name ?? (rest.form === 'nominal' && rest.labels.length > 0 ? plainName(f, span, head) : f.text.text.slice(start, end).replace(/\s+/g, ' ')), plural: (f.syntax.xpos[head] ?? '').endsWith('S'), definite, lemma: f.folded[head] === '' ? '' : (f.syntax.lemma[head] ?? '').toLowerCase() }
}

/** The phrase without its loaded words: "Iran-backed terrorists" are "Iran-backed fighters"; the words stay in `labels` and in the evidence. */
function plainName(f: Finder, span: { first: number; last: number }, head: number): string {
  let out = ''
  for (let i = span.first; i < span.last; i++) {
    const token = f.text.tokens[i]!, plain = f.lexicon.labels.get(f.folded[i] ?? '') ?? f.lexicon.labels.get((f.syntax.lemma[i] ?? '').toLowerCase())
    const word = plain === undefined ? token.form : plain === '' && i === head ? 'group' : plain
    out += i > span.first && word !== '' && out !== '' && f.text.tokens[i - 1]!.end < token.start ? ` ${word}` : word
  }
  return out.trim()
}

/** "Radio Kabul said", "Radio France": a capital or a state behind a broadcaster's word names the broadcaster. */
const isBroadcaster = (f: Finder, at: number): boolean => f.lexicon.lists['broadcaster-opener'].has(f.folded[at - 1] ?? '') && /^\p{Lu}/u.test(f.text.tokens[at - 1]!.form) && f.text.tokens[at - 1]!.sentence === f.text.tokens[at]!.sentence

/** A registry name; a modifier ("Turkish attack") stands alone, a head takes its phrase ("Iraqi security forces"). */
function listed(f: Finder, match: NameMatch, head: number): Draft | null {
  const { actor, form } = match.alias
  if (/^(?:metonym|name)$/.test(form) && (actor.kind === 'government' || actor.kind === 'state') && isBroadcaster(f, match.first)) return draft(f, head, { first: match.first - 1, last: match.last }, { entity: null, country: actor.country, sectors: ['MED'], labels: [], kind: 'organisation', form: 'name', rule: 'entity:broadcaster' })
  if (form === 'metonym' && !metonymic(f, head)) return null
  const common = { entity: actor.id, country: actor.country, sectors: actor.sectors, labels: [] as string[] }
  const rel = f.syntax.deprel[head] ?? ''
  const role = NOMINAL.has(f.syntax.upos[head] ?? '') && !INNER.test(rel) ? roleOf(f, head) : null
  if (role && role.last > match.last) return phrase(f, head)
  if (form === 'demonym' && match.last - match.first === 1 && isNational(f, head)) return { ...draft(f, head, whole(f, head), { kind: isOne(f, head) ? 'person' : 'people', form: 'nominal', entity: null, country: actor.country, sectors: ['CVL'], labels: [], rule: 'entity:national' }) }
  const name = form === 'demonym' ? { name: actor.name } : {}
  return draft(f, head, { first: match.first, last: match.last }, { ...common, ...name, kind: KINDS[actor.kind] ?? 'organisation', form: 'name', rule: `entity:registry/${form}` })
}

function whole(f: Finder, head: number): { first: number; last: number } {
  const span = phraseAround(f.text, f.syntax, head, token => f.inTime[token] === 1), open = f.text.sentences[f.text.tokens[head]!.sentence]!.first
  return { ...span, first: ageBefore(f.text, f.folded[span.first - 1] === 'old' ? span.first - 1 : span.first, open) }
}
const isOne = (f: Finder, head: number): boolean => f.syntax.children[head]?.some(c => f.syntax.deprel[c] === 'det' && /^(?:a|an|another)$/.test(f.syntax.lemma[c] ?? '')) === true
/** "A Kenyan was killed", "three Syrians", "dozens of Afghans": people of a country who are counted, not their state. */
function isNational(f: Finder, head: number): boolean {
  if (!/^(?:NOUN|PROPN|NUM|ADJ)$/.test(f.syntax.upos[head] ?? '') || INNER.test(f.syntax.deprel[head] ?? '')) return false
  const up = f.syntax.head[head] ?? -1
  return isOne(f, head) || f.syntax.children[head]?.some(c => f.syntax.deprel[c] === 'nummod') === true || f.syntax.deprel[head] === 'nmod' && up === head - 2 && f.folded[head - 1] === 'of' && f.lexicon.lists['measure'].has(f.syntax.lemma[up] ?? '')
}

/** A capital stands for its government as the subject of saying or doing, not after "in", and where something is dealt with it or meant for it. */
function metonymic(f: Finder, head: number): boolean {
  const rel = f.syntax.deprel[head] ?? ''
  if (isDealtWith(f, head)) return true
  const inPlace = (f.syntax.children[head] ?? []).some(c => f.syntax.deprel[c] === 'case' && ['in', 'at', 'near', 'from', 'outside', 'of', 'around', 'to', 'on'].includes(f.syntax.lemma[c] ?? ''))
  return !inPlace && (rel.startsWith('nsubj') || rel === 'nmod:poss' || rel === 'obl:agent' || rel === 'conj')
}

/** "Suspended talks with Bogotá", "froze its budget support to Bangui": a capital behind a word for what governments share or grant. */
function isDealtWith(f: Finder, head: number): boolean {
  const words: Readonly<Record<string, ReadonlySet<string> | undefined>> = { with: f.lexicon.lists['shared-by-two'], to: f.lexicon.lists['granted-to'] }
  return f.syntax.deprel[head] === 'iobj' || /^(?:nmod|obl)$/.test(f.syntax.deprel[head] ?? '') && (f.syntax.children[head] ?? []).some(c => f.syntax.deprel[c] === 'case' && words[f.folded[c] ?? '']?.has((f.syntax.lemma[c - 1] ?? '').toLowerCase()) === true)
}

const SIDES = new Set(['MIL', 'COP', 'REB', 'PRM', 'GOV', 'CRM', 'OPP'])
const BEFORE_NOUN = /^(compound|amod|nmod:unmarked|nmod:desc|conj)/

/** A role word before a noun that is no person: "government air strikes", "rebel fire", "a police van". */
function sideWord(f: Finder, i: number): Draft | null {
  if (!BEFORE_NOUN.test(f.syntax.deprel[i] ?? '') || !/^(NOUN|PROPN|ADJ)$/.test(f.syntax.upos[i] ?? '')) return null
  const role = rolesAt(f.syntax, f.lexicon, f.folded, i)
  if (!role || !role.role.human || !role.role.sectors.some(s => SIDES.has(s)) || role.role.kind === 'person-role' && f.syntax.upos[i] === 'ADJ') return null
  let top = i
  for (let hops = 0; hops < 4 && BEFORE_NOUN.test(f.syntax.deprel[top] ?? ''); hops++) top = f.syntax.head[top] ?? -1
  if (top <= i || top >= f.folded.length || role.last > top || f.nameAt.has(top) || roleOf(f, top)?.role.human === true) return null
  const plain = f.text.text.slice(f.text.tokens[role.first]!.start, f.text.tokens[role.last - 1]!.end), name = role.role.kind === 'person-role' && /[^s]$/.test(plain) ? `${plain}s` : plain
  return { ...draft(f, role.last - 1, role, { name, kind: kindOfRole(role, null), form: 'nominal', entity: null, country: null, sectors: role.role.sectors, labels: loadedWords(f, role), rule: `entity:side/${role.role.words.join('-')}` }), definite: role.role.kind === 'group-role' }
}

const STANDING = /^(?:nsubj|obj|iobj|obl|nmod|conj)/

/** "The wounded were flown out": a participle or adjective with an article and no noun, where the roles list it. */
function sufferers(f: Finder, i: number): Draft | null {
  if (!/^(?:VERB|ADJ)$/.test(f.syntax.upos[i] ?? '') || !STANDING.test(f.syntax.deprel[i] ?? '') || f.folded[i - 1] !== 'the') return null
  const [role] = f.lexicon.roles.get(f.folded[i] ?? '') ?? []
  return role?.words.length !== 1 || !role.human ? null : draft(f, i, { first: i, last: i + 1 }, { kind: 'person', form: 'nominal', entity: null, country: null, sectors: role.sectors, labels: [], rule: `entity:role/${role.words.join('-')}` })
}

/** The role word that heads a phrase, multiword roles by their last word. */
function roleOf(f: Finder, head: number): RoleMatch | null {
  for (let back = 2; back >= 0; back--) {
    const at = head - back
    const found = at >= 0 ? rolesAt(f.syntax, f.lexicon, f.folded, at) : null
    if (found && found.last === head + 1 && found.last - found.first >= Math.min(back, 1) + (back > 0 ? 1 : 0)) return found
  }
  return null
}

function phrase(f: Finder, head: number): Draft | null {
  if (f.syntax.upos[head] === 'PRON') return pronoun(f, head)
  const span = phraseAround(f.text, f.syntax, head, token => f.inTime[token] === 1)
  const inside = namesInside(f, span, head), of = ofComplement(f.text, f.syntax, head), ofName = of >= 0 ? f.nameAt.get(of) : undefined
  const labels = loadedWords(f, span)
  const role = roleOf(f, head)
  const belongs = inside ?? ofName?.alias.actor ?? null
  const country = belongs ? (belongs.country ?? null) : null
  if (role) return draft(f, head, span, { kind: kindOfRole(role, belongs), form: 'nominal', entity: ofGroup(role, belongs), country, sectors: sectorsOf(role, belongs), labels: role.role.loaded ? [...labels, f.text.tokens[head]?.form ?? ''] : labels, rule: `entity:role/${role.role.words.join('-')}` })
  return unlisted(f, head, span, belongs, country, labels)
}

/** "Hamas fighters", "members of the PKK": the group itself. State organs are not their soldiers' names. */
const ofGroup = (role: RoleMatch, actor: Actor | null): string | null => (actor && ['armed-group', 'militia', 'armed-wing', 'criminal', 'cartel'].includes(actor.kind) && role.role.human ? actor.id : null)

function sectorsOf(role: RoleMatch, actor: Actor | null): readonly string[] {
  return role.role.sectors.length && role.role.sectors[0] !== 'UNK' ? role.role.sectors : (actor?.sectors ?? role.role.sectors)
}

function kindOfRole(role: RoleMatch, actor: Actor | null): EntityKind {
  const sectors = role.role.sectors
  if (actor && (KINDS[actor.kind] === 'armed-group') && role.role.human) return 'armed-group'
  if (sectors.some(s => s === 'MIL' || s === 'COP')) return role.role.kind === 'person-role' ? 'person' : 'force'
  if (sectors.some(s => s === 'REB' || s === 'PRM')) return role.role.kind === 'person-role' ? 'person' : 'armed-group'
  if (!role.role.human) return 'organisation'
  return role.role.kind === 'person-role' ? 'person' : sectors.includes('GOV') ? 'government' : 'people'
}

/** The registry actor named inside the phrase, the nearest to the head. */
function namesInside(f: Finder, span: { first: number; last: number }, head: number): Actor | null {
  for (let i = Math.min(head, span.last - 1); i >= span.first; i--) { const m = f.nameAt.get(i); if (m && (m.alias.form !== 'metonym' || head >= m.last)) return m.alias.actor }
  return null
}

function loadedWords(f: Finder, span: { first: number; last: number }): string[] {
  const out: string[] = []
  for (let i = span.first; i < span.last; i++) if (f.lexicon.labels.has(f.folded[i] ?? '') || f.lexicon.labels.has((f.syntax.lemma[i] ?? '').toLowerCase())) out.push(f.text.tokens[i]?.form ?? '')
  return out
}

/** Names that no table lists, by the model, their shape and their neighbours; other nouns by their class. */
function unlisted(f: Finder, head: number, span: { first: number; last: number }, belongs: Actor | null, country: string | null, labels: readonly string[]): Draft | null {
  const make = (kind: EntityKind, form: 'name' | 'nominal', sectors: readonly string[], rule: string): Draft => draft(f, head, span, { kind, form, entity: null, country, sectors, labels, rule })
  const shaped = f.syntax.upos[head] === 'NOUN' && f.objects.has((f.syntax.lemma[head] ?? '').toLowerCase()) ? null : shapeOf(f, span)
  if (shaped) return make('armed-group', 'name', belongs?.sectors.length ? belongs.sectors : ['UNK'], `entity:shape/${shaped}`)
  const ner = f.syntax.names[f.nerAt[head] ?? -1]
  const proper = f.syntax.upos[head] === 'PROPN'
  if (titleBefore(f, span)) return make('person', 'name', titleBefore(f, span) ?? [], 'entity:title')
  if (ner?.label === 'PER' && proper && !isWholePlace(f, head, ner)) return make('person', 'name', [], 'entity:model/PER')
  const object = f.objects.get((f.syntax.lemma[head] ?? '').toLowerCase())
  // "The Budalin police station", "the Coveñas pipeline": a place, but one that can be struck.
  if (object === 'site' && !proper && (f.placeAt[head] ?? -1) >= 0 && !f.lexicon.lists['wide-site'].has((f.syntax.lemma[head] ?? '').toLowerCase())) return make('facility', 'nominal', [], 'entity:object/site')
  if ((f.placeAt[head] ?? -1) >= 0) return make('place', 'name', [], 'entity:place')
  if (ner?.label === 'ORG' && proper) return make('organisation', 'name', [], 'entity:model/ORG')
  if (ner?.label === 'LOC' && proper) return make('place', 'name', [], 'entity:model/LOC')
  if (object === 'site') return make('facility', 'nominal', [], 'entity:object/site')
  if (object === 'vehicle' || object === 'weapon') return make('equipment', 'nominal', belongs?.sectors ?? [], `entity:object/${object}`)
  if (f.syntax.upos[head] === 'NUM') return make('unknown', 'nominal', [], 'entity:number')
  return make('unknown', proper ? 'name' : 'nominal', [], proper ? 'entity:proper' : 'entity:noun')
}

/** "Shelled Dobrovka": a name that the model takes for a person's, all of which the words around it make a place's. */
function isWholePlace(f: Finder, head: number, name: { readonly first: number; readonly last: number }): boolean {
  const place = f.places[f.placeAt[head] ?? -1]
  return place !== undefined && place.first <= name.first && place.last >= name.last
}

/** "X Liberation Front", "Y Brigades": the word of the table that marks a capitalised phrase as a group. */
function shapeOf(f: Finder, span: { first: number; last: number }): string | null {
  if (span.last - span.first < 2) return null
  let shape: string | null = null, proper = 0
  for (let i = span.first; i < span.last; i++) {
    if (f.syntax.upos[i] === 'PROPN' || /^\p{Lu}/u.test(f.text.tokens[i]?.norm ?? '')) { proper++; if (f.lexicon.shapes.has(f.folded[i] ?? '')) shape = f.folded[i] ?? null }
  }
  return proper >= 2 ? shape : null
}

function titleBefore(f: Finder, span: { first: number; last: number }): readonly string[] | null {
  for (let size = 3; size >= 1; size--) {
    for (const at of [span.first, span.first - size]) {
      if (at < 0 || at + size > span.last) continue
      const sectors = f.lexicon.titles.get(f.folded.slice(at, at + size).join(' '))
      if (sectors && /^\p{Lu}/u.test(f.text.tokens[at]?.form ?? '') && f.syntax.upos[at + size] === 'PROPN') return sectors
    }
  }
  return null
}

const PERSONAL = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'who', 'him', 'her', 'them', 'his', 'its', 'their'])

function pronoun(f: Finder, head: number): Draft | null {
  const word = f.folded[head] ?? ''
  const lemma = ({ him: 'he', her: 'she', them: 'they', us: 'we', his: 'he', its: 'it', their: 'they' } as Record<string, string>)[word] ?? word
  const indefinite = ['someone', 'somebody', 'nobody', 'none', 'one', 'others', 'another', 'some', 'many', 'several', 'two', 'all', 'both', 'those'].includes(word)
  if (!PERSONAL.has(word) && !indefinite) return null
  return { ...draft(f, head, { first: head, last: head + 1 }, { kind: 'unknown', form: 'pronoun', entity: null, country: null, sectors: [], labels: [], rule: 'entity:pronoun' }), lemma, plural: ['they', 'we', 'others', 'some', 'many', 'several', 'all', 'both', 'those'].includes(lemma) }
}
