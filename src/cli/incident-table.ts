/** Shows an incident, and the decision on a pair of events, so that a person can read them. */
import { addersOf, sentenceAt, valueText } from '../core/incidents/index.ts'
import type { FieldReading, Incident, PairDecision, Testimony } from '../index.ts'
import { clean } from './clean.ts'
import { piece } from './style.ts'
import { labelled, type Look } from './table.ts'
import { clip, pad } from './width.ts'

/** The text of a report where it is at hand. */
export type TextOf = (document: string) => string | undefined

/** The incident with its grade, members, rival values and links, ending with an empty line. */
export function incidentTable(incident: Incident, textOf: TextOf, look: Look): string {
  const rivals = incident.fields.filter(f => f.values.length > 1 || f.disputed || f.rule.startsWith('decision:')), adders = addersOf(incident)
  const rows = [
    look.paint(clip(`${incident.id}  ${clean(incident.summary)}`, look.width), 'strong'),
    ...labelled('grade', [piece(`${incident.grade}${incident.disputed ? ', disputed' : ''}: ${clean(incident.gradeWhy)}`)], look),
    ...labelled('reports', [piece(incident.members.map(m => clean(`${m.document}/${m.event}`)).join(', '))], look),
    ...adders.length === 0 ? [] : labelled('added by', [piece(clean(adders.join(', ')))], look),
    ...rivals.flatMap(field => rivalLines(field, textOf, look)),
    ...incident.links.flatMap(link => labelled('because', [piece(`${link.kind} for ${link.incident}: ${link.evidence.map(e => `“${clean(e.span.exact)}”`).join(', ')}`)], look)),
  ]
  return `${rows.join('\n')}\n\n`
}

/** Values and testimonies of one field that are shown. */
const VALUES = 5, VOICES = 4

function rivalLines(field: FieldReading, textOf: TextOf, look: Look): readonly string[] {
  const values = field.values.slice(0, VALUES).flatMap((rival, i) => labelled('', [piece(`${field.chosen === i ? '→' : '·'} ${clean(valueText(rival.value))}: ${rival.testimonies.slice(0, VOICES).map(t => voice(t, textOf)).join('; ')}`)], look))
  return [...labelled(clip(field.field, 9), [piece(clean(field.why))], look), ...field.corrected === null ? [] : labelled('', [piece(`→ ${clean(valueText(field.corrected))}`)], look), ...values]
}

/** Who says it, in which report, with the sentence where the text is at hand. */
function voice(t: Testimony, textOf: TextOf): string {
  const text = textOf(t.document), span = t.evidence[0]
  const words = span === undefined ? '' : ` “${clean(text === undefined ? span.exact : sentenceAt(text, span).exact).slice(0, 160)}”`
  return `${t.speaker === null ? '' : `${clean(t.speaker)} ${t.stance} in `}${clean(t.document)}${t.copyOf !== null && t.copyOf !== t.document ? ` (copy of ${clean(t.copyOf)})` : ''}${words}`
}

/** The reasons of a pair decision, the weightiest first. */
export function pairTable(decision: PairDecision, { width, paint }: Look): string {
  const name = (ref: PairDecision['a']): string => clean(`${ref.document}/${ref.event}`)
  const head = `${name(decision.a)} and ${name(decision.b)}: ${decision.same ? 'one occurrence' : 'two occurrences'} (score ${decision.score})`
  const rows = decision.reasons.toSorted((x, y) => Math.abs(y.weight) - Math.abs(x.weight)).map(r => clip(`${pad((r.weight > 0 ? '+' : '') + String(r.weight), 7)}${clean(r.says)}`, width))
  return `${[paint(head, 'strong'), ...rows].join('\n')}\n`
}
