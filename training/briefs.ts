/**
 * Writes the coded briefs of training/briefs as coded reports, one file each, for the gold board and the programs that read such folders.
 *
 *     node training/briefs.ts FOLDER [SET...]
 *     npm run score -- --only gold --gold FOLDER
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Fields = Readonly<Record<string, unknown>>
interface Brief { readonly id: string; readonly published: string; readonly text: string; readonly events: readonly Fields[] }

const [folder, ...sets] = process.argv.slice(2), from = join(import.meta.dirname, 'briefs')
if (folder === undefined) throw new Error('Name the folder to write to: node training/briefs.ts FOLDER [SET...]')
mkdirSync(folder, { recursive: true })

const list = (value: unknown): readonly unknown[] => Array.isArray(value) ? value : []
const party = (value: unknown): Fields => ({ aliases: [], country: null, sector: 'UNK', ...typeof value === 'string' ? { name: value } : value as Fields })
const answered = (value: unknown): Fields => typeof value === 'string' ? { event: value, kind: 'response', quote: '' } : value as Fields

/** An event with all fields of the codebook; what a brief leaves out is empty. */
const whole = (event: Fields, index: number): Fields => ({
  mode: null, status: 'occurred', reciprocal: false, date: null, killed: null, injured: null, weapons: [], count: null, claims: [], ...event, id: `e${index + 1}`,
  actors: list(event['actors']).map(party), recipients: list(event['recipients']).map(party), because_of: list(event['because_of']).map(answered),
  place: event['place'] ? { aliases: [], precision: 'town', country: null, lat: null, lon: null, ...event['place'] as Fields } : null,
})

let written = 0
for (const name of readdirSync(from).filter(file => file.endsWith('.jsonl') && (sets.length === 0 || sets.includes(file.replace('.jsonl', ''))))) {
  for (const line of readFileSync(join(from, name), 'utf8').split('\n').filter(l => l !== '')) {
    const { id, published, text, events } = JSON.parse(line) as Brief
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ id, url: `casus:brief/${id}`, publisher: null, title: null, published, text, incident_links: [], events: events.map(whole), annotator: 'brief', notes: '' }))
    written++
  }
}
process.stdout.write(`${written} briefs written to ${folder}\n`)
