/** Decides whether the text says that an act occurred, goes on, was tried, is planned, is only thought of, or did not happen. */
import { parseTable } from '../lexicon/table.ts'
import type { Status } from '../model/index.ts'
import { childrenWith, isVerb, prepositionOf } from './arguments.ts'
import { lemmaAt, NOT, type Reading } from './reading.ts'
import { foiledBy } from './foiled.ts'
import { isJudged } from './look-alike.ts'
import type { Trigger } from './triggers.ts'

/** Words that change an event's status, by where they stand to the trigger. */
export type StatusLexicon = ReadonlyMap<string, Status>

/** Reads data/status.tsv: key "position lemma". */
export function buildStatusLexicon(tables: Readonly<Record<string, string>>): StatusLexicon {
  return new Map(parseTable(tables['status.tsv'] ?? '').map(row => [`${row['position']} ${row['lemma']}`, row['status'] as Status]))
}

export interface StatusDecision { readonly status: Status; readonly rule: string; readonly cue: number }

const certain = (rule = 'status:plain'): StatusDecision => ({ status: 'occurred', rule, cue: -1 })

/** The status of one trigger; `light` is its light verb's token or -1, whose own surroundings count too. */
export function statusOf(r: Reading, lexicon: StatusLexicon, t: Trigger, light: number): StatusDecision {
  const at = light >= 0 ? light : t.token
  // "Would not let them in" did happen, and "will not let them in" is planned.
  if (t.lexeme.words[0] === 'not') return childrenWith(r.syntax, t.token, 'aux').some(c => lemmaAt(r, c) === 'will' && r.text.tokens[c]?.norm.toLowerCase() !== 'would') ? { status: 'planned', rule: 'status:refusal', cue: t.token } : certain('status:refusal')
  // "The curfew remains in force": the words that name it say that it lasts.
  const lasting = t.nominal || t.lexeme.words.at(-1) !== 'force' || lexicon.get(`predicate ${lemmaAt(r, t.token)}`) !== 'ongoing' ? null : { status: 'ongoing', rule: 'status:lasting', cue: t.token } as const
  return asked(r, t.token) ?? disproved(r, lexicon, t.token) ?? ofNone(r, t.token) ?? inStory(r, lexicon, t.token) ?? undone(r, lexicon, t) ?? without(r, t) ?? (t.nominal || r.syntax.xpos[t.token] === 'VBG' ? modifiers(r, lexicon, t.token) : null)
    ?? unlessTaken(t, verbal(r, lexicon, at))
    ?? lasting
    ?? nobody(r, t)
    ?? unlessTaken(t, governed(r, lexicon, at, 0))
    ?? certain()
}

const TAKEN = /^status:(?:progressive|(?:governor|noun)\/(?:decide|order|vote|decision))$/

/** "Is expelling the ambassador", "decided to suspend the convoys": a sanction that is being taken is taken. */
const unlessTaken = (t: Trigger, d: StatusDecision | null): StatusDecision | null => (t.lexeme.type === 'SANCTION' && d !== null && TAKEN.test(d.rule) ? null : d)

function decide(lexicon: StatusLexicon, r: Reading, position: string, token: number): StatusDecision | null {
  const status = lexicon.get(`${position} ${lemmaAt(r, token)}`) ?? lexicon.get(`${position} ${(r.text.tokens[token]?.norm ?? '').toLowerCase()}`)
  return status ? { status, rule: `status:${position}/${lemmaAt(r, token)}`, cue: token } : null
}

function modifiers(r: Reading, lexicon: StatusLexicon, noun: number): StatusDecision | null {
  for (const c of childrenWith(r.syntax, noun, 'amod', 'det', 'compound')) {
    const found = decide(lexicon, r, 'modifier', c)
    if (found) return found
  }
  return null
}

/** "The march ended without a single arrest": there was none. */
const without = (r: Reading, { nominal, token }: Trigger): StatusDecision | null => (nominal && prepositionOf(r.syntax, token) === 'without' ? { status: 'negated', rule: 'status:without', cue: token } : null)

/** "Would a squadron have stopped one of the killings?": what is only asked is not told. */
function asked(r: Reading, token: number): StatusDecision | null {
  const sentence = r.text.sentences[r.text.tokens[token]?.sentence ?? -1], last = (sentence?.last ?? 0) - 1
  return sentence !== undefined && r.text.sections[sentence.section]?.kind !== 'headline' && r.text.tokens[last]?.form === '?' ? { status: 'hypothetical', rule: 'status:question', cue: last } : null
}

