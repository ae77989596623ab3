/** Roads called after the two places that they join: "the Torit-Kapoeta road" lies at neither. */
import { placeKey } from './key.ts'
import type { Name } from './names.ts'
import type { View } from './view.ts'

const HYPHEN = /^[-–]$/

/** Makes one name, which no gazetteer knows, of the two of a road; names in text order. */
export function joinRoads(view: View, names: readonly Name[]): readonly Name[] {
  return names.flatMap((name, i): readonly Name[] => {
    const next = names[i + 1], before = names[i - 1]
    if (next !== undefined && joins(view, name, next)) return []
    const first = isRoad(name) ? before !== undefined && joins(view, before, name) ? before.nameFirst : farEnd(view, name) : -1
    return first < 0 ? [name] : [{ ...name, first, nameFirst: first, key: placeKey(view.slice(first, name.nameLast)), candidates: [], told: true }]
  })
}

const isRoad = ({ type, typedBefore }: Name): boolean => type?.kind === 'road' && !typedBefore

const joins = (view: View, a: Name, b: Name): boolean => isRoad(b) && a.type === null && a.last === b.nameFirst - 1 && HYPHEN.test(view.low(a.last)) && view.together(a.first, b.nameFirst)

/** The first token of the name before the hyphen where the gazetteer lacks it ("Torit" in "Torit-Kapoeta"), or -1. */
const farEnd = (view: View, { nameFirst: at }: Name): number => (HYPHEN.test(view.low(at - 1)) && view.capital(at - 2) && view.upos(at - 2) === 'PROPN' && view.text.tokens[at - 2]!.end === view.text.tokens[at - 1]!.start ? at - 2 : -1)
