/** Finds registry names, roles and unlisted proper names in the tokens. */
import type { SyntaxLayer, TextLayer } from '../model/index.ts'
import { foldWord, type Alias, type EntityLexicon, type Role } from './lexicon.ts'

/** A listed name in the text: tokens half-open. */
export interface NameMatch { readonly first: number; readonly last: number; readonly alias: Alias }
export interface RoleMatch { readonly first: number; readonly last: number; readonly role: Role }

/** Folded words of the tokens; '' for hyphens and other marks, which names may contain, and what parts clauses as it is ("Myanmar: soldiers" is no name). */
export function foldTokens(text: TextLayer): readonly string[] {
  return text.tokens.map(t => { const w = foldWord(t.norm); return /[\p{L}\p{N}]/u.test(w) ? w : /^[:;!?]$/.test(w) ? w : '' })
}

/** Matches words from token `i`, skipping up to one mark or "'s" between words; the token after, or -1. */
export function matchAt(folded: readonly string[], words: readonly string[], i: number): number {
  let at = i
  for (const [k, word] of words.entries()) {
    if (k > 0 && (folded[at] === '' || (folded[at] === 's' && word !== 's'))) at++
    if (folded[at] !== word) return -1
    at++
  }
  return at
}

/** Registry names, longest first, left to right. Acronyms need their capitals unless the report has no case. Of several that bear one name, the one of the country that other names tell of. */
export function findListedNames(text: TextLayer, syntax: SyntaxLayer, lexicon: EntityLexicon, folded: readonly string[]): readonly NameMatch[] {
  const out: NameMatch[] = []
  for (let i = 0; i < folded.length; i++) {
    const found = nameAt(text, syntax, lexicon, folded, i)
    if (found) { out.push(found); i = found.last - 1 }
  }
  return settled(lexicon, out)
}

/** Chooses among namesakes by the countries of the report's other names; the first listed where they say nothing. */
function settled(lexicon: EntityLexicon, found: readonly NameMatch[]): readonly NameMatch[] {
  const namesakes = ({ alias }: NameMatch): readonly Alias[] => (lexicon.aliases.get(alias.words[0] ?? '') ?? []).filter(a => a.form === alias.form && a.exact === alias.exact && a.words.join(' ') === alias.words.join(' '))
  if (!found.some(m => namesakes(m).length > 1)) return found
  const votes = new Map<string, number>()
  for (const m of found) if (namesakes(m).length === 1 && m.alias.actor.country !== null) votes.set(m.alias.actor.country, (votes.get(m.alias.actor.country) ?? 0) + 1)
  const votesFor = ({ actor }: Alias): number => Math.max(0, ...[actor.country, ...actor.active].map(c => votes.get(c ?? '') ?? 0))
  return found.map(m => ({ ...m, alias: namesakes(m).reduce((best, a) => (votesFor(a) > votesFor(best) ? a : best), m.alias) }))
}

function nameAt(text: TextLayer, syntax: SyntaxLayer, lexicon: EntityLexicon, folded: readonly string[], i: number): NameMatch | null {
  for (const alias of lexicon.aliases.get(folded[i] ?? '') ?? []) {
    const last = matchAt(folded, alias.words, i)
    if (last > 0 && text.tokens[last - 1]?.sentence === text.tokens[i]?.sentence && written(text, syntax, alias, i, last)) return { first: i, last, alias }
  }
  return null
}

/** Whether the capitals (or, in a caseless report, the tags) allow the name. */
function written(text: TextLayer, syntax: SyntaxLayer, alias: Alias, first: number, last: number): boolean {
  const source = text.text.slice(text.tokens[first]?.start, text.tokens[last - 1]?.end)
  if (text.casing !== 'mixed') return alias.words.length > 1 || alias.exact === null || /^(PROPN|NOUN|X)$/.test(syntax.upos[first] ?? '')
  if (alias.exact !== null) return source.replace(/[.\s]/g, '') === alias.exact.replace(/[.\s]/g, '')
  return /\p{Lu}/u.test(source)
}

/** Roles ("security forces", "gunmen"), matched on lemmas, longest first. */
export function rolesAt(syntax: SyntaxLayer, lexicon: EntityLexicon, folded: readonly string[], i: number): RoleMatch | null {
  const lemma = foldWord(syntax.lemma[i] ?? '')
  const lemmas = (k: number): string => (folded[k] === '' ? '' : foldWord(syntax.lemma[k] ?? ''))
  for (const key of new Set([lemma, folded[i] ?? ''])) for (const role of lexicon.roles.get(key) ?? []) {
    let at = i, ok = true
    for (const [k, word] of role.words.entries()) {
      if (k > 0 && folded[at] === '') at++
      if (lemmas(at) !== word && folded[at] !== word) { ok = false; break }
      at++
    }
    if (ok) return { first: i, last: at, role }
  }
  return null
}
