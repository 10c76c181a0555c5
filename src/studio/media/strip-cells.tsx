import { cellStyle, stripCells } from './exact-still.tsx'

type StripCellsProps = { sha256: string; count?: number }

/** A clip from its first to its last frame, as a row of small stills. */
export function StripCells({ sha256, count = 8 }: StripCellsProps) {
  return (
    <div aria-hidden className="flex h-full w-full overflow-hidden rounded-sm bg-page">
      {Array.from({ length: count }, (_, index) => (
        <div
          key={index}
          className="h-full flex-1 bg-no-repeat"
          style={cellStyle(sha256, Math.floor(((index + 0.5) * stripCells) / count))}
        />
      ))}
    </div>
  )
}
