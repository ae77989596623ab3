/** `casus add`: an event that the machine missed, as a person codes it; it enters incidents like any other. */
import { EVENT_TYPES, STATUSES, type Event, type EventType, type Quantity, type Span, type Status } from '../core/model/index.ts'
import { restingOn, wordsNear, type CodedByHand } from '../core/incidents/index.ts'
import { whenGiven } from '../core/times/given.ts'
import type { StoredDocument } from '../store/index.ts'
import { isFigure, placeTyped, quantityTyped, sideTyped } from './by-hand.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import type { Invocation, Option } from './options.ts'
import type { Terminal } from './terminal.ts'
import { personOf, withStore } from './with-store.ts'

const figureOption = (name: string, help: string): Option => ({ name, value: 'N', help, check: isFigure })

export const add: Command = {
  name: 'add', summary: 'Add an event that the machine missed', usage: 'REPORT TYPE WORDS',
  about: [
    `WORDS are the words of the report that tell of it, as they stand there. TYPE is one of ${EVENT_TYPES.join(', ')}.`,
    'The event enters incidents like any other, is marked as added by you, stays when a new engine codes the report anew, and is taken back by casus undo. Names that the registry or the gazetteer knows get their ids. Prints the id of the decision.',
  ],
  options: [
    SHARED.store, { name: 'mode', value: 'MODE', help: 'The mode, as firearms or abduct.' }, { name: 'status', value: 'STATUS', choices: STATUSES, help: 'Default: occurred.' },
    { name: 'actor', value: 'NAME', help: 'Who did it; may be given again.' }, { name: 'recipient', value: 'NAME', help: 'To whom; may be given again.' },
    { name: 'place', value: 'NAME', help: 'Where.' }, { name: 'country', value: 'XX', help: 'Country of the place, two letters.', check: text => (/^[A-Z]{2}$/.test(text) ? null : 'give two letters, as NG.') },
    { name: 'date', value: 'DATE', help: 'A day, a span of days or a month: 2024-03-15, 2024-03-15/2024-03-17, 2024-03.', check: text => (whenGiven(text, []) === null ? 'give 2024-03-15, 2024-03-15/2024-03-17 or 2024-03.' : null) },
    figureOption('killed', 'People killed, as 3, 3-5, 3- or -5.'), figureOption('injured', 'People injured.'), figureOption('detained', 'People detained.'),
    { name: 'by', value: 'NAME', help: 'Who decides. Default: your account.' }, { name: 'reason', value: 'TEXT', help: 'Why.' }, SHARED.json, SHARED.help,
  ],
  examples: [{ line: 'casus add wire-17 ASSAULT "shot dead" --mode firearms --actor gunmen --place Maiduguri --killed 2', does: 'an event that the engine did not find' }],
  run: runAdd,
}

async function runAdd(given: Invocation, terminal: Terminal): Promise<Exit> {
  const [document, type, words, extra] = given.args
  if (document === undefined || type === undefined || words === undefined) throw new CliError('argument-missing', 'Give REPORT TYPE WORDS.')
  if (extra !== undefined) throw new CliError('argument-extra', 'Give REPORT TYPE WORDS; put the words in quotation marks.')
  return await withStore(given, async store => {
    const report = await store.documents.get(document)
    if (report === null) throw new CliError('report-unknown', `The store has no report ${JSON.stringify(document)}.`)
    const { withKnown } = await import('../api/index.ts'), { additionOf } = await import('../store/index.ts')
    const body = await additionOf(store, document, await withKnown(store, coded(report, typeNamed(type), words, given)))
    const [kept] = await store.decisions.append([{ ...body, by: personOf(given), reason: given.text('reason') }])
    await terminal.out(given.on('json') ? `${safeJson(kept)}\n` : `${clean(kept!.id)}\n`)
    return EXIT.ok
  })
}

function typeNamed(name: string): EventType {
  const found = EVENT_TYPES.find(t => t === name.toUpperCase())
  if (found === undefined) throw new CliError('option-value', `There is no type ${JSON.stringify(name)}. Types: ${EVENT_TYPES.join(', ')}.`)
  return found
}

const NOWHERE: Span = { start: 0, end: 0, exact: '' }

function coded({ id, text }: StoredDocument, type: EventType, words: string, given: Invocation): CodedByHand {
  const mention = wordsNear(text, NOWHERE, words), place = given.text('place'), date = given.text('date')
  if (mention === null) throw new CliError('option-value', `The words ${JSON.stringify(words.slice(0, 100))} do not stand in ${id}.`)
  const sides = (name: string): Event['actors'] => given.texts(name).map(sideTyped), figure = (name: string): Quantity | null => { const text = given.text(name); return text === null ? null : quantityTyped(text) }
  return restingOn({
    type, mentions: [mention], mode: given.text('mode'), status: (given.text('status') ?? 'occurred') as Status, actors: sides('actor'), recipients: sides('recipient'),
    places: place === null ? [] : [placeTyped(place, given.text('country'))], date: date === null ? null : whenGiven(date, []), killed: figure('killed'), injured: figure('injured'), detained: figure('detained'),
  }, text)
}
