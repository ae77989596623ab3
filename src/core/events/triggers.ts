/** Finds the words that name events and picks the sense that their arguments allow. */
import type { Extent } from '../model/index.ts'
import { byDoer } from './by-doer.ts'
import { childrenWith, isVerb, nounArguments, prepositionOf, verbArguments, type Frameless } from './arguments.ts'
import type { Lexeme } from './lexicon.ts'
import { isLookAlike } from './look-alike.ts'
import { isMishap } from './mishaps.ts'
import { entityAt, hasClass, isHuman, isVerbTakenForNoun, lemmaAt, lemmaIn, isWordOf, matchWords, NOT, sameWord, stemsAt, type Reading } from './reading.ts'
import { doers, patients, pickSense } from './senses.ts'

/** One trigger in the text: `token` is its syntactic head, `first..last)` its words. */
export interface Trigger extends Extent {
  readonly index: number
  readonly token: number
  readonly first: number
  readonly last: number
  readonly sentence: number
  readonly lexeme: Lexeme
  readonly nominal: boolean
  readonly arguments: Frameless
}

interface Match { readonly last: number; readonly senses: readonly Lexeme[] }

/** All triggers in text order; longer lexemes win, overlapping ones are dropped. */
export function findTriggers(r: Reading): readonly Trigger[] {
  const out: Trigger[] = [], used = new Set<number>()
  let covered = 0
  for (let i = 0; i < r.text.tokens.length; i++) {
    const untold = notEventFrom(r, i)
    const trigger = i < covered || used.has(i) || isNamePart(r, i) || isCompound(r, i) || (lemmaAt(r, i) === 'death' && lemmaAt(r, i + 1) === 'toll') || (r.timeAt[i] ?? -1) >= 0 || isMonth(r, i) ? null : triggerAt(r, i, out.length)
    covered = Math.max(covered, untold)
    // "The guns fell silent" tells of a truce, though "fell silent" of none: as many words under conditions that hold go before.
    if (!trigger || untold > 0 && (trigger.lexeme.when.length === 0 || matchWords(r, trigger.lexeme.words, i, GAP) < untold)) continue
    out.push(trigger)
    // "Called a general strike": the noun is the verb's own, and no act beside it, as the truce is that was ended.
    if (trigger.lexeme.type !== 'ASSAULT' && trigger.lexeme.pos === 'V' && trigger.lexeme.words.length > 1) used.add(matchWords(r, trigger.lexeme.words, i, GAP) - 1)
    covered = Math.max(covered, trigger.last)
  }
  return withoutEnded(r, withoutSearches(r, ofWork(r, out)))
}

/** "Teachers went on strike. The union suspended the strike": the noun alone, in a report that tells of workers' strikes and of none by arms, is a strike of theirs; "jets bombed the port. The strike" is none. */
function ofWork(r: Reading, triggers: readonly Trigger[]): readonly Trigger[] {
  const labour = r.lexicon.triggers.get('strike')?.find(l => l.pos === 'N' && l.type === 'PROTEST' && l.words.length === 1)
  if (labour === undefined || !triggers.some(t => t.lexeme.type === 'PROTEST' && t.lexeme.mode === 'strike') || triggers.some(isArmedStrike)) return triggers
  return triggers.map(t => (isBareStrike(r, t) ? { ...t, lexeme: labour } : t))
}

/** "Was caught in a raid on a house", "arrested nine people during an operation in Yala": what those who arrest or seize did it in is no attack beside it; but "was killed in a raid". */
function withoutSearches(r: Reading, triggers: readonly Trigger[]): readonly Trigger[] {
  const takings = new Set(triggers.filter(t => t.lexeme.type === 'COERCE' && (t.lexeme.mode === 'arrest' || t.lexeme.mode === 'seize')).map(t => t.token))
  const kept = triggers.filter(t => !(t.nominal && t.lexeme.type === 'ASSAULT' && lemmaIn(r, t.token, 'hunt') && (r.syntax.deprel[t.token] ?? '').startsWith('obl') && /^(?:in|during)$/.test(prepositionOf(r.syntax, t.token)) && takings.has(r.syntax.head[t.token] ?? -1)))
  return kept.length === triggers.length ? triggers : kept.map((t, index) => ({ ...t, index }))
}

