/** Reads the arguments of a predicate off the dependency tree: who stands where, through passives, relatives, control and coordination. */
import type { SyntaxLayer } from '../model/index.ts'

export type Relation = 'subject' | 'object' | 'indirect' | 'agent' | 'oblique' | 'modifier' | 'possessor'

/** One argument: the token that heads it, its relation, and the preposition it follows (lemma, '' when none). */
export interface Argument { readonly relation: Relation; readonly preposition: string; readonly head: number }

export interface Frameless { readonly passive: boolean; readonly list: readonly Argument[] }

const base = (deprel: string): string => deprel.split(':')[0] ?? deprel
const isVerb = (s: SyntaxLayer, i: number): boolean => s.upos[i] === 'VERB' || s.upos[i] === 'AUX' || (s.xpos[i] ?? '').startsWith('VB')
const kids = (s: SyntaxLayer, i: number): readonly number[] => s.children[i] ?? []
const childWith = (s: SyntaxLayer, i: number, ...rels: readonly string[]): number => kids(s, i).find(c => rels.includes(s.deprel[c] ?? '')) ?? -1

/** The preposition a dependent follows, with its fixed parts ("because of", "next to"); '' when none. */
export function prepositionOf(s: SyntaxLayer, token: number): string {
  const marks = kids(s, token).filter(c => s.deprel[c] === 'case' && c < token)
  const word = marks[0]
  if (word === undefined) return ''
  const fixed = kids(s, word).filter(c => s.deprel[c] === 'fixed').map(c => s.lemma[c])
  return [s.lemma[word], ...fixed, ...marks.slice(1).map(c => s.lemma[c])].join(' ')
}

const MANY = new Set(['score', 'dozen', 'hundred', 'several', 'many', 'other'])

/** "killed nine people and wounded 30", "and wounded scores": the number has a verb of its own, read as its adjective. */
const ownVerb = (s: SyntaxLayer, token: number): boolean => (s.upos[token] === 'NUM' || MANY.has(s.lemma[token] ?? '')) && /^VB[DNG]$/.test(s.xpos[token - 1] ?? '') && s.head[token - 1] === token

/** "wounding nine others, police and residents said": who speaks was read as one more of those before the comma. */
function speaks(s: SyntaxLayer, token: number): boolean {
  let last = token
  const reach = (i: number): void => { for (const c of kids(s, i)) { if (c > last) last = c; if (c > i) reach(c) } }
  reach(token)
  return isVerb(s, last + 1) && SAYING.has(s.lemma[last + 1] ?? '')
}

/** `head` and the nouns coordinated with it. */
export function conjuncts(s: SyntaxLayer, head: number): readonly number[] {
  const out = [head]
  for (const child of kids(s, head)) if (s.deprel[child] === 'conj' && !isVerb(s, child) && !speaks(s, child) && !ownVerb(s, child)) out.push(child)
  return out
}

const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose', 'where'])

/** "Jets later destroyed shelters": a verb with a subject of its own that the tree hung on its object, as an adjective. */
const finiteBefore = (s: SyntaxLayer, verb: number): boolean => s.deprel[verb] === 'amod' && childWith(s, verb, 'aux:pass') < 0 && (s.head[verb] ?? -1) > verb && childWith(s, verb, 'nsubj', 'nsubj:pass') >= 0

/** "They kept the highway blocked": who the participle after such a verb is done to; -1 when there is none. */
function sufferer(s: SyntaxLayer, verb: number): number {
  const head = s.head[verb] ?? -1
  if (s.deprel[verb] !== 'xcomp' || s.xpos[verb] !== 'VBN' || head < 0 || childWith(s, verb, 'aux', 'obj') >= 0) return -1
  const own = childWith(s, verb, 'nsubj'), object = childWith(s, head, 'obj')
  return own < 0 && object < verb ? object : own
}

/** Verbs whose past tense and participle look like their base form. */
const INVARIABLE = new Set(['let', 'set', 'put', 'cut', 'hit', 'shut', 'hurt', 'shed', 'beset'])

