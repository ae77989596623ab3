#!/usr/bin/env node
/** The entry of the command line: checks the version of Node and runs the command. */
const OLDEST = 24

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  process.stderr.write(`casus: Casus needs Node ${OLDEST} or newer; this is ${process.versions.node}. [node-too-old]\n`)
  process.exitCode = 3
} else {
  const [{ run }, { processTerminal }] = await Promise.all([import('./run.ts'), import('./terminal.ts')])
  process.exitCode = await run(process.argv.slice(2), processTerminal())
}
