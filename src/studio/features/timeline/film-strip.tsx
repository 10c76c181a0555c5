import { ClipStrip } from '../../media/clip-strip.tsx'
import { filmParts, partsInSight } from './film-parts.ts'
import type { Stage } from './stage.ts'
import { useCell } from './use-cell.ts'

export type Film = { sha256: string; frames: number; fps: number; address: string }

type FilmStripProps = { stage: Stage; film: Film }

/** The source of an edit under its frames: the whole of it or, close up, every frame in sight. */
export function FilmStrip({ stage, film }: FilmStripProps) {
  const { sha256, frames } = film
  const inSight = useCell(stage.scale, (scale) => partsInSight(scale, frames).join(' '))
  const parts = filmParts(frames).filter((_, index) => inSight.split(' ').includes(String(index)))
  return (
    <div
      data-zone="film"
      className="absolute inset-x-0 bottom-0 h-12 cursor-ew-resize overflow-clip border-t bg-panel md:h-16"
    >
      <FilmPart sha256={sha256} from={0} to={frames} isWhole />
      {parts.map(({ from, to }) => (
        <FilmPart key={from} sha256={sha256} from={from} to={to} />
      ))}
    </div>
  )
}

type FilmPartProps = { sha256: string; from: number; to: number; isWhole?: boolean }

/** Its frames lie around their marks on the ruler, half of each before and half behind. */
function FilmPart({ sha256, from, to, isWhole = false }: FilmPartProps) {
  return (
    <div
      className="pointer-events-none absolute inset-y-0 left-0"
      style={
        {
          '--at': from - 0.5,
          width: `calc(${to - from} * var(--per))`,
          transform: 'translateX(calc(var(--origin) + (var(--at) - var(--from)) * var(--per)))',
        } as React.CSSProperties
      }
    >
      {isWhole ? <ClipStrip sha256={sha256} /> : <ClipStrip sha256={sha256} range={{ from, to }} />}
    </div>
  )
}