/** "The miners were let go", "they were detained and set free": a participle that the tagger takes for the base form, which follows no "be" and no finite verb but after "to". */
function suffers(s: SyntaxLayer, verb: number): boolean {
  const own = kids(s, verb), head = s.head[verb] ?? -1
  if (own.some(c => /^(?:mark|obj)$/.test(s.deprel[c] ?? '') || s.deprel[c] === 'aux' && s.lemma[c] !== 'be' && s.lemma[c] !== 'have')) return false
  if (own.some(c => c < verb && /^(?:aux|cop)/.test(s.deprel[c] ?? '') && s.lemma[c] === 'be')) return true
  return /^(?:conj|parataxis)$/.test(s.deprel[verb] ?? '') && head >= 0 && head < verb && childWith(s, verb, 'nsubj', 'aux', 'expl') < 0 && isVerb(s, head) && s.xpos[head] === 'VBN' && childWith(s, head, 'aux:pass') >= 0 && childWith(s, head, 'aux') < 0
}

/** What one is taken as. */
const TAKEN_AS = new Set(['captive', 'prisoner', 'hostage'])

/** Verbs of harm that want an object, so that without one they are participles whatever the tagger took them for. */
const HARMING = new Set(['hurt', 'wound', 'injure', 'kill', 'maim', 'abduct', 'kidnap', 'arrest', 'detain', 'displace', 'damage', 'destroy'])

/** "Nine were killed and three others taken captive", "and four wounded", "and a farmer hurt": a participle with a subject of its own that shares the "were" of the passive before it. */
function sharesBe(s: SyntaxLayer, verb: number): boolean {
  const head = s.head[verb] ?? -1, object = childWith(s, verb, 'obj'), own = childWith(s, verb, 'nsubj')
  return head >= 0 && own > head && own < verb && childWith(s, verb, 'aux') < 0 && childWith(s, head, 'aux:pass') >= 0 && (object < 0 ? s.xpos[verb] === 'VBN' || HARMING.has(s.lemma[verb] ?? '') : object === verb + 1 && TAKEN_AS.has(s.lemma[object] ?? ''))
}

/** True when the verb's subject is what the act is done to. */
export function isPassive(s: SyntaxLayer, verb: number): boolean {
  if (finiteBefore(s, verb)) return false
  // "An officer who asked not to be named told the paper that": parsers take the subject of a past tense for that of the passive before it.
  if (s.xpos[verb] === 'VBD' && childWith(s, verb, 'aux:pass') < 0 && childWith(s, verb, 'iobj') >= 0 && childWith(s, verb, 'ccomp') >= 0) return false
  if (childWith(s, verb, 'nsubj:pass', 'aux:pass', 'csubj:pass') >= 0) return true
  const tag = s.xpos[verb], rel = base(s.deprel[verb] ?? '')
  // "The persons killed", "31 more people lynched": the tagger takes a participle after its noun for the past tense.
  if (tag === 'VBD' && s.deprel[verb] === 'acl' && (s.head[verb] ?? -1) < verb) return childWith(s, verb, 'nsubj', 'aux', 'obj') < 0
  if ((tag === 'VB' || tag === 'VBD' && INVARIABLE.has(s.lemma[verb] ?? '')) && suffers(s, verb)) return true
  if (rel === 'conj' && (tag === 'VBN' || tag === 'VBD') && sharesBe(s, verb)) return true
  if (tag !== 'VBN') return false
  // "Guards taken hostage by inmates", "a man given ten years": a participle behind its noun keeps the object of a verb that takes two.
  if (s.deprel[verb] === 'acl' && (s.head[verb] ?? -1) < verb) return childWith(s, verb, 'nsubj', 'aux') < 0
  // "They kept the highway blocked", "he had his nails pulled": what is made to suffer it stands before the participle.
  if (rel === 'xcomp' && sufferer(s, verb) >= 0) return true
  if (rel === 'conj' && childWith(s, verb, 'nsubj', 'aux') < 0) { const h = s.head[verb] ?? -1; return h >= 0 && isVerb(s, h) && isPassive(s, h) }
  return (rel === 'acl' || rel === 'amod' || (rel === 'advcl' && childWith(s, verb, 'nsubj', 'aux') < 0)) && childWith(s, verb, 'obj') < 0
}

