/** Picks the sense of a trigger that its arguments allow. */
import { childrenWith, isVerb, prepositionOf, type Argument, type Frameless } from './arguments.ts'
import type { Lexeme } from './lexicon.ts'
import { partyHead } from './measure.ts'
import { hasClass, isWordOf, lemmaAt, type Reading } from './reading.ts'

/** The first sense whose conditions hold: what is said of the word itself before what is said of a kind of words, conditions before none. */
export function pickSense(r: Reading, token: number, senses: readonly Lexeme[], args: Frameless): Lexeme | null {
  const ordered = [...senses].sort((a, b) => Number(a.general ?? false) - Number(b.general ?? false) || Number(b.when.length > 0) - Number(a.when.length > 0) || b.prior - a.prior)
  return ordered.find(sense => holds(r, sense, args, token)) ?? null
}

/** `when` is a list of conditions, all of which must hold; `a|b` is either; `obj!=` is where no object is of the class; `of=` is what the object is of ("the licence of a radio station"), `laden=` what a doer or an object carries, `under=` the preposition right before a noun, `any=` a word at any argument, `beside=` one anywhere in the sentence, `stranded` a passive whose preposition has lost its noun. Nouns have their object after "of", their doer after "by" or before "'s". */
function holds(r: Reading, sense: Lexeme, args: Frameless, token: number): boolean {
  const read = sense.frame === 'self' && sense.pos === 'V' ? unhelped(r, args, token) : args
  return sense.when.every(all => all.split('|').some(one => condition(r, one, read, token)))
}

/** "Supporters massed outside the court": a passive without its auxiliary, of a verb that nobody is done to. */
const unhelped = (r: Reading, args: Frameless, token: number): Frameless =>
  args.passive && /^VB[DN]$/.test(r.syntax.xpos[token] ?? '') && r.syntax.deprel[token] !== 'amod' && (r.syntax.deprel[token] !== 'acl' || isSentence(r, token)) && !(r.syntax.children[token] ?? []).some(c => r.syntax.deprel[c] === 'aux:pass') ? { ...args, passive: false } : args

/** "Forty supporters of the party gathered on the steps": a sentence whose only verb was read as a clause of its subject. */
const isSentence = (r: Reading, token: number): boolean => { const noun = r.syntax.head[token] ?? -1; return r.syntax.deprel[noun] === 'root' && noun < token }

function condition(r: Reading, text: string, args: Frameless, token: number): boolean {
  const [slot = '', wanted = ''] = text.split('=')
  if (slot === 'prep') return followed(r, args, token).some(([preposition, head]) => wanted.split(',').includes(spelled(preposition)) && (r.timeAt[head] ?? -1) < 0)
  if (slot === 'obj!' || slot === 'doer!') return !condition(r, `${slot.slice(0, -1)}=${wanted}`, args, token)
  if (slot === 'mod') return args.list.some(a => a.relation === 'modifier' && wanted.split(',').includes(lemmaAt(r, a.head)))
  if (slot === 'word' || slot === 'unless') return args.list.some(a => near(r, a.head).some(i => wanted.split(',').includes(lemmaAt(r, i)))) === (slot === 'word')
  if (slot === 'predicate') return r.syntax.deprel[token] !== 'amod' && r.syntax.deprel[token] !== 'compound'
  if (slot === 'stranded') return args.passive && isStranded(r, token + 1)
  if (slot === 'intransitive') return patients(args, r, token).length === 0
  if (slot === 'takes' || slot === 'doer') return (slot === 'takes' ? patients(args, r, token) : doers(args)).some(a => isOf(r, a.head, wanted))
  if (slot === 'of') return patients(args, r, token).some(a => near(r, a.head).some(i => i !== a.head && wanted.split(',').some(w => hasClass(r, i, w))))
  if (slot === 'under') return wanted.split(',').includes(lemmaAt(r, token - 1)) && prepositionOf(r.syntax, token) !== ''
  if (slot.startsWith('at:')) return reached(r, args, token).some(([preposition, head]) => slot.slice(3).split(',').includes(spelled(preposition)) && isOf(r, head, wanted))
  if (slot === 'laden') return [...doers(args), ...patients(args, r, token)].some(a => ladenWith(r, a.head).some(i => isOf(r, i, wanted)))
  if (slot === 'any') return args.list.some(a => near(r, a.head).some(i => isWordOf(r, i, wanted)))
  if (slot === 'adv') return (r.syntax.children[token] ?? []).some(c => r.syntax.deprel[c] === 'advmod' && wanted.split(',').includes(lemmaAt(r, c)))
  if (slot === 'beside') return besides(r, token, wanted)
  const heads = (slot === 'obj' ? patients(args, r, token) : doers(args)).map(a => a.head)
  return wanted === '' ? heads.length > 0 : heads.some(h => [h, partyHead(r, h)].some(x => wanted.split(',').some(w => hasClass(r, x, w))))
}

