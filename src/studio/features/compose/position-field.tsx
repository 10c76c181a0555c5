import { Frame } from 'lucide-react'
import { useId } from 'react'
import { toRectangle } from '#contract/video-reframe.ts'
import { type VideoRatio, videoDefaults, videoSize } from '#contract/video.ts'
import { Button } from '../../ui/button.tsx'
import { useReasonWithin } from './compose-context.tsx'
import { ReasonLine } from './reason-line.tsx'
import { useDraft } from './use-draft.ts'

type PositionFieldProps = { onCanvas: () => void }

/** Where the source stands on the new canvas, in words, and the way to the canvas itself. */
export function PositionField({ onCanvas }: PositionFieldProps) {
  const { draft, plan, put } = useDraft()
  const reason = useReasonWithin('video.source_position')
  const id = useId()
  const position = draft.video?.source_position
  const words = () => {
    if (!position) return 'The model chooses: field not sent.'
    const resolution = draft.video?.resolution ?? videoDefaults.resolution
    const canvas = videoSize((draft.aspect_ratio ?? '16:9') as VideoRatio, resolution)
    const { x, y, width, height } = toRectangle(position, canvas)
    const [left, top, w, h] = [x, y, width, height].map(Math.round)
    return `${w} × ${h} px at ${left}, ${top}`
  }
  const more = plan.targets.map(({ aspect_ratio }) => aspect_ratio)
  return (
    <div data-field="video.source_position" className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <div className="min-w-0">
          <div className="text-dense text-quiet">Source on the canvas</div>
          <p className="tabular-nums">{words()}</p>
        </div>
        {position && (
          <Button look="quiet" onClick={() => put('video.source_position', undefined)}>
            Let it choose
          </Button>
        )}
      </div>
      <Button onClick={onCanvas} aria-describedby={reason ? `${id}-reason` : undefined}>
        <Frame size={16} aria-hidden />
        Open the canvas
      </Button>
      {more.length > 0 && (
        <p className="text-dense text-quiet">
          And to {more.join(', ')}: each has its own place on the canvas.
        </p>
      )}
      {reason && <ReasonLine id={`${id}-reason`} {...reason} />}
    </div>
  )
}
