/** Events are named REPORT/EVENT wherever a command takes one; a colon does as well. */
import { CliError } from './errors.ts'

/** The report and the event that a name holds; ids of events have neither slash nor colon, so the last one parts the two. Throws CliError option-value. */
export function eventNamed(name: string): { readonly document: string; readonly event: string } {
  const at = Math.max(name.lastIndexOf('/'), name.lastIndexOf(':'))
  if (at <= 0 || at === name.length - 1) throw new CliError('option-value', `${JSON.stringify(name)} names no event. Name one as REPORT/EVENT.`)
  return { document: name.slice(0, at), event: name.slice(at + 1) }
}