/** Tokens before an act within which the rumour of it stands, and after it within which that is called false. */
const HEARSAY = 12, VERDICT = 10

/** "Rumours that two had been killed were false": what a rumour or report tells that is called false did not happen. Read by order, since such sentences are often parsed wrong. */
function disproved(r: Reading, lexicon: StatusLexicon, token: number): StatusDecision | null {
  const near = (step: number, most: number, position: string): number => {
    for (let i = token + step; Math.abs(i - token) <= most && r.text.tokens[i]?.sentence === r.text.tokens[token]?.sentence; i += step) if (lexicon.has(`${position} ${lemmaAt(r, i)}`)) return i
    return -1
  }
  const untrue = near(1, VERDICT, 'untrue')
  if (untrue < 0 || lemmaAt(r, untrue - 1) !== 'be' || near(-1, HEARSAY, 'hearsay') < 0) return null
  return { status: 'negated', rule: `status:untrue/${lemmaAt(r, untrue)}`, cue: untrue }
}

/** "Deny having arrested anybody", "was thrown by nobody": nothing of the kind was done, while "deny that they fired at the crowd" tells of what others say they did. */
function ofNone(r: Reading, token: number): StatusDecision | null {
  const s = r.syntax, verb = s.head[token] ?? -1, nobody = childrenWith(s, token, 'obl:agent').find(c => NOBODY.has(lemmaAt(r, c)))
  if (nobody !== undefined) return { status: 'negated', rule: 'status:by-nobody', cue: nobody }
  if (!/^(?:ccomp|xcomp|advcl)$/.test(s.deprel[token] ?? '') || lemmaAt(r, verb) !== 'deny') return null
  const any = childrenWith(s, token, 'obj', 'nsubj', 'nsubj:pass', 'obl').find(c => ANY.test(lemmaAt(r, c)) || childrenWith(s, c, 'det').some(d => lemmaAt(r, d) === 'any'))
  return any === undefined ? null : { status: 'negated', rule: 'status:denied-any', cue: any }
}

const ANY = /^(?:any|anybody|anyone|anything)$/

/** Tokens before an act within which the clause of a story opens. */
const STORY = 8

/** "The movie, in which gunmen kidnap a senator": what a story tells did not happen; but "the film studio, where gunmen killed five" is no story. Read by order, since such clauses are often parsed wrong. */
function inStory(r: Reading, lexicon: StatusLexicon, token: number): StatusDecision | null {
  for (let i = token - 1; i >= token - STORY && r.text.tokens[i]?.sentence === r.text.tokens[token]?.sentence; i--) {
    if (!/^(?:which|where|whose)$/.test(lemmaAt(r, i))) continue
    let noun = i - 1
    if (r.syntax.upos[noun] === 'ADP') noun--
    if (lemmaAt(r, noun) === ',') noun--
    return lexicon.has(`story ${lemmaAt(r, noun)}`) ? { status: 'hypothetical', rule: `status:story/${lemmaAt(r, noun)}`, cue: noun } : null
  }
  return null
}

const NOBODY: ReadonlySet<string> = new Set(['nobody', 'none', 'nothing'])

/** "Nobody was detained". "Nobody was hurt" says that none was, and not that there was no attack. */
function nobody(r: Reading, t: Trigger): StatusDecision | null {
  if (t.nominal || t.lexeme.type === 'ASSAULT') return null
  const cue = childrenWith(r.syntax, t.token, 'nsubj', 'nsubj:pass').find(c => NOBODY.has(lemmaAt(r, c)))
  return cue === undefined ? null : { status: 'negated', rule: 'status:nobody', cue }
}

/** "Defused a bomb", "a rocket that was fired at the town was intercepted", "a mine laid on the track was found": what was sent or laid did not do its work. */
function undone(r: Reading, lexicon: StatusLexicon, t: Trigger): StatusDecision | null {
  const s = r.syntax, foiled = foiledBy(r, t)
  if (foiled >= 0) return { status: 'attempted', rule: `status:undone/${lemmaAt(r, foiled)}`, cue: foiled }
  if (t.nominal || t.lexeme.type !== 'ASSAULT') return null
  const own = decide(lexicon, r, 'own', t.token)
  if (own) return own
  const rel = s.deprel[t.token] ?? '', above = s.head[t.token] ?? -1
  const thing = rel.startsWith('acl') ? above : rel === 'xcomp' && s.xpos[t.token] === 'VBN' ? childrenWith(s, above, 'obj')[0] ?? -1 : -1, verb = s.head[thing] ?? -1
  return verb >= 0 && t.arguments.list.length > 0 && (r.weaponAt[thing] ?? -1) >= 0 && (s.deprel[thing] === 'obj' || s.deprel[thing] === 'nsubj:pass') ? decide(lexicon, r, 'undone', verb) : null
}

