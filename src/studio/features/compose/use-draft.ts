import { useFormContext, useWatch } from 'react-hook-form'
import type { Draft } from '#contract/draft.ts'
import { type SettingPath, withSetting } from './setting.ts'

/**
 * The draft as it stands, and how its words and settings are changed. Nothing is
 * registered: `reset` forgets registered fields, and the compiler keeps their refs from returning.
 */
export function useDraft() {
  const { control, setValue } = useFormContext<Draft>()
  const draft = useWatch({ control }) as Draft
  const choose = (path: SettingPath, value: string) => {
    const [head] = path.split('.')
    const next = withSetting(draft, path, value)
    setValue(head as 'model', next[head as 'model'], { shouldDirty: true })
  }
  const write = (prompt: string) => setValue('prompt', prompt, { shouldDirty: true })
  return { draft, choose, write }
}
