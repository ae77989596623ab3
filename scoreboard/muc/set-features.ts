/** What speaks for a party's class in one of the official set fills: what kind of person or thing it is, what became of it, how surely it did it. */
import { featuresOf, type Indexed } from './role-features.ts'
import type { SetModel } from './role-model.ts'
import { sharesOf } from './softmax.ts'
import type { Phrase } from './spans.ts'
import { byWords, HUMAN, INSTRUMENTS, PHYSICAL } from './tables.ts'

/** A party as its classes are looked for: the likeliest words first. */
export interface Classed { readonly strings: readonly string[]; readonly phrases: readonly Phrase[]; readonly type: string }

/** Words of harm by what they leave behind. */
export const EFFECTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kill|murder|assassinat|slay|slain|massacre|execut|die|dead|death|behead|lynch)/, 'death'], [/^(?:wound|injur|hurt|maim)/, 'injury'], [/^(?:destroy|blow up|demolish|raze)/, 'ruin'], [/^(?:damage|burn)/, 'damage'], [/^(?:kidnap|abduct|captur)/, 'capture'], [/^(?:free|release|rescue)/, 'freedom'],
]

/** Who connects a party with an act, and how. */
const STANCES: readonly (readonly [string, RegExp])[] = [
  ['claims', /claim\w*\b.{0,40}\b(?:responsib|credit|attack)|admitted|we (?:did|carried)/is], ['accuses', /\b(?:accus|blam|suspect|attribut|alleg|presum|responsib|believ|involve|charge[ds]? with)/i], ['authorities', /police|army|military|govern|minist|president|authorit|colonel|general\b|armed forces/i], ['perhaps', /\b(?:might|could|possib|probab|apparent|presumab|reportedly)/i],
]

/** How many a phrase is said to be, where it is one number. */
export function countOf({ layers: { counts, text } }: Indexed, { first, last, head }: Phrase): number | null {
  const found = counts.find(c => c.of === head || (c.first >= first - 1 && c.last <= last && text.tokens[c.first]?.sentence === text.tokens[first]!.sentence))
  return found !== undefined && found.min !== null && found.min === found.max ? found.min : null
}

/** Phrases of a party that are looked at. */
const LOOKED = 4
const low = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{L}\p{N}'-]+/u).filter(w => w !== '')

/** What a class is about: what the party is, what became of it, how many it is, how surely it did it. */
export type About = 'kind' | 'fate' | 'number' | 'stance'

/** The learned set fills by the number of their slot. */
export const SET_SLOTS: ReadonlyMap<number, About> = new Map([[7, 'kind'], [8, 'kind'], [11, 'stance'], [13, 'kind'], [14, 'number'], [16, 'fate'], [20, 'kind'], [21, 'number'], [23, 'fate']])

/** The likeliest value of a slot, null where that is none; "COUNT" is the number that stands with the party. */
export function setFill(told: Indexed, party: Classed, slot: number, sets: ReadonlyMap<number, SetModel>): string | null {
  const model = sets.get(slot)
  if (model === undefined) return null
  const shares = sharesOf(model.weights, setFeatures(told, party, SET_SLOTS.get(slot)!), model.classes.length), value = model.classes[shares.indexOf(Math.max(...shares))]!
  if (value === 'COUNT') return String(party.phrases.map(p => countOf(told, p)).find(n => n !== null) ?? 'PLURAL')
  return value === 'OTHER NUMBER' ? 'PLURAL' : value === '-' ? null : value
}

export function setFeatures(told: Indexed, party: Classed, about: About): readonly string[] {
  const out = new Set<string>(['constant', `type ${party.type}`]), looked = party.phrases.slice(0, LOOKED)
  for (const f of ownWords(party)) out.add(f)
  if (about === 'kind') for (const [name, table] of [['human', HUMAN], ['thing', PHYSICAL], ['means', INSTRUMENTS]] as const) out.add(`${name} ${byWords(table, party.strings.join(' ')) ?? '-'}`)
  for (const phrase of looked) for (const f of about === 'kind' ? kindFeatures(told, phrase) : about === 'fate' ? fateFeatures(told, phrase, party.type) : about === 'number' ? numberFeatures(told, phrase) : stanceFeatures(told, phrase)) out.add(f)
  return [...out]
}

function ownWords({ strings, type }: Classed): readonly string[] {
  return [...strings.flatMap(string => { const words = low(string); return [...words.flatMap(w => [`s ${w}`, `s5 ${w.slice(0, 5)}`]), `s-last ${words.at(-1) ?? ''}`] }), ...low(strings[0] ?? '').map(w => `type ${type} ${w}`)]
}

function kindFeatures(told: Indexed, phrase: Phrase): readonly string[] {
  const { entities, syntax } = told.layers, chain = entities.mentions[entities.byHead[phrase.head] ?? -1]?.chain ?? -1
  return [
    ...featuresOf(told, phrase).filter(f => /^(?:kind|sector|country|entity|object|weapon|head|last|part|before|after) /.test(f)),
    ...entities.mentions.filter(m => chain >= 0 && m.chain === chain).flatMap(m => m.sectors).map(s => `chain ${s}`),
    ...(syntax.children[phrase.head] ?? []).filter(c => /^(?:appos|nmod|compound|amod)/.test(syntax.deprel[c] ?? '')).map(c => `has ${(syntax.lemma[c] ?? '').toLowerCase()}`),
  ]
}

/** The acts nearest to a phrase, and what it hangs on. */
function fateFeatures(told: Indexed, phrase: Phrase, type: string): readonly string[] {
  const near = (told.bySentence.get(phrase.sentence) ?? []).map(t => ({ word: t.lexeme.words.join(' '), side: t.first >= phrase.last ? 'after' : 'before', off: Math.min(Math.abs(t.first - phrase.last), Math.abs(phrase.first - t.last)) })).toSorted((a, b) => a.off - b.off)
  const effect = near.map(t => byWords(EFFECTS, t.word)).find(e => e !== null) ?? 'none'
  return [
    ...near.slice(0, 3).flatMap(({ word, side, off }, k) => [`near ${String(k)} ${word}`, `near ${word} ${side} ${off < 4 ? 'beside' : off < 10 ? 'near' : 'far'}`, `effect ${String(k)} ${byWords(EFFECTS, word) ?? '-'}`]),
    `effect ${effect}`, `effect ${effect} ${type}`, ...featuresOf(told, phrase).filter(f => /^(?:gov|gov-rel|gov2|act|act2|part|rel|here) /.test(f)),
  ]
}

const numberFeatures = (told: Indexed, phrase: Phrase): readonly string[] => [`count ${String(countOf(told, phrase) ?? '-').replace(/\d{3,}/, 'many')}`, `number ${told.layers.syntax.xpos[phrase.head] ?? ''}`, ...featuresOf(told, phrase).filter(f => /^(?:first|last|before|kind) /.test(f))]

function stanceFeatures(told: Indexed, phrase: Phrase): readonly string[] {
  const { text } = told.layers, { start, end } = text.sentences[phrase.sentence]!, sentence = text.text.slice(start, end), stances = STANCES.filter(([, words]) => words.test(sentence)).map(([name]) => name)
  return [...stances.map(s => `stance ${s}`), `stances ${stances.join(' ')}`, ...featuresOf(told, phrase).filter(f => /^(?:gov|gov-rel|part|rel|kind|before|after) /.test(f))]
}
