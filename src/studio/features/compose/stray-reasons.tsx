import { useId } from 'react'
import { useCompose } from './compose-context.tsx'
import { isWithin } from './field-reason.ts'
import { fieldsOfType } from './panel-of-type.ts'
import { ReasonLine } from './reason-line.tsx'
import { useDraft } from './use-draft.ts'

/** Reasons at fields that this panel has no control for: they may come with a pasted request. */
export function StrayReasons() {
  const { draft } = useDraft()
  const { reasons } = useCompose()
  const id = useId()
  const fields = fieldsOfType[draft.type]
  const strays = reasons.filter(({ path }) => !fields.some((field) => isWithin(path, field)))
  if (!strays.length) return null
  return (
    <div role="alert" className="grid gap-3">
      {strays.map((reason) => (
        <ReasonLine key={reason.path} id={`${id}-${reason.path}`} {...reason} />
      ))}
    </div>
  )
}
