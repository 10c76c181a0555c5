import { useState } from 'react'
import { framePath, stripCells, stripPath } from './frame-address.ts'
import { useSettled } from './use-settled.ts'

type ExactStillProps = {
  sha256: string
  frame: number
  frames: number
  label: string
  className?: string
}

const cells = stripCells()

/** One cell of the strip as a background. */
const cellStyle = (sha256: string, cell: number) => ({
  backgroundImage: `url(${stripPath(sha256)})`,
  backgroundSize: `${cells * 100}% 100%`,
  backgroundPosition: `${(cell / (cells - 1)) * 100}% 0`,
})

/** Exactly one frame of a clip; until it is there, the nearest cell of the strip. */
export function ExactStill({ sha256, frame, frames, label, className = '' }: ExactStillProps) {
  const asked = useSettled(frame)
  const [shown, setShown] = useState<number | null>(null)
  const cell = Math.min(cells - 1, Math.floor((frame * cells) / Math.max(1, frames)))
  return (
    <div className={`relative overflow-hidden bg-page ${className}`}>
      <div aria-hidden className="absolute inset-0 bg-no-repeat" style={cellStyle(sha256, cell)} />
      <img
        src={framePath(sha256, asked)}
        alt={label}
        draggable={false}
        onLoad={() => setShown(asked)}
        className={`absolute inset-0 size-full object-contain ${shown === frame ? '' : 'opacity-0'}`}
      />
    </div>
  )
}
