import { Link, Unlink } from 'lucide-react'
import type { SourcePosition } from '#contract/video-reframe.ts'
import type { Flight } from './flight.ts'
import { NumberRow, type ReasonText } from './number-row.tsx'
import type { Terms } from './whole-size.ts'

type NumbersPanelProps = {
  flight: Flight
  position: SourcePosition
  terms: Terms
  isLocked: boolean
  onLock: (isLocked: boolean) => void
  onPosition: (next: SourcePosition) => void
  reasonAt: (path: string) => ReasonText | undefined
}

const path = 'video.source_position'

/** The rectangle in numbers, the same to the digit as what is sent. */
export function NumbersPanel(props: NumbersPanelProps) {
  const { flight, position, terms, isLocked, onLock, onPosition, reasonAt } = props
  const LockIcon = isLocked ? Link : Unlink
  return (
    <fieldset aria-label="Source rectangle" className="flex min-w-0 flex-col gap-1">
      <div
        aria-hidden
        className="grid grid-cols-[1rem_1fr_1fr] gap-x-2 text-right text-mark text-quiet"
      >
        <span />
        <span>pixels</span>
        <span>normalised</span>
      </div>
      {(['x', 'y', 'w', 'h'] as const).map((field) => (
        <NumberRow
          key={field}
          field={field}
          flight={flight}
          position={position}
          terms={terms}
          said={reasonAt(`${path}.${field}_norm`)}
          onPosition={onPosition}
        />
      ))}
      <button
        type="button"
        aria-pressed={isLocked}
        onClick={() => onLock(!isLocked)}
        className={`mt-1 flex h-7 items-center gap-2 rounded-sm px-2 text-dense hover:bg-raised max-md:h-10 ${isLocked ? 'text-ink' : 'text-quiet'}`}
      >
        <LockIcon size={14} aria-hidden />
        {isLocked ? "Keeps the source's shape" : 'Free shape: the source is stretched'}
      </button>
    </fieldset>
  )
}
