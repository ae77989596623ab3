/**
 * Learns the weights by which mentions in several articles are taken for one event, from ECB+ (annotation CC BY 3.0).
 * Logistic regression with a ridge penalty; the figures printed are of cross-validation over topics. Only weights are written, no text.
 *
 *     node training/mention-weights.ts ECBPLUS_ARCHIVE [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { textOfTokens } from '../scoreboard/corpora/ecbplus.ts'
import { readEcb } from '../scoreboard/corpora/ecbplus-read.ts'
import { corefFigures, countCoref } from '../scoreboard/metrics/coref.ts'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { clusterMentions, mentionFeatures, mentionField, scoreMentions, type MentionField } from '../src/core/incidents/mention-coref.ts'
import { loadIncidentLexicon, loadKnowledge } from '../src/resources/load.ts'

const FOLDS = 5, RIDGE = Number(process.env['RIDGE'] ?? 4), STEPS = 300, RATE = 0.5
const knowledge = loadKnowledge(), words = loadIncidentLexicon()

interface Topic { readonly name: string; readonly field: MentionField; readonly gold: readonly string[] }

const topics = [...Map.groupBy(readEcb([process.argv[2] ?? '']).filter(d => d.mentions.length > 0), d => d.topic)].map(([name, documents]): Topic => {
  const texts = documents.map(textOfTokens), layers = new Map(texts.map(t => [t.document.id, layersOf({ id: t.document.id, text: t.text }, knowledge).layers]))
  const mentions = texts.flatMap(t => t.document.mentions.map(m => ({ document: t.document.id, extent: { start: t.extents[m.tokens[0]!]!.start, end: t.extents[m.tokens.at(-1)!]!.end }, cluster: m.cluster })))
  return { name, field: mentionField(mentions, layers, words), gold: mentions.map(m => m.cluster) }
})

interface Case { readonly x: readonly (readonly [string, number])[]; readonly y: number }

/** All pairs of a topic, of those of two events every STRIDE-th, which counts for all of them. */
const STRIDE = 4
function casesOf({ field, gold }: Topic): readonly (Case & { readonly weight: number })[] {
  const out: (Case & { weight: number })[] = []
  for (let i = 0, n = 0; i < gold.length; i++) for (let j = 0; j < i; j++) {
    const y = Number(gold[i] === gold[j])
    if (y === 1 || n++ % STRIDE === 0) out.push({ x: mentionFeatures(field, i, j), y, weight: y === 1 ? 1 : STRIDE * NEGATIVE })
  }
  // Topics count alike, not by the square of their mentions.
  const total = out.reduce((sum, c) => sum + c.weight, 0)
  return out.map(c => ({ ...c, weight: c.weight / total * 1000 }))
}

/** Weight of a pair of two events against one of one event. */
const NEGATIVE = Number(process.env['NEGATIVE'] ?? 0.5)

function fit(cases: readonly (Case & { readonly weight: number })[]): ReadonlyMap<string, number> {
  const names = [...new Set(cases.flatMap(c => c.x.map(([f]) => f)))].sort(), at = new Map(names.map((f, i) => [f, i])), w = new Float64Array(names.length), speed = new Float64Array(names.length)
  const rows = cases.map(c => ({ ...c, x: c.x.map(([f, v]) => [at.get(f)!, v] as const) })), total = rows.reduce((sum, c) => sum + c.weight, 0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = w.map((v, i) => (names[i] === 'bias' ? 0 : -RIDGE * v))
    for (const { x, y, weight } of rows) { let z = 0; for (const [i, v] of x) z += v * w[i]!; const error = weight * (y - 1 / (1 + Math.exp(-z))); for (const [i, v] of x) gradient[i]! += error * v }
    for (let i = 0; i < w.length; i++) { speed[i] = 0.9 * speed[i]! + RATE * gradient[i]! / total * 8; w[i]! += speed[i]! }
  }
  return new Map(names.map((f, i) => [f, Math.round(w[i]! * 100) / 100]))
}

const byCluster = (labels: readonly (string | number)[], name: string): readonly (readonly string[])[] => [...Map.groupBy(labels.keys(), i => labels[i]!).values()].map(list => list.map(i => `${name} ${i}`))
function count({ field, gold, name }: Topic, weights: ReadonlyMap<string, number>, shift: number): readonly number[] {
  const clusters = clusterMentions(gold.length, (i, j) => scoreMentions(field, i, j, weights) + shift)
  return countCoref(byCluster(gold, name), clusters.map(list => list.map(i => `${name} ${i}`)))
}
const show = (title: string, units: readonly (readonly number[])[]): void => { process.stdout.write(`${title}: ${corefFigures('', units).map(m => `${m.metric} ${m.of(m.units).toFixed(1)}`).join('  ')}\n`) }

show('same lemma', topics.map(({ field, gold, name }) => countCoref(byCluster(gold, name), byCluster(field.profiles.map(p => p.lemma), name))))
const all = topics.map(casesOf), held = [...Array(FOLDS).keys()].map(fold => fit(all.filter((_, i) => i % FOLDS !== fold).flat()))
for (const shift of [-1, -0.5, 0, 0.5]) show(`cross-validated, shift ${shift}`, topics.map((t, i) => count(t, held[i % FOLDS]!, shift)))
if (process.argv.includes('--write')) {
  const weights = fit(all.flat()), path = join(import.meta.dirname, '../data/incident-weights.tsv'), kept = readFileSync(path, 'utf8').trimEnd().split('\n').filter(row => !row.startsWith('mention\t'))
  writeFileSync(path, `${[...kept, ...[...weights].map(([f, w]) => ['mention', f, String(w), '', 'training/mention-weights.ts', ''].join('\t'))].join('\n')}\n`)
}
