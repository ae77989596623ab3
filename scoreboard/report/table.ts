/** The one table of the terminal, and the mistakes of a board. */
import { peersOn, type Board, type Metric, type Mistake, type Peer } from '../board.ts'
import type { Reading } from '../measure.ts'

export const HEAD = row('corpus', 'split', 'metric', 'ours', '95 % interval', 'seconds', 'sent/s', 'peers')

function row(...[corpus = '', split = '', metric = '', ours = '', interval = '', seconds = '', speed = '', peers = '']: readonly string[]): string {
  return `${corpus.padEnd(22)} ${split.padEnd(10)} ${metric.padEnd(30)} ${ours.padStart(7)} ${interval.padStart(15)} ${seconds.padStart(8)} ${speed.padStart(7)}  ${peers}`.trimEnd()
}

/** A figure as it is printed: one decimal. */
export const shown = (value: number): string => value.toFixed(1)

export const peerText = ({ name, value, on }: Peer): string => `${name} ${value}${on === '' ? '' : ` (${on})`}`

/** The rows of a reading; time and speed stand in the first. */
export function readingRows(reading: Reading, board: Board): readonly string[] {
  const part = board.parts.find(p => p.name === reading.part), where = part?.split === reading.part ? reading.part : `${part?.split ?? ''} ${reading.part}`.trim()
  const speed = reading.seconds > 0 ? (reading.sentences / reading.seconds).toFixed(0) : ''
  const crashes = reading.crashes === 0 ? [] : [`  ${reading.crashes} of ${reading.documents} documents made the engine throw; they count as no output`]
  return [...reading.figures.map((f, i) => {
    const metric = board.metrics.find((m): m is Metric => m.name === f.metric)!
    const first = i === 0
    return row(first ? board.name : '', first ? where : '', f.metric + (metric.unit === 'km' ? ' (km)' : ''), shown(f.value), `${shown(f.low)}–${shown(f.high)}`, first ? reading.seconds.toFixed(1) : '', first ? speed : '', peersOn(metric.peers, reading.part).map(peerText).join('; '))
  }), ...crashes]
}

/** Up to `most` mistakes of a reading, each with the words and the rules behind it. */
export const mistakeLines = (mistakes: readonly Mistake[], most: number): readonly string[] => mistakes.slice(0, most).flatMap(m => [
  '', `${m.kind.toUpperCase()}  ${m.document}`, `  text      ${flat(m.text)}`, `  expected  ${flat(m.expected)}`, `  got       ${flat(m.got)}`, ...m.trail.map(step => `  because   ${flat(step)}`),
])

// Corpora are hostile text: no control characters reach the terminal.
const flat = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').slice(0, 600)
