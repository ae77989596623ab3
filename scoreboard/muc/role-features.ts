/** What speaks for a phrase's part in an incident: its words, what stands around it, what governs it, and what the engine made of it. */
import type { Event, EntityMention } from '../../src/core/model/index.ts'
import type { Layers } from '../../src/core/events/reading.ts'
import type { Trigger } from '../../src/core/events/triggers.ts'
import type { Phrase } from './spans.ts'

/** A report as features are read off it. */
export interface Told { readonly layers: Layers; readonly triggers: readonly Trigger[]; readonly events: readonly Event[] }

/** Look-ups by token, made once for a report. */
export interface Indexed extends Told {
  readonly triggerAt: ReadonlyMap<number, Trigger>
  readonly bySentence: ReadonlyMap<number, readonly Trigger[]>
  /** For each token the parts that the engine gave it ("actor ASSAULT explosives"). */
  readonly parts: ReadonlyMap<number, readonly string[]>
  readonly told: ReadonlySet<number>
}

export function indexed(told: Told): Indexed {
  const bySentence = new Map<number, Trigger[]>(), parts = new Map<number, string[]>(), sentences = new Set<number>()
  for (const t of told.triggers) bySentence.set(t.sentence, [...bySentence.get(t.sentence) ?? [], t])
  const mark = (span: { readonly start: number; readonly end: number }, part: string): void => {
    for (const [i, token] of told.layers.text.tokens.entries()) if (token.start >= span.start && token.end <= span.end) parts.set(i, [...parts.get(i) ?? [], part])
  }
  for (const e of told.events) {
    const kind = `${e.type} ${e.mode ?? ''}`
    for (const p of e.actors) for (const s of p.evidence) mark(s, `actor ${kind}`)
    for (const p of e.recipients) for (const s of p.evidence) mark(s, `recipient ${kind}`)
    for (const s of e.weapons) mark(s, `weapon ${kind}`)
    for (const m of e.mentions) { const token = told.layers.text.tokens.find(t => t.start >= m.start); if (token !== undefined && e.type === 'ASSAULT') sentences.add(token.sentence) }
  }
  return { ...told, triggerAt: new Map(told.triggers.map(t => [t.token, t])), bySentence, parts, told: sentences }
}

const lemma = ({ layers: { syntax } }: Told, i: number): string => (syntax.lemma[i] ?? '').toLowerCase()
const form = ({ layers: { text } }: Told, i: number): string => (text.tokens[i]?.norm ?? '').toLowerCase()
const bucket = (n: number, steps: readonly number[]): string => String(steps.findIndex(s => n <= s))

/** Names of the features that hold. */
export function featuresOf(r: Indexed, phrase: Phrase): readonly string[] {
  return [...new Set([...wordFeatures(r, phrase), ...treeFeatures(r, phrase), ...engineFeatures(r, phrase), ...settingFeatures(r, phrase)])]
}

function wordFeatures(r: Told, { first, last, head }: Phrase): readonly string[] {
  const { syntax, text } = r.layers, sentence = text.tokens[first]!.sentence, inside = (i: number): boolean => text.tokens[i]?.sentence === sentence
  const at = (i: number): string => inside(i) ? lemma(r, i) : '#', tag = (i: number): string => inside(i) ? syntax.upos[i] ?? '' : '#'
  const words = Array.from({ length: last - first }, (_, k) => form(r, first + k)), tags = Array.from({ length: last - first }, (_, k) => syntax.upos[first + k] ?? '')
  return [
    ...words.map(w => `w ${w}`), `first ${words[0]!}`, `last ${words.at(-1)!}`, `head ${lemma(r, head)}`, `size ${Math.min(last - first, 6)}`, `all ${words.length < 4 ? words.join(' ') : '-'}`,
    `tags ${tags.join(' ').replaceAll(/(\w+)(?: \1)+/g, '$1+')}`, `before ${at(first - 1)}`, `before2 ${at(first - 2)} ${at(first - 1)}`, `after ${at(last)}`, `after2 ${at(last)} ${at(last + 1)}`,
    `before-tag ${tag(first - 1)}`, `after-tag ${tag(last)}`, `edges ${tag(first - 1)} ${tags[0]!} ${tags.at(-1)!} ${tag(last)}`, `first-tag ${tags[0]!} after ${at(first - 1)}`,
    ...[3, 4, 5].flatMap(k => [`left ${at(first - k)}`, `right ${at(last - 1 + k)}`]), `left ${at(first - 2)}`, `right ${at(last + 1)}`,
  ]
}

/** What a head hangs on, through coordination. */
function governor({ layers: { syntax } }: Told, head: number): { readonly rel: string; readonly up: number; readonly node: number } {
  let node = head
  for (let n = 0; n < 5 && (syntax.deprel[node] === 'conj' || syntax.deprel[node] === 'appos' || syntax.deprel[node] === 'flat'); n++) node = syntax.head[node] ?? -1
  return { rel: syntax.deprel[node] ?? '', up: syntax.head[node] ?? -1, node }
}

const caseOf = (r: Told, node: number): string => { const c = (r.layers.syntax.children[node] ?? []).find(k => r.layers.syntax.deprel[k] === 'case'); return c === undefined ? '' : lemma(r, c) }

