/** Role fillers as they are gathered: which token fills which side of an act, by which rule. */

export type Side = 'actor' | 'recipient'

/** A head token that fills a role, and the rule that says so. */
export interface Filler { readonly head: number; readonly side: Side; readonly rule: string }

/** Who fills the roles of one trigger. `repelled` where the words tell of an attack from the side of those who beat it back, `intercepted` where they stopped what was sent. */
export interface Roles { readonly fillers: readonly Filler[]; readonly reciprocal: boolean; readonly repelled: boolean; readonly intercepted: boolean; readonly lightVerb: number; readonly status: string | null }

/** Roles as they are gathered; the functions below add to it. */
export interface RoleDraft { fillers: Filler[]; reciprocal: boolean; repelled: boolean; intercepted: boolean; lightVerb: number; status: string | null }

/** Prepositions that lead to whom an act is aimed at. */
export const ONTO = new Set(['on', 'against', 'at', 'upon', 'into', 'toward', 'towards', 'onto'])

/** Adds heads to a side; `rule` is told by `casus explain`. */
export function add(out: RoleDraft, side: Side, rule: string, heads: readonly number[]): void {
  for (const head of heads) if (head >= 0) out.fillers.push({ head, side, rule: `role:${rule}` })
}
