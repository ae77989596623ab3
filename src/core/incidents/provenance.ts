/** Where a report's words come from: its text's signature and the agency it credits. */
import { fold } from './bag.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { signatureOf, type Signature } from './signature.ts'

/** What is kept of a text to judge whether two reports are independent. */
export interface Provenance { readonly signature: Signature | null; readonly agency: string | null }

/** Characters at the start and the end of a report where it names its agency. */
const HEAD = 400, TAIL = 240

/** Ways a report credits an agency: "(Reuters)", "/TASS/", "AP -", "Source: AFP", "with AFP", or the name on a line of its own. */
const CREDITS = [/\(([^()]{2,40})\)/g, /\/([^/\n]{2,30})\//g, /(?:^|\n)\s*([\p{L} .-]{2,40}?)\s*(?:[-–—]{1,2}\s|\n|$)/gu, /\b(?:source|by|with|from|agency|via)[: ]\s*([\p{L}-]{2,30}(?: [\p{L}-]{2,20}){0,2})/giu]

/** The agency a text credits at its start or its end, by its id in data/agencies.tsv; null for none. */
export function agencyOf(text: string, { agencies }: IncidentLexicon): string | null {
  for (const part of [text.slice(0, HEAD), text.slice(-TAIL)]) for (const credit of CREDITS) for (const match of part.matchAll(credit)) {
    for (const name of namesIn(match[1] ?? '')) { const id = agencies.get(name); if (id !== undefined) return id }
  }
  return null
}

/** A credit as written and each part of one that names several ("AP/AFP", "Reuters and AFP"). */
const namesIn = (credit: string): readonly string[] => [credit, ...credit.split(/\/|,| and | & /), credit.split(' ')[0] ?? ''].map(c => c.trim().toLowerCase())

/** Signature and agency of a text. */
export const provenanceOf = (text: string, lexicon: IncidentLexicon): Provenance => ({ signature: signatureOf(text), agency: agencyOf(text, lexicon) })

/** The agency that a publisher is itself, or null. */
export const agencyNamed = (publisher: string | null, { agencies }: IncidentLexicon): string | null => (publisher === null ? null : agencies.get(fold(publisher).trim()) ?? null)