/** The verb's own auxiliaries, negation and aspect. */
function verbal(r: Reading, lexicon: StatusLexicon, verb: number): StatusDecision | null {
  // "Relatives will march": a verb that the tagger took for a noun keeps its auxiliary.
  if (!isVerb(r.syntax, verb) && childrenWith(r.syntax, verb, 'aux').length === 0) return null
  const host = auxHost(r, verb)
  const negation = childrenWith(r.syntax, host, 'advmod').find(c => NOT.has(lemmaAt(r, c)))
  const aux = childrenWith(r.syntax, host, 'aux')
  for (const c of aux) { const found = backshifted(r, lexicon, c, host) ?? decide(lexicon, r, 'aux', c); if (found) return negation !== undefined ? { ...found, status: 'negated' } : found }
  if (negation !== undefined) return { status: 'negated', rule: 'status:negation', cue: negation }
  const none = childrenWith(r.syntax, verb, 'nsubj:pass').find(c => childrenWith(r.syntax, c, 'det').some(d => lemmaAt(r, d) === 'no'))
  if (none !== undefined) return { status: 'negated', rule: 'status:no-subject', cue: none }
  for (const c of childrenWith(r.syntax, verb, 'advmod')) { const found = decide(lexicon, r, 'adverb', c); if (found) return found }
  for (const c of childrenWith(r.syntax, verb, 'mark')) { const found = decide(lexicon, r, 'mark', c); if (found) return found }
  if (isToBe(r, host)) return { status: 'planned', rule: 'status:be-to', cue: host }
  const progressive = r.syntax.xpos[verb] === 'VBG' && aux.some(c => lemmaAt(r, c) === 'be' && ['VBZ', 'VBP', 'VB', 'VBN', 'VBD'].includes(r.syntax.xpos[c] ?? ''))
  return progressive ? { status: 'ongoing', rule: 'status:progressive', cue: verb } : null
}

/** "300 troops are to go south": what is to be done. */
function isToBe(r: Reading, verb: number): boolean {
  const to = childrenWith(r.syntax, verb, 'mark').find(c => lemmaAt(r, c) === 'to')
  return to !== undefined && lemmaAt(r, to - 1) === 'be' && childrenWith(r.syntax, verb, 'cop', 'aux').includes(to - 1)
}

/** Clauses between what is said and who says it. */
const SAID = 4

/** "Said that it would send troops": what was said to be going to happen, as told afterwards. */
function backshifted(r: Reading, lexicon: StatusLexicon, aux: number, verb: number): StatusDecision | null {
  if (lemmaAt(r, aux) !== 'would' && r.text.tokens[aux]?.norm.toLowerCase() !== 'would' || childrenWith(r.syntax, verb, 'aux').some(c => lemmaAt(r, c) === 'have')) return null
  for (let at = verb, hops = 0; hops < SAID && /^(?:ccomp|parataxis|conj|xcomp|acl)/.test(r.syntax.deprel[at] ?? ''); hops++) {
    at = r.syntax.head[at] ?? -1
    const found = at < 0 || /^VB[PZ]?$/.test(r.syntax.xpos[at] ?? '') ? null : decide(lexicon, r, 'backshift', at)
    if (found) return found
  }
  return null
}

/** A coordinated verb without auxiliaries of its own shares those of the first. */
function auxHost(r: Reading, verb: number): number {
  const head = r.syntax.head[verb] ?? -1
  const bare = childrenWith(r.syntax, verb, 'aux', 'nsubj').length === 0
  return bare && r.syntax.deprel[verb] === 'conj' && head >= 0 && isVerb(r.syntax, head) && ['VB', 'VBG', 'VBN'].includes(r.syntax.xpos[verb] ?? '') ? head : verb
}

