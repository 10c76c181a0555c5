import { GalleryHorizontalEnd } from 'lucide-react'
import { useId } from 'react'
import { type Keyframe, keyframeLimit } from '#contract/keyframe.ts'
import { Button } from '../../ui/button.tsx'
import { Still } from '../../ui/still.tsx'
import { useCompose, useReasonWithin } from './compose-context.tsx'
import { ReasonLine } from './reason-line.tsx'
import { valueAt } from './setting.ts'
import { useDraft } from './use-draft.ts'

type KeyframesSummaryProps = {
  path: 'video.keyframes' | 'video.edit.keyframes'
  onTimeline: () => void
}

const shownAtMost = 6

/** The anchors in a row, and the way to the timeline where they are placed. */
export function KeyframesSummary({ path, onTimeline }: KeyframesSummaryProps) {
  const { draft } = useDraft()
  const { lookOf } = useCompose()
  const reason = useReasonWithin(path)
  const id = useId()
  const keyframes = ((valueAt(draft, path) ?? []) as Keyframe[]).toSorted(
    (a, b) => a.frame - b.frame,
  )
  return (
    <div data-field={path} className="grid gap-2">
      {keyframes.length > 0 && (
        <ul aria-label="Keyframes" className="grid grid-cols-6 gap-1">
          {keyframes.slice(0, shownAtMost).map(({ frame, image }) => {
            const { still } = lookOf(image)
            return (
              <li
                key={frame}
                className="relative aspect-square overflow-hidden rounded-sm bg-raised"
              >
                {still && <Still src={still} alt="" thumbhash={null} className="size-full" />}
                <span className="absolute bottom-0 left-0 bg-black/65 px-1 text-mark text-white tabular-nums">
                  {frame}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <div className="flex items-center justify-between gap-2">
        <p className="text-dense text-quiet tabular-nums">
          {keyframes.length} of {keyframeLimit} keyframes
        </p>
        <Button onClick={onTimeline} aria-describedby={reason ? `${id}-reason` : undefined}>
          <GalleryHorizontalEnd size={16} aria-hidden />
          Open the timeline
        </Button>
      </div>
      {reason && <ReasonLine id={`${id}-reason`} {...reason} />}
    </div>
  )
}
