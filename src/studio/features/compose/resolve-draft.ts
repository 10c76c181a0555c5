import { type FieldErrors, type Resolver, set } from 'react-hook-form'
import type { Draft } from '#contract/draft.ts'
import { checkRequest, refuses } from '#contract/rules.ts'

/** The contract's rules as react-hook-form wants them: the form knows no rule of its own. */
export const resolveDraft: Resolver<Draft> = (values) => {
  const checked = checkRequest(values)
  if (checked.request) return { values: checked.request, errors: {} }
  const errors: FieldErrors<Draft> = {}
  for (const { path, code, reason } of checked.violations.filter(refuses)) {
    set(errors, path || 'root', { type: code, message: reason })
  }
  return { values: {}, errors }
}