const isStrikeWord = (t: Trigger): boolean => t.lexeme.words.at(-1) === 'strike' && t.lexeme.type === 'ASSAULT'
const isBareStrike = (r: Reading, t: Trigger): boolean => isStrikeWord(t) && t.nominal && t.lexeme.words.length === 1 && (r.syntax.children[t.token] ?? []).every(c => /^(?:det|nmod:poss|case|mark|cc|punct)/.test(r.syntax.deprel[c] ?? '') || isOfStoppage(r, c))
/** "A second strike set for Thursday", "a strike at the potash mines": what a stoppage of work is told with as well. */
const isOfStoppage = (r: Reading, c: number): boolean => isWordOf(r, c, 'stoppage-word') || r.syntax.deprel[c] === 'nmod' && /^(?:at|in|of|by)$/.test(prepositionOf(r.syntax, c)) && (isWordOf(r, c, 'workplace') || isWordOf(r, c, 'worker'))
/** What a bare "the strike" of arms would look back on. */
const isArmedStrike = (t: Trigger): boolean => t.lexeme.type === 'ASSAULT' && /^(?:aerial|drone|heavy-weapons)$/.test(t.lexeme.mode ?? '') || isStrikeWord(t) && !t.nominal

/** "The curfew was eased", "revoked the ban": what an act opens or ends is named by its words, and is no act beside it. */
function withoutEnded(r: Reading, triggers: readonly Trigger[]): readonly Trigger[] {
  const ended = new Set(triggers.filter(t => !t.nominal && t.lexeme.mode === 'access').flatMap(t => patients(t.arguments, r, t.token).map(a => a.head)))
  const kept = ended.size === 0 ? triggers : triggers.filter(t => !t.nominal || t.lexeme.type !== 'COERCE' || !ended.has(t.token))
  return kept.length === triggers.length ? triggers : kept.map((t, index) => ({ ...t, index }))
}

/** The token after a phrase that tells of no act ("heart attack"), or -1. */
function notEventFrom(r: Reading, i: number): number {
  for (const phrase of r.lexicon.notEvents.get(lemmaAt(r, i)) ?? []) { const last = matchWords(r, phrase.words, i); if (last > 0) return last }
  return -1
}

/** The second half of a compound tells of no act: "Iran-backed", "rebel-held". */
const isCompound = (r: Reading, i: number): boolean => /^VB[ND]$/.test(r.syntax.xpos[i] ?? '') && r.text.tokens[i - 1]?.form === '-' && r.text.tokens[i - 1]!.end === r.text.tokens[i]!.start

/** "Wednesday, March 2", "from March to November": the month, where no time was read. */
const isMonth = (r: Reading, i: number): boolean => r.text.tokens[i]?.norm === 'March' && ([i - 1, i + 1].some(k => /^\d{1,4}(?:st|nd|rd|th)?$/.test(r.text.tokens[k]?.norm ?? '')) || /^(?:in|from|since|until|till|by|early|late|mid|last|next|this)$/.test(lemmaAt(r, i - 1)))

/** Words inside a group's or person's name ("Islamic Jihad", "Popular Resistance Front") name no event. */
function isNamePart(r: Reading, i: number): boolean {
  const mention = r.entities.mentions[r.entities.byToken[i] ?? -1]
  return mention !== undefined && mention.form === 'name' && (mention.entity !== null || mention.kind === 'person' || mention.kind === 'armed-group' && i !== mention.head) && mention.last - mention.first > 1 && r.syntax.upos[i] === 'PROPN'
}

function triggerAt(r: Reading, i: number, index: number): Trigger | null {
  for (const match of matchesAt(r, i)) { const trigger = triggerOf(r, i, index, match); if (trigger) return trigger }
  return null
}

