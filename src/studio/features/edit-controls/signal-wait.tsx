import { useState } from 'react'
import { useNow } from '../../lib/use-now.ts'

type SignalWaitProps = {
  name: string
  frame: number
  frames: number
  /** Nothing of this clip has been drawn yet. */
  isFirst: boolean
}

/** What is being done, and for how long. */
export function SignalWait({ name, frame, frames, isFirst }: SignalWaitProps) {
  const [since] = useState(() => Date.now())
  const elapsedS = Math.max(0, Math.floor((useNow() - since) / 1000))
  return (
    <output
      className={`absolute inset-x-0 block px-3 py-2 text-dense text-quiet ${isFirst ? 'top-1/2 -translate-y-1/2 text-center' : 'bottom-0 bg-panel/90'}`}
    >
      {isFirst
        ? `Reading all ${frames} frames once; after that each frame is quick.`
        : `Looking for ${name.toLowerCase()} in frame ${frame}.`}
      {elapsedS > 1 && (
        <span aria-hidden className="tabular-nums">
          {' '}
          {elapsedS} s so far.
        </span>
      )}
    </output>
  )
}
