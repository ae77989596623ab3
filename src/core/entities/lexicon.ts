/** The entity lexicon: the actor registry, roles, titles, loaded words and the shapes of group names, read from data/. */
import { listCell, parseTable, type Row } from '../lexicon/table.ts'
import { buildWordLists, type WordLists } from '../lexicon/word-lists.ts'

/** One row of data/actors.tsv. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly sectors: readonly string[]
  readonly country: string | null
  readonly active: readonly string[]
}

/** How a name was listed: `demonym` ("Iraqi"), `metonym` ("Baghdad" for the government), `exact` needs its capitals. */
export interface Alias { readonly actor: Actor; readonly words: readonly string[]; readonly form: 'name' | 'demonym' | 'metonym'; readonly exact: string | null }

/** A nominal role ("soldier", "security forces"). */
export interface Role { readonly words: readonly string[]; readonly kind: string; readonly sectors: readonly string[]; readonly human: boolean; readonly loaded: boolean }

export interface EntityLexicon {
  readonly actors: ReadonlyMap<string, Actor>
  readonly aliases: ReadonlyMap<string, readonly Alias[]>
  readonly roles: ReadonlyMap<string, readonly Role[]>
  readonly titles: ReadonlyMap<string, readonly string[]>
  /** Loaded words and the plain noun that a participant's name has in their stead ('' where the word just goes). */
  readonly labels: ReadonlyMap<string, string>
  readonly shapes: ReadonlySet<string>
  /** Words that single rules ask for, by the name of the list (data/word-lists.tsv). */
  readonly lists: WordLists
}

/** Folds a word for comparison: lower case, no marks, no apostrophes. */
export const foldWord = (word: string): string => word.toLowerCase().normalize('NFD').replace(/[\p{M}'’ʿʾ‘`.]/gu, '')

/** Words of a name as the matcher sees them: folded, split at spaces and hyphens, without "'s". */
export const nameWords = (name: string): readonly string[] => name.replace(/['’]s\b/g, '').split(/[\s\-–/]+/).map(foldWord).filter(w => w !== '')

function actorOf(row: Row): Actor {
  return { id: row['id'] ?? '', name: row['name'] ?? '', kind: row['kind'] ?? '', sectors: words(row['sectors']), country: row['country'] || null, active: words(row['active']) }
}

const words = (cell: string | undefined): readonly string[] => (cell ?? '').split(/\s+/).filter(w => w !== '')

function aliasesOf(row: Row, actor: Actor): readonly Alias[] {
  const named = [row['name'] ?? '', ...listCell(row['aliases'])].map((raw): Alias => {
    const metonym = raw.startsWith('metonym:'), exact = raw.startsWith('cs:')
    const text = raw.replace(/^(metonym|cs):/, '')
    const acronym = /^[A-Z][A-Z.&-]{1,7}$/.test(text)
    return { actor, words: nameWords(text), form: metonym ? 'metonym' : 'name', exact: exact || acronym ? text.replaceAll('.', '') : null }
  })
  const demonyms = listCell(row['demonyms']).map((text): Alias => ({ actor, words: nameWords(text), form: 'demonym', exact: null }))
  return [...named, ...demonyms].filter(a => a.words.length > 0)
}

function indexed<T extends { readonly words: readonly string[] }>(list: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const out = new Map<string, T[]>()
  for (const item of list) { const key = item.words[0] ?? ''; const old = out.get(key); if (old) old.push(item); else out.set(key, [item]) }
  for (const items of out.values()) items.sort((a, b) => b.words.length - a.words.length)
  return out
}

/** The role in the plural, for words whose lemma the tagger misses because they stand first or in capitals ("Gunmen"). */
function pluralOf(role: Role): readonly Role[] {
  const last = role.words.at(-1) ?? ''
  if (last.length < 3 || last.endsWith('s')) return []
  const plural = last.endsWith('man') ? `${last.slice(0, -3)}men` : /[^aeiou]y$/.test(last) ? `${last.slice(0, -1)}ies` : /(?:x|z|ch|sh)$/.test(last) ? `${last}es` : `${last}s`
  return [{ ...role, words: [...role.words.slice(0, -1), plural] }]
}

/** Reads actors.tsv, roles.tsv, titles.tsv, labels.tsv, group-shapes.tsv and word-lists.tsv. */
export function buildEntityLexicon(tables: Readonly<Record<string, string>>): EntityLexicon {
  const rows = (name: string): readonly Row[] => parseTable(tables[name] ?? '')
  const listed = rows('actors.tsv').map(row => ({ row, actor: actorOf(row) }))
  const roles = rows('roles.tsv').map((row): Role => ({ words: nameWords(row['lemma'] ?? ''), kind: row['kind'] ?? 'person-role', sectors: words(row['sectors']), human: row['human'] !== 'no', loaded: row['loaded'] === 'yes' }))
  const titles = rows('titles.tsv').flatMap(row => [row['title'] ?? '', ...listCell(row['abbreviations'])].map(t => [nameWords(t).join(' '), words(row['sectors'])] as const))
  return {
    actors: new Map(listed.map(({ actor }) => [actor.id, actor])),
    aliases: indexed(listed.flatMap(({ row, actor }) => aliasesOf(row, actor))),
    roles: indexed(roles.flatMap(role => [role, ...pluralOf(role)])),
    titles: new Map(titles),
    labels: new Map(rows('labels.tsv').map(row => [(row['word'] ?? '').toLowerCase(), row['neutral'] ?? ''])),
    lists: buildWordLists(tables['word-lists.tsv'] ?? ''),
    shapes: new Set(rows('group-shapes.tsv').map(row => foldWord(row['word'] ?? ''))),
  }
}
