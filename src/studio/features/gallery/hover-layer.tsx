import { Check, Download, Ellipsis } from 'lucide-react'
import type { Tile } from '#contract/wall.ts'
import { ClipPreview } from './clip-preview.tsx'
import type { Box } from './layout/wall-layout.ts'

type HoverLayerProps = {
  tile: Tile
  box: Box
  /** How far the scrolled box is behind the content. */
  base: number
  /** The tile's own element. */
  target: HTMLElement | null
  isChosen: boolean
  downloadHref: string
  onChoose: (isRange: boolean) => void
  onMenu: (button: HTMLElement) => void
}

const look =
  'pointer-events-auto flex size-8 items-center justify-center rounded bg-black/65 text-white hover:bg-black/85'

/** What can be done with the one tile that is pointed at or has the focus. */
export function HoverLayer(props: HoverLayerProps) {
  const { tile, box, base, target, isChosen, downloadHref, onChoose, onMenu } = props
  const { still, state } = tile
  const isDone = state === 'completed'
  return (
    <div
      data-layer
      className="pointer-events-none absolute z-20 overflow-hidden"
      style={{ left: box.x, top: box.y - base, width: box.width, height: box.height }}
    >
      {isDone && still?.medium === 'video' && target && (
        <ClipPreview key={still.sha256} still={still} target={target} />
      )}
      <button
        type="button"
        aria-label="Select"
        aria-pressed={isChosen}
        title="Select"
        onClick={({ shiftKey }) => onChoose(shiftKey)}
        className={`pointer-events-auto absolute top-1.5 left-1.5 flex size-6 items-center justify-center rounded-full border-2 border-white ${isChosen ? 'bg-accent text-on-accent' : 'bg-black/40 text-white/70 hover:bg-black/70 hover:text-white'}`}
      >
        <Check size={14} strokeWidth={3} aria-hidden />
      </button>
      <span className="absolute top-1 right-1 flex gap-1">
        {isDone && box.width > 120 && (
          <a href={downloadHref} download aria-label="Download" title="Download" className={look}>
            <Download size={16} aria-hidden />
          </a>
        )}
        <button
          type="button"
          aria-label="More"
          title="More"
          aria-haspopup="menu"
          onClick={({ currentTarget }) => onMenu(currentTarget)}
          className={look}
        >
          <Ellipsis size={16} aria-hidden />
        </button>
      </span>
    </div>
  )
}