function treeFeatures(r: Indexed, { head }: Phrase): readonly string[] {
  const { rel, up, node } = governor(r, head), { syntax } = r.layers, way = `${rel} ${caseOf(r, node)}`, out = [`rel ${way}`]
  if (up < 0) return out
  const acts = actsNear(r, up), passive = (syntax.children[up] ?? []).some(c => syntax.deprel[c] === 'aux:pass') ? 'p' : 'a'
  const above = syntax.head[up] ?? -1
  out.push(`gov ${lemma(r, up)}`, `gov-rel ${lemma(r, up)} ${way}`, `gov-tag ${syntax.upos[up] ?? ''} ${way} ${passive}`, ...acts.map(a => `act ${a} ${way} ${passive}`), ...acts.map(a => `act-head ${a} ${rel} ${lemma(r, head)}`))
  if (above >= 0) out.push(`gov2 ${lemma(r, above)} ${syntax.deprel[up] ?? ''} ${way}`, ...actsNear(r, above).map(a => `act2 ${a} ${syntax.deprel[up] ?? ''} ${way}`))
  return out
}

/** The act that a token tells or governs. */
function actsNear(r: Indexed, token: number): readonly string[] {
  const here = r.triggerAt.get(token)
  if (here !== undefined) return [actOf(here)]
  return (r.layers.syntax.children[token] ?? []).filter(c => r.layers.syntax.deprel[c] === 'obj').flatMap(c => { const t = r.triggerAt.get(c); return t === undefined ? [] : [`over ${actOf(t)}`] })
}
const actOf = (t: Trigger): string => `${t.lexeme.type} ${t.lexeme.mode ?? ''}`

const kindOf = (m: EntityMention): string => `${m.kind} ${m.form}`

function engineFeatures(r: Indexed, { first, last, head }: Phrase): readonly string[] {
  const { entities, lexicon } = r.layers, m = entities.mentions[entities.byHead[head] ?? -1] ?? entities.mentions[entities.byToken[last - 1] ?? -1], whole = m !== undefined && m.first === first && m.last === last
  const parts = [...new Set(Array.from({ length: last - first }, (_, k) => r.parts.get(first + k) ?? []).flat())], object = lexicon.objects.get(lemma(r, last - 1)) ?? lexicon.objects.get(lemma(r, head)), weapon = lexicon.weapons.get(lemma(r, last - 1))?.[0]
  const out = [...parts.map(p => `part ${p}`), ...new Set(parts.map(p => `part ${p.split(' ')[0]!}`)), `object ${object ?? '-'}`, `weapon ${weapon?.kind ?? '-'}`]
  if (parts.length === 0) out.push('no-part')
  if (m === undefined) return [...out, 'no-mention']
  out.push(`kind ${kindOf(m)} ${String(whole)}`, ...m.sectors.map(s => `sector ${s}`), `country ${m.country ?? '-'}`, `entity ${m.entity ?? '-'}`, `whole ${String(whole)}`)
  return [...out, ...parts.map(p => `part-kind ${p.split(' ').slice(0, 2).join(' ')} ${m.kind}`), ...parts.map(p => `part-object ${p.split(' ')[0]!} ${object ?? '-'}`)]
}

const DISTANCES = [1, 2, 4, 7, 12, 20, 99] as const

function settingFeatures(r: Indexed, { first, last, sentence, head }: Phrase): readonly string[] {
  const triggers = r.bySentence.get(sentence) ?? [], before = triggers.findLast(t => t.last <= first), after = triggers.find(t => t.first >= last)
  const out = [`sentence ${bucket(sentence, [0, 1, 3, 6, 12, 999])}`, `told ${String(r.told.has(sentence))}`, ...new Set(triggers.map(t => `here ${t.lexeme.words.join(' ')}`)), ...new Set(triggers.map(t => `here-act ${actOf(t)}`))]
  if (triggers.length === 0) out.push('here none')
  if (before !== undefined) out.push(`prior ${actOf(before)} ${bucket(first - before.last, DISTANCES)}`, `prior-word ${before.lexeme.words[0]!} ${bucket(first - before.last, [2, 6, 99])}`)
  if (after !== undefined) out.push(`next ${actOf(after)} ${bucket(after.first - last, DISTANCES)}`, `next-word ${after.lexeme.words[0]!} ${bucket(after.first - last, [2, 6, 99])}`)
  const { entities } = r.layers, kind = entities.mentions[entities.byHead[head] ?? -1]?.kind ?? '-'
  return [...out, `prior-kind ${before === undefined ? '-' : before.lexeme.type} ${kind}`, `next-kind ${after === undefined ? '-' : after.lexeme.type} ${kind}`]
}

/** Features of phrases that tell, wherever they stand, what a report is about: who does what to whom. */
const TELLING = /^(?:act|act-head|part|part-kind|part-object) /

/** Words and acts that tell what a report is about; `phrases` are the features of all its phrases, or none where they are not to count. */
export function reportFeatures(r: Indexed, phrases: readonly (readonly string[])[]): readonly string[] {
  const { text, syntax } = r.layers, out = new Set(phrases.flatMap(features => features.filter(f => TELLING.test(f))))
  for (let i = 0; i < text.tokens.length; i++) if (/^(?:NOUN|VERB|ADJ|PROPN)$/.test(syntax.upos[i] ?? '')) { const l = lemma(r, i); out.add(`doc ${l}`); if (text.tokens[i]!.sentence < 3) out.add(`lead ${l}`) }
  for (const e of r.events) { out.add(`event ${e.type} ${e.mode ?? ''}`); out.add(`event ${e.type} ${e.status}`) }
  for (const t of r.triggers) { out.add(`trigger ${actOf(t)}`); if (t.sentence < 3) out.add(`lead-trigger ${actOf(t)}`) }
  const assaults = r.events.filter(e => e.type === 'ASSAULT').length
  out.add(`assaults ${bucket(assaults, [0, 1, 2, 4, 99])}`)
  out.add(`length ${bucket(text.tokens.length, [100, 200, 400, 800, 9999])}`)
  return [...out, 'constant']
}
