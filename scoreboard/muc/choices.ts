/** The places and the days that an incident may have, with what speaks for each: the learned weights choose among them. */
import type { Event } from '../../src/core/model/index.ts'
import type { Layers } from '../../src/core/events/reading.ts'
import { officialDay } from './key.ts'
import type { PlaceList } from './place-list.ts'
import type { Phrase } from './spans.ts'
import { COUNTRIES_OF_INTEREST, COUNTRY_NAMES, PLACE_KINDS } from './tables.ts'

/** `value` as the official template has it. */
export interface Choice { readonly value: string; readonly features: readonly string[] }

/** An incident as its place and day are looked for: where its parties stand, and the event of the engine that tells of it. */
export interface Standing { readonly layers: Layers; readonly event: Event | null; readonly events: readonly Event[]; readonly phrases: readonly Phrase[]; readonly type: string; readonly published: string | null }

const bucket = (n: number, steps: readonly number[]): string => String(steps.findIndex(s => n <= s))
const NEAR = [0, 1, 2, 4, 8, 99_999] as const, TOKENS = [2, 5, 10, 20, 40, 99_999] as const

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region' })
const upper = (text: string): string => text.toUpperCase().replace(/\s+/g, ' ').trim()
export const countryName = (code: string): string => COUNTRY_NAMES[code] ?? upper(REGIONS.of(code) ?? code)
export const unaccented = (text: string): string => upper(text).normalize('NFD').replace(/\p{M}/gu, '')
const INTEREST: ReadonlySet<string> = new Set([...COUNTRIES_OF_INTEREST].map(countryName))

interface Found { readonly path: readonly string[]; readonly first: number; readonly last: number; readonly listed: boolean }

/** Steps from the nearest of an incident's parties: sentences, tokens. */
function away({ phrases, layers }: Standing, first: number): readonly [sentences: number, tokens: number] {
  const sentence = layers.text.tokens[first]!.sentence
  return phrases.length === 0 ? [sentence, first] : [Math.min(...phrases.map(p => Math.abs(p.sentence - sentence))), Math.min(...phrases.map(p => Math.abs(p.first - first)))]
}

/** Every place of the task's list that the text names, and every other that the engine knows. */
function mentioned({ layers: { text, places } }: Standing, list: PlaceList): readonly Found[] {
  const out: Found[] = [], words = text.tokens.map(t => unaccented(t.norm)), taken = new Set<number>()
  for (let first = 0; first < words.length; first++) {
    for (let length = Math.min(list.longest, words.length - first); length > 0; length--) {
      const paths = list.byName.get(words.slice(first, first + length).join(' '))
      if (paths === undefined) continue
      for (const path of paths) out.push({ path, first, last: first + length, listed: true })
      for (let k = 0; k < length; k++) taken.add(first + k)
      first += length - 1
      break
    }
  }
  for (const { entry, first, last } of places) {
    const kind = entry === null || entry.precision === 'country' ? undefined : PLACE_KINDS[entry.precision]
    if (entry?.country == null || kind === undefined || taken.has(first)) continue
    out.push({ path: [countryName(entry.country), `${unaccented(text.tokens.slice(first, last).map(t => t.norm).join(' ')).replace(/ (?:DEPARTMENT|PROVINCE|MUNICIPALITY|NEIGHBORHOOD|DISTRICT|CITY)$/, '')} (${kind})`], first, last, listed: false })
  }
  return out
}

const WIDE = /\((?:DEPARTMENT|PROVINCE|STATE|REGION|INTENDANCY|CITY|JURISDICTION|MUNICIPALITY)\)$/, kindOf = (step: string): string => /\(([^()]*)\)$/.exec(step)?.[1] ?? '-'

/** A place within another that is named beside it. */
function nested(found: readonly Found[]): readonly Found[] {
  return found.flatMap(inner => inner.path.length !== 2 ? [] : found.flatMap((outer): readonly Found[] => {
    if (outer.path.length !== 2 || outer.path[0] !== inner.path[0] || outer.first === inner.first || Math.abs(outer.first - inner.first) > 12 || !WIDE.test(outer.path[1]!) || outer.path[1] === inner.path[1]) return []
    return [{ ...inner, path: [inner.path[0]!, outer.path[1]!, inner.path[1]!], listed: false }]
  }))
}

