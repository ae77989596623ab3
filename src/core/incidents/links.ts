/** Links between incidents: what answered, avenged or caused what, with the words that say so. */
import type { EventRef, IncidentLink, LinkKind, Span } from '../model/index.ts'
import type { Group } from './incident-index.ts'
import { byText, keyOfRef } from './profile.ts'
import type { Surroundings } from './surroundings.ts'
import type { Member } from './testimony.ts'

interface Said { readonly to: EventRef; readonly kind: LinkKind; readonly at: EventRef; readonly span: Span }

/** The links of an incident to earlier ones, as reports tell them and people have settled them; none to itself. */
export function linksOf(group: Group, members: readonly Member[], { groupOf, settled }: Surroundings): readonly IncidentLink[] {
  const own = new Set(group.members.map(keyOfRef)), decided = settled.links.filter(l => own.has(keyOfRef(l.from)))
  const told = members.flatMap(m => m.event.becauseOf.map((b): Said => ({ to: { document: m.ref.document, event: b.event }, kind: b.kind, at: m.ref, span: b.evidence })))
  const made = decided.filter(l => l.made).map((l): Said => ({ to: l.to, kind: l.link, at: l.from, span: l.evidence }))
  const cut = new Set(decided.filter(l => !l.made).flatMap(l => { const to = groupOf(l.to); return to === null ? [] : [`${to.id} ${l.link}`] })), out = new Map<string, IncidentLink>()
  for (const s of [...told, ...made]) {
    const to = groupOf(s.to), key = `${to?.id} ${s.kind}`
    if (to === null || to.id === group.id || cut.has(key)) continue
    out.set(key, { incident: to.id, kind: s.kind, evidence: [...out.get(key)?.evidence ?? [], { ...s.at, span: s.span }] })
  }
  return [...out.values()].sort((a, b) => byText(a.incident, b.incident) || byText(a.kind, b.kind))
}
