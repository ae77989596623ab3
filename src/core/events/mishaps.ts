/** Losses that nobody's act brought about: fires, crashes, stampedes and storms kill as bombs do. */
import { childrenWith, isPassive, isVerb, prepositionOf } from './arguments.ts'
import { entityAt, isArmed, isHuman, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'

/** "A stampede killed 12", "eleven were killed in a bus accident", "the roof collapsed, killing 16": whether what befell people is told as an accident's doing, in a sentence that tells of no attack ("killed in a stampede after police fired gas"). In a report of accidents whatever nobody is said to have done is one. */
export function isMishap(r: Reading, token: number): boolean {
  const causes = causesOf(r, token)
  return (causes.some(i => isAccident(r, i)) || isOfFall(r, token) || r.ofMishaps && !causes.some(i => isSomebody(r, i))) && !tellsOfForce(r, token)
}

/** "Armed men killed six miners": in a report full of the words of mines, too, somebody did it. */
const isSomebody = (r: Reading, i: number): boolean => isHuman(entityAt(r, i)) || isArmed(entityAt(r, i))

/** Prepositions between those who died and what they died of. */
const OF = new Set(['in', 'by', 'from', 'of', 'during'])

/** What did it, by its words: the subject of "killed", what follows "killed in" and "died of". */
function causesOf(r: Reading, token: number): readonly number[] {
  const s = r.syntax, means = childrenWith(s, token, 'obl', 'nmod', 'obl:agent').filter(c => OF.has(prepositionOf(s, c)))
  return isVerb(s, token) && !isPassive(s, token) ? [...childrenWith(s, token, 'nsubj'), ...means] : means
}

/** "A roof collapsed, killing 16", "nine were killed when a bus overturned": the verb that losses hang on, or that hangs on them. No drone and no attacker crashes by accident. */
function isOfFall(r: Reading, token: number): boolean {
  const s = r.syntax, above = (s.deprel[token] ?? '').startsWith('advcl') ? [s.head[token] ?? -1] : [], below = childrenWith(s, token, 'advcl').filter(c => childrenWith(s, c, 'mark', 'advmod').some(m => /^(?:when|after|as)$/.test(lemmaAt(r, m))))
  const up = [...above, ...below].find(i => i >= 0 && lemmaIn(r, i, 'mishap-verb'))
  if (up === undefined) return false
  const subjects = childrenWith(s, up, 'nsubj', 'nsubj:pass')
  return subjects.length > 0 && subjects.every(i => (r.weaponAt[i] ?? -1) < 0 && !isHuman(entityAt(r, i)) && !isArmed(entityAt(r, i)))
}

/** "A fire", "a fire at the depot", "a gas explosion", but not "Israeli fire" and "heavy fire". */
const isAccident = (r: Reading, i: number): boolean => isWordOf(r, i, 'mishap') || /^(?:explosion|blast)$/.test(lemmaAt(r, i)) && childrenWith(r.syntax, i, 'compound').some(c => r.lexicon.otherDomains.get(lemmaAt(r, c)) === 'accident') || lemmaAt(r, i) === 'fire' && childrenWith(r.syntax, i, 'det').length > 0 && childrenWith(r.syntax, i, 'amod', 'compound', 'nmod:poss').every(c => isWordOf(r, c, 'fire-site'))

/** Whether the sentence has a word that names an attack of itself. */
function tellsOfForce(r: Reading, token: number): boolean {
  const { first, last } = r.text.sentences[r.text.tokens[token]!.sentence]!
  for (let i = first; i < last; i++) if (lemmaIn(r, i, 'sure-force') || (r.weaponAt[i] ?? -1) >= 0 && r.weapons[r.weaponAt[i]!]!.term.kind !== 'platform') return true
  return false
}
