/** The commands in the order the help lists them. */
import { code } from './code.ts'
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { explain } from './explain.ts'
import { gazetteer } from './gazetteer.ts'
import { incidents } from './incidents.ts'

export const COMMANDS: readonly Command[] = [code, incidents, explain, gazetteer, doctor]
