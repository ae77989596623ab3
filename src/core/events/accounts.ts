/** Joins the triggers of one sentence that tell of the same act ("killed in an airstrike", "the blast wounded 12") into accounts. */
import { isPassive, isVerb, prepositionOf, subjectOf } from './arguments.ts'
import { entityAt, isHuman, lemmaAt, type Reading } from './reading.ts'
import type { Trigger } from './triggers.ts'

/** Why two triggers were joined. */
export interface Join { readonly a: number; readonly b: number; readonly rule: string }

const OUTCOME = new Set(['kill', 'hurt', 'die'])
const ACT = new Set(['do', 'boom', 'fire', 'at', 'both', 'n-on', 'n-both', 'n-of', 'take'])
const BY_MEANS = new Set(['in', 'by', 'during', 'from', 'amid', 'amidst', 'as', 'with', 'through', 'inside'])
const WHEN = new Set(['when', 'as', 'while'])

const outcome = (r: Reading, t: Trigger): boolean => OUTCOME.has(t.lexeme.frame) || (t.lexeme.frame === 'n-of' && r.lexicon.lists['outcome-noun'].has(t.lexeme.words.at(-1) ?? ''))

/** Pairs of triggers that belong together, by the dependency that links them. */
export function joinTriggers(r: Reading, triggers: readonly Trigger[]): readonly Join[] {
  const at = new Map<number, Trigger>()
  for (const t of triggers) at.set(t.token, t)
  const out: Join[] = []
  for (const t of triggers) {
    const link = upward(r, t, at) ?? trailing(r, t, triggers)
    if (link && compatible(r, t, link.other)) out.push({ a: link.other.index, b: t.index, rule: `join:${link.rule}` })
  }
  return out
}

/** "Rebels fired mortars at Sarmin, a town to the north, killing four"; "opened fire on the market, and two porters were killed": losses behind a comma or "and", which nobody is said to have caused and no day of their own parts from the rest, are those of the act last told before them, whatever the tree hangs them on. */
function trailing(r: Reading, t: Trigger, triggers: readonly Trigger[]): Link | null {
  if (t.nominal || !outcome(r, t) || !(r.syntax.xpos[t.token] === 'VBG' ? lemmaAt(r, t.token - 1) === ',' : isAdded(r, t))) return null
  for (let k = t.index - 1; k >= 0 && triggers[k]!.sentence === t.sentence; k--) { const other = triggers[k]!; if (other.token < t.token && !outcome(r, other) && other.lexeme.type === 'ASSAULT') return { other, rule: 'trailing-outcome' } }
  return null
}

/** Whether a passive without a doer is a clause that "and" or a semicolon adds. */
function isAdded(r: Reading, t: Trigger): boolean {
  const s = r.syntax, own = s.children[t.token] ?? []
  if (!isPassive(s, t.token) || t.arguments.list.some(a => a.relation === 'agent') || own.some(c => (s.deprel[c] ?? '').startsWith('obl') && ((r.timeAt[c] ?? -1) >= 0 || (r.placeAt[c] ?? -1) >= 0))) return false
  const subject = own.find(c => (s.deprel[c] ?? '').startsWith('nsubj'))
  if (subject === undefined || subject > t.token) return false
  let at = subject
  for (let next = first(s, at); next < at; next = first(s, at)) at = next
  return /^(?:and|;|that)$/.test(lemmaAt(r, at - 1))
}
/** The first token of those that stand right below a token and before it. */
const first = (s: Reading['syntax'], i: number): number => Math.min(i, ...(s.children[i] ?? []).filter(c => c < i && !/^(?:cc|punct|mark)$/.test(s.deprel[c] ?? '')))

/** Of one type, and no truce beside a release ("freed nine on the first day of the truce"), or losses and what caused them. */
function compatible(r: Reading, a: Trigger, b: Trigger): boolean {
  return a.lexeme.type === b.lexeme.type && (a.lexeme.type !== 'RETREAT' || a.lexeme.mode === b.lexeme.mode || [a, b].every(t => t.lexeme.mode !== 'ceasefire')) || (outcome(r, a) && b.lexeme.type === 'ASSAULT') || (outcome(r, b) && a.lexeme.type === 'ASSAULT')
}

