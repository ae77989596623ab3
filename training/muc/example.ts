/** What the templates of MUC-4 are learned from. */
import type { OfficialTemplate } from '../../scoreboard/muc/key.ts'
import type { Indexed } from '../../scoreboard/muc/role-features.ts'
import type { GoldDocument } from '../../scoreboard/muc/templates.ts'

/** A report, GTT's templates of it, and the official key. */
export interface Example { readonly told: Indexed; readonly gold: GoldDocument; readonly keys: readonly OfficialTemplate[] }
