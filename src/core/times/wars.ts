/** Rules for days that a report names by what happened on them: "9/11", "since the war began". */
import { partsOf } from './calendar.ts'
import type { DatedEvent } from './dated-events.ts'
import { inMonth, inYear, type Meaning, onDay } from './meaning.ts'
import type { Reading } from './reading.ts'
import { defineRule, words } from './rule.ts'

const EVENT = String.raw`(?:(?:current|latest|devastating|brutal|bloody|full-scale|civil|nationwide|israel[-–]hamas|russian|russia['’]s|israel['’]s|israeli|u\.?s\.?-led|american|syrian|gaza|ukraine|sudan|yemen|military|armed|popular|its|their)\s){0,3}(?<kind>war|conflict|fighting|hostilities|invasion|uprising|unrest|revolution|coup|takeover|offensive|operation|insurgency|intervention|occupation)`

export const warBegan = defineRule({
  id: 'war-began',
  why: '"Since the war began" has the day on which that war began, if the report names its country and the table its day.',
  needs: 'word',
  match: words`(?<=\b(?:since|before|until|after)\s)(?:(?:the )?(?:start|beginning|outbreak|onset|launch|eruption) of (?:the |its |this )?${EVENT.replace('<kind>', '<kind1>')}|the ${EVENT.replace('<kind>', '<kind2>')}(?: in [A-Z][a-z]+)?,? (?:began|started|broke out|erupted|was launched)|(?:the )?(?:russian|russia['’]s|us-led|u\.s\.-led|full-scale) (?<kind3>invasion))(?: in)?(?= |[.,;:)]|$)`,
  emit: (g, at) => datedBy(eventMeant((g['kind1'] ?? g['kind2'] ?? g['kind3'] ?? '').toLowerCase(), at)),
  examples: [],
  counterexamples: ['since the talks began', 'the war began'],
})

export const namedEvent = defineRule({
  id: 'named-event',
  why: 'A day whose date became the name of what happened: "9/11", "the October 7 attack".',
  needs: 'digit',
  match: words`9\/11|(?:oct(?:ober|\.) 7(?:th)?|7(?:th)? october|january 6(?:th)?|7\/7|26\/11|sept(?:ember|\.) 11(?:th)?|11 september)(?:(?=(?:,? \d{4})? (?:terror(?:ist)? |surprise |massacre|cross-border |hamas(?:-led)? |capitol |deadly |2\d{3} )*(?:attacks?|assault|massacre|raid|attackers|riot|rampage|pogrom|events))|(?=[.,;)]))`,
  emit: (_, at) => {
    const name = at.words.toLowerCase().replace(/\s+/g, ' ').replace(/(\d)th\b/, '$1')
    const named = at.frame.lexicon.events.filter(event => event.names.includes(name))
    if (/^\s+\d{4}/.test(at.after) || (!/^\s*(?:\w+(?:-\w*)? )*(?:attack|assault|massacre|raid|riot|rampage|pogrom|events)/i.test(at.after) && !/^\d+\/\d+/.test(name))) return null
    return datedBy(mostTalkedOf(named, at))
  },
  examples: [],
  counterexamples: ['On October 7 they met', 'a 9/10 chance'],
})

export const warRules = [warBegan, namedEvent]

const eventMeant = (kind: string, at: Reading): DatedEvent | null => mostTalkedOf(at.frame.lexicon.events.filter(event => event.kinds.includes(kind)), at)

/** Characters around the words in which a context word counts most. */
const NEAR = 120

/** The event, begun before the report, whose context words the report uses most; null when it uses none. */
function mostTalkedOf(events: readonly DatedEvent[], at: Reading): DatedEvent | null {
  const text = at.frame.text.text, near = at.before.slice(-NEAR) + at.after.slice(0, NEAR)
  let best: DatedEvent | null = null
  let most = 0
  for (const event of events) {
    if (at.dated && event.first > at.today) continue
    const count = event.context.reduce((sum, word) => sum + text.split(word).length - 1 + 100 * Number(near.includes(word)), 0)
    if (count > most || (count === most && best !== null && count > 0 && event.first > best.first)) [best, most] = [event, count]
  }
  return most > 0 ? best : null
}

function datedBy(event: DatedEvent | null): Meaning | null {
  if (event === null) return null
  const { year, month } = partsOf(event.first)
  return event.edtf.length === 4 ? inYear(year, 'absolute') : event.edtf.length === 7 ? inMonth(year, month, 'absolute') : onDay(event.first, 'absolute')
}
