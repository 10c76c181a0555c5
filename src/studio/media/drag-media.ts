import * as z from 'zod/mini'
import { mediaRef } from '#contract/media-ref.ts'

export const dragType = 'application/x-dailies-media+json'

/** A picture or clip of ours that is dragged from one place of the page to another. */
const draggedMedia = z.object({
  ref: mediaRef,
  medium: z.enum(['image', 'video']),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  frames: z.optional(z.int()),
  fps: z.optional(z.number()),
})
export type DraggedMedia = z.infer<typeof draggedMedia>

type Transfer = Pick<DataTransfer, 'getData' | 'setData' | 'types' | 'effectAllowed'>

/** For `dragstart`. What the browser puts there by itself (the tile's address) goes with it. */
export function writeDrag(
  transfer: Pick<Transfer, 'setData' | 'effectAllowed'>,
  media: DraggedMedia,
) {
  transfer.setData(dragType, JSON.stringify(media))
  transfer.effectAllowed = 'copyLink'
}

/** While something is dragged over a place only its type can be seen, not what it is. */
export const isMediaDrag = ({ types }: Pick<Transfer, 'types'>) => types.includes(dragType)

/** For `drop`. `null`: nothing of ours. */
export function readDrag(transfer: Pick<Transfer, 'getData'>): DraggedMedia | null {
  try {
    const read = draggedMedia.safeParse(JSON.parse(transfer.getData(dragType) || 'null'))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
