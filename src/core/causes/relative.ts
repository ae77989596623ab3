/** What a clause behind those who are struck or seized tells of them: "sentenced a man who killed two", "shelled rebels who had ambushed a patrol". */
import { isVerb } from '../events/arguments.ts'
import { lemmaAt, type Reading } from '../events/reading.ts'
import { range } from '../text/range.ts'
import type { Pair } from './pairs.ts'
import type { Telling } from './telling.ts'

const MEASURES = new Set(['COERCE', 'SANCTION', 'ASSAULT']), ACTS = new Set(['ASSAULT', 'PROTEST'])

/** Tokens from the relative pronoun within which the act is told. */
const CLAUSE = 14

/** Each pair with the tokens of the relative clause that says so. */
export function relativePairs(r: Reading, tellings: readonly Telling[]): readonly { readonly pair: Pair; readonly first: number; readonly last: number }[] {
  const out: { pair: Pair; first: number; last: number }[] = []
  for (const t of tellings) {
    if (!MEASURES.has(t.found.event.type) || !isVerb(r.syntax, t.token)) continue
    for (const struck of children(r, t.token, /^(?:obj|obl(?!:agent)|nsubj:pass)/)) for (const clause of children(r, struck, /^acl:relcl/)) {
      const who = (r.syntax.children[clause] ?? []).find(c => c > struck && lemmaAt(r, c) === 'who')
      const act = who === undefined ? undefined : tellings.find(x => x.token > who && x.token <= who + CLAUSE && !range(who, x.token).some(i => r.text.tokens[i]!.form === ',') && x.sentence === t.sentence && x.found !== t.found && ACTS.has(x.found.event.type))
      if (who !== undefined && act !== undefined && (t.found.event.type !== 'ASSAULT' || isOfficial(t))) out.push({ pair: [t.found, act.found], first: who, last: act.token + 1 })
    }
  }
  return out
}

const children = (r: Reading, token: number, relation: RegExp): readonly number[] => (r.syntax.children[token] ?? []).filter(c => c > token - 30 && relation.test(r.syntax.deprel[c] ?? ''))

const FORCES = new Set(['COP', 'MIL'])

/** An attack by the police or an army answers what those did whom it is aimed at; of who else is attacked a clause only says who they are. */
const isOfficial = ({ found: { event } }: Telling): boolean => event.actors.length === 0 || event.actors.some(a => a.sectors.some(x => FORCES.has(x)))
