import { useFormContext } from 'react-hook-form'
import { type Draft, draft as draftSchema } from '#contract/draft.ts'
import { Button } from '../../ui/button.tsx'
import { isComposeType } from './compose-type.ts'
import { useDraft } from './use-draft.ts'

const shown = ['type', 'prompt', 'model', 'aspect_ratio', 'style', 'output_format']
const shownOfVideo = ['resolution', 'duration']

const given = (fields: object, known: readonly string[]) =>
  Object.entries(fields)
    .filter(([key, value]) => value !== undefined && !known.includes(key))
    .map(([key]) => key)

/** Settings of a reused request that this panel has no control for: sent, so they are said. */
export function CarriedFields() {
  const { reset } = useFormContext<Draft>()
  const { draft } = useDraft()
  const { video, ...rest } = draft
  const carried = [...given(rest, shown), ...given(video ?? {}, shownOfVideo)]
  if (!carried.length || !isComposeType(draft.type)) return null
  const remove = () => {
    const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => shown.includes(key)))
    const keptOfVideo = { resolution: video?.resolution, duration: video?.duration }
    reset(draftSchema.parse({ ...kept, ...(video && { video: keptOfVideo }) }))
  }
  return (
    <div className="flex items-center justify-between gap-4 text-dense text-quiet">
      <p>Also sent: {carried.join(', ')}</p>
      <Button look="quiet" onClick={remove}>
        Remove
      </Button>
    </div>
  )
}
