import { lazy, Suspense } from 'react'
import type { Generation } from '#contract/generation.ts'
import type { Tile as TileData } from '#contract/wall.ts'
import type { Box } from './layout/wall-layout.ts'
import { Thumb } from './thumb.tsx'
import { judgementMarks, kindMarks } from './tile-marks.ts'
import { tileName } from './tile-name.ts'

const RecordFace = lazy(() =>
  import('./record-face.tsx').then((module) => ({ default: module.RecordFace })),
)

type TileProps = {
  seq: number
  /** What is known of it; nothing until it has been looked up. */
  tile: TileData | undefined
  /** The whole record, where the page has made it itself. */
  record: Generation | undefined
  box: Box
  /** Counted from 0. */
  place: number
  of: number
  href: string | undefined
  isActive: boolean
  isChosen: boolean
  isChoosing: boolean
  isStacked: boolean
  /** It goes past, so fast that only its colours and words are seen. */
  isFlung: boolean
}

const marks =
  'after:pointer-events-none after:absolute after:bottom-1 after:left-1 after:max-w-[calc(100%-8px)] after:truncate after:rounded-sm after:bg-black/65 after:px-1.5 after:text-mark after:text-white after:tabular-nums after:content-[attr(data-kind)]'
const judgement =
  'before:pointer-events-none before:absolute before:right-1 before:bottom-1 before:z-1 before:rounded-sm before:bg-black/65 before:px-1.5 before:text-mark before:text-white before:tabular-nums before:content-[attr(data-judged)]'
const focus =
  'focus-visible:z-10 focus-visible:outline-3 focus-visible:-outline-offset-3 focus-visible:after:absolute focus-visible:after:inset-[3px] focus-visible:after:border-2 focus-visible:after:border-black/70'
const check =
  'before:absolute before:top-1.5 before:left-1.5 before:z-1 before:flex before:size-6 before:items-center before:justify-center before:rounded-full before:border-2 before:border-white before:text-body before:font-semibold'

/** One place on the wall, whatever has become of its job. */
export function Tile(props: TileProps) {
  const { seq, tile, record, box, place, of, href, isActive, isChosen, isChoosing } = props
  const kind = tile?.still ? kindMarks(tile, props.isStacked) : ''
  const judged = tile ? judgementMarks(tile) : ''
  const checked = isChosen
    ? 'before:bg-accent before:text-on-accent before:content-["✓"] after:pointer-events-none after:absolute after:inset-0 after:border-3 after:border-accent'
    : 'before:bg-black/40 before:content-[""]'
  return (
    <li
      aria-posinset={place + 1}
      aria-setsize={of}
      data-kind={kind || undefined}
      data-judged={judged || undefined}
      className={`absolute contain-strict ${kind ? marks : ''} ${judged ? judgement : ''}`}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      <a
        href={href}
        data-seq={seq}
        data-item={tile?.id}
        role={href ? undefined : 'link'}
        aria-label={tile ? tileName(tile) : 'Being looked up'}
        aria-current={isChosen || undefined}
        tabIndex={isActive ? 0 : -1}
        data-choosing={isChoosing || undefined}
        className={`group/tile absolute inset-0 block overflow-hidden bg-raised ${focus} ${isChoosing ? `${check} ${checked}` : ''}`}
      >
        {tile && <TileFace tile={tile} record={record} isFlung={props.isFlung} />}
      </a>
      {tile?.state === 'held' && (
        <Suspense>
          <RecordFace tile={tile} record={record} part="acts" isReachable={isActive} />
        </Suspense>
      )}
    </li>
  )
}

type TileFaceProps = { tile: TileData; record: Generation | undefined; isFlung: boolean }

function TileFace({ tile, record, isFlung }: TileFaceProps) {
  const { state, still, review } = tile
  const words = (
    <span className="m-3 block text-body text-quiet group-data-choosing/tile:indent-6">
      {tile.words}
    </span>
  )
  if (state !== 'completed' && !isFlung) {
    return (
      <Suspense fallback={words}>
        <RecordFace tile={tile} record={record} part="face" isReachable />
      </Suspense>
    )
  }
  if (state !== 'completed' || !still) return words
  const kind = still.medium === 'video' ? 'poster' : 'thumb'
  const src = `/media/${still.sha256}/${kind}`
  return <Thumb key={src} src={src} thumbhash={still.thumbhash} isDim={review === 'reject'} />
}
