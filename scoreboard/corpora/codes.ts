/** Casus's event types in the words of other schemes: PLOVER roots of 2016, quad classes, CAMEO codes, actor codes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Event, EventType, Participant } from '../../src/core/model/index.ts'

/** What PLOVER's first drafts, which took CAMEO's codes over root by root, have where 0.8 moved a mode: convictions (116), sanctions (163), cyber attacks and property (171), blockades (191). */
const PLV_MODES: Readonly<Record<string, string>> = { 'SANCTION convict': 'ACCUSE', 'SANCTION ': 'COERCE', 'COERCE cyber': 'ASSAULT' }

/** PLOVER's first drafts have YIELD where 0.8 has CONCEDE and RETREAT. `act` is the word that told it, where the type is its own. */
export function plvRoot(type: EventType, mode: string | null = 'other', act = ''): string {
  if (type === 'CONCEDE' || type === 'RETREAT') return 'YIELD'
  return type === 'COERCE' && /blockade/.test(act) ? 'ASSAULT' : PLV_MODES[`${type} ${mode ?? ''}`] ?? type
}

/** Quad class of a root: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict (PLOVER manual, table of types). */
export const QUADS: Readonly<Record<string, number>> = {
  AGREE: 1, CONSULT: 1, SUPPORT: 1, COOPERATE: 2, AID: 2, YIELD: 2, CONCEDE: 2, RETREAT: 2, REQUEST: 3, ACCUSE: 3, REJECT: 3, THREATEN: 3, PROTEST: 4, SANCTION: 4, MOBILIZE: 4, COERCE: 4, ASSAULT: 4,
}

/** CAMEO root of a type (the crosswalk in PLOVER's manual). */
const CAMEO_ROOTS: Readonly<Record<EventType, string>> = {
  AGREE: '03', CONSULT: '04', SUPPORT: '05', COOPERATE: '06', AID: '07', CONCEDE: '08', RETREAT: '08', REQUEST: '10', ACCUSE: '11', REJECT: '12', THREATEN: '13', PROTEST: '14', MOBILIZE: '15', SANCTION: '16', COERCE: '17', ASSAULT: '19',
}

/** CAMEO code of a type and mode, where the mode says more than the root. */
const CAMEO_MODES: Readonly<Record<string, string>> = {
  'CONSULT visit': '042', 'CONSULT third-party': '045', 'CONSULT multilateral': '046', 'CONSULT phone': '041', 'RETREAT withdraw': '0874', 'RETREAT release': '0841', 'RETREAT ceasefire': '0871', 'RETREAT disarm': '0873', 'RETREAT resign': '083',
  'PROTEST demo': '141', 'PROTEST hunger': '142', 'PROTEST strike': '143', 'PROTEST obstruct': '144', 'PROTEST riot': '145', 'MOBILIZE troops': '152', 'MOBILIZE police': '151', 'MOBILIZE weapons': '150', 'MOBILIZE militia': '150',
  'COERCE seize': '171', 'COERCE restrict': '172', 'COERCE censor': '172', 'COERCE curfew': '172', 'COERCE martial-law': '172', 'COERCE arrest': '173', 'COERCE deport': '174', 'SANCTION expel': '166', 'SANCTION discontinue': '160', 'SANCTION convict': '173',
  'ASSAULT abduct': '181', 'ASSAULT beat': '182', 'ASSAULT torture': '1822', 'ASSAULT sexual': '1821', 'ASSAULT targeted': '186', 'ASSAULT explosives': '183', 'ASSAULT suicide-attack': '1831', 'ASSAULT firearms': '193', 'ASSAULT heavy-weapons': '194', 'ASSAULT aerial': '195', 'ASSAULT drone': '195',
}

export const cameoCode = (event: Event): string => CAMEO_MODES[`${event.type} ${event.mode ?? ''}`] ?? `${CAMEO_ROOTS[event.type]}0`

const ALPHA3: ReadonlyMap<string, string> = new Map(readFileSync(join(import.meta.dirname, '..', '..', 'data', 'country-codes.tsv'), 'utf8').split('\n').filter(line => !line.startsWith('#')).map(line => line.split('\t') as [string, string]))

/** PLOVER sectors that CAMEO's actor codes write otherwise. */
const CAMEO_SECTORS: Readonly<Record<string, string>> = { PRM: 'REB', PTY: 'PTY', JRN: 'MED', UNK: '' }

/** The actor code of CAMEO: country (alpha-3), then sector: "SYRMIL", "REB", "USA". */
export function cameoActor({ country, sectors }: Participant): string {
  const sector = sectors[0] ?? ''
  return `${country === null ? '' : ALPHA3.get(country) ?? ''}${CAMEO_SECTORS[sector] ?? sector}`
}

/** Country in alpha-3, or "". */
export const alpha3 = (country: string | null): string => country === null ? '' : ALPHA3.get(country) ?? ''