/** "The patrol was fired on by tanks", but "he was fired on Monday": a preposition whose noun has become the subject has none behind it. */
const isStranded = (r: Reading, preposition: number): boolean => r.text.tokens[preposition + 1]?.sentence !== r.text.tokens[preposition]?.sentence || UNNAMED.has(r.syntax.upos[preposition + 1] ?? '')
const UNNAMED: ReadonlySet<string> = new Set(['ADP', 'PUNCT', 'CCONJ', 'SCONJ', 'ADV', 'AUX'])

/** A preposition as conditions spell it: "out-of". */
const spelled = (preposition: string): string => preposition.replaceAll(' ', '-')

/** Whether an argument is of one of these classes, by its head, by a word that describes it ("food packs") or by what it is an amount of ("tonnes of rice"; "a video of the hostages" is no hostage). */
function isOf(r: Reading, head: number, wanted: string): boolean {
  const of = partyHead(r, head), through = of !== head || isWordOf(r, head, 'amount')
  return wanted.split(',').some(w => [head, of].some(x => hasClass(r, x, w)) || near(r, head, DESCRIBED, through ? DESCRIBING : QUALIFYING).some(i => i !== head && isWordOf(r, i, w)))
}

/** What follows an act with a preposition, a verb's through its object too ("fired missiles at the port"). */
function followed(r: Reading, args: Frameless, token: number): readonly (readonly [preposition: string, head: number])[] {
  const own = args.list.filter(a => a.relation === 'oblique').map(a => [a.preposition, a.head] as const)
  return isVerb(r.syntax, token) ? [...own, ...args.list.filter(a => a.relation === 'object').flatMap(a => childrenWith(r.syntax, a.head, 'nmod').map(c => [prepositionOf(r.syntax, c), c] as const))] : own
}

/** Whether the sentence tells of something of one of these classes at all: "went missing after armed men came". */
function besides(r: Reading, token: number, wanted: string): boolean {
  const sentence = r.text.sentences[r.text.tokens[token]?.sentence ?? -1], classes = wanted.split(',')
  for (let i = sentence?.first ?? 0; i < (sentence?.last ?? 0); i++) if (classes.some(w => hasClass(r, i, w))) return true
  return false
}

/** What a thing carries: "trucks of flour", "trucks carrying flour", "a ship loaded with grain", "a convoy with tents". */
function ladenWith(r: Reading, head: number): readonly number[] {
  const s = r.syntax, things = [head, ...childrenWith(s, head, 'nmod').filter(c => prepositionOf(s, c) === 'of')]
  const clauses = things.flatMap(i => childrenWith(s, i, 'acl')).filter(v => isWordOf(r, v, 'bear-load'))
  return [...things.slice(1), ...clauses.flatMap(v => childrenWith(s, v, 'obj', 'obl')), ...things.flatMap(i => childrenWith(s, i, 'nmod')).filter(c => /^(?:with|carrying)$/.test(prepositionOf(s, c)))]
}

/** The same, and what the parser hung on an adverb of the verb ("pulled a girl alive from the ruins", "massed south of the town"). */
function reached(r: Reading, args: Frameless, token: number): readonly (readonly [preposition: string, head: number])[] {
  const s = r.syntax, near = followed(r, args, token)
  if (!isVerb(s, token)) return near
  return [...near, ...childrenWith(s, token, 'xcomp', 'advmod').filter(c => !isVerb(s, c)).flatMap(host => childrenWith(s, host, 'nmod', 'obl').map(c => [prepositionOf(s, c), c] as const))]
}

const QUALIFYING: ReadonlySet<string> = new Set(['compound', 'amod', 'conj', 'flat', 'nummod']), DESCRIBING: ReadonlySet<string> = new Set([...QUALIFYING, 'nmod'])
/** Steps from an argument to a word that describes it ("a large team of doctors"). */
const DESCRIBED = 2

/** An argument's head and the words that describe it. */
export const near = (r: Reading, head: number, steps = DESCRIBED, by = DESCRIBING): readonly number[] =>
  [head, ...(steps === 0 ? [] : (r.syntax.children[head] ?? []).filter(c => by.has((r.syntax.deprel[c] ?? '').split(':')[0] ?? '')).flatMap(c => near(r, c, steps - 1, by)))]

/** Who did it, syntactically: the active subject, the by-phrase of a passive. */
export const doers = (args: Frameless): readonly Argument[] => args.list.filter(a => a.relation === 'agent' || a.relation === 'possessor' || (a.relation === 'oblique' && a.preposition === 'by' && (args.passive || !args.list.some(x => x.relation === 'subject'))) || (!args.passive && a.relation === 'subject'))

/** To whom it was done: the object, the passive subject; of a participle what it describes ("kidnapped journalists", but "a burning tanker" burns). */
export function patients(args: Frameless, r: Reading, token: number): readonly Argument[] {
  const list = args.list.filter(a => a.relation === 'object' || (args.passive && a.relation === 'subject') || a.relation === 'indirect' || (a.relation === 'oblique' && a.preposition === 'of' && r.syntax.upos[token] === 'NOUN'))
  return r.syntax.deprel[token] === 'amod' && r.syntax.xpos[token] !== 'VBG' ? [...list, ...args.list.filter(a => a.relation === 'subject')] : list
}
