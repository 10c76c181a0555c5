import { useState } from 'react'
import { type VideoRatio, videoDefaults, videoSize } from '#contract/video.ts'
import type { SourcePosition } from '#contract/video-reframe.ts'
import { useCompose } from '../features/compose/compose-context.tsx'
import type { Target } from '../features/compose/plan/plan.ts'
import { withValue } from '../features/compose/setting.ts'
import { useDraft } from '../features/compose/use-draft.ts'
import { ReframeCanvas } from '../features/reframe/reframe-canvas.tsx'
import type { ReframeTarget } from '../features/reframe/reframe-source.ts'
import { clipOf } from './clip-of.ts'

const told = ({ aspect_ratio, source_position }: ReframeTarget): Target => ({
  aspect_ratio,
  ...(source_position && { source_position }),
})

/** The canvas of a reframe: the draft's own shape first, then the further ones of the plan. */
export function ReframeBench() {
  const { draft, change, plan, changePlan } = useDraft()
  const { lookOf, reasons } = useCompose()
  const [wanted, setWanted] = useState(0)
  const own = draft.video?.source_position
  const ratio = draft.aspect_ratio as VideoRatio | undefined
  const first: ReframeTarget[] = ratio ? [{ aspect_ratio: ratio, source_position: own }] : []
  const targets = [...first, ...plan.targets]
  const current = Math.min(wanted, Math.max(0, targets.length - 1))
  const shown = targets[current]
  const resolution = draft.video?.resolution ?? videoDefaults.resolution

  const replace = (next: readonly ReframeTarget[]) => {
    const [head, ...rest] = next
    const shaped = withValue(draft, 'aspect_ratio', head?.aspect_ratio)
    change(withValue(shaped, 'video.source_position', head?.source_position))
    changePlan({ ...plan, targets: rest.map(told) })
  }
  const place = (source_position: SourcePosition | undefined) => {
    if (!shown) return
    replace(targets.with(current, { aspect_ratio: shown.aspect_ratio, source_position }))
  }
  return (
    <ReframeCanvas
      source={draft.source ? clipOf(lookOf(draft.source)) : null}
      canvas={videoSize(shown?.aspect_ratio ?? '16:9', resolution)}
      position={shown?.source_position}
      onChange={place}
      targets={targets}
      current={current}
      onCurrent={setWanted}
      onTargets={replace}
      reasonAt={(path) =>
        current === 0 ? reasons.find((reason) => reason.path === path) : undefined
      }
      {...(draft.source && { missing: 'Nothing is known of this clip yet.' })}
    />
  )
}