/** Words above the trigger: "tried to", "plans to", "the threat of". */
function governed(r: Reading, lexicon: StatusLexicon, token: number, depth: number): StatusDecision | null {
  const s = r.syntax, head = s.head[token] ?? -1, rel = s.deprel[token] ?? ''
  if (head < 0 || depth > 3) return null
  if (rel === 'conj') return governed(r, lexicon, head, depth + 1)
  // "Set up barricades" is no "set to": the particle makes another verb of it. Nor does "called it revenge" call for anything.
  if ((rel === 'obj' && childrenWith(s, head, 'compound').some(c => s.upos[c] === 'ADP')) || (rel === 'xcomp' && !isVerb(s, token) && lemmaAt(r, head) === 'call') || rel === 'obj' && isJudged(r, head, token)) return null
  if (rel === 'xcomp' || /^(?:ccomp|advcl|acl)$/.test(rel) && isBase(r, token)) {
    const noun = !isVerb(s, head), no = noun ? childrenWith(s, head, 'det').find(c => lemmaAt(r, c) === 'no') : undefined
    if (no !== undefined) return { status: 'negated', rule: 'status:no-plan', cue: no }
    if (isAchieved(r, lexicon, head)) return verbal(r, lexicon, head) ?? certain('status:achieved')
    const found = decide(lexicon, r, noun && s.upos[head] !== 'ADJ' ? 'noun' : 'governor', head)
    if (found) return found
    if (rel === 'acl' && s.deprel[head] === 'root' && s.upos[token - 1] === 'PART') return { status: 'planned', rule: 'status:headline-infinitive', cue: token - 1 }
    if (rel !== 'xcomp' && !isVerb(s, head)) return { status: 'hypothetical', rule: 'status:infinitive', cue: head }
    if (rel === 'advcl') return { status: 'hypothetical', rule: 'status:purpose', cue: head }
    return verbal(r, lexicon, head) ?? governed(r, lexicon, head, depth + 1)
  }
  if (rel === 'obj' && isVerb(s, head)) return decide(lexicon, r, 'governor', head) ?? whenUnreal(verbal(r, lexicon, head)) ?? whenUnreal(governed(r, lexicon, head, depth + 1))
  if (rel === 'obl' && isVerb(s, head) && prepositionOf(s, token) === 'for') { const asked = decide(lexicon, r, 'asker', head); if (asked) return asked }
  if (rel === 'obl' && isVerb(s, head) && ABOUT.has(prepositionOf(s, token))) { const talk = childrenWith(s, head, 'obj').map(c => decide(lexicon, r, 'talked', c)).find(d => d !== null); if (talk) return talk }
  if (rel === 'obl' && isVerb(s, head)) return whenUnreal(unlessNone(verbal(r, lexicon, head)))
  if (rel.startsWith('nsubj') && isVerb(s, head)) return decide(lexicon, r, 'predicate', head) ?? whenUnreal(verbal(r, lexicon, head))
  if (rel === 'nmod') return decide(lexicon, r, 'noun', head) ?? (ABOUT.has(prepositionOf(s, token)) ? decide(lexicon, r, 'talked', head) : null)
  if (rel === 'advcl' && childrenWith(s, token, 'mark').length === 0) return governed(r, lexicon, head, depth + 1)
  return null
}

/** "To free the town", "that he be freed", "for him to be freed"; "demand that he step down", where the tagger saw a noun. */
const isBase = (r: Reading, token: number): boolean => r.syntax.xpos[token] === 'VB' || !isVerb(r.syntax, token) && childrenWith(r.syntax, token, 'compound').some(c => r.syntax.upos[c] === 'ADP') || childrenWith(r.syntax, token, 'aux').some(c => r.text.tokens[c]!.norm.toLowerCase() === 'be') && childrenWith(r.syntax, token, 'aux').every(c => r.syntax.xpos[c] !== 'MD')

/** Prepositions behind which stands what is talked of ("talks on a truce", but "talks after a raid"). */
const ABOUT = new Set(['on', 'about', 'over', 'for', 'of', 'toward', 'towards'])

/** "Managed to free two", "was able to bring in food": told as done; but "is able to strike". */
function isAchieved(r: Reading, lexicon: StatusLexicon, head: number): boolean {
  const be = childrenWith(r.syntax, head, 'cop')[0], told = isVerb(r.syntax, head) || be !== undefined && /^VB[DN]$/.test(r.syntax.xpos[be] ?? '')
  return told && lexicon.has(`achieved ${lemmaAt(r, head)}`)
}

/** "No arrests were made at the march": of which there was none, not where. */
const unlessNone = (d: StatusDecision | null): StatusDecision | null => (d?.rule === 'status:no-subject' ? null : d)

/** A noun under a modal or negated verb shares its unreality, but not its tense. */
const whenUnreal = (d: StatusDecision | null): StatusDecision | null => (d && d.status !== 'ongoing' ? d : null)
