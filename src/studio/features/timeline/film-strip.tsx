import { useState } from 'react'

export type Film = { sha256: string; frames: number; fps: number; address: string }

type FilmStripProps = { film: Film }

/** The source of an edit, cell by cell under the frames they show. */
export function FilmStrip({ film }: FilmStripProps) {
  const [isBroken, setIsBroken] = useState(false)
  return (
    <div
      data-zone="film"
      className="absolute inset-x-0 bottom-0 h-12 cursor-ew-resize overflow-clip border-t bg-panel md:h-16"
    >
      {!isBroken && (
        <img
          src={`/media/${film.sha256}/strip`}
          alt=""
          draggable={false}
          onError={() => setIsBroken(true)}
          className="pointer-events-none absolute inset-y-0 left-0 h-full max-w-none origin-left object-fill"
          style={{
            width: `calc(${film.frames} * var(--per))`,
            transform: 'translateX(calc(var(--origin) - (var(--from) + 0.5) * var(--per)))',
          }}
        />
      )}
    </div>
  )
}