/** How often each country is meant, by its names, its people and its places. */
function countries({ layers: { places, entities } }: Standing): ReadonlyMap<string, number> {
  const out = new Map<string, number>()
  for (const country of [...places.map(p => p.entry?.country), ...entities.mentions.map(m => m.country)]) if (country != null) out.set(countryName(country), (out.get(countryName(country)) ?? 0) + 1)
  return out
}

export function placeChoices(standing: Standing, list: PlaceList): readonly Choice[] {
  const { layers: { text, syntax }, event, type } = standing, end = datelineEnd(text.text), own = new Set((event?.places ?? []).flatMap(p => [unaccented(p.name), ...p.country === null ? [] : [countryName(p.country)]]))
  const meant = countries(standing), all = Math.max(1, [...meant.values()].reduce((a, b) => a + b, 0)), top = [...meant].filter(([c]) => INTEREST.has(c)).toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
  const found = mentioned(standing, list), every = [...found, ...nested(found)], home = found.find(f => text.tokens[f.first]!.start < end)?.path[0] ?? null
  const body = found.filter(f => text.tokens[f.first]!.start >= end), order = [...new Set(body.toSorted((a, b) => away(standing, a.first)[1] - away(standing, b.first)[1]).map(f => f.path.at(-1)!))]
  const inCountry = (country: string): readonly string[] => [
    `share ${bucket((meant.get(country) ?? 0) / all, [0, 0.05, 0.15, 0.3, 0.5, 0.75, 1])}`, `top ${String(country === top)}`, `interest ${String(INTEREST.has(country))}`, `home ${String(country === home)}`, `country ${country}`, `own-country ${String(own.has(country))}`,
    `top ${String(country === top)} home ${String(country === home)} own ${String(own.has(country))}`,
  ]
  const choices = new Map<string, Choice>()
  for (const country of new Set([...[...meant.keys()].filter(c => INTEREST.has(c) || own.has(c)), ...INTEREST])) choices.set(country, { value: country, features: ['depth 1', ...inCountry(country).flatMap(f => [f, `1 ${f}`]), `narrower ${String(body.some(f => f.path[0] === country && away(standing, f.first)[0] <= 1))}`, `type ${type}`] })
  const best = new Map<string, Found>()
  for (const f of every) { const key = f.path.join(': '), was = best.get(key); if (was === undefined || score(f) < score(was)) best.set(key, f) }
  for (const [value, f] of best) {
    const [sentences, tokens] = away(standing, f.first), inner = f.path.at(-1)!, name = inner.replace(/ \([^()]*\)$/, ''), dateline = text.tokens[f.first]!.start < end, kind = kindOf(inner), depth = String(f.path.length), rank = order.indexOf(inner)
    const before = syntax.lemma[f.first - 1] ?? '', after = (text.tokens[f.last]?.norm ?? '').toLowerCase(), stood = every.filter(o => o.path.at(-1) === inner).length, outer = f.path.length < 3 ? null : f.path.at(-2)!
    const outerNamed = outer !== null && found.some(o => o.path.at(-1)!.startsWith(`${outer.replace(/ \([^()]*\)$/, '')} (`))
    choices.set(value, { value, features: [
      `depth ${depth}`, `kind ${kind}`, `sentences ${bucket(sentences, NEAR)}`, `tokens ${bucket(tokens, TOKENS)}`, `kind ${kind} sentences ${bucket(sentences, NEAR)}`, `dateline ${String(dateline)}`, `dateline ${String(dateline)} ${kind}`, `before ${before}`, `after ${after}`, `kind ${kind} after ${after}`,
      `rank ${String(Math.min(rank, 4))}`, `rank ${String(Math.min(rank, 4))} ${kind} ${depth}`, `stood ${bucket(stood, [1, 2, 4, 99])}`, `listed ${String(f.listed)}`, `listed ${String(f.listed)} ${depth}`, `own ${String(own.has(name))}`, `own ${String(own.has(name))} rank ${String(Math.min(rank, 4))}`,
      `outer ${outer === null ? '-' : `${kindOf(outer)} ${String(outerNamed)} ${kind}`}`, `path ${value}`, `inner ${inner}`, `wider ${String(every.some(o => o.path.length > f.path.length && o.path.includes(inner)))}`, `deeper ${String(every.some(o => o.path.length > f.path.length && o.path.at(-1) === inner))} ${depth}`,
      ...inCountry(f.path[0]!), `type ${type} ${kind}`,
    ] })
  }
  return [...choices.values()]
  function score(f: Found): number { const [sentences, tokens] = away(standing, f.first); return (text.tokens[f.first]!.start < end ? 1e6 : 0) + sentences * 100 + tokens }
}

