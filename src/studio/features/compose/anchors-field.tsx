import { useState } from 'react'
import { lastIndex, videoDefaults } from '#contract/video.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { ExtensionNote } from './extension-note.tsx'
import { framesToKeyframes, keyframesToFrames } from './frames-and-keyframes.ts'
import { HiddenReason } from './hidden-reason.tsx'
import { KeyframesSummary } from './keyframes-summary.tsx'
import { SlotField } from './slot-field.tsx'
import { useDraft } from './use-draft.ts'

const faces = [
  { value: 'frames', label: 'Start and end' },
  { value: 'keyframes', label: 'Keyframes' },
] as const
type Face = (typeof faces)[number]['value']

type AnchorsFieldProps = { onTimeline: () => void }

/** The pictures that a clip passes through: two at its ends, or any number on its frames. */
export function AnchorsField({ onTimeline }: AnchorsFieldProps) {
  const { draft, change } = useDraft()
  const { start_frame, end_frame, keyframes, duration } = draft.video ?? {}
  const [wanted, setWanted] = useState<Face>('frames')
  const face: Face = keyframes ? 'keyframes' : start_frame || end_frame ? 'frames' : wanted
  const last = lastIndex(duration ?? videoDefaults.duration)
  const back = keyframes && keyframesToFrames(draft, last)

  const turn = (next: Face) => {
    setWanted(next)
    if (next === 'keyframes') {
      if (start_frame || end_frame) change(framesToKeyframes(draft))
      onTimeline()
    } else if (back) change(back)
  }
  return (
    <div className="grid gap-2">
      <Segmented label="Anchors" segments={faces} value={face} onChange={turn} />
      {keyframes && !back && (
        <p className="text-dense text-quiet">
          Start and end take at most two pictures, on frame 0 and {last}, in 5 s: move or remove the
          others first.
        </p>
      )}
      {face === 'frames' ? (
        <>
          <div className="grid grid-cols-2 gap-2">
            <SlotField
              path="video.start_frame"
              label="Start frame"
              holds="image"
              mayHoldClip
              size="half"
            />
            <SlotField
              path="video.end_frame"
              label="End frame"
              holds="image"
              mayHoldClip
              size="half"
            />
          </div>
          <ExtensionNote />
        </>
      ) : (
        <>
          <KeyframesSummary path="video.keyframes" onTimeline={onTimeline} />
          <HiddenReason path={start_frame ? 'video.start_frame' : 'video.end_frame'} />
        </>
      )}
    </div>
  )
}
