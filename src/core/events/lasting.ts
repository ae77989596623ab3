/** Which acts a report tells as lasting when it is written, and which as still to come. */
import type { Status } from '../model/index.ts'
import { range } from '../text/range.ts'
import type { Account } from './account.ts'
import { lemmaAt, type Reading } from './reading.ts'
import { clauseDistance } from './setting.ts'

interface Told { readonly status: Status; readonly rule: string }

/** Modes of measures that are over as soon as they are taken. */
const MOMENTARY = new Set(['arrest', 'seize', 'deport'])

const measure = (a: Account): boolean => a.type === 'COERCE' && !MOMENTARY.has(a.mode ?? '')

/** "Called a strike for Thursday": what has its day after the report is still to come. Attacks and retreats are seldom foretold by day; such a day is rather read wrong. */
export function comingOf(r: Reading, accounts: readonly Account[], date: string | null): Told | null {
  const first = accounts[0]!, told = first.type === 'PROTEST' || first.type === 'SANCTION' || first.type === 'MOBILIZE' || first.type === 'AID' || measure(first)
  return told && date !== null && r.published !== null && /^\d{4}-\d\d-\d\d/.test(date) && date.slice(0, 10) > r.published.slice(0, 10) ? { status: 'planned', rule: 'status:day-to-come' } : null
}

/** A truce that a report only names, again and again; what is called ongoing; what goes on for the so-many-th day; a measure or protest since a day. */
export function lastingOf(r: Reading, accounts: readonly Account[], date: string | null): Told | null {
  const nouns = accounts.flatMap(a => a.triggers.filter(t => t.nominal)), first = accounts[0]!
  if (first.mode === 'ceasefire' && nouns.length > 1 && accounts.every(a => a.triggers.every(t => t.nominal))) return { status: 'ongoing', rule: 'status:in-force' }
  const said = accounts.find(a => a.status.status === 'ongoing' && a.status.rule.startsWith('status:modifier') && r.lexicon.lists['ongoing-word'].has(a.status.rule.slice(16)))
  if (said) return { status: 'ongoing', rule: said.status.rule }
  if ((first.type === 'COERCE' || first.type === 'PROTEST') && accounts.some(a => isNthDay(r, a) || untilNotice(r, a))) return { status: 'ongoing', rule: 'status:nth-day' }
  return date?.endsWith('/..') === true && accounts.every(a => a.status.status === 'occurred' && a.count < 0) && (measure(first) || first.type === 'PROTEST') ? { status: 'ongoing', rule: 'status:since' } : null
}

const NTH = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th))$/
const SPELL = new Set(['day', 'night', 'evening', 'week', 'month'])
const OPENS = new Set(['for', 'enter', 'its', 'their', 'into', 'continue', 'on'])

/** "For a third day", "entered its second week": tokens before and after the ordinal within which its words stand. */
const BEFORE = 3, AFTER = 3

/** Steps of clauses from the act within which that is said of it. */
const OWN = 1.5

function isNthDay(r: Reading, a: Account): boolean {
  const near = (i: number, step: number, most: number, words: ReadonlySet<string>): boolean => { for (let k = 1; k <= most; k++) if (words.has(lemmaAt(r, i + step * k))) return true; return false }
  return wordsAround(r, a).some(i => NTH.test(r.text.tokens[i]!.norm.toLowerCase()) && near(i, 1, AFTER, SPELL) && near(i, -1, BEFORE, OPENS) && a.triggers.some(t => clauseDistance(r, i, t.token) < OWN))
}

/** "Closed until further notice". */
const untilNotice = (r: Reading, a: Account): boolean => measure(a) && wordsAround(r, a).some(i => lemmaAt(r, i) === 'until' && lemmaAt(r, i + 1) === 'further' && lemmaAt(r, i + 2) === 'notice' && a.triggers.some(t => clauseDistance(r, i, t.token) < OWN))

/** The tokens of an account's sentence. */
function wordsAround(r: Reading, a: Account): readonly number[] {
  const sentence = r.text.sentences[a.sentence]
  return sentence === undefined ? [] : range(sentence.first, sentence.last)
}
