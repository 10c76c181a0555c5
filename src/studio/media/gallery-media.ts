import type { Generation } from '#contract/generation.ts'
import type { DraggedMedia } from './drag-media.ts'

/** What a generation is when it is dragged or picked; `null` while there is nothing to show. */
export function mediaOfGeneration({ id, state, outputs }: Generation): DraggedMedia | null {
  const item = outputs.find(({ medium }) => medium !== 'file')
  if (state !== 'completed' || !item || item.medium === 'file') return null
  const { medium, sha256 } = item
  const ref = { generation_id: id }
  if (item.medium === 'image') return { ref, medium, sha256 }
  return { ref, medium, sha256, frames: item.frames, fps: item.fps }
}
