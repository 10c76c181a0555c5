import type { DragEvent, MouseEvent } from 'react'
import { type Generation, isSettled } from '#contract/generation.ts'
import { stillPath } from '#contract/media-item.ts'
import { writeDrag } from '../../media/drag-media.ts'
import { mediaOfGeneration } from '../../media/gallery-media.ts'
import { Still } from '../../ui/still.tsx'
import { HaltedTile } from './halted-tile.tsx'
import { HeldActs } from './held-acts.tsx'
import { HeldTile } from './held-tile.tsx'
import type { Box } from './justified-rows.ts'
import { RunningTile } from './running-tile.tsx'
import { TileActions } from './tile-actions.tsx'
import { TileMark } from './tile-mark.tsx'
import { tileName } from './tile-name.ts'

type TileProps = {
  record: Generation
  box: Box
  /** Counted from one. */
  place: number
  /** How many there are, -1 while that is not known. */
  of: number
  href: string
  isActive: boolean
  onOpen: () => void
  onFocus: () => void
  onReuse: (() => void) | null
}

/** One place on the wall, whatever has become of its job. */
export function Tile(props: TileProps) {
  const { record, box, place, of, href, isActive, onOpen, onFocus, onReuse } = props
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onOpen()
  }
  const drag = ({ dataTransfer, currentTarget }: DragEvent) => {
    const media = mediaOfGeneration(record)
    if (!media) return
    writeDrag(dataTransfer, media)
    dataTransfer.setDragImage?.(currentTarget, 24, 24)
  }
  return (
    <li
      aria-posinset={place}
      aria-setsize={of}
      className="group absolute"
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      <a
        href={href}
        data-item={record.id}
        aria-label={tileName(record)}
        tabIndex={isActive ? 0 : -1}
        onClick={open}
        onFocus={onFocus}
        onDragStart={drag}
        className="absolute inset-0 block overflow-hidden bg-raised focus-visible:z-10 focus-visible:outline-3 focus-visible:-outline-offset-3 focus-visible:after:absolute focus-visible:after:inset-[3px] focus-visible:after:border-2 focus-visible:after:border-black/70"
      >
        <TileFace record={record} />
      </a>
      {record.state === 'held' && <HeldActs record={record} isReachable={isActive} />}
      <TileActions record={record} isReachable={isActive} onReuse={onReuse} />
    </li>
  )
}

function TileFace({ record }: { record: Generation }) {
  if (record.state === 'held') return <HeldTile record={record} />
  if (!isSettled(record.state)) return <RunningTile record={record} />
  if (record.state !== 'completed') return <HaltedTile record={record} />
  const item = record.outputs.find(({ medium }) => medium !== 'file') ?? record.outputs[0]
  const still = item && stillPath(item)
  if (!item || !still || item.medium === 'file') {
    return <span className="m-3 block text-body text-quiet">{record.request.prompt}</span>
  }
  return (
    <>
      <Still src={still} alt="" thumbhash={item.thumbhash} className="size-full" />
      <TileMark item={item} record={record} />
    </>
  )
}
