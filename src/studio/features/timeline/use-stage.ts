import { useEffect, useLayoutEffect, useState } from 'react'
import { useElementSize } from '../../lib/use-element-size.ts'
import { createStage } from './stage.ts'
import { originPx, reshaped } from './timeline-scale.ts'

type StageOptions = { strip: HTMLElement | null; last: number; isCentred: boolean }

const padPx = { wide: 78, centred: 24 }

/** The stage of a timeline. What is in sight stands on the strip as `--origin --from --per`. */
export function useStage({ strip, last, isCentred }: StageOptions) {
  const [stage] = useState(createStage)
  const { width } = useElementSize(strip)

  useLayoutEffect(() => {
    const shape = { width, last, isCentred, padPx: isCentred ? padPx.centred : padPx.wide }
    stage.scale.set(reshaped(stage.scale.get(), shape))
    if (stage.playhead.get() > last) stage.seek(last)
    stage.settle()
  }, [stage, width, last, isCentred])

  useEffect(() => {
    if (!strip) return undefined
    const write = () => {
      const scale = stage.scale.get()
      strip.style.setProperty('--origin', `${originPx(scale)}px`)
      strip.style.setProperty('--from', String(scale.from))
      strip.style.setProperty('--per', `${scale.perFramePx}px`)
    }
    write()
    return stage.scale.subscribe(write)
  }, [stage, strip])

  return stage
}
