/** What the same words name by who does it: those whom the police take from a house are arrested, those whom rebels take abducted; what a mob sets on fire is burned in a riot. */
import { childrenWith, prepositionOf, type Frameless } from './arguments.ts'
import type { DoerType, Lexeme } from './lexicon.ts'
import { partyHead } from './measure.ts'
import { entityAt, hasClass, isArmed, lemmaIn, type Reading } from './reading.ts'
import { doers, patients } from './senses.ts'

/** A verb's sense, as those who did it make it; the sense itself where nobody is named or no row speaks of them. */
export function byDoer(r: Reading, lexeme: Lexeme, token: number, args: Frameless): Lexeme {
  if (lexeme.pos !== 'V' || !r.lexicon.doerTypes.some(x => x.type === lexeme.type && x.mode === lexeme.mode)) return lexeme
  const named = doers(args).map(a => a.head), heads = named.length > 0 || !args.passive ? named : behindPlaces(r, args)
  const row = heads.length === 0 ? undefined : r.lexicon.doerTypes.find(x => x.type === lexeme.type && x.mode === lexeme.mode && !lexeme.words.some(w => x.unless.has(w)) && !patients(args, r, token).some(a => x.spared.some(kind => hasClass(r, a.head, kind))) && heads.every(h => isOne(r, h, x)))
  return row === undefined ? lexeme : { ...lexeme, ...row.to }
}

/** "Was taken from the rectory by police": by whom, where the parser hung it on the place. */
const behindPlaces = (r: Reading, args: Frameless): readonly number[] => args.list.filter(a => a.relation === 'oblique').flatMap(a => childrenWith(r.syntax, a.head, 'nmod')).filter(c => prepositionOf(r.syntax, c) === 'by')

/** Whether a doer, or the force that "men of" it are, is of a row's classes. People who close a road bear no arms, while a mob with torches is a mob. */
const isOne = (r: Reading, head: number, { doer }: DoerType): boolean => [head, partyHead(r, head)].some(h => doer.some(kind => (kind === 'state-troops' ? lemmaIn(r, h, kind) : hasClass(r, h, kind) && !(kind === 'people' && (isArmed(entityAt(r, h)) || hasClass(r, h, 'armed'))))))
