/** How surely the words of one account assert an act that is worth an event, before it is compared with others: "the strike killed six" against "riot police" and "fears of an attack". */
import { VERBAL_TYPES } from '../model/index.ts'
import type { Account } from './account.ts'
import { prepositionOf } from './arguments.ts'
import type { Weights } from './lexicon.ts'
import { profilesOf, type Profile } from './profile.ts'
import { entityAt, isArmed, isBrief, lemmaAt, type Reading } from './reading.ts'

/** Log odds, and what each feature adds to them. */
export interface Assertion { readonly score: number; readonly features: readonly { readonly feature: string; readonly weight: number }[] }

/** Accounts of deeds below this probability make no event and join none (by cross-validation). */
const LEAST = 0.2

/** The assertion of each account. */
export function assertionsOf(r: Reading, accounts: readonly Account[], weights: Weights = r.lexicon.account): ReadonlyMap<Account, Assertion> {
  return new Map(assertionFeatures(r, accounts).map((values, i) => {
    const features = [...values].map(([feature, value]) => ({ feature, weight: value * (weights[feature] ?? 0) })).filter(f => f.weight !== 0)
    return [accounts[i]!, { score: features.reduce((sum, f) => sum + f.weight, 0), features }]
  }))
}

export const probabilityOf = ({ score }: Pick<Assertion, 'score'>): number => 1 / (1 + Math.exp(-score))

/** Whether the account can be part of an event. Losses can, whose act is told beside them; and acts of words, of which no coded reports hold any. */
export const isAsserted = (a: Account, assertion: Assertion): boolean => VERBAL_TYPES.has(a.type) || a.tolls.length > 0 || probabilityOf(assertion) >= LEAST

/** The features of each account; values 0..1. */
export function assertionFeatures(r: Reading, accounts: readonly Account[]): readonly ReadonlyMap<string, number>[] {
  const profiles = profilesOf(r, accounts), types = new Map<number, string[]>()
  for (const a of accounts) types.set(a.sentence, [...(types.get(a.sentence) ?? []), a.type])
  return accounts.map((a, i) => {
    const out = new Map<string, number>([['bias', 1], ['prior', Math.max(...a.triggers.map(t => t.lexeme.prior))]]), flag = (name: string, on = true): void => { if (on) out.set(name, 1) }
    const beside = types.get(a.sentence)!
    flag('alone', beside.length === 1)
    flag('beside-own-type', beside.filter(t => t === a.type).length > 1)
    wordFeatures(r, a, flag)
    sayingFeatures(r, a, profiles[i]!, flag)
    placeFeatures(r, a, profiles[i]!, flag)
    return out
  })
}

type Flag = (name: string, on?: boolean) => void

const relation = (r: Reading, token: number): string => (r.syntax.deprel[token] ?? '').split(':')[0] ?? ''
const SPELT = new Set(['det', 'aux', 'mark', 'advmod', 'amod'])

/** By which words, in what construction. */
function wordFeatures(r: Reading, a: Account, flag: Flag): void {
  const at = a.main.token, above = r.syntax.head[at] ?? -1, preposition = prepositionOf(r.syntax, at)
  for (const { lexeme } of a.triggers) { flag(lexeme.id); flag(`frame:${lexeme.frame}`) }
  flag(`type:${a.type}`)
  flag(`mode:${a.mode ?? 'none'}`)
  flag(`relation:${relation(r, at)}`)
  flag(`tag:${r.syntax.xpos[at] ?? ''}`)
  if (above >= 0) {
    const lemma = lemmaAt(r, above), light = r.lexicon.lightVerbs.get(lemma), background = r.lexicon.background.get(lemma)
    flag(`under:${lemma}`)
    flag(`under-tag:${r.syntax.upos[above] ?? ''}`)
    if (light) flag(`light:${light.role}`)
    if (background !== undefined) flag(`under-${background}`)
  }
  if (preposition !== '') flag(`after:${preposition}`)
  for (const child of r.syntax.children[at] ?? []) { const kind = relation(r, child); flag(`has:${kind}`); if (SPELT.has(kind)) flag(`${kind}:${lemmaAt(r, child)}`) }
}

/** What it says of the act. */
function sayingFeatures(r: Reading, a: Account, profile: Profile, flag: Flag): void {
  const named = (head: number): boolean => { const m = entityAt(r, head); return m !== null && (m.entity !== null || m.form === 'name') }
  flag(`status:${a.status.status}`)
  flag('actor', a.actors.length > 0)
  flag('recipient', a.recipients.length > 0)
  flag('named-actor', a.actors.some(named))
  flag('named-recipient', a.recipients.some(named))
  flag('armed-actor', a.actors.some(head => isArmed(entityAt(r, head))))
  flag('place', profile.places.length > 0)
  flag('day', profile.days !== null)
  flag('own-day', profile.days?.attached === true)
  flag('toll', a.tolls.length > 0)
  flag('weapon', a.weapons.length > 0)
  flag('anaphoric', a.anaphoric)
  flag('count', a.count >= 0)
  flag('several-triggers', a.triggers.length > 1)
  flag('indefinite', profile.indefinite)
  flag(`tense:${profile.tense}`)
  for (const kind of profile.apart) flag(`apart:${kind}`)
  if (profile.days !== null && r.published !== null) flag(`age:${ageOf(r.published, profile.days.first)}`)
}

const DAY = 86_400_000

function ageOf(published: string, first: string): string {
  const days = (Date.parse(published.slice(0, 10)) - Date.parse(first)) / DAY
  return days <= 7 ? 'week' : days <= 370 ? 'year' : 'more'
}

/** Where in the report it stands, and what its sentence speaks of besides. */
function placeFeatures(r: Reading, a: Account, profile: Profile, flag: Flag): void {
  const sentence = r.text.sentences[a.sentence]
  flag(`section:${r.text.sections[sentence?.section ?? 0]?.kind ?? 'body'}`)
  flag('lead', a.sentence <= 3)
  flag('tail', a.sentence > 0.6 * r.text.sentences.length)
  flag('brief', isBrief(r))
  flag('item', profile.item >= 0)
  if (sentence) for (let i = sentence.first; i < sentence.last; i++) {
    const kind = r.lexicon.background.get(lemmaAt(r, i))
    if (kind !== undefined && !(i >= a.main.first && i < a.main.last)) flag(`${kind}-words`)
  }
}
