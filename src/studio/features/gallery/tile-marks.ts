import type { Tile } from '#contract/wall.ts'
import { formatElapsed } from '../../lib/format-elapsed.ts'

const reviewSigns = { pick: '✓', reject: '✕', review: '↻' }

/** What a picture does not say of itself: that it moves, how long, how many, that it is not Luma's. */
export function kindMarks({ still, world, set, outputs }: Tile, isStacked: boolean): string {
  const marks: string[] = []
  if (still?.medium === 'video')
    marks.push(`▶\uFE0E ${formatElapsed((still.duration_s ?? 0) * 1000)}`)
  if (set) marks.push(isStacked ? `❏ ${set.size}` : `${set.position}/${set.size}`)
  if (outputs > 1) marks.push(`+${outputs - 1}`)
  if (world === 'local') marks.push('local')
  return marks.join('  ')
}

/** What somebody thought of it. */
export function judgementMarks({ stars, favourite, review }: Tile): string {
  const marks: string[] = []
  if (favourite) marks.push('♥\uFE0E')
  if (stars) marks.push(`★\uFE0E${stars}`)
  if (review) marks.push(reviewSigns[review])
  return marks.join(' ')
}
