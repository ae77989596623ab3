/** The shape of a page: where its controls stand, to the pixel; what it looks like is compared by looks.ts, more loosely, since fonts differ between machines. */
import type { Page } from 'playwright-core'

/** Controls in sight, as lines "button 12,40,80,32" (left, top, width, height); `overlaps` are pairs that lie on one another. */
export interface Shape { readonly controls: readonly string[]; readonly overlaps: readonly string[] }

export const shapeOf = (page: Page): Promise<Shape> => page.evaluate(`(() => {
  const nameOf = e => e.tagName.toLowerCase() + ' "' + (e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40) + '"'
  const seen = e => { const r = e.getBoundingClientRect(); return r.width > 1 && r.height > 1 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth && e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && top(e, r) }
  const top = (e, r) => { const hit = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, r.left + r.width / 2)), Math.min(innerHeight - 1, Math.max(0, r.top + r.height / 2))); return hit !== null && (e.contains(hit) || hit.contains(e)) }
  const controls = [...document.querySelectorAll('button, a[href], input, select, textarea, summary')].filter(seen), boxes = controls.map(e => e.getBoundingClientRect()), overlaps = []
  for (let i = 0; i < controls.length; i++) for (let j = i + 1; j < controls.length; j++) {
    const a = boxes[i], b = boxes[j], wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    if (wide > 3 && high > 3 && !controls[i].contains(controls[j]) && !controls[j].contains(controls[i]) && controls[i].closest('label') !== controls[j].closest('label')) overlaps.push(nameOf(controls[i]) + ' on ' + nameOf(controls[j]))
  }
  return { controls: controls.map((e, i) => e.tagName.toLowerCase() + ' ' + [boxes[i].left, boxes[i].top, boxes[i].width, boxes[i].height].map(Math.round).join(',')), overlaps }
})()`)