interface Link { readonly other: Trigger; readonly rule: string }

/** The trigger above `t` (through light verbs and number words) that tells of the same act. */
function upward(r: Reading, t: Trigger, at: ReadonlyMap<number, Trigger>): Link | null {
  const s = r.syntax, head = s.head[t.token] ?? -1, rel = s.deprel[t.token] ?? ''
  if (head < 0) return null
  const named = lastNamed(r, t, at)
  if (named) return { other: named, rule: 'last-named' }
  const above = at.get(head)
  if (above) return direct(r, t, above, rel)
  if (rel.startsWith('acl') || rel === 'advcl' || rel === 'xcomp' || rel === 'conj' || rel === 'parataxis') return throughVerb(r, t, at) ?? throughPlace(r, t, at)
  return throughMeasure(r, t, at)
}

/** "The attack on the market on Saturday, in which gunmen killed 14", "air strikes on the town which left dozens dead": whatever the tree hangs losses on, they are those of the act last named before them, unless they have a doer, a day or a place of their own. */
function lastNamed(r: Reading, t: Trigger, at: ReadonlyMap<number, Trigger>): Trigger | null {
  if (t.nominal || !outcome(r, t)) return null
  const s = r.syntax, own = s.children[t.token] ?? [], which = own.find(c => c < t.token && lemmaAt(r, c) === 'which' && /^(?:in|during)$/.test(prepositionOf(s, c)))
  const last = which ?? t.token
  for (let i = last - 1; i >= Math.max(0, last - REACH) && r.text.tokens[i]!.sentence === t.sentence; i--) {
    const act = at.get(i)
    if (act?.nominal && act.lexeme.type === 'ASSAULT') return outcome(r, act) || which === undefined && isApart(r, t, act) ? null : act
  }
  return null
}

/** Tokens before losses within which the act they are of is named. */
const REACH = 50

/** Whether losses are told as those of something else than the act before them. */
function isApart(r: Reading, t: Trigger, act: Trigger): boolean {
  const s = r.syntax, own = s.children[t.token] ?? []
  if (t.arguments.list.some(a => (a.relation === 'agent' || a.relation === 'subject' && !isPassive(s, t.token)) && a.head !== act.token && isHuman(entityAt(r, a.head)))) return true
  if (own.some(c => /^(?:obl|advmod|advcl)/.test(s.deprel[c] ?? '') && ((r.timeAt[c] ?? -1) >= 0 || (r.placeAt[c] ?? -1) >= 0))) return true
  return s.head[act.token] === t.token && ASIDE.test(prepositionOf(s, act.token))
}

/** What parts an act from what its clause goes on to tell. */
const ASIDE = /^(?:after|before|since|following)/

function direct(r: Reading, t: Trigger, above: Trigger, rel: string): Link | null {
  const found = (rule: string): Link => ({ other: above, rule })
  if (!above.nominal) {
    if (t.nominal && (rel === 'nsubj' || (rel === 'obl:agent') || (rel === 'nsubj:pass' && (outcome(r, above) || t.lexeme.type === above.lexeme.type && above.lexeme.frame === 'do')))) return found('event-subject')
    if (!t.nominal && rel === 'csubj' && outcome(r, above)) return found('event-subject')
    if (t.nominal && rel.startsWith('obl') && BY_MEANS.has(prepositionOf(r.syntax, t.token)) && (outcome(r, above) || above.lexeme.frame === 'do' || above.lexeme.frame === 'take')) return found('in-act')
    if (t.nominal && rel === 'obj') return found('event-object')
    if (!t.nominal && rel === 'conj' && sameDoer(r, t, above) && (outcome(r, t) || outcome(r, above))) return found('coordinated-outcome')
    if (!t.nominal && rel.startsWith('advcl')) return clause(r, t, above)
    if (!t.nominal && rel === 'xcomp') return found('complement')
  } else {
    if (!t.nominal && rel.startsWith('acl')) return found('described-by')
    if (t.nominal && rel === 'nmod' && ['in', 'by', 'during', 'from', 'of'].includes(prepositionOf(r.syntax, t.token)) && (outcome(r, above) || above.lexeme.prior < 0.6)) return found('outcome-in')
    if (t.nominal && (rel === 'compound' || rel === 'appos' || rel === 'nmod:unmarked')) return found('compound')
    if (t.nominal && rel === 'conj' && above.lexeme.mode !== null && above.lexeme.mode === t.lexeme.mode) return found('coordinated')
    if (t.nominal && rel === 'nsubj') return found('copula')
  }
  return null
}

