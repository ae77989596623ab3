/** Reads ECB+: documents with their tokens, the sentences that were annotated, and the clusters of event mentions. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { gunzipSync } from 'fflate'
import { parseTar } from 'nanotar'
import { parseXml, type Xml } from './xml.ts'

/** Token ids as in the file; `sentence` numbers as in the file too. */
export interface EcbToken { readonly id: string; readonly sentence: number; readonly form: string }

/** An event mention: indices of its tokens in the document, in text order. */
export interface EcbMention { readonly tokens: readonly number[]; readonly sentence: number; readonly negated: boolean; readonly cluster: string }

export interface EcbDocument {
  /** "3_1ecb". */
  readonly id: string
  readonly topic: string
  readonly tokens: readonly EcbToken[]
  readonly mentions: readonly EcbMention[]
  /** Sentences that annotators read whole, or null where the corpus does not say. */
  readonly sentences: ReadonlySet<number> | null
}

const EVENT = /^(?:NEG_)?ACTION_/

/** One file. Mentions that no relation joins to others are clusters of their own. */
export function readEcbDocument(source: string, name: string, sentences: ReadonlySet<number> | null = null): EcbDocument {
  const root = parseXml(source), id = basename(name, '.xml'), topic = id.split('_')[0]!
  const tokens = root.all('token').map((t): EcbToken => ({ id: t.attribute('t_id') ?? '', sentence: Number(t.attribute('sentence')), form: t.text }))
  const at = new Map(tokens.map((t, i) => [t.id, i])), clusterOf = clustersOf(root, id)
  const mentions = (root.all('Markables')[0]?.children ?? []).filter(m => EVENT.test(m.tag)).flatMap((m): readonly EcbMention[] => {
    const own = m.all('token_anchor').map(a => at.get(a.attribute('t_id') ?? '') ?? -1).filter(i => i >= 0).sort((a, b) => a - b)
    const sentence = tokens[own[0] ?? -1]?.sentence
    return sentence === undefined || (sentences !== null && !sentences.has(sentence)) ? [] : [{ tokens: own, sentence, negated: m.tag.startsWith('NEG_'), cluster: clusterOf.get(m.attribute('m_id') ?? '') ?? `${id} ${own.join(' ')}` }]
  })
  return { id, topic, tokens, mentions, sentences }
}

/** From a mention's id to its cluster's. */
function clustersOf(root: Xml, document: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  for (const relation of root.all('Relations')[0]?.children ?? []) {
    const across = relation.tag === 'CROSS_DOC_COREF' ? relation.attribute('note') : null
    for (const end of relation.all('source')) out.set(end.attribute('m_id') ?? '', across ?? `${document} r${relation.attribute('r_id') ?? ''}`)
  }
  return out
}

/** The annotated sentences of each document, by id, of the corpus' own list. */
export function readSentenceList(csv: string): ReadonlyMap<string, ReadonlySet<number>> {
  const out = new Map<string, Set<number>>()
  for (const row of parse(csv, { columns: true, bom: true }) as readonly Record<string, string>[]) {
    const id = `${row['Topic'] ?? ''}_${row['File'] ?? ''}`
    out.set(id, (out.get(id) ?? new Set()).add(Number(row['Sentence Number'])))
  }
  return out
}

const LIST = 'ECBplus_coreference_sentences.csv'

/** Documents of the archive, or of files in `topics/N/`; a document that the list does not name has no annotated sentence. */
export function readEcb(paths: readonly string[]): readonly EcbDocument[] {
  const files = paths.filter(path => path.endsWith('.xml'))
  const sources = files.length > 0 ? fromFiles(files) : fromArchive(paths[0]!)
  const list = sources.list === null ? null : readSentenceList(sources.list)
  return sources.documents.map(({ name, text }) => readEcbDocument(text, name, list === null ? null : list.get(basename(name, '.xml')) ?? new Set()))
}

interface Sources { readonly list: string | null; readonly documents: readonly { readonly name: string; readonly text: string }[] }

function fromFiles(files: readonly string[]): Sources {
  const list = join(dirname(files[0]!), '..', '..', LIST), beside = join(dirname(files[0]!), '..', LIST)
  return { list: [list, beside].filter(existsSync).map(path => readFileSync(path, 'utf8'))[0] ?? null, documents: files.map(name => ({ name, text: readFileSync(name, 'utf8') })) }
}

function fromArchive(archive: string): Sources {
  const entries = parseTar(gunzipSync(readFileSync(archive)))
  return { list: entries.find(e => e.name.endsWith(LIST))?.text ?? null, documents: entries.filter(e => /topics\/\d+\/[^/]+\.xml$/.test(e.name)) }
}
