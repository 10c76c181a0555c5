import { LayoutGrid } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import { tileSizes } from './tile-sizes.ts'

type WallLookProps = {
  tileSize: number | null
  onTileSize: (px: number) => void
  layout: 'rows' | 'grid'
  onLayout: (layout: 'rows' | 'grid') => void
}

/** How the wall is looked at: in which size, and in true shapes or all alike. */
export function WallLook({ tileSize, onTileSize, layout, onLayout }: WallLookProps) {
  return (
    <div className="flex shrink-0 items-center gap-1">
      <IconButton
        label="Uniform grid"
        icon={LayoutGrid}
        isOn={layout === 'grid'}
        onClick={() => onLayout(layout === 'grid' ? 'rows' : 'grid')}
      />
      <input
        type="range"
        aria-label="Tile size"
        title="Tile size"
        className="range w-24 max-md:w-16"
        min={tileSizes.min}
        max={tileSizes.max}
        step={20}
        value={tileSize ?? tileSizes.usual}
        onChange={(event) => onTileSize(Number(event.target.value))}
      />
    </div>
  )
}
