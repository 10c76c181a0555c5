/**
 * No browser scrolls further than 16,777,216 px, half of it at two device pixels for each CSS
 * pixel. What is higher is scrolled in a shorter box: `base` is how far the content is ahead of it.
 */
export const mostNativePx = 8_000_000

/** All in CSS pixels. What is in sight begins at `base + native` of the content. */
export type VirtualScroll = {
  contentHeight: number
  viewHeight: number
  /** What the browser's own box is scrolled by. */
  native: number
  base: number
}

type Sizes = Pick<VirtualScroll, 'contentHeight' | 'viewHeight'>

/** A single turn of the wheel or throw of a finger goes no further; the scroll bar does. */
const jumpPx = 4000

const nativeHeight = ({ contentHeight }: Sizes) => Math.min(contentHeight, mostNativePx)
const nativeEnd = (sizes: Sizes) => Math.max(0, nativeHeight(sizes) - sizes.viewHeight)
const contentEnd = ({ contentHeight, viewHeight }: Sizes) => Math.max(0, contentHeight - viewHeight)
const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))

/** Height of the box that the browser scrolls. */
export const nativeHeightOf = nativeHeight

/** Where the content is, as it is seen. */
export const positionOf = ({ base, native }: VirtualScroll) => base + native

/** Shows the content from `position` on, the box scrolled as far in its height as it is in its own. */
export function scrolledTo(sizes: Sizes, position: number): VirtualScroll {
  const { contentHeight, viewHeight } = sizes
  const to = clamp(position, contentEnd(sizes))
  const end = contentEnd(sizes)
  const native =
    end <= nativeEnd(sizes) || end === 0 ? to : Math.round((to / end) * nativeEnd(sizes))
  return { contentHeight, viewHeight, native, base: to - native }
}

/**
 * The browser's box was scrolled to `native`: by a little, then the content goes as far, pixel by
 * pixel; by a lot, then by the scroll bar, and the content goes to the same share of its height.
 */
export function scrolledBy(before: VirtualScroll, native: number): VirtualScroll {
  const to = clamp(native, nativeEnd(before))
  const [end, moved] = [contentEnd(before), to - before.native]
  if (Math.abs(moved) > Math.max(jumpPx, 3 * before.viewHeight)) {
    if (end <= nativeEnd(before)) return { ...before, native: to }
    const position = Math.round((to / nativeEnd(before)) * end)
    return { ...before, native: to, base: position - to }
  }
  const position = before.base + to
  const atAnEnd = position <= 0 || position >= end || to <= 0 || to >= nativeEnd(before)
  return atAnEnd ? scrolledTo(before, position) : { ...before, native: to }
}

/** The same sight with the box where it belongs, so that it can go on both ways. For moments of rest. */
export const settled = (scroll: VirtualScroll) => scrolledTo(scroll, positionOf(scroll))
