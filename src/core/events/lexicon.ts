/** The event lexicon: triggers, light verbs, weapons and object classes, read from data/. */
import { listCell, parseTable, type Row } from '../lexicon/table.ts'
import { buildWordLists, type WordList, type WordLists } from '../lexicon/word-lists.ts'
import type { EventType } from '../model/index.ts'

/**
 * How a trigger's syntactic arguments fill roles.
 * Verbs: `do` subject acts on object; `kill`/`hurt` the same and the object is the toll; `die` the subject is the victim;
 * `self` subject acts alone; `both` subject and the other side act on each other; `boom` the subject is a weapon;
 * `fire` the object is a weapon; `at` the recipient follows at/on/into; `take` the object is a place or side taken;
 * `free` the object is let go; `give` the recipient is helped.
 * Nouns: `n-on` recipients follow on/against/at; `n-of` the recipient follows of; `n-by` an actor follows by/of; `n-both` reciprocal.
 */
export type Frame = 'do' | 'kill' | 'hurt' | 'die' | 'self' | 'both' | 'boom' | 'fire' | 'at' | 'take' | 'free' | 'give' | 'n-on' | 'n-of' | 'n-by' | 'n-both'

/** One sense of a trigger word. `prior` is how often the word alone means the event (0..1); `when` are conditions that select the sense. */
export interface Lexeme {
  readonly id: string
  readonly words: readonly string[]
  readonly pos: 'V' | 'N'
  readonly type: EventType
  readonly mode: string | null
  readonly frame: Frame
  readonly prior: number
  /** Share of its uses that told a coded event, drawn towards the prior where few were seen (data/trigger-rates.tsv). */
  readonly rate: number
  readonly when: readonly string[]
  /** True where the row is of a kind of words (data/act-frames.tsv) and not of this one. */
  readonly general?: boolean
  /** True where nothing may stand between a verb and its preposition ("travel to"). */
  readonly tight?: boolean
}

export interface WeaponTerm { readonly words: readonly string[]; readonly mode: string; readonly kind: 'platform' | 'munition' | 'weapon' | 'attack' }

/** What a light verb ("launch", "suffer") says of its subject's part in the event that its object names. */
export interface LightVerb { readonly role: 'actor' | 'recipient' | 'third' | 'none' | 'claims' | 'charged'; readonly status: string | null }

/** `own`: what is answered keeps its place and day to itself. `next`: the word that must follow ("in return for"), or ''. */
export interface AnswerWord { readonly own: boolean; readonly next: string }
/** One row of data/doer-types.tsv: acts of `type` and `mode` are of `to` where all who did them are of one of the classes `doer`, but for words in `unless` and where it is done to one of the classes `spared`. */
export interface DoerType { readonly type: EventType; readonly mode: string; readonly doer: readonly string[]; readonly spared: readonly string[]; readonly unless: ReadonlySet<string>; readonly to: { readonly type: EventType; readonly mode: string } }

export interface EventLexicon {
  /** Senses by first word of the lexeme, longest first. */
  readonly triggers: ReadonlyMap<string, readonly Lexeme[]>
  /** Phrases that hold a trigger's word and tell of no act ("heart attack"), by their first word. */
  readonly notEvents: ReadonlyMap<string, readonly { readonly words: readonly string[] }[]>
  readonly weapons: ReadonlyMap<string, readonly WeaponTerm[]>
  readonly objects: ReadonlyMap<string, string>
  /** Words of a kind by the name of the kind; a word may be of several (data/word-classes.tsv). */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>
  /** Words that single rules ask for, by the name of the list (data/word-lists.tsv). */
  readonly lists: WordLists
  /** The mode of an act by who did it ("gunmen"), where nothing else tells it (data/doer-modes.tsv). */
  readonly doerModes: ReadonlyMap<string, string>
  /** The type of an act by who did it (data/doer-types.tsv). */
  readonly doerTypes: readonly DoerType[]
  /** What the title of a report that argues or looks back opens with, and what stands in the headline of one on a stretch of days. */
  readonly titles: { readonly opinion: RegExp; readonly periodic: RegExp }
  readonly lightVerbs: ReadonlyMap<string, LightVerb>
  /** Words that belong to sport, business, the arts or natural disasters, whose reports use the words of war for other things. */
  readonly otherDomains: ReadonlyMap<string, string>
  /** Logistic weights by feature: whether a cluster is a concrete occurrence, and whether two accounts tell of one act. */
  readonly scope: Weights
  /** The same for acts of words (AGREE ... THREATEN), set by hand: no coded reports hold them. */
  readonly verbalScope: Weights
  readonly merge: Weights
  /** The same for whether the words of one account assert an act. */
  readonly account: Weights
  /** The same for who is on which side of an act. */
  readonly sides: { readonly actor: Weights; readonly recipient: Weights }
  /** Weights of the choice among places and among dates (data/setting-weights.tsv). */
  readonly where: Weights
  readonly when: Weights
  /** Words that make one act the answer to another ("retaliation"), by lemma. */
  readonly answers: ReadonlyMap<string, AnswerWord>
  /** Words that set an act apart from those told before: `other` before its noun, `turn` where they open its sentence, `before` beside its word. */
  readonly apart: ReadonlyMap<string, string>
  /** Words by which a sentence tells of wars, habits, long times, reactions and sums, and not of one act. */
  readonly background: ReadonlyMap<string, string>
  /** Phrases that tell of losses, behind those counted ("embraced martyrdom"), by their first word. */
  readonly losses: ReadonlyMap<string, readonly LossPhrase[]>
  /** Words that lay an act to somebody or own to it, by kind; the value is the preposition before whoever is blamed, '' where there is none (data/blame-words.tsv). */
  readonly blame: Readonly<Record<BlameKind, ReadonlyMap<string, string>>>
  /** Words of PLOVER contexts by their first word. */
  readonly contexts: ReadonlyMap<string, readonly ContextTerm[]>
}

