/** Finds the files that ship with the package, from a checkout and from an installation alike. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = findRoot(dirname(fileURLToPath(import.meta.url)))

/** The nearest folder above that holds package.json. */
function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder
}

/** Path of a file of the package. */
export const packageFile = (...path: readonly string[]): string => join(root, ...path)
