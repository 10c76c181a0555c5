import { type ReactNode, useEffect, useState } from 'react'
import type { Stage } from './stage.ts'

type AddAtPlayheadProps = { stage: Stage; render: (frame: number) => ReactNode }

const restMs = 120

/** What adds a keyframe, told the playhead's frame whenever that comes to rest. */
export function AddAtPlayhead({ stage, render }: AddAtPlayheadProps) {
  const [frame, setFrame] = useState(() => stage.playhead.get())
  useEffect(() => {
    let timer = 0
    const follow = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setFrame(stage.playhead.get()), restMs)
    }
    const leave = stage.playhead.subscribe(follow)
    return () => {
      leave()
      window.clearTimeout(timer)
    }
  }, [stage])
  return render(frame)
}
