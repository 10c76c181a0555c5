import { Play } from 'lucide-react'
import type { Generation } from '#contract/generation.ts'
import type { MediaItem } from '#contract/media-item.ts'
import { formatElapsed } from '../../lib/format-elapsed.ts'
import { SetPlace } from './set-place.tsx'

type TileMarkProps = { item: MediaItem; record: Generation }

/** What a picture does not say of itself: that it moves, how long, and that it is not Luma's. */
export function TileMark({ item, record: { world, set, outputs } }: TileMarkProps) {
  const more = outputs.length - 1
  const isClip = item.medium === 'video'
  if (!isClip && world === 'luma' && !more && !set) return null
  return (
    <span className="pointer-events-none absolute bottom-1 left-1 flex max-w-[calc(100%-8px)] flex-wrap items-center gap-x-1.5 rounded-sm bg-black/65 px-1.5 text-mark text-white tabular-nums">
      {isClip && (
        <span className="flex items-center gap-1">
          <Play size={9} fill="currentColor" aria-hidden />
          {formatElapsed(item.duration_s * 1000)}
        </span>
      )}
      <SetPlace set={set} />
      {more > 0 && <span>+{more}</span>}
      {world === 'local' && <span>local</span>}
    </span>
  )
}
