/** The commands in the order the help lists them. */
import { token, user } from './access.ts'
import { backup, restore } from './backup.ts'
import { code } from './code.ts'
import type { Command } from './command.ts'
import { DECISION_COMMANDS } from './decide.ts'
import { deleteCommand } from './delete.ts'
import { doctor } from './doctor.ts'
import { explain } from './explain.ts'
import { exportCommand, importCommand } from './export.ts'
import { gazetteer } from './gazetteer.ts'
import { incidents } from './incidents.ts'
import { ingest } from './ingest.ts'
import { init } from './init.ts'
import { serve } from './serve.ts'
import { watch } from './watch.ts'
import { work } from './work.ts'

export const COMMANDS: readonly Command[] = [code, incidents, explain, init, ingest, watch, work, exportCommand, importCommand, backup, restore, deleteCommand, ...DECISION_COMMANDS, serve, user, token, gazetteer, doctor]
