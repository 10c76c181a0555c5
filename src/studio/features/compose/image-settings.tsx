import { imageFormats, imageModels, imageRatios, imageStyles } from '#contract/image.ts'
import { formatUsd } from '../../lib/format-usd.ts'
import { ChoiceField } from './choice-field.tsx'
import { useCompose } from './compose-context.tsx'
import { priceOfDraft } from './price-of-draft.ts'
import { RatioField } from './ratio-field.tsx'
import { withSetting } from './setting.ts'
import { SwitchField } from './switch-field.tsx'
import { useDraft } from './use-draft.ts'

const labels: Record<string, string> = { auto: 'Auto', manga: 'Manga', png: 'PNG', jpeg: 'JPEG' }
const choicesOf = (values: readonly string[]) =>
  values.map((value) => ({ value, label: labels[value] ?? value }))

/** What can be chosen for a picture; the shape of an edit follows its source. */
export function ImageSettings() {
  const { draft } = useDraft()
  const { factsOf } = useCompose()
  const models = imageModels.map((model) => {
    const price = priceOfDraft(withSetting(draft, 'model', model), factsOf)
    return { value: model, label: model, ...(price && { note: formatUsd(price.usd) }) }
  })
  return (
    <>
      {draft.type === 'image' && <RatioField ratios={imageRatios} canLeaveOpen columns={5} />}
      <div className="grid grid-cols-2 gap-4">
        <ChoiceField path="style" label="Style" columns={2} choices={choicesOf(imageStyles)} />
        <ChoiceField
          path="output_format"
          label="Format"
          columns={2}
          choices={choicesOf(imageFormats)}
        />
      </div>
      <ChoiceField path="model" label="Model" columns={2} choices={models} />
      <SwitchField path="web_search" label="Web search" note="The model may look things up first" />
    </>
  )
}
