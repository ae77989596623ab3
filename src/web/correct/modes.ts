/** PLOVER's modes by type, as a person may choose them. */

/** PLOVER manual 0.8, with the modes that the tables of Casus tell apart besides. */
const MODES: Readonly<Record<string, readonly string[]>> = {
  CONSULT: ['visit', 'third-party', 'multilateral', 'phone'],
  AID: ['economic', 'military', 'humanitarian', 'asylum'],
  RETREAT: ['withdraw', 'release', 'return', 'disarm', 'ceasefire', 'access', 'resign'],
  REQUEST: ['assist', 'change', 'yield', 'meet'],
  ACCUSE: ['disapprove', 'investigate', 'allege'],
  REJECT: ['assist', 'change', 'yield', 'meet'],
  THREATEN: ['restrict', 'ban', 'arrest', 'relations', 'expel', 'violence'],
  PROTEST: ['demo', 'riot', 'strike', 'hunger', 'boycott', 'obstruct', 'vandalize'],
  SANCTION: ['convict', 'expel', 'withdraw', 'discontinue'],
  MOBILIZE: ['troops', 'weapons', 'police', 'militia'],
  COERCE: ['seize', 'restrict', 'ban', 'censor', 'curfew', 'martial-law', 'arrest', 'deport', 'withhold', 'misinformation', 'cyber'],
  ASSAULT: ['beat', 'torture', 'execute', 'sexual', 'targeted', 'primitive', 'firearms', 'explosives', 'suicide-attack', 'heavy-weapons', 'aerial', 'drone', 'crowd-control', 'cleansing', 'unconventional', 'destroy', 'abduct'],
}

/** The modes of a type, and none; of no type, all. */
export const modesOf = (type: string | null): readonly string[] => ['', ...(type === null ? [...new Set(Object.values(MODES).flat())].toSorted() : MODES[type] ?? [])]
