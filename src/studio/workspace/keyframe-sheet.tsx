import type { MediaRef } from '#contract/media-ref.ts'
import type { LookOf } from '../media/media-look.ts'
import { MediaSlot } from '../media/media-slot.tsx'
import { Sheet } from '../ui/sheet.tsx'

type KeyframeSheetProps = {
  frame: number
  /** The picture that stands there now. */
  image: MediaRef | undefined
  lookOf: LookOf
  onPut: (image: MediaRef) => void
  onClose: () => void
}

/** One keyframe's picture, by every way that a slot has. */
export function KeyframeSheet({ frame, image, lookOf, onPut, onClose }: KeyframeSheetProps) {
  return (
    <Sheet title={`Keyframe at ${frame}`} isOpen onClose={onClose}>
      <MediaSlot
        label={`Keyframe at ${frame}`}
        holds="image"
        value={image}
        look={image && lookOf(image)}
        onChange={(ref) => ref && onPut(ref)}
      />
    </Sheet>
  )
}
