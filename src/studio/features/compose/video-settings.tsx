import {
  frameCount,
  videoDefaults,
  videoDurations,
  type VideoRatio,
  videoRatios,
  videoResolutions,
  videoSize,
} from '#contract/video.ts'
import { formatUsd } from '../../lib/format-usd.ts'
import { ChoiceField } from './choice-field.tsx'
import { priceOfDraft } from './price-of-draft.ts'
import { RatioField } from './ratio-field.tsx'
import { withSetting } from './setting.ts'
import { useDraft } from './use-draft.ts'

const durations = videoDurations.map((value) => ({ value, label: value.replace('s', ' s') }))

/** What can be chosen for a clip from words. */
export function VideoSettings() {
  const { draft } = useDraft()
  const resolution = draft.video?.resolution ?? videoDefaults.resolution
  const duration = draft.video?.duration ?? videoDefaults.duration
  const ratio = (draft.aspect_ratio ?? videoDefaults.aspect_ratio) as VideoRatio
  const { width, height } = videoSize(ratio, resolution)
  const steps = videoResolutions.map((value) => {
    const price = priceOfDraft(withSetting(draft, 'video.resolution', value))
    const amount = price ? `${price.estimate ? '~' : ''}${formatUsd(price.usd)}` : ''
    return { value, label: value, note: value === '360p' ? `draft ${amount}` : amount }
  })
  return (
    <>
      <RatioField ratios={videoRatios} columns={6} />
      <ChoiceField path="video.resolution" label="Resolution" columns={4} choices={steps} />
      <div className="grid grid-cols-2 gap-4">
        <ChoiceField path="video.duration" label="Duration" columns={2} choices={durations} />
        <dl>
          <dt className="mb-2 text-dense text-quiet">Model</dt>
          <dd className="flex h-8 items-center">ray-3.2</dd>
        </dl>
      </div>
      <p className="text-dense text-quiet">
        {width} × {height} px, {frameCount(duration)} frames at 24 fps
      </p>
    </>
  )
}
