import type { Tile } from '#contract/wall.ts'
import type { DraggedMedia } from './drag-media.ts'

/** What a tile is when it is dragged or picked; `null` while there is nothing to show. */
export function mediaOfTile({ id, state, still }: Tile): DraggedMedia | null {
  if (state !== 'completed' || !still) return null
  const { medium, sha256, frames, fps } = still
  const ref = { generation_id: id }
  if (medium === 'image') return { ref, medium, sha256 }
  return { ref, medium, sha256, ...(frames && { frames }), ...(fps && { fps }) }
}