/** Replaces a relative pronoun by the noun that its clause describes. */
function antecedent(s: SyntaxLayer, token: number, verb: number): number {
  if (!RELATIVE.has(s.lemma[token] ?? '')) return token
  let clause = verb
  for (let hops = 0; hops < 4 && clause >= 0; hops++) {
    if ((s.deprel[clause] ?? '').startsWith('acl')) return s.head[clause] ?? token
    clause = s.head[clause] ?? -1
  }
  return token
}

/** Verbs of speech, to whose subject a participle before them does not belong ("a bomb exploded, killing four, police said"). */
/** Words that open a clause of time or a phrase of it. */
const OPENING = new Set(['after', 'before', 'since', 'until', 'as', 'once'])

/** "The minister resigned after a bomb in Kano killed nine": the subject of a finite clause that the parser took, with the word that opens the clause, for a phrase of the verb above; -1 where there is none. */
function takenForPlace(s: SyntaxLayer, verb: number, head: number): number {
  if (!/^VB[DPZ]$/.test(s.xpos[verb] ?? '') || childWith(s, verb, 'mark') >= 0) return -1
  const noun = childrenWith(s, head, 'obl').findLast(c => c > head && c < verb && childrenWith(s, c, 'case').some(m => OPENING.has(s.lemma[m] ?? ''))) ?? -1
  return noun >= 0 && verb - lastUnder(s, noun) <= 2 && lastUnder(s, noun) < verb ? noun : -1
}

/** The last token of a word's phrase. */
const lastUnder = (s: SyntaxLayer, at: number): number => (s.children[at] ?? []).reduce((last, c) => Math.max(last, lastUnder(s, c)), at)

const SAYING = new Set(['say', 'tell', 'add', 'report', 'announce', 'confirm', 'claim'])

/** The subject's head token, found through coordination, control, participles and relatives; -1 when there is none. */
export function subjectOf(s: SyntaxLayer, verb: number, depth = 0): number {
  const own = ownSubject(s, verb), auxiliary = halved(s, verb)
  if (auxiliary >= 0 && (own < 0 || own > auxiliary)) return subjectOf(s, auxiliary, depth + 1)
  if (own >= 0) return antecedent(s, own, verb)
  const head = s.head[verb] ?? -1, rel = s.deprel[verb] ?? ''
  if (head < 0 || depth > 5) return -1
  if (rel === 'ccomp' && s.lemma[head] === 'say' && childWith(s, verb, 'mark') < 0) return kids(s, head).findLast(c => s.deprel[c] === 'iobj' && c > head && c < verb) ?? -1
  if (rel.startsWith('advcl') && verb < head && s.deprel[head] === 'parataxis' && SAYING.has(s.lemma[head] ?? '')) return subjectOf(s, s.head[head] ?? -1, depth + 1)
  if (rel.startsWith('acl')) return chargedOf(s, verb, head) ?? triedBy(s, verb, head) ?? head
  if (rel === 'parataxis' && suffers(s, verb)) return subjectOf(s, head, depth + 1)
  if (rel === 'amod') return gerund(s, verb) ? subjectAbove(s, head, depth) : head
  if (rel === 'conj') return isVerb(s, head) ? subjectOfBefore(s, verb, head, depth) ?? subjectOf(s, saidBefore(s, verb, head), depth + 1) : -1
  const tried = /^(?:xcomp|advcl)/.test(rel) ? triedBy(s, verb, childWith(s, head, 'obj')) ?? -1 : -1
  if (tried >= 0) return tried
  if (rel === 'xcomp') { const obj = childWith(s, head, 'obj', 'iobj'); return obj >= 0 && obj < verb ? antecedent(s, obj, head) : subjectOf(s, head, depth + 1) }
  const taken = rel === 'advcl' ? takenForPlace(s, verb, head) : -1
  if (taken >= 0) return taken
  if (rel.startsWith('advcl') && isCharge(s, head, markOf(s, verb))) return isPassive(s, head) ? childWith(s, head, 'nsubj:pass', 'nsubj') : childWith(s, head, 'obj')
  if (rel.startsWith('advcl') && s.xpos[verb] === 'VBN' && CHARGING.has(s.lemma[verb] ?? '') && childWith(s, head, 'obj') >= 0) return childWith(s, head, 'obj')
  if (rel.startsWith('advcl') && s.xpos[verb] === 'VBG' && childWith(s, verb, 'mark') < 0 && isVerb(s, head) && isPassive(s, head)) return CHARGING.has(s.lemma[head] ?? '') ? subjectOf(s, head, depth + 1) : agentOf(s, head)
  if (rel.startsWith('advcl') && (childWith(s, verb, 'mark') < 0 || ['to', 'by', 'before', 'after', 'while', 'in'].includes(s.lemma[childWith(s, verb, 'mark')] ?? ''))) return isVerb(s, head) || s.upos[head] === 'NOUN' ? subjectOf(s, head, depth + 1) : -1
  return -1
}

