import {
  frameCount,
  videoDefaults,
  videoDurations,
  type VideoRatio,
  videoRatios,
  videoSize,
} from '#contract/video.ts'
import { ChoiceField } from './choice-field.tsx'
import { HdrFields } from './hdr-fields.tsx'
import { RatioField } from './ratio-field.tsx'
import { ResolutionField } from './resolution-field.tsx'
import { SwitchField } from './switch-field.tsx'
import { useDraft } from './use-draft.ts'

const durations = videoDurations.map((value) => ({ value, label: value.replace('s', ' s') }))

/** What can be chosen for a clip from words. */
export function VideoSettings() {
  const { draft } = useDraft()
  const resolution = draft.video?.resolution ?? videoDefaults.resolution
  const duration = draft.video?.duration ?? videoDefaults.duration
  const ratio = (draft.aspect_ratio ?? videoDefaults.aspect_ratio) as VideoRatio
  const { width, height } = videoSize(ratio, resolution)
  return (
    <>
      <RatioField ratios={videoRatios} columns={6} />
      <ResolutionField />
      <ChoiceField path="video.duration" label="Duration" columns={2} choices={durations} />
      <p className="text-dense text-quiet">
        {width} × {height} px, {frameCount(duration)} frames at 24 fps
      </p>
      <div className="-mx-2 grid">
        <SwitchField path="video.loop" label="Loop" note="The last frame leads into the first" />
        <HdrFields />
      </div>
    </>
  )
}