function triggerOf(r: Reading, i: number, index: number, match: Match): Trigger | null {
  const nominal = match.senses[0]?.pos === 'N'
  const token = nominal ? nounHead(r, i, match.last) : isJoined(r, i) && isVerb(r.syntax, match.last - 1) ? match.last - 1 : i
  const args = nominal ? nounArguments(r.syntax, token) : withParticle(r, token, asVerb(r, token, verbArguments(r.syntax, token)), match.senses[0]), read = headlinePassive(r, token, match, args)
  const sense = pickSense(r, token, match.senses, read), lexeme = sense && byDoer(r, sense, token, read)
  if (!lexeme || doers(read).some(a => isNoArm(r, lexeme, a.head)) || isLookAlike(r, lexeme, token, read) || (OF_HARM.has(lexeme.frame) || lexeme.frame === 'boom' && r.ofMishaps) && isMishap(r, token)) return null
  const first = r.text.tokens[i], last = r.text.tokens[nominal || lexeme.words.length > 1 ? match.last - 1 : i]
  if (!first || !last) return null
  return { index, token, first: i, last: nominal ? match.last : Math.max(i + 1, contiguousEnd(r, lexeme, i)), sentence: first.sentence, start: first.start, end: last.end, lexeme, nominal, arguments: read }
}

/** Frames of what befalls people. */
const OF_HARM = new Set(['kill', 'hurt', 'die'])

/** A landslide blocks no road as people do, and methane and boilers explode by accident. */
function isNoArm(r: Reading, lexeme: Lexeme, doer: number): boolean {
  const domain = r.lexicon.otherDomains.get(lemmaAt(r, doer))
  return domain === 'nature' || domain === 'accident' && lexeme.frame === 'boom'
}

/** "PM STEPS DOWN OVER RIOTS": a verb that the tagger took for a noun, as in headlines. The noun before it is its subject, one after it without a preposition its object. */
function asVerb(r: Reading, token: number, args: Frameless): Frameless {
  if (isVerb(r.syntax, token)) return args
  // "The curfew was eased": a participle that the tagger took for an adjective.
  if (isParticiple(r, token) && childrenWith(r.syntax, token, 'cop').length > 0) return { ...args, passive: true }
  if (args.list.length > 0) return args
  const nouns = (r.syntax.children[token] ?? []).filter(c => r.syntax.upos[c] === 'NOUN' || r.syntax.upos[c] === 'PROPN')
  const subject = nouns.findLast(c => c < token), object = nouns.find(c => c > token && prepositionOf(r.syntax, c) === '')
  return { ...args, list: [...(subject === undefined ? [] : [{ relation: 'subject', preposition: '', head: subject } as const]), ...(object === undefined ? [] : [{ relation: 'object', preposition: '', head: object } as const])] }
}

/** "Handed over the remains": the parser took the verb's own particle for a preposition, and its object for what follows that; "set ablaze four houses": the object hangs on the verb's second word. */
function withParticle(r: Reading, token: number, args: Frameless, sense: Lexeme | undefined): Frameless {
  if (sense === undefined || sense.words.length !== 2 || args.passive || args.list.some(a => a.relation === 'object')) return args
  const second = childrenWith(r.syntax, token, 'xcomp', 'advmod').filter(c => sameWord(r, sense.words[1]!, c)), objects = second.flatMap(c => childrenWith(r.syntax, c, 'obj'))
  if (objects.length > 0) return { ...args, list: [...args.list, ...objects.map(head => ({ relation: 'object', preposition: '', head }) as const)] }
  const at = args.list.findIndex(a => a.relation === 'oblique' && a.preposition === sense.words[1])
  return at < 0 ? args : { ...args, list: [...args.list, { ...args.list[at]!, relation: 'object', preposition: '' }] }
}

const contiguousEnd = (r: Reading, lexeme: Lexeme, i: number): number => matchWords(r, lexeme.words, i)

