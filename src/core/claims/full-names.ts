/** One voice has one name, the fullest that the report gives it: a name with its title, a body with the letters it goes by. */
import type { Reading } from '../events/reading.ts'

/** Whom a report names, with his chain of mentions or -1. */
interface Named { readonly name: string; readonly chain: number }

/** A body and the letters it goes by: `Peace Watch Network`, `PWN`. */
interface Abbreviated { readonly full: string; readonly letters: string }

/** The speakers, each by his fullest name; the order and length are kept. */
export function inFull<S extends Named>(r: Reading, speakers: readonly (S | null)[]): readonly (S | null)[] {
  const short = abbreviationsIn(r), named = speakers.map(s => (s === null ? s : { ...s, name: withLetters(r, s, short) }))
  const byLast = new Map<string, string[]>(), lasts = new Set(named.flatMap(s => (s !== null && BY_LAST.test(s.name) ? [words(s.name).at(-1)!] : [])))
  // "Mr. Diaz said": the report may name him in full where he does not speak.
  for (const m of r.entities.mentions) { const last = words(m.name).at(-1)!; if (m.form === 'name' && m.kind === 'person' && lasts.has(last) && words(m.name).length > 1 && !byLast.get(last)?.includes(m.name)) byLast.set(last, [...byLast.get(last) ?? [], m.name]) }
  for (const s of named) if (s !== null && isProper(s.name)) { const last = words(s.name).at(-1)!, names = byLast.get(last) ?? []; if (!names.includes(s.name)) byLast.set(last, [...names, s.name]) }
  const ranked = new Map<string, Set<string>>()
  const alone = (s: S): boolean => BY_LAST.test(s.name) || /^\p{Lu}[\p{L}’'-]+$/u.test(s.name) && r.entities.chains[s.chain]?.kind === 'person'
  for (const s of named) if (s !== null && alone(s)) ranked.set(words(s.name).at(-1)!, new Set())
  for (const m of r.entities.mentions) if (m.form === 'name' && m.kind === 'person') for (const w of bare(m.name).slice(0, 1)) if (words(m.name).length > 1) ranked.get(w)?.add(m.name)
  return named.map(s => {
    // "Col. Somchai said", "Somchai said": where nobody has that last name, whoever alone bears it as his first.
    const first = s !== null && alone(s) && (byLast.get(words(s.name).at(-1)!) ?? []).every(name => name === s.name) ? [...ranked.get(words(s.name).at(-1)!) ?? []] : []
    if (s !== null && new Set(first.map(n => bare(n).join(' '))).size === 1) return { ...s, name: first.reduce((a, b) => (b.length > a.length ? b : a)) }
    // "Sudan" is not "South Sudan".
    const fuller = s === null || r.entities.chains[s.chain]?.kind === 'state' ? [] : (byLast.get(words(s.name).at(-1)!) ?? []).filter(name => words(s.name).every(w => words(name).includes(w) || HONORIFIC.test(w)) && !(isHer(s.name) && isHis(name)) && !(isHis(s.name) && isHer(name)))
    return s === null || fuller.length === 0 ? s : { ...s, name: fuller.reduce((a, b) => (b.length > a.length ? b : a)) }
  })
}

const words = (name: string): readonly string[] => name.split(/\s+/)
/** The words of a name without what it opens with and who is called so ("Colonel", "army spokesman Col."): from its last two capitalised words on. */
const bare = (name: string): readonly string[] => words(name).filter(w => /^\p{Lu}[\p{L}’'-]+$/u.test(w)).slice(-2)
const isProper = (name: string): boolean => /^[\p{Lu}(]/u.test(words(name).at(-1)!)
/** An honorific and a last name. */
const BY_LAST = /^(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Prof)\.? \p{Lu}[\p{L}’'-]+$/u
const HONORIFIC = /^(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Prof)\.?$/

/** "Mrs Diaz" is not "Mr Omar Diaz". */
const isHer = (name: string): boolean => /^(?:Mrs|Ms|Miss)\.? /.test(name)
const isHis = (name: string): boolean => /^Mr\.? /.test(name)

/** "PWN said" and "the Peace Watch Network said": both are `Peace Watch Network (PWN)`, where the report itself ties the two. */
function withLetters(r: Reading, { name, chain }: Named, short: readonly Abbreviated[]): string {
  const whole = closed(r, name), bare = whole.replace(/^the /i, '')
  if (r.entities.chains[chain]?.kind === 'state' || bare.includes('(')) return whole
  const told = short.find(({ full, letters }) => bare === letters || bare === full || bare.endsWith(` ${full}`) && /^\p{Lu}/u.test(bare))
  if (told !== undefined) return bare === told.letters ? `${told.full} (${told.letters})` : `${bare} (${told.letters})`
  const names = (r.entities.chains[chain]?.mentions ?? []).map(k => r.entities.mentions[k]!).filter(m => m.form === 'name').map(m => m.name.replace(/^the /i, ''))
  const elsewhere = isLetters(bare) && names.every(n => isLetters(n)) ? r.entities.mentions.find(m => m.form === 'name' && m.kind !== 'place' && standsFor(bare, m.name.replace(/^the /i, ''))) : undefined
  // "FBR said": of a body that the report names in full where it does not speak.
  if (elsewhere !== undefined && bare.length > 2) return `${elsewhere.name.replace(/^the /i, '')} (${bare})`
  const full = isLetters(bare) ? names.filter(n => standsFor(bare, n)).reduce((a, b) => (b.length > a.length ? b : a), '') : bare, letters = isLetters(bare) ? bare : names.find(n => isLetters(n) && standsFor(n, bare)) ?? ''
  return full === '' || letters.replace(/[^\p{L}]/gu, '').length < 3 ? whole : `${full} (${letters})`
}

/** A name that breaks off within brackets: whole where the bracket closes right behind it, else without. */
function closed(r: Reading, name: string): string {
  const open = name.search(/ [([]/)
  return open < 0 || /[)\]]/.test(name) ? name : r.text.text.includes(`${name})`) ? `${name})` : name.slice(0, open)
}

const isLetters = (name: string): boolean => /^\p{Lu}[\p{L}\d&.-]{1,11}$/u.test(name) && (name.match(/\p{Lu}/gu) ?? []).length >= 2

/** The letters are the initials of the name's words, small words passed over or not. */
function standsFor(letters: string, name: string): boolean {
  const own = words(name).flatMap(w => w.split('-')).filter(w => w !== ''), all = own.map(w => w[0]!).join(''), capitals = own.filter(w => /^\p{Lu}/u.test(w)).map(w => w[0]!).join(''), plain = letters.replace(/[^\p{L}]/gu, '').toUpperCase()
  return own.length >= 2 && (all.toUpperCase() === plain || capitals === plain)
}

/** Words of the longest name before its letters beyond twice their number: as Schwartz and Hearst (2003) bound it. */
const SPARE = 3

/** `the Peace Watch Network (PWN)`: names with the letters behind them in brackets, each once. */
function abbreviationsIn(r: Reading): readonly Abbreviated[] {
  const { tokens } = r.text, out: Abbreviated[] = []
  for (let t = 2; t + 1 < tokens.length; t++) {
    const letters = tokens[t]!.form
    if (tokens[t - 1]!.form !== '(' || tokens[t + 1]!.form !== ')' || !isLetters(letters) || out.some(a => a.letters === letters)) continue
    const from = longForm(r, letters, t - 1), before = entityBefore(r, t)
    if (from >= 0) out.push({ full: r.text.text.slice(tokens[from]!.start, tokens[t - 2]!.end).replace(/\s+/g, ' '), letters })
    else if (before !== null) out.push({ full: before, letters })
  }
  return out
}

/** The capitalised name right before the bracket at `t - 1`, where the report takes the letters in it for another name of the same: the letters of a name in another language. */
function entityBefore(r: Reading, t: number): string | null {
  const { byToken, mentions } = r.entities, own = mentions[byToken[t] ?? -1], other = mentions[byToken[t - 2] ?? -1]
  return own !== undefined && other !== undefined && other !== own && other.chain === own.chain && other.last === t - 1 && /^\p{Lu}/u.test(other.name.split(' ').at(-1)!) ? other.name.replace(/^the /i, '') : null
}

/** The token at which the name of the letters begins that ends before `end`; -1 where none does. The letters are met from the last to the first, the first at the start of a capitalised word (Schwartz and Hearst 2003). */
function longForm(r: Reading, letters: string, end: number): number {
  const { tokens } = r.text, wanted = letters.replace(/[^\p{L}]/gu, '').toLowerCase(), sentence = tokens[end]!.sentence
  let left = wanted.length - 1
  for (let t = end - 1; t >= Math.max(0, end - 2 * wanted.length - SPARE) && tokens[t]!.sentence === sentence; t--) {
    const form = tokens[t]!.form.toLowerCase()
    if (/^[,;:()"“”]$/.test(form)) return -1
    for (let c = form.length - 1; c >= 0; c--) {
      if (form[c] !== wanted[left] || (left === 0 && (c > 0 || !/^\p{Lu}/u.test(tokens[t]!.form)))) continue
      if (left === 0) return t
      left--
    }
  }
  return -1
}
