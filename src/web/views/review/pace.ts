/** Speed and progress of a person at the review. */

export interface Pace { readonly decided: number; readonly skipped: number; /** Median seconds from a task's showing to its answer; null before the first. */ readonly seconds: number | null }

/** An answer longer than this was a pause and says nothing of speed, in milliseconds. */
const PAUSE = 5 * 60_000

/** From the milliseconds that each answer took. */
export function paceOf(took: readonly number[], skipped: number): Pace {
  const sorted = took.filter(ms => ms <= PAUSE).toSorted((a, b) => a - b), middle = sorted.length >> 1
  const median = sorted.length === 0 ? null : sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return { decided: took.length, skipped, seconds: median === null ? null : Math.round(median / 100) / 10 }
}

/** "12 decided, 4.1 s each, about 8 minutes for the 120 left". */
export function sayPace({ decided, skipped, seconds }: Pace, left: number): string {
  if (decided === 0) return `${left.toLocaleString('en')} to decide`
  const rest = seconds === null || left === 0 ? '' : `, about ${sayMinutes((seconds * left) / 60)} for the ${left.toLocaleString('en')} left`
  return `${decided} decided${skipped > 0 ? `, ${skipped} skipped` : ''}${seconds === null ? '' : `, ${seconds} s each`}${rest}`
}

/** Hours of work below which a rate says nothing. */
export const LEAST_HOURS = 1 / 60

/** "under a minute", "12 min", "3.5 h". */
export const sayHours = (hours: number): string => (hours < LEAST_HOURS ? 'under a minute' : hours < 1.5 ? `${Math.round(hours * 60)} min` : `${hours.toFixed(1)} h`)

const sayMinutes = (minutes: number): string => (minutes < 1 ? 'a minute' : minutes < 90 ? `${Math.ceil(minutes)} minutes` : `${Math.round(minutes / 6) / 10} hours`)
