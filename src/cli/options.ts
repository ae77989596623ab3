/** Options declared once: the parser, the help and the documentation are made from these tables. */
import { parseArgs } from 'node:util'
import { CliError } from './errors.ts'
import { nearest } from '../core/lexicon/nearest.ts'

export interface Option {
  readonly name: string
  readonly short?: string
  /** Placeholder of the value; absent for a switch. */
  readonly value?: string
  readonly choices?: readonly string[]
  readonly help: string
  /** Says what is wrong with a value, or null. */
  readonly check?: (value: string) => string | null
}

/** What was given: texts of options, switches that were set, and the arguments. */
export interface Invocation {
  readonly text: (name: string) => string | null
  /** Every value of an option that may be given more than once. */
  readonly texts: (name: string) => readonly string[]
  readonly on: (name: string) => boolean
  readonly args: readonly string[]
}

/** Reads arguments by a table of options. Throws CliError option-unknown or option-value. */
export function readArguments(argv: readonly string[], options: readonly Option[]): Invocation {
  const config = Object.fromEntries(options.map(o => [o.name, { type: o.value === undefined ? 'boolean' as const : 'string' as const, ...(o.short === undefined ? {} : { short: o.short }) }]))
  const { tokens } = parseArgs({ args: [...argv], options: config, strict: false, allowPositionals: true, tokens: true })
  const texts = new Map<string, string[]>(), on = new Set<string>(), args: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value)
    if (token.kind !== 'option') continue
    const option = options.find(o => o.name === token.name)
    if (option === undefined) throw unknownOption(token.rawName, options)
    if (option.value === undefined) on.add(readSwitch(option, token.value))
    else texts.set(option.name, [...(texts.get(option.name) ?? []), readValue(option, token.value)])
  }
  return { text: name => texts.get(name)?.at(-1) ?? null, texts: name => texts.get(name) ?? [], on: name => on.has(name), args }
}

function unknownOption(given: string, options: readonly Option[]): CliError {
  const near = nearest(given.replace(/^-+/, ''), options.map(o => o.name))
  return new CliError('option-unknown', `There is no option ${given}.${near === null ? '' : ` Did you mean --${near}?`}`)
}

function readSwitch(option: Option, value: string | undefined): string {
  if (value !== undefined) throw new CliError('option-value', `--${option.name} takes no value.`)
  return option.name
}

function readValue(option: Option, value: string | undefined): string {
  if (value === undefined) throw new CliError('option-value', `--${option.name} needs a value: --${option.name} ${option.value!}.`)
  if (option.choices !== undefined && !option.choices.includes(value)) throw new CliError('option-value', `--${option.name} is one of ${option.choices.join(', ')}, not ${JSON.stringify(value)}.`)
  const wrong = option.check?.(value) ?? null
  if (wrong !== null) throw new CliError('option-value', `--${option.name}: ${wrong}`)
  return value
}

/** Left column of an option in the help: "--format table|ndjson|json". */
export const optionUsage = (o: Option): string => `${o.short === undefined ? '' : `-${o.short}, `}--${o.name}${o.value === undefined ? '' : ` ${o.choices?.join('|') ?? o.value}`}`
