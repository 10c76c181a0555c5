import type { MediaRef } from '#contract/media-ref.ts'
import { MediaSlot } from '../../media/media-slot.tsx'
import { useCompose, useReasonWithin } from './compose-context.tsx'
import { MendButtons } from './mend-buttons.tsx'
import { obstaclesTo } from './setting-fit.ts'
import { valueAt, withValue } from './setting.ts'
import { useDraft } from './use-draft.ts'

type SlotFieldProps = {
  path: 'source' | 'video.start_frame' | 'video.end_frame'
  label: string
  holds: 'image' | 'video'
  /** The longest clip, seconds. */
  limitS?: number
  mayHoldClip?: boolean
  size?: 'full' | 'half'
}

/** Stands for whatever might be put there, to ask the rules beforehand. */
const anything: MediaRef = { upload_id: '00000000-0000-4000-8000-000000000000' }

/** A place of the draft for one picture or clip, with the rules that speak about it. */
export function SlotField({ path, ...slot }: SlotFieldProps) {
  const { draft, put } = useDraft()
  const { factsOf, lookOf } = useCompose()
  const reason = useReasonWithin(path)
  const value = valueAt(draft, path) as MediaRef | undefined
  const obstacle = value
    ? undefined
    : obstaclesTo(draft, path, [undefined, anything], factsOf).get(anything)
  const mends = obstacle
    ? obstacle.mends.map((mend) => ({ ...mend, draft: withValue(mend.draft, path, undefined) }))
    : (reason?.mends ?? [])
  return (
    <div data-field={path} className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2">
      <MediaSlot
        {...slot}
        value={value}
        onChange={(ref) => put(path, ref)}
        look={value && lookOf(value)}
        reason={reason}
        disabledReason={obstacle?.text}
      />
      <MendButtons mends={mends} />
    </div>
  )
}
