import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type GenerationType, generationTypes } from '#contract/draft.ts'
import { everything } from '#contract/find.ts'
import type { Tile } from '#contract/wall.ts'
import { useTiles } from '../api/tiles.ts'
import { wallQuery } from '../api/wall.ts'
import { startOf } from '../lib/start-of.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { MediaPlace } from './check-file.ts'
import type { DraggedMedia } from './drag-media.ts'
import { type Pickable, PickGrid } from './pick-grid.tsx'
import { mediaOfTile } from './tile-media.ts'

type MediaPickerProps = {
  title: string
  place: MediaPlace
  onPick: (media: DraggedMedia) => void
  onClose: () => void
}

const pageSize = 60

const isClipType = (type: GenerationType) => type.startsWith('video')

/** What is done and can be put there, newest first. */
const findFor = ({ holds }: MediaPlace) => ({
  ...everything,
  facets: {
    state: ['completed'],
    ...(holds === 'video' && { type: generationTypes.filter(isClipType) }),
  },
})

function pickable(tile: Tile | undefined, { holds }: MediaPlace): Pickable[] {
  const media = tile && mediaOfTile(tile)
  if (!tile || !media || (holds === 'video' && media.medium === 'image')) return []
  const isClip = media.medium === 'video'
  return [
    {
      media,
      name: `${isClip ? 'Clip' : 'Picture'}: ${startOf(tile.words)}`,
      still: `/media/${media.sha256}/${isClip ? 'poster' : 'thumb'}`,
      durationS: isClip ? (tile.still?.duration_s ?? null) : null,
    },
  ]
}

/** Everything that dragging from the gallery does, without dragging. */
export function MediaPicker({ title, place, onPick, onClose }: MediaPickerProps) {
  const { data: list } = useQuery(wallQuery(findFor(place)))
  const [wanted, setWanted] = useState(pageSize)
  const shown = Math.min(wanted, list?.total ?? 0)
  const tileAt = useTiles(list, 0, shown)
  const tiles = Array.from({ length: shown }, (_, index) => tileAt(index))
  const items = tiles.flatMap((tile) => pickable(tile, place))
  const isPending = !list || tiles.includes(undefined)
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
        {list && list.total > shown && (
          <Button
            className="justify-self-center"
            aria-busy={isPending}
            onClick={() => setWanted(shown + pageSize)}
          >
            Older ones
          </Button>
        )}
      </div>
    </Sheet>
  )
}
