/** `casus delete`: takes a report out of the store, or its words out of everything. */
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT } from './errors.ts'
import { personOf, withStore } from './with-store.ts'

export const deleteCommand: Command = {
  name: 'delete',
  summary: 'Take a report out of the store, and keep it out',
  usage: 'REPORT --reason TEXT',
  about: [
    'The report, its analyses and its claims are gone, and incidents are read without it; past readings still quote it. It is not taken in again. That it was deleted, by whom and why stays in the history.',
    'With --for-good its words are taken out of the past too, as the law or the safety of a witness may ask: readings that rested on it are withheld, what people wrote about it is blanked, its addresses are kept as hashes only. Nothing brings it back; copies of the store that were made before still hold it. The id and the reason stay, so write neither words of the report nor names there.',
  ],
  options: [SHARED.store, { name: 'reason', value: 'TEXT', help: 'Why. Needed.' }, { name: 'for-good', help: 'Take its words out of the past too.' }, { name: 'by', value: 'NAME', help: 'Who deletes. Default: your account.' }, SHARED.json, SHARED.help],
  examples: [{ line: 'casus delete wire-17 --reason "taken back by the agency"', does: 'take a report out' }, { line: 'casus delete blog-3 --reason "request 2024/12" --for-good', does: 'take its words out of everything' }],
  run: (given, terminal) => {
    const [id] = given.args, reason = given.text('reason')
    if (id === undefined) throw new CliError('argument-missing', 'Give the id of the report.')
    if (reason === null) throw new CliError('argument-missing', 'Give the reason: --reason TEXT.')
    return withStore(given, async store => {
      const forGood = given.on('for-good'), by = personOf(given)
      await store.audited(() => ({ by, action: 'documents.delete', subject: id, detail: { reason, forGood } })).store.documents.delete(id, by, reason, { forGood })
      await store.incidents.refresh()
      await terminal.out(given.on('json') ? `${safeJson({ deleted: id, forGood })}\n` : `${clean(id)} is deleted${forGood ? ' for good' : ''}.\n`)
      return EXIT.ok
    })
  },
}