/** "Villagers have since Sunday blocked the road", "the state had on Monday suspended the talks": the auxiliary that the parser took for a verb of its own, since a time stands between the two; -1 where there is none. */
function halved(s: SyntaxLayer, verb: number): number {
  const head = s.head[verb] ?? -1
  return (s.deprel[verb] ?? '').startsWith('advcl') && head >= 0 && head < verb && s.lemma[head] === 'have' && /^VBD|^VBN/.test(s.xpos[verb] ?? '') && childWith(s, head, 'obj', 'ccomp', 'xcomp', 'aux') < 0 && childWith(s, verb, 'aux', 'aux:pass') < 0 && (childWith(s, verb, 'mark') < 0 || s.lemma[childWith(s, verb, 'mark')] === 'since') ? head : -1
}

/** The lemma of the word that opens a clause, "" where there is none. */
function markOf(s: SyntaxLayer, verb: number): string { const mark = childWith(s, verb, 'mark'); return mark < 0 ? '' : s.lemma[mark] ?? '' }

/** The subject that hangs on a verb; of several the nearest before it ("300 km to the south, rebels took the town"), else an object before it that another follows ("aircraft have raided the outskirts"); -1 when there is none. */
function ownSubject(s: SyntaxLayer, verb: number): number {
  const all = kids(s, verb).filter(c => ['nsubj', 'nsubj:pass', 'nsubj:outer'].includes(s.deprel[c] ?? ''))
  return all.findLast(c => c < verb) ?? all[0] ?? objectBefore(s, verb)
}

function objectBefore(s: SyntaxLayer, verb: number): number {
  const objects = kids(s, verb).filter(c => s.deprel[c] === 'obj'), before = objects.find(c => c < verb)
  return before !== undefined && objects.some(c => c > verb) && !RELATIVE.has(s.lemma[before] ?? '') && childWith(s, verb, 'mark') < 0 ? before : -1
}

/** "progress in liberating neighbourhoods": a verb that the tree took for an adjective. */
const gerund = (s: SyntaxLayer, verb: number): boolean => s.xpos[verb] === 'VBG' && s.upos[verb - 1] === 'ADP' && s.head[verb - 1] === s.head[verb]

/** The subject of the nearest verb above a noun. */
function subjectAbove(s: SyntaxLayer, noun: number, depth: number): number {
  let at = s.head[noun] ?? -1
  for (let hops = 0; at >= 0 && hops < 4 && !isVerb(s, at); hops++) at = s.head[at] ?? -1
  return at >= 0 && isVerb(s, at) ? subjectOf(s, at, depth + 1) : -1
}

/** "Accused the militia of burning homes and shooting men": the second participle goes on from the first, not from the verb above both. */
function subjectOfBefore(s: SyntaxLayer, verb: number, head: number, depth: number): number | null {
  if (s.xpos[verb] !== 'VBG' || !/^VB[DPZ]$/.test(s.xpos[head] ?? '') || childWith(s, verb, 'aux') >= 0) return null
  let first = -1
  for (let i = verb - 1; i > head && first < 0; i--) if (s.xpos[i] === 'VBG' && isVerb(s, i) && /^(?:acl|advcl)/.test(s.deprel[i] ?? '')) first = i
  return first < 0 ? null : subjectOf(s, first, depth + 1)
}

