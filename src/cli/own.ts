/** `casus own`: the actors and places that people add to a store, or give further names to; every engine that codes for it uses them. */
import type { OwnActor, OwnEntry, OwnPlace, Store } from '../store/index.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import type { Invocation } from './options.ts'
import type { Terminal } from './terminal.ts'
import { personOf, withStore } from './with-store.ts'

const PRECISIONS = ['site', 'town', 'district', 'province', 'country'] as const

/** Says what is wrong with a number outside of a range, or null. */
const within = (most: number) => (text: string): string | null => (/^-?\d{1,3}(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= most ? null : `give degrees from -${most} to ${most}, as 13.5.`)
const matching = (form: RegExp, how: string) => (text: string): string | null => (form.test(text) ? null : how)

export const own: Command = {
  name: 'own', summary: 'List the actors and places people added, add one, or take one away', usage: '[actor|place NAME]\n[--remove ID]',
  about: [
    'Without arguments, lists what holds. With a kind and a name, adds it; with --id of one that ships, the names are further names of that one. Reports that hold one of the names are coded anew by the next casus work. Prints the id and how many reports that are.',
  ],
  options: [
    SHARED.store, { name: 'id', value: 'ID', help: 'Id of one that ships or was added before. Default: made from the name.', check: matching(/^[\w.:-]{1,120}$/, 'give letters, digits, points, colons and hyphens.') },
    { name: 'alias', value: 'NAME', help: 'Another name; may be given again.' }, { name: 'what', value: 'KIND', help: 'What it is, as militia or police; village or market. Default: armed-group, town.', check: matching(/^[a-z-]{1,30}$/, 'give one word in small letters, as militia.') },
    { name: 'country', value: 'XX', help: 'Its country, two letters.', check: matching(/^[A-Z]{2}$/, 'give two letters, as NG.') }, { name: 'sector', value: 'CODE', help: 'Sector of an actor, as REB; may be given again.', check: matching(/^[A-Z]{2,5}$/, 'give a code of capitals, as REB.') },
    { name: 'same', value: 'ID', help: 'Id of the actor that this one is held to be; all its names are that one\'s.' },
    { name: 'latitude', value: 'DEGREES', help: 'Where a place lies.', check: within(90) }, { name: 'longitude', value: 'DEGREES', help: 'Where a place lies.', check: within(180) },
    { name: 'admin1', value: 'NAME', help: 'Province of a place.' }, { name: 'precision', value: 'SIZE', choices: PRECISIONS, help: 'How large a place is. Default: town.' },
    { name: 'remove', value: 'ID', help: 'Take this one away; its history stays.' }, { name: 'by', value: 'NAME', help: 'Who does this. Default: your account.' }, { name: 'reason', value: 'TEXT', help: 'Why.' }, SHARED.json, SHARED.help,
  ],
  examples: [
    { line: 'casus own actor "Ansaru Vanguard" --alias "the Vanguard" --country NG --sector REB', does: 'an armed group that is in no list' },
    { line: 'casus own place "Gidan Dawa" --latitude 12.61 --longitude 6.42 --country NG', does: 'a village that the gazetteer lacks' },
    { line: 'casus own --remove own.ansaru-vanguard', does: 'as if it had never been added' },
  ],
  run: runOwn,
}

async function runOwn(given: Invocation, terminal: Terminal): Promise<Exit> {
  const [kind, name, extra] = given.args, removed = given.text('remove')
  if (extra !== undefined) throw new CliError('argument-extra', 'Give actor or place, and a name; put the name in quotation marks.')
  if (removed !== null && kind !== undefined) throw new CliError('argument-extra', 'Give a kind and a name to add one, or --remove ID to take one away.')
  if (kind !== undefined && name === undefined) throw new CliError('argument-missing', 'Give actor or place, and a name.')
  return await withStore(given, async store => {
    if (removed === null && kind === undefined) for (const entry of (await store.own.now()).entries) await terminal.out(given.on('json') ? `${safeJson(entry)}\n` : `${lineOf(entry)}\n`)
    else {
      const made = removed === null ? await put(store, kind!, name!, given) : await take(store, removed, given)
      await terminal.out(given.on('json') ? `${safeJson(made)}\n` : `${made.id}  reports to code anew: ${made.recoded}\n`)
    }
    return EXIT.ok
  })
}

interface Kept { readonly id: string; readonly recoded: number }

async function put(store: Store, kind: string, name: string, given: Invocation): Promise<Kept> {
  const entry = await entryOf(store, kind, name, given), by = personOf(given)
  const recoded = await store.audited(() => ({ by, action: 'own.put', subject: entry.name, detail: entry })).store.own.put(entry, by, given.text('reason'))
  return { id: entry.id, recoded }
}

async function take(store: Store, id: string, given: Invocation): Promise<Kept> {
  const by = personOf(given), reason = given.text('reason')
  return { id, recoded: await store.audited(() => ({ by, action: 'own.remove', subject: id, detail: { reason } })).store.own.remove(id, by, reason) }
}

async function entryOf(store: Store, kind: string, name: string, given: Invocation): Promise<OwnEntry> {
  const { ApiError, heldToBe, ownId } = await import('../api/index.ts'), same = given.text('same')
  const common = { id: given.text('id') ?? ownId(name), name, aliases: given.texts('alias'), country: given.text('country') }
  if (kind === 'place') return placeOf(common, given)
  if (kind !== 'actor') throw new CliError('option-value', `${JSON.stringify(kind)} is neither actor nor place.`)
  const actor: OwnActor = { kind: 'actor', ...common, what: given.text('what') ?? 'armed-group', sectors: given.texts('sector') }
  try { return same === null ? actor : await heldToBe(store, actor, same) } catch (cause) { throw cause instanceof ApiError ? new CliError('option-value', cause.message, { cause }) : cause }
}

function placeOf(common: Pick<OwnPlace, 'id' | 'name' | 'aliases' | 'country'>, given: Invocation): OwnPlace {
  const degrees = (name: string): number | null => { const text = given.text(name); return text === null ? null : Number(text) }
  return { kind: 'place', ...common, what: given.text('what') ?? 'town', admin1: given.text('admin1'), latitude: degrees('latitude'), longitude: degrees('longitude'), precision: given.text('precision') ?? 'town' }
}

const lineOf = (entry: OwnEntry): string => [entry.id, entry.kind, clean(entry.name), entry.aliases.map(clean).join(', '), entry.country ?? '', entry.kind === 'actor' && entry.same !== undefined ? `is ${entry.same}` : ''].filter(cell => cell !== '').join('  ')