/** Participle and temporal clauses: "opened fire, killing 12"; "killed when a bomb exploded". */
function clause(r: Reading, t: Trigger, above: Trigger): Link | null {
  const s = r.syntax
  const mark = (s.children[t.token] ?? []).find(c => s.deprel[c] === 'mark' || (s.deprel[c] === 'advmod' && WHEN.has(lemmaAt(r, c))))
  if (mark === undefined) return outcome(r, t) || outcome(r, above) ? { other: above, rule: 'participle' } : null
  return WHEN.has(lemmaAt(r, mark)) && (outcome(r, above) || outcome(r, t)) ? { other: above, rule: 'when-clause' } : null
}

function sameDoer(r: Reading, a: Trigger, b: Trigger): boolean {
  const x = subjectOf(r.syntax, a.token), y = subjectOf(r.syntax, b.token)
  return x === y || x < 0 || y < 0
}

/** "carried out an attack, killing 12"; "a strike hit X, which left 12 dead": climbs over verbs that are no triggers, but not over time ("the attack came weeks after militants shot dead 26"). */
function throughVerb(r: Reading, t: Trigger, at: ReadonlyMap<number, Trigger>): Link | null {
  if (!outcome(r, t) && !t.lexeme.frame.startsWith('do') || (r.syntax.children[t.token] ?? []).some(c => r.syntax.deprel[c] === 'mark' && ASIDE.test(lemmaAt(r, c)))) return null
  const s = r.syntax, head = s.head[t.token] ?? -1
  if (!isVerb(s, head)) return null
  for (const child of s.children[head] ?? []) {
    const other = at.get(child), rel = s.deprel[child] ?? ''
    if (other && other !== t && other.nominal && ACT.has(other.lexeme.frame) && ['obj', 'nsubj', 'nsubj:pass'].includes(rel)) return { other, rule: 'light-verb-outcome' }
  }
  const up = s.head[head] ?? -1, above = at.get(up)
  return above && outcome(r, t) && (s.deprel[head] === 'advcl' || s.deprel[head] === 'xcomp') ? { other: above, rule: 'nested-outcome' } : null
}

/** "an attack on a base that wounded troops": the clause hangs on the place but tells of the act. */
function throughPlace(r: Reading, t: Trigger, at: ReadonlyMap<number, Trigger>): Link | null {
  const s = r.syntax, head = s.head[t.token] ?? -1, above = at.get(s.head[head] ?? -1)
  if (!outcome(r, t) || !(s.deprel[t.token] ?? '').startsWith('acl') || !above?.nominal || !(s.deprel[head] ?? '').startsWith('nmod') || isHuman(entityAt(r, head))) return null
  return { other: above, rule: 'described-through-place' }
}

/** "a series of attacks killed ...", "one of the strikes hit ...": the number word stands between. */
function throughMeasure(r: Reading, t: Trigger, at: ReadonlyMap<number, Trigger>): Link | null {
  const s = r.syntax, head = s.head[t.token] ?? -1
  if (s.deprel[t.token] !== 'nmod' || prepositionOf(s, t.token) !== 'of') return null
  const up = s.head[head] ?? -1, above = at.get(up), rel = s.deprel[head] ?? ''
  return above && !above.nominal && ['nsubj', 'obl', 'obl:agent'].includes(rel) ? { other: above, rule: 'measured-subject' } : null
}
