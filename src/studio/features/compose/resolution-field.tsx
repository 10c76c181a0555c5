import { videoResolutions } from '#contract/video.ts'
import { formatUsd } from '../../lib/format-usd.ts'
import { ChoiceField } from './choice-field.tsx'
import { useCompose } from './compose-context.tsx'
import { priceOfDraft } from './price-of-draft.ts'
import { withSetting } from './setting.ts'
import { useDraft } from './use-draft.ts'

/** The short side of a clip, each step with its price. */
export function ResolutionField() {
  const { draft } = useDraft()
  const { factsOf } = useCompose()
  const steps = videoResolutions.map((value) => {
    const price = priceOfDraft(withSetting(draft, 'video.resolution', value), factsOf)
    const amount = price ? `${price.estimate ? '~' : ''}${formatUsd(price.usd)}` : ''
    return { value, label: value, note: value === '360p' ? `draft ${amount}`.trim() : amount }
  })
  return <ChoiceField path="video.resolution" label="Resolution" columns={4} choices={steps} />
}
