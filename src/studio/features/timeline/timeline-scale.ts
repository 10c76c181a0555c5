/** How frames lie on the screen. Lengths in CSS pixels, frames may be fractions while panning. */
export type Scale = {
  width: number
  /** Room beside the first and the last frame. */
  padPx: number
  last: number
  /** The frame that lies at `originPx`. */
  from: number
  perFramePx: number
  /** The playhead stands still in the middle and the frames pass under it. */
  isCentred: boolean
}

const closestPx = 56

export const originPx = ({ width, padPx, isCentred }: Scale) => (isCentred ? width / 2 : padPx)

const fitPx = ({ width, padPx, last }: Scale) =>
  Math.max(0.1, width - 2 * padPx) / Math.max(1, last)

/** The widest a frame may get; never narrower than the whole clip on the screen. */
const widestPx = (scale: Scale) => Math.max(closestPx, fitPx(scale))

const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value))

/** The same view, held inside the clip. */
export function bounded(scale: Scale): Scale {
  const perFramePx = between(fitPx(scale), scale.perFramePx, widestPx(scale))
  const seen = (scale.width - 2 * scale.padPx) / perFramePx
  const furthest = scale.isCentred ? scale.last : Math.max(0, scale.last - seen)
  return { ...scale, perFramePx, from: between(0, scale.from, furthest) }
}

export const fitted = (scale: Scale): Scale => bounded({ ...scale, perFramePx: 0 })

export const isFitted = (scale: Scale) => scale.perFramePx <= fitPx(scale) * 1.001

export const isClosest = (scale: Scale) => scale.perFramePx >= widestPx(scale) * 0.999

export const xOf = (scale: Scale, frame: number) =>
  originPx(scale) + (frame - scale.from) * scale.perFramePx

/** The place on the grid under a pixel, as a fraction, not held to the grid's ends. */
export const placeAt = (scale: Scale, x: number) =>
  scale.from + (x - originPx(scale)) / scale.perFramePx

export const frameAt = (scale: Scale, x: number) =>
  between(0, Math.round(placeAt(scale, x)), scale.last)

/** Zooms so that what lies under `x` stays there; a centred view keeps its middle. */
export function zoomed(scale: Scale, factor: number, x = originPx(scale)): Scale {
  const wanted = scale.perFramePx * factor
  const { perFramePx } = bounded({ ...scale, perFramePx: wanted })
  if (scale.isCentred) return bounded({ ...scale, perFramePx })
  const from = placeAt(scale, x) - (x - originPx(scale)) / perFramePx
  return bounded({ ...scale, perFramePx, from })
}

/** Moves the view towards later frames by so many pixels. */
export const panned = (scale: Scale, byPx: number): Scale =>
  bounded({ ...scale, from: scale.from + byPx / scale.perFramePx })

/** The least pan that brings a frame into sight. */
export function revealing(scale: Scale, frame: number): Scale {
  if (scale.isCentred) return bounded({ ...scale, from: frame })
  const x = xOf(scale, frame)
  if (x < scale.padPx) return panned(scale, x - scale.padPx)
  const right = scale.width - scale.padPx
  return x > right ? panned(scale, x - right) : scale
}

/** A view on a strip that changed its size or its grid, at the same zoom where that is possible. */
export function reshaped(
  scale: Scale,
  shape: Pick<Scale, 'width' | 'last' | 'isCentred' | 'padPx'>,
) {
  const next = { ...scale, ...shape }
  return scale.width === 0 || isFitted(scale) ? fitted(next) : bounded(next)
}
