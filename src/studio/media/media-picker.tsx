import type { Generation } from '#contract/generation.ts'
import { useGenerations } from '../api/use-generations.ts'
import { startOf } from '../lib/start-of.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { MediaPlace } from './check-file.ts'
import type { DraggedMedia } from './drag-media.ts'
import { mediaOfGeneration } from './gallery-media.ts'
import { type Pickable, PickGrid } from './pick-grid.tsx'

type MediaPickerProps = {
  title: string
  place: MediaPlace
  onPick: (media: DraggedMedia) => void
  onClose: () => void
}

function pickable(record: Generation, { holds }: MediaPlace): Pickable[] {
  const media = mediaOfGeneration(record)
  if (!media || (holds === 'video' && media.medium === 'image')) return []
  const isClip = media.medium === 'video'
  return [
    {
      media,
      name: `${isClip ? 'Clip' : 'Picture'}: ${startOf(record.request.prompt)}`,
      still: `/media/${media.sha256}/${isClip ? 'poster' : 'thumb'}`,
      durationS: isClip && media.frames && media.fps ? media.frames / media.fps : null,
    },
  ]
}

/** Everything that dragging from the gallery does, without dragging. */
export function MediaPicker({ title, place, onPick, onClose }: MediaPickerProps) {
  const { records, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useGenerations()
  const items = records.flatMap((record) => pickable(record, place))
  const nouns = place.holds === 'image' ? 'pictures or clips' : 'clips'
  return (
    <Sheet title={title} isOpen onClose={onClose}>
      <div className="grid gap-3">
        {place.holds === 'image' && (
          <p className="text-dense text-quiet">
            {place.mayHoldClip
              ? 'A picture is where the shot begins or ends. A clip is extended from here.'
              : 'Of a clip you choose one frame.'}
          </p>
        )}
        {items.length > 0 ? (
          <PickGrid items={items} onPick={onPick} />
        ) : (
          <p className="text-body text-quiet">
            {isPending ? 'Being looked up' : `There are no ${nouns} yet.`}
          </p>
        )}
        {hasNextPage && (
          <Button
            className="justify-self-center"
            aria-busy={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            Older ones
          </Button>
        )}
      </div>
    </Sheet>
  )
}