/** "The group said the pilot was arrested and was killed": the second verb goes on from what is said, not from who says it. */
function saidBefore(s: SyntaxLayer, verb: number, head: number): number {
  const said = SAYING.has(s.lemma[head] ?? '') && !SAYING.has(s.lemma[verb] ?? '') ? kids(s, head).find(c => s.deprel[c] === 'ccomp' && c > head && c < verb && isVerb(s, c)) : undefined
  return said ?? head
}

/** Who a passive was done by, -1 when it is not told ("the plane was shot down, killing five": not the plane). */
const agentOf = (s: SyntaxLayer, verb: number): number => kids(s, verb).find(c => s.deprel[c] === 'obl:agent') ?? -1

const CHARGING = new Set(['accuse', 'suspect', 'convict'])
/** Verbs whose object did what a clause after "for" tells: "blamed the militia for killing", "jailed two men for burning". */
const JUDGING = new Set(['blame', 'arrest', 'detain', 'sentence', 'jail', 'convict', 'condemn', 'punish', 'fine', 'expel', 'sanction', 'imprison', 'criticise', 'criticize', 'denounce', 'prosecute', 'indict', 'try'])
/** "Accused of", "jailed for": a verb and the word after it by which its object did what the clause tells. */
const isCharge = (s: SyntaxLayer, verb: number, mark: string): boolean => mark === 'of' && CHARGING.has(s.lemma[verb] ?? '') || mark === 'for' && JUDGING.has(s.lemma[verb] ?? '')

/** "The rebels were accused by the army of killing": who is charged did it, not the noun that the clause was hung on. */
function chargedOf(s: SyntaxLayer, verb: number, noun: number): number | null {
  const charge = s.head[noun] ?? -1
  if (!CHARGING.has(s.lemma[charge] ?? '') || !isPassive(s, charge) || !kids(s, verb).some(c => s.deprel[c] === 'mark' && s.lemma[c] === 'of')) return null
  const charged = childWith(s, charge, 'nsubj:pass', 'nsubj')
  return charged >= 0 ? charged : null
}

const TRYING = new Set(['attempt', 'bid', 'plan', 'effort', 'plot', 'move', 'decision', 'try'])

/** "An attempt by the militia to storm the camp", "the rebels' bid to take the town": whose attempt it is. */
function triedBy(s: SyntaxLayer, verb: number, noun: number): number | null {
  if (!TRYING.has(s.lemma[noun] ?? '') || s.xpos[verb] !== 'VB') return null
  const by = kids(s, noun).find(c => /^(?:nmod|obl)/.test(s.deprel[c] ?? '') && prepositionOf(s, c) === 'by') ?? kids(s, noun).find(c => s.deprel[c] === 'nmod:poss')
  return by ?? judgedFor(s, noun)
}

/** "A man was jailed over a plan to bomb a mosque": whose plan it was. */
function judgedFor(s: SyntaxLayer, noun: number): number {
  const verb = s.head[noun] ?? -1
  if (s.deprel[noun] !== 'obl' || !JUDGING.has(s.lemma[verb] ?? '') && !CHARGING.has(s.lemma[verb] ?? '') || !['over', 'for', 'of'].includes(prepositionOf(s, noun))) return -1
  return isPassive(s, verb) ? childWith(s, verb, 'nsubj:pass', 'nsubj') : childWith(s, verb, 'obj')
}

/** The object gap of a relative clause ("a pilot they captured", "brothers whom the militia murdered"): the antecedent, or -1. */
function relativeObject(s: SyntaxLayer, verb: number): number {
  const rel = s.deprel[verb] ?? ''
  if (!rel.startsWith('acl') || childWith(s, verb, 'obj') >= 0) return -1
  const subject = childWith(s, verb, 'nsubj', 'nsubj:pass')
  if (subject < 0 || RELATIVE.has(s.lemma[subject] ?? '')) return -1
  return s.head[verb] ?? -1
}