/** The lexemes that match here, the longest first: where the arguments of "attack a bus" allow none of its senses, those of "attack" are tried. */
function matchesAt(r: Reading, i: number): readonly Match[] {
  const verbal = isVerb(r.syntax, i) || isParticiple(r, i) || isVerbTakenForNoun(r, i), nominal = actsAsNoun(r, i) || ['NOUN', 'PROPN', 'ADJ'].includes(r.syntax.upos[i] ?? '')
  if (!verbal && !nominal) return []
  const keys = [...new Set([lemmaAt(r, i), r.text.tokens[i]?.norm.toLowerCase() ?? '', ...stemsAt(r, i)])]
  const found: Found[] = []
  for (const key of keys) for (const lexeme of r.lexicon.triggers.get(key) ?? []) {
    if (lexeme.pos === 'V' ? !verbal && lexeme.words.length < 2 : !(nominal || (isVerb(r.syntax, i) && r.syntax.xpos[i] === 'VBG' && lexeme.words.length > 1))) continue
    const gap = gapOf(lexeme, verbal), near = Math.max(matchWords(r, lexeme.words, i, gap), verbal && lexeme.pos === 'V' ? passiveMatch(r, lexeme.words, i) : -1), last = near < 0 && gap > 0 ? matchApart(r, lexeme.words, i) : near
    if (lexeme.pos === 'V' && !verbal && isJoined(r, i) && !(last === i + 3 && /^VB[DN]$/.test(r.syntax.xpos[i + 2] ?? ''))) continue
    if (last > 0 && (lexeme.pos === 'V' ? !leaps(r, lexeme, i, last) : endsAsNoun(r, last - 1) || endsHyphened(r, i, last))) found.push({ lexeme, last })
  }
  const verbFirst = verbal && !actsAsNoun(r, i)
  return [...(verbal && isDenied(r, i) ? bySize(deniedAt(r, i), verbFirst) : []), ...bySize(found, verbFirst)]
}

interface Found { readonly lexeme: Lexeme; readonly last: number }

const bySize = (found: readonly Found[], verbFirst: boolean): readonly Match[] => [...new Set(found.map(f => f.lexeme.words.length))].sort((a, b) => b - a).map(size => {
  const long = found.filter(f => f.lexeme.words.length === size), nouns = long.filter(f => f.lexeme.pos === 'N'), best = verbFirst || nouns.length === 0 ? long : nouns
  return { last: best[0]!.last, senses: best.map(f => f.lexeme) }
})

/** Tokens from a verb within which a word of its own may stand that the object parts from it. */
const REACH = 12

const isDenied = (r: Reading, i: number): boolean => childrenWith(r.syntax, i, 'advmod').some(c => NOT.has(lemmaAt(r, c)))

/** "Would not let them in": a verb that names an act where it is denied ("not let"), a nearer reading than what it would name else. */
const deniedAt = (r: Reading, i: number): readonly Found[] => (r.lexicon.triggers.get('not') ?? []).flatMap(lexeme => {
  const rest = lexeme.words.slice(1), near = matchWords(r, rest, i, rest.length > 1 ? GAP : 0), last = near < 0 && rest.length > 1 ? matchApart(r, rest, i) : near
  return last > 0 && lexeme.pos === 'V' ? [{ lexeme, last }] : []
})

/** Relations in which a verb's own further words stand to it, and those by which such a phrase opens. */
const OWN: ReadonlySet<string> = new Set(['obj', 'xcomp', 'obl', 'compound:prt', 'advmod', 'ccomp']), OPENING: ReadonlySet<string> = new Set(['case', 'mark', 'advmod'])

/** "Let nine of the pupils go", "declared two of the staff persona non grata", "told them not to leave": the further words begin a dependent of the verb, however long the object between. Returns the token after them, or -1. */
function matchApart(r: Reading, words: readonly string[], i: number): number {
  if (!sameWord(r, words[0]!, i)) return -1
  const { children, deprel } = r.syntax
  for (const child of [...children[i] ?? [], ...(words.length > 2 ? behindObject(r, i) : [])]) {
    if (child <= i || child > i + REACH) continue
    const opening = (children[child] ?? []).find(c => c < child && c > i && OPENING.has(deprel[c] ?? ''))
    if (!OWN.has(deprel[child] ?? '') && deprel[child] !== 'nmod' && !(deprel[child] === 'advcl' && (opening === undefined ? isVerb(r.syntax, child) : r.syntax.upos[opening] === 'PART'))) continue
    // A preposition alone is no particle ("took him from his house in Kufra").
    if (opening !== undefined && words.length < 3) continue
    const last = matchWords(r, words.slice(1), opening ?? child, words.length > 2 ? 1 : 0)
    if (last > 0) return last
  }
  return -1
}

