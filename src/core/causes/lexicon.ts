/** Phrases that say one act answered or caused another, read from data/cause-cues.tsv. */
import { parseTable } from '../lexicon/table.ts'
import type { LinkKind } from '../model/index.ts'
import { loadCausality, type CausalityModel } from './causality.ts'
import type { CausalWords } from './features.ts'
import { buildConnectives, type Connectives } from './spans.ts'

/** `needs`: "before" (the other act was told before), "protest" (the answer is a protest), "effect-follows" (cause, phrase, effect),
 *  "measure" (the answer is an official measure), "crowd" (force against a protest), "against" (a protest, and the act right behind the words),
 *  "protest-before" (a protest, at violence told before), "measure-before" (an official measure, at violence told before),
 *  "reason" (what is done, and why), "because" (a clause that tells why), "charge" (a measure whose verb is in the words), "demand" (a protest, and those for whom it demands something),
 *  "dedication" (opens a quotation or stands behind "it is"), "clash" (force of police or army at what a crowd does), "case" (the measure is told in the sentence before), "follow-up" (at an act told before),
 *  "answers" (a verb without an object: the answer stands behind it), "object" (a verb whose object is what is answered), "pursuit" (those who did it are sought), "noun" (a noun, whose verb says something else: "they will answer for it"). */
export interface CauseCue { readonly words: readonly string[]; readonly kind: LinkKind; readonly needs: string; readonly phrase: string }

/** What a noun that points back ("the killing") may stand for: types of act, likeliest first, and modes that fit best ("killed": an act of which people died). */
export interface Pointer { readonly types: readonly string[]; readonly fits: readonly string[] }

/** Cues by their first word, longest first; the words and the model by which a sentence tells a cause (`model` is null where its file is not there). */
export interface CauseLexicon { readonly cues: ReadonlyMap<string, readonly CauseCue[]>; readonly words: CausalWords; readonly model: CausalityModel | null; readonly connectives: Connectives; /** By noun that points back. */ readonly nouns: ReadonlyMap<string, Pointer> }

/** Needs of words that tell a cause only beside two acts ("when", "because"): the model of causal sentences learns them as words. */
const PLAIN: ReadonlySet<string> = new Set(['because', 'clash', 'dedication', 'demand'])

/** `tables`: text of data/ files by name; "cause-cues.tsv", "causal-connectives.tsv" and "answered-nouns.tsv" are read. `models`: bytes by file name; only "causality.bin". */
export function buildCauseLexicon(tables: Readonly<Record<string, string>>, models: Readonly<Record<string, Uint8Array>>, triggers: CausalWords['triggers']): CauseLexicon {
  const out = new Map<string, CauseCue[]>()
  for (const { phrase = '', kind, needs = '' } of parseTable(tables['cause-cues.tsv'] ?? '')) {
    const words = phrase.split(/[\s-]+/), first = words[0]!
    out.set(first, [...(out.get(first) ?? []), { words, kind: kind as LinkKind, needs, phrase }])
  }
  for (const list of out.values()) list.sort((a, b) => b.words.length - a.words.length)
  const words = { triggers, phrases: [...new Set([...out.values()].flat().filter(cue => cue.words.length > 1 || !PLAIN.has(cue.needs)).map(cue => cue.phrase))] }
  return { cues: out, words, model: loadCausality(models['causality.bin'] ?? new Uint8Array(0), words), connectives: buildConnectives(tables['causal-connectives.tsv'] ?? ''), nouns: new Map(parseTable(tables['answered-nouns.tsv'] ?? '').map(row => [row['noun']!, { types: row['types']!.split(' '), fits: row['fits'] ? row['fits'].split(' ') : [] }])) }
}
