/** Help, made from the declarations of the commands. */
import type { Command } from './command.ts'
import { EXIT_MEANING } from './errors.ts'
import { optionUsage } from './options.ts'
import { piece, wrap } from './style.ts'
import { pad, widthOf } from './width.ts'

const WIDTH = 88

/** Help for everything. */
export function overview(commands: readonly Command[]): string {
  return [
    'Casus reads news reports of armed conflict and political violence and writes down what',
    'they say happened, each field with the words it rests on.', '',
    'Usage: casus COMMAND [ARGUMENTS]', '', 'Commands:',
    ...rows([...commands.map(c => [c.name, c.summary] as const), ['help', 'Explain a command: casus help code']]), '',
    'Start here:', ...rows([['casus code examples', 'code the bundled reports and read the table'], ['casus explain examples/FILE e1', 'see which rules made an event'], ['casus doctor', 'check the installation']]), '',
    'Exit status:', ...rows(Object.entries(EXIT_MEANING)), '',
    'Options: -h, --help and --version.', '',
  ].join('\n')
}

/** Help for one command. */
export function commandHelp(command: Command): string {
  const options = command.options.map(o => [optionUsage(o), o.help] as const)
  return [
    `${command.summary}.`, '', ...command.usage.split('\n').map((usage, i) => `${i === 0 ? 'Usage:' : '      '} casus ${command.name} ${usage}`), '',
    ...command.about.flatMap(paragraph => [...fold(paragraph, WIDTH), '']),
    'Options:', ...rows(options), '', 'Examples:', ...command.examples.flatMap(e => [`  # ${e.does}`, `  ${e.line}`]), '',
  ].join('\n')
}

const fold = (text: string, width: number): readonly string[] => wrap([piece(text)], width).map(line => line.map(p => p.text).join('').trimEnd())

/** Two columns; a long left one stands on its own line. */
function rows(pairs: readonly (readonly [string, string])[]): readonly string[] {
  const left = Math.min(26, Math.max(...pairs.map(([name]) => widthOf(name))))
  return pairs.flatMap(([name, text]) => {
    const folded = fold(text, WIDTH - left - 4)
    const lines = folded.map((line, i) => `  ${pad(i === 0 && widthOf(name) <= left ? name : '', left)}  ${line}`)
    return widthOf(name) <= left ? lines : [`  ${name}`, ...lines]
  })
}
