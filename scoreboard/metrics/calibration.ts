/** How far confidence is from what comes true. */
import type { Units } from '../board.ts'

const BINS = 10

/**
 * Expected calibration error in points, over ten bins of equal width (Guo et al. 2017): each unit is a run of pairs, confidence
 * 0..1 and 1 where the answer was right, else 0.
 */
export function calibrationError(units: Units): number {
  const bins = Array.from({ length: BINS }, () => ({ size: 0, confidence: 0, right: 0 }))
  let all = 0
  for (const unit of units) for (let i = 0; i + 1 < unit.length; i += 2) {
    const bin = bins[Math.min(BINS - 1, Math.floor(unit[i]! * BINS))]!
    bin.size++; bin.confidence += unit[i]!; bin.right += unit[i + 1]!
    all++
  }
  return all === 0 ? 0 : 100 * bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence), 0) / all
}
