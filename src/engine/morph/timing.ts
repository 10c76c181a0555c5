/** A curve from 0 to 1 with these slopes at its ends; rises everywhere for slopes of 0…3. */
export function eased(t: number, start: number, end: number): number {
  const u = Math.min(1, Math.max(0, t))
  const [u2, u3] = [u * u, u * u * u]
  return (u3 - 2 * u2 + u) * start + (3 * u2 - 2 * u3) + (u3 - u2) * end
}

/** A motion of the whole picture across a stretch of frames, in widths. */
type Stretch = { x: number; y: number; zoom: number; frames: number } | null

const dot = (p: number[], q: number[]) => p.reduce((sum, v, i) => sum + v * q[i]!, 0)

/** The slope of a stretch that has a free end. */
const free = 0.6

/**
 * Slopes of the easing of every stretch, so that the camera passes an anchor without stopping where
 * it goes on the same way, and rests there where it turns or where pictures are unlike (`null`).
 * `isOpen`: nothing is shown before the first (after the last) anchor.
 */
export function slopesOf(
  stretches: readonly Stretch[],
  isOpen: { start: boolean; end: boolean },
): { start: number; end: number }[] {
  const slopes = stretches.map((one, n) => ({
    start: one && n === 0 && isOpen.start ? free : 0,
    end: one && n === stretches.length - 1 && isOpen.end ? free : 0,
  }))
  for (let n = 1; n < stretches.length; n++) {
    const [a, b] = [stretches[n - 1], stretches[n]]
    if (!a || !b) continue
    const paces = [a, b].map(({ x, y, zoom, frames }) => [
      x / frames,
      y / frames,
      zoom / frames / 2,
    ])
    const [p, q] = [paces[0]!, paces[1]!]
    const [pp, qq, pq] = [dot(p, p), dot(q, q), dot(p, q)]
    if (pq <= 0 || pp === 0 || qq === 0) continue
    const along = pq / Math.sqrt(pp * qq)
    const pace = (along * 2 * Math.sqrt(pp * qq)) / (Math.sqrt(pp) + Math.sqrt(qq))
    slopes[n - 1]!.end = Math.min(2.5, pace / Math.sqrt(pp))
    slopes[n]!.start = Math.min(2.5, pace / Math.sqrt(qq))
  }
  return slopes
}
