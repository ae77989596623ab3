/** An incident as a PLOVER 0.8 event: the field names of the manual's chapter on data fields, what they do not hold under `casus`. */
import type { Participant, Place } from '../model/index.ts'
import { countryOf, daysOf, least, placeOf, type ReportLine, type Subject } from './subject.ts'

interface PloverEntity { readonly code: string | null; readonly sector: string | null; readonly entity_text: string; readonly identifier_id: string | null }

interface PloverLocation {
  readonly extracted_place: string
  readonly resolved_place: string
  readonly geonameid: number | null
  readonly lat: number | null
  readonly lon: number | null
  readonly province: string | null
  readonly country: string | null
  readonly country_code: string | null
  /** 5 sub-city, 4 city, 3 district, 2 province, 1 country. */
  readonly resolution: number
}

export interface PloverEvent {
  readonly id: string
  readonly date: string | null
  readonly enddate: string | null
  readonly actor: readonly PloverEntity[]
  readonly recipient: readonly PloverEntity[]
  readonly event: readonly string[]
  readonly quad_code: number | null
  readonly mode: readonly string[]
  readonly context: readonly string[]
  readonly event_loc: PloverLocation | null
  readonly size: { readonly dead: number | null; readonly injured: number | null; readonly arrested: number | null }
  readonly cite_info: readonly { readonly url: string | null; readonly title: string | null; readonly publication: string | null; readonly coder: string; readonly codebook: string }[]
  readonly coder: string
  /** What PLOVER has no name for. */
  readonly casus: { readonly status: string; readonly reciprocal: boolean; readonly grade: string; readonly disputed: boolean; readonly attackers_dead: number | null; readonly confidence: number }
}

export interface CoderName { readonly name: string; readonly version: string }

export function ploverEvent(subject: Subject, coder: CoderName): PloverEvent {
  const { incident, lexicon, reports } = subject, by = `${coder.name} ${coder.version}`
  return {
    id: incident.id, date: incident.date?.start?.slice(0, 10) ?? null,
    enddate: (daysOf(incident.date) ?? 1) > 1 ? incident.date?.end?.slice(0, 10) ?? null : null,
    actor: incident.actors.map(p => entity(p, subject)), recipient: incident.recipients.map(p => entity(p, subject)),
    event: [incident.type], quad_code: lexicon.quads.get(incident.type) ?? null,
    mode: incident.mode === null ? [] : [incident.mode], context: contextsOf(subject), event_loc: location(subject),
    size: { dead: least(incident.killed), injured: least(incident.injured), arrested: least(incident.detained) },
    cite_info: reports.map(r => cite(r, by)), coder: by,
    casus: { status: incident.status, reciprocal: incident.reciprocal, grade: incident.grade, disputed: incident.disputed, attackers_dead: least(incident.attackersKilled), confidence: incident.confidence },
  }
}

/** PLOVER keeps apart from the type, as contexts, what has not happened. */
const STATUS_CONTEXT: Readonly<Record<string, string>> = { planned: 'future', hypothetical: 'hypothetical', negated: 'negation' }

function contextsOf({ incident }: Subject): readonly string[] {
  const extra = STATUS_CONTEXT[incident.status]
  return extra === undefined || incident.contexts.includes(extra) ? incident.contexts : [...incident.contexts, extra]
}

/** The manual joins a country's alpha-3 code with sectors of three letters each, at most two. */
function entity(p: Participant, { lexicon }: Subject): PloverEntity {
  return { code: p.country === null ? null : lexicon.countries.get(p.country)?.alpha3 ?? null, sector: p.sectors.slice(0, 2).join('') || null, entity_text: p.name, identifier_id: p.entity }
}

const cite = (r: ReportLine, coder: string): PloverEvent['cite_info'][number] => ({ url: r.url, title: r.title, publication: r.publisher, coder, codebook: 'plover-0.8' })

const RESOLUTION = { site: 5, town: 4, district: 3, province: 2, country: 1 } as const

function location(subject: Subject): PloverLocation | null {
  const p = placeOf(subject.incident), country = countryOf(subject)
  if (p === null) return null
  return {
    extracted_place: p.evidence[0]?.exact ?? p.name, resolved_place: p.name, geonameid: geonameId(p), lat: p.latitude, lon: p.longitude,
    province: p.admin1, country: country?.name ?? null, country_code: country?.alpha3 ?? null, resolution: RESOLUTION[p.precision],
  }
}

const geonameId = (p: Place): number | null => { const found = /^geonames:(\d+)$/.exec(p.gazetteer ?? ''); return found ? Number(found[1]) : null }
