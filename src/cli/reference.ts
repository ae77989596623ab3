/** The reference of the command line in Markdown, made from the declarations: docs/command-line.md. */
import { EXPORT_FAILURES } from '../export/index.ts'
import { INGEST_FAILURES } from '../ingest/index.ts'
import { STORE_FAILURES } from '../store/index.ts'
import { COMMANDS } from './commands.ts'
import { EXIT_MEANING, FAILURES } from './errors.ts'
import { commandHelp } from './help.ts'

/** Sections for the commands, the exit statuses and the codes of failures. */
export function reference(): string {
  return [
    '# Command line', '', 'Made from the declarations of the commands; `casus help COMMAND` shows the same.', '',
    ...COMMANDS.flatMap(c => [`## casus ${c.name}`, '', '```text', commandHelp(c).trimEnd(), '```', '']),
    '## Exit status', '', '| Status | Meaning |', '| --- | --- |', ...Object.entries(EXIT_MEANING).map(([status, says]) => `| ${status} | ${says} |`), '',
    '## Codes of failures', '', '| Code | Exit | Meaning |', '| --- | --- | --- |', ...Object.entries(FAILURES).map(([code, f]) => `| \`${code}\` | ${f.exit} | ${f.meaning} |`),
    ...Object.entries({ ...STORE_FAILURES, ...INGEST_FAILURES, ...EXPORT_FAILURES }).map(([code, meaning]) => `| \`${code}\` | 1 | ${meaning} |`), '',
  ].join('\n')
}
