type WallBarProps = {
  count: number
  hasMore: boolean
  running: number
  held: number
  tileSize: number
  onTileSize: (px: number) => void
}

const number = new Intl.NumberFormat('en-GB')

/** Smallest and largest height of a row, CSS pixels. */
export const tileSizes = { min: 120, max: 480, usual: 240 }

/** The thin bar over the wall: how much there is, and how large it is shown. */
export function WallBar({ count, hasMore, running, held, tileSize, onTileSize }: WallBarProps) {
  return (
    <header className="flex h-12 shrink-0 items-center justify-between gap-4 border-b px-4">
      <div className="flex items-baseline gap-3">
        <h2 className="font-semibold">Wall</h2>
        {count > 0 && (
          <p className="text-dense text-quiet tabular-nums">
            {number.format(count)}
            {hasMore && '+'} {count === 1 ? 'generation' : 'generations'}
            {running > 0 && <span className="max-md:hidden">, {running} running</span>}
            {held > 0 && <span>, {held} held</span>}
          </p>
        )}
      </div>
      {count > 0 && (
        <label className="flex items-center gap-2 text-dense text-quiet">
          <span className="max-md:sr-only">Tile size</span>
          <input
            type="range"
            className="range w-28"
            min={tileSizes.min}
            max={tileSizes.max}
            step={20}
            value={tileSize}
            onChange={(event) => onTileSize(Number(event.target.value))}
          />
        </label>
      )}
    </header>
  )
}
