/** The version of Casus. */
import { readFileSync } from 'node:fs'
import { packageFile } from './package.ts'

/** The version in package.json. */
export const version = (): string => (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { readonly version: string }).version
