import { imageModels, imageRatios } from '#contract/image.ts'
import { formatUsd } from '../../lib/format-usd.ts'
import { ChoiceField } from './choice-field.tsx'
import { priceOfDraft } from './price-of-draft.ts'
import { RatioField } from './ratio-field.tsx'
import { withSetting } from './setting.ts'
import { useDraft } from './use-draft.ts'

const styles = [
  { value: 'auto', label: 'Auto' },
  { value: 'manga', label: 'Manga' },
]
const formats = [
  { value: 'png', label: 'PNG' },
  { value: 'jpeg', label: 'JPEG' },
]

/** What can be chosen for a picture from words. */
export function ImageSettings() {
  const { draft } = useDraft()
  const models = imageModels.map((model) => {
    const price = priceOfDraft(withSetting(draft, 'model', model))
    return { value: model, label: model, ...(price && { note: formatUsd(price.usd) }) }
  })
  return (
    <>
      <RatioField ratios={imageRatios} canLeaveOpen columns={5} />
      <div className="grid grid-cols-2 gap-4">
        <ChoiceField path="style" label="Style" columns={2} choices={styles} />
        <ChoiceField path="output_format" label="Format" columns={2} choices={formats} />
      </div>
      <ChoiceField path="model" label="Model" columns={2} choices={models} />
    </>
  )
}
