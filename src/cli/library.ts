/** Loads the library when a command needs it, so that help is quick, and tells a damaged installation from a bug. */
import type { analyse, analyseWithTrail } from '../index.ts'
import { CliError, messageOf } from './errors.ts'

export interface Library { readonly analyse: typeof analyse; readonly analyseWithTrail: typeof analyseWithTrail }

/** The library with its tables and models read. Throws CliError resource-damaged. */
export async function loadLibrary(): Promise<Library> {
  try {
    const [library, { loadKnowledge }] = await Promise.all([import('../index.ts'), import('../resources/load.ts')])
    loadKnowledge()
    return library
  } catch (cause) {
    throw new CliError('resource-damaged', `A table or a model of Casus cannot be read: ${messageOf(cause)}`, { cause })
  }
}
