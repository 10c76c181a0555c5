import { useLayoutEffect } from 'react'
import type { Stage } from './stage.ts'

/** Narrower than this a picture is a slice, and then has no room for its number; CSS pixels. */
const slicePx = 28
const numberPx = 20

/**
 * Marks the anchors that have no room for a whole picture, as `data-slice`; with one of them the
 * strip is `data-dense`, and all stand on one line.
 */
export function useSlices(strip: HTMLElement | null, stage: Stage, gaps: readonly number[]) {
  useLayoutEffect(() => {
    if (!strip) return undefined
    const mark = () => {
      const { perFramePx } = stage.scale.get()
      let isDense = false
      for (const [index, element] of strip
        .querySelectorAll<HTMLElement>('[data-anchor]')
        .entries()) {
        const px = (gaps[index] ?? 0) * perFramePx - 3
        const slice = px >= slicePx ? undefined : px >= numberPx ? 'wide' : 'thin'
        if (slice) isDense = true
        if (element.dataset.slice === slice) continue
        if (slice) element.dataset.slice = slice
        else delete element.dataset.slice
      }
      strip.toggleAttribute('data-dense', isDense)
    }
    mark()
    return stage.scale.subscribe(mark)
  })
}
