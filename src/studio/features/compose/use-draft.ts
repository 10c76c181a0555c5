import { useFormContext, useWatch } from 'react-hook-form'
import type { Draft } from '#contract/draft.ts'
import type { Composition } from './composition.ts'
import type { Plan } from './plan/plan.ts'
import { type SettingPath, withSetting, withValue } from './setting.ts'

/**
 * The composition as it stands, and how it is changed. Nothing is registered: `reset` forgets
 * registered fields, and the compiler keeps their refs from returning.
 */
export function useDraft() {
  const { control, setValue, getValues } = useFormContext<Composition>()
  const { draft, plan, origin = null } = useWatch({ control }) as Composition
  const change = (next: Draft) => setValue('draft', next, { shouldDirty: true })
  return {
    draft,
    plan,
    origin,
    change,
    /** Something else is begun, that comes from nobody. */
    forgetOrigin: () => setValue('origin', null),
    /** Changes the draft as it is at that moment, not as it was when this was shown. */
    update: (next: (now: Draft) => Draft) => change(next(getValues('draft'))),
    changePlan: (next: Plan) => setValue('plan', next, { shouldDirty: true }),
    put: (path: string, value: unknown) => change(withValue(getValues('draft'), path, value)),
    choose: (path: SettingPath, value: string) =>
      change(withSetting(getValues('draft'), path, value)),
    write: (prompt: string) => change({ ...getValues('draft'), prompt }),
  }
}