/** The offset at which the line with the town and the day of sending ends. */
function datelineEnd(text: string): number { return /\[text\]|--/i.exec(text.slice(0, 400))?.index ?? 0 }

const DAY = 86_400_000
const shifted = (iso: string, days: number): string => new Date(Date.parse(iso) + days * DAY).toISOString().slice(0, 10)

export function dateChoices(standing: Standing): readonly Choice[] {
  const { layers: { text, times }, event, published, type } = standing, end = datelineEnd(text.text), choices = new Map<string, Choice & { readonly cost: number }>()
  const own = event?.date?.stated === true ? event.date.start?.slice(0, 10) ?? null : null, ownLast = event?.date?.end?.slice(0, 10) ?? own
  const put = (value: string, cost: number, features: readonly string[]): void => { const was = choices.get(value); if (was === undefined || cost < was.cost) choices.set(value, { value, cost, features: [...features, `type ${type}`] }) }
  const dated = times.flatMap(t => {
    const at = text.tokens.findIndex(token => token.end > t.start)
    return t.first === null || t.last === null || at < 0 || t.start < end || (published !== null && (t.first > published || Date.parse(published) - Date.parse(t.last) > 900 * DAY)) || Date.parse(t.last) - Date.parse(t.first) > 100 * DAY ? [] : [{ t, first: t.first, last: t.last, at }]
  })
  const ranked = dated.toSorted((a, b) => away(standing, a.at)[1] - away(standing, b.at)[1])
  for (const [rank, { t, first, last, at }] of ranked.entries()) {
    const [sentences, tokens] = away(standing, at), words = text.text.slice(t.start, t.end).toLowerCase().replace(/\d+/g, '9').replace(/\s+/g, ' ').replace(/\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\b/g, 'month'), ago = published === null ? '-' : bucket((Date.parse(published) - Date.parse(first)) / DAY, [0, 1, 2, 4, 10, 30, 70, 99_999])
    const here = [`sentences ${bucket(sentences, NEAR)}`, `tokens ${bucket(tokens, TOKENS)}`, `rank ${String(Math.min(rank, 3))}`, `words ${words}`, `anchor ${t.anchor}`, `ago ${ago}`, `own ${String(own === first)}`, `own ${String(own === first)} sentences ${bucket(sentences, NEAR)}`, `rank ${String(Math.min(rank, 3))} sentences ${bucket(sentences, NEAR)}`, `before ${(text.tokens[at - 1]?.norm ?? '').toLowerCase()}`, `span ${first === last ? 'day' : 'more'}`]
    const forms: readonly (readonly [string, string])[] = first === last ? [['day', officialDay(first)], ['night', `${officialDay(first)} - ${officialDay(shifted(first, 1))}`], ['eve', `${officialDay(shifted(first, -1))} - ${officialDay(first)}`], ['until', `- ${officialDay(first)}`], ...published !== null && published > first ? [['since', `${officialDay(first)} - ${officialDay(published)}`] as const] : []] : [['span', `${officialDay(first)} - ${officialDay(last)}`]]
    for (const [form, value] of forms) put(value, sentences * 100 + tokens + (form === 'day' || form === 'span' ? 0 : 1000), [`form ${form}`, ...here.map(f => `${form} ${f}`), ...here.slice(0, 3)])
  }
  if (own !== null && ownLast !== null) put(own === ownLast ? officialDay(own) : `${officialDay(own)} - ${officialDay(ownLast)}`, 1e7, ['form own', `form own ${String(own === ownLast)}`])
  if (published !== null) {
    const near = ranked.filter(r => away(standing, r.at)[0] <= 0).length, soon = ranked.filter(r => away(standing, r.at)[0] <= 2).length
    const here = [`near ${String(Math.min(near, 2))}`, `soon ${String(Math.min(soon, 2))}`, `any ${String(Math.min(ranked.length, 3))}`, `stated ${String(own !== null)}`, `near ${String(Math.min(near, 2))} stated ${String(own !== null)}`]
    put(`- ${officialDay(published)}`, 1e8, ['form open', ...here.map(f => `open ${f}`)])
    put(officialDay(published), 1e8, ['form sent', ...here.map(f => `sent ${f}`)])
  }
  return [...choices.values()]
}
