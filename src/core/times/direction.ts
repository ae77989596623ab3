/** Whether the verb of an expression looks back or ahead: by the parse where there is one, else by the words around. */
import type { WordLists } from '../lexicon/word-lists.ts'
import type { SyntaxLayer } from '../model/syntax.ts'
import { type Frame, sentenceAt, tokenAt, WINDOW } from './frame.ts'

export type Direction = 'past' | 'future' | 'unknown'

/** Words before the expression that put it ahead, wherever in the clause they stand. */
const AHEAD_BEFORE = new RegExp(String.raw`\b(?:(?:will|(?<!\bwho )would|(?:is|are|was|were) to)(?! be (?:recalled|remembered|noted))|won['’]t|shall|['’]ll|going to|(?:to|could|may|might) be (?:held|heard|released|announced|decided|launched|sworn|tried|sentenced|published|presented)|scheduled|slated|due|planned|plans?|planning|set (?:to|for)|expects?|expected|expires?|deadline|ultimatum|until further|upcoming|forthcoming|vow(?:s|ed)? to|threaten(?:s|ed|ing)? to|agreed to (?:meet|hold|begin|start|resume|hand|release)|call(?:s|ed|ing)? (?:for )?(?:a|an) (?:[\w-]+ ){0,3}(?:strike|shutdown|bandh|hartal|protest|rally|march|boycott)|(?:gave|given?|giving|issued) (?:a |the )?(?:call|notice) (?:of|for)|summon(?:s|ed|ing)? (?:[\w-]+ ){1,4}to an?)\b[^;.]{0,120}$`, 'i')
/** Words right before it that put it ahead. */
const AHEAD_NEXT = /\b(?:by|until|till|through|no later than|(?:given|gave|give|giving|has|have|had) (?:[\w'’]+ ){1,4}until|for (?:a |an )?(?:[\w-]+ ){0,3}(?:on|this|coming)|starting|beginning|effective|as (?:of|from)|from)\s+(?:the\s+|noon\s+on\s+|midnight\s+on\s+)?$/i
/** "Announced a strike for Thursday": what is called for a day lies ahead. */
const CALLED_FOR = /\b(?:announce|call|declare|convene|convoke|fix|order|propose)(?:s|d|ed|ing)?\b[^.;]{3,90}\bfor\s+(?:the\s+)?$/i
/** "Has announced a shutdown from Friday to Sunday": what is still told as news begins on the day or after it. */
const CALLED_RANGE = /\b(?:has|have)\s(?:just\s)?(?:announced|called|declared|ordered|decreed|imposed)\b[^.;]{3,120}$/i
/** "Announced a two-day strike, Thursday and Friday", "directed workers to down tools from Monday": a stoppage that is called begins after the call. */
const CALLED_STRIKE = /\b(?:announce[sd]?|declare[sd]?|call(?:s|ed)|direct(?:s|ed)|resolve[sd]|decide[sd]|decree[sd]|urge[sd]?|ask(?:s|ed))\b[^.;]{3,110}\b(?:strikes?|shut-?down|bandh|hartal|stoppage|walk-?out|boycott|tools|“?dead city”? days)\b[^.;,]{0,60}(?:\bfrom|\bstarting|,)\s+(?:on\s+|(?:midnight|noon)\s+on\s+)?$/i
/** Words right after it that put it ahead. */
const AHEAD_AFTER = /^\s*(?:[’']s\s+(?:[\w-]+\s+){0,3})?(?:will|shall|is (?:to|expected|scheduled|due|set)|are (?:to|expected|scheduled|due|set))\b/i
const FINITE_PAST = /\b(?:was|were|had|did|said|told|took|came|began|left|struck|hit|found|made|fell|shot|blew|broke|threw|fought|fled|held|kept|sent|brought|caught|went|drove|gave|saw|met|set|stood|rose|lost|won|[a-z]{2,}ed)\b/i
const BACKWARD_NEXT = /\bsince\s+(?:the\s+)?$/i
/** "Germany said on Friday it would send soldiers", "announced Tuesday that ...": the day on which something was said has been. */
const SAID_NEXT = /\b(?:said|says|announced|declared|reported|stated|told\s(?:[\w'’]+\s){1,3}|confirmed|denied|warned|vowed|pledged|promised|claimed|wrote|published)\s+(?:here\s+|in\sa\s(?:\w+\s)?statement\s+)?(?:early\s+|late\s+)?(?:on\s+)?$/i

/** Whether the words before a day are words of saying, whose day it then is. */
export const followsSaying = (before: string): boolean => SAID_NEXT.test(before)

/** "Calls it an answer to the raid on the depot on Thursday": what is answered or blamed on somebody has been, whatever the tense. */
const ANSWERED = /\b(?:answer|respon[sd]\w{0,5}|retaliat\w{1,4}|reprisals?|revenge|vengeance|retribution|reaction|responsibility|blame[sd]?|inquiry|investigation|condemn\w{0,6}|victims?|aftermath)\s(?:to|for|of|into|on)\s(?:the|a|an|its|their|his|what)\b[^,.;:]{0,60}\b(?:raid|attack|assault|killing|shooting|bombing|blast|strike|massacre|murder|ambush|explosion|abduction|clash|shelling|incident)s?\b[^,.;:]{0,60}$/i

/** "From 3 to 9 March", "between Friday and Sunday": what the words before and after the first and before the second end look like. */
const TO = String.raw`(?:to|until|till|through|thru|[-–—])`, NAMED = String.raw`(?:(?:the|early|late|mid|night|of)[\s-]+){0,3}(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)`
const FIRST_END = [[/\bfrom\s+(?:the\s+)?$/i, new RegExp(String.raw`^\s*${TO}\s`, 'i')], [/\bbetween\s+(?:the\s+)?$/i, /^\s*(?:and|[-–—])\s/i]] as const
const SECOND_END = new RegExp(String.raw`\b(?:from\s+${NAMED}[^.;:]{0,20}\s*${TO}|between\s+${NAMED}[^.;:]{0,20}\s*(?:and|[-–—]))\s*(?:the\s+)?$`, 'i')

const isRangeEnd = (before: string, after: string): boolean => SECOND_END.test(before) || FIRST_END.some(([lead, link]) => lead.test(before) && link.test(after))

/** Where nothing looks ahead, a range is told of the past. */
export function directionOf(frame: Frame, start: number, end: number): Direction {
  const { before, after } = around(frame, start, end)
  const isRange = isRangeEnd(before, after)
  const byWords = fromWords(frame, before, after, isRange)
  if (byWords !== 'unknown') return byWords
  const token = frame.syntax === null ? -1 : tokenAt(frame.text.tokens, start)
  const found = frame.syntax === null || token < 0 ? 'unknown' : fromSyntax(frame.syntax, token, frame.lexicon.lists)
  return found === 'unknown' && isRange ? 'past' : found
}

/** The words of the clause before an expression, and of the sentence after it. */
function around(frame: Frame, start: number, end: number): { readonly before: string; readonly after: string } {
  const { text } = frame.text, sentence = sentenceAt(frame.text.sentences, start)
  return { before: lastClause(text.slice(Math.max(sentence?.start ?? 0, start - WINDOW), start)), after: text.slice(end, Math.min(sentence?.end ?? text.length, end + AFTER)) }
}

/** Characters of the sentence after an expression that may put it back. */
const AFTER = 140

function fromWords(frame: Frame, before: string, after: string, isRange: boolean): Direction {
  if (BACKWARD_NEXT.test(before) || SAID_NEXT.test(before)) return 'past'
  if (AHEAD_AFTER.test(after)) return 'future'
  if (ANSWERED.test(before)) return 'past'
  if (AHEAD_BEFORE.test(before) || CALLED_FOR.test(before) || !isRange && CALLED_STRIKE.test(before)) return 'future'
  if (isRange) return CALLED_RANGE.test(before) ? 'future' : FINITE_PAST.test(before) ? 'past' : 'unknown'
  if (/\bby\s+(?:(?:noon|midday|midnight|dawn|dusk|late|early)\s+(?:on\s+)?)?$/i.test(before) && /\bhad\b/i.test(after) || /\b(?:until|till)\s+$/i.test(before) && /^\s+had\b/i.test(after)) return 'past'
  if (AHEAD_NEXT.test(before) && !(POSSESSED.test(after) && /\bfrom\s+(?:the\s+)?$/i.test(before))) return FINITE_PAST.test(before) && !/\b(?:given|gave|until|till|extend(?:ed|s)|prolong(?:ed|s)|in (?:effect|force|place) through)\b/i.test(before) ? 'past' : 'future'
  return frame.syntax === null && FINITE_PAST.test(before + after) ? 'past' : 'unknown'
}

/** "The toll from Monday's bombing": whence, and not from when. */
const POSSESSED = /^['’]s\b/

/** A word or two in quotation marks are no speech: an "armed strike". */
const NICKNAME = /["“]((?:[\w'’-]+\s?){1,3})["”]/g
/** The words since the last break of clause: a stop, a semicolon, a quotation, a comma with a new subject and verb. */
const lastClause = (before: string): string => before.replace(NICKNAME, '$1').split(/[.;:!?]\s|["“”]|,\s+(?=(?:was|were|had|and|but|while|which|who|when|after|before|during|following|as|he|she|it|they|the)\s)/i).at(-1) ?? before

const AHEAD_MODALS = new Set(['will', 'shall', "'ll", '’ll', 'wo', 'would'])
const CLIMB = 8

/** Climbs from the expression to the verb over it and reads its tense. */
function fromSyntax(syntax: SyntaxLayer, token: number, lists: WordLists): Direction {
  let at = token
  for (let steps = 0; steps < CLIMB && at >= 0; steps++) {
    const found = syntax.upos[at] === 'VERB' || syntax.upos[at] === 'AUX' || (syntax.children[at] ?? []).some(child => syntax.deprel[child] === 'cop') ? tenseOf(syntax, at, lists) : null
    if (found !== null) return found
    at = syntax.head[at] ?? -1
  }
  return 'unknown'
}

/** The direction of one verb, or null when it has no tense of its own and its governor must tell. */
function tenseOf(syntax: SyntaxLayer, verb: number, lists: WordLists): Direction | null {
  const helpers = (syntax.children[verb] ?? []).filter(child => /^(?:aux|cop)/.test(syntax.deprel[child] ?? ''))
  const lemma = (syntax.lemma[verb] ?? '').toLowerCase()
  if (helpers.some(h => AHEAD_MODALS.has((syntax.lemma[h] ?? '').toLowerCase()))) return 'future'
  if (helpers.some(h => syntax.xpos[h] === 'VBD') || syntax.xpos[verb] === 'VBD') return 'past'
  if (helpers.some(h => syntax.lemma[h] === 'have')) return 'past'
  if (isInfinitive(syntax, verb)) return governedAhead(syntax, verb, lists)
  if (syntax.xpos[verb] === 'VBG') return helpers.length > 0 ? 'unknown' : null
  // "Operations aimed at capturing leaders": what for, and not when.
  if (syntax.xpos[verb] === 'VBN' && lemma === 'aim') return null
  if (syntax.xpos[verb] === 'VBN') return lists['ahead-verb'].has(lemma) ? 'future' : helpers.length > 0 ? 'unknown' : 'past'
  // "Drones set alight a depot on Thursday": only what is set for a day lies ahead.
  return lists['timetable-verb'].has(lemma) || lists['ahead-verb'].has(lemma) && lemma !== 'set' ? 'future' : 'unknown'
}

const isInfinitive = (syntax: SyntaxLayer, verb: number): boolean =>
  (syntax.children[verb] ?? []).some(child => syntax.xpos[child] === 'TO' || (syntax.deprel[child] === 'mark' && syntax.lemma[child] === 'to'))

/** "plans to", "is to", "talks to be held" look ahead; "began to", "managed to" have the tense of their governor. */
function governedAhead(syntax: SyntaxLayer, verb: number, lists: WordLists): Direction | null {
  const head = syntax.head[verb] ?? -1
  if (head < 0) return 'future'
  if (lists['ahead-verb'].has((syntax.lemma[head] ?? '').toLowerCase())) return 'future'
  return syntax.upos[head] === 'NOUN' && !isPurpose(syntax, verb, head, lists) ? 'future' : null
}

/** "killed two during an operation to disrupt a network, Friday": what an act was for says nothing of its day; "talks to be held on Friday", "a decision to leave on Friday" look ahead. */
const isPurpose = (syntax: SyntaxLayer, verb: number, noun: number, lists: WordLists): boolean => lists['pursuit'].has((syntax.lemma[noun] ?? '').toLowerCase()) && !(syntax.children[verb] ?? []).some(child => syntax.deprel[child] === 'aux:pass')
