/** Which events a decision speaks of. */
import type { Decision, EventAnchor } from '../../core/model/index.ts'

export function anchorsOf(decision: Decision): readonly EventAnchor[] {
  switch (decision.kind) {
    case 'merge': case 'split': return [decision.a, decision.b]
    case 'link': case 'unlink': return [decision.from, decision.to]
    case 'undo': return []
    default: return [decision.event]
  }
}
