/** Phrases that say one act answered or caused another, read from data/cause-cues.tsv. */
import { parseTable } from '../lexicon/table.ts'
import type { LinkKind } from '../model/index.ts'

/** `needs`: "before" (the other act was told before), "protest" (the answer is a protest), "effect-follows" (cause, phrase, effect),
 *  "measure" (the answer is an official measure), "crowd" (force against a protest). */
export interface CauseCue { readonly words: readonly string[]; readonly kind: LinkKind; readonly needs: string; readonly phrase: string }

/** Cues by their first word, longest first. */
export type CauseLexicon = ReadonlyMap<string, readonly CauseCue[]>

/** `tables`: text of data/ files by name; only "cause-cues.tsv" is read. */
export function buildCauseLexicon(tables: Readonly<Record<string, string>>): CauseLexicon {
  const out = new Map<string, CauseCue[]>()
  for (const { phrase = '', kind, needs = '' } of parseTable(tables['cause-cues.tsv'] ?? '')) {
    const words = phrase.split(/[\s-]+/), first = words[0]!
    out.set(first, [...(out.get(first) ?? []), { words, kind: kind as LinkKind, needs, phrase }])
  }
  for (const list of out.values()) list.sort((a, b) => b.words.length - a.words.length)
  return out
}
