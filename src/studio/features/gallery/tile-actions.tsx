import { Download, SlidersHorizontal } from 'lucide-react'
import type { Generation } from '#contract/generation.ts'
import { mediaPath } from '#contract/media-item.ts'
import { downloadName } from '../../lib/download-name.ts'

type TileActionsProps = { record: Generation; isReachable: boolean; onReuse: (() => void) | null }

const look =
  'flex size-8 items-center justify-center rounded bg-black/65 text-white hover:bg-black/85'

/** What can be done with a tile without opening it; in sight on hover and focus. */
export function TileActions({ record, isReachable, onReuse }: TileActionsProps) {
  const [first] = record.outputs
  const tabIndex = isReachable ? 0 : -1
  return (
    <div className="absolute top-1 right-1 flex gap-1 opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 max-md:hidden">
      {onReuse && (
        <button
          type="button"
          aria-label="Use these settings"
          title="Use these settings"
          tabIndex={tabIndex}
          onClick={onReuse}
          className={look}
        >
          <SlidersHorizontal size={16} aria-hidden />
        </button>
      )}
      {first && (
        <a
          href={mediaPath(first)}
          download={downloadName(record.id, first.media_type)}
          aria-label="Download"
          title="Download"
          tabIndex={tabIndex}
          className={look}
        >
          <Download size={16} aria-hidden />
        </a>
      )}
    </div>
  )
}
