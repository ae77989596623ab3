/** How long ago a moment was, in words. */

const STEPS = [[60, 'second'], [60, 'minute'], [24, 'hour'], [30, 'day'], [12, 'month'], [Infinity, 'year']] as const
const WORDS = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** "just now", "3 minutes ago", "yesterday"; the text itself where it is no moment. `now` in milliseconds. */
export function sayAgo(moment: string, now: number): string {
  const at = Date.parse(moment)
  if (Number.isNaN(at)) return moment
  let amount = (at - now) / 1000
  if (Math.abs(amount) < 10) return 'just now'
  for (const [size, unit] of STEPS) {
    if (Math.abs(amount) < size) return WORDS.format(Math.round(amount), unit)
    amount /= size
  }
  return moment
}
