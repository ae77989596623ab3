/** What the words of an act are said of where they tell of none: prices that explode, a bill that is killed, a road closed for repairs, pilgrims who march. The words stand in data/word-classes.tsv. */
import { childrenWith, isVerb, prepositionOf, type Frameless } from './arguments.ts'
import type { Lexeme } from './lexicon.ts'
import { entityAt, isArmed, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { doers, near, patients } from './senses.ts'

/** Whether the arguments of a trigger show that its words are meant of something else. */
export function isLookAlike(r: Reading, { type, mode, general, words }: Lexeme, token: number, args: Frameless): boolean {
  const by = doers(args).map(a => a.head), of = patients(args, r, token).map(a => a.head), onto = behind(r, args, AIMED)
  if (isNaming(r, token) || type === 'PROTEST' && (isSpoken(r, token) || isNote(r, token, by))) return true
  const are = (heads: readonly number[], kind: string): boolean => heads.some(head => isWordOf(r, head, kind) && !isNamed(r, head))
  // "Tigers killed two soldiers", "the Tigers' assault on the camp": who falls upon armed men and their posts plays no game.
  if (!args.passive && isVerb(r.syntax, token) && (type === 'ASSAULT' || type === 'COERCE') && isHeldAnswerable(r, of)) return true
  // "Called the strike a provocation": what a strike is called, not a call to it.
  if (type === 'PROTEST' && mode === 'strike' && isVerb(r.syntax, token) && lemmaAt(r, token + 1) === 'the' && isCalled(r, token + 2)) return true
  if (isState(r, token) || type === 'MOBILIZE' && general === true && words.length === 1 && hasOtherParticle(r, token)) return true
  if (type === 'ASSAULT' && (isTheHurt(r, token) || isOfFamily(r, by, of))) return true
  if (type === 'ASSAULT') return isWholeWar(r, token, args) || are([...by, ...of, ...onto], 'abstraction') || are(by, 'player') && ![...of, ...onto].some(head => isArmed(entityAt(r, head)) || isWordOf(r, head, 'military-use')) || are(of, 'quarry')
  if (type === 'PROTEST' && mode === 'demo') return isFestive(r, [...args.list.map(a => a.head), ...sharers(r, token)])
  if (type === 'MOBILIZE' || mode === 'military') return are(by, 'civil-owner')
  return FOR_UPKEEP.has(type) && (are(by, 'player') || behind(r, args, REASON).some(head => near(r, head).some(i => isWordOf(r, i, 'upkeep'))))
}

/** "The Zandari Lions attacked", "nine Tigers were shot": whoever bears such a name is neither beast nor thing. A capital alone, as at the start of a sentence, makes no name. */
function isNamed(r: Reading, head: number): boolean {
  const m = entityAt(r, head)
  return m !== null && ((r.entities.chains[m.chain]?.entity ?? m.entity) !== null || m.form === 'name' && m.last - m.first > 1)
}

/** "Called the raid a massacre", "described the march as a provocation": a name that someone gives to what other words tell of; "called it a massacre" may be all that tells of it. */
function isNaming(r: Reading, token: number): boolean {
  const s = r.syntax, verb = s.head[token] ?? -1, relation = s.deprel[token] ?? '', preposition = prepositionOf(s, token)
  if (isVerb(s, token) || verb < 0 || !isWordOf(r, verb, 'naming') || !(preposition === 'as' ? /^(?:obl|nmod|xcomp)/ : /^(?:xcomp|obj)/).test(relation)) return false
  return childrenWith(s, verb, 'obj', 'nsubj:pass').some(c => c < token && s.upos[c] !== 'PRON')
}

/** "Its jailed leader", "95 captured soldiers were swapped": what somebody is, and not what is told of him; but "Jailed editor moved to a camp" opens with what it tells. */
const isState = (r: Reading, token: number): boolean => r.syntax.deprel[token] === 'amod' && isWordOf(r, token, 'standing-participle') && r.text.sentences[r.text.tokens[token]!.sentence]!.first < token && childrenWith(r.syntax, token, 'obl', 'obj').length === 0

/** "Put down a revolt", "put off a patrol": the particle makes another verb of one that stands for its kind ("put troops on the road"). */
const hasOtherParticle = (r: Reading, token: number): boolean => isVerb(r.syntax, token) && childrenWith(r.syntax, token, 'compound').some(c => r.syntax.upos[c] === 'ADP' && /^(?:off|down)$/.test(lemmaAt(r, c)))

/** "The union protested that the figures were wrong": said, and nobody took to the streets. */
const isSpoken = (r: Reading, token: number): boolean => isVerb(r.syntax, token) && isWordOf(r, token, 'objecting') && childrenWith(r.syntax, token, 'ccomp').length > 0

/** "The wounded were flown to Nairobi", "visited the injured": who was hurt elsewhere. */
const isTheHurt = (r: Reading, token: number): boolean => lemmaIn(r, token, 'hurt-people') && childrenWith(r.syntax, token, 'det').some(c => lemmaAt(r, c) === 'the') && /^(?:nsubj|obj|iobj|nmod|conj$)/.test(r.syntax.deprel[token] ?? '') && childrenWith(r.syntax, token, 'nsubj', 'aux', 'obj').length === 0

/** "A man shot his wife and two children": a crime at home, by one of whom no more is told; but neither soldiers who beat a reporter's wife nor masked men who take her son are family of theirs. */
const isOfFamily = (r: Reading, by: readonly number[], of: readonly number[]): boolean =>
  by.length === 1 && r.syntax.xpos[by[0]!] === 'NN' && isWordOf(r, by[0]!, 'somebody') && !isArmed(entityAt(r, by[0]!)) && of.some(head => isWordOf(r, head, 'own-kin') && childrenWith(r.syntax, head, 'nmod:poss').some(c => /^(?:his|her)$/.test(r.text.tokens[c]!.norm.toLowerCase())))

/** "Manila protested against the arrest", "the ministry protested to Baku": a state's protest is a note. */
const isNote = (r: Reading, token: number, by: readonly number[]): boolean => isVerb(r.syntax, token) && isWordOf(r, token, 'objecting') && by.length > 0 && by.every(head => { const m = entityAt(r, head); return m !== null && (m.kind === 'state' || m.kind === 'government' || m.kind === 'place' || (r.placeAt[head] ?? -1) >= 0) })

/** Words between whom somebody holds and what he holds him to be. */
const HELD = 2

/** "It held the marshal's office wholly responsible": nobody is held. */
const isHeldAnswerable = (r: Reading, of: readonly number[]): boolean => of.some(head => { for (let i = head + 1; i <= head + HELD; i++) { if (r.text.tokens[i]?.sentence !== r.text.tokens[head]?.sentence) return false; if (isWordOf(r, i, 'answerable')) return true } return false })

/** "Called the attack a cowardly act", "calls Friday's bombing a crime": an act told before, of which the verb says what it is; not "called a strike" nor "called off their strike". */
export const isJudged = (r: Reading, verb: number, noun: number): boolean => lemmaAt(r, verb) === 'call' && noun > verb && r.syntax.upos[verb + 1] !== 'ADP' && childrenWith(r.syntax, noun, 'det', 'nmod:poss').some(c => c > verb && (r.syntax.deprel[c] === 'nmod:poss' || lemmaIn(r, c, 'back-pointing')))

/** Behind a noun that is called something: "a", "an" or a quotation. */
export const isCalled = (r: Reading, noun: number): boolean => /^(?:a|an|["“‘'])$/i.test(r.text.tokens[noun + 1]?.form ?? '')

/** "The rebels have fought the army for decades": a war as a whole, and no act in it. */
function isWholeWar(r: Reading, token: number, args: Frameless): boolean {
  if (!isVerb(r.syntax, token) || !isWordOf(r, token, 'war-verb') || !childrenWith(r.syntax, token, 'aux').some(c => lemmaAt(r, c) === 'have')) return false
  return args.list.some(a => { const time = r.times[r.timeAt[a.head] ?? -1]; return time !== undefined && (time.type === 'DURATION' ? YEARS.test(time.value) : a.preposition === 'since' && !DAY_OR_MONTH.test(time.value)) })
}

/** Times in years and more, and dates that name a month at least. */
const YEARS = /(?:Y|DE|CE)$/, DAY_OR_MONTH = /^\d{4}-\d\d/

/** Prepositions before what words are aimed at ("seized on the gaffe", "bombarded with questions"). */
const AIMED: ReadonlySet<string> = new Set(['on', 'upon', 'against', 'at', 'with'])

/** Types of what is closed, cut or called off as well for repairs, snow and holidays. */
const FOR_UPKEEP: ReadonlySet<string> = new Set(['COERCE', 'SANCTION', 'PROTEST', 'RETREAT'])
const REASON: ReadonlySet<string> = new Set(['for', 'because of', 'due to', 'owing to', 'on account of'])

/** What stands behind one of these prepositions, with the act or with what it was done to ("cut power for maintenance"). */
const behind = (r: Reading, args: Frameless, prepositions: ReadonlySet<string>): readonly number[] => [
  ...args.list.filter(a => prepositions.has(a.preposition)).map(a => a.head),
  ...args.list.filter(a => a.relation === 'object').flatMap(a => childrenWith(r.syntax, a.head, 'nmod', 'obl')).filter(c => prepositions.has(prepositionOf(r.syntax, c))),
]

/** "A procession wound through the town for carnival": what stands with a noun under its verb. */
const sharers = (r: Reading, token: number): readonly number[] => (isVerb(r.syntax, token) ? [] : childrenWith(r.syntax, r.syntax.head[token] ?? -1, 'obl'))

/** "Thousands filled the square for the Pope's blessing", "pilgrims marched": a crowd that came to see or to pray, unless the words speak of protest. */
const isFestive = (r: Reading, heads: readonly number[]): boolean => {
  const words = heads.flatMap(head => near(r, head))
  return words.some(i => isWordOf(r, i, 'festivity')) && !words.some(i => isWordOf(r, i, 'protest-words'))
}