/** "Set three tents and a caravan on fire": what the tree hangs on the last of a verb's objects. */
function behindObject(r: Reading, verb: number): readonly number[] {
  const objects = childrenWith(r.syntax, verb, 'obj'), all = objects.flatMap(o => [o, ...childrenWith(r.syntax, o, 'conj')])
  return all.flatMap(o => (r.syntax.children[o] ?? []).filter(c => c > o && r.syntax.deprel[c] === 'nmod'))
}

/** "Stones were thrown", "patrols were stepped up": the words of a verb whose object has become its subject; the end of those at the verb, or -1. */
function passiveMatch(r: Reading, words: readonly string[], i: number): number {
  const s = r.syntax, subject = words.length < 2 ? -1 : (s.children[i] ?? []).find(c => s.deprel[c] === 'nsubj:pass' && c < i) ?? (s.deprel[i] === 'acl' && s.xpos[i] === 'VBN' ? s.head[i] ?? -1 : -1)
  if (subject < 0) return -1
  for (let own = words.length - 1; own > 0; own--) {
    const first = subject - (words.length - own) + 1
    if (first >= 0 && matchWords(r, words.slice(own), first) === subject + 1) { const last = matchWords(r, words.slice(0, own), i); if (last > 0) return last }
  }
  return -1
}

/** "Fighting flared up": a verb's form that stands as the subject or object of another and takes nothing itself. */
const actsAsNoun = (r: Reading, i: number): boolean =>
  r.syntax.xpos[i] === 'VBG' && /^(?:nsubj|obj|obl|nmod)/.test(r.syntax.deprel[i] ?? '') && !(r.syntax.children[i] ?? []).some(c => /^(?:nsubj|obj|obl|aux)/.test(r.syntax.deprel[c] ?? ''))

/** "Stopped the marchers with gas" stops no gas: the noun of a verb's phrase stands under a preposition of its own. */
function leaps(r: Reading, { words }: Lexeme, verb: number, last: number): boolean {
  const noun = last - 1
  return noun > verb + 1 && r.syntax.upos[noun] === 'NOUN' && (r.syntax.children[noun] ?? []).some(c => c > verb && c < noun && r.syntax.deprel[c] === 'case' && !/^(?:of|for)$/.test(lemmaAt(r, c)) && !words.includes(lemmaAt(r, c)))
}

/** "A company pick-up": a verb with its particle that a hyphen makes a noun; but "test-fired" is a verb, in two tokens. */
const isJoined = (r: Reading, i: number): boolean => r.text.tokens[i + 1]?.form === '-'

/** Tokens that may stand between the words of a verb; fewer where the tagger saw no verb ("Rebels hand over light weapons"). */
const GAP = 3
const gapOf = ({ pos, words, tight }: Lexeme, verbal: boolean): number => (pos !== 'V' || words.length < 2 || (tight && words.length === 2) ? 0 : verbal ? GAP : words.length > 2 ? 1 : 0)

const endsAsNoun = (r: Reading, i: number): boolean => ['NOUN', 'PROPN', 'VERB', 'ADJ', 'X'].includes(r.syntax.upos[i] ?? '') && !/^VB[DNPZ]$/.test(r.syntax.xpos[i] ?? '')

/** "A shoot-out": the tail of a noun that hyphens make is a preposition to the tagger. */
const endsHyphened = (r: Reading, first: number, last: number): boolean => last - first === 3 && r.text.tokens[last - 2]?.form === '-' && r.text.tokens[last - 2]!.end === r.text.tokens[last - 1]!.start

/** "kidnapped journalists": the tagger calls such participles adjectives. */
const isParticiple = (r: Reading, i: number): boolean => r.syntax.upos[i] === 'ADJ' && /ed$|en$/.test(r.text.tokens[i]?.norm ?? '')

function nounHead(r: Reading, first: number, last: number): number {
  for (let i = last - 1; i >= first; i--) {
    const head = r.syntax.head[i] ?? -1
    if (head < first || head >= last) return i
  }
  return last - 1
}

const VICTIM_FRAMES = new Set(['kill', 'hurt', 'do', 'free', 'take'])

