/** MUC-4's words for what Casus finds: incident types, instruments, targets, victims, countries. From the task's own documents (template-doc parts 1 and 2, version 7). */

export const INCIDENT_TYPES = ['ARSON', 'BOMBING', 'KIDNAPPING', 'HIJACKING', 'ROBBERY', 'FORCED WORK STOPPAGE', 'ATTACK'] as const
export type IncidentType = (typeof INCIDENT_TYPES)[number]

/** Trigger words that decide the type whatever the mode, the first that fits. */
export const TYPE_BY_WORDS: readonly (readonly [RegExp, IncidentType])[] = [
  [/\b(kidnap|abduct|hostage|captur|held captive)/i, 'KIDNAPPING'],
  [/\b(hijack)/i, 'HIJACKING'],
  [/\b(rob|robb|robbed|robbery|stole|stolen|loot|looted)\b/i, 'ROBBERY'],
  [/\b(burn|burned|burnt|burning|arson|torch|torched|set fire|on fire|ablaze)\b/i, 'ARSON'],
  [/\b(armed strike|work stoppage)\b/i, 'FORCED WORK STOPPAGE'],
  [/\b(bomb|bombs|bombed|bombing|bombings|explo\w+|dynamit\w+|blew up|blown up|blow up|detonat\w+|car bomb)\b/i, 'BOMBING'],
]

/** Type by PLOVER mode, where no word decides. */
export const TYPE_BY_MODE: Readonly<Record<string, IncidentType>> = { abduct: 'KIDNAPPING', explosives: 'BOMBING', 'suicide-attack': 'BOMBING' }

/** Instrument types by the instrument's words, the most particular first. */
export const INSTRUMENTS: readonly (readonly [RegExp, string])[] = [
  [/machine ?-?gun|submachine/i, 'MACHINE GUN'], [/mortar/i, 'MORTAR'], [/pistol|revolver|handgun/i, 'HANDGUN'], [/rifle|ak-?47|m-?16|galil/i, 'RIFLE'],
  [/car ?-?bomb|truck bomb|bus bomb|vehicle bomb|bomb-laden/i, 'VEHICLE BOMB'], [/dynamite/i, 'DYNAMITE'], [/\bmines?\b|landmine/i, 'MINE'], [/aerial bomb/i, 'AERIAL BOMB'],
  [/molotov/i, 'MOLOTOV COCKTAIL'], [/grenade/i, 'GRENADE'], [/rocket/i, 'ROCKET'], [/missile/i, 'MISSILE'], [/bomb/i, 'BOMB'],
  [/explosive|explosion|tnt|charge/i, 'EXPLOSIVE'], [/knife|knives|machete|\bax(e|es)?\b|dagger/i, 'CUTTING DEVICE'], [/stone|rock\b/i, 'STONE'],
  [/gun|shot|bullet|firearm|weapon/i, 'GUN'], [/fire\b/i, 'FIRE'], [/tortur/i, 'TORTURE'],
]

/** Physical target types by the target's words. */
export const PHYSICAL: readonly (readonly [RegExp, string])[] = [
  [/embassy|embassies|consulate|ambassador|diplomat/i, 'DIPLOMAT OFFICE OR RESIDENCE'],
  [/police|barrack|garrison|prison|jail/i, 'LAW ENFORCEMENT FACILITY'],
  [/radio|television|telephone|telecom|newspaper|antenna|relay|press/i, 'COMMUNICATIONS'],
  [/power|electric|pipeline|oil|energy|pylon|tower|substation|dam\b|refiner|gas line|fuel|transformer/i, 'ENERGY'],
  [/bank/i, 'FINANCIAL'],
  [/party|headquarters|union|office of the|organization|federation|association|institute/i, 'ORGANIZATION OFFICE'],
  [/ministr|town hall|city hall|mayor|presidential|government|palace|congress|court|municipal|customs/i, 'GOVERNMENT OFFICE OR RESIDENCE'],
  [/\b(car|cars|truck|trucks|bus|buses|vehicle|vehicles|plane|aircraft|airplane|helicopter|train|jeep|ambulance|boat|ship|convoy|motorcycle|automobile|van|taxi)\b/i, 'TRANSPORT VEHICLE'],
  [/airport|station|terminal|port\b/i, 'TRANSPORTATION FACILITY'],
  [/bridge|road|highway|railroad|railway|runway|street/i, 'TRANSPORTATION ROUTE'],
  [/water|aqueduct/i, 'WATER'],
  [/house|home|residence|apartment|farm|dwelling|hut/i, 'CIVILIAN RESIDENCE'],
  [/store|shop|restaurant|hotel|company|plant|factory|business|supermarket|mall|warehouse|enterprise|mine\b|bakery|market/i, 'COMMERCIAL'],
]

/** Words of a person's role that speak for a human target type. */
export const HUMAN: readonly (readonly [RegExp, string])[] = [
  [/ambassador|diplomat|consul|embassy/i, 'DIPLOMAT'], [/bodyguard|security guard|escort|watchman|security (corps|officer|agent|men)/i, 'SECURITY GUARD'],
  [/former .*(general|officer|commander|colonel)|retired/i, 'FORMER ACTIVE MILITARY'], [/former .*(minister|president|mayor|governor|official)/i, 'FORMER GOVERNMENT OFFICIAL'],
  [/judge|magistrate|attorney|lawyer|prosecutor|judicial/i, 'LEGAL OR JUDICIAL'], [/police|policem|patrolm/i, 'LAW ENFORCEMENT'],
  [/minister|mayor|governor|president of the republic|congress|deputy|deputies|senator|official|councilman|secretary/i, 'GOVERNMENT OFFICIAL'],
  [/candidate|party|leader of the|politician|presidential/i, 'POLITICAL FIGURE'],
]

/** The countries whose incidents MUC-4 wants, ISO 3166-1 alpha-2. */
export const COUNTRIES_OF_INTEREST: ReadonlySet<string> = new Set(['SV', 'GT', 'HN', 'AR', 'BO', 'CL', 'CO', 'EC', 'PE'])

/** MUC-4's names where they are not today's. */
export const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  US: 'UNITED STATES', GB: 'UNITED KINGDOM', RU: 'USSR', SU: 'USSR', DE: 'WEST GERMANY', CN: 'PEOPLES REP OF CHINA', TW: 'REPUBLIC OF CHINA', KR: 'REPUBLIC OF KOREA',
  KP: 'DEMOCRATIC PEOPLES REP OF KOREA', ZA: 'REPUBLIC OF SOUTH AFRICA', CZ: 'CZECHOSLOVAKIA', VA: 'VATICAN CITY', YU: 'YUGOSLAVIA', VN: 'VIETNAM',
}

/** Administrative words for the type of a place, by our precision. */
export const PLACE_KINDS: Readonly<Record<string, string>> = { town: 'CITY', district: 'MUNICIPALITY', province: 'DEPARTMENT', site: 'AREA' }

/** The first table entry whose words are in `text`. */
export const byWords = <T>(table: readonly (readonly [RegExp, T])[], text: string): T | null => table.find(([words]) => words.test(text))?.[1] ?? null
