/** Whom a crowd has a grievance against: who stands after "against", whom its anger is at, who laid upon it what it protests over, whom it calls upon, and whose way it bars. */
import { childrenWith, conjuncts, isVerb, prepositionOf, verbArguments } from './arguments.ts'
import { isSide, partiesOf } from './party.ts'
import { entityAt, hasClass, isHuman, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import type { Trigger } from './triggers.ts'

/** People, a side or a body. */
export function couldAnswer(r: Reading, head: number): boolean { return isHuman(entityAt(r, head)) || isSide(r, head) || entityAt(r, head)?.kind === 'organisation' }

const AT = new Set(['at', 'against', 'over', 'with', 'to', 'of'])

/** Those whom the words around an act of protest set it against; `above` is the verb that the act hangs on, `clauses` what its doers say and want. */
export function grievedAgainst(r: Reading, t: Trigger, above: number, clauses: readonly number[]): readonly number[] {
  const hung = [...new Set([t.token, above])].flatMap(v => childrenWith(r.syntax, v, 'obl', 'nmod', 'obj')).filter(h => h !== t.token), all = [...hung, ...hung.flatMap(h => childrenWith(r.syntax, h, 'nmod'))]
  const facing = all.flatMap(h => prepositionOf(r.syntax, h) === 'against' ? [h, ...namedAs(r, h)] : [])
  return [...facing, ...all.flatMap(h => [...angeredBy(r, h), ...laidBy(r, h)]), ...clauses.flatMap(c => calledUpon(r, c))].flatMap(h => partiesOf(r, h, t)).filter(h => couldAnswer(r, h) && !hasClass(r, h, 'event'))
}

/** "Against what they called the ministry's neglect": whose it is. */
const namedAs = (r: Reading, head: number): readonly number[] => lemmaAt(r, head) !== 'what' ? [] : childrenWith(r.syntax, head, 'acl').flatMap(v => childrenWith(r.syntax, v, 'obj', 'xcomp')).flatMap(o => childrenWith(r.syntax, o, 'nmod:poss'))

/** "In anger at the gendarmes", "in protest against the company". */
const angeredBy = (r: Reading, head: number): readonly number[] => lemmaIn(r, head, 'anger-noun') ? [...childrenWith(r.syntax, head, 'nmod'), ...childrenWith(r.syntax, r.syntax.head[head] ?? -1, 'obl').filter(c => childrenWith(r.syntax, c, 'case').includes(head + 1))].filter(c => AT.has(prepositionOf(r.syntax, c))) : []

/** "Over a levy charged by soldiers", "against a curfew imposed by the junta". */
const laidBy = (r: Reading, head: number): readonly number[] => ['over', 'at', 'against'].includes(prepositionOf(r.syntax, head)) ? childrenWith(r.syntax, head, 'acl').flatMap(v => verbArguments(r.syntax, v).list).filter(a => a.relation === 'agent' && couldAnswer(r, a.head)).map(a => a.head) : []

/** "Calling on the minister to go", "calling for the mission to leave", "calling the soldiers useless", "demanding water from the council". */
function calledUpon(r: Reading, clause: number): readonly number[] {
  const s = r.syntax, asked = childrenWith(s, clause, 'obj'), behind = childrenWith(s, clause, 'obl')
  const from = lemmaIn(r, clause, 'demand-verb') || lemmaIn(r, clause, 'obtain-verb') ? [...behind, ...asked.flatMap(o => childrenWith(s, o, 'nmod'))].filter(h => prepositionOf(s, h) === 'from') : []
  if (!lemmaIn(r, clause, 'call-verb')) return from
  const wanted = (h: number): boolean => [h, clause].some(x => childrenWith(s, x, 'acl', 'advcl', 'xcomp').some(v => isVerb(s, v) && v > h && s.xpos[v] === 'VB'))
  return [...behind.filter(h => ['on', 'upon'].includes(prepositionOf(s, h)) || ['for', 'to'].includes(prepositionOf(s, h)) && wanted(h)), ...asked.filter(h => childrenWith(s, clause, 'xcomp', 'advmod').some(c => c > h && s.upos[c] === 'ADJ'))]
}

/** "Laid logs across the road to keep a column from passing": whose way is barred. */
export const barred = (r: Reading, clauses: readonly number[]): readonly number[] => clauses.filter(c => lemmaIn(r, c, 'bar-way')).flatMap(c => childrenWith(r.syntax, c, 'obj')).flatMap(o => conjuncts(r.syntax, o)).filter(o => isHuman(entityAt(r, o)) || entityAt(r, o)?.kind === 'equipment')
