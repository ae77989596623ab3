/** Reads MUC-4's official template files, keys and responses alike, and its message files. */

/** The scored slots by number, 2 to 24. */
export const SLOT_NAMES = [
  'MESSAGE: ID', 'MESSAGE: TEMPLATE', 'INCIDENT: DATE', 'INCIDENT: LOCATION', 'INCIDENT: TYPE', 'INCIDENT: STAGE OF EXECUTION', 'INCIDENT: INSTRUMENT ID', 'INCIDENT: INSTRUMENT TYPE',
  'PERP: INCIDENT CATEGORY', 'PERP: INDIVIDUAL ID', 'PERP: ORGANIZATION ID', 'PERP: ORGANIZATION CONFIDENCE', 'PHYS TGT: ID', 'PHYS TGT: TYPE', 'PHYS TGT: NUMBER', 'PHYS TGT: FOREIGN NATION',
  'PHYS TGT: EFFECT OF INCIDENT', 'PHYS TGT: TOTAL NUMBER', 'HUM TGT: NAME', 'HUM TGT: DESCRIPTION', 'HUM TGT: TYPE', 'HUM TGT: NUMBER', 'HUM TGT: FOREIGN NATION', 'HUM TGT: EFFECT OF INCIDENT', 'HUM TGT: TOTAL NUMBER',
] as const

/** One filler: values of which any will do, and likewise the strings of its cross-reference. Quotation marks and their escapes are taken off. */
export interface Fill { readonly values: readonly string[]; readonly tags: readonly string[]; readonly optional: boolean }

/** `slots[n]` holds the fillers of slot n; empty where the slot is null or does not apply. */
export interface OfficialTemplate { readonly message: string; readonly optional: boolean; readonly slots: readonly (readonly Fill[])[] }

const LOCATION = 3, DATE = 2

/** Templates by message, with an empty list for a message that is irrelevant. Comments (";") are skipped. */
export function readTemplates(text: string): ReadonlyMap<string, readonly OfficialTemplate[]> {
  const messages = new Map<string, OfficialTemplate[]>()
  let lines: string[][] | null = null
  const close = (): void => { if (lines !== null) add(messages, lines) }
  let slot = -1
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith(';') || line.trim() === '') continue
    const head = /^\s*(\d{1,2})\.\s+(.*)$/.exec(line), number = Number(head?.[1]), name = SLOT_NAMES[number]
    if (head !== null && name !== undefined && head[2]!.startsWith(name)) {
      if (number === 0) { close(); lines = SLOT_NAMES.map(() => []) }
      slot = number
      lines?.[slot]?.push(head[2]!.slice(name.length).trim())
    } else if (lines !== null && slot >= 0) carryOn(lines[slot]!, line.trim())
  }
  close()
  return messages
}

/** A line below: another filler, or more alternatives of the one above. */
function carryOn(lines: string[], line: string): void {
  const before = lines.at(-1)
  if (before !== undefined && (line.startsWith('/') || before.endsWith('/') || before.endsWith(':'))) lines[lines.length - 1] = `${before} ${line}`
  else lines.push(line)
}

function add(messages: Map<string, OfficialTemplate[]>, lines: readonly (readonly string[])[]): void {
  const message = (lines[0]![0] ?? '').replace(/\s*\(.*$/, ''), number = lines[1]![0] ?? '*', known = messages.get(message) ?? []
  messages.set(message, known)
  if (number === '*' || number === '-') return
  known.push({ message, optional: number.includes('OPTIONAL'), slots: lines.map((values, slot) => slot < 2 ? [] : values.flatMap(value => fillOf(value, slot))) })
}

function fillOf(given: string, slot: number): readonly Fill[] {
  const optional = given.startsWith('?'), text = given.replace(/^\?\s*/, '')
  if (text === '' || text === '-' || text === '*') return []
  const values: string[] = [], tags: string[] = []
  let afterColon = false
  for (const piece of split(text, '/')) {
    const whole = unwrap(piece), parts = slot === LOCATION || slot === DATE ? [whole] : split(whole, ':')
    if (parts.length === 1) { (afterColon && whole.startsWith('"') ? tags : values).push(plain(whole)); continue }
    afterColon = true
    values.push(...split(unwrap(parts[0]!), '/').map(plain))
    tags.push(...parts.slice(1).map(plain))
  }
  return [{ values: values.filter(v => v !== '' && v !== '-'), tags, optional }].filter(fill => fill.values.length > 0)
}

/** Splits at a sign that stands outside quotation marks and brackets. */
function split(text: string, sign: string): readonly string[] {
  const parts: string[] = []
  let depth = 0, quoted = false, start = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"' && text[i - 1] !== '\\') quoted = !quoted
    else if (quoted) continue
    else if (text[i] === '(') depth++
    else if (text[i] === ')') depth--
    else if (text[i] === sign && depth === 0) { parts.push(text.slice(start, i).trim()); start = i + 1 }
  }
  return [...parts, text.slice(start).trim()].filter(part => part !== '')
}

// "(A (CITY))" loses its outer brackets, "A (CITY)" keeps its own.
const unwrap = (text: string): string => text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).trim() : text
const plain = (text: string): string => (text.startsWith('"') ? text.slice(1).replace(/"$/, '') : text).replaceAll('\\"', '"').replace(/\s+/g, ' ').trim()

export interface Message { readonly id: string; readonly text: string; /** YYYY-MM-DD of the header, or null. */ readonly date: string | null }

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const

/** Messages of a text file, each under a line with its id. */
export function readMessages(text: string): readonly Message[] {
  const parts = text.split(/^((?:TST\d|DEV)-MUC\d-\d{4})\b.*$/m)
  return Array.from({ length: (parts.length - 1) / 2 }, (_, i) => {
    const body = parts[2 * i + 2]!.trim(), found = /\b(\d{1,2}) (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* (\d{2})\b/.exec(body.slice(0, 300))
    return { id: parts[2 * i + 1]!, text: body, date: found === null ? null : `19${found[3]!}-${String(MONTHS.indexOf(found[2] as 'JAN') + 1).padStart(2, '0')}-${found[1]!.padStart(2, '0')}` }
  })
}

/** MUC-4's form of a day: "05 FEB 90". */
export const officialDay = (iso: string): string => `${iso.slice(8, 10)} ${MONTHS[Number(iso.slice(5, 7)) - 1] ?? ''} ${iso.slice(2, 4)}`

/** The day of MUC-4's form, as a number that sorts, or null. */
export function dayNumber(text: string): number | null {
  const found = /^(\d{1,2}) ([A-Z]{3}) (\d{2})$/.exec(text.trim()), month = MONTHS.indexOf(found?.[2] as 'JAN')
  return found === null || month < 0 ? null : Date.UTC(1900 + Number(found[3]), month, Number(found[1])) / 86_400_000
}
