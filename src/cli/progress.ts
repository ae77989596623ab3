/** How far long work has got: a bar with the share and the time left where the whole is known, a count and a rate where it is not. */
import type { Terminal } from './terminal.ts'
import { clip } from './width.ts'

/** Cells of the bar, fewer on a narrow terminal; milliseconds between two showings, before a rate is told, and before the time left is. */
const CELLS = 24, PACE = 100, RATED = 1000, FORETOLD = 3000

/** Shows `done` of `total` (null where that is not known); `more` are further words. */
export type Progress = (done: number, total: number | null, more?: string) => void

/** Progress of work on things called `what`, shown on the terminal; nothing where `quiet`. */
export function progressOf(terminal: Pick<Terminal, 'progress' | 'width'>, what: string, quiet: boolean, now: () => number = Date.now): Progress {
  const started = now()
  let shown = -PACE
  return (done, total, more = '') => {
    const passed = now() - started
    if (quiet || (passed - shown < PACE && done !== total)) return
    shown = passed
    terminal.progress(clip([...total === null || total === 0 ? [`${whole(done)} ${what}`] : [`${bar(done / total, Math.min(CELLS, Math.floor(terminal.width / 5)))} ${Math.floor(100 * Math.min(1, done / total))} %`, `${whole(done)} of ${whole(total)} ${what}`], ...more === '' ? [] : [more], ...paceOf(done, total, passed)].join(' · '), terminal.width - 1))
  }
}

const whole = (n: number): string => n.toLocaleString('en')

function bar(share: number, cells: number): string {
  const full = Math.round(Math.max(0, Math.min(1, share)) * cells)
  return `[${'█'.repeat(full)}${'░'.repeat(cells - full)}]`
}

function paceOf(done: number, total: number | null, passed: number): readonly string[] {
  if (passed < RATED || done === 0) return []
  const rate = done * 1000 / passed
  return [`${rate < 10 ? rate.toFixed(1) : whole(Math.round(rate))}/s`, ...total === null || done >= total || passed < FORETOLD ? [] : [`${lasting((total - done) / rate)} left`]]
}

/** 45 s, 3 min, 2 h 05 min. */
function lasting(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  return seconds < 90 ? `${Math.ceil(seconds)} s` : minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}
