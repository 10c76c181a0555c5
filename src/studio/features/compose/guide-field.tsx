import { useState } from 'react'
import { Segmented } from '../../ui/segmented.tsx'
import { HiddenReason } from './hidden-reason.tsx'
import { KeyframesSummary } from './keyframes-summary.tsx'
import { guideToKeyframe, keyframeToGuide } from './frames-and-keyframes.ts'
import { SlotField } from './slot-field.tsx'
import { useDraft } from './use-draft.ts'

const faces = [
  { value: 'guide', label: 'Guide frame' },
  { value: 'keyframes', label: 'Keyframes' },
] as const
type Face = (typeof faces)[number]['value']

type GuideFieldProps = { onTimeline: () => void }

/** What an edit should come to look like: one picture for the start, or several on the source's frames. */
export function GuideField({ onTimeline }: GuideFieldProps) {
  const { draft, change } = useDraft()
  const [wanted, setWanted] = useState<Face>('guide')
  const { start_frame, edit } = draft.video ?? {}
  const face: Face = edit?.keyframes ? 'keyframes' : start_frame ? 'guide' : wanted
  const back = edit?.keyframes && keyframeToGuide(draft)
  const turn = (next: Face) => {
    setWanted(next)
    if (next === 'guide') {
      if (back) change(back)
      return
    }
    if (start_frame) change(guideToKeyframe(draft))
    onTimeline()
  }
  return (
    <div className="grid gap-2">
      <Segmented label="Guides" segments={faces} value={face} onChange={turn} />
      {edit?.keyframes && !back && (
        <p className="text-dense text-quiet">
          A guide frame is one picture, on frame 0: move or remove the others first.
        </p>
      )}
      {face === 'guide' ? (
        <SlotField path="video.start_frame" label="Guide frame" holds="image" />
      ) : (
        <>
          <KeyframesSummary path="video.edit.keyframes" onTimeline={onTimeline} />
          <HiddenReason path="video.start_frame" />
        </>
      )}
    </div>
  )
}
