/** Loads the library when a command needs it, so that help is quick, and tells a damaged installation from a bug. */
import type { analyse, analyseWithTrail, decidePair, readIncidents } from '../index.ts'
import type { loadIncidentLexicon, loadKnowledge } from '../resources/load.ts'
import { CliError, messageOf } from './errors.ts'

export interface Library { readonly analyse: typeof analyse; readonly analyseWithTrail: typeof analyseWithTrail }
export interface IncidentLibrary { readonly readIncidents: typeof readIncidents; readonly decidePair: typeof decidePair }

/** The library with its tables and models read. Throws CliError resource-damaged. */
export const loadLibrary = (): Promise<Library> => load(resources => resources.loadKnowledge())

/** The library with what incidents need read, which is no model. Throws CliError resource-damaged. */
export const loadIncidents = (): Promise<IncidentLibrary> => load(resources => resources.loadIncidentLexicon())

interface Resources { readonly loadKnowledge: typeof loadKnowledge; readonly loadIncidentLexicon: typeof loadIncidentLexicon }

async function load(read: (resources: Resources) => unknown): Promise<Library & IncidentLibrary> {
  try {
    const [library, resources] = await Promise.all([import('../index.ts'), import('../resources/load.ts')])
    read(resources)
    return library
  } catch (cause) {
    throw new CliError('resource-damaged', `A table or a model of Casus cannot be read: ${messageOf(cause)}`, { cause })
  }
}