/** "Freed five of eight railwaymen": the number before "of" makes an object of what the tree took for an adjunct. */
const isPartOf = (s: SyntaxLayer, token: number, preposition: string): boolean => preposition === 'of' && kids(s, token).some(c => s.deprel[c] === 'nummod' && kids(s, token).some(of => of === c + 1 && s.deprel[of] === 'case'))

/** Arguments of a verb, subjects of passives already told apart by `passive`. */
export function verbArguments(s: SyntaxLayer, verb: number): Frameless {
  const passive = isPassive(s, verb)
  const list: Argument[] = []
  const add = (relation: Relation, head: number, preposition = ''): void => { if (head >= 0 && head !== verb) list.push({ relation, preposition, head }) }
  add('subject', subjectOf(s, verb))
  const fronted = ownSubject(s, verb)
  for (const child of kids(s, verb)) {
    const rel = s.deprel[child] ?? ''
    if (rel === 'obj' && child !== fronted) add('object', antecedent(s, child, verb))
    else if (rel === 'iobj') add('indirect', child)
    else if (base(rel) === 'obl' && rel !== 'obl:tmod' && rel !== 'obl:unmarked' && rel !== 'obl:npmod') {
      const preposition = prepositionOf(s, child)
      if (isPartOf(s, child, preposition)) { add('object', child); continue }
      const agent = rel === 'obl:agent' || (passive && preposition === 'by')
      add(agent ? 'agent' : 'oblique', antecedent(s, child, verb), preposition)
    }
  }
  if (passive) for (const c of kids(s, verb)) if (s.deprel[c] === 'xcomp') for (const by of kids(s, c)) if (base(s.deprel[by] ?? '') === 'obl' && prepositionOf(s, by) === 'by') add('agent', by, 'by')
  if (s.deprel[verb] === 'amod' && (gerund(s, verb) || finiteBefore(s, verb))) add('object', s.head[verb] ?? -1)
  // "The villagers kept the road blocked": who keeps it so does it.
  if (sufferer(s, verb) >= 0 && s.lemma[s.head[verb]!] === 'keep') add('agent', subjectOf(s, s.head[verb]!), 'by')
  const gap = relativeObject(s, verb)
  if (gap >= 0) add('object', gap)
  if (list.every(a => a.relation !== 'object') && s.deprel[verb] === 'conj') shareObject(s, verb, list)
  return { passive, list }
}

/** "attacked and captured the town": the object stands with the last verb; "killed and wounded 12" with the first. */
function shareObject(s: SyntaxLayer, verb: number, list: Argument[]): void {
  const head = s.head[verb] ?? -1
  if (head < 0 || !isVerb(s, head)) return
  const object = childWith(s, head, 'obj')
  if (object > verb) list.push({ relation: 'object', preposition: '', head: object })
}

const MODIFIER = new Set(['compound', 'amod', 'nmod:unmarked', 'nmod:npmod', 'nmod:desc'])

/** Arguments of a noun, modifiers of its modifiers with them ("regime air raids"): "Turkey's attack on Qamishli by jets", "rocket attack", "Israeli strike". */
export function nounArguments(s: SyntaxLayer, noun: number): Frameless {
  const list: Argument[] = []
  for (const child of kids(s, noun)) {
    const rel = s.deprel[child] ?? ''
    if (rel === 'nmod:poss') list.push({ relation: 'possessor', preposition: "'s", head: child })
    else if (MODIFIER.has(rel)) for (const head of [child, ...kids(s, child).filter(c => MODIFIER.has(s.deprel[c] ?? '') && c < child)]) list.push({ relation: 'modifier', preposition: '', head })
    else if (rel === 'nsubj' && child === noun - 1 && s.upos[noun] === 'ADJ') list.push({ relation: 'modifier', preposition: '', head: child })
    else if (rel === 'nmod' || base(rel) === 'obl') list.push({ relation: 'oblique', preposition: prepositionOf(s, child), head: child })
  }
  return { passive: false, list }
}

export { isVerb }

/** Dependents of a token with one of the relations, subtypes included. */
export const childrenWith = (s: SyntaxLayer, i: number, ...rels: readonly string[]): readonly number[] =>
  kids(s, i).filter(c => rels.includes(s.deprel[c] ?? '') || rels.includes(base(s.deprel[c] ?? '')))
