/** How fast people decide. */
import type { Db } from '../engine/engine.ts'
import type { Pace } from '../types/task.ts'

/** Milliseconds between two decisions beyond which the person did something else. */
const PAUSE = 300_000
/** Decisions looked at, newest first. */
const MOST = 100_000

/** By person, the busiest first. */
export async function paceOf(db: Db, since: string | null): Promise<readonly Pace[]> {
  const decided = await db.selectFrom('decisions').select(['by_whom as by', 'at']).$if(since !== null, q => q.where('at', '>=', since!)).orderBy('number', 'desc').limit(MOST).execute()
  const answered = await db.selectFrom('batch_answers').select(['coder as by', 'at']).$if(since !== null, q => q.where('at', '>=', since!)).limit(MOST).execute()
  return [...Map.groupBy([...decided, ...answered], d => d.by)].map(([by, some]) => one(by, some.map(d => Date.parse(d.at)).sort((a, b) => a - b))).sort((a, b) => b.decisions - a.decisions || (a.by < b.by ? -1 : 1))
}

function one(by: string, moments: readonly number[]): Pace {
  const gaps = moments.slice(1).map((at, k) => at - moments[k]!).filter(gap => gap <= PAUSE), active = gaps.reduce((sum, gap) => sum + gap, 0) / 3_600_000
  return { by, decisions: moments.length, active, perHour: active > 0 ? gaps.length / active : null, last: new Date(moments.at(-1)!).toISOString() }
}