export interface LossPhrase { readonly words: readonly string[]; readonly kind: 'killed' | 'injured' }

/** `blame` has the blamed as object; `censure` has as subject somebody who took no part; `ascribe` and `link` have a preposition before the blamed; `supposed` describes them; `claim` with an object of `credit` owns to the act. */
export type BlameKind = 'blame' | 'censure' | 'ascribe' | 'link' | 'supposed' | 'claim' | 'credit'

export interface ContextTerm { readonly words: readonly string[]; readonly context: string }

export type Weights = Readonly<Record<string, number>>

/** Words of a term as the matcher compares them: lower case, hyphens dropped. */
export const termWords = (term: string): readonly string[] => term.toLowerCase().split(/[\s-]+/).filter(w => w !== '')

function group<T extends { readonly words: readonly string[] }>(terms: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const byFirst = new Map<string, T[]>()
  for (const term of terms) {
    const key = term.words[0]
    if (key === undefined) continue
    const list = byFirst.get(key)
    if (list) list.push(term)
    else byFirst.set(key, [term])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

/** Uses that the prior counts for, and how much a prior of 1 is worth as a rate (both set by cross-validation, training/event-weights.ts). */
const PRIOR_USES = 3, PRIOR_RATE = 0.55

/** Share of uses that told an event, smoothed by the prior. */
export const smoothedRate = (coded: number, seen: number, prior: number): number => (coded + PRIOR_USES * PRIOR_RATE * prior) / (seen + PRIOR_USES)

function lexeme(row: Row, rates: ReadonlyMap<string, Row>): Lexeme {
  const lemma = row['lemma'] ?? ''
  const mode = row['mode'] || null
  const id = `trigger:${lemma.replaceAll(' ', '-')}/${row['pos']}/${row['type']}${mode ? `/${mode}` : ''}`, prior = Number(row['prior'] ?? '0.5'), rate = rates.get(id)
  return {
    id,
    words: termWords(lemma),
    pos: row['pos'] === 'V' ? 'V' : 'N',
    type: row['type'] as EventType,
    mode,
    frame: row['frame'] as Frame,
    prior,
    rate: smoothedRate(Number(rate?.['coded'] ?? 0), Number(rate?.['seen'] ?? 0), prior),
    when: (row['when'] ?? '').split(/\s+/).filter(c => c !== ''),
  }
}

/** General verbs and nouns that name an act only by what they take (data/act-frames.tsv): each word of the classes becomes a lexeme; all of one row share an id, so that one rate is learned for them. */
function framesOf(row: Row, classes: ReadonlyMap<string, ReadonlySet<string>>, rates: ReadonlyMap<string, Row>): readonly Lexeme[] {
  const id = `frame:${row['name']}/${row['type']}${row['mode'] ? `/${row['mode']}` : ''}`, made = lexeme({ ...row, lemma: row['name'] ?? '' }, new Map()), rate = rates.get(id)
  const words = listCell(row['words']).flatMap(name => [...classes.get(name) ?? []])
  return [...new Set(words)].map(word => ({ ...made, id, general: true, words: termWords(word), rate: smoothedRate(Number(rate?.['coded'] ?? 0), Number(rate?.['seen'] ?? 0), made.prior) }))
}

/** Reads the event tables: triggers.tsv, act-frames.tsv, word-classes.tsv, word-lists.tsv, doer-modes.tsv, doer-types.tsv, weapons.tsv, objects.tsv, light-verbs.tsv, trigger-rates.tsv, other-domains.tsv, contexts.tsv, not-events.tsv, answer-words.tsv, apart-words.tsv, loss-phrases.tsv, background-words.tsv, blame-words.tsv, event-weights.tsv, side-weights.tsv, setting-weights.tsv. */
export function buildEventLexicon(tables: Readonly<Record<string, string>>): EventLexicon {
  const rows = (name: string): readonly Row[] => parseTable(tables[name] ?? '')
  const rates = new Map(rows('trigger-rates.tsv').map(row => [row['trigger'] ?? '', row]))
  const weightsIn = (table: string, decision: string): Weights => Object.fromEntries(rows(table).filter(row => row['decision'] === decision).map(row => [row['feature'] ?? '', Number(row['weight'])]))
  const weights = (decision: string): Weights => weightsIn('event-weights.tsv', decision), sideWeights = (side: string): Weights => weightsIn('side-weights.tsv', side)
  const classes = new Map(rows('word-classes.tsv').map(row => [row['class'] ?? '', new Set(listCell(row['words']))]))
  const lists = buildWordLists(tables['word-lists.tsv'] ?? ''), any = (list: WordList): string => [...lists[list]].join('|')
  const blame = (kind: BlameKind): ReadonlyMap<string, string> => new Map(rows('blame-words.tsv').filter(row => row['kind'] === kind).map(row => [row['lemma'] ?? '', row['preposition'] ?? '']))
  return {
    classes,
    lists,
    doerTypes: rows('doer-types.tsv').map(row => ({ type: row['type'] as EventType, mode: row['mode'] ?? '', doer: (row['doer'] ?? '').split(','), spared: (row['spared'] ?? '').split(',').filter(x => x !== ''), unless: new Set((row['unless'] ?? '').split(',')), to: { type: row['to-type'] as EventType, mode: row['to-mode'] ?? '' } })),
    doerModes: new Map(rows('doer-modes.tsv').map(row => [row['word'] ?? '', row['mode'] ?? ''])),
    titles: { opinion: new RegExp(String.raw`^\s*(?:${any('opinion-title')})\s*[:|–—-]`, 'i'), periodic: new RegExp(String.raw`\b(?:${any('periodic-title')})\b`, 'i') },
    otherDomains: new Map(rows('other-domains.tsv').map(row => [row['word'] ?? '', row['domain'] ?? ''])),
    notEvents: group(rows('not-events.tsv').map(row => ({ words: termWords(row['phrase'] ?? '') }))),
    scope: weights('scope'),
    verbalScope: weights('verbal-scope'),
    contexts: group(rows('contexts.tsv').map(row => ({ words: termWords(row['word'] ?? ''), context: row['context'] ?? '' }))),
    merge: weights('merge'),
    account: weights('account'),
    sides: { actor: sideWeights('actor'), recipient: sideWeights('recipient') },
    where: weightsIn('setting-weights.tsv', 'where'),
    when: weightsIn('setting-weights.tsv', 'when'),
    answers: new Map(rows('answer-words.tsv').map(row => [row['lemma'] ?? '', { own: row['setting'] === 'own', next: row['next'] ?? '' }])),
    background: new Map(rows('background-words.tsv').map(row => [row['lemma'] ?? '', row['kind'] ?? ''])),
    losses: group(rows('loss-phrases.tsv').map((row): LossPhrase => ({ words: termWords(row['phrase'] ?? ''), kind: row['kind'] as LossPhrase['kind'] }))),
    blame: { blame: blame('blame'), censure: blame('censure'), ascribe: blame('ascribe'), link: blame('link'), supposed: blame('supposed'), claim: blame('claim'), credit: blame('credit') },
    apart: new Map(rows('apart-words.tsv').map(row => [row['lemma'] ?? '', row['kind'] ?? ''])),
    triggers: group([...rows('triggers.tsv').map(row => lexeme(row, rates)), ...rows('act-frames.tsv').flatMap(row => framesOf(row, classes, rates))]),
    weapons: group(rows('weapons.tsv').map(row => ({ words: termWords(row['term'] ?? ''), mode: row['mode'] ?? '', kind: (row['class'] ?? 'weapon') as WeaponTerm['kind'] }))),
    objects: new Map(rows('objects.tsv').map(row => [row['lemma'] ?? '', row['class'] ?? ''])),
    lightVerbs: new Map(rows('light-verbs.tsv').map(row => [row['lemma'] ?? '', { role: (row['role'] || 'none') as LightVerb['role'], status: row['status'] || null }])),
  }
}
