/** The cause layer: which event answered, avenged or caused which. Order in time alone ("after") makes no link. */
import type { EventLayer } from '../events/find.ts'
import { lemmaAt, matchWords, type Reading } from '../events/reading.ts'
import { spanOf, VERBAL_TYPES, type BecauseOf, type Span } from '../model/index.ts'
import type { CauseLexicon } from './lexicon.ts'
import { FAR, type Telling } from './telling.ts'
import { pairOf, type Cue, type Pair } from './pairs.ts'
import { relativePairs } from './relative.ts'

export { CAUSAL, causality } from './causality.ts'
export { causalSpans } from './spans.ts'
export { buildCauseLexicon, type CauseLexicon } from './lexicon.ts'

/** Links by the id of the later event, and the events that another was done for: what is avenged or answered has happened, however its words stand. */
export interface CauseLayer {
  readonly links: ReadonlyMap<string, readonly BecauseOf[]>
  readonly happened: ReadonlySet<string>
  readonly trail: readonly { readonly event: string; readonly field: string; readonly rule: string; readonly span: Span | null }[]
}

/** "Freed the captives in return for two of its own": who gives or lets go avenges nothing. */
const GIVES: ReadonlySet<string> = new Set(['AID', 'RETREAT'])

const WHO: Cue['cue'] = { words: ['who'], kind: 'response', needs: '', phrase: 'who' }

/** Finds the links of a report. */
export function findCauses(layer: EventLayer, lexicon: CauseLexicon): CauseLayer {
  const r = layer.reading, tellings = tellingsOf(layer), links = new Map<string, BecauseOf[]>(), happened = new Set<string>(), trail: CauseLayer['trail'][number][] = []
  for (const hit of [...told(r, tellings, lexicon), ...relativePairs(r, tellings).map(({ pair, first, last }) => ({ found: { cue: WHO, first, last }, pair }))]) {
    const { found, pair: [effect, cause] } = hit, list = links.get(effect.event.id) ?? []
    if (effect === cause || found.cue.kind === 'retaliation' && GIVES.has(effect.event.type) || list.some(l => l.event === cause.event.id) || links.get(cause.event.id)?.some(l => l.event === effect.event.id)) continue
    const evidence = clauseAround(r, found)
    links.set(effect.event.id, [...list, { event: cause.event.id, kind: found.cue.kind, evidence }])
    trail.push({ event: effect.event.id, field: 'becauseOf', rule: `cause:${found.cue.phrase.replaceAll(' ', '-')}`, span: evidence })
    if (cause.event.status === 'hypothetical' && (effect.event.status === 'occurred' || effect.event.status === 'ongoing')) {
      happened.add(cause.event.id)
      trail.push({ event: cause.event.id, field: 'status', rule: 'status:answered', span: evidence })
    }
  }
  return { links, happened, trail }
}

const tellingsOf = (layer: EventLayer): readonly Telling[] => layer.events.filter(f => !VERBAL_TYPES.has(f.event.type))
  .flatMap(found => found.accounts.flatMap(a => a.triggers.map((t): Telling => ({ token: t.token, sentence: a.sentence, found })))).sort((a, b) => a.token - b.token)

interface Hit { readonly found: Cue; readonly pair: Pair }

/** What the phrases of the table tie, the longest at each place first; a phrase that ties nothing hides none within it. */
function told(r: Reading, tellings: readonly Telling[], lexicon: CauseLexicon): readonly Hit[] {
  const out: Hit[] = []
  for (let i = 0; i < r.text.tokens.length; i++) {
    const cues = cuesAt(r, i, lexicon), near = cues.length > 0 ? around(tellings, r.text.tokens[i]!.sentence) : []
    const hit = cues.map(found => ({ found, pair: pairOf(r, near, found, lexicon) })).find((x): x is Hit => x.pair !== null)
    if (hit === undefined) continue
    out.push(hit)
    i = hit.found.last - 1
  }
  return out
}

/** Tellings of the sentences around one, so that a long text takes time in proportion to its length; they are in text order. */
function around(tellings: readonly Telling[], sentence: number): readonly Telling[] {
  const from = (least: number): number => { let low = 0, high = tellings.length; while (low < high) { const middle = (low + high) >> 1; if (tellings[middle]!.sentence < least) low = middle + 1; else high = middle } return low }
  return tellings.slice(from(sentence - FAR), from(sentence + FAR + 1))
}

const cuesAt = (r: Reading, i: number, { cues }: CauseLexicon): readonly Cue[] => [...new Set([lemmaAt(r, i), r.text.tokens[i]!.norm.toLowerCase()])]
  .flatMap(key => (cues.get(key) ?? []).map((cue): Cue => ({ cue, first: i, last: matchWords(r, cue.words, i) }))).filter(x => x.last > 0).toSorted((a, b) => b.cue.words.length - a.cue.words.length)

/** The cue with the words after it, up to the next comma or stop. */
function clauseAround(r: Reading, { first, last }: Cue): Span {
  const sentence = r.text.sentences[r.text.tokens[first]!.sentence]!
  let end = last
  while (end < sentence.last && end < last + 14 && !/^[,;:.!?"”]$/.test(r.text.tokens[end]!.form)) end++
  return spanOf(r.text.text, { start: r.text.tokens[first]!.start, end: r.text.tokens[end - 1]!.end })
}
