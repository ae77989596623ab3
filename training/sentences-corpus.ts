/** Reads UD treebanks as raw paragraphs with the tokens and sentences they should be cut into. */
import { readFileSync } from 'node:fs'

/** A paragraph of running text; tokens and sentences as [start, end) in it. */
export interface GoldParagraph {
  readonly text: string
  readonly tokens: readonly (readonly [number, number])[]
  readonly sentences: readonly (readonly [number, number])[]
  readonly genre: string
}

interface Growing { text: string; tokens: [number, number][]; sentences: [number, number][]; genre: string; glue: boolean }

/** Paragraphs of a CoNLL-U file: `# newpar` and `# newdoc` part them, SpaceAfter=No glues tokens. */
export function readParagraphs(path: string): readonly GoldParagraph[] {
  const out: Growing[] = []
  let current: Growing = fresh('')
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const lines = block.split('\n')
    if (lines.some(line => /^# new(?:par|doc)\b/.test(line)) || current.text === '') {
      if (current.text !== '') out.push(current)
      const doc = lines.find(line => line.startsWith('# newdoc id'))
      current = fresh(doc === undefined ? current.genre : doc.replace(/.*= (?:GUM_)?([a-z]+)[-_].*/, '$1'))
    }
    addSentence(current, lines)
  }
  if (current.text !== '') out.push(current)
  return out
}

const fresh = (genre: string): Growing => ({ text: '', tokens: [], sentences: [], genre, glue: true })

function addSentence(paragraph: Growing, lines: readonly string[]): void {
  let first = -1, word = { until: -1, at: 0 }
  for (const line of lines) {
    const cells = line.split('\t'), [id = '', form = ''] = cells
    if (!/^\d+(?:-\d+)?$/.test(id)) continue
    const [from = 0, to = 0] = id.split('-').map(Number)
    if (id.includes('-')) {
      const start = append(paragraph, form, cells[9] ?? '')
      word = { until: to, at: start }
      first = first < 0 ? start : first
    } else if (from <= word.until) {
      const at = paragraph.text.toLowerCase().indexOf(form.toLowerCase(), word.at)
      const start = at < 0 ? word.at : at
      paragraph.tokens.push([start, start + form.length])
      word = { until: word.until, at: start + form.length }
    } else {
      const start = append(paragraph, form, cells[9] ?? '')
      paragraph.tokens.push([start, start + form.length])
      first = first < 0 ? start : first
    }
  }
  const last = paragraph.tokens[paragraph.tokens.length - 1]
  if (first >= 0 && last !== undefined) paragraph.sentences.push([first, last[1]])
}

function append(paragraph: Growing, form: string, misc: string): number {
  if (!paragraph.glue) paragraph.text += ' '
  const start = paragraph.text.length
  paragraph.text += form
  paragraph.glue = misc.includes('SpaceAfter=No')
  return start
}
