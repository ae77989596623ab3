/** `casus merge`, `split`, `accept`, `reject`, `correct`, `link`, `unlink`, `flag`, `comment`, `undo`: what people decide about events, kept for ever and above the machine. */
import { INCIDENT_FIELDS } from '../core/model/index.ts'
import type { DecisionBody, EventAnchor, IncidentField, LinkKind } from '../index.ts'
import { anchorOf, type Store } from '../store/index.ts'
import { valueTyped } from './by-hand.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT } from './errors.ts'
import { eventNamed } from './event-name.ts'
import type { Invocation, Option } from './options.ts'
import { personOf, withStore } from './with-store.ts'

const PERSON: readonly Option[] = [{ name: 'by', value: 'NAME', help: 'Who decides. Default: your account.' }, { name: 'reason', value: 'TEXT', help: 'Why.' }]
const FIELDS = INCIDENT_FIELDS
const FIELD: Option = { name: 'field', value: 'FIELD', choices: FIELDS, help: 'The field decided on; without it the event as a whole.' }
const KIND: Option = { name: 'kind', value: 'KIND', choices: ['retaliation', 'response', 'cause'], help: 'Kind of the link. Default: response.' }

interface Decided { readonly name: string; readonly summary: string; readonly usage: string; readonly about: string; readonly example: string; readonly options?: readonly Option[]; readonly needs: number; readonly body: (args: readonly string[], given: Invocation, store: Store) => Promise<DecisionBody> }

const two = (kind: 'merge' | 'split'): Decided['body'] => async ([a = '', b = ''], _given, store) => ({ kind, a: await anchor(store, a), b: await anchor(store, b) })
const linking = (kind: 'link' | 'unlink'): Decided['body'] => async ([from = '', to = ''], given, store) => ({ kind, from: await anchor(store, from), to: await anchor(store, to), link: (given.text('kind') ?? 'response') as LinkKind })
const judging = (kind: 'accept' | 'reject'): Decided['body'] => async ([event = ''], given, store) => ({ kind, event: await anchor(store, event), field: given.text('field') as IncidentField | null })

const saying = (kind: 'flag' | 'comment'): Decided['body'] => async ([event = '', text = ''], _given, store) => ({ kind, event: await anchor(store, event), text })

const DECISIONS: readonly Decided[] = [
  { name: 'merge', summary: 'Say that two events are one occurrence', usage: 'REPORT/EVENT REPORT/EVENT', about: 'The incidents of the two events become one, whatever the machine reads.', example: 'casus merge wire-17/e1 daily-4/e2 --reason "same market, same night"', needs: 2, body: two('merge') },
  { name: 'split', summary: 'Say that two events are not one occurrence', usage: 'REPORT/EVENT REPORT/EVENT', about: 'The two events are kept in different incidents, whatever the machine reads.', example: 'casus split wire-17/e1 daily-4/e2', needs: 2, body: two('split') },
  { name: 'accept', summary: 'Say that an event, or a field of it, is right', usage: 'REPORT/EVENT', about: 'Keeps that a person has looked and agrees.', example: 'casus accept wire-17/e1 --field killed', options: [FIELD], needs: 1, body: judging('accept') },
  { name: 'reject', summary: 'Say that an event is none, or a field of it wrong', usage: 'REPORT/EVENT', about: 'A rejected event is in no incident; a rejected field is not chosen.', example: 'casus reject wire-17/e3', options: [FIELD], needs: 1, body: judging('reject') },
  { name: 'correct', summary: 'Give the right value of a field', usage: 'REPORT/EVENT FIELD VALUE', about: `VALUE is a figure (3, 3-5, 3-, -5), a day or a span of days (2024-03-15, 2024-03-15/2024-03-17, 2024-03), the name of a place, names of sides or weapons with ; between them, yes or no (occurrence), a word (mode, status, type), unknown, or JSON as in the data. Names that the registry or the gazetteer knows get their ids. Fields: ${FIELDS.join(', ')}.`, example: 'casus correct wire-17/e1 killed 14-16 --reason "hospital list"', needs: 3, body: async ([event = '', field = '', value = ''], _given, store) => ({ kind: 'correct', event: await anchor(store, event), field: fieldNamed(field), value: await valueTyped(store, fieldNamed(field), value), evidence: [] }) },
  { name: 'link', summary: 'Say that one event answers or follows from another', usage: 'REPORT/EVENT REPORT/EVENT', about: 'The first answers or follows from the second.', example: 'casus link wire-17/e2 wire-17/e1 --kind retaliation', options: [KIND], needs: 2, body: linking('link') },
  { name: 'unlink', summary: 'Say that one event does not answer another', usage: 'REPORT/EVENT REPORT/EVENT', about: 'Takes a link away that the machine reads.', example: 'casus unlink wire-17/e2 wire-17/e1 --kind retaliation', options: [KIND], needs: 2, body: linking('unlink') },
  { name: 'flag', summary: 'Mark an event for others to look at', usage: 'REPORT/EVENT TEXT', about: 'Changes nothing of the event; the flag stands in its history.', example: 'casus flag wire-17/e1 "two towns of this name"', needs: 2, body: saying('flag') },
  { name: 'comment', summary: 'Say something of an event', usage: 'REPORT/EVENT TEXT', about: 'Changes nothing of the event; the comment stands in its history.', example: 'casus comment wire-17/e1 "see the hospital list"', needs: 2, body: saying('comment') },
  { name: 'undo', summary: 'Take a decision back', usage: 'DECISION', about: 'The decision stays in the history and no longer holds. An undo can be undone.', example: 'casus undo 8f14e45f', needs: 1, body: async ([decision = '']) => ({ kind: 'undo', decision }) },
]

/** A command for each kind of decision. */
export const DECISION_COMMANDS: readonly Command[] = DECISIONS.map(d => ({
  name: d.name, summary: d.summary, usage: d.usage, about: [d.about, 'Prints the id of the decision.'], options: [SHARED.store, ...(d.options ?? []), ...PERSON, SHARED.json, SHARED.help], examples: [{ line: d.example, does: d.summary.toLowerCase() }],
  run: (given, terminal) => {
    if (given.args.length !== d.needs) throw new CliError(given.args.length < d.needs ? 'argument-missing' : 'argument-extra', `Give ${d.usage}.`)
    return withStore(given, async store => {
      const [kept] = await store.decisions.append([{ ...await d.body(given.args, given, store), by: personOf(given), reason: given.text('reason') }])
      await terminal.out(given.on('json') ? `${safeJson(kept)}\n` : `${clean(kept!.id)}\n`)
      return EXIT.ok
    })
  },
}))

/** The event named REPORT/EVENT, with the words it is found again by. Throws CliError option-value, or StoreError. */
const anchor = (store: Store, name: string): Promise<EventAnchor> => anchorOf(store, eventNamed(name))

function fieldNamed(name: string): IncidentField {
  const field = FIELDS.find(f => f === name)
  if (field === undefined) throw new CliError('option-value', `There is no field ${JSON.stringify(name)}. Fields: ${FIELDS.join(', ')}.`)
  return field
}
