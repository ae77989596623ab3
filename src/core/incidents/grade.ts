/** How well claims bear an incident out, after Airwars' grading of civilian harm (airwars.org, methodology): confirmed, fair, weak, contested. */
import type { FieldReading, Grade } from '../model/index.ts'
import { fold } from './bag.ts'
import { voiceOfSpeaker, type Member } from './testimony.ts'
import type { Voices } from './independence.ts'

export interface Graded { readonly grade: Grade; readonly why: string }

/**
 * Contested where the act is denied or different sides are accused; confirmed where one that did it says so; fair with
 * two voices or more; weak otherwise. Airwars grades by the same four cases.
 */
export function gradeOf(fields: readonly FieldReading[], independent: number): Graded {
  const actors = fields.find(f => f.field === 'actors'), occurrence = fields.find(f => f.field === 'occurrence')
  const disputed = [occurrence, actors].find(f => f?.disputed)
  if (disputed !== undefined) return { grade: 'contested', why: disputed.field === 'actors' ? 'Those accused deny it, or different sides are accused.' : 'Somebody denies that it happened.' }
  const owner = actors?.values.flatMap(v => v.testimonies).find(t => t.stance === 'claims-responsibility')
  if (owner !== undefined) return { grade: 'confirmed', why: `${begun(owner.speaker ?? 'one of its actors')} says that it did it.` }
  return independent > 1 ? { grade: 'fair', why: `${independent} independent voices tell of it, and nobody denies it.` } : { grade: 'weak', why: 'A single voice tells of it.' }
}

/** As a sentence begins. */
const begun = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Voices that vouch for the incident: reports that do not copy one another, or the speakers whom they name, whichever are more. */
export function independentVoices(members: readonly Member[], voices: Voices): number {
  const reports = new Set(members.map(m => voices.voice.get(m.ref.document))), publishers = new Set(members.map(m => fold(m.report.analysis.document.publisher ?? '')))
  const speakers = new Set(members.flatMap(m => m.event.claims.filter(c => VOUCH.has(c.stance) && !publishers.has(fold(c.speaker.name))).map(voiceOfSpeaker)))
  return Math.max(reports.size, speakers.size)
}

const VOUCH = new Set(['reports', 'confirms', 'claims-responsibility'])