/** Headline passives have no auxiliary ("Mayor killed in Mexico"): a participle with a subject, no object and a frame that needs one. */
function headlinePassive(r: Reading, token: number, { senses, last }: Match, args: Frameless): Frameless {
  const sense = senses[0]
  const subject = args.list.find(a => a.relation === 'subject')
  // "Grenade lobbed at the house of a councillor": nor does a weapon throw itself; a helicopter that crashed is none.
  if (sense?.frame === 'fire' && !args.passive && /^VB[DN]$/.test(r.syntax.xpos[token] ?? '') && subject !== undefined && args.list.every(a => a.relation !== 'object') && r.weapons[r.weaponAt[subject.head] ?? -1]?.term.kind !== 'platform' && (r.weaponAt[subject.head] ?? -1) >= 0 && childrenWith(r.syntax, token, 'aux').length === 0) return asPassive(args)
  if (!sense || sense.pos !== 'V' || args.passive || !VICTIM_FRAMES.has(sense.frame)) return args
  if (!subject || args.list.some(a => a.relation === 'object')) return args
  const tag = r.syntax.xpos[token], behind = peopleBehind(r, token, Math.max(last, token + 1))
  if (tag !== 'VBN' && tag !== 'VBD') return args
  // "The governor has forbidden, from Monday, the movement of lorries": whoever has done something did it, while schools have closed and lorries have burned.
  if (childrenWith(r.syntax, token, 'aux').some(c => lemmaAt(r, c) === 'have') && (entityAt(r, subject.head)?.kind === 'person' || ['state', 'armed'].some(c => hasClass(r, subject.head, c)))) return args
  if (behind >= 0 && subject.head < token && args.list.every(a => a.relation !== 'indirect')) return { ...args, list: [...args.list, { relation: 'object', preposition: '', head: behind }] }
  const victim = hasClass(r, subject.head, 'person') && !hasClass(r, subject.head, 'armed')
  if (isAuthority(r, subject.head, sense)) return args
  const finite = args.list.some(a => a.relation === 'oblique' && ['on', 'at', 'against'].includes(a.preposition))
  // "Two jeeps seized": things that are taken, behind another's losses.
  if (tag === 'VBD' && senses.some(x => x.mode === 'seize') && r.syntax.deprel[token] === 'conj' && isTaken(r, subject.head) && hasPassive(r, r.syntax.head[token] ?? -1)) return asPassive(args)
  return (tag === 'VBN' || sense.frame === 'kill' || (victim && !finite)) ? asPassive(args) : args
}

const asPassive = (args: Frameless): Frameless => ({ passive: true, list: args.list.map(a => a.relation === 'oblique' && a.preposition === 'by' ? { ...a, relation: 'agent' } : a) })
const isTaken = (r: Reading, head: number): boolean => ['vehicle', 'weapon', 'hardware', 'goods'].some(kind => hasClass(r, head, kind))
const hasPassive = (r: Reading, verb: number): boolean => childrenWith(r.syntax, verb, 'aux').some(c => r.syntax.deprel[c] === 'aux:pass')

/** Words of a phrase before the one that heads it. */
const PHRASE = 4

/** "Soldiers arrested nine youths carrying rifles", where the tree gives the youths to the next verb: the people whose phrase begins right behind a verb and who do nothing themselves; -1 where there are none. */
function peopleBehind(r: Reading, verb: number, first: number): number {
  for (let i = first; i < first + PHRASE && r.text.tokens[i]?.sentence === r.text.tokens[verb]!.sentence; i++) {
    const m = entityAt(r, i)
    if (m !== null && m.form !== 'pronoun' && hasClass(r, i, 'human')) return (r.syntax.deprel[i] ?? '').startsWith('nsubj') && r.syntax.head[i] !== verb ? -1 : r.syntax.upos[i + 1] === 'NOUN' && isHuman(entityAt(r, i + 1)) ? i + 1 : i
    if (!/^(?:DET|NUM|ADJ|NOUN)$/.test(r.syntax.upos[i] ?? '')) return -1
  }
  return -1
}

/** "A court in the south sentenced, in his absence, a captain": courts sentence and the police arrest, though the tree finds no object. */
export function isAuthority(r: Reading, subject: number, { type }: Lexeme): boolean {
  return type === 'SANCTION' && lemmaIn(r, subject, 'court-noun') || (type === 'COERCE' || type === 'SANCTION') && hasClass(r, subject, 'police') && entityAt(r, subject)?.kind === 'force'
}
